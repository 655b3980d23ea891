/**
 * @module explain/tree
 *
 * Looking at results as they come: live, or stored and read again from wherever. Nothing here
 * trusts what it looks at.
 */
import { CreditError, isCreditError } from "../ground/errors.ts";
import { bounded } from "../ground/exact.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Decimal } from "../ground/numeric.ts";
import { isDecimal, parseNumber, parsePlainDecimal } from "../ground/numeric.ts";
import { isRows } from "../ground/entries.ts";

/** Nesting that a result may have, counted in objects and lists. */
export const MAX_DEPTH = 1_000;

/** Anything with properties. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** An own property, never an inherited one. */
export function own(node: unknown, key: string): unknown {
  if (!isObject(node) || !Object.hasOwn(node, key)) return undefined;
  return (node as Record<string, unknown>)[key];
}

/** Entries that a list may have: more are no list, but a length that somebody set. */
const MAX_ENTRIES = 10_000_000;

/** The list itself; a length without end cannot be read, and nobody waits for it. */
export function finite(list: readonly unknown[]): readonly unknown[] {
  if (list.length > MAX_ENTRIES) throw new RangeError("a list without end");
  return list;
}

/** A list as an array. */
export function listOf(node: unknown): readonly unknown[] | undefined {
  if (Array.isArray(node)) return finite(node);
  return isObject(node) && isRows(node) ? node.toArray() : undefined;
}

/** An object as JSON sees it: some answers compute parts of themselves when they are read. */
export function plainOf(node: object): unknown {
  const { toJSON } = node as { toJSON?: unknown };
  return typeof toJSON === "function" ? (toJSON.call(node) as unknown) : node;
}

/** What is in a list, by number, or in a record, by key. */
export function entriesOf(node: object): Iterable<readonly [number | string, unknown]> {
  const plain = plainOf(node);
  if (!isObject(plain)) return [];
  return Array.isArray(plain) ? finite(plain).entries() : Object.entries(plain);
}

/** The first entries of a list, or all of a record; and how many are left out. */
export function firstEntries(
  node: object,
  most: number,
): { entries: (readonly [number | string, unknown])[]; more: number; isList: boolean } {
  const length = Array.isArray(node) || isRows(node) ? node.length : 0;
  const isList = Array.isArray(node) || isRows(node);
  const shown = length > most && isList ? node.slice(0, most) : node;
  return { entries: Array.from(entriesOf(shown)), more: Math.max(0, length - most), isList };
}

/** Characters of a printed value: 34 digits, and as many zeros as its size asks for. */
const MAX_PRINTED = 10_000;

/** A printed number as text and as a number; undefined where it is none. */
export function printedOf(value: unknown): { text: string; number: Fraction } | undefined {
  const text = isDecimal(value) ? decimalText(value) : value;
  const number = typeof text === "number" ? parseNumber(text) : plainNumber(text);
  return number && { text: String(text), number };
}

function plainNumber(text: unknown): Fraction | undefined {
  return typeof text === "string" ? parsePlainDecimal(text, MAX_PRINTED) : undefined;
}

/** The digits of a Decimal, unless somebody gave it an exponent without end. */
function decimalText(value: Decimal): string | undefined {
  const isShort = Math.abs(value.e) < MAX_PRINTED && value.d.length < MAX_PRINTED;
  return isShort ? value.toFixed() : undefined;
}

/** The inputs that entered with their printed value, by the figure's caveats. */
export function pathsAsPrinted(caveats: unknown): ReadonlySet<unknown> {
  const stated = (listOf(caveats) ?? []).filter(
    (caveat) => own(caveat, "code") === "entered_as_printed",
  );
  return new Set(stated.map((caveat) => own(caveat, "path")));
}

/** The value with which a figure enters another: exact, unless that has grown too long. */
export function entering(exact: Fraction, printed: Fraction): Fraction {
  return bounded(exact.numerator, exact.denominator) ?? printed;
}

/** An object that has lost one of the keys by which figures are known. */
export function isBrokenFigure(node: object): boolean {
  const keys = ["formula", "value", "unit", "inputs"].filter((key) => key in node);
  return keys.length >= 3;
}

/** Refuses what is nested without end. */
export function requireDepth(fn: string, depth: number): void {
  if (depth <= MAX_DEPTH) return;
  const rule = `must be nested at most ${MAX_DEPTH} deep`;
  throw new CreditError("invalid_input", fn, [{ path: "", rule }]);
}

/** Runs a public function: whatever a hostile object throws becomes the library's error. */
export function guarded<T>(fn: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isCreditError(error)) throw error;
    throw new CreditError("invalid_input", fn, [
      { path: "", rule: "must be readable; reading it threw" },
    ]);
  }
}

/** `plans.A`; what is no name stands in brackets. */
export function join(path: string, key: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** A path that goes on with another. */
export function append(path: string, rest: string): string {
  return path === "" ? rest : `${path}.${rest}`;
}
