/**
 * @module scoring/formulas-lines
 *
 * The names of the lines of financial statements, and the catalogue records of lines that are
 * computed.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const LINES = {
  currentAssets: { en: "current assets", zh: "流动资产" },
  cash: { en: "cash", zh: "货币资金" },
  inventory: { en: "inventory", zh: "存货" },
  receivables: { en: "receivables", zh: "应收账款" },
  payables: { en: "payables", zh: "应付账款" },
  totalAssets: { en: "total assets", zh: "资产总计" },
  intangibleAssets: { en: "intangible assets", zh: "无形资产" },
  currentLiabilities: { en: "current liabilities", zh: "流动负债" },
  totalLiabilities: { en: "total liabilities", zh: "负债总计" },
  equity: { en: "equity", zh: "所有者权益" },
  retainedEarnings: { en: "retained earnings", zh: "留存收益" },
  marketEquity: { en: "market value of equity", zh: "权益市值" },
  sales: { en: "sales", zh: "营业收入" },
  costOfSales: { en: "cost of sales", zh: "营业成本" },
  ebit: { en: "EBIT", zh: "息税前利润" },
  interestExpense: { en: "interest expense", zh: "利息费用" },
  profitBeforeTax: { en: "profit before tax", zh: "利润总额" },
  netIncome: { en: "net income", zh: "净利润" },
  depreciation: { en: "depreciation", zh: "折旧" },
  amortisation: { en: "amortisation", zh: "摊销" },
  deferredTax: { en: "deferred tax", zh: "递延所得税" },
  fundsFromOperations: { en: "funds from operations", zh: "经营所得资金" },
  previousNetIncome: { en: "net income of the year before", zh: "上年净利润" },
  averageAssets: { en: "average total assets", zh: "平均资产总额" },
  averageLiabilities: { en: "average liabilities", zh: "平均负债总额" },
  averageEquity: { en: "average equity", zh: "平均所有者权益" },
  yearDays: { en: "days of the year", zh: "年天数" },
};

/** The named ones of the lines. */
export function lines(...names: readonly (keyof typeof LINES)[]): FormulaRecord["terms"] {
  return Object.fromEntries(names.map((name) => [name, LINES[name]]));
}

/** Where plain definitions are from. */
export const COMMON = "common definitions";

/** Records of lines that are computed. */
export const lineFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/annualised",
    name: { en: "flow of a year", zh: "年化金额" },
    unit: "money",
    direction: "neutral",
    source: "ours: in proportion to time",
    value: "amount * year / covered",
    terms: {
      amount: { en: "flow of the period", zh: "期间发生额" },
      year: { en: "a year", zh: "全年" },
      covered: { en: "what the period covers", zh: "期间长度" },
      counted: { en: "counted in", zh: "计量单位" },
      months: { en: "months", zh: "月" },
      days: { en: "days", zh: "天" },
    },
  },
  {
    id: "scoring/funds-from-operations",
    name: { en: "funds from operations", zh: "经营所得资金" },
    unit: "money",
    direction: "higher-is-better",
    source: "approximation: net income + depreciation + amortisation",
    value: "netIncome + depreciation + amortisation",
    terms: lines("netIncome", "depreciation", "amortisation"),
  },
  {
    id: "scoring/average-balance",
    name: { en: "average of two balances", zh: "期初期末平均余额" },
    unit: "money",
    direction: "neutral",
    source: COMMON,
    value: "(opening + closing) / 2",
    terms: {
      opening: { en: "at the beginning", zh: "期初" },
      closing: { en: "at the end", zh: "期末" },
    },
  },
];
