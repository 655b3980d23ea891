/** The methods by which limits are set, the least of all bounds, and lines in use. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { verify } from "../../src/explain/verify.ts";
import { isAbsent } from "../../src/ground/figure.ts";
import * as limits from "../../src/limits/index.ts";
import type { WorkingAssetsLimitInput } from "../../src/limits/index.ts";
import { exactOf, exactOrReason } from "../support/exact.ts";
import { testPrintedCases } from "../support/golden.ts";
import {
  allowedLine,
  creditLimitInput,
  riskInput,
  steppedInput,
  wish,
  workingAssetsInput,
} from "../support/producers/limits.ts";

describe("printed cases", () => {
  testPrintedCases("limits.json", limits);

  it("slide 86: 60 to 70 % of 14,000 on credit, 1,342.47 of receivables at the upper end", () => {
    const range = limits.creditSalesRange({ totalSales: 14_000, shares: ["0.6", "0.7"] });
    expect(range.map((sales) => exactOf(sales).toFraction())).toEqual(["8400", "9800"]);
    const [, upper] = range;
    const target = limits.receivablesTarget({ annualCreditSales: upper!, dso: 50 });
    expect(target.value.toFixed(2)).toBe("1342.47");
    expect(verify(JSON.parse(JSON.stringify(target))).ok).toBe(true);
  });
});

describe("working assets", () => {
  const sheet = (more: Partial<WorkingAssetsLimitInput>) =>
    limits.workingAssetsLimit({
      currentAssets: 2000,
      inventory: 500,
      currentLiabilities: 3000,
      totalLiabilities: 5000,
      equity: -1000,
      ...more,
    });

  it("negative equity is the highest risk and no limit, although the ratios say +9.17", () => {
    // 2000/3000 + 1500/3000 − 3000/−1000 − 5000/−1000 = 9.17: the best value there is.
    const { limit, evaluation, share } = sheet({});
    expect(exactOrReason(evaluation)).toBe("not_defined");
    expect(limit.value?.toString()).toBe("0");
    expect("zone" in share && share.zone).toBe("high");
    expect(verify(JSON.parse(JSON.stringify({ limit, share }))).failures).toEqual([]);
  });

  it("so is equity of 0, also without current liabilities", () => {
    for (const more of [{ equity: 0 }, { equity: 0, currentLiabilities: 0 }]) {
      const { limit, share } = sheet(more);
      expect(limit.value?.toString()).toBe("0");
      expect("zone" in share && share.zone).toBe("high");
    }
  });

  it("without current liabilities there is no evaluation and no limit", () => {
    const { limit, evaluation, share, workingWorth } = sheet({
      currentLiabilities: 0,
      equity: 400,
    });
    expect([limit, evaluation, share].map(exactOrReason)).toEqual(Array(3).fill("not_defined"));
    expect(exactOf(workingWorth).toFraction()).toBe("1200");
  });

  it("working worth below 0 is a limit of 0", () => {
    const { limit, workingWorth } = sheet({ currentAssets: 500, inventory: 0, equity: 100 });
    expect(workingWorth.value.toString()).toBe("-1200");
    expect(limit.value?.toString()).toBe("0");
  });

  // Equity 100 and no other debt: the value is (2 CA − inventory) ÷ CL − 2 CL ÷ 100.
  it.each([
    ["-4.6", "high", 0],
    ["-4.599", "high", 0.025],
    ["-3.9", "high", 0.025],
    ["-3.2", "high", 0.05],
    ["-2.5", "elevated", 0.075],
    ["-1.8", "elevated", 0.1],
    ["-1.1", "elevated", 0.125],
    ["-0.4", "limited", 0.15],
    ["0.3", "limited", 0.175],
    ["1", "limited", 0.2],
    ["1.001", "low", 0.25],
  ])(
    "an evaluation of %s is of %s risk: the upper end of a band is in it",
    (value, zone, share) => {
      // CL = TL = E = 500 makes both debt ratios 1; then 2 CA ÷ 500 = value + 2, CA ≥ 0 from −2 on.
      // Below that the debt ratios are moved instead: CA = 0, so value = −2 CL ÷ E.
      const target = Number(value);
      const input =
        target >= -2
          ? { currentAssets: ((target + 2) * 250).toFixed(3), currentLiabilities: 500, equity: 500 }
          : { currentAssets: 0, currentLiabilities: (-target * 500).toFixed(3), equity: 1000 };
      const { currentLiabilities } = input;
      const found = limits.workingAssetsLimit({
        ...input,
        inventory: 0,
        totalLiabilities: currentLiabilities,
      });
      expect(found.evaluation.value?.toNumber()).toBe(target);
      expect("zone" in found.share && found.share.zone).toBe(zone);
      expect(found.share.value?.toNumber()).toBe(share);
    },
  );

  it("refuses a balance sheet that does not hold together, with every fault", () => {
    expect(() => sheet({ inventory: 2001, totalLiabilities: 2999 })).toThrow(
      /inventory must be at most currentAssets.*totalLiabilities must be at least currentLiab/,
    );
    const bands = [
      { above: 0, share: 0, zone: "x" },
      { share: 1, zone: "y" },
    ];
    expect(() => sheet({ bands })).toThrow(/bands\[0\]\.above must be left out.*bands\[1\]\.above/);
  });

  it("the limit is never below 0 nor above a quarter of working worth, and scales", () => {
    fc.assert(
      fc.property(workingAssetsInput, fc.integer({ min: 1, max: 9 }), (input, times) => {
        const { limit, workingWorth, evaluation } = limits.workingAssetsLimit(input);
        expect(isAbsent(limit)).toBe(isAbsent(evaluation) && Number(input.equity) > 0);
        if (isAbsent(limit)) return;
        expect(limit.value.gte(0)).toBe(true);
        if (!input.bands && !input.classFactor && limit.value.gt(0)) {
          expect(limit.value.times(4).lte(workingWorth.value)).toBe(true);
        }
        const scaled = Object.fromEntries(
          Object.entries(input).map(([key, value]) => [
            key,
            typeof value === "number" && key !== "classFactor" ? value * times : value,
          ]),
        ) as unknown as WorkingAssetsLimitInput;
        const larger = limits.workingAssetsLimit(scaled).limit;
        expect(exactOrReason(larger)).toBe(exactOf(limit).mul(times).toFraction());
      }),
    );
  });
});

describe("stepped limit", () => {
  it("stays within minimum and maximum, and a longer history goes on where the shorter ended", () => {
    fc.assert(
      fc.property(steppedInput, (input) => {
        const { history, minimum = 0, maximum } = input;
        const limit = limits.steppedLimit(input);
        expect(limit.value.gte(Number(minimum))).toBe(true);
        if (maximum !== undefined) expect(limit.value.lte(Number(maximum))).toBe(true);
        const cycles = [...history];
        const before = limits.steppedLimit({ ...input, history: cycles.slice(0, -1) });
        const after = limits.steppedLimit({
          ...input,
          initial: before,
          history: cycles.slice(cycles.length === 0 ? 0 : -1),
        });
        expect(exactOf(after).equals(exactOf(limit))).toBe(true);
      }),
    );
  });

  it("is cut by a late cycle and capped: 100, 125, 62.5, 70", () => {
    const limit = limits.steppedLimit({
      initial: 100,
      maximum: 125,
      steps: [
        { outcome: "on-time", change: "0.5" },
        { outcome: "late", change: "-0.5" },
        { outcome: "visit", amount: "7.5" },
      ],
      history: [{ outcome: "on-time" }, { outcome: "late" }, { outcome: "visit" }],
    });
    expect(limit.value.toString()).toBe("70");
  });

  it("refuses an outcome without a step, two steps for one, and a start outside its bounds", () => {
    const steps = [{ outcome: "a" }, { outcome: "a" }];
    const input = { initial: 5, steps, history: [{ outcome: "b" }], maximum: 4 };
    expect(() => limits.steppedLimit(input)).toThrow(
      /initial must be at most maximum.*steps\[1\]\.outcome.*history\[0\]\.outcome/,
    );
  });
});

describe("rating and dynamic limit", () => {
  const bands = [
    { minScore: 80, grade: "A", share: "0.2", change: "0.2" },
    { minScore: 60, grade: "B", share: "0.1", change: "-0.1" },
  ];
  const rated = bands.map(({ minScore, grade, share }) => ({ minScore, grade, share }));
  const moved = bands.map(({ minScore, grade, change }) => ({ minScore, grade, change }));

  it.each([
    [80, "A", "200", "120"],
    ["79.99", "B", "100", "90"],
    [60, "B", "100", "90"],
    ["59.99", "reject", "0", "0"],
  ])("a score of %s is graded %s", (score, grade, share, change) => {
    const rating = limits.ratingLimit({ score, base: 1000, bands: rated });
    const dynamic = limits.dynamicLimit({ score, current: 100, bands: moved });
    expect([rating.grade, rating.value.toString()]).toEqual([grade, share]);
    expect([dynamic.grade, dynamic.value.toString()]).toEqual([grade, change]);
  });

  it("the order of the grades does not matter, two of one score are refused", () => {
    const input = { score: 70, base: 1000 };
    const forward = limits.ratingLimit({ ...input, bands: rated });
    const backward = limits.ratingLimit({ ...input, bands: [...rated].reverse() });
    expect(JSON.stringify(forward)).toBe(JSON.stringify(backward));
    expect(() => limits.ratingLimit({ ...input, bands: [...rated, rated[0]!] })).toThrow(
      /bands\[2\]\.minScore must be another one/,
    );
  });

  it("negative net worth gives no limit", () => {
    expect(limits.ratingLimit({ score: 90, base: -5, bands: rated }).value.toString()).toBe("0");
  });

  it("asks for a score or criteria, not both, and for a weight above 0", () => {
    const input = { current: 100, bands: moved };
    const criteria = [{ name: "a", weight: 0, score: 5 }];
    expect(() => limits.dynamicLimit(input)).toThrow(/score must be given, or `criteria`/);
    expect(() => limits.dynamicLimit({ ...input, criteria, score: 1 })).toThrow(/left out/);
    expect(() => limits.dynamicLimit({ ...input, criteria })).toThrow(/all weights are 0/);
  });
});

describe("risk and return", () => {
  it("takes levels that earn exactly what they risk, and none after the first refused", () => {
    // 0.05 = 0.04 × 1 + 0.1 × 36.5 ÷ 365; the third level would pay again.
    const { limit, firstRefused } = limits.riskReturnLimit({
      levels: [
        { limit: 10, defaultProbability: "0.04" },
        { limit: 20, defaultProbability: "0.041" },
        { limit: 30, defaultProbability: 0 },
      ],
      margin: "0.05",
      lossGivenDefault: 1,
      annualRate: "0.1",
      days: "36.5",
    });
    expect([limit, firstRefused].map(exactOrReason)).toEqual(["10", "20"]);
  });

  it("the marginal rule stops where the expected profit falls, before it is gone", () => {
    // 100 × (0.05 − 0.01) = 4; 200 × (0.05 − 0.035) = 3, still above 0.
    const input = {
      levels: [
        { limit: 100, defaultProbability: "0.01" },
        { limit: 200, defaultProbability: "0.035" },
      ],
      margin: "0.05",
      lossGivenDefault: 1,
      annualRate: 0,
      days: 0,
    };
    expect(limits.riskReturnLimit(input).limit.value.toString()).toBe("200");
    const marginal = limits.riskReturnLimit({ ...input, rule: "marginal" });
    expect(marginal.limit.value.toString()).toBe("100");
  });

  it("the first level refused follows the last taken; refused at once, the limit is 0", () => {
    fc.assert(
      fc.property(fc.oneof(riskInput("per-unit"), riskInput("marginal")), (input) => {
        const { limit, firstRefused } = limits.riskReturnLimit(input);
        const all = [...input.levels].map((level) => Number(level.limit));
        const at = all.indexOf(limit.value.toNumber());
        expect(limit.value.isZero()).toBe(at < 0);
        expect(firstRefused.value?.toNumber()).toBe(all[at + 1]);
      }),
    );
  });
});

describe("credit limit", () => {
  it("is the least bound, names every one that is least, and is cut to the unit", () => {
    fc.assert(
      fc.property(creditLimitInput, (input) => {
        const { limit, binding } = limits.creditLimit(input);
        const whole = limits.creditLimit({ ...input, unit: undefined } as never).limit;
        const all = [...input.bounds].map(({ name }) => name);
        expect(binding.length).toBeGreaterThan(0);
        expect(binding.every((name) => name === "requested" || all.includes(name))).toBe(true);
        const lost = exactOf(whole).sub(exactOf(limit));
        expect(lost.compare(0)).toBeGreaterThanOrEqual(0);
        if (input.unit === undefined) expect(lost.n).toBe(0n);
        else {
          expect(lost.compare(String(input.unit))).toBeLessThan(0);
          expect(exactOf(limit).div(String(input.unit)).d).toBe(1n);
        }
        // A bound that does not bind may go; one that alone binds may not.
        for (const bound of input.bounds) {
          const others = [...input.bounds].filter(({ name }) => name !== bound.name);
          if (others.length === 0) continue;
          const without = limits.creditLimit({
            ...input,
            bounds: others,
            unit: undefined,
          } as never);
          const moves = !exactOf(without.limit).equals(exactOf(whole));
          expect(moves).toBe(binding.length === 1 && binding[0] === bound.name);
        }
      }),
    );
  });

  it("names ties in the order given", () => {
    const { binding } = limits.creditLimit({
      requested: 100,
      bounds: [
        { name: "policy", amount: 120 },
        { name: "worth", base: 1000, share: "0.1" },
      ],
    });
    expect(binding).toEqual(["requested", "worth"]);
  });

  it("refuses bounds of one name, with both an amount and a base, and none at all", () => {
    const bounds = [
      { name: "a", amount: 1, base: 2 },
      { name: "a" },
      { name: "requested", amount: 1 },
    ];
    expect(() => limits.creditLimit({ bounds })).toThrow(
      /bounds\[0\] must.*not both.*bounds\[1\]\.name.*bounds\[1\] must.*bounds\[2\]\.name/,
    );
    expect(() => limits.creditLimit({ bounds: [] })).toThrow(/at least one/);
  });
});

describe("credit line", () => {
  it("available is the line less what is used in every state that can be reached", () => {
    const kinds = fc.constantFrom("single-use" as const, "revolving" as const);
    const opened = fc.integer({ min: 0, max: 20 }).map((value) => value * 10);
    fc.assert(
      fc.property(kinds, opened, fc.array(wish, { maxLength: 20 }), (kind, line, wishes) => {
        // The model: three numbers and a flag. What it allows, the line must allow, and no more.
        const model = { line, used: 0, owed: 0, suspended: false };
        const taken: limits.CreditLineEvent[] = [];
        for (const { kind: step, amount } of wishes) {
          const stops = step === "suspend" || step === "resume";
          const allowed =
            step === "use"
              ? !model.suspended && amount <= model.line - model.used
              : step === "pay"
                ? amount <= model.owed
                : step === "change"
                  ? amount <= 200
                  : model.suspended === (step === "resume");
          const event = (stops ? { kind: step } : { kind: step, amount }) as limits.CreditLineEvent;
          const next = { kind, line, limit: 200, events: [...taken, event] };
          if (!allowed) {
            expect(() => limits.creditLine(next)).toThrow(/^creditLine: events/);
            continue;
          }
          taken.push(event);
          if (step === "use") [model.used, model.owed] = [model.used + amount, model.owed + amount];
          if (step === "pay") {
            model.owed -= amount;
            if (kind === "revolving") model.used -= amount;
          }
          if (step === "change") model.line = amount;
          if (stops) model.suspended = step === "suspend";
          const state = limits.creditLine(next);
          expect(state.available.value.toNumber()).toBe(model.line - model.used);
          expect(state.line.value.toNumber()).toBe(model.line);
          expect(state.used.value.toNumber()).toBe(model.used);
          expect(state.outstanding.value.toNumber()).toBe(model.owed);
          expect(state.excess.value.toNumber()).toBe(Math.max(model.used - model.line, 0));
          const free = model.line > model.used ? "open" : "exhausted";
          expect(state.status).toBe(model.suspended ? "suspended" : free);
        }
        expect(allowedLine(kind, line, wishes).events).toEqual(taken);
      }),
      { numRuns: 60 },
    );
  });

  it("may not be above the credit limit, neither when opened nor when changed", () => {
    const line = { kind: "revolving", line: 100, limit: 90 } as const;
    expect(() => limits.creditLine(line)).toThrow(/line must be at most 90, the credit limit/);
    const events = [{ kind: "change", amount: 91 }] as const;
    expect(() => limits.creditLine({ ...line, line: 90, events })).toThrow(
      'creditLine: events[0].amount must be at most 90, the credit limit, got "91"',
    );
  });
});
