/**
 * @module batch/reads
 *
 * What is read off a score, and what does it for a block of rows.
 */
import type { Bound } from "./exact-row.ts";
import type { Plan } from "./plan.ts";
import type { Block } from "./quotients.kernel.ts";
import type { Rational } from "./rational.ts";

/** What is made of a score before it is rounded: a probability. */
export interface Transform {
  /** Puts the answer in place of the scores, and its absolute error in place of their size. */
  readonly block: (block: Block, unit: number, count: number) => void;
  /** The same exactly; undefined where there is no answer. */
  readonly exact: (score: Rational) => Rational | undefined;
}

/** What is read off a score. */
export interface Reads {
  readonly places: number;
  /** Ascending. */
  readonly bounds?: readonly Bound[] | undefined;
  readonly transform?: Transform | undefined;
  /** Rows that are refused for what no range of a column says. */
  readonly refused?: Uint8Array | undefined;
}

/** Where answers go. */
export interface Answers {
  readonly values: Float64Array;
  /** Bounds reached, and 1 more. */
  readonly reached: Uint8Array | Uint16Array;
  /** Rows that are not decided, of one block. */
  readonly undecided: Int32Array;
}

/** Makes a scorer of a plan; undefined where the plan has another shape. */
export type MakeScorer = (plan: Plan, reads: Reads, answers: Answers) => Scorer | undefined;

/** What an error is of its size, with so many additions. */
export function unitOf(additions: number): number {
  return (64 + additions) * 2 ** -53;
}

/** Scores a block of rows in doubles; answers how many rows are left undecided. */
export type Scorer = (from: number, to: number) => number;
