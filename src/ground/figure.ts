/**
 * @module ground/figure
 *
 * A number that knows how it came about, and an answer that does not exist but knows why.
 *
 * The pass that makes the number keeps its fractions; `value`, `inputs` and rows are written out
 * when they are first read, so a derivation that nobody reads costs nothing.
 */
import type { Decimal } from "decimal.js";

import type { CreditErrorCode } from "./errors.ts";
import { CreditError } from "./errors.ts";
import type { Fraction } from "./fraction.ts";
import { decimalOf, toText } from "./numeric.ts";
import { writeInputs } from "./written.ts";

/** What a figure is measured in. Money is in the currency of the call; rates are fractions. */
export type Unit = "days" | "money" | "fraction" | "times" | "score" | "months" | "count";

const UNITS: ReadonlySet<unknown> = /* @__PURE__ */ new Set<Unit>([
  "days",
  "money",
  "fraction",
  "times",
  "score",
  "months",
  "count",
]);

/** True for one of the units there are: a stored figure may say anything. */
export function isUnit(unit: unknown): unit is Unit {
  return UNITS.has(unit);
}

/** Something a reader of the figure must know: a code, and what it is about. */
export interface Caveat {
  /** What: `tax_basis_not_stated`, `no_movements_since`, … */
  readonly code: string;
  /** Further particulars by name. */
  readonly [detail: string]: string;
}

/** A number with its derivation; see the guide "Figures". */
export interface Figure<Id extends string = string, Inputs = unknown> {
  /** Which formula: the key into the catalogue, for example `dso/countback`. */
  readonly formula: Id;
  /** The number, rounded once to 34 significant digits. */
  readonly value: Decimal;
  /** What it is measured in. */
  readonly unit: Unit;
  /** On money that came from a ledger: its currency. */
  readonly currency?: string;
  /** What was used: exact decimal texts, nested figures, rows; defaults filled in. */
  readonly inputs: Inputs;
  /** What a reader must know. */
  readonly caveats: readonly Caveat[];
}

/** Why a figure has no value. */
export interface AbsentReason {
  /** An error code, or one of the finer words `credit_balance` and `unlimited`. */
  readonly code: CreditErrorCode | "credit_balance" | "unlimited";
  /** The reason in a sentence. */
  readonly message: string;
}

/** A figure without a value: it stands where the figure would, and says why. */
export interface Absent<Id extends string = string, Inputs = unknown> {
  /** Which formula was asked. */
  readonly formula: Id;
  /** Always null. */
  readonly value: null;
  /** What the figure would be measured in. */
  readonly unit: Unit;
  /** What was given. */
  readonly inputs: Inputs;
  /** Why there is no value. */
  readonly reason: AbsentReason;
}

/** What a figure may be given besides its number and inputs. */
export interface FigureOptions {
  readonly currency?: string | undefined;
  readonly caveats?: readonly Caveat[] | undefined;
  /** The word of a class: `{ zone: "grey" }`. */
  readonly label?: Readonly<Record<string, string>> | undefined;
}

/** Inputs as the pass holds them: a record of fractions, figures, texts and rows; or its maker. */
export type InputSource = object | (() => object);

const EXACT = Symbol.for("trade-credit/exact");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

class LazyFigure {
  readonly formula: string;
  readonly unit: Unit;
  declare readonly currency?: string;
  #exact: Fraction;
  #source: InputSource;
  #stated: readonly Caveat[];
  #value: Decimal | undefined;
  #written: { inputs: object; caveats: readonly Caveat[] } | undefined;

  constructor(formula: string, exact: Fraction, unit: Unit, source: InputSource, o: FigureOptions) {
    this.formula = formula;
    this.unit = unit;
    // Own properties only: the host may have set `Object.prototype.currency`.
    const own = (key: keyof FigureOptions) => Object.hasOwn(o, key);
    if (own("currency") && o.currency !== undefined) this.currency = o.currency;
    this.#exact = exact;
    this.#source = source;
    this.#stated = (own("caveats") ? o.caveats : undefined) ?? [];
    if (own("label") && o.label) Object.assign(this, o.label);
  }

  get value(): Decimal {
    this.#value ??= decimalOf(toText(this.#exact));
    return this.#value;
  }

  get inputs(): object {
    return this.#write().inputs;
  }

  get caveats(): readonly Caveat[] {
    return this.#write().caveats;
  }

  /** The exact value: read by symbol, so that figures of another copy of the library work too. */
  get [EXACT](): Fraction {
    return this.#exact;
  }

  toJSON(): object {
    const { formula, unit, ...labels } = this;
    return { formula, value: this.value.toFixed(), unit, ...labels, ...this.#write() };
  }

  [INSPECT](): string {
    const currency = this.currency === undefined ? "" : ` ${this.currency}`;
    return `${this.formula} = ${this.value.toFixed()} ${this.unit}${currency}`;
  }

  #write(): { inputs: object; caveats: readonly Caveat[] } {
    if (!this.#written) {
      const { inputs, caveats } = writeInputs(sourceOf(this.#source));
      this.#written = { inputs, caveats: [...this.#stated, ...caveats] };
    }
    return this.#written;
  }
}

class LazyAbsent {
  readonly formula: string;
  readonly value = null;
  readonly unit: Unit;
  readonly reason: AbsentReason;
  #source: InputSource;
  #inputs: object | undefined;

  constructor(formula: string, unit: Unit, source: InputSource, reason: AbsentReason) {
    this.formula = formula;
    this.unit = unit;
    this.reason = reason;
    this.#source = source;
  }

  get inputs(): object {
    this.#inputs ??= writeInputs(sourceOf(this.#source)).inputs;
    return this.#inputs;
  }

  toJSON(): object {
    const { formula, value, unit, inputs, reason } = this;
    return { formula, value, unit, inputs, reason };
  }

  [INSPECT](): string {
    return `${this.formula} = absent (${this.reason.code}: ${this.reason.message})`;
  }
}

function sourceOf(source: InputSource): object {
  return typeof source === "function" ? (source as () => object)() : source;
}

/** Makes a figure; nothing is written out before it is read. */
export function figure<F extends Figure>(
  formula: F["formula"],
  exact: Fraction,
  unit: Unit,
  inputs: InputSource,
  options: FigureOptions = {},
): F {
  return new LazyFigure(formula, exact, unit, inputs, options) as unknown as F;
}

/** Makes the answer that does not exist. */
export function absent<Id extends string>(
  formula: Id,
  unit: Unit,
  inputs: InputSource,
  code: AbsentReason["code"],
  message: string,
): Absent<Id> {
  return new LazyAbsent(formula, unit, inputs, { code, message }) as unknown as Absent<Id>;
}

/** The figure, or the throw that a scalar function owes its caller. */
export function present<F extends Figure>(fn: string, answer: F | Absent): F {
  // Not by `value`: reading it would write the number out, and one unread is to cost nothing.
  return Object.hasOwn(answer, "reason") ? throwAbsent(fn, answer as Absent) : (answer as F);
}

/** Throws what a scalar function throws where its figure has no value. */
export function throwAbsent(fn: string, answer: Absent): never {
  const { code, message } = answer.reason;
  const errorCode = code === "credit_balance" || code === "unlimited" ? "not_defined" : code;
  throw new CreditError(errorCode, fn, [{ path: "", rule: message }], answer);
}

/**
 * True for a live or stored (`JSON.parse`d) figure: known by its keys, also from another copy.
 *
 * @param value - Anything.
 * @example
 * ```ts
 * isFigure(dsoPeriodAverage({ receivables: 100, sales: 300, days: 90 })); // => true
 * isFigure("66.3"); // => false
 * ```
 */
export function isFigure(value: unknown): value is Figure {
  try {
    if (!hasFigureKeys(value)) return false;
    // A live one is known without reading `value`, which would write the number out.
    return exactOf(value) !== undefined || (value.value !== null && value.value !== undefined);
  } catch {
    return false;
  }
}

/**
 * True for an answer that does not exist: `value` is null and `reason` says why.
 *
 * @param value - Anything.
 * @example
 * ```ts
 * const none = { formula: "dso/true", value: null, unit: "days", inputs: {}, reason: {} };
 * isAbsent(none); // => true
 * ```
 */
export function isAbsent(value: unknown): value is Absent {
  try {
    // The reason first: reading a live figure's `value` would write the number out.
    return hasFigureKeys(value) && "reason" in value && value.value === null;
  } catch {
    return false;
  }
}

function hasFigureKeys(value: unknown): value is { value: unknown } {
  if (typeof value !== "object" || value === null) return false;
  // Live figures have these two of their own, the others by getter.
  if (!Object.hasOwn(value, "formula") || !Object.hasOwn(value, "unit")) return false;
  return "value" in value && "inputs" in value;
}

/** The exact value a live figure carries; `undefined` for a stored one. */
export function exactOf(value: object): Fraction | undefined {
  return (value as { [EXACT]?: Fraction })[EXACT];
}
