/**
 * @module collections/forecast-days-late
 *
 * Cash by habit: each open item comes as many days after its due date as its customer is used to.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, greatest, ZERO } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import { Rows } from "../ground/rows.ts";
import { amountAt } from "../ledger/columns.ts";
import { sumsOf } from "../ledger/exact-sums.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { OpenList } from "../ledger/open-units.kernel.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import { periodByDay } from "./due-periods.ts";
import { laterFigure } from "./forecast-later.ts";
import type { CashAmounts, CashByDaysLate, CashOfParty, CashPeriod } from "./forecast-types.ts";
import type { Habit, Habits } from "./habits.ts";
import { wholeDaysOf } from "./habits.ts";
import { addExpected } from "./habits.kernel.ts";
import type { Collectable, OpenBook, OpenOfParty } from "./open-by-age.ts";
import { collectableMinor, OpenFigures, sumOfCells } from "./open-by-age.ts";

/** What a forecast by habit rests on. */
export interface HabitForecast {
  readonly data: LedgerData;
  readonly asOf: number;
  readonly spans: readonly DaySpan[];
  readonly scope: ScopeTerms;
  readonly open: OpenBook;
  readonly habits: Habits;
}

/** The forecast: in total and by customer. */
export function forecastByHabit(
  forecast: HabitForecast,
): CashAmounts & Pick<CashByDaysLate, "parties"> {
  const { data, asOf, spans, scope, open } = forecast;
  const { currency, places } = data;
  const minor = minorOfAll(forecast);
  const party = (index: number) => new PartyForecast(forecast, open.debtors[index] as number);
  const rows: Rows<CashOfParty> = new Rows(
    open.debtors.length,
    (index) => party(index).row(),
    () => figureColumns(rows, places),
  );
  const periods = spans.map((span, index): CashPeriod => {
    const amounts = () => ({
      parties: open.debtors.map((_, own) => {
        const each = party(own);
        return { party: each.party, amount: each.cash(index) };
      }),
    });
    const cash = minorFraction(minor[index] as bigint, places);
    const amount = figure("collections/cash-of-period", cash, "money", amounts, { currency });
    return { ...datesOf(span), amount };
  });
  const figures = new OpenFigures(data, asOf, scope);
  const total = figures.collectable({ from: null, to: null }, open.total());
  return { periods, later: laterFigure(data, total, periods), total, parties: rows };
}

/** What is expected of all customers, by period, in minor units. */
function minorOfAll({ data, asOf, spans, open, habits }: HabitForecast): bigint[] {
  const { units } = data;
  const period = periodByDay(spans);
  const late = habits.wholeDays(open.debtors);
  const expected = (list: OpenList) => {
    const sum = sumsOf(list.open)(spans.length);
    addExpected(list, units, late, asOf + 1, period, sum);
    return spans.map((_, index) => amountAt(sum, index));
  };
  const disputed = expected({
    unit: Int32Array.from(open.disputed.keys()),
    open: [...open.disputed.values()] as unknown as Float64Array,
  });
  return expected(open.list).map((minor, index) => minor - (disputed[index] as bigint));
}

/** One customer's items, each placed in the period in which it is expected. */
class PartyForecast {
  readonly party: string;
  /** By period, in minor units. */
  readonly minor: readonly bigint[];
  readonly #forecast: HabitForecast;
  readonly #open: OpenOfParty;
  readonly #habit: Habit;

  constructor(forecast: HabitForecast, code: number) {
    const { data, habits, open } = forecast;
    this.party = data.journal.party.categories[code] as string;
    this.#forecast = forecast;
    this.#open = open.of(code);
    this.#habit = habits.of(code);
    this.minor = minorByPeriod(forecast, this.#open, this.#habit.days);
  }

  row(): CashOfParty {
    const { data, spans } = this.#forecast;
    const periods = spans.map((span, index) => ({ ...datesOf(span), amount: this.cash(index) }));
    const total = this.#figures().collectable(
      { from: null, to: null },
      sumOfCells(this.#open.byAge),
    );
    return {
      party: this.party,
      daysLate: this.#habit.figure,
      measuredOn: this.#habit.measuredOn,
      periods,
      later: laterFigure(data, total, periods),
      total,
    };
  }

  /** What is expected in one period; its rows are all that is open, by days past due. */
  cash(index: number): Figure<"collections/cash-by-days-late"> {
    const { data, asOf, spans, scope } = this.#forecast;
    const span = spans[index] as DaySpan;
    const after = index === 0 ? 0 : span.from - 1 - asOf;
    const through = span.to - asOf;
    const { days } = this.#habit;
    const inputs = () => ({
      asOf: formatDay(asOf),
      ...scopeInputs({ ...scope, party: this.party }),
      ...datesOf(span),
      after,
      through,
      daysLate: days,
      open: this.#rows(after, through),
    });
    const cash = minorFraction(this.minor[index] as bigint, data.places);
    const { currency } = data;
    return figure("collections/cash-by-days-late", cash, "money", inputs, { currency });
  }

  #rows(after: number, through: number): object[] {
    const figures = this.#figures();
    return this.#open.byAge.map((cell) => {
      const { age } = cell;
      const amount: Collectable = figures.collectable({ from: age, to: age }, cell);
      const expectedIn = expectedDays(this.#habit.days, age);
      const isIn = isWithin(expectedIn, after, through);
      return { daysPastDue: age, amount, expectedIn, counted: isIn ? amount : ZERO };
    });
  }

  #figures(): OpenFigures {
    const { data, asOf, scope } = this.#forecast;
    return new OpenFigures(data, asOf, { ...scope, party: this.party });
  }
}

/** Days from the day of the forecast on; 0 for what should have come already. */
function expectedDays(daysLate: Fraction, daysPastDue: number): Fraction {
  return greatest(daysLate.minus(Exact.whole(daysPastDue)), ZERO);
}

/** In the first period (`after` 0) also what should have come already. */
function isWithin(expectedIn: Fraction, after: number, through: number): boolean {
  if (expectedIn.compare(Exact.whole(through)) > 0) return false;
  return after === 0 || expectedIn.compare(Exact.whole(after)) > 0;
}

function minorByPeriod(
  { asOf, spans }: HabitForecast,
  { byAge }: OpenOfParty,
  daysLate: Fraction,
): bigint[] {
  const minor = spans.map(() => 0n);
  const wholeDaysLate = wholeDaysOf(daysLate);
  for (const cell of byAge) {
    const day = asOf + Math.max(wholeDaysLate - cell.age, 1);
    const index = spans.findIndex(({ to }) => day <= to);
    if (index >= 0) minor[index] = (minor[index] as bigint) + collectableMinor(cell);
  }
  return minor;
}

function datesOf({ from, to }: DaySpan): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}
