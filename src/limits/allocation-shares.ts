/**
 * @module limits/allocation-shares
 *
 * Who gets how much: exact proportional shares, the same in whole units, or the greatest return.
 */
import type { Fraction } from "../ground/fraction.ts";
import { floorOf, Fraction as Exact, least, sumOf, ZERO } from "../ground/fraction.ts";
import type { AllocationTerms, Claim, ClaimGroup } from "./allocation-input.ts";
import { floorsOf } from "./allocation-input.ts";
import { placesOf, tie } from "./allocation-return.ts";
import { Scale } from "./allocation-scale.ts";
import type { Share, Turn, WaterLevel } from "./water-level.kernel.ts";
import { compareLevels, compareTurns, levelFor, turnAt, turnsOf } from "./water-level.kernel.ts";
import type { UnitClaim } from "./whole-units.kernel.ts";
import { wholeUnits } from "./whole-units.kernel.ts";

/** What the claims get. */
export interface Shares {
  /** By place of the claim. */
  readonly amounts: readonly Fraction[];
  /** Groups that have all that their cap allows, and want more. */
  readonly full: ReadonlySet<ClaimGroup>;
  /** For exact shares: the level of a group, or of all others. */
  readonly levels?: ReadonlyMap<ClaimGroup | undefined, Fraction>;
}

/** Exact shares: clamp(level × weight, floor, cap), with a level of its own in a full group. */
export function exactShares(
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  total: Fraction,
): Shares {
  const scale = new Scale(claims, groups, total);
  const turns: Turn[] = [];
  const ends = new Map<ClaimGroup, WaterLevel>();
  for (const group of groups) {
    const shares = group.claims.map((claim) => scale.share(claim));
    const own = turnsOf(shares);
    const end = groupEnd(scale, group, shares, own);
    if (end) ends.set(group, end.level);
    for (const turn of end ? end.turns : own) turns.push(turn);
  }
  turns.sort(compareTurns);
  const level = levelFor(scale.money(total), scale.money(floorsOf(claims)), turns);
  const full = new Set<ClaimGroup>();
  const levels = new Map<ClaimGroup | undefined, Fraction>([[undefined, scale.level(level)]]);
  const byClaim = new Map<Claim, Fraction>();
  for (const group of groups) {
    const end = ends.get(group);
    const isFull = end !== undefined && compareLevels(end, level) <= 0;
    if (isFull) full.add(group);
    const own = scale.level(isFull ? end : level);
    levels.set(group, own);
    for (const claim of group.claims) byClaim.set(claim, clampedShare(claim, own));
  }
  return { amounts: claims.map((claim) => byClaim.get(claim) as Fraction), full, levels };
}

/** The level at which a group has all that its cap allows, and its turns up to there. */
function groupEnd(
  scale: Scale,
  { cap }: ClaimGroup,
  shares: readonly Share[],
  turns: Turn[],
): { readonly level: WaterLevel; readonly turns: readonly Turn[] } | undefined {
  if (!cap) return undefined;
  const most = scale.money(cap);
  if (!wantsMore(shares, most)) return undefined;
  turns.sort(compareTurns);
  const floors = shares.reduce((sum, { floor }) => sum + floor, 0n);
  const level = levelFor(most, floors, turns);
  // Turns at the very level change nothing there, and then the group stops: they are left out.
  const before = turns.filter(({ at }) => compareLevels(at, level) < 0);
  const after = before.reduce((sum, turn) => sum + turn.weight, 0n);
  const rest = before.reduce((sum, turn) => sum + turn.fixed, floors);
  return { level, turns: [...before, turnAt(level, -after, most - rest)] };
}

/** Whether the shares could take more than that. */
function wantsMore(shares: readonly Share[], most: bigint): boolean {
  let sum = 0n;
  for (const { weight, floor, cap } of shares) {
    if (weight > 0n && cap < 0n) return true;
    sum += weight > 0n ? cap : floor;
  }
  return sum > most;
}

function clampedShare({ weight, floor, cap }: Claim, level: Fraction): Fraction {
  const share = level.times(weight);
  const raised = share.compare(floor) < 0 ? floor : share;
  return cap ? least(cap, raised) : raised;
}

/** Whole units by the divisor rule; a full group's own units are those of its cap alone. */
export function unitShares(
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  total: Fraction,
  unit: Fraction,
): Shares {
  const scale = new Scale(claims, groups, total);
  const units = (amount: Fraction): bigint => floorOf(amount.over(unit));
  const asUnits = (claim: Claim): UnitClaim => ({
    id: claim.party.id,
    weight: scale.weight(claim.weight),
    floor: units(claim.floor),
    cap: claim.cap ? units(claim.cap) : -1n,
  });
  const capped: ClaimGroup[] = [];
  const byClaim = new Map<Claim, UnitClaim>();
  for (const group of groups) {
    const own = group.claims.map(asUnits);
    const most = group.cap && units(group.cap);
    const isCapped = most !== undefined && wantsMore(own, most);
    if (isCapped) capped.push(group);
    const caps = isCapped ? wholeUnits(own, most) : own.map(({ cap }) => cap);
    group.claims.forEach((claim, index) => {
      byClaim.set(claim, { ...(own[index] as UnitClaim), cap: caps[index] as bigint });
    });
  }
  const found = wholeUnits(
    claims.map((claim) => byClaim.get(claim) as UnitClaim),
    units(total),
  );
  const amounts = found.map((count) => Exact.of(count).times(unit));
  return { amounts, full: fullOf(capped, claims, amounts) };
}

/** Exact shares cut to the unit, and what is left to those that lost most. */
export function remainderShares(
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  exact: Shares,
  unit: Fraction,
): Shares {
  const counts = exact.amounts.map((amount) => floorOf(amount.over(unit)));
  const lost = exact.amounts.map((amount, index) =>
    amount.over(unit).minus(Exact.of(counts[index] as bigint)),
  );
  let left = floorOf(sumOf(lost));
  const room = new Map<ClaimGroup, bigint>();
  const groupAt = placesOf(claims, groups);
  for (const group of groups) {
    if (group.cap) room.set(group, floorOf(group.cap.over(unit)));
  }
  counts.forEach((count, index) => {
    const group = groupAt[index] as ClaimGroup;
    if (room.has(group)) room.set(group, (room.get(group) as bigint) - count);
  });
  const order = claims.map((_, index) => index).filter((index) => !lost[index]?.isZero);
  order.sort((a, b) => (lost[b] as Fraction).compare(lost[a] as Fraction) || tie(claims, a, b));
  for (const index of order) {
    if (left === 0n) break;
    const group = groupAt[index] as ClaimGroup;
    const rest = room.get(group);
    if (rest === 0n) continue;
    if (rest !== undefined) room.set(group, rest - 1n);
    counts[index] = (counts[index] as bigint) + 1n;
    left -= 1n;
  }
  return { amounts: counts.map((count) => Exact.of(count).times(unit)), full: exact.full };
}

function fullOf(
  capped: readonly ClaimGroup[],
  claims: readonly Claim[],
  amounts: readonly Fraction[],
): Set<ClaimGroup> {
  const byClaim = new Map(claims.map((claim, index) => [claim, amounts[index] as Fraction]));
  const taken = (group: ClaimGroup) =>
    sumOf(group.claims.map((claim) => byClaim.get(claim) ?? ZERO));
  return new Set(capped.filter((group) => group.cap?.equals(taken(group))));
}

/** What is there to share: all of the budget, or all that the claims can take. */
export function totalOf(
  { method }: AllocationTerms,
  groups: readonly ClaimGroup[],
  budget: Fraction,
): Fraction {
  const most = groups.map(({ cap, claims }) => {
    const wants = claims.map((claim) => {
      const rises = method === "return" ? claim.value.sign > 0 : claim.weight.sign > 0;
      return rises ? (claim.cap ?? budget) : claim.floor;
    });
    const sum = sumOf(wants);
    return cap ? least(cap, sum) : sum;
  });
  return least(budget, sumOf(most));
}
