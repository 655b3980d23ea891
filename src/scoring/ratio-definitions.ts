/**
 * @module scoring/ratio-definitions
 *
 * The ratios of one statement: the id of each, the lines it needs, what is divided by what. Each
 * stands by itself, so that a model takes along those that it weighs and no others.
 */
import type { RatioDefinition } from "./measure.ts";
import { quotient } from "./measure.ts";

/** Current assets ÷ current liabilities. */
export const currentRatio = /* @__PURE__ */ quotient(
  "scoring/current-ratio",
  "times",
  ["currentAssets", "currentLiabilities"],
  (l) => [l.currentAssets, l.currentLiabilities],
  "current liabilities",
);

/** (Current assets − inventory) ÷ current liabilities. */
export const quickRatio = /* @__PURE__ */ quotient(
  "scoring/quick-ratio",
  "times",
  ["currentAssets", "inventory", "currentLiabilities"],
  (l) => [l.currentAssets.minus(l.inventory), l.currentLiabilities],
  "current liabilities",
);

/** Cash ÷ current liabilities. */
export const cashRatio = /* @__PURE__ */ quotient(
  "scoring/cash-ratio",
  "times",
  ["cash", "currentLiabilities"],
  (l) => [l.cash, l.currentLiabilities],
  "current liabilities",
);

/** Total liabilities ÷ total assets. */
export const debtRatio = /* @__PURE__ */ quotient(
  "scoring/debt-ratio",
  "fraction",
  ["totalLiabilities", "totalAssets"],
  (l) => [l.totalLiabilities, l.totalAssets],
  "total assets",
);

/** Total liabilities ÷ equity. */
export const liabilitiesToEquity = /* @__PURE__ */ quotient(
  "scoring/liabilities-to-equity",
  "times",
  ["totalLiabilities", "equity"],
  (l) => [l.totalLiabilities, l.equity],
  "equity",
);

/** Current liabilities ÷ equity. */
export const currentLiabilitiesToEquity = /* @__PURE__ */ quotient(
  "scoring/current-liabilities-to-equity",
  "times",
  ["currentLiabilities", "equity"],
  (l) => [l.currentLiabilities, l.equity],
  "equity",
);

/** Earnings before interest and tax ÷ interest expense. */
export const interestCover = /* @__PURE__ */ quotient(
  "scoring/interest-cover",
  "times",
  ["ebit", "interestExpense"],
  (l) => [l.ebit, l.interestExpense],
  "interest expense",
);

/** (Sales − cost of sales) ÷ sales. */
export const grossMargin = /* @__PURE__ */ quotient(
  "scoring/gross-margin",
  "fraction",
  ["sales", "costOfSales"],
  (l) => [l.sales.minus(l.costOfSales), l.sales],
  "sales",
);

/** Net income ÷ sales. */
export const netMargin = /* @__PURE__ */ quotient(
  "scoring/net-margin",
  "fraction",
  ["netIncome", "sales"],
  (l) => [l.netIncome, l.sales],
  "sales",
);

/** Net income ÷ total assets. */
export const returnOnAssets = /* @__PURE__ */ quotient(
  "scoring/return-on-assets",
  "fraction",
  ["netIncome", "totalAssets"],
  (l) => [l.netIncome, l.totalAssets],
  "total assets",
);

/** Net income ÷ equity. */
export const returnOnEquity = /* @__PURE__ */ quotient(
  "scoring/return-on-equity",
  "fraction",
  ["netIncome", "equity"],
  (l) => [l.netIncome, l.equity],
  "equity",
);

/** (Current assets − current liabilities) ÷ total assets. */
export const workingCapitalToAssets = /* @__PURE__ */ quotient(
  "scoring/working-capital-to-assets",
  "fraction",
  ["currentAssets", "currentLiabilities", "totalAssets"],
  (l) => [l.currentAssets.minus(l.currentLiabilities), l.totalAssets],
  "total assets",
);

/** Retained earnings ÷ total assets. */
export const retainedEarningsToAssets = /* @__PURE__ */ quotient(
  "scoring/retained-earnings-to-assets",
  "fraction",
  ["retainedEarnings", "totalAssets"],
  (l) => [l.retainedEarnings, l.totalAssets],
  "total assets",
);

/** Earnings before interest and tax ÷ total assets. */
export const ebitToAssets = /* @__PURE__ */ quotient(
  "scoring/ebit-to-assets",
  "fraction",
  ["ebit", "totalAssets"],
  (l) => [l.ebit, l.totalAssets],
  "total assets",
);

/** Equity by the books ÷ total liabilities. */
export const equityToLiabilities = /* @__PURE__ */ quotient(
  "scoring/equity-to-liabilities",
  "times",
  ["equity", "totalLiabilities"],
  (l) => [l.equity, l.totalLiabilities],
  "total liabilities",
);

/** Equity at its market price ÷ total liabilities. */
export const marketEquityToLiabilities = /* @__PURE__ */ quotient(
  "scoring/market-equity-to-liabilities",
  "times",
  ["marketEquity", "totalLiabilities"],
  (l) => [l.marketEquity, l.totalLiabilities],
  "total liabilities",
);

/** Sales ÷ total assets. */
export const salesToAssets = /* @__PURE__ */ quotient(
  "scoring/sales-to-assets",
  "times",
  ["sales", "totalAssets"],
  (l) => [l.sales, l.totalAssets],
  "total assets",
);

/** Profit before tax ÷ current liabilities. */
export const profitBeforeTaxToCurrentLiabilities = /* @__PURE__ */ quotient(
  "scoring/profit-before-tax-to-current-liabilities",
  "times",
  ["profitBeforeTax", "currentLiabilities"],
  (l) => [l.profitBeforeTax, l.currentLiabilities],
  "current liabilities",
);

/** Current liabilities ÷ current assets. */
export const currentLiabilitiesToCurrentAssets = /* @__PURE__ */ quotient(
  "scoring/current-liabilities-to-current-assets",
  "times",
  ["currentLiabilities", "currentAssets"],
  (l) => [l.currentLiabilities, l.currentAssets],
  "current assets",
);

/** Funds from operations ÷ total liabilities. */
export const fundsFromOperationsToLiabilities = /* @__PURE__ */ quotient(
  "scoring/funds-from-operations-to-liabilities",
  "times",
  ["fundsFromOperations", "totalLiabilities"],
  (l) => [l.fundsFromOperations, l.totalLiabilities],
  "total liabilities",
);

/** Ratios of liquidity, of debt and of profit. */
export const STATEMENT_RATIOS = {
  currentRatio,
  quickRatio,
  cashRatio,
  debtRatio,
  liabilitiesToEquity,
  currentLiabilitiesToEquity,
  interestCover,
  grossMargin,
  netMargin,
  returnOnAssets,
  returnOnEquity,
} as const satisfies Readonly<Record<string, RatioDefinition>>;

/** Ratios that the solvency models weigh; some of those above are among them, too. */
export const MODEL_RATIOS = {
  workingCapitalToAssets,
  retainedEarningsToAssets,
  ebitToAssets,
  equityToLiabilities,
  marketEquityToLiabilities,
  salesToAssets,
  profitBeforeTaxToCurrentLiabilities,
  currentLiabilitiesToCurrentAssets,
  fundsFromOperationsToLiabilities,
} as const satisfies Readonly<Record<string, RatioDefinition>>;
