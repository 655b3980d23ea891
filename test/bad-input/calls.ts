/**
 * Calls a function as a careless or hostile caller would, and judges what came of it: an answer
 * that is legal, or exactly one CreditError that says what is wrong.
 */
import { Decimal } from "decimal.js";
import { isCreditError } from "trade-credit";
import type { CreditError } from "trade-credit";

import type { ValidCall } from "./valid-calls.ts";

/** A place in the arguments: `[0, "periods", 1, "sales"]`. */
export type Place = readonly (string | number)[];

/** `0.periods[1].sales`. */
export function placeText(place: Place): string {
  return place
    .map((key, depth) => (typeof key === "number" && depth > 0 ? `[${key}]` : `.${key}`))
    .join("")
    .slice(1);
}

/** Every place in the arguments, from each argument as a whole down to the leaves. */
export function placesOf(args: readonly unknown[]): Place[] {
  const places: Place[] = [];
  const walk = (value: unknown, place: Place): void => {
    places.push(place);
    for (const [key, inner] of entriesOf(value)) walk(inner, [...place, key]);
  };
  args.forEach((arg, index) => walk(arg, [index]));
  return places;
}

/** Entries of plain records and lists; ledgers, figures, Decimals and typed arrays are leaves. */
function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((inner: unknown, index) => [index, inner]);
  return isPlain(value) ? Object.entries(value) : [];
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype && !("formula" in value);
}

/** The value at a place. */
export function valueAt(args: readonly unknown[], place: Place): unknown {
  let value: unknown = args;
  for (const key of place) value = (value as Record<string | number, unknown>)[key];
  return value;
}

/** The arguments with another value at a place; what lies around it is copied. */
export function replaced(args: unknown[], place: Place, value: unknown): unknown[] {
  return replace(args, place, value) as unknown[];
}

function replace(container: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Record<string | number, unknown> = Array.isArray(container)
    ? ([...(container as unknown[])] as never)
    : { ...(container as object) };
  copy[key] = replace((container as Record<string | number, unknown>)[key], rest, value);
  return copy;
}

/** Freezes what was made of plain records and lists, so that a mutation throws a TypeError. */
export function deepFrozen<T>(value: T): T {
  for (const [, inner] of entriesOf(value)) deepFrozen(inner);
  if (Array.isArray(value) || isPlain(value)) Object.freeze(value);
  return value;
}

export type Outcome =
  | { readonly kind: "answer"; readonly answer: unknown; readonly text: string }
  | { readonly kind: "refused"; readonly error: CreditError };

/** Calls, writes the answer out, and judges it; throws where the law is broken. */
export function outcomeOf(call: ValidCall, args: readonly unknown[]): Outcome {
  let answer: unknown;
  try {
    answer = call.fn(...(args as never[]));
    // Nothing is written out before it is read: a fault of a late reading is a fault, too.
    const text = JSON.stringify(answer) as string | undefined;
    if (!call.echoes) requireLegal(answer, text ?? "");
    return { kind: "answer", answer, text: text ?? String(answer) };
  } catch (error) {
    if (!isCreditError(error)) throw error;
    requireWellFormed(error, call.name);
    return { kind: "refused", error };
  }
}

const CODES = [
  "invalid_input",
  "not_defined",
  "history_too_short",
  "currency_mismatch",
  "infeasible",
  "no_solution",
  "unsupported",
];

/** The longest message there may be: a hundred issues of at most so many characters. */
export const MAX_MESSAGE = 100 * 800;

/** Code, function, issues with path and rule, a message of bounded size. */
export function requireWellFormed(error: CreditError, name: string): void {
  const faults = [
    CODES.includes(error.code) || `code ${error.code}`,
    error.function === name || `function ${error.function}`,
    error.name === "CreditError" || `name ${error.name}`,
    error instanceof Error || "no Error",
    error.message.startsWith(`${name}: `) || `message ${error.message.slice(0, 200)}`,
    error.message.length <= MAX_MESSAGE || `a message of ${String(error.message.length)}`,
    !/(?:^|[^"])\[object /.test(error.message) || `message ${error.message.slice(0, 200)}`,
    (error.issues.length >= 1 && error.issues.length <= 100) ||
      `${String(error.issues.length)} issues`,
    error.issues.every(isIssue) || `issues ${JSON.stringify(error.issues).slice(0, 300)}`,
    typeof JSON.stringify(error) === "string" || "no JSON",
  ].filter((fault) => fault !== true);
  if (faults.length > 0) throw new Error(`not a well-formed CreditError: ${faults.join("; ")}`);
}

function isIssue(issue: unknown): boolean {
  const { path, rule, received } = issue as Record<string, unknown>;
  const isRule = typeof rule === "string" && rule !== "" && !/[.\n]$/.test(rule);
  const isReceived = received === undefined || (typeof received === "string" && received !== "");
  return typeof path === "string" && path.length <= 400 && isRule && isReceived;
}

/** No NaN, Infinity or -0 in an answer, written out or live. */
function requireLegal(answer: unknown, text: string): void {
  if (/"formula":"[^"]*","value":"(?:-?NaN|-?Infinity|-0(?:\.0*)?)"/.test(text)) {
    throw new Error(`an answer with a number that is none: ${text.slice(0, 500)}`);
  }
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
      throw new Error(`an answer with ${String(value)}`);
    }
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (Decimal.isDecimal(value) && (!value.isFinite() || (value.isZero() && value.s < 0))) {
      throw new Error(`an answer with the Decimal ${value.toString()}`);
    }
    for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key]);
    if ("value" in value) walk(value.value);
  };
  walk(answer);
}
