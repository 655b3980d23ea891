/**
 * Scores, cards, grades and validation against the independent implementation.
 *
 * Inputs: weights of 0 and figures among them; scores at the ends of the scale and on the bounds of
 * bands; cards with ranges open or closed on either side, special numbers, categories and missing
 * values; up to 14 outcomes with 10 scores, so that ties are the rule; counts of which a third is 0
 * or 1. SCORING_RUNS sets how many.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { afterAll, describe, expect, it } from "vitest";

import { isCreditError } from "../../src/ground/errors.ts";
import type { Figure } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import * as scoring from "../../src/scoring/index.ts";
import * as oracle from "../oracle/scorecards.ts";
import { exactOf } from "../support/exact.ts";
import * as make from "../support/producers/scorecards.ts";

const numRuns = Number(process.env["SCORING_RUNS"] ?? 200);
const counts = { compared: 0, refused: 0 };

/** What a call gives, or undefined where it is refused as having no value. */
function ours<T>(call: () => T): T | undefined {
  counts.compared += 1;
  try {
    return call();
  } catch (error) {
    if (!isCreditError(error) || error.code !== "not_defined") throw error;
    counts.refused += 1;
    return undefined;
  }
}

const exact = (value: unknown): Fraction =>
  isFigure(value) ? exactOf(value) : new Fraction(String(value));

const text = (value: Fraction | undefined): string | undefined => value?.toFraction();

function against<T>(inputs: fc.Arbitrary<T>, check: (input: T) => void): void {
  fc.assert(fc.property(inputs, check), { numRuns });
}

describe("against the oracle", () => {
  it("weighted scores and features", () => {
    against(make.weightedInput, (input) => {
      const rows = input.criteria.map(({ weight, score }) => ({
        weight: exact(weight),
        score: exact(score),
      }));
      const score = ours(() => exactOf(scoring.weightedScore(input)));
      expect(text(score)).toBe(text(oracle.weightedMean(rows)));
    });
    against(make.featuresInput, (input) => {
      const rows = input.features.flatMap(({ weight, score }) =>
        score === undefined ? [] : [{ weight: exact(weight), score: exact(score).mul(10) }],
      );
      const score = ours(() => exactOf(scoring.characteristicsScore(input).score));
      expect(text(score)).toBe(text(oracle.weightedMean(rows)));
    });
  });

  it("the five Cs", () => {
    against(make.fiveCInput, (input) => {
      const { character, capacity, capital, collateral, conditions } = input;
      const parts = [character, capacity, capital, collateral, conditions] as unknown as {
        weight: unknown;
        score?: unknown;
        elements?: { score?: unknown; fact?: unknown; attributes?: Attribute[] }[];
      }[];
      const rows = parts.map(({ weight, score, elements = [] }) => {
        if (score !== undefined) return { weight: exact(weight), score: exact(score) };
        const scores = elements.map((each) =>
          each.attributes ? points(each.attributes, each.fact) : exact(each.score),
        );
        const sum = scores.reduce((a, b) => (a && b ? a.add(b) : undefined));
        return { weight: exact(weight), score: sum?.div(elements.length) };
      });
      const isWhole = rows.every(
        (row): row is { weight: Fraction; score: Fraction } => !!row.score,
      );
      const expected = isWhole ? oracle.weightedMean(rows) : undefined;
      expect(text(ours(() => exactOf(scoring.fiveCScore(input))))).toBe(text(expected));
    });
  });

  it("cards", () => {
    against(make.cardInput, (input) => {
      const { initialScore, characteristics } = input.card;
      const earned = [...characteristics].map(({ name, attributes }) =>
        points([...attributes], input.values[name]),
      );
      const sum = earned.reduce((a, b) => (a && b ? a.add(b) : undefined), exact(initialScore));
      expect(text(ours(() => exactOf(scoring.scorecard(input).score)))).toBe(text(sum));
    });
  });

  it("grades and classes", () => {
    const bandsOf = (bands: readonly scoring.GradeBand[]) =>
      bands.map(({ minScore, grade }) => ({ minScore: exact(minScore), grade }));
    against(fc.record({ score: make.percent, bands: make.bands }), (input) => {
      const grade = ours(() => scoring.gradeFor(input).grade);
      expect(grade).toBe(oracle.gradeOf(exact(input.score), bandsOf(input.bands)));
    });
    against(make.migrationInput, (input) => {
      const expected = oracle.classOf({
        ...input,
        bands: bandsOf(input.bands),
        scores: input.scores.map(exact),
        upMargin: exact(input.upMargin),
        downMargin: exact(input.downMargin),
      });
      expect(ours(() => scoring.classMigration(input).newClass.grade)).toBe(expected);
    });
  });

  it("areas, distances and probabilities", () => {
    against(make.outcomes, (input) => {
      const rows = input.scores.map((score, at) => ({ value: exact(score), bad: !!input.bad[at] }));
      expect(text(ours(() => exactOf(scoring.rocAuc(input))))).toBe(text(oracle.area(rows)));
      expect(text(ours(() => exactOf(scoring.ksStatistic(input))))).toBe(
        text(oracle.distance(rows)),
      );
    });
    // Figures enter a column as they are printed.
    const printed = (value: unknown) =>
      new Fraction(isFigure(value) ? value.value.toFixed() : String(value));
    against(make.probabilities, (input) => {
      const rows = input.defaultProbabilities.map((value, at) => ({
        value: printed(value),
        bad: !!input.bad[at],
      }));
      expect(text(ours(() => exactOf(scoring.brierScore(input))))).toBe(text(oracle.brier(rows)));
      expect(text(ours(() => exactOf(scoring.brierSkillScore(input))))).toBe(
        text(oracle.skill(rows)),
      );
      expect(ours(() => scoring.logLoss(input).value.toFixed())).toBe(oracle.loss(rows));
    });
  });

  it("weights of evidence, information values and the stability index", () => {
    against(make.binsInput, (input) => {
      const bins = input.bins.map(({ goods, bads }) => ({
        here: exact(goods),
        there: exact(bads),
      }));
      const isOneSided = [bins.map(({ here }) => here), bins.map(({ there }) => there)].some(
        (side) => side.every(({ n }) => n === 0n),
      );
      const expected = oracle.divergence(bins, exact(input.smoothing ?? 0));
      const total = ours(() => scoring.informationValue(input).value.toFixed());
      expect(total).toBe(isOneSided ? undefined : expected.total);
      const rows = ours(() => scoring.weightOfEvidence(input).bins);
      const woe = rows?.map((row) => row.weightOfEvidence.value?.toFixed());
      const parts = rows?.map((row) => row.informationValue.value?.toFixed());
      expect([woe, parts]).toEqual(
        isOneSided ? [undefined, undefined] : [expected.logs, expected.parts],
      );
      const samples = input.bins.map(({ id, goods, bads }) => ({
        id,
        actual: goods,
        expected: bads,
      }));
      const index = ours(() =>
        scoring.populationStabilityIndex({ ...input, bins: samples }).value.toFixed(),
      );
      expect(index).toBe(isOneSided ? undefined : expected.total);
    });
  });

  it("scales of points", () => {
    const thousandths = fc.integer({ min: 1, max: 999 });
    against(fc.tuple(make.scaleInput, thousandths), ([base, share]) => {
      if ([base.baseOdds, base.pointsToDoubleOdds].some((each) => exact(each).n === 0n)) return;
      const defaultProbability = String(share / 1000);
      const expected = oracle.scaleOf(
        exact(base.baseScore),
        exact(base.baseOdds),
        exact(base.pointsToDoubleOdds),
        exact(defaultProbability),
      );
      const { factor, offset, score } = scoring.pointsScale({ ...base, defaultProbability });
      expect(factor.value.toFixed()).toBe(expected.factor);
      // Terms that all but cancel leave digits beyond those that were worked with: a score at the
      // base odds of a base score of 0.
      const least = offset.value.abs().plus(factor.value).times("1e-40");
      const isNear = (found: Figure | undefined, other: string): boolean =>
        found?.value.toFixed() === other || !!found?.value.minus(other).abs().lt(least);
      expect([isNear(offset, expected.offset), isNear(score, expected.score)]).toEqual([
        true,
        true,
      ]);
      const asked = { ...base, score: share };
      const back = ours(() => scoring.pointsScale(asked).defaultProbability?.value.toFixed());
      if (back === undefined) return;
      expect(back).toBe(oracle.probabilityOf(exact(share), expected.factor, expected.offset));
    });
  });

  afterAll(() => {
    console.info(`scoring: ${counts.compared} compared, ${counts.refused} of them without a value`);
  });
});

type Attribute = scoring.ScorecardAttribute;

/** The points by the oracle, of attributes and a value as a caller writes them. */
function points(attributes: readonly Attribute[], value: unknown): Fraction | undefined {
  const plain = attributes.map((each) => ({
    ...("missing" in each ? { missing: true as const } : {}),
    ...("values" in each ? { values: [...each.values] } : {}),
    ...("from" in each ? { from: exact(each.from) } : {}),
    ...("to" in each ? { to: exact(each.to) } : {}),
    points: exact(each.points),
  }));
  if (value === undefined || value === null) return oracle.pointsOf(plain, null);
  if (isFigure(value)) return oracle.pointsOf(plain, exactOf(value));
  return oracle.pointsOf(plain, typeof value === "number" ? String(value) : (value as string));
}
