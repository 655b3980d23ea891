/**
 * @module ledger/window-sums.kernel
 *
 * What a party bought in a window and in its halves, what was taken off without money, and what was
 * settled: added by class of move and by period. Bigints serve as well as doubles.
 */
import { CLASS_BITS, DAY_SHIFT, MOVE, MOVES } from "./moves.kernel.ts";
import type { PartyMoves } from "./party-order.kernel.ts";

/** Periods of a window: before both halves (of an odd one), the earlier and the later half. */
export const PERIODS = 3;

/** Cells of a class: one a period, and one to spare. */
const STRIDE = 4;

/** Sums by party, in minor units. */
export interface WindowSums {
  /** Sales net of credit notes: cell `party × PERIODS + period`. */
  readonly sales: Float64Array;
  /** Documents and applications behind them. */
  readonly salesCount: Float64Array;
  /** Invoices and debit notes of the whole window. */
  readonly grossSales: Float64Array;
  readonly creditNotes: Float64Array;
  readonly discounts: Float64Array;
  readonly writeOffs: Float64Array;
  /** Settled by payment, bill, offset or discount. */
  readonly settled: Float64Array;
}

/** Adds party by party. */
export class WindowSummer {
  readonly sums: WindowSums;
  readonly #periodOf: Uint8Array;
  readonly #sum: Float64Array;
  readonly #count = new Float64Array(MOVES * STRIDE);
  readonly #zero: number;

  /** `periodOf` is by day of the window. */
  constructor(parties: number, periodOf: Uint8Array, sums: (length: number) => Float64Array) {
    this.#periodOf = periodOf;
    this.#sum = sums(MOVES * STRIDE);
    this.#zero = sums(1)[0]!;
    this.sums = {
      sales: sums(parties * PERIODS),
      salesCount: new Float64Array(parties * PERIODS),
      grossSales: sums(parties),
      creditNotes: sums(parties),
      discounts: sums(parties),
      writeOffs: sums(parties),
      settled: sums(parties),
    };
  }

  /** The moves of one party. */
  walk(party: number, { what, amount }: PartyMoves, from: number, to: number): void {
    const sum = this.#sum;
    const count = this.#count;
    sum.fill(this.#zero);
    count.fill(0);
    addMoves(what, amount, from, to, this.#periodOf, sum, count);
    const { sales, salesCount, grossSales, creditNotes, discounts, writeOffs, settled } = this.sums;
    for (let period = 0; period < PERIODS; period += 1) {
      const cell = party * PERIODS + period;
      sales[cell] = sum[cellOf(MOVE.sale) + period]! - sum[cellOf(MOVE.creditNote) + period]!;
      salesCount[cell] =
        count[cellOf(MOVE.sale) + period]! + count[cellOf(MOVE.creditNote) + period]!;
    }
    grossSales[party] = overPeriods(sum, MOVE.sale);
    creditNotes[party] = overPeriods(sum, MOVE.creditNote);
    discounts[party] = overPeriods(sum, MOVE.discount);
    writeOffs[party] = overPeriods(sum, MOVE.writeOff);
    settled[party] =
      overPeriods(sum, MOVE.payment) +
      overPeriods(sum, MOVE.discount) +
      overPeriods(sum, MOVE.settlement);
  }
}

function addMoves(
  what: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  periodOf: Uint8Array,
  sum: Float64Array,
  count: Float64Array,
): void {
  const [days, classes] = [DAY_SHIFT, (1 << CLASS_BITS) - 1];
  for (let at = from; at < to; at += 1) {
    const packed = what[at]!;
    const cell = (packed & classes) * STRIDE + periodOf[packed >> days]!;
    sum[cell]! += amount[at]!;
    count[cell]! += 1;
  }
}

function cellOf(move: number): number {
  return move * STRIDE;
}

function overPeriods(sum: Float64Array, move: number): number {
  const cell = cellOf(move);
  return sum[cell]! + sum[cell + 1]! + sum[cell + 2]!;
}
