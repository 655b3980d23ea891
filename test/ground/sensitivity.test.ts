/** Sensitivity: every answer is that of a direct call, and a refused end takes no other with it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isAbsent } from "../../src/ground/figure.ts";
import type { Figure } from "../../src/ground/figure.ts";
import { sensitivity } from "../../src/ground/sensitivity.ts";
import { marginalAnalysis, policyProfit } from "../../src/policy/index.ts";
import { monthsOfMargin, opportunityCost } from "../../src/cost/index.ts";
import { exactOf } from "../support/exact.ts";
import { marginalInput } from "../support/producers/policy.ts";
import { refusalOf } from "../support/refusals.ts";

const planB = {
  annualRate: "0.12",
  base: { creditSales: 800, margin: "0.15" },
  plan: {
    creditSales: 1200,
    incrementDso: 90,
    incrementBadDebtRate: "0.05",
    managementCostChange: 8,
  },
};

describe("sensitivity", () => {
  it("answers every value as a direct call does", () => {
    fc.assert(
      fc.property(marginalInput, (input) => {
        const values = [0, "30.5", 365];
        const vary = { "plan.incrementDso": { values }, "base.margin": { low: 0, high: 1 } };
        const found = sensitivity(marginalAnalysis, input, { of: "netBenefit", vary });
        expect(exactOf(found.base as Figure)).toEqual(exactOf(marginalAnalysis(input).netBenefit));
        const direct = values.map((incrementDso) =>
          marginalAnalysis({ ...input, plan: { ...input.plan, incrementDso } }),
        );
        const rows = found.oneWay.filter(({ path }) => path === "plan.incrementDso");
        rows.forEach(({ result }, index) => {
          const expected = exactOf(direct[index]!.netBenefit).toFraction();
          expect(exactOf(result as Figure).toFraction()).toBe(expected);
        });
        expect(found.twoWay?.cells).toHaveLength(9);
      }),
      { numRuns: 50 },
    );
  });

  it("takes two steps from low to high unless more are asked", () => {
    const vary = { "plan.incrementDso": { low: 60, high: 120 } };
    const { oneWay, twoWay } = sensitivity(marginalAnalysis, planB, { of: "netBenefit", vary });
    expect(oneWay.map(({ value }) => value)).toEqual(["60", "90", "120"]);
    expect(twoWay).toBeUndefined();
    const four = { "plan.incrementDso": { low: 60, high: 120, steps: 4 } };
    const finer = sensitivity(marginalAnalysis, planB, { of: "netBenefit", vary: four });
    expect(finer.oneWay.map(({ value }) => value)).toEqual(["60", "75", "90", "105", "120"]);
  });

  it("varies an entry of a list, and a field that has a default", () => {
    const policy = {
      creditSales: 100,
      variableCostRate: "0.5",
      collections: [{ share: 1, day: 30 }],
      badDebtRate: 0,
      annualRate: "0.1",
    };
    const vary = { "collections[0].day": { values: [0, 73] }, yearDays: { values: [360, 365] } };
    const { oneWay } = sensitivity(policyProfit, policy, { of: "opportunityCost", vary });
    expect(oneWay.map(({ result }) => result.value?.toFixed(4))).toEqual([
      "0.0000",
      "2.0000",
      "0.8333",
      "0.8219",
    ]);
  });

  it("keeps a refused end as absent, last in the tornado", () => {
    const input = { netMargin: "0.1", annualRate: "0.05" };
    const { oneWay, tornado } = sensitivity(monthsOfMargin, input, {
      vary: { annualRate: { values: [0, "0.1"] }, netMargin: { values: ["0.1", 2] } },
    });
    const [zero, tenth, , two] = oneWay.map(({ result }) => result);
    expect(isAbsent(zero) && zero.reason.code).toBe("not_defined");
    expect(tenth?.value?.toString()).toBe("12");
    expect(isAbsent(two) && two.reason.code).toBe("invalid_input");
    expect(tornado.every(({ swing }) => swing === undefined)).toBe(true);
  });

  it("sorts the tornado by swing", () => {
    const input = { creditSales: 1000, dso: 73, annualRate: "0.1" };
    const { tornado } = sensitivity(opportunityCost, input, {
      vary: {
        creditSales: { low: 900, high: 1100 },
        dso: { low: 73, high: 146 },
        annualRate: { low: "0.1", high: "0.1" },
      },
    });
    expect(tornado.map(({ path, swing }) => [path, swing?.toString()])).toEqual([
      ["dso", "20"],
      ["creditSales", "4"],
      ["annualRate", "0"],
    ]);
  });

  it("refuses what leads nowhere", () => {
    const call = (options: object) => () => sensitivity(marginalAnalysis, planB, options as never);
    const vary = { "plan.incrementDso": { low: 1, high: 2 } };
    expect(refusalOf(call({ vary })).faults).toEqual(["of must name a figure of the answer"]);
    const nowhere = { "plans.dso": { low: 1, high: 2 } };
    expect(refusalOf(call({ of: "netBenefit", vary: nowhere })).code).toBe("invalid_input");
    const misspelt = { "plan.dso": { low: 1, high: 2 } };
    expect(refusalOf(call({ of: "netBenefit", vary: misspelt })).faults[0]).toContain(
      "plan.dso is not a field",
    );
    const half = { "plan.incrementDso": { low: 1 } };
    expect(refusalOf(call({ of: "netBenefit", vary: half })).code).toBe("invalid_input");
  });
});
