/**
 * @module ground/input-interest
 *
 * Interest among the inputs: a rate per year, and the days of the year that it is counted on.
 */
import { refuse } from "./errors.ts";
import type { Fraction } from "./fraction.ts";
import { ONE, ZERO } from "./fraction.ts";
import type { YearDays } from "./input-atoms.ts";
import { flag, numeric, optional, withDefault, yearDays } from "./input-atoms.ts";
import { toText } from "./numeric.ts";

/** What a rate of interest is read with. */
export interface InterestOptions {
  /** Lets an interest rate be above 1 (100 % a year), which is nearly always a percentage. */
  readonly allowHighRate?: boolean;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** An interest rate: a fraction of at least 0; {@link refuseHighRates} looks at its upper end. */
export const interestRate = () => numeric("fraction", { atLeast: ZERO });

/** The options of interest, for a schema. */
export const interestShape = () => ({
  allowHighRate: optional(flag()),
  yearDays: withDefault(yearDays(), 365),
});

/** Refuses interest rates above 1 unless the caller allows them. */
export function refuseHighRates(
  fn: string,
  rates: Readonly<Record<string, Fraction | undefined>>,
  allowHighRate: boolean | undefined,
): void {
  if (allowHighRate) return;
  for (const [path, rate] of Object.entries(rates)) {
    if (rate && rate.compare(ONE) > 0) refuse(fn, path, HIGH_RATE_RULE, toText(rate));
  }
}

const HIGH_RATE_RULE =
  "must be at most 1 (rates are fractions: write 6 % as 0.06), or `allowHighRate` stated";
