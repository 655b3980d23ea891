/**
 * @module dso/party-columns
 *
 * DSO of every customer as typed columns. Of an ordinary customer (sales in no month below 0, its
 * receivables within them) the methods are a few whole numbers; all others take the long way.
 */
import { FigureColumn, nearestDouble } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import type { ByPartyTerms } from "./by-party.ts";
import type { PartyMonths, PartyView } from "./party-view.ts";

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
): Readonly<Record<string, Column>> {
  const { parties } = view;
  const fields = METHOD_FIELDS.filter(([method]) => terms.methods.includes(method));
  const receivables = new FigureColumn(parties.length, "money", places);
  const columns = fields.map(
    ([, name]) => [name, new FigureColumn(parties.length, "days", places)] as const,
  );
  const counted = hasPlainRules(terms);
  parties.forEach((party, index) => {
    const months = counted ? view.months(party) : undefined;
    if (months && isOrdinary(months)) {
      receivables.put(index, months.receivables);
      for (const [name, column] of columns) column.put(index, DAYS[name](months));
      return;
    }
    // Of exact numbers without their origin: nobody reads a derivation in a column.
    const row = view.row(party, "bare");
    receivables.set(index, row.receivables);
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

function isOrdinary({ receivables, sales, outstanding }: PartyMonths): boolean {
  if (receivables < 0) return false;
  let sold = 0;
  let open = 0;
  for (let month = 0; month < sales.length; month += 1) {
    const each = sales[month] as number;
    const left = outstanding ? (outstanding[month] as number) : 0;
    if (each < 0 || (each === 0 && left !== 0)) return false;
    sold += each;
    open += left;
  }
  return sold > 0 && receivables <= sold && open >= 0 && Number.isSafeInteger(sold);
}

const DAYS: Readonly<Record<(typeof METHOD_FIELDS)[number][1], (months: PartyMonths) => number>> = {
  periodAverage({ receivables, sales, days }) {
    const sold = sales.reduce((sum, each) => sum + each, 0);
    const span = days.reduce((sum, each) => sum + each, 0);
    return quotient(receivables, span, 0, sold);
  },

  /** Whole months while they last, then the part of one. */
  countback({ receivables, sales, days }) {
    let rest = receivables;
    let whole = 0;
    for (let month = sales.length - 1; rest > 0; month -= 1) {
      const sold = sales[month] as number;
      if (rest < sold) return quotient(rest, days[month] as number, whole, sold);
      whole += days[month] as number;
      rest -= sold;
    }
    return whole;
  },

  agingBuckets({ sales, outstanding, days }) {
    let numerator = 0n;
    let denominator = 1n;
    for (let month = 0; month < sales.length; month += 1) {
      const open = outstanding?.[month] as number;
      if (open === 0) continue;
      const sold = BigInt(sales[month] as number);
      const weighted = BigInt(open) * BigInt(days[month] as number);
      numerator = numerator * sold + weighted * denominator;
      denominator *= sold;
    }
    return nearestDouble(numerator, denominator);
  },
};

/** The nearest double of `whole + part × days ÷ sold`. */
function quotient(part: number, days: number, whole: number, sold: number): number {
  const numerator = whole * sold + part * days;
  if (Number.isSafeInteger(numerator)) return numerator / sold;
  return nearestDouble(BigInt(whole) * BigInt(sold) + BigInt(part) * BigInt(days), BigInt(sold));
}
