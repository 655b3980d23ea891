/** ln, exp, power and Φ of doubles against the answers of 50 digits: the bounds that are stated hold. */
import { describe, expect, it } from "vitest";

import { ELEMENTARY_ERROR, expOf, lnOf, powerOf } from "../../src/batch/elementary.kernel.ts";
import { NORMAL_ERROR, normalOf } from "../../src/batch/normal.kernel.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { exp, ln, normalCdf, power } from "../../src/ground/transcendental.ts";
import { Draw } from "./rows.ts";

const draw = new Draw(3);
const share = (): number => (draw.next(2 ** 31) + 1) / 2 ** 31;
const many = (count: number, make: () => number) => Array.from({ length: count }, make);

/** A double as the exact binary fraction that it is. */
function exactly(value: number): Fraction {
  let [scaled, denominator] = [value, 1n];
  while (!Number.isInteger(scaled)) [scaled, denominator] = [scaled * 2, denominator * 2n];
  return Fraction.of(BigInt(scaled), denominator);
}

/** The error, as a share of the exact answer. */
function relativeError(found: number, exact: Fraction): number {
  if (exact.isZero) return found;
  const error = exactly(found).minus(exact).absolute().over(exact.absolute());
  return Number((error.numerator * 2n ** 120n) / error.denominator) / 2 ** 120;
}

const answer = (found: { readonly value: Fraction } | undefined): Fraction => {
  if (!found) throw new Error("there is an answer");
  return found.value;
};

describe("lnOf", () => {
  const hard = [
    1,
    1 + 2 ** -52,
    1 - 2 ** -53,
    0.7071067811865475,
    0.7071067811865476,
    1.4142135623730951,
  ];
  const ends = [Number.MIN_VALUE, 2 ** -1022, Number.MAX_VALUE, 2, 0.5, Math.SQRT2, 10];
  it("is within 8u of ln", () => {
    const near = many(150, () => 1 + (share() - 0.5) * 2 ** -draw.next(50));
    const wide = many(250, () => share() * 2 ** (draw.next(600) - 300));
    for (const value of [...hard, ...ends, ...near, ...wide]) {
      const error = relativeError(lnOf(value), answer(ln(exactly(value))));
      expect([value, error <= ELEMENTARY_ERROR]).toEqual([value, true]);
    }
  });

  it("has no logarithm of 0 and below", () => {
    expect([lnOf(0), lnOf(-1), lnOf(Number.NaN), lnOf(Infinity)]).toEqual([
      -Infinity,
      Number.NaN,
      Number.NaN,
      Infinity,
    ]);
  });
});

describe("expOf", () => {
  it("is within 8u of e^x up to 708", () => {
    const near = many(100, () => (share() - 0.5) * 2 ** -draw.next(40));
    const ties = many(
      100,
      () => (draw.next(400) - 200 + 0.5) * Math.LN2 + (share() - 0.5) / 2 ** 40,
    );
    const wide = many(300, () => (share() - 0.5) * 1_416);
    for (const value of [0, 708, -708, 1, -1, ...near, ...ties, ...wide]) {
      const error = relativeError(expOf(value), answer(exp(exactly(value))));
      expect([value, error <= ELEMENTARY_ERROR]).toEqual([value, true]);
    }
  });

  it("ends where doubles end", () => {
    expect([expOf(710), expOf(-746), expOf(0), expOf(Infinity), expOf(-Infinity)]).toEqual([
      Infinity,
      0,
      1,
      Infinity,
      0,
    ]);
    const least = exactly(expOf(-744))
      .minus(answer(exp(exactly(-744))))
      .absolute();
    expect(least.compare(exactly(Number.MIN_VALUE))).toBeLessThanOrEqual(0);
  });
});

describe("powerOf", () => {
  it("is within (16 |x ln b| + 16) u", () => {
    for (let each = 0; each < 250; each += 1) {
      const [base, exponent] = [share() * 2 ** (draw.next(40) - 20), (share() - 0.5) * 40];
      const size = Math.abs(exponent * lnOf(base));
      const error = relativeError(
        powerOf(base, exponent),
        answer(power(exactly(base), exactly(exponent))),
      );
      expect([base, exponent, error <= (16 * size + 16) * 2 ** -53]).toEqual([
        base,
        exponent,
        true,
      ]);
    }
  });
});

describe("normalOf", () => {
  const places = [
    -37.5, -8, -2.5, -2.4999999999999996, 2.5, 2.4999999999999996, 8, 1e-300, 0, -0.5,
  ];
  it("is within 16u, below −2.5 relatively within 128u", () => {
    for (const value of [...places, ...many(250, () => (share() - 0.5) * 75)]) {
      const exact = answer(normalCdf(exactly(value)));
      const error = relativeError(normalOf(value), exact);
      const size = Number((exact.numerator << 60n) / exact.denominator) / 2 ** 60;
      const isWithin = value < -2.5 ? error <= 8 * NORMAL_ERROR : error * size <= NORMAL_ERROR;
      expect([value, error / 2 ** -53, isWithin]).toEqual([value, error / 2 ** -53, true]);
    }
    for (const value of many(250, () => (share() - 0.5) * 6)) {
      const exact = answer(normalCdf(exactly(value)));
      const error = relativeError(normalOf(value), exact);
      const isWithin =
        value < -2.5 ? error <= 8 * NORMAL_ERROR : error <= NORMAL_ERROR / normalOf(value);
      expect([value, error / 2 ** -53, isWithin]).toEqual([value, error / 2 ** -53, true]);
    }
  });
});
