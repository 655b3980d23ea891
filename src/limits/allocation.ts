/**
 * @module limits/allocation
 *
 * One budget of credit shared among many customers.
 */
import { refuse } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import { Rows } from "../ground/rows.ts";
import type {
  AllocateLimitsInput,
  AllocationTerms,
  Claim,
  ClaimGroup,
} from "./allocation-input.ts";
import {
  allocateLimitsSchema,
  claimsOf,
  cutTo,
  groupsOf,
  requireFeasible,
} from "./allocation-input.ts";
import { amountInUnits } from "./allocation-bounds.ts";
import type { AllocationLevel } from "./allocation-levels.ts";
import { AllocationLevels } from "./allocation-levels.ts";
import { returnShares } from "./allocation-return.ts";
import type { AllocatedLimit } from "./allocation-rows.ts";
import { AllocationRows } from "./allocation-rows.ts";
import type { Shares } from "./allocation-shares.ts";
import { exactShares, remainderShares, totalOf, unitShares } from "./allocation-shares.ts";
import { nextUnitOf, valueOf } from "./allocation-value.ts";
import { amountOf } from "./amount.ts";

/** What a group got. */
export interface AllocatedGroup {
  /** The group. */
  readonly group: string;
  /** What its members got together. Money. */
  readonly allocated: Figure<"limits/group-allocated">;
  /** Its own level where its cap binds, else that of all. */
  readonly level: AllocationLevel;
  /** Whether its cap keeps its members from more. */
  readonly binding: boolean;
}

/** One customer's part of the budget. */
export interface Allocation {
  /** The customer. */
  readonly id: string;
  /** Its limit. Money. */
  readonly limit: AllocatedLimit;
  /** What keeps it where it is: its cap, its floor, its group's cap; `none` where it shares. */
  readonly bound: "cap" | "floor" | "group" | "none";
  /**
   * What was asked for less what was given, 0 where it got all. Money; left out without request.
   */
  readonly cut?: Figure<"limits/request-cut">;
}

/** A budget shared. */
export interface LimitAllocation {
  /** One row a customer, in the order given. */
  readonly allocations: Rows<Allocation>;
  /** The groups that have a cap, in the order given. */
  readonly groups: readonly AllocatedGroup[];
  /**
   * λ: exact shares are level × weight, whole units about level × unit × weight; for returns, the
   * value of the last unit given.
   */
  readonly level: AllocationLevel;
  /** All limits together. Money. */
  readonly allocated: Figure<"limits/allocated">;
  /** What of the budget is left. Money. */
  readonly notAllocated: Figure<"limits/not-allocated">;
  /** What one more unit of the budget would earn; absent where a value is not given. Money. */
  readonly nextUnitValue: Figure<"limits/next-unit-value"> | Absent<"limits/next-unit-value">;
  /** What all limits earn; absent where a value is not given. Money. */
  readonly value: Figure<"limits/allocation-value"> | Absent<"limits/allocation-value">;
}

const FN = "allocateLimits";

/**
 * Limits out of one budget (额度分配): proportional to weights or for the greatest return, within every
 * customer's floor and cap and every group's cap.
 *
 * Use it where the sum of limits is bounded: a target for receivables, an insurer's total, a pool
 * of money. Weights are forecast sales, scores, net worth. One customer's own limit, the least of
 * several bounds, is {@link creditLimit}; its result may be the cap here.
 *
 * @formula proportional: limit = clamp(λ × weight, floor, cap) with the one λ that spends the
 *   budget, or all that the caps allow; a group whose cap binds has a λ of its own. In whole units:
 *   the next unit to the least (n + 1/2) ÷ weight. Return: by value, the highest first, down to 0
 * @units money in, money out
 *
 * @param input - The budget and the customers. A customer's upper bound is the least of cap,
 *   request and `maxShare` × budget; with a unit, caps are cut and floors raised to it.
 * @returns The limits in the order given, λ, what binds whom, what is left, and the value of one
 *   more unit. Sums are exact; the order of the customers does not matter. By the divisor rule a
 *   larger budget never lowers anybody; with `largest-remainder` it may. Ties go to the greater
 *   weight, then to the id that comes first.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; two customers of one id; weights or values that the method needs; a rounding
 *   without a unit or beside `return`. All faults are listed.
 * @throws {@link CreditError} `infeasible`: floors above caps, above a group's cap or above the
 *   budget; each is named with what is missing.
 *
 * @source ours: docs/limits.md. The proportional form is known as water-filling, the rule for whole
 *   units is that of Webster and Sainte-Laguë, the return that of the fractional knapsack.
 *
 * @example
 * ```ts
 * const { allocations, level } = allocateLimits({
 *   budget: 1000,
 *   parties: [
 *     { id: "A", weight: 40, cap: 500 },
 *     { id: "B", weight: 30, cap: 200 },
 *     { id: "C", weight: 20, cap: 400 },
 *     { id: "D", weight: 10, cap: 200 },
 *   ],
 * });
 * [...allocations].map(({ id, limit }) => `${id} ${limit.value.toFixed(2)}`);
 * // => ["A 457.14", "B 200.00", "C 228.57", "D 114.29"]
 * level.value.toFixed(4); // => "11.4286"
 * ```
 */
export function allocateLimits(input: AllocateLimitsInput): LimitAllocation {
  const terms = read(FN, allocateLimitsSchema, input);
  requireMethod(terms);
  const claims = claimsOf(terms);
  const groups = groupsOf(terms, claims);
  const budget = terms.unit ? cutTo(terms.budget, terms.unit) : terms.budget;
  requireFeasible(budget, claims, groups);
  const total = totalOf(terms, groups, budget);
  // Whole units by the divisor rule need no exact shares; the largest remainder does.
  const exact = terms.method === "proportional" && !isDivisor(terms);
  const shares = exact ? exactShares(claims, groups, total) : undefined;
  const found = sharesOf(terms, claims, groups, total, shares);
  const levels = new AllocationLevels(terms, claims, groups, found, shares);
  const rows = new AllocationRows(terms, claims, groups, levels, found, shares);
  return resultOf(terms, claims, groups, levels, rows, found, total);
}

/** Refuses a rounding that would be ignored. */
function requireMethod({ unit, rounding, method }: AllocationTerms): void {
  if (rounding !== "largest-remainder") return;
  if (!unit) refuse(FN, "unit", "must be given: `largest-remainder` is a rule for whole units");
  if (method === "return") {
    refuse(
      FN,
      "rounding",
      "must be left out beside the method `return`, which leaves no fractions",
    );
  }
}

function isDivisor({ unit, rounding }: AllocationTerms): boolean {
  return unit !== undefined && rounding === "divisor";
}

function sharesOf(
  terms: AllocationTerms,
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  total: Fraction,
  exact: Shares | undefined,
): Shares {
  const { unit, method } = terms;
  if (method === "return") return returnShares(claims, groups, total);
  if (exact) return unit ? remainderShares(claims, groups, exact, unit) : exact;
  return unitShares(claims, groups, total, unit as Fraction);
}

/** Exact shares sum to the total by their making; to add them up would cost more than they did. */
function allocatedOf({ unit, method }: AllocationTerms, found: Shares, total: Fraction): Fraction {
  return unit || method === "return" ? sumOf(found.amounts) : total;
}

function resultOf(
  terms: AllocationTerms,
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  levels: AllocationLevels,
  rows: AllocationRows,
  found: Shares,
  total: Fraction,
): LimitAllocation {
  const { budget, unit, currency } = terms;
  const allocated: LimitAllocation["allocated"] = amountOf(
    "limits/allocated",
    allocatedOf(terms, found, total),
    () => ({ budget: amountInUnits(budget, unit), parties: rows.totalRows() }),
    currency,
  );
  const capped = groups.filter((group) => group.cap !== undefined);
  return {
    allocations: new Rows(claims.length, (index) => rows.row(index)),
    groups: capped.map((group) => ({
      group: String(group.name),
      allocated: rows.groupTotal(group),
      level: levels.of(group),
      binding: found.full.has(group),
    })),
    level: levels.of(undefined),
    allocated,
    notAllocated: amountOf(
      "limits/not-allocated",
      budget.minus(asTerm(allocated)),
      { budget, allocated },
      currency,
    ),
    nextUnitValue: nextUnitOf(terms, claims, groups, levels, found),
    value: valueOf(terms, claims, rows, found),
  };
}
