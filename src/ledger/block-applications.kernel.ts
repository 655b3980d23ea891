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
    const i0 = items[row]!;
    const i1 = items[row + 1]!;
    const i2 = items[row + 2]!;
    const i3 = items[row + 3]!;
    const o0 = codes[i0]!;
    const o1 = codes[i1]!;
    const o2 = codes[i2]!;
    const o3 = codes[i3]!;
    const d0 = date[row]! - from;
    const d1 = date[row + 1]! - from;
    const d2 = date[row + 2]! - from;
    const d3 = date[row + 3]! - from;
    const l0 = d0 + from - dueDate[i0]!;
    const l1 = d1 + from - dueDate[i1]!;
    const l2 = d2 + from - dueDate[i2]!;
    const l3 = d3 + from - dueDate[i3]!;
    const isPlain =
      arePlain && (source[row]! & source[row + 1]! & source[row + 2]! & source[row + 3]!) < 0;
    const k0 = isPlain ? plain[kind[row]!]! : kindAt(row);
    const k1 = isPlain ? plain[kind[row + 1]!]! : kindAt(row + 1);
    const k2 = isPlain ? plain[kind[row + 2]!]! : kindAt(row + 2);
    const k3 = isPlain ? plain[kind[row + 3]!]! : kindAt(row + 3);
    const a0 = applied[row]!;
    const a1 = applied[row + 1]!;
    const a2 = applied[row + 2]!;
    const a3 = applied[row + 3]!;
    size += (a0 < 0 ? -a0 : a0) + (a1 < 0 ? -a1 : a1) + (a2 < 0 ? -a2 : a2) + (a3 < 0 ? -a3 : a3);
    const p0 = next[o0 >> bits]!;
    next[o0 >> bits] = p0 + 1 + ((d0 | (last - d0)) >> 31);
    const p1 = next[o1 >> bits]!;
    next[o1 >> bits] = p1 + 1 + ((d1 | (last - d1)) >> 31);
    const p2 = next[o2 >> bits]!;
    next[o2 >> bits] = p2 + 1 + ((d2 | (last - d2)) >> 31);
    const p3 = next[o3 >> bits]!;
    next[o3 >> bits] = p3 + 1 + ((d3 | (last - d3)) >> 31);
    facts[2 * p0] = (d0 << days) | ((o0 & mask) << places) | k0;
    facts[2 * p0 + 1] = l0;
    amount[p0] = a0;
    facts[2 * p1] = (d1 << days) | ((o1 & mask) << places) | k1;
    facts[2 * p1 + 1] = l1;
    amount[p1] = a1;
    facts[2 * p2] = (d2 << days) | ((o2 & mask) << places) | k2;
    facts[2 * p2 + 1] = l2;
    amount[p2] = a2;
    facts[2 * p3] = (d3 << days) | ((o3 & mask) << places) | k3;
    facts[2 * p3 + 1] = l3;
    amount[p3] = a3;
  }
  return size;
}
