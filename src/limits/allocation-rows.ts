/**
 * @module limits/allocation-rows
 *
 * The rows of an allocation: each limit with its derivation, made when it is read.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import type { Allocation, AllocatedGroup } from "./allocation.ts";
import { boundsOf, unitsIn } from "./allocation-bounds.ts";
import type { AllocationTerms, Claim, ClaimGroup } from "./allocation-input.ts";
import type { AllocationLevels } from "./allocation-levels.ts";
import type { Shares } from "./allocation-shares.ts";
import { placesOf } from "./allocation-return.ts";
import { amountOf } from "./amount.ts";

/** A limit out of a budget. */
export type AllocatedLimit = Figure<
  | "limits/allocated-share"
  | "limits/allocated-units"
  | "limits/allocated-by-remainder"
  | "limits/allocated-by-return"
>;

/** Makes the rows of an allocation. */
export class AllocationRows {
  readonly #terms: AllocationTerms;
  readonly #claims: readonly Claim[];
  readonly #groupAt: readonly ClaimGroup[];
  readonly #levels: AllocationLevels;
  readonly #found: Shares;
  readonly #exact: Shares | undefined;
  readonly #places = new Map<ClaimGroup, number[]>();

  constructor(
    terms: AllocationTerms,
    claims: readonly Claim[],
    groups: readonly ClaimGroup[],
    levels: AllocationLevels,
    found: Shares,
    exact: Shares | undefined,
  ) {
    this.#terms = terms;
    this.#claims = claims;
    this.#groupAt = placesOf(claims, groups);
    this.#levels = levels;
    this.#found = found;
    this.#exact = exact;
    for (const group of groups) this.#places.set(group, []);
    this.#groupAt.forEach((group, index) => this.#places.get(group)?.push(index));
  }

  row(index: number): Allocation {
    const { party } = this.#claims[index] as Claim;
    const { requested, id } = party;
    const limit = this.limit(index);
    const row = { id, limit, bound: this.#bound(index) };
    if (!requested) return row;
    const missing = requested.minus(asTerm(limit));
    const inputs = { requested, limit };
    const cut: Figure<"limits/request-cut"> = amountOf(
      "limits/request-cut",
      missing,
      inputs,
      this.#terms.currency,
    );
    return { ...row, cut };
  }

  /** One customer's limit. */
  limit(index: number): AllocatedLimit {
    const { unit, method, currency } = this.#terms;
    const amount = this.#found.amounts[index] as Fraction;
    if (this.#exact && unit) {
      const share = this.#share(index);
      const inputs = { share, unit, units: unitsIn(amount, unit) };
      return amountOf("limits/allocated-by-remainder", amount, inputs, currency);
    }
    if (this.#exact) return this.#share(index);
    const inputs = () => this.#inputs(index);
    if (method === "return") {
      const { value: unitValue } = this.#claims[index] as Claim;
      const all = () => ({ ...inputs(), weight: undefined, unitValue });
      return amountOf("limits/allocated-by-return", amount, all, currency);
    }
    const units = unitsIn(amount, unit as Fraction);
    const all = () => ({ ...inputs(), unit, units });
    return amountOf("limits/allocated-units", amount, all, currency);
  }

  /** The exact share. */
  #share(index: number): AllocatedLimit {
    const amount = this.#exact?.amounts[index] as Fraction;
    const inputs = () => this.#inputs(index);
    return amountOf("limits/allocated-share", amount, inputs, this.#terms.currency);
  }

  #inputs(index: number) {
    const claim = this.#claims[index] as Claim;
    const level = this.#levels.of(this.#groupAt[index]);
    return { level, weight: claim.weight, ...boundsOf(this.#terms, claim) };
  }

  #bound(index: number): Allocation["bound"] {
    const { floor, cap } = this.#claims[index] as Claim;
    const amount = this.#found.amounts[index] as Fraction;
    if (cap?.equals(amount)) return "cap";
    if (floor.equals(amount)) return "floor";
    return this.#found.full.has(this.#groupAt[index] as ClaimGroup) ? "group" : "none";
  }

  /** Every limit, and whether its customer could have taken more. */
  totalRows() {
    return this.#claims.map((claim, index) => {
      const { party, weight, value } = claim;
      const { cap, capped } = boundsOf(this.#terms, claim);
      const rises = this.#terms.method === "return" ? value.sign > 0 : weight.sign > 0;
      const wants = rises && !this.#found.full.has(this.#groupAt[index] as ClaimGroup);
      const limit = this.limit(index);
      const room = cap ? cap.minus(this.#found.amounts[index] as Fraction) : undefined;
      return { id: party.id, limit, wants, cap, capped, short: wants ? (room ?? "1") : "0" };
    });
  }

  /** What a group got. */
  groupTotal(group: ClaimGroup): AllocatedGroup["allocated"] {
    const { cap, name } = group;
    const places = this.#places.get(group) ?? [];
    const total = sumOf(places.map((index) => this.#found.amounts[index] as Fraction));
    const inputs = () => ({
      group: name,
      cap,
      parties: places.map((index) => ({
        id: (this.#claims[index] as Claim).party.id,
        limit: this.limit(index),
      })),
    });
    return amountOf("limits/group-allocated", total, inputs, this.#terms.currency);
  }
}
