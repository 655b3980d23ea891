/**
 * @module ground/numeric
 *
 * Numbers in and out: reads what a caller may write as a number into an exact fraction, and makes
 * the one rounding on the way out. The only file that builds Decimals.
 */
import { Decimal } from "decimal.js";

import type { Figure } from "./figure.ts";
import { Fraction } from "./fraction.ts";
import {
  MAX_NUMBER_LENGTH,
  parsePlainDecimal,
  SIGNIFICANT_DIGITS,
  toText,
  toWrittenText,
} from "./number-text.ts";

export {
  MAX_NUMBER_LENGTH,
  parseNumber,
  parsePlainDecimal,
  printed,
  SIGNIFICANT_DIGITS,
  significant,
  toFixedText,
  toText,
  toWrittenText,
} from "./number-text.ts";

/**
 * Whatever may be given where a number is asked.
 *
 * A string is plain decimal (`-?digits[.digits]`, at most 64 characters). A number stands for its
 * shortest decimal text; whole numbers beyond 2^53 − 1 must come as text or bigint. A Figure enters
 * with its exact value and becomes a nested input of the new figure.
 */
export type Numeric = string | number | bigint | Decimal | Figure;

export type { Decimal } from "decimal.js";

// Our own clone with every setting stated: without `defaults` it would inherit whatever the
// application did with `Decimal.set`. Its rounding serves only a user's own `toFixed(2)`.
const OwnDecimal = /* @__PURE__ */ Decimal.clone({
  defaults: true,
  precision: SIGNIFICANT_DIGITS,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/**
 * The exact value of a Decimal of whatever copy; `undefined` when it is not finite, or longer than
 * a number given as text may be.
 *
 * Read from its parts and not by its methods: whatever has the right `toStringTag` passes as a
 * Decimal, and `toFixed` of 1e999999999 never ends.
 */
export function parseDecimal(value: Decimal): Fraction | undefined {
  const { s, e, d } = value as unknown as { s: unknown; e: unknown; d: unknown };
  if ((s !== 1 && s !== -1) || !Number.isInteger(e) || !Array.isArray(d)) return undefined;
  // Seven digits a word; `e` is the place of the first digit before the point, from 0.
  const { length } = d;
  if (!(length > 0 && length <= MAX_NUMBER_LENGTH)) return undefined;
  let digits = "";
  for (let index = 0; index < length; index += 1) {
    const word: unknown = d[index];
    if (!Number.isInteger(word) || (word as number) < 0 || (word as number) > 9_999_999) {
      return undefined;
    }
    digits += index === 0 ? String(word) : String(word).padStart(7, "0");
  }
  return shiftedDigits(s, digits, (e as number) + 1);
}

/** `±digits` with the point after the first `places` of them. */
function shiftedDigits(sign: 1 | -1, digits: string, places: number): Fraction | undefined {
  if (Math.abs(places) > MAX_NUMBER_LENGTH) return undefined;
  const zeros = places - digits.length;
  const scaled = BigInt(digits) * 10n ** BigInt(Math.max(zeros, 0));
  const exact = Fraction.of(sign < 0 ? -scaled : scaled, 10n ** BigInt(Math.max(-zeros, 0)));
  if (digits.length <= SIGNIFICANT_DIGITS) return exact;
  // A derivation must be able to state what was given, to the last digit.
  const written = parsePlainDecimal(toWrittenText(exact), 10 * MAX_NUMBER_LENGTH);
  return written?.equals(exact) ? exact : undefined;
}

/** True for a Decimal of any copy or clone of decimal.js. */
export function isDecimal(value: unknown): value is Decimal {
  return Decimal.isDecimal(value);
}

/** The one rounding: 34 significant digits, half even. Exact where the fraction ends earlier. */
export function toDecimal(value: Fraction): Decimal {
  return new OwnDecimal(toText(value));
}

/** A plain decimal text as our own Decimal; the text must be one that {@link toText} made. */
export function decimalOf(text: string): Decimal {
  return new OwnDecimal(text);
}
