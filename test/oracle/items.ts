/**
 * The rows of a ledger as they are given, and as the oracle reads them. Money becomes whole minor
 * units, dates whole days; drafts and voids are left out. Reading assumes valid rows.
 */
import { dayNumber } from "./calendar.ts";

export type Kind = "invoice" | "debit-note" | "credit-note" | "payment" | "bill";

export type ApplicationKind =
  "payment" | "credit-note" | "discount" | "write-off" | "bill" | "offset" | "exchange";

export type Money = string | number;

export interface LedgerApplication {
  date: string;
  amount: Money;
  kind: ApplicationKind;
  source?: string;
  crossParty?: boolean;
}

export interface LedgerItem {
  id: string;
  party: string;
  kind: Kind;
  documentDate: string;
  dueDate?: string;
  installments?: { dueDate: string; amount: Money }[];
  amount: Money;
  dimensions?: Record<string, string>;
  disputes?: { from: string; to?: string; amount: Money }[];
  applications?: LedgerApplication[];
  status?: string;
  openAmount?: Money;
  openAsOf?: string;
}

export interface LedgerOptions {
  /** Digits after the point; 2 unless stated. */
  minorUnits?: number;
  openAsOf?: string;
}

/** What ages. A credit item has one unit, with a due date only if it states one. */
export interface Unit {
  due: number | null;
  amount: bigint;
}

/**
 * What has settled a document: an application on a debit item, the use of a credit item by an
 * application (`other` is then the document on the other side), or what a snapshot does not tell.
 */
export interface Settlement {
  effective: number;
  amount: bigint;
  kind: ApplicationKind | "unknown";
  other: Document | null;
}

export interface Document {
  row: number;
  id: string;
  party: string;
  kind: Kind;
  isDebit: boolean;
  date: number;
  amount: bigint;
  units: Unit[];
  dimensions: Map<string, string>;
  disputes: { from: number; to: number; amount: bigint }[];
  settlements: Settlement[];
  /** The day on which its open amount was known, for a snapshot. */
  snapshot: number | null;
}

export function isDebitKind(kind: Kind): boolean {
  return kind === "invoice" || kind === "debit-note";
}

export function isLeftOut(item: LedgerItem): boolean {
  return item.status === "draft" || item.status === "void";
}

/** Plain decimal text, or a number standing for its shortest decimal, in whole minor units. */
export function toMinor(amount: Money, minorUnits: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount));
  if (match === null) throw new Error(`not a plain decimal: ${amount}`);
  const decimals = (match[3] ?? "").replace(/0+$/, "");
  if (decimals.length > minorUnits) throw new Error(`more than ${minorUnits} decimals: ${amount}`);
  const value = BigInt((match[2] ?? "") + decimals.padEnd(minorUnits, "0"));
  return match[1] === "-" ? -value : value;
}

export function readDocuments(
  items: readonly LedgerItem[],
  options: LedgerOptions = {},
): Document[] {
  const documents: Document[] = [];
  const rows = new Map<Document, LedgerItem>();
  items.forEach((item, row) => {
    if (isLeftOut(item)) return;
    const document = readDocument(item, row, options);
    documents.push(document);
    rows.set(document, item);
  });
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const document of documents) {
    for (const application of rows.get(document)?.applications ?? []) {
      apply(document, application, byId, options.minorUnits ?? 2);
    }
  }
  for (const document of documents) {
    document.settlements.sort((a, b) => a.effective - b.effective); // stable: rows, then as listed
  }
  return documents;
}

function readDocument(item: LedgerItem, row: number, options: LedgerOptions): Document {
  const minorUnits = options.minorUnits ?? 2;
  const amount = toMinor(item.amount, minorUnits);
  const snapshot = snapshotDay(item, options);
  const document: Document = {
    row,
    id: item.id,
    party: item.party,
    kind: item.kind,
    isDebit: isDebitKind(item.kind),
    date: dayNumber(item.documentDate),
    amount,
    units: readUnits(item, amount, minorUnits),
    dimensions: new Map(Object.entries(item.dimensions ?? {})),
    disputes: (item.disputes ?? []).map((dispute) => ({
      from: dayNumber(dispute.from),
      to: dispute.to === undefined ? Infinity : dayNumber(dispute.to),
      amount: toMinor(dispute.amount, minorUnits),
    })),
    settlements: [],
    snapshot,
  };
  if (snapshot !== null && item.openAmount !== undefined) {
    const settled = amount - toMinor(item.openAmount, minorUnits);
    document.settlements.push({
      effective: snapshot,
      amount: settled,
      kind: "unknown",
      other: null,
    });
  }
  return document;
}

/** In the order of the due dates; equal ones keep the order given. */
function readUnits(item: LedgerItem, amount: bigint, minorUnits: number): Unit[] {
  if (item.installments === undefined) {
    return [{ due: item.dueDate === undefined ? null : dayNumber(item.dueDate), amount }];
  }
  return item.installments
    .map((part) => ({ due: dayNumber(part.dueDate), amount: toMinor(part.amount, minorUnits) }))
    .sort((a, b) => a.due - b.due);
}

export function snapshotDay(item: LedgerItem, options: LedgerOptions): number | null {
  const openAsOf = item.openAsOf ?? options.openAsOf;
  if (item.openAmount === undefined || openAsOf === undefined) return null;
  return dayNumber(openAsOf);
}

function apply(
  document: Document,
  application: LedgerApplication,
  byId: Map<string, Document>,
  minorUnits: number,
): void {
  const source = application.source === undefined ? null : (byId.get(application.source) ?? null);
  const effective = effectiveDay(application, document, source);
  const amount = toMinor(application.amount, minorUnits);
  const { kind } = application;
  document.settlements.push({ effective, amount, kind, other: source });
  source?.settlements.push({ effective, amount, kind, other: document });
}

/** The latest of its own date and the dates of its documents. */
export function effectiveDay(
  application: LedgerApplication,
  item: { date: number },
  source: { date: number } | null,
): number {
  const own = Math.max(dayNumber(application.date), item.date);
  return source === null ? own : Math.max(own, source.date);
}
