/**
 * @module ledger/rolls.kernel
 *
 * What is open on one day, by whole months past due, and what of the same units is still open a
 * month later: one pass, no object or closure a row, with the proof of exactness of `aging.kernel`.
 */
import type { DayTable } from "./buckets.ts";
import type { Movements, Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** One question to the loop. */
export interface RollQuestion {
  readonly from: number;
  readonly to: number;
  /** The class of each due date as seen from `from`; `classes` for those in none. */
  readonly table: DayTable;
  readonly classes: number;
  /** 0 for units that count, −1 for others. */
  readonly group: Int32Array;
}

/** Sums by class. */
export interface RollSums {
  readonly opening: Float64Array;
  readonly stillOpen: Float64Array;
}

/**
 * Adds every debit unit open on `from` to its class. Answers the sum of all sizes met: above
 * 2^53 − 1 the sums prove nothing and the wide path must be taken.
 */
export function addRolls(
  units: Units & { readonly amount: Float64Array },
  movements: (Movements & { readonly amount: Float64Array }) | undefined,
  question: RollQuestion,
  sums: RollSums,
): number {
  const { count, kind, documentDate, dueDate, amount } = units;
  const { from, to, classes, group } = question;
  const { firstDay, bucket } = question.table;
  const { opening, stillOpen } = sums;
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    if (group[unit]! < 0 || documentDate[unit]! > from) continue;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND) continue;
    const own = bucket[dueDate[unit]! - firstDay]!;
    if (own === classes) continue;
    let open = amount[unit]!;
    size += open;
    if (movements === undefined) {
      opening[own]! += open;
      stillOpen[own]! += open;
      continue;
    }
    const end = movements.start[unit + 1]!;
    let row = movements.start[unit]!;
    for (; row < end && movements.date[row]! <= from; row += 1) {
      const moved = movements.amount[row]!;
      open -= moved;
      size += moved < 0 ? -moved : moved;
    }
    if (open === 0) continue;
    opening[own]! += open;
    for (; row < end && movements.date[row]! <= to; row += 1) {
      const moved = movements.amount[row]!;
      open -= moved;
      size += moved < 0 ? -moved : moved;
    }
    stillOpen[own]! += open;
  }
  return size;
}
