/**
 * @module batch/chunk
 *
 * A chunk of documents as columns, checked row by row before anything is added up: whole days,
 * whole minor units, applications on the chunk's own rows that no more than settle them.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError } from "../ground/errors.ts";
import { unitsOf } from "../ledger/assemble.ts";
import type {
  ApplicationColumnsInput,
  CodedColumn,
  DateColumn,
  DisputeColumnsInput,
} from "../ledger/column-types.ts";
import type { ApplicationColumns, Journal } from "../ledger/columns.ts";
import { DOCUMENT_KINDS } from "../ledger/items.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { readCoded } from "../ledger/read-coded.ts";
import type { GivenColumns } from "../ledger/read-column-lists.ts";
import {
  ownColumns,
  readDisputes,
  recoded,
  withApplications,
} from "../ledger/read-column-lists.ts";
import type { ColumnContext } from "../ledger/read-columns.ts";
import { readAmounts, readDays, readVector } from "../ledger/read-columns.ts";

/** A typed array, or a vector that gives one. */
export type TypedColumn<T> =
  | T
  | {
      /** The values. */
      toArray(): T;
    };

/** Amounts in whole minor units, in a typed array: lists would look like major units. */
export type MinorUnits =
  | TypedColumn<Float64Array | Int32Array | Uint32Array>
  | TypedColumn<BigInt64Array | BigUint64Array>;

/** What settled a chunk's documents: rows of the chunk itself, amounts in minor units. */
export interface ChunkApplications extends Omit<ApplicationColumnsInput, "amount"> {
  /** How much, in minor units; a reversal is negative. */
  readonly amount: MinorUnits;
}

/** Disputes of a chunk's documents. */
export interface ChunkDisputes extends Omit<DisputeColumnsInput, "amount"> {
  /** Disputed amount, in minor units. */
  readonly amount: MinorUnits;
}

/** A part of a ledger as columns of one length: an item and all that settled it in one chunk. */
export interface ChunkColumns {
  /** The customer of each document. */
  readonly party: CodedColumn;
  /** What each document is; invoices unless stated. */
  readonly kind?: CodedColumn;
  /** When each was issued. */
  readonly documentDate: DateColumn;
  /** When each is due; for credit items their own date will do. */
  readonly dueDate: DateColumn;
  /** Its amount in whole minor units, above 0. */
  readonly amount: MinorUnits;
  /** What settled the documents. */
  readonly applications?: ChunkApplications;
  /** Amounts under dispute. */
  readonly disputes?: ChunkDisputes;
}

const FIELDS = ["party", "kind", "documentDate", "dueDate", "amount", "applications", "disputes"];

/** The chunk as the ledger's kernels take it; throws one error with every fault found. */
export function readChunk(
  fn: string,
  chunk: ChunkColumns,
  currency: string,
  places: number,
): LedgerData {
  const issues: Issue[] = [];
  const context = { issues, places };
  const given = ownColumns(context, "", chunk, FIELDS);
  const documents = given && readDocuments(context, given);
  if (!documents || issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  const journal = withApplications(context, documents, given);
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  return { currency, places, journal, units: unitsOf(journal), daily: NO_BALANCE };
}

/** Whoever reads a chunk asks for no balance by day. */
const NO_BALANCE = { day: /* @__PURE__ */ new Int32Array(0), balance: [] };

function readDocuments(context: ColumnContext, given: GivenColumns): Journal | undefined {
  const amounts = readVector(context, "amount", given["amount"], undefined);
  if (!amounts) return undefined;
  const count = amounts.length;
  const party = readCoded(context, "party", given["party"], count, 0);
  const documentDate = readVector(context, "documentDate", given["documentDate"], count);
  const dueDate = readVector(context, "dueDate", given["dueDate"], count);
  if (!party || !documentDate || !dueDate) return undefined;
  const kind = given["kind"] === undefined ? undefined : readKind(context, given["kind"], count);
  return {
    count,
    party,
    kind,
    documentDate: readDays(context, "documentDate", documentDate),
    dueDate: readDays(context, "dueDate", dueDate),
    amount: readAmounts(context, "amount", amounts, "positive"),
    ids: undefined,
    meta: undefined,
    dimensions: new Map(),
    installments: new Map(),
    applications: NO_APPLICATIONS,
    disputes: readDisputes(context, given["disputes"], { count, kind }),
    snapshots: new Map(),
    knownFrom: undefined,
  };
}

function readKind(context: ColumnContext, value: unknown, count: number): Uint8Array | undefined {
  const coded = readCoded(context, "kind", value, count, 0);
  return coded && recoded(context, "kind", coded, DOCUMENT_KINDS);
}

const NO_APPLICATIONS: ApplicationColumns = {
  count: 0,
  item: /* @__PURE__ */ new Int32Array(0),
  date: /* @__PURE__ */ new Int32Array(0),
  amount: /* @__PURE__ */ new Float64Array(0),
  kind: /* @__PURE__ */ new Uint8Array(0),
  source: /* @__PURE__ */ new Int32Array(0),
};
