/**
 * @module dso/party-trend-columns
 *
 * DSO of every customer at every month end as typed columns, from one pass over the ledger. As in
 * `party-columns`, whole numbers serve ordinary customers, and the formulas all others.
 */
import { FigureColumn } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { movesByOrigin, walkMonths } from "../ledger/month-moves.ts";
import { OutstandingMonths } from "../ledger/month-outstanding.kernel.ts";
import { DAYS, hasPlainRules, METHOD_FIELDS } from "./party-columns.ts";
import type { PartyMethod } from "./party-days.kernel.ts";
import { ordinarySales } from "./party-days.kernel.ts";
import type { MethodCells, MethodsQuestion } from "./party-methods.ts";
import { bareMethods } from "./party-methods.ts";
import type { PartyTrendGrid } from "./party-trend-grid.ts";

/** One method while its column is filled. */
interface MethodColumn {
  readonly name: (typeof METHOD_FIELDS)[number][1];
  readonly column: FigureColumn;
  readonly daysOf: PartyMethod;
}

/** A month end while the months go by. */
interface PassedEnd {
  readonly question: MethodsQuestion;
  /** Days of the months behind it. */
  readonly days: Float64Array;
  readonly firstRow: number;
}

/** The columns of a trend by customer: money in minor units, days as the nearest doubles. */
export function partyTrendColumns(
  data: LedgerData,
  grid: PartyTrendGrid,
  names: readonly string[] | undefined,
): Readonly<Record<string, Column>> {
  const filler = new ColumnFiller(data.places, grid, names);
  const placed = movesByOrigin(data, grid.months);
  if (!placed) return filler.fillRowByRow();
  const sums = new OutstandingMonths(placed.months);
  walkMonths(placed, sums, (month, firstParty) => {
    filler.fillBlock(month, firstParty, sums);
  });
  return filler.done();
}

/** Fills columns block by block and month by month. */
class ColumnFiller {
  readonly #grid: PartyTrendGrid;
  readonly #receivables: FigureColumn;
  readonly #methods: readonly MethodColumn[];
  /** By month, from 1 on; undefined for months whose end is not asked. */
  readonly #ends: readonly (PassedEnd | undefined)[];
  readonly #places: Int32Array;
  readonly #isPlain: boolean;
  /** What the methods say of a customer that bought nothing and owes nothing. */
  readonly #nothing: ReturnType<typeof bareMethods>;

  constructor(places: number, grid: PartyTrendGrid, names: readonly string[] | undefined) {
    const { terms, rows } = grid;
    this.#grid = grid;
    this.#receivables = new FigureColumn(rows.length, "money", places);
    this.#methods = METHOD_FIELDS.filter(
      ([method, name]) => terms.methods.includes(method) && (names?.includes(name) ?? true),
    ).map(([, name]) => {
      return { name, column: new FigureColumn(rows.length, "days", places), daysOf: DAYS[name] };
    });
    const ends: (PassedEnd | undefined)[] = [];
    rows.ends.forEach(({ month, question }, end) => {
      const days = Float64Array.from(question.months, (each) => each.days);
      ends[month] = { question, days, firstRow: rows.firstRow(end) };
    });
    this.#ends = ends;
    this.#places = rows.placesOfParties();
    this.#isPlain = hasPlainRules(terms);
    const none = new Float64Array(terms.months);
    const { question } = rows.ends[0] as (typeof rows.ends)[number];
    this.#nothing = bareMethods(question, { receivables: 0, sales: none, outstanding: none });
  }

  /** All rows, where doubles do not hold the sums. */
  fillRowByRow(): Readonly<Record<string, Column>> {
    for (let row = 0; row < this.#grid.rows.length; row += 1) {
      const bare = this.#grid.bare(row);
      this.#receivables.enter(row, bare.receivables);
      this.#take(row, bare);
    }
    return this.done();
  }

  /** The customers of a block at the end of a month. */
  fillBlock(month: number, firstParty: number, { sums, owed, stride }: OutstandingMonths): void {
    const end = this.#ends[month];
    if (!end) return;
    const { days, firstRow } = end;
    const count = Math.min(owed.length, this.#places.length - firstParty);
    for (let own = 0; own < count; own += 1) {
      const place = this.#places[firstParty + own] as number;
      if (place < 0) continue;
      const row = firstRow + place;
      const from = (own * stride + month - days.length + 1) * 2;
      const receivables = owed[own] as number;
      const sales = this.#isPlain ? ordinarySales(sums, from, days.length, receivables) : 0;
      this.#receivables.put(row, receivables);
      if (sales > 0) {
        for (const { column, daysOf } of this.#methods) {
          column.put(row, daysOf(sums, from, days, receivables, sales));
        }
      } else this.#take(row, this.#theLongWay(end, sums, from, receivables));
    }
  }

  #theLongWay({ question, days }: PassedEnd, sums: Float64Array, from: number, owed: number) {
    const { length } = days;
    const window = sums.subarray(from, from + length * 2);
    if (owed === 0 && window.every((each) => each === 0)) return this.#nothing;
    const every = (offset: number) =>
      Array.from({ length }, (_, month) => window[month * 2 + offset] as number);
    return bareMethods(question, { receivables: owed, sales: every(0), outstanding: every(1) });
  }

  #take(row: number, cells: MethodCells): void {
    for (const { name, column } of this.#methods) {
      const cell = cells[name];
      if (cell) column.set(row, cell);
    }
  }

  /** All columns by their names. */
  done(): Readonly<Record<string, Column>> {
    const methods = this.#methods.map(({ name, column }) => [name, column] as const);
    const named = [["receivables", this.#receivables] as const, ...methods];
    return Object.fromEntries(named.map(([name, column]) => [name, column.done()]));
  }
}
