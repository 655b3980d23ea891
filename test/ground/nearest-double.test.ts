/** The nearest double of a fraction, beside 400 decimal digits that the language rounds. */
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { nearestDouble } from "../../src/ground/figure-columns.ts";

const Digits = Decimal.clone({ precision: 400, toExpNeg: -9e15, toExpPos: 9e15 });

const expected = (numerator: bigint, denominator: bigint): number =>
  Number(new Digits(String(numerator)).div(String(denominator)).toString());

const whole = fc.oneof(
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
  fc.bigInt({ min: -(10n ** 90n), max: 10n ** 90n }),
);
const divisor = fc.oneof(
  fc.bigInt({ min: 1n, max: 2n ** 54n }),
  fc.bigInt({ min: 1n, max: 10n ** 120n }),
);

describe("nearestDouble", () => {
  it("is what 400 digits round to, of small and of long numbers", () => {
    fc.assert(
      fc.property(whole, divisor, (numerator, denominator) => {
        expect(nearestDouble(numerator, denominator)).toBe(expected(numerator, denominator) + 0);
      }),
    );
  });

  it("takes a tie to the even neighbour, and what is a little more to the upper one", () => {
    // 2^53 + 1 lies half-way between two doubles; 2^53 is the even one.
    expect(nearestDouble(2n ** 53n + 1n, 1n)).toBe(2 ** 53);
    expect(nearestDouble((2n ** 53n + 1n) * 3n, 3n)).toBe(2 ** 53);
    const more = 10n ** 60n;
    expect(nearestDouble((2n ** 53n + 1n) * more + 1n, more)).toBe(2 ** 53 + 2);
    expect(nearestDouble(-((2n ** 53n + 1n) * more + 1n), more)).toBe(-(2 ** 53 + 2));
  });

  it("holds at the ends of what a double can be", () => {
    expect(nearestDouble(10n ** 308n, 1n)).toBe(1e308);
    expect(nearestDouble(10n ** 400n, 10n ** 100n)).toBe(1e300);
    expect(nearestDouble(1n, 10n ** 320n)).toBe(1e-320);
    expect(nearestDouble(0n, 10n ** 30n)).toBe(0);
  });
});
