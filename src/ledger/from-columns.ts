/**
 * @module ledger/from-columns
 *
 * A ledger from columns: what data frames, Arrow tables and databases have. Typed columns are
 * adopted, not copied; do not write to them afterwards.
 */
import { ownFields } from "../ground/own-fields.ts";
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, refuse } from "../ground/errors.ts";
import type { Fault } from "../ground/fault.ts";
import { ZERO } from "../ground/fraction.ts";
import { toText } from "../ground/numeric.ts";
import type {
  ApplicationColumnsInput,
  CodedColumn,
  DateColumn,
  DisputeColumnsInput,
  MoneyColumn,
  VectorOf,
} from "./column-types.ts";
import type { Coded, Journal } from "./columns.ts";
import type { LedgerOptions } from "./items.ts";
import { MAX_DIMENSIONS } from "./items.ts";
import type { Ledger } from "./ledger.ts";
import { makeLedger } from "./ledger.ts";
import type { AmountReading } from "./minor.ts";
import { exactMinor, fastMinor, NOT_FAST } from "./minor.ts";
import type { MinorAmount } from "./minor-units.ts";
import { readLedgerOptions } from "./options.ts";
import type { GivenColumns } from "./read-column-lists.ts";
import { readCoded, readIds } from "./read-coded.ts";
import { ownColumns, withApplications } from "./read-column-lists.ts";
import type { ColumnContext } from "./read-columns.ts";
import { readDocuments } from "./read-documents.ts";

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

const FIELDS = [
  "party",
  "kind",
  "documentDate",
  "dueDate",
  "amount",
  "id",
  "dimensions",
  "applications",
  "disputes",
];

/**
 * A receivables ledger from columns, checked in one pass and adopted without copying.
 *
 * Use it for data frames, Arrow tables and query results, and for millions of rows; for documents
 * as objects use {@link ledgerFromItems}. Installments are rows of their own here, each with its
 * due date.
 *
 * @param columns - Columns of one length; see {@link LedgerColumns}. Typed arrays hold days and
 *   minor units; lists hold texts.
 * @param options - The currency and its minor unit; rounding for amounts in lists. `onBadRow` must
 *   be `refuse`, and there are no snapshots.
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
  const settings = readLedgerOptions(FN, options);
  const { currency, places, rounding } = settings;
  if (settings.collect) refuse(FN, "onBadRow", 'must be "refuse": columns are adopted');
  if (settings.openAsOf !== undefined) {
    refuse(FN, "openAsOf", "must be left out: columns have no open amounts");
  }
  const issues: Issue[] = [];
  const tally = { count: 0, by: ZERO };
  const reading = { currency, places, rounding, tally };
  const major = (given: unknown) => majorAmount(given, reading);
  const context = { places, issues, major };
  const given = ownColumns(context, "", columns, FIELDS);
  const documents = given && readJournal(context, given);
  if (!documents || issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  const journal = withApplications(context, documents, given);
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  const { count } = journal;
  return makeLedger(journal, currency, places, {
    rows: count,
    accepted: count,
    rejected: [],
    leftOut: { draft: 0, void: 0 },
    ...(rounding ? { rounded: { count: tally.count, by: toText(tally.by) } } : {}),
  });
}

const FN = "ledgerFromColumns";

function majorAmount(given: unknown, reading: AmountReading): MinorAmount | Fault {
  const fast = fastMinor(given, reading.places);
  return fast !== NOT_FAST ? fast : exactMinor(given, reading);
}

/** The journal without applications. */
function readJournal(context: ColumnContext, given: GivenColumns): Journal | undefined {
  const documents = readDocuments(context, given);
  if (!documents) return undefined;
  const { count } = documents;
  const ids = readIds(context, given["id"], count);
  return { ...documents, ids, dimensions: readDimensions(context, given["dimensions"], count) };
}

function readDimensions(context: ColumnContext, value: unknown, count: number): Map<string, Coded> {
  const dimensions = new Map<string, Coded>();
  if (value === undefined) return dimensions;
  const given = ownFields(value);
  const names = Object.keys(given ?? {});
  if (!given || names.length > MAX_DIMENSIONS) {
    const rule = `must be an object of at most ${String(MAX_DIMENSIONS)} columns`;
    context.issues.push(issue("dimensions", rule, value));
    return dimensions;
  }
  for (const name of names) {
    const coded = readCoded(context, `dimensions.${name}`, given[name], count, -1);
    if (coded) dimensions.set(name, coded);
  }
  return dimensions;
}
