/**
 * @module ledger/read-column-lists
 *
 * Reads the columns of what stands on documents: applications and disputes.
 */
import { ownFields } from "../ground/own-fields.ts";
import { issue, MAX_ISSUES } from "../ground/errors.ts";
import { reordered } from "./assemble.ts";
import type { Coded, DisputeColumns, Journal } from "./columns.ts";
import { sortedApplications } from "./from-draft.ts";
import { groupByKeyAndDate } from "./groups.kernel.ts";
import { APPLICATION_KINDS } from "./items.ts";
import { isCredit } from "./open.ts";
import { readCoded } from "./read-coded.ts";
import type { ColumnContext } from "./read-columns.ts";
import { at, readAmounts, readDays, readVector } from "./read-columns.ts";
import { wordsText } from "./read-rules.ts";
import type { RawApplications } from "./settle.ts";
import { settle } from "./settle.ts";

/** Columns as given: anything, own fields only. */
export type GivenColumns = Readonly<Record<string, unknown>>;

/** The columns of a record; a fault where it is none or has others. */
export function ownColumns(
  { issues }: ColumnContext,
  path: string,
  value: unknown,
  fields: readonly string[],
): GivenColumns | undefined {
  const given = ownFields(value);
  if (!given) {
    issues.push(issue(path, "must be an object of columns", value));
    return undefined;
  }
  const unknown = Object.keys(given).filter((key) => !fields.includes(key));
  for (const key of unknown.slice(0, MAX_ISSUES)) {
    issues.push({ path: path === "" ? key : `${path}.${key}`, rule: UNKNOWN_RULE });
  }
  return unknown.length > 0 ? undefined : given;
}

const UNKNOWN_RULE = "is not a column of a ledger";

/** Codes of our own words. */
export function recoded(
  { issues }: ColumnContext,
  path: string,
  { codes, categories }: Coded,
  words: readonly string[],
): Uint8Array {
  const own = categories.map((text) => words.indexOf(text));
  const kinds = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length && issues.length < MAX_ISSUES; row += 1) {
    const code = own[codes[row] as number] ?? -1;
    if (code >= 0) kinds[row] = code;
    else
      issues.push(
        issue(at(path, row), `must be ${wordsText(words)}`, categories[codes[row] as number]),
      );
  }
  return kinds;
}

/** What disputes may stand on. */
interface Disputable {
  readonly count: number;
  readonly kind: Uint8Array | undefined;
}

/** Disputes by document. */
export function readDisputes(
  context: ColumnContext,
  value: unknown,
  documents: Disputable,
): DisputeColumns {
  const given = value === undefined ? undefined : ownColumns(context, "disputes", value, DISPUTES);
  if (!given) return NO_DISPUTES;
  const items = readVector(context, "disputes.item", given["item"], undefined);
  const rows = items?.length ?? 0;
  const from = readVector(context, "disputes.from", given["from"], rows);
  const to = readVector(context, "disputes.to", given["to"], rows);
  const amount = readVector(context, "disputes.amount", given["amount"], rows);
  if (!items || !from || !to || !amount) return NO_DISPUTES;
  const item = readRowNumbers(context, "disputes.item", items, 0, documents.count);
  const firstDay = readDays(context, "disputes.from", from);
  const lastDay = readDays(context, "disputes.to", to);
  const amounts = readAmounts(context, "disputes.amount", amount, "positive");
  if (context.issues.length > 0) return NO_DISPUTES;
  checkDisputes(context, documents, item, firstDay, lastDay);
  const { order } = groupByKeyAndDate(item, documents.count, firstDay);
  const pick = (column: Int32Array) => order.map((row) => column[row] as number);
  return {
    count: rows,
    item: pick(item),
    from: pick(firstDay),
    to: pick(lastDay),
    amount: reordered(amounts, order),
    reason: [],
  };
}

const DISPUTES = ["item", "from", "to", "amount"];

const NO_DISPUTES: DisputeColumns = {
  count: 0,
  item: /* @__PURE__ */ new Int32Array(0),
  from: /* @__PURE__ */ new Int32Array(0),
  to: /* @__PURE__ */ new Int32Array(0),
  amount: /* @__PURE__ */ new Float64Array(0),
  reason: [],
};

function checkDisputes(
  { issues }: ColumnContext,
  { kind }: Disputable,
  item: Int32Array,
  from: Int32Array,
  to: Int32Array,
): void {
  for (let row = 0; row < item.length && issues.length < MAX_ISSUES; row += 1) {
    if (isCredit(kind, item[row] as number)) {
      issues.push({ path: at("disputes.item", row), rule: "must stand on a debit item" });
    }
    if ((to[row] as number) < (from[row] as number)) {
      issues.push({ path: at("disputes.to", row), rule: "must not be before `from`" });
    }
  }
}

function readRowNumbers(
  { issues }: ColumnContext,
  path: string,
  vector: ArrayLike<unknown>,
  least: 0 | -1,
  count: number,
): Int32Array {
  const rows = vector instanceof Int32Array ? vector : new Int32Array(vector.length);
  const rule = `must be a row number from ${String(least)} to ${String(count - 1)}`;
  for (let row = 0; row < vector.length && issues.length < MAX_ISSUES; row += 1) {
    const number = vector[row];
    const known = Number.isInteger(number) && (number as number) < count;
    if (!known || (number as number) < least) issues.push(issue(at(path, row), rule, number));
    else if (rows !== vector) rows[row] = number as number;
  }
  return rows;
}

/** The journal with its applications, checked. */
export function withApplications(
  context: ColumnContext,
  journal: Journal,
  given: GivenColumns,
): Journal {
  if (given["applications"] === undefined) return journal;
  const own = ownColumns(context, "applications", given["applications"], APPLICATIONS);
  const raw = own && readApplications(context, own, journal);
  if (!raw || context.issues.length > 0) return journal;
  const { places } = context;
  const party = journal.party.codes;
  const settled = settle({ ...journal, party, places }, raw);
  for (const { application, field, rule } of settled.faults) {
    context.issues.push({ path: `applications.${at(field, application)}`, rule });
  }
  return { ...journal, applications: sortedApplications(settled) };
}

const APPLICATIONS = ["item", "date", "amount", "kind", "source"];

function readApplications(
  context: ColumnContext,
  given: GivenColumns,
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
