/** Numbers in and out, against BigInt arithmetic written out here and against fraction.js. */
import { Decimal } from "decimal.js";
import fc from "fast-check";
import OtherFraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { exactNumber } from "../../src/ground/exact.ts";
import { Fault } from "../../src/ground/fault.ts";
import { Fraction, greatest, least, powerOf, sumOf } from "../../src/ground/fraction.ts";
import {
  parseDecimal,
  parseNumber,
  parsePlainDecimal,
  toDecimal,
  toFixedText,
  toText,
  toWrittenText,
} from "../../src/ground/numeric.ts";

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Numerators and denominators of 1 to 300 digits, small ones often. */
const whole = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  fc.bigInt({ min: -(10n ** 300n), max: 10n ** 300n }),
);
const above0 = whole.map((value) => (value === 0n ? 1n : size(value)));
const fraction = fc.tuple(whole, above0).map(([n, d]) => Fraction.of(n, d));

/** 34 significant digits, half even, by trial: the oracle of `toText`. */
function rounded(numerator: bigint, denominator: bigint): string {
  const negative = numerator < 0n;
  const n = size(numerator);
  if (n === 0n) return "0";
  // The exponent of the first digit, found by looking.
  let exponent = n.toString().length - denominator.toString().length;
  const isBelow = (power: number): boolean =>
    power >= 0 ? n < denominator * 10n ** BigInt(power) : n * 10n ** BigInt(-power) < denominator;
  while (isBelow(exponent)) exponent -= 1;
  while (!isBelow(exponent + 1)) exponent += 1;
  const places = 33 - exponent;
  const scaledN = places >= 0 ? n * 10n ** BigInt(places) : n;
  const scaledD = places >= 0 ? denominator : denominator * 10n ** BigInt(-places);
  let digits = scaledN / scaledD;
  const rest = (scaledN - digits * scaledD) * 2n;
  if (rest > scaledD || (rest === scaledD && digits % 2n === 1n)) digits += 1n;
  let text = digits.toString();
  if (places <= 0) text += "0".repeat(-places);
  else {
    text = text.padStart(places + 1, "0");
    text = `${text.slice(0, -places)}.${text.slice(-places)}`;
    text = text.replace(/0+$/, "").replace(/\.$/, "");
  }
  return negative ? `-${text}` : text;
}

describe("toText", () => {
  it("gives 34 significant digits of any fraction, ties to the even digit", () => {
    fc.assert(
      fc.property(whole, above0, (n, d) => {
        expect(toText(Fraction.of(n, d))).toBe(rounded(n, d));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["1".repeat(34) + "5", "1".repeat(33) + "20"],
    ["2".repeat(34) + "5", "2".repeat(34) + "0"],
    ["9".repeat(34) + "5", `1${"0".repeat(35)}`],
    ["1".repeat(34) + "500000000000001", "1".repeat(33) + "2" + "0".repeat(15)],
  ])("rounds the whole number %s to %s", (given, expected) => {
    expect(toText(Fraction.of(BigInt(given)))).toBe(expected);
    expect(toText(Fraction.of(-BigInt(given)))).toBe(`-${expected}`);
    // The same digits behind the point.
    const scale = 10n ** 60n;
    expect(toText(Fraction.of(BigInt(given), scale))).toBe(rounded(BigInt(given), scale));
  });

  it("rounds ties behind the point to the even digit, whatever the denominator", () => {
    // d.…5 at the 35th digit, times a common factor of numerator and denominator.
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 33n, max: 10n ** 34n - 1n }),
        fc.integer({ min: -40, max: 40 }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (digits, shift, factor) => {
          const tie = digits * 10n + 5n;
          const [n, d] =
            shift >= 0 ? [tie * 10n ** BigInt(shift), 1n] : [tie, 10n ** BigInt(-shift)];
          const even = digits % 2n === 0n ? digits : digits + 1n;
          const expected = Fraction.of(even * 10n, 1n).times(powerOf(Fraction.of(10n), shift));
          const found = parsePlainDecimal(toText(Fraction.of(n * factor, d * factor)), 1000);
          expect(found?.equals(expected)).toBe(true);
        },
      ),
    );
  });

  it("writes big and tiny numbers without exponents, and never −0", () => {
    const power = (exponent: number) => powerOf(Fraction.of(10n), exponent);
    expect(toText(power(100))).toBe(`1${"0".repeat(100)}`);
    expect(toText(power(-100))).toBe(`0.${"0".repeat(99)}1`);
    expect(toText(Fraction.of(0n, 7n))).toBe("0");
    expect(toText(Fraction.of(-0n))).toBe("0");
    expect(toText(Fraction.of(-1n, 3n))).toBe(`-0.${"3".repeat(34)}`);
    expect(toText(Fraction.of(2n, 3n))).toBe(`0.${"6".repeat(33)}7`);
    expect(toText(Fraction.of(1n, 8n))).toBe("0.125");
    expect(toText(Fraction.of(100n, 4n))).toBe("25");
  });

  it("is what the Decimal prints, and reads back as", () => {
    fc.assert(
      fc.property(fraction, (value) => {
        const decimal = toDecimal(value);
        expect(decimal.toFixed()).toBe(toText(value));
        expect(toText(parsePlainDecimal(toText(value), 2000) as Fraction)).toBe(toText(value));
        expect(Object.is(decimal.toNumber(), -0)).toBe(false);
      }),
    );
  });
});

describe("toFixedText", () => {
  const fixed = (text: string, places: number, rounding?: "half-even" | "half-up") =>
    toFixedText(parsePlainDecimal(text) as Fraction, places, rounding);

  it("rounds ties away from zero, as on invoices, unless half even is asked", () => {
    expect(["0.005", "0.015", "2.5", "-0.005", "-2.5"].map((each) => fixed(each, 2))).toEqual([
      "0.01",
      "0.02",
      "2.50",
      "-0.01",
      "-2.50",
    ]);
    expect(["0.005", "0.015", "-0.005"].map((each) => fixed(each, 2, "half-even"))).toEqual([
      "0.00",
      "0.02",
      "0.00",
    ]);
    expect(["0.5", "1.5", "2.5", "-0.5"].map((each) => fixed(each, 0, "half-even"))).toEqual([
      "0",
      "2",
      "2",
      "0",
    ]);
    expect(fixed("-0.004", 2)).toBe("0.00");
  });

  it("is within half a unit of the last place of the fraction, exactly", () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 12 }), (value, places) => {
        for (const rounding of ["half-up", "half-even"] as const) {
          const text = toFixedText(value, places, rounding);
          expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
          const off = (parsePlainDecimal(text, 2000) as Fraction).minus(value).absolute();
          const half = Fraction.of(1n, 2n * 10n ** BigInt(places));
          expect(off.compare(half)).toBeLessThanOrEqual(0);
          const tie = off.equals(half) && !value.isZero;
          if (tie && rounding === "half-up") {
            const grown = (parsePlainDecimal(text, 2000) as Fraction).absolute();
            expect(grown.compare(value.absolute())).toBe(1);
          }
        }
      }),
    );
  });
});

describe("what may be given as a number", () => {
  it.each(["0", "-0", "5", "-5", "0.5", "-0.50", "007", "1".repeat(64), `0.${"1".repeat(62)}`])(
    "%s is a plain decimal",
    (text) => {
      const parsed = parsePlainDecimal(text) as Fraction;
      expect(
        parsed.equals(
          Fraction.of(
            BigInt(text.replace(".", "")),
            10n ** BigInt(text.includes(".") ? text.length - text.indexOf(".") - 1 : 0),
          ),
        ),
      ).toBe(true);
    },
  );

  it.each([
    "",
    " ",
    ".",
    "5.",
    ".5",
    "+5",
    "1e3",
    "0x1f",
    "1_0",
    "1,0",
    "１",
    "٣",
    "−1",
    "5 ",
    "NaN",
    "Infinity",
    "--5",
    "1.2.3",
    "1".repeat(65),
  ])("%j is none", (text) => {
    expect(parsePlainDecimal(text)).toBeUndefined();
  });

  it("a number stands for its shortest decimal", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const found = parseNumber(value);
        if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
          expect(found).toBeUndefined();
          return;
        }
        // decimal.js writes the shortest text of a number out without exponent.
        const text = new Decimal(value).toFixed();
        expect(found?.equals(parsePlainDecimal(text, 2000) as Fraction)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(parseNumber(0.1)?.toString()).toBe("1/10");
    expect(parseNumber(0.1 + 0.2)?.toString()).toBe("7500000000000001/25000000000000000");
    expect(parseNumber(5e-324)?.equals(Fraction.of(5n, 10n ** 324n))).toBe(true);
    expect(parseNumber(-0)?.isZero).toBe(true);
    for (const none of [NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e300]) {
      expect(parseNumber(none)).toBeUndefined();
    }
  });

  it("a Decimal of any copy enters with all its digits", () => {
    const Other = Decimal.clone({ precision: 60, toExpNeg: -3, toExpPos: 3 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
        fc.integer({ min: -60, max: 30 }),
        (digits, exponent) => {
          const decimal = new Other(`${digits}e${exponent}`);
          const expected = Fraction.of(digits).times(powerOf(Fraction.of(10n), exponent));
          expect(parseDecimal(decimal)?.equals(expected)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    for (const none of [NaN, Infinity, "1e65", "1e999999999", "1e-999999999"]) {
      expect(parseDecimal(new Other(none))).toBeUndefined();
    }
    // Longer than any text that may be given, and than what a derivation can state.
    expect(parseDecimal(new Other(2).sqrt().div(1e9))).toBeUndefined();
  });

  it("a bigint of up to 64 digits is exact", () => {
    const largest = 10n ** 64n - 1n;
    expect((exactNumber(largest, "any") as Fraction).numerator).toBe(largest);
    expect(exactNumber(10n ** 64n, "any")).toBeInstanceOf(Fault);
    expect(exactNumber(-(10n ** 64n), "any")).toBeInstanceOf(Fault);
  });
});

describe("a number inside a derivation", () => {
  it("stands exactly as it was given, where a plain decimal can hold it", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 62n }),
        fc.integer({ min: 0, max: 62 }),
        (digits, places) => {
          const text = digits.toString().padStart(places + 1, "0");
          const given = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
          fc.pre(given.length <= 64);
          const exact = parsePlainDecimal(given) as Fraction;
          const written = parsePlainDecimal(toWrittenText(exact), 70) as Fraction;
          expect(written.equals(exact)).toBe(true);
        },
      ),
    );
    expect(toWrittenText(Fraction.of(1n, 3n))).toBe(`0.${"3".repeat(34)}`);
  });
});

describe("fractions", () => {
  const theirs = (value: Fraction) => new OtherFraction(value.numerator, value.denominator);
  const same = (ours: Fraction, other: OtherFraction) => {
    expect(ours.toString()).toBe(other.toFraction());
  };

  it("compute as fraction.js does", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        same(a.plus(b), theirs(a).add(theirs(b)));
        same(a.minus(b), theirs(a).sub(theirs(b)));
        same(a.times(b), theirs(a).mul(theirs(b)));
        if (!b.isZero) same(a.over(b), theirs(a).div(theirs(b)));
        expect(a.compare(b)).toBe(theirs(a).compare(theirs(b)));
        expect(a.equals(b)).toBe(theirs(a).equals(theirs(b)));
        same(a.negated(), theirs(a).neg());
        same(a.absolute(), theirs(a).abs());
        same(a.reduced(), theirs(a));
        expect(a.sign).toBe(theirs(a).compare(0));
        same(least(a, b), theirs(a).compare(theirs(b)) <= 0 ? theirs(a) : theirs(b));
        same(greatest(a, b), theirs(a).compare(theirs(b)) >= 0 ? theirs(a) : theirs(b));
        expect(a.denominator > 0n && a.minus(b).denominator > 0n).toBe(true);
      }),
    );
  });

  it("have whole powers, negative ones too", () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: -5, max: 5 }), (value, exponent) => {
        fc.pre(!value.isZero || exponent >= 0);
        same(powerOf(value, exponent), theirs(value).pow(exponent));
      }),
    );
    expect(() => powerOf(Fraction.of(0n), -1)).toThrow(RangeError);
  });

  it("sum over a tree to what they sum to one by one", () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 40 }), (terms) => {
        const oneByOne = terms.reduce((sum, each) => sum.add(theirs(each)), new OtherFraction(0));
        same(sumOf(terms), oneByOne);
      }),
      { numRuns: 50 },
    );
  });

  it("refuse a denominator of 0, and make a negative one positive", () => {
    expect(() => Fraction.of(1n, 0n)).toThrow(RangeError);
    expect(() => Fraction.of(1n).over(Fraction.of(0n))).toThrow(RangeError);
    const negative = Fraction.of(1n, -3n);
    expect([negative.numerator, negative.denominator]).toEqual([-1n, 3n]);
    expect(Fraction.of(5n).over(Fraction.of(-10n)).toString()).toBe("-1/2");
  });

  it("remember the figure they came from, and hand it on to no other number", () => {
    const origin = {};
    const value = Fraction.of(5n).from(origin);
    expect(value.origin).toBe(origin);
    expect(value.plus(Fraction.of(1n)).origin).toBeUndefined();
    expect(value.negated().origin).toBeUndefined();
  });
});
