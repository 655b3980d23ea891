/**
 * @module batch/wholes.kernel
 *
 * Whole numbers in doubles, exact up to 2^53, and decimals of a few places as whole steps: k steps
 * of 1 ÷ s are read off a double as floor(double × s + ½), and the double stands for them where it
 * is the one nearest to k ÷ s, for a decimal of up to 15 digits is the shortest of its double.
 */

/** The greatest decimal that is taken in steps has 15 digits. */
export const MOST_STEPS = 1e15;

/**
 * How often a divisor goes into an amount, rounded down. Both are whole, and together below 2^53.
 * What is no multiple is at least 1 ÷ divisor below the next whole number n; the double nearest to
 * the quotient is within |n| × 2^−53 of it there, or |n − 1| × 2^−53, and both are less, since n
 * times the divisor is below 2^53. So the quotient is never rounded up to n.
 */
export function timesIn(amount: number, divisor: number): number {
  return Math.floor(amount / divisor);
}

/** An amount over a divisor, rounded half even. */
export function roundedOver(amount: number, divisor: number): number {
  const times = timesIn(amount, divisor);
  const twice = 2 * (amount - times * divisor);
  const isUp = twice > divisor || (twice === divisor && times % 2 !== 0);
  return isUp ? times + 1 : times;
}
