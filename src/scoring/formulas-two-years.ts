/**
 * @module scoring/formulas-two-years
 *
 * The catalogue records of the ratios that compare two years.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { lines } from "./formulas-lines.ts";

const MODELS = "the solvency models that weigh it";

/** Records of ratios over mean balances, and of comparisons with the year before. */
export const twoYearsFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/cash-flow-to-average-liabilities",
    name: { en: "cash flow to average liabilities", zh: "现金流量与平均负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "(netIncome + depreciation) / averageLiabilities",
    terms: lines("netIncome", "depreciation", "averageLiabilities"),
  },
  {
    id: "scoring/cash-flow-to-average-assets",
    name: { en: "cash flow to average assets", zh: "现金流量与平均资产比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "(netIncome + interestExpense + depreciation) / averageAssets",
    terms: lines("netIncome", "interestExpense", "depreciation", "averageAssets"),
  },
  {
    id: "scoring/cash-flow-less-interest-to-average-assets",
    name: { en: "cash flow less interest to average assets", zh: "扣息现金流量与平均资产比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "(netIncome - interestExpense + depreciation) / averageAssets",
    terms: lines("netIncome", "interestExpense", "depreciation", "averageAssets"),
  },
  {
    id: "scoring/liabilities-exceed-assets",
    name: { en: "liabilities exceed assets", zh: "资不抵债" },
    unit: "count",
    direction: "lower-is-better",
    source: MODELS,
    value: "if(totalLiabilities > totalAssets, 1, 0)",
    terms: lines("totalLiabilities", "totalAssets"),
  },
  {
    id: "scoring/loss-in-both-years",
    name: { en: "a loss in both years", zh: "连续两年亏损" },
    unit: "count",
    direction: "lower-is-better",
    source: MODELS,
    value: "if(max(netIncome, previousNetIncome) < 0, 1, 0)",
    terms: lines("netIncome", "previousNetIncome"),
  },
  {
    id: "scoring/net-income-change",
    name: { en: "change of net income", zh: "净利润变动率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: MODELS,
    value:
      "if(abs(netIncome) + abs(previousNetIncome) = 0, 0, (netIncome - " +
      "previousNetIncome) / (abs(netIncome) + abs(previousNetIncome)))",
    terms: lines("netIncome", "previousNetIncome"),
  },
];
