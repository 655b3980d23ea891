/**
 * @module batch/reading
 *
 * Reads what a column function was given, and gathers every fault of it. Records and lists are
 * copied once; columns are not.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";

/** A column as it is read: doubles, and a byte a row where there are gaps. */
export interface ReadColumn {
  readonly values: Float64Array;
  readonly valid: Uint8Array | undefined;
}

/** Own fields of a record. */
export type Fields = Readonly<Record<string, unknown>>;

/** Fields of a column with gaps, and those that answers of column functions have besides. */
const ANSWER_FIELDS = ["values", "valid", "validBits", "reasons", "places", "zone", "grade"];
const MOST_FIELDS = 1_000;

/** A call on its way from what was given to what is computed with. */
export class Reading {
  readonly #fn: string;
  readonly #issues: Issue[] = [];
  #rows: number | undefined;
  #first = "";

  constructor(fn: string) {
    this.#fn = fn;
  }

  refuse(path: string, rule: string, ...received: [unknown?]): void {
    this.#issues.push(issue(path, rule, ...received));
  }

  /** Refuses, and goes on with something else. */
  instead<T>(other: T, path: string, rule: string, ...received: [unknown?]): T {
    this.refuse(path, rule, ...received);
    return other;
  }

  /** Throws where anything was refused; else the rows of the columns. */
  finish(): number {
    if (this.#issues.length === 0 && this.#rows === undefined) {
      this.refuse("", "must have at least one column");
    }
    if (this.#issues.length > 0) throw new CreditError("invalid_input", this.#fn, this.#issues);
    return this.#rows ?? 0;
  }

  /** Refuses what nothing can be read without, with all that was refused before. */
  end(path: string, rule: string, ...received: [unknown?]): never {
    this.refuse(path, rule, ...received);
    throw new CreditError("invalid_input", this.#fn, this.#issues);
  }

  /** A record; fields that are not `known` are refused. Nothing where it is none. */
  record(path: string, value: unknown, known?: readonly string[]): Fields {
    const fields = this.#fields(path, value);
    const unknown = known ? Object.keys(fields).filter((name) => !known.includes(name)) : [];
    for (const name of unknown) {
      this.refuse(
        joined(path, name),
        `must be one of ${(known ?? []).map((each) => JSON.stringify(each)).join(", ")}`,
      );
    }
    return fields;
  }

  #fields(path: string, value: unknown): Fields {
    const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    if (!isRecord(value)) {
      this.refuse(path, "must be an object", value);
      return fields;
    }
    try {
      const entries = Object.entries(value);
      if (entries.length > MOST_FIELDS)
        this.refuse(path, `must have at most ${MOST_FIELDS} fields`);
      for (const [name, each] of entries.slice(0, MOST_FIELDS)) {
        if (each !== undefined) fields[name] = each;
      }
    } catch {
      this.refuse(path, "must be readable; reading it threw");
    }
    return fields;
  }

  /** A column of numbers, of as many rows as the others. */
  column(path: string, value: unknown): ReadColumn {
    if (!isRecord(value)) return this.#gapless(path, value);
    const { values, valid, validBits } = this.record(path, value, ANSWER_FIELDS);
    const read = this.#gapless(path, values);
    if (valid !== undefined && validBits !== undefined) {
      this.refuse(path, "must have `valid` or `validBits`, not both");
    }
    if (valid !== undefined) {
      return { ...read, valid: this.#bytes(`${path}.valid`, valid, read.values.length) };
    }
    if (validBits === undefined) return read;
    const { length } = read.values;
    const bits = this.#bytes(`${path}.validBits`, validBits, Math.ceil(length / 8));
    const bytes = Uint8Array.from({ length }, (_, row) => ((bits[row >> 3] ?? 0) >> (row & 7)) & 1);
    return { ...read, valid: bytes };
  }

  #gapless(path: string, value: unknown): ReadColumn {
    const values = numbersOf(value);
    if (values) this.rows(path, values.length);
    else this.refuse(path, "must be a typed array of numbers, or { values, valid? }", value);
    return { values: values ?? new Float64Array(0), valid: undefined };
  }

  #bytes(path: string, value: unknown, length: number): Uint8Array {
    if (typedName(value) === "Uint8Array" && (value as Uint8Array).length >= length) {
      return value as Uint8Array;
    }
    this.refuse(path, `must be a Uint8Array of ${length} bytes`, value);
    return new Uint8Array(0);
  }

  /** All columns have as many rows as the first one. */
  rows(path: string, length: number): void {
    if (this.#rows === undefined) [this.#rows, this.#first] = [length, path];
    else if (length !== this.#rows) {
      this.refuse(path, `must have ${this.#rows} rows, as ${this.#first} has`, length);
    }
  }
}

/** Whether fields can be asked for; a proxy that was revoked has none. */
function isRecord(value: unknown): value is object {
  try {
    const isObject = typeof value === "object" && value !== null;
    return isObject && !Array.isArray(value) && !ArrayBuffer.isView(value);
  } catch {
    return false;
  }
}

/** `current.sales`, or the name alone at the top. */
export function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function numbersOf(value: unknown): Float64Array | undefined {
  const name = typedName(value);
  if (name === "Float64Array") return value as Float64Array;
  const isOther =
    name !== undefined && /^(?:Float32|U?[Ii]nt(?:8|16|32)|Uint8Clamped)Array$/.test(name);
  return isOther ? Float64Array.from(value as Uint8Array) : undefined;
}

const nameGetter = /* @__PURE__ */ (() =>
  Reflect.getOwnPropertyDescriptor(
    Object.getPrototypeOf(Uint8Array.prototype) as object,
    Symbol.toStringTag,
  ) as { readonly get?: (this: unknown) => unknown } | undefined)();

/** The name of a typed array of whatever realm: by what it is, not by what it says. */
export function typedName(value: unknown): string | undefined {
  return ArrayBuffer.isView(value)
    ? (nameGetter?.get?.call(value) as string | undefined)
    : undefined;
}
