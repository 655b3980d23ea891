/**
 * Dates, fractions and reasons for the oracle. A date is a whole day number (days since
 * 1970-01-01), a month a whole month number (months since year 0).
 */
import Fraction from "fraction.js";

const MILLISECONDS = 86_400_000;

/** Why there is no answer. */
export type Reason = "not_defined" | "history_too_short" | "credit_balance";

export type Numeric = string | number | bigint | Fraction;

export function fraction(value: Numeric): Fraction {
  return new Fraction(typeof value === "number" ? String(value) : value);
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), new Fraction(0));
}

export function dayNumber(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8, 10));
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

export function isoText(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function monthOf(day: number): number {
  const date = new Date(day * MILLISECONDS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function dayOfMonth(day: number): number {
  return new Date(day * MILLISECONDS).getUTCDate();
}

export function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS;
}

export function monthEnd(month: number): number {
  return monthStart(month + 1) - 1;
}

/** `2001-06` */
export function monthText(month: number): string {
  return isoText(monthStart(month)).slice(0, 7);
}

/** The given day of a month, or the month's last day where the month is shorter. */
export function dayInMonth(month: number, day: number): number {
  return Math.min(monthStart(month) + day - 1, monthEnd(month));
}

/** `2001-06`, `2001-Q2`, `2001`, or both ends: the first and the last day. */
export function periodEnds(period: string | { from: string; to: string }): [number, number] {
  if (typeof period !== "string") return [dayNumber(period.from), dayNumber(period.to)];
  const january = Number(period.slice(0, 4)) * 12;
  const rest = period.slice(5);
  if (rest === "") return [monthStart(january), monthEnd(january + 11)];
  if (rest.startsWith("Q")) {
    const first = january + (Number(rest.slice(1)) - 1) * 3;
    return [monthStart(first), monthEnd(first + 2)];
  }
  const month = january + Number(rest) - 1;
  return [monthStart(month), monthEnd(month)];
}
