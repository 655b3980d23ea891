/**
 * @module terms/plain-rate
 *
 * Rates as plain decimal texts, for places where no decimal library may be: `ground/exact` reads
 * all kinds of numbers and brings one along.
 */
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import { parsePlainDecimal } from "../ground/number-text.ts";

/** The exact value of a rate given as a plain decimal text, or as a number written like one. */
export function plainRate(value: unknown): Fraction | Fault {
  const text = typeof value === "number" || typeof value === "bigint" ? String(value) : value;
  const exact = typeof text === "string" ? parsePlainDecimal(text) : undefined;
  return exact ?? new Fault("must be a plain decimal");
}

/** Whole digits over 10^places as a plain decimal text, without needless zeros. */
export function shiftPoint(digits: string, places: number): string {
  const padded = digits.padStart(places + 1, "0");
  const point = padded.length - places;
  let start = 0;
  while (start < point - 1 && padded.charCodeAt(start) === 48) start += 1;
  let end = padded.length;
  while (end > point && padded.charCodeAt(end - 1) === 48) end -= 1;
  const whole = padded.slice(start, point);
  return end === point ? whole : `${whole}.${padded.slice(point, end)}`;
}
