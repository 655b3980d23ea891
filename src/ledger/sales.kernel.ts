/**
 * @module ledger/sales.kernel
 *
 * Adds documents to cells of group × period, on doubles with the proof of exactness in the loop.
 */
import type { Journal } from "./columns.ts";
import type { DayTable } from "./buckets.ts";

/** Which documents count, and where they go. */
export interface SalesQuestion {
  /** The period of each date; `periods` for dates outside. */
  readonly table: DayTable;
  readonly lastDay: number;
  readonly periods: number;
  /** The group of each document, −1 for none. */
  readonly group: Int32Array;
  /** What a document of each kind does to sales: +1, −1 or 0. */
  readonly documentSign: readonly number[];
  /** What a source-less application of each kind does. */
  readonly applicationSign: readonly number[];
}

/** Sums and counts: cell `group × periods + period`. */
export interface SalesCells {
  readonly sum: Float64Array;
  readonly count: Float64Array;
}

/** Adds documents and source-less applications; answers the sum of sizes, the proof. */
export function addSales(
  journal: Journal & { readonly amount: Float64Array },
  applied: Float64Array,
  question: SalesQuestion,
  cells: SalesCells,
): number {
  const { count, kind, documentDate, amount, applications } = journal;
  const { table, lastDay, periods, group, documentSign, applicationSign } = question;
  const { firstDay, bucket } = table;
  const { sum, count: counts } = cells;
  let size = 0;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    const to = group[item]!;
    if (to < 0 || day < firstDay || day > lastDay) continue;
    const sign = kind === undefined ? documentSign[0]! : documentSign[kind[item]!]!;
    if (sign === 0) continue;
    const cell = to * periods + bucket[day - firstDay]!;
    const each = amount[item]!;
    sum[cell]! += sign * each;
    counts[cell]! += 1;
    size += each;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    const to = group[applications.item[row]!]!;
    if (to < 0 || day < firstDay || day > lastDay || applications.source[row]! >= 0) continue;
    const sign = applicationSign[applications.kind[row]!]!;
    if (sign === 0) continue;
    const cell = to * periods + bucket[day - firstDay]!;
    const each = applied[row]!;
    sum[cell]! += sign * each;
    counts[cell]! += 1;
    size += each < 0 ? -each : each;
  }
  return size;
}
