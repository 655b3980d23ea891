/**
 * @module scoring/ratios-types
 *
 * What `financialRatios` answers.
 */
import type { Absent, Figure } from "../ground/figure.ts";

/** A ratio of a statement, or why it has none: a line is missing, a divisor is not above 0. */
export type Ratio = Figure | Absent;

/** The ratios of one statement. */
export interface FinancialRatios {
  /** Current assets ÷ current liabilities. */
  readonly currentRatio: Ratio;
  /** (Current assets − inventory) ÷ current liabilities. */
  readonly quickRatio: Ratio;
  /** Cash ÷ current liabilities. */
  readonly cashRatio: Ratio;
  /** Total liabilities ÷ total assets. */
  readonly debtRatio: Ratio;
  /** Total liabilities ÷ equity. */
  readonly liabilitiesToEquity: Ratio;
  /** Current liabilities ÷ equity. */
  readonly currentLiabilitiesToEquity: Ratio;
  /** EBIT ÷ interest expense. */
  readonly interestCover: Ratio;
  /** (Sales − cost of sales) ÷ sales. */
  readonly grossMargin: Ratio;
  /** Net income ÷ sales. */
  readonly netMargin: Ratio;
  /** Net income ÷ total assets at the end. */
  readonly returnOnAssets: Ratio;
  /** Net income ÷ equity at the end. */
  readonly returnOnEquity: Ratio;
  /** Receivables ÷ sales × days of the year. */
  readonly receivableDays: Ratio;
  /** Inventory ÷ cost of sales × days of the year. */
  readonly inventoryDays: Ratio;
  /** Payables ÷ cost of sales × days of the year. */
  readonly payableDays: Ratio;
  /** Receivable days + inventory days − payable days. */
  readonly cashCycle: Ratio;
  /** (Current assets − current liabilities) ÷ total assets. */
  readonly workingCapitalToAssets: Ratio;
  /** Retained earnings ÷ total assets. */
  readonly retainedEarningsToAssets: Ratio;
  /** EBIT ÷ total assets. */
  readonly ebitToAssets: Ratio;
  /** Equity by the books ÷ total liabilities. */
  readonly equityToLiabilities: Ratio;
  /** Equity at its market price ÷ total liabilities. */
  readonly marketEquityToLiabilities: Ratio;
  /** Sales ÷ total assets. */
  readonly salesToAssets: Ratio;
  /** Profit before tax ÷ current liabilities. */
  readonly profitBeforeTaxToCurrentLiabilities: Ratio;
  /** Current liabilities ÷ current assets. */
  readonly currentLiabilitiesToCurrentAssets: Ratio;
  /** Funds from operations ÷ total liabilities. */
  readonly fundsFromOperationsToLiabilities: Ratio;
  /** Net income ÷ mean of total assets at both ends of the year. */
  readonly returnOnAverageAssets: Ratio;
  /** Net income ÷ mean of equity at both ends of the year. */
  readonly returnOnAverageEquity: Ratio;
}

/** The name of a ratio. */
export type RatioName = keyof FinancialRatios;

/** How one ratio moved. */
export interface RatioTrend {
  /** The change of each statement after the first against the one before. */
  readonly changes: readonly Ratio[];
  /** Where all changes point; `unknown` where one of them has no value. */
  readonly direction: "rising" | "falling" | "level" | "mixed" | "unknown";
}

/** The ratios of several statements, and how they moved. */
export interface FinancialRatiosOverTime {
  /** The ratios of each statement, in the order given. */
  readonly years: readonly FinancialRatios[];
  /** Each ratio over the years. */
  readonly trend: Readonly<Record<RatioName, RatioTrend>>;
}
