/** The rules of docs/ledger.md by which a ledger is refused, each looked at on its own. */
import { dayNumber } from "./calendar.ts";
import { effectiveDay, isDebitKind, isLeftOut, snapshotDay, toMinor } from "./items.ts";
import type { LedgerApplication, LedgerItem, LedgerOptions } from "./items.ts";

export function isValid(items: readonly LedgerItem[], options: LedgerOptions = {}): boolean {
  return problems(items, options).length === 0;
}

/** Every broken rule, as `<rule>: <item id>`. */
export function problems(items: readonly LedgerItem[], options: LedgerOptions = {}): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const item of items) {
    if (seen.has(item.id)) found.push(`duplicate id: ${item.id}`);
    seen.add(item.id);
  }
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of items) {
    if (isLeftOut(item)) continue;
    found.push(...problemsOfDocument(item, options));
    found.push(...problemsOfSources(item, byId));
    found.push(...problemsOfSnapshot(item, options));
    found.push(
      ...(isDebitKind(item.kind)
        ? problemsOfTotals(item, byId, options)
        : problemsOfUse(item, items, options)),
    );
  }
  return found;
}

function problemsOfDocument(item: LedgerItem, options: LedgerOptions): string[] {
  const found: string[] = [];
  const minor = (amount: string | number): bigint => toMinor(amount, options.minorUnits ?? 2);
  const isDebit = isDebitKind(item.kind);
  if (minor(item.amount) <= 0n) found.push(`amount not positive: ${item.id}`);
  if (isDebit && item.dueDate === undefined && item.installments === undefined) {
    found.push(`no due date: ${item.id}`);
  }
  if (item.installments !== undefined) {
    if (!isDebit) found.push(`installments on a credit item: ${item.id}`);
    let total = 0n;
    for (const part of item.installments) {
      total += minor(part.amount);
      if (minor(part.amount) <= 0n) found.push(`installment not positive: ${item.id}`);
    }
    if (total !== minor(item.amount)) found.push(`installments not the amount: ${item.id}`);
  }
  if (!isDebit && (item.applications ?? []).length > 0) {
    found.push(`application on a credit item: ${item.id}`);
  }
  if (!isDebit && (item.disputes ?? []).length > 0) {
    found.push(`dispute on a credit item: ${item.id}`);
  }
  for (const dispute of item.disputes ?? []) {
    if (minor(dispute.amount) <= 0n) found.push(`dispute not positive: ${item.id}`);
    if (dispute.to !== undefined && dispute.to < dispute.from) {
      found.push(`dispute ends before it begins: ${item.id}`);
    }
  }
  return found;
}

function problemsOfSources(item: LedgerItem, byId: Map<string, LedgerItem>): string[] {
  const found: string[] = [];
  for (const application of item.applications ?? []) {
    if (application.source === undefined) continue;
    const source = byId.get(application.source);
    if (source === undefined) found.push(`unknown source: ${item.id}`);
    else if (isLeftOut(source)) found.push(`source left out: ${item.id}`);
    else if (isDebitKind(source.kind)) found.push(`source not a credit item: ${item.id}`);
    else if (source.party !== item.party && application.crossParty !== true) {
      found.push(`source of another party: ${item.id}`);
    }
  }
  return found;
}

function problemsOfSnapshot(item: LedgerItem, options: LedgerOptions): string[] {
  if (item.openAmount === undefined) return [];
  const openAsOf = snapshotDay(item, options);
  if (openAsOf === null) return [`open amount without a date: ${item.id}`];
  const found: string[] = [];
  const minorUnits = options.minorUnits ?? 2;
  const open = toMinor(item.openAmount, minorUnits);
  if (open < 0n || open > toMinor(item.amount, minorUnits)) {
    found.push(`open amount not from 0 to the amount: ${item.id}`);
  }
  if (dayNumber(item.documentDate) > openAsOf) found.push(`dated after its snapshot: ${item.id}`);
  for (const application of item.applications ?? []) {
    if (dayNumber(application.date) <= openAsOf) {
      found.push(`application not after the snapshot: ${item.id}`);
    }
  }
  return found;
}

interface Movement {
  day: number;
  amount: bigint;
  isExchange: boolean;
}

/** T of a debit item at the end of every day. */
function problemsOfTotals(
  item: LedgerItem,
  byId: Map<string, LedgerItem>,
  options: LedgerOptions,
): string[] {
  const movements = settledBySnapshot(item, options);
  for (const application of item.applications ?? []) {
    const source = application.source === undefined ? undefined : byId.get(application.source);
    movements.push(movement(item, application, source, options));
  }
  const found: string[] = [];
  const amount = toMinor(item.amount, options.minorUnits ?? 2);
  for (const { day } of movements) {
    const until = movements.filter((other) => other.day <= day);
    if (total(until) > amount) found.push(`over-applied: ${item.id}`);
    if (total(until.filter((other) => !other.isExchange)) < 0n) {
      found.push(`over-reversed: ${item.id}`);
    }
  }
  return found;
}

/** What is used of a credit item at the end of every day. */
function problemsOfUse(
  item: LedgerItem,
  items: readonly LedgerItem[],
  options: LedgerOptions,
): string[] {
  const movements = settledBySnapshot(item, options);
  for (const debit of items) {
    if (isLeftOut(debit)) continue;
    for (const application of debit.applications ?? []) {
      if (application.source !== item.id) continue;
      movements.push(movement(debit, application, item, options));
    }
  }
  const found: string[] = [];
  const amount = toMinor(item.amount, options.minorUnits ?? 2);
  for (const { day } of movements) {
    const used = total(movements.filter((other) => other.day <= day));
    if (used > amount) found.push(`source over-used: ${item.id}`);
    if (used < 0n) found.push(`source used below 0: ${item.id}`);
  }
  return found;
}

function settledBySnapshot(item: LedgerItem, options: LedgerOptions): Movement[] {
  const day = snapshotDay(item, options);
  if (day === null || item.openAmount === undefined) return [];
  const minorUnits = options.minorUnits ?? 2;
  const amount = toMinor(item.amount, minorUnits) - toMinor(item.openAmount, minorUnits);
  return [{ day, amount, isExchange: false }];
}

function movement(
  debit: LedgerItem,
  application: LedgerApplication,
  source: LedgerItem | undefined,
  options: LedgerOptions,
): Movement {
  const dated = (item: LedgerItem): { date: number } => ({ date: dayNumber(item.documentDate) });
  return {
    day: effectiveDay(application, dated(debit), source === undefined ? null : dated(source)),
    amount: toMinor(application.amount, options.minorUnits ?? 2),
    isExchange: application.kind === "exchange",
  };
}

function total(movements: readonly Movement[]): bigint {
  return movements.reduce((sum, { amount }) => sum + amount, 0n);
}
