/**
 * @module ledger/recompute-behaviour
 *
 * What the payment behaviour reads from a ledger, computed again document by document: the slow
 * road that the kernels are checked against.
 */
import { wholeMonths } from "../ground/months.ts";
import type { Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { documentsTotal, eachOpenUnit } from "./item-by-item.ts";
import { APPLICATION_KINDS, FIRST_CREDIT_KIND } from "./items.ts";
import { eachPayment } from "./payments.ts";

type Test = (item: number) => boolean;

/** Whole months from the first invoice or debit note to a day; undefined without one. */
export function monthsOfTrading(journal: Journal, asOf: number, test: Test): number | undefined {
  let first: number | undefined;
  for (let item = 0; item < journal.count; item += 1) {
    const day = journal.documentDate[item] as number;
    const isSale = (journal.kind?.[item] ?? 0) < FIRST_CREDIT_KIND;
    if (!isSale || day > asOf || !test(item)) continue;
    if (first === undefined || day < first) first = day;
  }
  return first === undefined ? undefined : wholeMonths(first, asOf);
}

/** The highest balance at the end of a day: every day that something moved is added up anew. */
export function highestBalance(journal: Journal, from: number, to: number, test: Test): bigint {
  const days = new Set<number>([from]);
  for (const day of journal.documentDate) if (day > from && day <= to) days.add(day);
  for (const day of journal.applications.date) if (day > from && day <= to) days.add(day);
  let highest: bigint | undefined;
  for (const day of days) {
    const balance = documentsTotal(journal, day, test);
    if (highest === undefined || balance > highest) highest = balance;
  }
  return highest ?? 0n;
}

/** Days past due of the oldest overdue debit unit; 0 where none is. */
export function oldestDaysPastDue(journal: Journal, asOf: number, test: Test): number {
  let oldest = 0;
  eachOpenUnit(journal, asOf, test, ({ credit, dueDate }) => {
    if (!credit) oldest = Math.max(oldest, asOf - dueDate);
  });
  return oldest;
}

/** How many payments of a window, of those that stand on a later day, were that many days late. */
export function paymentCount(
  journal: Journal,
  { from, to, standingOn }: { from: number; to: number; standingOn: number },
  test: Test,
  daysLate: number,
): number {
  let count = 0;
  eachPayment(journal, from, standingOn, test, ({ date, dueDate }) => {
    if (date <= to && date - dueDate === daysLate) count += 1;
  });
  return count;
}

const SETTLING: ReadonlySet<string> = new Set(["payment", "bill", "offset", "discount"]);

/** Settled in a window; only of documents that took a discount in it where that is asked. */
export function settledAmount(
  journal: Journal,
  from: number,
  to: number,
  test: Test,
  withDiscount: boolean,
): bigint {
  const byItem = new Map<number, { settled: bigint; discount: bigint }>();
  const { applications } = journal;
  for (let row = 0; row < applications.count; row += 1) {
    const item = applications.item[row] as number;
    const day = applications.date[row] as number;
    const kind = APPLICATION_KINDS[applications.kind[row] as number] ?? "";
    if (day < from || day > to || !SETTLING.has(kind) || !test(item)) continue;
    const sums = byItem.get(item) ?? { settled: 0n, discount: 0n };
    const amount = amountAt(applications.amount, row);
    sums.settled += amount;
    if (kind === "discount") sums.discount += amount;
    byItem.set(item, sums);
  }
  let total = 0n;
  for (const { settled, discount } of byItem.values()) {
    if (!withDiscount || discount > 0n) total += settled;
  }
  return total;
}
