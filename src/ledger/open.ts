/**
 * @module ledger/open
 *
 * What is open of one unit, one document or all of them, as of a date: plain and exact, for
 * questions about single items. Tables over the whole ledger use the kernels.
 */
import type { Journal, Units } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** What is open of a unit in minor units, without sign; 0 where its document is not there yet. */
export function openOfUnit(units: Units, unit: number, asOf: number): bigint {
  if ((units.documentDate[unit] as number) > asOf) return 0n;
  let open = amountAt(units.amount, unit);
  const { movements } = units;
  if (!movements) return open;
  const end = movements.start[unit + 1] as number;
  for (let row = movements.start[unit] as number; row < end; row += 1) {
    if ((movements.date[row] as number) > asOf) break;
    open -= amountAt(movements.amount, row);
  }
  return open;
}

/** True for a unit (or document) whose open amount counts negative. */
export function isCredit(kind: Uint8Array | undefined, row: number): boolean {
  return kind !== undefined && (kind[row] as number) >= FIRST_CREDIT_KIND;
}

/** The units of a document: `from` up to but not including `to`. */
export function unitsOfItem(units: Units, journal: Journal, item: number) {
  const { first } = units;
  if (!first) return { from: item, to: item + 1 };
  const from = first[item] as number;
  return { from, to: item + 1 < journal.count ? (first[item + 1] as number) : units.count };
}

/** The disputed amount of each unit that has one, oldest due date of a document first. */
export function disputedUnits(journal: Journal, units: Units, asOf: number): Map<number, bigint> {
  const disputed = new Map<number, bigint>();
  const { disputes } = journal;
  let row = 0;
  while (row < disputes.count) {
    const item = disputes.item[row] as number;
    let inForce = 0n;
    for (; row < disputes.count && disputes.item[row] === item; row += 1) {
      const stands = (disputes.from[row] as number) <= asOf && asOf <= (disputes.to[row] as number);
      if (stands) inForce += amountAt(disputes.amount, row);
    }
    const { from, to } = unitsOfItem(units, journal, item);
    for (let unit = from; unit < to && inForce > 0n; unit += 1) {
      const open = openOfUnit(units, unit, asOf);
      const share = open < inForce ? open : inForce;
      if (share > 0n) disputed.set(unit, share);
      inForce -= share;
    }
  }
  return disputed;
}
