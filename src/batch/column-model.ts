/**
 * @module batch/column-model
 *
 * A solvency model as columns have it: an object that is passed to `scoreColumns`, so that a bundle
 * holds the models that are used and no other.
 */
import type { ScoreFormula } from "../scoring/models.ts";
import type { Bound } from "./exact-row.ts";
import type { LineOf } from "./model-plan.ts";
import type { Line } from "./plan.ts";
import type { Rational } from "./rational.ts";
import type { Fields, Reading } from "./reading.ts";

/** Choices as words, by name. */
export type Chosen = Readonly<Record<string, string>>;

/** The words of each choice; the first one is the default. */
export type Choices = Readonly<Record<string, readonly [string, ...string[]]>>;

/** Formulas of the ratios, by the names that the model has for them. */
export type Formulas = Readonly<Record<string, string>>;

/** The columns of statements, ready for a plan. */
export interface Source {
  readonly lineOf: LineOf;
  readonly formulas: Formulas;
  /** Lines that are not weighed; out of their range, what is made of them is not finite. */
  readonly beside?: readonly Line[];
  /** Added to the size that errors are relative to. */
  readonly extraSize?: number;
}

/** The bounds of zones, and on which side distress lies. */
export interface ZoneBounds {
  readonly bounds: readonly Bound[];
  readonly distress: "below" | "above";
}

/** How a model reads a call. */
export interface ModelParts {
  readonly solvency: (chosen: Chosen) => ScoreFormula;
  readonly formulas: (chosen: Chosen) => Formulas;
  readonly source: (reading: Reading, columns: unknown, formulas: Formulas) => Source;
  /** Choices about coefficients. */
  readonly choices?: Choices;
  /** Choices about what the ratios are: only with statements. */
  readonly variants?: Choices;
  /** Options that are no words. */
  readonly options?: readonly string[];
  /** Zones of the caller's; the model's own unless given. */
  readonly zones?: (reading: Reading, options: Fields) => ZoneBounds | undefined;
  /** Marks rows of ratios that are refused for what no range says. */
  readonly neither?: (ratios: ReadonlyMap<string, Line>) => Uint8Array | undefined;
}

const PARTS = /* @__PURE__ */ Symbol("parts");

/** A solvency model over columns; the type says which columns and options it takes. */
export interface ColumnModel<Columns, Options> {
  /** The function for one row: `altmanZ`. */
  readonly name: string;
  /** The columns that it takes; there is no such value. */
  readonly columns?: Columns;
  /** The options that it takes; there is no such value. */
  readonly options?: Options;
}

/** A model of its parts. */
export function columnModel<Columns, Options>(
  name: string,
  parts: ModelParts,
): ColumnModel<Columns, Options> {
  return Object.freeze(new OpaqueModel(name, parts));
}

/** Its parts are not to be seen, and not to be copied into a model of the caller's making. */
class OpaqueModel {
  readonly name: string;
  readonly #parts: ModelParts;

  constructor(name: string, parts: ModelParts) {
    this.name = name;
    this.#parts = parts;
  }

  get [PARTS](): ModelParts {
    return this.#parts;
  }
}

/** The parts of a model; undefined for what is none. */
export function partsOf(model: unknown): ModelParts | undefined {
  if (typeof model !== "object" || model === null) return undefined;
  try {
    return (model as { readonly [PARTS]?: ModelParts })[PARTS];
  } catch {
    return undefined;
  }
}

/** On a bound lies the middle. */
export function between(lower: Rational, upper: Rational): readonly Bound[] {
  return [
    { at: lower, isReachedOnIt: true },
    { at: upper, isReachedOnIt: false },
  ];
}
