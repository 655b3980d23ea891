/**
 * @module ground/periods
 *
 * Sales by period: the rows that a ledger gives and that the DSO functions take.
 */
import type { Fraction } from "./fraction.ts";
import type { Numeric } from "./numeric.ts";

/** Credit sales of one period. A list of them is ascending, without gap or repeat. */
export interface SalesPeriod {
  /** A month `2001-06`, a quarter `2001-Q2`, a year `2001`, or the dates of both ends. */
  readonly period: string | SalesPeriodSpan;
  /** Credit sales of the period. Money; negative where returns exceed sales. */
  readonly sales: Numeric;
  /** Days of the period; they follow from `period`, and when given must equal them. */
  readonly days?: Numeric;
  /** What is still open of the period's sales. Money; negative where its credits exceed it. */
  readonly outstanding?: Numeric;
}

/** A period that is no whole month, quarter or year, by its dates `YYYY-MM-DD`. */
export interface SalesPeriodSpan {
  /** First day. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly to: string;
}

/** A {@link SalesPeriod} as it was read, or as a ledger counted it. */
export interface ReadPeriod {
  /** `2001-06`, `2001-Q2`, `2001` or `2001-06-01..2001-06-15`. */
  readonly period: string;
  /** First day, as its day number. */
  readonly from: number;
  /** Last day, inclusive, as its day number. */
  readonly to: number;
  /** Days by the calendar. */
  readonly days: number;
  readonly sales: Fraction;
  readonly outstanding?: Fraction | undefined;
}

/** Periods that one list may have. */
export const MAX_PERIODS = 10_000;
