/**
 * @module ledger/assemble
 *
 * From documents and applications to what ages, where every document ages as a whole: its movements
 * in date order. Documents with installments are `ledger/assemble-parts`.
 */
import type {
  Amounts,
  ApplicationColumns,
  DateRange,
  Journal,
  Movements,
  Units,
} from "./columns.ts";
import { amountColumn, isWide } from "./columns.ts";
import { groupByKeyAndDate, groupStarts } from "./groups.kernel.ts";
import type { MinorAmount } from "./minor-units.ts";

/** The units of a journal without installments: its documents. */
export function documentUnits(journal: Journal): Units {
  const { count, party, kind, documentDate, dueDate, amount } = journal;
  const movements = documentMovements(journal);
  const range = dateRange(count, documentDate, dueDate);
  const same = { item: undefined, first: undefined, range, movements };
  return { count, party: party.codes, kind, documentDate, dueDate, amount, ...same };
}

/** The dates that occur. */
export function dateRange(count: number, documents: Int32Array, due: Int32Array): DateRange {
  let [firstDue, lastDue] = [due[0] ?? 0, due[0] ?? 0];
  let [firstDocument, lastDocument] = [documents[0] ?? 0, documents[0] ?? 0];
  for (let unit = 0; unit < count; unit += 1) {
    const day = due[unit] as number;
    if (day < firstDue) firstDue = day;
    if (day > lastDue) lastDue = day;
    const date = documents[unit] as number;
    if (date < firstDocument) firstDocument = date;
    if (date > lastDocument) lastDocument = date;
  }
  return { firstDue, lastDue, firstDocument, lastDocument };
}

/** Every movement by document and date. */
function documentMovements({ applications, count }: Journal): Movements | undefined {
  if (applications.count === 0) return undefined;
  if (applications.source.every((source) => source < 0)) {
    // Sorted by document and date already: the columns are shared.
    const { item, date, amount } = applications;
    return { start: groupStarts(item, applications.count, count), date, amount };
  }
  const list: MovementList = { unit: [], date: [], amount: [] };
  for (let row = 0; row < applications.count; row += 1) {
    move(list, applications.item[row] as number, applications, row);
  }
  for (let row = 0; row < applications.count; row += 1) {
    const source = applications.source[row] as number;
    if (source >= 0) move(list, source, applications, row);
  }
  return sortedMovements(list, count);
}

/** Movements: what was taken off a unit on a day. */
export interface MovementList {
  readonly unit: number[];
  readonly date: number[];
  readonly amount: MinorAmount[];
}

/** An application as a movement of a unit. */
export function move(
  list: MovementList,
  unit: number,
  { date, amount }: ApplicationColumns,
  row: number,
) {
  list.unit.push(unit);
  list.date.push(date[row] as number);
  list.amount.push(amount[row] as MinorAmount);
}

/** The movements by unit and date. */
export function sortedMovements({ unit, date, amount }: MovementList, units: number): Movements {
  const dates = Int32Array.from(date);
  const { start, order } = groupByKeyAndDate(Int32Array.from(unit), units, dates);
  return {
    start,
    date: order.map((row) => dates[row] as number),
    amount: reordered(amountColumn(amount), order),
  };
}

/** A column of amounts in another order. */
export function reordered(amounts: Amounts, order: Int32Array): Amounts {
  if (isWide(amounts)) return Array.from(order, (row) => amounts[row] as bigint);
  return Float64Array.from(order, (row) => amounts[row] as number);
}
