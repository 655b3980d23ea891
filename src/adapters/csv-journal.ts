/**
 * @module adapters/csv-journal
 *
 * A file that has documents, installments, applications and disputes in rows of their own, in any
 * order. Documents are read first, then what belongs to them: a row that names no document, or one
 * that was rejected, is rejected too.
 */
import type { Issue } from "../ground/errors.ts";
import type { LedgerItem } from "../ledger/items.ts";
import type { CsvCells } from "./csv-cells.ts";
import type { CsvSettings } from "./csv-options.ts";
import type { JournalEntry } from "./csv-records.ts";
import {
  readApplication,
  readDispute,
  readDocument,
  readInstallment,
  readRecord,
  withPart,
} from "./csv-records.ts";
import { notUnique, Rejects, wasRejected } from "./csv-rejects.ts";
import type { CsvItemLines, CsvItems } from "./csv-rows.ts";

/** Documents and parts of a journal. */
export function readJournal(
  rows: readonly unknown[],
  cells: CsvCells,
  settings: CsvSettings,
): Omit<CsvItems, "columns"> {
  return new JournalReader(rows, cells, settings).read();
}

class JournalReader {
  readonly #rows: readonly unknown[];
  readonly #cells: CsvCells;
  readonly #settings: CsvSettings;
  readonly #entries = new Map<string, JournalEntry>();
  readonly #rejects = new Rejects();

  constructor(rows: readonly unknown[], cells: CsvCells, settings: CsvSettings) {
    this.#rows = rows;
    this.#cells = cells;
    this.#settings = settings;
  }

  read(): Omit<CsvItems, "columns"> {
    const records = this.#documents();
    this.#parts(records, "installment", (owner, line) => {
      const installment = readInstallment(this.#cells);
      if (installment) owner.installments = withPart(owner.installments, installment, line);
      else owner.torn ??= line;
    });
    this.#rejectTorn();
    this.#parts(records, "application", (owner, line) => {
      const application = readApplication(this.#cells);
      if (application?.source !== undefined) this.#entry("source", application.source);
      if (!application || !this.#isFine()) return;
      owner.applications = withPart(owner.applications, application, line);
    });
    this.#parts(records, "dispute", (owner, line) => {
      const dispute = readDispute(this.#cells);
      if (dispute) owner.disputes = withPart(owner.disputes, dispute, line);
    });
    return this.#result();
  }

  /** Reads the documents; tells of each row which record it is, undefined where rejected. */
  #documents(): (string | undefined)[] {
    const cells = this.#cells;
    const records: (string | undefined)[] = [];
    for (let index = 0; index < this.#rows.length; index += 1) {
      const line = this.#settings.lineOf(index);
      const record = cells.goTo(this.#rows[index]) ? readRecord(cells) : undefined;
      records.push(record);
      if (record === undefined) this.#reject(line, undefined, cells.issues);
      if (record !== "document") continue;
      const id = cells.requiredText("id");
      const before = id === undefined ? undefined : this.#entries.get(id);
      // The first has the number, readable or not: whom a payment means is not to be guessed.
      if (before) cells.refuse("id", notUnique(before.line));
      const item = readDocument(cells, id ?? "");
      const rejected = !this.#isFine();
      if (id !== undefined && !before) this.#entries.set(id, { item, line, rejected });
      if (rejected) this.#reject(line, id, cells.issues);
    }
    return records;
  }

  /** Hands the rows of one record, each with its document, to `take`; rejects those at fault. */
  #parts(
    records: readonly (string | undefined)[],
    record: string,
    take: (owner: JournalEntry, line: number) => void,
  ): void {
    for (let index = 0; index < records.length; index += 1) {
      if (records[index] !== record) continue;
      const line = this.#settings.lineOf(index);
      this.#cells.goTo(this.#rows[index]);
      const id = this.#cells.requiredText("item");
      const owner = id === undefined ? undefined : this.#entry("item", id);
      // The row is read even without its document: all its faults are told at once.
      take(owner ?? nobody(line), line);
      if (!this.#isFine()) this.#reject(line, id, this.#cells.issues);
    }
  }

  /** The document named in a column; undefined, with an issue, where it is none that stands. */
  #entry(field: "item" | "source", id: string): JournalEntry | undefined {
    const entry = this.#entries.get(id);
    if (entry && !entry.rejected) return entry;
    const rule = entry ? wasRejected(entry.line) : "must name a document of the file";
    this.#cells.refuse(field, rule);
    return undefined;
  }

  /** A document without one of its installments would be due on the wrong days: it goes too. */
  #rejectTorn(): void {
    for (const entry of this.#entries.values()) {
      const { torn, line, item, installments } = entry;
      if (torn === undefined || entry.rejected) continue;
      entry.rejected = true;
      const rule = `must have installments that can be read; line ${String(torn)} cannot`;
      this.#reject(line, item.id, [{ path: "", rule }]);
      const path = this.#cells.columnOf("item");
      const received = JSON.stringify(item.id);
      for (const each of installments?.lines ?? []) {
        this.#reject(each, item.id, [{ path, rule: wasRejected(line), received }]);
      }
    }
  }

  #isFine(): boolean {
    return this.#cells.issues.length === 0;
  }

  #reject(line: number, id: string | undefined, issues: readonly Issue[]): void {
    this.#rejects.add(line, id, issues);
  }

  #result(): Omit<CsvItems, "columns"> {
    const items: LedgerItem[] = [];
    const lines: CsvItemLines[] = [];
    for (const entry of this.#entries.values()) {
      if (entry.rejected) continue;
      items.push(itemOf(entry));
      lines.push(linesOf(entry));
    }
    const rejected = this.#rejects.byLine();
    const rows = this.#rows.length;
    return { items, lines, rejected, accepted: rows - rejected.length, rows };
  }
}

/** Stands for the document of a row that names none. */
function nobody(line: number): JournalEntry {
  return { item: { id: "", party: "", documentDate: "", amount: "" }, line, rejected: true };
}

function itemOf({ item, installments, applications, disputes }: JournalEntry): LedgerItem {
  if (installments) item.installments = installments.list;
  if (applications) item.applications = applications.list;
  if (disputes) item.disputes = disputes.list;
  return item;
}

function linesOf({ line, installments, applications, disputes }: JournalEntry): CsvItemLines {
  return {
    line,
    ...(installments ? { installments: installments.lines } : {}),
    ...(applications ? { applications: applications.lines } : {}),
    ...(disputes ? { disputes: disputes.lines } : {}),
  };
}
