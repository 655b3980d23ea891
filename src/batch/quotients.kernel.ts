/**
 * @module batch/quotients.kernel
 *
 * Quotients in doubles, a block of rows at a time: (weighted lines) ÷ divisor, added to a score.
 * They are taken in pairs, four lines over one divisor and one over another, for that is what most
 * models are made of, and a loop costs as much as a line or two.
 *
 * What is known of the error, with u = 2^−53 and q = Σ |weight × line| ÷ divisor: the double of a
 * column is within u of the decimal it stands for, a weight within 3u, a product adds u and a sum
 * of four 2u, so that a dividend is within 7u of the sum of its terms without sign. A divisor of
 * one line is within u, one of two lines a and b within (1 + loss) u, with loss = (|a| + |b|) ÷
 * divisor; the division adds u. So a quotient is within 10u × q × loss, the sum of two adds u, and
 * each pair that is added rounds by u of all that has been added up: to first order the score is
 * within (15 + pairs) u × Σ q × loss.
 *
 * No row is asked for its own q. Rows whose q or loss is beyond a limit are left to the exact path,
 * so that one bound of the error serves all others.
 *
 * So are rows that are not plain: lines below their least, numbers beyond the greatest, divisors
 * below 2^−300 (above it underflow is less than 2^−700). What is no number fails all of these
 * comparisons. A row that is left to the exact path has no number for its score: nothing that is
 * added makes one of it, and it is near to every tie.
 *
 * Loops take tuples, typed arrays and numbers: the hidden class of an object is thrown away when a
 * collection finds no such object, and with it what was compiled for it.
 */

/** Rows of a block: what is between the loops stays in the cache. */
export const BLOCK = 1_024;

/** The score of a row that is left to the exact path. */
const UNDECIDED = Number.NaN;

/** The greatest loss of a divisor of two lines. */
export const MOST_LOSS = 256;

export const LEAST_DIVISOR = 2 ** -300;

/** Four weighted lines over a divisor, and one over another; what is not there weighs nothing. */
export type Pair = readonly [
  columns: readonly Float64Array[],
  weights: Float64Array,
  divisor: Float64Array,
  other: Float64Array,
  /** The least of each line; those of the third and fourth are what sizes say. */
  leasts: Float64Array,
  /** The greatest Σ |weight × line| + Σ divisor, and the greatest q of either. */
  mosts: Float64Array,
];

/** A column with the range of its numbers. */
export interface Ranged {
  readonly values: Float64Array;
  readonly least: number;
  readonly most: number;
}

/** The column of a divisor of two lines: their sum or difference, where both are in their range. */
export function sumOfTwo(
  { values: left, least: leastLeft, most: mostLeft }: Ranged,
  { values: right, least: leastRight, most: mostRight }: Ranged,
  sign: 1 | -1,
): Float64Array {
  const sums = new Float64Array(left.length).fill(UNDECIDED);
  for (let row = 0; row < sums.length; row += 1) {
    const a = left[row] as number;
    const b = right[row] as number;
    const sum = a + sign * b;
    const isPlain =
      a >= leastLeft &&
      a <= mostLeft &&
      b >= leastRight &&
      b <= mostRight &&
      Math.abs(a) + Math.abs(b) <= sum * MOST_LOSS;
    if (isPlain) sums[row] = sum;
  }
  return sums;
}

/** Adds a pair to the scores of a block. */
export function addPair(
  score: Float64Array,
  [columns, weights, divisors, others, leasts, mosts]: Pair,
  from: number,
  count: number,
): void {
  const ca = columns[0] as Float64Array;
  const cb = columns[1] as Float64Array;
  const cc = columns[2] as Float64Array;
  const cd = columns[3] as Float64Array;
  const ce = columns[4] as Float64Array;
  // Read one by one, these are doubles; taken apart as a list, they would be objects.
  const wa = weights[0] as number;
  const wb = weights[1] as number;
  const wc = weights[2] as number;
  const wd = weights[3] as number;
  const we = weights[4] as number;
  const leastA = leasts[0] as number;
  const leastB = leasts[1] as number;
  const leastE = leasts[4] as number;
  const most = mosts[0] as number;
  const mostOver = mosts[1] as number;
  const none = mosts[2] as number;
  const leastDivisor = mosts[3] as number;
  for (let at = 0; at < count; at += 1) {
    const row = from + at;
    const xa = ca[row] as number;
    const xb = cb[row] as number;
    const xe = ce[row] as number;
    const a = wa * xa;
    const b = wb * xb;
    const c = wc * (cc[row] as number);
    const d = wd * (cd[row] as number);
    const e = we * xe;
    const by = divisors[row] as number;
    const other = others[row] as number;
    const size = Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d));
    const otherSize = Math.abs(e);
    const isPlain =
      by >= leastDivisor &&
      other >= leastDivisor &&
      size + otherSize + (by + other) <= most &&
      size <= mostOver * by &&
      otherSize <= mostOver * other &&
      xa >= leastA &&
      xb >= leastB &&
      xe >= leastE;
    const sum = (score[at] as number) + ((a + b + (c + d)) / by + e / other);
    score[at] = isPlain ? sum : none;
  }
}
