/** What is to come in over the next three months: as it falls due, and as customers really pay. */
import type { CashForecastInput } from "trade-credit";
import { cashForecast, collectionPlan, isCreditError } from "trade-credit";
import { heading, money, reasonsOf, table } from "../format.ts";
import type { Report } from "./input.ts";

const PERIODS = 3;
const HABITS = 12;

export function receiptsSection(report: Report): string {
  const title = heading(`Expected receipts of the next three months${report.inCurrency}`);
  try {
    return [title, "", ...receiptsOf(report)].join("\n");
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return [title, "", ...reasonsOf([error.absent ?? { reason: error }])].join("\n");
  }
}

function receiptsOf({ ledger, asOf, places }: Report): string[] {
  const plan = collectionPlan(ledger, { asOf, by: "month", periods: PERIODS });
  const asked = {
    method: "days-late",
    asOf,
    by: "month",
    periods: PERIODS,
    months: HABITS,
  } as const;
  const forecast = cashForecast(ledger, asked satisfies CashForecastInput);
  const rows = plan.periods.map(({ from, to, amount }, place) => {
    const expected = forecast.periods[place]?.amount ?? amount;
    return [`${from} to ${to}`, money(amount, places), money(expected, places)];
  });
  return [
    table(
      ["", "Falls due", "Expected"],
      [
        ["Overdue already", money(plan.overdue, places), ""],
        ...rows,
        ["Later", money(plan.later, places), money(forecast.later, places)],
        ["Open and not disputed", money(plan.total, places), money(forecast.total, places)],
      ],
    ),
    "",
    `Expected: on the due date and as many days later as the customer has paid late in the last ${HABITS}`,
    "months, by amount; a customer without payments pays as the whole ledger does. Sales still to be",
    "made are in neither column, and credits are taken off nothing.",
  ];
}
