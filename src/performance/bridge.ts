/**
 * @module performance/bridge
 *
 * From last year's profit of credit sales to this year's: volume, bad debts, time, management.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import type { CreditYearTerms, ProfitBasis } from "./credit-profit.ts";

/** Where the change of the profit came from; the parts sum to it exactly. */
export interface PerformanceBridge {
  /** More or less sold, at last year's rates. */
  readonly volume: Figure<"performance/bridge-volume">;
  /** Another bad-debt rate, on this year's sales. */
  readonly badDebt: Figure<"performance/bridge-bad-debt">;
  /** Another DSO, on this year's sales. */
  readonly time: Figure<"performance/bridge-time">;
  /** Another management cost. */
  readonly management: Figure<"performance/bridge-management">;
  /** All four: this year's profit less last year's. */
  readonly total: Figure<"performance/bridge-total">;
}

/** The bridge from one year to the next. */
export function bridgeOf(
  now: CreditYearTerms,
  then: CreditYearTerms,
  basis: ProfitBasis,
): PerformanceBridge {
  const { currency } = basis;
  const volume = volumeOf(now, then, basis);
  const badDebt = badDebtOf(now, then, currency);
  const time = timeOf(now, then, basis);
  const management = managementOf(now, then, currency);
  const parts = { volume, badDebt, time, management };
  const sum = sumOf(Object.values(parts).map(asTerm));
  return {
    ...parts,
    total: figure("performance/bridge-total", sum, "money", parts, { currency }),
  };
}

/** More or less sold, at last year's rates. */
function volumeOf(
  now: CreditYearTerms,
  then: CreditYearTerms,
  { margin, annualRate, yearDays, currency }: ProfitBasis,
): PerformanceBridge["volume"] {
  const interest = then.dso.times(annualRate).over(yearDays);
  const earned = margin.minus(then.badDebtRate).minus(interest);
  const change = now.creditSales.minus(then.creditSales).times(earned);
  const inputs = {
    creditSales: now.creditSales,
    previousCreditSales: then.creditSales,
    margin,
    previousBadDebtRate: then.badDebtRate,
    previousDso: then.dso,
    annualRate,
    yearDays,
  };
  return figure("performance/bridge-volume", change, "money", inputs, { currency });
}

/** Another bad-debt rate, on this year's sales. */
function badDebtOf(
  { creditSales, badDebtRate }: CreditYearTerms,
  { badDebtRate: previousBadDebtRate }: CreditYearTerms,
  currency: string | undefined,
): PerformanceBridge["badDebt"] {
  const change: Fraction = creditSales.times(previousBadDebtRate.minus(badDebtRate));
  const inputs = { creditSales, badDebtRate, previousBadDebtRate };
  return figure("performance/bridge-bad-debt", change, "money", inputs, { currency });
}

/** Another DSO, on this year's sales. */
function timeOf(
  { creditSales, dso }: CreditYearTerms,
  { dso: previousDso }: CreditYearTerms,
  { annualRate, yearDays, currency }: ProfitBasis,
): PerformanceBridge["time"] {
  const daily = creditSales.times(annualRate).over(yearDays);
  const change = daily.times(previousDso.minus(dso));
  const inputs = { creditSales, dso, previousDso, annualRate, yearDays };
  return figure("performance/bridge-time", change, "money", inputs, { currency });
}

/** Another management cost. */
function managementOf(
  { managementCost }: CreditYearTerms,
  { managementCost: previousManagementCost }: CreditYearTerms,
  currency: string | undefined,
): PerformanceBridge["management"] {
  const change = previousManagementCost.minus(managementCost);
  const inputs = { managementCost, previousManagementCost };
  return figure("performance/bridge-management", change, "money", inputs, { currency });
}
