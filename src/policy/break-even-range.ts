/**
 * @module policy/break-even-range
 *
 * A root may be no value that the field can have: a bad-debt rate of 1.2, a DSO below 0. It is
 * answered all the same, since it says how far off the plan is, and carries a caveat.
 */
import type { Caveat } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";

/** The caveats, with one more where the root is below 0 or above `atMost`. */
export function outsideOf(
  caveats: readonly Caveat[],
  root: Fraction,
  atMost?: Fraction,
): readonly Caveat[] {
  const isAbove = atMost !== undefined && root.compare(atMost) > 0;
  if (root.sign >= 0 && !isAbove) return caveats;
  return [...caveats, { code: "outside_range" }];
}
