/** How well terms are kept: collection effectiveness, overdue rate, days to pay. */
import type { DaysBeyondTermsVariant } from "trade-credit";
import {
  collectionEffectivenessIndex,
  daysBeyondTerms,
  overdueRate,
  weightedDaysToPay,
} from "trade-credit";
import type { Answer } from "../format.ts";
import { answer, days, heading, isFound, NOTHING, percent, reasonsOf, table } from "../format.ts";
import type { Period } from "../periods.ts";
import type { Report } from "./input.ts";
import { openDebits, totalsOf } from "./sales.ts";

type Row = readonly [name: string, month: Answer, quarter: Answer];

export function collectionsSection(report: Report): string {
  const { ledger, asOf, month, quarter, aging } = report;
  const both = (name: string, ask: (period: Period) => Answer): Row => [
    name,
    ask(month),
    ask(quarter),
  ];
  const paid = (variant: DaysBeyondTermsVariant) => (period: Period) =>
    answer(() => daysBeyondTerms(ledger, { variant, from: period.from, to: period.to }));
  const rows = [
    both("Collection effectiveness index", (period) => effectiveness(report, period)),
    both("Weighted days to pay", ({ from, to }) =>
      answer(() => weightedDaysToPay(ledger, { from, to })),
    ),
    both("Days beyond terms, early payment counted", paid("paid-signed")),
    both("Days beyond terms, late payment only", paid("paid-late-only")),
  ];
  const { overdue, gross } = aging.total;
  const open = (variant: DaysBeyondTermsVariant) =>
    answer(() => daysBeyondTerms(ledger, { variant, asOf }));
  const state: [string, Answer][] = [
    ["Overdue rate (overdue ÷ gross)", answer(() => overdueRate({ overdue, receivables: gross }))],
    ["Days past due, over all open items", open("open-over-all")],
    ["Days past due, over overdue items", open("open-over-past-due")],
  ];
  const all = [...rows.flatMap(([, ...found]) => found), ...state.map(([, found]) => found)];
  const reasons = reasonsOf(all);
  return [
    heading("Collections"),
    "",
    table(
      ["Paid and collected", month.name, quarter.name],
      rows.map(([name, ...found]) => [name, ...found.map(cell)]),
    ),
    "",
    table(
      ["Open", asOf],
      state.map(([name, found]) => [name, cell(found)]),
    ),
    ...(reasons.length > 0 ? ["", ...reasons] : []),
    "",
    "All are weighted by amount; days past due are net of open credits. Effectiveness: of what",
    "could have been collected in the period, what was.",
  ].join("\n");
}

/** Of all that could have been collected in the period, the share that was. */
function effectiveness(report: Report, period: Period): Answer {
  const { sales } = totalsOf(report, period);
  return answer(() =>
    collectionEffectivenessIndex({
      openingReceivables: openDebits(report, period.dayBefore),
      sales,
      closingReceivables: openDebits(report, period.to),
      closingCurrent: report.aging.total.current,
      sameTaxBasis: true,
    }),
  );
}

function cell(found: Answer): string {
  if (!isFound(found)) return NOTHING;
  return found.unit === "fraction" ? percent(found.value) : `${days(found)} days`;
}
