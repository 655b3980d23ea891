/**
 * @module ledger/aging.kernel
 *
 * The as-of loop: adds what is open to cells of group × bucket, with no object or closure a row and
 * the proof of exactness in the same loop: while the sum of all sizes stays within 2^53 − 1, every
 * partial sum of these integers was exact.
 *
 * Rows come in no order of groups, so the time goes into reaching their cells: one number a cell,
 * and how many there are is a pass of its own, for those who ask.
 */
import type { Movements, Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";
import type { DayTable } from "./buckets.ts";

/** One question to the loop. */
export interface AgingQuestion {
  readonly asOf: number;
  /** `dueDate` or `documentDate`: what ages are counted from. */
  readonly ageFrom: Int32Array;
  readonly table: DayTable;
  /** Number of buckets. */
  readonly stride: number;
  readonly groups: number;
  /** The group of each unit, −1 for none. */
  readonly group: Int32Array;
  /** Units due on or before this day are overdue. */
  readonly lastOverdueDay: number;
}

/** Units whose amounts are doubles. */
export type NarrowUnits = Units & { readonly amount: Float64Array };

/** Movements whose amounts are doubles. */
export type NarrowMovements = Movements & { readonly amount: Float64Array };

/** Where the loop adds: all cells of debit units, then all of credit items. */
export interface Cells {
  /** `block + (group × stride + bucket) × parts + part`. */
  readonly sums: Float64Array;
  /** 2 where each bucket is counted in two parts, not overdue and overdue; else 1. */
  readonly parts: 1 | 2;
  /** Where the cells of credit items begin. */
  readonly creditBlock: number;
}

/** What is added up: what is open, or how many units have anything open. */
export type Added = "amounts" | "counts";

/** Where nothing was ever taken off. */
export const NO_MOVEMENTS: NarrowMovements = {
  start: new Int32Array(1),
  date: new Int32Array(0),
  amount: new Float64Array(0),
};

/**
 * Adds debit units that nothing was ever taken off, all of them there and each in a group. Answers
 * the sum of all sizes met: above 2^53 − 1 the cells prove nothing and the wide path must be taken.
 */
export function addBalances(
  { count, amount }: NarrowUnits,
  { ageFrom, table, stride, group }: AgingQuestion,
  sums: Float64Array,
): number {
  return addRows(count, amount, group, stride, ageFrom, table.firstDay, table.bucket, sums);
}

/**
 * Eight rows are read before any of them is added: a processor waits for a store before it dares to
 * load on, and this way it waits once for eight. Arrays and numbers only: compiled code that knows
 * the shape of an object is thrown away with the last object of that shape.
 */
function addRows(
  count: number,
  amount: Float64Array,
  group: Int32Array,
  stride: number,
  ageFrom: Int32Array,
  firstDay: number,
  bucket: DayTable["bucket"],
  sums: Float64Array,
): number {
  const eights = count - (count % 8);
  let size = 0;
  for (let row = 0; row < eights; row += 8) {
    const cell0 = group[row]! * stride + bucket[ageFrom[row]! - firstDay]!;
    const cell1 = group[row + 1]! * stride + bucket[ageFrom[row + 1]! - firstDay]!;
    const cell2 = group[row + 2]! * stride + bucket[ageFrom[row + 2]! - firstDay]!;
    const cell3 = group[row + 3]! * stride + bucket[ageFrom[row + 3]! - firstDay]!;
    const cell4 = group[row + 4]! * stride + bucket[ageFrom[row + 4]! - firstDay]!;
    const cell5 = group[row + 5]! * stride + bucket[ageFrom[row + 5]! - firstDay]!;
    const cell6 = group[row + 6]! * stride + bucket[ageFrom[row + 6]! - firstDay]!;
    const cell7 = group[row + 7]! * stride + bucket[ageFrom[row + 7]! - firstDay]!;
    const open0 = amount[row]!;
    const open1 = amount[row + 1]!;
    const open2 = amount[row + 2]!;
    const open3 = amount[row + 3]!;
    const open4 = amount[row + 4]!;
    const open5 = amount[row + 5]!;
    const open6 = amount[row + 6]!;
    const open7 = amount[row + 7]!;
    size += open0 + open1 + open2 + open3 + open4 + open5 + open6 + open7;
    sums[cell0]! += open0;
    sums[cell1]! += open1;
    sums[cell2]! += open2;
    sums[cell3]! += open3;
    sums[cell4]! += open4;
    sums[cell5]! += open5;
    sums[cell6]! += open6;
    sums[cell7]! += open7;
  }
  for (let row = eights; row < count; row += 1) {
    size += amount[row]!;
    sums[group[row]! * stride + bucket[ageFrom[row]! - firstDay]!]! += amount[row]!;
  }
  return size;
}

/** The same for units of every kind, less what was taken off them by then. */
export function addOpen(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  question: AgingQuestion,
  { sums, parts, creditBlock }: Cells,
  added: Added,
): number {
  const { count, kind, documentDate, dueDate, amount } = units;
  const { asOf, ageFrom, stride, group, lastOverdueDay } = question;
  const { firstDay, bucket } = question.table;
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const last = start.length - 1;
  const counting = added === "counts";
  let size = 0;
  let row = 0;
  for (let unit = 0; unit < count; unit += 1) {
    // Rows of movements follow units: they are read on and on, never looked up.
    const end = unit < last ? start[unit + 1]! : 0;
    const to = group[unit]!;
    if (to < 0 || documentDate[unit]! > asOf) {
      row = end;
      continue;
    }
    let open = amount[unit]!;
    size += open;
    for (; row < end; row += 1) {
      const moved = date[row]! > asOf ? 0 : moves[row]!;
      open -= moved;
      size += moved < 0 ? -moved : moved;
    }
    if (open === 0) continue;
    const part = parts === 2 && dueDate[unit]! <= lastOverdueDay ? 1 : 0;
    const block = kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND ? creditBlock : 0;
    const cell = block + (to * stride + bucket[ageFrom[unit]! - firstDay]!) * parts + part;
    sums[cell]! += counting ? 1 : open;
  }
  return size;
}
