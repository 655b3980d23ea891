/**
 * @module collections/habits.kernel
 *
 * What each customer paid, and that times its days late: the two sums of a weighted average. And
 * where its open items come by it.
 */
import { FIRST_CREDIT_KIND } from "../ledger/items.ts";
import type { OpenList } from "../ledger/open-units.kernel.ts";
import type { Journal, Units } from "../ledger/columns.ts";

/** Of a party: what it paid, and behind it that times the days late. */
export const WEIGHTS = 2;

/** Which payments are added up. */
export interface WeightedQuestion {
  readonly from: number;
  readonly to: number;
  /** Which documents count; undefined for all. */
  readonly test: ((item: number) => boolean) | undefined;
  /** 1 for documents whose payments are added otherwise. */
  readonly slow: Uint8Array | undefined;
}

// Codes of applications, in the order of their list in `ledger/items`.
const PAYMENT = 0;
const BILL = 4;
const OFFSET = 5;

/**
 * Adds payments and weighted payments by party: cells `party × WEIGHTS`. Answers the sum of sizes
 * of both: above 2^53 − 1 they prove nothing.
 */
export function addWeighted(
  { party, dueDate, applications }: Journal,
  applied: Float64Array,
  { from, to, test, slow }: WeightedQuestion,
  sum: Float64Array,
): number {
  const { count, item: items, date, kind } = applications;
  const { codes } = party;
  let size = 0;
  for (let row = 0; row < count; row += 1) {
    const day = date[row]!;
    if (day < from || day > to) continue;
    const code = kind[row]!;
    if (code !== PAYMENT && code !== BILL && code !== OFFSET) continue;
    const item = items[row]!;
    if (slow !== undefined && slow[item] === 1) continue;
    if (test !== undefined && !test(item)) continue;
    const late = day - dueDate[item]!;
    const each = applied[row]!;
    const cell = codes[item]! * WEIGHTS;
    sum[cell]! += each;
    sum[cell + 1]! += each * late;
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
