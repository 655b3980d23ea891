/**
 * @module batch/rounding.kernel
 *
 * What is read off the scores of a block: the rounded value, and on which side of two bounds it
 * lies. A row that is nearer to a tie or a bound than the error is left undecided; so is one that
 * has no number, with which every comparison fails.
 */
import { BLOCK } from "./quotients.kernel.ts";

/** Where answers go. */
export type Answers = readonly [
  values: Float64Array,
  /** Codes of the bounds reached. */
  codes: Uint8Array | Uint16Array,
  /** The rows of a block that are not decided. */
  undecided: Int32Array,
];

/** Room for the answers of so many rows. */
export function answersOf(rows: number, bounds: number): Answers {
  const codes = bounds < 255 ? new Uint8Array(rows) : new Uint16Array(rows);
  return [new Float64Array(rows), codes, new Int32Array(BLOCK)];
}

/** A bound that no decided score comes near. */
export const BEYOND = 2 ** 60;

/**
 * Reads a block off; answers how many rows are undecided. A code is 1, and 1 more for each bound
 * below the score: added up, as a branch on data would be guessed wrong in every other row.
 */
export function readZones(
  score: Float64Array,
  [values, codes, undecided]: Answers,
  power: number,
  error: number,
  low: number,
  high: number,
  from: number,
  count: number,
): number {
  // A tie is half of the last place away from whole places.
  const most = 0.5 - error * power;
  let open = 0;
  for (let at = 0; at < count; at += 1) {
    const row = from + at;
    const value = score[at] as number;
    const scaled = value * power;
    const nearest = Math.floor(scaled + 0.5);
    values[row] = nearest / power;
    codes[row] = 1 + Number(value > low) + Number(value > high);
    const isDecided =
      Math.abs(scaled - nearest) < most &&
      Math.abs(value - low) > error &&
      Math.abs(value - high) > error;
    if (!isDecided) undecided[open++] = row;
  }
  return open;
}
