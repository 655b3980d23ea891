import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  dsoAgingBuckets,
  dsoComparison,
  dsoCountback,
  dsoPeriodAverage,
} from "../../src/dso/index.ts";
import type { DsoComparisonInput, DsoDifference } from "../../src/dso/index.ts";
import { verify } from "../../src/explain/verify.ts";
import type { Absent, Figure } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import { exactOf } from "../support/exact.ts";

/** The half year of slides 66 to 68. */
const deck: DsoComparisonInput = {
  receivables: 1_170_000,
  periods: [
    { period: "2001-01", sales: 620_000, outstanding: 25_000 },
    { period: "2001-02", sales: 476_000, outstanding: 30_000 },
    { period: "2001-03", sales: 558_000, outstanding: 85_000 },
    { period: "2001-04", sales: 600_000, outstanding: 120_000 },
    { period: "2001-05", sales: 434_000, outstanding: 310_000 },
    { period: "2001-06", sales: 630_000, outstanding: 600_000 },
  ],
  sameTaxBasis: true,
};

/** The difference of a row of slide 67's walk from its formula: c (D/S − d/s). */
const consumedRow = (consumed: number, days: number, sales: number): Fraction =>
  new Fraction(181, 3_318_000).sub(new Fraction(days, sales)).mul(consumed);

function figureOf<F extends Figure>(answer: F | Absent): F {
  if (!isFigure(answer)) throw new Error(answer.reason.message);
  return answer;
}

const rowsOf = (answer: DsoDifference | Absent) => figureOf(answer).inputs.periods;

describe("the methods side by side", () => {
  const comparison = dsoComparison(deck);

  it("are those of the functions alone", () => {
    const { receivables, periods, sameTaxBasis } = { ...deck, sameTaxBasis: true };
    const back = dsoCountback({ receivables, periods, sameTaxBasis });
    const aging = dsoAgingBuckets({ periods, sameTaxBasis });
    const average = dsoPeriodAverage({ receivables, sales: 3_318_000, days: 181, sameTaxBasis });
    expect(JSON.stringify(comparison.countback)).toBe(JSON.stringify(back));
    expect(JSON.stringify(comparison.agingBuckets)).toBe(JSON.stringify(aging));
    expect(comparison.periodAverage.value).toEqual(average.value);
  });

  it("give the period average its sales and days as sums of their own", () => {
    const { sales, days } = figureOf(comparison.periodAverage).inputs as Record<string, Figure>;
    expect([sales?.formula, sales?.value.toNumber()]).toEqual(["dso/sales-of-periods", 3_318_000]);
    expect([days?.formula, days?.value.toNumber()]).toEqual(["dso/days-of-periods", 181]);
  });

  it("verify as a whole", () => {
    expect(verify(comparison).ok).toBe(true);
    expect(verify(JSON.parse(JSON.stringify(comparison))).ok).toBe(true);
  });
});

describe("the difference of two methods", () => {
  const { periodAverage, countback, agingBuckets, differences } = dsoComparison(deck);

  it("is exactly the difference of their figures", () => {
    const [average, back, aging] = [periodAverage, countback, agingBuckets].map((answer) =>
      exactOf(figureOf<Figure>(answer)),
    ) as [Fraction, Fraction, Fraction];
    const exact = (answer: Figure | Absent) => exactOf(figureOf<Figure>(answer)).toFraction();
    expect(exact(differences.averageMinusCountback)).toBe(average.sub(back).toFraction());
    expect(exact(differences.averageMinusAging)).toBe(average.sub(aging).toFraction());
    expect(exact(differences.countbackMinusAging)).toBe(back.sub(aging).toFraction());
  });

  it("has one row a period, newest first, and the row outside the history", () => {
    for (const answer of Object.values(differences)) {
      expect(rowsOf(answer).map(({ period }) => period)).toEqual([
        "2001-06",
        "2001-05",
        "2001-04",
        "2001-03",
        "2001-02",
        "2001-01",
        "outside the history",
      ]);
    }
  });

  it("of average and countback gives each month c (D/S − d/s)", () => {
    const rows = rowsOf(differences.averageMinusCountback);
    const expected = [
      consumedRow(630_000, 30, 630_000),
      consumedRow(434_000, 31, 434_000),
      consumedRow(106_000, 30, 600_000),
    ];
    const printed = rows.map(({ difference }) => Number(difference));
    expected.forEach((row, index) => expect(printed[index]).toBeCloseTo(row.valueOf(), 12));
    expect(printed.slice(3)).toEqual([0, 0, 0, 0]);
  });

  it("of countback and aging gives each month (c − o) d/s", () => {
    const rows = rowsOf(differences.countbackMinusAging);
    // June (630 − 600)/630 × 30, May (434 − 310)/434 × 31, April (106 − 120)/600 × 30,
    // March −85/558 × 31, February −30/476 × 28, January −25/620 × 31.
    const expected = [30 / 21, 124 / 14, -0.7, -85 / 18, -30 / 17, -1.25, 0];
    const printed = rows.map(({ difference }) => Number(difference));
    expected.forEach((row, index) => expect(printed[index]).toBeCloseTo(row, 12));
  });

  it("of average and aging puts what no month accounts for outside the history", () => {
    const { differences: short } = dsoComparison({ ...deck, receivables: 1_270_000 });
    const outside = rowsOf(short.averageMinusAging).at(-1);
    // 100,000 at the daily sales of the half year.
    expect(Number(outside?.difference)).toBeCloseTo((100_000 / 3_318_000) * 181, 12);
    expect(outside).toMatchObject({ left: "100000", aging: "0", sales: "0", days: "0" });
  });

  it("gives an empty month's counted days to countback, and 0 elsewhere", () => {
    const { differences: found } = dsoComparison({
      receivables: 150,
      periods: [
        { period: "2001-01", sales: 100, outstanding: 50 },
        { period: "2001-02", sales: 0, outstanding: 0 },
        { period: "2001-03", sales: 100, outstanding: 100 },
      ],
      sameTaxBasis: true,
    });
    const empty = (answer: DsoDifference | Absent) => rowsOf(answer)[1]?.difference;
    expect(empty(found.averageMinusCountback)).toBe("-28");
    expect(empty(found.countbackMinusAging)).toBe("28");
    expect(empty(found.averageMinusAging)).toBe("0");
  });

  it("stands with a lower bound, says so, and has the rest outside the history", () => {
    const input = { ...deck, receivables: 4_000_000, whenExhausted: "lower-bound" } as const;
    const { countback: bound, differences: found } = dsoComparison(input);
    expect(figureOf<Figure>(bound).formula).toBe("dso/countback-at-least");
    const answer = figureOf(found.averageMinusCountback);
    expect(answer.caveats).toEqual([{ code: "countback_is_lower_bound" }]);
    expect(answer.inputs.periods.at(-1)).toMatchObject({ remaining: "682000", counted: "0" });
    expect(figureOf<Figure>(found.averageMinusAging).caveats).toEqual([]);
    expect(verify(found).ok).toBe(true);
  });
});

describe("a method without an answer", () => {
  it("is absent, and so are the differences that need it", () => {
    const { periodAverage, agingBuckets, differences } = dsoComparison({
      ...deck,
      periods: [
        { period: "2001-05", sales: 434_000 },
        { period: "2001-06", sales: 1_630_000, outstanding: 600_000 },
      ],
    });
    expect(agingBuckets).toMatchObject({
      value: null,
      reason: { code: "not_defined", message: "what is outstanding of 2001-05 is not given" },
    });
    expect(isFigure(periodAverage)).toBe(true);
    expect(isFigure(differences.averageMinusCountback)).toBe(true);
    expect(differences.averageMinusAging).toMatchObject({
      formula: "dso/average-minus-aging",
      reason: {
        code: "not_defined",
        message: "dso/aging-buckets is absent: what is outstanding of 2001-05 is not given",
      },
    });
    expect(differences.countbackMinusAging.value).toBeNull();
  });

  it("may be countback: the history too short, or negative sales not dealt with", () => {
    const short = dsoComparison({ ...deck, receivables: 4_000_000 });
    expect(short.countback).toMatchObject({ reason: { code: "history_too_short" } });
    expect(short.differences.averageMinusCountback.value).toBeNull();
    expect(isFigure(short.differences.averageMinusAging)).toBe(true);
    const periods = [
      { period: "2001-01", sales: 500, outstanding: 5 },
      { period: "2001-02", sales: -100, outstanding: 0 },
      { period: "2001-03", sales: 100, outstanding: 95 },
    ];
    const returns = { receivables: 100, periods, sameTaxBasis: true };
    expect(dsoComparison(returns).countback).toMatchObject({ reason: { code: "not_defined" } });
    const netted = dsoComparison({ ...returns, negativeSales: "net-into-previous" });
    expect(isFigure(netted.countback)).toBe(true);
    expect(verify(netted).ok).toBe(true);
  });

  it("may be all of them", () => {
    const { differences, ...methods } = dsoComparison({
      receivables: 1,
      periods: [{ period: "2001-01", sales: 0, outstanding: 1 }],
    });
    for (const answer of [...Object.values(methods), ...Object.values(differences)]) {
      expect(answer).toMatchObject({ value: null });
    }
  });
});
