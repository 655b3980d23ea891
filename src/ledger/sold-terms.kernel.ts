/**
 * @module ledger/sold-terms.kernel
 *
 * What was sold in a window by days from document to due date, with the proof of exactness in the
 * loop, as in `aging.kernel`.
 */
import type { NarrowUnits } from "./aging.kernel.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Sums by term. */
export interface SoldTerms {
  /** The terms met, and what was sold at each, in the same order. */
  readonly days: readonly number[];
  readonly sold: readonly number[];
  /** The sum of all sizes met. */
  readonly size: number;
}

/** Adds debit units of the window whose document passes the test. */
export function soldTerms(
  units: NarrowUnits,
  from: number,
  to: number,
  test: ((item: number) => boolean) | undefined,
): SoldTerms {
  const { count, kind, documentDate, dueDate, amount, item, range } = units;
  if (count === 0) return { days: [], sold: [], size: 0 };
  const least = range.firstDue - range.lastDocument;
  // Untouched parts of it cost nothing: it is the terms met that are written and read.
  const sums = new Float64Array(range.lastDue - range.firstDocument - least + 1);
  const days: number[] = [];
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const date = documentDate[unit]!;
    if (date < from || date > to) continue;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND) continue;
    if (test && !test(item === undefined ? unit : item[unit]!)) continue;
    const term = dueDate[unit]! - date;
    const before = sums[term - least]!;
    // Amounts are above 0: what is 0 was not met.
    if (before === 0) days.push(term);
    sums[term - least] = before + amount[unit]!;
    size += amount[unit]!;
  }
  return { days, sold: days.map((term) => sums[term - least]!), size };
}
