/**
 * @module ledger/aging.kernel
 *
 * The as-of loop: adds what is open to planes of group × bucket. Party-major with the number of
 * buckets as stride, no object or closure a row, and the proof of exactness in the same loop: while
 * the sum of all sizes stays within 2^53 − 1, every partial sum of these integers was exact.
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

/** Sums by group and bucket: cell `group × stride + bucket`. */
export interface Planes {
  readonly charges: Float64Array;
  readonly credits: Float64Array;
  readonly count: Float64Array;
  /** Open credit items by group. */
  readonly creditCount: Float64Array;
  /** Overdue debit units by group: by due date whatever the basis. */
  readonly overdue: Float64Array;
  readonly overdueCount: Float64Array;
}

/** Empty planes. */
export function emptyPlanes(groups: number, stride: number): Planes {
  return {
    charges: new Float64Array(groups * stride),
    credits: new Float64Array(groups * stride),
    count: new Float64Array(groups * stride),
    creditCount: new Float64Array(groups),
    overdue: new Float64Array(groups),
    overdueCount: new Float64Array(groups),
  };
}

/**
 * Adds every open unit to the planes. Answers the sum of all sizes met: above 2^53 − 1 the planes
 * prove nothing and the wide path must be taken.
 */
export function addOpen(
  units: Units & { readonly amount: Float64Array },
  movements: (Movements & { readonly amount: Float64Array }) | undefined,
  question: AgingQuestion,
  planes: Planes,
): number {
  const { count, kind, documentDate, dueDate, amount } = units;
  const { asOf, ageFrom, stride, group, lastOverdueDay } = question;
  const { firstDay, bucket } = question.table;
  const { charges, credits, count: counts, creditCount, overdue, overdueCount } = planes;
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const to = group[unit]!;
    if (to < 0 || documentDate[unit]! > asOf) continue;
    let open = amount[unit]!;
    size += open;
    if (movements !== undefined) {
      const end = movements.start[unit + 1]!;
      for (let row = movements.start[unit]!; row < end; row += 1) {
        if (movements.date[row]! > asOf) break;
        const moved = movements.amount[row]!;
        open -= moved;
        size += moved < 0 ? -moved : moved;
      }
    }
    if (open === 0) continue;
    const cell = to * stride + bucket[ageFrom[unit]! - firstDay]!;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND) {
      credits[cell]! += open;
      creditCount[to]! += 1;
      continue;
    }
    charges[cell]! += open;
    counts[cell]! += 1;
    if (dueDate[unit]! <= lastOverdueDay) {
      overdue[to]! += open;
      overdueCount[to]! += 1;
    }
  }
  return size;
}
