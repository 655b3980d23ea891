/**
 * @module ledger/trading-dates.kernel
 *
 * When each party first bought, and last bought and paid. Dates are mostly read and seldom written:
 * one that is no news costs a look.
 */
import { NO_DAY } from "../ground/days.ts";
import type { Amounts, Journal } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Days by party. */
export interface SaleDates {
  /** Of the first invoice or debit note; `NEVER_SOLD` without one. */
  readonly firstSale: Int32Array;
  /** Of the last one; `NO_DAY` without one. */
  readonly lastSale: Int32Array;
}

/** What {@link SaleDates.firstSale} holds for a party that never bought. */
export const NEVER_SOLD = 2147483647;

// Codes of documents and of applications, in the order of their lists in `ledger/items`.
const CREDIT_NOTE = 2;
const PAYMENT = 0;
const BILL = 4;

/** Looks at documents dated on or before a day; four are read before one is written. */
export function saleDates({ count, kind, documentDate, party }: Journal, to: number): SaleDates {
  const parties = party.categories.length;
  const firstSale = new Int32Array(parties).fill(NEVER_SOLD);
  const lastSale = new Int32Array(parties).fill(NO_DAY);
  const { codes } = party;
  const look = (day: number, own: number) => {
    if (day < firstSale[own]! && day <= to) firstSale[own] = day;
    if (day > lastSale[own]! && day <= to) lastSale[own] = day;
  };
  const even = kind === undefined ? count - (count % 4) : 0;
  for (let item = 0; item < even; item += 4) {
    const day0 = documentDate[item]!;
    const day1 = documentDate[item + 1]!;
    const day2 = documentDate[item + 2]!;
    const day3 = documentDate[item + 3]!;
    const own0 = codes[item]!;
    const own1 = codes[item + 1]!;
    const own2 = codes[item + 2]!;
    const own3 = codes[item + 3]!;
    look(day0, own0);
    look(day1, own1);
    look(day2, own2);
    look(day3, own3);
  }
  for (let item = even; item < count; item += 1) {
    if (kind === undefined || kind[item]! < FIRST_CREDIT_KIND) {
      look(documentDate[item]!, codes[item]!);
    }
  }
  return { firstSale, lastSale };
}

/** The day of each party's last payment or bill received; `NO_DAY` without one. */
export function lastReceipts(journal: Journal, to: number): Int32Array {
  const { count, kind, documentDate, party, applications } = journal;
  const { codes } = party;
  const lastReceipt = new Int32Array(party.categories.length).fill(NO_DAY);
  for (let document = 0; kind !== undefined && document < count; document += 1) {
    const day = documentDate[document]!;
    const own = codes[document]!;
    if (kind[document]! <= CREDIT_NOTE || day > to) continue;
    if (day > lastReceipt[own]!) lastReceipt[own] = day;
  }
  const { count: rows, item, date, kind: kinds, source, amount } = applications;
  lookAtReceipts(rows, item, date, kinds, source, amount, codes, to, lastReceipt);
  return lastReceipt;
}

/** Payments and bills that came without a document of their own. */
function lookAtReceipts(
  rows: number,
  items: Int32Array,
  date: Int32Array,
  kind: Uint8Array,
  source: Int32Array,
  amount: Amounts,
  codes: Int32Array,
  to: number,
  lastReceipt: Int32Array,
): void {
  const even = rows - (rows % 4);
  const look = (row: number, day: number, own: number) => {
    if (day > to || source[row]! >= 0) return;
    const code = kind[row]!;
    // What is taken back was not received.
    if ((code === PAYMENT || code === BILL) && amount[row]! > 0) lastReceipt[own] = day;
  };
  for (let row = 0; row < even; row += 4) {
    const day0 = date[row]!;
    const day1 = date[row + 1]!;
    const day2 = date[row + 2]!;
    const day3 = date[row + 3]!;
    const own0 = codes[items[row]!]!;
    const own1 = codes[items[row + 1]!]!;
    const own2 = codes[items[row + 2]!]!;
    const own3 = codes[items[row + 3]!]!;
    if (day0 > lastReceipt[own0]!) look(row, day0, own0);
    if (day1 > lastReceipt[own1]!) look(row + 1, day1, own1);
    if (day2 > lastReceipt[own2]!) look(row + 2, day2, own2);
    if (day3 > lastReceipt[own3]!) look(row + 3, day3, own3);
  }
  for (let row = even; row < rows; row += 1) {
    const own = codes[items[row]!]!;
    if (date[row]! > lastReceipt[own]!) look(row, date[row]!, own);
  }
}
