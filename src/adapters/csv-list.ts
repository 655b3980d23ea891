/**
 * @module adapters/csv-list
 *
 * A file with one row a document: the row as a ledger item.
 */
import type { Application, Dispute, DocumentKind, LedgerItem } from "../ledger/items.ts";
import type { CsvCells } from "./csv-cells.ts";
import type { CsvSettings, CsvStatus } from "./csv-options.ts";

/** A record while it is being put together. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The document of the row at hand; undefined, with issues, where it cannot be read. */
export function listItem(
  cells: CsvCells,
  settings: CsvSettings,
  id: string | undefined,
): LedgerItem | undefined {
  const party = cells.requiredText("party");
  const documentDate = cells.requiredDate("documentDate");
  const text = cells.requiredAmount("amount");
  const stated = cells.word("kind", settings.kinds) as DocumentKind | undefined;
  const signed = text === undefined ? undefined : bySign(cells, settings, text, stated);
  const status = cells.word("status", settings.statuses) as CsvStatus | undefined;
  // Read on where something is missing: all faults of a row are told at once.
  const item: Writable<LedgerItem> = {
    id: id ?? "",
    party: party ?? "",
    documentDate: documentDate ?? "",
    amount: signed?.amount ?? "",
  };
  const kind = signed ? signed.kind : stated;
  if (kind !== undefined) item.kind = kind;
  if (status !== undefined) item.status = status;
  due(cells, item);
  openAmount(cells, item, text);
  settlement(cells, item);
  const dimensions = cells.dimensions();
  if (dimensions) item.dimensions = dimensions;
  const meta = cells.meta();
  if (meta) item.meta = meta;
  return cells.issues.length > 0 ? undefined : item;
}

interface Signed {
  readonly kind: DocumentKind | undefined;
  readonly amount: string;
}

/** What the sign of an amount means in this file. */
function bySign(
  cells: CsvCells,
  { negative }: CsvSettings,
  text: string,
  kind: DocumentKind | undefined,
): Signed | undefined {
  const minus = text.startsWith("-");
  const size = minus ? text.slice(1) : text;
  if (kind === undefined && minus && negative !== "refuse" && !isZero(size)) {
    return { kind: "credit-note", amount: size };
  }
  const wantsMinus = negative === "credit-items" && kind !== undefined && isCredit(kind);
  if (minus === wantsMinus && !isZero(size)) return { kind, amount: size };
  cells.refuse("amount", isZero(size) ? "must be other than 0" : signRule(kind, wantsMinus));
  return undefined;
}

function signRule(kind: DocumentKind | undefined, wantsMinus: boolean): string {
  if (wantsMinus) return "must be negative: this file writes credit items with a minus";
  return kind === undefined
    ? 'must be above 0 (or state negative: "credit-note")'
    : "must be above 0: the kind carries the sign";
}

function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

function due(cells: CsvCells, item: Writable<LedgerItem>): void {
  const dueDate = cells.date("dueDate");
  const terms = cells.text("terms");
  const currency = cells.text("currency");
  if (dueDate !== undefined) item.dueDate = dueDate;
  // Exports state terms on credit notes, too; nothing falls due by them.
  const isDebit = item.kind === undefined || !isCredit(item.kind);
  if (terms !== undefined && isDebit) item.terms = terms;
  if (currency !== undefined) item.currency = currency;
}

/** What is open: written with the sign of the amount, or 0. */
function openAmount(cells: CsvCells, item: Writable<LedgerItem>, amount?: string): void {
  const text = cells.amount("openAmount");
  const openAsOf = cells.date("openAsOf");
  if (text === undefined) return;
  const size = text.startsWith("-") ? text.slice(1) : text;
  const sameSign = amount === undefined || text.startsWith("-") === amount.startsWith("-");
  if (!sameSign && !isZero(size)) {
    cells.refuse("openAmount", "must have the sign of the amount");
    return;
  }
  item.openAmount = size;
  if (openAsOf !== undefined) item.openAsOf = openAsOf;
}

/** When it was settled, and whether it was disputed until then. */
function settlement(cells: CsvCells, item: Writable<LedgerItem>): void {
  const date = cells.date("settledDate");
  const part = cells.amount("settledAmount");
  const disputed = cells.flag("disputed");
  const reason = cells.text("disputeReason");
  if (item.kind !== undefined && isCredit(item.kind)) {
    const rule = "must be empty: a credit item is used up by what it is applied to";
    if (date !== undefined) cells.refuse("settledDate", rule);
    if (disputed) cells.refuse("disputed", "must be no: only debit items are disputed");
    return;
  }
  if (date !== undefined) {
    const payment: Application = { date, amount: part ?? item.amount, kind: "payment" };
    item.applications = [payment];
  } else if (part !== undefined) {
    cells.refuse("settledAmount", "must be empty where nothing was settled");
  }
  if (!disputed) return;
  const dispute: Writable<Dispute> = { from: item.documentDate, amount: item.amount };
  // What was settled before it was issued counts from that day on.
  if (date !== undefined) dispute.to = date < item.documentDate ? item.documentDate : date;
  if (reason !== undefined) dispute.reason = reason;
  item.disputes = [dispute];
}

function isCredit(kind: DocumentKind): boolean {
  return kind === "credit-note" || kind === "payment" || kind === "bill";
}
