/**
 * @module ledger/month-balances.kernel
 *
 * Balances, sales, and what is not past due of the parties of one block, as the months go by. What
 * changes a unit that is not past due changes it back in the month in which it is.
 */
import type { MonthAdder, OrderedMoves } from "./month-moves.kernel.ts";
import {
  BLOCK_PARTIES,
  MONTH_MASK,
  PLACE_SHIFT,
  UNIT_SHIFT,
  WHAT_MASK,
} from "./month-moves.kernel.ts";

/** Of moves that tell the first month at whose end their unit is past due. */
export class BalanceMonths implements MonthAdder {
  /** The balance of each party, net of credit items, before the month and at its end. */
  readonly opening = new Float64Array(BLOCK_PARTIES);
  readonly closing = new Float64Array(BLOCK_PARTIES);
  /** Sold in the month. */
  readonly sold = new Float64Array(BLOCK_PARTIES);
  /** Open debit units that are not past due at its end. */
  readonly notDue = new Float64Array(BLOCK_PARTIES);
  /** What falls due in a month: `place × (months + 2) + month`, the last for later ones. */
  readonly #falling: Float64Array;
  readonly #stride: number;

  constructor(months: number) {
    this.#stride = months + 2;
    this.#falling = new Float64Array(BLOCK_PARTIES * this.#stride);
  }

  begin(): void {
    this.#falling.fill(0);
    this.notDue.fill(0);
    this.closing.fill(0);
  }

  add(moves: OrderedMoves, month: number): void {
    const { opening, closing, sold, notDue } = this;
    opening.set(closing);
    sold.fill(0);
    fallDue(month, this.#stride, this.#falling, notDue);
    addMoves(moves, month, this.#stride, closing, sold, notDue, this.#falling);
  }
}

function fallDue(month: number, stride: number, falling: Float64Array, notDue: Float64Array): void {
  for (let place = 0; place < notDue.length; place += 1) {
    notDue[place]! -= falling[place * stride + month]!;
  }
}

function addMoves(
  { facts, change, first }: OrderedMoves,
  month: number,
  stride: number,
  closing: Float64Array,
  sold: Float64Array,
  notDue: Float64Array,
  falling: Float64Array,
): void {
  const [places, units, mask, unitMask] = [PLACE_SHIFT, UNIT_SHIFT, BLOCK_PARTIES - 1, MONTH_MASK];
  const to = first[month + 1]!;
  for (let at = first[month]!; at < to; at += 1) {
    const fact = facts[at]!;
    const each = change[at]!;
    const place = (fact >> places) & mask;
    const pastDue = (fact >> units) & unitMask;
    closing[place]! += each;
    if ((fact & WHAT_MASK) !== 0) sold[place]! += each;
    if (pastDue <= month) continue;
    notDue[place]! += each;
    falling[place * stride + pastDue]! += each;
  }
}
