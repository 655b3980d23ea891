/**
 * @module ledger/recompute
 *
 * Computes a figure read from a ledger once more, item by item: what `verify(figure, { ledger })`
 * asks. The stated inputs of the figure say which items it sums.
 */
import { Fraction } from "../ground/fraction.ts";
import type { OpenUnit } from "./item-by-item.ts";
import { allocatedValue, bucketTest } from "./recompute-allocation.ts";
import { documentsTotal, eachOpenUnit } from "./item-by-item.ts";
import type { Ledger, LedgerData } from "./ledger.ts";
import { insideOf } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import { monthsOfTrading, oldestDaysPastDue } from "./recompute-behaviour.ts";
import type { Inputs } from "./recompute-inputs.ts";
import { dayOf, scopeOf } from "./recompute-inputs.ts";
import { ROLL_FIGURES, rollValue } from "./recompute-rolls.ts";
import { WINDOW_FIGURES, windowValue } from "./recompute-window.ts";

/** What one open unit adds to a figure. */
type Measure = (unit: OpenUnit, inputs: Inputs) => bigint;

const signed: Measure = ({ credit, open }) => (credit ? -open : open);
const charge: Measure = ({ credit, open }) => (credit ? 0n : open);
const credited: Measure = ({ credit, open }) => (credit ? open : 0n);
const disputed: Measure = (unit) => (unit.credit ? 0n : unit.disputed);
const one: Measure = ({ credit }) => (credit ? 0n : 1n);

/** Figures that sum open units, by id. */
const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ["ledger/balance", (unit, { credits }) => (credits === "gross" ? charge : signed)(unit, {})],
  ["ledger/outstanding", signed],
  ["ledger/open-at-age", signed],
  ["ledger/open-of-day", charge],
  ["ledger/open-items-total", signed],
  ["ledger/charges", charge],
  ["ledger/credits", credited],
  ["ledger/disputed", disputed],
  ["ledger/overdue", charge],
  ["ledger/open-count", one],
  ["ledger/overdue-count", one],
  ["ledger/item-open", signed],
  ["ledger/item-amount", ({ amount }) => amount],
  ["ledger/item-applied", ({ amount, open }) => amount - open],
  ["ledger/item-disputed", ({ disputed: share }) => share],
]);

/**
 * The exact value of a `ledger/…` figure, computed item by item; undefined where the id or its
 * inputs are not such a figure's.
 */
export function ledgerFigureValue(
  ledger: Ledger,
  formula: string,
  inputs: Inputs,
): Fraction | undefined {
  const data = insideOf("verify", ledger);
  if (inputs["currency"] !== undefined && inputs["currency"] !== data.currency) return undefined;
  if (WINDOW_FIGURES.has(formula)) return windowValue(data, formula, inputs);
  if (ROLL_FIGURES.has(formula)) return rollValue(data, formula, inputs);
  if (formula === "ledger/item-days-past-due") return daysPastDue(data, inputs);
  if (formula === "ledger/months-of-trading" || formula === "ledger/oldest-days-past-due") {
    return wholeNumberValue(data, formula, inputs);
  }
  const asOf = dayOf(inputs["asOf"]);
  if (asOf === undefined) return undefined;
  const scope = scopeOf(data, inputs);
  if (formula === "ledger/documents-total") {
    return minorFraction(documentsTotal(data.journal, asOf, scope ?? (() => true)), data.places);
  }
  if (formula === "ledger/aged-net" || formula === "ledger/unallocated-credits") {
    return minorFraction(allocatedValue(data.journal, formula, inputs, asOf, scope), data.places);
  }
  const measure = MEASURES.get(formula);
  if (!measure) return undefined;
  let total = 0n;
  const selects = selector(data, formula, inputs, asOf);
  eachOpenUnit(data.journal, asOf, scope, (unit) => {
    if (selects(unit)) total += measure(unit, inputs);
  });
  return formula.endsWith("-count") ? Fraction.of(total) : minorFraction(total, data.places);
}

/** Which open units a figure's inputs name, besides its scope. */
function selector(data: LedgerData, formula: string, inputs: Inputs, asOf: number) {
  const agedTo = dayOf(inputs["agedTo"]) ?? asOf;
  const overdue = formula.startsWith("ledger/overdue");
  const byDue = overdue || inputs["basis"] !== "document-date";
  const inClass = overdue ? overdueTest(inputs, agedTo) : bucketTest(inputs, agedTo);
  const firstDate = dayOf(inputs["from"]) ?? -Infinity;
  const lastDate = dayOf(inputs["to"]) ?? Infinity;
  const id = inputs["item"];
  const part = inputs["installment"];
  const days = inputs["days"];
  return (unit: OpenUnit): boolean => {
    const date = byDue ? unit.dueDate : unit.documentDate;
    if (!inClass(date)) return false;
    if (unit.documentDate < firstDate || unit.documentDate > lastDate) return false;
    if (days !== undefined && days !== String(agedTo - date)) return false;
    if (id !== undefined && id !== itemId(data, unit.item)) return false;
    return part === undefined || part === String(unit.part + 1);
  };
}

/** Whether an item of a due date is overdue. */
function overdueTest({ dueDayIsOverdue }: Inputs, agedTo: number): (date: number) => boolean {
  return (date) => (dueDayIsOverdue === true ? date <= agedTo : date < agedTo);
}

function wholeNumberValue(data: LedgerData, formula: string, inputs: Inputs): Fraction | undefined {
  const asOf = dayOf(inputs["asOf"]);
  if (asOf === undefined) return undefined;
  const test = scopeOf(data, inputs) ?? (() => true);
  const number =
    formula === "ledger/months-of-trading"
      ? monthsOfTrading(data.journal, asOf, test)
      : oldestDaysPastDue(data.journal, asOf, test);
  return number === undefined ? undefined : Fraction.whole(number);
}

function daysPastDue(data: LedgerData, inputs: Inputs): Fraction | undefined {
  const asOf = dayOf(inputs["asOf"]);
  if (asOf === undefined) return undefined;
  const agedTo = dayOf(inputs["agedTo"]) ?? asOf;
  let found: Fraction | undefined;
  const selects = selector(data, "ledger/item-days-past-due", inputs, asOf);
  eachOpenUnit(data.journal, asOf, undefined, (unit) => {
    if (selects(unit)) found = Fraction.whole(agedTo - unit.dueDate);
  });
  return found;
}

/** The id of a document; its row where the ledger was made without ids. */
export function itemId({ journal }: LedgerData, item: number): string {
  return journal.ids?.[item] ?? String(item);
}
