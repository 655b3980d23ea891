/**
 * @module performance/formulas-indicators
 *
 * The catalogue records of the indicators.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const OF = {
  base: { en: "of", zh: "基数" },
  of: { en: "which is", zh: "基数口径" },
  "credit-sales": { en: "credit sales", zh: "赊销额" },
  "total-sales": { en: "all sales", zh: "总销售额" },
  "average-receivables": { en: "average receivables", zh: "平均应收账款" },
  overdue: { en: "what was overdue", zh: "逾期账款" },
  placed: { en: "what was placed", zh: "委托追收额" },
  "amounts-due": { en: "what fell due", zh: "到期应收款" },
};

type Direction = FormulaRecord["direction"];
type Name = FormulaRecord["name"];
type Terms = FormulaRecord["terms"];

/** A share of something, which the figure names. */
function share(
  id: string,
  name: Name,
  direction: Direction,
  source: string,
  value: string,
  terms: Terms,
): FormulaRecord {
  return { id, name, unit: "fraction", direction, source, value, terms };
}

/** Records of `performance/…`: shares and deviations. */
export const indicatorFormulas: readonly FormulaRecord[] = [
  share(
    "performance/bad-debt-rate",
    { en: "bad-debt rate", zh: "坏账率" },
    "lower-is-better",
    '"3+1" deck, slides 53, 64 and 86',
    "badDebts / base",
    { badDebts: { en: "bad debts", zh: "坏账额" }, ...OF },
  ),
  share(
    "performance/recovery-success-rate",
    { en: "recovery success rate", zh: "追账成功率" },
    "higher-is-better",
    '"3+1" deck, slides 53 and 64',
    "recovered / base",
    { recovered: { en: "recovered", zh: "追回额" }, ...OF },
  ),
  share(
    "performance/collection-rate",
    { en: "collection rate", zh: "资金回笼率" },
    "higher-is-better",
    "collection texts",
    "collected / base",
    { collected: { en: "collected", zh: "回款额" }, ...OF },
  ),
  share(
    "performance/management-cost-ratio",
    { en: "management cost ratio", zh: "管理成本率" },
    "lower-is-better",
    '"3+1" deck, slide 102',
    "managementCost / base",
    { managementCost: { en: "management cost", zh: "管理成本" }, ...OF },
  ),
  share(
    "performance/approval-rate",
    { en: "approval rate", zh: "信用申请批准率" },
    "neutral",
    '"3+1" deck, slide 102',
    "approved / applications",
    {
      approved: { en: "approved", zh: "批准数" },
      applications: { en: "applications", zh: "申请数" },
    },
  ),
  share(
    "performance/credit-sales-share",
    { en: "share of credit sales", zh: "赊销比例" },
    "neutral",
    '"3+1" deck, slides 17 and 86',
    "creditSales / totalSales",
    {
      creditSales: { en: "credit sales", zh: "赊销额" },
      totalSales: { en: "all sales", zh: "总销售额" },
    },
  ),
  share(
    "performance/bucket-share",
    { en: "age class to a customer's balance", zh: "账龄段占客户余额比例" },
    "lower-is-better",
    '"3+1" deck, slides 63 and 74',
    "amount / sum(buckets.amount)",
    {
      amount: { en: "in the class", zh: "本账龄段金额" },
      buckets: { en: "age classes", zh: "账龄段" },
    },
  ),
  share(
    "performance/bucket-excess",
    { en: "excess over the alert share", zh: "超出预警比例" },
    "lower-is-better",
    '"3+1" deck, slides 63 and 74',
    "share - alertShare",
    {
      share: { en: "age class to a customer's balance", zh: "账龄段占客户余额比例" },
      alertShare: { en: "alert share", zh: "预警比例" },
    },
  ),
  share(
    "performance/deviation",
    { en: "deviation", zh: "偏离度" },
    "neutral",
    "a quotient",
    "actual / reference - 1",
    {
      actual: { en: "actual", zh: "实际值" },
      reference: { en: "measured by", zh: "参照值" },
    },
  ),
];
