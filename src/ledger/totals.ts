/**
 * @module ledger/totals
 *
 * One total of everything open in a scope: the as-of loop with a single cell.
 */
import { amountAt } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import { oneGroup, openPlanes } from "./planes.ts";

/** What is open in all, in minor units. */
export interface OpenTotals {
  /** Open debit units. */
  readonly gross: bigint;
  /** Open credit items, without sign. */
  readonly credits: bigint;
  readonly count: number;
  readonly creditCount: number;
  readonly overdue: bigint;
  readonly overdueCount: number;
}

/** The totals of a scope as of a date; overdue from the first day after the due date on. */
export function openTotals(
  data: LedgerData,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): OpenTotals {
  const { units } = data;
  const { firstDue, lastDue } = units.range;
  const planes = openPlanes(data, {
    asOf,
    ageFrom: units.dueDate,
    table: { firstDay: firstDue, bucket: new Uint8Array(lastDue - firstDue + 1) },
    stride: 1,
    groups: 1,
    group: oneGroup(data, test),
    lastOverdueDay: asOf - 1,
  });
  const { count, creditCount, overdueCount } = planes.counts();
  return {
    gross: amountAt(planes.charges, 0),
    credits: amountAt(planes.credits, 0),
    count: count[0] as number,
    creditCount: creditCount[0] as number,
    overdue: amountAt(planes.overdue, 0),
    overdueCount: overdueCount[0] as number,
  };
}
