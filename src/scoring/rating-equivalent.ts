/**
 * @module scoring/rating-equivalent
 *
 * The rating whose firms score like this one, by Altman's averages.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { numeric, object, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { ratingTables } from "./rating-tables.ts";
import { numberOf } from "./score.ts";

/** What {@link ratingEquivalent} needs. */
export interface RatingEquivalentInput {
  /** The score of {@link altmanZEmerging}: the figure, or its number. */
  readonly score: Numeric;
  /** Which table: `1995` (default), or a later one, of about `2013`. */
  readonly vintage?: "1995" | "2013";
  /**
   * `floor` (default): the best rating whose average the score reaches. `nearest`: the rating with
   * the nearest average, the worse of two.
   */
  readonly mapping?: "floor" | "nearest";
}

/** A score with the rating that it is like. */
export type RatingEquivalent = Figure<"scoring/rating-equivalent"> & {
  /** The rating, from `D` to `AAA`. */
  readonly grade: string;
};

/** The schema of {@link RatingEquivalentInput}. */
export const ratingEquivalentSchema = lazily(() =>
  object({
    score: numeric("score"),
    vintage: withDefault(word("1995", "2013"), "1995"),
    mapping: withDefault(word("floor", "nearest"), "floor"),
  }),
);

/**
 * Rating equivalent (等效评级): the rating whose firms score like this one on Z''-EM.
 *
 * Use it to speak of a score in the words of a rating, never as a rating. The table holds averages
 * and not bounds, so that how it is read is a choice. It belongs to {@link altmanZEmerging}: the
 * score without constant reads 3.25 too low.
 *
 * @formula grade = that of the highest average not above the score, or of the nearest average
 * @units a score in, the score and a word out
 *
 * @param input - The score, the table's vintage, and how it is read.
 * @returns The score, with the `grade`; below all averages `D`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is unknown, no plain decimal, or a figure
 *   that is no score.
 *
 * @source Altman's table of 1995, from a public repository and equal to memory; the later table
 *   from the head of another one, its year remembered, without AA+ and AA−.
 *
 * @example
 * ```ts
 * ratingEquivalent({ score: "7.4635" }).grade; // => "AA"
 * ratingEquivalent({ score: "7.4635", mapping: "nearest" }).grade; // => "AA+"
 * ratingEquivalent({ score: "7.4635", vintage: "2013" }).grade; // => "A"
 * ```
 */
export function ratingEquivalent(input: RatingEquivalentInput): RatingEquivalent {
  const { score, vintage, mapping } = read("ratingEquivalent", ratingEquivalentSchema, input);
  const averages = ratingTables[vintage].map(({ grade, average }) => ({
    grade,
    average: numberOf(average),
  }));
  const grade = mapping === "floor" ? reached(averages, score) : nearest(averages, score);
  const inputs = () => ({ score, vintage, mapping, table: averages.map(rowFor(averages, score)) });
  return figure("scoring/rating-equivalent", score, "score", inputs, { label: { grade } });
}

interface Average {
  readonly grade: string;
  readonly average: Fraction;
}

/** From the worst rating up; the worst has no lower bound. */
function reached(averages: readonly Average[], score: Fraction): string {
  const below = averages.filter(({ average }) => average.compare(score) <= 0);
  return ((below.at(-1) ?? averages[0]) as Average).grade;
}

/** Of two equally near the first, which is the worse. */
function nearest(averages: readonly Average[], score: Fraction): string {
  let [best] = averages as readonly [Average];
  for (const each of averages) {
    if (distance(each, score).compare(distance(best, score)) < 0) best = each;
  }
  return best.grade;
}

function distance({ average }: Average, score: Fraction): Fraction {
  return average.minus(score).absolute();
}

/** A row of the table as the result shows it: what the record's rule looks at. */
function rowFor([worst]: readonly Average[], score: Fraction) {
  return (row: Average) => ({
    ...row,
    reached: row.average.compare(score) <= 0 ? row.average : worst?.average,
    distance: distance(row, score),
  });
}
