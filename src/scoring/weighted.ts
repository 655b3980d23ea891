/**
 * @module scoring/weighted
 *
 * A score from judged sub-scores and their weights.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { repeatsOf } from "./repeats.ts";

/** The range of scores: both ends belong to it. */
export interface ScoreScale {
  /** The least score. */
  readonly from: Numeric;
  /** The greatest. */
  readonly to: Numeric;
}

/** One criterion. */
export interface WeightedCriterion {
  /** What it is called; each once. */
  readonly id: string;
  /** How much it counts, at least 0: a share, a per cent, any number. */
  readonly weight: Numeric;
  /** Its score, on the scale. */
  readonly score: Numeric;
}

/** What {@link weightedScore} needs. */
export interface WeightedScoreInput {
  /** The criteria, at most 1,000; their order does not matter. */
  readonly criteria: List<WeightedCriterion>;
  /** The range that every score lies in. */
  readonly scale: ScoreScale;
}

/** A score on the scale of its criteria. */
export type WeightedScore = Figure<"scoring/weighted-score">;

/** The schema of a scale. */
export const scaleSchema = () => object({ from: numeric("any"), to: numeric("any") });

/** The schema of {@link WeightedScoreInput}. */
export const weightedScoreSchema = lazily(() =>
  object({
    criteria: list(
      object({ id: text(), weight: numeric("any", { atLeast: ZERO }), score: numeric("any") }),
      { atLeast: 1, atMost: 1_000 },
    ),
    scale: scaleSchema(),
  }),
);

/** A scale as read. */
export type ReadScale = Terms<ReturnType<typeof scaleSchema>>;

/** A criterion as read. */
export interface ReadCriterion {
  readonly id: string;
  readonly weight: Fraction;
  readonly score: Fraction;
}

/**
 * A weighted score (加权评分): each score by its share of all weights.
 *
 * Use it for any list of judged criteria: five Cs, 5P, LAPP, CAMPARI, a questionnaire of your own.
 * Where points follow from facts use {@link scorecard}; where each C has elements of its own {@link
 * fiveCScore}.
 *
 * @formula score = Σ weight × score ÷ Σ weight
 * @units weights in any unit, at least 0; scores and answer on the scale
 *
 * @param input - Criteria with weights and scores, and the scale. Weights need not add up to 1 or
 *   100: each counts by its share, and their sum is `inputs.totalWeight`.
 * @returns The score; `inputs.criteria` has the share of each and the points that it gives.
 *
 * @throws {@link CreditError} `invalid_input`: a score off the scale, a weight below 0, an id that
 *   is there twice; all faults are listed.
 * @throws {@link CreditError} `not_defined`: all weights are 0.
 *
 * @source no standard weights exist: they are the caller's policy
 *
 * @example
 * ```ts
 * const criteria = [
 *   { id: "character", weight: 30, score: 85 },
 *   { id: "capacity", weight: 25, score: 78 },
 *   { id: "capital", weight: 20, score: 70 },
 *   { id: "collateral", weight: 15, score: 60 },
 *   { id: "conditions", weight: 10, score: 75 },
 * ];
 * weightedScore({ criteria, scale: { from: 0, to: 100 } }).value.toString(); // => "75.5"
 * ```
 */
export function weightedScore(input: WeightedScoreInput): WeightedScore {
  const { criteria, scale } = read("weightedScore", weightedScoreSchema, input);
  const issues = [
    ...scaleIssues(scale),
    ...repeatsOf(
      criteria.map(({ id }) => id),
      (at) => `criteria[${at}].id`,
    ),
    ...criteria.flatMap(({ score }, at) => offScale(score, scale, `criteria[${at}].score`)),
  ];
  if (issues.length > 0) throw new CreditError("invalid_input", "weightedScore", issues);
  return present("weightedScore", weighted("scoring/weighted-score", criteria, scale));
}

/** The scale that has no room between its ends. */
export function scaleIssues({ from, to }: ReadScale): Issue[] {
  return to.compare(from) > 0
    ? []
    : [issue("scale.to", "must be greater than scale.from", toText(to))];
}

/** A score that does not lie on the scale. */
export function offScale(score: Fraction, { from, to }: ReadScale, path: string): Issue[] {
  if (score.compare(from) >= 0 && score.compare(to) <= 0) return [];
  return [
    issue(path, `must be from ${toText(from)} to ${toText(to)}, on the scale`, toText(score)),
  ];
}

/** The weighted score of criteria that were checked. */
export function weighted<Id extends string>(
  id: Id,
  criteria: readonly ReadCriterion[],
  scale: ReadScale,
): Figure<Id> | Absent<Id> {
  const weights = criteria.map(({ weight }) => weight);
  const total = sumOf(weights);
  if (total.isZero) {
    return absent(id, "score", { criteria, scale }, "not_defined", "all weights are 0");
  }
  const totalWeight = figure("scoring/total-weight", total, "score", { weights });
  const points = sumOf(criteria.map(({ weight, score }) => weight.times(score)));
  return figure<Figure<Id>>(id, points.over(total), "score", () => ({
    criteria: criteria.map((criterion) => {
      const share = criterion.weight.over(total);
      return { ...criterion, share, points: share.times(criterion.score) };
    }),
    totalWeight,
    scale,
  }));
}
