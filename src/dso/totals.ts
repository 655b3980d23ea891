/**
 * @module dso/totals
 *
 * Sales and days of a whole history, each a figure of its own: what a period average over several
 * periods is computed from.
 */
import { figure } from "../ground/figure.ts";
import { Fraction, sumOf } from "../ground/fraction.ts";
import type { ReadPeriod } from "../ground/periods.ts";

/** Sales of all periods, remembering the figure that adds them up. */
export function salesOfPeriods(periods: readonly ReadPeriod[], currency?: string): Fraction {
  const total = sumOf(periods.map(({ sales }) => sales));
  const inputs = () => ({ periods: periods.map(({ period, sales }) => ({ period, sales })) });
  return total.from(figure("dso/sales-of-periods", total, "money", inputs, { currency }));
}

/** Days of all periods by the calendar, remembering the figure that adds them up. */
export function daysOfPeriods(periods: readonly ReadPeriod[]): Fraction {
  const total = Fraction.whole(periods.reduce((sum, { days }) => sum + days, 0));
  const inputs = () => ({ periods: periods.map(({ period, days }) => ({ period, days })) });
  return total.from(figure("dso/days-of-periods", total, "days", inputs));
}
