/**
 * @module ledger/month-moves.kernel
 *
 * What changed the balance of each party in a run of months, by blocks of few parties: one pass
 * over the units and what was applied to them. What is then added up, month by month, fits the
 * nearest memory block by block.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { NO_MOVEMENTS } from "./aging.kernel.ts";
import type { DayTable } from "./buckets.ts";
import type { ApplicationColumns } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Parties are kept together in blocks of so many: two to the power of this. */
const PARTY_BITS = 5;
export const BLOCK_PARTIES = 1 << PARTY_BITS;

// A packed move has what it is in the lowest bits, then its party's place in the block, the month
// of its unit, and above these its own month.
export const PLACE_SHIFT = 2;
export const UNIT_SHIFT = PLACE_SHIFT + PARTY_BITS;
const MONTH_BITS = 11;
const MONTH_SHIFT = UNIT_SHIFT + MONTH_BITS;
export const MONTH_MASK = (1 << MONTH_BITS) - 1;

/** The longest run of months that a packed move can tell, and one more for what comes later. */
export const MOST_MONTHS = MONTH_MASK - 1;

/** What a change is to: the balance, sales too, or sales alone. */
export const WHAT_MASK = 3;
const BALANCE = 0;
const SALE = 1;
export const SALE_ALONE = 2;

/** One question to the loops. */
export interface MonthMovesQuestion {
  /** By day: 0 before the months, 1 in the first of them, and so on. */
  readonly table: DayTable;
  /** The last day of the last month. */
  readonly lastDay: number;
  /** The date of each unit that tells its month: of its document, or due. */
  readonly unitDate: Int32Array;
  /** The month of each such date. */
  readonly unitTable: DayTable;
  /** Whether credit items have such a month; else 0 is theirs. */
  readonly isOfCredits: boolean;
  /** What a document of each kind does to sales: +1, −1 or 0, as it does to the balance. */
  readonly documentSign: readonly number[];
  /** What a source-less application of each kind does to sales. */
  readonly applicationSign: readonly number[];
}

/** Moves by block: those of block `b` are at `start[b]` up to `end[b]`. */
export interface MonthMoves {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly facts: Int32Array;
  readonly change: Float64Array;
}

/** Room for all moves: one a unit and one a movement, and as many others by party. */
export function roomForMoves(
  { count, party }: NarrowUnits,
  movements: NarrowMovements | undefined,
  parties: number,
  others: Int32Array,
): MonthMoves {
  const start = new Int32Array((parties >> PARTY_BITS) + 1);
  const { start: rows } = movements ?? NO_MOVEMENTS;
  const [bits, last] = [PARTY_BITS, rows.length - 1];
  for (let unit = 0; unit < count; unit += 1) {
    start[party[unit]! >> bits]! += unit < last ? 1 + rows[unit + 1]! - rows[unit]! : 1;
  }
  for (const own of others) start[own >> bits]! += 1;
  let moves = 0;
  for (let block = 0; block < start.length; block += 1) {
    const own = start[block]!;
    start[block] = moves;
    moves += own;
  }
  return {
    start,
    end: start.slice(),
    facts: new Int32Array(moves),
    change: new Float64Array(moves),
  };
}

/**
 * Places units and what was applied to them, up to the last day; answers the sum of all sizes: the
 * proof that sums of these are exact.
 */
export function placeUnits(
  { count, kind, party, documentDate, amount }: NarrowUnits,
  movements: NarrowMovements | undefined,
  {
    table: { firstDay, bucket },
    lastDay,
    documentSign,
    unitDate,
    unitTable: { firstDay: firstUnitDay, bucket: unitMonths },
    isOfCredits,
  }: MonthMovesQuestion,
  { end: next, facts, change }: MonthMoves,
): number {
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const [bits, mask, places] = [PARTY_BITS, BLOCK_PARTIES - 1, PLACE_SHIFT];
  const [unitShift, months] = [UNIT_SHIFT, MONTH_SHIFT];
  const last = start.length - 1;
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const day = documentDate[unit]!;
    if (day > lastDay) continue;
    const own = party[unit]!;
    const code = kind === undefined ? 0 : kind[unit]!;
    const isCredit = code >= FIRST_CREDIT_KIND;
    const sign = isCredit ? -1 : 1;
    const isTold = isOfCredits || !isCredit;
    const unitMonth = isTold ? unitMonths[unitDate[unit]! - firstUnitDay]! : 0;
    const issued = bucket[day - firstDay]!;
    const full = amount[unit]!;
    const known = ((own & mask) << places) | (unitMonth << unitShift);
    size += full;
    const first = next[own >> bits]!;
    next[own >> bits] = first + 1;
    facts[first] = known | (issued << months) | (documentSign[code] === 0 ? BALANCE : SALE);
    change[first] = sign * full;
    if (unit >= last) continue;
    const to = start[unit + 1]!;
    for (let row = start[unit]!; row < to; row += 1) {
      if (date[row]! > lastDay) break;
      const moved = moves[row]!;
      const month = bucket[date[row]! - firstDay]!;
      size += moved < 0 ? -moved : moved;
      const place = next[own >> bits]!;
      next[own >> bits] = place + 1;
      facts[place] = known | (month << months);
      change[place] = -sign * moved;
    }
  }
  return size;
}

/** Places source-less applications that are sales or take off them; answers the sum of sizes. */
export function placeAppliedSales(
  applications: ApplicationColumns & { readonly amount: Float64Array },
  rows: Int32Array,
  party: Int32Array,
  { table: { firstDay, bucket }, lastDay, applicationSign }: MonthMovesQuestion,
  { end: next, facts, change }: MonthMoves,
): number {
  const { item, date, amount, kind } = applications;
  const mask = BLOCK_PARTIES - 1;
  let size = 0;
  for (const row of rows) {
    const day = date[row]!;
    const month = day > lastDay ? 0 : bucket[day - firstDay]!;
    if (month === 0) continue;
    const own = party[item[row]!]!;
    const place = next[own >> PARTY_BITS]!;
    next[own >> PARTY_BITS] = place + 1;
    facts[place] = ((own & mask) << PLACE_SHIFT) | (month << MONTH_SHIFT) | SALE_ALONE;
    change[place] = applicationSign[kind[row]!]! * amount[row]!;
    size += Math.abs(amount[row]!);
  }
  return size;
}

/** The moves of one block in the order of their months, and where each month's begin. */
export interface OrderedMoves {
  readonly facts: Int32Array;
  readonly change: Float64Array;
  /** Those of month `m` are at `first[m]` up to `first[m + 1]`. */
  readonly first: Int32Array;
}

/** Room for the moves of any one block. */
export function roomForBlock({ start, end }: MonthMoves, months: number): OrderedMoves {
  let longest = 0;
  for (let block = 0; block < start.length; block += 1) {
    longest = Math.max(longest, end[block]! - start[block]!);
  }
  return {
    facts: new Int32Array(longest),
    change: new Float64Array(longest),
    first: new Int32Array(months + 2),
  };
}

/** Puts the moves of one block in the order of their months. */
export function orderBlock(
  { start, end, facts, change }: MonthMoves,
  block: number,
  { facts: inOrder, change: changes, first }: OrderedMoves,
): void {
  const shift = MONTH_SHIFT;
  const [from, to] = [start[block]!, end[block]!];
  first.fill(0);
  for (let at = from; at < to; at += 1) first[(facts[at]! >> shift) + 1]! += 1;
  for (let month = 1; month < first.length; month += 1) first[month]! += first[month - 1]!;
  for (let at = from; at < to; at += 1) {
    const fact = facts[at]!;
    const place = first[fact >> shift]!;
    first[fact >> shift] = place + 1;
    inOrder[place] = fact;
    changes[place] = change[at]!;
  }
  // Each month's first place has gone on to the next one's.
  first.copyWithin(1, 0);
  first[0] = 0;
}

/** Adds up what the moves of one block come to, month by month from 0 on. */
export interface MonthAdder {
  /** Begins a block. */
  begin(): void;
  /** Adds the moves of the next month. */
  add(moves: OrderedMoves, month: number): void;
}
