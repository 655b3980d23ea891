/**
 * @module ledger/payment-stats
 *
 * What one customer's payments say about its punctuality, by exact counts for each number of days.
 */
import { amountAt } from "./columns.ts";
import type { PunctualityCells } from "./punctuality.kernel.ts";
import { PERIODS } from "./window-sums.kernel.ts";

/** Payments of half a window. */
export interface HalfStats {
  readonly count: number;
  /** Sum of the days late, early ones negative. */
  readonly totalDays: number;
}

/** Punctuality of a party that paid, each payment counted once. */
export class PaymentStats implements HalfStats {
  readonly #cells: PunctualityCells;
  readonly #party: number;

  constructor(cells: PunctualityCells, party: number) {
    this.#cells = cells;
    this.#party = party;
  }

  get count(): number {
    return this.#cells.payments[this.#party] as number;
  }

  get totalDays(): number {
    return this.#cells.days[this.#party] as number;
  }

  get onTime(): number {
    return this.#cells.onTime[this.#party] as number;
  }

  get amount(): bigint {
    return amountAt(this.#cells.paid, this.#party);
  }

  get onTimeAmount(): bigint {
    return amountAt(this.#cells.paidOnTime, this.#party);
  }

  get earlier(): HalfStats {
    return this.#half(1);
  }

  get later(): HalfStats {
    return this.#half(2);
  }

  /** Twice the median, which is a whole number of days or a half. */
  get twiceMedian(): number {
    return this.#cells.twiceMedian[this.#party] as number;
  }

  get worst(): number {
    return this.#cells.worst[this.#party] as number;
  }

  #half(period: number): HalfStats {
    const cell = this.#party * PERIODS + period;
    const { paymentsOf, daysOf } = this.#cells;
    return { count: paymentsOf[cell] as number, totalDays: daysOf[cell] as number };
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
