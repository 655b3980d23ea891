/**
 * @module batch/limit.kernel
 *
 * The least of bounds, in whole numbers that doubles hold: amounts in steps of a power of ten,
 * shares in steps of another one, their products below 2^52. Then products and differences are
 * exact, and so is the sum of two, of which the least is (a + b − |a − b|) ÷ 2: a branch on data
 * would be guessed wrong in every other row. Where something does not fit there is no number for
 * the least, and the row is decided in whole numbers of any length.
 */
import { roundedOver, timesIn } from "./wholes.kernel.ts";

/** Above all amounts that are taken. */
export const MOST_AMOUNT = 2 ** 52;

/** A base times a factor, in steps. */
export type Factored = readonly [
  base: Float64Array,
  /** Steps of the base, the factor, the least and the most steps, and no number. */
  terms: Float64Array,
  /** The bit of the bound. */
  bit: number,
];

/** Takes two bounds into the least of each row, and their bits into those of the least. */
export function takeTwo(
  low: Float64Array,
  masks: Uint32Array,
  [base, terms, bit]: Factored,
  [otherBase, otherTerms, otherBit]: Factored,
  from: number,
  to: number,
): void {
  // Read one by one, these are doubles; the constant that is no number would be an object.
  const power = terms[0] as number;
  const half = (terms[1] as number) / 2;
  const least = terms[2] as number;
  const most = terms[3] as number;
  const none = terms[4] as number;
  const otherPower = otherTerms[0] as number;
  const otherHalf = (otherTerms[1] as number) / 2;
  const otherLeast = otherTerms[2] as number;
  const otherMost = otherTerms[3] as number;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const known = low[at] as number;
    const given = base[row] as number;
    const steps = Math.floor(given * power + 0.5);
    const isPlain = steps / power === given && steps >= least && steps <= most;
    const other = otherBase[row] as number;
    const otherSteps = Math.floor(other * otherPower + 0.5);
    const isOtherPlain =
      otherSteps / otherPower === other && otherSteps >= otherLeast && otherSteps <= otherMost;
    // What is below 0 counts as 0.
    const a = isPlain ? (steps + Math.abs(steps)) * half : none;
    const b = isOtherPlain ? (otherSteps + Math.abs(otherSteps)) * otherHalf : none;
    const lower = (a + b - Math.abs(a - b)) * 0.5;
    const lowest = (known + lower - Math.abs(known - lower)) * 0.5;
    low[at] = lowest;
    masks[row] =
      bitsIf(known <= lowest, masks[row] as number) |
      bitsIf(a <= lowest, bit) |
      bitsIf(b <= lowest, otherBit);
  }
}

/** The same with a share for every row. */
export function takeShares(
  low: Float64Array,
  masks: Uint32Array,
  base: Float64Array,
  shares: Float64Array,
  terms: Float64Array,
  bit: number,
  from: number,
  to: number,
): void {
  const power = terms[0] as number;
  const sharePower = terms[1] as number;
  const least = terms[2] as number;
  const most = terms[3] as number;
  const none = terms[4] as number;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const given = base[row] as number;
    const share = shares[row] as number;
    const steps = Math.floor(given * power + 0.5);
    const parts = Math.floor(share * sharePower + 0.5);
    const product = ((steps + Math.abs(steps)) / 2) * parts;
    const isPlain =
      steps / power === given &&
      parts / sharePower === share &&
      Math.abs(steps) <= most &&
      parts >= 0 &&
      parts <= most &&
      given >= least &&
      product < MOST_AMOUNT;
    const amount = isPlain ? product : none;
    const known = low[at] as number;
    low[at] = (known + amount - Math.abs(known - amount)) * 0.5;
    masks[row] = bitsIf(known <= amount, masks[row] as number) | bitsIf(amount <= known, bit);
  }
}

/** The bits where something holds, else none. */
function bitsIf(holds: boolean, bits: number): number {
  return bits & (0 - Number(holds));
}

/**
 * Limits rounded down to whole units of so many steps; answers how many rows are undecided. A unit
 * is worth `each` over `over`.
 */
export function wholeUnits(
  low: Float64Array,
  values: Float64Array,
  undecided: Int32Array,
  unit: number,
  worth: Float64Array,
  from: number,
  to: number,
): number {
  const each = worth[0] as number;
  const over = worth[1] as number;
  let open = 0;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const amount = low[at] as number;
    values[row] = (timesIn(amount, unit) * each) / over;
    if (!(amount >= 0)) undecided[open++] = row;
  }
  return open;
}

/** Limits rounded half even to places: `rest` steps make one unit of the last place. */
export function roundedAmounts(
  low: Float64Array,
  values: Float64Array,
  undecided: Int32Array,
  rest: number,
  power: number,
  from: number,
  to: number,
): number {
  let open = 0;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const amount = low[at] as number;
    values[row] = roundedOver(amount, rest) / power;
    if (!(amount >= 0)) undecided[open++] = row;
  }
  return open;
}
