/**
 * @module batch/comparing
 *
 * Exact bounds for doubles: each double stands for a decimal, and these are in the order of the
 * doubles, so that comparing with the right double is comparing exactly.
 */
import type { Rational } from "./rational.ts";
import { compare, exactOf, nearDouble } from "./rational.ts";

/**
 * The least double that stands for at least this number; within the whole numbers that
 * doubles hold.
 */
export function leastDouble(bound: Rational): number {
  let found = nearDouble(bound);
  if (Math.abs(found) > Number.MAX_SAFE_INTEGER) return found > 0 ? Infinity : -Infinity;
  // The quotient is within a few steps of the nearest double.
  while (compare(exactOf(found), bound) >= 0) found = neighbour(found, -1);
  while (compare(exactOf(found), bound) < 0) found = neighbour(found, 1);
  return found;
}

/** The greatest double that stands for at most this number. */
export function greatestDouble({ numerator, denominator }: Rational): number {
  return -leastDouble({ numerator: -numerator, denominator });
}

/** The next double above or below. */
function neighbour(value: number, step: 1 | -1): number {
  if (value === 0) return step * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const away = value > 0 ? step : -step;
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(away));
  return view.getFloat64(0);
}
