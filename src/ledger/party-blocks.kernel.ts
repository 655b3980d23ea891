/**
 * @module ledger/party-blocks.kernel
 *
 * The moves of a window by blocks of parties, in one pass over documents and one over applications.
 * Each row is written to the next place of its block, and the place moves on past those dated in
 * the window: rows in and out follow each other in no order, and a loop that guesses wrong waits.
 * It waits, too, where it does not know yet where it writes: so four rows are read before the first
 * is written, and kernels are given arrays and numbers. The same loops run on bigints where doubles
 * cannot be proved exact.
 */
import type { Journal } from "./columns.ts";
import {
  DAY_SHIFT,
  BLOCK_PARTIES,
  BLOCK_BITS,
  INVOICE,
  kindOfDocument,
  packed,
  PLACE_SHIFT,
} from "./moves.kernel.ts";

/** Moves by block: those of block `f` are at `start[f]` up to `end[f]`. */
export interface PartyBlocks {
  readonly start: Int32Array;
  /** Documents come first; what was applied is from here on. */
  readonly applied: Int32Array;
  readonly end: Int32Array;
  /** Of each move two numbers: packed, and the days from due date to payment. */
  readonly facts: Int32Array;
  /** Without the sign of its effect. */
  readonly amount: Float64Array;
}

/** One move by itself. */
export interface Move {
  readonly party: number;
  readonly date: number;
  readonly kind: number;
  readonly late: number;
  readonly amount: number;
}

/** Moves of the block that has most. */
export function longestBlock({ start, end }: PartyBlocks): number {
  let longest = 0;
  for (let block = 0; block < end.length; block += 1) {
    longest = Math.max(longest, end[block]! - start[block]!);
  }
  return longest;
}

/** Counts by class become the first place of each class. */
export function firstPlaces(counts: Int32Array): void {
  let before = 0;
  for (let each = 0; each < counts.length; each += 1) {
    const own = counts[each]!;
    counts[each] = before;
    before += own;
  }
}

/** Adds one for each row to the count of its block; `rows` are documents where they are given. */
export function countByBlock(
  party: Int32Array,
  rows: Int32Array | undefined,
  count: number,
  counts: Int32Array,
): void {
  const bits = BLOCK_BITS;
  const even = count - (count % 4);
  for (let row = 0; row < even; row += 4) {
    const first = party[rows === undefined ? row : rows[row]!]! >> bits;
    const second = party[rows === undefined ? row + 1 : rows[row + 1]!]! >> bits;
    const third = party[rows === undefined ? row + 2 : rows[row + 2]!]! >> bits;
    const fourth = party[rows === undefined ? row + 3 : rows[row + 3]!]! >> bits;
    counts[first]! += 1;
    counts[second]! += 1;
    counts[third]! += 1;
    counts[fourth]! += 1;
  }
  for (let row = even; row < count; row += 1) {
    counts[party[rows === undefined ? row : rows[row]!]! >> bits]! += 1;
  }
}

/** Places one move, if it is dated in the window. */
export function placeMove(blocks: PartyBlocks, from: number, to: number, move: Move): void {
  const { party, date, kind, late, amount } = move;
  if (date < from || date > to) return;
  const block = party >> BLOCK_BITS;
  const place = blocks.end[block]!;
  blocks.end[block] = place + 1;
  blocks.facts[2 * place] = packed(date - from, party, kind);
  blocks.facts[2 * place + 1] = late;
  blocks.amount[place] = amount;
}

/** Places documents; answers the sum of the sizes of all of them, the proof. */
export function placeDocuments(
  { count, kind, documentDate, party: { codes } }: Journal,
  amounts: Float64Array,
  from: number,
  to: number,
  blocks: PartyBlocks,
  zero: number,
): number {
  const { end: next, facts, amount } = blocks;
  const even = count - (count % 4);
  const [bits, days, places, mask] = [BLOCK_BITS, DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  const invoice = INVOICE;
  const last = to - from;
  let size = zero;
  for (let item = 0; item < even; item += 4) {
    const party0 = codes[item]!;
    const party1 = codes[item + 1]!;
    const party2 = codes[item + 2]!;
    const party3 = codes[item + 3]!;
    const day0 = documentDate[item]! - from;
    const day1 = documentDate[item + 1]! - from;
    const day2 = documentDate[item + 2]! - from;
    const day3 = documentDate[item + 3]! - from;
    const kind0 = kind === undefined ? invoice : kindOfDocument(kind[item]!);
    const kind1 = kind === undefined ? invoice : kindOfDocument(kind[item + 1]!);
    const kind2 = kind === undefined ? invoice : kindOfDocument(kind[item + 2]!);
    const kind3 = kind === undefined ? invoice : kindOfDocument(kind[item + 3]!);
    const amount0 = amounts[item]!;
    const amount1 = amounts[item + 1]!;
    const amount2 = amounts[item + 2]!;
    const amount3 = amounts[item + 3]!;
    size += amount0 + amount1 + amount2 + amount3;
    // Outside the window one of two differences is below 0: shifted it is −1, and the place stays.
    const place0 = next[party0 >> bits]!;
    next[party0 >> bits] = place0 + 1 + ((day0 | (last - day0)) >> 31);
    const place1 = next[party1 >> bits]!;
    next[party1 >> bits] = place1 + 1 + ((day1 | (last - day1)) >> 31);
    const place2 = next[party2 >> bits]!;
    next[party2 >> bits] = place2 + 1 + ((day2 | (last - day2)) >> 31);
    const place3 = next[party3 >> bits]!;
    next[party3 >> bits] = place3 + 1 + ((day3 | (last - day3)) >> 31);
    facts[2 * place0] = (day0 << days) | ((party0 & mask) << places) | kind0;
    amount[place0] = amount0;
    facts[2 * place1] = (day1 << days) | ((party1 & mask) << places) | kind1;
    amount[place1] = amount1;
    facts[2 * place2] = (day2 << days) | ((party2 & mask) << places) | kind2;
    amount[place2] = amount2;
    facts[2 * place3] = (day3 << days) | ((party3 & mask) << places) | kind3;
    amount[place3] = amount3;
  }
  for (let item = even; item < count; item += 1) {
    const each = amounts[item]!;
    const own = kind === undefined ? invoice : kindOfDocument(kind[item]!);
    size += each;
    placeMove(blocks, from, to, {
      party: codes[item]!,
      date: documentDate[item]!,
      kind: own,
      late: 0,
      amount: each,
    });
  }
  return size;
}
