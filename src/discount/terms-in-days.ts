/**
 * @module discount/terms-in-days
 *
 * Terms whose discounts and net day are all numbers of days from one date: what an annual rate and
 * an average collection time can be counted on.
 */
import { CreditError } from "../ground/errors.ts";
import { Fraction, ZERO } from "../ground/fraction.ts";
import type { InternalTerms } from "../terms/reader.ts";

/** A discount and the last day on which it is earned. */
export interface TierInDays {
  readonly discountRate: Fraction;
  readonly day: Fraction;
}

/** Discounts by day, and the day on which the whole is due. */
export interface TermsInDays {
  readonly tiers: readonly TierInDays[];
  readonly netDay: Fraction;
}

/** The terms in days; month ends, fixed days of the month and installments are `unsupported`. */
export function termsInDays(fn: string, path: string, terms: InternalTerms): TermsInDays {
  const { due, installments, tiers } = terms;
  if (due.kind !== "days" || installments) {
    const rule = "must be due as a whole, after a number of days";
    throw new CreditError("unsupported", fn, [{ path, rule }]);
  }
  return {
    tiers: tiers.map(({ rate, days }) => ({ discountRate: rate, day: Fraction.whole(days) })),
    netDay: Fraction.whole(due.days),
  };
}

/** Each way of paying: the discounts, then the whole on the net day. */
export function waysOfPaying({ tiers, netDay }: TermsInDays): readonly TierInDays[] {
  return [...tiers, { discountRate: ZERO, day: netDay }];
}
