/**
 * @module dso/effectiveness-trend-columns
 *
 * Collection effectiveness of each month as typed columns, by customer and in total, from one pass
 * over the ledger for all months.
 */
import type { DaySpan } from "../ground/months.ts";
import { monthNumber, monthsBetween } from "../ground/months.ts";
import type { Column } from "../ground/rows.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { BalanceMonths } from "../ledger/month-balances.kernel.ts";
import type { MonthEndGrid } from "../ledger/month-end-grid.ts";
import { movesByPastDue, walkMonths } from "../ledger/month-moves.ts";
import type { Whole } from "../ledger/whole-numbers.ts";
import { plus } from "../ledger/whole-numbers.ts";
import { EffectivenessColumns } from "./effectiveness-columns.ts";
import type { EffectivenessView } from "./effectiveness-view.ts";

/** What is asked of every month. */
export interface MonthsQuestion {
  readonly data: LedgerData;
  readonly dueDayIsOverdue: boolean;
  readonly rows: MonthEndGrid<DaySpan>;
  /** The table of one month: where doubles do not hold the sums, they are read off these. */
  readonly viewOf: (month: DaySpan) => EffectivenessView;
}

/** Takes what one customer's index of one month follows from, in minor units. */
type Take = (
  month: number,
  place: number,
  opening: Whole,
  sales: Whole,
  closing: Whole,
  notDue: Whole,
) => void;

/** Month by month one row a customer. */
export function partyMonthColumns(question: MonthsQuestion): Readonly<Record<string, Column>> {
  const { data, rows } = question;
  const columns = new EffectivenessColumns(rows.length, data.places);
  takeAll(question, (month, place, opening, sales, closing, notDue) => {
    columns.put(rows.firstRow(month) + place, opening, sales, closing, notDue);
  });
  return columns.done();
}

/** One row a month, all customers together. */
export function monthColumns(question: MonthsQuestion): Readonly<Record<string, Column>> {
  const { data, rows } = question;
  const columns = new EffectivenessColumns(rows.ends.length, data.places);
  const totals = rows.ends.map((): [Whole, Whole, Whole, Whole] => [0, 0, 0, 0]);
  takeAll(question, (month, _place, ...numbers) => {
    const sums = totals[month] as Whole[];
    numbers.forEach((each, at) => (sums[at] = plus(sums[at] as Whole, each)));
  });
  totals.forEach((sums, month) => {
    columns.put(month, ...sums);
  });
  return columns.done();
}

function takeAll(question: MonthsQuestion, take: Take): void {
  const { data, dueDayIsOverdue, rows, viewOf } = question;
  const { ends, parties } = rows;
  const [first, last] = [ends[0], ends.at(-1)] as [DaySpan, DaySpan];
  const placed = movesByPastDue(data, monthsBetween(first.from, last.to), dueDayIsOverdue);
  if (placed) {
    const sums = new BalanceMonths(placed.months);
    const monthOf = monthPlaces(ends);
    const places = rows.placesOfParties();
    walkMonths(placed, sums, (number, firstParty) => {
      const month = monthOf[number] ?? -1;
      if (month >= 0) takeBlock(sums, places, firstParty, month, take);
    });
    return;
  }
  ends.forEach((end, month) => {
    const view = viewOf(end);
    parties.forEach((party, place) => {
      take(month, place, ...view.numbers(party));
    });
  });
}

/** By the number of a month, 1 for the first: its place among those asked, −1 for others. */
function monthPlaces(ends: readonly DaySpan[]): Int32Array {
  const months = ends.map(({ to }) => monthNumber(to));
  const before = (months[0] as number) - 1;
  const places = new Int32Array((months.at(-1) as number) - before + 1).fill(-1);
  months.forEach((month, place) => (places[month - before] = place));
  return places;
}

function takeBlock(
  { opening, sold, closing, notDue }: BalanceMonths,
  places: Int32Array,
  firstParty: number,
  month: number,
  take: Take,
): void {
  const count = Math.min(sold.length, places.length - firstParty);
  for (let own = 0; own < count; own += 1) {
    const place = places[firstParty + own] as number;
    if (place < 0) continue;
    take(
      month,
      place,
      opening[own] as number,
      sold[own] as number,
      closing[own] as number,
      notDue[own] as number,
    );
  }
}
