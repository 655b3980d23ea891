/**
 * @module limits/whole-units.kernel
 *
 * Whole units by the divisor rule: the next unit always goes to the claim whose next half step,
 * (n + 1/2) ÷ weight, is least (Webster, Sainte-Laguë). One unit more in the total is one unit more
 * for one claim and none less for any other.
 *
 * The units are not given out one by one: all steps below the level of the exact shares are taken
 * at once, and only the few that rounding left over are taken or given back in order.
 */
import type { Share, WaterLevel } from "./water-level.kernel.ts";
import { compareLevels, compareTurns, levelFor, turnsOf } from "./water-level.kernel.ts";

/** A claim: bounds in whole units, and what breaks a tie after the greater weight. */
export interface UnitClaim extends Share {
  readonly id: string;
}

/** Units for each claim that sum to the total, or to all that the claims can take. */
export function wholeUnits(claims: readonly UnitClaim[], total: bigint): bigint[] {
  const floors = claims.reduce((sum, { floor }) => sum + floor, 0n);
  const level = levelFor(total, floors, turnsOf(claims).sort(compareTurns));
  const units = claims.map((claim) => nearest(claim, level));
  let left = total - units.reduce((sum, each) => sum + each, 0n);
  const steps = new Steps(claims, units, left > 0n);
  while (left !== 0n) {
    const index = steps.take();
    if (index === undefined) break;
    left += left > 0n ? -1n : 1n;
  }
  return units;
}

/** All steps up to the level: the exact share, rounded half up, within the bounds. */
function nearest({ weight, floor, cap }: UnitClaim, level: WaterLevel): bigint {
  const { numerator, denominator } = level;
  const rounded = (2n * numerator * weight + denominator) / (2n * denominator);
  const raised = weight > 0n && rounded > floor ? rounded : floor;
  return cap >= 0n && raised > cap ? cap : raised;
}

/** A heap of the next step of every claim, or of the last one taken. */
class Steps {
  readonly #claims: readonly UnitClaim[];
  readonly #units: bigint[];
  readonly #up: boolean;
  readonly #heap: number[] = [];

  constructor(claims: readonly UnitClaim[], units: bigint[], up: boolean) {
    this.#claims = claims;
    this.#units = units;
    this.#up = up;
    for (let index = 0; index < claims.length; index += 1) {
      if (this.#canStep(index)) this.#heap.push(index);
    }
    for (let at = (this.#heap.length >> 1) - 1; at >= 0; at -= 1) this.#sink(at);
  }

  /** Takes or gives back the first step in order, and says whose it was. */
  take(): number | undefined {
    const index = this.#heap[0];
    if (index === undefined) return undefined;
    this.#units[index] = (this.#units[index] as bigint) + (this.#up ? 1n : -1n);
    if (!this.#canStep(index)) {
      const last = this.#heap.pop() as number;
      if (this.#heap.length > 0) this.#heap[0] = last;
    }
    this.#sink(0);
    return index;
  }

  #canStep(index: number): boolean {
    const { weight, floor, cap } = this.#claims[index] as UnitClaim;
    const units = this.#units[index] as bigint;
    if (!this.#up) return units > floor;
    return weight > 0n && (cap < 0n || units < cap);
  }

  #sink(from: number): void {
    const heap = this.#heap;
    let at = from;
    for (;;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.#before(heap[child] as number, heap[first] as number)) {
          first = child;
        }
      }
      if (first === at) return;
      [heap[at], heap[first]] = [heap[first] as number, heap[at] as number];
      at = first;
    }
  }

  #before(a: number, b: number): boolean {
    const order = this.#order(a, b);
    return this.#up ? order < 0 : order > 0;
  }

  /** By half steps; of equal ones the greater weight first, then the id that comes first. */
  #order(a: number, b: number): number {
    const [left, right] = [this.#claims[a] as UnitClaim, this.#claims[b] as UnitClaim];
    const byStep = compareLevels(this.#step(a, left), this.#step(b, right));
    if (byStep !== 0) return byStep;
    if (left.weight !== right.weight) return left.weight > right.weight ? -1 : 1;
    return left.id < right.id ? -1 : 1;
  }

  #step(index: number, { weight }: UnitClaim): WaterLevel {
    const units = this.#units[index] as bigint;
    return { numerator: 2n * units + (this.#up ? 1n : -1n), denominator: weight };
  }
}
