/**
 * @module collections/interest-rates
 *
 * Rates of late-payment interest that change over time.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { isoDay, list, object, optional, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** A rate and the day from which it holds: per day or per year, one of the two. */
export interface InterestRate {
  /** First day that it counts for. */
  readonly from: string;
  /** Per day: 0.0005 is 0.05 %. A fraction. */
  readonly perDay?: Numeric;
  /** Per year: 0.08 is 8 %. A fraction. */
  readonly perYear?: Numeric;
}

/** A rate as read. */
export interface ReadRate {
  readonly from: number;
  readonly rate: Fraction;
  readonly per: "day" | "year";
}

/** The schema of a list of {@link InterestRate}. */
export const interestRates = () =>
  list(object({ from: isoDay(), perDay: optional(rate()), perYear: optional(rate()) }), {
    atLeast: 1,
    atMost: 1000,
  });

interface GivenRate {
  readonly from: number;
  readonly perDay?: Fraction | undefined;
  readonly perYear?: Fraction | undefined;
}

/** Rates that ascend, the first from the first late day or before, each per day or per year. */
export function readRates(
  fn: string,
  rates: readonly GivenRate[],
  firstLateDay: number,
): ReadRate[] {
  return rates.map(({ from, perDay, perYear }, index) => {
    const path = `rates[${String(index)}]`;
    const before = rates[index - 1];
    if (before && from <= before.from) {
      refuse(fn, `${path}.from`, `must be after ${formatDay(before.from)}`, formatDay(from));
    }
    if (!before && from > firstLateDay) {
      const rule = `must be ${formatDay(firstLateDay)} or before, the first day of interest`;
      refuse(fn, `${path}.from`, rule, formatDay(from));
    }
    if (perDay && !perYear) return { from, rate: perDay, per: "day" as const };
    if (perYear && !perDay) return { from, rate: perYear, per: "year" as const };
    return refuse(fn, path, "must have one of perDay and perYear");
  });
}
