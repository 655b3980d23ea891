/**
 * Proves from the rows alone, as they are written, that the ledger's rules hold: a day is read,
 * then every item it touched is looked at. It shares nothing with the story that made the rows.
 */

import { COLUMNS } from "./journal.ts";
import { dayOf } from "./calendar.ts";
import { dueDay } from "./terms.ts";
import type { Row } from "./journal.ts";

export interface CheckedItem {
  readonly party: string;
  readonly region: string;
  readonly kind: string;
  readonly debit: boolean;
  readonly counts: boolean;
  readonly day: number;
  readonly amount: number;
  readonly units: { due: number; amount: number }[];
  /** Where the document itself says when it is due; otherwise its installments have to. */
  readonly datesItself: boolean;
  applied: number;
  exchange: number;
  used: number;
}

const DEBITS = ["invoice", "debit-note"];
const CREDITS = ["credit-note", "payment", "bill"];
const SETTLEMENTS = [...CREDITS, "discount", "write-off", "offset", "exchange"];
const STATUSES = ["", "draft", "void"];

export class RuleCheck {
  readonly items = new Map<string, CheckedItem>();
  readonly rowsByRecord = new Map<string, number>();
  readonly settled = new Map<string, number>();
  /** Signed documents less settlements without a source: the balance that knows no items. */
  balance = 0;
  readonly #parties = new Map<string, string>();
  readonly #touched = new Set<string>();
  #day = -1;

  /** Every row of one day, in the order of the file. */
  readDay(day: number, rows: readonly Row[]): void {
    must(day > this.#day, "days ascend", { record: `day ${day}` });
    this.#day = day;
    for (const row of rows) this.#read(row);
    for (const id of this.#touched) this.#proveItem(id);
    this.#touched.clear();
  }

  /** The balance by items has to be the balance by documents. */
  finish(): void {
    let byItems = 0;
    for (const one of this.items.values()) {
      if (one.counts) byItems += one.debit ? one.amount - one.applied : one.used - one.amount;
    }
    must(byItems === this.balance, "both balances agree", { record: String(byItems) });
  }

  #read(row: Row): void {
    const { record = "" } = row;
    must(
      Object.keys(row).every((key) => COLUMNS.includes(key)),
      "columns are known",
      row,
    );
    this.rowsByRecord.set(record, (this.rowsByRecord.get(record) ?? 0) + 1);
    if (record === "document") this.#document(row);
    else if (record === "installment") this.#installment(row);
    else if (record === "application") this.#application(row);
    else if (record === "dispute") this.#dispute(row);
    else must(false, "record is known", row);
  }

  #document(row: Row): void {
    const { id = "", party = "", region = "", kind = "", dueDate = "", terms = "" } = row;
    const debit = DEBITS.includes(kind);
    const day = dayOf(row.documentDate ?? "");
    const amount = cents(row);
    must(id !== "" && !this.items.has(id), "ids are unique", row);
    must(debit || CREDITS.includes(kind), "kind is known", row);
    must(STATUSES.includes(row.status ?? ""), "status is known", row);
    must(amount > 0, "amounts of documents are positive", row);
    must(day === this.#day, "a document stands at its date", row);
    must(dueDate === "" || terms === "", "a due date or terms, not both", row);
    must(debit || terms === "", "a credit item has no terms", row);
    this.#proveParty(row);
    const units: CheckedItem["units"] = [];
    if (terms !== "") units.push({ due: dueDay(terms, day), amount });
    else if (dueDate !== "") units.push({ due: dayOf(dueDate), amount });
    const counts = (row.status ?? "") === "";
    const fresh = { applied: 0, exchange: 0, used: 0, datesItself: units.length > 0 };
    this.items.set(id, { party, region, kind, debit, counts, day, amount, units, ...fresh });
    this.#touched.add(id);
    if (counts) this.balance += debit ? amount : -amount;
  }

  #installment(row: Row): void {
    const item = this.#item(row, row.item);
    const amount = cents(row);
    must(amount > 0 && item.debit && !item.datesItself, "installments fit their item", row);
    item.units.push({ due: dayOf(row.dueDate ?? ""), amount });
    this.#touched.add(row.item ?? "");
  }

  #application(row: Row): void {
    const { kind = "", source = "" } = row;
    const item = this.#item(row, row.item);
    const amount = cents(row);
    must(amount !== 0 && SETTLEMENTS.includes(kind), "an application settles something", row);
    must(item.debit && item.counts, "an application stands on a live debit item", row);
    let effective = Math.max(dayOf(row.date ?? ""), item.day);
    if (source !== "") {
      const credit = this.#item(row, source);
      must(!credit.debit && credit.counts, "a source is a live credit item", row);
      must(credit.party === item.party, "a source is of the same party", row);
      effective = Math.max(effective, credit.day);
      credit.used += amount;
      this.#touched.add(source);
    } else {
      this.balance -= amount;
    }
    must(effective === this.#day, "an application stands at its effective date", row);
    item.applied += amount;
    if (kind === "exchange") item.exchange += amount;
    this.settled.set(kind, (this.settled.get(kind) ?? 0) + amount);
    this.#touched.add(row.item ?? "");
  }

  #dispute(row: Row): void {
    const item = this.#item(row, row.item);
    const from = dayOf(row.from ?? "");
    must(item.debit && item.counts, "a dispute stands on a live debit item", row);
    must(cents(row) > 0 && cents(row) <= item.amount, "a dispute is part of its item", row);
    must(from === this.#day && from >= item.day, "a dispute stands at its start", row);
    must(!row.to || dayOf(row.to) >= from, "a dispute ends after it began", row);
  }

  #item(row: Row, id = ""): CheckedItem {
    const item = this.items.get(id);
    if (item === undefined) throw new Error(`${id} is named before it stands: ${told(row)}`);
    return item;
  }

  #proveItem(id: string): void {
    const item = this.#item({ record: "item" }, id);
    const sum = item.units.reduce((total, unit) => total + unit.amount, 0);
    const row = { record: "item", id };
    if (item.debit) must(sum === item.amount, "due dates cover the amount", row);
    must(item.applied <= item.amount, "no more is applied than the item holds", row);
    must(item.applied - item.exchange >= 0, "no more is reversed than was applied", row);
    must(item.used >= 0 && item.used <= item.amount, "a source holds what is used", row);
  }

  #proveParty({ party = "", name, region, salesperson, ...row }: Row): void {
    const said = [name, region, salesperson].join("|");
    const before = this.#parties.get(party) ?? said;
    must(said === before, "a party keeps its name, region and salesperson", row);
    this.#parties.set(party, said);
  }
}

function cents(row: Row): number {
  const text = row.amount ?? "";
  must(/^-?(0|[1-9]\d*)\.\d\d$/.test(text), "an amount has two decimals", row);
  return Number(text.replace(".", ""));
}

function must(holds: boolean, rule: string, row: Row): void {
  if (!holds) throw new Error(`the generated ledger breaks a rule: ${rule}: ${told(row)}`);
}

function told(row: Row): string {
  return Object.values(row).filter(Boolean).join(" ");
}
