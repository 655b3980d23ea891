/**
 * Random scores, cards, grades and measures of validation on hard inputs: weights of 0, scores at
 * the ends of the scale and on the bounds of bands, ranges open on either side, special numbers,
 * missing values, tied scores, bins that are empty on one side, and figures where numbers may be
 * given.
 */
import fc from "fast-check";

import type { Figure } from "../../../src/ground/figure.ts";
import * as scoring from "../../../src/scoring/index.ts";
import type {
  FeatureRating,
  GradeBand,
  ScorecardAttribute,
  ScorecardInput,
  ScoredC,
} from "../../../src/scoring/index.ts";
import { amount, answers, decimal, rate } from "./atoms.ts";
import { moneyFigure } from "./dso.ts";

/** A weight: 0 often, plain numbers, figures. */
export const weight = fc.oneof(fc.constantFrom(0, 1, "2.5"), amount);

/** A number from 0 to 100 with up to two places, its ends often; sometimes a figure. */
export const percent = fc.oneof(
  fc.constantFrom<string | number>(0, 100, "50"),
  fc.integer({ min: 0, max: 10_000 }).map((value) => String(value / 100)),
  fc.integer({ min: 0, max: 10_000 }).map((value) => moneyFigure(String(value / 100))),
);

const scale = fc.constantFrom({ from: 0, to: 100 }, { from: "-5", to: 200 });

/** Records, each with an id of its own. */
function named<T extends object>(
  item: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<(T & { id: string })[]> {
  return fc
    .array(item, { minLength: 1, maxLength })
    .map((items) => items.map((each, at) => ({ ...each, id: `c${at}` })));
}

/** Weighted criteria. */
export const weightedInput = fc.record({
  criteria: named(fc.record({ weight, score: percent }), 6),
  scale,
});

/** Attributes that hold every number, some categories, and mostly what is missing. */
export const attributes: fc.Arbitrary<ScorecardAttribute[]> = fc
  .record({
    bounds: fc.uniqueArray(fc.integer({ min: -3, max: 12 }), { minLength: 1, maxLength: 4 }),
    points: fc.array(percent, { minLength: 9, maxLength: 9 }),
    missing: fc.boolean(),
    special: fc.boolean(),
    ends: fc.constantFrom("open", "closed-below", "closed-above"),
  })
  .map(({ bounds, points, missing, special, ends }) => {
    const rising = bounds.sort((a, b) => a - b);
    const own = (at: number) => points[at] ?? 0;
    const inner = rising.slice(1).map((to, at) => ({ from: rising[at] ?? 0, to, points: own(at) }));
    const [first, last] = [rising[0] ?? 0, rising.at(-1) ?? 0];
    const below =
      ends === "closed-below" && inner.length > 0 ? [] : [{ to: first, points: own(5) }];
    const above = ends === "closed-above" ? [] : [{ from: last, points: own(6) }];
    return [
      ...(missing ? [{ missing: true as const, points: own(4) }] : []),
      ...above,
      ...inner,
      ...below,
      { values: ["north", "south", true], points: own(7) },
      ...(special && ends === "closed-above" ? [{ values: [99, "none"], points: own(8) }] : []),
    ];
  });

/** A value that a card may or may not hold. */
export const fact = fc.oneof(
  fc.integer({ min: -5, max: 14 }),
  fc.integer({ min: -50, max: 140 }).map((value) => String(value / 10)),
  fc.constantFrom<string | boolean | null | number>("north", "south", true, null, 99, "none"),
  fc.integer({ min: 0, max: 12 }).map((value) => moneyFigure(String(value))),
);

/** A card with an applicant. */
export const cardInput: fc.Arbitrary<ScorecardInput> = fc
  .record({
    parts: named(
      fc.record({
        attributes,
        baseline: percent,
        value: fact,
        reasonCode: fc.constantFrom("R1", "R2"),
      }),
      4,
    ),
    initialScore: fc.oneof(percent, fc.constantFrom(500, "-20")),
    reasonMethod: fc.constantFrom("pointsBelow" as const, "pointsAbove" as const),
  })
  .map(({ parts, initialScore, reasonMethod }) => {
    const characteristics = parts.map(({ id, attributes: own, baseline, reasonCode }) => {
      return { name: id, reasonCode, baseline, attributes: own };
    });
    const values = Object.fromEntries(parts.map(({ id, value }) => [id, value]));
    return { card: { initialScore, reasonMethod, characteristics }, values };
  });

function pointsAs(id: string): fc.Arbitrary<Figure> {
  return answers(id, cardInput, (input) =>
    scoring
      .scorecard(input)
      .contributions.map(({ points }) => points)
      .find(({ formula }) => formula === id),
  );
}

/** The five Cs: scores, judged elements, facts. */
const part = fc.oneof(
  fc.record({ weight, score: percent }),
  fc.record({
    weight,
    elements: named(fc.oneof(fc.record({ score: percent }), fc.record({ fact, attributes })), 3),
  }),
) as fc.Arbitrary<ScoredC>;

export const fiveCInput = fc.record({
  character: part,
  capacity: part,
  capital: part,
  collateral: part,
  conditions: part,
  scale: fc.constant({ from: 0, to: 100 }),
});

/** Features, some not rated, some left out. */
export const featuresInput: fc.Arbitrary<{ features: FeatureRating[] }> = fc
  .tuple(
    fc.shuffledSubarray([...scoring.characteristicsFeatures], { minLength: 1 }),
    fc.array(fc.tuple(weight, fc.constantFrom<number | string>(0, 0, 1, 10, 5, "7.5")), {
      minLength: 18,
      maxLength: 18,
    }),
  )
  .map(([rows, ratings]) => ({
    features: rows.map(({ feature }, at) => {
      const [each, score] = ratings[at] ?? [1, 1];
      return score === 0 ? { feature, weight: each } : { feature, weight: each, score };
    }),
  }));

/** Bands in any order whose bounds scores often meet. */
export const bands: fc.Arbitrary<GradeBand[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 5 })
  .map((bounds) => bounds.map((bound, at) => ({ minScore: bound * 10, grade: `G${at}` })));

const onBound = fc.oneof(
  percent,
  fc.integer({ min: 0, max: 10 }).map((value) => value * 10),
);

export const migrationInput = bands.chain((given) =>
  fc.record({
    bands: fc.constant(given),
    current: fc.constantFrom(...given.map(({ grade }) => grade)),
    scores: fc.array(onBound, { minLength: 1, maxLength: 4 }),
    upMargin: fc.constantFrom(0, 5, "2.5"),
    downMargin: fc.constantFrom(0, 5, "12.5"),
    upAfter: fc.constantFrom(1, 2, 3),
    downAfter: fc.constantFrom(1, 2),
  }),
);

/** A scale of points; odds of 1:1 and probabilities of one half are exact. */
export const scaleInput = fc.record({
  baseScore: fc.oneof(percent, fc.constantFrom(600)),
  baseOdds: fc.oneof(fc.constantFrom<string | number>(1, 50, "0.25"), amount),
  pointsToDoubleOdds: fc.oneof(fc.constantFrom<string | number>(20, "0.5"), amount),
});

const scaleOfProbability = fc.tuple(scaleInput, rate).map(([base, defaultProbability]) => {
  return { ...base, defaultProbability };
});

const scaleOfScore = fc.tuple(scaleInput, percent).map(([base, score]) => ({ ...base, score }));

/** Scores few enough to tie, and mostly both outcomes; as numbers, texts and figures. */
export const outcomes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 14 })
  .chain((rows) =>
    fc
      .constantFrom<(value: number) => number | string | Figure>(
        (value) => value / 4,
        (value) => (value / 10).toFixed(2),
        (value) => moneyFigure(String(value)),
      )
      .map((written) => ({
        scores: rows.map(([score]) => written(score)),
        bad: rows.map(([, bad]) => bad),
      })),
  );

/** Probabilities, with 0, 1 and one half among them. */
export const probabilities = fc
  .array(fc.tuple(fc.oneof(rate, fc.constantFrom("0.25", "0.9")), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) => ({
    defaultProbabilities: rows.map(([probability]) => probability),
    bad: rows.map(([, bad]) => bad),
  }));

const count = fc.oneof(fc.constantFrom(0, 1, 5), fc.integer({ min: 0, max: 400 }), decimal);

/** Bins, some empty on one side, with and without smoothing. */
export const binsInput = fc
  .tuple(
    named(fc.record({ goods: count, bads: count }), 5),
    fc.constantFrom<{ smoothing?: string | number }>({}, { smoothing: "0.5" }, { smoothing: 0 }),
  )
  .map(([bins, options]) => ({ bins, ...options }));

const stabilityInput = binsInput.map(({ bins, ...options }) => ({
  bins: bins.map(({ id, goods, bads }) => ({ id, actual: goods, expected: bads })),
  ...options,
}));

/** One arbitrary for each formula of weighted scores, cards, grades and validation. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "scoring/weighted-score": answers("scoring/weighted-score", weightedInput, scoring.weightedScore),
  "scoring/total-weight": answers(
    "scoring/total-weight",
    weightedInput,
    (input) => (scoring.weightedScore(input).inputs as { totalWeight: Figure }).totalWeight,
  ),
  "scoring/five-c-score": answers("scoring/five-c-score", fiveCInput, scoring.fiveCScore),
  "scoring/element-mean": answers("scoring/element-mean", fiveCInput, (input) => {
    const { criteria } = scoring.fiveCScore(input).inputs as { criteria: { score: unknown }[] };
    return criteria.map(({ score }) => score).find((score) => typeof score === "object");
  }),
  "scoring/points-of-value": pointsAs("scoring/points-of-value"),
  "scoring/points-of-number": pointsAs("scoring/points-of-number"),
  "scoring/points-of-missing": pointsAs("scoring/points-of-missing"),
  "scoring/scorecard": answers(
    "scoring/scorecard",
    cardInput,
    (input) => scoring.scorecard(input).score,
  ),
  "scoring/shortfall": answers(
    "scoring/shortfall",
    cardInput,
    (input) => scoring.scorecard(input).contributions[0]?.shortfall,
  ),
  "scoring/characteristics-score": answers(
    "scoring/characteristics-score",
    featuresInput,
    (input) => scoring.characteristicsScore(input).score,
  ),
  "scoring/characteristics-group": answers(
    "scoring/characteristics-group",
    featuresInput,
    (input) => scoring.characteristicsScore(input).groups.priority,
  ),
  "scoring/characteristics-coverage": answers(
    "scoring/characteristics-coverage",
    featuresInput,
    (input) => scoring.characteristicsScore(input).coverage,
  ),
  "scoring/grade": answers("scoring/grade", fc.record({ score: onBound, bands }), scoring.gradeFor),
  "scoring/class-migration": answers(
    "scoring/class-migration",
    migrationInput,
    (input) => scoring.classMigration(input).newClass,
  ),
  "scoring/points-factor": answers(
    "scoring/points-factor",
    scaleInput,
    (input) => scoring.pointsScale(input).factor,
  ),
  "scoring/points-offset": answers(
    "scoring/points-offset",
    scaleInput,
    (input) => scoring.pointsScale(input).offset,
  ),
  "scoring/score-of-default-probability": answers(
    "scoring/score-of-default-probability",
    scaleOfProbability,
    (input) => scoring.pointsScale(input).score,
  ),
  "scoring/default-probability-of-score": answers(
    "scoring/default-probability-of-score",
    scaleOfScore,
    (input) => scoring.pointsScale(input).defaultProbability,
  ),
  "scoring/roc-auc": answers("scoring/roc-auc", outcomes, scoring.rocAuc),
  "scoring/gini": answers("scoring/gini", outcomes, scoring.gini),
  "scoring/ks-statistic": answers("scoring/ks-statistic", outcomes, scoring.ksStatistic),
  "scoring/brier-score": answers("scoring/brier-score", probabilities, scoring.brierScore),
  "scoring/brier-reference": answers(
    "scoring/brier-reference",
    probabilities,
    (input) => (scoring.brierSkillScore(input).inputs as { reference: Figure }).reference,
  ),
  "scoring/brier-skill-score": answers(
    "scoring/brier-skill-score",
    probabilities,
    scoring.brierSkillScore,
  ),
  "scoring/log-loss": answers("scoring/log-loss", probabilities, scoring.logLoss),
  "scoring/counted-in-all": answers("scoring/counted-in-all", binsInput, (input) => {
    const { bins } = scoring.weightOfEvidence(input);
    return (bins[0]?.weightOfEvidence.inputs as { totalBads: Figure }).totalBads;
  }),
  "scoring/weight-of-evidence": answers(
    "scoring/weight-of-evidence",
    binsInput,
    (input) => scoring.weightOfEvidence(input).bins[0]?.weightOfEvidence,
  ),
  "scoring/information-value-of-bin": answers(
    "scoring/information-value-of-bin",
    binsInput,
    (input) => scoring.weightOfEvidence(input).bins[0]?.informationValue,
  ),
  "scoring/information-value": answers(
    "scoring/information-value",
    binsInput,
    scoring.informationValue,
  ),
  "scoring/population-stability-index": answers(
    "scoring/population-stability-index",
    stabilityInput,
    scoring.populationStabilityIndex,
  ),
};
