/**
 * @module ledger/punctuality.kernel
 *
 * How late each party's payments of a window were. Those of a block of parties are put in the order
 * of their days late, and read from the worst on: each party's middle is where half of its payments
 * have been met. Bigints serve as well as doubles for amounts.
 */
import { BLOCK_BITS, BLOCK_PARTIES, DAY_SHIFT, MOVE, PLACE_SHIFT } from "./moves.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import { firstPlaces, longestBlock } from "./party-blocks.kernel.ts";
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

/** Cells of a party: by period, late ones and behind them those on time; and room to spare. */
const CELL_BITS = 3;

/** Days late further apart are sorted: a due date of 9999 would need a count for every day. */
const WIDEST = 1 << 16;

/** Walks block by block. `periodOf` is by day of the window; `sums` makes doubles, or bigints. */
export function punctualityOf(
  blocks: PartyBlocks,
  periodOf: Uint8Array,
  sums: (length: number) => Float64Array,
): PunctualityCells {
  const { start, applied, end, facts, amount } = blocks;
  const parties = start.length << BLOCK_BITS;
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
  const cells = BLOCK_PARTIES << CELL_BITS;
  const [number, days, paid] = [new Float64Array(cells), new Float64Array(cells), sums(cells)];
  const listed = new Int32Array(longestBlock(blocks));
  const inOrder = new Int32Array(listed.length);
  const zero = sums(1)[0]!;
  for (let block = 0; block < start.length; block += 1) {
    const [from, to] = [applied[block]!, end[block]!];
    const payments = addPayments(facts, amount, from, to, periodOf, number, days, paid, listed);
    if (payments === 0) continue;
    const first = block << BLOCK_BITS;
    for (let place = 0; place < BLOCK_PARTIES; place += 1) {
      keep(number, days, paid, place << CELL_BITS, first + place, found);
    }
    number.fill(0);
    days.fill(0);
    paid.fill(zero);
    orderByDaysLate(listed, payments, inOrder);
    keepOrder(inOrder, payments, first, found);
  }
  return found;
}

/** Adds payments to their cells, lists place and days late of each, and answers how many. */
function addPayments(
  facts: Int32Array,
  amount: Float64Array,
  from: number,
  to: number,
  periodOf: Uint8Array,
  number: Float64Array,
  days: Float64Array,
  paid: Float64Array,
  listed: Int32Array,
): number {
  const [shift, payment, cells, bits] = [DAY_SHIFT, MOVE.payment, CELL_BITS, BLOCK_BITS];
  const [places, mask] = [PLACE_SHIFT, BLOCK_PARTIES - 1];
  let payments = 0;
  for (let at = from; at < to; at += 1) {
    const packed = facts[2 * at]!;
    // A piece has the bits of a payment, and one more.
    if ((packed & payment) !== payment) continue;
    const late = facts[2 * at + 1]!;
    const each = amount[at]!;
    const place = (packed >> places) & mask;
    const cell = (place << cells) | (periodOf[packed >> shift]! << 1) | ((late - 1) >>> 31);
    listed[payments] = (late << bits) | place;
    payments += 1;
    number[cell]! += 1;
    days[cell]! += late;
    paid[cell]! += each;
  }
  return payments;
}

/** Puts what a party's cells say where it is asked. */
function keep(
  number: Float64Array,
  days: Float64Array,
  paid: Float64Array,
  first: number,
  party: number,
  found: PunctualityCells,
): void {
  const cells = party * PERIODS;
  for (let period = 0; period < PERIODS; period += 1) {
    const cell = first + 2 * period;
    const paymentsOf = number[cell]! + number[cell + 1]!;
    const daysOf = days[cell]! + days[cell + 1]!;
    found.paymentsOf[cells + period] = paymentsOf;
    found.daysOf[cells + period] = daysOf;
    found.payments[party]! += paymentsOf;
    found.days[party]! += daysOf;
  }
  const onTime = paid[first + 1]! + paid[first + 3]! + paid[first + 5]!;
  found.onTime[party] = number[first + 1]! + number[first + 3]! + number[first + 5]!;
  found.paidOnTime[party] = onTime;
  found.paid[party] = onTime + paid[first]! + paid[first + 2]! + paid[first + 4]!;
}

/** Puts a list in the order of days late, four at a time: see `party-blocks.kernel`. */
function orderByDaysLate(listed: Int32Array, payments: number, inOrder: Int32Array): void {
  const bits = BLOCK_BITS;
  let least = listed[0]! >> bits;
  let most = least;
  for (let at = 1; at < payments; at += 1) {
    const late = listed[at]! >> bits;
    least = Math.min(least, late);
    most = Math.max(most, late);
  }
  if (most - least > WIDEST) {
    inOrder.set(listed.subarray(0, payments));
    inOrder.subarray(0, payments).sort();
    return;
  }
  const next = new Int32Array(most - least + 1);
  for (let at = 0; at < payments; at += 1) next[(listed[at]! >> bits) - least]! += 1;
  firstPlaces(next);
  const even = payments - (payments % 4);
  for (let at = 0; at < even; at += 4) {
    const each0 = listed[at]!;
    const each1 = listed[at + 1]!;
    const each2 = listed[at + 2]!;
    const each3 = listed[at + 3]!;
    const place0 = next[(each0 >> bits) - least]!;
    next[(each0 >> bits) - least] = place0 + 1;
    const place1 = next[(each1 >> bits) - least]!;
    next[(each1 >> bits) - least] = place1 + 1;
    const place2 = next[(each2 >> bits) - least]!;
    next[(each2 >> bits) - least] = place2 + 1;
    const place3 = next[(each3 >> bits) - least]!;
    next[(each3 >> bits) - least] = place3 + 1;
    inOrder[place0] = each0;
    inOrder[place1] = each1;
    inOrder[place2] = each2;
    inOrder[place3] = each3;
  }
  for (let at = even; at < payments; at += 1) {
    const each = listed[at]!;
    const place = next[(each >> bits) - least]!;
    next[(each >> bits) - least] = place + 1;
    inOrder[place] = each;
  }
}

/** From the worst down to each party's payment in the middle, or its two. */
function keepOrder(
  inOrder: Int32Array,
  length: number,
  first: number,
  { payments, twiceMedian, worst }: PunctualityCells,
): void {
  const [bits, mask] = [BLOCK_BITS, BLOCK_PARTIES - 1];
  const met = new Int32Array(BLOCK_PARTIES);
  const upper = new Int32Array(BLOCK_PARTIES);
  const lower = new Int32Array(BLOCK_PARTIES);
  for (let place = 0; place < BLOCK_PARTIES; place += 1) {
    const own = payments[first + place]!;
    upper[place] = (own - 1) >> 1;
    lower[place] = own >> 1;
  }
  for (let at = length - 1; at >= 0; at -= 1) {
    const late = inOrder[at]! >> bits;
    const place = inOrder[at]! & mask;
    const before = met[place]!;
    met[place] = before + 1;
    if (before === 0) worst[first + place] = late;
    if (before === upper[place]) twiceMedian[first + place]! += late;
    if (before === lower[place]) twiceMedian[first + place]! += late;
  }
}
