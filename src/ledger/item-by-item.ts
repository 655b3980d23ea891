/**
 * @module ledger/item-by-item
 *
 * Open amounts document by document, straight from what was given: the slow road that the kernels
 * are checked against. It shares no loop and no prepared column with them.
 */
import { receivedByPart } from "./assemble-parts.ts";
import type { Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { isCredit } from "./open.ts";

/** A unit that is open as of a date. */
export interface OpenUnit {
  /** The document. */
  readonly item: number;
  /** Which of its parts, from 0. */
  readonly part: number;
  readonly credit: boolean;
  readonly documentDate: number;
  readonly dueDate: number;
  readonly amount: bigint;
  /** Without sign. */
  readonly open: bigint;
  readonly disputed: bigint;
}

/** Visits every open unit of the documents that pass the test. */
export function eachOpenUnit(
  journal: Journal,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
  visit: (unit: OpenUnit) => void,
): void {
  const applied = appliedByItem(journal, asOf);
  const disputed = disputedByItem(journal, asOf);
  for (let item = 0; item < journal.count; item += 1) {
    if ((journal.documentDate[item] as number) > asOf || (test && !test(item))) continue;
    visitItem(journal, item, applied.get(item) ?? 0n, disputed.get(item) ?? 0n, visit);
  }
}

function visitItem(
  journal: Journal,
  item: number,
  applied: bigint,
  disputed: bigint,
  visit: (unit: OpenUnit) => void,
): void {
  const parts = journal.installments.get(item);
  const amounts = parts?.amount ?? [amountAt(journal.amount, item)];
  const credit = isCredit(journal.kind, item);
  let dispute = disputed;
  receivedByPart(amounts, applied).forEach((received, part) => {
    const amount = amounts[part] as bigint;
    const open = amount - received;
    if (open === 0n) return;
    const share = dispute < open ? dispute : open;
    dispute -= share;
    visit({
      item,
      part,
      credit,
      documentDate: journal.documentDate[item] as number,
      dueDate: (parts ? parts.dueDate[part] : journal.dueDate[item]) as number,
      amount,
      open,
      disputed: share,
    });
  });
}

/** What was applied to debit items and used of credit items, up to a date. */
function appliedByItem({ applications }: Journal, asOf: number): Map<number, bigint> {
  const applied = new Map<number, bigint>();
  const add = (item: number, amount: bigint) => {
    applied.set(item, (applied.get(item) ?? 0n) + amount);
  };
  for (let row = 0; row < applications.count; row += 1) {
    if ((applications.date[row] as number) > asOf) continue;
    const amount = amountAt(applications.amount, row);
    add(applications.item[row] as number, amount);
    const source = applications.source[row] as number;
    if (source >= 0) add(source, amount);
  }
  return applied;
}

function disputedByItem({ disputes }: Journal, asOf: number): Map<number, bigint> {
  const disputed = new Map<number, bigint>();
  for (let row = 0; row < disputes.count; row += 1) {
    if ((disputes.from[row] as number) > asOf || asOf > (disputes.to[row] as number)) continue;
    const item = disputes.item[row] as number;
    disputed.set(item, (disputed.get(item) ?? 0n) + amountAt(disputes.amount, row));
  }
  return disputed;
}

/** Σ open units, signed: the second side of the identity. */
export function openItemsTotal(
  journal: Journal,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): bigint {
  let total = 0n;
  eachOpenUnit(journal, asOf, test, ({ credit, open }) => {
    total += credit ? -open : open;
  });
  return total;
}

/** Signed documents less source-less applications: the third side, for a part of a ledger. */
export function documentsTotal(
  { count, kind, documentDate, amount, applications }: Journal,
  asOf: number,
  test: (item: number) => boolean,
): bigint {
  let total = 0n;
  for (let item = 0; item < count; item += 1) {
    if ((documentDate[item] as number) > asOf || !test(item)) continue;
    const size = amountAt(amount, item);
    total += isCredit(kind, item) ? -size : size;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const item = applications.item[row] as number;
    if ((applications.date[row] as number) > asOf || !test(item)) continue;
    // A source of the same scope gives as much as it takes; one of another scope does not.
    const source = applications.source[row] as number;
    if (source >= 0 && test(source)) continue;
    const size = amountAt(applications.amount, row);
    total += isCredit(kind, item) ? size : -size;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const source = applications.source[row] as number;
    if (source < 0 || !test(source) || test(applications.item[row] as number)) continue;
    if ((applications.date[row] as number) <= asOf) total += amountAt(applications.amount, row);
  }
  return total;
}
