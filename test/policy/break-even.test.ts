/** Break-evens: put back into the analysis they make the gain exactly 0; what has no root says so. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Figure } from "../../src/ground/figure.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import {
  breakEvenBadDebtRate,
  breakEvenDso,
  breakEvenMargin,
  breakEvenSales,
  marginalAnalysis,
  policyPresentValue,
} from "../../src/policy/index.ts";
import { exactOf } from "../support/exact.ts";
import { marginalInput, presentValueInput } from "../support/producers/policy.ts";
import { refusalOf } from "../support/refusals.ts";

const planB = {
  model: "marginal",
  annualRate: "0.12",
  base: { creditSales: 800, margin: "0.15" },
  plan: {
    creditSales: 1200,
    incrementDso: 90,
    incrementBadDebtRate: "0.05",
    managementCostChange: 8,
  },
} as const;

const factory = {
  model: "present-value",
  annualRate: "0.1",
  base: { unitPrice: 1000, unitCost: 500, unitsPerDay: 400, dso: 40, badDebtRate: "0.02" },
  plan: { unitPrice: 1000, unitCost: 440, unitsPerDay: 500, dso: 50, badDebtRate: "0.03" },
} as const;

describe("the break-evens of slides 59 and 60", () => {
  it("of plan B are those worked out by hand", () => {
    expect(breakEvenBadDebtRate(planB).value.toFixed(10)).toBe("0.1004109589");
    // (0.15 − 0.05 − 8/400) ÷ (0.12/365) = 0.08 × 365 ÷ 0.12 = 730/3
    expect(exactOf(breakEvenDso(planB)).toFraction()).toBe("730/3");
    expect(breakEvenMargin(planB).value.toFixed(10)).toBe("0.0995890411");
    const { increment } = breakEvenSales(planB).inputs as { increment: Figure };
    expect(increment.value.toFixed(6)).toBe("113.618677");
    expect(breakEvenSales(planB).value.toFixed(6)).toBe("913.618677");
  });

  it("of the food factory at 10 % are those worked out by hand", () => {
    expect(breakEvenBadDebtRate(factory).value.toFixed(9)).toBe("0.173327394");
    expect(breakEvenDso(factory).value.toFixed(6)).toBe("691.501063");
    expect(breakEvenSales(factory).value.toFixed(6)).toBe("363.230069");
  });

  it("name what is held fixed, and the field that was given and ignored", () => {
    const dso = breakEvenDso(planB);
    expect(dso.caveats).toEqual([{ code: "field_ignored", field: "plan.incrementDso" }]);
    expect((dso.inputs as { heldFixed: string[] }).heldFixed).toEqual([
      "base.creditSales",
      "base.margin",
      "plan.creditSales",
      "plan.incrementBadDebtRate",
      "plan.managementCostChange",
      "plan.existingDsoChange",
    ]);
    const { creditSales, incrementBadDebtRate, managementCostChange } = planB.plan;
    const plan = { creditSales, incrementBadDebtRate, managementCostChange };
    expect(breakEvenDso({ ...planB, plan }).caveats).toEqual([]);
  });
});

/** The answer of a break-even, or nothing where there is no root. */
function rootOf(call: () => Figure): Figure | undefined {
  try {
    return call();
  } catch (error) {
    if (isCreditError(error) && error.code === "no_solution") return undefined;
    throw error;
  }
}

const inside = (root: Figure | undefined): root is Figure =>
  root !== undefined && !root.caveats.some(({ code }) => code === "outside_range");

describe("put back", () => {
  it("the break-evens of the marginal analysis leave a net benefit of exactly 0", () => {
    fc.assert(
      fc.property(marginalInput, (input) => {
        const { base, plan } = input;
        const given = { model: "marginal", ...input } as const;
        const net = (changed: object) =>
          exactOf(marginalAnalysis({ ...input, ...changed }).netBenefit).toFraction();
        const rate = rootOf(() => breakEvenBadDebtRate(given));
        if (inside(rate)) expect(net({ plan: { ...plan, incrementBadDebtRate: rate } })).toBe("0");
        const dso = rootOf(() => breakEvenDso(given));
        if (inside(dso)) expect(net({ plan: { ...plan, incrementDso: dso } })).toBe("0");
        const margin = rootOf(() => breakEvenMargin(given));
        if (inside(margin)) expect(net({ base: { ...base, margin } })).toBe("0");
        const creditSales = rootOf(() => breakEvenSales(given));
        if (inside(creditSales)) expect(net({ plan: { ...plan, creditSales } })).toBe("0");
      }),
      { numRuns: 300 },
    );
  });

  it("those of the present value leave a gain of exactly 0", () => {
    const inputs = fc.oneof(presentValueInput("simple"), presentValueInput("compound"));
    fc.assert(
      fc.property(inputs, (input) => {
        const { plan } = input;
        const given = { model: "present-value", ...input } as const;
        const gain = (changed: object) =>
          exactOf(
            policyPresentValue({ ...input, plan: { ...plan, ...changed } }).gain,
          ).toFraction();
        const tried = [
          ["badDebtRate", () => breakEvenBadDebtRate(given)],
          ["unitsPerDay", () => breakEvenSales(given)],
          ["unitCost", () => breakEvenMargin(given)],
          ["dso", () => breakEvenDso({ ...given, compounding: "simple" })],
        ] as const;
        for (const [field, call] of tried) {
          let root: Figure | undefined;
          try {
            root = rootOf(call);
          } catch (error) {
            // A compound discount factor of so many days has no value.
            if (isCreditError(error) && error.code === "not_defined") continue;
            throw error;
          }
          if (!inside(root)) continue;
          if (field === "dso" && input.compounding === "compound") continue;
          const value =
            field === "unitCost" ? (root.inputs as { unitCost: Figure }).unitCost : root;
          if (value.value.isNegative()) continue;
          expect(gain({ [field]: value })).toBe("0");
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a break-even without an answer", () => {
  const same = { ...planB, plan: { ...planB.plan, creditSales: 800 } };

  it("is no_solution where the plan neither wins nor gives up sales", () => {
    for (const call of [breakEvenBadDebtRate, breakEvenDso, breakEvenMargin]) {
      expect(refusalOf(() => call(same)).code).toBe("no_solution");
    }
  });

  it("is no_solution where waiting costs nothing, or a sale more earns nothing", () => {
    expect(refusalOf(() => breakEvenDso({ ...planB, annualRate: 0 })).code).toBe("no_solution");
    expect(refusalOf(() => breakEvenDso({ ...factory, annualRate: 0 })).code).toBe("no_solution");
    const plan = { ...planB.plan, incrementDso: 0, incrementBadDebtRate: "0.15" };
    expect(refusalOf(() => breakEvenSales({ ...planB, plan })).code).toBe("no_solution");
    const atCost = { ...factory.plan, unitPrice: 0, unitCost: 0 };
    expect(refusalOf(() => breakEvenSales({ ...factory, plan: atCost })).code).toBe("no_solution");
  });

  it("outside its range is answered with a caveat", () => {
    const dear = { ...planB, plan: { ...planB.plan, managementCostChange: 800 } };
    const rate = breakEvenBadDebtRate(dear);
    expect(rate.value.isNegative()).toBe(true);
    expect(rate.caveats.map(({ code }) => code)).toEqual(["field_ignored", "outside_range"]);
  });

  it("is unsupported for a DSO by compound interest", () => {
    const compound = { ...factory, compounding: "compound" } as const;
    expect(refusalOf(() => breakEvenDso(compound)).code).toBe("unsupported");
  });

  it("asks for every field but the one sought", () => {
    const { faults } = refusalOf(() =>
      breakEvenDso({ ...planB, plan: { managementCostChange: 8 } } as never),
    );
    expect(faults).toEqual([
      "plan.incrementBadDebtRate must be given",
      "plan.creditSales must be given",
    ]);
  });
});
