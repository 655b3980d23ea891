/**
 * @module terms/due-forms-month
 *
 * Months, and fixed days of a month: `net 2 months`, `10th prox`, `15 MFI`, `end of next month`,
 * `day 10 of the month + 1, cut-off day 25`.
 */
import { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import type { DueRule } from "./terms.ts";
import type { WrittenDue } from "./written-due.ts";
import { endOfMonth, plainly, takeMonthsWord } from "./written-due.ts";

/** `2 months`, `net 2 months`, `1 year`, `三个月`. */
export function countedMonths(cursor: Cursor): WrittenDue | undefined {
  takeNet(cursor);
  const count = cursor.takeCount();
  if (count === undefined) return undefined;
  const unit = takeMonthsWord(cursor);
  return unit && plainly({ kind: "months", months: count * unit });
}

/**
 * `10th prox`, `prox 10`, `net 15 MFI`, `the 10th of next month`; `MFI` without a day is a month,
 * as 次月结 is: its last day is the last on which it is kept.
 */
export function dayOfNextMonth(cursor: Cursor): WrittenDue | Fault | undefined {
  const start = cursor.mark;
  takeNet(cursor);
  cursor.take("the");
  const isMonth = !cursor.isAtNumber && takeMonthFollowingInvoice(cursor);
  if (isMonth || (!cursor.isAtNumber && takeNextMonth(cursor))) {
    const named = cursor.takeOrdinal() ?? cursor.takeWhole();
    if (named !== undefined) return onDay(named, 1);
    if (isMonth) return plainly(endOfMonth({ months: 1 }));
    const phrase = JSON.stringify(cursor.taken(start));
    return new Fault(`must name the day of the month beside ${phrase}, as "10th prox" does`);
  }
  const day = cursor.takeOrdinal() ?? cursor.takeWhole();
  return day !== undefined && takeNextMonth(cursor) ? onDay(day, 1) : undefined;
}

/** Takes the words that mean the month after that of the invoice. */
export function takeNextMonth(cursor: Cursor): boolean {
  return (
    takeMonthFollowingInvoice(cursor) ||
    cursor.takeOneOf(
      "prox",
      "proximo",
      "of next month",
      "of the next month",
      "of following month",
      "of the following month",
      "of the month following",
    )
  );
}

function takeMonthFollowingInvoice(cursor: Cursor): boolean {
  return cursor.takeOneOf("mfi", "month following invoice");
}

/** `end of next month`. */
export function endOfNextMonth(cursor: Cursor): WrittenDue | undefined {
  takeNet(cursor);
  const found = cursor.takeOneOf(
    "end of next month",
    "end of the next month",
    "end of following month",
    "end of the following month",
  );
  return found ? plainly(endOfMonth({ months: 1 })) : undefined;
}

/** `day 10 of the month + 1`, `last day of the month`. */
export function dayOfMonth(cursor: Cursor): WrittenDue | undefined {
  const day = cursor.take("last", "day") ? 31 : cursor.take("day") ? cursor.takeWhole() : undefined;
  if (day === undefined || !cursor.take("of", "the", "month")) return undefined;
  const mark = cursor.mark;
  const months = cursor.take("+") ? cursor.takeWhole() : undefined;
  if (months === undefined) cursor.back(mark);
  return onDay(day, months ?? 0);
}

/** A rule with the cut-off day that follows it, if one does: `, cut-off day 25`, `，25日截止`. */
export function withCutoff(cursor: Cursor, written: WrittenDue): WrittenDue | Fault {
  const start = cursor.mark;
  cursor.take(",");
  const cutoffDay = takeCutoffDay(cursor);
  if (cutoffDay === undefined) {
    cursor.back(start);
    return written;
  }
  const fixed = fixedDayOf(written.due);
  if (fixed) return { ...written, due: { ...fixed, cutoffDay }, isLooseMonthEnd: false };
  const phrase = JSON.stringify(cursor.taken(start).replace(/^[,，、\s]+/u, ""));
  return new Fault(
    `must be due on a fixed day of the month where there is a cut-off day (${phrase})`,
  );
}

function takeCutoffDay(cursor: Cursor): number | undefined {
  const mark = cursor.mark;
  if (cursor.takeOneOf("cut - off", "cut off", "cutoff")) {
    cursor.take("day");
    cursor.take("the");
    return cursor.takeOrdinal() ?? cursor.takeWhole();
  }
  cursor.takeOneOf("每月");
  const day = cursor.takeCount();
  const isCutoff = day !== undefined && cursor.takeOneOf("日", "号") && takeCutoffWord(cursor);
  if (!isCutoff) cursor.back(mark);
  return isCutoff ? day : undefined;
}

/** True where a word comes next that makes the day before it a cut-off day. */
export function isAtCutoff(cursor: Cursor): boolean {
  const mark = cursor.mark;
  const found = takeCutoffWord(cursor);
  cursor.back(mark);
  return found;
}

function takeCutoffWord(cursor: Cursor): boolean {
  return cursor.takeOneOf("截止", "截单", "截账", "截帐", "关账", "关帐");
}

/** The rule as a fixed day of a month: a month end is the 31st. */
function fixedDayOf(due: DueRule): Extract<DueRule, { kind: "day-of-month" }> | undefined {
  if (due.kind === "day-of-month") return due;
  if (due.kind !== "end-of-month") return undefined;
  const { months, daysBefore, daysAfter } = { months: 0, daysBefore: 0, daysAfter: 0, ...due };
  return daysBefore > 0 || daysAfter > 0 ? undefined : { kind: "day-of-month", day: 31, months };
}

/** A fixed day of the month that lies so many after that of the invoice. */
export function onDay(day: number, months: number): WrittenDue {
  return plainly({ kind: "day-of-month", day, months });
}

function takeNet(cursor: Cursor): void {
  if (cursor.takeOneOf("net", "n", "nett")) cursor.take("/");
}
