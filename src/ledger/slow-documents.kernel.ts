/**
 * @module ledger/slow-documents.kernel
 *
 * Documents whose payments cannot be read off the rows of their applications: those with
 * installments, where a payment may fill several parts, and those with reversals, which undo the
 * latest payments first. Nearly all ledgers have few, and many have none.
 */
import type { Journal } from "./columns.ts";

/** 1 for each such document; undefined where there are none. */
export function slowDocuments(
  { count, installments, applications }: Journal,
  applied: Float64Array,
): Uint8Array | undefined {
  let slow: Uint8Array | undefined;
  const rows = applications.count;
  for (let row = 0; row < rows; row += 1) {
    if (applied[row]! >= 0) continue;
    slow ??= new Uint8Array(count);
    slow[applications.item[row]!] = 1;
  }
  if (installments.size === 0) return slow;
  slow ??= new Uint8Array(count);
  for (const item of installments.keys()) slow[item] = 1;
  return slow;
}

/** Visits those that have applications: rows `from` up to but not including `to`. */
export function eachSlowDocument(
  { applications }: Journal,
  slow: Uint8Array | undefined,
  visit: (item: number, from: number, to: number) => void,
): void {
  if (slow === undefined) return;
  const { count, item: items } = applications;
  for (let row = 0; row < count;) {
    const item = items[row]!;
    const first = row;
    do row += 1;
    while (row < count && items[row] === item);
    if (slow[item] === 1) visit(item, first, row);
  }
}
