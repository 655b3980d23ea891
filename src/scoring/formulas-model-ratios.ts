/**
 * @module scoring/formulas-model-ratios
 *
 * The catalogue records of the ratios that the solvency models weigh.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { lines } from "./formulas-lines.ts";

const MODELS = "the solvency models that weigh it";

/** Records of the models' ratios. */
export const modelRatioFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/working-capital-to-assets",
    name: { en: "working capital to assets", zh: "营运资本与资产比率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: MODELS,
    value: "(currentAssets - currentLiabilities) / totalAssets",
    terms: lines("currentAssets", "currentLiabilities", "totalAssets"),
  },
  {
    id: "scoring/retained-earnings-to-assets",
    name: { en: "retained earnings to assets", zh: "留存收益与资产比率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: MODELS,
    value: "retainedEarnings / totalAssets",
    terms: lines("retainedEarnings", "totalAssets"),
  },
  {
    id: "scoring/ebit-to-assets",
    name: { en: "EBIT to assets", zh: "息税前利润与资产比率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: MODELS,
    value: "ebit / totalAssets",
    terms: lines("ebit", "totalAssets"),
  },
  {
    id: "scoring/equity-to-liabilities",
    name: { en: "equity to liabilities", zh: "权益与负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "equity / totalLiabilities",
    terms: lines("equity", "totalLiabilities"),
  },
  {
    id: "scoring/market-equity-to-liabilities",
    name: { en: "market equity to liabilities", zh: "权益市值与负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "marketEquity / totalLiabilities",
    terms: lines("marketEquity", "totalLiabilities"),
  },
  {
    id: "scoring/sales-to-assets",
    name: { en: "sales to assets", zh: "总资产周转率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "sales / totalAssets",
    terms: lines("sales", "totalAssets"),
  },
  {
    id: "scoring/profit-before-tax-to-current-liabilities",
    name: { en: "profit before tax to current liabilities", zh: "利润总额与流动负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "profitBeforeTax / currentLiabilities",
    terms: lines("profitBeforeTax", "currentLiabilities"),
  },
  {
    id: "scoring/current-liabilities-to-current-assets",
    name: { en: "current liabilities to current assets", zh: "流动负债与流动资产比率" },
    unit: "times",
    direction: "lower-is-better",
    source: MODELS,
    value: "currentLiabilities / currentAssets",
    terms: lines("currentLiabilities", "currentAssets"),
  },
  {
    id: "scoring/funds-from-operations-to-liabilities",
    name: { en: "funds from operations to liabilities", zh: "经营所得资金与负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "fundsFromOperations / totalLiabilities",
    terms: lines("fundsFromOperations", "totalLiabilities"),
  },
  {
    id: "scoring/cash-profit-to-current-liabilities",
    name: { en: "cash profit to current liabilities", zh: "毛现金利润与流动负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "(profitBeforeTax + depreciation + deferredTax) / currentLiabilities",
    terms: lines("profitBeforeTax", "depreciation", "deferredTax", "currentLiabilities"),
  },
  {
    id: "scoring/cash-profit-before-interest-to-current-liabilities",
    name: {
      en: "cash profit before interest to current liabilities",
      zh: "息前现金利润与流动负债比率",
    },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value:
      "(profitBeforeTax + depreciation + amortisation + interestExpense) / " + "currentLiabilities",
    terms: lines(
      "profitBeforeTax",
      "depreciation",
      "amortisation",
      "interestExpense",
      "currentLiabilities",
    ),
  },
  {
    id: "scoring/profit-before-tax-to-working-capital",
    name: { en: "profit before tax to working capital", zh: "利润总额与营运资本比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "profitBeforeTax / (currentAssets - currentLiabilities)",
    terms: lines("profitBeforeTax", "currentAssets", "currentLiabilities"),
  },
  {
    id: "scoring/profit-before-tax-to-capital-employed",
    name: { en: "profit before tax to capital employed", zh: "利润总额与占用资本比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "profitBeforeTax / (totalAssets - currentLiabilities)",
    terms: lines("profitBeforeTax", "totalAssets", "currentLiabilities"),
  },
  {
    id: "scoring/equity-to-current-liabilities",
    name: { en: "equity to current liabilities", zh: "权益与流动负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "equity / currentLiabilities",
    terms: lines("equity", "currentLiabilities"),
  },
  {
    id: "scoring/tangible-net-worth-to-liabilities",
    name: { en: "tangible net worth to liabilities", zh: "有形净资产与负债比率" },
    unit: "times",
    direction: "higher-is-better",
    source: MODELS,
    value: "(equity - intangibleAssets) / totalLiabilities",
    terms: lines("equity", "intangibleAssets", "totalLiabilities"),
  },
];
