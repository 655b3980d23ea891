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
import { BALANCE, MONTH_PARTS, NOT_DUE, SOLD } from "../ledger/month-balances.kernel.ts";
import { monthBalances } from "../ledger/month-balances.ts";
import { partiesUntil } from "../ledger/parties.kernel.ts";
import type { EffectivenessNumbers } from "./effectiveness-columns.ts";
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
    const cells = monthBalances(this.#data, spans, this.#dueDayIsOverdue);
    if (!cells) return undefined;
    const ends = this.#windows.map(({ to }) => monthNumber(to) - monthNumber(first.from) + 1);
    const customers = this.#parties.length;
    const parties = new EffectivenessColumns(customers * ends.length, this.#data.places);
    const totals = ends.map(() => ({ opening: 0, sales: 0, closing: 0, notDue: 0 }));
    this.#parties.forEach((party, place) => {
      const from = party * (spans.length + 1) * MONTH_PARTS;
      eachMonthEnd(cells, from, ends, (end, numbers) => {
        parties.put(end * customers + place, numbers);
        add(totals[end] as Sums, numbers);
      });
    });
    const total = new EffectivenessColumns(ends.length, this.#data.places);
    totals.forEach((numbers, end) => {
      total.put(end, numbers);
    });
    return { parties: parties.done(), total: total.done() };
  }
}

/** First and last day, as texts. */
function daysOf({ from, to }: DaySpan) {
  return { from: formatDay(from), to: formatDay(to) };
}

type Sums = { -readonly [Name in keyof EffectivenessNumbers]: number };

/** The numbers of one customer in each month asked: changes added up as the months go by. */
function eachMonthEnd(
  cells: Float64Array,
  from: number,
  ends: readonly number[],
  take: (end: number, numbers: Sums) => void,
): void {
  let month = 0;
  let [closing, notDue] = [0, 0];
  const numbers = { opening: 0, sales: 0, closing: 0, notDue: 0 };
  ends.forEach((end, index) => {
    for (; month <= end; month += 1) {
      const cell = from + month * MONTH_PARTS;
      numbers.opening = closing;
      numbers.sales = cells[cell + SOLD] as number;
      closing += cells[cell + BALANCE] as number;
      notDue += cells[cell + NOT_DUE] as number;
    }
    numbers.closing = closing;
    numbers.notDue = notDue;
    take(index, numbers);
  });
}

function add(sums: Sums, numbers: Sums): void {
  sums.opening += numbers.opening;
  sums.sales += numbers.sales;
  sums.closing += numbers.closing;
  sums.notDue += numbers.notDue;
}
