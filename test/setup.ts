/**
 * Runs before every test file.
 *
 * Decimals are equal when their values are, whichever clone of decimal.js made them: `toEqual`
 * would otherwise compare their constructors and report a difference that cannot be seen.
 *
 * `FC_RUNS=20 npm test` sets the number of runs of every fast-check property that does not set
 * its own.
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

const runs = process.env["FC_RUNS"];
if (runs !== undefined && runs !== "") {
  if (!/^[1-9]\d*$/.test(runs)) throw new Error(`FC_RUNS must be a whole number, got "${runs}"`);
  const { configureGlobal, readConfigureGlobal } = await import("fast-check");
  configureGlobal({ ...readConfigureGlobal(), numRuns: Number(runs) });
}
