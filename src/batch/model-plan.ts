/**
 * @module batch/model-plan
 *
 * A solvency model over the columns that were given, as a plan.
 */
import type { ScoreFormula } from "../scoring/models.ts";
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import { MOST, wholesOf } from "./plan.ts";
import { decimalOf } from "./rational.ts";
import { termsOf } from "./ratio-formulas.ts";
import type { ReadColumn } from "./reading.ts";

/** Columns by the names that formulas have for them; undefined where one was not given. */
export type LineOf = (name: string) => Line | undefined;

/** A plan of a model; `formulaOf` gives the text of a ratio's formula, `lineOf` its columns. */
export function planOf(
  { terms }: ScoreFormula,
  formulaOf: (ratio: string) => string,
  lineOf: LineOf,
): Plan {
  const { wholes, scale } = wholesOf(terms.map(({ coefficient }) => decimalOf(coefficient)));
  const places = new Map<string, number>();
  const lines: Line[] = [];
  // Quotients by their divisor.
  const quotients = new Map<string, { over: Map<number, bigint>; under: Quotient["under"] }>();
  const placeOf = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const line = lineOf(name);
    // Refused when the columns were read; the plan is then never run.
    if (line) lines.push(line);
    places.set(name, lines.length - 1);
    return lines.length - 1;
  };
  let constant = 0n;
  terms.forEach(({ ratio }, term) => {
    const weight = wholes[term] as bigint;
    if (ratio === "constant") {
      constant = weight;
      return;
    }
    const [dividend, divisor] = termsOf(formulaOf(ratio));
    const under = divisor.map(({ name, times }) => {
      return { line: placeOf(name), sign: times < 0n ? (-1 as const) : (1 as const) };
    });
    const key = JSON.stringify(under);
    const { over } = quotients.get(key) ?? { over: new Map<number, bigint>() };
    quotients.set(key, { over, under });
    for (const { name, times } of dividend) {
      const line = placeOf(name);
      over.set(line, (over.get(line) ?? 0n) + weight * times);
    }
  });
  const all = [...quotients.values()].map(({ over, under }) => ({
    under,
    over: [...over].map(([line, weight]): Weighted => ({ line, weight })),
  }));
  return { lines, quotients: all, scale, constant, extraSize: 0 };
}

/** A column of numbers of either sign. */
export function signedLine(column: ReadColumn): Line {
  return { ...column, least: -MOST, most: MOST };
}
