/**
 * @module ledger/payment-stats
 *
 * What one customer's payments say about its punctuality, by exact counts for each number of days.
 */
import { amountAt } from "./columns.ts";
import type { PaymentList, PaymentTotals } from "./party-payments.kernel.ts";
import { COUNT, COUNTS, sortRun } from "./party-payments.kernel.ts";

/** Punctuality of a run of payments, each counted once. */
export interface PaymentStats {
  readonly count: number;
  readonly onTime: number;
  /** Sum of the days late, early ones negative. */
  readonly totalDays: number;
  /** Twice the median, which is a whole number of days or a half. */
  readonly twiceMedian: number;
  readonly worst: number;
  readonly amount: bigint;
  readonly onTimeAmount: bigint;
  /** Of the earlier and the later half of the window. */
  readonly earlier: HalfStats;
  readonly later: HalfStats;
}

/** The same for half a window. */
export interface HalfStats {
  readonly count: number;
  readonly totalDays: number;
}

/** Counts and amounts for one number of days. */
export interface DaysLateRow {
  readonly days: number;
  count: number;
  amount: bigint;
}

/** The statistics of one party; undefined where it paid nothing. */
export function paymentStats(totals: PaymentTotals, party: number): PaymentStats | undefined {
  const { start, daysLate, counts } = totals;
  const from = start[party] as number;
  const to = start[party + 1] as number;
  if (from === to) return undefined;
  // Sorted where it stands: a second look finds it in order.
  sortRun(daysLate, from, to);
  const middle = from + ((to - from) >> 1);
  const upper = daysLate[middle] as number;
  const lower = (to - from) % 2 === 1 ? upper : (daysLate[middle - 1] as number);
  const at = (count: number) => counts[party * COUNTS + count] as number;
  return {
    count: at(COUNT.payments),
    onTime: at(COUNT.onTime),
    totalDays: at(COUNT.days),
    twiceMedian: lower + upper,
    worst: daysLate[to - 1] as number,
    amount: amountAt(totals.paid, party),
    onTimeAmount: amountAt(totals.paidOnTime, party),
    earlier: { count: at(COUNT.earlier), totalDays: at(COUNT.earlierDays) },
    later: { count: at(COUNT.later), totalDays: at(COUNT.laterDays) },
  };
}

/** One row a number of days, ascending, of the party's payments dated `from … to`. */
export function daysLateRows(
  { date, daysLate, amount }: PaymentList,
  places: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
): DaysLateRow[] {
  const rows = new Map<number, DaysLateRow>();
  for (const at of places) {
    const day = date[at] as number;
    if (day < from || day > to) continue;
    const days = daysLate[at] as number;
    const row = rows.get(days) ?? { days, count: 0, amount: 0n };
    row.count += 1;
    row.amount += BigInt(amount[at] as number);
    rows.set(days, row);
  }
  return [...rows.values()].sort((a, b) => a.days - b.days);
}
