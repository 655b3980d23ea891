/** The journal: entries by day, numbered in order, and told as rows of text. */

import { LAST_DAY, isoOf } from "./calendar.ts";
import type { Entry, Item } from "./model.ts";

export const COLUMNS = [
  ...["record", "id", "party", "name", "region", "salesperson", "documentDate", "dueDate"],
  ...["terms", "amount", "kind", "item", "source", "date", "from", "to", "reason", "status"],
];

export type Row = Partial<Record<string, string>>;

const PREFIX: Record<Item["kind"], string> = {
  invoice: "INV",
  "debit-note": "DN",
  "credit-note": "CN",
  payment: "PAY",
  bill: "BOE",
};
const ORDER = ["invoice", "debit-note", "credit-note", "bill", "payment", "dispute", "application"];

export class Journal {
  readonly #days: Entry[][] = Array.from({ length: LAST_DAY + 1 }, () => []);

  add(day: number, entry: Entry): void {
    const entries = this.#days[day];
    if (entries === undefined) throw new RangeError(`day ${day} is not in the journal`);
    entries.push(entry);
  }

  /** Puts each day in order (what an entry names stands above it), and numbers the documents. */
  close(): void {
    const numbers = new Map<string, number>();
    for (const entries of this.#days) {
      entries.sort((one, other) => rank(one) - rank(other));
      for (const entry of entries) {
        if (entry.record !== "document") continue;
        const number = (numbers.get(entry.kind) ?? 0) + 1;
        numbers.set(entry.kind, number);
        entry.id = PREFIX[entry.kind] + String(number).padStart(5, "0");
      }
    }
  }

  /** Day by day, so that a large journal is never a text in memory. */
  *rows(): Generator<{ day: number; rows: Row[] }> {
    for (const [day, entries] of this.#days.entries()) {
      yield { day, rows: entries.flatMap(rowsOf) };
    }
  }
}

function rank(entry: Entry): number {
  return ORDER.indexOf(entry.record === "document" ? entry.kind : entry.record);
}

function rowsOf(entry: Entry): Row[] {
  if (entry.record === "document") return [documentRow(entry), ...installmentRows(entry)];
  const { record, item } = entry;
  const base = { record, item: item.id, amount: money(entry.amount) };
  if (entry.record === "dispute") {
    return [{ ...base, from: isoOf(entry.from), to: iso(entry.to), reason: entry.reason }];
  }
  return [{ ...base, date: isoOf(entry.date), kind: entry.kind, source: entry.source?.id ?? "" }];
}

function documentRow(item: Item): Row {
  const { id: party, name, region, salesperson } = item.customer;
  return {
    record: "document",
    id: item.id,
    ...{ party, name, region, salesperson },
    documentDate: isoOf(item.day),
    dueDate: iso(item.due),
    terms: item.terms ?? "",
    amount: money(item.amount),
    kind: item.kind,
    status: item.status,
  };
}

function installmentRows(item: Item): Row[] {
  return item.installments.map(({ due, amount }) => {
    return { record: "installment", item: item.id, dueDate: isoOf(due), amount: money(amount) };
  });
}

function iso(day: number | undefined): string {
  return day === undefined ? "" : isoOf(day);
}

/** Always two decimals, from whole cents, without a float on the way. */
function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function csvLine(row: Row): string {
  return COLUMNS.map((column) => quoted(row[column] ?? "")).join(",") + "\n";
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
