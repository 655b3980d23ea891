/**
 * @module ledger/daily-balance
 *
 * The balance of the ledger day by day, from documents and source-less applications alone: the
 * side of the identity that knows no open items.
 */
import type { Amounts, DailyBalance, Journal } from "./columns.ts";
import { amountAt, isWide } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** More days than this between the first and the last one: by Map, not by array. */
const MAX_DENSE_DAYS = 100_000;

/** Signed documents less source-less applications, by day. */
export function dailyBalanceOf(journal: Journal): DailyBalance {
  return running(denseChanges(journal) ?? sparseChanges(journal));
}

/** The balance at the end of a day, in minor units. */
export function balanceOn({ day, balance }: DailyBalance, asOf: number): bigint {
  let low = 0;
  let high = day.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((day[middle] as number) <= asOf) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0n : (balance[low - 1] as bigint);
}

/** Changes by day on doubles; undefined where sums might not be exact or days are too far apart. */
function denseChanges(journal: Journal): Map<number, bigint> | undefined {
  const { applications } = journal;
  const { amount } = journal;
  if (isWide(amount) || isWide(applications.amount)) return undefined;
  const span = daySpan(journal);
  if (span.to - span.from > MAX_DENSE_DAYS) return undefined;
  const changes = new Float64Array(span.to - span.from + 1);
  const documents = addDocuments(changes, span.from, journal, amount);
  const settled = addApplications(changes, span.from, journal, applications.amount);
  // Every partial sum of integers is exact while the sum of their sizes is.
  if (!(documents + settled <= Number.MAX_SAFE_INTEGER)) return undefined;
  const found = new Map<number, bigint>();
  changes.forEach((change, index) => {
    if (change !== 0) found.set(span.from + index, BigInt(change));
  });
  return found;
}

function addDocuments(
  changes: Float64Array,
  first: number,
  { count, documentDate, kind }: Journal,
  amount: Float64Array,
): number {
  let size = 0;
  for (let item = 0; item < count; item += 1) {
    const each = amount[item] as number;
    const place = (documentDate[item] as number) - first;
    const signed = isCredit(kind, item) ? -each : each;
    changes[place] = (changes[place] as number) + signed;
    size += each;
  }
  return size;
}

function addApplications(
  changes: Float64Array,
  first: number,
  { applications: { count, item, date, source }, kind }: Journal,
  amount: Float64Array,
): number {
  let size = 0;
  for (let row = 0; row < count; row += 1) {
    const each = amount[row] as number;
    size += Math.abs(each);
    if ((source[row] as number) >= 0) continue;
    const place = (date[row] as number) - first;
    const signed = isCredit(kind, item[row] as number) ? each : -each;
    changes[place] = (changes[place] as number) + signed;
  }
  return size;
}

/** The same on bigints, for the wide path. */
function sparseChanges({ count, kind, documentDate, amount, applications }: Journal) {
  const changes = new Map<number, bigint>();
  const add = (day: number, amounts: Amounts, row: number, takesOff: boolean) => {
    const size = amountAt(amounts, row);
    changes.set(day, (changes.get(day) ?? 0n) + (takesOff ? -size : size));
  };
  for (let item = 0; item < count; item += 1) {
    add(documentDate[item] as number, amount, item, isCredit(kind, item));
  }
  for (let row = 0; row < applications.count; row += 1) {
    if ((applications.source[row] as number) >= 0) continue;
    const credit = isCredit(kind, applications.item[row] as number);
    add(applications.date[row] as number, applications.amount, row, !credit);
  }
  return changes;
}

function daySpan({ count, documentDate, applications }: Journal): { from: number; to: number } {
  let from = count > 0 ? (documentDate[0] as number) : 0;
  let to = from;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item] as number;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  for (let row = 0; row < applications.count; row += 1) {
    // Never before its documents' dates.
    const day = applications.date[row] as number;
    if (day > to) to = day;
  }
  return { from, to };
}

function running(changes: ReadonlyMap<number, bigint>): DailyBalance {
  const day = Int32Array.from(changes.keys()).sort();
  let total = 0n;
  const balance = Array.from(day, (each) => (total += changes.get(each) ?? 0n));
  return { day, balance };
}

function isCredit(kind: Uint8Array | undefined, item: number): boolean {
  return kind !== undefined && (kind[item] as number) >= FIRST_CREDIT_KIND;
}
