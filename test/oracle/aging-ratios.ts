/** The oracle of the ratios that read an aging or a list of balances. */
import Fraction from "fraction.js";

import { fraction, sum } from "./calendar.ts";
import type { Numeric, Reason } from "./calendar.ts";

function share(part: Numeric, whole: Numeric): Fraction | Reason {
  const denominator = fraction(whole);
  return denominator.compare(0) <= 0 ? "not_defined" : fraction(part).div(denominator);
}

export function overdueRate(overdue: Numeric, receivables: Numeric): Fraction | Reason {
  return share(overdue, receivables);
}

export function currentShare(current: Numeric, receivables: Numeric): Fraction | Reason {
  return share(current, receivables);
}

/** Days beyond terms from the middles of the buckets, over all receivables. */
export function daysBeyondTermsFromBuckets(
  buckets: readonly { amount: Numeric; days: Numeric }[],
  receivables: Numeric,
): Fraction | Reason {
  const weighted = buckets.map(({ amount, days }) => fraction(amount).mul(fraction(days)));
  return share(sum(weighted), receivables);
}

export interface Concentration {
  hhi: Fraction;
  effectiveNumber: Fraction;
  /** (HHI − 1/n) ÷ (1 − 1/n); not defined for one balance. */
  normalised: Fraction | Reason;
  topShares: { n: number; share: Fraction }[];
  counted: number;
  /** Balances that are 0 or negative. */
  leftOut: number;
}

export function concentration(
  balances: readonly { party: string; amount: Numeric }[],
  top: readonly number[] = [],
): Concentration | Reason {
  const amounts = balances.map(({ amount }) => fraction(amount)).filter((a) => a.compare(0) > 0);
  if (amounts.length === 0) return "not_defined";
  const total = sum(amounts);
  const shares = amounts.map((amount) => amount.div(total)).sort((a, b) => b.compare(a));
  const hhi = sum(shares.map((s) => s.mul(s)));
  const even = new Fraction(1, shares.length);
  return {
    hhi,
    effectiveNumber: hhi.inverse(),
    normalised: shares.length === 1 ? "not_defined" : hhi.sub(even).div(even.neg().add(1)),
    topShares: top.map((n) => ({ n, share: sum(shares.slice(0, n)) })),
    counted: shares.length,
    leftOut: balances.length - shares.length,
  };
}
