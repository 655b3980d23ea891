/** Weighted scores, cards, grades, limits and probabilities over columns, row by row. */
import { describe, expect, it } from "vitest";

import * as credit from "trade-credit";
import * as batch from "trade-credit/batch";

import { answerOf, columnOf, Draw, reasonOf, wordOf } from "./rows.ts";

const ROWS = 400;
const scale = { from: 0, to: 100 };
const bands = [
  { minScore: "60.05", grade: "B" },
  { minScore: 80, grade: "A" },
  { minScore: 20, grade: "C" },
];

/** Scores in tenths, some of them off the scale. */
function scores(seed: number, places: number): Float64Array {
  const draw = new Draw(seed);
  return Float64Array.from({ length: ROWS }, () => draw.next(1_010 * places) / (10 * places));
}

describe("weightedScoreColumns", () => {
  it.each([
    [[2, 1, 3], 1],
    [["0.3", "0.25", "0.2", "0.15", "0.1"], 1],
    [[30, 25, 20, 15, 10, 0, 7, 11], 7],
    [Array.from({ length: 23 }, (_, at) => at), 1],
  ] as const)("weights %j: equals weightedScore and its grade", (weights, places) => {
    const columns = weights.map((_, at) => scores(at + 5, places));
    const criteria = weights.map((weight, at) => ({
      id: `c${String(at)}`,
      weight,
      score: columns[at] as Float64Array,
    }));
    const found = batch.weightedScoreColumns({ criteria, scale, bands, places: 2 });
    for (let row = 0; row < ROWS; row += 1) {
      const one = answerOf(() => {
        const each = criteria.map(({ id, weight, score }) => ({
          id,
          weight,
          score: score[row] ?? 0,
        }));
        return credit.weightedScore({ criteria: each, scale });
      }, 2);
      expect([row, found.values[row], reasonOf(found, row)]).toEqual([row, one.value, one.code]);
      expect([row, wordOf(found.grade, row)]).toEqual([row, one.figure ? gradeOf(one.figure) : ""]);
    }
  });
});

function gradeOf(score: credit.Figure): string {
  try {
    return credit.gradeFor({ score, bands }).grade;
  } catch {
    return "";
  }
}

describe("fiveCScoreColumns", () => {
  it("equals fiveCScore with scores and elements", () => {
    const [a, b, c] = [scores(1, 1), scores(2, 3), scores(3, 1)];
    const found = batch.fiveCScoreColumns({
      character: { weight: 30, elements: [a, b, c] },
      capacity: { weight: "25", score: b },
      capital: { weight: 20, elements: [c, a] },
      collateral: { weight: 15, score: a },
      conditions: { weight: 10, score: c },
      scale,
    });
    for (let row = 0; row < ROWS; row += 1) {
      const [x, y, z] = [a[row] ?? 0, b[row] ?? 0, c[row] ?? 0];
      const one = answerOf(
        () =>
          credit.fiveCScore({
            character: {
              weight: 30,
              elements: [x, y, z].map((score, at) => ({ id: String(at), score })),
            },
            capacity: { weight: 25, score: y },
            capital: {
              weight: 20,
              elements: [
                { id: "z", score: z },
                { id: "x", score: x },
              ],
            },
            collateral: { weight: 15, score: x },
            conditions: { weight: 10, score: z },
            scale,
          }),
        4,
      );
      expect([row, found.values[row], reasonOf(found, row)]).toEqual([row, one.value, one.code]);
    }
  });
});

describe("gradeColumns", () => {
  it("equals gradeFor, bounds and texts between doubles included", () => {
    const own = [
      { minScore: "0.1", grade: "low" },
      { minScore: "0.30000000000000000001", grade: "just above 0.3" },
      { minScore: -5, grade: "least" },
    ];
    const values = Float64Array.of(0.1, 0.3, 0.30000000000000004, -5, -5.000001, 0, NaN, 2 ** 53);
    const found = batch.gradeColumns(own, values);
    const expected = ["low", "low", "just above 0.3", "least", "", "least", "", ""];
    expect(Array.from(values, (_, row) => wordOf(found.grade, row))).toEqual(expected);
    expect(Array.from(values, (_, row) => reasonOf(found as never, row))).toEqual(
      Array.from(values, (score) => answerOf(() => credit.gradeFor({ score, bands: own }), 0).code),
    );
  });

  it("takes the answer of a column function", () => {
    const found = batch.weightedScoreColumns({
      criteria: [{ id: "a", weight: 1, score: Float64Array.of(50, 101, 90) }],
      scale,
    });
    const { grade, reasons } = batch.gradeColumns(bands, found);
    expect(Array.from(grade.codes, (code) => grade.categories[code])).toEqual(["C", "", "A"]);
    expect(Array.from(reasons?.codes ?? [])).toEqual([0, 1, 0]);
  });
});

describe("creditLimitColumns", () => {
  const units = [undefined, 1000, "0.5", 7];
  const styles = ["round", "cents", "tenths", "wild", "whole"] as const;
  it.each(units.flatMap((unit) => styles.map((style) => [unit, style] as const)))(
    "unit %s, %s amounts: equals creditLimit",
    (unit, style) => {
      const draw = new Draw(style.length);
      const requested = columnOf(draw, style, ROWS, false);
      const base = columnOf(draw, style, ROWS, true);
      const share = Float64Array.from({ length: ROWS }, () => draw.next(40) / 100 - 0.01);
      const asked = {
        ...(unit === undefined ? { places: 2 } : { unit }),
      };
      const found = batch.creditLimitColumns({
        requested,
        bounds: [
          { name: "net-worth", base, share: "0.1" },
          { name: "sales", base: requested, share },
          { name: "policy", amount: "60000.25" },
        ],
        ...asked,
      });
      for (let row = 0; row < ROWS; row += 1) {
        let binding: readonly string[] = [];
        const one = answerOf(() => {
          const answer = credit.creditLimit({
            requested: requested[row] ?? 0,
            bounds: [
              { name: "net-worth", base: base[row] ?? 0, share: "0.1" },
              { name: "sales", base: requested[row] ?? 0, share: share[row] ?? 0 },
              { name: "policy", amount: "60000.25" },
            ],
            ...(unit === undefined ? {} : { unit }),
          });
          binding = answer.binding;
          return answer.limit;
        }, 2);
        const mask = found.binding[row] ?? 0;
        const names = found.names.filter((_, bit) => ((mask >> bit) & 1) === 1);
        expect([row, found.values[row], reasonOf(found, row), names]).toEqual([
          row,
          one.value,
          one.code,
          binding,
        ]);
      }
    },
  );
});

describe("scorecardColumns", () => {
  const card = {
    initialScore: "500.5",
    reasonMethod: "pointsBelow",
    characteristics: [
      {
        name: "years",
        reasonCode: "R1",
        baseline: 30,
        attributes: [
          { missing: true, points: "5.25" },
          { values: [-1, "7.50"], points: 1 },
          { to: 3, points: 10 },
          { from: 3, to: "7.5", points: 30 },
          { from: "7.5", points: 40 },
        ].filter((_, at) => at !== 1),
      },
      {
        name: "premises",
        reasonCode: "R2",
        baseline: "20.5",
        attributes: [
          { values: ["own", "for free", "3"], points: 25 },
          { values: ["rent", true], points: "-4.5" },
        ],
      },
      {
        name: "report",
        reasonCode: "R1",
        baseline: 10,
        attributes: [
          { values: [1, 2, "0.5"], points: 12 },
          { values: [3], points: 0 },
          { missing: true, points: 3 },
        ],
      },
    ],
  } as const;

  it.each(["pointsBelow", "pointsAbove"] as const)("%s: equals scorecard", (reasonMethod) => {
    const draw = new Draw(9);
    const own = { ...card, reasonMethod };
    const years = Float64Array.from({ length: ROWS }, () => draw.next(40) / 4);
    const valid = Uint8Array.from(years, () => Number(draw.next(5) > 0));
    const categories = ["own", "rent", "for free", "true", "3", "tent", "3.0"];
    const codes = Uint8Array.from(years, () => draw.next(categories.length));
    const report = Float64Array.from(years, () => [1, 2, 3, 0.5, 4, NaN][draw.next(6)] ?? 0);
    const found = batch.scorecardColumns(own, {
      years: { values: years, valid },
      premises: { codes, categories },
      report,
    });
    for (let row = 0; row < ROWS; row += 1) {
      let reasons: readonly string[] = [];
      const one = answerOf(() => {
        const answer = credit.scorecard({
          card: own,
          values: {
            years: valid[row] === 0 ? null : (years[row] ?? 0),
            premises: categories[codes[row] ?? 0] ?? "",
            report: report[row] ?? 0,
          },
        });
        ({ reasons } = answer);
        return answer.score;
      }, 10);
      const { perRow } = found.reasonCodes;
      const ranked = found.reasonCodes.codes.subarray(row * perRow, (row + 1) * perRow);
      const words = Array.from(ranked, (code) => found.reasonCodes.categories[code]);
      expect([row, found.values[row], reasonOf(found, row), words.filter((w) => w !== "")]).toEqual(
        [row, one.value, one.code, reasons],
      );
    }
  });
});

describe("probabilityColumns", () => {
  it.each([4, 6, 15])("to %i places: equals the functions for one row", (places) => {
    const draw = new Draw(places);
    const ratio = (span: number) =>
      Float64Array.from({ length: ROWS }, () => (draw.next(2_000 * span) - 1_000 * span) / 1_000);
    const ratios = { returnOnAssets: ratio(2), debtRatio: ratio(12), currentRatio: ratio(4) };
    const found = batch.probabilityColumns(batch.zmijewskiModel, { ratios }, { places });
    const odds = {
      ...ratios,
      size: ratio(2_000),
      workingCapitalToAssets: ratio(1),
      currentLiabilitiesToCurrentAssets: ratio(1),
      liabilitiesExceedAssets: ratio(1).map((each) => Number(each > 0)),
      fundsFromOperationsToLiabilities: ratio(1),
      lossInBothYears: ratio(1).map((each) => Number(each > 0.5)),
      netIncomeChange: ratio(1),
    };
    const ohlson = Object.fromEntries(
      Object.entries(odds).filter(([name]) => name !== "currentRatio"),
    );
    const logit = batch.probabilityColumns(batch.ohlsonOModel, { ratios: ohlson }, { places });
    const at = (row: number) => (columns: object) =>
      Object.fromEntries(
        Object.entries(columns as Record<string, Float64Array>).map(([name, all]) => [
          name,
          all[row],
        ]),
      );
    for (let row = 0; row < ROWS; row += 1) {
      const normal = answerOf(
        () => credit.zmijewskiProbability({ ratios: at(row)(ratios) as never }),
        places,
      );
      const one = answerOf(
        () => credit.ohlsonProbability({ ratios: at(row)(ohlson) as never }),
        places,
      );
      expect([row, found.values[row], reasonOf(found, row)]).toEqual([
        row,
        normal.value,
        normal.code,
      ]);
      expect([row, logit.values[row], reasonOf(logit, row)]).toEqual([row, one.value, one.code]);
    }
  });
});
