/**
 * @module policy/formulas-in-kind
 *
 * The catalogue records of goods taken instead of money.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const PROCEEDS = { en: "proceeds of the sale", zh: "变现净额" };
const CLAIM = { claim: { en: "claim", zh: "债权额" } };
const GOODS_VALUE = { en: "value of the goods today", zh: "抵债物现值" };
const IN_KIND = "ours: realisable value less the costs of the sale, with time value";

/** Records of goods taken for a receivable. */
export const inKindFormulas: readonly FormulaRecord[] = [
  {
    id: "policy/in-kind-proceeds",
    name: PROCEEDS,
    unit: "money",
    direction: "higher-is-better",
    source: IN_KIND,
    value: "salePrice * (1 - sellingCostRate - taxRate) - holdingCostPerDay * days",
    terms: {
      salePrice: { en: "price of the sale", zh: "预计售价" },
      sellingCostRate: { en: "rate of selling cost", zh: "销售费用率" },
      taxRate: { en: "tax rate", zh: "税率" },
      holdingCostPerDay: { en: "holding cost a day", zh: "每日持有成本" },
      days: { en: "days", zh: "天数" },
    },
  },
  {
    id: "policy/in-kind-value",
    name: GOODS_VALUE,
    unit: "money",
    direction: "higher-is-better",
    source: IN_KIND,
    value: "proceeds / (1 + annualRate * days / yearDays) - takeoverCost",
    terms: {
      proceeds: PROCEEDS,
      annualRate: { en: "interest rate a year", zh: "年利率" },
      days: { en: "days", zh: "天数" },
      yearDays: { en: "days of the year", zh: "年天数" },
      takeoverCost: { en: "cost of taking over", zh: "接收费用" },
    },
  },
  {
    id: "policy/in-kind-loss",
    name: { en: "loss on the claim", zh: "债权损失" },
    unit: "money",
    direction: "lower-is-better",
    source: IN_KIND,
    value: "claim - goodsValue",
    terms: { ...CLAIM, goodsValue: GOODS_VALUE },
  },
  {
    id: "policy/in-kind-recovery-rate",
    name: { en: "recovery by the goods", zh: "抵债回收率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: IN_KIND,
    value: "goodsValue / claim",
    terms: { ...CLAIM, goodsValue: GOODS_VALUE },
  },
];
