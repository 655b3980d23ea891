/**
 * @module ground/copy
 *
 * The first step of reading: copies what a caller passed into plain data of our own, once, so that
 * nothing can change, throw or be inherited afterwards.
 */
import type { Issue } from "./errors.ts";
import { issue } from "./errors.ts";
import { isAbsent, isFigure } from "./figure.ts";
import { isDecimal } from "./numeric.ts";
import { isRows } from "./rows.ts";

/** Nesting that an input may have; no input of the library needs more. */
const MAX_DEPTH = 8;

/** Entries that any one list may have; a function's own cap may be lower. */
export const MAX_LIST = 1_000_000;

/** What copying noticed besides the data. */
export interface CopyNotes {
  /** Faults of the container itself: a throwing getter, a hole, too deep, too long. */
  readonly issues: Issue[];
  /** Paths of absent answers given where data was asked. */
  readonly absents: Issue[];
  /** Currencies of the figures met. */
  readonly currencies: Set<string>;
}

/** Copies own enumerable properties, to a fixed depth, wrapping whatever the getters throw. */
export function copyOwn(value: unknown, path: string, notes: CopyNotes, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  try {
    return copyObject(value, path, notes, depth);
  } catch {
    notes.issues.push(issue(path, "must be readable; reading it threw"));
    return undefined;
  }
}

function copyObject(value: object, path: string, notes: CopyNotes, depth: number): unknown {
  if (isDecimal(value)) return value;
  if (isFigure(value)) {
    if (value.currency !== undefined) notes.currencies.add(value.currency);
    return value;
  }
  if (isAbsent(value)) {
    notes.absents.push(issue(path, `is absent: ${value.reason.message}`));
    return undefined;
  }
  if (depth >= MAX_DEPTH) {
    notes.issues.push(issue(path, `must be nested at most ${String(MAX_DEPTH)} deep`));
    return undefined;
  }
  const list = listOf(value);
  return list ? copyList(list, path, notes, depth) : copyRecord(value, path, notes, depth);
}

function listOf(value: object): ArrayLike<unknown> | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (ArrayBuffer.isView(value) && "length" in value) return value as unknown as ArrayLike<unknown>;
  return isRows(value) ? value.toArray() : undefined;
}

function copyList(list: ArrayLike<unknown>, path: string, notes: CopyNotes, depth: number) {
  if (list.length > MAX_LIST) {
    notes.issues.push(issue(path, `must have at most ${String(MAX_LIST)} entries`));
    return [];
  }
  const copied: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) {
    copied.push(copyOwn(list[index], `${path}[${String(index)}]`, notes, depth + 1));
  }
  return copied;
}

function copyRecord(value: object, path: string, notes: CopyNotes, depth: number) {
  const copied = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    const inner = path === "" ? key : `${path}.${key}`;
    copied[key] = copyOwn((value as Record<string, unknown>)[key], inner, notes, depth + 1);
  }
  return copied;
}
