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

/** Four are read before one is written: see `party-blocks.kernel`. */
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
  const look = (item: number, day: number, own: number) => {
    const code = kind === undefined ? 0 : kind[item]!;
    if (code < FIRST_CREDIT_KIND) {
      if (day < firstSale[own]!) firstSale[own] = day;
      if (day > lastSale[own]!) lastSale[own] = day;
    } else if (code > CREDIT_NOTE && day > lastReceipt[own]!) {
      lastReceipt[own] = day;
    }
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
    if (day0 < firstSale[own0]! && day0 <= to) firstSale[own0] = day0;
    if (day1 < firstSale[own1]! && day1 <= to) firstSale[own1] = day1;
    if (day2 < firstSale[own2]! && day2 <= to) firstSale[own2] = day2;
    if (day3 < firstSale[own3]! && day3 <= to) firstSale[own3] = day3;
    if (day0 > lastSale[own0]! && day0 <= to) lastSale[own0] = day0;
    if (day1 > lastSale[own1]! && day1 <= to) lastSale[own1] = day1;
    if (day2 > lastSale[own2]! && day2 <= to) lastSale[own2] = day2;
    if (day3 > lastSale[own3]! && day3 <= to) lastSale[own3] = day3;
  }
  for (let item = even; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day <= to) look(item, day, codes[item]!);
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
