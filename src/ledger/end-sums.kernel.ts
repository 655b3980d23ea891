/**
 * @module ledger/end-sums.kernel
 *
 * Sums over windows behind many month ends, in one pass over the moves of all of them: an amount is
 * noted at the first window that counts it, taken off at the first that no longer does, and the
 * ends are added up afterwards. Cells are `party × stride + end`.
 */
import type { EndSpans } from "./end-spans.ts";
import { BLOCK_BITS, BLOCK_PARTIES, DAY_SHIFT, MOVES, PLACE_SHIFT } from "./moves.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";

/** Adds what moves come to by class: `weights` has a number for each, 0 for those left out. */
export function addMoves(
  { start, end, facts, amount }: PartyBlocks,
  weights: Float64Array,
  { since, until }: EndSpans,
  stride: number,
  cells: Float64Array,
): void {
  const [shift, places, mask] = [DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  const classes = MOVES - 1;
  for (let block = 0; block < start.length; block += 1) {
    const to = end[block]!;
    const party = block << BLOCK_BITS;
    for (let at = start[block]!; at < to; at += 1) {
      const fact = facts[2 * at]!;
      const weight = weights[fact & classes]!;
      if (weight === 0) continue;
      const day = fact >> shift;
      const each = weight * amount[at]!;
      const first = (party + ((fact >> places) & mask)) * stride;
      cells[first + since[day]!]! += each;
      cells[first + until[day]!]! -= each;
    }
  }
}

/** What was noted at an end holds at the later ones, too. */
export function addUpEnds(cells: Float64Array, stride: number): void {
  for (let first = 0; first < cells.length; first += stride) {
    let sum = 0;
    for (let end = 0; end < stride; end += 1) {
      sum += cells[first + end]!;
      cells[first + end] = sum;
    }
  }
}

/** The sum of sizes: while it stays within 2^53 − 1, every sum of some of them is exact. */
export function sumOfSizes(amounts: Float64Array): number {
  let size = 0;
  for (let row = 0; row < amounts.length; row += 1) {
    const each = amounts[row]!;
    size += each < 0 ? -each : each;
  }
  return size;
}
