/**
 * @module ledger/payment-stats
 *
 * What one customer's payments say about its punctuality, by exact counts for each number of days.
 */
import { amountAt } from "./columns.ts";
import type { LateRuns } from "./late-runs.kernel.ts";
import { sortRun } from "./late-runs.kernel.ts";
import type { PaymentTotals } from "./payment-totals.kernel.ts";
import { COUNT, COUNTS, PAID, PAID_SUMS } from "./payment-totals.kernel.ts";

/** Payments of half a window. */
export interface HalfStats {
  readonly count: number;
  /** Sum of the days late, early ones negative. */
  readonly totalDays: number;
}

/** Punctuality of a party that paid, each payment counted once. */
export class PaymentStats implements HalfStats {
  readonly #totals: PaymentTotals;
  readonly #runs: () => LateRuns;
  readonly #party: number;

  constructor(totals: PaymentTotals, runs: () => LateRuns, party: number) {
    this.#totals = totals;
    this.#runs = runs;
    this.#party = party;
  }

  get count(): number {
    return this.#count(COUNT.payments);
  }

  get onTime(): number {
    return this.#count(COUNT.onTime);
  }

  get totalDays(): number {
    return this.#count(COUNT.days);
  }

  get amount(): bigint {
    return this.#sum(PAID.paid);
  }

  get onTimeAmount(): bigint {
    return this.#sum(PAID.paidOnTime);
  }

  get earlier(): HalfStats {
    return { count: this.#count(COUNT.earlier), totalDays: this.#count(COUNT.earlierDays) };
  }

  get later(): HalfStats {
    return { count: this.#count(COUNT.later), totalDays: this.#count(COUNT.laterDays) };
  }

  /** Twice the median, which is a whole number of days or a half. */
  get twiceMedian(): number {
    const { daysLate, from, to } = this.#sorted();
    const middle = from + ((to - from) >> 1);
    const upper = daysLate[middle] as number;
    return upper + ((to - from) % 2 === 1 ? upper : (daysLate[middle - 1] as number));
  }

  get worst(): number {
    const { daysLate, to } = this.#sorted();
    return daysLate[to - 1] as number;
  }

  /** Sorted where they stand: a second look finds them in order. */
  #sorted(): { readonly daysLate: Int32Array; readonly from: number; readonly to: number } {
    const { start, daysLate } = this.#runs();
    const from = start[this.#party] as number;
    const to = start[this.#party + 1] as number;
    sortRun(daysLate, from, to);
    return { daysLate, from, to };
  }

  #count(count: number): number {
    return this.#totals.counts[this.#party * COUNTS + count] as number;
  }

  #sum(sum: number): bigint {
    return amountAt(this.#totals.sums, this.#party * PAID_SUMS + sum);
  }
}

/** Payments of a window, in no particular order. */
export interface LateList {
  readonly date: Int32Array;
  readonly daysLate: Int32Array;
  readonly amount: Float64Array;
}

/** Counts and amounts for one number of days. */
export interface DaysLateRow {
  readonly days: number;
  count: number;
  amount: bigint;
}

/** One row a number of days, ascending, of the party's payments dated `from … to`. */
export function daysLateRows(
  { date, daysLate, amount }: LateList,
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
