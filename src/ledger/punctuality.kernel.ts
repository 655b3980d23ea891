/**
 * @module ledger/punctuality.kernel
 *
 * How late a party's payments of a window were. Payments are counted by their days late, and the
 * numbers of days met are bits, so that they come in order without being sorted. Bigints serve as
 * well as doubles for amounts.
 */
import { DAY_SHIFT, MOVE } from "./moves.kernel.ts";
import type { PartyMoves } from "./party-order.kernel.ts";
import { PERIODS } from "./window-sums.kernel.ts";

/** Counts and sums by party; each payment is counted once. */
export interface PunctualityCells {
  /** Payments: cell `party × PERIODS + period`. */
  readonly payments: Float64Array;
  /** Sum of their days late, early ones negative. */
  readonly days: Float64Array;
  readonly onTime: Float64Array;
  readonly paid: Float64Array;
  readonly paidOnTime: Float64Array;
  readonly twiceMedian: Float64Array;
  readonly worst: Float64Array;
}

/** Walks party by party. */
export class PunctualityWalker {
  readonly cells: PunctualityCells;
  readonly #periodOf: Uint8Array;
  readonly #least: number;
  readonly #count: Int32Array;
  readonly #met: Int32Array;
  readonly #zero: number;

  /** `periodOf` is by day of the window; days late are between `least` and `most`. */
  constructor(
    parties: number,
    periodOf: Uint8Array,
    least: number,
    most: number,
    sums: (length: number) => Float64Array,
  ) {
    this.#periodOf = periodOf;
    this.#least = least;
    this.#count = new Int32Array(most - least + 1);
    this.#met = new Int32Array(((most - least) >> 5) + 1);
    this.#zero = sums(1)[0]!;
    this.cells = {
      payments: new Float64Array(parties * PERIODS),
      days: new Float64Array(parties * PERIODS),
      onTime: new Float64Array(parties),
      paid: sums(parties),
      paidOnTime: sums(parties),
      twiceMedian: new Float64Array(parties),
      worst: new Float64Array(parties),
    };
  }

  /** The moves of one party. */
  walk(party: number, moves: PartyMoves, from: number, to: number): void {
    const { payments } = this.cells;
    this.#add(party, moves, from, to);
    const first = party * PERIODS;
    const all = payments[first]! + payments[first + 1]! + payments[first + 2]!;
    if (all > 0) this.#order(party, all);
  }

  #add(party: number, { what, late, amount }: PartyMoves, from: number, to: number): void {
    const { payments, days, onTime, paid, paidOnTime } = this.cells;
    const periodOf = this.#periodOf;
    const least = this.#least;
    const count = this.#count;
    const met = this.#met;
    let all = this.#zero;
    let early = this.#zero;
    let earlyCount = 0;
    for (let at = from; at < to; at += 1) {
      const packed = what[at]!;
      if ((packed & MOVE.payment) !== MOVE.payment) continue;
      const each = amount[at]!;
      const own = late[at]!;
      const cell = party * PERIODS + periodOf[packed >> DAY_SHIFT]!;
      all += each;
      if (own <= 0) {
        early += each;
        earlyCount += 1;
      }
      payments[cell]! += 1;
      days[cell]! += own;
      count[own - least]! += 1;
      met[(own - least) >> 5]! |= 1 << (own - least);
    }
    onTime[party] = earlyCount;
    paid[party] = all;
    paidOnTime[party] = early;
  }

  /** From the worst down: the payment in the middle, or the two; nothing is left behind. */
  #order(party: number, payments: number): void {
    const { twiceMedian, worst } = this.cells;
    const least = this.#least;
    const count = this.#count;
    const met = this.#met;
    const upper = (payments - 1) >> 1;
    const lower = payments >> 1;
    let seen = 0;
    for (let word = met.length - 1; seen < payments; word -= 1) {
      let bits = met[word]!;
      met[word] = 0;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits);
        bits ^= 1 << bit;
        const own = (word << 5) | bit;
        const before = seen;
        if (before === 0) worst[party] = own + least;
        seen += count[own]!;
        count[own] = 0;
        if (before <= upper && upper < seen) twiceMedian[party]! += own + least;
        if (before <= lower && lower < seen) twiceMedian[party]! += own + least;
      }
    }
  }
}
