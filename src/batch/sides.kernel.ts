/**
 * @module batch/sides.kernel
 *
 * The sides of the aging identity that know no classes, by party: open items one by one, and signed
 * documents less source-less applications. On doubles with the proof of exactness, or on bigints.
 */
import type { Sums } from "../ledger/exact-sums.ts";
import type { Journal } from "../ledger/columns.ts";
import { FIRST_CREDIT_KIND } from "../ledger/items.ts";

/** Both sides by party, signed, and the sum of all sizes met. */
export interface Sides {
  readonly openItems: Float64Array;
  readonly documents: Float64Array;
  readonly size: number;
}

/** `amount` and `applied` are the journal's, as doubles or (with `sums` to match) as bigints. */
export function addSides(
  { count, party, kind, documentDate, applications }: Journal,
  amount: Float64Array,
  applied: Float64Array,
  asOf: number,
  sums: Sums,
): Sides {
  const groups = party.categories.length;
  const [openItems, documents, open] = [sums(groups), sums(groups), sums(count)];
  let size = sums(1)[0]!;
  for (let item = 0; item < count; item += 1) {
    if (documentDate[item]! > asOf) continue;
    const each = amount[item]!;
    const own = party.codes[item]!;
    open[item] = each;
    size += each;
    if (kind !== undefined && kind[item]! >= FIRST_CREDIT_KIND) documents[own]! -= each;
    else documents[own]! += each;
  }
  for (let row = 0; row < applications.count; row += 1) {
    if (applications.date[row]! > asOf) continue;
    const each = applied[row]!;
    const item = applications.item[row]!;
    const source = applications.source[row]!;
    open[item]! -= each;
    if (source >= 0) open[source]! -= each;
    else documents[party.codes[item]!]! -= each;
    size += each < 0 ? -each : each;
  }
  for (let item = 0; item < count; item += 1) {
    const own = party.codes[item]!;
    if (kind !== undefined && kind[item]! >= FIRST_CREDIT_KIND) openItems[own]! -= open[item]!;
    else openItems[own]! += open[item]!;
  }
  return { openItems, documents, size };
}
