/**
 * @module scoring/grade
 *
 * The grade that a score has reached.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { lastReached } from "./lookup.ts";
import { repeatsOf } from "./repeats.ts";

/** One band of scores. */
export interface GradeBand {
  /** The least score of the band; it belongs to it. */
  readonly minScore: Numeric;
  /** Its grade. */
  readonly grade: string;
}

/** What {@link gradeFor} needs. */
export interface GradeForInput {
  /** The score, in any unit. */
  readonly score: Numeric;
  /** The bands, in any order; each reaches up to the next one. At most 1,000. */
  readonly bands: List<GradeBand>;
}

/** The score read, with its grade. */
export type GradeFor = Figure<"scoring/grade"> & {
  /** The grade of the highest band reached. */
  readonly grade: string;
};

/** The schema of a list of bands. */
export const gradeBandsSchema = () =>
  list(object({ minScore: numeric("any"), grade: text() }), { atLeast: 1, atMost: 1_000 });

/** The schema of {@link GradeForInput}. */
export const gradeForSchema = lazily(() =>
  object({ score: numeric("any"), bands: gradeBandsSchema() }),
);

/** A band as read. */
export interface ReadBand {
  readonly minScore: Fraction;
  readonly grade: string;
}

/**
 * The grade of a score (信用等级): that of the highest band that the score reaches.
 *
 * Use it behind any score: {@link weightedScore}, {@link scorecard}, {@link characteristicsScore},
 * a solvency model. Where a customer already has a class and is not to move at every small change
 * use {@link classMigration}.
 *
 * @formula the grade of the greatest minScore ≤ score
 * @units any, the same for score and bands; higher is better
 *
 * @param input - The score and the bands. A score on a bound has reached it: with bands from 46 and
 *   66 on, 65.6 is in the first.
 * @returns The score, with `grade`.
 *
 * @throws {@link CreditError} `invalid_input`: two bands with the same `minScore`.
 * @throws {@link CreditError} `not_defined`: the score is below all bands.
 *
 * @source credit texts print tables of whole numbers (46–65, 66 and above), which leave 65.6
 *   undefined; here every band reaches up to the next one
 *
 * @example
 * ```ts
 * const bands = [
 *   { minScore: 80, grade: "A" },
 *   { minScore: 60, grade: "B" },
 *   { minScore: 0, grade: "C" },
 * ];
 * gradeFor({ score: "79.9", bands }).grade; // => "B"
 * gradeFor({ score: 80, bands }).grade; // => "A"
 * ```
 */
export function gradeFor(input: GradeForInput): GradeFor {
  const { score, bands } = read("gradeFor", gradeForSchema, input);
  const issues = bandIssues(bands);
  if (issues.length > 0) throw new CreditError("invalid_input", "gradeFor", issues);
  return present<GradeFor>("gradeFor", gradeOf(score, bands));
}

/** Bands that begin at the same score. */
export function bandIssues(bands: readonly ReadBand[]): Issue[] {
  const bounds = bands.map(({ minScore }) => minScore.toString());
  return repeatsOf(bounds, (at) => `bands[${at}].minScore`);
}

/** The bands from the lowest up. */
export function ascendingBands(bands: readonly ReadBand[]): readonly ReadBand[] {
  return [...bands].sort((a, b) => a.minScore.compare(b.minScore));
}

/** The figure, or why there is none: for tables, which do not throw. */
export function gradeOf(
  score: Fraction,
  bands: readonly ReadBand[],
): GradeFor | Absent<"scoring/grade"> {
  const ascending = ascendingBands(bands);
  const place = lastReached(ascending.length, (at) => {
    const bound = ascending[at]?.minScore;
    return bound !== undefined && score.compare(bound) >= 0;
  });
  const reached = ascending[place];
  const id = "scoring/grade";
  if (!reached) {
    const lowest = ascending[0] ? toText(ascending[0].minScore) : "";
    const reason = `the score is below all bands: the lowest begins at ${lowest}`;
    return absent(id, "score", { score, bands }, "not_defined", reason);
  }
  const lowest = (ascending[0] as ReadBand).minScore;
  const inputs = () => ({
    score,
    bands: bands.map(({ minScore, grade }) => {
      const isReached = score.compare(minScore) >= 0;
      return { minScore, grade, reached: isReached ? minScore : lowest };
    }),
  });
  return figure<GradeFor>(id, score, "score", inputs, { label: { grade: reached.grade } });
}
