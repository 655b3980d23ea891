/** Policies compared: keeping things as they are competes, and a broken constraint is marked. */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  lifeCycleStance,
  marginalAnalysis,
  policyComparison,
  policyProfit,
  policyStance,
} from "../../src/policy/index.ts";
import { verify } from "../../src/explain/verify.ts";
import { exactOf } from "../support/exact.ts";
import { comparisonInput } from "../support/producers/policy.ts";
import { refusalOf } from "../support/refusals.ts";

const base = {
  creditSales: 800,
  variableCostRate: "0.85",
  collections: [{ share: 1, day: 65 }],
  badDebtRate: "0.03",
  annualRate: "0.12",
};

describe("the comparison", () => {
  it("of the whole policy gains what the marginal analysis of its increment does", () => {
    // Plan B of slide 59 mixed: 800 at 65 days and 3 %, 400 at 90 days and 5 %.
    const { plans, best } = policyComparison({
      base,
      plans: {
        B: {
          creditSales: 1200,
          collections: [
            { share: "0.5", day: 65 },
            { share: "0.25", day: 65 },
            { share: "0.25", day: 115 },
          ],
          badDebt: 44,
          managementCost: 8,
        },
      },
    });
    // (65 + 65 × 0.5 + 115 × 0.5) ÷ 2 = 77.5 days of 1,200; 65 days of 800 leave 41,000 ÷ 400 = 102.5
    const { netBenefit } = marginalAnalysis({
      annualRate: "0.12",
      base: { creditSales: 800, margin: "0.15" },
      plan: {
        creditSales: 1200,
        incrementDso: "102.5",
        incrementBadDebtRate: "0.05",
        managementCostChange: 8,
      },
    });
    expect(exactOf(plans["B"]!.gain).toFraction()).toBe(exactOf(netBenefit).toFraction());
    expect(best).toEqual(["B"]);
  });

  it("keeps things as they are where no plan brings more, and names ties", () => {
    const plans = { worse: { badDebtRate: "0.05" }, same: {} };
    expect(policyComparison({ base, plans }).best).toEqual(["base", "same"]);
  });

  it("marks what breaks a constraint, and takes none of it for the best", () => {
    const plans = { late: { creditSales: 2000, collections: [{ share: 1, day: 90 }] } };
    const free = policyComparison({ base, plans });
    expect(free.best).toEqual(["late"]);
    const bound = policyComparison({ base, plans, constraints: { maxDso: 65, pool: 400 } });
    expect(bound.plans["late"]!.breaks).toEqual(["maxDso", "pool"]);
    expect([bound.base.breaks, bound.best]).toEqual([[], ["base"]]);
    const none = policyComparison({ base, plans, constraints: { maxBadDebtRate: "0.02" } });
    expect([none.base.breaks, none.best]).toEqual([["maxBadDebtRate"], []]);
  });

  it("takes of a plan what it states and of the base the rest", () => {
    fc.assert(
      fc.property(comparisonInput, (input) => {
        const compared = policyComparison(input);
        const alone = exactOf(policyProfit(input.base).profitAfterCreditCost);
        expect(exactOf(compared.base.profitAfterCreditCost).equals(alone)).toBe(true);
        for (const plan of Object.values(compared.plans)) {
          const gain = exactOf(plan.profitAfterCreditCost).sub(alone);
          expect(exactOf(plan.gain).equals(new Fraction(gain))).toBe(true);
        }
        expect(verify(compared).ok).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses a plan called base, shares that do not sum to 1, and bad debts stated twice", () => {
    const faults = (plan: object) =>
      refusalOf(() => policyComparison({ base, plans: { A: plan } })).faults;
    expect(refusalOf(() => policyComparison({ base, plans: { base: {} } })).faults).toEqual([
      "plans.base must have another name: `base` is kept as it is",
    ]);
    expect(faults({ collections: [{ share: "0.9", day: 1 }] })).toEqual([
      "plans.A.collections must have shares that sum to 1",
    ]);
    expect(faults({ badDebt: 1, badDebtRate: 0 })).toEqual([
      "plans.A.badDebt must be left out beside `badDebtRate`",
    ]);
  });
});

describe("stances", () => {
  it("are the four of slides 53 and 56", () => {
    const words = (["tight", "loose"] as const).flatMap((granting) =>
      (["tight", "loose"] as const).map(
        (collecting) => policyStance({ granting, collecting }).stance,
      ),
    );
    expect(words).toEqual(["tight", "fairly-loose", "balanced", "loose"]);
  });

  it("by stage are the caller's, for every stage", () => {
    const table = { launch: "loose", growth: "balanced", maturity: "balanced" } as const;
    const call = () => lifeCycleStance("launch", table as never);
    expect(refusalOf(call).code).toBe("invalid_input");
    const whole = { ...table, decline: "tight", end: "tight" } as const;
    expect(lifeCycleStance("decline", whole)).toBe("tight");
    expect(refusalOf(() => lifeCycleStance("birth" as never, whole)).code).toBe("invalid_input");
  });
});
