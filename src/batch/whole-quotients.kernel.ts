/**
 * @module batch/whole-quotients.kernel
 *
 * Scores of rows of whole numbers, exactly: statements in round figures often lie on a tie, where
 * no error is small enough. A quotient is a whole number and what is left over, and what is left
 * over of all quotients is one fraction below 1.
 *
 * Dividends and divisors are sums of products; where the sum of these without sign comes out below
 * 2^52, none of them was rounded. A fraction below 1 has a dividend below its divisor: where the
 * product of two divisors is below 2^52, the sum of two fractions over it has one below 2^53. All
 * other rows stay open.
 */
import type { Answers } from "./rounding.kernel.ts";
import { timesIn } from "./wholes.kernel.ts";

/** A plan in whole numbers: what its quotients make is in halves of the last place. */
export type WholeQuotients = readonly [
  lines: readonly Float64Array[],
  /** The least and the greatest number of each line, in turns. */
  ranges: Float64Array,
  /** For each quotient what every line weighs in the dividend, and then what is there by itself. */
  over: Float64Array,
  /** The same of its divisor. */
  under: Float64Array,
  /** The least places of a score, in quarters of the last place, that reach each bound. */
  bounds: Float64Array,
  /** 10 to the places. */
  power: number,
];

/** Whole numbers below it have room to be added up in twos. */
const MOST_WHOLE = 2 ** 52;

/** Decides open rows of whole numbers; answers how many stay open, which then come first. */
export function settleQuotients(
  [values, codes, undecided]: Answers,
  open: number,
  plan: WholeQuotients,
): number {
  const [, , , , bounds, power] = plan;
  let left = 0;
  for (let each = 0; each < open; each += 1) {
    const row = undecided[each] as number;
    const quarters = quartersOf(plan, row);
    if (Math.abs(quarters) <= MOST_WHOLE) {
      values[row] = roundedQuarters(quarters) / power;
      let code = 1;
      for (let bound = 0; bound < bounds.length; bound += 1) {
        code += Number(quarters >= (bounds[bound] as number));
      }
      codes[row] = code;
    } else undecided[left++] = row;
  }
  return left;
}

/**
 * Where a score lies, in quarters of the last place: an even number on the halves, an odd one for
 * all that is between two of them. Infinity where the row is not plain, or not whole.
 */
function quartersOf([lines, ranges, over, under]: WholeQuotients, row: number): number {
  if (!isWhole(lines, ranges, row)) return Infinity;
  let halves = 0;
  // What is left over of all quotients so far, as a fraction below 1.
  let rest = 0;
  let parts = 1;
  for (let own = lines.length; own < over.length; own += lines.length + 1) {
    let dividend = over[own] as number;
    let divisor = under[own] as number;
    let size = Math.abs(dividend);
    let divisorSize = divisor;
    for (let line = 0; line < lines.length; line += 1) {
      const value = (lines[line] as Float64Array)[row] as number;
      const weighted = (over[own - lines.length + line] as number) * value;
      const divides = (under[own - lines.length + line] as number) * value;
      dividend += weighted;
      divisor += divides;
      size += Math.abs(weighted);
      divisorSize += Math.abs(divides);
    }
    const isHeld = size < MOST_WHOLE && divisorSize < MOST_WHOLE && parts * divisor < MOST_WHOLE;
    if (!isHeld || divisor <= 0) return Infinity;
    const times = timesIn(dividend, divisor);
    rest = rest * divisor + (dividend - times * divisor) * parts;
    parts *= divisor;
    const isMore = rest >= parts;
    if (isMore) rest -= parts;
    halves += times + Number(isMore);
    if (Math.abs(halves) >= MOST_WHOLE / 2) return Infinity;
  }
  return 2 * halves + Number(rest > 0);
}

/** Whether all lines of a row are whole numbers in their ranges. */
function isWhole(lines: readonly Float64Array[], ranges: Float64Array, row: number): boolean {
  for (let line = 0; line < lines.length; line += 1) {
    const value = (lines[line] as Float64Array)[row] as number;
    const isIn = value >= (ranges[2 * line] as number) && value <= (ranges[2 * line + 1] as number);
    if (!isIn || Math.floor(value) !== value) return false;
  }
  return true;
}

/** Rounded half even. */
function roundedQuarters(quarters: number): number {
  const whole = Math.floor(quarters / 4);
  const part = quarters - 4 * whole;
  return part > 2 || (part === 2 && whole % 2 !== 0) ? whole + 1 : whole;
}
