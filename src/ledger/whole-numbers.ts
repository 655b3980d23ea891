/**
 * @module ledger/whole-numbers
 *
 * Whole numbers that are doubles while doubles hold them, and bigints beyond: products and sums of
 * what kernels have added.
 */

/** A whole number: a bigint where no double holds it. */
export type Whole = number | bigint;

/** The sum of two. */
export function plus(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const sum = one + other;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(one) + BigInt(other);
}

/** The first less the second. */
export function minus(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const difference = one - other;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return BigInt(one) - BigInt(other);
}

/** The product of two. */
export function times(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const product = one * other;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(one) * BigInt(other);
}
