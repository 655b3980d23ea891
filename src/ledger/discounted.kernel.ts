/**
 * @module ledger/discounted.kernel
 *
 * What was settled, by party, on documents that took a discount in a window.
 */
import type { Journal } from "./columns.ts";

// Codes of applications, in the order of their list in `ledger/items`.
const PAYMENT = 0;
export const DISCOUNT = 2;
const BILL = 4;
const OFFSET = 5;

/** Whether an application settles what a discount may be taken on. */
export function settlesWithDiscount(code: number): boolean {
  return code === PAYMENT || code === DISCOUNT || code === BILL || code === OFFSET;
}

/** Sums by party, and the sum of the sizes of all that was added: the proof that they are exact. */
export interface Discounted {
  readonly sums: Float64Array;
  readonly size: number;
}

/** Adds documents whose discounts come to anything. `sums` makes doubles, or bigints. */
export function settledWithDiscount(
  { party, applications }: Journal,
  applied: Float64Array,
  from: number,
  to: number,
  sums: (length: number) => Float64Array,
): Discounted {
  const { count, item: items, date, kind } = applications;
  const settled = sums(party.categories.length);
  const zero = sums(1)[0]!;
  if (!kind.includes(DISCOUNT)) return { sums: settled, size: zero };
  let size = zero;
  let row = 0;
  while (row < count) {
    const item = items[row]!;
    let total = zero;
    let discounts = zero;
    for (; row < count && items[row] === item; row += 1) {
      const code = kind[row]!;
      if (date[row]! < from || date[row]! > to) continue;
      if (!settlesWithDiscount(code)) continue;
      const each = applied[row]!;
      size += each < 0 ? -each : each;
      total += each;
      if (code === DISCOUNT) discounts += each;
    }
    if (discounts > 0) settled[party.codes[item]!]! += total;
  }
  return { sums: settled, size };
}
