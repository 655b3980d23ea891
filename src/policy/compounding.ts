/**
 * @module policy/compounding
 *
 * Compound interest over days. Its numbers are irrational: each is a figure of its own, rounded
 * once, and enters the next formula as it is printed.
 */
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import { asPrinted, power } from "../ground/transcendental.ts";

interface Rates {
  readonly annualRate: Fraction;
  readonly yearDays: Fraction;
}

/** What 1 in so many days is worth: (1 + rate)^(−days ÷ yearDays); undefined below e^−1000. */
export function discountFactor(days: Fraction, { annualRate, yearDays }: Rates) {
  const factor = power(ONE.plus(annualRate), days.negated().over(yearDays));
  if (!factor) return undefined;
  const value = factor.isRounded ? asPrinted(factor.value) : factor.value;
  const inputs = { annualRate, days, yearDays };
  return value.from(figure("policy/discount-factor", value, "fraction", inputs));
}

/** The interest of one day that compounds to the rate of a year: (1 + rate)^(1 ÷ yearDays) − 1. */
export function dailyRate({ annualRate, yearDays }: Rates): Fraction {
  const growth = power(ONE.plus(annualRate), ONE.over(yearDays)) ?? { value: ONE };
  const rate = asPrinted(growth.value.minus(ONE));
  const inputs = { annualRate, yearDays };
  return rate.from(figure("policy/daily-rate", rate, "fraction", inputs));
}

/** What 1 in so many days is worth today, by simple interest: 1 ÷ (1 + rate × days ÷ yearDays). */
export function simpleDiscountFactor(days: Fraction, { annualRate, yearDays }: Rates): Fraction {
  const factor = ONE.over(ONE.plus(annualRate.times(days).over(yearDays)));
  const inputs = { annualRate, days, yearDays };
  return factor.from(figure("policy/discount-factor-simple", factor, "fraction", inputs));
}
