/**
 * @module batch/fused.kernel
 *
 * The two shapes that nearly every score has, each in one loop over the rows: weighted lines over
 * one or two lines, and weighted lines alone. The bound of the error is that of
 * `batch/quotients.kernel`: five lines are added where it has four, which is one u more.
 *
 * Where a score lies is half the sum of the signs of its distances to both bounds, in one division:
 * branches on data would be guessed wrong in every other row.
 *
 * A row is left undecided (for the exact path, which checks it, too) unless everything is plain:
 * lines at or above their least, sizes below what numbers of the greatest size would make, divisors
 * in the middle of what doubles hold, and the score farther from ties and bounds than its error.
 * A number that is none fails all of these comparisons.
 */
import { FLOOR } from "./quotients.kernel.ts";
import type { Answers } from "./reads.ts";

/** A weighted line. */
export interface FusedTerm {
  readonly values: Float64Array;
  readonly weight: number;
  readonly least: number;
}

type Five = readonly [FusedTerm, FusedTerm, FusedTerm, FusedTerm, FusedTerm];

/** (Five lines) ÷ line + (two lines) ÷ line + constant. */
export interface TwoQuotients {
  readonly first: Five;
  readonly by: Float64Array;
  readonly second: readonly [FusedTerm, FusedTerm];
  readonly other: Float64Array;
  /** What the weighted lines of each may add up to without sign. */
  readonly most: readonly [first: number, second: number];
}

/** How a score is read off. */
export interface Readings {
  readonly constant: number;
  readonly size: number;
  /** 10 to the places. */
  readonly power: number;
  readonly unit: number;
  /** Bounds; {@link BEYOND} where there are fewer than two. */
  readonly low: number;
  readonly high: number;
}

/** A bound that no decided score reaches. */
export const BEYOND = 2 ** 60;

const LEAST_DIVISOR = 2 ** -300;
const MOST_DIVISOR = Number.MAX_SAFE_INTEGER;

/** Scores rows of two quotients; answers how many are undecided. */
export function scoreTwo(
  { first: [ta, tb, tc, td, te], by, second: [tf, tg], other, most: [mostA, mostB] }: TwoQuotients,
  { constant, size: constantSize, power, unit, low, high }: Readings,
  { values, reached, undecided }: Answers,
  from: number,
  to: number,
): number {
  const { values: va, weight: wa, least: la } = ta;
  const { values: vb, weight: wb, least: lb } = tb;
  const { values: vc, weight: wc, least: lc } = tc;
  const { values: vd, weight: wd, least: ld } = td;
  const { values: ve, weight: we, least: le } = te;
  const { values: vf, weight: wf, least: lf } = tf;
  const { values: vg, weight: wg, least: lg } = tg;
  let open = 0;
  for (let row = from; row < to; row += 1) {
    const xa = va[row] as number;
    const xb = vb[row] as number;
    const xc = vc[row] as number;
    const xd = vd[row] as number;
    const xe = ve[row] as number;
    const xf = vf[row] as number;
    const xg = vg[row] as number;
    const d = by[row] as number;
    const o = other[row] as number;
    const a = wa * xa;
    const b = wb * xb;
    const c = wc * xc;
    const e = wd * xd;
    const f = we * xe;
    const g = wf * xf;
    const h = wg * xg;
    const sizeA = Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(e)) + Math.abs(f);
    const sizeB = Math.abs(g) + Math.abs(h);
    const inverse = 1 / d;
    const otherInverse = 1 / o;
    const score = constant + (a + b + (c + e) + f) * inverse + (g + h) * otherInverse;
    const error = (constantSize + sizeA * inverse + sizeB * otherInverse) * unit + FLOOR;
    const scaled = score * power;
    const nearest = Math.floor(scaled + 0.5);
    values[row] = nearest / power;
    const overLow = score - low;
    const overHigh = score - high;
    const lowSize = Math.abs(overLow);
    const highSize = Math.abs(overHigh);
    reached[row] = 2 + (overLow * highSize + overHigh * lowSize) / (2 * lowSize * highSize);
    const isDecided =
      0.5 - Math.abs(scaled - nearest) > error * power &&
      lowSize > error &&
      highSize > error &&
      d >= LEAST_DIVISOR &&
      o >= LEAST_DIVISOR &&
      d <= MOST_DIVISOR &&
      o <= MOST_DIVISOR &&
      sizeA <= mostA &&
      sizeB <= mostB &&
      xa >= la &&
      xb >= lb &&
      xc >= lc &&
      xd >= ld &&
      xe >= le &&
      xf >= lf &&
      xg >= lg;
    if (!isDecided) undecided[open++] = row;
  }
  return open;
}

/** Five weighted lines. */
export interface FiveLines {
  readonly lines: Five;
  /** The greatest that each may be. */
  readonly most: number;
}

/** Scores rows of five weighted lines; answers how many are undecided. */
export function scoreFive(
  { lines: [ta, tb, tc, td, te], most }: FiveLines,
  { constant, size: constantSize, power, unit, low, high }: Readings,
  { values, reached, undecided }: Answers,
  from: number,
  to: number,
): number {
  const { values: va, weight: wa, least: la } = ta;
  const { values: vb, weight: wb, least: lb } = tb;
  const { values: vc, weight: wc, least: lc } = tc;
  const { values: vd, weight: wd, least: ld } = td;
  const { values: ve, weight: we, least: le } = te;
  let open = 0;
  for (let row = from; row < to; row += 1) {
    const xa = va[row] as number;
    const xb = vb[row] as number;
    const xc = vc[row] as number;
    const xd = vd[row] as number;
    const xe = ve[row] as number;
    const a = wa * xa;
    const b = wb * xb;
    const c = wc * xc;
    const d = wd * xd;
    const e = we * xe;
    const score = constant + (a + b + (c + d) + e);
    const size = Math.abs(a) + Math.abs(b) + (Math.abs(c) + Math.abs(d)) + Math.abs(e);
    const error = (constantSize + size) * unit + FLOOR;
    const scaled = score * power;
    const nearest = Math.floor(scaled + 0.5);
    values[row] = nearest / power;
    const overLow = score - low;
    const overHigh = score - high;
    const lowSize = Math.abs(overLow);
    const highSize = Math.abs(overHigh);
    reached[row] = 2 + (overLow * highSize + overHigh * lowSize) / (2 * lowSize * highSize);
    const isDecided =
      0.5 - Math.abs(scaled - nearest) > error * power &&
      lowSize > error &&
      highSize > error &&
      xa >= la &&
      xb >= lb &&
      xc >= lc &&
      xd >= ld &&
      xe >= le &&
      xa <= most &&
      xb <= most &&
      xc <= most &&
      xd <= most &&
      xe <= most;
    if (!isDecided) undecided[open++] = row;
  }
  return open;
}
