/** How far the loss on one debtor lies from the expected one. */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { lossDeviation } from "trade-credit/cost";
import { agree, ORACLE_TIMEOUT } from "../support/oracle-runs.ts";

const permille = fc.integer({ min: 0, max: 1000 }).map((each) => String(each / 1000));
const money = fc.integer({ min: 0, max: 10_000_000 });

const of = (defaultProbability: string, lossGivenDefault: string, exposureAtDefault: number) =>
  lossDeviation({ defaultProbability, lossGivenDefault, exposureAtDefault });

describe("lossDeviation", () => {
  it("is 126,000 at 2 % on 1.5 million with a loss of 60 %", () => {
    // 1,500,000 × 0.6 × √(0.02 × 0.98) = 900,000 × 0.14
    expect(of("0.02", "0.6", 1_500_000).value.toString()).toBe("126000");
  });

  it("squared is the variance, to 30 digits", { timeout: ORACLE_TIMEOUT }, () => {
    agree(
      "deviation of the loss",
      fc.tuple(permille, permille, money),
      ([probability, share, exposure]) => {
        const { value } = of(probability, share, exposure);
        const loss = new Fraction(exposure).mul(new Fraction(share));
        const chance = new Fraction(probability);
        const variance = loss.mul(loss).mul(chance).mul(new Fraction(1).sub(chance));
        const found = new Fraction(value.toFixed()).pow(2);
        const limit = variance.mul(new Fraction(1).div(new Fraction(10).pow(30)));
        expect(found.sub(variance).abs().compare(limit)).toBeLessThanOrEqual(0);
        return variance.n === 0n ? "sure" : "answered";
      },
      100,
    );
  });

  it("is 0 where the outcome is sure, and the same for a chance and its opposite", () => {
    expect(of("0", "0.6", 900).value.isZero()).toBe(true);
    expect(of("1", "0.6", 900).value.isZero()).toBe(true);
    expect(of("0.3", "0.6", 900).value.eq(of("0.7", "0.6", 900).value)).toBe(true);
  });
});
