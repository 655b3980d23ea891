/** The oracle of payment terms: due dates, discount tiers and installments. */
import type Fraction from "fraction.js";

import {
  dayInMonth,
  dayNumber,
  dayOfMonth,
  fraction,
  isoText,
  monthEnd,
  monthOf,
} from "./calendar.ts";
import type { Numeric } from "./calendar.ts";

export type Due =
  | { kind: "days"; days: number }
  | { kind: "end-of-month"; months?: number; daysBefore?: number; daysAfter?: number }
  | { kind: "months"; months: number }
  | { kind: "day-of-month"; day: number; months: number; cutoffDay?: number };

export interface Terms {
  tiers: { discountRate: Numeric; days: number }[];
  due: Due;
  installments?: { share: Numeric; due: Due }[];
}

export function dueDate(documentDate: string, due: Due): string {
  const date = dayNumber(documentDate);
  switch (due.kind) {
    case "days":
      return isoText(date + due.days);
    case "months":
      return isoText(dayInMonth(monthOf(date) + due.months, dayOfMonth(date)));
    case "end-of-month": {
      const month = monthOf(date + (due.daysBefore ?? 0)) + (due.months ?? 0);
      return isoText(monthEnd(month) + (due.daysAfter ?? 0));
    }
    case "day-of-month": {
      const isLate = due.cutoffDay !== undefined && dayOfMonth(date) > due.cutoffDay;
      return isoText(dayInMonth(monthOf(date) + due.months + (isLate ? 1 : 0), due.day));
    }
  }
}

export interface Installment {
  dueDate: string;
  /** Whole minor units. */
  amount: bigint;
}

/** One installment where the terms have none. `amount` is in whole minor units. */
export function installments(documentDate: string, terms: Terms, amount: bigint): Installment[] {
  const parts = terms.installments ?? [{ share: 1, due: terms.due }];
  const amounts = splitByLargestRemainder(
    amount,
    parts.map((part) => part.share),
  );
  return parts.map((part, k) => ({
    dueDate: dueDate(documentDate, part.due),
    amount: amounts[k] ?? 0n,
  }));
}

/** Every share rounded down; what is left goes one by one to the largest rests, ties earlier. */
export function splitByLargestRemainder(amount: bigint, shares: readonly Numeric[]): bigint[] {
  const exact = shares.map((part) => fraction(part).mul(fraction(amount)));
  const amounts = exact.map((part) => wholePart(part));
  const rests = exact.map((part, k) => ({ k, rest: part.sub(fraction(amounts[k] ?? 0n)) }));
  rests.sort((a, b) => b.rest.compare(a.rest)); // stable: equal rests keep their order
  let left = amount - amounts.reduce((sum, part) => sum + part, 0n);
  for (const { k } of rests) {
    if (left === 0n) break;
    amounts[k] = (amounts[k] ?? 0n) + 1n;
    left -= 1n;
  }
  return amounts;
}

export interface PayableTier {
  payBy: string;
  /** Exact, in minor units: rounding is the library's matter. */
  amount: Fraction;
}

/** What is to be paid within each discount period, the net amount on the due date last. */
export function tiers(documentDate: string, terms: Terms, amount: bigint): PayableTier[] {
  const discounted = terms.tiers.map(({ discountRate, days }) => ({
    payBy: isoText(dayNumber(documentDate) + days),
    amount: fraction(amount).mul(fraction(1).sub(fraction(discountRate))),
  }));
  const dates = installments(documentDate, terms, amount).map((part) => part.dueDate);
  const net = { payBy: dates.sort()[dates.length - 1] ?? documentDate, amount: fraction(amount) };
  return [...discounted, net];
}

/** Of an amount that is not negative. */
function wholePart(value: Fraction): bigint {
  return value.n / value.d;
}
