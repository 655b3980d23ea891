/**
 * @module policy/formulas-return
 *
 * The catalogue records of the return on what a plan puts into receivables.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SLIDE_59 = 'Ross, Westerfield and Jaffe, Corporate Finance; "3+1" deck, slide 59';

const CREDIT_SALES = { creditSales: { en: "credit sales", zh: "赊销额" } };
const YEAR = { yearDays: { en: "days of the year", zh: "年天数" } };
const INVESTMENT = {
  investmentBase: { en: "counted as invested", zh: "投资额口径" },
  sales: { en: "the price", zh: "售价" },
  cost: { en: "the variable cost", zh: "变动成本" },
  variableCostRate: { en: "variable-cost rate", zh: "变动成本率" },
};

/** Records of the incremental return. */
export const returnFormulas: readonly FormulaRecord[] = [
  {
    id: "policy/incremental-investment",
    name: { en: "incremental investment in receivables", zh: "增量应收账款投资" },
    unit: "money",
    direction: "neutral",
    source: SLIDE_59,
    value:
      "((plan.creditSales - base.creditSales) * plan.incrementDso " +
      "+ base.creditSales * plan.existingDsoChange) / yearDays " +
      '* if(investmentBase = "cost", variableCostRate, 1)',
    terms: {
      base: { en: "base", zh: "现行" },
      plan: { en: "plan", zh: "方案" },
      ...CREDIT_SALES,
      incrementDso: { en: "DSO of the increment", zh: "增量销售未清账期" },
      existingDsoChange: { en: "DSO change of existing sales", zh: "原有客户账期变化" },
      ...YEAR,
      ...INVESTMENT,
    },
  },
  {
    id: "policy/incremental-gain",
    name: { en: "gain before opportunity cost", zh: "扣除机会成本前增量收益" },
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_59,
    value: "profitChange - badDebtChange - managementCostChange",
    terms: {
      profitChange: { en: "profit change", zh: "利润变化" },
      badDebtChange: { en: "bad-debt change", zh: "坏账变化" },
      managementCostChange: { en: "management cost change", zh: "管理成本变化" },
    },
  },
  {
    id: "policy/incremental-return",
    name: { en: "incremental return", zh: "增量投资收益率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: SLIDE_59,
    value: "gain / investment",
    terms: {
      gain: { en: "gain before opportunity cost", zh: "扣除机会成本前增量收益" },
      investment: { en: "incremental investment", zh: "增量应收账款投资" },
    },
  },
];
