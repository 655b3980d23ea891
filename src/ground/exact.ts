/**
 * @module ground/exact
 *
 * The exact value of whatever may be given as a number: text, number, bigint, Decimal or Figure.
 */
import { summary } from "./errors.ts";
import { Fault } from "./fault.ts";
import type { Figure, Unit } from "./figure.ts";
import { exactOf, isFigure, isUnit } from "./figure.ts";
import { Fraction } from "./fraction.ts";
import {
  isDecimal,
  MAX_NUMBER_LENGTH,
  parseDecimal,
  parseNumber,
  parsePlainDecimal,
} from "./numeric.ts";
import { PrintedOrigin } from "./written.ts";

/**
 * The exact value of whatever may be given as a number, remembering the figure it came from. A
 * figure must be of the unit asked, and of the currency where one is asked and it has one.
 */
export function exactNumber(
  value: unknown,
  unit: Unit | "any",
  currency?: string,
): Fraction | Fault {
  if (typeof value === "object" && value !== null) return readableObject(value, unit, currency);
  const found = exactPrimitive(value);
  return found ?? new Fault(typeof value === "number" ? NUMBER_RULE : TEXT_RULE);
}

const TEXT_RULE = "must be a plain decimal";
const NUMBER_RULE = "must be finite, and text or bigint when a whole number beyond 2^53 − 1";
// Numerator and denominator may have half of these bits each.
const UNREDUCED_LIMIT = 1n << 2_048n;
const EXACT_LIMIT = 1n << 32_768n;

function exactPrimitive(value: unknown): Fraction | undefined {
  if (typeof value === "string") return parsePlainDecimal(value);
  if (typeof value === "number") return parseNumber(value);
  if (typeof value !== "bigint") return undefined;
  return value < LARGEST && value > -LARGEST ? Fraction.of(value) : undefined;
}

const LARGEST = 10n ** 64n;

/** Ledger rows are read where they stand, and whatever is in them may throw. */
function readableObject(
  value: object,
  unit: Unit | "any",
  currency: string | undefined,
): Fraction | Fault {
  try {
    return exactObject(value, unit, currency);
  } catch {
    return new Fault("must be readable; reading it threw");
  }
}

function exactObject(
  value: object,
  unit: Unit | "any",
  currency: string | undefined,
): Fraction | Fault {
  // A Decimal that was copied is one already.
  if (value instanceof Fraction) return value;
  if (isDecimal(value)) return parseDecimal(value) ?? new Fault(TEXT_RULE);
  if (!isFigure(value)) return new Fault(TEXT_RULE);
  if (!isUnit(value.unit)) return new Fault("must be a figure in a unit of the library");
  if (unit !== "any" && value.unit !== unit) {
    return new Fault(`must be a figure in ${unit}, not in ${value.unit}`);
  }
  const own: unknown = value.currency;
  if (currency !== undefined && own !== undefined && own !== currency) {
    return new Fault(`must be a figure in ${currency}, not in ${summary(own)}`);
  }
  return entered(value);
}

/** A figure as it enters a further formula: exact, or as printed where that is all there is. */
export function entered(figure: Figure): Fraction | Fault {
  const exact = exactOf(figure);
  if (exact && isExact(exact)) {
    const kept = bounded(exact.numerator, exact.denominator);
    if (kept) return kept.from(figure);
  }
  const printed = parsePrinted(figure.value);
  return printed?.from(new PrintedOrigin(figure)) ?? new Fault(TEXT_RULE);
}

/** A figure of our own making as a term of the next formula: exact, and remembering the figure. */
export function asTerm(figure: Figure): Fraction {
  return entered(figure) as Fraction;
}

/** Whether what a figure carries is what it should be: any object can have the symbol. */
function isExact({ numerator, denominator }: Fraction): boolean {
  return typeof numerator === "bigint" && typeof denominator === "bigint" && denominator > 0n;
}

/** The value of a figure as it stands: a Decimal when live, its text when stored. */
function parsePrinted(value: unknown): Fraction | undefined {
  if (typeof value === "string") return parsePlainDecimal(value, 10 * MAX_NUMBER_LENGTH);
  return isDecimal(value) ? parseDecimal(value) : undefined;
}

/** The fraction, in lowest terms where it has grown long; undefined where it stays too long. */
export function bounded(numerator: bigint, denominator: bigint): Fraction | undefined {
  const fraction = Fraction.of(numerator, denominator);
  if (fitsIn(fraction, UNREDUCED_LIMIT)) return fraction;
  const reduced = fraction.reduced();
  return fitsIn(reduced, EXACT_LIMIT) ? reduced : undefined;
}

function fitsIn({ numerator, denominator }: Fraction, limit: bigint): boolean {
  return numerator < limit && numerator > -limit && denominator < limit;
}
