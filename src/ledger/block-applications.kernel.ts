/**
 * @module ledger/block-applications.kernel
 *
 * The applications of a window by blocks of parties, as `party-blocks.kernel` places documents.
 */
import type { Journal } from "./columns.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import { placeMove } from "./party-blocks.kernel.ts";
import {
  DAY_SHIFT,
  BLOCK_PARTIES,
  BLOCK_BITS,
  kindOfApplication,
  PLAIN,
  PLACE_SHIFT,
} from "./moves.kernel.ts";

/** Places applications; answers the sum of the sizes of all of them and of what came before. */
export function placeApplications(
  journal: Journal,
  applied: Float64Array,
  slow: Uint8Array | undefined,
  from: number,
  to: number,
  blocks: PartyBlocks,
  sizeBefore: number,
): number {
  const {
    kind: kinds,
    dueDate,
    party: { codes },
    applications,
  } = journal;
  const { count, item: items, date, kind, source } = applications;
  const even = count - (count % 4);
  const kindAt = (row: number) => kindOfApplication(applications, row, kinds, codes, slow);
  const arePlain = kinds === undefined && slow === undefined;
  let size = placeFours(
    even,
    items,
    date,
    kind,
    source,
    applied,
    codes,
    dueDate,
    from,
    to - from,
    arePlain,
    kindAt,
    blocks.end,
    blocks.facts,
    blocks.amount,
    sizeBefore,
  );
  for (let row = even; row < count; row += 1) {
    const item = items[row]!;
    const each = applied[row]!;
    const day = date[row]!;
    size += each < 0 ? -each : each;
    placeMove(blocks, from, to, {
      party: codes[item]!,
      date: day,
      kind: kindAt(row),
      late: day - dueDate[item]!,
      amount: each,
    });
  }
  return size;
}

function placeFours(
  even: number,
  items: Int32Array,
  date: Int32Array,
  kind: Uint8Array,
  source: Int32Array,
  applied: Float64Array,
  codes: Int32Array,
  dueDate: Int32Array,
  from: number,
  last: number,
  arePlain: boolean,
  kindAt: (row: number) => number,
  next: Int32Array,
  facts: Int32Array,
  amount: Float64Array,
  sizeBefore: number,
): number {
  const [bits, days, places, mask] = [BLOCK_BITS, DAY_SHIFT, PLACE_SHIFT, BLOCK_PARTIES - 1];
  const plain = PLAIN;
  let size = sizeBefore;
  for (let row = 0; row < even; row += 4) {
    const item0 = items[row]!;
    const item1 = items[row + 1]!;
    const item2 = items[row + 2]!;
    const item3 = items[row + 3]!;
    const party0 = codes[item0]!;
    const party1 = codes[item1]!;
    const party2 = codes[item2]!;
    const party3 = codes[item3]!;
    const day0 = date[row]! - from;
    const day1 = date[row + 1]! - from;
    const day2 = date[row + 2]! - from;
    const day3 = date[row + 3]! - from;
    const late0 = day0 + from - dueDate[item0]!;
    const late1 = day1 + from - dueDate[item1]!;
    const late2 = day2 + from - dueDate[item2]!;
    const late3 = day3 + from - dueDate[item3]!;
    const isPlain =
      arePlain && (source[row]! & source[row + 1]! & source[row + 2]! & source[row + 3]!) < 0;
    const kind0 = isPlain ? plain[kind[row]!]! : kindAt(row);
    const kind1 = isPlain ? plain[kind[row + 1]!]! : kindAt(row + 1);
    const kind2 = isPlain ? plain[kind[row + 2]!]! : kindAt(row + 2);
    const kind3 = isPlain ? plain[kind[row + 3]!]! : kindAt(row + 3);
    const amount0 = applied[row]!;
    const amount1 = applied[row + 1]!;
    const amount2 = applied[row + 2]!;
    const amount3 = applied[row + 3]!;
    size +=
      (amount0 < 0 ? -amount0 : amount0) +
      (amount1 < 0 ? -amount1 : amount1) +
      (amount2 < 0 ? -amount2 : amount2) +
      (amount3 < 0 ? -amount3 : amount3);
    // Outside the window one of two differences is below 0: shifted it is −1, and the place stays.
    const place0 = next[party0 >> bits]!;
    next[party0 >> bits] = place0 + 1 + ((day0 | (last - day0)) >> 31);
    const place1 = next[party1 >> bits]!;
    next[party1 >> bits] = place1 + 1 + ((day1 | (last - day1)) >> 31);
    const place2 = next[party2 >> bits]!;
    next[party2 >> bits] = place2 + 1 + ((day2 | (last - day2)) >> 31);
    const place3 = next[party3 >> bits]!;
    next[party3 >> bits] = place3 + 1 + ((day3 | (last - day3)) >> 31);
    facts[2 * place0] = (day0 << days) | ((party0 & mask) << places) | kind0;
    facts[2 * place0 + 1] = late0;
    amount[place0] = amount0;
    facts[2 * place1] = (day1 << days) | ((party1 & mask) << places) | kind1;
    facts[2 * place1 + 1] = late1;
    amount[place1] = amount1;
    facts[2 * place2] = (day2 << days) | ((party2 & mask) << places) | kind2;
    facts[2 * place2 + 1] = late2;
    amount[place2] = amount2;
    facts[2 * place3] = (day3 << days) | ((party3 & mask) << places) | kind3;
    facts[2 * place3 + 1] = late3;
    amount[place3] = amount3;
  }
  return size;
}
