/**
 * @module ledger/highest-balance.kernel
 *
 * The highest balance of a party at the end of a day of a window. What moved is added by day; the
 * days that saw a move are bits, so that they come in order without being sorted; and the balance
 * walks back through them from the last one. Bigints serve as well as doubles.
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

/** Walks party by party. */
export class BalanceWalker {
  readonly highest: Highest;
  readonly #moved: Float64Array;
  readonly #days: Int32Array;
  readonly #zero: number;

  constructor(parties: number, days: number, sums: (length: number) => Float64Array) {
    this.highest = { above: sums(parties), day: new Int32Array(parties) };
    this.#moved = sums(days);
    this.#days = new Int32Array((days >> 5) + 1);
    this.#zero = sums(1)[0]!;
  }

  /** The moves of one party. */
  walk(party: number, { what, amount }: PartyMoves, from: number, to: number): void {
    const { above, day } = this.highest;
    addByDay(what, amount, from, to, this.#moved, this.#days);
    day[party] = walkBack(this.#moved, this.#days, this.#zero, above, party);
  }
}

/** Adds what moved by day, and sets the bit of each such day. */
function addByDay(
  what: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  moved: Float64Array,
  days: Int32Array,
): void {
  const [shift, effects] = [DAY_SHIFT, 3 << CLASS_BITS];
  const [raises, lowers] = [EFFECT.raises << CLASS_BITS, EFFECT.lowers << CLASS_BITS];
  for (let at = from; at < to; at += 1) {
    const packed = what[at]!;
    const day = packed >> shift;
    const effect = packed & effects;
    if (effect === lowers) moved[day]! -= amount[at]!;
    else if (effect === raises) moved[day]! += amount[at]!;
    days[day >> 5]! |= 1 << day;
  }
}

/** Answers the day of the highest balance, and leaves nothing behind for the next party. */
function walkBack(
  moved: Float64Array,
  days: Int32Array,
  zero: number,
  above: Float64Array,
  party: number,
): number {
  let balance = zero;
  let highest = zero;
  let on = 0;
  // Before the first move the balance is that of the window's first day.
  days[0]! |= 1;
  for (let word = days.length - 1; word >= 0; word -= 1) {
    let bits = days[word]!;
    days[word] = 0;
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
