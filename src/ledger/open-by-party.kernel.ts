/**
 * @module ledger/open-by-party.kernel
 *
 * What of a list of open units each party owes, what of that is overdue and since when, and what it
 * has to its credit.
 */
import type { Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";
import type { OpenList } from "./open-units.kernel.ts";

/** Open debit units are told in two cells a party: all of them, and behind them the overdue. */
export const PARTS = 2;
export const OVERDUE = 1;

/** What is open by party. */
export interface OpenByParty {
  /** Open debit units: cell `party × PARTS`, overdue ones at `+ OVERDUE`. */
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  /** Open credit items, without sign. */
  readonly credits: Float64Array;
  readonly creditCount: Int32Array;
  /** The due date of the oldest overdue debit unit; the day itself where none is overdue. */
  readonly oldestDue: Int32Array;
}

/** Adds a list by party. `sums` makes doubles, or bigints where the list has them. */
export function openByParty(
  { unit: units, open }: OpenList,
  { dueDate, kind, party }: Units,
  parties: number,
  asOf: number,
  sums: (length: number) => Float64Array,
): OpenByParty {
  const [sum, counts] = [sums(parties * PARTS), new Int32Array(parties * PARTS)];
  const [credits, creditCount] = [sums(parties), new Int32Array(parties)];
  const oldestDue = new Int32Array(parties).fill(asOf);
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]!;
    const own = party[unit]!;
    const due = dueDate[unit]!;
    const each = open[at]!;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND) {
      credits[own]! += each;
      creditCount[own]! += 1;
      continue;
    }
    const cell = own * PARTS;
    sum[cell]! += each;
    counts[cell]! += 1;
    if (due >= asOf) continue;
    sum[cell + OVERDUE]! += each;
    counts[cell + OVERDUE]! += 1;
    if (due < oldestDue[own]!) oldestDue[own] = due;
  }
  return { sums: sum, counts, credits, creditCount, oldestDue };
}
