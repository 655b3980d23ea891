/**
 * @module terms/plain-rate
 *
 * Rates as plain decimal texts, for places where no decimal library may be: `ground/exact` reads
 * all kinds of numbers and brings one along.
 */
import { Fault } from "../ground/fault.ts";
import { Fraction } from "../ground/fraction.ts";

const MAX_LENGTH = 64;
const PLAIN_DECIMAL = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** The exact value of a rate given as a plain decimal text, or as a number written like one. */
export function plainRate(value: unknown): Fraction | Fault {
  const text = typeof value === "number" || typeof value === "bigint" ? String(value) : value;
  if (typeof text !== "string" || text.length > MAX_LENGTH || !PLAIN_DECIMAL.test(text)) {
    return new Fault("must be a plain decimal");
  }
  const point = text.indexOf(".");
  if (point < 0) return Fraction.of(BigInt(text));
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1));
  return Fraction.of(digits, 10n ** BigInt(text.length - point - 1));
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
