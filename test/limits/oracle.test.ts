/**
 * Limits against the independent implementation on fraction.js.
 *
 * Inputs: one to five customers with weights of 0 and ties, caps of 0 to 30 or none, a third with
 * floors, groups with caps of 8 to 50, budgets of 0 to 120; small balance sheets, a third without
 * equity; covers with limits, deductibles and days. LIMITS_RUNS sets how many.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { isCreditError } from "../../src/ground/errors.ts";
import { isFigure } from "../../src/ground/figure.ts";
import { allocateLimits, exposure, workingAssetsLimit } from "../../src/limits/index.ts";
import type { AllocateLimitsInput } from "../../src/limits/index.ts";
import * as oracle from "../oracle/limits.ts";
import { exactOf, exactOrReason } from "../support/exact.ts";
import { exposureInput, workingAssetsInput } from "../support/producers/limits.ts";
import { allocationInput } from "../support/producers/limits-allocation.ts";

const runs = { numRuns: Number(process.env["LIMITS_RUNS"] ?? 200) };

const f = (value: unknown) => (isFigure(value) ? exactOf(value) : new Fraction(String(value)));

function problemOf({ budget, parties, groupCaps = {}, maxShare }: AllocateLimitsInput) {
  const share = maxShare === undefined ? undefined : f(budget).mul(f(maxShare));
  const claims = [...parties].map(({ id, weight = 0, floor = 0, cap, requested, group, value }) => {
    const bounds = [cap, requested, share?.toFraction()].filter((each) => each !== undefined);
    return {
      id,
      weight: f(weight),
      floor: f(floor),
      cap: bounds.map(f).reduce<Fraction | undefined>((a, b) => {
        return a === undefined || b.compare(a) < 0 ? b : a;
      }, undefined),
      group,
      value: f(value ?? 0),
    };
  });
  const caps = new Map(Object.entries(groupCaps).map(([name, cap]) => [name, f(cap)]));
  return { budget: f(budget), claims, caps };
}

function ours(input: AllocateLimitsInput): readonly string[] | string {
  try {
    const { allocations } = allocateLimits(input);
    return [...allocations].map(({ id, limit }) => `${id} ${exactOf(limit).toFraction()}`);
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.code;
  }
}

const theirs = (found: ReadonlyMap<string, Fraction> | undefined, ids: readonly string[]) =>
  found ? ids.map((id) => `${id} ${found.get(id)!.toFraction()}`) : "infeasible";

const idsOf = ({ parties }: AllocateLimitsInput) => [...parties].map(({ id }) => id);

describe("against the oracle", () => {
  it("exact shares, by trying every state of every customer and group", () => {
    fc.assert(
      fc.property(allocationInput, ({ unit: _, rounding: __, ...input }) => {
        const exact = { ...input, method: "proportional" } as const;
        expect(ours(exact)).toEqual(theirs(oracle.exactShares(problemOf(exact)), idsOf(exact)));
      }),
      runs,
    );
  });

  it("whole units, one after the other", () => {
    const units = fc.constantFrom("1", "2.5", "3", "7");
    fc.assert(
      fc.property(allocationInput, units, ({ rounding: _, ...given }, unit) => {
        const input = { ...given, method: "proportional", unit } as const;
        const found = oracle.unitByUnit(oracle.inUnits(problemOf(input), f(unit)));
        const amounts = found && new Map([...found].map(([id, n]) => [id, n.mul(f(unit))]));
        expect(ours(input)).toEqual(theirs(amounts, idsOf(input)));
      }),
      runs,
    );
  });

  it("the greatest return, by trying every split", () => {
    fc.assert(
      fc.property(allocationInput, ({ rounding: _, ...given }) => {
        const parties = [...given.parties].slice(0, 4);
        const groups = new Set(parties.map(({ group }) => group));
        const caps = Object.entries(given.groupCaps ?? {}).filter(([name]) => groups.has(name));
        const input = {
          ...given,
          parties,
          budget: Math.min(f(given.budget).valueOf(), 24),
          unit: 3,
          method: "return",
          groupCaps: caps.length > 0 ? Object.fromEntries(caps) : undefined,
        } as AllocateLimitsInput;
        if (caps.length === 0) delete (input as { groupCaps?: object }).groupCaps;
        const best = oracle.bestReturn(oracle.inUnits(problemOf(input), f(3)));
        if (!best) expect(ours(input)).toBe("infeasible");
        else expect(exactOrReason(allocateLimits(input).value)).toBe(best.mul(3).toFraction());
      }),
      runs,
    );
  });

  it("working assets by the printed table", () => {
    fc.assert(
      fc.property(workingAssetsInput, ({ bands: _, classFactor: __, ...sheet }) => {
        const expected = oracle.workingAssets(sheet as oracle.Sheet);
        const found = exactOrReason(workingAssetsLimit(sheet).limit);
        expect(found).toBe(typeof expected === "string" ? expected : expected.toFraction());
      }),
      runs,
    );
  });

  it("insured and retained exposure, cover by cover", () => {
    fc.assert(
      fc.property(exposureInput, ({ children: _, ...input }) => {
        const { gross, offset, insured, retained } = exposure(input);
        const exposed = exactOf(gross).sub(exactOf(offset));
        const covers = [...(input.insured ?? [])].map((cover) => ({
          ...cover,
          coverage: f(cover.coverage),
          ...(cover.limit === undefined ? {} : { limit: f(cover.limit) }),
          ...(cover.deductible === undefined ? {} : { deductible: f(cover.deductible) }),
        }));
        const found = oracle.covered(exposed, covers as oracle.Cover[], input.asOf);
        expect([insured, retained].map((each) => exactOf(each).toFraction())).toEqual([
          found.insured.toFraction(),
          found.retained.toFraction(),
        ]);
      }),
      runs,
    );
  });
});
