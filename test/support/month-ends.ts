/** Month ends about the dates of a ledger. */
import { dayNumber, isoText } from "../oracle/calendar.ts";

/** The last day of the month so many months after January 1990. */
function monthEndOf(month: number): string {
  const year = 1990 + Math.floor(month / 12);
  const first = `${String(year)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  const later = isoText(dayNumber(first) + 31);
  return isoText(dayNumber(`${later.slice(0, 7)}-01`) - 1);
}

/** Seven from the month before the first document on, some months left out. */
export function monthEndsOf(items: readonly { documentDate: string }[], seed: number): string[] {
  const dates = items.map(({ documentDate }) => documentDate).sort();
  const [year, month] = (dates[0] ?? "2026-01-01").split("-").map(Number) as [number, number];
  const first = (year - 1990) * 12 + month - 1;
  const ends: string[] = [];
  for (let each = first - 1; ends.length < 7; each += 1 + ((seed >> (each & 7)) & 1)) {
    ends.push(monthEndOf(each));
  }
  return ends;
}
