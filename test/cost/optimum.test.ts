/** The receivables at which credit costs least: closed forms, jumps, flat regions, refusals. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { creditCostCurve, optimalReceivables } from "../../src/cost/index.ts";
import type { Decimal } from "../../src/ground/numeric.ts";
import { isAbsent } from "../../src/ground/figure.ts";
import { verify } from "../../src/explain/verify.ts";
import { exactOf } from "../support/exact.ts";
import { optimumInput } from "../support/producers/cost.ts";
import { refusalOf } from "../support/refusals.ts";

const line = (intercept: number, slope: string) => ({ kind: "linear", intercept, slope }) as const;
const shortage = { kind: "polynomial", coefficients: [500, -1, "0.0005"] } as const;

describe("closed forms, on grids that do not hold the optimum", () => {
  it("K ÷ x and c x: √(K ÷ c)", () => {
    // 40,000 ÷ x + 0.1 x + 20 is least at √400,000 = 632.4555…, where it is 146.4911…
    for (const tolerance of ["1", "0.01", "0.0000001"]) {
      const { optimum, lowestCost } = optimalReceivables({
        costs: { holding: line(20, "0.1"), lost: (x) => x.pow(-1).times(40_000) },
        grid: { from: 100, to: 1500, step: 100 },
        tolerance,
      });
      const off = Math.abs(optimum.value.toNumber() - Math.sqrt(400_000));
      expect(off).toBeLessThanOrEqual(Number(tolerance));
      expect(lowestCost.value.toFixed(3)).toBe("146.491");
    }
  });

  it("a parabola and a line: Xmax − c ÷ 2a", () => {
    // 0.0005 (1000 − x)² + 0.1 x + 20: 1000 − 0.1 ÷ 0.001 = 900, where it is 5 + 90 + 20 = 115
    const { optimum, lowestCost, bracket } = optimalReceivables({
      costs: { holding: line(20, "0.1"), shortage },
      grid: { from: 0, to: 1000, step: 70 },
      tolerance: "0.0001",
    });
    expect(Math.abs(optimum.value.toNumber() - 900)).toBeLessThanOrEqual(0.0001);
    expect(lowestCost.value.toFixed(6)).toBe("115.000000");
    expect(Number(bracket.to) - Number(bracket.from)).toBeLessThanOrEqual(0.0002);
  });

  it("two lines: a corner, at either end", () => {
    const at = (slope: string) =>
      optimalReceivables({
        costs: { holding: line(0, "0.1"), lost: line(900, slope) },
        grid: { from: 30, to: 1000, step: 70 },
        tolerance: 1,
      }).optimum.value.toString();
    expect([at("-0.05"), at("-0.2")]).toEqual(["30", "1000"]);
  });
});

describe("jumps", () => {
  it("do not hide a lower valley behind them", () => {
    // Up to 400 one clerk (50), from 400 none is needed any more (0): the second valley is lower.
    const bands = [
      { from: 0, cost: 50 },
      { from: 400, cost: 0 },
    ];
    const costs = {
      holding: line(0, "0.1"),
      management: { kind: "steps", bands } as const,
      lost: (x: Decimal) => x.minus(200).pow(2).times("0.0005"),
    };
    const grid = { from: 0, to: 800, step: 30 };
    const { optimum, lowestCost } = optimalReceivables({ costs, grid, tolerance: "0.01" });
    // Before the jump at least 60 (at 100); at 400 it is 40 + 0 + 20 = 60, too: the lower level wins.
    expect(optimum.value.toNumber()).toBeLessThan(200);
    expect(lowestCost.value.toFixed(0)).toBe("65");
    const dearer = [bands[0]!, { from: 300, cost: 0 }];
    const second = optimalReceivables({
      costs: { ...costs, management: { kind: "steps", bands: dearer } },
      grid,
      tolerance: "0.01",
    });
    expect(second.optimum.value.toString()).toBe("300");
    expect(second.lowestCost.value.toString()).toBe("35");
  });
});

describe("the flat region", () => {
  it("is the unbroken run of levels that cost hardly more", () => {
    const wide = optimalReceivables({
      costs: { holding: line(20, "0.1"), shortage },
      grid: { from: 0, to: 1000, step: 10 },
      flatWithin: "0.05",
    });
    // 0.0005 (x − 900)² ≤ 5.75: |x − 900| ≤ 107.2
    expect(wide.flatRegion).toEqual({ from: "800", to: "1000" });
    const none = optimalReceivables({
      costs: { holding: line(20, "0.1"), shortage },
      grid: { from: 0, to: 1000, step: 10 },
      flatWithin: 0,
    });
    expect(none.flatRegion).toEqual({ from: "900", to: "900" });
  });

  it("is everything where nothing changes, and the optimum is the lowest level", () => {
    const { optimum, flatRegion } = optimalReceivables({
      costs: { constant: line(7, "0") },
      grid: { from: 5, to: 25, step: 10 },
    });
    expect(optimum.value.toString()).toBe("5");
    expect(flatRegion).toEqual({ from: "5", to: "25" });
  });
});

describe("the scan", () => {
  it("finds no level lower than its answer, and keeps the answer within its bracket", () => {
    fc.assert(
      fc.property(optimumInput, (input) => {
        const { optimum, lowestCost, bracket, rows } = optimalReceivables(input);
        const lowest = exactOf(lowestCost);
        for (const { total } of rows)
          expect(exactOf(total).compare(lowest)).toBeGreaterThanOrEqual(0);
        const at = optimum.value.toNumber();
        expect(Number(bracket.from) <= at && at <= Number(bracket.to)).toBe(true);
        const levels = rows.toArray().map(({ receivables }) => Number(receivables));
        expect(levels.every((level, index) => index === 0 || level > levels[index - 1]!)).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("is checked by verify: a lower level, or another answer, is noticed", () => {
    const found = optimalReceivables({
      costs: { holding: line(20, "0.1"), shortage },
      grid: { from: 0, to: 1000, step: 100 },
    });
    const stored = JSON.parse(JSON.stringify(found.optimum)) as { value: string };
    expect(verify(stored).ok).toBe(true);
    stored.value = "800";
    expect(verify(stored).failures[0]?.reason).toBe("condition");
  });

  it("refuses what it cannot scan", () => {
    const call = (input: object) => () => optimalReceivables(input as never);
    const costs = { a: line(1, "0.1") };
    const grid = { from: 0, to: 10, step: 1 };
    const refused = (input: object) => refusalOf(call(input)).faults;
    expect(refused({ costs, grid: { ...grid, to: 1_000_000 } })).toEqual([
      "grid.step must leave at most 10,000 levels",
    ]);
    expect(refused({ costs, grid: { from: 9, to: 1, step: 1 } })).toEqual([
      "grid.to must be at least `grid.from`",
    ]);
    const valley = { a: { kind: "polynomial", coefficients: [1, "-0.6667", 1] } };
    expect(refused({ costs: valley, grid, tolerance: `0.${"0".repeat(50)}1` })).toEqual([
      "grid must have levels that are plain decimals of at most 34 digits",
    ]);
    expect(refused({ costs: {}, grid })).toEqual(["costs must name at least one"]);
    expect(refused({ costs: { f: () => NaN }, grid })[0]).toContain("costs.f must give money at 0");
    expect(refusalOf(call({ costs: { a: line(1, "-1") }, grid }))).toEqual({
      code: "not_defined",
      faults: ["a at 2: the curve is below 0 at these receivables"],
    });
  });
});

describe("the cost curve", () => {
  it("keeps a level where a curve has no value, as absent", () => {
    const points = [
      { receivables: 0, cost: 9 },
      { receivables: 10, cost: 1 },
    ];
    const rows = creditCostCurve({
      grid: { from: 0, to: 20, step: 10 },
      managementLevels: {
        known: { lost: { kind: "points", points } },
        other: { fixed: line(5, "0") },
      },
    });
    expect(rows.length).toBe(3);
    const last = rows.at(-1)!;
    expect(isAbsent(last.managementLevels["known"]!.total)).toBe(true);
    expect(rows.toArray().map(({ cheapest }) => cheapest)).toEqual([
      ["other"],
      ["known"],
      ["other"],
    ]);
  });
});
