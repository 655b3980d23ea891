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
 * How often a divisor goes into an amount below 2^52 without sign, rounded down; both are whole.
 *
 * It is the floor of their quotient, for this does not come out as n, the whole number above it:
 * it is at least 1 ÷ divisor below n, and half of the way between two doubles there is less than
 * 2^−53 of n, or of n − 1 where that is below 0. Either times the divisor is below 2^53, if the
 * divisor is below 2^52; with a greater one the quotient is at most 1 − 2^−52.
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
