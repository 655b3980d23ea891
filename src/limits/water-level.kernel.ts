/**
 * @module limits/water-level.kernel
 *
 * The level λ at which clamp(λ × weight, floor, cap) sums to a total, by one sweep over the sorted
 * levels at which a share begins to rise and at which it stops: O(n log n), and exact.
 *
 * All is in whole numbers: money in units of a common denominator, weights likewise. A level is
 * the fraction numerator ÷ denominator of such a unit of money to a unit of weight.
 */

/** A share of the total: whole numbers; a cap below 0 is none. */
export interface Share {
  readonly weight: bigint;
  readonly floor: bigint;
  readonly cap: bigint;
}

/** A level as a fraction; the denominator is above 0. */
export interface WaterLevel {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Something that changes the sum's rise: a share begins or stops, or a whole group stops. */
export interface Turn {
  readonly at: WaterLevel;
  /** The level as a double, to sort by where it is clear. */
  readonly near: number;
  /** What is added to the weight that rises, and to the part that does not. */
  readonly weight: bigint;
  readonly fixed: bigint;
}

/** The level 0. */
export const GROUND: WaterLevel = { numerator: 0n, denominator: 1n };

/** A turn at a level. */
export function turnAt(at: WaterLevel, weight: bigint, fixed: bigint): Turn {
  return { at, near: Number(at.numerator) / Number(at.denominator), weight, fixed };
}

/** Where the shares begin to rise and where they stop. */
export function turnsOf(shares: readonly Share[]): Turn[] {
  const turns: Turn[] = [];
  for (const { weight, floor, cap } of shares) {
    if (weight === 0n || cap === floor) continue;
    turns.push(turnAt({ numerator: floor, denominator: weight }, weight, -floor));
    if (cap >= 0n) turns.push(turnAt({ numerator: cap, denominator: weight }, -weight, cap));
  }
  return turns;
}

/** −1, 0 or 1: by their doubles where these are clearly apart, else exactly. */
export function compareTurns(a: Turn, b: Turn): number {
  const gap = a.near - b.near;
  // A quotient of two rounded numbers is off by less than four parts in 2^53.
  if (Math.abs(gap) > 1e-14 * Math.max(a.near, b.near)) return gap;
  return compareLevels(a.at, b.at);
}

/** −1, 0 or 1 as one level is below, at or above the other. */
export function compareLevels(a: WaterLevel, b: WaterLevel): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The least level at which the sum reaches the total; the greatest turn where it never does. The
 * turns must be sorted; `floors` is the sum at level 0.
 */
export function levelFor(total: bigint, floors: bigint, turns: readonly Turn[]): WaterLevel {
  let weight = 0n;
  let fixed = floors;
  let level = GROUND;
  if (total <= fixed) return level;
  for (const turn of turns) {
    const { numerator, denominator } = turn.at;
    // The sum at this turn is fixed + weight × at: has it reached the total?
    if (weight > 0n && fixed * denominator + weight * numerator >= total * denominator) break;
    weight += turn.weight;
    fixed += turn.fixed;
    level = turn.at;
  }
  if (weight > 0n) level = { numerator: total - fixed, denominator: weight };
  return level;
}
