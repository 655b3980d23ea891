/**
 * @module performance/credit-profit
 *
 * What credit sales earn after what credit costs: the profit that a credit department answers for.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What credit sales did in a year. */
export interface CreditYear {
  /** Credit sales of the year. Money, at least 0. */
  readonly creditSales: Numeric;
  /** Bad debts as a share of them, from 0 to 1. */
  readonly badDebtRate: Numeric;
  /** Their DSO. Days, at least 0. */
  readonly dso: Numeric;
  /** What managing credit cost. Money, at least 0. */
  readonly managementCost: Numeric;
}

/** What {@link creditProfit} needs. One currency throughout. */
export interface CreditProfitInput extends CreditYear, InterestOptions {
  /** Margin on sales, from 0 to 1. */
  readonly margin: Numeric;
  /** What money costs a year. */
  readonly annualRate: Numeric;
}

/** Profit of credit sales, in money. */
export type CreditProfit = Figure<"performance/credit-profit">;

/** The fields of {@link CreditYear}, for a schema. */
export const creditYearShape = () => ({
  creditSales: amount(),
  badDebtRate: rate(),
  dso: days(),
  managementCost: amount(),
});

/** The schema of {@link CreditProfitInput}. */
export const creditProfitSchema = lazily(() =>
  object({
    ...creditYearShape(),
    margin: rate(),
    annualRate: interestRate(),
    ...interestShape(),
  }),
);

/**
 * Profit of credit sales (信用销售利润): margin less bad debts, interest and management.
 *
 * Use it for one year or one team; {@link performanceRatio} compares two years and says where the
 * change came from.
 *
 * @formula profit = creditSales × (margin − badDebtRate) − dso ÷ yearDays × creditSales ×
 *   annualRate − managementCost
 * @units money and days in, money out
 *
 * @param input - The year, the margin and the interest rate.
 * @returns The profit; below 0 where credit cost more than it earned.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, or the
 *   interest rate is above 1 without `allowHighRate`; all faults are listed.
 *
 * @source "3+1" deck, slide 76 (one side of the fraction)
 *
 * @example
 * ```ts
 * const profit = creditProfit({
 *   creditSales: 9800,
 *   margin: "0.15",
 *   badDebtRate: "0.02",
 *   dso: 50,
 *   annualRate: "0.06",
 *   managementCost: 120,
 * });
 * profit.value.toFixed(2); // => "1073.45"
 * ```
 */
export function creditProfit(input: CreditProfitInput): CreditProfit {
  const terms = read("creditProfit", creditProfitSchema, input);
  const { annualRate, allowHighRate } = terms;
  refuseHighRates("creditProfit", { annualRate }, allowHighRate);
  return profitOf(terms, terms);
}

/** A year as read. */
export interface CreditYearTerms {
  readonly creditSales: Fraction;
  readonly badDebtRate: Fraction;
  readonly dso: Fraction;
  readonly managementCost: Fraction;
}

/** What does not change from year to year. */
export interface ProfitBasis {
  readonly margin: Fraction;
  readonly annualRate: Fraction;
  readonly yearDays: Fraction;
  readonly currency?: string | undefined;
}

/** The profit of one year. */
export function profitOf(year: CreditYearTerms, basis: ProfitBasis): CreditProfit {
  const { creditSales, badDebtRate, dso, managementCost } = year;
  const { margin, annualRate, yearDays, currency } = basis;
  const earned = creditSales.times(margin.minus(badDebtRate));
  const receivables = dso.over(yearDays).times(creditSales);
  const interest = receivables.times(annualRate);
  const profit = earned.minus(interest).minus(managementCost);
  const rates = { margin, badDebtRate, dso, annualRate, yearDays };
  const inputs = { creditSales, ...rates, managementCost };
  return figure("performance/credit-profit", profit, "money", inputs, { currency });
}
