/**
 * @module ledger/payments
 *
 * What was paid, when, and on which unit: docs/ledger.md, "Payments". A reversal undoes the latest
 * payments of its item first; only what still stands at the end of the window is there.
 */
import type { InstallmentParts, Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { APPLICATION_KINDS } from "./items.ts";

/** A part of a payment, on one unit. */
export interface PaymentPiece {
  /** When it was made. */
  readonly date: number;
  readonly documentDate: number;
  readonly dueDate: number;
  amount: bigint;
}

/** Kinds that are payments: money or money's worth, not allowances. */
const PAYMENT_CODES: ReadonlySet<number> = new Set(
  (["payment", "bill", "offset"] as const).map((kind) => APPLICATION_KINDS.indexOf(kind)),
);

/** Visits every piece paid from `from` through `to` that still stands at the end of `to`. */
export function eachPayment(
  journal: Journal,
  from: number,
  to: number,
  test: ((item: number) => boolean) | undefined,
  visit: (piece: PaymentPiece) => void,
): void {
  const { applications } = journal;
  let row = 0;
  while (row < applications.count) {
    const item = applications.item[row] as number;
    let end = row + 1;
    while (end < applications.count && applications.item[end] === item) end += 1;
    if (!test || test(item)) {
      for (const piece of standingPieces(journal, item, row, end, to)) {
        if (piece.date >= from) visit(piece);
      }
    }
    row = end;
  }
}

/**
 * The pieces of one item's payments through a day, reversals taken off the latest: `from … to` are
 * the rows of its applications.
 */
export function standingPieces(
  journal: Journal,
  item: number,
  from: number,
  to: number,
  through: number,
): PaymentPiece[] {
  const { applications } = journal;
  const pieces: PaymentPiece[] = [];
  let applied = 0n;
  for (let row = from; row < to; row += 1) {
    const date = applications.date[row] as number;
    if (date > through) break;
    const amount = amountAt(applications.amount, row);
    if (PAYMENT_CODES.has(applications.kind[row] as number)) {
      if (amount < 0n) undo(pieces, -amount);
      else pieces.push(...piecesOf(journal, item, date, applied, applied + amount));
    }
    applied += amount;
  }
  return pieces;
}

/** The units that the running total passes through on its way from `before` to `after`. */
function piecesOf(
  journal: Journal,
  item: number,
  date: number,
  before: bigint,
  after: bigint,
): PaymentPiece[] {
  const documentDate = journal.documentDate[item] as number;
  const parts: InstallmentParts | undefined = journal.installments.get(item);
  if (!parts) {
    const dueDate = journal.dueDate[item] as number;
    return [{ date, documentDate, dueDate, amount: after - before }];
  }
  const pieces: PaymentPiece[] = [];
  let start = before;
  let upper = 0n;
  parts.amount.forEach((size, part) => {
    upper += size;
    const last = part === parts.amount.length - 1;
    // The first part takes what lies below zero, the last what lies beyond the whole.
    const end = last || after < upper ? after : upper;
    if (end <= start) return;
    pieces.push({
      date,
      documentDate,
      dueDate: parts.dueDate[part] as number,
      amount: end - start,
    });
    start = end;
  });
  return pieces;
}

function undo(pieces: PaymentPiece[], amount: bigint): void {
  let rest = amount;
  while (rest > 0n) {
    const last = pieces[pieces.length - 1];
    if (!last) return;
    if (last.amount > rest) {
      last.amount -= rest;
      return;
    }
    rest -= last.amount;
    pieces.pop();
  }
}
