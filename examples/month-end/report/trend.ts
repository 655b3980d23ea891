/** DSO at the last twelve month ends, with the term that the invoices had. */
import type { DsoTrendRow } from "trade-credit";
import { dsoTrend, isCreditError } from "trade-credit";
import { monthEndsUpTo } from "../periods.ts";
import type { Answer } from "../format.ts";
import { days, heading, isFound, money, NOTHING, reasonsOf, table } from "../format.ts";
import type { Report } from "./input.ts";

const POINTS = 12;
const MONTHS = 6;
const BAR = 40;

export function trendSection(report: Report): string {
  const { ledger, asOf, firstDay, places, inCurrency } = report;
  const title = heading(`DSO month by month${inCurrency}`);
  const monthEnds = monthEndsUpTo(asOf, firstDay, POINTS);
  if (monthEnds.length === 0) return [title, "", "No month has ended yet."].join("\n");
  let trend: DsoTrendRow[];
  try {
    trend = dsoTrend(ledger, {
      monthEnds,
      months: MONTHS,
      methods: ["countback"],
      countback: { whenExhausted: "lower-bound" },
    }).toArray();
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return [title, "", ...reasonsOf([{ reason: error }])].join("\n");
  }
  const most = Math.max(...trend.map(({ countback }) => numberOf(countback)), 1);
  const rows = trend.map(({ asOf: day, receivables, countback, averageTerm }) => [
    day,
    money(receivables, places),
    daysText(countback),
    daysText(averageTerm),
    "#".repeat(Math.round((numberOf(countback) / most) * BAR)),
  ]);
  const head = ["Month end", "Receivables", "Countback DSO", "Average term", ""];
  return [
    title,
    "",
    table(head, rows, [0, 4]),
    "",
    `Countback over ${MONTHS} months of sales; what they do not cover makes it a lower bound.`,
    "Each point is what was known then. The average term is that of the same months' invoices.",
  ].join("\n");
}

function daysText(found: Answer | undefined): string {
  return found && isFound(found) ? days(found) : NOTHING;
}

function numberOf(found: Answer | undefined): number {
  return found && isFound(found) ? found.value.toNumber() : 0;
}
