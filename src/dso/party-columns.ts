/**
 * @module dso/party-columns
 *
 * DSO of every customer as typed columns. Of an ordinary customer (sales in no month below 0, its
 * receivables within them) the methods are a few whole numbers; all others take the long way.
 */
import { FigureColumn } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import type { ByPartyTerms } from "./by-party.ts";
import { agingDays, averageDays, countbackDays, ordinaryTotals } from "./party-days.kernel.ts";
import type { PartyView } from "./party-view.ts";

const METHOD_FIELDS = [
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
  const isPlain = hasPlainRules(terms);
  parties.forEach((party, index) => {
    const months = isPlain ? view.months(party) : undefined;
    const totals = months && ordinaryTotals(months);
    if (months && totals) {
      receivables.put(index, totals.receivables);
      for (const [name, column] of columns) column.put(index, DAYS[name](months, totals));
      return;
    }
    const row = view.bare(party);
    receivables.enter(index, row.receivables);
    for (const [name, column] of columns) {
      const cell = row[name];
      if (cell) column.set(index, cell);
    }
  });
  const named = [["receivables", receivables] as const, ...columns];
  return Object.fromEntries(named.map(([name, column]) => [name, column.done()]));
}

/** Countback's rules of the calendar, which the whole numbers follow. */
function hasPlainRules({ countback: { zeroSales, dayBasis } }: ByPartyTerms): boolean {
  return zeroSales === "count-days" && dayBasis === "calendar";
}

const DAYS = {
  periodAverage: averageDays,
  countback: countbackDays,
  agingBuckets: agingDays,
} as const;
