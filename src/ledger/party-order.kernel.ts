/**
 * @module ledger/party-order.kernel
 *
 * Moves in the order of their parties: what is asked of a party is then read side by side.
 */
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import { BLOCK_PARTIES, BLOCK_BITS, PLACE_SHIFT } from "./moves.kernel.ts";

/** The moves of party `p` are at `start[p]` up to `end[p]`. */
export interface PartyMoves {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Of each move two numbers: packed, and the days from due date to payment. */
  readonly facts: Int32Array;
  /** Without the sign of its effect. */
  readonly amount: Float64Array;
}

/** Puts block by block in order where it stands; each party's moves keep theirs. */
export function inPartyOrder(
  { start: firsts, end: ends, facts, amount }: PartyBlocks,
  sums: (length: number) => Float64Array,
): PartyMoves {
  let most = 0;
  for (let block = 0; block < ends.length; block += 1) {
    most = Math.max(most, ends[block]! - firsts[block]!);
  }
  const parties = ends.length << BLOCK_BITS;
  const [start, end] = [new Int32Array(parties), new Int32Array(parties)];
  const [asideFacts, asideAmount] = [new Int32Array(2 * most), sums(most)];
  const next = new Int32Array(BLOCK_PARTIES);
  for (let block = 0; block < ends.length; block += 1) {
    const first = firsts[block]!;
    const moves = ends[block]! - first;
    const party = block << BLOCK_BITS;
    next.fill(0);
    countPlaces(facts, first, ends[block]!, next);
    let before = 0;
    for (let place = 0; place < BLOCK_PARTIES; place += 1) {
      start[party + place] = first + before;
      const own = next[place]!;
      next[place] = before;
      before += own;
      end[party + place] = first + before;
    }
    putInPlaces(facts, amount, first, ends[block]!, next, asideFacts, asideAmount);
    copyBack(asideFacts, asideAmount, moves, facts, amount, first);
  }
  return { start, end, facts, amount };
}

function copyBack(
  asideFacts: Int32Array,
  asideAmount: Float64Array,
  moves: number,
  facts: Int32Array,
  amount: Float64Array,
  first: number,
): void {
  facts.set(asideFacts.subarray(0, 2 * moves), 2 * first);
  for (let at = 0; at < moves; at += 1) amount[first + at] = asideAmount[at]!;
}

function countPlaces(facts: Int32Array, first: number, end: number, counts: Int32Array): void {
  const [shift, mask] = [PLACE_SHIFT, BLOCK_PARTIES - 1];
  const even = end - ((end - first) % 4);
  for (let at = first; at < even; at += 4) {
    const own0 = (facts[2 * at]! >> shift) & mask;
    const own1 = (facts[2 * at + 2]! >> shift) & mask;
    const own2 = (facts[2 * at + 4]! >> shift) & mask;
    const own3 = (facts[2 * at + 6]! >> shift) & mask;
    counts[own0]! += 1;
    counts[own1]! += 1;
    counts[own2]! += 1;
    counts[own3]! += 1;
  }
  for (let at = even; at < end; at += 1) counts[(facts[2 * at]! >> shift) & mask]! += 1;
}

/** Four moves are read before the first is written: see `party-blocks.kernel`. */
function putInPlaces(
  facts: Int32Array,
  amount: Float64Array,
  first: number,
  end: number,
  next: Int32Array,
  toFacts: Int32Array,
  toAmount: Float64Array,
): void {
  const [shift, mask] = [PLACE_SHIFT, BLOCK_PARTIES - 1];
  const even = end - ((end - first) % 4);
  for (let at = first; at < even; at += 4) {
    const fact0 = facts[2 * at]!;
    const late0 = facts[2 * at + 1]!;
    const fact1 = facts[2 * at + 2]!;
    const late1 = facts[2 * at + 3]!;
    const fact2 = facts[2 * at + 4]!;
    const late2 = facts[2 * at + 5]!;
    const fact3 = facts[2 * at + 6]!;
    const late3 = facts[2 * at + 7]!;
    const amount0 = amount[at]!;
    const amount1 = amount[at + 1]!;
    const amount2 = amount[at + 2]!;
    const amount3 = amount[at + 3]!;
    const place0 = next[(fact0 >> shift) & mask]!;
    next[(fact0 >> shift) & mask] = place0 + 1;
    const place1 = next[(fact1 >> shift) & mask]!;
    next[(fact1 >> shift) & mask] = place1 + 1;
    const place2 = next[(fact2 >> shift) & mask]!;
    next[(fact2 >> shift) & mask] = place2 + 1;
    const place3 = next[(fact3 >> shift) & mask]!;
    next[(fact3 >> shift) & mask] = place3 + 1;
    toFacts[2 * place0] = fact0;
    toFacts[2 * place0 + 1] = late0;
    toAmount[place0] = amount0;
    toFacts[2 * place1] = fact1;
    toFacts[2 * place1 + 1] = late1;
    toAmount[place1] = amount1;
    toFacts[2 * place2] = fact2;
    toFacts[2 * place2 + 1] = late2;
    toAmount[place2] = amount2;
    toFacts[2 * place3] = fact3;
    toFacts[2 * place3 + 1] = late3;
    toAmount[place3] = amount3;
  }
  for (let at = even; at < end; at += 1) {
    const own = (facts[2 * at]! >> shift) & mask;
    const place = next[own]!;
    next[own] = place + 1;
    toFacts[2 * place] = facts[2 * at]!;
    toFacts[2 * place + 1] = facts[2 * at + 1]!;
    toAmount[place] = amount[at]!;
  }
}
