/**
 * @module ledger/open-by-party.kernel
 *
 * What of a list of open units is overdue, by party, and since when.
 */
import type { Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";
import type { OpenList } from "./open-units.kernel.ts";

/** Open debit units that were due before a day. */
export interface OverdueCells {
  readonly overdue: Float64Array;
  readonly overdueCount: Float64Array;
  /** The due date of the oldest one; the day itself where there is none. */
  readonly oldestDue: Int32Array;
}

/** Adds by party. `sums` makes doubles, or bigints where the list has them. */
export function overdueByParty(
  { unit, open }: OpenList,
  { dueDate, kind, party }: Units,
  parties: number,
  asOf: number,
  sums: (length: number) => Float64Array,
): OverdueCells {
  const overdue = sums(parties);
  const overdueCount = new Float64Array(parties);
  const oldestDue = new Int32Array(parties).fill(asOf);
  for (let at = 0; at < unit.length; at += 1) {
    const own = unit[at]!;
    const due = dueDate[own]!;
    if (due >= asOf || (kind !== undefined && kind[own]! >= FIRST_CREDIT_KIND)) continue;
    const cell = party[own]!;
    overdue[cell]! += open[at]!;
    overdueCount[cell]! += 1;
    if (due < oldestDue[cell]!) oldestDue[cell] = due;
  }
  return { overdue, overdueCount, oldestDue };
}
