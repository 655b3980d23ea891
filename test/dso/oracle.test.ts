/**
 * Every DSO function against the independent implementation on fraction.js.
 *
 * Inputs: 1 to 14 months, quarters, years or spans of days; a fifth of the sales 0 and a quarter
 * negative where returns are asked for; amounts often equal; receivables that end at the edge of a
 * period, inside one, or beyond the history; every rule of the countback; seven tax bases; a
 * quarter of the numbers given as figures.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import * as dso from "../../src/dso/index.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import type { Absent, Figure } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import type { Numeric } from "../../src/ground/numeric.ts";
import * as oracle from "../oracle/dso.ts";
import { exactOf, exactOrReason } from "../support/exact.ts";
import { comparable, countbackRules, history, taxBasis } from "../support/producers/dso.ts";

const runs = { numRuns: 400 };

/** A number as the oracle takes it. */
function plain(value: Numeric): oracle.Numeric {
  return isFigure(value) ? exactOf(value) : (value as oracle.Numeric);
}

function plainPeriods(periods: readonly dso.SalesPeriod[]): oracle.Period[] {
  return periods.map(({ period, sales, outstanding }) => ({
    period,
    sales: plain(sales),
    ...(outstanding === undefined ? {} : { outstanding: plain(outstanding) }),
  }));
}

const taxOf = ({ taxRate }: { taxRate?: string }) => (taxRate === undefined ? {} : { taxRate });

/** The exact value of a call, or the code with which it was refused. */
function ours(call: () => Figure): string {
  try {
    return exactOf(call()).toFraction();
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.absent?.reason.code ?? error.code;
  }
}

const theirs = (answer: oracle.Answer): string =>
  typeof answer === "string" ? answer : answer.toFraction();

/** At 30 a month, spans of days are counted by the calendar there; here by the 30th of a month. */
function dayBasisOf(periods: readonly dso.SalesPeriod[], wanted: dso.DayBasis): dso.DayBasis {
  return periods.some(({ period }) => typeof period !== "string") ? "calendar" : wanted;
}

/**
 * Extrapolations that the contract leaves open: the oracle takes the daily sales of the whole
 * history; we take those of the periods that the walk reached and counted, which are the ones that
 * the figure shows.
 */
function isReadOtherwise({
  zeroSales,
  negativeSales,
  whenExhausted,
}: Partial<dso.DsoCountbackInput>): boolean {
  const isStop = zeroSales === "stop" || negativeSales === "stop";
  if (whenExhausted === "mean-rate") return isStop || zeroSales === "skip";
  return whenExhausted === "oldest-rate" && isStop;
}

const basisWanted = fc.constantFrom<dso.DayBasis>("calendar", 30);

const cents = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999_999 }));
const amount = cents.map((value) => String(value / 100));
const dayCount = fc.integer({ min: 1, max: 366 });
const yearDays = fc.constantFrom<365 | 360 | 366>(365, 360, 366);

describe("against the oracle", () => {
  it("countback, by every rule", () => {
    const whenExhausted = fc.constantFrom<dso.WhenExhausted>(
      "refuse",
      "lower-bound",
      "oldest-rate",
      "mean-rate",
    );
    const inputs = fc.record({
      of: history({ returns: true }),
      rules: countbackRules,
      whenExhausted,
      basis: taxBasis,
    });
    fc.assert(
      fc.property(inputs, ({ of: { receivables, periods }, rules, whenExhausted, basis }) => {
        const dayBasis = dayBasisOf(periods, rules.dayBasis);
        const options = { ...rules, dayBasis, whenExhausted };
        fc.pre(!isReadOtherwise(options));
        const found = ours(() => dso.dsoCountback({ receivables, periods, ...options, ...basis }));
        const expected = oracle.countback({
          receivables: plain(receivables),
          periods: plainPeriods(periods),
          ...options,
          ...taxOf(basis),
        });
        expect(found).toBe(theirs(expected));
      }),
      runs,
    );
  });

  it("aging", () => {
    const inputs = fc.record({ of: history({ outstanding: true }), basis: taxBasis });
    fc.assert(
      fc.property(inputs, basisWanted, ({ of: { periods }, basis }, wanted) => {
        const dayBasis = dayBasisOf(periods, wanted);
        const found = ours(() => dso.dsoAgingBuckets({ periods, dayBasis, ...basis }));
        const given = { periods: plainPeriods(periods), dayBasis, ...taxOf(basis) };
        expect(found).toBe(theirs(oracle.agingBuckets(given)));
      }),
      runs,
    );
  });

  it("the comparison, row by row", () => {
    fc.assert(
      fc.property(comparable, (input) => {
        const { receivables, periods, zeroSales, negativeSales, whenExhausted } = input;
        const found = dso.dsoComparison(input);
        const expected = oracle.comparison({
          receivables: plain(receivables),
          periods: plainPeriods(periods),
          ...{ zeroSales, negativeSales, whenExhausted },
          ...taxOf(input),
        });
        expect(exactOrReason(found.periodAverage)).toBe(theirs(expected.average));
        expect(exactOrReason(found.countback)).toBe(theirs(expected.countback));
        expect(exactOrReason(found.agingBuckets)).toBe(theirs(expected.aging));
        const { averageMinusCountback, averageMinusAging, countbackMinusAging } = found.differences;
        expectDifference(averageMinusCountback, expected.averageLessCountback);
        expectDifference(averageMinusAging, expected.averageLessAging);
        expectDifference(countbackMinusAging, expected.countbackLessAging);
      }),
      runs,
    );
  });

  it("period average, best possible and delinquent DSO", () => {
    const inputs = fc.record({
      current: amount,
      past: amount,
      sales: amount,
      days: dayCount,
      basis: taxBasis,
    });
    fc.assert(
      fc.property(inputs, ({ current, past, sales, days, basis }) => {
        const receivables = new Fraction(current).add(past).toString();
        const totals = { sales, days, ...basis };
        const plainTotals = { sales, days, ...taxOf(basis) };
        const average = ours(() => dso.dsoPeriodAverage({ receivables, ...totals }));
        expect(average).toBe(theirs(oracle.periodAverage({ receivables, ...plainTotals })));
        const currentReceivables = current;
        const best = ours(() => dso.dsoBestPossible({ currentReceivables, ...totals }));
        expect(best).toBe(theirs(oracle.bestPossible({ currentReceivables, ...plainTotals })));
        const both = { receivables, currentReceivables };
        const late = ours(() => dso.dsoDelinquent({ ...both, ...totals }));
        expect(late).toBe(theirs(oracle.delinquent({ ...both, ...plainTotals })));
      }),
      runs,
    );
  });

  it("days, cash and turnover", () => {
    const inputs = fc.record({
      a: amount,
      b: amount,
      sales: amount,
      days: fc.option(dayCount, { nil: undefined }),
      yearDays,
    });
    fc.assert(
      fc.property(inputs, ({ a, b, sales, days, yearDays }) => {
        const delay = ours(() => dso.averageDaysDelinquent({ dso: a, bestPossibleDso: b }));
        expect(delay).toBe(oracle.averageDaysDelinquent(a, b).toFraction());
        const against = ours(() => dso.delayAgainstTerms({ dso: a, termDays: b }));
        expect(against).toBe(oracle.delayAgainstTerms(a, b).toFraction());
        const cash = { annualSales: sales, fromDso: a, toDso: b, yearDays };
        expect(ours(() => dso.cashReleased(cash))).toBe(oracle.cashReleased(cash).toFraction());
        const ends = { sales, openingReceivables: a, closingReceivables: b, yearDays };
        const input = { ...ends, ...(days === undefined ? {} : { days }) };
        expect(ours(() => dso.receivablesTurnover(input))).toBe(theirs(oracle.turnover(input)));
      }),
      runs,
    );
  });

  it("collection effectiveness", () => {
    const inputs = fc.record({
      openingReceivables: amount,
      sales: amount,
      current: amount,
      past: amount,
      months: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(inputs, ({ openingReceivables, sales, current, past, months }) => {
        const input = {
          openingReceivables,
          sales,
          closingReceivables: new Fraction(current).add(past).toString(),
          closingCurrent: current,
          ...(months === undefined ? {} : { salesBasis: "monthly-average" as const, months }),
        };
        const found = ours(() => dso.collectionEffectivenessIndex(input));
        expect(found).toBe(theirs(oracle.collectionEffectiveness(input)));
      }),
      runs,
    );
  });
});

/** The same total, and the same rows up to the printed digits; ours are newest first. */
function expectDifference(
  found: dso.DsoDifference | Absent,
  expected: oracle.Difference | oracle.Reason,
): void {
  if (typeof expected === "string" || !isFigure(found)) {
    expect(exactOrReason(found)).toBe(expected);
    return;
  }
  expect(exactOf(found).toFraction()).toBe(expected.total.toFraction());
  const rows = [...expected.months].reverse().concat(expected.outsideTheHistory);
  const printed = found.inputs.periods.map(({ difference }) => Number(difference));
  expect(printed).toHaveLength(rows.length);
  rows.forEach((row, index) => expect(printed[index]).toBeCloseTo(row.valueOf(), 6));
}
