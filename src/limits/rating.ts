/**
 * @module limits/rating
 *
 * The credit limit that a score gives: the grade's share of a base.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { greatest, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { list, money, numeric, object, text, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { gradedBy } from "./grades.ts";

/** One grade and what it gives. */
export interface RatingBand {
  /** The least score of the grade; it is in it. */
  readonly minScore: Numeric;
  /** What the grade is called. */
  readonly grade: string;
  /** Share of the base that is granted, at least 0; above 1 where the base is small. */
  readonly share: Numeric;
}

/** What {@link ratingLimit} needs. */
export interface RatingLimitInput {
  /** The customer's score: a number, or the figure of a scoring function. */
  readonly score: Numeric;
  /**
   * What the share is of: tangible net worth, working worth, or the need. Money, of either sign.
   */
  readonly base: Numeric;
  /** The grades, in any order. */
  readonly bands: List<RatingBand>;
  /** What a score below all grades is called; its limit is 0. `reject` unless stated. */
  readonly below?: string;
}

/** Limit by rating, in money. */
export type RatingLimit = Figure<"limits/rating"> & {
  /** The grade that the score has reached. */
  readonly grade: string;
};

/** The schema of {@link RatingLimitInput}. */
export const ratingLimitSchema = lazily(() =>
  object({
    score: numeric("any"),
    base: money(),
    bands: list(
      object({
        minScore: numeric("any"),
        grade: text(),
        share: numeric("fraction", { atLeast: ZERO }),
      }),
      { atLeast: 1, atMost: 1_000 },
    ),
    below: withDefault(text(), "reject"),
  }),
);

/**
 * Limit by rating (信用评级法): a share of a base, by the grade of a score.
 *
 * Use it for new customers that have been scored. For old ones, whose limit is moved by their
 * class, use {@link dynamicLimit}; from a balance sheet alone {@link workingAssetsLimit}.
 *
 * @formula limit = base × share of the highest grade with minScore ≤ score; 0 below all grades
 * @units money in, money out; the score has any unit
 *
 * @param input - The score, the base, and the grades. A base below 0 (negative net worth) counts
 *   as 0.
 * @returns The limit, with `grade`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; two grades with one least score. All faults are listed.
 *
 * @source "3+1" deck, slide 77, in words; the formula is our reading of it. There are no standard
 *   grades.
 *
 * @example
 * ```ts
 * const bands = [
 *   { minScore: 80, grade: "A", share: "0.2" },
 *   { minScore: 60, grade: "B", share: "0.1" },
 * ];
 * const limit = ratingLimit({ score: "75.5", base: 40_000, bands });
 * limit.value.toString(); // => "4000"
 * limit.grade; // => "B"
 * ratingLimit({ score: 59, base: 40_000, bands }).grade; // => "reject"
 * ```
 */
export function ratingLimit(input: RatingLimitInput): RatingLimit {
  const terms = read("ratingLimit", ratingLimitSchema, input);
  const { score, base, below, currency } = terms;
  const { rows, found } = gradedBy("ratingLimit", score, terms.bands);
  const limit = greatest(base, ZERO).times(found?.share ?? ZERO);
  const inputs = { score, base, below, bands: rows };
  const label = { grade: found?.grade ?? below };
  return figure<RatingLimit>("limits/rating", limit, "money", inputs, { currency, label });
}
