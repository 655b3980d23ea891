/**
 * @module ledger/end-payments.kernel
 *
 * The payments of many windows as one list, and how late those of each window were.
 */
import type { EndSpans } from "./end-spans.ts";
import { BLOCK_BITS, BLOCK_PARTIES, DAY_SHIFT, MOVE, MOVES, PLACE_SHIFT } from "./moves.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";

/** Payments, each with the month ends at which it stands: from `born` up to before `gone`. */
export interface EndPayments {
  readonly party: Int32Array;
  /** Days from the first day of all windows. */
  readonly day: Int32Array;
  readonly born: Uint16Array;
  readonly gone: Uint16Array;
  /** Days from due date to payment. */
  readonly late: Int32Array;
  readonly amount: Float64Array;
}

/** Room for payments. */
export function emptyPayments(length: number): EndPayments {
  return {
    party: new Int32Array(length),
    day: new Int32Array(length),
    born: new Uint16Array(length),
    gone: new Uint16Array(length),
    late: new Int32Array(length),
    amount: new Float64Array(length),
  };
}

/** Lists payments told row by row, in the order of blocks, whose cells stay near: how many. */
export function listRows(
  { applied, end, facts, amount }: PartyBlocks,
  ends: number,
  payments: EndPayments,
): number {
  const [shift, places, mask] = [DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  const [classes, payment] = [MOVES - 1, MOVE.payment];
  let length = 0;
  for (let block = 0; block < end.length; block += 1) {
    const party = block << BLOCK_BITS;
    for (let at = applied[block]!; at < end[block]!; at += 1) {
      const fact = facts[2 * at]!;
      if ((fact & classes) !== payment) continue;
      payments.party[length] = party + ((fact >> places) & mask);
      payments.day[length] = fact >> shift;
      payments.gone[length] = ends;
      payments.late[length] = facts[2 * at + 1]!;
      payments.amount[length] = amount[at]!;
      length += 1;
    }
  }
  return length;
}

/** Adds what each payment weighs to the cells `party × stride + end` of its windows. */
export function addPayments(
  { party, day, born, gone }: EndPayments,
  weight: ArrayLike<number>,
  { since, until }: EndSpans,
  stride: number,
  cells: Float64Array,
): void {
  for (let at = 0; at < party.length; at += 1) {
    const from = Math.max(since[day[at]!]!, born[at]!);
    const to = Math.min(until[day[at]!]!, gone[at]!);
    if (from >= to) continue;
    const first = party[at]! * stride;
    cells[first + from]! += weight[at]!;
    cells[first + to]! -= weight[at]!;
  }
}

/** The most days late in each window; cells of windows without payments stay as they are. */
export function keepWorst(
  { party, day, born, gone, late }: EndPayments,
  { since, until }: EndSpans,
  stride: number,
  cells: Float64Array,
): void {
  for (let at = 0; at < party.length; at += 1) {
    const first = party[at]! * stride;
    const each = late[at]!;
    const from = first + Math.max(since[day[at]!]!, born[at]!);
    const to = first + Math.min(until[day[at]!]!, gone[at]!);
    for (let cell = from; cell < to; cell += 1) {
      if (each > cells[cell]!) cells[cell] = each;
    }
  }
}

/**
 * Twice the middle of the days late in each window. `order` has places of payments, party by party
 * (from `start` on) and in the order of their days late; `payments` says how many a window counts.
 */
export function keepMedians(
  { day, born, gone, late }: EndPayments,
  { since, until }: EndSpans,
  start: Int32Array,
  order: Int32Array,
  stride: number,
  payments: Float64Array,
  cells: Float64Array,
): void {
  const [froms, tos] = [new Uint16Array(order.length), new Uint16Array(order.length)];
  const days = new Int32Array(order.length);
  for (let place = 0; place < order.length; place += 1) {
    const at = order[place]!;
    froms[place] = Math.max(since[day[at]!]!, born[at]!);
    tos[place] = Math.min(until[day[at]!]!, gone[at]!);
    days[place] = late[at]!;
  }
  for (let party = 0; party < start.length - 1; party += 1) {
    for (let end = 0; end < stride - 1; end += 1) {
      const count = payments[party * stride + end]!;
      if (count === 0) continue;
      const [lower, upper] = [(count + 1) >> 1, (count >> 1) + 1];
      let place = start[party]! - 1;
      let met = 0;
      // Both differences are below 0 where the window counts it: no guess, so none that is wrong.
      while (met < lower) {
        place += 1;
        met += ((froms[place]! - end - 1) & (end - tos[place]!)) >>> 31;
      }
      let twice = days[place]!;
      while (met < upper) {
        place += 1;
        met += ((froms[place]! - end - 1) & (end - tos[place]!)) >>> 31;
      }
      twice += days[place]!;
      cells[party * stride + end] = twice;
    }
  }
}
