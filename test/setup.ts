/**
 * Runs before every test file.
 *
 * Decimals are equal when their values are, whichever clone of decimal.js made them: `toEqual`
 * would otherwise compare their constructors and report a difference that cannot be seen.
 *
 * Properties draw the same inputs in every run, so that a red test is red again:
 * `FC_SEED=7 npm test` draws others, `FC_RUNS=20 npm test` sets how many of them for every property
 * that does not set its own.
 */
import { Decimal } from "decimal.js";
import { expect } from "vitest";

expect.addEqualityTesters([
  function decimalsByValue(left: unknown, right: unknown): boolean | undefined {
    const isLeft = Decimal.isDecimal(left);
    const isRight = Decimal.isDecimal(right);
    if (!isLeft && !isRight) return undefined;
    if (!isLeft || !isRight) return false;
    return left.eq(right) || (left.isNaN() && right.isNaN());
  },
]);

const { configureGlobal, readConfigureGlobal } = await import("fast-check");
const runs = wholeNumber("FC_RUNS");
configureGlobal({
  ...readConfigureGlobal(),
  seed: wholeNumber("FC_SEED") ?? 20260630,
  ...(runs !== undefined && { numRuns: runs }),
});

function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, got "${text}"`);
  return Number(text);
}
