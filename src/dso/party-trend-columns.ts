/**
 * @module dso/party-trend-columns
 *
 * DSO of every customer at every month end as typed columns, from one pass over the ledger. As in
 * `party-columns`, whole numbers serve ordinary customers, and the formulas all others.
 */
import { FigureColumn } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { PlacedMonths } from "../ledger/month-moves.ts";
import { walkMonths } from "../ledger/month-moves.ts";
import { OutstandingMonths } from "../ledger/month-outstanding.kernel.ts";
import { DAYS, hasPlainRules, METHOD_FIELDS } from "./party-columns.ts";
import type { PartyMethod } from "./party-days.kernel.ts";
import { ordinarySales } from "./party-days.kernel.ts";
import type { MethodsQuestion } from "./party-methods.ts";
import { bareMethods } from "./party-methods.ts";
import type { PartyTrendGrid } from "./party-trend-grid.ts";

/** One method while its column is filled. */
interface MethodColumn {
  readonly name: (typeof METHOD_FIELDS)[number][1];
  readonly column: FigureColumn;
  readonly daysOf: PartyMethod;
}

/** A month end of the grid. */
interface TrendPoint {
  readonly question: MethodsQuestion;
  /** Days of the months behind it. */
  readonly days: Float64Array;
  readonly firstRow: number;
}

/** The columns of a trend by customer: money in minor units, days as the nearest doubles. */
export function partyTrendColumns(
  data: LedgerData,
  placed: PlacedMonths,
  grid: PartyTrendGrid,
  names: readonly string[] | undefined,
): Readonly<Record<string, Column>> {
  const filler = new ColumnFiller(data, placed.months, grid, names);
  const sums = new OutstandingMonths(placed.months);
  walkMonths(placed, sums, (month, firstParty) => {
    filler.fill(month, firstParty, sums);
  });
  return filler.done();
}

/** Fills columns block by block and month by month. */
class ColumnFiller {
  readonly #receivables: FigureColumn;
  readonly #methods: readonly MethodColumn[];
  /** By month, from 1 on; undefined for months whose end is not asked. */
  readonly #points: readonly (TrendPoint | undefined)[];
  readonly #placeOf: Int32Array;
  readonly #stride: number;
  readonly #isPlain: boolean;
  /** What the methods say of a customer that bought nothing and owes nothing. */
  readonly #nothing: ReturnType<typeof bareMethods>;

  constructor(
    { places, journal }: LedgerData,
    months: number,
    grid: PartyTrendGrid,
    names: readonly string[] | undefined,
  ) {
    const { terms, ends, parties } = grid;
    const rows = ends.length * parties.length;
    this.#receivables = new FigureColumn(rows, "money", places);
    this.#methods = METHOD_FIELDS.filter(
      ([method, name]) => terms.methods.includes(method) && (names?.includes(name) ?? true),
    ).map(([, name]) => {
      return { name, column: new FigureColumn(rows, "days", places), daysOf: DAYS[name] };
    });
    const points = new Array<TrendPoint | undefined>(months + 1);
    ends.forEach(({ month, question }, index) => {
      const days = Float64Array.from(question.months, (each) => each.days);
      points[month] = { question, days, firstRow: index * parties.length };
    });
    this.#points = points;
    this.#placeOf = new Int32Array(journal.party.categories.length).fill(-1);
    parties.forEach((party, place) => (this.#placeOf[party] = place));
    this.#stride = (months + 1) * 2;
    this.#isPlain = hasPlainRules(terms);
    const none = new Float64Array(terms.months);
    const { question } = ends[0] as (typeof ends)[number];
    this.#nothing = bareMethods(question, { receivables: 0, sales: none, outstanding: none });
  }

  /** The customers of a block at the end of a month. */
  fill(month: number, firstParty: number, { sums, owed }: OutstandingMonths): void {
    const point = this.#points[month];
    if (!point) return;
    const { days, firstRow } = point;
    const count = Math.min(owed.length, this.#placeOf.length - firstParty);
    for (let own = 0; own < count; own += 1) {
      const place = this.#placeOf[firstParty + own] as number;
      if (place < 0) continue;
      const row = firstRow + place;
      const from = own * this.#stride + (month - days.length + 1) * 2;
      const receivables = owed[own] as number;
      const sales = this.#isPlain ? ordinarySales(sums, from, days.length, receivables) : 0;
      this.#receivables.put(row, receivables);
      if (sales > 0) {
        for (const { column, daysOf } of this.#methods) {
          column.put(row, daysOf(sums, from, days, receivables, sales));
        }
      } else this.#takeLongWay(row, point, sums, from, receivables);
    }
  }

  #takeLongWay(
    row: number,
    { question, days }: TrendPoint,
    sums: Float64Array,
    from: number,
    receivables: number,
  ): void {
    const { length } = days;
    const window = sums.subarray(from, from + length * 2);
    const isNothing = receivables === 0 && window.every((each) => each === 0);
    const every = (offset: number) =>
      Array.from({ length }, (_, month) => window[month * 2 + offset] as number);
    const cells = isNothing
      ? this.#nothing
      : bareMethods(question, { receivables, sales: every(0), outstanding: every(1) });
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
