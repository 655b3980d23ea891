/**
 * @module ledger/party-payments.kernel
 *
 * Every payment that stands at the end of a window, with the days that it was late, sorted by
 * party. Documents without installments or reversals, nearly all of them, are read off their
 * columns; for the others the caller gives the pieces.
 */
import type { Journal } from "./columns.ts";
import type { PaymentPiece } from "./payments.ts";

/** Payments by party: those of party `p` are `start[p]` up to `start[p + 1]`. */
export interface PartyPayments {
  readonly start: Int32Array;
  readonly date: Int32Array;
  /** Days from due date to payment; negative where it came before. */
  readonly daysLate: Int32Array;
  readonly amount: Float64Array;
  /** Settled in the window by payment, bill, offset or discount, by party. */
  readonly settled: Float64Array;
  /** The part of it on documents that took a discount in the window. */
  readonly withDiscount: Float64Array;
  /** Sum of sizes: the proof that the sums are exact. */
  readonly size: number;
}

/** The pieces of one document's payments through the end of the window, slowly. */
export type PiecesOf = (item: number, row: number, end: number) => readonly PaymentPiece[];

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
  sums: (length: number) => Float64Array,
  piecesOf: PiecesOf,
): PartyPayments {
  const { applications, dueDate, installments } = journal;
  const { codes: party, categories } = journal.party;
  const { count, item: items, date, kind } = applications;
  const settled = sums(categories.length);
  const withDiscount = sums(categories.length);
  const zero = sums(1)[0]!;
  const list = new PieceList(count, sums);
  let size = zero;
  let row = 0;
  while (row < count) {
    const item = items[row]!;
    const own = party[item]!;
    const due = dueDate[item]!;
    const first = row;
    const mark = list.count;
    let isPlain = !installments.has(item);
    let total = zero;
    let discounts = zero;
    for (; row < count && items[row] === item; row += 1) {
      const each = applied[row]!;
      if (each < 0) isPlain = false;
      const day = date[row]!;
      const code = kind[row]!;
      const isPayment = code === PAYMENT || code === BILL || code === OFFSET;
      if (day < from || day > to || !(isPayment || code === DISCOUNT)) continue;
      total += each;
      size += each < 0 ? -each : each;
      if (isPayment) list.add(own, day, day - due, each);
      else discounts += each;
    }
    settled[own]! += total;
    if (discounts > 0) withDiscount[own]! += total;
    if (!isPlain) list.replace(mark, own, from, piecesOf(item, first, row));
  }
  return { ...list.byParty(categories.length), settled, withDiscount, size };
}

/** Payments as they are found, in the order of the documents. */
class PieceList {
  count = 0;
  readonly #sums: (length: number) => Float64Array;
  readonly #party: Int32Array;
  readonly #date: Int32Array;
  readonly #daysLate: Int32Array;
  readonly #amount: Float64Array;
  /** Those of documents with installments or reversals. */
  readonly #others: { readonly party: number; readonly piece: PaymentPiece }[] = [];

  constructor(most: number, sums: (length: number) => Float64Array) {
    this.#sums = sums;
    this.#party = new Int32Array(most);
    this.#date = new Int32Array(most);
    this.#daysLate = new Int32Array(most);
    this.#amount = sums(most);
  }

  add(party: number, date: number, daysLate: number, amount: number): void {
    const place = this.count;
    this.#party[place] = party;
    this.#date[place] = date;
    this.#daysLate[place] = daysLate;
    this.#amount[place] = amount;
    this.count = place + 1;
  }

  /** Puts pieces in the place of what was added since the mark. */
  replace(mark: number, party: number, from: number, pieces: readonly PaymentPiece[]): void {
    this.count = mark;
    for (const piece of pieces) if (piece.date >= from) this.#others.push({ party, piece });
  }

  byParty(parties: number) {
    const start = new Int32Array(parties + 1);
    for (let at = 0; at < this.count; at += 1) start[this.#party[at]! + 1]! += 1;
    for (const { party } of this.#others) start[party + 1]! += 1;
    for (let party = 0; party < parties; party += 1) start[party + 1]! += start[party]!;
    const next = start.slice();
    const total = this.count + this.#others.length;
    const date = new Int32Array(total);
    const daysLate = new Int32Array(total);
    const amount = this.#sums(total);
    const wide = !(amount instanceof Float64Array);
    for (let at = 0; at < this.count; at += 1) {
      const place = next[this.#party[at]!]!;
      next[this.#party[at]!] = place + 1;
      date[place] = this.#date[at]!;
      daysLate[place] = this.#daysLate[at]!;
      amount[place] = this.#amount[at]!;
    }
    for (const { party, piece } of this.#others) {
      const place = next[party]!;
      next[party] = place + 1;
      date[place] = piece.date;
      daysLate[place] = piece.date - piece.dueDate;
      amount[place] = wide ? (piece.amount as unknown as number) : Number(piece.amount);
    }
    return { start, date, daysLate, amount };
  }
}
