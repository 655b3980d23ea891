/**
 * @module ledger/from-columns
 *
 * A ledger from columns: what data frames, Arrow tables and databases have. Typed columns are
 * adopted, not copied; do not write to them afterwards.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, refuse } from "../ground/errors.ts";
import type { ApplicationColumns, Coded, DisputeColumns, Journal } from "./columns.ts";
import { reordered } from "./assemble.ts";
import { groupByKeyAndDate } from "./groups.kernel.ts";
import { sortedApplications } from "./from-draft.ts";
import type { LedgerOptions } from "./items.ts";
import { APPLICATION_KINDS, DOCUMENT_KINDS } from "./items.ts";
import type { Ledger } from "./ledger.ts";
import { makeLedger } from "./ledger.ts";
import { readLedgerOptions } from "./options.ts";
import type { ColumnContext } from "./read-columns.ts";
import { at, readAmounts, readCoded, readDays, readVector } from "./read-columns.ts";
import type { RawApplications } from "./settle.ts";
import { settle } from "./settle.ts";

/** Something with a length and an index; or a vector with `toArray()`. */
type VectorOf<T> = ArrayLike<T> | { toArray(): ArrayLike<T> };

/** Whole days since 1970-01-01, or `YYYY-MM-DD` texts. */
export type DateColumn = VectorOf<number> | VectorOf<string>;

/** Typed arrays hold whole minor units; lists hold amounts in major units, best as texts. */
export type MoneyColumn = VectorOf<number> | VectorOf<bigint> | VectorOf<string>;

/** Texts; typed indices; or indices with the texts they stand for. */
export type CodedColumn =
  | VectorOf<string | null | undefined>
  | VectorOf<number>
  | { readonly codes: VectorOf<number>; readonly categories: VectorOf<string> };

/** What settled the documents, one row an application, in any order. */
export interface ApplicationColumnsInput {
  /** Row number of the debit item. */
  readonly item: VectorOf<number>;
  /** When. */
  readonly date: DateColumn;
  /** How much; a reversal is negative. */
  readonly amount: MoneyColumn;
  /** How: texts, or `{ codes, categories }`. */
  readonly kind: CodedColumn;
  /** Row number of the credit item used up, −1 for none; none unless stated. */
  readonly source?: VectorOf<number>;
}

/** Disputes, one row each, in any order. */
export interface DisputeColumnsInput {
  /** Row number of the item. */
  readonly item: VectorOf<number>;
  /** First day. */
  readonly from: DateColumn;
  /** Last day. */
  readonly to: DateColumn;
  /** Disputed amount. */
  readonly amount: MoneyColumn;
}

/** The documents of a ledger as columns of one length. */
export interface LedgerColumns {
  /** The customer of each document. */
  readonly party: CodedColumn;
  /** What each document is; invoices unless stated. */
  readonly kind?: CodedColumn;
  /** When each was issued. */
  readonly documentDate: DateColumn;
  /** When each is due; for credit items their own date will do. */
  readonly dueDate: DateColumn;
  /** Its amount, above 0. */
  readonly amount: MoneyColumn;
  /** Its number; row numbers unless stated. */
  readonly id?: VectorOf<string>;
  /** Company, region, …: −1 or null for none. */
  readonly dimensions?: Readonly<Record<string, CodedColumn>>;
  /** What settled the documents. */
  readonly applications?: ApplicationColumnsInput;
  /** Amounts under dispute. */
  readonly disputes?: DisputeColumnsInput;
}

const FIELDS = new Set([
  "party",
  "kind",
  "documentDate",
  "dueDate",
  "amount",
  "id",
  "dimensions",
  "applications",
  "disputes",
]);

/**
 * A receivables ledger from columns, checked in one pass and adopted without copying.
 *
 * Use it for data frames, Arrow tables and query results, and for millions of rows; for documents
 * as objects use {@link ledgerFromItems}. Installments are rows of their own here, each with its
 * due date.
 *
 * @param columns - Columns of one length; see {@link LedgerColumns}. Typed arrays hold days and
 *   minor units; lists hold texts.
 * @param options - The currency and its minor unit. `onBadRow` must be `refuse`.
 * @returns The ledger. Do not write to the columns afterwards.
 *
 * @throws {@link CreditError} `invalid_input`: columns of different lengths, rows at fault (at most
 *   100), or more applied than a document holds.
 *
 * @example
 * ```ts
 * const ledger = ledgerFromColumns(
 *   {
 *     party: ["Ahorn", "Birke", "Ahorn"],
 *     documentDate: ["2026-05-04", "2026-05-11", "2026-06-20"],
 *     dueDate: ["2026-06-03", "2026-06-10", "2026-07-20"],
 *     amount: Float64Array.of(120_000, 50_000, 30_000),
 *   },
 *   { currency: "EUR" },
 * );
 * receivablesBalance(ledger, { asOf: "2026-06-30" }).value.toString(); // => "2000"
 * ```
 */
export function ledgerFromColumns(columns: LedgerColumns, options: LedgerOptions): Ledger {
  const { currency, places, collect } = readLedgerOptions("ledgerFromColumns", options);
  if (collect) refuse("ledgerFromColumns", "onBadRow", 'must be "refuse": columns are adopted');
  const issues: Issue[] = [];
  const context = { places, issues };
  const given = ownColumns(columns, context);
  const documents = issues.length === 0 ? readDocuments(context, given) : undefined;
  if (!documents || issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  const journal = withApplications(context, documents, given);
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  const { count } = journal;
  const leftOut = { draft: 0, void: 0 };
  return makeLedger(journal, currency, places, {
    rows: count,
    accepted: count,
    rejected: [],
    leftOut,
  });
}

const FN = "ledgerFromColumns";

type Given = Readonly<Record<string, unknown>>;

function ownColumns(columns: unknown, { issues }: ColumnContext): Given {
  if (typeof columns !== "object" || columns === null) refuse(FN, "", "must be an object", columns);
  for (const key of Object.keys(columns)) {
    if (!FIELDS.has(key)) issues.push({ path: key, rule: "is not a column of a ledger" });
  }
  return { ...columns };
}

/** The journal without applications. */
function readDocuments(context: ColumnContext, given: Given): Journal | undefined {
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
    ids: readIds(context, given["id"], count),
    meta: undefined,
    dimensions: readDimensions(context, given["dimensions"], count),
    installments: new Map(),
    applications: NO_APPLICATIONS,
    disputes: readDisputes(context, given["disputes"], count),
    snapshots: new Map(),
    knownFrom: undefined,
  };
}

const NO_APPLICATIONS: ApplicationColumns = {
  count: 0,
  item: new Int32Array(0),
  date: new Int32Array(0),
  amount: new Float64Array(0),
  kind: new Uint8Array(0),
  source: new Int32Array(0),
};

function readKind(context: ColumnContext, value: unknown, count: number): Uint8Array | undefined {
  const coded = readCoded(context, "kind", value, count, 0);
  return coded && recoded(context, "kind", coded, DOCUMENT_KINDS);
}

/** Codes of our own words. */
function recoded(
  context: ColumnContext,
  path: string,
  { codes, categories }: Coded,
  words: readonly string[],
): Uint8Array {
  const own = categories.map((text) => words.indexOf(text));
  own.forEach((code, index) => {
    if (code >= 0) return;
    const rule = `must be ${words.map((word) => JSON.stringify(word)).join(" or ")}`;
    context.issues.push({ path, rule, received: JSON.stringify(categories[index]) });
  });
  return Uint8Array.from(codes, (code) => own[code] as number);
}

function readIds(context: ColumnContext, value: unknown, count: number): string[] | undefined {
  if (value === undefined) return undefined;
  const vector = readVector(context, "id", value, count);
  if (!vector) return undefined;
  const ids = Array.from(vector, String);
  const seen = new Set<string>();
  ids.forEach((id, row) => {
    if (seen.has(id)) {
      context.issues.push({ path: at("id", row), rule: "must be unique in the ledger" });
    }
    seen.add(id);
  });
  return ids;
}

function readDimensions(context: ColumnContext, value: unknown, count: number): Map<string, Coded> {
  const dimensions = new Map<string, Coded>();
  if (value === undefined) return dimensions;
  if (typeof value !== "object" || value === null) {
    context.issues.push({ path: "dimensions", rule: "must be an object of columns" });
    return dimensions;
  }
  for (const name of Object.keys(value)) {
    const column = (value as Record<string, unknown>)[name];
    const coded = readCoded(context, `dimensions.${name}`, column, count, -1);
    if (coded) dimensions.set(name, coded);
  }
  return dimensions;
}

function readDisputes(context: ColumnContext, value: unknown, count: number): DisputeColumns {
  const none = {
    count: 0,
    item: new Int32Array(0),
    from: new Int32Array(0),
    to: new Int32Array(0),
  };
  if (value === undefined) return { ...none, amount: new Float64Array(0), reason: [] };
  const given = value as Given;
  const items = readVector(context, "disputes.item", given["item"], undefined);
  const rows = items?.length ?? 0;
  const from = readVector(context, "disputes.from", given["from"], rows);
  const to = readVector(context, "disputes.to", given["to"], rows);
  const amount = readVector(context, "disputes.amount", given["amount"], rows);
  if (!items || !from || !to || !amount) {
    return { ...none, amount: new Float64Array(0), reason: [] };
  }
  const item = readRowNumbers(context, "disputes.item", items, 0, count);
  const firstDay = readDays(context, "disputes.from", from);
  const { order } = groupByKeyAndDate(item, count, firstDay);
  const pick = (column: Int32Array) => order.map((row) => column[row] as number);
  const amounts = readAmounts(context, "disputes.amount", amount, "positive");
  return {
    count: rows,
    item: pick(item),
    from: pick(firstDay),
    to: pick(readDays(context, "disputes.to", to)),
    amount: reordered(amounts, order),
    reason: [],
  };
}

function readRowNumbers(
  { issues }: ColumnContext,
  path: string,
  vector: ArrayLike<unknown>,
  least: 0 | -1,
  count: number,
): Int32Array {
  const rows = new Int32Array(vector.length);
  for (let row = 0; row < vector.length; row += 1) {
    const number = vector[row];
    const known = Number.isInteger(number) && (number as number) < count;
    if (known && (number as number) >= least) rows[row] = number as number;
    else if (issues.length < 100) {
      issues.push({ path: at(path, row), rule: `must be a row number from ${String(least)} on` });
    }
  }
  return rows;
}

function withApplications(context: ColumnContext, journal: Journal, given: Given): Journal {
  if (given["applications"] === undefined) return journal;
  const raw = readApplications(context, given["applications"] as Given, journal);
  if (!raw || context.issues.length > 0) return journal;
  const { places } = context;
  const party = journal.party.codes;
  const settled = settle({ ...journal, party, places }, raw);
  for (const { application, field, rule } of settled.faults) {
    context.issues.push({ path: `applications.${at(field, application)}`, rule });
  }
  return { ...journal, applications: sortedApplications(settled) };
}

function readApplications(
  context: ColumnContext,
  given: Given,
  { count }: Journal,
): RawApplications | undefined {
  const item = readVector(context, "applications.item", given["item"], undefined);
  if (!item) return undefined;
  const rows = item.length;
  const date = readVector(context, "applications.date", given["date"], rows);
  const amount = readVector(context, "applications.amount", given["amount"], rows);
  const kind = readCoded(context, "applications.kind", given["kind"], rows, 0);
  const source =
    given["source"] === undefined
      ? new Int32Array(rows).fill(-1)
      : readVector(context, "applications.source", given["source"], rows);
  if (!date || !amount || !kind || !source) return undefined;
  return {
    count: rows,
    item: readRowNumbers(context, "applications.item", item, 0, count),
    date: readDays(context, "applications.date", date),
    amount: readAmounts(context, "applications.amount", amount, "not-zero"),
    kind: recoded(context, "applications.kind", kind, APPLICATION_KINDS),
    source: readRowNumbers(context, "applications.source", source, -1, count),
    crossParty: undefined,
  };
}
