/**
 * @module ledger/payment-totals.kernel
 *
 * What the payments of a window add up to for each party: one pass over the applications lists
 * them, another adds them up in two places in memory a payment. Documents with installments or
 * reversals, whose payments are not their rows, are given piece by piece.
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
    amount: sums(journal.applications.count),
    half: new Uint8Array(journal.applications.count),
    payments: 0,
  };
  const size = listPlain(journal, applied, window, slow, draft, sums(1)[0]!);
  addListed(draft);
  for (const { own, piece } of pieces) addPiece(draft, window, own, piece);
  const { counts, sums: added, party, daysLate, payments } = draft;
  return { counts, sums: added, party, daysLate, payments, size };
}

interface Draft {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly party: Int32Array;
  readonly daysLate: Int32Array;
  /** Of the payments of plain documents; in which half of the window they were made. */
  readonly amount: Float64Array;
  readonly half: Uint8Array;
  payments: number;
}

/**
 * Lists the payments of plain documents, and adds what else was settled; answers the sum of sizes.
 * Rows in and out of the window follow each other in no order: a loop that guesses wrong waits for
 * what it has begun to fetch, so nothing is fetched here that could wait.
 */
function listPlain(
  { party, dueDate, applications }: Journal,
  applied: Float64Array,
  window: Window,
  slow: Uint8Array | undefined,
  draft: Draft,
  zero: number,
): number {
  const { from, earlier, later, to } = window;
  const { sums, party: who, daysLate, amount, half } = draft;
  const { codes } = party;
  const { count, item: items, date, kind } = applications;
  let size = zero;
  let payments = 0;
  let discounted = -1;
  for (let row = 0; row < count; row += 1) {
    const day = date[row]!;
    if (day < from || day > to) continue;
    const code = kind[row]!;
    if (code !== PAYMENT && code !== DISCOUNT && code !== BILL && code !== OFFSET) continue;
    const item = items[row]!;
    const own = codes[item]!;
    const each = applied[row]!;
    size += each < 0 ? -each : each;
    if (code !== DISCOUNT && (slow === undefined || slow[item] === 0)) {
      who[payments] = own;
      daysLate[payments] = day - dueDate[item]!;
      amount[payments] = each;
      half[payments] = day < earlier ? 0 : day < later ? 1 : 2;
      payments += 1;
      continue;
    }
    const cell = own * PAID_SUMS;
    sums[cell + PAID.settled]! += each;
    // Rows follow documents: of each that took a discount the first one is looked at.
    if (code !== DISCOUNT || item === discounted) continue;
    discounted = item;
    const found = settledWithDiscount(applications, applied, window, row, zero);
    sums[cell + PAID.withDiscount]! += found;
  }
  draft.payments = payments;
  return size;
}

/** Adds the payments listed: what was paid on plain documents was settled, too. */
function addListed({ counts, sums, party, daysLate, amount, half, payments }: Draft): void {
  for (let at = 0; at < payments; at += 1) {
    const own = party[at]!;
    const cell = own * PAID_SUMS;
    const each = amount[at]!;
    const days = daysLate[at]!;
    sums[cell + PAID.paid]! += each;
    sums[cell + PAID.settled]! += each;
    if (days <= 0) sums[cell + PAID.paidOnTime]! += each;
    countPayment(counts, own * COUNTS, days, half[at]!);
  }
}

/** Counts one payment; `half` is 1 for the earlier one, 2 for the later, 0 for neither. */
function countPayment(counts: Float64Array, first: number, days: number, half: number): void {
  counts[first + COUNT.payments]! += 1;
  counts[first + COUNT.days]! += days;
  if (days <= 0) counts[first + COUNT.onTime]! += 1;
  if (half === 0) return;
  const at = first + (half === 1 ? COUNT.earlier : COUNT.later);
  counts[at]! += 1;
  counts[at + 1]! += days;
}

/** Adds one piece of a document that is not plain. */
function addPiece(draft: Draft, window: Window, own: number, piece: PaymentPiece): void {
  const { counts, sums, payments } = draft;
  const { earlier, later } = window;
  const { date, dueDate, amount } = piece;
  const each = sums instanceof Float64Array ? Number(amount) : (amount as unknown as number);
  const days = date - dueDate;
  draft.party[payments] = own;
  draft.daysLate[payments] = days;
  draft.payments = payments + 1;
  sums[own * PAID_SUMS + PAID.paid]! += each;
  if (days <= 0) sums[own * PAID_SUMS + PAID.paidOnTime]! += each;
  countPayment(counts, own * COUNTS, days, date < earlier ? 0 : date < later ? 1 : 2);
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
