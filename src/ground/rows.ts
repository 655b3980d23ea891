/**
 * @module ground/rows
 *
 * A table that is written out row by row, when a row is asked for: a million parties cost nothing
 * until somebody looks at one.
 */

import { CreditError, issue } from "./errors.ts";
import { ROWS } from "./entries.ts";

/** One measure of a table as a column, for charts and data frames. */
export interface Column {
  /** Money in whole minor units; other measures the nearest double; 0 where not valid. */
  readonly values: Float64Array;
  /** 1 where there is a value. */
  readonly valid: Uint8Array;
  /** What it is measured in. */
  readonly unit: string;
  /** Where not valid: the code of the reason. */
  readonly reasons?: readonly (string | null)[];
}

/** Makes the columns named, or all of them; others among them do no harm. */
type ColumnsOf = (names?: readonly string[]) => Readonly<Record<string, Column>>;

/**
 * What a table of ours knows of its rows before one is made: a rule over a million parties is
 * judged on these, and a row is made where it must be shown.
 *
 * @internal
 */
export interface RowFacts {
  /** Minor units of one unit of money in the columns: 100. */
  readonly minorUnits: bigint;
  /** The text that names a row. */
  nameOf(index: number): string;
  /** The measures among the names, as columns. */
  numbers(names: readonly string[]): Readonly<Record<string, Column>>;
  /** A date as day numbers, `NO_DAY` where it is null; undefined where there is none. */
  days(name: string): Int32Array | undefined;
  /** The named fields of a row, as the row has them. */
  fields(index: number, names: readonly string[]): Readonly<Record<string, unknown>>;
}

const FACTS = Symbol("facts");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A read-only list of rows, each made when it is asked for. */
export class Rows<R> implements Iterable<R> {
  /** How many rows there are. */
  readonly length: number;
  readonly #make: (index: number) => R;
  readonly #columns: ColumnsOf | undefined;
  readonly #facts: RowFacts | undefined;

  /** Made by the library. */
  constructor(length: number, make: (index: number) => R, columns?: ColumnsOf, facts?: RowFacts) {
    this.length = length;
    this.#make = make;
    this.#columns = columns;
    this.#facts = facts;
  }

  /** The row at `index`, counted from the end when negative; undefined outside. */
  at(index: number): R | undefined {
    const place = index < 0 ? this.length + index : index;
    return Number.isInteger(place) && place >= 0 && place < this.length
      ? this.#make(place)
      : undefined;
  }

  /** Row by row. */
  *[Symbol.iterator](): Iterator<R> {
    for (let index = 0; index < this.length; index += 1) yield this.#make(index);
  }

  /** The rows from `start` up to but not including `end`. */
  slice(start = 0, end: number = this.length): Rows<R> {
    const first = this.#place(start);
    const length = Math.max(this.#place(end) - first, 0);
    return new Rows(length, (index) => this.#make(first + index));
  }

  /** A whole place from 0 to the length, as arrays read one. */
  #place(index: number): number {
    const whole = Math.trunc(index) || 0;
    return Math.min(Math.max(whole < 0 ? this.length + whole : whole, 0), this.length);
  }

  /** All rows as an array. */
  toArray(): R[] {
    return Array.from(this);
  }

  /** What `make` makes of each row, as an array. */
  map<T>(make: (row: R, index: number) => T): T[] {
    return Array.from(this, make);
  }

  /** All rows as an array: what `JSON.stringify` writes. */
  toJSON(): R[] {
    return this.toArray();
  }

  /**
   * Measures as typed columns: those named, or all; `undefined` where a table has none. Where a
   * table is dear to make, one measure costs less than all.
   *
   * @param names - Names of measures; every measure unless given.
   * @throws {@link CreditError} `invalid_input`: a name that is no measure of the table.
   */
  columns(names?: readonly string[]): Readonly<Record<string, Column>> | undefined {
    const columns = this.#columns?.(names);
    if (!columns || !names) return columns;
    const issues = names.flatMap((name, index) =>
      Object.hasOwn(columns, name)
        ? []
        : [issue(`names[${String(index)}]`, "must be a measure of the table", name)],
    );
    if (issues.length > 0) throw new CreditError("invalid_input", "columns", issues);
    return Object.fromEntries(names.map((name) => [name, columns[name] as Column]));
  }

  /** @internal */
  get [FACTS](): RowFacts | undefined {
    return this.#facts;
  }

  /** @internal */
  get [ROWS](): true {
    return true;
  }

  /** @internal */
  [INSPECT](): unknown[] {
    const shown: unknown[] = this.slice(0, 10).toArray();
    return this.length > 10 ? [...shown, `… ${String(this.length - 10)} more rows`] : shown;
  }
}

/** Wherever a list is asked, an array or a {@link Rows} serves. */
export type List<T> = readonly T[] | Rows<T>;

/** What a table of this copy of the library knows of its rows, where it knows anything. */
export function factsOf(list: unknown): RowFacts | undefined {
  try {
    return list instanceof Rows ? list[FACTS] : undefined;
  } catch {
    return undefined;
  }
}
