/**
 * @module ledger/formulas-behaviour
 *
 * The catalogue records of a customer's payment behaviour.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SOURCE = "ours: docs/ledger.md, payment behaviour";

const PAYMENTS = {
  payments: { en: "payments by days late", zh: "按逾期天数的收款" },
  days: { en: "days late", zh: "逾期天数" },
  count: { en: "number", zh: "笔数" },
  amount: { en: "amount", zh: "金额" },
  onTime: { en: "on time", zh: "按期" },
  weighted: { en: "number × days", zh: "笔数 × 天数" },
  through: { en: "number so far", zh: "累计笔数" },
  lower: { en: "lower middle", zh: "中位下值" },
  upper: { en: "upper middle", zh: "中位上值" },
} as const;

/** Records of the behaviour figures that are computed. */
export const behaviourFormulas: readonly FormulaRecord[] = [
  {
    id: "ledger/sales-trend",
    name: { en: "trend of sales", zh: "销售趋势" },
    unit: "fraction",
    direction: "higher-is-better",
    source: SOURCE,
    value: "(later / laterDays) / (earlier / earlierDays) - 1",
    terms: {
      earlier: { en: "sales of the earlier half", zh: "前半期赊销额" },
      earlierDays: { en: "its days", zh: "前半期天数" },
      later: { en: "sales of the later half", zh: "后半期赊销额" },
      laterDays: { en: "its days", zh: "后半期天数" },
    },
  },
  {
    id: "ledger/on-time-share-by-count",
    name: { en: "payments on time, by number", zh: "按期付款率（笔数）" },
    unit: "fraction",
    direction: "higher-is-better",
    source: SOURCE,
    value: "sum(payments.onTime) / sum(payments.count)",
    columns: { payments: { onTime: "if(days <= 0, count, 0)" } },
    terms: PAYMENTS,
  },
  {
    id: "ledger/on-time-share-by-amount",
    name: { en: "payments on time, by amount", zh: "按期付款率（金额）" },
    unit: "fraction",
    direction: "higher-is-better",
    source: SOURCE,
    value: "sum(payments.onTime) / sum(payments.amount)",
    columns: { payments: { onTime: "if(days <= 0, amount, 0)" } },
    terms: PAYMENTS,
  },
  {
    id: "ledger/mean-days-late",
    name: { en: "mean days late", zh: "平均逾期天数" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "sum(payments.weighted) / sum(payments.count)",
    columns: { payments: { weighted: "count * days" } },
    terms: PAYMENTS,
  },
  {
    id: "ledger/median-days-late",
    name: { en: "median days late", zh: "逾期天数中位数" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "(least(payments.lower) + least(payments.upper)) / 2",
    columns: {
      payments: {
        through: "previous(through, 0) + count",
        lower: "if(2 * through >= sum(payments.count), days, greatest(payments.days))",
        upper: "if(2 * through > sum(payments.count), days, greatest(payments.days))",
      },
    },
    terms: PAYMENTS,
  },
  {
    id: "ledger/worst-days-late",
    name: { en: "worst days late", zh: "最长付款逾期天数" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "greatest(payments.days)",
    terms: PAYMENTS,
  },
  {
    id: "ledger/days-late-trend",
    name: { en: "trend of days late", zh: "逾期天数趋势" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "later - earlier",
    terms: {
      earlier: { en: "mean days late of the earlier half", zh: "前半期平均逾期天数" },
      later: { en: "mean days late of the later half", zh: "后半期平均逾期天数" },
    },
  },
  {
    id: "ledger/disputed-share",
    name: { en: "disputed share", zh: "争议占比" },
    unit: "fraction",
    direction: "lower-is-better",
    source: SOURCE,
    value: "disputed / open",
    terms: {
      disputed: { en: "disputed receivables", zh: "争议账款" },
      open: { en: "open debit items", zh: "未清借项" },
    },
  },
  {
    id: "ledger/dilution",
    name: { en: "dilution", zh: "应收账款稀释率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: SOURCE,
    value: "(creditNotes + discounts) / sales",
    terms: {
      creditNotes: { en: "credit notes", zh: "贷项通知" },
      discounts: { en: "cash discounts", zh: "现金折扣" },
      sales: { en: "credit sales, gross", zh: "赊销总额" },
    },
  },
  {
    id: "ledger/discount-take-up",
    name: { en: "discount take-up", zh: "折扣享用率" },
    unit: "fraction",
    direction: "neutral",
    source: SOURCE,
    value: "withDiscount / settled",
    terms: {
      withDiscount: { en: "settled on documents with a discount", zh: "享折扣单据的结清额" },
      settled: { en: "settled", zh: "结清额" },
    },
  },
];
