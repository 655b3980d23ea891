/**
 * @module explain/judge
 *
 * One figure of a result: does it follow from its inputs? The figures nested in them have been
 * judged before and enter with the values found then (`explain/verify` walks the tree).
 */
import { isCreditError, summary } from "../ground/errors.ts";
import { isFigure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import { toText, toWrittenText } from "../ground/numeric.ts";
import { asPrinted } from "../ground/transcendental.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerFigureValue } from "../ledger/recompute.ts";
import type { Formula } from "./catalogue.ts";
import type { Aggregate, Scope, Value } from "./evaluate.ts";
import { evaluate, numberOf, Problem, truthOf } from "./evaluate.ts";
import type { Expression, Name } from "./expression.ts";
import type { Enter } from "./sheet.ts";
import { Sheet } from "./sheet.ts";
import { own, printedOf } from "./tree.ts";
import type { VerificationReason, VerifiedStatus } from "./verification.ts";

/** A fault of one figure; `place` is where, seen from the figure. */
export interface Fault {
  readonly place: string;
  readonly reason: VerificationReason;
  readonly expected: string;
  readonly found: string;
}

/** The figure's status, and the exact value with which it enters the next one. */
export interface Verdict {
  readonly status: VerifiedStatus;
  readonly exact: Fraction;
  readonly fault?: Fault;
}

/** A figure as it was found, its printed value read. */
export interface FoundFigure {
  readonly node: object;
  readonly formula: string;
  readonly unit: unknown;
  readonly inputs: object;
  readonly printed: { readonly text: string; readonly number: Fraction };
  /** Its own currency and those of the figures among its inputs. */
  readonly currencies: ReadonlySet<unknown>;
}

/** Judges one figure by its formula. */
export function judge(
  figure: FoundFigure,
  formula: Formula | undefined,
  enter: Enter,
  ledger: Ledger | undefined,
): Verdict {
  const { printed } = figure;
  if (!formula) return { status: "unverified", exact: printed.number };
  const fault = measureFault(figure, formula);
  if (fault) return { status: "failed", exact: printed.number, fault };
  try {
    return judgeBy(formula, figure, enter, ledger);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const noAnswer: Fault = {
      place: "value",
      reason: "no_answer",
      expected: error.message,
      found: printed.text,
    };
    return { status: "failed", exact: printed.number, fault: noAnswer };
  }
}

function judgeBy(
  formula: Formula,
  figure: FoundFigure,
  enter: Enter,
  ledger: Ledger | undefined,
): Verdict {
  const { printed, inputs, node } = figure;
  const sheet = new Sheet(inputs, formula.columns, enter);
  const inCells = cellFault(sheet, formula, enter);
  const computed = formula.value
    ? valueOf(formula.value, sheet)
    : fromLedger(figure, formula, ledger);
  const exact = computed ?? printed.number;
  const scope = new WithValue(sheet, exact);
  const fault =
    inCells ??
    valueFault(toText(exact), printed) ??
    conditionFault(scope, formula) ??
    labelFault(scope, formula, node);
  if (fault) return { status: "failed", exact, fault };
  if (computed) return { status: "recomputed", exact };
  return { status: formula.conditions.length > 0 ? "checked" : "given", exact };
}

/** What the formula gives, as it enters the next one. */
function valueOf(value: Expression, sheet: Sheet): Fraction {
  const exact = numberOf(value, sheet);
  return sheet.isRounded ? asPrinted(exact) : exact;
}

/** A figure without a formula, computed again from the ledger it was read from. */
function fromLedger(figure: FoundFigure, { record }: Formula, ledger: Ledger | undefined) {
  if (!ledger || (record.conditions ?? []).length > 0) return undefined;
  try {
    return ledgerFigureValue(ledger, record.id, figure.inputs as Readonly<Record<string, unknown>>);
  } catch (error) {
    if (!isCreditError(error)) throw error;
    throw new Problem(error.message);
  }
}

/** The unit of its formula, and one currency throughout. */
function measureFault({ unit, currencies }: FoundFigure, { record }: Formula): Fault | undefined {
  if (unit !== record.unit) {
    return { place: "unit", reason: "unit", expected: record.unit, found: shown(unit) };
  }
  const [expected, other] = currencies;
  if (other === undefined) return undefined;
  return { place: "", reason: "currency", expected: shown(expected), found: shown(other) };
}

function valueFault(expected: string, printed: FoundFigure["printed"]): Fault | undefined {
  if (agrees(expected, printed)) return undefined;
  return { place: "value", reason: "differs", expected, found: printed.text };
}

/** The first cell of a computed column that is not what its expression gives. */
function cellFault(sheet: Sheet, { columns }: Formula, enter: Enter): Fault | undefined {
  for (const [path, formulas] of columns) {
    const table = sheet.table(path);
    if (!table) continue;
    for (let row = 0; row < table.length; row += 1) {
      for (const column of formulas.keys()) {
        const place = `${path}[${row}].${column}`;
        const expected = table.cell(row, column);
        const found = table.printed(row, column);
        if (isCell(expected, found, place, enter)) continue;
        return {
          place: `inputs.${place}`,
          reason: "differs",
          expected: text(expected),
          found: shown(found),
        };
      }
    }
  }
  return undefined;
}

function isCell(expected: Value, found: unknown, place: string, enter: Enter): boolean {
  const number = expected instanceof Fraction ? expected : printedOf(expected)?.number;
  if (!number) return found === expected;
  // `min(remaining, sales)` may be the figure that `sales` was given as.
  if (isFigure(found)) return enter(found, place).equals(number);
  return agrees(toWrittenText(number), printedOf(found));
}

function conditionFault(scope: Scope, { conditions, record }: Formula): Fault | undefined {
  const broken = conditions.findIndex((condition) => !truthOf(condition, scope));
  if (broken < 0) return undefined;
  const expected = record.conditions?.[broken] ?? "";
  return { place: "value", reason: "condition", expected, found: "false" };
}

function labelFault(scope: Scope, { label }: Formula, node: object): Fault | undefined {
  if (!label) return undefined;
  const expected = evaluate(label.rule, scope);
  const found = own(node, label.key);
  if (found === expected) return undefined;
  return { place: label.key, reason: "label", expected: text(expected), found: shown(found) };
}

/** Equal as numbers: what is printed is what the one rounding gives. */
function agrees(expected: string, found: { text: string; number: Fraction } | undefined): boolean {
  if (!found || found.text === expected) return found !== undefined;
  const number = printedOf(expected)?.number;
  return number !== undefined && found.number.equals(number);
}

/** For conditions and labels: the figure's own value has the name `value`. */
class WithValue implements Scope {
  readonly #sheet: Sheet;
  readonly #value: Fraction;

  constructor(sheet: Sheet, value: Fraction) {
    this.#sheet = sheet;
    this.#value = value;
  }

  value(name: Name): Value {
    return name.text === "value" ? this.#value : this.#sheet.value(name);
  }

  aggregate(fn: Aggregate, column: Name): Fraction {
    return this.#sheet.aggregate(fn, column);
  }

  previous(): never {
    return this.#sheet.previous();
  }

  rounded(): void {
    this.#sheet.rounded();
  }
}

function text(value: Value): string {
  return value instanceof Fraction ? toWrittenText(value) : shown(value);
}

/** What was found, short enough for a message. */
export function shown(value: unknown): string {
  if (isFigure(value)) return `${printedOf(value.value)?.text ?? "?"}, a figure`;
  const all = typeof value === "string" ? value : (printedOf(value)?.text ?? summary(value));
  return all.length > 100 ? `${all.slice(0, 99)}…` : all;
}
