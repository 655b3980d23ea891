/**
 * @module ground/months
 *
 * Months, quarters and years on whole day numbers. Every month end is taken from its anchor date
 * and never chained: 31 January plus two months is 31 March, although plus one is 28 February.
 */
import { dayNumber, formatDay, monthLength, monthText, NO_DAY, parseDay, partsOf } from "./days.ts";

/** A span of whole days, both ends inclusive. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The date `months` later (or earlier), the day of the month clamped to the month's length. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: date } = partsOf(day);
  const target = monthOf(monthIndex(year, month) + months);
  return dayNumber(
    target.year,
    target.month,
    Math.min(date, monthLength(target.year, target.month)),
  );
}

/** Whole months between two days: as many as can be added to the first without passing the last. */
export function wholeMonths(first: number, last: number): number {
  const months = monthNumber(last) - monthNumber(first);
  return addMonths(first, months) > last ? months - 1 : months;
}

/** The last day of the month of `day`. */
export function monthEnd(day: number): number {
  const { year, month } = partsOf(day);
  return dayNumber(year, month, monthLength(year, month));
}

/** The first day of the month of `day`. */
export function monthStart(day: number): number {
  const { year, month } = partsOf(day);
  return dayNumber(year, month, 1);
}

/** Months since year 0 of the month that `day` lies in: consecutive months differ by 1. */
export function monthNumber(day: number): number {
  const { year, month } = partsOf(day);
  return monthIndex(year, month);
}

/** The first and last day of a month given by its {@link monthNumber}. */
export function monthSpan(number: number): DaySpan {
  const { year, month } = monthOf(number);
  const from = dayNumber(year, month, 1);
  return { from, to: from + monthLength(year, month) - 1 };
}

/** The months from a first to a last day, part months at the ends. */
export function monthsBetween(from: number, through: number): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let month = monthNumber(from); month <= monthNumber(through); month += 1) {
    const span = monthSpan(month);
    spans.push({ from: Math.max(span.from, from), to: Math.min(span.to, through) });
  }
  return spans;
}

/** `2001-06` for a {@link monthNumber}. */
export function formatMonth(number: number): string {
  const { year, month } = monthOf(number);
  return monthText(year, month);
}

/** The days of `2001-06`, `2001-Q2` or `2001`; `undefined` for anything else. */
export function parsePeriod(text: string): DaySpan | undefined {
  const year = digitsAt(text, 0, 4);
  if (year < 0) return undefined;
  if (text.length === 4) return months(year, 1, 12);
  if (text.length !== 7 || text[4] !== "-") return undefined;
  if (text[5] !== "Q") return months(year, digitsAt(text, 5, 7), 1);
  const quarter = digitsAt(text, 6, 7);
  return quarter <= 4 ? months(year, quarter * 3 - 2, 3) : undefined;
}

/** The number that the characters from `start` up to `end` write; −1 unless all are digits. */
function digitsAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The days of `{ from, to }` texts; `undefined` unless both are dates in order. */
export function parseSpan(from: string, to: string): DaySpan | undefined {
  const span = { from: parseDay(from), to: parseDay(to) };
  return span.from === NO_DAY || span.to < span.from ? undefined : span;
}

/** `2001-06`, `2001-Q2` or `2001` where the span is one, else `2001-06-01..2001-06-15`. */
export function formatPeriod({ from, to }: DaySpan): string {
  const first = monthNumber(from);
  const count = monthNumber(to) - first + 1;
  const whole = from === monthStart(from) && to === monthEnd(to);
  if (whole && count === 1) return formatMonth(first);
  if (whole && count === 3 && first % 3 === 0) {
    return `${formatMonth(first).slice(0, 5)}Q${String((first % 12) / 3 + 1)}`;
  }
  if (whole && count === 12 && first % 12 === 0) return formatMonth(first).slice(0, 4);
  return `${formatDay(from)}..${formatDay(to)}`;
}

function months(year: number, month: number, count: number): DaySpan | undefined {
  if (year < 1900 || month < 1 || month > 12) return undefined;
  const first = monthIndex(year, month);
  return { from: monthSpan(first).from, to: monthSpan(first + count - 1).to };
}

function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

function monthOf(index: number): { year: number; month: number } {
  const year = Math.floor(index / 12);
  return { year, month: index - year * 12 + 1 };
}
