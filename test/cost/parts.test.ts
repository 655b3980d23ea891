/** The parts of the cost of credit: what they answer at their edges, and what they refuse. */
import { describe, expect, it } from "vitest";

import {
  badDebtCost,
  breakEvenDefaultProbability,
  creditCost,
  managementCost,
  monthsOfMargin,
  opportunityCost,
  opportunityToBadDebtRatio,
  shortageCost,
  shortageSlopes,
  unproductiveCostRatio,
} from "../../src/cost/index.ts";
import type { CostCurve } from "../../src/cost/index.ts";
import { exactOf } from "../support/exact.ts";
import { refusalOf } from "../support/refusals.ts";

const sales = { creditSales: 10_000, dso: 90 };

describe("opportunity cost", () => {
  it("takes one rate, or profit rate and loan rate", () => {
    expect(refusalOf(() => opportunityCost(sales as never)).faults).toEqual([
      "annualRate must be given, or `profitRate` and `loanRate`",
    ]);
    const half = { ...sales, profitRate: "0.1" };
    expect(refusalOf(() => opportunityCost(half as never)).faults).toEqual([
      "loanRate must be given beside `profitRate`",
    ]);
    const both = { ...sales, annualRate: "0.1", profitRate: "0.1", loanRate: "0.1" };
    expect(refusalOf(() => opportunityCost(both)).code).toBe("invalid_input");
  });

  it("says that the second variant counts the margin twice", () => {
    const second = opportunityCost({ ...sales, profitRate: "0.15", loanRate: "0.06" });
    expect(second.caveats).toEqual([{ code: "margin_counted_twice" }]);
    expect(opportunityCost({ ...sales, annualRate: "0.06" }).caveats).toEqual([]);
  });

  it("refuses a rate above 1 unless that is allowed", () => {
    const high = { ...sales, annualRate: 6 };
    expect(refusalOf(() => opportunityCost(high)).faults[0]).toMatch(
      /^annualRate must be at most 1/,
    );
    expect(opportunityCost({ ...high, allowHighRate: true }).value.toFixed(4)).toBe("14794.5205");
  });

  it("asks for the variable-cost rate where cost is invested, and only there", () => {
    const input = { ...sales, annualRate: "0.06" };
    const cost = refusalOf(() => opportunityCost({ ...input, investmentBase: "cost" }));
    expect(cost.faults).toEqual([
      'variableCostRate must be given where `investmentBase` is "cost"',
    ]);
    const idle = refusalOf(() => opportunityCost({ ...input, variableCostRate: "0.6" }));
    expect(idle.faults).toEqual([
      'variableCostRate must be left out unless `investmentBase` is "cost"',
    ]);
  });

  it("is 0 at a rate of 0 or a DSO of 0", () => {
    expect(opportunityCost({ ...sales, annualRate: 0 }).value.toString()).toBe("0");
    expect(opportunityCost({ ...sales, dso: 0, annualRate: 1 }).value.toString()).toBe("0");
  });
});

describe("management cost", () => {
  const bands = [
    { from: 100, cost: 10 },
    { from: 200, cost: 30 },
    { from: 300, cost: 20 },
  ];

  it("is that of the band, which owns its lower boundary", () => {
    const at = (volume: string) => managementCost({ volume, bands }).value.toString();
    expect(["100", "199.99", "200", "299.99", "300", "1000000"].map(at)).toEqual([
      "10",
      "10",
      "30",
      "30",
      "20",
      "20",
    ]);
    expect(managementCost({ volume: 200, bands }).inputs).toMatchObject({ boundary: "next-band" });
  });

  it("is not defined below the first band", () => {
    expect(refusalOf(() => managementCost({ volume: 99, bands })).code).toBe("not_defined");
  });

  it("refuses bands that do not ascend, and no bands", () => {
    const tied = [bands[0]!, bands[0]!];
    expect(refusalOf(() => managementCost({ volume: 1, bands: tied })).faults).toEqual([
      "bands[1].from must be greater than that of the entry before",
    ]);
    expect(refusalOf(() => managementCost({ volume: 1, bands: [] })).code).toBe("invalid_input");
  });
});

describe("shortage cost", () => {
  const at = (receivables: number, curve: CostCurve) =>
    shortageCost({ receivables, curve }).value.toString();

  it("follows a polynomial", () => {
    // 0.0005 (1000 − x)² = 500 − x + 0.0005 x²
    const curve = { kind: "polynomial", coefficients: [500, -1, "0.0005"] } as const;
    expect([0, 900, 1000].map((level) => at(level, curve))).toEqual(["500", "5", "0"]);
  });

  it("follows points, with straight lines between them and nothing outside", () => {
    const points = [
      { receivables: 100, cost: 80 },
      { receivables: 200, cost: 20 },
    ];
    const curve = { kind: "points", points } as const;
    expect([100, 150, 200].map((level) => at(level, curve))).toEqual(["80", "50", "20"]);
    expect(refusalOf(() => at(99, curve)).code).toBe("not_defined");
    expect(refusalOf(() => at(201, curve)).code).toBe("not_defined");
  });

  it("follows steps, and refuses a kind that is none", () => {
    const bands = [{ from: 0, cost: 40 }];
    expect(at(5, { kind: "steps", bands })).toBe("40");
    expect(refusalOf(() => at(5, { kind: "cubic" } as never)).faults).toEqual([
      'curve.kind must be "linear" or "polynomial" or "steps" or "points"',
    ]);
  });

  it("falls faster the stiffer the competition, by slopes that are ours", () => {
    const slopes = shortageSlopes.map(({ slope }) => Number(slope));
    expect([...slopes].sort((a, b) => b - a)).toEqual(slopes);
    expect(new Set(shortageSlopes.map(({ source }) => source))).toEqual(new Set(["ours"]));
  });
});

describe("cost of credit", () => {
  it("is the sum of its parts, as exact figures", () => {
    const parts = {
      badDebtCost: badDebtCost({ creditSales: 10_000, badDebtRate: "0.02" }),
      opportunityCost: opportunityCost({ ...sales, annualRate: "0.06" }),
      managementCost: 60,
      shortageCost: "0.5",
    };
    const sum = exactOf(parts.badDebtCost).add(exactOf(parts.opportunityCost)).add("60.5");
    expect(exactOf(creditCost(parts)).toFraction()).toBe(sum.toFraction());
  });
});

describe("ratios without a denominator", () => {
  it("are not defined", () => {
    const costs = { badDebtCost: 0, opportunityCost: 1, managementCost: 1 };
    const calls = [
      () => monthsOfMargin({ netMargin: "0.1", annualRate: 0 }),
      () => opportunityToBadDebtRatio({ opportunityCost: 1, badDebtCost: 0 }),
      () => unproductiveCostRatio({ ...costs, sales: 0 }),
      () => breakEvenDefaultProbability({ price: 0, variableCost: 0, annualRate: 0, days: 1 }),
    ];
    expect(calls.map((call) => refusalOf(call).code)).toEqual(Array(4).fill("not_defined"));
  });
});

describe("break-even probability of default", () => {
  it("below 0 says that no probability is low enough", () => {
    const order = { price: 100, variableCost: 120, annualRate: 0, days: 0 };
    const none = breakEvenDefaultProbability(order);
    expect(none.value.toString()).toBe("-0.2");
    expect(none.caveats).toEqual([{ code: "outside_range" }]);
    const repeat = refusalOf(() => breakEvenDefaultProbability({ ...order, customer: "repeat" }));
    expect(repeat.code).toBe("not_defined");
  });
});
