/**
 * @module batch/chunk
 *
 * A chunk of documents as columns, checked row by row before anything is added up: whole days,
 * whole minor units, applications on the chunk's own rows that no more than settle them.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError } from "../ground/errors.ts";
import { documentUnits } from "../ledger/assemble.ts";
import type {
  ApplicationColumnsInput,
  CodedColumn,
  DateColumn,
  DisputeColumnsInput,
} from "../ledger/column-types.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { ownColumns, withApplications } from "../ledger/read-column-lists.ts";
import { readDocuments } from "../ledger/read-documents.ts";

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
  return { currency, places, journal, units: documentUnits(journal), daily: NO_BALANCE };
}

/** Whoever reads a chunk asks for no balance by day. */
const NO_BALANCE = { day: /* @__PURE__ */ new Int32Array(0), balance: [] };
