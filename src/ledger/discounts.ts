/**
 * @module ledger/discounts
 *
 * The discounts that the invoices of a span have been granted, as they stand on a day.
 */
import type { Journal } from "./columns.ts";
import { amountAt } from "./columns.ts";
import { APPLICATION_KINDS } from "./items.ts";
import { isCredit } from "./open.ts";

/** What was sold in a span, and what of it was settled with a discount. Minor units. */
export interface DiscountsTaken {
  /** Invoices and debit notes. */
  sales: bigint;
  count: bigint;
  /** Those of them on which a discount stands, whole amounts. */
  discountedSales: bigint;
  discountedCount: bigint;
  /** The discounts themselves. */
  discounts: bigint;
}

/** Which documents, and the day as of which their discounts are read; reversals take them back. */
export interface DiscountsQuestion {
  /** First document date. */
  readonly from: number;
  /** Last document date. */
  readonly to: number;
  readonly asOf: number;
  readonly test: ((item: number) => boolean) | undefined;
}

const DISCOUNT = APPLICATION_KINDS.indexOf("discount");

/** One pass over the documents and one over what settled them. */
export function discountsTaken(journal: Journal, question: DiscountsQuestion): DiscountsTaken {
  const { from, to, test } = question;
  const granted = grantedByItem(journal, question.asOf);
  const taken = { sales: 0n, count: 0n, discountedSales: 0n, discountedCount: 0n, discounts: 0n };
  for (let item = 0; item < journal.count; item += 1) {
    const day = journal.documentDate[item] as number;
    if (day < from || day > to || isCredit(journal.kind, item) || test?.(item) === false) continue;
    const amount = amountAt(journal.amount, item);
    const discount = granted.get(item) ?? 0n;
    taken.sales += amount;
    taken.count += 1n;
    if (discount <= 0n) continue;
    taken.discountedSales += amount;
    taken.discountedCount += 1n;
    taken.discounts += discount;
  }
  return taken;
}

function grantedByItem({ applications }: Journal, asOf: number): Map<number, bigint> {
  const granted = new Map<number, bigint>();
  for (let row = 0; row < applications.count; row += 1) {
    if (applications.kind[row] !== DISCOUNT || (applications.date[row] as number) > asOf) continue;
    const item = applications.item[row] as number;
    granted.set(item, (granted.get(item) ?? 0n) + amountAt(applications.amount, row));
  }
  return granted;
}
