/**
 * @module collections/habits.kernel
 *
 * What each customer paid, and that times its days late: the two sums of a weighted average. And
 * where its open items come by it.
 */
import { FIRST_CREDIT_KIND } from "../ledger/items.ts";
import type { OpenList } from "../ledger/open-units.kernel.ts";
import type { Units } from "../ledger/columns.ts";

/**
 * Adds payments and weighted payments by party. Answers the sum of sizes of both: above 2^53 − 1
 * they prove nothing.
 */
export function addWeighted(
  amount: Float64Array,
  days: Int32Array,
  party: Int32Array,
  paid: Float64Array,
  weighted: Float64Array,
): number {
  let size = 0;
  for (let at = 0; at < days.length; at += 1) {
    const own = party[at]!;
    const each = amount[at]!;
    const late = days[at]!;
    paid[own]! += each;
    weighted[own]! += each * late;
    size += each * (late < 0 ? 1 - late : 1 + late);
  }
  return size;
}

/**
 * Adds open debit units to the periods in which they are expected, `late` days after they are due,
 * or on the first day where that is over. `period` is by day from `firstDay` on.
 */
export function addExpected(
  { unit, open }: OpenList,
  { kind, dueDate, party }: Units,
  late: Int32Array,
  firstDay: number,
  period: Uint16Array,
  sum: Float64Array,
): void {
  for (let at = 0; at < unit.length; at += 1) {
    const own = unit[at]!;
    if (kind !== undefined && kind[own]! >= FIRST_CREDIT_KIND) continue;
    const day = dueDate[own]! + late[party[own]!]! - firstDay;
    if (day < period.length) sum[period[day < 0 ? 0 : day]!]! += open[at]!;
  }
}
