/**
 * @module dso/comparison
 *
 * The three DSO methods side by side, and why they differ: each pair's difference is broken down by
 * period, in rows that add up to it exactly.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, exactOf, figure, isAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object, withDefault, word } from "../ground/input-atoms.ts";
import { salesPeriods } from "../ground/input-periods.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { SalesPeriod } from "../ground/periods.ts";
import type { List } from "../ground/rows.ts";
import type { DsoAgingBuckets } from "./aging-buckets.ts";
import { agingBuckets } from "./aging-buckets.ts";
import type { Compared } from "./comparison-rows.ts";
import {
  averageMinusAging,
  averageMinusCountback,
  countbackMinusAging,
} from "./comparison-rows.ts";
import type { DsoCountback } from "./countback.ts";
import { countback } from "./countback.ts";
import type { DsoPeriodAverage } from "./period-average.ts";
import { periodAverage } from "./period-average.ts";
import type { TaxBasis, TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats } from "./tax-basis.ts";
import { daysOfPeriods, salesOfPeriods } from "./totals.ts";

/** What {@link dsoComparison} needs. One currency throughout. */
export interface DsoComparisonInput extends TaxBasisInput {
  /** Open receivables at the end of the newest period. Money, at least 0. */
  readonly receivables: Numeric;
  /** Credit sales by period, for the aging method with what is `outstanding` of them. */
  readonly periods: List<SalesPeriod>;
  /** A period without sales: countback counts its days (default) or passes it over. */
  readonly zeroSales?: "count-days" | "skip";
  /** Negative sales: countback is absent (default), or nets them into the period before. */
  readonly negativeSales?: "refuse" | "net-into-previous";
  /** Receivables beyond the history: countback is absent (default), or a lower bound. */
  readonly whenExhausted?: "refuse" | "lower-bound";
}

/** One row of a difference: a period, newest first, or at the end `outside the history`. */
export interface DsoDifferenceRow {
  /** The period; the last row is `outside the history`. */
  readonly period: string;
  /** Its credit sales. */
  readonly sales: string | Figure;
  /** Its days. */
  readonly days: string;
  /** Days of this row by the period average, where that is one of the two. */
  readonly average?: string;
  /** Days of this row by countback, where that is one of the two. */
  readonly counted?: string;
  /** Days of this row by the aging method, where that is one of the two. */
  readonly aging?: string;
  /** The first of the two less the second. */
  readonly difference: string;
}

/** Days between two methods. */
export type DsoDifference<Id extends string = string> = Figure<
  Id,
  {
    /** The difference by period, newest first; the rows add up to it. */
    readonly periods: readonly DsoDifferenceRow[];
  }
>;

/** The methods side by side; one that has no answer is absent, and so is what needs it. */
export interface DsoComparison {
  /** Over the whole history given. */
  readonly periodAverage: DsoPeriodAverage | Absent;
  /** Over the same history; absent where that is too short or holds returns. */
  readonly countback: DsoCountback | Absent;
  /** Absent where a period does not say what is outstanding. */
  readonly agingBuckets: DsoAgingBuckets | Absent;
  /** Each pair's difference; absent where one of the two is. */
  readonly differences: {
    /** Period average less countback. */
    readonly averageMinusCountback: DsoDifference<"dso/average-minus-countback"> | Absent;
    /** Period average less aging. */
    readonly averageMinusAging: DsoDifference<"dso/average-minus-aging"> | Absent;
    /** Countback less aging. */
    readonly countbackMinusAging: DsoDifference<"dso/countback-minus-aging"> | Absent;
  };
}

/** The schema of {@link DsoComparisonInput}. */
export const dsoComparisonSchema = lazily(() =>
  object({
    receivables: amount(),
    periods: salesPeriods(),
    zeroSales: withDefault(word("count-days", "skip"), "count-days"),
    negativeSales: withDefault(word("refuse", "net-into-previous"), "refuse"),
    whenExhausted: withDefault(word("refuse", "lower-bound"), "refuse"),
    ...taxBasisShape(),
  }),
);

type ComparisonTerms = Read<Terms<ReturnType<typeof dsoComparisonSchema>>>;

/**
 * The DSO methods compared (三种方法的比较): period average, countback and aging on the same data,
 * and for each pair the days between them, period by period.
 *
 * Use it to see which months make two methods disagree: a month of high sales still unpaid, or an
 * old amount that countback takes for paid. The methods alone are {@link dsoPeriodAverage},
 * {@link dsoCountback} and {@link dsoAgingBuckets}. Walks that stop early and extrapolations are
 * not compared.
 *
 * @formula with c consumed by countback, o outstanding, s sales, d days of a period, S and D their
 *   sums, R receivables: average − countback = Σ c (D/S − d/s) + (R − Σc) D/S; average − aging =
 *   Σ o (D/S − d/s) + (R − Σo) D/S; countback − aging = Σ (c − o) d/s. What stands outside Σ is the
 *   row `outside the history`; a period without sales gives its counted days to countback.
 * @units money in one currency in; days out
 *
 * @param input - Closing receivables (≥ 0) and sales by period; with `outstanding` in each period
 *   the aging method answers, too.
 * @returns The three figures and the three differences; each difference is the sum of
 *   `inputs.periods[].difference`, exactly. A method without an answer is absent with its reason.
 *   Where countback is a lower bound its differences carry `countback_is_lower_bound`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, no plain decimal, or
 *   negative where it must not be; the periods are out of order. All faults are listed.
 *
 * @source "3+1" deck, slides 66 to 68 (the methods); the breakdown of the differences is ours.
 *
 * @example May and June of slides 66 to 68
 * ```ts
 * const { differences } = dsoComparison({
 *   receivables: 910_000,
 *   periods: [
 *     { period: "2001-05", sales: 434_000, outstanding: 310_000 },
 *     { period: "2001-06", sales: 630_000, outstanding: 600_000 },
 *   ],
 *   sameTaxBasis: true,
 * });
 * const { countbackMinusAging } = differences;
 * countbackMinusAging.value?.toFixed(4); // => "-0.7143"
 * ```
 */
export function dsoComparison(input: DsoComparisonInput): DsoComparison {
  const terms = read("dsoComparison", dsoComparisonSchema, input);
  const compared = comparedOf(terms);
  const { rules, historySales, historyDays } = compared;
  const average = periodAverage({
    ...terms,
    sales: historySales,
    days: historyDays,
    receivablesScope: "closing",
  });
  const back = countback({ ...terms, ...rules });
  const aging = agingBuckets(terms);
  return {
    periodAverage: average,
    countback: back,
    agingBuckets: aging,
    differences: differencesOf(average, back, aging, compared),
  };
}

function comparedOf(terms: ComparisonTerms): Compared {
  const { receivables, periods, zeroSales, negativeSales, currency } = terms;
  return {
    receivables,
    periods,
    basis: taxBasisOf("dsoComparison", terms),
    rules: { zeroSales, negativeSales, dayBasis: "calendar" },
    historySales: salesOfPeriods(periods, currency),
    historyDays: daysOfPeriods(periods),
  };
}

function differencesOf(
  average: DsoComparison["periodAverage"],
  back: DsoComparison["countback"],
  aging: DsoComparison["agingBuckets"],
  compared: Compared,
): DsoComparison["differences"] {
  const { receivables, basis, rules, historySales, historyDays } = compared;
  const { zeroSales, negativeSales } = rules;
  const given = { receivables, ...basis };
  const history = { historySales, historyDays };
  const walk = { zeroSales, negativeSales };
  return {
    averageMinusCountback: difference("dso/average-minus-countback", average, back, basis, {
      given: { ...given, ...walk, ...history },
      periods: () => averageMinusCountback(compared),
    }),
    averageMinusAging: difference("dso/average-minus-aging", average, aging, basis, {
      given: { ...given, ...history },
      periods: () => averageMinusAging(compared),
    }),
    countbackMinusAging: difference("dso/countback-minus-aging", back, aging, basis, {
      given: { ...given, ...walk },
      periods: () => countbackMinusAging(compared),
    }),
  };
}

/** The inputs of a difference: what both methods rest on, and the rows, made when they are read. */
interface DifferenceInputs {
  readonly given: object;
  readonly periods: () => readonly object[];
}

function difference<Id extends string>(
  id: Id,
  minuend: Figure | Absent,
  subtrahend: Figure | Absent,
  basis: TaxBasis,
  { given, periods }: DifferenceInputs,
): DsoDifference<Id> | Absent<Id> {
  const lacking = [minuend, subtrahend].find(isAbsent);
  if (lacking) {
    const { code, message } = lacking.reason;
    return absent(id, "days", given, code, `${lacking.formula} is absent: ${message}`);
  }
  const days = exactDays(minuend).minus(exactDays(subtrahend));
  const isBound = [minuend, subtrahend].some(({ formula }) => formula === "dso/countback-at-least");
  const bound = isBound ? [{ code: "countback_is_lower_bound" }] : [];
  const caveats = [...taxCaveats(basis), ...bound];
  return figure(id, days, "days", () => ({ ...given, periods: periods() }), { caveats });
}

/** Both methods have just answered, so each carries its exact value. */
function exactDays(answer: Figure | Absent): Fraction {
  return exactOf(answer) as Fraction;
}
