/** The periods that a month-end report looks back on. */

/** Months up to and including the day of the report; the last may be a part month. */
export interface Period {
  /** How the report calls it. */
  readonly name: string;
  /** `2026-04`: what `monthlySales` takes. */
  readonly firstMonth: string;
  /** `2026-04-01`. */
  readonly from: string;
  /** The day of the report. */
  readonly to: string;
  /** The last day before the period. */
  readonly dayBefore: string;
}

/** The last `months` months up to `asOf`, or as many as there are since `firstDay`. */
export function lastMonths(months: number, asOf: string, firstDay: string): Period {
  const last = monthOf(asOf);
  const first = Math.min(Math.max(last - months + 1, monthOf(firstDay)), last);
  const firstMonth = textOf(first);
  const count = last - first + 1;
  const name = count === 1 ? `month ${firstMonth}` : `${count} months from ${firstMonth}`;
  const from = `${firstMonth}-01`;
  return { name, firstMonth, from, to: asOf, dayBefore: endBefore(first) };
}

/** The last month ends on or before a day, at most so many, none before the first document. */
export function monthEndsUpTo(asOf: string, firstDay: string, most: number): string[] {
  const ends: string[] = [];
  for (let month = monthOf(asOf) + 1; ends.length < most; month -= 1) {
    const end = endBefore(month);
    if (end < firstDay) break;
    if (end <= asOf) ends.unshift(end);
  }
  return ends;
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function textOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** Day 0 of a month is the last of the one before; in UTC a Date has no time zone to slip on. */
function endBefore(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 0)).toISOString().slice(0, 10);
}
