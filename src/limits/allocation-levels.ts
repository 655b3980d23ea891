/**
 * @module limits/allocation-levels
 *
 * The level of an allocation, and of every group whose cap binds: the certificate from which each
 * share follows.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, least, sumOf, ZERO } from "../ground/fraction.ts";
import { amountInUnits, boundsOf, unitsIn } from "./allocation-bounds.ts";
import type { AllocationTerms, Claim, ClaimGroup } from "./allocation-input.ts";
import type { Shares } from "./allocation-shares.ts";

/** The level that shares follow from: money to a weight of 1; a step; or a value. */
export type AllocationLevel = Figure<
  "limits/water-level" | "limits/unit-level" | "limits/cut-off-value"
>;

type Group = ClaimGroup | undefined;

/** The levels by group; those that are not full have the level of all. */
export class AllocationLevels {
  readonly #terms: AllocationTerms;
  readonly #claims: readonly Claim[];
  readonly #groups: readonly ClaimGroup[];
  readonly #found: Shares;
  readonly #exact: Shares | undefined;
  readonly #made = new Map<Group, AllocationLevel>();
  readonly #amounts: ReadonlyMap<Claim, Fraction>;

  constructor(
    terms: AllocationTerms,
    claims: readonly Claim[],
    groups: readonly ClaimGroup[],
    found: Shares,
    exact: Shares | undefined,
  ) {
    this.#terms = terms;
    this.#claims = claims;
    this.#groups = groups;
    this.#found = found;
    this.#exact = exact;
    this.#amounts = new Map(claims.map((claim, at) => [claim, found.amounts[at] as Fraction]));
  }

  /** The level of a group, or of all. */
  of(group: Group): AllocationLevel {
    const own = group && this.#found.full.has(group) ? group : undefined;
    let level = this.#made.get(own);
    if (!level) this.#made.set(own, (level = this.#make(own)));
    return level;
  }

  #make(group: Group): AllocationLevel {
    const members = group ? group.claims : this.#shared();
    if (this.#exact) return this.#waterLevel(group, members);
    if (this.#terms.method === "return") return this.#cutOff(group, members);
    return this.#unitLevel(members);
  }

  /** All claims that are in no full group. */
  #shared(): readonly Claim[] {
    const { full } = this.#found;
    if (full.size === 0) return this.#claims;
    return this.#groups.filter((group) => !full.has(group)).flatMap(({ claims }) => claims);
  }

  #waterLevel(group: Group, members: readonly Claim[]): AllocationLevel {
    const level = this.#exact?.levels?.get(group) as Fraction;
    const { budget, unit, currency } = this.#terms;
    const full = group ? [] : this.#groups.filter((each) => this.#found.full.has(each));
    const total = group?.cap ?? budget;
    const inputs = () => {
      const most = group ? total : amountInUnits(total, unit, currency);
      const parties = members.map((claim) => this.#levelRow(claim, level, most));
      const isMoving = parties.some(({ moving }) => moving.sign > 0);
      const groups = full.map(({ name, cap }) => ({ group: name, cap: cap as Fraction }));
      const last = isMoving ? undefined : this.#lastTurn(level, members, full);
      return { budget: most, parties, groups, last };
    };
    return figure("limits/water-level", level, "times", inputs);
  }

  #levelRow(claim: Claim, level: Fraction, total: Fraction) {
    const { weight, party } = claim;
    const { floor, cap, capped } = boundsOf(this.#terms, claim);
    const share = level.times(weight);
    const isLow = weight.isZero || share.compare(floor) <= 0;
    const isHigh = !isLow && cap !== undefined && share.compare(cap) >= 0;
    const state = isLow ? "floor" : isHigh ? "cap" : "moving";
    const fixed = { floor, cap: cap ?? ZERO, moving: ZERO }[state];
    const most = weight.isZero ? floor : (cap ?? total);
    const moving = state === "moving" ? weight : ZERO;
    return { id: party.id, weight, floor, cap, capped, state, most, fixed, moving };
  }

  /** Where nothing moves, the level is that at which the last share stopped. */
  #lastTurn(level: Fraction, members: readonly Claim[], full: readonly ClaimGroup[]): Fraction {
    if (level.isZero) return ZERO;
    const stopped = members.find(({ weight, cap }) => {
      return cap && weight.sign > 0 && cap.over(weight).equals(level);
    });
    if (stopped) {
      const { weight, party } = stopped;
      const { cap } = boundsOf(this.#terms, stopped);
      const inputs = { party: party.id, cap, weight };
      return level.from(figure("limits/full-level", level, "times", inputs));
    }
    const group = full.find((each) => asTerm(this.of(each)).equals(level));
    return asTerm(this.of(group));
  }

  /** The last unit given: (units − 1/2) ÷ weight; 0 where all have their floors. */
  #unitLevel(members: readonly Claim[]): AllocationLevel {
    const unit = this.#terms.unit as Fraction;
    const steps = members
      .filter((claim) => this.#above(claim).sign > 0)
      .map((claim) => {
        const { weight, party } = claim;
        const units = unitsIn(this.#amounts.get(claim) as Fraction, unit);
        return { party: party.id, units, weight, step: units.minus(HALF).over(weight) };
      });
    const [first] = steps;
    if (!first) {
      return figure("limits/unit-level", ZERO, "times", { units: ZERO, weight: ZERO });
    }
    const last = steps.reduce((a, b) => (b.step.compare(a.step) > 0 ? b : a), first);
    const { step, ...inputs } = last;
    return figure("limits/unit-level", step, "times", inputs);
  }

  /** The value of the last that was given something; 0 where the budget goes round. */
  #cutOff(group: Group, members: readonly Claim[]): AllocationLevel {
    const id = "limits/cut-off-value";
    const { budget, unit } = this.#terms;
    const spent = sumOf(this.#found.amounts);
    const isBound = group !== undefined || spent.equals(amountInUnits(budget, unit));
    if (!isBound) return figure(id, ZERO, "times", { unitValue: ZERO });
    const given = members.filter((claim) => this.#above(claim).sign > 0);
    const values = (given.length > 0 ? given : members).map(({ value }) => value);
    const start = values[0] ?? ZERO;
    const found = values.reduce(given.length > 0 ? least : greatest, start);
    const unitValue = greatest(found, ZERO);
    return figure(id, unitValue, "times", { unitValue });
  }

  #above(claim: Claim): Fraction {
    return (this.#amounts.get(claim) as Fraction).minus(claim.floor);
  }
}

const HALF = /* @__PURE__ */ Exact.of(1n, 2n);
