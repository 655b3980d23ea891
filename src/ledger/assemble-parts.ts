/**
 * @module ledger/assemble-parts
 *
 * From documents and applications to what ages, where documents may have installments: each part is
 * a unit, and what is applied fills the oldest due date first.
 */
import type { MovementList } from "./assemble.ts";
import { dateRange, documentUnits, move, sortedMovements } from "./assemble.ts";
import type { ApplicationColumns, InstallmentParts, Journal, Movements, Units } from "./columns.ts";
import { amountAt, amountColumn } from "./columns.ts";
import type { MinorAmount } from "./minor-units.ts";
import { narrow } from "./minor-units.ts";

/** The units of a journal, oldest due date first within a document. */
export function unitsOf(journal: Journal): Units {
  const { count, party, kind, documentDate, dueDate, installments } = journal;
  if (installments.size === 0) return documentUnits(journal);
  const item = unitItems(journal);
  const first = firstUnits(item, count);
  const pick = (column: Int32Array) => item.map((each) => column[each] as number);
  const documents = pick(documentDate);
  const due = item.map((each, unit) => {
    const parts = installments.get(each);
    return (parts ? parts.dueDate[unit - (first[each] as number)] : dueDate[each]) as number;
  });
  return {
    count: item.length,
    party: pick(party.codes),
    kind: kind && Uint8Array.from(item, (each) => kind[each] as number),
    documentDate: documents,
    dueDate: due,
    amount: unitAmounts(journal, item, first),
    item,
    first,
    range: dateRange(item.length, documents, due),
    movements: movementsOf(journal, first),
  };
}

/** The document of each unit. */
function unitItems({ count, installments }: Journal): Int32Array {
  const items: number[] = [];
  for (let item = 0; item < count; item += 1) {
    const parts = installments.get(item)?.amount.length ?? 1;
    for (let part = 0; part < parts; part += 1) items.push(item);
  }
  return Int32Array.from(items);
}

/** The first unit of each document. */
function firstUnits(item: Int32Array, count: number): Int32Array {
  const first = new Int32Array(count);
  for (let unit = item.length - 1; unit >= 0; unit -= 1) first[item[unit] as number] = unit;
  return first;
}

function unitAmounts({ amount, installments }: Journal, item: Int32Array, first: Int32Array) {
  const amounts: MinorAmount[] = [];
  for (let unit = 0; unit < item.length; unit += 1) {
    const document = item[unit] as number;
    const part = installments.get(document)?.amount[unit - (first[document] as number)];
    amounts.push(part === undefined ? (amount[document] as MinorAmount) : narrow(part));
  }
  return amountColumn(amounts);
}

/** Every movement by unit and date; `first` has the first unit of each document. */
function movementsOf(journal: Journal, first: Int32Array): Movements | undefined {
  const { applications, installments } = journal;
  if (applications.count === 0) return undefined;
  const list: MovementList = { unit: [], date: [], amount: [] };
  let row = 0;
  while (row < applications.count) {
    const item = applications.item[row] as number;
    const parts = installments.get(item);
    const end = endOfItem(applications, row);
    const unit = first[item] as number;
    if (parts) fillParts(list, applications, row, end, unit, parts);
    else for (let each = row; each < end; each += 1) move(list, unit, applications, each);
    row = end;
  }
  for (let each = 0; each < applications.count; each += 1) {
    const source = applications.source[each] as number;
    if (source >= 0) move(list, first[source] as number, applications, each);
  }
  return sortedMovements(list, lastUnit(journal, first));
}

function endOfItem({ item, count }: ApplicationColumns, from: number): number {
  let end = from + 1;
  while (end < count && item[end] === item[from]) end += 1;
  return end;
}

function lastUnit({ count, installments }: Journal, first: Int32Array): number {
  if (count === 0) return 0;
  return (first[count - 1] as number) + (installments.get(count - 1)?.amount.length ?? 1);
}

/** Applications `from … to` of a document with parts: they fill the oldest due date first. */
function fillParts(
  list: MovementList,
  { date, amount }: ApplicationColumns,
  from: number,
  to: number,
  firstUnit: number,
  parts: InstallmentParts,
): void {
  let applied = 0n;
  let row = from;
  while (row < to) {
    const day = date[row] as number;
    const before = applied;
    for (; row < to && date[row] === day; row += 1) applied += amountAt(amount, row);
    const earlier = receivedByPart(parts.amount, before);
    receivedByPart(parts.amount, applied).forEach((received, part) => {
      const change = received - (earlier[part] as bigint);
      if (change === 0n) return;
      list.unit.push(firstUnit + part);
      list.date.push(day);
      list.amount.push(narrow(change));
    });
  }
}

/**
 * What each part has received of `applied`: a negative amount stands on the first part, and more
 * than all parts hold (which no checked ledger has) on the last, so that it shows.
 */
export function receivedByPart(amounts: readonly bigint[], applied: bigint): bigint[] {
  let rest = applied;
  const last = amounts.length - 1;
  return amounts.map((amount, part) => {
    const isFull = rest > amount && part < last;
    const received = isFull ? amount : rest < 0n && part > 0 ? 0n : rest;
    rest = rest < 0n ? 0n : rest - received;
    return received;
  });
}
