/**
 * @module adapters/csv-rows
 *
 * From the rows of a CSV file to the documents of a ledger. Whatever CSV library read the file, its
 * rows are records of texts; here their columns become fields, their texts dates and amounts, and
 * every fault gets its line.
 */
import { refuse } from "../ground/errors.ts";
import type { List } from "../ground/rows.ts";
import { isRows } from "../ground/entries.ts";
import type { LedgerItem } from "../ledger/items.ts";
import { CsvCells } from "./csv-cells.ts";
import { csvFile } from "./csv-file.ts";
import { readJournal } from "./csv-journal.ts";
import { listItem } from "./csv-list.ts";
import type { CsvOptions, CsvSettings } from "./csv-options.ts";
import { readCsvOptions } from "./csv-options.ts";
import type { RejectedLine } from "./csv-rejects.ts";
import { notUnique, Rejects } from "./csv-rejects.ts";

/**
 * A row of a CSV file: a record of texts by column, or, where the options state the `header`, the
 * texts in the header's order.
 */
export type CsvRow = Readonly<Record<string, string>> | readonly string[];

/** Where in the file a document and its parts stand, each by its line. */
export interface CsvItemLines {
  /** Line of the document. */
  readonly line: number;
  /** Lines of its installments, in the order of `installments`. */
  readonly installments?: readonly number[];
  /** Lines of its applications, in the order of `applications`. */
  readonly applications?: readonly number[];
  /** Lines of its disputes, in the order of `disputes`. */
  readonly disputes?: readonly number[];
}

/** The documents of a file, and what became of its rows: accepted + rejected = rows. */
export interface CsvItems {
  /** The documents, in the order of the file: what `ledgerFromItems` takes. */
  readonly items: readonly LedgerItem[];
  /** Where each item stands in the file: `lines[i]` is of `items[i]`. */
  readonly lines: readonly CsvItemLines[];
  /** Which column each field was read from. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rows not taken, by line, each with its faults. */
  readonly rejected: readonly RejectedLine[];
  /** Rows taken: documents, and in a journal their parts. */
  readonly accepted: number;
  /** Rows given. */
  readonly rows: number;
}

/**
 * Documents of a receivables ledger (应收单据) from the rows of a CSV file.
 *
 * Use it for a file that a person exported; where documents are objects already give them to
 * `ledgerFromItems`. Nothing is guessed: how dates and amounts are written is stated, and
 * what does not fit is rejected with its line, while the good rows are kept. What only the ledger
 * can see (more applied than was owed) it reports itself; {@link reportByLine} puts both together.
 *
 * Two layouts. A `list` has one row a document, and `map` says which column holds which field; with
 * `settledDate` the whole amount (or `settledAmount`) was paid on that day, and a yes in `disputed`
 * puts the whole amount under dispute from the document date until it was settled. A `journal` has
 * a column `record` that says what a row is: a `document`, or an `installment`, `application` or
 * `dispute` of the document named in its column `item`; its columns bear the names of our fields
 * unless `map` says otherwise. A row that names a document which is missing or was rejected is
 * rejected as well, and a document goes with an installment that cannot be read.
 *
 * Texts are taken as they stand: spaces around them are the CSV library's matter (`trim`), a byte
 * order mark too.
 *
 * @param rows - The rows below the header, as texts: read the file without converting values.
 * @param options - Columns, and how dates and amounts are written; see {@link CsvListOptions} and
 *   {@link CsvJournalOptions}.
 * @returns The documents with their lines, and the rows rejected with theirs.
 *
 * @throws `CreditError` `invalid_input`: the options break a rule, or name a column that the
 *   file does not have. A bad row never throws.
 *
 * @example A list of invoices
 * ```ts
 * const rows = [
 *   { no: "1001", customer: "Ahorn", date: "5/4/2026", due: "6/3/2026", total: "1,200.00" },
 *   { no: "1002", customer: "Birke", date: "31/5/2026", due: "6/30/2026", total: "300" },
 * ];
 * const read = itemsFromCsvRows(rows, {
 *   map: {
 *     id: "no",
 *     party: "customer",
 *     documentDate: "date",
 *     dueDate: "due",
 *     amount: "total",
 *   },
 *   dates: "M/D/YYYY",
 *   grouping: ",",
 * });
 * read.items[0]?.documentDate; // => "2026-05-04"
 * read.items[0]?.amount; // => "1200.00"
 * read.rejected[0]?.message; // => 'line 3: date must be a date M/D/YYYY, got "31/5/2026"'
 * ```
 *
 * @example A journal
 * ```ts
 * const document = { record: "document", id: "1", party: "Ahorn", kind: "invoice", item: "" };
 * const payment = { record: "application", id: "", party: "", kind: "payment", item: "1" };
 * const read = itemsFromCsvRows(
 *   [
 *     { ...document, documentDate: "2026-05-04", terms: "net 30", amount: "1200.00", date: "" },
 *     { ...payment, documentDate: "", terms: "", amount: "700.00", date: "2026-06-10" },
 *   ],
 *   { layout: "journal", dates: "YYYY-MM-DD" },
 * );
 * const ledger = ledgerFromItems(read.items, { currency: "EUR" });
 * receivablesBalance(ledger, { asOf: "2026-06-30" }).value.toFixed(2); // => "500.00"
 * ```
 */
export function itemsFromCsvRows(rows: List<CsvRow>, options: CsvOptions): CsvItems {
  const given = rowsOf(rows);
  const settings = readCsvOptions(options, given.length);
  const file = csvFile(given, settings);
  const cells = new CsvCells(file, settings);
  const read = settings.layout === "journal" ? readJournal : readList;
  const columns = Object.entries(file.columns).map(([field, { name }]) => [field, name] as const);
  return { ...read(given, cells, settings), columns: Object.fromEntries(columns) };
}

function rowsOf(rows: unknown): readonly unknown[] {
  if (Array.isArray(rows)) return rows;
  if (typeof rows === "object" && rows !== null && isRows(rows)) return rows.toArray();
  return refuse("itemsFromCsvRows", "rows", "must be a list", rows);
}

function readList(
  rows: readonly unknown[],
  cells: CsvCells,
  settings: CsvSettings,
): Omit<CsvItems, "columns"> {
  const items: LedgerItem[] = [];
  const lines: CsvItemLines[] = [];
  const rejects = new Rejects();
  // A Map, so that a document may be called `__proto__`.
  const lineOfId = new Map<string, number>();
  for (let index = 0; index < rows.length; index += 1) {
    const line = settings.lineOf(index);
    const isRow = cells.goTo(rows[index]);
    const id = isRow ? cells.requiredText("id") : undefined;
    const before = id === undefined ? undefined : lineOfId.get(id);
    if (before !== undefined) cells.refuse("id", notUnique(before));
    else if (id !== undefined) lineOfId.set(id, line);
    const item = isRow ? listItem(cells, settings, id) : undefined;
    if (item) {
      items.push(item);
      lines.push(linesOf(item, line));
    } else rejects.add(line, id, cells.issues);
  }
  const rejected = rejects.byLine();
  return { items, lines, rejected, accepted: items.length, rows: rows.length };
}

/** In a list a document and its parts stand on one line. */
function linesOf({ applications, disputes }: LedgerItem, line: number): CsvItemLines {
  return {
    line,
    ...(applications ? { applications: applications.map(() => line) } : {}),
    ...(disputes ? { disputes: disputes.map(() => line) } : {}),
  };
}
