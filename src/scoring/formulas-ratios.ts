/**
 * @module scoring/formulas-ratios
 *
 * The catalogue records of the ratios of financial statements.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { COMMON, lineFormulas, lines } from "./formulas-lines.ts";

/** Records of the ratios of a statement. */
const statementFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/current-ratio",
    name: { en: "current ratio", zh: "流动比率" },
    unit: "times",
    direction: "higher-is-better",
    source: COMMON,
    value: "currentAssets / currentLiabilities",
    terms: lines("currentAssets", "currentLiabilities"),
  },
  {
    id: "scoring/quick-ratio",
    name: { en: "quick ratio", zh: "速动比率" },
    unit: "times",
    direction: "higher-is-better",
    source: COMMON,
    value: "(currentAssets - inventory) / currentLiabilities",
    terms: lines("currentAssets", "inventory", "currentLiabilities"),
  },
  {
    id: "scoring/cash-ratio",
    name: { en: "cash ratio", zh: "现金比率" },
    unit: "times",
    direction: "higher-is-better",
    source: COMMON,
    value: "cash / currentLiabilities",
    terms: lines("cash", "currentLiabilities"),
  },
  {
    id: "scoring/debt-ratio",
    name: { en: "debt ratio", zh: "资产负债率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: COMMON,
    value: "totalLiabilities / totalAssets",
    terms: lines("totalLiabilities", "totalAssets"),
  },
  {
    id: "scoring/liabilities-to-equity",
    name: { en: "liabilities to equity", zh: "产权比率" },
    unit: "times",
    direction: "lower-is-better",
    source: COMMON,
    value: "totalLiabilities / equity",
    terms: lines("totalLiabilities", "equity"),
  },
  {
    id: "scoring/current-liabilities-to-equity",
    name: { en: "current liabilities to equity", zh: "流动负债与权益比率" },
    unit: "times",
    direction: "lower-is-better",
    source: COMMON,
    value: "currentLiabilities / equity",
    terms: lines("currentLiabilities", "equity"),
  },
  {
    id: "scoring/interest-cover",
    name: { en: "interest cover", zh: "利息保障倍数" },
    unit: "times",
    direction: "higher-is-better",
    source: COMMON,
    value: "ebit / interestExpense",
    terms: lines("ebit", "interestExpense"),
  },
  {
    id: "scoring/gross-margin",
    name: { en: "gross margin", zh: "毛利率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: COMMON,
    value: "(sales - costOfSales) / sales",
    terms: lines("sales", "costOfSales"),
  },
  {
    id: "scoring/net-margin",
    name: { en: "net margin", zh: "净利率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: COMMON,
    value: "netIncome / sales",
    terms: lines("netIncome", "sales"),
  },
  {
    id: "scoring/return-on-assets",
    name: { en: "return on assets", zh: "总资产净利率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: COMMON,
    value: "netIncome / totalAssets",
    terms: lines("netIncome", "totalAssets"),
  },
  {
    id: "scoring/return-on-equity",
    name: { en: "return on equity", zh: "净资产收益率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: COMMON,
    value: "netIncome / equity",
    terms: lines("netIncome", "equity"),
  },
  {
    id: "scoring/return-on-average-assets",
    name: { en: "return on average assets", zh: "平均总资产净利率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: COMMON,
    value: "netIncome / averageAssets",
    terms: lines("netIncome", "averageAssets"),
  },
  {
    id: "scoring/return-on-average-equity",
    name: { en: "return on average equity", zh: "加权平均净资产收益率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: COMMON,
    value: "netIncome / averageEquity",
    terms: lines("netIncome", "averageEquity"),
  },
  {
    id: "scoring/receivable-days",
    name: { en: "receivable days", zh: "应收账款周转天数" },
    unit: "days",
    direction: "lower-is-better",
    source: COMMON,
    value: "receivables * yearDays / sales",
    terms: lines("receivables", "yearDays", "sales"),
  },
  {
    id: "scoring/inventory-days",
    name: { en: "inventory days", zh: "存货周转天数" },
    unit: "days",
    direction: "lower-is-better",
    source: COMMON,
    value: "inventory * yearDays / costOfSales",
    terms: lines("inventory", "yearDays", "costOfSales"),
  },
  {
    id: "scoring/payable-days",
    name: { en: "payable days", zh: "应付账款周转天数" },
    unit: "days",
    direction: "neutral",
    source: COMMON,
    value: "payables * yearDays / costOfSales",
    terms: lines("payables", "yearDays", "costOfSales"),
  },
  {
    id: "scoring/cash-cycle",
    name: { en: "cash cycle", zh: "现金周转期" },
    unit: "days",
    direction: "lower-is-better",
    source: COMMON,
    value: "receivableDays + inventoryDays - payableDays",
    terms: {
      receivableDays: { en: "receivable days", zh: "应收账款周转天数" },
      inventoryDays: { en: "inventory days", zh: "存货周转天数" },
      payableDays: { en: "payable days", zh: "应付账款周转天数" },
    },
  },
];

const CHANGE = {
  current: { en: "this year", zh: "本期" },
  previous: { en: "the year before", zh: "上期" },
};

/** Records of how a ratio moved. */
const changeFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/share-change",
    name: { en: "change of a share", zh: "比率变动" },
    unit: "fraction",
    direction: "neutral",
    source: COMMON,
    value: "current - previous",
    terms: CHANGE,
  },
  {
    id: "scoring/multiple-change",
    name: { en: "change of a multiple", zh: "倍数变动" },
    unit: "times",
    direction: "neutral",
    source: COMMON,
    value: "current - previous",
    terms: CHANGE,
  },
  {
    id: "scoring/days-change",
    name: { en: "change of days", zh: "天数变动" },
    unit: "days",
    direction: "neutral",
    source: COMMON,
    value: "current - previous",
    terms: CHANGE,
  },
];

/** Records of lines, ratios and their changes. */
export const ratioFormulas: readonly FormulaRecord[] = [
  ...lineFormulas,
  ...statementFormulas,
  ...changeFormulas,
];
