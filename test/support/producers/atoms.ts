/** Random numbers that producers of every domain are made of; no producer itself. */
import fc from "fast-check";

import { overdueRate } from "../../../src/aging/index.ts";
import { dsoPeriodAverage } from "../../../src/dso/index.ts";
import { isCreditError } from "../../../src/ground/errors.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import { isFigure } from "../../../src/ground/figure.ts";
import type { Numeric } from "../../../src/ground/numeric.ts";
import { moneyFigure } from "./dso.ts";

/** Whole cents, small numbers often, so that amounts are often equal. */
const cents = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }));

/** A plain decimal of 0 to 2 places, at least 0. */
export const decimal: fc.Arbitrary<string> = cents.map((value) => String(value / 100));

/** Money of at least 0, in every form that a number may have. */
export const amount: fc.Arbitrary<Numeric> = fc.oneof(
  { weight: 4, arbitrary: decimal },
  { weight: 1, arbitrary: decimal.map(Number) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 20n }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: decimal.map(moneyFigure) },
);

/** Money of either sign. */
export const signedAmount: fc.Arbitrary<Numeric> = fc.oneof(
  amount,
  decimal.map((text) => (text === "0" ? text : `-${text}`)),
  decimal.map((text) => moneyFigure(`-${text}`)),
);

const daysFigure: fc.Arbitrary<Figure> = fc
  .tuple(decimal, fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 366 }))
  .map(([receivables, sales, days]) => dsoPeriodAverage({ receivables, sales, days }));

/** Days of at least 0: whole, broken, or a figure. */
export const someDays: fc.Arbitrary<Numeric> = fc.oneof(
  fc.integer({ min: 0, max: 400 }),
  decimal,
  daysFigure,
);

/** A share, margin or rate from 0 to 1: ends, plain decimals, and figures. */
export const rate: fc.Arbitrary<Numeric> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1, "0.5") },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 999 })
      .chain((receivables) =>
        fc
          .integer({ min: 0, max: receivables })
          .map((overdue) => overdueRate({ overdue, receivables })),
      ),
  },
);

export const yearDays = fc.constantFrom<365 | 360 | 366>(365, 360, 366);

/** What a function answers on random inputs, where it answers with a figure of this id. */
export function answers<T>(
  id: string,
  inputs: fc.Arbitrary<T>,
  answer: (input: T) => unknown,
): fc.Arbitrary<Figure> {
  return inputs
    .map((input) => {
      try {
        return answer(input);
      } catch (error) {
        if (!isCreditError(error)) throw error;
        return undefined;
      }
    })
    .filter((found): found is Figure => isFigure(found) && found.formula === id);
}

/** Two random records as one. */
export function merged<A extends object, B extends object>(
  a: fc.Arbitrary<A>,
  b: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> {
  return fc.tuple(a, b).map(([left, right]) => ({ ...left, ...right }));
}
