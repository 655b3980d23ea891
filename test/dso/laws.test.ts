/** Laws of the DSO family, exactly: fractions are compared, not printed values. */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  averageDaysDelinquent,
  dsoAgingBuckets,
  dsoBestPossible,
  dsoComparison,
  dsoCountback,
  dsoDelinquent,
  dsoPeriodAverage,
} from "../../src/dso/index.ts";
import type { DsoDifference } from "../../src/dso/index.ts";
import { formatDay } from "../../src/ground/days.ts";
import type { Absent } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import { formatMonth, monthSpan } from "../../src/ground/months.ts";
import { exactOf } from "../support/exact.ts";
import { comparable, moneyFigure, periodNames, taxBasis } from "../support/producers/dso.ts";
import { refusalOf } from "./refusals.ts";

const same = { sameTaxBasis: true } as const;

/** Whole amounts, zeros and small ones often. */
const whole = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 10_000 }));

interface Month {
  readonly period: string;
  readonly sales: number;
  readonly outstanding: number;
}

/** Months with whole sales; nothing is outstanding of a month without. */
const months: fc.Arbitrary<Month[]> = fc
  .tuple(
    fc.integer({ min: 2000 * 12, max: 2030 * 12 }),
    fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 13 }),
  )
  .map(([first, amounts]) =>
    amounts.map(([sales, open], index) => ({
      period: formatMonth(first + index),
      sales,
      outstanding: sales > 0 ? open : 0,
    })),
  );

const totalSales = (periods: readonly Month[]): number =>
  periods.reduce((total, { sales }) => total + sales, 0);

/** Months, and whole receivables that their sales cover. */
const covered = months.chain((periods) =>
  fc.record({
    periods: fc.constant(periods),
    receivables: fc.integer({ min: 0, max: totalSales(periods) }),
  }),
);

describe("scaling all money by one factor", () => {
  it("changes no DSO", () => {
    fc.assert(
      fc.property(
        covered,
        fc.integer({ min: 1, max: 1000 }),
        ({ periods, receivables }, factor) => {
          const scaled = periods.map((month) => ({
            ...month,
            sales: month.sales * factor,
            outstanding: month.outstanding * factor,
          }));
          const back = dsoCountback({ receivables, periods, ...same });
          const scaledBack = dsoCountback({
            receivables: receivables * factor,
            periods: scaled,
            ...same,
          });
          expect(exactOf(scaledBack).equals(exactOf(back))).toBe(true);
          const aging = dsoAgingBuckets({ periods, ...same });
          const scaledAging = dsoAgingBuckets({ periods: scaled, ...same });
          expect(exactOf(scaledAging).equals(exactOf(aging))).toBe(true);
          const sales = totalSales(periods) + 1;
          const average = dsoPeriodAverage({ receivables, sales, days: 30, ...same });
          const scaledAverage = dsoPeriodAverage({
            receivables: receivables * factor,
            sales: sales * factor,
            days: 30,
            ...same,
          });
          expect(exactOf(scaledAverage).equals(exactOf(average))).toBe(true);
        },
      ),
    );
  });
});

/** A month whose every day has the same sales and the same outstanding, whole and day by day. */
const evenMonths = fc
  .tuple(
    fc.integer({ min: 2000 * 12, max: 2030 * 12 }),
    fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 4 }),
  )
  .map(([first, amounts]) => {
    const daily = amounts.map(([sales, open], index) => {
      const { from, to } = monthSpan(first + index);
      return { from, days: to - from + 1, sales, outstanding: sales > 0 ? open : 0, first, index };
    });
    const whole = daily.map(({ days, sales, outstanding, index }) => ({
      period: formatMonth(first + index),
      sales: sales * days,
      outstanding: outstanding * days,
    }));
    const split = daily.flatMap(({ from, days, sales, outstanding }) =>
      Array.from({ length: days }, (_, day) => {
        const date = formatDay(from + day);
        return { period: { from: date, to: date }, sales, outstanding };
      }),
    );
    return { whole, split };
  });

describe("splitting months into days of equal sales", () => {
  it("changes neither countback nor aging", () => {
    fc.assert(
      fc.property(
        evenMonths,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ whole, split }, part) => {
          const receivables = Math.floor(totalSales(whole) * part);
          const [back, splitBack] = [whole, split].map((periods) =>
            exactOf(dsoCountback({ receivables, periods, ...same })),
          );
          expect(splitBack?.toFraction()).toBe(back?.toFraction());
          const [aging, splitAging] = [whole, split].map((periods) =>
            exactOf(dsoAgingBuckets({ periods, ...same })),
          );
          expect(splitAging?.toFraction()).toBe(aging?.toFraction());
        },
      ),
    );
  });
});

describe("flat daily sales", () => {
  it("make countback equal to the period average, as long as sales cover receivables", () => {
    const flat = fc.record({
      names: periodNames,
      daily: fc.integer({ min: 1, max: 5000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(flat, ({ names, daily, part }) => {
        const lengths = names.map((period) => {
          const probe = dsoCountback({ receivables: 1, periods: [{ period, sales: 1 }] });
          return probe.value.toNumber();
        });
        const days = lengths.reduce((total, length) => total + length, 0);
        const periods = names.map((period, index) => ({
          period,
          sales: daily * (lengths[index] ?? 0),
        }));
        const receivables = Math.floor(daily * days * part);
        const back = dsoCountback({ receivables, periods, ...same });
        const average = dsoPeriodAverage({ receivables, sales: daily * days, days, ...same });
        expect(exactOf(back).toFraction()).toBe(exactOf(average).toFraction());
      }),
    );
  });
});

describe("countback", () => {
  it("never falls when receivables grow", () => {
    const pair = months.chain((periods) => {
      const some = fc.integer({ min: 0, max: totalSales(periods) });
      return fc.record({ periods: fc.constant(periods), a: some, b: some });
    });
    fc.assert(
      fc.property(pair, fc.constantFrom("count-days", "skip"), ({ periods, a, b }, zeroSales) => {
        const of = (receivables: number) =>
          exactOf(dsoCountback({ receivables, periods, zeroSales, ...same }));
        expect(of(Math.min(a, b)).compare(of(Math.max(a, b)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("does not depend on periods beyond the walk", () => {
    fc.assert(
      fc.property(covered, whole, ({ periods, receivables }, sales) => {
        const to = formatDay(dayBefore(periods[0]!.period));
        const before = { period: { from: "1990-01-01", to }, sales };
        const longer = dsoCountback({ receivables, periods: [before, ...periods], ...same });
        const shorter = dsoCountback({ receivables, periods, ...same });
        expect(JSON.stringify(longer)).toBe(JSON.stringify(shorter));
      }),
    );
  });
});

describe("aging", () => {
  it("is additive over periods", () => {
    fc.assert(
      fc.property(
        months.filter((periods) => periods.length > 1),
        (periods) => {
          const of = (part: readonly Month[]) =>
            exactOf(dsoAgingBuckets({ periods: part, ...same }));
          const cut = Math.ceil(periods.length / 2);
          const parts = of(periods.slice(0, cut)).add(of(periods.slice(cut)));
          expect(of(periods).toFraction()).toBe(parts.toFraction());
        },
      ),
    );
  });
});

describe("the comparison", () => {
  it("has rows that add up to each difference exactly", () => {
    fc.assert(
      fc.property(comparable, ({ receivables, periods, ...rest }) => {
        // Without tax every cell but the days is a decimal that ends, and can be read back.
        const { zeroSales, negativeSales, whenExhausted } = rest;
        const rules = { zeroSales, negativeSales, whenExhausted };
        const { differences } = dsoComparison({ receivables, periods, ...rules, ...same });
        const { averageMinusCountback, averageMinusAging, countbackMinusAging } = differences;
        expectSum(averageMinusCountback, (row, perDay) =>
          fraction(row["period"] === OUTSIDE ? row["remaining"] : row["consumed"])
            .mul(perDay)
            .sub(countedOf(row, zeroSales)),
        );
        expectSum(averageMinusAging, (row, perDay) =>
          fraction(row["period"] === OUTSIDE ? row["left"] : row["outstanding"])
            .mul(perDay)
            .sub(agingOf(row)),
        );
        expectSum(countbackMinusAging, (row) => countedOf(row, zeroSales).sub(agingOf(row)));
      }),
      { numRuns: 300 },
    );
  });

  it("has differences that follow from one another", () => {
    fc.assert(
      fc.property(comparable, (input) => {
        const { averageMinusCountback, averageMinusAging, countbackMinusAging } =
          dsoComparison(input).differences;
        if (!isFigure(averageMinusCountback) || !isFigure(countbackMinusAging)) return;
        if (!isFigure(averageMinusAging)) return;
        const sum = exactOf(averageMinusCountback).add(exactOf(countbackMinusAging));
        expect(sum.toFraction()).toBe(exactOf(averageMinusAging).toFraction());
      }),
    );
  });
});

describe("best possible and delinquent DSO", () => {
  it("add up to the period average", () => {
    const some = fc.record({ current: whole, past: whole, sales: whole, days: whole });
    fc.assert(
      fc.property(some, taxBasis, ({ current, past, sales, days }, basis) => {
        const totals = { sales: sales + 1, days: days + 1, ...basis };
        const receivables = current + past;
        const dso = dsoPeriodAverage({ receivables, ...totals });
        const best = dsoBestPossible({ currentReceivables: current, ...totals });
        const late = dsoDelinquent({ receivables, currentReceivables: current, ...totals });
        const sum = exactOf(best).add(exactOf(late));
        expect(sum.toFraction()).toBe(exactOf(dso).toFraction());
        const delay = averageDaysDelinquent({ dso, bestPossibleDso: best });
        expect(exactOf(delay).toFraction()).toBe(exactOf(late).toFraction());
      }),
    );
  });
});

describe("inputs", () => {
  it("are not changed, frozen or not", () => {
    fc.assert(
      fc.property(comparable, (input) => {
        const before = JSON.stringify(input);
        dsoComparison(deepFrozen(copyOf(input)));
        dsoComparison(input);
        attempt(() => dsoCountback(input));
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });

  it("give the same answer as figures and as numbers", () => {
    fc.assert(
      fc.property(covered, ({ periods, receivables }) => {
        const asFigures = periods.map(({ period, sales, outstanding }) => ({
          period,
          sales: moneyFigure(String(sales)),
          outstanding: moneyFigure(String(outstanding)),
        }));
        const back = dsoCountback({ receivables, periods, ...same });
        const ofFigures = dsoCountback({
          receivables: moneyFigure(String(receivables)),
          periods: asFigures,
          ...same,
        });
        expect(exactOf(ofFigures).toFraction()).toBe(exactOf(back).toFraction());
        const aging = dsoAgingBuckets({ periods, ...same });
        const agingOfFigures = dsoAgingBuckets({ periods: asFigures, ...same });
        expect(exactOf(agingOfFigures).toFraction()).toBe(exactOf(aging).toFraction());
      }),
    );
  });

  it("are refused in any other order than that of time", () => {
    const shuffled = months
      .filter((periods) => periods.length > 1)
      .chain((periods) =>
        fc.tuple(fc.constant(periods), fc.shuffledSubarray(periods, { minLength: periods.length })),
      )
      .filter(([periods, other]) => periods.some((month, index) => month !== other[index]));
    fc.assert(
      fc.property(shuffled, ([, periods]) => {
        const { code, faults } = refusalOf(() => dsoCountback({ receivables: 0, periods }));
        expect(code).toBe("invalid_input");
        expect(faults.every((fault) => fault.includes(".period must begin on "))).toBe(true);
      }),
    );
  });
});

const OUTSIDE = "outside the history";

type Row = Readonly<Record<string, unknown>>;

/** An exact cell: a decimal text, or a figure. */
function fraction(cell: unknown): Fraction {
  return isFigure(cell) ? exactOf(cell) : new Fraction(cell as string);
}

/** The sum of the rows, each by its formula, is the figure's exact value. */
function expectSum(
  answer: DsoDifference | Absent,
  difference: (row: Row, daysPerMoney: Fraction) => Fraction,
): void {
  if (!isFigure(answer)) return;
  const rows = answer.inputs.periods as unknown as Row[];
  const total = (column: string): Fraction =>
    rows.reduce((sum, row) => sum.add(fraction(row[column])), new Fraction(0));
  const sales = total("sales");
  const daysPerMoney = sales.n === 0n ? new Fraction(0) : total("days").div(sales);
  const sum = rows.reduce((all, row) => all.add(difference(row, daysPerMoney)), new Fraction(0));
  expect(sum.toFraction()).toBe(exactOf(answer).toFraction());
}

/** Days that countback counts in a row. */
function countedOf(row: Row, zeroSales: string): Fraction {
  const net = fraction(row["net"]);
  if (fraction(row["remaining"]).n === 0n) return new Fraction(0);
  if (net.compare(0) > 0) return fraction(row["days"]).mul(fraction(row["consumed"])).div(net);
  return zeroSales === "skip" ? new Fraction(0) : fraction(row["days"]);
}

/** Days that the aging method counts in a row. */
function agingOf(row: Row): Fraction {
  const outstanding = fraction(row["outstanding"]);
  if (outstanding.n === 0n) return outstanding;
  return outstanding.div(fraction(row["sales"])).mul(fraction(row["days"]));
}

function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

function dayBefore(month: string): number {
  return monthSpan(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1).from - 1;
}

/** A copy of records and lists; figures stay what they are. */
function copyOf<T>(value: T): T {
  if (typeof value !== "object" || value === null || isFigure(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const entries = Object.entries(value).map(([key, each]) => [key, copyOf(each)]);
  return Object.fromEntries(entries) as T;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !isFigure(value)) {
    for (const each of Object.values(value)) deepFrozen(each);
    Object.freeze(value);
  }
  return value;
}
