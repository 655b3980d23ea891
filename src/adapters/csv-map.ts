/**
 * @module adapters/csv-map
 *
 * Which column of a file holds which field of a document.
 */
import { atom, Fault } from "../ground/input-atoms.ts";
import type { FaultPart } from "../ground/fault.ts";

/** Columns that are not fields of ours but go along with the document. */
export interface CsvExtraColumns {
  /** Dimensions, each by the column that holds its value: `{ region: "countryCode" }`. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Anything else to keep: `{ name: "Customer Name" }` becomes `meta: { name }` of the item. */
  readonly meta?: Readonly<Record<string, string>>;
}

/** The columns of a list, one row a document. */
export interface CsvListMap extends CsvExtraColumns {
  /** Number of the document; unique in the file. */
  readonly id: string;
  /** The customer. */
  readonly party: string;
  /** What the document is; `invoice` where the cell is empty or the column is not mapped. */
  readonly kind?: string;
  /** When it was issued. */
  readonly documentDate: string;
  /** When it is due. */
  readonly dueDate?: string;
  /** Payment terms: `net 30`, `2/10, n/30`; those of a credit item are passed over. */
  readonly terms?: string;
  /** Its amount. */
  readonly amount: string;
  /** Its currency. */
  readonly currency?: string;
  /** `posted`, `draft` or `void`; `posted` where empty. */
  readonly status?: string;
  /** What is open today, where the file knows only that. */
  readonly openAmount?: string;
  /** When that was true. */
  readonly openAsOf?: string;
  /** When it was settled; empty while it is open. */
  readonly settledDate?: string;
  /** How much was settled on that day; the whole amount where empty. */
  readonly settledAmount?: string;
  /** Whether the whole amount is disputed: true, yes, y or 1 against false, no, n, 0 or empty. */
  readonly disputed?: string;
  /** Why it is disputed. */
  readonly disputeReason?: string;
}

/** The columns of a journal, where they are not called like our fields. */
export interface CsvJournalMap extends CsvExtraColumns {
  /** What the row is: `document`, `installment`, `application` or `dispute`. */
  readonly record?: string;
  /** Document: its number. */
  readonly id?: string;
  /** Document: the customer. */
  readonly party?: string;
  /** Document: what it is. Application: how it settled. */
  readonly kind?: string;
  /** Document: when it was issued. */
  readonly documentDate?: string;
  /** Document, installment: when it is due. */
  readonly dueDate?: string;
  /** Document: its payment terms. */
  readonly terms?: string;
  /** All records: how much. */
  readonly amount?: string;
  /** Document: its currency. */
  readonly currency?: string;
  /** Document: `posted`, `draft` or `void`. */
  readonly status?: string;
  /** Installment, application, dispute: the document it belongs to. */
  readonly item?: string;
  /** Application: the credit item it used. */
  readonly source?: string;
  /** Application: when. */
  readonly date?: string;
  /** Dispute: first day. */
  readonly from?: string;
  /** Dispute: last day. */
  readonly to?: string;
  /** Dispute: why. */
  readonly reason?: string;
}

/** A field that a file can have a column for. */
export type CsvField = Exclude<keyof CsvListMap | keyof CsvJournalMap, keyof CsvExtraColumns>;

/** Fields of a list; the first four it cannot be without. */
export const LIST_FIELDS: readonly CsvField[] = [
  "id",
  "party",
  "documentDate",
  "amount",
  "kind",
  "dueDate",
  "terms",
  "currency",
  "status",
  "openAmount",
  "openAsOf",
  "settledDate",
  "settledAmount",
  "disputed",
  "disputeReason",
];

/** How many of {@link LIST_FIELDS} must be mapped. */
export const LIST_NEEDS = 4;

/** Fields of a journal; the first eight it cannot be without. */
export const JOURNAL_FIELDS: readonly CsvField[] = [
  "record",
  "id",
  "party",
  "documentDate",
  "amount",
  "kind",
  "item",
  "date",
  "dueDate",
  "terms",
  "currency",
  "status",
  "source",
  "from",
  "to",
  "reason",
];

/** How many of {@link JOURNAL_FIELDS} a file must have. */
export const JOURNAL_NEEDS = 8;

/** A map as read. */
export interface ColumnMap {
  /** Column by field. */
  readonly columns: ReadonlyMap<string, string>;
  /** Column by dimension. */
  readonly dimensions: ReadonlyMap<string, string>;
  /** Column by key of `meta`. */
  readonly meta: ReadonlyMap<string, string>;
}

/** The map of either layout; which fields it may name is checked with the layout. */
export const columnMap = () =>
  atom<ColumnMap, CsvListMap | CsvJournalMap>((value) => {
    if (!isRecord(value)) return new Fault("must be an object");
    const parts: FaultPart[] = [];
    const { dimensions, meta, ...columns } = value as Record<string, unknown>;
    const read = {
      columns: namesOf(columns, [], parts),
      dimensions: namesOf(dimensions ?? {}, ["dimensions"], parts),
      meta: namesOf(meta ?? {}, ["meta"], parts),
    };
    return parts.length > 0 ? new Fault(NAME_RULE, parts) : read;
  });

const NAME_RULE = "must be the name of a column";

/** Entries of a record of column names; undefined ones are left out. */
function namesOf(value: unknown, path: string[], parts: FaultPart[]): Map<string, string> {
  const names = new Map<string, string>();
  if (!isRecord(value)) parts.push({ path, rule: "must be an object" });
  else {
    for (const [key, column] of Object.entries(value)) {
      if (typeof column === "string") names.set(key, column);
      else if (column !== undefined) parts.push({ path: [...path, key], rule: NAME_RULE });
    }
  }
  return names;
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
