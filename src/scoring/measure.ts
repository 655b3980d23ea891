/**
 * @module scoring/measure
 *
 * How a ratio is taken off a statement: its lines, what is divided by what, and the refusals. A
 * divisor of 0 or below gives no ratio: negative equity under a loss would read as a good return.
 */
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { Accounts, Line } from "./accounts.ts";
import { FLOWS } from "./lines.ts";

/** The terms of a ratio by the names that its formula has for them. */
type Named = Readonly<Record<string, Fraction>>;

/** What a ratio comes to, or why it has no value. */
type Answer = Fraction | { readonly reason: string };

/** A ratio. */
export interface RatioDefinition {
  readonly id: string;
  readonly unit: Unit;
  /** The lines it cannot do without. */
  readonly lines: readonly Line[];
  /** Its inputs, made of the lines, and its value. */
  readonly answer: (
    lines: Readonly<Record<Line, Fraction>>,
    accounts: Accounts,
  ) => { readonly inputs: Named; readonly value: Answer };
}

/** One part of a statement divided by another, which must be above 0. */
export function quotient<const K extends Line>(
  id: string,
  unit: Unit,
  lines: readonly K[],
  parts: (lines: Readonly<Record<K, Fraction>>) => readonly [Fraction, Fraction],
  divisor: string,
): RatioDefinition {
  return {
    id,
    unit,
    lines,
    answer(values) {
      const [dividend, by] = parts(values);
      const inputs = Object.fromEntries(lines.map((line) => [line, values[line]]));
      return { inputs, value: divided(dividend, by, divisor) };
    },
  };
}

/** The quotient, where its divisor is above 0. */
export function divided(dividend: Fraction, by: Fraction, divisor: string): Answer {
  return by.sign > 0 ? dividend.over(by) : { reason: `${divisor} must be above 0` };
}

/** The lines that a ratio misses, as they would have to be given. */
export function missingLines({ lines }: RatioDefinition, accounts: Accounts): readonly Line[] {
  return lines.filter((line) => !accounts.line(line));
}

/** A ratio of a statement. */
export function measure(definition: RatioDefinition, accounts: Accounts): Figure | Absent {
  const { id, unit, lines } = definition;
  const missing = missingLines(definition, accounts);
  if (missing.length > 0) return withoutLines(definition, missing, accounts);
  const values = Object.fromEntries(lines.map((line) => [line, accounts.line(line)]));
  const { inputs, value } = definition.answer(values as Record<Line, Fraction>, accounts);
  if (!(value instanceof Fraction)) {
    return absent(id, unit, inputs, "not_defined", value.reason);
  }
  const flows: readonly string[] = FLOWS;
  const caveats = lines.some((line) => flows.includes(line)) ? accounts.caveats : [];
  return figure(id, value, unit, inputs, { caveats });
}

function withoutLines(
  { id, unit, lines }: RatioDefinition,
  missing: readonly Line[],
  accounts: Accounts,
): Absent {
  const given = lines.map((line) => [line, accounts.line(line)] as const);
  const inputs = { ...Object.fromEntries(given), missing };
  if (!accounts.hasPrevious && missing.every((line) => line.startsWith("previous"))) {
    const reason = "needs the statement of the year before";
    return absent(id, unit, inputs, "history_too_short", reason);
  }
  return absent(id, unit, inputs, "not_defined", `needs ${missing.join(", ")}`);
}
