/** Days sales outstanding by every method, and why they differ. */
import type { Absent, DsoComparison, DsoDifference } from "trade-credit";
import {
  averageDaysDelinquent,
  dsoBestPossible,
  dsoComparison,
  dsoDelinquent,
  dsoPeriodAverage,
  dsoTrue,
  isAbsent,
} from "trade-credit";
import type { Answer, NoAnswer } from "../format.ts";
import { answer, days, heading, isFound, money, NOTHING, reasonsOf, table } from "../format.ts";
import { lastMonths } from "../periods.ts";
import type { Report } from "./input.ts";
import { monthsOf, openDebits, totalsOf } from "./sales.ts";

/** Receivables and sales come from the same documents. */
const BASIS = { sameTaxBasis: true } as const;

/** The three methods over the half year, with their differences by month. */
export function comparisonOf(report: Report): DsoComparison | undefined {
  const receivables = report.aging.total.net;
  if (receivables.value.isNegative()) return undefined;
  return dsoComparison({
    receivables,
    periods: monthsOf(report, report.halfYear),
    negativeSales: "net-into-previous",
    whenExhausted: "lower-bound",
    ...BASIS,
  });
}

export function dsoSection(report: Report, compared: DsoComparison | undefined): string {
  const { firstDay, halfYear, asOf } = report;
  const methods = [...netMethods(report, compared), ...grossMethods(report)];
  const rows = methods.map(([name, found, counts]) => [
    atLeast(name, found),
    isFound(found) ? days(found) : NOTHING,
    counts,
  ]);
  const reasons = methods.flatMap(([name, found]) =>
    isFound(found) ? [] : [`${NOTHING}: ${name}: ${found.reason.message}`],
  );
  const isShort = halfYear.firstMonth !== lastMonths(6, asOf, "1900-01-01").firstMonth;
  return [
    heading("Days sales outstanding"),
    "",
    table(["Method", "Days", "Counts"], rows, [0, 2]),
    "",
    ...reasons,
    "Sales are net of credit notes; receivables and sales are on the same tax basis.",
    ...(isShort ? [`The ledger begins on ${firstDay}: no period reaches back further.`] : []),
    "",
    differencesSection(report, compared),
  ].join("\n");
}

type Method = readonly [name: string, found: Answer, counts: string];

const IN_CREDIT: NoAnswer = { reason: { message: "the ledger as a whole has a credit balance" } };

/** Methods whose receivables are the net balance. */
function netMethods(report: Report, compared: DsoComparison | undefined): Method[] {
  const { ledger, asOf, aging, quarter, halfYear } = report;
  const receivables = aging.total.net;
  const totals = { ...totalsOf(report, quarter), ...BASIS };
  const overQuarter = compared
    ? answer(() => dsoPeriodAverage({ receivables, ...totals }))
    : IN_CREDIT;
  const { periodAverage, countback, agingBuckets } = compared ?? {
    periodAverage: IN_CREDIT,
    countback: IN_CREDIT,
    agingBuckets: IN_CREDIT,
  };
  const trueDso = answer(() => dsoTrue(ledger, { asOf }));
  return [
    ["Period average", overQuarter, `net balance, sales of ${quarter.name}`],
    ["Period average", periodAverage, `net balance, sales of ${halfYear.name}`],
    ["Countback", countback, "net balance, covered by the newest sales first"],
    ["Aging method", agingBuckets, "what is open of each month, by the sales of that month"],
    ["True DSO", trueDso, "each open invoice by its age and its month's sales: old ones weigh"],
  ];
}

/** Best possible and delinquent: of debit items, so that what is current is a part of the whole. */
function grossMethods(report: Report): Method[] {
  const { asOf, quarter, aging } = report;
  const receivables = openDebits(report, asOf);
  const { current } = aging.total;
  const totals = { ...totalsOf(report, quarter), ...BASIS };
  const best = answer(() => dsoBestPossible({ currentReceivables: current, ...totals }));
  const dso = answer(() => dsoPeriodAverage({ receivables, ...totals }));
  const delinquent = answer(() =>
    dsoDelinquent({ receivables, currentReceivables: current, ...totals }),
  );
  const delay =
    isFound(best) && isFound(dso)
      ? answer(() => averageDaysDelinquent({ dso, bestPossibleDso: best }))
      : best;
  return [
    ["Best possible", best, `debit items not due, sales of ${quarter.name}`],
    ["Delinquent", delinquent, "debit items overdue, the same sales"],
    ["Average days delinquent", delay, "the average of all debit items less best possible"],
  ];
}

function atLeast(name: string, found: Answer): string {
  return isFound(found) && found.formula === "dso/countback-at-least" ? `${name}, at least` : name;
}

/** Where two methods part, month by month; what is outside the months stands last. */
function differencesSection(
  { halfYear, places }: Report,
  compared: DsoComparison | undefined,
): string {
  const title = heading(`Why they differ: days by month, ${halfYear.name}`);
  if (!compared) return [title, "", ...reasonsOf([IN_CREDIT])].join("\n");
  const { averageMinusCountback, averageMinusAging, countbackMinusAging } = compared.differences;
  const pairs = [averageMinusCountback, averageMinusAging, countbackMinusAging];
  const rows = rowsOf(pairs, places);
  const sums = pairs.map((pair) => (isAbsent(pair) ? NOTHING : days(pair)));
  const head = ["Month", "Sales", "Average - countback", "Average - aging", "Countback - aging"];
  return [
    title,
    "",
    table(head, [...rows, ["In all", "", ...sums]]),
    "",
    ...reasonsOf(pairs),
    "Above 0 the first of the two counts more days for what is of that month. The columns add up",
    "exactly; for print every number is rounded by itself.",
  ].join("\n");
}

type Pair = DsoDifference | Absent;

/** Every pair that has an answer has one row a month, the same months. */
function rowsOf(pairs: readonly Pair[], places: number): string[][] {
  const columns = pairs.map((pair) => (isAbsent(pair) ? undefined : pair.inputs.periods));
  const months = columns.find((column) => column !== undefined) ?? [];
  return months.map(({ period, sales }, row) => [
    period,
    typeof sales === "string" ? "" : money(sales, places),
    ...columns.map((column) => (column ? rowDays(column[row]?.difference ?? "0") : NOTHING)),
  ]);
}

/** A cell of a derivation is an exact text; one decimal of it is all that is printed. */
function rowDays(exact: string): string {
  const text = Number(exact).toFixed(1);
  return text === "-0.0" ? "0.0" : text;
}
