/**
 * @module ground/common-divisor
 *
 * The greatest common divisor, for numbers that are to be in lowest terms or on one scale.
 */

/** The greatest whole number that divides both; the second must not be below 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
