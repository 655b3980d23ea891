/**
 * @module ledger/window-sums.kernel
 *
 * What each party bought in a window and in its halves, what was taken off without money, and what
 * was settled: added by class of move and by period. Bigints serve as well as doubles.
 */
import {
  BLOCK_BITS,
  BLOCK_PARTIES,
  CLASS_BITS,
  DAY_SHIFT,
  MOVE,
  MOVES,
  PLACE_SHIFT,
} from "./moves.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";

/** Periods of a window: before both halves (of an odd one), the earlier and the later half. */
export const PERIODS = 3;

/** Cells of a class: one a period, and one to spare. */
const STRIDE_BITS = 2;

/** Cells of a party. */
const CELLS = MOVES << STRIDE_BITS;

/** Sums by party, in minor units. */
export interface WindowSums {
  /** Sales net of credit notes. */
  readonly netSales: Float64Array;
  /** The same by period: cell `party × PERIODS + period`. */
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

/** Adds block by block. `periodOf` is by day of the window; `sums` makes doubles, or bigints. */
export function windowSums(
  { start, end, facts, amount }: PartyBlocks,
  periodOf: Uint8Array,
  sums: (length: number) => Float64Array,
): WindowSums {
  const parties = start.length << BLOCK_BITS;
  const found: WindowSums = {
    netSales: sums(parties),
    sales: sums(parties * PERIODS),
    salesCount: new Float64Array(parties * PERIODS),
    grossSales: sums(parties),
    creditNotes: sums(parties),
    discounts: sums(parties),
    writeOffs: sums(parties),
    settled: sums(parties),
  };
  const sum = sums(BLOCK_PARTIES * CELLS);
  const count = new Float64Array(BLOCK_PARTIES * CELLS);
  const zero = sums(1)[0]!;
  for (let block = 0; block < start.length; block += 1) {
    const from = start[block]!;
    const to = end[block]!;
    if (from === to) continue;
    addMoves(facts, amount, from, to, periodOf, sum, count);
    for (let place = 0; place < BLOCK_PARTIES; place += 1) {
      keep(sum, count, place * CELLS, (block << BLOCK_BITS) + place, found);
    }
    sum.fill(zero);
    count.fill(0);
  }
  return found;
}

function addMoves(
  facts: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  periodOf: Uint8Array,
  sum: Float64Array,
  count: Float64Array,
): void {
  const [days, kinds, places] = [DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  const [classes, stride, cells] = [MOVES - 1, STRIDE_BITS, CLASS_BITS + STRIDE_BITS];
  const even = to - ((to - from) & 1);
  for (let at = from; at < even; at += 2) {
    const one = facts[2 * at]!;
    const two = facts[2 * at + 2]!;
    const oneCell =
      (((one >> kinds) & places) << cells) | ((one & classes) << stride) | periodOf[one >> days]!;
    const twoCell =
      (((two >> kinds) & places) << cells) | ((two & classes) << stride) | periodOf[two >> days]!;
    const oneAmount = amount[at]!;
    const twoAmount = amount[at + 1]!;
    sum[oneCell]! += oneAmount;
    count[oneCell]! += 1;
    sum[twoCell]! += twoAmount;
    count[twoCell]! += 1;
  }
  if (even === to) return;
  const last = facts[2 * even]!;
  const cell =
    (((last >> kinds) & places) << cells) | ((last & classes) << stride) | periodOf[last >> days]!;
  sum[cell]! += amount[even]!;
  count[cell]! += 1;
}

/** Puts what a party's cells say where it is asked. */
function keep(
  sum: Float64Array,
  count: Float64Array,
  first: number,
  party: number,
  found: WindowSums,
): void {
  const sale = first + (MOVE.sale << STRIDE_BITS);
  const note = first + (MOVE.creditNote << STRIDE_BITS);
  for (let period = 0; period < PERIODS; period += 1) {
    const cell = party * PERIODS + period;
    found.sales[cell] = sum[sale + period]! - sum[note + period]!;
    found.salesCount[cell] = count[sale + period]! + count[note + period]!;
  }
  const discounts = overPeriods(sum, first, MOVE.discount);
  const grossSales = overPeriods(sum, first, MOVE.sale);
  const creditNotes = overPeriods(sum, first, MOVE.creditNote);
  found.netSales[party] = grossSales - creditNotes;
  found.grossSales[party] = grossSales;
  found.creditNotes[party] = creditNotes;
  found.discounts[party] = discounts;
  found.writeOffs[party] = overPeriods(sum, first, MOVE.writeOff);
  const paid = overPeriods(sum, first, MOVE.payment);
  found.settled[party] = paid + discounts + overPeriods(sum, first, MOVE.settlement);
}

function overPeriods(sum: Float64Array, first: number, move: number): number {
  const cell = first + (move << STRIDE_BITS);
  return sum[cell]! + sum[cell + 1]! + sum[cell + 2]!;
}
