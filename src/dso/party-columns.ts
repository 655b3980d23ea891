/**
 * @module dso/party-columns
 *
 * DSO of every customer as typed columns. Of an ordinary customer (sales in no month below 0, its
 * receivables within them) the methods are a few whole numbers; all others take the long way.
 */
import { FigureColumn } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import type { ByPartyTerms } from "./by-party.ts";
import type { PartyMethod, PartySums, PartyTotals } from "./party-days.kernel.ts";
import { agingDays, averageDays, countbackDays, ordinaryTotals } from "./party-days.kernel.ts";
import type { PartyView } from "./party-view.ts";

/** Methods, and the fields that hold them. */
export const METHOD_FIELDS = [
  ["period-average", "periodAverage"],
  ["countback", "countback"],
  ["aging-buckets", "agingBuckets"],
] as const;

/** The columns of a table by customer: money in minor units, days as the nearest doubles. */
export function partyColumns(
  view: PartyView,
  terms: ByPartyTerms,
  places: number,
  names: readonly string[] | undefined,
): Readonly<Record<string, Column>> {
  const { parties } = view;
  const wanted = (name: string) => !names || names.includes(name);
  const fields = METHOD_FIELDS.filter(
    ([method, name]) => terms.methods.includes(method) && wanted(name),
  );
  const receivables = new FigureColumn(parties.length, "money", places);
  const columns = fields.map(
    ([, name]) => [name, new FigureColumn(parties.length, "days", places)] as const,
  );
  const sums = hasPlainRules(terms) ? view.sums : undefined;
  const totals = sums && ordinaryTotals(sums, parties);
  for (let row = 0; row < parties.length; row += 1) {
    if (totals && (totals.sales[row] as number) > 0) {
      receivables.put(row, totals.receivables[row] as number);
      continue;
    }
    const bare = view.bare(parties[row] as number);
    receivables.enter(row, bare.receivables);
    for (const [name, column] of columns) {
      const cell = bare[name];
      if (cell) column.set(row, cell);
    }
  }
  if (sums && totals) {
    for (const [name, column] of columns) putDays(column, parties, sums, totals, DAYS[name]);
  }
  const named = [["receivables", receivables] as const, ...columns];
  return Object.fromEntries(named.map(([name, column]) => [name, column.done()]));
}

/** Countback's rules of the calendar, which the whole numbers follow. */
export function hasPlainRules({
  countback: { zeroSales, dayBasis },
}: Pick<ByPartyTerms, "countback">): boolean {
  return zeroSales === "count-days" && dayBasis === "calendar";
}

/** One method for every ordinary customer. */
function putDays(
  column: FigureColumn,
  parties: readonly number[],
  { sums, width, days }: PartySums,
  totals: PartyTotals,
  method: PartyMethod,
): void {
  for (let row = 0; row < parties.length; row += 1) {
    const sales = totals.sales[row] as number;
    if (sales === 0) continue;
    const from = (parties[row] as number) * width;
    column.put(row, method(sums, from, days, totals.receivables[row] as number, sales));
  }
}

/** The methods of ordinary customers, by the fields that hold them. */
export const DAYS = {
  periodAverage: averageDays,
  countback: countbackDays,
  agingBuckets: agingDays,
} as const;
