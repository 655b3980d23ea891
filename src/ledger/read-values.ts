/**
 * @module ledger/read-values
 *
 * Reads single fields of a document: dates, texts, amounts. A fault goes to the context.
 */
import { NO_DAY, parseDay } from "../ground/days.ts";
import type { Issue } from "../ground/errors.ts";
import { issue } from "../ground/errors.ts";
import { Fault } from "../ground/fault.ts";
import type { AmountReading } from "./minor.ts";
import type { MinorAmount } from "./minor-units.ts";
import { DATE_RULE, isText, TEXT_RULE } from "./read-rules.ts";
import { exactMinor, fastMinor, NOT_FAST } from "./minor.ts";

/** How amounts are read, and where faults go. */
export interface ReadContext extends AmountReading {
  /** Dates read before: a ledger of a million documents has a thousand of them. */
  readonly days: Map<string, number>;
  /** Faults of the row being read. */
  faults: Issue[];
}

/** A date field as a day number; `NO_DAY` with a fault otherwise. */
export function readDay(context: ReadContext, path: string, value: unknown): number {
  const day = typeof value === "string" ? dayOf(context.days, value) : NO_DAY;
  if (day === NO_DAY) context.faults.push(issue(path, DATE_RULE, value));
  return day;
}

function dayOf(days: Map<string, number>, text: string): number {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = parseDay(text);
  if (day !== NO_DAY) days.set(text, day);
  return day;
}

/** A text field; undefined with a fault otherwise. */
export function readText(context: ReadContext, path: string, value: unknown): string | undefined {
  if (isText(value)) return value;
  context.faults.push(issue(path, TEXT_RULE, value));
  return undefined;
}

/** An amount in minor units; undefined with a fault otherwise. */
export function readAmount(
  context: ReadContext,
  path: string,
  value: unknown,
  sign: "positive" | "not-negative" | "not-zero",
): MinorAmount | undefined {
  const fast = fastMinor(value, context.places);
  if (fast > 0) return fast;
  const minor = fast === NOT_FAST ? exactMinor(value, context) : fast;
  if (minor instanceof Fault) {
    context.faults.push(issue(path, minor.rule, value));
    return undefined;
  }
  if (
    minor > 0 ||
    (sign === "not-zero" && minor < 0) ||
    (sign === "not-negative" && Number(minor) === 0)
  ) {
    return minor;
  }
  context.faults.push(issue(path, SIGN_RULES[sign], value));
  return undefined;
}

const SIGN_RULES = {
  positive: "must be greater than 0 (the kind carries the sign)",
  "not-negative": "must be at least 0",
  "not-zero": "must be other than 0",
};
