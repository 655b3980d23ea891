/**
 * Random allocations on hard inputs: weights of 0 and ties, caps of 0, floors that spend all of the
 * budget, groups that bind and that do not, budgets beyond all caps, units that cut.
 */
import fc from "fast-check";

import type { Figure } from "../../../src/ground/figure.ts";
import { allocateLimits } from "../../../src/limits/index.ts";
import type { AllocateLimitsInput, LimitAllocation } from "../../../src/limits/index.ts";
import { answers } from "./atoms.ts";

const GROUPS = ["g", "h"] as const;

/** Numbers of a party, small enough to meet often. */
const party = fc.record({
  weight: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom("0.5", "2.25")),
  cap: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  floor: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 8 })),
  requested: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  group: fc.option(fc.constantFrom(...GROUPS), { nil: undefined }),
  value: fc.constantFrom("-0.01", "0", "0.02", "0.05", "0.05", "0.11"),
});

/** How it is shared. */
const way = fc.constantFrom(
  { method: "proportional" },
  { method: "return" },
  { method: "proportional", unit: 1 },
  { method: "proportional", unit: "2.5" },
  { method: "proportional", unit: 3, rounding: "largest-remainder" },
  { method: "return", unit: 3 },
) as fc.Arbitrary<Partial<AllocateLimitsInput>>;

/** Allocations of few customers, most of them feasible: floors are cut to their caps. */
const allocationOf = (most: number): fc.Arbitrary<AllocateLimitsInput> =>
  fc
    .record({
      budget: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom("33.3", "0.5")),
      parties: fc.array(party, { minLength: 1, maxLength: most }),
      caps: fc.tuple(fc.integer({ min: 8, max: 50 }), fc.integer({ min: 8, max: 50 })),
      maxShare: fc.option(fc.constantFrom("0.5", "0.3", 1), { nil: undefined }),
      chosen: way,
    })
    .map(({ budget, parties, caps, maxShare, chosen }) => {
      const named = parties.map(({ cap, floor, requested, group, ...rest }, index) => ({
        id: `P${String(index)}`,
        ...rest,
        floor: Math.min(floor, cap ?? floor, requested ?? floor),
        ...(cap === undefined ? {} : { cap }),
        ...(requested === undefined ? {} : { requested }),
        ...(group === undefined ? {} : { group }),
      }));
      const used = GROUPS.filter((name) => named.some(({ group }) => group === name));
      const groupCaps = Object.fromEntries(used.map((name, index) => [name, caps[index]!]));
      return {
        budget,
        parties: named,
        ...(used.length > 0 ? { groupCaps } : {}),
        ...(maxShare === undefined ? {} : { maxShare }),
        ...chosen,
      };
    });

/** Of one to five customers. */
export const allocationInput = allocationOf(5);

const fewInput = allocationOf(3);

const allocated = (id: string, find: (found: LimitAllocation) => unknown) =>
  answers(id, fewInput, (input) => find(allocateLimits(input)));

/** The first figure of an id among the inputs of others. */
function within(root: unknown, id: string, depth = 0): unknown {
  if (typeof root !== "object" || root === null || depth > 12) return undefined;
  if ((root as { formula?: string }).formula === id) return root;
  const inner = (root as { inputs?: unknown }).inputs ?? root;
  for (const each of Object.values(inner)) {
    const found = within(each, id, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const rowOf = (id: string) =>
  allocated(
    id,
    ({ allocations }) => allocations.toArray().find((row) => row.limit.formula === id)?.limit,
  );
const inside = (id: string) =>
  allocated(id, ({ allocations, level }) => within([allocations.toArray(), level], id));

/** One arbitrary for each formula of allocation. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "limits/water-level": allocated("limits/water-level", ({ level }) => level),
  "limits/unit-level": allocated("limits/unit-level", ({ level }) => level),
  "limits/cut-off-value": allocated("limits/cut-off-value", ({ level }) => level),
  "limits/full-level": inside("limits/full-level"),
  "limits/floor-in-units": inside("limits/floor-in-units"),
  "limits/amount-in-units": inside("limits/amount-in-units"),
  "limits/allocated-share": rowOf("limits/allocated-share"),
  "limits/allocated-units": rowOf("limits/allocated-units"),
  "limits/allocated-by-remainder": rowOf("limits/allocated-by-remainder"),
  "limits/allocated-by-return": rowOf("limits/allocated-by-return"),
  "limits/allocated": allocated("limits/allocated", (found) => found.allocated),
  "limits/group-allocated": allocated(
    "limits/group-allocated",
    ({ groups }) => groups[0]?.allocated,
  ),
  "limits/not-allocated": allocated("limits/not-allocated", (found) => found.notAllocated),
  "limits/request-cut": allocated(
    "limits/request-cut",
    ({ allocations }) => allocations.toArray().find(({ cut }) => cut)?.cut,
  ),
  "limits/next-unit-value": allocated("limits/next-unit-value", (found) => found.nextUnitValue),
  "limits/allocation-value": allocated("limits/allocation-value", ({ value }) => value),
};
