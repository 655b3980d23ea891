/**
 * @module dso/party-methods
 *
 * The methods of one customer at one day, from its sales and what is open by month.
 */
import { Fraction, sumOf } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import { formatPeriod, monthNumber, monthsBetween, monthSpan } from "../ground/months.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { minorFraction } from "../ledger/minor.ts";
import { agingBuckets } from "./aging-buckets.ts";
import type { ByPartyTerms, DsoByPartyRow } from "./by-party.ts";
import { countback } from "./countback.ts";
import { periodAverage } from "./period-average.ts";

/** A month by its name, with its days: written once for all customers. */
export interface NamedMonth extends DaySpan {
  readonly period: string;
  readonly days: number;
}

/** The methods of a row that were asked. */
export type MethodCells = Omit<DsoByPartyRow, "party" | "receivables">;

/** What the methods are asked for every customer. */
export interface MethodsQuestion {
  readonly terms: ByPartyTerms;
  /** The months behind the day, newest last. */
  readonly months: readonly NamedMonth[];
  readonly currency: string;
  readonly places: number;
}

/** Numbers of one customer in minor units, sales and what is open by month. */
export interface PartyNumbers {
  readonly receivables: number | bigint;
  readonly sales: ArrayLike<number | bigint>;
  /** Where the aging method is asked. */
  readonly outstanding: ArrayLike<number | bigint> | undefined;
}

/** The months behind a day, of the last one only the days up to it. */
export function monthsBehind(asOf: number, months: number): NamedMonth[] {
  const first = monthSpan(monthNumber(asOf) - months + 1).from;
  return monthsBetween(first, asOf).map((span) => ({
    period: formatPeriod(span),
    ...span,
    days: span.to - span.from + 1,
  }));
}

/** Puts the methods asked into a row, one by one: spreading them costs more than the sums. */
export function addMethods<Row extends object>(
  row: Row,
  { terms, months, currency }: MethodsQuestion,
  receivables: Fraction,
  periods: ReadPeriod[],
  sales: () => Fraction,
): Row & MethodCells {
  const { asOf, methods, countback: rules } = terms;
  const basis = { taxRate: undefined, sameTaxBasis: true, currency };
  const cells: Row & { -readonly [Name in keyof MethodCells]: MethodCells[Name] } = row;
  if (methods.includes("period-average")) {
    cells.periodAverage = periodAverage({
      receivables,
      sales: sales(),
      days: Fraction.whole(asOf - (months[0] as DaySpan).from + 1),
      receivablesScope: "closing",
      taxRate: undefined,
      sameTaxBasis: true,
    });
  }
  if (methods.includes("countback")) {
    cells.countback = countback({ receivables, periods, ...rules, ...basis });
  }
  if (methods.includes("aging-buckets")) {
    cells.agingBuckets = agingBuckets({ periods, ...basis });
  }
  return cells;
}

/** What a row's measures are, without the origins of its numbers: for columns. */
export function bareMethods(
  question: MethodsQuestion,
  { receivables, sales, outstanding }: PartyNumbers,
): MethodCells & { readonly receivables: Fraction } {
  const { months, places } = question;
  const owed = minorFraction(receivables, places);
  const periods = months.map((span, month) =>
    periodOf(
      span,
      minorFraction(sales[month] as number | bigint, places),
      outstanding && minorFraction(outstanding[month] as number | bigint, places),
    ),
  );
  return addMethods({ receivables: owed }, question, owed, periods, () => soldIn(periods));
}

/** A month as the methods read one. Field by field: this is made twelve times a row. */
export function periodOf(
  { period, from, to, days }: NamedMonth,
  sales: Fraction,
  outstanding: Fraction | undefined,
): ReadPeriod {
  return { period, from, to, days, sales, outstanding };
}

/** Sales of all months. */
export function soldIn(periods: readonly ReadPeriod[]): Fraction {
  return sumOf(periods.map(({ sales }) => sales));
}
