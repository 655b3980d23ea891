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

/** Takes a base times a factor into the least of each row, and its bit into those of the least. */
export function takeBound(
  low: Float64Array,
  masks: Uint32Array,
  base: Float64Array,
  /** Steps of the base, the factor, the least base, the most steps. */
  [power, factor, least, most]: readonly [number, number, number, number],
  bit: number,
  from: number,
  to: number,
): void {
  const half = factor / 2;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const given = base[row] as number;
    const steps = Math.floor(given * power + 0.5);
    const isPlain = steps / power === given && Math.abs(steps) <= most && given >= least;
    // What is below 0 counts as 0.
    const amount = isPlain ? (steps + Math.abs(steps)) * half : Number.NaN;
    const known = low[at] as number;
    low[at] = (known + amount - Math.abs(known - amount)) * 0.5;
    masks[row] = kept(masks[row] as number, bit, known, amount);
  }
}

/** The same with a share for every row. */
export function takeShares(
  low: Float64Array,
  masks: Uint32Array,
  base: Float64Array,
  shares: Float64Array,
  [power, sharePower, least, most]: readonly [number, number, number, number],
  bit: number,
  from: number,
  to: number,
): void {
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
    const amount = isPlain ? product : Number.NaN;
    const known = low[at] as number;
    low[at] = (known + amount - Math.abs(known - amount)) * 0.5;
    masks[row] = kept(masks[row] as number, bit, known, amount);
  }
}

/** The bits of the least: those before unless more, and the new one unless more. */
function kept(bits: number, bit: number, known: number, amount: number): number {
  return (bits & -Number(known <= amount)) | (bit & -Number(amount <= known));
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
  [each, over]: readonly [number, number],
  from: number,
  to: number,
): number {
  const share = 1 / unit;
  let open = 0;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const amount = low[at] as number;
    const worth = timesIn(amount, unit, share) * each;
    values[row] = over === 1 ? worth : worth / over;
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
  const share = 1 / rest;
  let open = 0;
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const amount = low[at] as number;
    values[row] = roundedOver(amount, rest, share) / power;
    if (!(amount >= 0)) undecided[open++] = row;
  }
  return open;
}
