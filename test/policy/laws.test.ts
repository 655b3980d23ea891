/** Laws of credit policies and of the cost of credit, on random inputs that are frozen. */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { optimalReceivables } from "trade-credit/cost";
import { marginalAnalysis, policyComparison, policyPresentValue } from "trade-credit/policy";
import type { Figure } from "trade-credit";

import { fraction as f } from "../oracle/calendar.ts";
import { exactOf } from "../support/exact.ts";
import { frozen } from "../support/frozen.ts";
import { plainInput as plain } from "../support/plain-input.ts";
import { optimumInput } from "../support/producers/cost.ts";
import { marginalInput, presentValueInput, profitInput } from "../support/producers/policy.ts";

/** Cut off after 20 decimals. */
const decimals = (value: Fraction): string => value.floor(20).toString(40);

const isZero = (figure: Figure): boolean => figure.value.isZero() && exactOf(figure).n === 0n;

describe("a plan that changes nothing", () => {
  it("is worth nothing, whichever way it is counted", () => {
    fc.assert(
      fc.property(marginalInput, (input) => {
        const { creditSales } = input.base;
        const plan = { ...input.plan, creditSales, managementCostChange: 0, existingDsoChange: 0 };
        const found = marginalAnalysis(frozen({ ...input, plan }));
        expect(Object.values(found).every((each: Figure) => isZero(each))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(presentValueInput("simple"), (input) => {
        const { gain, gainPerYear } = policyPresentValue(frozen({ ...input, plan: input.base }));
        expect(isZero(gain) && isZero(gainPerYear)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(profitInput, (base) => {
        const { plans, best } = policyComparison(frozen({ base, plans: { same: {} } }));
        expect(isZero(plans["same"]!.gain)).toBe(true);
        expect(best).toEqual(["base", "same"]);
      }),
    );
  });
});

describe("a marginal analysis", () => {
  it("is linear in the change: so many times the change, so many times each part", () => {
    fc.assert(
      fc.property(marginalInput, fc.integer({ min: 1, max: 9 }), (input, times) => {
        const base = f(plain(input.base.creditSales));
        const more = f(plain(input.plan.creditSales)).sub(base);
        // Where sales are given up, as many times as there are sales to give up.
        const factor = more.compare(0) < 0 ? new Fraction(1) : new Fraction(times);
        const planned = (by: Fraction) => ({
          ...input.plan,
          creditSales: base.add(more.mul(by)).toString(40),
          managementCostChange: f(plain(input.plan.managementCostChange)).mul(by).toString(40),
          existingDsoChange: 0,
        });
        const [one, many] = [new Fraction(1), factor].map((by) =>
          marginalAnalysis(frozen({ ...input, plan: planned(by) })),
        ) as [ReturnType<typeof marginalAnalysis>, ReturnType<typeof marginalAnalysis>];
        for (const part of Object.keys(one) as (keyof typeof one)[]) {
          const expected = exactOf(one[part]).mul(factor);
          expect(exactOf(many[part]).toFraction()).toBe(expected.toFraction());
        }
      }),
    );
  });
});

describe("a present value", () => {
  it.each(["simple", "compound"] as const)(
    "never rises with DSO, interest or bad debts, and falls where something is paid: %s",
    (compounding) => {
      fc.assert(
        fc.property(
          // Within ten years: beyond e^-1000 compound interest has no discount factor.
          presentValueInput(compounding).filter((input) =>
            [input.base, input.plan].every(({ dso }) => f(plain(dso)).compare(3_650) < 0),
          ),
          fc.integer({ min: 1, max: 60 }),
          (input, days) => {
            const { base } = input;
            const of = (changed: object, rates: object = {}) =>
              exactOf(
                policyPresentValue(frozen({ ...input, ...rates, base: { ...base, ...changed } }))
                  .base,
              );
            const now = of({});
            const dso = decimals(f(plain(base.dso)).add(days));
            const rate = decimals(f(plain(input.annualRate)).add("0.05"));
            const lost = decimals(f(plain(base.badDebtRate)).add(1).div(2));
            const later = [of({ dso }), of({}, { annualRate: rate }), of({ badDebtRate: lost })];
            for (const value of later) expect(value.compare(now)).toBeLessThanOrEqual(0);
            const sold = f(plain(base.unitPrice)).mul(f(plain(base.unitsPerDay)));
            const paid = sold.mul(new Fraction(1).sub(f(plain(base.badDebtRate))));
            if (paid.n === 0n) return;
            expect(later[2]!.compare(now)).toBe(-1);
            if (f(plain(input.annualRate)).n !== 0n) expect(later[0]!.compare(now)).toBe(-1);
            if (f(plain(base.dso)).n !== 0n) expect(later[1]!.compare(now)).toBe(-1);
          },
        ),
      );
    },
  );
});

describe("the cost of credit", () => {
  it("is the sum of its parts at every level of receivables", () => {
    fc.assert(
      fc.property(optimumInput, (input) => {
        for (const { costs, total } of optimalReceivables(input).rows) {
          const sum = Object.values(costs).reduce(
            (all, part) => all.add(exactOf(part as Figure)),
            new Fraction(0),
          );
          expect(sum.toFraction()).toBe(exactOf(total).toFraction());
        }
      }),
      { numRuns: 25 },
    );
  });
});
