/**
 * @module discount/optimal
 *
 * The discount that earns most, where more customers take a higher one.
 */
import { refuse } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, greatest, least, ONE, ZERO } from "../ground/fraction.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, numeric, object, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";

/** What {@link optimalDiscount} needs. */
export interface OptimalDiscountInput extends InterestOptions {
  /** Credit sales of a year. Money, at least 0. */
  readonly creditSales: Numeric;
  /** The day on which customers pay without the discount. */
  readonly termDays: Numeric;
  /** The day on which those pay who take it; at most `termDays`. */
  readonly discountDay: Numeric;
  /** What the seller's money costs a year. */
  readonly annualRate: Numeric;
  /** Bad debts of those who do not take it, from 0 to 1. */
  readonly badDebtRate: Numeric;
  /** Bad debts of those who take it, from 0 to 1. */
  readonly takerBadDebtRate: Numeric;
  /**
   * The take-up that a discount of 1 would have if it went on rising: 40 says that every 1 % of
   * discount wins 40 % of sales. More than 0.
   */
  readonly takeUpSlope: Numeric;
}

/** The best discount, and what it brings. */
export interface OptimalDiscount {
  /** What a sale that takes the discount saves: a higher discount never pays. */
  readonly worth: Figure<"discount/worth-of-taking">;
  /** The best discount. */
  readonly discountRate: Figure<"discount/optimal-rate">;
  /** The share of sales that then takes it. */
  readonly takeUp: Figure<"discount/optimal-take-up">;
  /** What it earns a year. */
  readonly gain: Figure<"discount/optimal-gain">;
}

/** The schema of {@link OptimalDiscountInput}. */
export const optimalDiscountSchema = lazily(() =>
  object({
    creditSales: amount(),
    termDays: days(),
    discountDay: days(),
    annualRate: interestRate(),
    badDebtRate: rate(),
    takerBadDebtRate: rate(),
    takeUpSlope: numeric("fraction", { above: ZERO }),
    ...interestShape(),
  }),
);

/**
 * Optimal discount (最优折扣率): the cash discount that earns most, where the share that takes it
 * rises in proportion to it.
 *
 * Use it for a first idea of a rate, and only where that proportion is believed: measure the
 * take-up with {@link discountTakeUp}. For stated take-ups compare plans with
 * {@link discountEvaluation}.
 *
 * @formula worth = annualRate × (termDays − discountDay) ÷ yearDays + badDebtRate −
 *   takerBadDebtRate; discountRate = the least of worth ÷ 2, 1 ÷ takeUpSlope and 1, at least 0;
 *   takeUp = takeUpSlope × discountRate; gain = creditSales × takeUp × (worth − discountRate)
 * @units money of a year and days in; fractions and money out
 *
 * @param input - Sales, days, rates, and how fast the take-up rises.
 * @returns The discount is half of what it is worth, since every further point is also given to
 *   those who were won by the first; or the one at which everybody takes it, if that is less; 0
 *   where it is worth nothing.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, the
 *   discount day is after the term, or a rate is above 1 without `allowHighRate`.
 *
 * @source own derivation: the gain is a parabola in the discount
 *
 * @example
 * ```ts
 * const { worth, discountRate, takeUp } = optimalDiscount({
 *   creditSales: 8300,
 *   termDays: 60,
 *   discountDay: 10,
 *   annualRate: "0.072",
 *   yearDays: 360,
 *   badDebtRate: "0.02",
 *   takerBadDebtRate: "0.01",
 *   takeUpSlope: 40,
 * });
 * worth.value.toFixed(3); // => "0.020"
 * discountRate.value.toFixed(3); // => "0.010"
 * takeUp.value.toFixed(1); // => "0.4"
 * ```
 */
export function optimalDiscount(input: OptimalDiscountInput): OptimalDiscount {
  const fn = "optimalDiscount";
  const terms = read(fn, optimalDiscountSchema, input);
  const { creditSales, termDays, discountDay, annualRate, yearDays, takeUpSlope } = terms;
  const { badDebtRate, takerBadDebtRate, allowHighRate, currency } = terms;
  refuseHighRates(fn, { annualRate }, allowHighRate);
  if (discountDay.compare(termDays) > 0) {
    refuse(fn, "discountDay", "must be at most `termDays`", toText(discountDay));
  }
  const interest = annualRate.times(termDays.minus(discountDay)).over(yearDays);
  const saved = interest.plus(badDebtRate).minus(takerBadDebtRate);
  const rates = { annualRate, termDays, discountDay, yearDays, badDebtRate, takerBadDebtRate };
  const worth: OptimalDiscount["worth"] = figure(
    "discount/worth-of-taking",
    saved,
    "fraction",
    rates,
  );
  const everybody = ONE.over(takeUpSlope);
  const best = greatest(least(least(saved.over(TWO), everybody), ONE), ZERO);
  const discountRate: OptimalDiscount["discountRate"] = figure(
    "discount/optimal-rate",
    best,
    "fraction",
    { worth, takeUpSlope },
  );
  const takeUp: OptimalDiscount["takeUp"] = figure(
    "discount/optimal-take-up",
    takeUpSlope.times(asTerm(discountRate)),
    "fraction",
    { takeUpSlope, discountRate },
  );
  const earned = saved.minus(best);
  const gain = creditSales.times(asTerm(takeUp)).times(earned);
  const inputs = { creditSales, takeUp, worth, discountRate };
  return {
    worth,
    discountRate,
    takeUp,
    gain: figure("discount/optimal-gain", gain, "money", inputs, { currency }),
  };
}

const TWO = /* @__PURE__ */ Fraction.of(2n);
