/**
 * @module batch/rational
 *
 * Exact numbers of the column functions: two whole numbers and no methods, so that a bundle holds
 * what it uses. A `Fraction` is one, too.
 */

/** `numerator / denominator`, the denominator above 0. Of what is read, it is a power of ten. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const PLAIN = /^(-?\d+)(?:\.(\d+))?(?:e(-?\d+))?$/;

/** The exact value of a text: a plain decimal, or with an exponent as numbers are written. */
export function rationalOf(text: string): Rational | undefined {
  const [, whole, places = "", exponent = "0"] = PLAIN.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const zeros = Number(exponent) - places.length;
  const digits = BigInt(whole + places);
  return zeros < 0
    ? { numerator: digits, denominator: 10n ** BigInt(-zeros) }
    : { numerator: digits * 10n ** BigInt(zeros), denominator: 1n };
}

/** The number that a finite double stands for: its shortest decimal. */
export function exactOf(value: number): Rational {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  return decimalOf(String(value));
}

/** The exact value of a text that is a number: of data of ours, or checked before. */
export function decimalOf(text: string): Rational {
  const found = rationalOf(text);
  if (!found) throw new RangeError(`no decimal: ${text}`);
  return found;
}

/** Below 0, 0 or above 0 as the first is less than, equal to or greater than the second. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The double nearest to an exact number, within 3 × 2^−53 of it. */
export function nearDouble({ numerator, denominator }: Rational): number {
  return Number(numerator) / Number(denominator);
}
