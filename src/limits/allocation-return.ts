/**
 * @module limits/allocation-return
 *
 * The budget for the greatest return: the highest value first, as far as caps and budget go.
 */
import type { Fraction } from "../ground/fraction.ts";
import { least } from "../ground/fraction.ts";
import type { Claim, ClaimGroup } from "./allocation-input.ts";
import { floorsOf } from "./allocation-input.ts";
import type { Shares } from "./allocation-shares.ts";

/** The greatest return: floors first, then by value down to 0, as far as caps and budget go. */
export function returnShares(
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  total: Fraction,
): Shares {
  const amounts = claims.map(({ floor }) => floor);
  const groupAt = placesOf(claims, groups);
  const room = new Map(
    groups.map((group) => [group, group.cap?.minus(floorsOf(group.claims))] as const),
  );
  let left = total.minus(floorsOf(claims));
  const order = claims.map((_, index) => index).filter((at) => claims[at]?.value.sign === 1);
  order.sort((a, b) => {
    const [first, second] = [claims[a] as Claim, claims[b] as Claim];
    return second.value.compare(first.value) || tie(claims, a, b);
  });
  for (const index of order) {
    const { floor, cap } = claims[index] as Claim;
    const group = groupAt[index] as ClaimGroup;
    const rest = room.get(group);
    const bounds = [left, rest, cap?.minus(floor)].filter((bound) => bound !== undefined);
    const more = bounds.reduce(least);
    amounts[index] = floor.plus(more);
    left = left.minus(more);
    if (rest) room.set(group, rest.minus(more));
  }
  const full = new Set(groups.filter((group) => room.get(group)?.isZero));
  return { amounts, full };
}

/** Which of two equal claims comes first: the greater weight, then the id that comes first. */
export function tie(claims: readonly Claim[], a: number, b: number): number {
  const [first, second] = [claims[a] as Claim, claims[b] as Claim];
  return second.weight.compare(first.weight) || (first.party.id < second.party.id ? -1 : 1);
}

/** The group of each claim. */
export function placesOf(claims: readonly Claim[], groups: readonly ClaimGroup[]): ClaimGroup[] {
  const byClaim = new Map<Claim, ClaimGroup>();
  for (const group of groups) for (const claim of group.claims) byClaim.set(claim, group);
  return claims.map((claim) => byClaim.get(claim) as ClaimGroup);
}
