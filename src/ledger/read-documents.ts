/**
 * @module ledger/read-documents
 *
 * Reads documents as columns: what a ledger and a chunk of one have in common.
 */
import type { ApplicationColumns, Journal } from "./columns.ts";
import { DOCUMENT_KINDS } from "./items.ts";
import { readCoded } from "./read-coded.ts";
import type { GivenColumns } from "./read-column-lists.ts";
import { readDisputes, recoded } from "./read-column-lists.ts";
import type { ColumnContext } from "./read-columns.ts";
import { readAmounts, readDays, readVector } from "./read-columns.ts";

/**
 * The journal of the columns that every document needs, without applications. Undefined where a
 * column is no column of this length; other faults are in the context.
 */
export function readDocuments(context: ColumnContext, given: GivenColumns): Journal | undefined {
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
