/**
 * @module limits/allocation-value
 *
 * What an allocation earns, and what one more unit of the budget would.
 */
import { asTerm } from "../ground/exact.ts";
import { absent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { greatest, least, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { LimitAllocation } from "./allocation.ts";
import type { AllocationTerms, Claim, ClaimGroup } from "./allocation-input.ts";
import type { AllocationLevels } from "./allocation-levels.ts";
import type { AllocationRows } from "./allocation-rows.ts";
import type { Shares } from "./allocation-shares.ts";
import { placesOf } from "./allocation-return.ts";
import { amountOf } from "./amount.ts";

const NO_VALUES = "the value of a unit is not given for every customer that it depends on";

/** What all limits earn. */
export function valueOf(
  terms: AllocationTerms,
  claims: readonly Claim[],
  rows: AllocationRows,
  { amounts }: Shares,
): LimitAllocation["value"] {
  const id = "limits/allocation-value";
  if (claims.some(({ party }) => party.value === undefined)) {
    return absent(id, "money", {}, "not_defined", NO_VALUES);
  }
  const earned = claims.map(({ value }, index) => (amounts[index] as Fraction).times(value));
  const inputs = () => ({
    parties: claims.map(({ party, value: unitValue }, index) => {
      return { id: party.id, limit: rows.limit(index), unitValue, earned: earned[index] };
    }),
  });
  return amountOf(id, sumOf(earned), inputs, terms.currency);
}

/** What one more unit would earn: the mean value of those who would share it. */
export function nextUnitOf(
  terms: AllocationTerms,
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  levels: AllocationLevels,
  found: Shares,
): LimitAllocation["nextUnitValue"] {
  const { unit = ONE, method, currency } = terms;
  const id = "limits/next-unit-value";
  if (claims.every(({ party }) => party.value === undefined)) {
    return absent(id, "money", {}, "not_defined", NO_VALUES);
  }
  const open = openClaims(terms, claims, groups, found);
  const isExact = method === "proportional" && !terms.unit;
  const takers = isExact ? sharers(open, levels) : first(terms, open);
  if (takers.some(({ party }) => party.value === undefined)) {
    return absent(id, "money", {}, "not_defined", NO_VALUES);
  }
  const parties = takers.map(({ party, value: unitValue, weight: own }) => {
    const weight = isExact ? own : ONE;
    return { id: party.id, weight, unitValue, weighted: weight.times(unitValue) };
  });
  const weight = sumOf(parties.map((row) => row.weight));
  const earned = unit.times(sumOf(parties.map((row) => row.weighted)));
  const mean = weight.isZero ? ZERO : earned.over(weight);
  return amountOf(id, mean, { unit, parties }, currency);
}

interface OpenClaim extends Claim {
  readonly amount: Fraction;
}

/** Those that would take more if there were more. */
function openClaims(
  { method }: AllocationTerms,
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  { amounts, full }: Shares,
): OpenClaim[] {
  const groupAt = placesOf(claims, groups);
  const totals = new Map<ClaimGroup, Fraction>();
  claims.forEach((_, index) => {
    const group = groupAt[index] as ClaimGroup;
    if (!group.cap) return;
    const sum = totals.get(group) ?? ZERO;
    totals.set(group, sum.plus(amounts[index] as Fraction));
  });
  return claims.flatMap((claim, index) => {
    const group = groupAt[index] as ClaimGroup;
    const amount = amounts[index] as Fraction;
    const rises = method === "return" ? claim.value.sign > 0 : claim.weight.sign > 0;
    const hasRoom = !claim.cap || amount.compare(claim.cap) < 0;
    const isShut = full.has(group) || (totals.get(group)?.equals(group.cap ?? ZERO) ?? false);
    return rises && hasRoom && !isShut ? [{ ...claim, amount }] : [];
  });
}

/** Of exact shares, those that rise just above the level, or begin next. */
function sharers(open: readonly OpenClaim[], levels: AllocationLevels): readonly OpenClaim[] {
  const level = asTerm(levels.of(undefined));
  const starts = open.map(({ floor, weight }) => greatest(level, floor.over(weight)));
  const [start] = starts;
  const next = starts.reduce(least, start ?? level);
  return open.filter((_, index) => starts[index]?.equals(next));
}

/** Of whole units and returns, the one that comes next. */
function first(
  { method, unit = ONE }: AllocationTerms,
  open: readonly OpenClaim[],
): readonly OpenClaim[] {
  const [start] = open;
  if (!start) return [];
  const step = ({ amount, weight }: OpenClaim) =>
    amount.over(unit).plus(amount.over(unit)).plus(ONE).over(weight);
  const before = (a: OpenClaim, b: OpenClaim): number => {
    const order = method === "return" ? b.value.compare(a.value) : step(a).compare(step(b));
    return order || b.weight.compare(a.weight) || (a.party.id < b.party.id ? -1 : 1);
  };
  return [open.reduce((a, b) => (before(b, a) < 0 ? b : a), start)];
}
