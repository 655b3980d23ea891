/**
 * @module aging/formulas
 *
 * The catalogue records of the aging figures.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { comparisonFormulas } from "./formulas-comparison.ts";
import { markovFormulas } from "./formulas-markov.ts";
import { provisionFormulas } from "./formulas-provisions.ts";

const PAYMENTS = {
  payments: { en: "payments by days", zh: "按天数的付款" },
  days: { en: "days", zh: "天数" },
  amount: { en: "amount", zh: "金额" },
  weighted: { en: "amount × days", zh: "金额×天数" },
  pastDue: { en: "open by days past due", zh: "按逾期天数的未收款" },
  balance: { en: "receivables", zh: "应收账款余额" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  asOf: { en: "as of", zh: "统计日期" },
};

const BALANCES = {
  asOf: { en: "as of", zh: "统计日期" },
  party: { en: "customer", zh: "客户" },
  bucket: { en: "class", zh: "账龄段" },
  buckets: { en: "classes", zh: "账龄段" },
  balances: { en: "balances", zh: "余额" },
  amount: { en: "balance", zh: "余额" },
};

const LATE = { unit: "days", direction: "lower-is-better", terms: PAYMENTS } as const;
const USUAL = "usual definition of credit associations; docs/ledger.md";

/** Records of `aging/…`. */
export const agingFormulas: readonly FormulaRecord[] = [
  {
    id: "aging/net",
    name: { en: "receivables net of credits", zh: "应收账款净额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/ledger.md, Aging",
    value: "gross - credits",
    terms: {
      gross: { en: "open debit items", zh: "未清借项" },
      credits: { en: "open credit items", zh: "未清贷项" },
    },
  },
  {
    id: "aging/current",
    name: { en: "current receivables", zh: "未逾期应收账款" },
    unit: "money",
    direction: "higher-is-better",
    source: "ours: docs/ledger.md, Aging",
    value: "gross - overdue",
    terms: {
      gross: { en: "open debit items", zh: "未清借项" },
      overdue: { en: "overdue", zh: "逾期账款" },
    },
  },
  {
    id: "aging/class-balance",
    name: { en: "balances of a class", zh: "账龄段余额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/aging.md, Balances aged elsewhere",
    value: "sum(balances.amount)",
    terms: BALANCES,
  },
  {
    id: "aging/credit-balances",
    name: { en: "credit balances", zh: "贷方余额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/aging.md, Balances aged elsewhere",
    value: "0 - sum(balances.amount)",
    terms: BALANCES,
  },
  {
    id: "aging/control-difference",
    name: { en: "subledger less general ledger", zh: "明细账与总账差额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/ledger.md, The balance, three ways",
    value: "balance - control",
    terms: {
      balance: { en: "balance of the subledger", zh: "明细账余额" },
      control: { en: "balance of the general ledger", zh: "总账余额" },
      party: { en: "customer", zh: "客户" },
    },
  },
  {
    id: "aging/overdue-rate",
    name: { en: "overdue rate", zh: "逾期账款率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: '"3+1" deck, slides 53, 63; usual definition',
    value: "overdue / receivables",
    terms: {
      overdue: { en: "overdue receivables", zh: "逾期账款" },
      receivables: { en: "total receivables", zh: "应收账款" },
    },
  },
  {
    id: "aging/hhi",
    name: { en: "Herfindahl–Hirschman index", zh: "赫芬达尔指数" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "standard",
    value: "sum(balances.squared)",
    columns: { balances: { share: "amount / sum(balances.amount)", squared: "share ^ 2" } },
    terms: {
      balances: { en: "balances", zh: "客户余额" },
      party: { en: "customer", zh: "客户" },
      amount: { en: "balance", zh: "余额" },
      share: { en: "share", zh: "占比" },
      squared: { en: "share squared", zh: "占比平方" },
    },
  },
  {
    id: "aging/effective-number",
    name: { en: "effective number of customers", zh: "有效客户数" },
    unit: "count",
    direction: "higher-is-better",
    source: "standard",
    value: "1 / hhi",
    terms: { hhi: { en: "Herfindahl–Hirschman index", zh: "赫芬达尔指数" } },
  },
  {
    id: "aging/normalized-hhi",
    name: { en: "normalized Herfindahl–Hirschman index", zh: "标准化赫芬达尔指数" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "standard; 1 for one customer, where it is 0 ÷ 0",
    value: "if(parties = 1, 1, (hhi * parties - 1) / (parties - 1))",
    terms: {
      hhi: { en: "Herfindahl–Hirschman index", zh: "赫芬达尔指数" },
      parties: { en: "customers", zh: "客户数" },
    },
  },
  {
    id: "aging/top-share",
    name: { en: "share of the largest customers", zh: "前几大客户占比" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "standard",
    value: "sum(largest.amount) / (sum(largest.amount) + sum(others.amount))",
    conditions: ["least(largest.amount) >= if(sum(others.amount) = 0, 0, greatest(others.amount))"],
    terms: {
      largest: { en: "the largest", zh: "最大客户" },
      others: { en: "the others", zh: "其他客户" },
      party: { en: "customer", zh: "客户" },
      amount: { en: "balance", zh: "余额" },
    },
  },
  {
    id: "aging/weighted-days-to-pay",
    name: { en: "weighted average days to pay", zh: "加权平均付款天数" },
    ...LATE,
    source: USUAL,
    value: "sum(payments.weighted) / sum(payments.amount)",
    columns: { payments: { weighted: "amount * days" } },
  },
  {
    id: "aging/days-beyond-terms-paid-signed",
    name: { en: "days beyond terms, paid, signed", zh: "加权平均逾期天数（已付，含提前）" },
    ...LATE,
    source: USUAL,
    value: "sum(payments.weighted) / sum(payments.amount)",
    columns: { payments: { weighted: "amount * days" } },
  },
  {
    id: "aging/days-beyond-terms-paid-late-only",
    name: { en: "days beyond terms, paid, late only", zh: "加权平均逾期天数（已付，仅逾期）" },
    ...LATE,
    source: USUAL,
    value: "sum(payments.weighted) / sum(payments.amount)",
    columns: { payments: { weighted: "amount * max(days, 0)" } },
  },
  {
    id: "aging/days-beyond-terms-open-over-all",
    name: { en: "days beyond terms, open, over all", zh: "加权平均逾期天数（未付，占全部）" },
    ...LATE,
    source: USUAL,
    value: "sum(pastDue.weighted) / balance",
    columns: { pastDue: { weighted: "amount * days" } },
  },
  {
    id: "aging/days-beyond-terms-open-over-past-due",
    name: { en: "days beyond terms, open, over past due", zh: "加权平均逾期天数（未付，占逾期）" },
    ...LATE,
    source: USUAL,
    value: "sum(pastDue.weighted) / sum(pastDue.amount)",
    columns: { pastDue: { weighted: "amount * days" } },
  },
  ...provisionFormulas,
  ...markovFormulas,
  ...comparisonFormulas,
];
