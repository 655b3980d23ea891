/**
 * @module terms/written-due
 *
 * A rule as it was written, and the small pieces that every form of writing one is made of.
 */
import type { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import type { DueRule, TermsAnchor } from "./terms.ts";

/** A rule as it was written. */
export interface WrittenDue {
  readonly due: DueRule;
  /** Only a number of days, without a word that says net: after `2%` it may be a discount's. */
  readonly isPlainDays: boolean;
  /** A month end that may be meant for the days of a discount too: `2/10, n/30 EOM`. */
  readonly isLooseMonthEnd: boolean;
  /** The date that it counts from, where the words name one; always its own, never inherited. */
  readonly from: NamedAnchor | undefined;
}

/** A date that the words name. */
export interface NamedAnchor {
  readonly anchor: TermsAnchor;
  /** An event at which is paid (`COD`): it says nothing of what other parts count from. */
  readonly isEvent: boolean;
}

/** A way of writing: the rule, a fault where the words have two readings, or nothing. */
export type DueForm = (cursor: Cursor) => WrittenDue | Fault | undefined;

/** Takes the word `days`, if it comes next. */
export function takeDaysWord(cursor: Cursor): boolean {
  return cursor.takeOneOf("days", "day", "d", "天内", "天", "日内", "日");
}

/** Takes the word `months` or `years`, if it comes next: the months of one. */
export function takeMonthsWord(cursor: Cursor): 1 | 12 | undefined {
  if (cursor.takeOneOf("months", "month", "个月内", "个月")) return 1;
  return cursor.takeOneOf("years", "year", "年内", "年") ? 12 : undefined;
}

/** A number of days from the date at hand. */
export function afterDays(days: number, isPlainDays = false): WrittenDue {
  return { due: { kind: "days", days }, isPlainDays, isLooseMonthEnd: false, from: undefined };
}

/** At once, on a date that the words name. */
export function onEvent(anchor: TermsAnchor): WrittenDue {
  return { ...afterDays(0), from: { anchor, isEvent: true } };
}

/** A rule that means one thing only. */
export function plainly(due: DueRule): WrittenDue {
  return { due, isPlainDays: false, isLooseMonthEnd: false, from: undefined };
}

/** A month end, without its zeros. */
export function endOfMonth({ months = 0, daysBefore = 0, daysAfter = 0 }): DueRule {
  return {
    kind: "end-of-month",
    ...(months > 0 ? { months } : {}),
    ...(daysBefore > 0 ? { daysBefore } : {}),
    ...(daysAfter > 0 ? { daysAfter } : {}),
  };
}
