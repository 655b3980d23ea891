/**
 * @module batch/plan
 *
 * A score as quotients of sums of columns: Σ (Σ weight × line) ÷ (sum of lines). Every model of the
 * library and every weighted score has this form. Weights are whole numbers over one scale, so that
 * the exact path needs no fraction until the end.
 */
import type { Rational } from "./rational.ts";
import type { ReadColumn } from "./reading.ts";

/** One column that is read, and the numbers that it may hold. */
export interface Line extends ReadColumn {
  readonly least: number;
  readonly most: number;
  /** The exact number of a row, where it is not the decimal that the double stands for. */
  readonly exact?: (row: number) => Rational;
}

/** A line in a dividend, with its weight. */
export interface Weighted {
  readonly line: number;
  /** Over the scale of the plan. */
  readonly weight: bigint;
}

/** A weighted sum over a sum of one or two lines, or over 1. */
export interface Quotient {
  readonly over: readonly Weighted[];
  readonly under: readonly { readonly line: number; readonly sign: 1 | -1 }[];
}

/** What is computed for every row. */
export interface Plan {
  readonly lines: readonly Line[];
  readonly scale: bigint;
  readonly constant: bigint;
  readonly quotients: readonly Quotient[];
  /** Added to the size that errors are relative to: for lines whose own error is absolute. */
  readonly extraSize: number;
}

/** The greatest number of a column: beyond it whole numbers have lost digits. */
export const MOST = Number.MAX_SAFE_INTEGER;

/** Fractions of powers of ten as whole numbers over one of them. */
export function wholesOf(numbers: readonly Rational[]): {
  readonly wholes: readonly bigint[];
  readonly scale: bigint;
} {
  const scale = numbers.reduce(
    (most, { denominator }) => (denominator > most ? denominator : most),
    1n,
  );
  return {
    scale,
    wholes: numbers.map(({ numerator, denominator }) => numerator * (scale / denominator)),
  };
}
