/**
 * @module ledger/month-balances
 *
 * Balances, sales and what is not past due of every party at the end of each of a run of months.
 */
import type { DaySpan } from "../ground/months.ts";
import type { DayTable } from "./buckets.ts";
import type { LedgerData } from "./ledger.ts";
import { addMonthBalances, MONTH_PARTS } from "./month-balances.kernel.ts";
import { monthsSince } from "./period-table.ts";
import { isNarrow, isNarrowMovements } from "./planes.ts";

/**
 * Changes by party and month, from 1 on and those before in 0; see the kernel. Undefined where
 * doubles do not hold the sums.
 */
export function monthBalances(
  { units, journal }: LedgerData,
  spans: readonly DaySpan[],
  dueDayIsOverdue: boolean,
): Float64Array | undefined {
  const { movements, range } = units;
  if (!isNarrow(units) || !isNarrowMovements(movements)) return undefined;
  const months = spans.length;
  const lastDay = (spans[months - 1] as DaySpan).to;
  const table = monthsSince(spans, range.firstDocument);
  const pastDueFrom = firstPastDue(spans, range.firstDue, range.lastDue, dueDayIsOverdue);
  const parties = journal.party.categories.length;
  const cells = new Float64Array(parties * (months + 1) * MONTH_PARTS);
  const size = addMonthBalances(units, movements, { table, months, lastDay, pastDueFrom }, cells);
  return 2 * size <= Number.MAX_SAFE_INTEGER ? cells : undefined;
}

/** By due date: the first month at whose end it is past due, one more than all where none is. */
function firstPastDue(
  spans: readonly DaySpan[],
  firstDue: number,
  lastDue: number,
  dueDayIsOverdue: boolean,
): DayTable {
  const bucket = new Uint16Array(lastDue - firstDue + 1).fill(spans.length + 1);
  let from = 0;
  spans.forEach(({ to }, index) => {
    const first = (dueDayIsOverdue ? to : to - 1) - firstDue + 1;
    if (first > from) bucket.fill(index + 1, from, first);
    from = Math.max(from, first);
  });
  return { firstDay: firstDue, bucket };
}
