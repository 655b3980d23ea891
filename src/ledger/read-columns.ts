/**
 * @module ledger/read-columns
 *
 * Reads columns: typed arrays are adopted as they are and checked in one pass; texts are parsed.
 * Every reader names the column and the row of each fault.
 */
import { FIRST_DAY, LAST_DAY, parseDay } from "../ground/days.ts";
import type { Issue } from "../ground/errors.ts";
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import { ZERO } from "../ground/fraction.ts";
import { Fault } from "../ground/fault.ts";
import type { Amounts, Coded } from "./columns.ts";
import { amountColumn } from "./columns.ts";
import { Coder } from "./draft.ts";
import { exactMinor, fastMinor, NOT_FAST } from "./minor.ts";
import type { MinorAmount } from "./minor.ts";
import { DATE_RULE } from "./read-values.ts";

/** A column of any kind as something with a length and an index. */
export type Vector = ArrayLike<unknown>;

/** Where faults of a column go. */
export interface ColumnContext {
  readonly places: number;
  readonly issues: Issue[];
}

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

function vectorOf(value: unknown): Vector | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (ArrayBuffer.isView(value) && "length" in value) return value as unknown as Vector;
  if (typeof value !== "object" || value === null || !("toArray" in value)) return undefined;
  const { toArray } = value;
  if (typeof toArray !== "function") return undefined;
  return vectorOf(toArray.call(value));
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

/** Minor units (typed arrays) or decimal texts and numbers in major units (lists). */
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
  const amounts: MinorAmount[] = [];
  const typed = ArrayBuffer.isView(vector);
  for (let row = 0; row < vector.length && context.issues.length < MAX_ISSUES; row += 1) {
    const given = vector[row];
    const minor = typed ? given : majorAmount(given, context.places);
    const rule = minor instanceof Fault ? minor.rule : minorFault(minor, sign);
    if (rule !== undefined) context.issues.push(issue(at(path, row), rule, given));
    else amounts.push(narrowed(minor as MinorAmount));
  }
  return amountColumn(amounts);
}

function majorAmount(given: unknown, places: number): MinorAmount | Fault {
  const fast = fastMinor(given, places);
  if (fast !== NOT_FAST) return fast;
  return exactMinor(given, places, undefined, { count: 0, by: ZERO });
}

function narrowed(minor: MinorAmount): MinorAmount {
  if (typeof minor === "number") return minor;
  return minor >= -SAFE && minor <= SAFE ? Number(minor) : minor;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

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

/** Texts, `{ codes, categories }`, or typed indices whose names are their numbers. */
export function readCoded(
  context: ColumnContext,
  path: string,
  value: unknown,
  length: number | undefined,
  least: 0 | -1,
): Coded | undefined {
  if (typeof value === "object" && value !== null && Object.hasOwn(value, "codes")) {
    const { codes, categories } = value as { codes: unknown; categories?: unknown };
    const names = readVector(context, `${path}.categories`, categories, undefined);
    const vector = readVector(context, `${path}.codes`, codes, length);
    if (!names || !vector) return undefined;
    const texts = Array.from(names, String);
    return { codes: readCodes(context, path, vector, least, texts.length), categories: texts };
  }
  const vector = readVector(context, path, value, length);
  if (!vector) return undefined;
  return ArrayBuffer.isView(vector)
    ? numbered(readCodes(context, path, vector, least, Infinity))
    : readTexts(context, path, vector, least);
}

function readCodes(
  context: ColumnContext,
  path: string,
  vector: Vector,
  least: number,
  count: number,
): Int32Array {
  const codes = vector instanceof Int32Array ? vector : Int32Array.from(vector as Int32Array);
  for (let row = 0; row < codes.length && context.issues.length < MAX_ISSUES; row += 1) {
    const code = codes[row] as number;
    if (code >= least && code < count && code === Number(vector[row])) continue;
    const rule = `must be an index from ${String(least)} to the last category`;
    context.issues.push(issue(at(path, row), rule, vector[row]));
  }
  return codes;
}

function numbered(codes: Int32Array): Coded {
  let last = -1;
  for (const code of codes) if (code > last) last = code;
  return { codes, categories: Array.from({ length: last + 1 }, (_, code) => String(code)) };
}

function readTexts(context: ColumnContext, path: string, vector: Vector, least: number): Coded {
  const coder = new Coder();
  const codes = new Int32Array(vector.length);
  for (let row = 0; row < vector.length && context.issues.length < MAX_ISSUES; row += 1) {
    const text = vector[row];
    if (typeof text === "string" && text !== "") codes[row] = coder.codeOf(text);
    else if (least < 0 && (text === undefined || text === null)) codes[row] = -1;
    else context.issues.push(issue(at(path, row), "must be a text", text));
  }
  return { codes, categories: coder.categories };
}

/** `amount[17]`. */
export function at(path: string, row: number): string {
  return `${path}[${String(row)}]`;
}
