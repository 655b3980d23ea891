/**
 * @module dso/effectiveness-trend-view
 *
 * Collection effectiveness of each month, in total and by customer: rows from the table of one
 * month after the other, columns from one pass over the ledger for all months.
 */
import { formatDay } from "../ground/days.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import type { DaySpan } from "../ground/months.ts";
import { monthNumber, monthsBetween, monthStart } from "../ground/months.ts";
import { lastOf, once } from "../ground/once.ts";
import { Rows } from "../ground/rows.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { BalanceMonths } from "../ledger/month-balances.kernel.ts";
import { movesByPastDue, walkMonths } from "../ledger/month-moves.ts";
import { partiesUntil } from "../ledger/parties.kernel.ts";
import { EffectivenessColumns } from "./effectiveness-columns.ts";
import type {
  CollectionEffectivenessOfMonth,
  CollectionEffectivenessOfPartyMonth,
} from "./effectiveness-trend.ts";
import { EffectivenessView } from "./effectiveness-view.ts";

/** What is asked of every month. */
interface TrendQuestion {
  readonly monthEnds: readonly number[];
  readonly dueDayIsOverdue: boolean;
}

/** The months asked, and rows and columns made of them. */
export class EffectivenessTrendView {
  readonly #data: LedgerData;
  readonly #dueDayIsOverdue: boolean;
  readonly #windows: readonly DaySpan[];
  /** Customers with a document on or before the last month end. */
  readonly #parties: Int32Array;
  /** The table of one month: rows are read in order, so that one is kept. */
  readonly #viewOf = lastOf((window: DaySpan) => {
    const dueDayIsOverdue = this.#dueDayIsOverdue;
    return new EffectivenessView(this.#data, { ...window, dueDayIsOverdue });
  });
  readonly #columns = once(() => this.#columnsOfMonths());

  constructor(data: LedgerData, { monthEnds, dueDayIsOverdue }: TrendQuestion) {
    this.#data = data;
    this.#dueDayIsOverdue = dueDayIsOverdue;
    this.#windows = monthEnds.map((to) => ({ from: monthStart(to), to }));
    this.#parties = partiesUntil(data.journal, data.units.range, monthEnds.at(-1) as number);
  }

  /** One row a month. */
  total(): Rows<CollectionEffectivenessOfMonth> {
    const rowOf = (index: number) => {
      const window = this.#windows[index] as DaySpan;
      return { ...daysOf(window), ...this.#viewOf(window).total() };
    };
    const rows: Rows<CollectionEffectivenessOfMonth> = new Rows(
      this.#windows.length,
      rowOf,
      () => this.#columns()?.total ?? figureColumns(rows, this.#data.places),
    );
    return rows;
  }

  /** Month by month one row a customer. */
  parties(): Rows<CollectionEffectivenessOfPartyMonth> {
    const { length } = this.#parties;
    const rowOf = (index: number) => {
      const window = this.#windows[Math.floor(index / length)] as DaySpan;
      const row = this.#viewOf(window).row(this.#parties[index % length] as number);
      const { party, ...measures } = row;
      return { party, ...daysOf(window), ...measures };
    };
    const rows: Rows<CollectionEffectivenessOfPartyMonth> = new Rows(
      this.#windows.length * length,
      rowOf,
      () => this.#columns()?.parties ?? figureColumns(rows, this.#data.places),
    );
    return rows;
  }

  /** All columns from one pass; undefined where doubles do not hold the sums. */
  #columnsOfMonths() {
    const [first, last] = [this.#windows[0], this.#windows.at(-1)] as [DaySpan, DaySpan];
    const spans = monthsBetween(first.from, last.to);
    const placed = movesByPastDue(this.#data, spans, this.#dueDayIsOverdue);
    if (!placed) return undefined;
    const filler = new ColumnFiller(this.#data, this.#windows, this.#parties);
    const sums = new BalanceMonths(placed.months);
    walkMonths(placed, sums, (month, firstParty) => {
      filler.fill(month, firstParty, sums);
    });
    return filler.done();
  }
}

/** Fills columns block by block and month by month. */
class ColumnFiller {
  readonly #parties: EffectivenessColumns;
  readonly #total: EffectivenessColumns;
  readonly #totals: readonly Totals[];
  /** By month, from 1 on, its place among those asked; −1 for others. */
  readonly #monthPlaces: Int32Array;
  readonly #partyPlaces: Int32Array;
  readonly #customers: number;

  constructor({ places, journal }: LedgerData, windows: readonly DaySpan[], parties: Int32Array) {
    const months = windows.map(({ to }) => monthNumber(to));
    const before = (months[0] as number) - 1;
    this.#customers = parties.length;
    this.#parties = new EffectivenessColumns(parties.length * windows.length, places);
    this.#total = new EffectivenessColumns(windows.length, places);
    this.#totals = windows.map(() => ({ opening: 0, sales: 0, closing: 0, notDue: 0 }));
    this.#monthPlaces = new Int32Array((months.at(-1) as number) - before + 1).fill(-1);
    months.forEach((month, place) => (this.#monthPlaces[month - before] = place));
    this.#partyPlaces = new Int32Array(journal.party.categories.length).fill(-1);
    parties.forEach((party, place) => (this.#partyPlaces[party] = place));
  }

  /** The customers of a block in a month. */
  fill(month: number, firstParty: number, sums: BalanceMonths): void {
    const monthPlace = this.#monthPlaces[month] as number;
    if (monthPlace < 0) return;
    const totals = this.#totals[monthPlace] as Totals;
    const firstRow = monthPlace * this.#customers;
    const count = Math.min(sums.sold.length, this.#partyPlaces.length - firstParty);
    for (let own = 0; own < count; own += 1) {
      const place = this.#partyPlaces[firstParty + own] as number;
      if (place < 0) continue;
      const opening = sums.opening[own] as number;
      const sales = sums.sold[own] as number;
      const closing = sums.closing[own] as number;
      const notDue = sums.notDue[own] as number;
      this.#parties.put(firstRow + place, opening, sales, closing, notDue);
      totals.opening += opening;
      totals.sales += sales;
      totals.closing += closing;
      totals.notDue += notDue;
    }
  }

  /** The columns of customers and months, and of months. */
  done() {
    this.#totals.forEach(({ opening, sales, closing, notDue }, row) => {
      this.#total.put(row, opening, sales, closing, notDue);
    });
    return { parties: this.#parties.done(), total: this.#total.done() };
  }
}

/** Of all customers together. */
interface Totals {
  opening: number;
  sales: number;
  closing: number;
  notDue: number;
}

/** First and last day, as texts. */
function daysOf({ from, to }: DaySpan) {
  return { from: formatDay(from), to: formatDay(to) };
}
