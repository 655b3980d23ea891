/**
 * @module policy/formulas
 *
 * The catalogue records of credit policies. Only `explain` reads them.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { breakEvenFormulas } from "./formulas-break-even.ts";
import { inKindFormulas } from "./formulas-in-kind.ts";
import { presentValueFormulas } from "./formulas-present-value.ts";
import { profitFormulas } from "./formulas-profit.ts";
import { returnFormulas } from "./formulas-return.ts";
import { securityFormulas } from "./formulas-security.ts";

const SLIDE_59 = '"3+1" deck, slides 57 to 59';

const SALES = {
  base: { en: "base", zh: "现行" },
  plan: { en: "plan", zh: "方案" },
  creditSales: { en: "credit sales", zh: "赊销额" },
};
const INVESTMENT = {
  annualRate: { en: "interest rate a year", zh: "年利率" },
  yearDays: { en: "days of the year", zh: "年天数" },
  investmentBase: { en: "counted as invested", zh: "投资额口径" },
  sales: { en: "the price", zh: "售价" },
  cost: { en: "the variable cost", zh: "变动成本" },
  variableCostRate: { en: "variable-cost rate", zh: "变动成本率" },
};
const CHANGES = {
  profitChange: { en: "profit change", zh: "利润变化" },
  opportunityCostChange: { en: "opportunity cost change", zh: "机会成本变化" },
  badDebtChange: { en: "bad-debt change", zh: "坏账变化" },
  managementCostChange: { en: "management cost change", zh: "管理成本变化" },
};

const marginalFormulas: readonly FormulaRecord[] = [
  {
    id: "policy/profit-change",
    name: CHANGES.profitChange,
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_59,
    value: "(plan.creditSales - base.creditSales) * base.margin",
    terms: { ...SALES, margin: { en: "margin", zh: "销售利润率" } },
  },
  {
    id: "policy/opportunity-cost-change",
    name: CHANGES.opportunityCostChange,
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_59,
    value:
      "((plan.creditSales - base.creditSales) * plan.incrementDso " +
      "+ base.creditSales * plan.existingDsoChange) / yearDays " +
      '* if(investmentBase = "cost", variableCostRate, 1) * annualRate',
    terms: {
      ...SALES,
      incrementDso: { en: "DSO of the increment", zh: "增量销售未清账期" },
      existingDsoChange: { en: "DSO change of existing sales", zh: "原有客户账期变化" },
      ...INVESTMENT,
    },
  },
  {
    id: "policy/bad-debt-change",
    name: CHANGES.badDebtChange,
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_59,
    value: "(plan.creditSales - base.creditSales) * plan.incrementBadDebtRate",
    terms: {
      ...SALES,
      incrementBadDebtRate: { en: "bad-debt rate of the increment", zh: "增量坏账率" },
    },
  },
  {
    id: "policy/management-cost-change",
    name: CHANGES.managementCostChange,
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_59,
    value: "managementCostChange",
    terms: { managementCostChange: CHANGES.managementCostChange },
  },
  {
    id: "policy/net-benefit",
    name: { en: "net benefit", zh: "净收益" },
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_59,
    value: "profitChange - opportunityCostChange - badDebtChange - managementCostChange",
    terms: CHANGES,
  },
];

/** Every formula of the domain. */
export const policyFormulas: readonly FormulaRecord[] = [
  ...marginalFormulas,
  ...presentValueFormulas,
  ...breakEvenFormulas,
  ...profitFormulas,
  ...returnFormulas,
  ...securityFormulas,
  ...inKindFormulas,
];
