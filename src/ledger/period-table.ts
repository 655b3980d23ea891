/**
 * @module ledger/period-table
 *
 * Which period a date lies in, as the table by day that kernels read.
 */
import type { DaySpan } from "../ground/months.ts";
import type { DayTable } from "./buckets.ts";

/** The period of every date from `firstDay` to `lastDay`; `periods.length` outside of all. */
export function periodTable(
  periods: readonly DaySpan[],
  firstDay: number,
  lastDay: number,
): DayTable {
  const size = lastDay - firstDay + 1;
  const bucket = periods.length < 256 ? new Uint8Array(size) : new Uint16Array(size);
  bucket.fill(periods.length);
  periods.forEach(({ from, to }, period) => {
    const start = Math.max(from - firstDay, 0);
    const end = Math.max(to - firstDay + 1, 0);
    bucket.fill(period, start, end);
  });
  return { firstDay, bucket };
}

/** The month of every date up to the last of consecutive months, from 1 on; 0 before them. */
export function monthsSince(months: readonly DaySpan[], firstDay: number): DayTable {
  const { from } = months[0] as DaySpan;
  const { to } = months[months.length - 1] as DaySpan;
  const first = Math.min(firstDay, from);
  const bucket = new Uint16Array(to - first + 1);
  months.forEach((span, index) => bucket.fill(index + 1, span.from - first, span.to - first + 1));
  return { firstDay: first, bucket };
}
