/**
 * @module ledger/party-payments.kernel
 *
 * Every payment that stands at the end of a window, with the days that it was late, and what the
 * payments of each party add up to. Documents without installments or reversals, nearly all of
 * them, are read off their columns; for the others the caller gives the pieces.
 */
import type { Journal } from "./columns.ts";
import type { PaymentPiece } from "./payments.ts";

/** Payments in the order in which they were found. */
export interface PaymentList {
  readonly count: number;
  readonly party: Int32Array;
  readonly date: Int32Array;
  /** Days from due date to payment; negative where it came before. */
  readonly daysLate: Int32Array;
  readonly amount: Float64Array;
}

/** Payments and what was settled, by party. */
export interface PartyPayments {
  readonly list: PaymentList;
  /** Settled in the window by payment, bill, offset or discount. */
  readonly settled: Float64Array;
  /** The part of it on documents that took a discount in the window. */
  readonly withDiscount: Float64Array;
  /** Sum of sizes: the proof that the sums are exact. */
  readonly size: number;
}

/** What is counted for each party: cell `party × COUNTS + count`. */
export const COUNT = {
  payments: 0,
  onTime: 1,
  /** Sum of the days late, early ones negative; then number and sum in each half of the window. */
  days: 2,
  earlier: 3,
  earlierDays: 4,
  later: 5,
  laterDays: 6,
} as const;

/** Number of counts, filled up to a whole line of memory. */
export const COUNTS = 8;

/** Sums and counts of payments by party. */
export interface PaymentTotals {
  readonly counts: Float64Array;
  readonly paid: Float64Array;
  readonly paidOnTime: Float64Array;
  /** The days late of party `p`: places `start[p]` up to `start[p + 1]`, in no order. */
  readonly start: Int32Array;
  readonly daysLate: Int32Array;
}

/** The pieces of one document's payments through the end of the window, slowly. */
export type PiecesOf = (item: number, row: number, end: number) => readonly PaymentPiece[];

type Sums = (length: number) => Float64Array;

// Codes of applications, in the order of their list in `ledger/items`.
const PAYMENT = 0;
const DISCOUNT = 2;
const BILL = 4;
const OFFSET = 5;

/** Gathers the payments dated `from … to`. `sums` makes doubles, or bigints where these fail. */
export function paymentsByParty(
  journal: Journal,
  applied: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  sums: Sums,
  piecesOf: PiecesOf,
): PartyPayments {
  const { applications, dueDate, installments } = journal;
  const { codes, categories } = journal.party;
  const { count: rows, item: items, date: dates, kind } = applications;
  const settled = sums(categories.length);
  const withDiscount = sums(categories.length);
  const [party, date, daysLate] = [int32(rows), int32(rows), int32(rows)];
  const amount = sums(rows);
  const others: { readonly party: number; readonly piece: PaymentPiece }[] = [];
  const zero = sums(1)[0]!;
  let count = 0;
  let size = zero;
  let row = 0;
  while (row < rows) {
    const item = items[row]!;
    const own = codes[item]!;
    const due = dueDate[item]!;
    const first = row;
    const mark = count;
    let isPlain = installments.size === 0 || !installments.has(item);
    let total = zero;
    let discounts = zero;
    for (; row < rows && items[row] === item; row += 1) {
      const each = applied[row]!;
      if (each < 0) isPlain = false;
      const day = dates[row]!;
      const code = kind[row]!;
      const isPayment = code === PAYMENT || code === BILL || code === OFFSET;
      if (day < from || day > to || !(isPayment || code === DISCOUNT)) continue;
      total += each;
      size += each < 0 ? -each : each;
      if (!isPayment) {
        discounts += each;
        continue;
      }
      party[count] = own;
      date[count] = day;
      daysLate[count] = day - due;
      amount[count] = each;
      count += 1;
    }
    settled[own]! += total;
    if (discounts > 0) withDiscount[own]! += total;
    if (isPlain) continue;
    count = mark;
    for (const piece of piecesOf(item, first, row)) {
      if (piece.date >= from) others.push({ party: own, piece });
    }
  }
  const found = { count, party, date, daysLate, amount };
  const list = others.length === 0 ? found : withPieces(found, others, sums);
  return { list, settled, withDiscount, size };
}

/** The list and the pieces of documents with installments or reversals behind it. */
function withPieces(
  { count, party, date, daysLate, amount }: PaymentList,
  others: readonly { readonly party: number; readonly piece: PaymentPiece }[],
  sums: Sums,
): PaymentList {
  const total = count + others.length;
  const all = { party: int32(total), date: int32(total), daysLate: int32(total) };
  const amounts = sums(total);
  const wide = !(amounts instanceof Float64Array);
  all.party.set(party.subarray(0, count));
  all.date.set(date.subarray(0, count));
  all.daysLate.set(daysLate.subarray(0, count));
  for (let at = 0; at < count; at += 1) amounts[at] = amount[at]!;
  let at = count;
  for (const { party: own, piece } of others) {
    all.party[at] = own;
    all.date[at] = piece.date;
    all.daysLate[at] = piece.date - piece.dueDate;
    amounts[at] = wide ? (piece.amount as unknown as number) : Number(piece.amount);
    at += 1;
  }
  return { count: total, ...all, amount: amounts };
}

/** Adds up a list by party; `halves` says where the earlier and the later half begin. */
export function totalsByParty(
  { count, party, date, daysLate, amount }: PaymentList,
  parties: number,
  halves: { readonly earlier: number; readonly later: number },
  sums: Sums,
): PaymentTotals {
  const counts = new Float64Array(parties * COUNTS);
  const [paid, paidOnTime] = [sums(parties), sums(parties)];
  const start = int32(parties + 1);
  for (let at = 0; at < count; at += 1) {
    const own = party[at]!;
    const days = daysLate[at]!;
    const first = own * COUNTS;
    start[own + 1]! += 1;
    counts[first + COUNT.payments]! += 1;
    counts[first + COUNT.days]! += days;
    paid[own]! += amount[at]!;
    if (days <= 0) {
      counts[first + COUNT.onTime]! += 1;
      paidOnTime[own]! += amount[at]!;
    }
    const day = date[at]!;
    if (day < halves.earlier) continue;
    const half = first + (day < halves.later ? COUNT.earlier : COUNT.later);
    counts[half]! += 1;
    counts[half + 1]! += days;
  }
  for (let own = 0; own < parties; own += 1) start[own + 1]! += start[own]!;
  const next = start.slice();
  const sorted = int32(count);
  for (let at = 0; at < count; at += 1) {
    const own = party[at]!;
    sorted[next[own]!] = daysLate[at]!;
    next[own]! += 1;
  }
  return { counts, paid, paidOnTime, start, daysLate: sorted };
}

/** Runs as long as this are sorted by the machine's own sort: the overhead of a call is paid. */
const LONG_RUN = 48;

/** Sorts `values[from … to)` in place. */
export function sortRun(values: Int32Array, from: number, to: number): void {
  if (to - from >= LONG_RUN) {
    values.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const value = values[at]!;
    let place = at;
    while (place > from && values[place - 1]! > value) {
      values[place] = values[place - 1]!;
      place -= 1;
    }
    values[place] = value;
  }
}

function int32(length: number): Int32Array {
  return new Int32Array(length);
}
