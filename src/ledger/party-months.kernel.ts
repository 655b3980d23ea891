/**
 * @module ledger/party-months.kernel
 *
 * Sales and what is open, of every party and month at once: where units are documents, one pass
 * reads both. The two stand side by side, as in `aging.kernel`, with the same proof of exactness.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { NO_MOVEMENTS } from "./aging.kernel.ts";
import type { DayTable } from "./buckets.ts";
import type { ApplicationColumns } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** One question to the loop. */
export interface PartyMonthsQuestion {
  readonly asOf: number;
  /** The month of each date; `months` for dates outside. */
  readonly table: DayTable;
  readonly months: number;
  /** What a document of each kind does to sales: +1, −1 or 0. */
  readonly documentSign: readonly number[];
  /** What a source-less application of each kind does. */
  readonly applicationSign: readonly number[];
}

/** Where the loops add. */
export interface PartyMonthsCells {
  /** Sales, then what is open: `2 × (party × (months + 1) + month)`, the last for other dates. */
  readonly sums: Float64Array;
  /** 1 for parties with sales in the months or anything open. */
  readonly there: Uint8Array;
}

/** Documents that are read before they are added: what is known of them stays near. */
const BLOCK = 512;

/**
 * Adds documents and what is open of them; answers the sum of sizes, the proof.
 *
 * Cells of all parties and months are too many for the nearest memory: a block is read in the order
 * of the ledger first, then its cells are reached four at a time, as in `aging.kernel`.
 */
export function addPartyMonths(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  question: PartyMonthsQuestion,
  { sums, there }: PartyMonthsCells,
): number {
  const { count } = units;
  const block: Block = {
    length: 0,
    party: new Int32Array(BLOCK),
    cell: new Int32Array(BLOCK),
    sold: new Float64Array(BLOCK),
    open: new Float64Array(BLOCK),
  };
  const { party, cell, sold, open } = block;
  let size = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(from + BLOCK, count);
    size += readBlock(from, to, units, movements, question, block);
    addBlock(block.length, cell, sold, open, sums);
    for (let at = 0; at < block.length; at += 1) there[party[at]!] = 1;
  }
  return size;
}

/** What is known of those among some documents that were sold in the months, or are open. */
interface Block {
  /** How many these are. */
  length: number;
  readonly party: Int32Array;
  /** Where sales are added; what is open goes into the next. */
  readonly cell: Int32Array;
  /** Signed, as they count for sales and for the balance. */
  readonly sold: Float64Array;
  readonly open: Float64Array;
}

function readBlock(
  from: number,
  to: number,
  { kind, documentDate, amount, party: owner }: NarrowUnits,
  movements: NarrowMovements | undefined,
  { asOf, months, documentSign, table: { firstDay, bucket } }: PartyMonthsQuestion,
  block: Block,
): number {
  const { party, cell, sold, open } = block;
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const last = start.length - 1;
  let size = 0;
  let at = 0;
  let row = from < last ? start[from]! : 0;
  for (let unit = from; unit < to; unit += 1) {
    const end = unit < last ? start[unit + 1]! : 0;
    const day = documentDate[unit]!;
    if (day > asOf) {
      row = end;
      continue;
    }
    const full = amount[unit]!;
    let left = full;
    size += full;
    for (; row < end; row += 1) {
      const moved = date[row]! > asOf ? 0 : moves[row]!;
      left -= moved;
      size += moved < 0 ? -moved : moved;
    }
    const code = kind === undefined ? 0 : kind[unit]!;
    const sign = documentSign[code]!;
    const month = bucket[day - firstDay]!;
    party[at] = owner[unit]!;
    cell[at] = (owner[unit]! * (months + 1) + month) * 2;
    sold[at] = sign * full;
    open[at] = code >= FIRST_CREDIT_KIND ? -left : left;
    // Kept without a branch: which of them are is anybody's guess.
    const isSold = Number(month < months) & Number(sign !== 0);
    at += Number(left !== 0) | isSold;
  }
  block.length = at;
  return size;
}

function addBlock(
  length: number,
  cell: Int32Array,
  sold: Float64Array,
  open: Float64Array,
  sums: Float64Array,
): void {
  const fours = length - (length % 4);
  for (let at = 0; at < fours; at += 4) {
    const [first, second] = [cell[at]!, cell[at + 1]!];
    const [third, fourth] = [cell[at + 2]!, cell[at + 3]!];
    sums[first]! += sold[at]!;
    sums[second]! += sold[at + 1]!;
    sums[third]! += sold[at + 2]!;
    sums[fourth]! += sold[at + 3]!;
    sums[first + 1]! += open[at]!;
    sums[second + 1]! += open[at + 1]!;
    sums[third + 1]! += open[at + 2]!;
    sums[fourth + 1]! += open[at + 3]!;
  }
  for (let at = fours; at < length; at += 1) {
    sums[cell[at]!]! += sold[at]!;
    sums[cell[at]! + 1]! += open[at]!;
  }
}

/** Adds source-less applications that are sales or take off them; answers the sum of sizes. */
export function addAppliedSales(
  applications: ApplicationColumns & { readonly amount: Float64Array },
  party: Int32Array,
  question: PartyMonthsQuestion,
  { sums, there }: PartyMonthsCells,
): number {
  const { count, item, date, amount, kind, source } = applications;
  const { asOf, months, applicationSign } = question;
  const { firstDay, bucket } = question.table;
  let size = 0;
  for (let row = 0; row < count; row += 1) {
    const sign = applicationSign[kind[row]!]!;
    const day = date[row]!;
    if (sign === 0 || day > asOf || source[row]! >= 0) continue;
    const month = bucket[day - firstDay]!;
    if (month === months) continue;
    const to = party[item[row]!]!;
    const each = amount[row]!;
    sums[(to * (months + 1) + month) * 2]! += sign * each;
    size += each < 0 ? -each : each;
    there[to] = 1;
  }
  return size;
}
