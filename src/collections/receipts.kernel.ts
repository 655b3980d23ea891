/**
 * @module collections/receipts.kernel
 *
 * Money that came from outside, by period: one pass over documents and applications.
 */
import type { Journal } from "../ledger/columns.ts";
import { FIRST_CREDIT_KIND } from "../ledger/items.ts";

/** Which receipts count, and where they go. */
export interface ReceiptsQuestion {
  readonly firstDay: number;
  /** The period of each day from there on. */
  readonly period: Uint16Array;
  /** Which documents count; undefined for all. */
  readonly test: ((item: number) => boolean) | undefined;
}

// Codes of documents and of applications, in the order of their lists in `ledger/items`.
const PAYMENT = 3;
const PAYMENT_APPLIED = 0;

/** Adds to the sums by period, doubles or bigints; answers the sum of sizes, the proof. */
export function addReceipts(
  { count, kind, documentDate, applications }: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  { firstDay, period, test }: ReceiptsQuestion,
  sum: Float64Array,
  zero: number,
): number {
  let size = zero;
  for (let item = 0; kind !== undefined && item < count; item += 1) {
    const day = documentDate[item]! - firstDay;
    if (kind[item]! !== PAYMENT || day < 0 || day >= period.length) continue;
    if (test && !test(item)) continue;
    sum[period[day]!]! += amounts[item]!;
    size += amounts[item]!;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]! - firstDay;
    if (day < 0 || day >= period.length) continue;
    if (applications.kind[row]! !== PAYMENT_APPLIED || applications.source[row]! >= 0) continue;
    const item = applications.item[row]!;
    if (kind !== undefined && kind[item]! >= FIRST_CREDIT_KIND) continue;
    if (test && !test(item)) continue;
    const each = applied[row]!;
    sum[period[day]!]! += each;
    size += each < 0 ? -each : each;
  }
  return size;
}
