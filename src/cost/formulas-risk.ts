/**
 * @module cost/formulas-risk
 *
 * The catalogue records of default: what it costs, and how much of it an order bears.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const ORDER = {
  price: { en: "price", zh: "售价" },
  variableCost: { en: "variable cost", zh: "变动成本" },
  annualRate: { en: "interest rate a year", zh: "年利率" },
  days: { en: "days until payment", zh: "收款天数" },
  yearDays: { en: "days of the year", zh: "年天数" },
};

/** Records of default. */
export const riskFormulas: readonly FormulaRecord[] = [
  {
    id: "cost/expected-loss",
    name: { en: "expected loss", zh: "预期损失" },
    unit: "money",
    direction: "lower-is-better",
    source: "Basel Committee on Banking Supervision",
    value: "defaultProbability * lossGivenDefault * exposureAtDefault",
    terms: {
      defaultProbability: { en: "probability of default", zh: "违约概率" },
      lossGivenDefault: { en: "loss given default", zh: "违约损失率" },
      exposureAtDefault: { en: "exposure at default", zh: "违约风险敞口" },
    },
  },
  {
    id: "cost/loss-deviation",
    name: { en: "standard deviation of loss", zh: "损失标准差" },
    unit: "money",
    direction: "lower-is-better",
    source: "standard deviation of a loss with two outcomes",
    value:
      "lossGivenDefault * exposureAtDefault * (defaultProbability - defaultProbability ^ 2) ^ 0.5",
    terms: {
      defaultProbability: { en: "probability of default", zh: "违约概率" },
      lossGivenDefault: { en: "loss given default", zh: "违约损失率" },
      exposureAtDefault: { en: "exposure at default", zh: "违约风险敞口" },
    },
  },
  {
    id: "cost/default-probability-over-horizon",
    name: { en: "probability of default over the horizon", zh: "期限内违约概率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "constant rate of default",
    value: "1 - (1 - defaultProbability) ^ (horizonDays / yearDays)",
    terms: {
      defaultProbability: { en: "probability of default a year", zh: "年违约概率" },
      horizonDays: { en: "days of the exposure", zh: "敞口天数" },
      yearDays: ORDER.yearDays,
    },
  },
  {
    id: "cost/break-even-default-probability",
    name: { en: "break-even probability of default", zh: "盈亏平衡违约概率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: "Ross, Westerfield and Jaffe, Corporate Finance",
    value: "1 - variableCost * (1 + annualRate * days / yearDays) / price",
    terms: ORDER,
  },
  {
    id: "cost/break-even-default-probability-repeat",
    name: {
      en: "break-even probability of default, repeat customer",
      zh: "盈亏平衡违约概率（重复购买）",
    },
    unit: "fraction",
    direction: "higher-is-better",
    source: "textbooks on corporate finance",
    value: "1 - variableCost * (annualRate * days / yearDays) / (price - variableCost)",
    terms: ORDER,
  },
];
