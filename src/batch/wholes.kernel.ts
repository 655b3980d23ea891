/**
 * @module batch/wholes.kernel
 *
 * Whole numbers in doubles, exact up to 2^53, and decimals of a few places as whole steps: k steps
 * of 1 ÷ s are read off a double as floor(double × s + ½), and the double stands for them where it
 * is the one nearest to k ÷ s, for a decimal of up to 15 digits is the shortest of its double.
 */

/** The greatest decimal that is taken in steps has 15 digits. */
export const MOST_STEPS = 1e15;

/** How often a divisor goes into an amount, rounded down; `share` is 1 over the divisor. */
export function timesIn(amount: number, divisor: number, share: number): number {
  // The product with the share is within 2 ÷ 2^53 of itself, so that it may be the whole number
  // next to the right one; what is left over is exact and tells.
  const times = Math.floor(amount * share);
  const rest = amount - times * divisor;
  return times + Number(rest >= divisor) - Number(rest < 0);
}

/** An amount over a divisor, rounded half even. */
export function roundedOver(amount: number, divisor: number, share: number): number {
  const times = timesIn(amount, divisor, share);
  const twice = 2 * (amount - times * divisor);
  const isUp = twice > divisor || (twice === divisor && times % 2 !== 0);
  return isUp ? times + 1 : times;
}
