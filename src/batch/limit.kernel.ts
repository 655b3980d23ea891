/**
 * @module batch/limit.kernel
 *
 * The least of bounds, in whole numbers that doubles hold: amounts in steps of a power of ten,
 * shares in another one, their products below 2^53 and so exact. A double is k ÷ 10^p where it is
 * the double nearest to that and k is at most 10^15: a decimal of 15 digits is the shortest of its
 * double. What does not fit is marked, and decided in whole numbers of any length.
 */

/** What is known of the rows of a block. */
export interface LimitBlock {
  /** The least bound so far, in steps. */
  readonly low: Float64Array;
  /** 1 where the row is left to the exact path. */
  readonly marks: Uint8Array;
}

/** One bound over columns. */
export interface BoundColumns {
  readonly base: Float64Array;
  /** Steps of the base: 10 to the places. */
  readonly power: number;
  /** What the base is taken by, in steps; or a column of shares. */
  readonly factor: number;
  readonly share: Float64Array | undefined;
  readonly sharePower: number;
  /** The least that the base may be; what is below 0 counts as 0. */
  readonly least: number;
}

const MOST_DIGITS = 1e15;

/** Takes a bound into the least of each row, and its bit into the mask of the least ones. */
export function takeBound(
  { low, marks }: LimitBlock,
  masks: Uint32Array,
  { base, power, factor, share, sharePower, least }: BoundColumns,
  bit: number,
  from: number,
  to: number,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const given = base[row] as number;
    const steps = Math.floor(given * power + 0.5);
    let by = factor;
    let isPlain = steps / power === given && Math.abs(steps) <= MOST_DIGITS && given >= least;
    if (share) {
      const part = share[row] as number;
      by = Math.floor(part * sharePower + 0.5);
      isPlain = isPlain && by / sharePower === part && by >= 0 && by <= MOST_DIGITS;
    }
    const amount = steps < 0 ? 0 : steps * by;
    if (!(isPlain && amount <= Number.MAX_SAFE_INTEGER)) marks[at] = 1;
    const known = low[at] as number;
    if (amount < known) {
      low[at] = amount;
      masks[row] = bit;
    } else if (amount === known) masks[row] = (masks[row] as number) | bit;
  }
}

/** Limits rounded down to whole units, all in steps. */
export function wholeUnits(
  { low }: LimitBlock,
  values: Float64Array,
  unit: number,
  steps: number,
  from: number,
  to: number,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const amount = low[at] as number;
    let units = Math.floor(amount / unit);
    // The quotient is rounded; the products are exact.
    if (units * unit > amount) units -= 1;
    else if (amount - units * unit >= unit) units += 1;
    values[row] = (units * unit) / steps;
  }
}

/** Limits rounded half even to places: `rest` steps make one unit of the last place. */
export function roundedAmounts(
  { low }: LimitBlock,
  values: Float64Array,
  rest: number,
  power: number,
  from: number,
  to: number,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const amount = low[at] as number;
    let whole = Math.floor(amount / rest);
    if (whole * rest > amount) whole -= 1;
    else if (amount - whole * rest >= rest) whole += 1;
    const twice = 2 * (amount - whole * rest);
    if (twice > rest || (twice === rest && whole % 2 === 1)) whole += 1;
    values[row] = whole / power;
  }
}
