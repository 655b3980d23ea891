/**
 * @module batch/rounding.kernel
 *
 * What is read off the doubles of a block: which bounds a score has reached, and its rounded value.
 * A row that lies nearer to a bound or to a tie than its error is marked, and decided exactly.
 */
import type { Answers } from "./reads.ts";
import type { Block } from "./quotients.kernel.ts";
import { FLOOR, UNDECIDED } from "./quotients.kernel.ts";

/** Finds how many bounds lie below each score, and 1 more; the nearest on either side decide. */
export function countReached(
  { score, size, marks }: Block,
  codes: Uint8Array | Uint16Array,
  bounds: Float64Array,
  unit: number,
  from: number,
  count: number,
): void {
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const value = score[at] as number;
    let [low, high] = [0, bounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value > (bounds[middle] as number)) low = middle + 1;
      else high = middle;
    }
    codes[row] = low + 1;
    const error = (size[at] as number) * unit + FLOOR;
    const isNear =
      (low > 0 && !(value - (bounds[low - 1] as number) > error)) ||
      (low < bounds.length && !((bounds[low] as number) - value > error));
    if (isNear) marks[at] = UNDECIDED;
  }
}

/**
 * Scores rounded to a power of ten, and the rows that are not decided: in `undecided`,
 * how many as the answer. The product with the power adds u of the score, which the unit has room
 * for.
 */
export function roundAll(
  { score, size, marks }: Block,
  { values, undecided }: Answers,
  power: number,
  unit: number,
  from: number,
  count: number,
): number {
  let open = 0;
  const scaledUnit = unit * power;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const scaled = (score[at] as number) * power;
    const below = Math.floor(scaled);
    const rest = scaled - below;
    // Adding 0 makes 0 of -0.
    values[row] = (rest > 0.5 ? below + 1 : below) / power + 0;
    const isOpen = !(Math.abs(rest - 0.5) > (size[at] as number) * scaledUnit + FLOOR);
    if (isOpen || marks[at] !== 0) undecided[open++] = row;
  }
  return open;
}
