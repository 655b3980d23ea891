/**
 * @module ledger/settle
 *
 * Checks that what was applied can have been applied: at the end of every day no more than either
 * side holds, and no more reversed than was applied. Works on rows of numbers; who gave them, and
 * under which path, is the caller's matter.
 */
import { formatDay } from "../ground/days.ts";
import type { Amounts, ApplicationColumns } from "./columns.ts";
import { amountAt } from "./columns.ts";
import type { Groups } from "./groups.kernel.ts";
import { groupByKeyAndDate } from "./groups.kernel.ts";
import { EXCHANGE, FIRST_CREDIT_KIND, SNAPSHOT } from "./items.ts";
import { minorText } from "./minor-units.ts";

/** What is known of the documents. */
export interface Documents {
  readonly count: number;
  readonly party: Int32Array;
  readonly kind: Uint8Array | undefined;
  readonly documentDate: Int32Array;
  readonly amount: Amounts;
  /** The day of the snapshot, for documents that came as one. */
  readonly snapshots: ReadonlyMap<number, number>;
  readonly places: number;
}

/** Applications as given: any order, `date` their own, `source` a document or −1. */
export interface RawApplications extends ApplicationColumns {
  /** 1 where a source of another party is allowed. */
  readonly crossParty: Uint8Array | undefined;
}

/** An application that cannot stand. */
export interface ApplicationFault {
  readonly application: number;
  readonly field: "date" | "amount" | "source" | "item";
  readonly rule: string;
  /** True where others use the same source: without one of them this one might stand. */
  readonly contested?: boolean;
}

/** Applications with their effective dates, grouped both ways. */
export interface Settled {
  readonly applications: RawApplications;
  readonly byItem: Groups;
  readonly faults: readonly ApplicationFault[];
}

const NO_GROUPS: Groups = { start: /* @__PURE__ */ new Int32Array(1), order: new Int32Array(0) };

/** Dates, groups and checks the applications. */
export function settle(documents: Documents, raw: RawApplications): Settled {
  if (raw.count === 0) return { applications: raw, byItem: NO_GROUPS, faults: [] };
  const faults: ApplicationFault[] = [];
  for (let row = 0; row < raw.count; row += 1) {
    const fault = linkFault(documents, raw, row);
    if (fault) faults.push({ application: row, ...fault });
  }
  const applications = { ...raw, date: effectiveDates(documents, raw) };
  const byItem = groupByKeyAndDate(raw.item, documents.count, applications.date);
  const used = usedCredits(documents, raw);
  const bySource = groupByKeyAndDate(used, documents.count, applications.date);
  if (faults.length === 0) {
    for (let item = 0; item < documents.count; item += 1) {
      // On a snapshot an application's own date counts, of a source the day on which it is used.
      const early = beforeSnapshot(documents, raw, byItem, item);
      addAll(faults, early ?? overApplied(documents, applications, byItem, item, "item"));
      const used = beforeSnapshot(documents, applications, bySource, item);
      addAll(faults, used ?? overApplied(documents, applications, bySource, item, "source"));
    }
  }
  return { applications, byItem, faults };
}

/** The credit item that each application uses up; a credit item's snapshot uses up itself. */
function usedCredits(documents: Documents, { source, item, kind }: RawApplications): Int32Array {
  if (documents.snapshots.size === 0) return source;
  return source.map((from, row) => {
    const own = item[row] as number;
    return kind[row] === SNAPSHOT && isCredit(documents, own) ? own : from;
  });
}

/** What is wrong with the documents that an application names. */
function linkFault(
  documents: Documents,
  { item, source, kind, crossParty }: RawApplications,
  row: number,
): Omit<ApplicationFault, "application"> | undefined {
  const on = item[row] as number;
  if (kind[row] === SNAPSHOT) return undefined;
  if (isCredit(documents, on)) return { field: "item", rule: "must stand on a debit item" };
  const from = source[row] as number;
  if (from < 0) return undefined;
  if (!isCredit(documents, from)) return { field: "source", rule: "must name a credit item" };
  const sameParty = documents.party[on] === documents.party[from];
  if (!sameParty && crossParty?.[row] !== 1) {
    return { field: "source", rule: "must name an item of the same party (or set crossParty)" };
  }
  return undefined;
}

function isCredit(documents: Documents, item: number): boolean {
  return documents.kind !== undefined && (documents.kind[item] as number) >= FIRST_CREDIT_KIND;
}

/** The latest of an application's own and its documents' dates; mostly that is its own. */
function effectiveDates(documents: Documents, raw: RawApplications): Int32Array {
  let dates = raw.date;
  for (let row = 0; row < raw.count; row += 1) {
    const own = raw.date[row] as number;
    const item = documents.documentDate[raw.item[row] as number] as number;
    const from = raw.source[row] as number;
    const source = from < 0 ? own : (documents.documentDate[from] as number);
    const latest = Math.max(own, item, source);
    if (latest === own) continue;
    if (dates === raw.date) dates = raw.date.slice();
    dates[row] = latest;
  }
  return dates;
}

const NO_FAULTS: readonly ApplicationFault[] = [];

/** The applications that, day by day, take a document past what it holds. */
function overApplied(
  documents: Documents,
  applications: RawApplications,
  { start, order }: Groups,
  document: number,
  side: "item" | "source",
): readonly ApplicationFault[] {
  const from = start[document] as number;
  const to = start[document + 1] as number;
  if (from === to) return NO_FAULTS;
  const rows = order.subarray(from, to);
  if (surelyFits(documents, applications, rows, document)) return NO_FAULTS;
  return pastLimits(documents, applications, rows, document, side);
}

function pastLimits(
  documents: Documents,
  applications: RawApplications,
  rows: Int32Array,
  document: number,
  side: "item" | "source",
): ApplicationFault[] {
  const { item, amount, kind, date } = applications;
  const faults: ApplicationFault[] = [];
  const limit = amountAt(documents.amount, document);
  const isShared = side === "source" && rows.some((row) => item[row] !== item[rows[0] as number]);
  let applied = 0n;
  let exchanged = 0n;
  const add = (row: number, sign: bigint) => {
    const each = sign * amountAt(amount, row);
    applied += each;
    if (kind[row] === EXCHANGE && side === "item") exchanged += each;
  };
  const isOver = () => applied > limit;
  const isUnder = () => applied - exchanged < 0n;
  let firstOfDay = 0;
  rows.forEach((row, place) => {
    add(row, 1n);
    const next = rows[place + 1];
    if (next !== undefined && date[next] === date[row]) return;
    // Go on without those at fault, the last of the day first, so that every one is named.
    const ofDay: ApplicationFault[] = [];
    for (let at = place; at >= firstOfDay && (isOver() || isUnder()); at -= 1) {
      const last = rows[at] as number;
      const over = isOver();
      if (amountAt(amount, last) > 0n !== over) continue;
      const bound = over ? limit : 0n;
      const rule = totalRule(documents, side, over, applied, bound, date[row] as number);
      const contested = isShared && amountAt(amount, last) <= limit;
      ofDay.push({ application: last, field: "amount", rule, contested });
      add(last, -1n);
    }
    firstOfDay = place + 1;
    // What fits once a larger one is gone was not at fault.
    for (const fault of ofDay.reverse()) {
      add(fault.application, 1n);
      if (!isOver() && !isUnder()) continue;
      add(fault.application, -1n);
      faults.push(fault);
    }
  });
  return faults;
}

/** True when nothing is reversed and the plain total fits: the rule in any real ledger. */
function surelyFits(
  documents: Documents,
  { amount }: RawApplications,
  rows: Int32Array,
  document: number,
): boolean {
  let total = 0;
  for (const row of rows) {
    const each = amount[row] as number | bigint;
    if (typeof each === "bigint" || each < 0) return false;
    total += each;
  }
  // A sum of doubles past 2^53 is past every safe amount, too, however it was rounded.
  return total <= (documents.amount[document] as number | bigint);
}

/**
 * What was applied before the day that a snapshot was true: it is in the open amount already.
 * Without such applications, and then undefined, the snapshot comes first and fits.
 */
function beforeSnapshot(
  documents: Documents,
  { date, kind }: RawApplications,
  { start, order }: Groups,
  document: number,
): readonly ApplicationFault[] | undefined {
  const day = documents.snapshots.get(document);
  if (day === undefined) return undefined;
  const rows = [...order.subarray(start[document], start[document + 1])];
  const early = rows.filter((row) => (date[row] as number) <= day && kind[row] !== SNAPSHOT);
  if (early.length === 0) return undefined;
  const rule = `must be after ${formatDay(day)}: what came before is in openAmount`;
  return early.map((application) => ({ application, field: "date", rule }));
}

/** Not by spreading: a source may be over-used by more applications than a call has arguments. */
function addAll(faults: ApplicationFault[], more: readonly ApplicationFault[]): void {
  for (const fault of more) faults.push(fault);
}

function totalRule(
  { places }: Documents,
  side: "item" | "source",
  over: boolean,
  total: bigint,
  bound: bigint,
  day: number,
): string {
  const what = side === "item" ? "applied to the item" : "used of the source";
  const limit = `${over ? "at most" : "at least"} ${minorText(bound, places)}`;
  const found = minorText(total, places);
  return `must leave what is ${what} ${limit} on ${formatDay(day)}, not ${found}`;
}
