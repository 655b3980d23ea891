/** Credit sales of the periods that a figure needs, and what is open at their edges. */
import type { Figure, MonthOfSales } from "trade-credit";
import { monthlySales, receivablesBalance, totalSales } from "trade-credit";
import type { Period } from "../periods.ts";
import type { Report } from "./input.ts";

/** The months of a period with their sales and what is still open of them. */
export function monthsOf({ ledger, asOf }: Report, { firstMonth, to }: Period): MonthOfSales[] {
  return monthlySales(ledger, { from: firstMonth, through: to, outstandingAsOf: asOf });
}

/** Sales and days of a period together; the sales keep their origin. */
export function totalsOf(
  { ledger }: Report,
  { from, to }: Period,
): { sales: Figure; days: number } {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return { sales: totalSales(ledger, { from, through: to }), days };
}

/** Open debit items at the end of a day. */
export function openDebits({ ledger }: Report, asOf: string) {
  return receivablesBalance(ledger, { asOf, credits: "gross" });
}
