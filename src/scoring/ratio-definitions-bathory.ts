/**
 * @module scoring/ratio-definitions-bathory
 *
 * The ratios of Bathory's model, where its variants differ in what is divided by what.
 */
import { sumOf } from "../ground/fraction.ts";
import type { RatioDefinition } from "./measure.ts";
import { quotient } from "./measure.ts";

/** Ratios of Bathory's model. */
export const BATHORY_RATIOS = {
  cashProfitToCurrentLiabilities: quotient(
    "scoring/cash-profit-to-current-liabilities",
    "times",
    ["profitBeforeTax", "depreciation", "deferredTax", "currentLiabilities"],
    (l) => [sumOf([l.profitBeforeTax, l.depreciation, l.deferredTax]), l.currentLiabilities],
    "current liabilities",
  ),
  cashProfitBeforeInterestToCurrentLiabilities: quotient(
    "scoring/cash-profit-before-interest-to-current-liabilities",
    "times",
    ["profitBeforeTax", "depreciation", "amortisation", "interestExpense", "currentLiabilities"],
    (l) => [
      sumOf([l.profitBeforeTax, l.depreciation, l.amortisation, l.interestExpense]),
      l.currentLiabilities,
    ],
    "current liabilities",
  ),
  profitBeforeTaxToWorkingCapital: quotient(
    "scoring/profit-before-tax-to-working-capital",
    "times",
    ["profitBeforeTax", "currentAssets", "currentLiabilities"],
    (l) => [l.profitBeforeTax, l.currentAssets.minus(l.currentLiabilities)],
    "working capital",
  ),
  profitBeforeTaxToCapitalEmployed: quotient(
    "scoring/profit-before-tax-to-capital-employed",
    "times",
    ["profitBeforeTax", "totalAssets", "currentLiabilities"],
    (l) => [l.profitBeforeTax, l.totalAssets.minus(l.currentLiabilities)],
    "capital employed",
  ),
  equityToCurrentLiabilities: quotient(
    "scoring/equity-to-current-liabilities",
    "times",
    ["equity", "currentLiabilities"],
    (l) => [l.equity, l.currentLiabilities],
    "current liabilities",
  ),
  tangibleNetWorthToLiabilities: quotient(
    "scoring/tangible-net-worth-to-liabilities",
    "times",
    ["equity", "intangibleAssets", "totalLiabilities"],
    (l) => [l.equity.minus(l.intangibleAssets), l.totalLiabilities],
    "total liabilities",
  ),
} as const satisfies Readonly<Record<string, RatioDefinition>>;
