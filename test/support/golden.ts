/** Printed cases of one file of test/golden, checked against the functions of a domain. */
import { readFileSync } from "node:fs";

import Fraction from "fraction.js";
import { expect, it } from "vitest";

import { verify } from "../../src/explain/verify.ts";
import type { Figure } from "../../src/ground/figure.ts";
import { isFigure } from "../../src/ground/figure.ts";
import { exactOf } from "./exact.ts";

/** A number, or the numbers of a composite by name. */
type Numbers<T> = T | Readonly<Record<string, T>>;

interface Case {
  readonly id: string;
  readonly function: string;
  readonly input: unknown;
  /** The id of the figure, where the function has more than one. */
  readonly formula?: string;
  readonly exact: Numbers<string>;
  readonly printed: Numbers<string> | null;
  readonly tolerance: string | null;
}

/** A test a case: exact, within the tolerance of what is printed, and verified. */
export function testPrintedCases(file: string, functions: object): void {
  const url = new URL(`../golden/${file}`, import.meta.url);
  const { cases } = JSON.parse(readFileSync(url, "utf8")) as { cases: Case[] };
  const byName = functions as Readonly<Record<string, (input: unknown) => object>>;
  it.each(cases)("$id", (printedCase) => {
    const answer = byName[printedCase.function]!(printedCase.input);
    const { exact, printed, tolerance, formula } = printedCase;
    if (isFigure(answer)) {
      compare(answer, exact as string, printed as string | null, tolerance);
      if (formula !== undefined) expect(answer.formula).toBe(formula);
    } else {
      const figures = answer as Readonly<Record<string, Figure>>;
      const texts = printed as Readonly<Record<string, string>> | null;
      for (const [name, value] of Object.entries(exact)) {
        compare(figures[name]!, value, texts?.[name] ?? null, tolerance);
      }
    }
    expect(verify(answer).ok).toBe(true);
  });
}

function compare(figure: Figure, exact: string, printed: string | null, tolerance: string | null) {
  expect(exactOf(figure).toFraction()).toBe(new Fraction(exact).toFraction());
  if (printed === null || tolerance === null) return;
  const off = exactOf(figure).sub(new Fraction(printed)).abs();
  expect(off.compare(new Fraction(tolerance))).toBeLessThanOrEqual(0);
}
