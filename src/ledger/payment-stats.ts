/**
 * @module ledger/payment-stats
 *
 * What one customer's payments say about its punctuality, by exact counts for each number of days.
 */
import type { PartyPayments } from "./party-payments.kernel.ts";

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

/** The statistics of one party; `halves` says where the earlier and the later half begin. */
export function paymentStats(
  { start, date, daysLate, amount }: PartyPayments,
  party: number,
  halves: { readonly earlier: number; readonly later: number },
): PaymentStats | undefined {
  const from = start[party] as number;
  const to = start[party + 1] as number;
  if (from === to) return undefined;
  const sorted = daysLate.slice(from, to).sort();
  const count = to - from;
  const earlier = { count: 0, totalDays: 0 };
  const later = { count: 0, totalDays: 0 };
  let totalDays = 0;
  let onTime = 0;
  // Doubles, or bigints on the wide path: the first amount brings the type of its zero.
  let paid = (amount[from] as number) - (amount[from] as number);
  let paidOnTime = paid;
  for (let at = from; at < to; at += 1) {
    const days = daysLate[at] as number;
    const each = amount[at] as number;
    paid += each;
    totalDays += days;
    if (days <= 0) {
      onTime += 1;
      paidOnTime += each;
    }
    const day = date[at] as number;
    const half = day >= halves.later ? later : day >= halves.earlier ? earlier : undefined;
    if (!half) continue;
    half.count += 1;
    half.totalDays += days;
  }
  const middle = count >> 1;
  const upper = sorted[middle] as number;
  const lower = count % 2 === 1 ? upper : (sorted[middle - 1] as number);
  return {
    count,
    onTime,
    totalDays,
    twiceMedian: lower + upper,
    worst: sorted[count - 1] as number,
    amount: BigInt(paid),
    onTimeAmount: BigInt(paidOnTime),
    earlier,
    later,
  };
}

/** One row a number of days, ascending, of the payments dated `from … to`. */
export function daysLateRows(
  { start, date, daysLate, amount }: PartyPayments,
  party: number,
  { from, to }: { readonly from: number; readonly to: number },
): DaysLateRow[] {
  const rows = new Map<number, DaysLateRow>();
  for (let at = start[party] as number; at < (start[party + 1] as number); at += 1) {
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
