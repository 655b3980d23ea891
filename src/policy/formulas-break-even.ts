/**
 * @module policy/formulas-break-even
 *
 * The catalogue records of break-evens: the value of one field at which a plan gains nothing.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SOURCE_59 = 'ours; the model: "3+1" deck, slide 59';
const SOURCE_60 = 'ours; the model: "3+1" deck, slide 60';

const HELD = { heldFixed: { en: "held fixed", zh: "保持不变" } };

const MARGINAL = {
  base: { en: "base", zh: "现行" },
  plan: { en: "plan", zh: "方案" },
  creditSales: { en: "credit sales", zh: "赊销额" },
  margin: { en: "margin", zh: "销售利润率" },
  incrementDso: { en: "DSO of the increment", zh: "增量销售未清账期" },
  incrementBadDebtRate: { en: "bad-debt rate of the increment", zh: "增量坏账率" },
  managementCostChange: { en: "management cost change", zh: "管理成本变化" },
  existingDsoChange: { en: "DSO change of existing sales", zh: "原有客户账期变化" },
  annualRate: { en: "interest rate a year", zh: "年利率" },
  yearDays: { en: "days of the year", zh: "年天数" },
  investmentBase: { en: "counted as invested", zh: "投资额口径" },
  sales: { en: "the price", zh: "售价" },
  cost: { en: "the variable cost", zh: "变动成本" },
  variableCostRate: { en: "variable-cost rate", zh: "变动成本率" },
  ...HELD,
};

const PRESENT = {
  base: { en: "base", zh: "现行" },
  plan: { en: "plan", zh: "方案" },
  unitPrice: { en: "unit price", zh: "单价" },
  unitCost: { en: "unit cost", zh: "单位成本" },
  unitsPerDay: { en: "units a day", zh: "日销量" },
  badDebtRate: { en: "bad-debt rate", zh: "坏账率" },
  discountFactor: { en: "discount factor", zh: "折现系数" },
  baseValue: { en: "a day as it is", zh: "现行每日净现值" },
  annualRate: { en: "interest rate a year", zh: "年利率" },
  yearDays: { en: "days of the year", zh: "年天数" },
  increment: { en: "increment", zh: "增量" },
  ...HELD,
};

/** Cost of a day of waiting, a unit of sales. */
const DAY = '(if(investmentBase = "cost", variableCostRate, 1) * annualRate / yearDays)';
/** What the plan costs whatever is sold. */
const FIXED = `(base.creditSales * plan.existingDsoChange * ${DAY} + plan.managementCostChange)`;
const INCREMENT = "(plan.creditSales - base.creditSales)";

const RATE = { en: "break-even bad-debt rate", zh: "盈亏平衡坏账率" };
const DSO = { en: "break-even DSO", zh: "盈亏平衡账期" };
const MARGIN = { en: "break-even margin", zh: "盈亏平衡利润率" };
const SALES = { en: "break-even credit sales", zh: "盈亏平衡赊销额" };
const UNITS = { en: "break-even units a day", zh: "盈亏平衡日销量" };

const marginal: readonly FormulaRecord[] = [
  {
    id: "policy/break-even-bad-debt-rate",
    name: RATE,
    unit: "fraction",
    direction: "higher-is-better",
    source: SOURCE_59,
    value: `base.margin - plan.incrementDso * ${DAY} - ${FIXED} / ${INCREMENT}`,
    terms: MARGINAL,
  },
  {
    id: "policy/break-even-dso",
    name: DSO,
    unit: "days",
    direction: "higher-is-better",
    source: SOURCE_59,
    value: `(base.margin - plan.incrementBadDebtRate - ${FIXED} / ${INCREMENT}) / ${DAY}`,
    terms: MARGINAL,
  },
  {
    id: "policy/break-even-margin",
    name: MARGIN,
    unit: "fraction",
    direction: "lower-is-better",
    source: SOURCE_59,
    value: `plan.incrementDso * ${DAY} + plan.incrementBadDebtRate + ${FIXED} / ${INCREMENT}`,
    terms: MARGINAL,
  },
  {
    id: "policy/break-even-increment",
    name: { en: "break-even increment of sales", zh: "盈亏平衡赊销增量" },
    unit: "money",
    direction: "neutral",
    source: SOURCE_59,
    value: `${FIXED} / (base.margin - plan.incrementDso * ${DAY} - plan.incrementBadDebtRate)`,
    terms: MARGINAL,
  },
  {
    id: "policy/break-even-sales",
    name: SALES,
    unit: "money",
    direction: "neutral",
    source: SOURCE_59,
    value: "base.creditSales + increment",
    terms: {
      base: MARGINAL.base,
      creditSales: MARGINAL.creditSales,
      increment: { en: "increment", zh: "增量" },
    },
  },
];

const presentValue: readonly FormulaRecord[] = [
  {
    id: "policy/break-even-bad-debt-rate-present-value",
    name: { en: `${RATE.en}, present value`, zh: `${RATE.zh}（净现值）` },
    unit: "fraction",
    direction: "higher-is-better",
    source: SOURCE_60,
    value: "1 - (baseValue + unitCost * unitsPerDay) / (unitPrice * unitsPerDay * discountFactor)",
    terms: PRESENT,
  },
  {
    id: "policy/break-even-dso-present-value",
    name: { en: `${DSO.en}, present value`, zh: `${DSO.zh}（净现值）` },
    unit: "days",
    direction: "higher-is-better",
    source: SOURCE_60,
    value:
      "(unitPrice * unitsPerDay * (1 - badDebtRate) / (baseValue + unitCost * unitsPerDay) - 1) " +
      "* yearDays / annualRate",
    terms: PRESENT,
  },
  {
    id: "policy/break-even-unit-cost",
    name: { en: "break-even unit cost", zh: "盈亏平衡单位成本" },
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE_60,
    value: "unitPrice * (1 - badDebtRate) * discountFactor - baseValue / unitsPerDay",
    terms: PRESENT,
  },
  {
    id: "policy/break-even-margin-present-value",
    name: { en: `${MARGIN.en}, present value`, zh: `${MARGIN.zh}（净现值）` },
    unit: "fraction",
    direction: "lower-is-better",
    source: SOURCE_60,
    value: "1 - unitCost / unitPrice",
    terms: PRESENT,
  },
  {
    id: "policy/break-even-units-increment",
    name: { en: "break-even increment of units a day", zh: "盈亏平衡日销量增量" },
    unit: "count",
    direction: "neutral",
    source: SOURCE_60,
    value:
      "baseValue / (plan.unitPrice * (1 - plan.badDebtRate) * discountFactor - plan.unitCost) " +
      "- base.unitsPerDay",
    terms: PRESENT,
  },
  {
    id: "policy/break-even-units",
    name: UNITS,
    unit: "count",
    direction: "neutral",
    source: SOURCE_60,
    value: "base.unitsPerDay + increment",
    terms: PRESENT,
  },
  {
    id: "policy/discount-factor-simple",
    name: { en: "discount factor, simple", zh: "折现系数（单利）" },
    unit: "fraction",
    direction: "neutral",
    source: "simple interest",
    value: "1 / (1 + annualRate * days / yearDays)",
    terms: { ...PRESENT, days: { en: "days", zh: "天数" } },
  },
];

/** Records of break-evens. */
export const breakEvenFormulas: readonly FormulaRecord[] = [...marginal, ...presentValue];
