/**
 * @module policy/formulas-profit
 *
 * The catalogue records of a policy's profit.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SLIDE_78 = 'ours; the terms: "3+1" deck, slide 78';

const CREDIT_SALES = { creditSales: { en: "credit sales", zh: "赊销额" } };
const COST_RATE = { variableCostRate: { en: "variable-cost rate", zh: "变动成本率" } };
const YEAR = { yearDays: { en: "days of the year", zh: "年天数" } };
const RATE = { annualRate: { en: "interest rate a year", zh: "年利率" } };
const COLLECTIONS = {
  collections: { en: "by time of payment", zh: "按收款时间" },
  share: { en: "share", zh: "比例" },
  discountRate: { en: "discount rate", zh: "折扣率" },
};
const INVESTMENT = {
  investmentBase: { en: "counted as invested", zh: "投资额口径" },
  sales: { en: "the price", zh: "售价" },
  cost: { en: "the variable cost", zh: "变动成本" },
  ...COST_RATE,
};
const BAD_DEBT_RATE = { badDebtRate: { en: "bad-debt rate", zh: "坏账率" } };
const BAD_DEBT_COST = { en: "bad-debt cost", zh: "坏账成本" };
const DISCOUNT_COST = { en: "discounts", zh: "现金折扣成本" };
const PROFIT_BEFORE = { en: "profit before the cost of credit", zh: "信用成本前收益" };
const CONTRIBUTION = { en: "contribution", zh: "边际贡献" };
const RECEIVABLES = { en: "receivables on the average", zh: "应收账款平均余额" };

/** Records of a policy's profit. */
export const profitFormulas: readonly FormulaRecord[] = [
  {
    id: "policy/contribution",
    name: CONTRIBUTION,
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_78,
    value: "creditSales * (1 - variableCostRate)",
    terms: { ...CREDIT_SALES, ...COST_RATE },
  },
  {
    id: "policy/average-collection-days",
    name: { en: "average collection days", zh: "平均收现期" },
    unit: "days",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "sum(collections.weighted)",
    columns: { collections: { weighted: "share * day" } },
    terms: {
      ...COLLECTIONS,
      day: { en: "day", zh: "天" },
      weighted: { en: "share × day", zh: "加权天数" },
    },
  },
  {
    id: "policy/receivables",
    name: RECEIVABLES,
    unit: "money",
    direction: "neutral",
    source: SLIDE_78,
    value: "creditSales * averageCollectionDays / yearDays",
    terms: {
      ...CREDIT_SALES,
      averageCollectionDays: { en: "average collection days", zh: "平均收现期" },
      ...YEAR,
    },
  },
  {
    id: "policy/investment",
    name: { en: "investment in receivables", zh: "应收账款占用资金" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: 'receivables * if(investmentBase = "cost", variableCostRate, 1)',
    terms: { receivables: RECEIVABLES, ...INVESTMENT },
  },
  {
    id: "policy/discount-cost",
    name: DISCOUNT_COST,
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "creditSales * sum(collections.discount)",
    columns: { collections: { discount: "share * discountRate" } },
    terms: {
      ...CREDIT_SALES,
      ...COLLECTIONS,
      discount: { en: "share × discount rate", zh: "比例×折扣率" },
    },
  },
  {
    id: "policy/opportunity-cost",
    name: { en: "opportunity cost of receivables", zh: "应收账款机会成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "investment * annualRate",
    terms: { investment: { en: "investment in receivables", zh: "应收账款占用资金" }, ...RATE },
  },
  {
    id: "policy/other-investment-cost",
    name: { en: "opportunity cost of other investment", zh: "其他占用资金机会成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "otherInvestment * annualRate",
    terms: { otherInvestment: { en: "other investment", zh: "其他占用资金" }, ...RATE },
  },
  {
    id: "policy/bad-debt-cost",
    name: BAD_DEBT_COST,
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "creditSales * badDebtRate",
    terms: { ...CREDIT_SALES, ...BAD_DEBT_RATE },
  },
  {
    id: "policy/bad-debt-cost-undiscounted",
    name: { en: "bad-debt cost of sales without discount", zh: "未享受折扣部分的坏账成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "creditSales * sum(collections.exposed) * badDebtRate",
    columns: { collections: { exposed: "if(discountRate = 0, share, 0)" } },
    terms: {
      ...CREDIT_SALES,
      ...BAD_DEBT_RATE,
      ...COLLECTIONS,
      exposed: { en: "share without discount", zh: "未享受折扣比例" },
    },
  },
  {
    id: "policy/bad-debt-cost-given",
    name: { en: "bad-debt cost as given", zh: "坏账成本（给定）" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE_78,
    value: "badDebt",
    terms: { badDebt: { en: "bad debts", zh: "坏账金额" } },
  },
  {
    id: "policy/profit-before-credit-cost",
    name: PROFIT_BEFORE,
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_78,
    value: "contribution - discountCost",
    terms: { contribution: CONTRIBUTION, discountCost: DISCOUNT_COST },
  },
  {
    id: "policy/profit-after-credit-cost",
    name: { en: "profit after the cost of credit", zh: "信用成本后收益" },
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_78,
    value:
      "profitBeforeCreditCost - opportunityCost - otherInvestmentCost - badDebtCost " +
      "- collectionCost - managementCost",
    terms: {
      profitBeforeCreditCost: PROFIT_BEFORE,
      opportunityCost: { en: "opportunity cost of receivables", zh: "应收账款机会成本" },
      otherInvestmentCost: { en: "that of other investment", zh: "其他占用资金机会成本" },
      badDebtCost: BAD_DEBT_COST,
      collectionCost: { en: "collection cost", zh: "收账费用" },
      managementCost: { en: "management cost", zh: "管理成本" },
    },
  },
  {
    id: "policy/bad-debt-share",
    name: { en: "bad debts to credit sales", zh: "坏账占赊销额比例" },
    unit: "fraction",
    direction: "lower-is-better",
    source: '"3+1" deck, slide 86',
    value: "badDebtCost / creditSales",
    terms: { badDebtCost: BAD_DEBT_COST, ...CREDIT_SALES },
  },
  {
    id: "policy/profit-gain",
    name: { en: "gain in profit", zh: "收益增量" },
    unit: "money",
    direction: "higher-is-better",
    source: '"3+1" deck, slide 57',
    value: "planProfit - baseProfit",
    terms: {
      planProfit: { en: "profit of the plan", zh: "方案收益" },
      baseProfit: { en: "profit as it is", zh: "现行收益" },
    },
  },
];
