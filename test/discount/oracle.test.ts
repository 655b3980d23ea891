/**
 * Cash discounts that the laws do not compare: effective rates, the parts of a plan's cost, the two
 * break-evens, the best discount. `ORACLE_RUNS` says on how many inputs.
 *
 * Inputs as those of the laws: none to four discounts, take-ups of 0 and 1, zero sales and rates,
 * today's term shorter and longer than the plan's, a fifth of the amounts as figures.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  breakEvenDiscount,
  breakEvenLoanRate,
  discountEvaluation,
  optimalDiscount,
  tierAnnualRates,
} from "trade-credit/discount";
import type { DiscountPlan } from "trade-credit/discount";
import type { Terms } from "trade-credit";

import { fraction as f } from "../oracle/calendar.ts";
import { isPrinted, wideRoot } from "../oracle/cost.ts";
import * as oracle from "../oracle/discount.ts";
import { rootOfLine } from "../oracle/policy.ts";
import { exactOf } from "../support/exact.ts";
import { frozen } from "../support/frozen.ts";
import { agree, cameTo, ORACLE_TIMEOUT, same } from "../support/oracle-runs.ts";
import { plainInput as plain } from "../support/plain-input.ts";
import { breakEvens, loanRates, optima, termsInDays } from "../support/producers/discount.ts";

const timeout = ORACLE_TIMEOUT;
const one = new Fraction(1);

/** The plan as the oracle takes it. */
function planOf(plan: DiscountPlan, change: (tiers: oracle.OracleTier[]) => void = () => {}) {
  const { tiers, due } = plan.terms as Terms;
  const own = tiers.map(({ discountRate, days }) => ({
    discountRate: f(plain(discountRate)),
    days,
  })) as oracle.OracleTier[];
  change(own);
  const { badDebtRate, managementCost } = plain(plan) as oracle.OraclePlan;
  const takeUps: string[] = [...(plan.takeUps as Iterable<string>)];
  const netDays = (due as { days: number }).days;
  return { tiers: own, netDays, takeUps, badDebtRate, managementCost };
}

describe("against the oracle", () => {
  it("effective rates, against the net day and the next discount", { timeout }, () => {
    const inputs = fc.record({ terms: termsInDays, yearDays: fc.constantFrom(365, 360, 366) });
    agree("effective rates", inputs as fc.Arbitrary<{ terms: Terms; yearDays: 365 }>, (input) => {
      const { tiers } = tierAnnualRates(frozen(input));
      const given = input.terms.tiers as readonly oracle.OracleTier[];
      const netDays = (input.terms.due as { days: number }).days;
      given.forEach(({ discountRate, days }, at) => {
        const next = given[at + 1];
        const pay = (rate: typeof discountRate) => one.sub(f(rate));
        const check = (
          found: { value: { toFixed(): string } | null },
          later: Fraction,
          to: number,
        ) => {
          const growth = later.div(pay(discountRate));
          const expected = wideRoot(growth, new Fraction(input.yearDays).div(to - days));
          if (found.value === null) expect(expected.gt("1e434")).toBe(true);
          else expect(isPrinted(found.value.toFixed(), expected.minus(1))).toBe(true);
        };
        check(tiers[at]!.againstNet.effective, one, netDays);
        if (next) check(tiers[at]!.toNext!.effective, pay(next.discountRate), next.days);
      });
      return given.length > 0 ? "answered" : "no discount";
    });
  });

  it("the break-even discount: where the total on a line meets today's", { timeout }, () => {
    agree("break-even discount", breakEvens, (input) => {
      const { plan, tier, badDebtBase } = input;
      const options = { onUndiscounted: badDebtBase === "undiscounted-sales" };
      const today = plain(input) as oracle.OracleToday;
      const at = (rate: Fraction) =>
        oracle.totalCost(
          today,
          planOf(plan, (tiers) => {
            tiers[tier - 1] = { ...tiers[tier - 1]!, discountRate: rate };
          }),
          options,
        );
      const now = oracle.totalCost(today, undefined);
      const root = rootOfLine((rate) => now.sub(at(rate)));
      const found = cameTo(() => breakEvenDiscount(frozen(input)));
      if (typeof root === "string") return same(found, "not_defined");
      const { tiers } = planOf(plan);
      const above = tiers[tier - 2] ? f(tiers[tier - 2]!.discountRate) : one;
      const below = tiers[tier] ? f(tiers[tier].discountRate) : undefined;
      const isOrdered =
        root.compare(0) >= 0 && root.compare(above) < 0 && (!below || root.compare(below) > 0);
      return same(found, isOrdered ? root.toFraction() : "no_solution");
    });
  });

  it("the loan rate: where the total on a line meets today's", { timeout }, () => {
    agree("break-even loan rate", loanRates, (input) => {
      const { plan, badDebtBase, financedAmount } = input;
      const options = {
        onUndiscounted: badDebtBase === "undiscounted-sales",
        onNet: financedAmount === "net-of-discount",
      };
      const saving = (annualRate: Fraction) => {
        const today = { ...(plain(input) as oracle.OracleToday), annualRate };
        return oracle
          .totalCost(today, undefined)
          .sub(oracle.totalCost(today, planOf(plan), options));
      };
      const root = rootOfLine(saving);
      const expected = typeof root === "string" ? root : root.toFraction();
      const found = cameTo(() => breakEvenLoanRate(frozen(input)));
      if (typeof root === "string") return same(found, expected);
      const { caveats } = breakEvenLoanRate(input);
      const codes = caveats.map(({ code }) => code);
      expect(codes.includes("field_ignored")).toBe("annualRate" in input);
      expect(codes.includes("outside_range")).toBe(root.compare(0) < 0 || root.compare(1) > 0);
      // The plan pays above the rate, or below it.
      const isBelow = saving(root.add(1)).compare(0) < 0;
      expect(codes.includes("pays_below")).toBe(isBelow);
      return `${same(found, expected)}${isBelow ? ", pays below" : ""}`;
    });
  });

  it("the best discount: no corner and no inner optimum is better", { timeout }, () => {
    agree("optimal discount", optima, (input) => {
      const { worth, discountRate, takeUp, gain } = optimalDiscount(frozen(input));
      const given = plain(input) as Record<string, Fraction>;
      const of = (name: string) => f(given[name]!);
      const days = of("termDays").sub(of("discountDay"));
      const saved = of("annualRate")
        .mul(days)
        .div(input.yearDays)
        .add(of("badDebtRate"))
        .sub(of("takerBadDebtRate"));
      expect(exactOf(worth).toFraction()).toBe(saved.toFraction());
      const slope = of("takeUpSlope");
      const takenAt = (rate: Fraction) => {
        const share = slope.mul(rate);
        return share.compare(1) > 0 ? one : share;
      };
      const gainAt = (rate: Fraction) => of("creditSales").mul(takenAt(rate)).mul(saved.sub(rate));
      // The corners, the top of the parabola, and where everybody takes it.
      const rates = [new Fraction(0), one, saved.div(2), one.div(slope)];
      const possible = rates.filter((rate) => rate.compare(0) >= 0 && rate.compare(1) <= 0);
      const best = possible.map(gainAt).reduce((a, b) => (b.compare(a) > 0 ? b : a));
      const found = exactOf(discountRate);
      expect(exactOf(takeUp).toFraction()).toBe(takenAt(found).toFraction());
      expect(gainAt(found).toFraction()).toBe(best.toFraction());
      const came = same(exactOf(gain).toFraction(), best.toFraction());
      return saved.compare(0) <= 0 ? `${came}, none pays` : came;
    });
  });
});

describe("the loan rate above which a plan of slide 80 pays", () => {
  const today = { creditSales: 8300, badDebtRate: "0.02", managementCost: 30, termDays: 60 };
  const plans = {
    A: { terms: "2/10, n/60", takeUp: "0.8", badDebtRate: "0.01", managementCost: 18 },
    B: { terms: "2/20, n/60", takeUp: "0.9", badDebtRate: "0.015", managementCost: 21 },
    C: { terms: "3/10, n/60", takeUp: "0.95", badDebtRate: "0.005", managementCost: 15 },
  };
  it.each([
    ["A", "0.0409879518"],
    ["B", "0.1191566265"],
    // 34,938 ÷ 394,250 = 0.088618896639…
    ["C", "0.0886188966"],
  ] as const)("%s: %s", (name, expected) => {
    const plan = plans[name];
    const rate = breakEvenLoanRate({ ...today, yearDays: 360, plan });
    expect(rate.value.toFixed(10)).toBe(expected);
    const back = discountEvaluation({ ...today, annualRate: rate, yearDays: 360, plans: { plan } });
    expect(back.plans["plan"]?.saving.value.isZero()).toBe(true);
  });

  it("has no answer where nothing is paid sooner", () => {
    const same = { terms: "n/60", badDebtRate: "0.01", managementCost: 18 };
    expect(() => breakEvenLoanRate({ ...today, plan: same })).toThrow(/interest makes no differ/);
  });
});
