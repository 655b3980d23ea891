/**
 * @module ledger/payment-totals.kernel
 *
 * What the payments of a window add up to for each party: one pass over the applications, which
 * goes to two places in memory a payment. Documents with installments or reversals, whose payments
 * are not their rows, are given piece by piece.
 */
import type { Journal } from "./columns.ts";
import type { PaymentPiece } from "./payments.ts";
import { eachSlowDocument, slowDocuments } from "./slow-documents.kernel.ts";

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

/** What is added up for each party: cell `party × PAID_SUMS + sum`. */
export const PAID = {
  paid: 0,
  paidOnTime: 1,
  /** Settled in the window by payment, bill, offset or discount. */
  settled: 2,
  /** The part of it on documents that took a discount in the window. */
  withDiscount: 3,
} as const;

/** Number of sums of a party. */
export const PAID_SUMS = 4;

/** Sums and counts of payments by party. */
export interface PaymentTotals {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Of each payment its party and its days late, in no order. */
  readonly party: Int32Array;
  readonly daysLate: Int32Array;
  readonly payments: number;
  /** Sum of sizes: the proof that the sums are exact. */
  readonly size: number;
}

/** The days of a window, and where its halves begin. */
interface Window {
  readonly from: number;
  readonly earlier: number;
  readonly later: number;
  readonly to: number;
}

/** The pieces of one document's payments through the end of the window, slowly. */
export type PiecesOf = (item: number, row: number, end: number) => readonly PaymentPiece[];

type Sums = (length: number) => Float64Array;

// Codes of applications, in the order of their list in `ledger/items`.
const PAYMENT = 0;
const DISCOUNT = 2;
const BILL = 4;
const OFFSET = 5;

/** Adds the payments dated `from … to`. `sums` makes doubles, or bigints where these fail. */
export function paymentTotals(
  journal: Journal,
  applied: Float64Array,
  window: Window,
  sums: Sums,
  piecesOf: PiecesOf,
): PaymentTotals {
  const parties = journal.party.categories.length;
  const slow = slowDocuments(journal, applied);
  const pieces: { readonly own: number; readonly piece: PaymentPiece }[] = [];
  eachSlowDocument(journal, slow, (item, first, end) => {
    const own = journal.party.codes[item]!;
    for (const piece of piecesOf(item, first, end)) {
      if (piece.date >= window.from) pieces.push({ own, piece });
    }
  });
  const most = journal.applications.count + pieces.length;
  const draft = {
    counts: new Float64Array(parties * COUNTS),
    sums: sums(parties * PAID_SUMS),
    party: new Int32Array(most),
    daysLate: new Int32Array(most),
    payments: 0,
  };
  const size = addPlain(journal, applied, window, slow, draft, sums(1)[0]!);
  const isDouble = draft.sums instanceof Float64Array;
  for (const { own, piece } of pieces) {
    const { date, dueDate, amount } = piece;
    const each = isDouble ? Number(amount) : (amount as unknown as number);
    add(draft, window, own, date, date - dueDate, each);
  }
  return { ...draft, size };
}

interface Draft {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly party: Int32Array;
  readonly daysLate: Int32Array;
  payments: number;
}

/** Adds what was settled, and the payments of plain documents; answers the sum of sizes. */
function addPlain(
  { party, dueDate, applications }: Journal,
  applied: Float64Array,
  window: Window,
  slow: Uint8Array | undefined,
  draft: Draft,
  zero: number,
): number {
  const { from, to } = window;
  const { sums } = draft;
  const { codes } = party;
  const { count, item: items, date, kind } = applications;
  let size = zero;
  let discounted = -1;
  for (let row = 0; row < count; row += 1) {
    const day = date[row]!;
    if (day < from || day > to) continue;
    const code = kind[row]!;
    if (code !== PAYMENT && code !== DISCOUNT && code !== BILL && code !== OFFSET) continue;
    const item = items[row]!;
    const own = codes[item]!;
    const each = applied[row]!;
    sums[own * PAID_SUMS + PAID.settled]! += each;
    size += each < 0 ? -each : each;
    if (code === DISCOUNT) {
      // Rows follow documents: of each that took a discount the first one is looked at.
      if (item === discounted) continue;
      discounted = item;
      const found = settledWithDiscount(applications, applied, window, row, zero);
      sums[own * PAID_SUMS + PAID.withDiscount]! += found;
      continue;
    }
    if (slow === undefined || slow[item] === 0) {
      add(draft, window, own, day, day - dueDate[item]!, each);
    }
  }
  return size;
}

/** Adds one payment. */
function add(
  draft: Draft,
  { earlier, later }: Window,
  own: number,
  day: number,
  days: number,
  each: number,
): void {
  const { counts, sums, party, daysLate, payments } = draft;
  party[payments] = own;
  daysLate[payments] = days;
  draft.payments = payments + 1;
  const first = own * COUNTS;
  const cell = own * PAID_SUMS;
  counts[first + COUNT.payments]! += 1;
  counts[first + COUNT.days]! += days;
  sums[cell + PAID.paid]! += each;
  if (days <= 0) {
    counts[first + COUNT.onTime]! += 1;
    sums[cell + PAID.paidOnTime]! += each;
  }
  if (day < earlier) return;
  const half = first + (day < later ? COUNT.earlier : COUNT.later);
  counts[half]! += 1;
  counts[half + 1]! += days;
}

/** What was settled in the window of the document of a row, if its discounts come to anything. */
function settledWithDiscount(
  { count, item: items, date, kind }: Journal["applications"],
  applied: Float64Array,
  { from, to }: Window,
  row: number,
  zero: number,
): number {
  const item = items[row];
  let at = row;
  while (at > 0 && items[at - 1] === item) at -= 1;
  let total = zero;
  let discounts = zero;
  for (; at < count && items[at] === item; at += 1) {
    const code = kind[at]!;
    if (date[at]! < from || date[at]! > to) continue;
    if (code !== PAYMENT && code !== DISCOUNT && code !== BILL && code !== OFFSET) continue;
    total += applied[at]!;
    if (code === DISCOUNT) discounts += applied[at]!;
  }
  return discounts > 0 ? total : zero;
}

/** Days late by party: those of party `p` are at `start[p]` up to `start[p + 1]`, in no order. */
export interface LateRuns {
  readonly start: Int32Array;
  readonly daysLate: Int32Array;
}

/** Puts the days late of every payment with those of its party. */
export function lateRuns({ counts, party, daysLate, payments }: PaymentTotals): LateRuns {
  const parties = counts.length / COUNTS;
  const start = new Int32Array(parties + 1);
  for (let own = 0; own < parties; own += 1) {
    start[own + 1] = start[own]! + counts[own * COUNTS + COUNT.payments]!;
  }
  const next = start.slice();
  const sorted = new Int32Array(payments);
  for (let at = 0; at < payments; at += 1) {
    const own = party[at]!;
    const place = next[own]!;
    next[own] = place + 1;
    sorted[place] = daysLate[at]!;
  }
  return { start, daysLate: sorted };
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
