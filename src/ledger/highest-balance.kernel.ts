/**
 * @module ledger/highest-balance.kernel
 *
 * The highest balance of each party at the end of a day of a window. What moved is added by day;
 * the days that saw a move are bits, so that they come in order without being sorted; and the
 * balance walks back through them from the last one. Bigints serve as well as doubles.
 */
import { CLASS_BITS, DAY_SHIFT, EFFECT } from "./moves.kernel.ts";
import type { PartyMoves } from "./party-order.kernel.ts";

/** Balances by party. */
export interface Highest {
  /** By how much the highest balance is above the last one. */
  readonly above: Float64Array;
  /** The first day of the window, from 0 on, at whose end it stood. */
  readonly day: Int32Array;
}

/** Walks party by party. `sums` makes doubles, or bigints. */
export function highestBalances(
  { start, end, facts, amount }: PartyMoves,
  days: number,
  sums: (length: number) => Float64Array,
): Highest {
  const parties = start.length;
  const above = sums(parties);
  const day = new Int32Array(parties);
  const moved = sums(days);
  const seen = new Int32Array((days >> 5) + 1);
  const zero = sums(1)[0]!;
  for (let party = 0; party < parties; party += 1) {
    const from = start[party]!;
    const to = end[party]!;
    if (from === to) continue;
    addByDay(facts, amount, from, to, moved, seen);
    day[party] = walkBack(moved, seen, zero, above, party);
  }
  return { above, day };
}

/** Adds what moved by day, and sets the bit of each such day. */
function addByDay(
  facts: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  moved: Float64Array,
  seen: Int32Array,
): void {
  const [shift, effects] = [DAY_SHIFT, 3 << CLASS_BITS];
  const [raises, lowers] = [EFFECT.raises << CLASS_BITS, EFFECT.lowers << CLASS_BITS];
  for (let at = from; at < to; at += 1) {
    const packed = facts[2 * at]!;
    const each = amount[at]!;
    const day = packed >> shift;
    const effect = packed & effects;
    seen[day >> 5]! |= 1 << day;
    if (effect === lowers) moved[day]! -= each;
    else if (effect === raises) moved[day]! += each;
  }
}

/** Answers the day of the highest balance, and leaves nothing behind for the next party. */
function walkBack(
  moved: Float64Array,
  seen: Int32Array,
  zero: number,
  above: Float64Array,
  party: number,
): number {
  let balance = zero;
  let highest = zero;
  let on = 0;
  // Before the first move the balance is that of the window's first day.
  seen[0]! |= 1;
  for (let word = seen.length - 1; word >= 0; word -= 1) {
    let bits = seen[word]!;
    seen[word] = 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      bits ^= 1 << bit;
      const day = (word << 5) | bit;
      if (balance >= highest) {
        highest = balance;
        on = day;
      }
      balance -= moved[day]!;
      moved[day] = zero;
    }
  }
  above[party] = highest;
  return on;
}
