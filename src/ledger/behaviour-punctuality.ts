/**
 * @module ledger/behaviour-punctuality
 *
 * The figures of one customer's punctuality. Each is derived from a table with one row a number of
 * days, however many payments there are.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Figure, Unit } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import type { BehaviourView } from "./behaviour-view.ts";
import { snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import type { DaysLateRow, HalfStats, PaymentStats } from "./payment-stats.ts";

/** Figures of one party's payments. */
export class Punctuality {
  readonly #view: BehaviourView;
  readonly #party: number;
  readonly #stats: PaymentStats | undefined;

  constructor(view: BehaviourView, party: number, stats: PaymentStats | undefined) {
    this.#view = view;
    this.#party = party;
    this.#stats = stats;
  }

  onTimeByCount() {
    return this.#of(
      "ledger/on-time-share-by-count",
      "fraction",
      ({ onTime, count }) => whole(onTime).over(whole(count)),
      (row) => ({ count: this.#count(row), onTime: row.days <= 0 ? whole(row.count) : ZERO }),
    );
  }

  onTimeByAmount() {
    const { places } = this.#view.data;
    return this.#of(
      "ledger/on-time-share-by-amount",
      "fraction",
      (paid) => minorFraction(paid.onTimeAmount, places).over(minorFraction(paid.amount, places)),
      (row) => {
        const amount = minorFraction(row.amount, places);
        return { amount: this.#amount(row, amount), onTime: row.days <= 0 ? amount : ZERO };
      },
    );
  }

  mean() {
    const row = (each: DaysLateRow) => this.#weighted(each, this.#view.halves);
    return this.#of("ledger/mean-days-late", "days", meanOf, row);
  }

  median() {
    let through = 0;
    return this.#of(
      "ledger/median-days-late",
      "days",
      ({ twiceMedian }) => Fraction.of(BigInt(twiceMedian), 2n),
      (row, rows) => {
        if (row === rows[0]) through = 0;
        through += row.count;
        const total = (this.#stats as PaymentStats).count;
        const days = whole(row.days);
        const last = whole((rows[rows.length - 1] as DaysLateRow).days);
        return {
          count: this.#count(row),
          through: whole(through),
          lower: 2 * through >= total ? days : last,
          upper: 2 * through > total ? days : last,
        };
      },
    );
  }

  worst() {
    return this.#of(
      "ledger/worst-days-late",
      "days",
      ({ worst }) => whole(worst),
      (row) => ({ count: this.#count(row) }),
    );
  }

  trend(): Figure<"ledger/days-late-trend"> | Absent<"ledger/days-late-trend"> {
    const id = "ledger/days-late-trend";
    const { earlier, later, to } = this.#view.halves;
    const stats = this.#stats;
    if (!stats || stats.earlier.count === 0 || stats.later.count === 0) {
      const reason = "nothing was paid in one of the halves";
      return absent(id, "days", this.#window(), "not_defined", reason);
    }
    const before = meanOf(stats.earlier);
    const after = meanOf(stats.later);
    const inputs = () => ({
      earlier: this.#halfMean(before, { from: earlier, to: later - 1 }),
      later: this.#halfMean(after, { from: later, to }),
    });
    return figure(id, after.minus(before), "days", inputs, { caveats: this.#caveats() });
  }

  #of<Id extends string>(
    id: Id,
    unit: Unit,
    value: (stats: PaymentStats) => Fraction,
    cells: (row: DaysLateRow, rows: readonly DaysLateRow[]) => object,
  ): Figure<Id> | Absent<Id> {
    const stats = this.#stats;
    if (!stats) {
      return absent(id, unit, this.#window(), "not_defined", "nothing was paid in the window");
    }
    const inputs = () => {
      const rows = this.#rows(this.#view.halves);
      return { payments: rows.map((row) => ({ days: whole(row.days), ...cells(row, rows) })) };
    };
    return figure<Figure<Id>>(id, value(stats), unit, inputs, { caveats: this.#caveats() });
  }

  #halfMean(mean: Fraction, half: DaySpan): Figure<"ledger/mean-days-late"> {
    const inputs = () => {
      const rows = this.#rows(half);
      const payments = rows.map((row) => ({
        days: whole(row.days),
        ...this.#weighted(row, half),
      }));
      return { payments };
    };
    return figure("ledger/mean-days-late", mean, "days", inputs, { caveats: this.#caveats() });
  }

  #rows(span: DaySpan): DaysLateRow[] {
    return this.#view.cells.lateRows(this.#party, span);
  }

  #weighted(row: DaysLateRow, span: DaySpan) {
    return { count: this.#count(row, span), weighted: whole(row.count * row.days) };
  }

  #count({ days, count }: DaysLateRow, span?: DaySpan): Figure<"ledger/payment-count"> {
    const { currency } = this.#view.data;
    const inputs = { ...this.#window(span), counted: "days-late", days: whole(days), currency };
    return figure("ledger/payment-count", whole(count), "count", inputs, {
      caveats: this.#caveats(),
    });
  }

  #amount({ days }: DaysLateRow, amount: Fraction): Figure<"ledger/payments"> {
    const { currency } = this.#view.data;
    const inputs = { ...this.#window(), counted: "days-late", days: whole(days), currency };
    const caveats = this.#caveats();
    return figure("ledger/payments", amount, "money", inputs, { currency, caveats });
  }

  /** Of a half: its payments that still stand at the end of the whole window. */
  #window({ from, to }: DaySpan = this.#view.halves) {
    const party = this.#view.data.journal.party.categories[this.#party];
    const last = this.#view.halves.to;
    const standing = to === last ? {} : { standingOn: formatDay(last) };
    return { from: formatDay(from), to: formatDay(to), ...standing, party };
  }

  #caveats() {
    return snapshotCaveats(this.#view.data, this.#view.halves.to);
  }
}

const ZERO = Fraction.whole(0);

function whole(value: number): Fraction {
  return Fraction.whole(value);
}

function meanOf({ totalDays, count }: HalfStats): Fraction {
  return whole(totalDays).over(whole(count));
}
