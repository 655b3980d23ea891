/**
 * ln, exp and powers against decimal.js at 120 digits, which computes them another way (its ln by
 * Newton's method, its powers by ln and exp of its own). The normal distribution against the
 * alternating series of the error function at 160 digits, and in the tail against a continued
 * fraction: neither is what the library sums.
 */
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Fraction } from "../../src/ground/fraction.ts";
import { parsePlainDecimal } from "../../src/ground/numeric.ts";
import type { Answer } from "../../src/ground/transcendental.ts";
import { asPrinted, exp, ln, normalCdf, power } from "../../src/ground/transcendental.ts";
import { shareBySeries, tailByFraction } from "../oracle/normal.ts";

const Wide = Decimal.clone({ defaults: true, precision: 120, toExpNeg: -9e15, toExpPos: 9e15 });

const exact = (text: string): Fraction => parsePlainDecimal(text, 1_000) as Fraction;
const wide = ({ numerator, denominator }: Fraction): Decimal =>
  new Wide(numerator.toString()).div(new Wide(denominator.toString()));

/** Off by at most one unit of the 50th digit of `expected`, or of its distance to 1. */
function expectNear(found: Answer | undefined, expected: Decimal): void {
  if (!found) throw new Error("no answer");
  const off = wide(found.value).minus(expected).abs();
  const distance = expected.minus(1).abs();
  const scale = distance.lt("0.5") ? distance : expected.abs();
  expect(off.div(scale).lte("1e-49"), `${expected.toString()} off by ${off.toString()}`).toBe(true);
}

const decimals = (digits: number, places: number) =>
  fc
    .bigInt({ min: 1n, max: 10n ** BigInt(digits) })
    .map((value) => new Wide(value.toString()).div(new Wide(10).pow(places)).toString());

const positive = fc.oneof(
  decimals(6, 3),
  decimals(30, 15),
  decimals(3, 40),
  decimals(20, 20).map((text) => new Wide(1).plus(new Wide(text).div("1e30")).toString()),
  fc.constantFrom("0.5", "2", "0.999999", "1.000000000000000001", "1.3333333", "0.6666667"),
);

const signed = (value: string, negative: boolean): string => (negative ? `-${value}` : value);

describe("ln, exp and power", () => {
  it("agree with decimal.js to 50 digits", () => {
    fc.assert(
      fc.property(positive, (text) => {
        const found = ln(exact(text));
        const expected = new Wide(text).ln();
        if (expected.isZero() || !found) {
          expect(found?.value.isZero).toBe(true);
          return;
        }
        const off = wide(found.value).div(expected).minus(1).abs();
        expect(off.lte("1e-49"), text).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(decimals(5, 3), decimals(20, 35)), fc.boolean(), (text, negative) => {
        const exponent = signed(text, negative);
        expectNear(exp(exact(exponent)), new Wide(exponent).exp());
      }),
    );
    fc.assert(
      fc.property(positive, decimals(4, 2), fc.boolean(), (base, text, negative) => {
        const exponent = signed(text, negative);
        const expected = new Wide(base).pow(exponent);
        const isBeyond = expected.lt("1e-434") || expected.gt("1e434");
        const isWhole = new Wide(exponent).isInteger();
        if (isBeyond) fc.pre(!isWhole && (expected.lt("1e-435") || expected.gt("1e435")));
        const found = power(exact(base), exact(exponent));
        if (isBeyond) expect(found).toBeUndefined();
        else if (!isWhole) expectNear(found, expected);
      }),
    );
  });

  it("are exact where there is an exact answer", () => {
    expect(power(exact("1.02"), exact("3"))?.value.toString()).toBe("132651/125000");
    expect(power(exact("-2"), exact("-3"))?.value.toString()).toBe("-1/8");
    expect(power(exact("7"), exact("0"))?.value.toString()).toBe("1");
    expect(power(exact("0"), exact("0.5"))?.value.toString()).toBe("0");
    expect(power(exact("0"), exact("0"))?.value.toString()).toBe("1");
    expect(power(exact("1"), exact("0.37"))?.value.toString()).toBe("1");
    expect(exp(exact("0"))?.value.toString()).toBe("1");
    expect(ln(exact("1"))?.value.toString()).toBe("0");
    expect(power(exact("1.02"), exact("3"))?.isRounded).toBe(false);
    expect(power(exact("1.02"), exact("0.5"))?.isRounded).toBe(true);
    // Not recognised as exact, but printed as it is.
    expect(asPrinted(power(exact("4"), exact("0.5"))?.value as Fraction).toString()).toBe("2");
  });

  it("have no answer where there is none, or none that could be printed", () => {
    expect(ln(exact("0"))).toBeUndefined();
    expect(ln(exact("-1"))).toBeUndefined();
    expect(exp(exact("1000.1"))).toBeUndefined();
    expect(exp(exact("-1000.1"))).toBeUndefined();
    expect(power(exact("-2"), exact("0.5"))).toBeUndefined();
    expect(power(exact("0"), exact("-1"))).toBeUndefined();
    expect(power(exact("2"), exact("1443.5"))).toBeUndefined();
    expect(power(exact("2"), exact("99999999999999999999"))).toBeUndefined();
  });

  it("answer soon, however many digits they are given", () => {
    const long = exact(`0.${"9".repeat(900)}`);
    for (const answer of [ln(long), exp(long), power(long, exact("0.3"))]) {
      expect(answer).toBeDefined();
    }
    expect(power(exact("1.000001"), exact("36500.25"))).toBeDefined();
  });
});

describe("the normal distribution", () => {
  const middle = fc.tuple(decimals(6, 5), fc.boolean()).map(([text, minus]) => signed(text, minus));

  it("agrees with the series of the error function to 50 digits", () => {
    fc.assert(
      fc.property(middle, (text) => {
        expectNear(normalCdf(exact(text)), shareBySeries(text));
      }),
    );
  });

  it("agrees with the continued fraction in the tail, to 50 digits of what is left", () => {
    for (const text of ["-8", "-12", "-19.375", "-30.123", "-44.7"]) {
      const tail = tailByFraction(text);
      expectNear(normalCdf(exact(text)), tail);
      const above = normalCdf(exact(text.slice(1)))?.value as Fraction;
      expectNear({ value: exact("1").minus(above), isRounded: true }, tail);
    }
  });

  it("has its middle exactly, and nothing where less than e^-1000 is left", () => {
    expect(normalCdf(exact("0"))?.value.toString()).toBe("1/2");
    expect(normalCdf(exact("0"))?.isRounded).toBe(false);
    expect(normalCdf(exact("-44.73"))).toBeUndefined();
    expect(normalCdf(exact("44.73"))?.value.toString()).toBe("1");
    expect(normalCdf(exact("44.73"))?.isRounded).toBe(true);
    expect(normalCdf(exact(`-${"9".repeat(60)}`))).toBeUndefined();
  });
});
