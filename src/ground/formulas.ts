/**
 * @module ground/formulas
 *
 * The shape of a record of the formula catalogue. Each domain keeps its records, plain literals, in
 * its `formulas.ts`, beside the code they describe.
 */
import type { Unit } from "./figure.ts";

/** What the catalogue knows of a formula. */
export interface FormulaRecord {
  /** The id that figures carry; it never changes its meaning. */
  readonly id: string;
  /** The figure's name. */
  readonly name: {
    /** English. */
    readonly en: string;
    /** Chinese. */
    readonly zh: string;
  };
  /** What it is measured in. */
  readonly unit: Unit;
  /** Whether higher is better, worse, or neither. */
  readonly direction: "higher-is-better" | "lower-is-better" | "neutral";
  /** Where the formula is from: slide, paper, standard, or `ours`. */
  readonly source: string;
  /** The formula, in the names of the inputs; absent where the number is given with its origin. */
  readonly value?: string;
  /** For a table among the inputs: one expression a computed column. */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For answers found by an algorithm: what must be true of the stored result. */
  readonly conditions?: readonly string[];
  /** For a class: the key of the word, and the expression that gives it from the value. */
  readonly label?: {
    /** `zone`, `grade` or `stage`. */
    readonly key: string;
    /** An expression whose answer is the word. */
    readonly rule: string;
  };
  /** The names of the inputs, for people. */
  readonly terms: Readonly<
    Record<
      string,
      {
        /** English. */
        readonly en: string;
        /** Chinese. */
        readonly zh: string;
      }
    >
  >;
}
