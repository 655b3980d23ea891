/**
 * @module ground/copy
 *
 * The first step of reading: copies what a caller passed into plain data of our own, once, so that
 * nothing can change, throw or be inherited afterwards.
 */
import type { Issue } from "./errors.ts";
import { MAX_ISSUES } from "./errors.ts";
import type { Figure } from "./figure.ts";
import { exactOf, isAbsent, isFigure } from "./figure.ts";
import { isDecimal, parseDecimal } from "./numeric.ts";
import { Bare, PLAIN } from "./own-fields.ts";
import { isRows } from "./entries.ts";

/** Nesting that an input may have; no input of the library needs more. */
const MAX_DEPTH = 8;

/** Nesting that a stored figure may have: each figure in it takes two levels or three. */
const MAX_FIGURE_DEPTH = 1_000;

/** Entries that any one list may have; a function's own cap may be lower. */
export const MAX_LIST = 1_000_000;

/** Fields that any one record may have. */
const MAX_FIELDS = 10_000;

/** Values that an input may hold in all: lists of lists would multiply to any number. */
const MAX_VALUES = 16_000_000;

/** What copying noticed besides the data. */
export interface CopyNotes {
  /** Faults of the container itself: a throwing getter, a hole, too deep, too long. */
  readonly issues: Issue[];
  /** Paths of absent answers given where data was asked. */
  readonly absents: Issue[];
  /** Currencies of the figures met. */
  readonly currencies: Set<string>;
}

/** The copy of an input: own enumerable properties of plain data, to a fixed depth. */
export function copyOwn(value: unknown, notes: CopyNotes): unknown {
  return new Copying(notes).copy(value, "", MAX_DEPTH);
}

class Copying {
  readonly #notes: CopyNotes;
  /** The containers around the value at hand. */
  readonly #around: object[] = [];
  #values = 0;

  constructor(notes: CopyNotes) {
    this.#notes = notes;
  }

  /** Copies a value with at most `levels` of containers, wrapping whatever reading it throws. */
  copy(value: unknown, path: string, levels: number): unknown {
    this.#values += 1;
    if (typeof value !== "object" || value === null) return value;
    const depth = this.#around.length;
    try {
      return this.#object(value, path, levels);
    } catch {
      this.#around.length = depth;
      return this.#refuse(path, "must be readable; reading it threw");
    }
  }

  #object(value: object, path: string, levels: number): unknown {
    if (isDecimal(value)) {
      return parseDecimal(value) ?? this.#refuse(path, "must be a plain decimal");
    }
    if (isFigure(value)) return this.#figure(value, path);
    if (isAbsent(value)) {
      this.#notes.absents.push({ path, rule: `is absent: ${value.reason.message}` });
      return undefined;
    }
    return this.#inside(value, path, levels, MAX_DEPTH, (each, at) =>
      this.copy(each, at, levels - 1),
    );
  }

  /** A live figure cannot change; a stored one is data of the caller's, and copied. */
  #figure(value: Figure, path: string): unknown {
    const currency: unknown = value.currency;
    if (currency !== undefined && typeof currency !== "string") {
      return this.#refuse(path, "must be a figure whose currency is a text");
    }
    if (currency !== undefined) this.#notes.currencies.add(currency);
    return this.#stored(value, path, MAX_FIGURE_DEPTH);
  }

  /** What a stored figure holds: plain data and other figures, whose currency is their matter. */
  #stored(value: unknown, path: string, levels: number): unknown {
    this.#values += 1;
    if (typeof value !== "object" || value === null || isDecimal(value)) return value;
    if (isFigure(value) && exactOf(value) !== undefined) return value;
    return this.#inside(value, path, levels, MAX_FIGURE_DEPTH, (each, at) =>
      this.#stored(each, at, levels - 1),
    );
  }

  /** Copies what a list or record holds. */
  #inside(value: object, path: string, levels: number, most: number, copy: CopyEach): unknown {
    if (levels === 0) return this.#refuse(path, `must be nested at most ${most} deep`);
    if (this.#around.includes(value)) return this.#refuse(path, "must not contain itself");
    this.#around.push(value);
    const list = listOf(value);
    const copied = list ? this.#list(list, path, copy) : this.#record(value, path, copy);
    this.#around.pop();
    return copied;
  }

  #list(list: ArrayLike<unknown>, path: string, copy: CopyEach): unknown {
    const { length } = list;
    if (!(length <= MAX_LIST)) {
      return this.#refuse(path, `must be a list of at most ${MAX_LIST} entries`);
    }
    const copied: unknown[] = [];
    for (let index = 0; index < length && !this.#isFull(path); index += 1) {
      const entry = list[index];
      const at = `${path}[${index}]`;
      if (entry !== undefined || Object.hasOwn(list, index)) copied.push(copy(entry, at));
      else this.#refuse(at, "must be given: the list has a hole here");
    }
    return copied;
  }

  #record(value: object, path: string, copy: CopyEach): unknown {
    const kind = Object.prototype.toString.call(value);
    if (kind !== PLAIN) {
      return this.#refuse(path, `must be plain data, not ${kind.slice("[object ".length, -1)}`);
    }
    const copied = new Bare();
    const keys = Object.keys(value);
    if (keys.length > MAX_FIELDS) {
      return this.#refuse(path, `must have at most ${MAX_FIELDS} fields`);
    }
    for (const key of keys) {
      if (this.#isFull(path)) break;
      const at = path === "" ? key : `${path}.${key}`;
      copied[key] = copy((value as Record<string, unknown>)[key], at);
    }
    return copied;
  }

  /** True once there is no point in going on. */
  #isFull(path: string): boolean {
    if (this.#notes.issues.length >= MAX_ISSUES) return true;
    if (this.#values <= MAX_VALUES) return false;
    this.#refuse(path, `must hold at most ${MAX_VALUES} values in all`);
    return true;
  }

  #refuse(path: string, rule: string): unknown {
    if (this.#notes.issues.length < MAX_ISSUES) this.#notes.issues.push({ path, rule });
    return undefined;
  }
}

type CopyEach = (value: unknown, path: string) => unknown;

function listOf(value: object): ArrayLike<unknown> | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (ArrayBuffer.isView(value) && "length" in value) return value as unknown as ArrayLike<unknown>;
  return isRows(value) ? value.toArray() : undefined;
}
