/**
 * @module ledger/read-columns
 *
 * Reads columns: typed arrays are adopted as they are and checked in one pass; texts are parsed.
 * Every reader names the column and the row of each fault.
 */
import { FIRST_DAY, LAST_DAY, parseDay } from "../ground/days.ts";
import type { Issue } from "../ground/errors.ts";
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import { Fault } from "../ground/fault.ts";
import { entriesOf } from "../ground/entries.ts";
import type { Amounts } from "./columns.ts";
import { amountColumn } from "./columns.ts";
import type { MinorAmount } from "./minor-units.ts";
import { DATE_RULE } from "./read-rules.ts";

/** A column of any kind as something with a length and an index. */
export type Vector = ArrayLike<unknown>;

/** How columns are read, and where their faults go. */
export interface ColumnContext {
  readonly issues: Issue[];
  /** Decimal places of the currency. */
  readonly places: number;
  /** Reads an amount in major units; left out where columns hold whole minor units alone. */
  readonly major?: (given: unknown) => MinorAmount | Fault;
}

/** Rows that a column may have. */
const MAX_ROWS = 200_000_000;

/** A list, typed array or Arrow-like vector (`toArray()`) of the length asked. */
export function readVector(
  context: ColumnContext,
  path: string,
  value: unknown,
  length: number | undefined,
): Vector | undefined {
  const vector = vectorOf(value);
  if (!vector) {
    context.issues.push(issue(path, "must be a list, a typed array or a vector", value));
    return undefined;
  }
  if (length === undefined || vector.length === length) return vector;
  const rule = `must have ${String(length)} rows as \`amount\` has`;
  context.issues.push({ path, rule, received: String(vector.length) });
  return undefined;
}

/** Typed arrays as they are; lists copied, so that what they gave once does not change. */
function vectorOf(value: unknown): Vector | undefined {
  const list = typedOrList(value);
  if (list) return list;
  try {
    const { toArray } = value as { toArray?: unknown };
    return typeof toArray === "function" ? typedOrList(toArray.call(value)) : undefined;
  } catch {
    return undefined;
  }
}

function typedOrList(value: unknown): Vector | undefined {
  if (ArrayBuffer.isView(value) && "length" in value) return value as unknown as Vector;
  return entriesOf(value, MAX_ROWS);
}

/** Whole days since 1970-01-01 (typed or numbers) or ISO texts. */
export function readDays(context: ColumnContext, path: string, vector: Vector): Int32Array {
  if (vector instanceof Int32Array) {
    checkDays(context, path, vector);
    return vector;
  }
  const days = new Int32Array(vector.length);
  for (let row = 0; row < vector.length && context.issues.length < MAX_ISSUES; row += 1) {
    const given = vector[row];
    const day = typeof given === "string" ? parseDay(given) : given;
    if (!isDay(day)) context.issues.push(issue(at(path, row), DAY_RULE, given));
    else days[row] = day;
  }
  return days;
}

const DAY_RULE = `${DATE_RULE}, or whole days since 1970-01-01`;

function checkDays(context: ColumnContext, path: string, days: Int32Array): void {
  for (let row = 0; row < days.length && context.issues.length < MAX_ISSUES; row += 1) {
    const day = days[row] as number;
    if (day >= FIRST_DAY && day <= LAST_DAY) continue;
    context.issues.push(issue(at(path, row), DAY_RULE, day));
  }
}

function isDay(day: unknown): day is number {
  return Number.isInteger(day) && (day as number) >= FIRST_DAY && (day as number) <= LAST_DAY;
}

/** Minor units (typed arrays) or, where these are taken, amounts in major units (lists). */
export function readAmounts(
  context: ColumnContext,
  path: string,
  vector: Vector,
  sign: "positive" | "not-zero",
): Amounts {
  if (vector instanceof Float64Array) {
    checkMinor(context, path, vector, sign);
    return vector;
  }
  if (ArrayBuffer.isView(vector)) return readMinor(context, path, vector, sign);
  const amounts: MinorAmount[] = [];
  const read = context.major ?? mustBeTyped;
  for (let row = 0; row < vector.length && context.issues.length < MAX_ISSUES; row += 1) {
    const given = vector[row];
    const minor = read(given);
    const rule = minor instanceof Fault ? minor.rule : minorFault(minor, sign);
    if (rule !== undefined) context.issues.push(issue(at(path, row), rule, given));
    else amounts.push(minor as MinorAmount);
  }
  return amountColumn(amounts);
}

const mustBeTyped = () => new Fault("must be whole minor units, in a typed array");

/** Minor units of any typed array: doubles unless one of them is too large. */
function readMinor(
  context: ColumnContext,
  path: string,
  vector: Vector,
  sign: "positive" | "not-zero",
): Amounts {
  const doubles = new Float64Array(vector.length);
  let isWide = false;
  for (let row = 0; row < vector.length && context.issues.length < MAX_ISSUES; row += 1) {
    const given = vector[row];
    const rule = minorFault(given, sign);
    if (rule !== undefined) context.issues.push(issue(at(path, row), rule, given));
    const near = Number(given);
    doubles[row] = near;
    if (!Number.isSafeInteger(near)) isWide = true;
  }
  if (context.issues.length > 0) return doubles;
  return isWide ? Array.from(vector as ArrayLike<number | bigint>, BigInt) : doubles;
}

function checkMinor(
  context: ColumnContext,
  path: string,
  amounts: Float64Array,
  sign: "positive" | "not-zero",
): void {
  for (let row = 0; row < amounts.length && context.issues.length < MAX_ISSUES; row += 1) {
    const rule = minorFault(amounts[row], sign);
    if (rule !== undefined) context.issues.push(issue(at(path, row), rule, amounts[row]));
  }
}

function minorFault(minor: unknown, sign: "positive" | "not-zero"): string | undefined {
  if (typeof minor !== "bigint" && !Number.isSafeInteger(minor)) {
    return "must be whole minor units within ±(2^53 − 1); larger ones as bigint";
  }
  const size = minor as number | bigint;
  if (size > 0 || (sign === "not-zero" && size < 0)) return undefined;
  return sign === "positive"
    ? "must be greater than 0 (the kind carries the sign)"
    : "must not be 0";
}

/** `amount[17]`. */
export function at(path: string, row: number): string {
  return `${path}[${String(row)}]`;
}
