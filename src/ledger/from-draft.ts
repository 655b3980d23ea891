/**
 * @module ledger/from-draft
 *
 * The last step of reading: finds the sources that applications name, checks what was applied, and
 * turns the draft into a journal, with or without the documents that did not pass.
 */
import type { Issue } from "../ground/errors.ts";
import { issue as issueOf } from "../ground/errors.ts";
import type { Amounts, ApplicationColumns, Coded, DisputeColumns, Journal } from "./columns.ts";
import { amountColumn } from "./columns.ts";
import { reordered } from "./assemble.ts";
import type { Draft, DraftApplication } from "./draft.ts";
import { LEFT_OUT, NOT_THERE } from "./draft.ts";
import type { ApplicationFault, Documents, RawApplications, Settled } from "./settle.ts";
import { settle } from "./settle.ts";

/** A document that cannot stand among the others. */
export interface ItemFault {
  readonly item: number;
  /** Because of which of its applications, where it is one. */
  readonly application?: DraftApplication;
  readonly issue: Issue;
  /** True where it might stand if another document did not. */
  readonly contested?: boolean;
}

/** The journal of a draft, or what is wrong with it. */
export type Finished = { readonly journal: Journal } | { readonly faults: readonly ItemFault[] };

/** Documents that were rejected before, by id: a source among them has a message of its own. */
export interface FinishOptions {
  readonly places: number;
  readonly rejectedIds: ReadonlySet<string>;
}

/** Checks a draft as a whole. */
export function finish(draft: Draft, { places, rejectedIds }: FinishOptions): Finished {
  const faults = repeatedIds(draft);
  if (faults.length > 0) return { faults };
  const sources = draft.applications.map((application) => {
    const found = sourceOf(draft, application, rejectedIds);
    if (typeof found === "number") return found;
    faults.push(itemFault(application, "source", found));
    return -1;
  });
  if (faults.length > 0) return { faults };
  const raw = rawApplications(draft.applications, sources);
  const settled = settle(documentsOf(draft, places), raw);
  if (settled.faults.length > 0) {
    return { faults: settled.faults.map((fault) => settledFault(draft, fault)) };
  }
  return { journal: journalOf(draft, settled) };
}

/** Documents whose id another one has. */
export function repeatedIds(draft: Draft): ItemFault[] {
  return draft.repeatedIds().map((item) => ({
    item,
    issue: issueOf("id", "must be unique in the ledger", draft.ids[item]),
  }));
}

function sourceOf(draft: Draft, { source }: DraftApplication, rejected: ReadonlySet<string>) {
  if (source === undefined) return -1;
  if (typeof source === "number") return source;
  const item = draft.findId(source);
  if (item === NOT_THERE) {
    return rejected.has(source)
      ? "must name an item that was accepted; this one was rejected"
      : "must name an item of the ledger";
  }
  return item === LEFT_OUT ? "must name a posted item, not a draft or void" : item;
}

function itemFault(application: DraftApplication, field: string, rule: string): ItemFault {
  const { place, item, source } = application;
  const path = `applications[${String(place)}].${field}`;
  const received = field === "source" && source !== undefined ? JSON.stringify(source) : undefined;
  const issue = received === undefined ? { path, rule } : { path, rule, received };
  return { item, application, issue };
}

function settledFault(draft: Draft, fault: ApplicationFault): ItemFault {
  const { application, field, rule, contested = false } = fault;
  const found = itemFault(draft.applications[application] as DraftApplication, field, rule);
  return { ...found, contested };
}

function rawApplications(
  applications: readonly DraftApplication[],
  sources: readonly number[],
): RawApplications {
  return {
    count: applications.length,
    item: Int32Array.from(applications, ({ item }) => item),
    date: Int32Array.from(applications, ({ date }) => date),
    amount: amountColumn(applications.map(({ amount }) => amount)),
    kind: Uint8Array.from(applications, ({ kind }) => kind),
    source: Int32Array.from(sources),
    crossParty: Uint8Array.from(applications, ({ crossParty }) => Number(crossParty)),
  };
}

function documentsOf(draft: Draft, places: number): Documents {
  const { count, party, kind, documentDate, snapshots } = draft;
  return { count, party, kind, documentDate, amount: amountsOf(draft), snapshots, places };
}

function amountsOf(draft: Draft): Amounts {
  if (draft.wideAmounts.size === 0) return draft.amount.subarray(0, draft.count);
  return Array.from({ length: draft.count }, (_, item) => draft.amountOf(item));
}

function journalOf(draft: Draft, settled: Settled): Journal {
  const { count } = draft;
  const kind = draft.kind.subarray(0, count);
  return {
    count,
    party: draft.coded(draft.party, draft.parties),
    kind: kind.every((each) => each === 0) ? undefined : kind,
    documentDate: draft.documentDate.subarray(0, count),
    dueDate: draft.dueDate.subarray(0, count),
    amount: amountsOf(draft),
    ids: draft.idsRead(),
    meta: draft.meta.length > 0 ? draft.meta : undefined,
    dimensions: dimensionsOf(draft),
    installments: draft.installments,
    applications: sortedApplications(settled),
    disputes: disputesOf(draft),
    snapshots: draft.snapshots,
    knownFrom: latest(draft.snapshots.values()),
  };
}

/** Applications by document and effective date; columns in that order already are adopted. */
export function sortedApplications({ applications, byItem }: Settled): ApplicationColumns {
  const { count, item, date, amount, kind, source } = applications;
  const { order } = byItem;
  if (order.every((row, place) => row === place))
    return { count, item, date, amount, kind, source };
  const pick = (column: Int32Array) => order.map((row) => column[row] as number);
  return {
    count,
    item: pick(item),
    date: pick(date),
    amount: reordered(amount, order),
    kind: Uint8Array.from(order, (row) => kind[row] as number),
    source: pick(source),
  };
}

function dimensionsOf(draft: Draft): Map<string, Coded> {
  const dimensions = new Map<string, Coded>();
  for (const [name, { coder, codes }] of draft.dimensions) {
    dimensions.set(name, draft.coded(codes, coder));
  }
  return dimensions;
}

function disputesOf({ disputes }: Draft): DisputeColumns {
  return {
    count: disputes.length,
    item: Int32Array.from(disputes, ({ item }) => item),
    from: Int32Array.from(disputes, ({ from }) => from),
    to: Int32Array.from(disputes, ({ to }) => to),
    amount: amountColumn(disputes.map(({ amount }) => amount)),
    reason: disputes.map(({ reason }) => reason),
  };
}

function latest(days: Iterable<number>): number | undefined {
  let last: number | undefined;
  for (const day of days) if (last === undefined || day > last) last = day;
  return last;
}
