/** Every printed DSO case: the exact value, and the printed one within its stated tolerance. */
import { readFileSync } from "node:fs";

import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import type { Figure } from "../../src/ground/figure.ts";
import * as dso from "../../src/dso/index.ts";
import { verify } from "../../src/explain/verify.ts";
import { exactOf } from "../support/exact.ts";

interface Case {
  readonly id: string;
  readonly function: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly formula?: string;
  readonly exact: string;
  readonly printed: string | null;
  readonly tolerance: string | null;
}

const file = new URL("../golden/dso.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };

/** Calls a function by name; a number that is a call itself is made first. */
function call({ function: name, input }: Pick<Case, "function" | "input">): Figure {
  const ready = Object.entries(input).map(([key, value]) => {
    const isCall = typeof value === "object" && value !== null && "function" in value;
    return [key, isCall ? call(value as unknown as Case) : value];
  });
  const functions = dso as unknown as Record<string, (input: unknown) => Figure>;
  return functions[name]!(Object.fromEntries(ready));
}

describe("printed cases", () => {
  it.each(cases)("$id", (printedCase) => {
    const figure = call(printedCase);
    const { exact, printed, tolerance, formula } = printedCase;
    expect(exactOf(figure).toFraction()).toBe(new Fraction(exact).toFraction());
    if (printed !== null && tolerance !== null) {
      const off = exactOf(figure).sub(new Fraction(printed)).abs();
      expect(off.compare(new Fraction(tolerance))).toBeLessThanOrEqual(0);
    }
    if (formula !== undefined) expect(figure.formula).toBe(formula);
    expect(verify(figure).ok).toBe(true);
    expect(figure.caveats).toEqual([]);
  });

  it("keep the rows of slide 68, of which the slide prints 4.73 and 28.6", () => {
    const slide = cases.find(({ id }) => id === "slide-68")!;
    const { inputs } = call(slide) as dso.DsoAgingBuckets;
    const days = inputs.periods.map(({ counted }) => Number(counted).toFixed(4));
    expect(days).toEqual(["1.2500", "1.7647", "4.7222", "6.0000", "22.1429", "28.5714"]);
  });

  it("keep the remainders of slide 67", () => {
    const slide = cases.find(({ id }) => id === "slide-67")!;
    const { inputs } = call(slide) as dso.DsoCountback;
    expect(
      inputs.walk.map(({ period, remaining, counted }) => [period, remaining, counted]),
    ).toEqual([
      ["2001-06", "1170000", "30"],
      ["2001-05", "540000", "31"],
      ["2001-04", "106000", "5.3"],
    ]);
  });

  it("name what the history of 3,318 leaves of receivables of 4,000", () => {
    const exhausted = cases.find(({ id }) => id === "countback-exhausted-lower-bound")!;
    const { inputs } = call(exhausted) as dso.DsoCountback;
    expect(inputs.uncovered?.value.toString()).toBe("682");
  });
});
