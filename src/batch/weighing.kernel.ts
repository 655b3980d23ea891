/**
 * @module batch/weighing.kernel
 *
 * Weighted scores in doubles, a block of rows at a time. All scores are on one scale, so that one
 * bound of the error serves all rows. With u = 2^−53 a score is within u of the decimal it stands
 * for, a weight within 3u, a product adds u, a sum of five 3u, and each five that are added one
 * more. As weights are at least 0 and add up to 1, |sum − exact| ≤ (8 + fives) × u × the greatest
 * score without sign, to first order; callers take (64 + fives) × u × it.
 *
 * Scores in round figures often lie on a bound or a tie, where no error is small enough. They are
 * weighed again, in whole numbers.
 */
import type { Answers } from "./rounding.kernel.ts";
import { roundedOver } from "./wholes.kernel.ts";

type Column = Float64Array;

/** Adds five weighted columns; where one is off the scale, or no number, the score is none. */
export function addScores(
  score: Float64Array,
  columns: readonly Float64Array[],
  /** Of the five columns; then the least and the greatest score, and no number. */
  weights: Float64Array,
  from: number,
  count: number,
): void {
  const ca = columns[0] as Column;
  const cb = columns[1] as Column;
  const cc = columns[2] as Column;
  const cd = columns[3] as Column;
  const ce = columns[4] as Column;
  const wa = weights[0] as number;
  const wb = weights[1] as number;
  const wc = weights[2] as number;
  const wd = weights[3] as number;
  const we = weights[4] as number;
  const least = weights[5] as number;
  const most = weights[6] as number;
  const none = weights[7] as number;
  for (let at = 0; at < count; at += 1) {
    const row = from + at;
    const a = ca[row] as number;
    const b = cb[row] as number;
    const c = cc[row] as number;
    const d = cd[row] as number;
    const e = ce[row] as number;
    const sum = wa * a + wb * b + (wc * c + wd * d) + we * e;
    const isAbove = a >= least && b >= least && c >= least && d >= least && e >= least;
    const isBelow = a <= most && b <= most && c <= most && d <= most && e <= most;
    score[at] = (score[at] as number) + (isAbove && isBelow ? sum : none);
  }
}

/** Grades by cells of the scale. */
export type Grades = readonly [
  /** The bounds reached in each cell; {@link openIn} where a bound is in it, or near. */
  table: Uint8Array | Uint16Array,
  /** Where the cells begin, and how many are in one point. */
  cells: Float64Array,
];

/** Stands in a table of grades for a cell that does not know. */
export function openIn(table: Uint8Array | Uint16Array): number {
  return table.BYTES_PER_ELEMENT === 1 ? 0xff : 0xffff;
}

/** Reads rounded scores and grades off a block; answers how many rows are undecided. */
export function readGrades(
  score: Float64Array,
  [values, codes, undecided]: Answers,
  [table, place]: Grades,
  power: number,
  error: number,
  from: number,
  count: number,
): number {
  const none = openIn(table);
  const least = place[0] as number;
  const perPoint = place[1] as number;
  // As many cells as a power of two; a row off the scale gets any cell.
  const cells = table.length - 1;
  const most = 0.5 - error * power;
  let open = 0;
  for (let at = 0; at < count; at += 1) {
    const row = from + at;
    const value = score[at] as number;
    const scaled = value * power;
    const nearest = Math.floor(scaled + 0.5);
    values[row] = nearest / power;
    const code = table[((value - least) * perPoint) & cells] as number;
    codes[row] = code;
    const isDecided = code !== none && Math.abs(scaled - nearest) < most;
    if (!isDecided) undecided[open++] = row;
  }
  return open;
}

/** Scores are taken in steps of a thousandth. */
export const STEPS = 1_000;

/** How scores are weighed in whole numbers. */
export type Wholes = readonly [
  columns: readonly Float64Array[],
  weights: Float64Array,
  /** A sum of weighted steps times this and over that is the score in units of its last place. */
  times: number,
  over: number,
  /** 10 to the places. */
  power: number,
  /** The least sums that reach each bound. */
  bounds: Float64Array,
];

/** Decides open rows of whole steps; answers how many stay open, which then come first. */
export function settleWholes(
  [values, codes, undecided]: Answers,
  open: number,
  [columns, weights, times, over, power, bounds]: Wholes,
  least: number,
  most: number,
): number {
  let left = 0;
  for (let each = 0; each < open; each += 1) {
    const row = undecided[each] as number;
    let sum = 0;
    let isWhole = true;
    for (let column = 0; column < columns.length; column += 1) {
      const value = (columns[column] as Float64Array)[row] as number;
      const steps = Math.floor(value * STEPS + 0.5);
      isWhole &&= steps / STEPS === value && value >= least && value <= most;
      sum += (weights[column] as number) * steps;
    }
    if (isWhole) {
      values[row] = roundedOver(sum * times, over) / power;
      codes[row] = reachedBy(sum, bounds);
    } else undecided[left++] = row;
  }
  return left;
}

/** How many ascending bounds a sum has reached. */
function reachedBy(sum: number, bounds: Float64Array): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sum >= (bounds[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
