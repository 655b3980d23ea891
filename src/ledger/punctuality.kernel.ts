/**
 * @module ledger/punctuality.kernel
 *
 * How late each party's payments of a window were. They are counted by their days late, and the
 * numbers of days met are bits, so that they come in order without being sorted. Bigints serve as
 * well as doubles for amounts.
 */
import { DAY_SHIFT, MOVE } from "./moves.kernel.ts";
import type { PartyMoves } from "./party-order.kernel.ts";
import { PERIODS } from "./window-sums.kernel.ts";

/** Counts and sums by party; each payment is counted once. */
export interface PunctualityCells {
  readonly payments: Float64Array;
  /** Sum of their days late, early ones negative. */
  readonly days: Float64Array;
  /** The same by period: cell `party × PERIODS + period`. */
  readonly paymentsOf: Float64Array;
  readonly daysOf: Float64Array;
  readonly onTime: Float64Array;
  readonly paid: Float64Array;
  readonly paidOnTime: Float64Array;
  readonly twiceMedian: Float64Array;
  readonly worst: Float64Array;
}

/** Payments of one party by days late: `count[d]` were `least + d` days late, `met` has its bit. */
interface ByDaysLate {
  readonly least: number;
  readonly count: Int32Array;
  readonly met: Int32Array;
}

/**
 * Walks party by party. `periodOf` is by day of the window; days late are from `least` to `most`;
 * `sums` makes doubles, or bigints.
 */
export function punctualityOf(
  { start, end, facts, amount }: PartyMoves,
  periodOf: Uint8Array,
  { least, most }: { readonly least: number; readonly most: number },
  sums: (length: number) => Float64Array,
): PunctualityCells {
  const parties = start.length;
  const found: PunctualityCells = {
    payments: new Float64Array(parties),
    days: new Float64Array(parties),
    paymentsOf: new Float64Array(parties * PERIODS),
    daysOf: new Float64Array(parties * PERIODS),
    onTime: new Float64Array(parties),
    paid: sums(parties),
    paidOnTime: sums(parties),
    twiceMedian: new Float64Array(parties),
    worst: new Float64Array(parties),
  };
  const range = most - least + 1;
  const count = new Int32Array(range);
  const met = new Int32Array((range >> 5) + 1);
  const byDaysLate = { least, count, met };
  // By period, late ones and behind them those on time; and room to spare.
  const [number, days, paid] = [new Float64Array(8), new Float64Array(8), sums(8)];
  const zero = sums(1)[0]!;
  for (let party = 0; party < parties; party += 1) {
    const from = start[party]!;
    const to = end[party]!;
    const payments = addPayments(
      facts,
      amount,
      from,
      to,
      periodOf,
      least,
      count,
      met,
      number,
      days,
      paid,
    );
    if (payments === 0) continue;
    keep(number, days, paid, party, found);
    keepOrder(byDaysLate, payments, party, found);
    // A loop for so few: a call to fill them takes longer.
    for (let cell = 0; cell < number.length; cell += 1) {
      number[cell] = 0;
      days[cell] = 0;
      paid[cell] = zero;
    }
  }
  return found;
}

/** Answers how many there are. */
function addPayments(
  facts: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  periodOf: Uint8Array,
  least: number,
  count: Int32Array,
  met: Int32Array,
  number: Float64Array,
  days: Float64Array,
  paid: Float64Array,
): number {
  const [shift, payment] = [DAY_SHIFT, MOVE.payment];
  let payments = 0;
  for (let at = from; at < to; at += 1) {
    const packed = facts[2 * at]!;
    // A piece has the bits of a payment, and one more.
    if ((packed & payment) !== payment) continue;
    const late = facts[2 * at + 1]!;
    const each = amount[at]!;
    const cell = (periodOf[packed >> shift]! << 1) | ((late - 1) >>> 31);
    const place = late - least;
    payments += 1;
    number[cell]! += 1;
    days[cell]! += late;
    paid[cell]! += each;
    count[place]! += 1;
    met[place >> 5]! |= 1 << place;
  }
  return payments;
}

/** Puts what a party's cells say where it is asked. */
function keep(
  number: Float64Array,
  days: Float64Array,
  paid: Float64Array,
  party: number,
  found: PunctualityCells,
): void {
  for (let period = 0; period < PERIODS; period += 1) {
    const cell = party * PERIODS + period;
    const paymentsOf = number[2 * period]! + number[2 * period + 1]!;
    const daysOf = days[2 * period]! + days[2 * period + 1]!;
    found.paymentsOf[cell] = paymentsOf;
    found.daysOf[cell] = daysOf;
    found.payments[party]! += paymentsOf;
    found.days[party]! += daysOf;
  }
  const onTime = paid[1]! + paid[3]! + paid[5]!;
  found.onTime[party] = number[1]! + number[3]! + number[5]!;
  found.paidOnTime[party] = onTime;
  found.paid[party] = onTime + paid[0]! + paid[2]! + paid[4]!;
}

/** From the worst down to the one in the middle, or the two; nothing is left behind. */
function keepOrder(
  { least, count, met }: ByDaysLate,
  payments: number,
  party: number,
  { twiceMedian, worst }: PunctualityCells,
): void {
  const upper = (payments - 1) >> 1;
  const lower = payments >> 1;
  let seen = 0;
  let twice = 0;
  for (let word = met.length - 1; seen < payments; word -= 1) {
    let bits = met[word]!;
    met[word] = 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      bits ^= 1 << bit;
      const place = (word << 5) | bit;
      const late = place + least;
      const before = seen;
      if (before === 0) worst[party] = late;
      seen += count[place]!;
      count[place] = 0;
      if (before <= upper && upper < seen) twice += late;
      if (before <= lower && lower < seen) twice += late;
    }
  }
  twiceMedian[party] = twice;
}
