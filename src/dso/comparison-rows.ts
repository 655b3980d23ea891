/**
 * @module dso/comparison-rows
 *
 * Where two DSO methods differ, period by period, newest first. The last row is what lies outside
 * the history: receivables that no period given accounts for.
 */
import type { Fraction } from "../ground/fraction.ts";
import { ZERO } from "../ground/fraction.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { daysOutstanding } from "./aging-buckets.ts";
import type { WalkRow, WalkRules } from "./countback-walk.ts";
import { returnsLeft, walkInto, withoutOrigin } from "./countback-walk.ts";
import type { TaxBasis } from "./tax-basis.ts";
import { withoutTax } from "./tax-basis.ts";

/** The name of the last row. */
export const OUTSIDE = "outside the history";

/** What the rows are computed from. */
export interface Compared {
  readonly receivables: Fraction;
  readonly periods: readonly ReadPeriod[];
  readonly basis: TaxBasis;
  readonly rules: WalkRules;
  readonly historySales: Fraction;
  readonly historyDays: Fraction;
}

/** Consumed receivables at the daily sales of the history, less the days that countback counts. */
export function averageMinusCountback(compared: Compared): object[] {
  return walkAll(compared).map((row) => {
    const amount = row.period === OUTSIDE ? row.remaining : row.consumed;
    const average = daysOfHistory(amount, compared);
    return { ...row, average, difference: average.minus(row.counted) };
  });
}

/** Outstanding amounts at the daily sales of the history, less at those of their own period. */
export function averageMinusAging(compared: Compared): object[] {
  const { receivables, basis } = compared;
  let left = withoutOrigin(receivables);
  return newestFirst(compared.periods).map((period) => {
    const outstanding = period.outstanding ?? ZERO;
    const amount = period.period === OUTSIDE ? left : outstanding;
    const average = daysOfHistory(withoutTax(amount, basis), compared);
    const aging = daysOutstanding(period, basis);
    const row = { ...given(period), outstanding, left, average, aging };
    left = left.minus(outstanding);
    return { ...row, difference: average.minus(aging) };
  });
}

/** What countback consumes of a period's sales, less what is outstanding of them, in days. */
export function countbackMinusAging(compared: Compared): object[] {
  const periods = newestFirst(compared.periods);
  return walkAll(compared).map((row, index) => {
    const period = periods[index] as ReadPeriod;
    const { outstanding = ZERO } = period;
    const aging = daysOutstanding(period, compared.basis);
    return { ...row, outstanding, aging, difference: row.counted.minus(aging) };
  });
}

/** The walk of the countback over every period, also those that nothing is left for. */
function walkAll({ receivables, periods, basis, rules }: Compared): WalkRow[] {
  let remaining = withoutOrigin(withoutTax(receivables, basis));
  let returns = ZERO;
  return newestFirst(periods).map((period) => {
    const row = walkInto(period, remaining, returns, rules);
    remaining = remaining.minus(row.consumed);
    returns = returnsLeft(row);
    return row;
  });
}

/** The periods from the newest back, and what lies outside them: no sales and no days. */
function newestFirst(periods: readonly ReadPeriod[]): ReadPeriod[] {
  const outside = { period: OUTSIDE, from: 0, to: -1, days: 0, sales: ZERO };
  return [...[...periods].reverse(), outside];
}

function given({ period, sales, days }: ReadPeriod) {
  return { period, sales, days };
}

/** An amount net of tax in days of the whole history's sales. */
function daysOfHistory(amount: Fraction, { historySales, historyDays }: Compared): Fraction {
  return amount.times(historyDays).over(historySales);
}
