/**
 * @module batch/statement-columns
 *
 * The columns of one statement, or of two years of them.
 */
import { LINES, SIGNED, SIGNED_FLOWS } from "../scoring/lines.ts";
import type { Formulas, Source } from "./column-model.ts";
import type { LineOf } from "./model-plan.ts";
import type { Line } from "./plan.ts";
import { MOST } from "./plan.ts";
import type { Term } from "./ratio-formulas.ts";
import { termsOf } from "./ratio-formulas.ts";
import type { Reading } from "./reading.ts";
import { joined } from "./reading.ts";

const EITHER_SIGN: readonly string[] = [...SIGNED, ...SIGNED_FLOWS];

/** Reads the columns of a statement. */
function readStatement(reading: Reading, path: string, given: unknown): [string, Line][] {
  const fields = reading.record(path, given, LINES);
  return Object.keys(fields).map((name) => {
    const column = reading.column(joined(path, name), fields[name]);
    const least = EITHER_SIGN.includes(name) ? -MOST : 0;
    return [name, { ...column, least, most: MOST }];
  });
}

/** Refuses the lines that formulas need and do not find. */
function requireLines(
  reading: Reading,
  formulas: Formulas,
  isKnown: (name: string) => boolean,
  pathOf: (name: string) => string,
): void {
  const named = Object.values(formulas).flatMap((formula) =>
    termsOf(formula).flatMap((side) => side.map(({ name }: Term) => name)),
  );
  for (const name of new Set(named)) {
    if (!isKnown(name)) reading.refuse(pathOf(name), "must be given");
  }
}

/** The columns of a model that needs one statement. */
export function oneYear(reading: Reading, columns: unknown, formulas: Formulas): Source {
  const lines = new Map(readStatement(reading, "", columns));
  requireLines(
    reading,
    formulas,
    (name) => lines.has(name),
    (name) => name,
  );
  return { formulas, lineOf: (name) => lines.get(name) };
}

/** The columns of a model that compares two years. */
export function twoYears(reading: Reading, columns: unknown, formulas: Formulas): Source {
  const fields = reading.record("columns", columns, ["current", "previous"]);
  return { formulas, lineOf: linesOfYears(reading, fields, formulas, []) };
}

/** The lines of two statements; those `made` of others need not be there. */
export function linesOfYears(
  reading: Reading,
  { current, previous }: Readonly<Record<string, unknown>>,
  formulas: Formulas,
  made: readonly string[],
): LineOf {
  const lines = new Map<string, Line>(readStatement(reading, "current", current));
  for (const [name, line] of readStatement(reading, "previous", previous)) {
    lines.set(`previous.${name}`, line);
  }
  requireLines(
    reading,
    formulas,
    (name) => lines.has(name) || made.includes(name),
    (name) => (name.startsWith("previous.") ? name : `current.${name}`),
  );
  return (name) => lines.get(name);
}
