/** Who owes the most of what is overdue, and how much rests on few customers. */
import type { AgingRow } from "trade-credit";
import { agedItems, concentration, isCreditError } from "trade-credit";
import { count, heading, list, money, percent, reasonsOf, share, table } from "../format.ts";
import type { Report } from "./input.ts";

const SHOWN = 10;

export function overdueCustomersSection(report: Report): string {
  const { aging, names, places, inCurrency } = report;
  const rows = mostOverdue(report).map((row) => [
    row.party,
    names.get(row.party) ?? "",
    money(row.net, places),
    money(row.overdue, places),
    count(oldestDays(report, row.party)),
    share(row.overdue.value, aging.total.overdue.value),
  ]);
  const title = heading(`Largest overdue customers${inCurrency}`);
  if (rows.length === 0) return [title, "", "Nothing is overdue."].join("\n");
  const head = ["Customer", "Name", "Balance", "Overdue", "Oldest, days", "Share of overdue"];
  // The column of names goes where the file has none.
  const named = rows.some(([, name]) => name !== "");
  const keep = (row: readonly string[]) => row.filter((_, column) => named || column !== 1);
  return [
    title,
    "",
    table(keep(head), rows.map(keep), named ? [0, 1] : [0]),
    "",
    "The balance is net of the customer's open credits; overdue is before credits.",
  ].join("\n");
}

/** The columns are typed arrays: a million customers are ranked without making a row of each. */
function mostOverdue({ aging }: Report): AgingRow[] {
  const overdue = aging.parties.columns()?.["overdue"]?.values ?? new Float64Array();
  const places = [...overdue.keys()].filter((place) => (overdue[place] ?? 0) > 0);
  places.sort((a, b) => (overdue[b] ?? 0) - (overdue[a] ?? 0) || a - b);
  return places.slice(0, SHOWN).flatMap((place) => aging.parties.at(place) ?? []);
}

function oldestDays({ ledger, asOf }: Report, party: string): number {
  let oldest = 0;
  for (const { open, daysPastDue } of agedItems(ledger, { asOf, party })) {
    if (open.value.isPositive()) oldest = Math.max(oldest, daysPastDue.value.toNumber());
  }
  return oldest;
}

export function concentrationSection({ aging }: Report): string {
  const title = heading("Concentration of net balances");
  const balances = Array.from(aging.parties, ({ party, net }) => ({ party, amount: net }));
  try {
    const found = concentration({ balances, top: [1, 5, 10] });
    const shares = found.topShares.map(({ n, share: held }) => [
      n === 1 ? "Share of the largest customer" : `Share of the ${n} largest`,
      percent(held.value),
    ]);
    const rest = [
      ["Herfindahl-Hirschman index (1: one customer)", found.hhi.value.toFixed(4)],
      ["As many customers of equal size", found.effectiveNumber.value.toFixed(1)],
      ["Customers with a balance", count(found.parties)],
      ["Customers in credit or at zero, left out", count(found.leftOut)],
    ];
    return [title, "", list([...shares, ...rest])].join("\n");
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return [title, "", ...reasonsOf([error.absent ?? { reason: error }])].join("\n");
  }
}
