/**
 * @module terms/due-forms
 *
 * The ways of writing when an amount is due. Each form is a function that takes what it knows from
 * the cursor and answers with the rule, with a fault where the words are read in two ways, or with
 * nothing. A new form is a new function in the list.
 */
import { Fault } from "../ground/fault.ts";
import type { Cursor } from "./cursor.ts";
import {
  creditPeriod,
  monthlySettlement,
  takePay,
  takePeriodWord,
  uponEvent,
} from "./due-forms-chinese.ts";
import { atEvent, readAnchor } from "./due-forms-event.ts";
import {
  countedMonths,
  dayOfMonth,
  dayOfNextMonth,
  endOfNextMonth,
  withCutoff,
} from "./due-forms-month.ts";
import type { DueForm, WrittenDue } from "./written-due.ts";
import { afterDays, endOfMonth, plainly, takeDaysWord, takeMonthsWord } from "./written-due.ts";

/** What takes more words stands before what would be content with fewer. */
const FORMS: Readonly<Record<"number" | "latin" | "chinese", readonly DueForm[]>> = {
  number: [dayOfNextMonth, countedMonths, countedDays],
  chinese: [uponEvent, monthlySettlement, countedMonths, creditPeriod],
  latin: [
    dayOfNextMonth,
    endOfNextMonth,
    dayOfMonth,
    countedMonths,
    netDays,
    monthEnd,
    daysWithin,
    atEvent,
  ],
};

/** The rule that comes next; nothing where no form knows the words, which then stay untaken. */
export function readDue(cursor: Cursor): WrittenDue | Fault | undefined {
  const mark = cursor.mark;
  for (const form of FORMS[cursor.script]) {
    const found = form(cursor);
    if (found) return found instanceof Fault ? found : withParticulars(cursor, found);
    cursor.back(mark);
  }
  return undefined;
}

/** A rule with its cut-off day and the date that it counts from, where they follow. */
function withParticulars(cursor: Cursor, written: WrittenDue): WrittenDue | Fault {
  const cut = withCutoff(cursor, written);
  if (cut instanceof Fault || cut.from) return cut;
  const from = readAnchor(cursor);
  if (from instanceof Fault) return from;
  return from ? { ...cut, from } : cut;
}

/** `30` or `30 days`, where a number alone can only mean days: after the share of a part. */
export function readBareDays(cursor: Cursor): WrittenDue | Fault | undefined {
  const days = cursor.takeWhole();
  return days === undefined ? undefined : withParticulars(cursor, afterDays(days, true));
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
    return afterDays(days);
  }
  if (hasDaysWord) return readTwoWays(cursor.taken(start), days);
  return { ...plainly(endOfMonth({ daysAfter: days })), isLooseMonthEnd: true };
}

/** `EOM`, `end of month`, `EOM+30`, `EOM + 1 month + 10 days`. */
function monthEnd(cursor: Cursor): WrittenDue | undefined {
  if (!takeMonthEnd(cursor)) return undefined;
  const after = takeAfter(cursor);
  return { ...plainly(endOfMonth(after)), isLooseMonthEnd: !after.isStated };
}

/** `within 30 days`, `due in 30 days`. */
function daysWithin(cursor: Cursor): WrittenDue | Fault | undefined {
  const isWithin = cursor.takeOneOf("due within", "payable within", "within", "due in");
  return isWithin ? countedDays(cursor) : undefined;
}

/** `30 days`, `30 days net`, `30天账期`, `30 days end of month + 10`. */
function countedDays(cursor: Cursor): WrittenDue | Fault | undefined {
  const start = cursor.mark;
  const days = cursor.takeWhole();
  if (days === undefined) return undefined;
  const hasDaysWord = takeDaysWord(cursor);
  if (takeClosingNet(cursor)) return afterDays(days);
  if (hasDaysWord && takeSpelledMonthEnd(cursor)) {
    return plainly(endOfMonth({ daysBefore: days, ...takeAfter(cursor) }));
  }
  if (takeMonthEnd(cursor)) return readTwoWays(cursor.taken(start), days);
  if (!hasDaysWord) return undefined;
  if (takePeriodWord(cursor)) return afterDays(days);
  takePay(cursor);
  return afterDays(days, true);
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

interface After {
  readonly months: number;
  readonly daysAfter: number;
  /** False where nothing is said of it. */
  readonly isStated: boolean;
}

/** `+ 30`, `plus 30 days`, `+ 1 month`, `+ 1 month + 10 days`; nothing after the month end else. */
function takeAfter(cursor: Cursor): After {
  const first = takePlus(cursor);
  if (!first) return { months: 0, daysAfter: 0, isStated: false };
  if (!first.isMonths) return { months: 0, daysAfter: first.count, isStated: true };
  const mark = cursor.mark;
  const second = takePlus(cursor);
  const isDays = second && !second.isMonths;
  if (!isDays) cursor.back(mark);
  return { months: first.count, daysAfter: isDays ? second.count : 0, isStated: true };
}

function takePlus(cursor: Cursor): { count: number; isMonths: boolean } | undefined {
  const mark = cursor.mark;
  const count = cursor.takeOneOf("+", "plus") ? cursor.takeWhole() : undefined;
  if (count === undefined) {
    cursor.back(mark);
    return undefined;
  }
  const unit = takeMonthsWord(cursor);
  if (unit) return { count: count * unit, isMonths: true };
  takeDaysWord(cursor);
  return { count, isMonths: false };
}

function readTwoWays(phrase: string, days: number): Fault {
  return new Fault(
    `must say which comes first: ${JSON.stringify(phrase)} is read as "EOM+${days}" ` +
      `(month end, then ${days} days) and as "${days} days end of month" (then month end)`,
  );
}
