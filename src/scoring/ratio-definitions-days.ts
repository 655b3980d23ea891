/**
 * @module scoring/ratio-definitions-days
 *
 * How many days of sales or of their cost stand in a balance, and the cash cycle made of them.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { isAbsent } from "../ground/figure.ts";
import type { Accounts, Line } from "./accounts.ts";
import type { RatioDefinition } from "./measure.ts";
import { divided } from "./measure.ts";

/** A balance in days of a flow. */
function daysOf(id: string, balance: Line, flow: Line, name: string): RatioDefinition {
  return {
    id,
    unit: "days",
    lines: [balance, flow],
    answer(lines, { yearDays }) {
      const inputs = { [balance]: lines[balance], [flow]: lines[flow], yearDays };
      return { inputs, value: divided(lines[balance].times(yearDays), lines[flow], name) };
    },
  };
}

/** Balances in days. */
export const DAYS_RATIOS = {
  receivableDays: daysOf("scoring/receivable-days", "receivables", "sales", "sales"),
  inventoryDays: daysOf("scoring/inventory-days", "inventory", "costOfSales", "cost of sales"),
  payableDays: daysOf("scoring/payable-days", "payables", "costOfSales", "cost of sales"),
} as const satisfies Readonly<Record<string, RatioDefinition>>;

/** Days of receivables and inventory less those of payables. */
export function cashCycleOf(accounts: Accounts): Figure | Absent {
  const { receivableDays, inventoryDays, payableDays } = DAYS_RATIOS;
  const parts = [receivableDays, inventoryDays, payableDays].map((each) => accounts.ratio(each));
  const [receivable, inventory, payable] = parts as [Figure, Figure, Figure];
  const id = "scoring/cash-cycle";
  const lacking = parts.filter((part) => isAbsent(part));
  if (lacking.length > 0) {
    const inputs = { receivableDays: receivable, inventoryDays: inventory, payableDays: payable };
    const reasons = [...new Set(lacking.map(({ reason }) => reason.message))];
    return absent(id, "days", inputs, "not_defined", reasons.join("; "));
  }
  const inputs = {
    receivableDays: asTerm(receivable),
    inventoryDays: asTerm(inventory),
    payableDays: asTerm(payable),
  };
  const cycle = inputs.receivableDays.plus(inputs.inventoryDays).minus(inputs.payableDays);
  return figure(id, cycle, "days", inputs, { caveats: accounts.caveats });
}
