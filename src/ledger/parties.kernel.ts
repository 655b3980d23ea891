/**
 * @module ledger/parties.kernel
 *
 * Which parties there are on a day.
 */
import type { DateRange, Journal } from "./columns.ts";

/** Codes of the parties with a document on or before a day, ascending. */
export function partiesUntil(
  { count, documentDate, party: { codes, categories } }: Journal,
  { lastDocument }: DateRange,
  day: number,
): Int32Array {
  const seen = new Uint8Array(categories.length);
  // Most questions are about today: then no date need be looked at.
  if (lastDocument <= day) seeAll(codes, count, seen);
  else {
    for (let item = 0; item < count; item += 1) {
      if (documentDate[item]! <= day) seen[codes[item]!] = 1;
    }
  }
  const parties = new Int32Array(categories.length);
  let length = 0;
  for (let party = 0; party < seen.length; party += 1) {
    if (seen[party] === 0) continue;
    parties[length] = party;
    length += 1;
  }
  return parties.subarray(0, length);
}

/** Four are read before the first is written: see `party-blocks.kernel`. */
function seeAll(codes: Int32Array, count: number, seen: Uint8Array): void {
  const even = count - (count % 4);
  for (let item = 0; item < even; item += 4) {
    const first = codes[item]!;
    const second = codes[item + 1]!;
    const third = codes[item + 2]!;
    const fourth = codes[item + 3]!;
    seen[first] = 1;
    seen[second] = 1;
    seen[third] = 1;
    seen[fourth] = 1;
  }
  for (let item = even; item < count; item += 1) seen[codes[item]!] = 1;
}
