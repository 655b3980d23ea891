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
