/**
 * Random DSO figures on hard inputs: ties, zeros, one period and many, returns, tax rates, periods
 * of every kind, and figures where numbers may be given.
 */
import fc from "fast-check";

import {
  averageDaysDelinquent,
  cashReleased,
  collectionEffectiveness,
  collectionEffectivenessIndex,
  delayAgainstTerms,
  dsoAgingBuckets,
  dsoBestPossible,
  dsoComparison,
  dsoCountback,
  dsoDelinquent,
  dsoPeriodAverage,
  receivablesTurnover,
} from "../../../src/dso/index.ts";
import type { DayBasis, WhenExhausted } from "../../../src/dso/index.ts";
import { formatDay } from "../../../src/ground/days.ts";
import { isCreditError } from "../../../src/ground/errors.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import { isFigure } from "../../../src/ground/figure.ts";
import { formatMonth, monthSpan } from "../../../src/ground/months.ts";
import type { Numeric } from "../../../src/ground/numeric.ts";
import type { SalesPeriod, SalesPeriodSpan } from "../../../src/ground/periods.ts";
import { fromLedgers } from "./aging.ts";

/** Whole cents, small numbers often, so that amounts are often equal. */
const cents = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }));

/** Cents as a plain decimal of 0 to 2 places. */
function decimalOf(value: number): string {
  return String(value / 100);
}

const decimal: fc.Arbitrary<string> = cents.map(decimalOf);

/** A money figure of the given value, negative ones too. */
export function moneyFigure(value: string): Figure {
  const isNegative = value.startsWith("-");
  const days = isNegative ? { fromDso: 0, toDso: 365 } : { fromDso: 365, toDso: 0 };
  return cashReleased({ annualSales: isNegative ? value.slice(1) : value, ...days });
}

const daysFigure: fc.Arbitrary<Figure> = fc
  .tuple(decimal, fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 366 }))
  .map(([receivables, sales, days]) => dsoPeriodAverage({ receivables, sales, days }));

/** Money of at least 0, in every form that a number may have. */
const amount: fc.Arbitrary<Numeric> = fc.oneof(
  { weight: 4, arbitrary: decimal },
  { weight: 1, arbitrary: decimal.map(Number) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 20n }) },
  { weight: 2, arbitrary: decimal.map(moneyFigure) },
);

/** Days of at least 0. */
const someDays: fc.Arbitrary<Numeric> = fc.oneof(decimal, daysFigure);

/** Days of a period. */
const lengthInDays: fc.Arbitrary<Numeric> = fc.oneof(
  fc.integer({ min: 1, max: 366 }),
  fc.constantFrom("30.4375", "0.5"),
);

/** How receivables and sales stand to sales tax. */
export const taxBasis: fc.Arbitrary<{ taxRate?: string; sameTaxBasis?: boolean }> = fc.constantFrom(
  {},
  { sameTaxBasis: true },
  { sameTaxBasis: false },
  { taxRate: "0" },
  { taxRate: "0.13" },
  { taxRate: "0.0725" },
  { taxRate: "1" },
);

/** A run of months, quarters, years or spans of days, without gap. */
export const periodNames: fc.Arbitrary<(string | SalesPeriodSpan)[]> = fc
  .record({
    kind: fc.constantFrom("month", "month", "quarter", "year", "span"),
    start: fc.integer({ min: 1950 * 12, max: 2090 * 12 }),
    lengths: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 14 }),
  })
  .map(({ kind, start, lengths }) => {
    const year = Math.floor(start / 12);
    let from = monthSpan(start).from;
    return lengths.map((length, index) => {
      if (kind === "month") return formatMonth(start + index);
      if (kind === "year") return String(year + index);
      if (kind === "quarter") return `${year + (index >> 2)}-Q${(index & 3) + 1}`;
      from += length;
      return { from: formatDay(from - length), to: formatDay(from - 1) };
    });
  });

/** What a history is to contain. */
export interface HistoryOptions {
  /** Some sales are below 0. */
  readonly returns?: boolean;
  /** Every period says what is outstanding. */
  readonly outstanding?: boolean;
}

/** Sales by period, and receivables that end inside, at the edge of, or beyond them. */
export interface History {
  readonly receivables: Numeric;
  readonly periods: SalesPeriod[];
}

/** A random history; zeros and ties are common. */
export function history({ returns, outstanding }: HistoryOptions = {}): fc.Arbitrary<History> {
  const sign = returns ? fc.constantFrom(1, 1, 1, -1) : fc.constant(1);
  const form = fc.constantFrom(String, String, String, moneyFigure);
  const sales = fc.oneof({ weight: 5, arbitrary: cents }, { weight: 1, arbitrary: fc.constant(0) });
  const month = fc.record({ sales, open: cents, sign, form });
  return periodNames.chain((names) =>
    fc
      .record({
        months: fc.array(month, { minLength: names.length, maxLength: names.length }),
        covered: fc.integer({ min: 0, max: names.length }),
        extra: fc.oneof(fc.constant(0), cents),
        written: form,
      })
      .map(({ months, covered, extra, written }) => {
        const signed = months.map((each) => each.sales * each.sign);
        const newest = signed.slice(signed.length - covered);
        const total = newest.reduce((sum, sales) => sum + sales, extra);
        const periods = names.map((period, index) => {
          const sales = signed[index] ?? 0;
          const { open, form: write } = months[index] ?? { open: 0, form: String };
          return {
            period,
            sales: write(decimalOf(sales)),
            ...(outstanding ? { outstanding: write(decimalOf(sales > 0 ? open : 0)) } : {}),
          };
        });
        return { receivables: written(decimalOf(Math.max(total, 0))), periods };
      }),
  );
}

/** The rules of a countback, each way. */
export const countbackRules = fc.record({
  zeroSales: fc.constantFrom("count-days", "skip", "stop"),
  negativeSales: fc.constantFrom("net-into-previous", "stop"),
  dayBasis: fc.constantFrom<DayBasis>("calendar", 30),
});

/** What a function answers on random inputs, where it answers with a figure of this id. */
function answers<T>(
  id: string,
  inputs: fc.Arbitrary<T>,
  answer: (input: T) => unknown,
): fc.Arbitrary<Figure> {
  return inputs
    .map((input) => {
      try {
        return answer(input);
      } catch (error) {
        if (!isCreditError(error)) throw error;
        return undefined;
      }
    })
    .filter((found): found is Figure => isFigure(found) && found.formula === id);
}

/** `base` with one or more random records spread over it. */
function merged<A extends object, B extends object>(
  a: fc.Arbitrary<A>,
  b: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> {
  return fc.tuple(a, b).map(([left, right]) => ({ ...left, ...right }));
}

const totals = fc.record({ sales: amount, days: lengthInDays });

const walked = merged(merged(history({ returns: true }), countbackRules), taxBasis);

function countback(id: string, ...rules: readonly WhenExhausted[]): fc.Arbitrary<Figure> {
  const whenExhausted = fc.record({ whenExhausted: fc.constantFrom(...rules) });
  return answers(id, merged(walked, whenExhausted), dsoCountback);
}

/** What a comparison needs; nothing in it makes every method absent. */
export const comparable = merged(
  merged(history({ returns: true, outstanding: true }), taxBasis),
  fc.record({
    zeroSales: fc.constantFrom("count-days", "skip"),
    negativeSales: fc.constant("net-into-previous"),
    whenExhausted: fc.constantFrom("refuse", "lower-bound"),
  }),
);

const partOf = fc.tuple(decimal, decimal).map(([a, b]) => {
  const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
  return { less, more };
});

/** One arbitrary for each formula of this domain that takes plain inputs. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "dso/period-average": answers(
    "dso/period-average",
    merged(merged(totals, taxBasis), fc.record({ receivables: amount })),
    dsoPeriodAverage,
  ),
  "dso/countback": countback("dso/countback", "refuse", "mean-rate"),
  "dso/countback-at-least": countback("dso/countback-at-least", "lower-bound"),
  "dso/countback-extrapolated": countback("dso/countback-extrapolated", "oldest-rate", "mean-rate"),
  "dso/countback-uncovered": answers(
    "dso/countback-uncovered",
    walked,
    (input) => dsoCountback({ ...input, whenExhausted: "lower-bound" }).inputs.uncovered,
  ),
  "dso/aging-buckets": answers(
    "dso/aging-buckets",
    merged(history({ outstanding: true }), taxBasis),
    ({ periods, taxRate, sameTaxBasis }) =>
      dsoAgingBuckets({
        periods,
        ...(taxRate === undefined ? {} : { taxRate }),
        ...(sameTaxBasis === undefined ? {} : { sameTaxBasis }),
      }),
  ),
  "dso/best-possible": answers(
    "dso/best-possible",
    merged(merged(totals, taxBasis), fc.record({ currentReceivables: amount })),
    dsoBestPossible,
  ),
  "dso/best-possible-countback": answers(
    "dso/best-possible-countback",
    walked,
    ({ receivables, ...rest }) => dsoBestPossible({ currentReceivables: receivables, ...rest }),
  ),
  "dso/delinquent": answers(
    "dso/delinquent",
    merged(merged(totals, taxBasis), fc.record({ part: partOf })),
    ({ part, ...rest }) =>
      dsoDelinquent({ receivables: part.more, currentReceivables: part.less, ...rest }),
  ),
  "dso/average-days-delinquent": answers(
    "dso/average-days-delinquent",
    fc.record({ dso: someDays, bestPossibleDso: someDays }),
    averageDaysDelinquent,
  ),
  "dso/delay-against-terms": answers(
    "dso/delay-against-terms",
    fc.record({ dso: someDays, termDays: someDays }),
    delayAgainstTerms,
  ),
  "dso/collection-effectiveness-index": answers(
    "dso/collection-effectiveness-index",
    fc.record({
      opening: amount,
      sales: amount,
      part: partOf,
      basis: taxBasis,
      months: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
    ({ opening, sales, part, basis, months }) =>
      collectionEffectivenessIndex({
        openingReceivables: opening,
        sales,
        closingReceivables: part.more,
        closingCurrent: part.less,
        ...(months === undefined ? {} : { salesBasis: "monthly-average", months }),
        ...basis,
      }),
  ),
  "dso/closing-current": fromLedgers(
    ({ ours }, from, to) => collectionEffectiveness(ours, { from, to }).total.current,
  ),
  "dso/receivables-turnover": answers(
    "dso/receivables-turnover",
    merged(
      merged(totals, taxBasis),
      fc.record({
        openingReceivables: amount,
        closingReceivables: amount,
        yearDays: fc.constantFrom(365, 360, 366),
      }),
    ),
    receivablesTurnover,
  ),
  "dso/cash-released": answers(
    "dso/cash-released",
    fc.record({
      annualSales: amount,
      fromDso: someDays,
      toDso: someDays,
      yearDays: fc.constantFrom(365, 360, 366),
    }),
    cashReleased,
  ),
  "dso/average-minus-countback": answers(
    "dso/average-minus-countback",
    comparable,
    (input) => dsoComparison(input).differences.averageMinusCountback,
  ),
  "dso/average-minus-aging": answers(
    "dso/average-minus-aging",
    comparable,
    (input) => dsoComparison(input).differences.averageMinusAging,
  ),
  "dso/countback-minus-aging": answers(
    "dso/countback-minus-aging",
    comparable,
    (input) => dsoComparison(input).differences.countbackMinusAging,
  ),
  "dso/sales-of-periods": historyTotal("sales"),
  "dso/days-of-periods": historyTotal("days"),
};

/** The totals of a history are figures inside a comparison's period average. */
function historyTotal(of: "sales" | "days"): fc.Arbitrary<Figure> {
  return answers(`dso/${of}-of-periods`, comparable, (input) => {
    const { inputs } = dsoComparison(input).periodAverage;
    return (inputs as Readonly<Record<string, unknown>>)[of];
  });
}
