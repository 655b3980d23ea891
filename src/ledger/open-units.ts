/**
 * @module ledger/open-units
 *
 * The units that are open as of a date, on doubles or (where these cannot be proved exact) on
 * bigints, and what they come to by a date of theirs or by party.
 */
import { amountAt } from "./columns.ts";
import { sumsOf } from "./exact-sums.ts";
import type { Groups } from "./groups.kernel.ts";
import { groupByKey } from "./groups.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { distinctOf, valuesAt } from "./lists.kernel.ts";
import { openOfUnit } from "./open.ts";
import type { OpenList } from "./open-units.kernel.ts";
import { listOpen, sumOpen } from "./open-units.kernel.ts";
import { isNarrow, isNarrowMovements, itemOfUnit } from "./planes.ts";

/** What is open on one date of its units, in minor units without sign. */
export interface OpenOfDay {
  readonly day: number;
  /** Open debit units. */
  readonly charges: bigint;
  readonly count: number;
  /** Open credit items. */
  readonly credits: bigint;
  readonly creditCount: number;
}

type Test = ((item: number) => boolean) | undefined;

/** Everything open in a scope, in the order of the ledger. */
export function openUnits({ units }: LedgerData, asOf: number, test: Test): OpenList {
  if (isNarrow(units) && isNarrowMovements(units.movements)) {
    const list = listOpen(units, units.movements, asOf, test);
    if (list.size <= Number.MAX_SAFE_INTEGER) return list;
  }
  const [unit, open]: [number[], bigint[]] = [[], []];
  for (let each = 0; each < units.count; each += 1) {
    if (test && !test(itemOfUnit(units, each))) continue;
    const left = openOfUnit(units, each, asOf);
    if (left === 0n) continue;
    unit.push(each);
    open.push(left);
  }
  return { unit: Int32Array.from(unit), open: open as unknown as Float64Array };
}

/** What a list comes to by due or document date, ascending. */
export function openOfDays(
  { units }: LedgerData,
  list: OpenList,
  by: "dueDate" | "documentDate",
): OpenOfDay[] {
  const { value, place } = distinctOf(valuesAt(units[by], list.unit));
  const sums = sumOpen(list, units.kind, place, value.length, sumsOf(list.open));
  return Array.from(value, (day, cell) => ({
    day,
    charges: amountAt(sums.charges, cell),
    count: sums.count[cell] as number,
    credits: amountAt(sums.credits, cell),
    creditCount: sums.creditCount[cell] as number,
  }));
}

/** The places of a list by party code, each party's in the order of the ledger. */
export function openOfParties({ journal, units }: LedgerData, list: OpenList): Groups {
  return groupByKey(valuesAt(units.party, list.unit), journal.party.categories.length);
}
