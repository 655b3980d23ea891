/**
 * @module ledger/highest-balance.kernel
 *
 * The highest balance of each party at the end of a day of a window. The moves of a block of
 * parties are put in the order of their days, and the balances of all of its parties walk back
 * through them together from the last day. Bigints serve as well as doubles.
 */
import { numbersOf } from "./exact-sums.ts";
import { BLOCK_BITS, BLOCK_PARTIES, CLASS_BITS, DAY_SHIFT, PLACE_SHIFT } from "./moves.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import { firstPlaces, longestBlock } from "./party-blocks.kernel.ts";

/** Balances by party. */
export interface Highest {
  /** By how much the highest balance is above the last one. */
  readonly above: Float64Array;
  /** The first day of the window, from 0 on, at whose end it stood. */
  readonly day: Int32Array;
}

/** What an amount does to the balance: by `EFFECT` nothing, raises it, lowers it. */
export const SIGNS = [0, 1, -1];

/** Walks block by block. `sums` makes doubles, or bigints. */
export function highestBalances(
  blocks: PartyBlocks,
  days: number,
  sums: (length: number) => Float64Array,
): Highest {
  const { start, end, facts, amount } = blocks;
  const parties = start.length << BLOCK_BITS;
  const found = { above: sums(parties), day: new Int32Array(parties) };
  const longest = longestBlock(blocks);
  const [packed, raised] = [new Int32Array(longest), sums(longest)];
  const next = new Int32Array(days);
  const balance = sums(BLOCK_PARTIES);
  const visited = new Int32Array(BLOCK_PARTIES);
  const zero = sums(1)[0]!;
  const signs = numbersOf(sums, SIGNS);
  for (let block = 0; block < start.length; block += 1) {
    const from = start[block]!;
    const to = end[block]!;
    if (from === to) continue;
    next.fill(0);
    countDays(facts, from, to, next);
    firstPlaces(next);
    putInOrder(facts, amount, from, to, signs, next, packed, raised);
    balance.fill(zero);
    visited.fill(-1);
    const party = block << BLOCK_BITS;
    walkBack(packed, raised, to - from, party, balance, visited, found.above, found.day);
    endOnFirstDay(party, balance, visited, found.above, found.day);
  }
  return found;
}

/** How many moves each day has. */
export function countDays(facts: Int32Array, from: number, to: number, counts: Int32Array): void {
  const shift = DAY_SHIFT;
  const even = to - ((to - from) % 4);
  for (let at = from; at < even; at += 4) {
    const day0 = facts[2 * at]! >> shift;
    const day1 = facts[2 * at + 2]! >> shift;
    const day2 = facts[2 * at + 4]! >> shift;
    const day3 = facts[2 * at + 6]! >> shift;
    counts[day0]! += 1;
    counts[day1]! += 1;
    counts[day2]! += 1;
    counts[day3]! += 1;
  }
  for (let at = even; at < to; at += 1) counts[facts[2 * at]! >> shift]! += 1;
}

/**
 * Puts moves in the order of their days, amounts with the signs of their effects. Four are read
 * before the first is written: see `party-blocks.kernel`.
 */
export function putInOrder(
  facts: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  signs: Float64Array,
  next: Int32Array,
  packed: Int32Array,
  raised: Float64Array,
): void {
  const [shift, effects] = [DAY_SHIFT, CLASS_BITS];
  const even = to - ((to - from) % 4);
  for (let at = from; at < even; at += 4) {
    const fact0 = facts[2 * at]!;
    const fact1 = facts[2 * at + 2]!;
    const fact2 = facts[2 * at + 4]!;
    const fact3 = facts[2 * at + 6]!;
    const raised0 = signs[(fact0 >> effects) & 3]! * amount[at]!;
    const raised1 = signs[(fact1 >> effects) & 3]! * amount[at + 1]!;
    const raised2 = signs[(fact2 >> effects) & 3]! * amount[at + 2]!;
    const raised3 = signs[(fact3 >> effects) & 3]! * amount[at + 3]!;
    const place0 = next[fact0 >> shift]!;
    next[fact0 >> shift] = place0 + 1;
    const place1 = next[fact1 >> shift]!;
    next[fact1 >> shift] = place1 + 1;
    const place2 = next[fact2 >> shift]!;
    next[fact2 >> shift] = place2 + 1;
    const place3 = next[fact3 >> shift]!;
    next[fact3 >> shift] = place3 + 1;
    packed[place0] = fact0;
    raised[place0] = raised0;
    packed[place1] = fact1;
    raised[place1] = raised1;
    packed[place2] = fact2;
    raised[place2] = raised2;
    packed[place3] = fact3;
    raised[place3] = raised3;
  }
  for (let at = even; at < to; at += 1) {
    const fact = facts[2 * at]!;
    const place = next[fact >> shift]!;
    next[fact >> shift] = place + 1;
    packed[place] = fact;
    raised[place] = signs[(fact >> effects) & 3]! * amount[at]!;
  }
}

/** At the last move of a day of a party, its balance is the one at the end of this day. */
function walkBack(
  packed: Int32Array,
  raised: Float64Array,
  moves: number,
  party: number,
  balance: Float64Array,
  visited: Int32Array,
  above: Float64Array,
  on: Int32Array,
): void {
  const [shift, places, mask] = [DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  for (let at = moves - 1; at >= 0; at -= 1) {
    const fact = packed[at]!;
    const day = fact >> shift;
    const place = (fact >> places) & mask;
    const now = balance[place]!;
    if (visited[place] !== day) {
      visited[place] = day;
      if (now >= above[party + place]!) {
        above[party + place] = now;
        on[party + place] = day;
      }
    }
    balance[place] = now - raised[at]!;
  }
}

/** Before the first move the balance is that of the window's first day. */
function endOnFirstDay(
  party: number,
  balance: Float64Array,
  visited: Int32Array,
  above: Float64Array,
  on: Int32Array,
): void {
  for (let place = 0; place < BLOCK_PARTIES; place += 1) {
    if (visited[place] === 0 || balance[place]! < above[party + place]!) continue;
    above[party + place] = balance[place]!;
    on[party + place] = 0;
  }
}
