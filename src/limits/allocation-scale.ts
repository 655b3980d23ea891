/**
 * @module limits/allocation-scale
 *
 * Money and weights of an allocation as whole numbers, so that the sweeps add integers.
 */
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact } from "../ground/fraction.ts";
import type { Claim, ClaimGroup } from "./allocation-input.ts";
import type { Share, WaterLevel } from "./water-level.kernel.ts";

/** A common denominator of all money, and one of all weights. */
export class Scale {
  readonly #money: bigint;
  readonly #weight: bigint;

  constructor(claims: readonly Claim[], groups: readonly ClaimGroup[], total: Fraction) {
    let money = multiple(1n, total);
    let weight = 1n;
    for (const { floor, cap, weight: own } of claims) {
      money = multiple(multiple(money, floor), cap);
      weight = multiple(weight, own);
    }
    for (const { cap } of groups) money = multiple(money, cap);
    this.#money = money;
    this.#weight = weight;
  }

  money(amount: Fraction): bigint {
    return (amount.numerator * this.#money) / amount.denominator;
  }

  weight(weight: Fraction): bigint {
    return (weight.numerator * this.#weight) / weight.denominator;
  }

  share({ weight, floor, cap }: Claim): Share {
    const most = cap ? this.money(cap) : -1n;
    return { weight: this.weight(weight), floor: this.money(floor), cap: most };
  }

  /** A level as money to a weight of 1. */
  level({ numerator, denominator }: WaterLevel): Fraction {
    return Exact.of(numerator * this.#weight, denominator * this.#money);
  }
}

/** The least number that the denominator divides, too. */
function multiple(known: bigint, value: Fraction | undefined): bigint {
  if (!value || known % value.denominator === 0n) return known;
  const { denominator } = value.reduced();
  let [larger, smaller] = [known, denominator];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (known / larger) * denominator;
}
