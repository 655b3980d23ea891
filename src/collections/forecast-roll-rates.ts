/**
 * @module collections/forecast-roll-rates
 *
 * Cash by roll rates: in every period a share of each class moves on unpaid, and the rest comes.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import type { Bucket } from "../ledger/buckets.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { exactly, laterFigure } from "./forecast-later.ts";
import type { CashAmounts, CashPeriod } from "./forecast-types.ts";
import type { OpenOfParty } from "./open-by-age.ts";
import { OpenFigures, sumOfCells } from "./open-by-age.ts";

/** What a forecast by roll rates rests on. */
export interface RollForecast {
  readonly data: LedgerData;
  readonly asOf: number;
  readonly scope: ScopeTerms;
  readonly open: OpenOfParty;
  readonly buckets: readonly Bucket[];
  readonly rates: readonly Fraction[];
  readonly spans: readonly DaySpan[];
}

/** Period by period; the classes of each are what the one before left unpaid, one class older. */
export function forecastByRollRates(forecast: RollForecast): CashAmounts {
  const { data, asOf, scope, open, buckets, rates, spans } = forecast;
  const figures = new OpenFigures(data, asOf, scope);
  let classes: readonly Figure[] = buckets.map(({ from, to }) => {
    const cells = open.byAge.filter(
      ({ age }) => age >= (from ?? -Infinity) && age <= (to ?? Infinity),
    );
    return figures.collectable({ from, to }, sumOfCells(cells));
  });
  const { currency } = data;
  const periods = spans.map(({ from, to }): CashPeriod => {
    const rows = classes.map((balance, index) => {
      const rate = rates[index] as Fraction;
      const left = ONE.minus(rate);
      const owed = exactly(balance);
      return { class: buckets[index]?.label, balance: owed, rate, cash: owed.times(left) };
    });
    const cash = sumOf(rows.map((row) => row.cash));
    const inputs = { classes: rows };
    const amount = figure("collections/cash-by-roll-rates", cash, "money", inputs, { currency });
    classes = rolledOn(classes, rates, currency);
    return { from: formatDay(from), to: formatDay(to), amount };
  });
  const total = figures.collectable({ from: null, to: null }, sumOfCells(open.byAge));
  return { periods, later: laterFigure(data, total, periods), total };
}

/** What is unpaid a period later: each class has become the next, the last one stays. */
function rolledOn(
  classes: readonly Figure[],
  rates: readonly Fraction[],
  currency: string,
): Figure[] {
  const last = classes.length - 1;
  return classes.map((own, index) => {
    const younger = index === 0 ? ZERO : exactly(classes[index - 1] as Figure);
    const youngerRate = index === 0 ? ZERO : (rates[index - 1] as Fraction);
    const staying = index === last ? exactly(own) : ZERO;
    const stayingRate = index === last ? (rates[index] as Fraction) : ZERO;
    const moved = younger.times(youngerRate);
    const stayed = staying.times(stayingRate);
    const inputs = { younger, youngerRate, staying, stayingRate };
    const balance = moved.plus(stayed);
    return figure("collections/rolled-balance", balance, "money", inputs, { currency });
  });
}
