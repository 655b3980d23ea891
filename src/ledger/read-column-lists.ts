/**
 * @module ledger/read-column-lists
 *
 * Reads the columns of what stands on documents: applications and disputes.
 */
import { reordered } from "./assemble.ts";
import type { Coded, DisputeColumns, Journal } from "./columns.ts";
import { sortedApplications } from "./from-draft.ts";
import { groupByKeyAndDate } from "./groups.kernel.ts";
import { APPLICATION_KINDS } from "./items.ts";
import type { ColumnContext } from "./read-columns.ts";
import { at, readAmounts, readCoded, readDays, readVector } from "./read-columns.ts";
import type { RawApplications } from "./settle.ts";
import { settle } from "./settle.ts";

/** Columns as given: anything. */
export type GivenColumns = Readonly<Record<string, unknown>>;

/** Codes of our own words. */
export function recoded(
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

/** Disputes by document. */
export function readDisputes(
  context: ColumnContext,
  value: unknown,
  count: number,
): DisputeColumns {
  const none = {
    count: 0,
    item: new Int32Array(0),
    from: new Int32Array(0),
    to: new Int32Array(0),
  };
  if (value === undefined) return { ...none, amount: new Float64Array(0), reason: [] };
  const given = value as GivenColumns;
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

/** The journal with its applications, checked. */
export function withApplications(
  context: ColumnContext,
  journal: Journal,
  given: GivenColumns,
): Journal {
  if (given["applications"] === undefined) return journal;
  const raw = readApplications(context, given["applications"] as GivenColumns, journal);
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
