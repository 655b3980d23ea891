/**
 * @module batch/plane
 *
 * Sums that grow and are never wrong: a double a cell while that is exact, and for the cells that
 * pass 2^53 − 1 a bigint beside it.
 */
import type { MinorAmount } from "../ledger/minor-units.ts";
import { narrow } from "../ledger/minor-units.ts";

const FIRST_CELLS = 64;
const MOST = Number.MAX_SAFE_INTEGER;

/** Sums of a list of parties: cell `party × width + column`. */
export class Plane {
  readonly width: number;
  #near = new Float64Array(FIRST_CELLS);
  /** What a cell holds besides its double. */
  readonly #beyond = new Map<number, bigint>();

  constructor(width: number) {
    this.width = width;
  }

  /** Makes room for so many parties. */
  reserve(parties: number): void {
    const cells = parties * this.width;
    if (cells <= this.#near.length) return;
    const grown = new Float64Array(Math.max(cells, 2 * this.#near.length));
    grown.set(this.#near);
    this.#near = grown;
  }

  /** Adds a bigint or a double, which must be a safe integer. */
  add(cell: number, amount: MinorAmount): void {
    const near = this.#near[cell] as number;
    // Of two safe integers the sum is exact, or its double is no safe integer either.
    const total = near + Number(amount);
    if (typeof amount === "number" && Number.isSafeInteger(total)) {
      this.#near[cell] = total;
      return;
    }
    const beyond = this.#beyond.get(cell) ?? 0n;
    this.#beyond.set(cell, beyond + BigInt(near) + BigInt(amount));
    this.#near[cell] = 0;
  }

  /** Adds groups of `width` cells each, the group `g` to the party `places[g]`; −1 for none. */
  addAll(cells: ArrayLike<MinorAmount>, places: Int32Array): void {
    if (cells instanceof Float64Array) {
      this.#addDoubles(cells, places);
      return;
    }
    const { width } = this;
    for (let group = 0; group < places.length; group += 1) {
      const from = (places[group] as number) * width;
      for (let column = 0; column < width && from >= 0; column += 1) {
        this.add(from + column, cells[group * width + column] as MinorAmount);
      }
    }
  }

  /** The same without a call a cell: as long as its sums are safe integers. */
  #addDoubles(cells: Float64Array, places: Int32Array): void {
    const { width } = this;
    const near = this.#near;
    for (let group = 0; group < places.length; group += 1) {
      const from = (places[group] as number) * width;
      for (let column = 0; column < width && from >= 0; column += 1) {
        const amount = cells[group * width + column] as number;
        const total = (near[from + column] as number) + amount;
        if (total <= MOST && total >= -MOST) near[from + column] = total;
        else this.add(from + column, amount);
      }
    }
  }

  /** The sum of a cell. */
  at(cell: number): MinorAmount {
    const near = this.#near[cell] as number;
    const beyond = this.#beyond.get(cell);
    return beyond === undefined ? near : narrow(beyond + BigInt(near));
  }
}
