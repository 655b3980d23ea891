/**
 * @module ledger/rolls
 *
 * How much of what is open at a month end is still open at the next, by whole months past due. At a
 * month end these are the months between the month of the due date and this one, whatever the day,
 * so that every item is one class further at the next.
 */
import { monthNumber, monthSpan } from "../ground/months.ts";
import type { DayTable } from "./buckets.ts";
import { isNarrow, isNarrowMovements, oneGroup } from "./planes.ts";
import type { LedgerData } from "./ledger.ts";
import { isCredit, openOfUnit } from "./open.ts";
import type { RollQuestion } from "./rolls.kernel.ts";
import { addRolls } from "./rolls.kernel.ts";

/** Of the first class: due in the month to come. */
export const FIRST_MONTHS = -1;

/** Sums by class in minor units, from {@link FIRST_MONTHS} on. */
export interface MonthRoll {
  readonly from: number;
  readonly to: number;
  readonly opening: readonly bigint[];
  readonly stillOpen: readonly bigint[];
}

/** The rolls from each month end to the next, in so many classes. */
export function monthRolls(
  data: LedgerData,
  monthEnds: readonly number[],
  classes: number,
  test: ((item: number) => boolean) | undefined,
): MonthRoll[] {
  const group = oneGroup(data, test);
  return monthEnds.slice(1).map((to, index) => {
    const from = monthEnds[index] as number;
    const table = monthTable(data, from, classes);
    return rollsOf(data, { from, to, table, classes, group });
  });
}

/** The class of each due date; `classes` for what is due later, or was due before all of them. */
function monthTable({ units }: LedgerData, from: number, classes: number): DayTable {
  const { firstDue, lastDue } = units.range;
  const bucket = new Uint8Array(lastDue - firstDue + 1).fill(classes);
  const month = monthNumber(from);
  for (let own = 0; own < classes; own += 1) {
    const span = monthSpan(month - FIRST_MONTHS - own);
    const [start, end] = [span.from - firstDue, span.to - firstDue + 1];
    bucket.fill(own, Math.max(start, 0), Math.max(end, 0));
  }
  return { firstDay: firstDue, bucket };
}

function rollsOf({ units }: LedgerData, question: RollQuestion): MonthRoll {
  const { from, to, classes } = question;
  if (isNarrow(units) && isNarrowMovements(units.movements)) {
    const sums = { opening: new Float64Array(classes), stillOpen: new Float64Array(classes) };
    const size = addRolls(units, units.movements, question, sums);
    if (size <= Number.MAX_SAFE_INTEGER) {
      const [opening, stillOpen] = [sums.opening, sums.stillOpen].map((each) =>
        Array.from(each, BigInt),
      ) as [bigint[], bigint[]];
      return { from, to, opening, stillOpen };
    }
  }
  return wideRolls(units, question);
}

/** The same on bigints: plain, and never wrong. */
function wideRolls(units: LedgerData["units"], question: RollQuestion): MonthRoll {
  const { from, to, classes, group, table } = question;
  const opening = new Array<bigint>(classes).fill(0n);
  const stillOpen = new Array<bigint>(classes).fill(0n);
  for (let unit = 0; unit < units.count; unit += 1) {
    if ((group[unit] as number) < 0 || isCredit(units.kind, unit)) continue;
    const own = table.bucket[(units.dueDate[unit] as number) - table.firstDay] as number;
    const open = own === classes ? 0n : openOfUnit(units, unit, from);
    if (open === 0n) continue;
    opening[own] = (opening[own] as bigint) + open;
    stillOpen[own] = (stillOpen[own] as bigint) + openOfUnit(units, unit, to);
  }
  return { from, to, opening, stillOpen };
}
