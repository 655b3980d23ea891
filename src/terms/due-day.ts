/**
 * @module terms/due-day
 *
 * Checked terms, and the day arithmetic on them: on whole day numbers, once a ledger row, with
 * nothing but the calendar behind it.
 */
import { partsOf } from "../ground/days.ts";
import type { Fraction } from "../ground/fraction.ts";
import { addMonths, monthNumber, monthSpan } from "../ground/months.ts";
import { allocate } from "./allocation.ts";
import type { TermsAnchor } from "./terms.ts";

/** Payment terms as checked: every default filled in, every rate exact. */
export interface InternalTerms {
  /** Days rise, rates fall. */
  readonly tiers: readonly InternalTier[];
  /** With installments, the rule of the last of them. */
  readonly due: InternalDue;
  /** The date that everything counts from. */
  readonly anchor: TermsAnchor;
  /** Never empty; the shares sum to 1. */
  readonly installments: readonly InternalInstallment[] | undefined;
}

/** A checked discount. */
export interface InternalTier {
  readonly rate: Fraction;
  readonly days: number;
}

/** A checked part. */
export interface InternalInstallment {
  readonly share: Fraction;
  readonly due: InternalDue;
}

/** A checked rule. */
export type InternalDue =
  | { readonly kind: "days"; readonly days: number }
  | {
      readonly kind: "end-of-month";
      readonly months: number;
      readonly daysBefore: number;
      readonly daysAfter: number;
    }
  | { readonly kind: "months"; readonly months: number }
  | {
      readonly kind: "day-of-month";
      readonly day: number;
      readonly months: number;
      /** 31 where no day is late. */
      readonly cutoffDay: number;
    };

/** A part of an amount, in whole minor units, and the day it is due. */
export interface InstallmentDue {
  readonly dueDay: number;
  readonly amount: bigint;
}

/** The day on which nothing is left to pay; beyond 9999-12-31 the caller refuses. */
export function dueDayOf({ due, installments }: InternalTerms, anchorDay: number): number {
  if (!installments) return ruleDay(due, anchorDay);
  // Rules of different kinds overtake each other: the last listed is not always the latest.
  let latest = ruleDay(due, anchorDay);
  for (const part of installments) latest = Math.max(latest, ruleDay(part.due, anchorDay));
  return latest;
}

/**
 * The parts of an amount (minor units, at least 0) by due day, parts due on the same day as they
 * are listed; `undefined` where the terms have none. They sum to the amount.
 */
export function installmentsOf(
  { installments }: InternalTerms,
  anchorDay: number,
  minorAmount: bigint,
): InstallmentDue[] | undefined {
  if (!installments) return undefined;
  const amounts = allocate(
    minorAmount,
    installments.map(({ share }) => share),
  );
  return installments
    .map(({ due }, index) => ({
      dueDay: ruleDay(due, anchorDay),
      amount: amounts[index] as bigint,
    }))
    .sort((a, b) => a.dueDay - b.dueDay);
}

/**
 * The longest that a rule can leave between anchor and due date: a discount day at or beyond it
 * comes too late whatever the date.
 */
export function longestDays(due: InternalDue): number {
  switch (due.kind) {
    case "days":
      return due.days;
    case "end-of-month":
      return due.daysBefore + 30 + 31 * due.months + due.daysAfter;
    case "months":
      return 31 * due.months;
    case "day-of-month": {
      const early = due.day - 1 + 31 * due.months;
      const late = due.day - (due.cutoffDay + 1) + 31 * (due.months + 1);
      return due.cutoffDay >= 31 ? early : Math.max(early, late);
    }
  }
}

function ruleDay(due: InternalDue, anchorDay: number): number {
  switch (due.kind) {
    case "days":
      return anchorDay + due.days;
    case "end-of-month": {
      const month = monthNumber(anchorDay + due.daysBefore) + due.months;
      return monthSpan(month).to + due.daysAfter;
    }
    case "months":
      return addMonths(anchorDay, due.months);
    case "day-of-month": {
      const late = partsOf(anchorDay).day > due.cutoffDay ? 1 : 0;
      const { from, to } = monthSpan(monthNumber(anchorDay) + due.months + late);
      return Math.min(from + due.day - 1, to);
    }
  }
}
