/**
 * @module batch/reading-values
 *
 * Reads what stands beside columns: numbers, words, lists.
 */
import type { Rational } from "./rational.ts";
import { exactOf, rationalOf } from "./rational.ts";
import type { Reading } from "./reading.ts";

const LARGEST = 10n ** 64n;
const MOST_CHARACTERS = 64;
const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** A number beside the columns. */
export function readNumber(reading: Reading, path: string, value: unknown): Rational | undefined {
  const found = plainNumber(value);
  if (!found) reading.refuse(path, "must be a plain decimal, a number or a bigint", value);
  return found;
}

function plainNumber(value: unknown): Rational | undefined {
  if (typeof value === "string") {
    const isPlain = value.length <= MOST_CHARACTERS && PLAIN_DECIMAL.test(value);
    return isPlain ? rationalOf(value) : undefined;
  }
  if (typeof value === "number") {
    // Whole numbers beyond 2^53 − 1 have lost digits; all doubles beyond it are whole.
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? exactOf(value) : undefined;
  }
  if (typeof value !== "bigint" || value >= LARGEST || value <= -LARGEST) return undefined;
  return { numerator: value, denominator: 1n };
}

/** A list of `least` (1 unless given) to `most` entries. */
export function readList(
  reading: Reading,
  path: string,
  value: unknown,
  most: number,
  least: 0 | 1 = 1,
): readonly unknown[] {
  try {
    if (!Array.isArray(value)) return reading.instead([], path, "must be a list", value);
    const { length } = value;
    if (length >= least && length <= most)
      return Array.from({ length }, (_, at) => value[at] as unknown);
    return reading.instead([], path, `must have ${least} to ${most} entries`, value);
  } catch {
    return reading.instead([], path, "must be readable; reading it threw");
  }
}

/** A text of 1 to 1,000 characters. */
export function readText(reading: Reading, path: string, value: unknown): string {
  if (typeof value === "string" && value.length >= 1 && value.length <= 1_000) return value;
  return reading.instead("", path, "must be a text of 1 to 1,000 characters", value);
}

/** One of some words; the first one where nothing is given. */
export function readWord(
  reading: Reading,
  path: string,
  value: unknown,
  words: readonly [string, ...string[]],
): string {
  const found = value === undefined ? words[0] : words.find((word) => word === value);
  return found ?? reading.instead(words[0], path, `must be one of ${words.join(", ")}`, value);
}

/** Decimal places from 0 to 15, or as many as stand for nothing given. */
export function readPlaces(reading: Reading, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  const isWhole = typeof value === "number" && Number.isInteger(value);
  if (isWhole && value >= 0 && value <= 15) return value;
  return reading.instead(otherwise, "places", "must be a whole number from 0 to 15", value);
}
