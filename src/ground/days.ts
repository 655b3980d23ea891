/**
 * @module ground/days
 *
 * Business dates as whole day numbers: `YYYY-MM-DD` text to days since 1970-01-01 and back, by
 * plain arithmetic on the civil calendar. No Date object, so no time zone and no clock can get in.
 */

/** The first date accepted: 1900-01-01. Earlier ones are typing errors in a receivables ledger. */
export const FIRST_DAY = -25567;

/** The last date accepted: 9999-12-31. */
export const LAST_DAY = 2932896;

/** What {@link parseDay} answers for a text that is no date. */
export const NO_DAY = -2147483648;

/** A calendar date in parts; `month` 1 to 12. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number of a `YYYY-MM-DD` text from 1900 to 9999, or {@link NO_DAY}. */
export function parseDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NO_DAY;
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  const month = digitsAt(text, 5);
  const day = digitsAt(text, 8);
  if (!(year >= 1900 && month >= 1 && month <= 12 && day >= 1)) return NO_DAY;
  if (day > 28 && day > monthLength(year, month)) return NO_DAY;
  return dayNumber(year, month, day);
}

/** The `YYYY-MM-DD` text of a day number. */
export function formatDay(day: number): string {
  const { year, month, day: date } = partsOf(day);
  return `${monthText(year, month)}-${twoDigits(date)}`;
}

/** `2001-06`. */
export function monthText(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}`;
}

/** Days since 1970-01-01 of a calendar date; the date must exist. */
export function dayNumber(year: number, month: number, day: number): number {
  // March is made the first month, so that the leap day comes last and month lengths repeat.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468;
}

/** The calendar date of a day number. */
export function partsOf(day: number): DateParts {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const yearStart = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: date };
}

/** Days in a month by the Gregorian rule. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Two digits as a number; NaN where a character is none, which no range check lets through. */
function digitsAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
