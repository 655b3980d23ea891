/**
 * @module ledger/payment-list
 *
 * Every payment of a window that still stands at its end, on doubles or (where their sums cannot be
 * proved exact) on bigints.
 */
import type { DaySpan } from "../ground/months.ts";
import { amountAt, isWide } from "./columns.ts";
import type { Sums } from "./exact-sums.ts";
import { asBigints, bigints, doubles, sumsOf } from "./exact-sums.ts";
import type { LedgerData } from "./ledger.ts";
import { distinctOf, sumByPlace } from "./lists.kernel.ts";
import type { PaymentList } from "./payment-list.kernel.ts";
import { listPayments } from "./payment-list.kernel.ts";
import type { PaymentPiece } from "./payments.ts";
import { standingPieces } from "./payments.ts";

type Test = ((item: number) => boolean) | undefined;

/** The payments dated in a window, of documents that pass the test. */
export function paymentsOf(data: LedgerData, window: DaySpan, test: Test): PaymentList {
  const { amount } = data.journal.applications;
  if (!isWide(amount)) {
    const list = allPayments(data, amount, window, test, doubles);
    if (list.size <= Number.MAX_SAFE_INTEGER) return list;
  }
  return allPayments(data, asBigints(amount), window, test, bigints);
}

/** Plain documents from their columns, then those with installments or reversals piece by piece. */
function allPayments(
  { journal }: LedgerData,
  applied: Float64Array,
  window: DaySpan,
  test: Test,
  sums: Sums,
): PaymentList & { readonly size: number } {
  const plain = listPayments(journal, applied, window, test, sums);
  const { others, size } = plain;
  if (others.length === 0) return plain;
  const [item, pieces]: [number[], PaymentPiece[]] = [[], []];
  for (let at = 0; at < others.length; at += 2) {
    const row = others[at] as number;
    const own = journal.applications.item[row] as number;
    for (const piece of standingPieces(journal, own, row, others[at + 1] as number, window.to)) {
      if (piece.date < window.from) continue;
      item.push(own);
      pieces.push(piece);
    }
  }
  const columns = {
    item: joined(plain.item, item),
    date: joined(
      plain.date,
      pieces.map(({ date }) => date),
    ),
    dueDate: joined(
      plain.dueDate,
      pieces.map(({ dueDate }) => dueDate),
    ),
  };
  const amount = sums(columns.item.length);
  plain.amount.forEach((each, at) => (amount[at] = each));
  pieces.forEach((piece, at) => {
    const each = sums === doubles ? Number(piece.amount) : piece.amount;
    amount[plain.item.length + at] = each as number;
  });
  return { ...columns, amount, size };
}

function joined(own: Int32Array, more: readonly number[]): Int32Array {
  const all = new Int32Array(own.length + more.length);
  all.set(own);
  all.set(more, own.length);
  return all;
}

/** What was paid so many days after another date. */
export interface PaidAfter {
  readonly days: number;
  readonly amount: bigint;
}

/** Amounts by number of days, ascending. */
export function paidByDays(amount: Float64Array, days: Int32Array): PaidAfter[] {
  const { value, place } = distinctOf(days);
  const sums = sumByPlace(amount, place, value.length, sumsOf(amount));
  return Array.from(value, (own, cell) => ({ days: own, amount: amountAt(sums, cell) }));
}
