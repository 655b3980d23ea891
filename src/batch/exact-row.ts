/**
 * @module batch/exact-row
 *
 * One row in whole numbers of any length: where doubles cannot tell.
 */
import type { Line, Plan } from "./plan.ts";
import type { Rational } from "./rational.ts";
import { compare, exactOf } from "./rational.ts";

/** A bound of a score, and whether a score on it has reached it. */
export interface Bound {
  readonly at: Rational;
  readonly isReachedOnIt: boolean;
}

/** The exact score of a row; undefined where it divides by nothing above 0. */
export function exactScore(plan: Plan, row: number): Rational | undefined {
  const { wholes, one } = rowOf(plan.lines, row);
  let numerator = plan.constant;
  let denominator = plan.scale;
  for (const { over, under } of plan.quotients) {
    let dividend = 0n;
    for (const { line, weight } of over) dividend += weight * (wholes[line] as bigint);
    let divisor = under.length === 0 ? one : 0n;
    for (const { line, sign } of under) divisor += BigInt(sign) * (wholes[line] as bigint);
    if (divisor <= 0n) return undefined;
    // Both are over the scale of the plan; the places of the row cancel.
    const isSame = denominator === divisor * plan.scale;
    numerator = isSame
      ? numerator + dividend
      : numerator * divisor + (dividend * denominator) / plan.scale;
    if (!isSame) denominator *= divisor;
  }
  return { numerator, denominator };
}

/** The lines of a row as whole numbers, all over the same power of ten. */
function rowOf(lines: readonly Line[], row: number) {
  const numbers: Rational[] = [];
  let one = 1n;
  for (const { values, exact } of lines) {
    const number = exact ? exact(row) : exactOf(values[row] as number);
    numbers.push(number);
    if (number.denominator > one) one = number.denominator;
  }
  return { one, wholes: numbers.map((number) => number.numerator * (one / number.denominator)) };
}

/** How many of the ascending bounds an exact score has reached. */
export function reachedBy(score: Rational, bounds: readonly Bound[]): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { at, isReachedOnIt } = bounds[middle] as Bound;
    const order = compare(score, at);
    if (order > 0 || (order === 0 && isReachedOnIt)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The double nearest to an exact number rounded half even. */
export function roundedDouble({ numerator, denominator }: Rational, places: number): number {
  const scaled = numerator * 10n ** BigInt(places);
  const size = scaled < 0n ? -scaled : scaled;
  let whole = size / denominator;
  const twice = 2n * (size - whole * denominator);
  if (twice > denominator || (twice === denominator && whole % 2n === 1n)) whole += 1n;
  if (whole === 0n) return 0;
  const signed = scaled < 0n ? -whole : whole;
  const isShort = whole <= BigInt(Number.MAX_SAFE_INTEGER);
  return isShort ? Number(signed) / 10 ** places : Number(`${signed}e-${places}`);
}

/** The double nearest to a number over a power of ten. */
export function nearestOf({ numerator, denominator }: Rational): number {
  return Number(`${numerator}e-${String(denominator).length - 1}`);
}
