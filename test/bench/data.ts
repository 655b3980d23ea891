/**
 * The rows that everybody gets: made by hashing the row's number, so that a run can be repeated and
 * no engine sees data that suits it. Customers, dates and amounts are uniform and in no order,
 * which is the hardest order for whoever adds up by customer.
 */
import { ledgerFromColumns } from "trade-credit";
import type { Ledger } from "trade-credit";

/** Day 0 is 1970-01-01; documents are dated in the two years from this one on. */
export const FIRST_DAY = 19_905; // 2024-07-01
export const DOCUMENT_DAYS = 730;
export const AS_OF_DAY = 20_634; // 2026-06-30
export const AS_OF = "2026-06-30";

/** Twenty thousand, fewer where there would be hardly a document for each. */
export function customersOf(documents: number): number {
  return Math.min(20_000, Math.ceil(documents / 50));
}

/** Documents as columns, and what was paid on them: at most one payment a document. */
export interface Columns {
  readonly count: number;
  readonly customers: number;
  readonly customer: Int32Array;
  readonly documentDay: Int32Array;
  readonly dueDay: Int32Array;
  /** Whole cents. */
  readonly cents: Float64Array;
  readonly paidItem: Int32Array;
  readonly paidDay: Int32Array;
  readonly paidCents: Float64Array;
}

/** 32 bits that look random, of a row's number and a salt. */
export function hash(row: number, salt: number): number {
  let bits = Math.imul(row, 2_654_435_761) + Math.imul(salt, 40_503);
  bits = Math.imul(bits ^ (bits >>> 15), 2_246_822_519);
  bits = Math.imul(bits ^ (bits >>> 13), 3_266_489_917);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Documents without payments, or with one on nineteen of twenty. */
export function columnsOf(count: number, paid: boolean, customers = customersOf(count)): Columns {
  const customer = new Int32Array(count);
  const documentDay = new Int32Array(count);
  const dueDay = new Int32Array(count);
  const cents = new Float64Array(count);
  const paidItem = new Int32Array(paid ? count : 0);
  const paidDay = new Int32Array(paidItem.length);
  const paidCents = new Float64Array(paidItem.length);
  let payments = 0;
  for (let row = 0; row < count; row += 1) {
    customer[row] = hash(row, 1) % customers;
    const day = FIRST_DAY + (hash(row, 2) % DOCUMENT_DAYS);
    documentDay[row] = day;
    dueDay[row] = day + 30 * (hash(row, 3) % 3);
    const amount = 1 + (hash(row, 4) % 9_999_999);
    cents[row] = amount;
    if (!paid || hash(row, 5) % 20 === 0) continue;
    paidItem[payments] = row;
    paidDay[payments] = day + 10 + (hash(row, 6) % 80);
    // Four of five pay in full, the others a half.
    paidCents[payments] = hash(row, 7) % 5 === 0 ? Math.ceil(amount / 2) : amount;
    payments += 1;
  }
  return {
    count,
    customers,
    customer,
    documentDay,
    dueDay,
    cents,
    paidItem: paidItem.subarray(0, payments),
    paidDay: paidDay.subarray(0, payments),
    paidCents: paidCents.subarray(0, payments),
  };
}

/** The ledger of these columns, adopted as they are. */
export function ledgerOf(columns: Columns): Ledger {
  const { customers, customer, documentDay, dueDay, cents } = columns;
  const { paidItem, paidDay, paidCents } = columns;
  const categories = Array.from({ length: customers }, (_, code) => `C${String(code)}`);
  const documents = {
    party: { codes: customer, categories },
    documentDate: documentDay,
    dueDate: dueDay,
    amount: cents,
  };
  const options = { currency: "EUR" };
  if (paidItem.length === 0) return ledgerFromColumns(documents, options);
  const kind = { codes: new Int32Array(paidItem.length), categories: ["payment"] };
  const applications = { item: paidItem, date: paidDay, amount: paidCents, kind };
  return ledgerFromColumns({ ...documents, applications }, options);
}

/** A row as programs have it: five texts. */
export interface ObjectRow {
  readonly id: string;
  readonly party: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly amount: string;
}

/** The JSON text of the same documents as objects. */
export function jsonOf({ count, customer, documentDay, dueDay, cents }: Columns): string {
  const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const dates = new Map<number, string>();
  const dateOf = (day: number): string => {
    const known = dates.get(day) ?? isoOf(day);
    dates.set(day, known);
    return known;
  };
  const rows: ObjectRow[] = [];
  for (let row = 0; row < count; row += 1) {
    rows.push({
      id: `INV-${String(row)}`,
      party: `C${String(customer[row])}`,
      documentDate: dateOf(documentDay[row] as number),
      dueDate: dateOf(dueDay[row] as number),
      amount: ((cents[row] as number) / 100).toFixed(2),
    });
  }
  return JSON.stringify(rows);
}
