/** Weighted scores, cards, grades and classes: printed examples, rules, laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  characteristicsBands,
  characteristicsFeatures,
  characteristicsScore,
  classMigration,
  customerClassTerms,
  fiveCScore,
  fiveCWeights,
  gradeFor,
  isFigure,
  pointsScale,
  scorecard,
  weightedScore,
} from "trade-credit";
import type { FeatureRating, GradeBand, ScorecardAttribute, ScorecardInput } from "trade-credit";
import { verify } from "trade-credit/explain";

import { deepFrozen } from "../bad-input/calls.ts";
import { answerOf, exactOf } from "../support/exact.ts";
import * as make from "../support/producers/scorecards.ts";

const percentScale = { from: 0, to: 100 };

/** The nearest double of a number as a caller writes it. */
const nearest = (value: unknown): number =>
  isFigure(value) ? value.value.toNumber() : Number(value);

/** The code and the paths of a refusal. */
function refusalOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    const { code, issues } = error as { code: string; issues: { path: string }[] };
    return [code, ...issues.map(({ path }) => path)];
  }
  return [];
}

describe("weighted scores", () => {
  const scores = { character: 85, capacity: 78, capital: 70, collateral: 60, conditions: 75 };
  const names = Object.keys(scores) as (keyof typeof scores)[];
  const criteria = names.map((id) => ({ id, weight: fiveCWeights.example[id], score: scores[id] }));

  it("the example of the five Cs is 75.5, as criteria and as Cs", () => {
    // (30·85 + 25·78 + 20·70 + 15·60 + 10·75) ÷ 100 = 7550 ÷ 100
    expect(exactOf(weightedScore({ criteria, scale: percentScale })).toFraction()).toBe("151/2");
    const cs = Object.fromEntries(criteria.map(({ id, ...part }) => [id, part]));
    const score = fiveCScore({ ...cs, scale: percentScale } as never);
    expect(score.value.toString()).toBe("75.5");
  });

  it("weights count by their share, and their sum is reported", () => {
    const [first, second] = [
      { id: "a", weight: "0.6", score: 50 },
      { id: "b", weight: "0.2", score: 90 },
    ];
    const score = weightedScore({ criteria: [first, second], scale: percentScale });
    const inputs = JSON.parse(JSON.stringify(score.inputs)) as {
      totalWeight: { value: string };
      criteria: unknown[];
    };
    expect(score.value.toString()).toBe("60");
    expect(inputs.totalWeight.value).toBe("0.8");
    expect(inputs.criteria[1]).toEqual({
      ...second,
      weight: "0.2",
      score: "90",
      share: "0.25",
      points: "22.5",
    });
  });

  it("a C with more elements counts no more: their mean is taken", () => {
    const one = { weight: 1, score: 50 };
    const two = {
      weight: 1,
      elements: [100, 100, 100].map((score, at) => ({ id: `${at}`, score })),
    };
    const rest = { capital: one, collateral: one, conditions: one, scale: percentScale };
    // (100 + 4 × 50) ÷ 5
    expect(fiveCScore({ character: two, capacity: one, ...rest }).value.toString()).toBe("60");
  });

  it("what is wrong is refused, all at once", () => {
    const off = [
      { id: "a", weight: 1, score: 101 },
      { id: "a", weight: 1, score: 5 },
    ];
    const refused = refusalOf(() => weightedScore({ criteria: off, scale: percentScale }));
    expect(refused).toEqual(["invalid_input", "criteria[1].id", "criteria[0].score"]);
    const none = criteria.map((each) => ({ ...each, weight: 0 }));
    expect(answerOf(() => weightedScore({ criteria: none, scale: percentScale }))).toBe(
      "not_defined",
    );
    const one = { weight: 1, score: 5 };
    const all = {
      capacity: one,
      capital: one,
      collateral: one,
      conditions: one,
      scale: percentScale,
    };
    const both = { weight: 1, score: 5, elements: [{ id: "x", score: 5 }] };
    expect(refusalOf(() => fiveCScore({ character: both, ...all }))).toEqual([
      "invalid_input",
      "character",
    ]);
    const element = (given: object) => ({ weight: 1, elements: [{ id: "x", ...given }] }) as never;
    const attributes = [
      { to: 1, points: 500 },
      { from: 1, points: 5 },
    ];
    const refusals = [{}, { score: 5, attributes }, { score: 5, fact: 1 }, { fact: 0, attributes }];
    for (const given of refusals) {
      expect(answerOf(() => fiveCScore({ character: element(given), ...all }))).toBe(
        "invalid_input",
      );
    }
    const missing = element({ attributes });
    expect(refusalOf(() => fiveCScore({ character: missing, ...all }))).toEqual([
      "not_defined",
      "character.elements[0].fact",
    ]);
  });

  it("raising a score never lowers the total, equal scores give that score in any order", () => {
    fc.assert(
      fc.property(make.weightedInput, fc.nat(5), fc.nat(100), (given, at, raised) => {
        const input = deepFrozen(given);
        if (answerOf(() => weightedScore(input)) === "not_defined") return;
        const score = exactOf(weightedScore(input));
        const backwards = [...input.criteria].reverse();
        const turned = weightedScore({ ...input, criteria: backwards });
        expect(exactOf(turned).toFraction()).toBe(score.toFraction());
        const place = at % input.criteria.length;
        const higher = input.criteria.map((each, index) => {
          const isRaised = index === place && nearest(each.score) <= raised;
          return isRaised ? { ...each, score: raised } : each;
        });
        const better = exactOf(weightedScore({ ...input, criteria: higher }));
        expect(better.compare(score)).toBeGreaterThanOrEqual(0);
        const equal = input.criteria.map((each) => ({ ...each, score: "37.25" }));
        const same = weightedScore({ ...input, criteria: equal });
        expect(same.value.toString()).toBe("37.25");
      }),
    );
  });
});

describe("characteristics analysis", () => {
  const example = {
    customer: [
      [1, 4, 4, 3, 5, 3],
      [8, 8, 6, 7, 8, 6],
    ],
    priority: [
      [5, 4, 2, 3, 6, 5],
      [9, 7, 4, 5, 6, 6],
    ],
    credit: [
      [10, 8, 10, 9, 10, 8],
      [8, 7, 6, 5, 7, 5],
    ],
  } as const;
  const features: FeatureRating[] = (["customer", "priority", "credit"] as const).flatMap((group) =>
    characteristicsFeatures
      .filter((row) => row.group === group)
      .map(({ feature }, at) => ({
        feature,
        weight: example[group][0][at] ?? 0,
        score: example[group][1][at] ?? 1,
      })),
  );

  it("has 18 features in three groups of six", () => {
    expect(characteristicsFeatures).toHaveLength(18);
    expect(features).toHaveLength(18);
  });

  it("the example: 71.5 %, 64.8 %, 63.81… % and 656 of 1,000 in all, which is ordinary", () => {
    const { score, groups, coverage, unrated } = characteristicsScore({ features });
    const exact = [groups.customer, groups.priority, groups.credit, score].map((each) =>
      each.value === null ? "absent" : exactOf(each).toFraction(),
    );
    // 100 × 143 ÷ 200, 162 ÷ 250, 351 ÷ 550, 656 ÷ 1000
    expect(exact).toEqual(["143/2", "324/5", "702/11", "328/5"]);
    expect(groups.credit.value?.toFixed(7)).toBe("63.8181818");
    expect([coverage.value.toString(), unrated]).toEqual(["1", []]);
    expect(gradeFor({ score, bands: characteristicsBands.advice }).grade).toBe("ordinary");
    expect(gradeFor({ score, bands: characteristicsBands.grades }).grade).toBe("CA2");
  });

  it("bands reach up to the next one", () => {
    const advice = (score: string) => gradeFor({ score, bands: characteristicsBands.advice }).grade;
    expect(["20.9", "21", "45.99", "46", "65.6", "66"].map(advice)).toEqual([
      "no-credit",
      "high-risk",
      "high-risk",
      "ordinary",
      "ordinary",
      "good",
    ]);
  });

  it("an unrated feature leaves both sums: the score of equal ratings does not change", () => {
    fc.assert(
      fc.property(make.featuresInput, fc.integer({ min: 1, max: 10 }), (input, rating) => {
        const rated = input.features.map((each) =>
          each.score === undefined ? each : { ...each, score: rating },
        );
        if (answerOf(() => characteristicsScore({ features: rated }).score) === "not_defined")
          return;
        const { score } = characteristicsScore(deepFrozen({ features: rated }));
        expect(score.value.toNumber()).toBe(rating * 10);
      }),
    );
  });

  it("nothing rated, a rating of 0, and a feature twice are refused", () => {
    const feature = "solvency" as const;
    expect(answerOf(() => characteristicsScore({ features: [{ feature, weight: 3 }] }).score)).toBe(
      "not_defined",
    );
    const zero = { features: [{ feature, weight: 3, score: 0 }] };
    expect(refusalOf(() => characteristicsScore(zero))).toEqual([
      "invalid_input",
      "features[0].score",
    ]);
    const one = { feature, weight: 3, score: 4 };
    expect(refusalOf(() => characteristicsScore({ features: [one, one] }))).toEqual([
      "invalid_input",
      "features[1].feature",
    ]);
  });
});

/** A card of one characteristic `x`. */
function cardOf(attributes: readonly ScorecardAttribute[], value: unknown): ScorecardInput {
  const characteristics = [{ name: "x", reasonCode: "R", baseline: 10, attributes }];
  const card = { initialScore: 0, reasonMethod: "pointsBelow" as const, characteristics };
  return { card, values: { x: value as string } };
}

const pointsOf = (attributes: readonly ScorecardAttribute[], value: unknown): string =>
  answerOf(() => scorecard(cardOf(attributes, value)).score);

describe("scorecards", () => {
  const ranges = [
    { from: 0, to: 10, points: 1 },
    { from: 10, to: 20, points: 2 },
  ];

  it("a range holds its lower end, not its upper one; beyond all ranges there is no score", () => {
    const values = ["-0.01", 0, "9.99", 10, 20];
    expect(values.map((value) => pointsOf(ranges, value))).toEqual([
      "not_defined",
      "1",
      "1",
      "2",
      "not_defined",
    ]);
    expect(pointsOf([{ to: 0, points: 3 }, ...ranges, { from: 20, points: 4 }], "1000000")).toBe(
      "4",
    );
  });

  it("a missing value is an attribute; undeclared it is refused by name, never 0", () => {
    const declared = [...ranges, { missing: true as const, points: 7 }];
    expect([null, undefined].map((value) => pointsOf(declared, value))).toEqual(["7", "7"]);
    expect(refusalOf(() => scorecard(cardOf(ranges, null)))).toEqual(["not_defined", "values.x"]);
    expect(refusalOf(() => scorecard({ ...cardOf(ranges, 1), values: {} }))).toEqual([
      "not_defined",
      "values.x",
    ]);
  });

  it("listed values are compared as texts, beside ranges as numbers", () => {
    const listed = [{ values: ["north", 1, true], points: 5 }];
    const values = ["north", "1", 1, true, "true", "01", "1.0", "south"];
    expect(values.map((value) => pointsOf(listed, value))).toEqual([
      "5",
      "5",
      "5",
      "5",
      "5",
      "not_defined",
      "not_defined",
      "not_defined",
    ]);
    const special = [...ranges, { values: [-1, "none"], points: 6 }];
    expect([-1, "-1.0", "none", "5"].map((value) => pointsOf(special, value))).toEqual([
      "6",
      "6",
      "6",
      "1",
    ]);
  });

  it("attributes that overlap, leave a hole or say nothing are refused with their place", () => {
    const at = (attributes: readonly unknown[]) =>
      refusalOf(() => scorecard(cardOf(attributes as ScorecardAttribute[], 1))).slice(1);
    const path = "card.characteristics[0].attributes";
    expect(at([...ranges, { from: 19, to: 30, points: 1 }])).toEqual([`${path}[2]`]);
    expect(at([...ranges, { from: 21, to: 30, points: 1 }])).toEqual([`${path}[2]`]);
    expect(
      at([
        { to: 5, points: 1 },
        { to: 7, points: 1 },
      ]),
    ).toEqual([`${path}[1]`]);
    expect(at([...ranges, { values: [5], points: 1 }])).toEqual([`${path}[2]`]);
    expect(at([{ values: ["a", "a"], points: 1 }])).toEqual([`${path}[0].values[1]`]);
    expect(
      at([
        { missing: true, points: 1 },
        { missing: true, points: 1 },
      ]),
    ).toEqual([`${path}[1].missing`]);
    expect(at([{ points: 1 }])).toEqual([`${path}[0]`]);
    expect(at([{ from: 1, values: [1], points: 1 }])).toEqual([`${path}[0]`]);
    expect(at([{ from: 2, to: 2, points: 1 }])).toEqual([`${path}[0].to`]);
  });

  it("values of no characteristic are refused, and names that stand twice", () => {
    const input = cardOf(ranges, 1);
    expect(refusalOf(() => scorecard({ ...input, values: { x: 1, y: 2 } }))).toEqual([
      "invalid_input",
      "values.y",
    ]);
    const [first] = input.card.characteristics as [never];
    const twice = { ...input.card, characteristics: [first, first] };
    expect(refusalOf(() => scorecard({ ...input, card: twice }))).toEqual([
      "invalid_input",
      "card.characteristics[1].name",
    ]);
  });

  const points = (name: string, reasonCode: string, baseline: number, own: number) => ({
    name,
    reasonCode,
    baseline,
    attributes: [{ missing: true as const, points: own }],
  });
  const reasons = (
    reasonMethod: "pointsBelow" | "pointsAbove",
    ...each: ReturnType<typeof points>[]
  ) =>
    scorecard({ card: { initialScore: 0, reasonMethod, characteristics: each }, values: {} })
      .reasons;

  it("reasons come by shortfall, ties in the order of the card, none at the baseline", () => {
    // Shortfalls 5, 8, 5, 0 and −3.
    const card = [
      points("a", "A", 10, 5),
      points("b", "B", 10, 2),
      points("c", "C", 7, 2),
      points("d", "D", 4, 4),
      points("e", "E", 4, 7),
    ];
    expect(reasons("pointsBelow", ...card)).toEqual(["B", "A", "C"]);
    expect(reasons("pointsAbove", ...card)).toEqual(["E"]);
  });

  it("characteristics that share a code are added up", () => {
    // A: 4 + 4 = 8; B: 6; C: 5 − 5 = 0.
    const card = [
      points("a", "A", 10, 6),
      points("b", "B", 10, 4),
      points("c", "A", 10, 6),
      points("d", "C", 10, 5),
      points("e", "C", 10, 15),
    ];
    expect(reasons("pointsBelow", ...card)).toEqual(["A", "B"]);
  });

  it("a score is the initial score and all points, and follows from the card", () => {
    fc.assert(
      fc.property(make.cardInput, (given) => {
        const input = deepFrozen(given);
        if (refusalOf(() => scorecard(input))[0] === "not_defined") return;
        const result = scorecard(input);
        expect(verify(result).ok).toBe(true);
        const { initialScore } = input.card;
        const sum = result.contributions.reduce(
          (total, each) => total.add(exactOf(each.points)),
          exactOf(
            weightedScore({
              criteria: [{ id: "x", weight: 1, score: initialScore }],
              scale: { from: -1000, to: 1000 },
            }),
          ),
        );
        expect(exactOf(result.score).toFraction()).toBe(sum.toFraction());
      }),
    );
  });
});

describe("grades and classes", () => {
  it("the grade is that of the highest band reached, whatever the order of the bands", () => {
    fc.assert(
      fc.property(make.bands, make.percent, (bands, score) => {
        const below = (band: GradeBand) => Number(band.minScore) <= nearest(score);
        const reached = bands.filter(below).sort((a, b) => Number(b.minScore) - Number(a.minScore));
        const expected = reached[0]?.grade ?? "not_defined";
        for (const given of [bands, [...bands].reverse()]) {
          const [refused] = refusalOf(() => gradeFor({ score, bands: given }));
          expect(refused ?? gradeFor({ score, bands: given }).grade).toBe(expected);
        }
      }),
    );
  });

  it("two bands from the same score are refused", () => {
    const bands = [
      { minScore: "1.0", grade: "A" },
      { minScore: 1, grade: "B" },
    ];
    expect(refusalOf(() => gradeFor({ score: 1, bands }))).toEqual([
      "invalid_input",
      "bands[1].minScore",
    ]);
  });

  const rule = {
    bands: [
      { minScore: 80, grade: "A" },
      { minScore: 60, grade: "B" },
      { minScore: 40, grade: "C" },
    ],
    upMargin: 2,
    downMargin: 5,
  };
  const moved = (current: string, scores: number[], more: object = {}) => {
    const input = { ...rule, current, scores, ...more };
    const [refused] = refusalOf(() => classMigration(input));
    return refused ?? classMigration(input).newClass.grade;
  };

  it("a class changes only beyond the margins, and by several steps where scores do", () => {
    // Up from 62 and 82 on; A is left below 75, B below 55, C below 35.
    expect(["81.99", "82"].map((score) => moved("B", [Number(score)]))).toEqual(["B", "A"]);
    expect([75, 74.99, 55, 54.99, 35].map((score) => moved("A", [score]))).toEqual([
      "A",
      "B",
      "B",
      "C",
      "C",
    ]);
    expect(moved("C", [99])).toBe("A");
    expect(moved("C", [34])).toBe("not_defined");
    expect(moved("D", [50])).toBe("invalid_input");
  });

  it("so many scores in a row, and with fewer no move that way", () => {
    expect(moved("B", [90], { upAfter: 2 })).toBe("B");
    expect(moved("B", [70, 90], { upAfter: 2 })).toBe("B");
    expect(moved("B", [85, 90], { upAfter: 2 })).toBe("A");
    expect(moved("A", [50], { downAfter: 2 })).toBe("A");
    expect(moved("A", [70, 50], { downAfter: 2 })).toBe("B");
  });

  it("the same score again never moves a class twice, and without margins it is the grade", () => {
    fc.assert(
      fc.property(make.migrationInput, (given) => {
        const input = deepFrozen({ ...given, upAfter: 1, downAfter: 1 });
        if (refusalOf(() => classMigration(input)).length > 0) return;
        const { grade } = classMigration(input).newClass;
        const again = classMigration({ ...input, current: grade });
        expect([again.newClass.grade, again.move]).toEqual([grade, "none"]);
        const score = input.scores.at(-1) ?? 0;
        const plain = { ...input, upMargin: 0, downMargin: 0 };
        if (refusalOf(() => classMigration(plain)).length > 0) return;
        expect(classMigration(plain).newClass.grade).toBe(
          gradeFor({ score, bands: input.bands }).grade,
        );
      }),
    );
  });

  it("the deck's terms by class are 60, 45 and 30 days", () => {
    expect(customerClassTerms.map(({ grade, termDays }) => [grade, termDays])).toEqual([
      ["A", 60],
      ["B", 45],
      ["C", 30],
    ]);
  });
});

describe("a scale of points", () => {
  const base = { baseScore: 600, baseOdds: 50, pointsToDoubleOdds: 20 };

  it("the example: factor 28.8539008, offset 487.122876, 2 % is 599.417073, 100:1 is 620", () => {
    const { factor, offset, score } = pointsScale({ ...base, defaultProbability: "0.02" });
    expect(factor.value.toFixed(7)).toBe("28.8539008");
    expect(offset.value.toFixed(6)).toBe("487.122876");
    expect(score?.value.toFixed(6)).toBe("599.417073");
    // 100 goods to a bad are a probability of 1 ÷ 101.
    const { defaultProbability } = pointsScale({ ...base, score: 620 });
    expect(defaultProbability?.value.toFixed(30)).toBe("0.009900990099009900990099009901");
  });

  it("there and back is the same probability, to 28 places", () => {
    const points = fc.constantFrom("12.5", 20, 40);
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 999 }), (pointsToDoubleOdds, thousandths) => {
        const given = deepFrozen({ ...base, pointsToDoubleOdds });
        const defaultProbability = String(thousandths / 1000);
        const { score } = pointsScale({ ...given, defaultProbability });
        const back = pointsScale({ ...given, score: score ?? 0 }).defaultProbability;
        expect(back?.value.minus(defaultProbability).abs().lt("1e-28")).toBe(true);
      }),
    );
  });

  it("0 and 1 have no score; both at once are refused", () => {
    for (const defaultProbability of [0, 1]) {
      expect(refusalOf(() => pointsScale({ ...base, defaultProbability }))[0]).toBe("not_defined");
    }
    expect(refusalOf(() => pointsScale({ ...base, defaultProbability: "0.1", score: 1 }))).toEqual([
      "invalid_input",
      "score",
    ]);
    expect(pointsScale({ ...base, defaultProbability: "0.5" }).score?.value.toFixed(6)).toBe(
      "487.122876",
    );
  });
});
