/**
 * Days as whole numbers: day 0 is Monday 2024-07-01. A table of three years is all the calendar
 * this data needs, so nothing here can depend on a clock or a time zone.
 */

interface Month {
  readonly number: number;
  readonly first: number;
  readonly length: number;
}

export const FIRST_DAY = 0;
/** 2026-06-30, a Tuesday. */
export const LAST_DAY = 729;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** One year more than the ledger, because due dates reach beyond its end. */
const MONTHS_KNOWN = 36;

const months: Month[] = [];
const monthOfDay: Month[] = [];
const isoTexts: string[] = [];
const dayOfText = new Map<string, number>();
fillTables();

function fillTables(): void {
  for (let index = 0; index < MONTHS_KNOWN; index += 1) {
    const number = ((index + 6) % 12) + 1;
    const year = 2024 + Math.floor((index + 6) / 12);
    // No 29 February lies between July 2024 and June 2027.
    const month = { number, first: isoTexts.length, length: LENGTHS[number - 1] ?? 0 };
    months.push(month);
    for (let date = 1; date <= month.length; date += 1) {
      const iso = `${year}-${String(number).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
      dayOfText.set(iso, isoTexts.length);
      isoTexts.push(iso);
      monthOfDay.push(month);
    }
  }
}

export function isoOf(day: number): string {
  const iso = isoTexts[day];
  if (iso === undefined) throw new RangeError(`day ${day} is outside the calendar`);
  return iso;
}

export function dayOf(iso: string): number {
  const day = dayOfText.get(iso);
  if (day === undefined) throw new RangeError(`"${iso}" is no date of the calendar`);
  return day;
}

/** The months of the ledger itself, in order. */
export function ledgerMonths(): readonly Month[] {
  return months.filter((month) => month.first <= LAST_DAY);
}

export function monthEnd(day: number): number {
  const month = monthOfDay[day];
  if (month === undefined) throw new RangeError(`day ${day} is outside the calendar`);
  return month.first + month.length - 1;
}

/** 0 is Monday. */
export function weekday(day: number): number {
  return day % 7;
}

export function isWorkday(day: number): boolean {
  const date = isoOf(day).slice(5);
  const holiday = date === "12-25" || date === "12-26" || date === "01-01";
  return weekday(day) < 5 && !holiday;
}

/** The day itself when it is a workday, else the next one. */
export function workdayFrom(day: number): number {
  let next = day;
  while (!isWorkday(next)) next += 1;
  return next;
}
