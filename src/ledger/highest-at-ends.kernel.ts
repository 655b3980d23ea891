/**
 * @module ledger/highest-at-ends.kernel
 *
 * The highest balance of each party in each of many windows. As in `highest-balance.kernel` the
 * balances of a block of parties walk back together from the last day; one that stood from a day to
 * another is met by every window that has one of these days.
 */
import { doubles, numbersOf } from "./exact-sums.ts";
import type { EndSpans } from "./end-spans.ts";
import { countDays, putInOrder, SIGNS } from "./highest-balance.kernel.ts";
import { BLOCK_BITS, BLOCK_PARTIES, DAY_SHIFT, PLACE_SHIFT } from "./moves.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import { firstPlaces, longestBlock } from "./party-blocks.kernel.ts";

/** By how much it is above the balance of the last day, in cells `party × stride + end`. */
export function highestAtEnds(
  blocks: PartyBlocks,
  { since, until }: EndSpans,
  stride: number,
): Float64Array {
  const { start, end, facts, amount } = blocks;
  const days = since.length;
  const above = new Float64Array((start.length << BLOCK_BITS) * stride).fill(-Infinity);
  const longest = longestBlock(blocks);
  const [packed, raised] = [new Int32Array(longest), new Float64Array(longest)];
  const next = new Int32Array(days);
  const balance = new Float64Array(BLOCK_PARTIES);
  const before = new Int32Array(BLOCK_PARTIES);
  const signs = numbersOf(doubles, SIGNS);
  for (let block = 0; block < start.length; block += 1) {
    const from = start[block]!;
    const to = end[block]!;
    next.fill(0);
    countDays(facts, from, to, next);
    firstPlaces(next);
    putInOrder(facts, amount, from, to, signs, next, packed, raised);
    balance.fill(0);
    before.fill(days);
    const first = (block << BLOCK_BITS) * stride;
    walkBack(packed, raised, to - from, since, until, first, stride, balance, before, above);
    // Before its first move a balance is that of the first day.
    for (let place = 0; place < BLOCK_PARTIES; place += 1) {
      if (before[place] === 0) continue;
      const cell = first + place * stride;
      raise(above, cell + since[0]!, cell + until[before[place]! - 1]!, balance[place]!);
    }
  }
  return above;
}

/** `before` has the day before which a party's balance stood: that of the move met last. */
function walkBack(
  packed: Int32Array,
  raised: Float64Array,
  moves: number,
  since: Uint16Array,
  until: Uint16Array,
  first: number,
  stride: number,
  balance: Float64Array,
  before: Int32Array,
  above: Float64Array,
): void {
  const [shift, places, mask] = [DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  for (let at = moves - 1; at >= 0; at -= 1) {
    const fact = packed[at]!;
    const day = fact >> shift;
    const place = (fact >> places) & mask;
    const now = balance[place]!;
    if (before[place] !== day) {
      const cell = first + place * stride;
      raise(above, cell + since[day]!, cell + until[before[place]! - 1]!, now);
      before[place] = day;
    }
    balance[place] = now - raised[at]!;
  }
}

function raise(above: Float64Array, from: number, to: number, now: number): void {
  for (let cell = from; cell < to; cell += 1) {
    if (now > above[cell]!) above[cell] = now;
  }
}
