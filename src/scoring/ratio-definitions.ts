/**
 * @module scoring/ratio-definitions
 *
 * The ratios of one statement, each by its name: its id, the lines it needs, what is divided by
 * what.
 */
import type { RatioDefinition } from "./measure.ts";
import { quotient } from "./measure.ts";

/** Ratios of liquidity, of debt and of profit. */
export const STATEMENT_RATIOS = {
  currentRatio: quotient(
    "scoring/current-ratio",
    "times",
    ["currentAssets", "currentLiabilities"],
    (l) => [l.currentAssets, l.currentLiabilities],
    "current liabilities",
  ),
  quickRatio: quotient(
    "scoring/quick-ratio",
    "times",
    ["currentAssets", "inventory", "currentLiabilities"],
    (l) => [l.currentAssets.minus(l.inventory), l.currentLiabilities],
    "current liabilities",
  ),
  cashRatio: quotient(
    "scoring/cash-ratio",
    "times",
    ["cash", "currentLiabilities"],
    (l) => [l.cash, l.currentLiabilities],
    "current liabilities",
  ),
  debtRatio: quotient(
    "scoring/debt-ratio",
    "fraction",
    ["totalLiabilities", "totalAssets"],
    (l) => [l.totalLiabilities, l.totalAssets],
    "total assets",
  ),
  liabilitiesToEquity: quotient(
    "scoring/liabilities-to-equity",
    "times",
    ["totalLiabilities", "equity"],
    (l) => [l.totalLiabilities, l.equity],
    "equity",
  ),
  currentLiabilitiesToEquity: quotient(
    "scoring/current-liabilities-to-equity",
    "times",
    ["currentLiabilities", "equity"],
    (l) => [l.currentLiabilities, l.equity],
    "equity",
  ),
  interestCover: quotient(
    "scoring/interest-cover",
    "times",
    ["ebit", "interestExpense"],
    (l) => [l.ebit, l.interestExpense],
    "interest expense",
  ),
  grossMargin: quotient(
    "scoring/gross-margin",
    "fraction",
    ["sales", "costOfSales"],
    (l) => [l.sales.minus(l.costOfSales), l.sales],
    "sales",
  ),
  netMargin: quotient(
    "scoring/net-margin",
    "fraction",
    ["netIncome", "sales"],
    (l) => [l.netIncome, l.sales],
    "sales",
  ),
  returnOnAssets: quotient(
    "scoring/return-on-assets",
    "fraction",
    ["netIncome", "totalAssets"],
    (l) => [l.netIncome, l.totalAssets],
    "total assets",
  ),
  returnOnEquity: quotient(
    "scoring/return-on-equity",
    "fraction",
    ["netIncome", "equity"],
    (l) => [l.netIncome, l.equity],
    "equity",
  ),
} as const satisfies Readonly<Record<string, RatioDefinition>>;

/** Ratios that the solvency models weigh; some of those above are among them, too. */
export const MODEL_RATIOS = {
  workingCapitalToAssets: quotient(
    "scoring/working-capital-to-assets",
    "fraction",
    ["currentAssets", "currentLiabilities", "totalAssets"],
    (l) => [l.currentAssets.minus(l.currentLiabilities), l.totalAssets],
    "total assets",
  ),
  retainedEarningsToAssets: quotient(
    "scoring/retained-earnings-to-assets",
    "fraction",
    ["retainedEarnings", "totalAssets"],
    (l) => [l.retainedEarnings, l.totalAssets],
    "total assets",
  ),
  ebitToAssets: quotient(
    "scoring/ebit-to-assets",
    "fraction",
    ["ebit", "totalAssets"],
    (l) => [l.ebit, l.totalAssets],
    "total assets",
  ),
  equityToLiabilities: quotient(
    "scoring/equity-to-liabilities",
    "times",
    ["equity", "totalLiabilities"],
    (l) => [l.equity, l.totalLiabilities],
    "total liabilities",
  ),
  marketEquityToLiabilities: quotient(
    "scoring/market-equity-to-liabilities",
    "times",
    ["marketEquity", "totalLiabilities"],
    (l) => [l.marketEquity, l.totalLiabilities],
    "total liabilities",
  ),
  salesToAssets: quotient(
    "scoring/sales-to-assets",
    "times",
    ["sales", "totalAssets"],
    (l) => [l.sales, l.totalAssets],
    "total assets",
  ),
  profitBeforeTaxToCurrentLiabilities: quotient(
    "scoring/profit-before-tax-to-current-liabilities",
    "times",
    ["profitBeforeTax", "currentLiabilities"],
    (l) => [l.profitBeforeTax, l.currentLiabilities],
    "current liabilities",
  ),
  currentLiabilitiesToCurrentAssets: quotient(
    "scoring/current-liabilities-to-current-assets",
    "times",
    ["currentLiabilities", "currentAssets"],
    (l) => [l.currentLiabilities, l.currentAssets],
    "current assets",
  ),
  fundsFromOperationsToLiabilities: quotient(
    "scoring/funds-from-operations-to-liabilities",
    "times",
    ["fundsFromOperations", "totalLiabilities"],
    (l) => [l.fundsFromOperations, l.totalLiabilities],
    "total liabilities",
  ),
} as const satisfies Readonly<Record<string, RatioDefinition>>;
