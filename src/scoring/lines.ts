/**
 * @module scoring/lines
 *
 * The lines of a financial statement by name: which are never below 0, and which add up over a
 * period. Names alone, for those who read statements by other means.
 */

/** Balances that are never below 0. */
export const AMOUNTS = [
  "currentAssets",
  "cash",
  "inventory",
  "receivables",
  "payables",
  "totalAssets",
  "fixedAssets",
  "intangibleAssets",
  "currentLiabilities",
  "totalLiabilities",
  "interestBearingDebt",
  "marketEquity",
] as const;

/** Balances of either sign. */
export const SIGNED = ["equity", "retainedEarnings"] as const;

/** Flows that are never below 0. */
export const FLOW_AMOUNTS = ["interestExpense", "depreciation", "amortisation"] as const;

/** Flows of either sign. */
export const SIGNED_FLOWS = [
  "sales",
  "costOfSales",
  "ebit",
  "profitBeforeTax",
  "tax",
  "netIncome",
  "deferredTax",
  "operatingCashFlow",
  "fundsFromOperations",
] as const;

/** The lines that add up over a period. */
export const FLOWS = [...FLOW_AMOUNTS, ...SIGNED_FLOWS] as const;

/** The lines of a balance sheet. */
const BALANCES = [...AMOUNTS, ...SIGNED] as const;

/** Every line with an amount. */
export const LINES = [...BALANCES, ...FLOWS] as const;

/** A line with an amount. */
export type StatementLine = (typeof LINES)[number];
