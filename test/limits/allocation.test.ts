/** One budget shared: exact shares, whole units, returns, groups, and what must hold of all. */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { verify } from "../../src/explain/verify.ts";
import { isCreditError } from "../../src/ground/errors.ts";
import { allocateLimits } from "../../src/limits/index.ts";
import type { AllocateLimitsInput, AllocationParty } from "../../src/limits/index.ts";
import { exactOf, exactOrReason } from "../support/exact.ts";
import { allocationInput } from "../support/producers/limits-allocation.ts";

const exact = (input: AllocateLimitsInput) =>
  [...allocateLimits(input).allocations].map(({ limit }) => exactOf(limit).toFraction());

const f = (value: unknown) => new Fraction(String(value));

/** The limits by id, or the code with which the call was refused. */
function limitsOf(input: AllocateLimitsInput): ReadonlyMap<string, Fraction> | string {
  try {
    const { allocations } = allocateLimits(input);
    return new Map([...allocations].map(({ id, limit }) => [id, exactOf(limit)]));
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.code;
  }
}

describe("computed examples", () => {
  const parties = [
    { id: "A", weight: 40, cap: 500 },
    { id: "B", weight: 30, cap: 200 },
    { id: "C", weight: 20, cap: 400 },
    { id: "D", weight: 10, cap: 200 },
  ];

  it("1000 by 40, 30, 20, 10 under caps: 3200/7, 200, 1600/7, 800/7 at the level 80/7", () => {
    expect(exact({ budget: 1000, parties })).toEqual(["3200/7", "200", "1600/7", "800/7"]);
    const { level, allocations, notAllocated } = allocateLimits({ budget: 1000, parties });
    expect([level, notAllocated].map(exactOrReason)).toEqual(["80/7", "0"]);
    expect([...allocations].map(({ bound }) => bound)).toEqual(["none", "cap", "none", "none"]);
    expect([...allocations].map(({ limit }) => limit.value.toFixed(6))).toEqual([
      "457.142857",
      "200.000000",
      "228.571429",
      "114.285714",
    ]);
  });

  it("returns .08, .05, .11, .02 under 500, 300, 400, 200: 500, 100, 400, 0, worth 89", () => {
    const values = [
      ["A", "0.08", 500],
      ["B", "0.05", 300],
      ["C", "0.11", 400],
      ["D", "0.02", 200],
    ] as const;
    const found = allocateLimits({
      budget: 1000,
      method: "return",
      parties: values.map(([id, value, cap]) => ({ id, value, cap })),
    });
    expect([...found.allocations].map(({ limit }) => limit.value.toString())).toEqual([
      "500",
      "100",
      "400",
      "0",
    ]);
    expect([found.value, found.nextUnitValue].map(exactOrReason)).toEqual(["89", "1/20"]);
  });

  it("the value of one more unit is shared as the unit would be", () => {
    const valued = parties.map((each, index) => ({ ...each, value: `0.0${String(index + 1)}` }));
    const { nextUnitValue } = allocateLimits({ budget: 1000, parties: valued });
    // A, C and D share it 40 : 20 : 10.
    expect(exactOrReason(nextUnitValue)).toBe(new Fraction(140, 7000).toFraction());
    const none = allocateLimits({ budget: 5000, parties: valued });
    expect([none.nextUnitValue, none.notAllocated].map(exactOrReason)).toEqual(["0", "3700"]);
    expect(exactOrReason(allocateLimits({ budget: 1000, parties }).nextUnitValue)).toBe(
      "not_defined",
    );
  });

  it("a group whose cap binds has a level of its own, and leaves the rest to the others", () => {
    const grouped = parties.map((each) => ({
      ...each,
      ...(each.id < "C" ? { group: "G" } : {}),
    }));
    const found = allocateLimits({ budget: 600, parties: grouped, groupCaps: { G: 210 } });
    // G: 210 by 40 : 30; the other 390 by 20 : 10, of which D takes 130.
    expect([...found.allocations].map(({ limit }) => limit.value.toString())).toEqual([
      "120",
      "90",
      "260",
      "130",
    ]);
    expect([...found.allocations].map(({ bound }) => bound)).toEqual([
      "group",
      "group",
      "none",
      "none",
    ]);
    const [group] = found.groups;
    expect([group?.group, group?.binding, group?.level.value.toString()]).toEqual(["G", true, "3"]);
    expect(found.level.value.toString()).toBe("13");
  });

  it("says what was cut against the request", () => {
    const { allocations } = allocateLimits({
      budget: 100,
      maxShare: "0.4",
      parties: [
        { id: "A", weight: 1, requested: 70 },
        { id: "B", weight: 1, requested: 30 },
        { id: "C", weight: 1 },
      ],
    });
    expect([...allocations].map(({ limit }) => limit.value.toFixed(2))).toEqual([
      "35.00",
      "30.00",
      "35.00",
    ]);
    expect([...allocations].map(({ cut }) => cut?.value.toString())).toEqual([
      "35",
      "0",
      undefined,
    ]);
  });

  it("largest remainder is not monotone: more budget, and the smallest loses a unit", () => {
    // 6 : 6 : 2 of 10 units are 4.29, 4.29, 1.43; of 11 they are 4.71, 4.71, 1.57.
    const small = [6, 6, 2].map((weight, index) => ({ id: String(index), weight }));
    const share = (budget: number, rounding: "divisor" | "largest-remainder") =>
      exact({ budget, unit: 1, rounding, parties: small });
    expect(share(10, "largest-remainder")).toEqual(["4", "4", "2"]);
    expect(share(11, "largest-remainder")).toEqual(["5", "5", "1"]);
    expect(share(10, "divisor")[2] === "2" && share(11, "divisor")[2] === "1").toBe(false);
  });
});

describe("refusals", () => {
  const of = (more: object, first: Partial<AllocationParty> = {}) =>
    allocateLimits({
      budget: 100,
      parties: [
        { id: "A", weight: 1, ...first },
        { id: "B", weight: 1 },
      ],
      ...more,
    });

  it("name every floor that cannot be met, and by how much", () => {
    expect(() => of({}, { floor: 50, cap: 30 })).toThrow(
      "allocateLimits: parties[0].floor must be at most its upper bound 30: 20 is missing",
    );
    expect(() => of({}, { floor: 120 })).toThrow("budget must be at least the floors 120: 20 is");
    expect(() => of({ groupCaps: { G: 10 } }, { floor: 15, group: "G" })).toThrow(
      "groupCaps.G must be at least its floors 15: 5 is missing",
    );
    // The floor is raised to 60, the cap cut to 40.
    expect(() => of({ unit: 20 }, { floor: 41, cap: 59 })).toThrow("40: 20 is missing");
    expect(limitsOf({ budget: 1, parties: [{ id: "A", weight: 1, floor: 2 }] })).toBe("infeasible");
  });

  it("ask for what the method needs, for one id each, and for a unit", () => {
    expect(() => of({ method: "return" })).toThrow(/parties\[0\]\.value must be given.*\[1\]/);
    expect(() => of({}, { id: "B" })).toThrow(/parties\[1\]\.id must be another one/);
    expect(() => of({ rounding: "largest-remainder" })).toThrow(/unit must be given/);
    expect(() => of({ groupCaps: { X: 1 } })).toThrow(/groupCaps\.X must be the group of some/);
  });
});

describe("laws", () => {
  it("sums exactly to the budget or to all that can be taken, within every bound", () => {
    fc.assert(
      fc.property(allocationInput, (input) => {
        const found = limitsOf(input);
        if (typeof found === "string") return;
        const { allocated, notAllocated, groups, allocations } = allocateLimits(input);
        const all = [...found.values()].reduce((a, b) => a.add(b));
        expect(exactOf(allocated).equals(all)).toBe(true);
        expect(exactOf(notAllocated).add(all).equals(f(input.budget))).toBe(true);
        expect(notAllocated.value.gte(0)).toBe(true);
        const share = f(input.budget).mul(f(input.maxShare ?? 1));
        for (const { id, floor = 0, cap, requested } of input.parties) {
          const limit = found.get(id)!;
          expect(limit.compare(f(floor))).toBeGreaterThanOrEqual(0);
          for (const bound of [cap, requested, share.toFraction()]) {
            if (bound !== undefined) expect(limit.compare(f(bound))).toBeLessThanOrEqual(0);
          }
          if (input.unit !== undefined) expect(limit.div(f(input.unit)).d).toBe(1n);
        }
        for (const { group, allocated: part } of groups) {
          const caps = input.groupCaps as Readonly<Record<string, number>>;
          expect(part.value.lte(caps[group]!)).toBe(true);
        }
        // What is left, nobody could have taken.
        const unit = f(input.unit ?? 0);
        const stuck = exactOf(notAllocated).compare(unit) >= 0 && notAllocated.value.gt(0);
        const open = [...allocations].filter(({ bound }) => bound === "none");
        if (stuck && input.method !== "return") expect(open).toEqual([]);
      }),
    );
  });

  it("the order of the customers does not matter", () => {
    fc.assert(
      fc.property(allocationInput, (input) => {
        const turned = { ...input, parties: [...input.parties].reverse() };
        const [one, other] = [limitsOf(input), limitsOf(turned)];
        const sorted = (found: typeof one) =>
          typeof found === "string"
            ? found
            : [...found].map(([id, limit]) => `${id} ${limit.toFraction()}`).sort();
        expect(sorted(other)).toEqual(sorted(one));
      }),
    );
  });

  it("a larger budget lowers nobody, but by the largest remainder", () => {
    const more = fc.constantFrom("0.5", "1", "2.5", "7", "40");
    fc.assert(
      fc.property(allocationInput, more, ({ maxShare: _, ...input }, added) => {
        if (input.rounding === "largest-remainder") return;
        const before = limitsOf(input);
        const budget = f(input.budget).add(added).toString();
        const after = limitsOf({ ...input, budget });
        if (typeof before === "string") return;
        for (const [id, limit] of before) {
          expect((after as Map<string, Fraction>).get(id)!.compare(limit)).toBeGreaterThanOrEqual(
            0,
          );
        }
      }),
    );
  });

  it("every answer verifies, live and stored", () => {
    fc.assert(
      fc.property(allocationInput, (input) => {
        if (typeof limitsOf(input) === "string") return;
        const found = allocateLimits(input);
        for (const result of [found, JSON.parse(JSON.stringify(found)) as unknown]) {
          expect(verify(result).failures).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a level or a limit that was changed does not verify", () => {
    const input = {
      budget: 100,
      unit: 1,
      parties: [1, 2, 4].map((weight) => ({ id: String(weight), weight })),
    };
    const stored = JSON.parse(JSON.stringify(allocateLimits(input))) as {
      allocations: { limit: { value: string; inputs: { units: string } } }[];
    };
    const [first, second] = stored.allocations;
    first!.limit.value = "15";
    first!.limit.inputs.units = "15";
    second!.limit.value = "28";
    second!.limit.inputs.units = "28";
    expect(verify(stored).ok).toBe(false);
  });
});

describe("20,000 customers", () => {
  it("are shared exactly and at once", () => {
    const parties = Array.from({ length: 20_000 }, (_, index) => ({
      id: `P${String(index)}`,
      weight: (index * 7919) % 1000,
      cap: ((index * 104_729) % 5000) + 20,
      floor: index % 3,
      group: `G${String(index % 50)}`,
    }));
    const groupCaps = Object.fromEntries(
      Array.from({ length: 50 }, (_, group) => [`G${String(group)}`, 200_000 + group * 8_000]),
    );
    const start = performance.now();
    const shared = allocateLimits({ budget: "15000000.01", parties, groupCaps });
    const units = allocateLimits({ budget: "15000000.01", parties, groupCaps, unit: 10 });
    const seconds = (performance.now() - start) / 1000;
    expect(shared.allocated.value.toString()).toBe("15000000.01");
    expect(units.allocated.value.toString()).toBe("15000000");
    // Well under a second each on a quiet machine; a method of squares would take minutes.
    expect(seconds).toBeLessThan(30);
  });
});
