/**
 * @module adapters/csv-records
 *
 * The rows of a journal, each as what it is. A reader gives undefined, with issues, where its row
 * cannot be read.
 */
import type {
  Application,
  ApplicationKind,
  Dispute,
  DocumentKind,
  Installment,
  LedgerItem,
} from "../ledger/items.ts";
import { APPLICATION_KINDS, DOCUMENT_KINDS } from "../ledger/items.ts";
import type { CsvCells } from "./csv-cells.ts";
import type { Writable } from "./csv-list.ts";
import type { CsvStatus } from "./csv-options.ts";
import { STATUSES } from "./csv-options.ts";

/** Parts of a document with the lines they stand on. */
export interface Parts<P> {
  readonly list: P[];
  readonly lines: number[];
}

/** A document of a journal with everything that belongs to it; most have few parts, or none. */
export interface JournalEntry {
  readonly item: Writable<LedgerItem>;
  readonly line: number;
  installments?: Parts<Installment>;
  applications?: Parts<Application>;
  disputes?: Parts<Dispute>;
  /** Line of its first installment that could not be read. */
  torn?: number;
  rejected: boolean;
}

/** Parts with one more. */
export function withPart<P>(parts: Parts<P> | undefined, part: P, line: number): Parts<P> {
  if (!parts) return { list: [part], lines: [line] };
  parts.list.push(part);
  parts.lines.push(line);
  return parts;
}

const RECORDS = words(["document", "installment", "application", "dispute"]);
const KINDS = words(DOCUMENT_KINDS);
const WAYS = words(APPLICATION_KINDS);
const STATUS_WORDS = words(STATUSES);

/** What the row at hand is. */
export function readRecord(cells: CsvCells): string | undefined {
  return cells.requiredText("record") === undefined ? undefined : cells.word("record", RECORDS);
}

/** The document of the row at hand, without its parts; with issues, empty where not readable. */
export function readDocument(cells: CsvCells, id: string): Writable<LedgerItem> {
  const item: Writable<LedgerItem> = {
    id,
    party: cells.requiredText("party") ?? "",
    documentDate: cells.requiredDate("documentDate") ?? "",
    amount: cells.requiredAmount("amount") ?? "",
  };
  const kind = cells.word("kind", KINDS) as DocumentKind | undefined;
  const dueDate = cells.date("dueDate");
  const terms = cells.text("terms");
  const currency = cells.text("currency");
  const status = cells.word("status", STATUS_WORDS) as CsvStatus | undefined;
  const dimensions = cells.dimensions();
  const meta = cells.meta();
  if (kind !== undefined) item.kind = kind;
  if (dueDate !== undefined) item.dueDate = dueDate;
  if (terms !== undefined) item.terms = terms;
  if (currency !== undefined) item.currency = currency;
  if (status !== undefined) item.status = status;
  if (dimensions) item.dimensions = dimensions;
  if (meta) item.meta = meta;
  return item;
}

/** The installment of the row at hand. */
export function readInstallment(cells: CsvCells): Installment | undefined {
  const dueDate = cells.requiredDate("dueDate");
  const amount = cells.requiredAmount("amount");
  return dueDate === undefined || amount === undefined ? undefined : { dueDate, amount };
}

/** The application of the row at hand. */
export function readApplication(cells: CsvCells): Application | undefined {
  const date = cells.requiredDate("date");
  const amount = cells.requiredAmount("amount");
  const stated = cells.requiredText("kind");
  const kind = stated === undefined ? undefined : cells.word("kind", WAYS);
  const source = cells.text("source");
  if (date === undefined || amount === undefined || kind === undefined) return undefined;
  const application: Writable<Application> = { date, amount, kind: kind as ApplicationKind };
  if (source !== undefined) application.source = source;
  return application;
}

/** The dispute of the row at hand. */
export function readDispute(cells: CsvCells): Dispute | undefined {
  const from = cells.requiredDate("from");
  const amount = cells.requiredAmount("amount");
  const to = cells.date("to");
  const reason = cells.text("reason");
  if (from === undefined || amount === undefined || cells.issues.length > 0) return undefined;
  const dispute: Writable<Dispute> = { from, amount };
  if (to !== undefined) dispute.to = to;
  if (reason !== undefined) dispute.reason = reason;
  return dispute;
}

function words(list: readonly string[]): ReadonlyMap<string, string> {
  return new Map(list.map((word) => [word, word]));
}
