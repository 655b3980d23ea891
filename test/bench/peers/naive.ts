/**
 * What a careful developer writes with the packages at hand: decimal.js for money, date-fns for
 * days, an object of Decimals for each customer.
 */
import { differenceInCalendarDays, parseISO } from "date-fns";
import { Decimal } from "decimal.js";

import type { ObjectRow } from "../data.ts";

/** Cents by customer and class: cell `customer × classes + class`. */
export function agingByHand(
  rows: readonly ObjectRow[],
  asOf: string,
  customers: number,
  classes: number,
): Float64Array {
  const byCustomer = new Map<string, Decimal[]>();
  const day = parseISO(asOf);
  for (const { party, dueDate, amount } of rows) {
    const age = differenceInCalendarDays(day, parseISO(dueDate));
    const bucket = age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
    let sums = byCustomer.get(party);
    if (!sums) {
      sums = Array.from({ length: classes }, () => new Decimal(0));
      byCustomer.set(party, sums);
    }
    sums[bucket] = (sums[bucket] as Decimal).plus(new Decimal(amount));
  }
  const cells = new Float64Array(customers * classes);
  for (const [party, sums] of byCustomer) {
    for (const [bucket, sum] of sums.entries()) {
      cells[Number(party.slice(1)) * classes + bucket] = sum.times(100).toNumber();
    }
  }
  return cells;
}

/** Countback over months, newest last. */
export function countbackByHand(
  receivables: string,
  months: readonly { readonly sales: string; readonly days: number }[],
): Decimal {
  let rest = new Decimal(receivables);
  let days = new Decimal(0);
  for (const month of [...months].reverse()) {
    if (rest.isZero()) break;
    const sales = new Decimal(month.sales);
    const consumed = Decimal.min(rest, sales);
    days = days.plus(sales.isZero() ? month.days : consumed.div(sales).times(month.days));
    rest = rest.minus(consumed);
  }
  return days;
}
