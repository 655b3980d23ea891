/**
 * @module ground/number-text
 *
 * Plain decimals as exact fractions, and fractions as plain decimals: whole numbers and texts
 * alone, without decimal.js, for those who must not load it.
 */
import { Fraction } from "./fraction.ts";

/** Digits kept by the one rounding: those of IEEE decimal128. */
export const SIGNIFICANT_DIGITS = 34;

/** Characters allowed in a number given as text. */
export const MAX_NUMBER_LENGTH = 64;

const PLAIN_DECIMAL = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** The exact value of a plain decimal text, or `undefined` when it is not one. */
export function parsePlainDecimal(
  text: string,
  maxLength = MAX_NUMBER_LENGTH,
): Fraction | undefined {
  if (text.length <= MAX_SHORT) return parseShortDecimal(text);
  if (text.length > maxLength || !PLAIN_DECIMAL.test(text)) return undefined;
  const point = text.indexOf(".");
  if (point < 0) return Fraction.of(BigInt(text));
  const places = text.length - point - 1;
  return Fraction.of(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(places));
}

/** Characters whose digits a double holds, whatever they are. */
const MAX_SHORT = 15;

const POWERS = /* @__PURE__ */ Array.from(
  { length: MAX_SHORT },
  (_, power) => 10n ** BigInt(power),
);

/** The same digit by digit, which is several times faster than by pattern and `BigInt(text)`. */
function parseShortDecimal(text: string): Fraction | undefined {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO_DIGIT;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (code === POINT && point < 0 && at > start) point = at;
    else return undefined;
  }
  const places = point < 0 ? 0 : text.length - point - 1;
  // No digit at all, or none behind the point.
  if (text.length === start || (point >= 0 && places === 0)) return undefined;
  return Fraction.of(BigInt(start === 0 ? digits : -digits), POWERS[places]);
}

const MINUS = 45;
const POINT = 46;
const ZERO_DIGIT = 48;

/**
 * The exact value a JavaScript number stands for: its shortest decimal text. `undefined` for NaN,
 * ±Infinity and whole numbers beyond 2^53 − 1, which have already lost digits.
 */
export function parseNumber(value: number): Fraction | undefined {
  if (Number.isSafeInteger(value)) return Fraction.whole(value);
  if (!Number.isFinite(value) || Number.isInteger(value)) return undefined;
  const text = String(value);
  const mark = text.indexOf("e");
  if (mark < 0) return parsePlainDecimal(text);
  // Only small magnitudes get here (5e-7): expand the exponent exactly.
  const mantissa = parsePlainDecimal(text.slice(0, mark));
  const exponent = Number(text.slice(mark + 1));
  return mantissa?.over(Fraction.of(10n ** BigInt(-exponent)));
}

/** The fraction as its printed value: how an answer found by an algorithm enters a formula. */
export function printed(value: Fraction): Fraction {
  return parsePlainDecimal(toText(value), 10 * MAX_NUMBER_LENGTH) ?? value;
}

/** The fraction as plain decimal text after the one rounding. */
export function toText(value: Fraction): string {
  const { numerator, denominator } = value;
  if (denominator === 1n) {
    const text = numerator.toString();
    if (text.length <= SIGNIFICANT_DIGITS) return text;
  }
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const places = decimalPlaces(size, denominator);
  const digits = roundedQuotient(size, denominator, places);
  const text = placePoint(digits, places);
  return negative && text !== "0" ? `-${text}` : text;
}

/**
 * A number inside a derivation: whole where a plain decimal that could be given holds it, so that
 * what was given stands exactly as it was read; else after the one rounding.
 */
export function toWrittenText(value: Fraction): string {
  const places = MAX_NUMBER_LENGTH;
  const scaled = value.numerator * 10n ** BigInt(places);
  if (scaled % value.denominator !== 0n) return toText(value);
  const digits = scaled / value.denominator;
  const text = placePoint(digits < 0n ? -digits : digits, places);
  if (text.length > MAX_NUMBER_LENGTH) return toText(value);
  return digits < 0n ? `-${text}` : text;
}

/** The fraction rounded to that many significant digits, half even. */
export function significant(value: Fraction, digits: number): Fraction {
  const { numerator, denominator } = value;
  const size = numerator < 0n ? -numerator : numerator;
  const places = decimalPlaces(size, denominator, digits);
  const rounded = roundedQuotient(size, denominator, places);
  const signed = numerator < 0n ? -rounded : rounded;
  const power = 10n ** BigInt(Math.abs(places));
  return places < 0 ? Fraction.of(signed * power) : Fraction.of(signed, power);
}

/** The fraction rounded to a fixed number of decimal places, ties by `rounding`. */
export function toFixedText(
  value: Fraction,
  places: number,
  rounding: "half-even" | "half-up" = "half-up",
): string {
  const negative = value.numerator < 0n;
  const size = negative ? -value.numerator : value.numerator;
  const digits = roundedQuotient(size, value.denominator, places, rounding);
  const text = digits.toString().padStart(places + 1, "0");
  const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return negative && digits !== 0n ? `-${plain}` : plain;
}

/**
 * Decimal places that leave so many significant digits of `size / denominator`; negative where the
 * whole part alone has more.
 */
function decimalPlaces(size: bigint, denominator: bigint, kept = SIGNIFICANT_DIGITS): number {
  if (size === 0n) return 0;
  const guess = size.toString().length - denominator.toString().length;
  // size / denominator lies in [10^(guess − 1), 10^(guess + 1)): find out which half.
  const power = 10n ** BigInt(Math.abs(guess));
  const reaches = guess >= 0 ? size >= denominator * power : size * power >= denominator;
  const wholeDigits = reaches ? guess + 1 : guess;
  return kept - wholeDigits;
}

/** `size / denominator × 10^places` as a whole number, rounded. */
function roundedQuotient(
  size: bigint,
  denominator: bigint,
  places: number,
  rounding: "half-even" | "half-up" = "half-even",
): bigint {
  const power = 10n ** BigInt(Math.abs(places));
  const dividend = places >= 0 ? size * power : size;
  const divisor = places >= 0 ? denominator : denominator * power;
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  if (twice < divisor) return quotient;
  if (twice > divisor) return quotient + 1n;
  return rounding === "half-up" || quotient % 2n === 1n ? quotient + 1n : quotient;
}

/** Puts the decimal point into `digits / 10^places` and drops the zeros behind it. */
function placePoint(digits: bigint, places: number): string {
  if (places <= 0) return (digits * 10n ** BigInt(-places)).toString();
  const text = digits.toString().padStart(places + 1, "0");
  const whole = text.slice(0, -places);
  let end = text.length;
  // No regular expression here: stripping zeros by one is quadratic on long texts.
  while (end > whole.length && text.charCodeAt(end - 1) === 48) end -= 1;
  return end === whole.length ? whole : `${whole}.${text.slice(whole.length, end)}`;
}
