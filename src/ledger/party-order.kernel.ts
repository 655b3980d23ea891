/**
 * @module ledger/party-order.kernel
 *
 * The moves of one flock in the order of its parties: what is asked of a party is then read side by
 * side, from memory that is near.
 */
import type { Flocks } from "./flocks.kernel.ts";
import { FLOCK, PLACE_SHIFT } from "./moves.kernel.ts";

/** Moves of a flock: those of its party at place `p` are at `start[p]` up to `start[p + 1]`. */
export interface PartyMoves {
  readonly start: Int32Array;
  readonly next: Int32Array;
  /** Packed. */
  readonly what: Int32Array;
  /** Of payments the days from due date to payment; negative where it came before. */
  readonly late: Int32Array;
  /** Without the sign of its effect. */
  readonly amount: Float64Array;
}

/** Room for a flock of so many moves. */
export function roomForFlock(moves: number, sums: (length: number) => Float64Array): PartyMoves {
  return {
    start: new Int32Array(FLOCK + 1),
    next: new Int32Array(FLOCK),
    what: new Int32Array(moves),
    late: new Int32Array(moves),
    amount: sums(moves),
  };
}

/** Puts a flock in the order of its parties; each party's moves keep theirs. */
export function orderFlock(flocks: Flocks, flock: number, ordered: PartyMoves): void {
  const { facts, amount } = flocks;
  const { start, next } = ordered;
  const first = flocks.start[flock]!;
  const end = flocks.end[flock]!;
  start.fill(0);
  countPlaces(facts, first, end, start);
  for (let place = 0; place < FLOCK; place += 1) {
    start[place + 1]! += start[place]!;
    next[place] = start[place]!;
  }
  putInPlaces(facts, amount, first, end, next, ordered.what, ordered.late, ordered.amount);
}

function countPlaces(facts: Int32Array, first: number, end: number, start: Int32Array): void {
  const [shift, mask] = [PLACE_SHIFT, FLOCK - 1];
  for (let at = first; at < end; at += 1) start[((facts[2 * at]! >> shift) & mask) + 1]! += 1;
}

/** Two moves are read before the first is written: see `flocks.kernel`. */
function putInPlaces(
  facts: Int32Array,
  amount: Float64Array,
  first: number,
  end: number,
  next: Int32Array,
  toWhat: Int32Array,
  toLate: Int32Array,
  toAmount: Float64Array,
): void {
  const [shift, mask] = [PLACE_SHIFT, FLOCK - 1];
  for (let at = first; at < end; at += 1) {
    const what = facts[2 * at]!;
    const late = facts[2 * at + 1]!;
    const each = amount[at]!;
    const own = (what >> shift) & mask;
    const place = next[own]!;
    next[own] = place + 1;
    toWhat[place] = what;
    toLate[place] = late;
    toAmount[place] = each;
  }
}
