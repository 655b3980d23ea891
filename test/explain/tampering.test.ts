/**
 * Whoever changes a number of a stored result is found out, unless the changed result is one that
 * could have been made: then the number does not bind, and only the fingerprint shows the change.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fingerprint } from "../../src/explain/fingerprint.ts";
import { explainWith } from "../../src/explain/text.ts";
import { verifyWith } from "../../src/explain/verify.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import type { Figure } from "../../src/ground/figure.ts";
import { figure } from "../../src/ground/figure.ts";
import type { Fraction } from "../../src/ground/fraction.ts";
import { sumOf } from "../../src/ground/fraction.ts";
import {
  cashReleased,
  catalogue,
  compound,
  countback,
  entering,
  exact,
  figures,
  nested,
  penalty,
  score,
} from "./synthetic.ts";

// Stored trees are whatever JSON.parse gives.
/* eslint-disable @typescript-eslint/no-explicit-any */
type Tree = any;

const stored = (result: unknown): Tree => JSON.parse(JSON.stringify(result));

/** Random figures of all made-up formulas, and figures of figures. */
const results: fc.Arbitrary<Figure> = fc.oneof(nested, ...Object.values(figures));

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: string;
}

/** Every place of a tree that `wanted` picks. */
function places(node: Tree, wanted: (value: unknown) => boolean, path = ""): Place[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.keys(node).flatMap((key) => {
    const at = `${path}/${key}`;
    const here = wanted(node[key]) ? [{ holder: node, key, path: at }] : [];
    return [...here, ...places(node[key], wanted, at)];
  });
}

const isNumeric = (value: unknown): boolean =>
  typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value);

/**
 * The result that the made-up functions make of the given inputs of a stored one: whether a changed
 * result could have been made. A figure from a ledger is what it says.
 */
function remade({ formula, value, inputs }: Tree): Figure {
  switch (formula) {
    case "test/countback":
      return countback(number(inputs.receivables), inputs.walk.map(month), inputs.zeroSales);
    case "test/cash-released":
      return cashReleased(
        number(inputs.annualSales),
        number(inputs.fromDso),
        number(inputs.toDso),
        number(inputs.yearDays),
      );
    case "test/score":
      return score(inputs.criteria.map(criterion));
    case "test/compound":
      return compound(
        number(inputs.principal),
        number(inputs.plan.rate),
        Number(inputs.plan.years),
      );
    case "test/penalty":
      return penalty(inputs.grade, number(inputs.days), number(inputs.grace), inputs.table);
    case "test/balance":
      return figure("test/balance", number(value), "money", inputs, { currency: "CNY" });
    default:
      throw new RangeError(formula);
  }
}

/** A given number, or a nested figure made again. */
const number = (value: Tree): Fraction =>
  typeof value === "string" ? exact(value) : entering(remade(value));

const month = ({ period, sales, days }: Tree) => ({
  period,
  sales: number(sales),
  days: number(days),
});

const criterion = (row: Tree) => ({ weight: number(row.weight), score: number(row.score) });

/** The tree with equal numbers written alike: 007 as 7. */
function canonical(node: Tree): Tree {
  if (typeof node === "string") return isNumeric(node) ? exact(node).toString() : node;
  if (Array.isArray(node)) return node.map(canonical);
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, canonical(each)]));
}

function couldHaveBeenMade(tree: Tree): boolean {
  if (tree.formula === "test/allocation") {
    const limits = tree.inputs.allocations.map((row: Tree) => exact(row.limit));
    const total = sumOf(limits);
    const isWithin = total.compare(exact(tree.inputs.budget)) <= 0;
    return (
      total.equals(exact(tree.value)) && isWithin && limits.every((l: Fraction) => l.sign >= 0)
    );
  }
  try {
    expect(canonical(stored(remade(tree)))).toEqual(canonical(tree));
    return true;
  } catch {
    return false;
  }
}

describe("a stored result", () => {
  it("verifies, and so does the live one", () => {
    fc.assert(
      fc.property(results, (result) => {
        const tree = stored(result);
        expect(verifyWith(catalogue, result)).toMatchObject({ ok: true, unverified: 0 });
        expect(verifyWith(catalogue, tree)).toEqual(verifyWith(catalogue, result));
        expect(couldHaveBeenMade(tree)).toBe(true);
        expect(fingerprint(tree)).toBe(fingerprint(result));
        expect(explainWith(catalogue, tree)).toBe(explainWith(catalogue, result));
      }),
      { numRuns: 300 },
    );
  });

  it("with one number changed verifies only where it could have been made like that", () => {
    const outcomes = { found: 0, unbound: 0 };
    fc.assert(
      fc.property(
        results,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (result, a, b, by) => {
          const tree = stored(result);
          const numbers = places(tree, isNumeric);
          const { holder, key } = numbers[a % numbers.length] as Place;
          const before = holder[key] as string;
          const digits = Array.from(before).flatMap((digit, index) =>
            /\d/.test(digit) ? [index] : [],
          );
          const index = digits[b % digits.length] as number;
          const digit = String((Number(before[index]) + by) % 10);
          holder[key] = before.slice(0, index) + digit + before.slice(index + 1);
          const { ok } = verifyWith(catalogue, tree);
          expect(ok).toBe(couldHaveBeenMade(tree));
          expect(fingerprint(tree)).not.toBe(fingerprint(result));
          outcomes[ok ? "unbound" : "found"] += 1;
        },
      ),
      { numRuns: 1_000 },
    );
    // The property would hold for a verify that never finds anything in results that bind nothing.
    expect(outcomes.found).toBeGreaterThan(outcomes.unbound);
  });

  it("with any node put in the place of any other is judged or refused, and never breaks", () => {
    const junk = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      fc.constantFrom("1".repeat(5_000), "-0", "__proto__", Number.NaN, -0, 1e300, []),
    );
    fc.assert(
      fc.property(results, fc.nat(), junk, (result, a, value) => {
        const tree = stored(result);
        const all = places(tree, () => true);
        const { holder, key } = all[a % all.length] as Place;
        holder[key] = value;
        for (const run of [
          () => verifyWith(catalogue, tree),
          () => explainWith(catalogue, tree),
          () => fingerprint(tree),
        ]) {
          try {
            run();
          } catch (error) {
            if (!isCreditError(error)) throw error;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("with a key taken out is judged or refused, and never breaks", () => {
    fc.assert(
      fc.property(results, fc.nat(), (result, a) => {
        const tree = stored(result);
        const all = places(tree, () => true);
        const { holder, key } = all[a % all.length] as Place;
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
        delete holder[key];
        try {
          verifyWith(catalogue, tree);
          explainWith(catalogue, tree, { language: "zh" });
        } catch (error) {
          if (!isCreditError(error)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
