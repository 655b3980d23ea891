/**
 * @module policy/formulas-present-value
 *
 * The catalogue records of policies by present value.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SOURCE = '"3+1" deck, slide 60; Ross, Westerfield and Jaffe, Corporate Finance';

const RATES = {
  annualRate: { en: "interest rate a year", zh: "年利率" },
  yearDays: { en: "days of the year", zh: "年天数" },
};
const GAIN = { gain: { en: "gain a day", zh: "每日净现值增量" } };
const SOLD = {
  unitPrice: { en: "unit price", zh: "单价" },
  unitCost: { en: "unit cost", zh: "单位成本" },
  unitsPerDay: { en: "units a day", zh: "日销量" },
  badDebtRate: { en: "bad-debt rate", zh: "坏账率" },
};

/** Records of present values. */
export const presentValueFormulas: readonly FormulaRecord[] = [
  {
    id: "policy/daily-present-value",
    name: { en: "present value of a day's sales", zh: "每日净现值" },
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE,
    value:
      "unitPrice * unitsPerDay * (1 - badDebtRate) / (1 + annualRate * dso / yearDays) " +
      "- unitCost * unitsPerDay",
    terms: { ...SOLD, dso: { en: "DSO", zh: "销售未清账期" }, ...RATES },
  },
  {
    id: "policy/daily-present-value-compound",
    name: { en: "present value of a day's sales, compound", zh: "每日净现值（复利）" },
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE,
    value: "unitPrice * unitsPerDay * (1 - badDebtRate) * discountFactor - unitCost * unitsPerDay",
    terms: { ...SOLD, discountFactor: { en: "discount factor", zh: "折现系数" } },
  },
  {
    id: "policy/discount-factor",
    name: { en: "discount factor", zh: "折现系数" },
    unit: "fraction",
    direction: "neutral",
    source: "compound interest",
    value: "(1 + annualRate) ^ (-days / yearDays)",
    terms: { ...RATES, days: { en: "days", zh: "天数" } },
  },
  {
    id: "policy/daily-rate",
    name: { en: "interest rate a day, compound", zh: "日利率（复利）" },
    unit: "fraction",
    direction: "neutral",
    source: "compound interest",
    value: "(1 + annualRate) ^ (1 / yearDays) - 1",
    terms: RATES,
  },
  {
    id: "policy/daily-gain",
    name: GAIN.gain,
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE,
    value: "plan - base",
    terms: {
      plan: { en: "a day under the plan", zh: "方案每日净现值" },
      base: { en: "a day as it is", zh: "现行每日净现值" },
    },
  },
  {
    id: "policy/yearly-gain",
    name: { en: "gain a year", zh: "每年净现值增量" },
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE,
    value: "gain * yearDays",
    terms: { ...GAIN, yearDays: RATES.yearDays },
  },
  {
    id: "policy/perpetuity-value",
    name: { en: "value of the gain for ever", zh: "永续价值" },
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE,
    value: "gain / (annualRate / yearDays)",
    terms: { ...GAIN, ...RATES },
  },
  {
    id: "policy/perpetuity-value-compound",
    name: { en: "value of the gain for ever, compound", zh: "永续价值（复利）" },
    unit: "money",
    direction: "higher-is-better",
    source: SOURCE,
    value: "gain / dailyRate",
    terms: { ...GAIN, dailyRate: { en: "interest rate a day", zh: "日利率" } },
  },
];
