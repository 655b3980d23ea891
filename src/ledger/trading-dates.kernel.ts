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
export interface TradingDates {
  /** Of the first invoice or debit note; `NEVER_SOLD` without one. */
  readonly firstSale: Int32Array;
  /** Of the last one, and of the last payment or bill received; `NO_DAY` without one. */
  readonly lastSale: Int32Array;
  readonly lastReceipt: Int32Array;
}

/** What {@link TradingDates.firstSale} holds for a party that never bought. */
export const NEVER_SOLD = 2147483647;

// Codes of documents and of applications, in the order of their lists in `ledger/items`.
const CREDIT_NOTE = 2;
const PAYMENT = 0;
const BILL = 4;

/** Looks at everything dated on or before a day. */
export function tradingDates(journal: Journal, to: number): TradingDates {
  const { count, kind, documentDate, party, applications } = journal;
  const parties = party.categories.length;
  const firstSale = new Int32Array(parties).fill(NEVER_SOLD);
  const lastSale = new Int32Array(parties).fill(NO_DAY);
  const lastReceipt = new Int32Array(parties).fill(NO_DAY);
  lookAtDocuments(count, kind, documentDate, party.codes, to, firstSale, lastSale, lastReceipt);
  const { count: rows, item, date, kind: kinds, source, amount } = applications;
  lookAtReceipts(rows, item, date, kinds, source, amount, party.codes, to, lastReceipt);
  return { firstSale, lastSale, lastReceipt };
}

function lookAtDocuments(
  count: number,
  kind: Uint8Array | undefined,
  documentDate: Int32Array,
  codes: Int32Array,
  to: number,
  firstSale: Int32Array,
  lastSale: Int32Array,
  lastReceipt: Int32Array,
): void {
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    const own = codes[item]!;
    if (day > to) continue;
    const code = kind === undefined ? 0 : kind[item]!;
    if (code < FIRST_CREDIT_KIND) {
      if (day < firstSale[own]!) firstSale[own] = day;
      if (day > lastSale[own]!) lastSale[own] = day;
    } else if (code > CREDIT_NOTE && day > lastReceipt[own]!) {
      lastReceipt[own] = day;
    }
  }
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
  for (let row = 0; row < rows; row += 1) {
    const day = date[row]!;
    const own = codes[items[row]!]!;
    if (day <= lastReceipt[own]! || day > to || source[row]! >= 0) continue;
    const code = kind[row]!;
    // What is taken back was not received.
    if ((code === PAYMENT || code === BILL) && amount[row]! > 0) lastReceipt[own] = day;
  }
}
