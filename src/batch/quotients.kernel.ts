/**
 * @module batch/quotients.kernel
 *
 * Quotients in doubles, a block of rows at a time: (weighted lines) ÷ divisor, added to a score.
 *
 * What is known of the error, with u = 2^−53 and q = Σ |weight × line| ÷ divisor: a column's double
 * is within u of the decimal it stands for, a weight within 3u, a product adds u and a sum of five
 * 3u, so that a dividend is within 8u of the sum of its terms without sign. A divisor of one line is
 * within u, one of two lines a and b within (1 + loss) u, with loss = (|a| + |b|) ÷ divisor; the
 * division adds u. So a quotient is within 11u × q × loss, and each one that is added rounds by u of
 * all that has been added up.
 *
 * No row is asked for its own q. Rows whose q or loss is beyond a limit are marked, so that one
 * bound of the error serves all others.
 *
 * Marked, too, and so left to the exact path, are rows that are not plain: lines below their least,
 * numbers beyond the greatest, divisors below 2^−300 (above it underflow is less than 2^−700). What
 * is no number fails all of these comparisons.
 *
 * Loops take tuples, typed arrays and numbers: the hidden class of an object is thrown away when a
 * collection finds no such object, and with it what was compiled for it.
 */

/** Rows of a block: what is between the loops stays in the cache. */
export const BLOCK = 1_024;

/** The mark of a row that is left to the exact path. */
export const UNDECIDED = 1;

/** The greatest loss of a divisor of two lines. */
export const MOST_LOSS = 256;

const LEAST_DIVISOR = 2 ** -300;

/** What is known of the rows of a block. */
export type Block = readonly [score: Float64Array, marks: Uint8Array];

/** Weighted lines, at most five; the rest weigh nothing. */
export type Dividend = readonly [
  columns: readonly Float64Array[],
  weights: Float64Array,
  /** The least of the first two lines, the greatest Σ |weight × line| + divisor, the greatest q. */
  limits: Float64Array,
];

/** Marks rows where a column is out of its range, or no number. */
export function markOutside(
  [, marks]: Block,
  column: Float64Array,
  least: number,
  most: number,
  from: number,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const value = column[from + at] as number;
    if (!(value >= least && value <= most)) marks[at] = UNDECIDED;
  }
}

/** Makes the divisors of a block: sums or differences of two lines. */
export function makeDivisors(
  [, marks]: Block,
  divisors: Float64Array,
  left: Float64Array,
  right: Float64Array,
  sign: 1 | -1,
  from: number,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const a = left[from + at] as number;
    const b = right[from + at] as number;
    const divisor = a + sign * b;
    divisors[at] = divisor;
    if (!(Math.abs(a) + Math.abs(b) <= divisor * MOST_LOSS)) marks[at] = UNDECIDED;
  }
}

/** Adds five weighted lines over a divisor. */
export function addFive(
  [score, marks]: Block,
  [columns, weights, limits]: Dividend,
  divisors: Float64Array,
  firstDivisor: number,
  from: number,
  count: number,
): void {
  const ca = columns[0] as Column;
  const cb = columns[1] as Column;
  const cc = columns[2] as Column;
  const cd = columns[3] as Column;
  const ce = columns[4] as Column;
  // Read one by one, these are doubles; taken apart as a list, they would be objects.
  const wa = weights[0] as number;
  const wb = weights[1] as number;
  const wc = weights[2] as number;
  const wd = weights[3] as number;
  const we = weights[4] as number;
  const leastA = limits[0] as number;
  const leastB = limits[1] as number;
  const most = limits[2] as number;
  const mostOver = limits[3] as number;
  for (let at = 0; at < count; at += 1) {
    const row = from + at;
    const xa = ca[row] as number;
    const xb = cb[row] as number;
    const a = wa * xa;
    const b = wb * xb;
    const c = wc * (cc[row] as number);
    const d = wd * (cd[row] as number);
    const e = we * (ce[row] as number);
    const divisor = divisors[firstDivisor + at] as number;
    const size = Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d)) + Math.abs(e);
    score[at] = (score[at] as number) + (a + b + (c + d) + e) / divisor;
    const isPlain =
      divisor >= LEAST_DIVISOR &&
      size + divisor <= most &&
      size <= mostOver * divisor &&
      xa >= leastA &&
      xb >= leastB;
    if (!isPlain) marks[at] = UNDECIDED;
  }
}

type Column = Float64Array;

/** The same for a single line. */
export function addOne(
  [score, marks]: Block,
  [columns, weights, limits]: Dividend,
  divisors: Float64Array,
  firstDivisor: number,
  from: number,
  count: number,
): void {
  const column = columns[0] as Float64Array;
  const weight = weights[0] as number;
  const least = limits[0] as number;
  const most = limits[2] as number;
  const mostOver = limits[3] as number;
  for (let at = 0; at < count; at += 1) {
    const value = column[from + at] as number;
    const term = weight * value;
    const divisor = divisors[firstDivisor + at] as number;
    const size = Math.abs(term);
    score[at] = (score[at] as number) + term / divisor;
    const isPlain =
      divisor >= LEAST_DIVISOR &&
      size + divisor <= most &&
      size <= mostOver * divisor &&
      value >= least;
    if (!isPlain) marks[at] = UNDECIDED;
  }
}
