/**
 * @module ground/rows
 *
 * A table that is written out row by row, when a row is asked for: a million parties cost nothing
 * until somebody looks at one.
 */

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

const ROWS = Symbol.for("trade-credit/rows");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A read-only list of rows, each made when it is asked for. */
export class Rows<R> implements Iterable<R> {
  /** How many rows there are. */
  readonly length: number;
  readonly #make: (index: number) => R;
  readonly #columns: (() => Readonly<Record<string, Column>>) | undefined;

  /** Made by the library. */
  constructor(
    length: number,
    make: (index: number) => R,
    columns?: () => Readonly<Record<string, Column>>,
  ) {
    this.length = length;
    this.#make = make;
    this.#columns = columns;
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
    const first = Math.min(Math.max(start < 0 ? this.length + start : start, 0), this.length);
    const last = Math.min(Math.max(end < 0 ? this.length + end : end, first), this.length);
    return new Rows(last - first, (index) => this.#make(first + index));
  }

  /** All rows as an array. */
  toArray(): R[] {
    return Array.from(this);
  }

  /** All rows as an array: what `JSON.stringify` writes. */
  toJSON(): R[] {
    return this.toArray();
  }

  /** Every measure as a typed column; `undefined` where a table has none. */
  columns(): Readonly<Record<string, Column>> | undefined {
    return this.#columns?.();
  }

  get [ROWS](): true {
    return true;
  }

  [INSPECT](): unknown[] {
    const shown: unknown[] = this.slice(0, 10).toArray();
    return this.length > 10 ? [...shown, `… ${String(this.length - 10)} more rows`] : shown;
  }
}

/** Wherever a list is asked, an array or a {@link Rows} serves. */
export type List<T> = readonly T[] | Rows<T>;

/** True for a table of this or another copy of the library. */
export function isRows(value: object): value is Rows<unknown> {
  return ROWS in value;
}

/** The entries of an array or table; undefined for anything else. */
export function entriesOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  return typeof value === "object" && value !== null && isRows(value) ? value.toArray() : undefined;
}
