/**
 * @module batch/model-plan
 *
 * A solvency model over the columns that were given, as a plan.
 */
import type { SolvencyModel } from "../scoring/models.ts";
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import { MOST, wholesOf } from "./plan.ts";
import type { Rational } from "./rational.ts";
import { rationalOf } from "./rational.ts";
import { termsOf } from "./ratio-formulas.ts";
import type { ReadColumn } from "./reading.ts";

/** Columns by the names that formulas have for them; undefined where one was not given. */
export type LineOf = (name: string) => Line | undefined;

/** The number of a model's data. */
export function numberOf(text: string): Rational {
  const found = rationalOf(text);
  if (!found) throw new RangeError(`a model's data are plain decimals: ${text}`);
  return found;
}

/** A plan of a model; `formulaOf` gives the text of a ratio's formula, `lineOf` its columns. */
export function planOf(
  { terms }: SolvencyModel,
  formulaOf: (ratio: string) => string,
  lineOf: LineOf,
): Plan {
  const { wholes, scale } = wholesOf(terms.map(({ coefficient }) => numberOf(coefficient)));
  const builder = new Builder(lineOf);
  let constant = 0n;
  terms.forEach(({ ratio }, place) => {
    const weight = wholes[place] as bigint;
    if (ratio === "constant") constant = weight;
    else builder.add(formulaOf(ratio), weight);
  });
  return { ...builder.parts(), scale, constant, extraSize: 0 };
}

/** Gathers lines, and quotients by their divisor. */
class Builder {
  readonly #lineOf: LineOf;
  readonly #places = new Map<string, number>();
  readonly #lines: Line[] = [];
  readonly #quotients = new Map<string, { over: Map<number, bigint>; under: Quotient["under"] }>();

  constructor(lineOf: LineOf) {
    this.#lineOf = lineOf;
  }

  add(formula: string, weight: bigint): void {
    const [over, under] = termsOf(formula);
    const divisor = under.map(({ name, times }) => ({
      line: this.#place(name),
      sign: times < 0n ? (-1 as const) : (1 as const),
    }));
    const key = JSON.stringify(divisor);
    const known = this.#quotients.get(key) ?? { over: new Map<number, bigint>(), under: divisor };
    this.#quotients.set(key, known);
    for (const { name, times } of over) {
      const line = this.#place(name);
      known.over.set(line, (known.over.get(line) ?? 0n) + weight * times);
    }
  }

  #place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const line = this.#lineOf(name);
    // Refused when the columns were read; the plan is then never run.
    if (line) this.#lines.push(line);
    this.#places.set(name, this.#lines.length - 1);
    return this.#lines.length - 1;
  }

  parts(): { readonly lines: readonly Line[]; readonly quotients: readonly Quotient[] } {
    const quotients = [...this.#quotients.values()].map(({ over, under }) => ({
      under,
      over: [...over].map(([line, weight]): Weighted => ({ line, weight })),
    }));
    return { lines: this.#lines, quotients };
  }
}

/** A column of numbers of either sign. */
export function signedLine(column: ReadColumn): Line {
  return { ...column, least: -MOST, most: MOST };
}
