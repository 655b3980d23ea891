/**
 * @module ledger/recompute-rolls
 *
 * What is open by whole months past due, and what of the same items is still open later, computed
 * item by item: the slow road that `ledger/rolls` is checked against.
 */
import type { Fraction } from "../ground/fraction.ts";
import { monthNumber } from "../ground/months.ts";
import type { Journal } from "./columns.ts";
import type { OpenUnit } from "./item-by-item.ts";
import { eachOpenUnit } from "./item-by-item.ts";
import type { LedgerData } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import type { Inputs } from "./recompute-inputs.ts";
import { dayOf, scopeOf } from "./recompute-inputs.ts";

type ItemTest = ((item: number) => boolean) | undefined;

/** The figures of roll rates. */
export const ROLL_FIGURES: ReadonlySet<string> = new Set([
  "ledger/open-by-months",
  "ledger/still-open",
]);

/** The exact value of one of them. */
export function rollValue(data: LedgerData, formula: string, inputs: Inputs): Fraction | undefined {
  const asOf = dayOf(inputs["asOf"]);
  const from = dayOf(inputs["from"]) ?? asOf;
  if (asOf === undefined || from === undefined) return undefined;
  const months = Number(inputs["monthsPastDue"]);
  const test = scopeOf(data, inputs);
  const minor =
    formula === "ledger/open-by-months"
      ? openByMonths(data.journal, asOf, months, test)
      : stillOpen(data.journal, from, asOf, months, test);
  return minorFraction(minor, data.places);
}

/** Open debit items of so many whole months past due at a month end. */
function openByMonths(journal: Journal, asOf: number, months: number, test: ItemTest): bigint {
  let total = 0n;
  eachOpenUnit(journal, asOf, test, (unit) => {
    if (isPastDueBy(unit, asOf, months)) total += unit.open;
  });
  return total;
}

/** What of the items of {@link openByMonths} on `from` is still open on a later day. */
function stillOpen(
  journal: Journal,
  from: number,
  asOf: number,
  months: number,
  test: ItemTest,
): bigint {
  const units = new Set<string>();
  const name = ({ item, part }: OpenUnit) => `${String(item)} ${String(part)}`;
  eachOpenUnit(journal, from, test, (unit) => {
    if (isPastDueBy(unit, from, months)) units.add(name(unit));
  });
  let total = 0n;
  eachOpenUnit(journal, asOf, test, (unit) => {
    if (units.has(name(unit))) total += unit.open;
  });
  return total;
}

function isPastDueBy({ credit, dueDate }: OpenUnit, asOf: number, months: number): boolean {
  return !credit && monthNumber(asOf) - monthNumber(dueDate) === months;
}
