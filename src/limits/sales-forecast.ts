/**
 * @module limits/sales-forecast
 *
 * The credit limit that a customer needs to buy what it is expected to buy.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { amount, days, numeric, object, withDefault, yearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link salesForecastLimit} needs. */
export interface SalesForecastLimitInput {
  /** What the customer is expected to buy on credit in a year. Money, at least 0. */
  readonly annualPurchases: Numeric;
  /** Days of credit, at least 0. */
  readonly termDays: Numeric;
  /** Days that a delay is borne, at least 0; 0 unless stated. */
  readonly toleratedDelayDays?: Numeric;
  /** How far the season lies above the year's average: 0.2 is 20 %; 0 unless stated. */
  readonly peak?: Numeric;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** Limit by forecast sales, in money. */
export type SalesForecastLimit = Figure<"limits/sales-forecast">;

/** The schema of {@link SalesForecastLimitInput}. */
export const salesForecastLimitSchema = lazily(() =>
  object({
    annualPurchases: amount(),
    termDays: days(),
    toleratedDelayDays: withDefault(days(), 0),
    peak: withDefault(numeric("fraction", { atLeast: ZERO }), 0),
    yearDays: withDefault(yearDays(), 365),
  }),
);

/**
 * Limit by forecast sales (销售预测法): what is outstanding when a customer buys as expected and pays
 * on terms.
 *
 * Use it for what the customer needs; it says nothing of what the customer can bear. Put it with
 * the other bounds into {@link creditLimit}.
 *
 * @formula limit = annualPurchases × (termDays + toleratedDelayDays) ÷ yearDays × (1 + peak)
 * @units money, days and a fraction in; money out
 *
 * @param input - Purchases of a year (≥ 0), days of credit and of tolerated delay (≥ 0), and the
 *   peak of the season (≥ 0).
 * @returns The limit.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 *
 * @source The flow guide names the method; the formula is our reading of it.
 *
 * @example
 * ```ts
 * const forecast = { annualPurchases: 1200, termDays: 60 };
 * salesForecastLimit(forecast).value.toFixed(6); // => "197.260274"
 * salesForecastLimit({ ...forecast, yearDays: 360 }).value.toString(); // => "200"
 * ```
 */
export function salesForecastLimit(input: SalesForecastLimitInput): SalesForecastLimit {
  const terms = read("salesForecastLimit", salesForecastLimitSchema, input);
  const { annualPurchases, termDays, toleratedDelayDays, peak, yearDays: year } = terms;
  const daysOpen = termDays.plus(toleratedDelayDays);
  const outstanding = annualPurchases.times(daysOpen).over(year);
  const limit = outstanding.times(ONE.plus(peak));
  const inputs = { annualPurchases, termDays, toleratedDelayDays, peak, yearDays: year };
  const { currency } = terms;
  return figure("limits/sales-forecast", limit, "money", inputs, { currency });
}
