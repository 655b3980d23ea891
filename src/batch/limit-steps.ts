/**
 * @module batch/limit-steps
 *
 * The bounds of limits in whole steps: powers of ten that make every amount and share whole.
 */
import type { Factored } from "./limit.kernel.ts";
import { MOST_AMOUNT, takeShares, takeTwo } from "./limit.kernel.ts";
import type { ReadBound } from "./limit-bounds.ts";
import type { Rational } from "./rational.ts";
import { compare } from "./rational.ts";
import { MOST_STEPS } from "./wholes.kernel.ts";

/** Powers of ten: steps of an amount, of a share, and of their product. */
export interface Steps {
  readonly amounts: bigint;
  readonly shares: bigint;
  readonly all: bigint;
}

/** Shares of a column are taken in steps of a ten-thousandth; others go the exact way. */
const SHARE_STEPS = 10_000n;

/** The steps of a call. Amounts of columns have as many as what stands beside them, or places. */
export function stepsOf(
  bounds: readonly ReadBound[],
  unit: Rational | undefined,
  places: number,
): Steps {
  const hasColumn = bounds.some(({ share }) => share && !share.all);
  const shares = powerOf(
    bounds.flatMap(({ share }) => share?.all ?? []),
    hasColumn ? SHARE_STEPS : 1n,
  );
  const fixed = bounds.flatMap(({ base }) => base.all ?? []);
  const amounts = powerOf([...fixed, ...(unit ? [unit] : [])], 10n ** BigInt(places));
  return { amounts, shares, all: amounts * shares };
}

/** The power of ten that makes all numbers whole; at least the one given. */
function powerOf(numbers: readonly Rational[], least: bigint): bigint {
  return numbers.reduce(
    (most, { denominator }) => (denominator > most ? denominator : most),
    least,
  );
}

/** A number in steps; a double that is exact up to 2^53. */
export function inSteps({ numerator, denominator }: Rational, steps: bigint): number {
  return Number((numerator * steps) / denominator);
}

/** The least of the bounds that are the same in every row, and its bits. */
export function fixedOf(
  bounds: readonly ReadBound[],
  { all }: Steps,
): { readonly amount: number; readonly mask: number } {
  let least: Rational | undefined;
  let mask = 0;
  bounds.forEach(({ base }, place) => {
    if (!base.all) return;
    const order = least ? compare(base.all, least) : -1;
    if (order < 0) [least, mask] = [base.all, 0];
    if (order <= 0) mask = (mask | (1 << place)) >>> 0;
  });
  // Amounts of columns are below the greatest, or left to the exact path.
  const amount = least ? inSteps(least, all) : MOST_AMOUNT;
  return amount < MOST_AMOUNT ? { amount, mask } : { amount: MOST_AMOUNT, mask: 0 };
}

/** Takes bounds into the least of each row of a block. */
type Take = (low: Float64Array, masks: Uint32Array, from: number, to: number) => void;

/** What takes all bounds that are not the same in every row. */
export function takesOf(bounds: readonly ReadBound[], steps: Steps): Take[] {
  const factored: Factored[] = [];
  const takes: Take[] = [];
  bounds.forEach(({ base, share, isBase }, place) => {
    if (base.all) return;
    const bit = (1 << place) >>> 0;
    if (share && !share.all) {
      const terms = sharedTerms(isBase, steps);
      takes.push((low, masks, from, to) => {
        takeShares(low, masks, base.values, share.values, terms, bit, from, to);
      });
      return;
    }
    const factor = share?.all ? inSteps(share.all, steps.shares) : Number(steps.shares);
    factored.push([base.values, factorTerms(isBase, factor, steps), bit]);
  });
  while (factored.length > 0) {
    const [one, other] = factored.splice(0, 2) as [Factored, Factored?];
    // A bound beside itself is what it is alone.
    takes.push((low, masks, from, to) => {
      takeTwo(low, masks, one, other ?? one, from, to);
    });
  }
  return takes;
}

/** Powers of ten are doubles up to this; beyond it no row is plain. */
const isHeld = ({ all }: Steps) => all <= 10n ** 22n;

function sharedTerms(isBase: boolean, steps: Steps): Float64Array {
  const { amounts, shares } = steps;
  const least = isBase ? -Infinity : 0;
  const most = isHeld(steps) ? MOST_STEPS : -1;
  return Float64Array.of(Number(amounts), Number(shares), least, most, Number.NaN);
}

function factorTerms(isBase: boolean, factor: number, steps: Steps): Float64Array {
  const held = Math.min(MOST_STEPS, Math.floor((MOST_AMOUNT - 1) / factor));
  const most = isHeld(steps) ? held : -1;
  return Float64Array.of(Number(steps.amounts), factor, isBase ? -most : 0, most, Number.NaN);
}
