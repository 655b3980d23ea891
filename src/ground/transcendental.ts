/**
 * @module ground/transcendental
 *
 * Functions whose answers are no fractions: ln, exp, powers with a fractional exponent, and the
 * normal distribution. Each is computed in whole numbers scaled by a power of two and rounded to 50
 * digits, so every runtime gives the same bytes; nothing of Math is used.
 *
 * A figure made of such an answer enters a further formula as it is printed ({@link asPrinted}):
 * there is no exact value to carry on, and how many digits were worked with is nobody's business.
 */
import { Fraction, ONE, powerOf, ZERO } from "./fraction.ts";
import { SIGNIFICANT_DIGITS, significant } from "./number-text.ts";

/** Digits of an answer; of those close to 1, digits of their distance to 1. */
const DIGITS = 50;

/** Bits worked with beyond those that a small argument has before its first one: 77 digits. */
const BITS = 256n;

/** Rounded answers lie between e^−1000 and e^1000: at most 470 characters when printed. */
const LARGEST_EXPONENT = /* @__PURE__ */ Fraction.of(1_000n);

/** A whole power is exact while it has no more bits than this. */
const EXACT_BITS = 1n << 20n;

/** What one of the functions gives. */
export interface Answer {
  readonly value: Fraction;
  /** False where the answer is exact: a whole power, ln 1, e^0. */
  readonly isRounded: boolean;
}

/** The value with which an irrational figure goes on: rounded once, as it is printed. */
export function asPrinted(value: Fraction): Fraction {
  return significant(value, SIGNIFICANT_DIGITS);
}

/** The natural logarithm; undefined for 0 and below. */
export function ln(value: Fraction): Answer | undefined {
  if (value.sign <= 0) return undefined;
  if (value.equals(ONE)) return exactly(ZERO);
  const bits = BITS + nearness(value.minus(ONE));
  const found = significant(Fraction.of(lnScaled(value, bits), 1n << bits), DIGITS);
  return { value: found, isRounded: true };
}

/** e to a power; undefined where it lies beyond e^±1000. */
export function exp(exponent: Fraction): Answer | undefined {
  if (exponent.isZero) return exactly(ONE);
  if (exponent.absolute().compare(LARGEST_EXPONENT) > 0) return undefined;
  const bits = BITS + nearness(exponent);
  return rounded(expScaled((exponent.numerator << bits) / exponent.denominator, bits));
}

/**
 * A base to a power, exact where the exponent is whole; undefined where there is no real number (a
 * fractional power of a negative base, a power of 0 below 0) or it lies beyond e^±1000.
 */
export function power(base: Fraction, exponent: Fraction): Answer | undefined {
  if (base.isZero) return zeroTo(exponent);
  if (exponent.numerator % exponent.denominator === 0n) {
    const whole = exponent.numerator / exponent.denominator;
    if (bitsOf(base) * size(whole) <= EXACT_BITS) return exactly(powerOf(base, Number(whole)));
  }
  if (base.sign < 0) return undefined;
  if (base.equals(ONE)) return exactly(ONE);
  // ln base may be tiny, and the exponent great or small: bits enough for all three.
  const bits = BITS + nearness(base.minus(ONE)) + nearness(exponent) + magnitude(exponent);
  const scaled = (lnScaled(base, bits) * exponent.numerator) / exponent.denominator;
  const isBeyond = size(scaled) > LARGEST_EXPONENT.numerator << bits;
  return isBeyond ? undefined : rounded(expScaled(scaled, bits));
}

/**
 * The share of a standard normal distribution below a value: off by at most one unit of the 50th
 * digit, of the share or, above 0, of what is left beyond it. Where value² ÷ 2 passes 1000, less
 * than e^−1000 is left: undefined below 0, and 1 above.
 */
export function normalCdf(value: Fraction): Answer | undefined {
  if (value.isZero) return exactly(HALF);
  const exponent = value.times(value).times(HALF);
  if (exponent.compare(LARGEST_EXPONENT) > 0) {
    return value.sign < 0 ? undefined : { value: ONE, isRounded: true };
  }
  // The tail is what is left of a half, and about e^-exponent: as many bits more are needed.
  const bits = BITS + 2n * (exponent.numerator / exponent.denominator);
  const tail = HALF.minus(middleShare(value.absolute(), exponent, bits));
  return rounded(value.sign < 0 ? tail : ONE.minus(tail));
}

/** From 0 to x: the density at x, times x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …. */
function middleShare(x: Fraction, exponent: Fraction, bits: bigint): Fraction {
  const scaled = (x.numerator << bits) / x.denominator;
  const square = (scaled * scaled) >> bits;
  let total = 0n;
  let term = scaled;
  for (let divisor = 3n; term !== 0n; divisor += 2n) {
    total += term;
    term = ((term * square) >> bits) / divisor;
  }
  const height = expScaled(-((exponent.numerator << bits) / exponent.denominator), bits);
  return Fraction.of(total, rootOf(2n * pi(bits), bits)).times(height);
}

/** Machin: π = 16 arctan(1/5) − 4 arctan(1/239), × 2^bits. */
function pi(bits: bigint): bigint {
  const arctan = (divisor: bigint): bigint => {
    const argument = (1n << bits) / divisor;
    return oddPowers(argument, -((argument * argument) >> bits), bits);
  };
  return 16n * arctan(5n) - 4n * arctan(239n);
}

/** The square root of a scaled number, by Newton's method from above. */
function rootOf(scaled: bigint, bits: bigint): bigint {
  const square = scaled << bits;
  let root = 1n << (bitLength(square) / 2n + 1n);
  for (let next = (root + square / root) / 2n; next < root; next = (root + square / root) / 2n) {
    root = next;
  }
  return root;
}

function zeroTo(exponent: Fraction): Answer | undefined {
  if (exponent.sign < 0) return undefined;
  return exactly(exponent.isZero ? ONE : ZERO);
}

function exactly(value: Fraction): Answer {
  return { value, isRounded: false };
}

/** 50 digits of the value, and of its distance to 1 where that is the smaller. */
function rounded(value: Fraction): Answer {
  const beyondOne = value.minus(ONE);
  const isNear = beyondOne.absolute().compare(ONE) < 0 && value.compare(HALF) > 0;
  const found = isNear ? significant(beyondOne, DIGITS).plus(ONE) : significant(value, DIGITS);
  return { value: found, isRounded: true };
}

const HALF = /* @__PURE__ */ Fraction.of(1n, 2n);

/** ln × 2^bits: the power of two apart, the rest from 2/3 to 4/3 by the series of artanh. */
function lnScaled(value: Fraction, bits: bigint): bigint {
  const { numerator, denominator } = value;
  let twos = bitLength(numerator) - bitLength(denominator);
  const scaled = (by: bigint): bigint =>
    by > 0n ? (numerator << bits) / (denominator << by) : (numerator << (bits - by)) / denominator;
  let rest = scaled(twos);
  const one = 1n << bits;
  // From (1/2, 2) to about (2/3, 4/3].
  if (3n * rest > 4n * one) rest = scaled((twos += 1n));
  else if (3n * rest < 2n * one) rest = scaled((twos -= 1n));
  // (rest − 1) ÷ (rest + 1): its artanh is half of ln rest.
  return twos * ln2(bits) + 2n * artanhScaled(((rest - one) << bits) / (rest + one), bits);
}

/** artanh: x + x³/3 + x⁵/5 + …, everything × 2^bits. */
function artanhScaled(argument: bigint, bits: bigint): bigint {
  return oddPowers(argument, (argument * argument) >> bits, bits);
}

/** x + x·square/3 + x·square²/5 + …: with the square of x artanh, with −1 times it arctan. */
function oddPowers(argument: bigint, square: bigint, bits: bigint): bigint {
  let total = 0n;
  let term = argument;
  for (let divisor = 1n; term !== 0n && term !== -1n; divisor += 2n) {
    total += term / divisor;
    term = (term * square) >> bits;
  }
  return total;
}

/** ln 2 = 2 artanh(1/3), × 2^bits. */
function ln2(bits: bigint): bigint {
  if (bits === BITS) return (lnTwo ??= 2n * artanhScaled((1n << bits) / 3n, bits));
  return 2n * artanhScaled((1n << bits) / 3n, bits);
}

let lnTwo: bigint | undefined;

/** e to a power × 2^bits: the power of two apart, the rest by the exponential series. */
function expScaled(exponent: bigint, bits: bigint): Fraction {
  const twos = floorQuotient(exponent, ln2(bits));
  const rest = exponent - twos * ln2(bits);
  let total = 0n;
  let term = 1n << bits;
  for (let step = 1n; term !== 0n; step += 1n) {
    total += term;
    term = ((term * rest) >> bits) / step;
  }
  return twos >= 0n
    ? Fraction.of(total << twos, 1n << bits)
    : Fraction.of(total, 1n << (bits - twos));
}

function floorQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

/** Bits between the point and the first digit of a number below 1. */
function nearness({ numerator, denominator }: Fraction): bigint {
  const bits = bitLength(denominator) - bitLength(size(numerator));
  return bits > 0n ? bits + 1n : 0n;
}

/** Bits before the point. */
function magnitude({ numerator, denominator }: Fraction): bigint {
  const bits = bitLength(size(numerator)) - bitLength(denominator);
  return bits > 0n ? bits + 1n : 0n;
}

function bitsOf({ numerator, denominator }: Fraction): bigint {
  return bitLength(size(numerator)) + bitLength(denominator);
}

function bitLength(value: bigint): bigint {
  // Four bits a digit, all but the first, which has what it has.
  const hex = value.toString(16);
  const first = Number.parseInt(hex[0] as string, 16);
  return BigInt(4 * (hex.length - 1) + (32 - Math.clz32(first)));
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
