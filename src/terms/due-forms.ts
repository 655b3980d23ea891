/**
 * @module terms/due-forms
 *
 * The ways of writing when an amount is due. Each form is a function that takes what it knows from
 * the cursor and answers with the rule, with a fault where the words are read in two ways, or with
 * nothing. A new form is a new function in the list.
 */
import { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import type { DueRule } from "./terms.ts";

/** A rule as it was written. */
export interface WrittenDue {
  readonly due: DueRule;
  /** Only a number of days, without a word that says net: after `2%` it may be a discount's. */
  readonly isPlainDays: boolean;
  /** A month end that may be meant for the days of a discount too: `2/10, n/30 EOM`. */
  readonly isLooseMonthEnd: boolean;
}

type DueForm = (cursor: Cursor) => WrittenDue | Fault | undefined;

const FORMS: readonly DueForm[] = [netDays, monthEnd, countedDays, atOnce, uponEvent];

/** The rule that comes next; nothing where no form knows the words, which then stay untaken. */
export function readDue(cursor: Cursor): WrittenDue | Fault | undefined {
  const mark = cursor.mark;
  for (const form of FORMS) {
    const found = form(cursor);
    if (found) return found;
    cursor.back(mark);
  }
  return undefined;
}

/** `30` or `30 days`, where a number alone can only mean days: after the share of a part. */
export function readBareDays(cursor: Cursor): WrittenDue | undefined {
  const days = cursor.takeWhole();
  return days === undefined ? undefined : afterDays(days, true);
}

/** Takes the word `days`, if it comes next. */
export function takeDaysWord(cursor: Cursor): boolean {
  return cursor.takeOneOf("days", "day", "d");
}

/** `net 30`, `n/30`, `net 30 days`, `n/30 EOM`, `net EOM`. */
function netDays(cursor: Cursor): WrittenDue | Fault | undefined {
  const start = cursor.mark;
  if (!takeNetWord(cursor)) return undefined;
  cursor.take("/");
  const end = monthEnd(cursor);
  if (end) return { ...end, isLooseMonthEnd: false };
  const days = cursor.takeWhole();
  if (days === undefined) return undefined;
  const hasDaysWord = takeDaysWord(cursor);
  const mark = cursor.mark;
  cursor.take(",");
  if (!takeMonthEnd(cursor)) {
    cursor.back(mark);
    return afterDays(days, false);
  }
  if (hasDaysWord) return readTwoWays(cursor.taken(start), days);
  return { due: endOfMonth({ daysAfter: days }), isPlainDays: false, isLooseMonthEnd: true };
}

/** `EOM`, `end of month`, `EOM+30`. */
function monthEnd(cursor: Cursor): WrittenDue | undefined {
  if (!takeMonthEnd(cursor)) return undefined;
  const daysAfter = takePlusDays(cursor);
  const due = endOfMonth({ daysAfter: daysAfter ?? 0 });
  return { due, isPlainDays: false, isLooseMonthEnd: daysAfter === undefined };
}

/** `30 days`, `30 days net`, `30 days end of month`, `30 days end of month + 10`. */
function countedDays(cursor: Cursor): WrittenDue | Fault | undefined {
  const start = cursor.mark;
  const days = cursor.takeWhole();
  if (days === undefined) return undefined;
  const hasDaysWord = takeDaysWord(cursor);
  if (takeClosingNet(cursor)) return afterDays(days, false);
  if (hasDaysWord && takeSpelledMonthEnd(cursor)) {
    const due = endOfMonth({ daysBefore: days, daysAfter: takePlusDays(cursor) ?? 0 });
    return { due, isPlainDays: false, isLooseMonthEnd: false };
  }
  if (takeMonthEnd(cursor)) return readTwoWays(cursor.taken(start), days);
  return hasDaysWord ? afterDays(days, true) : undefined;
}

/** `immediate`, `due immediately`, `immediate payment`. */
function atOnce(cursor: Cursor): WrittenDue | undefined {
  const found = cursor.takeOneOf(
    "immediate payment",
    "immediate",
    "immediately",
    "due immediately",
    "payable immediately",
  );
  return found ? afterDays(0, false) : undefined;
}

/** `due on receipt`, `COD`: zero days after a date that is not the document's. */
function uponEvent(cursor: Cursor): Fault | undefined {
  const start = cursor.mark;
  cursor.takeOneOf("due", "payable");
  const receipt = cursor.takeOneOf("on receipt", "upon receipt");
  if (!receipt && !cursor.takeOneOf("cash on delivery", "on delivery", "upon delivery", "cod")) {
    return undefined;
  }
  const phrase = JSON.stringify(cursor.taken(start));
  const anchor = receipt ? "invoiceReceived" : "delivery";
  return new Fault(
    `must say from when it counts: write ${phrase} as "net 0" from the document date, ` +
      `or as Terms with days 0 and the anchor ${JSON.stringify(anchor)}`,
  );
}

function takeNetWord(cursor: Cursor): boolean {
  return cursor.takeOneOf("net", "n", "nett");
}

/** The `net` of `30 days net`, but not that of `2% 10 net 30`. */
function takeClosingNet(cursor: Cursor): boolean {
  const mark = cursor.mark;
  if (!takeNetWord(cursor)) return false;
  const end = cursor.mark;
  const opensAnother = cursor.isAtNumber || cursor.take("/") || takeMonthEnd(cursor);
  cursor.back(opensAnother ? mark : end);
  return !opensAnother;
}

function takeMonthEnd(cursor: Cursor): boolean {
  return cursor.take("eom") || takeSpelledMonthEnd(cursor);
}

function takeSpelledMonthEnd(cursor: Cursor): boolean {
  return cursor.takeOneOf(
    "end of month",
    "end of the month",
    "end - of - month",
    "month end",
    "month - end",
  );
}

/** `+ 30`, `plus 30 days`. */
function takePlusDays(cursor: Cursor): number | undefined {
  const mark = cursor.mark;
  if (!cursor.takeOneOf("+", "plus")) return undefined;
  const days = cursor.takeWhole();
  if (days === undefined) cursor.back(mark);
  else takeDaysWord(cursor);
  return days;
}

function readTwoWays(phrase: string, days: number): Fault {
  return new Fault(
    `must say which comes first: ${JSON.stringify(phrase)} is read as "EOM+${days}" ` +
      `(month end, then ${days} days) and as "${days} days end of month" (then month end)`,
  );
}

function afterDays(days: number, isPlainDays: boolean): WrittenDue {
  return { due: { kind: "days", days }, isPlainDays, isLooseMonthEnd: false };
}

/** The rule without its zeros. */
function endOfMonth({ daysBefore = 0, daysAfter = 0 }): DueRule {
  return {
    kind: "end-of-month",
    ...(daysBefore > 0 ? { daysBefore } : {}),
    ...(daysAfter > 0 ? { daysAfter } : {}),
  };
}
