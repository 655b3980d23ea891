/**
 * @module ledger/payment-list.kernel
 *
 * The payments of a window as a short list, which every further question walks instead of all
 * applications. Documents without installments or reversals, nearly all of them, are read off
 * their columns; the others are named, for the slow road.
 */
import type { Journal } from "./columns.ts";

/** Payments in no particular order. */
export interface PaymentList {
  /** The document paid. */
  readonly item: Int32Array;
  readonly date: Int32Array;
  /** Of the document, or of the installment paid. */
  readonly dueDate: Int32Array;
  readonly amount: Float64Array;
}

/** The payments of plain documents, and where the others are. */
export interface PlainPayments extends PaymentList {
  /** Of each other document the first row of its applications, and the row after its last. */
  readonly others: readonly number[];
  /** The sum of sizes of all payments, also of the others. */
  readonly size: number;
}

// Codes of applications, in the order of their list in `ledger/items`.
const PAYMENT = 0;
const BILL = 4;
const OFFSET = 5;

/**
 * Lists the payments dated `from … to` of documents that pass the test. `sums` makes doubles, or
 * bigints where `applied` has them.
 */
export function listPayments(
  { applications, dueDate, installments }: Journal,
  applied: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  test: ((item: number) => boolean) | undefined,
  sums: (length: number) => Float64Array,
): PlainPayments {
  const { count, item: items, date, kind } = applications;
  const someParts = installments.size > 0;
  const paid = new Int32Array(count);
  const dates = new Int32Array(count);
  const dues = new Int32Array(count);
  const amount = sums(count);
  const others: number[] = [];
  let length = 0;
  let size = sums(1)[0]!;
  let row = 0;
  while (row < count) {
    const item = items[row]!;
    const due = dueDate[item]!;
    const first = row;
    const mark = length;
    let isPlain = !someParts || !installments.has(item);
    for (; row < count && items[row] === item; row += 1) {
      const each = applied[row]!;
      if (each < 0) isPlain = false;
      const day = date[row]!;
      const code = kind[row]!;
      if (day < from || day > to) continue;
      if (code !== PAYMENT && code !== BILL && code !== OFFSET) continue;
      paid[length] = item;
      dates[length] = day;
      dues[length] = due;
      amount[length] = each;
      length += 1;
      size += each < 0 ? -each : each;
    }
    const isWanted = test === undefined || test(item);
    if (isPlain && isWanted) continue;
    length = mark;
    if (isWanted) others.push(first, row);
  }
  return {
    item: paid.slice(0, length),
    date: dates.slice(0, length),
    dueDate: dues.slice(0, length),
    amount: amount.slice(0, length),
    others,
    size,
  };
}

/** Days from due date to payment; negative where it came before. */
export function daysLate({ date, dueDate }: PaymentList): Int32Array {
  const days = new Int32Array(date.length);
  for (let at = 0; at < days.length; at += 1) days[at] = date[at]! - dueDate[at]!;
  return days;
}

/** Days from document to payment. */
export function daysToPay({ item, date }: PaymentList, documentDate: Int32Array): Int32Array {
  const days = new Int32Array(date.length);
  for (let at = 0; at < days.length; at += 1) days[at] = date[at]! - documentDate[item[at]!]!;
  return days;
}
