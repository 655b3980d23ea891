/**
 * @module ledger/rolls.kernel
 *
 * What is open at each of many month ends, by whole months past due, and what of the same units is
 * still open a month later: one pass over the units, each of which is walked along the month ends
 * at which it is in a class. No object or closure a row, with the proof of exactness of
 * `aging.kernel`.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { NO_MOVEMENTS } from "./aging.kernel.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Of the first class: due in the month to come. */
export const FIRST_MONTHS = -1;

/** Each cell has two sums: what is open, and behind it what is still open a month later. */
export const SUMS = 2;

/** One question to the loop. */
export interface RollQuestion {
  /** Consecutive month ends. */
  readonly monthEnds: Int32Array;
  readonly months: MonthTable;
  readonly classes: number;
  /** The group of each unit, −1 for those that do not count. */
  readonly group: Int32Array;
}

/** Months from that of the first month end to that of a day: `month[day − firstDay]`. */
export interface MonthTable {
  readonly firstDay: number;
  readonly month: Int32Array;
}

/** Where the loop adds. */
export interface RollSums<A> {
  /** Cell `month × classes + class`, one month for each month end but the last. */
  readonly byMonth: A;
  /** Cell `group × classes + class`, over all months; empty where nobody asks. */
  readonly byGroup: A;
}

/**
 * Adds every debit unit at each month end at which it is open and in a class. Answers the sum of
 * all sizes met: above 2^53 − 1 the sums prove nothing and the wide path must be taken. A unit is
 * in a class at one month end only, so that it comes to no cell twice.
 */
export function addRolls(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  { monthEnds, months, classes, group }: RollQuestion,
  { byMonth, byGroup }: RollSums<Float64Array>,
): number {
  const { count, kind, documentDate, dueDate, amount } = units;
  const { firstDay, month } = months;
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const pairs = monthEnds.length - 1;
  const moved = start.length - 1;
  const pooling = byGroup.length > 0;
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const to = group[unit]!;
    if (to < 0 || (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND)) continue;
    // The month end at which it is in the first class, and the one at which it is past the last.
    const first = month[dueDate[unit]! - firstDay]! + FIRST_MONTHS;
    if (first >= pairs || first + classes <= 0) continue;
    const last = Math.min(first + classes, pairs);
    let at = Math.max(first, month[documentDate[unit]! - firstDay]!, 0);
    if (at >= last) continue;
    const end = unit < moved ? start[unit + 1]! : 0;
    let row = unit < moved ? start[unit]! : 0;
    let open = amount[unit]!;
    size += open;
    if (end - row === 1) {
      // Most have one payment, in no pattern, and a loop that guesses wrong waits: so it is taken
      // off at every month end, as often as not times 0. What is settled adds 0: it stays settled.
      const day = date[row]!;
      const off = moves[row]!;
      size += off < 0 ? -off : off;
      let opening = open - Number(day <= monthEnds[at]!) * off;
      for (; at < last; at += 1) {
        const stillOpen = open - Number(day <= monthEnds[at + 1]!) * off;
        const cell = (at * classes + at - first) * SUMS;
        byMonth[cell]! += opening;
        byMonth[cell + 1]! += stillOpen;
        if (pooling) {
          const pooled = (to * classes + at - first) * SUMS;
          byGroup[pooled]! += opening;
          byGroup[pooled + 1]! += stillOpen;
        }
        opening = stillOpen;
      }
      continue;
    }
    for (; row < end && date[row]! <= monthEnds[at]!; row += 1) {
      const off = moves[row]!;
      open -= off;
      size += off < 0 ? -off : off;
    }
    for (; at < last; at += 1) {
      const opening = open;
      for (; row < end && date[row]! <= monthEnds[at + 1]!; row += 1) {
        const off = moves[row]!;
        open -= off;
        size += off < 0 ? -off : off;
      }
      // What was not open does not count as still open when a payment is taken back.
      if (opening === 0) continue;
      const cell = (at * classes + at - first) * SUMS;
      byMonth[cell]! += opening;
      byMonth[cell + 1]! += open;
      if (pooling) {
        const pooled = (to * classes + at - first) * SUMS;
        byGroup[pooled]! += opening;
        byGroup[pooled + 1]! += open;
      }
    }
  }
  return size;
}
