/**
 * @module batch/sides.kernel
 *
 * The sides of the aging identity that know no classes: open items one by one, and signed documents
 * less source-less applications. On doubles with the proof of exactness, or on bigints.
 */
import type { Journal } from "../ledger/columns.ts";
import type { Sums } from "../ledger/exact-sums.ts";
import { FIRST_CREDIT_KIND } from "../ledger/items.ts";

/** Both sides, signed, and the sum of all sizes met. */
export interface Sides {
  readonly openItems: number;
  readonly documents: number;
  readonly size: number;
}

/** `amount` and `applied` are the journal's, as doubles or (with `sums` to match) as bigints. */
export function addSides(
  { count, kind, documentDate, applications }: Journal,
  amount: Float64Array,
  applied: Float64Array,
  asOf: number,
  sums: Sums,
): Sides {
  const open = sums(count);
  let [openItems, documents, size] = sums(3) as unknown as [number, number, number];
  for (let item = 0; item < count; item += 1) {
    if (documentDate[item]! > asOf) continue;
    const each = amount[item]!;
    open[item] = each;
    size += each;
    documents += kind !== undefined && kind[item]! >= FIRST_CREDIT_KIND ? -each : each;
  }
  for (let row = 0; row < applications.count; row += 1) {
    if (applications.date[row]! > asOf) continue;
    const each = applied[row]!;
    const source = applications.source[row]!;
    open[applications.item[row]!]! -= each;
    if (source >= 0) open[source]! -= each;
    else documents -= each;
    size += each < 0 ? -each : each;
  }
  for (let item = 0; item < count; item += 1) {
    const each = open[item]!;
    openItems += kind !== undefined && kind[item]! >= FIRST_CREDIT_KIND ? -each : each;
  }
  return { openItems, documents, size };
}
