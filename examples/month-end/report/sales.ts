/** Credit sales of the periods that a figure needs, and what is open at their edges. */
import type { Decimal, MonthOfSales } from "trade-credit";
import { monthlySales, receivablesBalance } from "trade-credit";
import type { Period } from "../periods.ts";
import type { Report } from "./input.ts";

/** The months of a period with their sales and what is still open of them. */
export function monthsOf({ ledger, asOf }: Report, { firstMonth, to }: Period): MonthOfSales[] {
  return monthlySales(ledger, { from: firstMonth, through: to, outstandingAsOf: asOf });
}

/** Sales and days of a period together: sums of Decimals are exact. */
export function totalsOf(months: readonly MonthOfSales[]): { sales: Decimal; days: number } {
  const [first, ...rest] = months;
  if (!first) throw new RangeError("a period has at least one month");
  const sales = rest.reduce((sum, month) => sum.plus(month.sales.value), first.sales.value);
  return { sales, days: months.reduce((sum, month) => sum + month.days, 0) };
}

/** Open debit items at the end of a day. */
export function openDebits({ ledger }: Report, asOf: string) {
  return receivablesBalance(ledger, { asOf, credits: "gross" });
}
