/**
 * @module ledger/month-outstanding.kernel
 *
 * Sales, what is open of each month's documents, and balances of the parties of one block, as the
 * months go by.
 */
import type { MonthAdder, OrderedMoves } from "./month-moves.kernel.ts";
import {
  BLOCK_PARTIES,
  MONTH_MASK,
  PLACE_SHIFT,
  SALE_ALONE,
  UNIT_SHIFT,
  WHAT_MASK,
} from "./month-moves.kernel.ts";

/** Of moves that tell the month of their document. */
export class OutstandingMonths implements MonthAdder {
  /**
   * Sales of a month, then what is open of its documents: `2 × (place × stride + month)`, of month
   * 0 what came before.
   */
  readonly sums: Float64Array;
  /** The balance of each party. */
  readonly owed = new Float64Array(BLOCK_PARTIES);
  /** Months of a party. */
  readonly stride: number;

  constructor(months: number) {
    this.stride = months + 1;
    this.sums = new Float64Array(BLOCK_PARTIES * this.stride * 2);
  }

  begin(): void {
    this.sums.fill(0);
    this.owed.fill(0);
  }

  add(moves: OrderedMoves, month: number): void {
    addMoves(moves, month, this.stride, this.sums, this.owed);
  }
}

function addMoves(
  { facts, change, first }: OrderedMoves,
  month: number,
  stride: number,
  sums: Float64Array,
  owed: Float64Array,
): void {
  const [places, units, mask, unitMask] = [PLACE_SHIFT, UNIT_SHIFT, BLOCK_PARTIES - 1, MONTH_MASK];
  const to = first[month + 1]!;
  for (let at = first[month]!; at < to; at += 1) {
    const fact = facts[at]!;
    const each = change[at]!;
    const place = (fact >> places) & mask;
    const what = fact & WHAT_MASK;
    if (what !== 0) sums[(place * stride + month) * 2]! += each;
    if (what === SALE_ALONE) continue;
    sums[(place * stride + ((fact >> units) & unitMask)) * 2 + 1]! += each;
    owed[place]! += each;
  }
}
