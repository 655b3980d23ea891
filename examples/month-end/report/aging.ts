/** Receivables by age: by class, and by the values of a dimension. */
import type { AgingDimensionRow, AgingMeasures, AgingTable } from "trade-credit";
import { agingTable } from "trade-credit";
import { count, heading, money, share, table } from "../format.ts";
import type { Report } from "./input.ts";

/** A row that parts what adds up from what does not. */
const GAP = ["", "", "", ""];

export function agingSection(report: Report): string {
  const { aging, places } = report;
  const { total } = aging;
  const gross = total.gross.value;
  const rows = total.buckets.map((bucket) => [
    className(bucket.label),
    count(bucket.count.value.toNumber()),
    money(bucket.amount, places),
    share(bucket.amount.value, gross),
  ]);
  const of = (name: string, figure: AgingMeasures["gross" | "credits" | "net"]) => [
    name,
    "",
    money(figure, places),
    share(figure.value, gross),
  ];
  const sums = [
    of("Gross (open debit items)", total.gross),
    of("less open credits", total.credits),
    of("Net", total.net),
  ];
  const overdue = [
    "of gross: overdue",
    count(total.overdueCount.value.toNumber()),
    money(total.overdue, places),
    share(total.overdue.value, gross),
  ];
  const disputed = [
    "of gross: disputed",
    "",
    money(total.disputed, places),
    share(total.disputed.value, gross),
  ];
  return [
    heading(`Aging by days past due${report.inCurrency}`),
    "",
    table(["Class", "Items", "Amount", "Share"], [...rows, GAP, ...sums, GAP, overdue, disputed]),
    "",
    "An item due on the day itself is not overdue. Credits stand apart and age nothing.",
    ...report.dimensions.flatMap((name) => ["", dimensionTables(report, name)]),
  ].join("\n");
}

function dimensionTables(report: Report, by: string): string {
  const { ledger, asOf, aging, places, inCurrency } = report;
  const own = aging.scopes.includes(`party × ${by}`) ? aging : agingTable(ledger, { asOf, by });
  const rows = [...(own.byDimension ?? [])].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const name = by.charAt(0).toUpperCase() + by.slice(1);
  const amounts = (label: string, each: AgingMeasures) => [
    label,
    money(each.gross, places),
    share(each.gross.value, own.total.gross.value),
    money(each.credits, places),
    money(each.net, places),
    money(each.overdue, places),
    money(each.disputed, places),
  ];
  const classes = (label: string, each: AgingMeasures) => [
    label,
    ...each.buckets.map(({ amount }) => share(amount.value, each.gross.value)),
    share(each.overdue.value, each.gross.value),
  ];
  return [
    heading(`Aging by ${by}${inCurrency}`),
    "",
    table(
      [name, "Gross", "Share", "Credits", "Net", "Overdue", "Disputed"],
      [...rows.map((row) => amounts(nameOf(row), row)), amounts("All", own.total)],
    ),
    "",
    table(
      [`${name}, share of gross`, ...labels(own), "Overdue"],
      [...rows.map((row) => classes(nameOf(row), row)), classes("All", own.total)],
    ),
  ].join("\n");
}

function nameOf({ value }: AgingDimensionRow): string {
  return value ?? "(none)";
}

function labels({ buckets }: AgingTable): string[] {
  return buckets.map(({ label }) => className(label));
}

/** `Not due`, `1-30`, `91+`. */
function className(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
