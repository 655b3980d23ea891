/**
 * @module ground/input-atoms
 *
 * The pieces that schemas are built from: numbers with a unit and a range, dates, words, lists and
 * records. Each states its rule positively.
 */
import type * as z from "zod/v4/core";

import { MAX_LIST } from "./copy.ts";
import { MAX_ISSUES } from "./errors.ts";
import { formatDay, NO_DAY, parseDay } from "./days.ts";
import { exactNumber } from "./exact.ts";
import { Fault } from "./fault.ts";
import type { Unit } from "./figure.ts";
import { Fraction, ONE, ZERO } from "./fraction.ts";
import { refused, schemaOf, stepInto } from "./input-step.ts";
import type { Schema } from "./input.ts";
import type { Numeric } from "./numeric.ts";
import type { List } from "./rows.ts";

export { Fault } from "./fault.ts";

/** An atom: `check` gives the term, or the rule that was broken as a {@link Fault}. */
export function atom<Out, In>(check: (value: unknown) => Out | Fault): Schema<Out, In> {
  return schemaOf<Out, In>((value, whole) => {
    const answer = check(value);
    return answer instanceof Fault ? refused(whole, answer, value) : answer;
  });
}

/** The range of a number; absent ends are open. */
export interface NumberRange {
  readonly atLeast?: Fraction;
  readonly above?: Fraction;
  readonly atMost?: Fraction;
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** Added to the rule when the value is above `atMost`. */
  readonly hint?: string;
}

/** A number of the given unit; a figure must be of that unit (`any` takes every unit). */
export function numeric(unit: Unit | "any", given: NumberRange = {}): Schema<Fraction, Numeric> {
  const range = bare(given);
  return atom<Fraction, Numeric>((value) => {
    const number = exactNumber(value, unit);
    return number instanceof Fault ? number : inRange(number, range);
  });
}

/** An amount of money of either sign. */
export const money = (range?: NumberRange): Schema<Fraction, Numeric> => numeric("money", range);

/** An amount of money, at least 0. */
export const amount = (): Schema<Fraction, Numeric> => money({ atLeast: ZERO });

/** A number of days, at least 0, not necessarily whole. */
export const days = (range: NumberRange = { atLeast: ZERO }): Schema<Fraction, Numeric> =>
  numeric("days", range);

/** A share, margin, bad-debt or discount rate: a fraction from 0 to 1. */
export const rate = (): Schema<Fraction, Numeric> =>
  numeric("fraction", {
    atLeast: ZERO,
    atMost: ONE,
    hint: "rates are fractions: write 5 % as 0.05",
  });

/** Days of a year for rates: 365, 360 or 366. */
export const yearDays = (): Schema<Fraction, YearDays> =>
  atom<Fraction, YearDays>((value) =>
    value === 365 || value === 360 || value === 366
      ? Fraction.whole(value)
      : new Fault("must be 365, 360 or 366"),
  );

/** The year bases that a rate per year can be counted on. */
export type YearDays = 365 | 360 | 366;

/** A business date as its day number. */
export const isoDay = (): Schema<number, string> =>
  atom<number, string>((value) => {
    const day = typeof value === "string" ? parseDay(value) : NO_DAY;
    return day === NO_DAY ? new Fault("must be a date YYYY-MM-DD from 1900 on") : day;
  });

/** One of a few words. */
export function word<const W extends string>(...words: readonly W[]): Schema<W, W> {
  return atom<W, W>((value) =>
    typeof value === "string" && (words as readonly string[]).includes(value)
      ? (value as W)
      : new Fault(`must be ${words.map((each) => JSON.stringify(each)).join(" or ")}`),
  );
}

/** True or false. */
export const flag = (): Schema<boolean, boolean> =>
  atom<boolean, boolean>((value) =>
    typeof value === "boolean" ? value : new Fault("must be true or false"),
  );

/** A text of 1 to 1,000 characters: an id, a name. */
export const text = (): Schema<string, string> =>
  atom<string, string>((value) =>
    typeof value === "string" && value.length >= 1 && value.length <= 1000
      ? value
      : new Fault("must be a text of 1 to 1,000 characters"),
  );

/** A whole JavaScript number in a range: a count of months, a position. */
export const wholeNumber = (from: number, to: number): Schema<number, number> =>
  atom<number, number>((value) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to
      ? // No −0 goes in, so none comes out.
        (value as number) + 0
      : new Fault(`must be a whole number from ${String(from)} to ${String(to)}`),
  );

/**
 * A record with exactly these fields. Those left out are there as `undefined`: what is read from
 * the terms is then never inherited, whatever the host has set on `Object.prototype`.
 */
export function object<Shape extends z.$ZodShape>(shape: Shape): z.$ZodObject<Shape, z.$strict> {
  const fields = Object.entries(shape) as [string, Schema<unknown, unknown>][];
  const known = new Set(Object.keys(shape));
  const step = schemaOf((value, whole) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return refused(whole, new Fault("must be an object"), value);
    }
    const given = value as Record<string, unknown>;
    const terms: Record<string, unknown> = {};
    for (const [name, field] of fields) terms[name] = stepInto(field, given[name], name, whole);
    const keys = Object.keys(given).filter((key) => !known.has(key));
    if (keys.length > 0) whole.issues.push({ code: "unrecognized_keys", keys, input: given });
    return terms;
  });
  return step as unknown as z.$ZodObject<Shape, z.$strict>;
}

/** A list of at least `atLeast` and at most `atMost` entries. */
export function list<Out, In>(
  item: Schema<Out, In>,
  { atLeast = 0, atMost = MAX_LIST }: { atLeast?: number; atMost?: number } = {},
): Schema<Out[], List<In>> {
  return schemaOf((value, whole) => {
    if (!Array.isArray(value)) return refused(whole, new Fault("must be a list"), value);
    const { length } = value;
    if (length < atLeast || length > atMost) {
      const size = length < atLeast ? `least ${counted(atLeast)}` : `most ${counted(atMost)}`;
      return refused(whole, new Fault(`must have at ${size}`), value);
    }
    // Up to the last fault reported: a list of a million faults is of use to nobody.
    const read: Out[] = [];
    for (let index = 0; index < length && whole.issues.length < MAX_ISSUES; index += 1) {
      read.push(stepInto(item, value[index], index, whole));
    }
    return read;
  });
}

/** A field that may be left out. */
export function optional<Out, In>(schema: Schema<Out, In>): z.$ZodOptional<Schema<Out, In>> {
  const step = schemaOf((value, whole) =>
    value === undefined ? undefined : stepInto(schema, value, undefined, whole),
  );
  return step as unknown as z.$ZodOptional<Schema<Out, In>>;
}

/** A field with a default, given as the caller would write it. */
export function withDefault<Out, In>(
  schema: Schema<Out, In>,
  value: In & z.util.NoUndefined<In>,
): z.$ZodPrefault<Schema<Out, In>> {
  const instead = bare(value);
  const step = schemaOf((given, whole) =>
    stepInto(schema, given === undefined ? instead : given, undefined, whole),
  );
  return step as unknown as z.$ZodPrefault<Schema<Out, In>>;
}

/** A record without a prototype, where a value is one. */
function bare<T>(value: T): T {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? Object.assign(Object.create(null) as object, value) : value;
}

function inRange(value: Fraction, range: NumberRange): Fraction | Fault {
  const { atLeast, above, atMost, whole, hint } = range;
  if (atLeast && value.compare(atLeast) < 0) {
    return new Fault(`must be at least ${atLeast.toString()}`);
  }
  if (above && value.compare(above) <= 0) {
    return new Fault(`must be greater than ${above.toString()}`);
  }
  if (atMost && value.compare(atMost) > 0) {
    return new Fault(`must be at most ${atMost.toString()}${hint ? ` (${hint})` : ""}`);
  }
  if (whole && value.numerator % value.denominator !== 0n) {
    return new Fault("must be a whole number");
  }
  return value;
}

function counted(count: number): string {
  return count === 1 ? "1 entry" : `${String(count)} entries`;
}

/** The text of a day number, for inputs of figures. */
export const dayText = formatDay;
