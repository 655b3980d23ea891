/**
 * @module ledger/minor
 *
 * Amounts as whole minor units: the fast road for what ledgers really hold, and the exact one for
 * everything else.
 */
import { exactNumber } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import { Fraction } from "../ground/fraction.ts";
import { toFixedText } from "../ground/numeric.ts";
import type { MinorAmount } from "./minor-units.ts";
import { narrow } from "./minor-units.ts";

/** How amounts that do not fit the minor unit are taken. */
export type AmountRounding = "half-even" | "half-up" | undefined;

/** Counts what rounding did. */
export interface RoundingTally {
  count: number;
  /** Sum of the changes. */
  by: Fraction;
}

/** How amounts are read. */
export interface AmountReading {
  /** Of the ledger: a figure of another currency is refused. */
  readonly currency: string;
  readonly places: number;
  readonly rounding: AmountRounding;
  readonly tally: RoundingTally;
}

const POWERS = [1, 10, 100, 1_000, 10_000];

/** What {@link fastMinor} answers when the exact road must be taken. */
export const NOT_FAST = -1;

/**
 * Minor units of a plain, positive amount, or {@link NOT_FAST}. Texts up to 15 characters and
 * numbers up to 10^15 minor units; both are exact there.
 */
export function fastMinor(value: unknown, places: number): number {
  if (typeof value === "string") return fastText(value, places);
  if (typeof value !== "number" || places >= POWERS.length) return NOT_FAST;
  const power = POWERS[places] as number;
  const minor = Math.round(value * power);
  // Below 10^15 a decimal of at most 15 digits is the shortest text of its double, and the only
  // one: so if the division gives the number back, the number stands for exactly this amount.
  return minor > 0 && minor < 1e15 && minor / power === value ? minor : NOT_FAST;
}

function fastText(text: string, places: number): number {
  const { length } = text;
  if (length === 0 || length > 15) return NOT_FAST;
  let minor = 0;
  let point = -1;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) minor = minor * 10 + (code - 48);
    else if (code === 46 && point < 0 && index > 0) point = index;
    else return NOT_FAST;
  }
  const decimals = point < 0 ? 0 : length - point - 1;
  if (decimals > places || (point >= 0 && decimals === 0)) return NOT_FAST;
  for (let missing = places - decimals; missing > 0; missing -= 1) minor *= 10;
  return minor < 1e15 ? minor : NOT_FAST;
}

/** Minor units of any amount that may be given, rounding only where the caller stated how. */
export function exactMinor(
  value: unknown,
  { currency, places, rounding, tally }: AmountReading,
): MinorAmount | Fault {
  const exact = exactNumber(value, "money", currency);
  if (exact instanceof Fault) return exact;
  const scaled = exact.numerator * 10n ** BigInt(places);
  if (scaled % exact.denominator === 0n) return narrow(scaled / exact.denominator);
  if (!rounding) {
    return new Fault(
      `must fit the currency's ${String(places)} decimal places (or state amounts: { round })`,
    );
  }
  const minor = BigInt(toFixedText(exact, places, rounding).replace(".", ""));
  tally.count += 1;
  tally.by = tally.by.plus(minorFraction(minor, places).minus(exact));
  return narrow(minor);
}

/** Minor units of a whole one, by decimal places: made once, for tables have many amounts. */
const SCALES: readonly bigint[] = POWERS.map(BigInt);

/** Minor units as an exact amount, and where it came from. */
export function minorFraction(minor: MinorAmount, places: number, origin?: unknown): Fraction {
  return Fraction.of(BigInt(minor), SCALES[places] ?? 10n ** BigInt(places), origin);
}
