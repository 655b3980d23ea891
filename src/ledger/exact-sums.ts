/**
 * @module ledger/exact-sums
 *
 * Room for sums: doubles where a proof shows that they are exact, else bigints. Kernels only add,
 * negate and compare, so one loop serves both.
 */
import type { Amounts } from "./columns.ts";

/** Makes room for so many sums, all 0. */
export type Sums = (length: number) => Float64Array;

/** Sums of doubles. */
export const doubles: Sums = (length) => new Float64Array(length);

/** Bigints in the place of doubles. */
export const bigints: Sums = (length) =>
  new Array<bigint>(length).fill(0n) as unknown as Float64Array;

/** Numbers to multiply amounts with, of the kind that their sums are. */
export function numbersOf(sums: Sums, numbers: readonly number[]): Float64Array {
  return sums === bigints ? asBigints(Float64Array.from(numbers)) : Float64Array.from(numbers);
}

/** Amounts as bigints in the place of doubles. */
export function asBigints(amounts: Amounts): Float64Array {
  return Array.from(amounts, BigInt) as unknown as Float64Array;
}

/** Sums of the numbers that a kernel has been given: doubles, or bigints. */
export function sumsOf(amounts: Float64Array): Sums {
  return amounts instanceof Float64Array ? doubles : bigints;
}
