/**
 * @module limits/allocation-input
 *
 * What a budget of limits is shared by, as it is given and read; and whether it can be.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, refuse } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ceilingOf, floorOf, Fraction as Exact, sumOf, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import {
  amount,
  list,
  money,
  numeric,
  object,
  optional,
  rate,
  text,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import { byName } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** A customer that wants a part of the budget. */
export interface AllocationParty {
  /** Who; no two may have one name. */
  readonly id: string;
  /** How much it counts, at least 0; needed for proportional shares. */
  readonly weight?: Numeric;
  /** It gets at most this. Money, at least 0. */
  readonly cap?: Numeric;
  /** It gets at least this; 0 unless stated. Money, at least 0. */
  readonly floor?: Numeric;
  /** What it asked for, which is a cap, too. Money, at least 0. */
  readonly requested?: Numeric;
  /** The group that it belongs to. */
  readonly group?: string;
  /** What a unit of its limit earns a year, of either sign; needed for the greatest return. */
  readonly value?: Numeric;
}

/** What {@link allocateLimits} needs. One currency throughout. */
export interface AllocateLimitsInput {
  /** What there is to share. Money, at least 0. */
  readonly budget: Numeric;
  /** The customers. */
  readonly parties: List<AllocationParty>;
  /** Limits are whole multiples of this. Money, more than 0; exact unless stated. */
  readonly unit?: Numeric;
  /** What each group gets at most, by name. Money, at least 0. */
  readonly groupCaps?: Readonly<Record<string, Numeric>>;
  /** The share of the budget that one customer gets at most, from 0 to 1. */
  readonly maxShare?: Numeric;
  /** `proportional` to the weights (default), or for the greatest `return` by value. */
  readonly method?: "proportional" | "return";
  /** How exact shares become whole units; `divisor` unless stated. */
  readonly rounding?: "divisor" | "largest-remainder";
}

/** The schema of {@link AllocateLimitsInput}. */
export const allocateLimitsSchema = lazily(() => {
  const party = object({
    id: text(),
    weight: optional(numeric("any", { atLeast: ZERO })),
    cap: optional(amount()),
    floor: optional(amount()),
    requested: optional(amount()),
    group: optional(text()),
    value: optional(numeric("any")),
  });
  return object({
    budget: amount(),
    parties: list(party, { atLeast: 1 }),
    unit: optional(money({ above: ZERO })),
    groupCaps: optional(byName(amount(), { atMost: 10_000 })),
    maxShare: optional(rate()),
    method: withDefault(word("proportional", "return"), "proportional"),
    rounding: withDefault(word("divisor", "largest-remainder"), "divisor"),
  });
});

/** The allocation as read. */
export type AllocationTerms = Read<Terms<ReturnType<typeof allocateLimitsSchema>>>;
type ReadParty = AllocationTerms["parties"][number];

/** A customer as it is computed with: bounds in whole units where there is a unit. */
export interface Claim {
  readonly party: ReadParty;
  readonly weight: Fraction;
  readonly floor: Fraction;
  /** Undefined where nothing caps it. */
  readonly cap: Fraction | undefined;
  readonly value: Fraction;
}

/** Customers that share one cap, or those that have none of their own. */
export interface ClaimGroup {
  readonly name: string | undefined;
  readonly cap: Fraction | undefined;
  readonly claims: readonly Claim[];
}

const FN = "allocateLimits";

/** The claims in input order, with bounds cut and raised to the unit. */
export function claimsOf(terms: AllocationTerms): readonly Claim[] {
  const { budget, parties, unit, maxShare, method } = terms;
  const ids = new Set<string>();
  const issues: Issue[] = [];
  const share = maxShare && budget.times(maxShare);
  const needed = method === "return" ? "value" : "weight";
  const claims = parties.map((party, index): Claim => {
    const path = `parties[${String(index)}]`;
    if (ids.has(party.id)) issues.push(issue(`${path}.id`, "must be another one", party.id));
    ids.add(party.id);
    if (!party[needed]) {
      issues.push(issue(`${path}.${needed}`, `must be given for the method ${method}`));
    }
    const cap = leastOf([party.cap, party.requested, share]);
    const floor = party.floor ?? ZERO;
    return {
      party,
      weight: party.weight ?? ZERO,
      floor: unit ? Exact.of(ceilingOf(floor.over(unit))).times(unit) : floor,
      cap: unit && cap ? cutTo(cap, unit) : cap,
      value: party.value ?? ZERO,
    };
  });
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  return claims;
}

/** The greatest whole multiple of the unit that is not above the amount. */
export function cutTo(value: Fraction, unit: Fraction): Fraction {
  return Exact.of(floorOf(value.over(unit))).times(unit);
}

function leastOf(bounds: readonly (Fraction | undefined)[]): Fraction | undefined {
  const given = bounds.filter((bound) => bound !== undefined);
  return given.length === 0 ? undefined : given.reduce((a, b) => (b.compare(a) < 0 ? b : a));
}

/** The claims by group; those of groups without a cap, and of none, together. */
export function groupsOf(terms: AllocationTerms, claims: readonly Claim[]): ClaimGroup[] {
  const { unit, groupCaps = [] } = terms;
  const byGroup = new Map<string, Claim[]>();
  const free: Claim[] = [];
  for (const [name] of groupCaps) byGroup.set(name, []);
  for (const claim of claims) {
    const { group } = claim.party;
    (group === undefined ? free : (byGroup.get(group) ?? free)).push(claim);
  }
  const groups = groupCaps.map(([name, cap]): ClaimGroup => {
    const members = byGroup.get(name) ?? [];
    if (members.length === 0) refuse(FN, `groupCaps.${name}`, "must be the group of some party");
    return { name, cap: unit ? cutTo(cap, unit) : cap, claims: members };
  });
  return [...groups, { name: undefined, cap: undefined, claims: free }];
}

/** Refuses floors that cannot be met, each with how much is missing. */
export function requireFeasible(
  budget: Fraction,
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
): void {
  const issues: Issue[] = [];
  const short = (path: string, most: Fraction, floors: Fraction, what: string) => {
    const missing = floors.minus(most);
    if (missing.sign <= 0) return;
    const rule = `must be ${what} ${toText(path.endsWith("floor") ? most : floors)}`;
    issues.push(issue(path, `${rule}: ${toText(missing)} is missing`));
  };
  claims.forEach(({ cap, floor }, index) => {
    if (cap) short(`parties[${String(index)}].floor`, cap, floor, "at most its upper bound");
  });
  for (const { name, cap, claims: members } of groups) {
    if (cap) short(`groupCaps.${String(name)}`, cap, floorsOf(members), "at least its floors");
  }
  short("budget", budget, floorsOf(claims), "at least the floors");
  if (issues.length > 0) throw new CreditError("infeasible", FN, issues);
}

/** What claims are to get at least. */
export function floorsOf(claims: readonly Claim[]): Fraction {
  return sumOf(claims.map(({ floor }) => floor));
}
