/**
 * @module batch/reads
 *
 * What is read off a score, and what makes the scores of a block of rows.
 */
import type { Bound } from "./exact-row.ts";
import type { Rational } from "./rational.ts";
import type { Answers } from "./rounding.kernel.ts";

/** What is made of a score before it is rounded: a probability. */
export interface Transform {
  /** Puts the answers in place of scores; no number for an answer that is not within the error. */
  readonly block: (score: Float64Array, count: number) => void;
  /** The error of an answer, of that of a score. */
  readonly error: (error: number) => number;
  /** The same exactly; undefined where there is no answer. */
  readonly exact: (score: Rational) => Rational | undefined;
}

/** What is read off a score. */
export interface Reads {
  readonly places: number;
  /** Ascending. */
  readonly bounds?: readonly Bound[] | undefined;
  /** The code of a score below all bounds: 1 unless given. */
  readonly first?: number;
  readonly transform?: Transform | undefined;
  /** Rows that are refused for what no range of a column says. */
  readonly refused?: Uint8Array | undefined;
}

/** Scores a block of rows in doubles; answers how many are left undecided. */
export type Scorer = (from: number, count: number) => number;

/** Makes a scorer that knows where answers go. */
export type MakeScorer = (answers: Answers) => Scorer;

/** Added to errors: more than underflow can do. */
export const UNDERFLOW = 2 ** -400;
