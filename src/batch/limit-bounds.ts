/**
 * @module batch/limit-bounds
 *
 * The bounds of limits: how they are read, and the least of them exactly.
 */
import { entriesOf } from "../ground/entries.ts";
import { MOST } from "./plan.ts";
import type { Rational } from "./rational.ts";
import { compare, exactOf } from "./rational.ts";
import type { ReadColumn, Reading } from "./reading.ts";
import { readList, readNumber, readText } from "./reading-values.ts";

/** A column, or one number for all rows. */
export interface Amounts extends ReadColumn {
  /** The number of all rows. */
  readonly all: Rational | undefined;
}

/** A bound: an amount, or a share of a base. */
export interface ReadBound {
  readonly name: string;
  readonly base: Amounts;
  readonly share: Amounts | undefined;
  /** Whether it may be below 0, which counts as 0. */
  readonly isBase: boolean;
}

const MOST_BOUNDS = 32;
const REQUESTED = "requested";

/** Reads the bounds of a call. */
export function readBounds(reading: Reading, requested: unknown, given: unknown): ReadBound[] {
  const asked = requested === undefined ? [] : [{ name: REQUESTED, amount: requested }];
  const isEmpty = asked.length > 0 && entriesOf(given)?.length === 0;
  const listed = isEmpty ? [] : readList(reading, "bounds", given, MOST_BOUNDS - asked.length);
  const names = new Set(asked.map(({ name }) => name));
  const read = listed.map((each, at): ReadBound => {
    const path = `bounds[${at}]`;
    const fields = reading.record(path, each, ["name", "amount", "base", "share"]);
    const name = readText(reading, `${path}.name`, fields["name"]);
    if (names.has(name)) reading.refuse(`${path}.name`, "must be a name of its own", name);
    names.add(name);
    const { amount, base, share } = fields;
    const isOne =
      amount === undefined ? base !== undefined && share !== undefined : !(base ?? share);
    if (!isOne) reading.refuse(path, "must have an amount, or a base and a share");
    if (amount !== undefined) {
      return {
        name,
        base: readAmounts(reading, `${path}.amount`, amount),
        share: undefined,
        isBase: false,
      };
    }
    const column = reading.column(`${path}.base`, base);
    const shares = readAmounts(reading, `${path}.share`, share);
    return { name, base: { ...column, all: undefined }, share: shares, isBase: true };
  });
  const first = asked.map(({ name, amount }): ReadBound => {
    const column = reading.column(REQUESTED, amount);
    return { name, base: { ...column, all: undefined }, share: undefined, isBase: false };
  });
  return [...first, ...read];
}

function readAmounts(reading: Reading, path: string, given: unknown): Amounts {
  if (typeof given === "object" || given === undefined) {
    return { ...reading.column(path, given), all: undefined };
  }
  const all = readNumber(reading, path, given);
  if (all && all.numerator < 0n) reading.refuse(path, "must be at least 0");
  return { values: new Float64Array(0), valid: undefined, all };
}

/** Whether a row of a bound has numbers in their ranges. */
export function isAllowed({ base, share, isBase }: ReadBound, row: number): boolean {
  return isIn(base, row, isBase ? -MOST : 0) && (share === undefined || isIn(share, row, 0));
}

function isIn({ values, valid, all }: Amounts, row: number, least: number): boolean {
  if (all) return true;
  const value = values[row] as number;
  return value >= least && value <= MOST && valid?.[row] !== 0;
}

/** The limit of a row, and the bits of the bounds that are least. */
export function exactLimit(
  bounds: readonly ReadBound[],
  row: number,
  unit: Rational | undefined,
): { readonly limit: Rational; readonly mask: number } {
  const amounts = bounds.map(({ base, share, isBase }) => {
    const amount = numberOf(base, row);
    if (isBase && amount.numerator < 0n) return { numerator: 0n, denominator: 1n };
    const part = share ? numberOf(share, row) : { numerator: 1n, denominator: 1n };
    return {
      numerator: amount.numerator * part.numerator,
      denominator: amount.denominator * part.denominator,
    };
  });
  const least = amounts.reduce((low, each) => (compare(each, low) < 0 ? each : low));
  let mask = 0;
  amounts.forEach((each, place) => {
    if (compare(each, least) === 0) mask = (mask | (1 << place)) >>> 0;
  });
  if (!unit) return { limit: least, mask };
  const units = (least.numerator * unit.denominator) / (least.denominator * unit.numerator);
  return { limit: { numerator: units * unit.numerator, denominator: unit.denominator }, mask };
}

function numberOf({ values, all }: Amounts, row: number): Rational {
  return all ?? exactOf(values[row] as number);
}
