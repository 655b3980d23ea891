/**
 * @module discount/plan-costs
 *
 * What a way of selling costs a year: discounts, interest, bad debts and management.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { PlanTier, SellingPlan } from "./plan.ts";

/** On which sales bad debts fall. */
export type BadDebtBase = "all-sales" | "undiscounted-sales";

/** What of a sale is financed until it is paid. */
export type FinancedAmount = "gross" | "net-of-discount";

/** The costs of a year. */
export interface DiscountPlanCosts {
  /** The discounts granted. */
  readonly discountCost: Figure<"discount/cost">;
  /** Days to payment, weighted by sales. */
  readonly averageCollectionDays: Figure<"discount/average-collection-days">;
  /** Interest until payment. */
  readonly opportunityCost: Figure<"discount/opportunity-cost">;
  /** Bad debts. */
  readonly badDebtCost: Figure<"discount/bad-debt-cost">;
  /** Management, as stated. */
  readonly managementCost: Figure<"discount/management-cost">;
  /** All four. */
  readonly totalCost: Figure<"discount/total-cost">;
}

/** What the costs are counted on. */
export interface CostBasis {
  readonly creditSales: Fraction;
  readonly annualRate: Fraction;
  readonly yearDays: Fraction;
  readonly badDebtBase: BadDebtBase;
  readonly financedAmount: FinancedAmount;
  readonly currency?: string | undefined;
}

/** The costs of one way of selling. */
export function planCosts(plan: SellingPlan, basis: CostBasis): DiscountPlanCosts {
  const { creditSales, annualRate, yearDays, badDebtBase, financedAmount, currency } = basis;
  const { tiers, netDay, badDebtRate, managementCost } = plan;
  const money = { currency };
  const discountCost = discountCostOf(tiers, creditSales, currency);
  const averageCollectionDays = collectionDays(tiers, netDay);
  const financedDays = financedDaysOf(plan, financedAmount);
  const receivables = creditSales.times(asTerm(financedDays)).over(yearDays);
  const interest = receivables.times(annualRate);
  const opportunity = { creditSales, financedDays, yearDays, annualRate };
  const opportunityCost: DiscountPlanCosts["opportunityCost"] = figure(
    "discount/opportunity-cost",
    interest,
    "money",
    opportunity,
    money,
  );
  const badDebtCost = badDebts(tiers, { creditSales, badDebtRate, badDebtBase, currency });
  const management: DiscountPlanCosts["managementCost"] = figure(
    "discount/management-cost",
    managementCost,
    "money",
    { managementCost },
    money,
  );
  const parts = { discountCost, opportunityCost, badDebtCost, managementCost: management };
  const total = sumOf(Object.values(parts).map(asTerm));
  return {
    ...parts,
    averageCollectionDays,
    totalCost: figure("discount/total-cost", total, "money", parts, money),
  };
}

/** Discounts granted to those who take them. */
export function discountCostOf(
  tiers: readonly PlanTier[],
  creditSales: Fraction,
  currency: string | undefined,
): DiscountPlanCosts["discountCost"] {
  const rows = tiers.map(({ discountRate, takeUp }) => {
    const share = takeUp.times(discountRate);
    return { discountRate, takeUp, granted: share };
  });
  const cost = creditSales.times(sumOf(rows.map(({ granted }) => granted)));
  return figure("discount/cost", cost, "money", { creditSales, tiers: rows }, { currency });
}

function collectionDays(
  tiers: readonly PlanTier[],
  netDay: Fraction,
): DiscountPlanCosts["averageCollectionDays"] {
  const rows = tiers.map(({ day, takeUp }) => ({ day, takeUp, weighted: takeUp.times(day) }));
  const taken = sumOf(rows.map(({ weighted }) => weighted));
  const average = taken.plus(untaken(tiers).times(netDay));
  const inputs = { tiers: rows, netDay };
  return figure("discount/average-collection-days", average, "days", inputs);
}

/** The days that interest counts on. */
export function financedDaysOf(
  { tiers, netDay }: Pick<SellingPlan, "tiers" | "netDay">,
  financedAmount: FinancedAmount,
): Figure {
  return financedAmount === "gross" ? collectionDays(tiers, netDay) : paidDays(tiers, netDay);
}

/** Days to payment, each sale weighted by what is paid of it. */
function paidDays(tiers: readonly PlanTier[], netDay: Fraction): Figure {
  const rows = tiers.map(({ discountRate, day, takeUp }) => {
    const paid = takeUp.times(ONE.minus(discountRate));
    return { discountRate, day, takeUp, weighted: paid.times(day) };
  });
  const taken = sumOf(rows.map(({ weighted }) => weighted));
  const average = taken.plus(untaken(tiers).times(netDay));
  return figure("discount/financed-days-net", average, "days", { tiers: rows, netDay });
}

interface BadDebtTerms {
  readonly creditSales: Fraction;
  readonly badDebtRate: Fraction;
  readonly badDebtBase: BadDebtBase;
  readonly currency?: string | undefined;
}

function badDebts(
  tiers: readonly PlanTier[],
  { creditSales, badDebtRate, badDebtBase, currency }: BadDebtTerms,
): DiscountPlanCosts["badDebtCost"] {
  const exposed = badDebtBase === "all-sales" ? ONE : untaken(tiers);
  const cost = creditSales.times(exposed).times(badDebtRate);
  const taken = tiers.map(({ takeUp }) => ({ takeUp }));
  const inputs = { creditSales, badDebtRate, badDebtBase, tiers: taken };
  return figure("discount/bad-debt-cost", cost, "money", inputs, { currency });
}

/** The share of sales that takes no discount. */
function untaken(tiers: readonly PlanTier[]): Fraction {
  return tiers.reduce((rest, { takeUp }) => rest.minus(takeUp), ZERO.plus(ONE));
}
