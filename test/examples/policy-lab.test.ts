/** The policy lab of examples/policy-lab: the deck's figures, and a file of one's own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { messageOf, reportFor } from "../../examples/policy-lab/main.ts";

function cellsAfter(report: string, title: string, first: string): string[] {
  const [, section = ""] = report.split(title);
  const line = section.split("\n").find((each) => each.trim().split(/ {2,}/)[0] === first);
  if (line === undefined) throw new Error(`no line begins with ${first}`);
  return line.trim().split(/ {2,}/).slice(1);
}

describe("the report on the deck's cases", () => {
  const report = reportFor();

  it("has slide 59 as printed: -17.1 for A, 20.2 for B", () => {
    // -45 + 7.890411 + 12 + 8 and 60 - 11.835616 - 20 - 8
    const cells = ["-45.00", "-7.89", "-12.00", "-8.00", "-17.11"];
    expect(cellsAfter(report, "Slide 59", "A")).toEqual(cells);
    expect(cellsAfter(report, "Slide 59", "B").at(-1)).toBe("20.16");
    const limits = "have\n";
    // 10.0410959 %, 243.333 days and 9.95890411 % put back leave nothing of B.
    expect(cellsAfter(report, limits, "B")).toEqual(["10.04 %", "243.3", "9.96 %"]);
  });

  it("has slide 60 at 12 %", () => {
    const cell = (first: string) => cellsAfter(report, "Slide 60", first)[0];
    expect(["Now", "Plan", "Gain"].map(cell)).toEqual(["186,911.84", "257,156.33", "70,244.49"]);
  });

  it("has slide 80: only A pays", () => {
    const saving = (plan: string) => cellsAfter(report, "Slide 80", plan).at(-1);
    expect(["A", "B", "C"].map(saving)).toEqual(["17.53", "-49.10", "-31.34"]);
    const limit = (plan: string) => cellsAfter(report, "the rest as stated:", plan)[0];
    expect(["A", "B", "C"].map(limit)).toEqual(["2.26 %", "1.34 %", "2.60 %"]);
  });

  it("names the best policy that breaks no constraint", () => {
    // longer: 1200 x 0.15 - 1200 x 0.03 - 1200 x 75/365 x 0.12 - 8
    const longer = 180 - 36 - (1200 * 75 * 0.12) / 365 - 8;
    const [profit, , broken] = cellsAfter(report, "invented firm", "longer");
    expect(Number(profit)).toBeCloseTo(longer, 2);
    expect(broken).toBe("maxDso, maxBadDebtRate");
    expect(report).toMatch(/Best: discount\.$/);
  });

  it("draws the widest swing first, and every bar from the answer as it stands", () => {
    const [, drawing = ""] = report.split("Net benefit of B, one assumption at a time:");
    const bars = drawing.split("\n").slice(4, 8);
    expect(bars.map((line) => line.split(" ")[0])).toEqual([
      "plan.incrementBadDebtRate",
      "base.margin",
      "annualRate",
      "plan.incrementDso",
    ]);
    for (const bar of bars) expect(bar).toMatch(/[<>]\||\|[<>]/);
  });
});

describe("a file of one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-lab-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const written = (plans: object): string => {
    const path = join(folder, "plans.json");
    writeFileSync(path, JSON.stringify(plans));
    return path;
  };
  const shared = { annualRate: "0.1", base: { creditSales: 100, margin: "0.2" } };
  const plan = {
    creditSales: 150,
    incrementDso: 73,
    incrementBadDebtRate: "0.02",
    managementCostChange: 0,
  };

  it("may hold one section alone, without assumptions to vary", () => {
    // 50 x 0.2 - 50 x 73/365 x 0.1 - 50 x 0.02 = 10 - 1 - 1
    const report = reportFor(written({ marginal: { ...shared, plans: { more: plan } } }));
    expect(cellsAfter(report, "What is won", "more").at(-1)).toBe("8.00");
    expect(report).not.toContain("one assumption at a time");
  });

  it("is refused with every wrong field and its path", () => {
    const wrong = { ...plan, incrementDso: "73 days", discount: 1 };
    const path = written({ marginal: { ...shared, plans: { more: wrong } } });
    let message = "";
    try {
      reportFor(path);
    } catch (error) {
      message = messageOf(error);
    }
    expect(message).toMatch(/marginalAnalysis refuses the plans:/);
    expect(message).toMatch(/plan\.incrementDso must/);
    expect(message).toMatch(/plan\.discount/);
  });
});
