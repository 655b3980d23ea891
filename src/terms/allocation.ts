/**
 * @module terms/allocation
 *
 * Parts of an amount in whole minor units: what rounding takes from one part another gets, so that
 * the parts sum to the amount.
 */
import type { Fraction } from "../ground/fraction.ts";

/**
 * An amount (at least 0) in parts by shares that sum to 1, by the largest remainder: every part is
 * first rounded down; the units left over go one each to the parts that lost most, the earlier
 * first where two lost the same. So every part is less than one unit from its exact share.
 */
export function allocate(amount: bigint, shares: readonly Fraction[]): bigint[] {
  const exact = shares.map(({ numerator, denominator }) => ({
    product: amount * numerator,
    denominator,
  }));
  const parts = exact.map(({ product, denominator }) => product / denominator);
  let left = amount;
  for (const part of parts) left -= part;
  const lost = exact.map(({ product, denominator }, index) => ({
    index,
    remainder: product % denominator,
    denominator,
  }));
  lost.sort((a, b) => {
    const [first, second] = [a.remainder * b.denominator, b.remainder * a.denominator];
    return first === second ? a.index - b.index : first < second ? 1 : -1;
  });
  for (const { index } of lost.slice(0, Number(left))) parts[index] = (parts[index] as bigint) + 1n;
  return parts;
}

/** An amount (at least 0) less a discount; the discount is rounded half up to whole units. */
export function discounted(amount: bigint, { numerator, denominator }: Fraction): bigint {
  const discount = (2n * amount * numerator + denominator) / (2n * denominator);
  return amount - discount;
}
