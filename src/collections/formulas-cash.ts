/**
 * @module collections/formulas-cash
 *
 * The catalogue records of plans, forecasts and receipts.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  asOf: { en: "as of", zh: "统计日期" },
  party: { en: "customer", zh: "客户" },
  parties: { en: "by customer", zh: "分客户" },
  dimension: { en: "dimension", zh: "维度" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  open: { en: "open debit items", zh: "未清借项" },
  disputed: { en: "disputed", zh: "争议金额" },
  daysPastDue: { en: "days past due", zh: "逾期天数" },
  daysLate: { en: "days late as a rule", zh: "惯常逾期天数" },
  expectedIn: { en: "expected in days", zh: "预计到账天数" },
  after: { en: "more days than", zh: "天数大于" },
  through: { en: "at most days", zh: "天数不超过" },
  amount: { en: "amount", zh: "金额" },
  counted: { en: "counted", zh: "计入金额" },
  periods: { en: "by period", zh: "分期间" },
  total: { en: "all that is open and not disputed", zh: "未清且无争议合计" },
  opening: { en: "opening receivables", zh: "期初应收账款" },
  closing: { en: "closing receivables", zh: "期末应收账款" },
  sales: { en: "planned credit sales", zh: "计划赊销额" },
  days: { en: "days of the period", zh: "期间天数" },
  dso: { en: "DSO target", zh: "目标销售未清账期" },
  classes: { en: "by class", zh: "分账龄段" },
  class: { en: "class", zh: "账龄段" },
  balance: { en: "balance", zh: "余额" },
  rate: { en: "roll rate", zh: "迁徙率" },
  cash: { en: "cash", zh: "回款" },
  younger: { en: "the class before it, a period ago", zh: "上期较短账龄段余额" },
  youngerRate: { en: "its roll rate", zh: "较短账龄段迁徙率" },
  staying: { en: "the last class, a period ago", zh: "上期末段余额" },
  stayingRate: { en: "share of it that stays", zh: "末段留存率" },
  overdue: { en: "overdue when planned", zh: "计划日逾期额" },
  planned: { en: "planned", zh: "计划回款" },
  received: { en: "received", zh: "实际回款" },
} as const;

const OURS = "ours: docs/collections.md";
const DECK = '"3+1" deck, slides 70 and 71 (titles only); the method is ours';

type Direction = FormulaRecord["direction"];

function money(
  id: string,
  en: string,
  zh: string,
  value: string,
  more: Partial<FormulaRecord> = {},
): FormulaRecord {
  const direction: Direction = "neutral";
  return {
    id,
    name: { en, zh },
    unit: "money",
    direction,
    source: OURS,
    value,
    terms: TERMS,
    ...more,
  };
}

/** Records of plans and forecasts. */
export const cashFormulas: readonly FormulaRecord[] = [
  money("collections/collectable", "open and not disputed", "可催收金额", "open - disputed"),
  money(
    "collections/cash-by-days-late",
    "cash expected of a customer",
    "客户预计回款",
    "sum(open.counted)",
    {
      columns: {
        open: {
          expectedIn: "max(daysLate - daysPastDue, 0)",
          counted:
            "if(expectedIn > through, 0, if(after = 0, amount, if(expectedIn > after, amount, 0)))",
        },
      },
    },
  ),
  money("collections/cash-of-period", "cash expected", "预计回款", "sum(parties.amount)"),
  money(
    "collections/cash-later",
    "cash expected later",
    "后期预计回款",
    "total - sum(periods.amount)",
  ),
  money(
    "collections/receivables-at-target",
    "receivables at the DSO target",
    "目标账期下应收账款",
    "min(dso * sales / days, opening + sales)",
    { source: DECK },
  ),
  money(
    "collections/cash-at-target",
    "cash for the DSO target",
    "达成目标账期所需回款",
    "opening + sales - closing",
    { source: DECK },
  ),
  money(
    "collections/cash-by-roll-rates",
    "cash by roll rates",
    "按迁徙率预计回款",
    "sum(classes.cash)",
    {
      columns: { classes: { cash: "balance * (1 - rate)" } },
    },
  ),
  money(
    "collections/rolled-balance",
    "class a period later",
    "迁徙后账龄段余额",
    "younger * youngerRate + staying * stayingRate",
  ),
  money("collections/planned", "planned receipts", "计划回款", "overdue + sum(periods.amount)"),
  money("collections/received", "receipts", "实际回款", "sum(periods.amount)", {
    direction: "higher-is-better",
  }),
  money("collections/plan-difference", "receipts less plan", "回款差额", "received - planned", {
    direction: "higher-is-better",
  }),
  {
    id: "collections/plan-attainment",
    name: { en: "plan attainment", zh: "收款计划完成率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: '"3+1" deck, slide 74, compares with the plan; the ratio is the usual one',
    value: "received / planned",
    terms: TERMS,
  },
];
