/**
 * @module ledger/window-sums.kernel
 *
 * What each party bought in a window and in its halves, what was taken off without money, and what
 * was settled: added by class of move and by period. Bigints serve as well as doubles.
 */
import { CLASS_BITS, DAY_SHIFT, MOVE, MOVES } from "./moves.kernel.ts";
import type { PartyMoves } from "./party-order.kernel.ts";

/** Periods of a window: before both halves (of an odd one), the earlier and the later half. */
export const PERIODS = 3;

/** Cells of a class: one a period, and one to spare. */
const STRIDE_BITS = 2;

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

/** Adds party by party. `periodOf` is by day of the window; `sums` makes doubles, or bigints. */
export function windowSums(
  { start, end, facts, amount }: PartyMoves,
  periodOf: Uint8Array,
  sums: (length: number) => Float64Array,
): WindowSums {
  const parties = start.length;
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
  const sum = sums(MOVES << STRIDE_BITS);
  const count = new Float64Array(MOVES << STRIDE_BITS);
  const zero = sums(1)[0]!;
  for (let party = 0; party < parties; party += 1) {
    const from = start[party]!;
    const to = end[party]!;
    if (from === to) continue;
    addMoves(facts, amount, from, to, periodOf, sum, count);
    keep(sum, count, party, found);
    // A loop for so few: a call to fill them takes longer.
    for (let cell = 0; cell < count.length; cell += 1) {
      sum[cell] = zero;
      count[cell] = 0;
    }
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
  const [days, classes, stride] = [DAY_SHIFT, (1 << CLASS_BITS) - 1, STRIDE_BITS];
  const even = to - ((to - from) & 1);
  for (let at = from; at < even; at += 2) {
    const one = facts[2 * at]!;
    const two = facts[2 * at + 2]!;
    const oneCell = ((one & classes) << stride) | periodOf[one >> days]!;
    const twoCell = ((two & classes) << stride) | periodOf[two >> days]!;
    const oneAmount = amount[at]!;
    const twoAmount = amount[at + 1]!;
    sum[oneCell]! += oneAmount;
    count[oneCell]! += 1;
    sum[twoCell]! += twoAmount;
    count[twoCell]! += 1;
  }
  if (even === to) return;
  const last = facts[2 * even]!;
  const cell = ((last & classes) << stride) | periodOf[last >> days]!;
  sum[cell]! += amount[even]!;
  count[cell]! += 1;
}

/** Puts what a party's cells say where it is asked. */
function keep(sum: Float64Array, count: Float64Array, party: number, found: WindowSums): void {
  const sale = MOVE.sale << STRIDE_BITS;
  const note = MOVE.creditNote << STRIDE_BITS;
  for (let period = 0; period < PERIODS; period += 1) {
    const cell = party * PERIODS + period;
    found.sales[cell] = sum[sale + period]! - sum[note + period]!;
    found.salesCount[cell] = count[sale + period]! + count[note + period]!;
  }
  const discounts = overPeriods(sum, MOVE.discount);
  const grossSales = overPeriods(sum, MOVE.sale);
  const creditNotes = overPeriods(sum, MOVE.creditNote);
  found.netSales[party] = grossSales - creditNotes;
  found.grossSales[party] = grossSales;
  found.creditNotes[party] = creditNotes;
  found.discounts[party] = discounts;
  found.writeOffs[party] = overPeriods(sum, MOVE.writeOff);
  const paid = overPeriods(sum, MOVE.payment);
  found.settled[party] = paid + discounts + overPeriods(sum, MOVE.settlement);
}

function overPeriods(sum: Float64Array, move: number): number {
  const cell = move << STRIDE_BITS;
  return sum[cell]! + sum[cell + 1]! + sum[cell + 2]!;
}
