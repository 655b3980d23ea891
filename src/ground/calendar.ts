/**
 * @module ground/calendar
 *
 * The one door for JavaScript Date objects. A Date is an instant; which business date it is depends
 * on where one stands, so the time zone is always asked for.
 */
import { isDate, isValid } from "date-fns";

import { FIRST_DAY, parseDay } from "./days.ts";
import { refuse } from "./errors.ts";

/**
 * The business date (`YYYY-MM-DD`) of an instant in a time zone.
 *
 * Use it where an application holds Date objects: every other function of the library takes dates
 * as text, because a Date has no calendar day without a time zone.
 *
 * @param date - A valid Date.
 * @param timeZone - An IANA name: `Asia/Shanghai`, `America/New_York`, `UTC`.
 * @returns The date text that the other functions take.
 * @throws {@link CreditError} `invalid_input`: not a valid Date, an unknown time zone, or a date
 *   before 1900.
 * @example
 * ```ts
 * const instant = new Date("2026-01-31T20:00:00Z");
 * isoDate(instant, "UTC"); // => "2026-01-31"
 * isoDate(instant, "Asia/Shanghai"); // => "2026-02-01"
 * ```
 */
export function isoDate(date: Date, timeZone: string): string {
  const time = instantOf(date);
  if (time === undefined) refuse("isoDate", "date", "must be a valid Date", date);
  // A year before Christ would be printed as if it were after.
  if (!(time >= FIRST_INSTANT)) refuse("isoDate", "date", RANGE_RULE);
  if (typeof timeZone !== "string") {
    refuse("isoDate", "timeZone", "must be an IANA time zone", timeZone);
  }
  const parts = partsIn(time, timeZone);
  const text = `${parts.year}-${parts.month}-${parts.day}`;
  if (!(parseDay(text) >= FIRST_DAY)) refuse("isoDate", "date", RANGE_RULE);
  return text;
}

const RANGE_RULE = "must lie between 1900-01-01 and 9999-12-31";

/** A day before the first date: time zones reach no further. */
const FIRST_INSTANT = (FIRST_DAY - 1) * 86_400_000;

/** The milliseconds of a valid Date; its own method is asked, for anything can look like a Date. */
function instantOf(date: unknown): number | undefined {
  try {
    return isDate(date) && isValid(date) ? Date.prototype.getTime.call(date) : undefined;
  } catch {
    return undefined;
  }
}

function partsIn(time: number, timeZone: string): { year: string; month: string; day: string } {
  const found = { year: "", month: "", day: "" };
  for (const { type, value } of formatterFor(timeZone).formatToParts(time)) {
    if (type === "year") found.year = value.padStart(4, "0");
    if (type === "month" || type === "day") found[type] = value;
  }
  return found;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  } catch {
    return refuse("isoDate", "timeZone", "must be an IANA time zone", timeZone);
  }
}
