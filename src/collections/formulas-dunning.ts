/**
 * @module collections/formulas-dunning
 *
 * The catalogue records of stages, late-payment interest and recovery.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  daysPastDue: { en: "days past due", zh: "逾期天数" },
  graceDays: { en: "days of grace", zh: "宽限天数" },
  ladder: { en: "ladder", zh: "催收阶梯" },
  fromDay: { en: "from day", zh: "起始天数" },
  toDay: { en: "to day", zh: "截止天数" },
  reached: { en: "reached", zh: "已达到" },
  stage: { en: "stage", zh: "阶段" },
  below: { en: "before the first step", zh: "首级之前" },
  collectable: { en: "open and not disputed", zh: "可催收金额" },
  excluded: { en: "excluded", zh: "除外单据" },
  item: { en: "item", zh: "单据号" },
  amount: { en: "amount", zh: "金额" },
  principal: { en: "principal", zh: "本金" },
  dueDate: { en: "due date", zh: "到期日" },
  paidDate: { en: "paid on", zh: "付款日" },
  order: { en: "payments settle first", zh: "冲抵顺序" },
  "interest-first": { en: "the interest", zh: "先息后本" },
  "principal-first": { en: "the principal", zh: "先本后息" },
  capped: { en: "capped", zh: "设上限" },
  cap: { en: "most interest", zh: "利息上限" },
  rows: { en: "by span of days", zh: "分段" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  days: { en: "days", zh: "天数" },
  rate: { en: "rate", zh: "利率" },
  basis: { en: "days of the rate", zh: "利率计息天数" },
  left: { en: "principal left", zh: "剩余本金" },
  interest: { en: "interest", zh: "利息" },
  accrued: { en: "interest so far", zh: "累计利息" },
  owed: { en: "interest owed", zh: "应付利息" },
  paid: { en: "paid", zh: "付款" },
  toInterest: { en: "to interest", zh: "冲息" },
  toPrincipal: { en: "to principal", zh: "冲本" },
  fixed: { en: "fixed sum", zh: "固定费用" },
  late: { en: "late", zh: "逾期" },
  debts: { en: "debts", zh: "债权" },
  id: { en: "debt", zh: "债权编号" },
  expected: { en: "expected", zh: "预计收回" },
  ageDays: { en: "age in days", zh: "账龄天数" },
  bands: { en: "rates by age", zh: "分账龄回收率" },
  rateNow: { en: "recovery rate now", zh: "当前回收率" },
  rateThen: { en: "recovery rate after waiting", zh: "等待后回收率" },
  waitDays: { en: "days of waiting", zh: "等待天数" },
} as const;

const OURS = "ours: docs/collections.md";
const GUIDE = "simple interest; the collection guide charges 0.05 % a day";
const TEXTS = "the collection texts: 80 % up to two years, 20 % beyond";

/** The walk of the interest; unpaid interest bears none. */
const WALK = {
  left: "previous(left - toPrincipal, principal)",
  interest:
    "if(capped, min(left * rate * days / basis, max(cap - previous(accrued, 0), 0)), " +
    "left * rate * days / basis)",
  accrued: "previous(accrued, 0) + interest",
  owed: "previous(owed - toInterest, 0) + interest",
  toInterest: 'if(order = "interest-first", min(paid, owed), min(paid - min(paid, left), owed))',
  toPrincipal: 'if(order = "interest-first", min(paid - toInterest, left), min(paid, left))',
};

type Parts = Pick<FormulaRecord, "id" | "source" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  return { name: { en, zh }, unit: "money", direction: "neutral", terms: TERMS, ...parts };
}

function walked(id: string, en: string, zh: string, value: string): FormulaRecord {
  return record(en, zh, { id, source: GUIDE, value, columns: { rows: WALK } });
}

/** Records of stages, interest and recovery. */
export const dunningFormulas: readonly FormulaRecord[] = [
  record("dunning stage", "催收阶段", {
    id: "collections/dunning-stage",
    unit: "days",
    direction: "lower-is-better",
    source: '"3+1" deck, slides 99, 111 and 112; the flow guide; the collection guide',
    value: "daysPastDue",
    columns: { ladder: { reached: "if(fromDay <= daysPastDue, fromDay, least(ladder.fromDay))" } },
    label: {
      key: "stage",
      rule:
        "if(daysPastDue < least(ladder.fromDay), below, " +
        "lookup(greatest(ladder.reached), ladder.fromDay, ladder.stage))",
    },
  }),
  record("days past due after grace", "宽限后逾期天数", {
    id: "collections/days-after-grace",
    unit: "days",
    direction: "lower-is-better",
    source: OURS,
    value: "if(daysPastDue > graceDays, daysPastDue, min(daysPastDue, 0))",
  }),
  record("amount asked for", "催收金额", {
    id: "collections/dunned-amount",
    source: OURS,
    value: "collectable - sum(excluded.amount)",
  }),
  record("late-payment interest to date", "截至当日逾期利息", {
    id: "collections/interest-to-date",
    source: GUIDE,
    value: "sum(debts.interest)",
  }),
  walked("collections/late-interest", "late-payment interest", "逾期利息", "sum(rows.interest)"),
  walked(
    "collections/late-principal-left",
    "principal left",
    "剩余本金",
    "principal - sum(rows.toPrincipal)",
  ),
  walked(
    "collections/late-interest-left",
    "interest left",
    "未付利息",
    "sum(rows.interest) - sum(rows.toInterest)",
  ),
  walked(
    "collections/late-overpaid",
    "paid beyond principal and interest",
    "多付金额",
    "sum(rows.paid) - sum(rows.toInterest) - sum(rows.toPrincipal)",
  ),
  record("interest and fixed sum", "逾期费用合计", {
    id: "collections/late-charge",
    source: OURS,
    value: "interest + if(late, fixed, 0)",
  }),
  record("expected recovery", "预计可收回金额", {
    id: "collections/recovery-expectation",
    direction: "higher-is-better",
    source: TEXTS,
    value: "sum(debts.expected)",
    columns: { debts: { expected: "amount * rate" } },
  }),
  record("recovery rate of an age", "账龄回收率", {
    id: "collections/recovery-rate",
    unit: "fraction",
    direction: "higher-is-better",
    source: TEXTS,
    value: "lookup(greatest(bands.reached), bands.fromDay, bands.rate)",
    columns: { bands: { reached: "if(fromDay <= ageDays, fromDay, 0)" } },
  }),
  record("loss of waiting", "等待损失", {
    id: "collections/loss-of-waiting",
    direction: "lower-is-better",
    source: OURS,
    value: "amount * (rateNow - rateThen)",
  }),
];
