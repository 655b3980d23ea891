/**
 * @module ledger/behaviour.kernel
 *
 * What each party bought in a window and what was taken off without money: one pass over documents,
 * one over applications. The same loops run on bigints where doubles cannot be proved exact, so an
 * amount is added, negated and compared, and never meets a number otherwise.
 */
import { NO_DAY } from "../ground/days.ts";
import type { Journal } from "./columns.ts";

/** What is added up for each party: cell `party × FLOWS + flow`. */
export const FLOW = {
  /** Sales net of credit notes: before both halves (of an odd window), and in each of them. */
  salesBefore: 0,
  salesEarlier: 1,
  salesLater: 2,
  /** Invoices and debit notes of the whole window. */
  grossSales: 3,
  creditNotes: 4,
  discounts: 5,
  writeOffs: 6,
} as const;

/** Number of flows: the stride of their cells. */
export const FLOWS = 7;

/** Periods of sales: before both halves, the earlier and the later half. */
export const PERIODS = 3;

/** A window in halves; `party` is by document. */
export interface BehaviourWindow {
  readonly from: number;
  /** First day of the earlier half. */
  readonly earlier: number;
  /** First day of the later half. */
  readonly later: number;
  readonly to: number;
  readonly party: Int32Array;
}

/** What the pass fills. */
export interface FlowCells {
  readonly sum: Float64Array;
  /** Documents and applications behind net sales: cell `party × PERIODS + period`. */
  readonly salesCount: Float64Array;
  readonly firstSale: Int32Array;
  readonly lastSale: Int32Array;
  readonly lastReceipt: Int32Array;
}

/** What {@link FlowCells.firstSale} holds for a party that never bought. */
export const NEVER_SOLD = 2147483647;

// Codes of documents and of applications, in the order of their lists in `ledger/items`.
const CREDIT_NOTE = 2;
const CREDIT_NOTE_APPLIED = 1;
const DISCOUNT = 2;
const WRITE_OFF = 3;
const PAYMENT_APPLIED = 0;
const BILL_APPLIED = 4;

/** Adds documents and source-less applications; answers the sum of sizes, the proof. */
export function addFlows(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  window: BehaviourWindow,
  cells: FlowCells,
  zero: number,
): number {
  const { count, kind, documentDate, applications } = journal;
  const { from, earlier, later, to, party } = window;
  const { sum, salesCount, firstSale, lastSale, lastReceipt } = cells;
  let size = zero;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day > to) continue;
    const code = kind === undefined ? 0 : kind[item]!;
    const own = party[item]!;
    if (code > CREDIT_NOTE) {
      if (day > lastReceipt[own]!) lastReceipt[own] = day;
      continue;
    }
    if (code < CREDIT_NOTE) {
      if (day < firstSale[own]!) firstSale[own] = day;
      if (day > lastSale[own]!) lastSale[own] = day;
    }
    if (day < from) continue;
    const each = amounts[item]!;
    const period = day >= later ? 2 : day >= earlier ? 1 : 0;
    const first = own * FLOWS;
    size += each;
    salesCount[own * PERIODS + period]! += 1;
    if (code === CREDIT_NOTE) {
      sum[first + period]! -= each;
      sum[first + FLOW.creditNotes]! += each;
    } else {
      sum[first + period]! += each;
      sum[first + FLOW.grossSales]! += each;
    }
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    if (day > to || applications.source[row]! >= 0) continue;
    const code = applications.kind[row]!;
    const own = party[applications.item[row]!]!;
    const each = applied[row]!;
    if (code === PAYMENT_APPLIED || code === BILL_APPLIED) {
      // What is taken back was not received.
      if (each > 0 && day > lastReceipt[own]!) lastReceipt[own] = day;
      continue;
    }
    if (day < from || code === 0 || code > WRITE_OFF) continue;
    const first = own * FLOWS;
    size += each < 0 ? -each : each;
    if (code === CREDIT_NOTE_APPLIED) {
      const period = day >= later ? 2 : day >= earlier ? 1 : 0;
      sum[first + period]! -= each;
      salesCount[own * PERIODS + period]! += 1;
      sum[first + FLOW.creditNotes]! += each;
    } else if (code === DISCOUNT) {
      sum[first + FLOW.discounts]! += each;
    } else {
      sum[first + FLOW.writeOffs]! += each;
    }
  }
  return size;
}

/** Room for the flows of so many parties, on doubles or bigints. */
export function emptyFlows(parties: number, sums: (length: number) => Float64Array): FlowCells {
  return {
    sum: sums(parties * FLOWS),
    salesCount: new Float64Array(parties * PERIODS),
    firstSale: new Int32Array(parties).fill(NEVER_SOLD),
    lastSale: new Int32Array(parties).fill(NO_DAY),
    lastReceipt: new Int32Array(parties).fill(NO_DAY),
  };
}
