/**
 * @module batch/column-types
 *
 * What column functions take and give: typed arrays, one entry a row.
 */

/** Numbers of any typed array; a `Float64Array` is read where it stands, others are copied. */
export type NumberArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/** Numbers with gaps: an answer of a column function is such a column, too. */
export interface NullableColumn {
  /** The numbers; what stands in a gap is not read. */
  readonly values: NumberArray;
  /** One byte a row: 0 where there is a gap. */
  readonly valid?: Uint8Array;
  /** The same as bits, the lowest first, as Arrow has them; instead of `valid`. */
  readonly validBits?: Uint8Array;
}

/** A column of numbers, each standing for its shortest decimal: 0.1 is one tenth. */
export type NumberColumn = NumberArray | NullableColumn;

/** A number beside the columns. */
export type PlainNumber = string | number | bigint;

/** Words by code: `categories[codes[row]]`. */
export interface CodedColumn<Word extends string = string> {
  /** One code a row. */
  readonly codes: Uint8Array | Uint16Array;
  /** The words; the first one, empty, is that of rows without an answer. */
  readonly categories: readonly ("" | Word)[];
}

/** Why a row has no answer: the code of the error that the function for one row throws. */
export type RowReason = "invalid_input" | "not_defined";

/** What every column function answers. */
export interface ValueColumns {
  /** One number a row: the double nearest to the rounded answer; 0 where there is none. */
  readonly values: Float64Array;
  /** One byte a row: 1 where there is an answer. */
  readonly valid: Uint8Array;
  /** Why rows have no answer; undefined where all have one. */
  readonly reasons?: CodedColumn<RowReason>;
}

/** Numbers rounded to decimal places. */
export interface RoundedColumns extends ValueColumns {
  /** Decimal places that the values are rounded to, half even. */
  readonly places: number;
}
