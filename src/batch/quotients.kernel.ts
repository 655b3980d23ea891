/**
 * @module batch/quotients.kernel
 *
 * Quotients in doubles, a block of rows at a time, each with the size of what was added up.
 *
 * The error, with u = 2^−53: a column's double is within u of the decimal it stands for, a weight
 * within 3u, a product adds u and a sum of four 2u, so that a dividend is within 8u of the sum of
 * its terms without sign. A divisor of one line is within u, one of two lines within 3u × (|a| +
 * |b|) ÷ d; its reciprocal and the product with it add 2u. Each quotient added to the score adds u
 * of what has been added up. So |score − exact| ≤ (16 + quotients) × u × size to first order, and
 * the size itself is as near; callers take (64 + quotients) × u × size.
 *
 * Divisors below 2^−300, and differences that cancel more than 40 bits, are left to the exact path:
 * above them underflow is less than 2^−700, within {@link FLOOR}.
 */

/** Rows of a block: what is between the loops stays in the cache. */
export const BLOCK = 1_024;

/** The mark of a row that is left to the exact path. */
export const UNDECIDED = 1;

/** Added to every bound: more than underflow can do. */
export const FLOOR = 2 ** -400;

const LEAST_DIVISOR = 2 ** -300;
const MOST_CANCELLED = 2 ** 40;

/** What is known of the rows of a block. */
export interface Block {
  readonly score: Float64Array;
  readonly size: Float64Array;
  readonly inverse: Float64Array;
  readonly spread: Float64Array;
  readonly ones: Float64Array;
  readonly marks: Uint8Array;
}

/** Room for a block. */
export function blockOf(): Block {
  const room = () => new Float64Array(BLOCK);
  return {
    score: room(),
    size: room(),
    inverse: room(),
    spread: room(),
    ones: room().fill(1),
    marks: new Uint8Array(BLOCK),
  };
}

/** A column with the range of its numbers. */
export interface Ranged {
  readonly values: Float64Array;
  readonly least: number;
  readonly most: number;
}

/** Marks rows where one of four columns is out of its range, or no number. */
export function markOutside(
  marks: Uint8Array,
  [a, b, c, d]: readonly [Ranged, Ranged, Ranged, Ranged],
  from: number,
  count: number,
): void {
  const { values: va, least: la, most: ma } = a;
  const { values: vb, least: lb, most: mb } = b;
  const { values: vc, least: lc, most: mc } = c;
  const { values: vd, least: ld, most: md } = d;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const xa = va[row] as number;
    const xb = vb[row] as number;
    const xc = vc[row] as number;
    const xd = vd[row] as number;
    const isIn =
      xa >= la && xa <= ma && xb >= lb && xb <= mb && xc >= lc && xc <= mc && xd >= ld && xd <= md;
    if (!isIn) marks[at] = UNDECIDED;
  }
}

/** Reciprocals of a divisor of one line. */
export function invert({ inverse, marks }: Block, line: Float64Array, from: number, count: number) {
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const by = line[row] as number;
    if (by >= LEAST_DIVISOR) inverse[at] = 1 / by;
    else {
      inverse[at] = 0;
      marks[at] = UNDECIDED;
    }
  }
}

/** Reciprocals of a sum or difference, and what an error of the dividend becomes. */
export function invertSum(
  { inverse, spread, marks }: Block,
  [left, right]: readonly [Float64Array, Float64Array],
  sign: 1 | -1,
  from: number,
  count: number,
): void {
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const a = left[row] as number;
    const b = right[row] as number;
    const by = a + sign * b;
    const size = Math.abs(a) + Math.abs(b);
    if (by >= LEAST_DIVISOR && size <= by * MOST_CANCELLED) {
      const reciprocal = 1 / by;
      inverse[at] = reciprocal;
      spread[at] = size * reciprocal * reciprocal;
    } else {
      inverse[at] = 0;
      spread[at] = 0;
      marks[at] = UNDECIDED;
    }
  }
}

/** Up to four weighted lines. */
export interface Four {
  readonly columns: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly weights: readonly [number, number, number, number];
}

/** Adds four weighted lines times the reciprocals to the score, and their size to the size. */
export function addFour(
  { score, size }: Block,
  { columns: [ca, cb, cc, cd], weights: [wa, wb, wc, wd] }: Four,
  inverse: Float64Array,
  spread: Float64Array,
  from: number,
  count: number,
): void {
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const a = wa * (ca[row] as number);
    const b = wb * (cb[row] as number);
    const c = wc * (cc[row] as number);
    const d = wd * (cd[row] as number);
    score[at] = (score[at] as number) + (a + b + (c + d)) * (inverse[at] as number);
    const sum = Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d));
    size[at] = (size[at] as number) + sum * (spread[at] as number);
  }
}

/** Adds one weighted line times the reciprocals. */
export function addOne(
  { score, size }: Block,
  column: Float64Array,
  weight: number,
  inverse: Float64Array,
  spread: Float64Array,
  from: number,
  count: number,
): void {
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const a = weight * (column[row] as number);
    score[at] = (score[at] as number) + a * (inverse[at] as number);
    size[at] = (size[at] as number) + Math.abs(a) * (spread[at] as number);
  }
}
