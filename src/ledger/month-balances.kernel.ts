/**
 * @module ledger/month-balances.kernel
 *
 * How each party's balance, and what of it is not past due, changed from month end to month end,
 * and what it was sold: one pass over the units and what was applied to them. What a unit changes
 * stands close together, since it is all its party's.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { NO_MOVEMENTS } from "./aging.kernel.ts";
import type { DayTable } from "./buckets.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Numbers of a party and month. */
export const MONTH_PARTS = 3;

/** Change of the balance, net of credit items. */
export const BALANCE = 0;
/** Invoices and debit notes. */
export const SOLD = 1;
/** Change of the open debit units that are not past due. */
export const NOT_DUE = 2;

/** One question to the loop. */
export interface MonthBalancesQuestion {
  /** By day: 0 before the months, 1 in the first of them, and so on. */
  readonly table: DayTable;
  readonly months: number;
  /** The last day of the last month. */
  readonly lastDay: number;
  /** By due date: the first month at whose end a unit is past due. */
  readonly pastDueFrom: DayTable;
}

/**
 * Adds to cells `(party × (months + 1) + month) × MONTH_PARTS + part`. Answers the sum of all
 * sizes; since what falls due is added once more, sums are exact while twice that is safe.
 */
export function addMonthBalances(
  { count, kind, party, documentDate, dueDate, amount }: NarrowUnits,
  movements: NarrowMovements | undefined,
  { table: { firstDay, bucket }, months, lastDay, pastDueFrom }: MonthBalancesQuestion,
  cells: Float64Array,
): number {
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const { firstDay: firstDue, bucket: pastDue } = pastDueFrom;
  const [parts, sold, notDue] = [MONTH_PARTS, SOLD, NOT_DUE];
  const stride = (months + 1) * parts;
  const last = start.length - 1;
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const day = documentDate[unit]!;
    if (day > lastDay) continue;
    const own = party[unit]! * stride;
    const isCredit = kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND;
    const sign = isCredit ? -1 : 1;
    const issued = own + bucket[day - firstDay]! * parts;
    // Credit items are never not past due: theirs is before all months.
    const due = isCredit ? own : own + pastDue[dueDate[unit]! - firstDue]! * parts;
    const full = amount[unit]!;
    let notYetDue = due > issued ? full : 0;
    size += full;
    cells[issued]! += sign * full;
    if (!isCredit) cells[issued + sold]! += full;
    cells[issued + notDue]! += notYetDue;
    const to = unit < last ? start[unit + 1]! : 0;
    for (let row = unit < last ? start[unit]! : 0; row < to; row += 1) {
      if (date[row]! > lastDay) break;
      const moved = moves[row]!;
      const at = own + bucket[date[row]! - firstDay]! * parts;
      size += moved < 0 ? -moved : moved;
      cells[at]! -= sign * moved;
      if (at >= due) continue;
      cells[at + notDue]! -= moved;
      notYetDue -= moved;
    }
    if (due < own + stride) cells[due + notDue]! -= notYetDue;
  }
  return size;
}
