/**
 * @module scoring/characteristics
 *
 * The characteristics analysis model: 18 features of a customer in three groups.
 */
import { CreditError } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, sumOf, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, optional, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { CharacteristicsFeature, CharacteristicsGroup } from "./features.ts";
import { FEATURE_NAMES, groupOf } from "./features.ts";
import { repeatsOf } from "./repeats.ts";

/** One feature of a customer, rated or not. */
export interface FeatureRating {
  /** Which of the 18. */
  readonly feature: CharacteristicsFeature;
  /** How much it counts, at least 0. */
  readonly weight: Numeric;
  /** From 1 (worst) to 10 (best); left out where nothing is known. */
  readonly score?: Numeric;
}

/** What {@link characteristicsScore} needs. */
export interface CharacteristicsScoreInput {
  /** The features, each at most once. */
  readonly features: List<FeatureRating>;
}

/** A customer by its features. */
export interface CharacteristicsScore {
  /** All rated features, in per cent of the most they could have: 10 to 100. */
  readonly score: Figure<"scoring/characteristics-score">;
  /** The same for each group. */
  readonly groups: Readonly<
    Record<
      CharacteristicsGroup,
      Figure<"scoring/characteristics-group"> | Absent<"scoring/characteristics-group">
    >
  >;
  /** The weight of rated features ÷ the weight of all that are listed. */
  readonly coverage: Figure<"scoring/characteristics-coverage">;
  /** Those of the 18 that are not rated. */
  readonly unrated: readonly CharacteristicsFeature[];
}

/** The schema of {@link CharacteristicsScoreInput}. */
export const characteristicsScoreSchema = lazily(() =>
  object({
    features: list(
      object({
        feature: word(...FEATURE_NAMES),
        weight: numeric("any", { atLeast: ZERO }),
        score: optional(numeric("any", { atLeast: Fraction.of(1n), atMost: TEN })),
      }),
      { atLeast: 1, atMost: FEATURE_NAMES.length },
    ),
  }),
);

const TEN = /* @__PURE__ */ Fraction.of(10n);
const HUNDRED = /* @__PURE__ */ Fraction.of(100n);

/**
 * The characteristics analysis model (特征分析模型): 18 features in three groups, each rated from 1 to
 * 10, in per cent of the most points that the rated ones could have.
 *
 * Use it for a customer judged mostly without accounts. A feature that nobody rated is left out of
 * both sums, and `coverage` says how much that is: counted as 0 it would pull the score down. Read
 * the answer with {@link gradeFor} and one of {@link characteristicsBands}.
 *
 * @formula score = 100 × Σ weight × score ÷ Σ 10 × weight, over the rated features
 * @units scores 1 to 10 in, per cent out (10 to 100)
 *
 * @param input - Features with weights, and a score where there is one. `characteristicsFeatures`
 *   lists all 18 with their groups.
 * @returns The score, the same by group (absent for a group without a rated feature), the coverage
 *   by weight, and what is not rated.
 *
 * @throws {@link CreditError} `invalid_input`: a feature that is there twice, a score below 1 or
 *   above 10; all faults are listed.
 * @throws {@link CreditError} `not_defined`: no feature with a weight is rated.
 *
 * @source Chinese credit-management texts (features and formula). No standard weights were found:
 *   they are the caller's
 *
 * @example
 * ```ts
 * const { score, coverage, unrated } = characteristicsScore({
 *   features: [
 *     { feature: "payment-record", weight: 10, score: 8 },
 *     { feature: "profitability", weight: 10, score: 6 },
 *     { feature: "development-prospect", weight: 5 },
 *   ],
 * });
 * score.value.toString(); // => "70"
 * coverage.value.toString(); // => "0.8"
 * unrated.length; // => 16
 * ```
 */
export function characteristicsScore(input: CharacteristicsScoreInput): CharacteristicsScore {
  const fn = "characteristicsScore";
  const { features } = read(fn, characteristicsScoreSchema, input);
  const names = features.map(({ feature }) => feature);
  const issues = repeatsOf(names, (at) => `features[${at}].feature`);
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  const rated = features.flatMap(({ feature, weight, score }) =>
    score ? [{ feature, weight, score }] : [],
  );
  const group = (name: CharacteristicsGroup) =>
    ofMost(
      "scoring/characteristics-group",
      rated.filter(({ feature }) => groupOf(feature) === name),
    );
  const known = new Set<string>(rated.map(({ feature }) => feature));
  return {
    score: present(fn, ofMost("scoring/characteristics-score", rated)),
    groups: { customer: group("customer"), priority: group("priority"), credit: group("credit") },
    coverage: coverageOf(features),
    unrated: FEATURE_NAMES.filter((name) => !known.has(name)),
  };
}

interface Rated {
  readonly feature: CharacteristicsFeature;
  readonly weight: Fraction;
  readonly score: Fraction;
}

/** Points in per cent of the most there could be. */
function ofMost<Id extends string>(id: Id, rated: readonly Rated[]): Figure<Id> | Absent<Id> {
  const rows = rated.map(({ feature, weight, score }) => {
    return { feature, weight, score, points: weight.times(score), most: weight.times(TEN) };
  });
  const most = sumOf(rows.map((row) => row.most));
  if (most.isZero) {
    const reason = "no feature with a weight is rated";
    return absent(id, "score", { features: rows }, "not_defined", reason);
  }
  const score = HUNDRED.times(sumOf(rows.map(({ points }) => points))).over(most);
  return figure<Figure<Id>>(id, score, "score", { features: rows });
}

/** The weights are above 0 in all: the score exists. */
function coverageOf(
  features: readonly { feature: string; weight: Fraction; score?: Fraction | undefined }[],
): CharacteristicsScore["coverage"] {
  const rows = features.map(({ feature, weight, score }) => {
    const rated = score !== undefined;
    return { feature, weight, rated, counted: rated ? weight : ZERO };
  });
  const counted = sumOf(rows.map((row) => row.counted));
  const all = sumOf(rows.map(({ weight }) => weight));
  const id = "scoring/characteristics-coverage";
  return figure(id, counted.over(all), "fraction", { features: rows });
}
