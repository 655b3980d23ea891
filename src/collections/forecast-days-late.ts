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
import type { LedgerData } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import { laterFigure } from "./forecast-later.ts";
import type { CashAmounts, CashByDaysLate, CashOfParty, CashPeriod } from "./forecast-types.ts";
import type { Habit, Habits } from "./habits.ts";
import type { Collectable, OpenOfParty } from "./open-by-age.ts";
import { collectableMinor, OpenFigures, openOfAll, openOfAllAges } from "./open-by-age.ts";

/** What a forecast by habit rests on. */
export interface HabitForecast {
  readonly data: LedgerData;
  readonly asOf: number;
  readonly spans: readonly DaySpan[];
  readonly scope: ScopeTerms;
  readonly open: ReadonlyMap<number, OpenOfParty>;
  readonly habits: Habits;
}

/** The forecast: in total and by customer. */
export function forecastByHabit(
  forecast: HabitForecast,
): CashAmounts & Pick<CashByDaysLate, "parties"> {
  const { data, asOf, spans, scope, open } = forecast;
  // Who has credit items only owes nothing that could be late.
  const owing = [...open].filter(([, { byAge }]) => byAge.size > 0);
  const parties = owing.map(([code, owed]) => new PartyForecast(forecast, code, owed));
  const rows: Rows<CashOfParty> = new Rows(
    parties.length,
    (index) => (parties[index] as PartyForecast).row(),
    () => figureColumns(rows.toArray(), data.places),
  );
  const { currency, places } = data;
  const periods = spans.map((span, index): CashPeriod => {
    let sum = 0n;
    for (const party of parties) sum += party.minor[index] as bigint;
    const amounts = () => ({
      parties: parties.map((each) => ({ party: each.party, amount: each.cash(index) })),
    });
    const cash = minorFraction(sum, places);
    const amount = figure("collections/cash-of-period", cash, "money", amounts, { currency });
    return { ...datesOf(span), amount };
  });
  const all = openOfAllAges(openOfAll(open.values()));
  const figures = new OpenFigures(data, asOf, scope);
  const total = figures.collectable({ from: null, to: null }, all);
  return { periods, later: laterFigure(data, total, periods), total, parties: rows };
}

/** One customer's items, each placed in the period in which it is expected. */
class PartyForecast {
  readonly party: string;
  /** By period, in minor units. */
  readonly minor: readonly bigint[];
  readonly #forecast: HabitForecast;
  readonly #open: OpenOfParty;
  readonly #habit: Habit;

  constructor(forecast: HabitForecast, code: number, open: OpenOfParty) {
    const { data, habits } = forecast;
    this.party = data.journal.party.categories[code] as string;
    this.#forecast = forecast;
    this.#open = open;
    this.#habit = habits.of(code);
    this.minor = minorByPeriod(forecast, open, this.#habit.days);
  }

  row(): CashOfParty {
    const { data, spans } = this.#forecast;
    const periods = spans.map((span, index) => ({ ...datesOf(span), amount: this.cash(index) }));
    const total = this.#figures().collectable({ from: null, to: null }, openOfAllAges(this.#open));
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
    const ages = [...this.#open.byAge].sort(([a], [b]) => a - b);
    return ages.map(([age, cell]) => {
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
  // Part of a day counts as the whole of it; days past due are whole, so one rounding serves all.
  const wholeDaysLate = roundedUp(daysLate);
  for (const [age, cell] of byAge) {
    const day = asOf + Math.max(wholeDaysLate - age, 1);
    const index = spans.findIndex(({ to }) => day <= to);
    if (index >= 0) minor[index] = (minor[index] as bigint) + collectableMinor(cell);
  }
  return minor;
}

function roundedUp({ numerator, denominator }: Fraction): number {
  const quotient = numerator / denominator;
  return Number(quotient * denominator < numerator ? quotient + 1n : quotient);
}

function datesOf({ from, to }: DaySpan): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}
