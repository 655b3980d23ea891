/** The oracle of the cost of credit and of credit policies, in exact fractions. */
import Fraction from "fraction.js";

import type { Numeric } from "./calendar.ts";
import { fraction as f, sum } from "./calendar.ts";

export type Answer = Fraction | "not_defined" | "no_solution";

/** What waiting costs: sales × days ÷ year × rate × the share that is invested. */
export function opportunity(
  sales: Numeric,
  days: Numeric,
  rate: Numeric,
  year: Numeric,
  share: Numeric = 1,
): Fraction {
  return f(sales).mul(f(days)).mul(f(rate)).mul(f(share)).div(f(year));
}

/** 12 × margin ÷ rate. */
export function monthsOfMargin(margin: Numeric, rate: Numeric): Answer {
  return f(rate).n === 0n ? "not_defined" : f(margin).mul(12).div(f(rate));
}

/** 1 − v (1 + R) ÷ P, or 1 − v R ÷ (P − v). */
export function breakEvenDefault(
  price: Numeric,
  cost: Numeric,
  rate: Numeric,
  days: Numeric,
  year: Numeric,
  repeat: boolean,
): Answer {
  const interest = f(rate).mul(f(days)).div(f(year));
  if (repeat) {
    const margin = f(price).sub(f(cost));
    if (margin.compare(0) <= 0) return "not_defined";
    return new Fraction(1).sub(f(cost).mul(interest).div(margin));
  }
  if (f(price).n === 0n) return "not_defined";
  return new Fraction(1).sub(f(cost).mul(interest.add(1)).div(f(price)));
}

export interface Marginal {
  annualRate: Numeric;
  yearDays: Numeric;
  share: Numeric;
  base: { creditSales: Numeric; margin: Numeric };
  plan: {
    creditSales: Numeric;
    incrementDso: Numeric;
    incrementBadDebtRate: Numeric;
    managementCostChange: Numeric;
    existingDsoChange?: Numeric;
  };
}

/** The net benefit and its four parts. */
export function marginal({ annualRate: r, yearDays: y, share, base, plan }: Marginal) {
  const more = f(plan.creditSales).sub(f(base.creditSales));
  const profit = more.mul(f(base.margin));
  const waiting = opportunity(more, plan.incrementDso, r, y, share).add(
    opportunity(base.creditSales, plan.existingDsoChange ?? 0, r, y, share),
  );
  const unpaid = more.mul(f(plan.incrementBadDebtRate));
  const management = f(plan.managementCostChange);
  return {
    profit,
    waiting,
    unpaid,
    management,
    net: profit.sub(waiting).sub(unpaid).sub(management),
  };
}

/** Where the net benefit, linear in one field, is 0: by two points on the line. */
export function rootOfLine(netAt: (value: Fraction) => Fraction): Answer {
  const [at0, at1] = [netAt(new Fraction(0)), netAt(new Fraction(1))];
  const slope = at1.sub(at0);
  return slope.n === 0n ? "no_solution" : at0.div(slope).neg();
}

export interface Daily {
  unitPrice: Numeric;
  unitCost: Numeric;
  unitsPerDay: Numeric;
  dso: Numeric;
  badDebtRate: Numeric;
}

/** P Q (1 − b) ÷ (1 + k DSO ÷ Y) − C Q. */
export function dailyValue(sold: Daily, rate: Numeric, year: Numeric): Fraction {
  const units = f(sold.unitsPerDay);
  const paid = f(sold.unitPrice)
    .mul(units)
    .mul(new Fraction(1).sub(f(sold.badDebtRate)));
  const growth = f(rate).mul(f(sold.dso)).div(f(year)).add(1);
  return paid.div(growth).sub(f(sold.unitCost).mul(units));
}

export interface Policy {
  creditSales: Numeric;
  variableCostRate: Numeric;
  collections: { share: Numeric; day: Numeric; discountRate: Numeric }[];
  badDebtRate?: Numeric;
  badDebt?: Numeric;
  undiscounted: boolean;
  collectionCost: Numeric;
  managementCost: Numeric;
  otherInvestment: Numeric;
  annualRate: Numeric;
  yearDays: Numeric;
  onCost: boolean;
}

/** Profit after the cost of credit. */
export function profit(policy: Policy): Fraction {
  const sales = f(policy.creditSales);
  const days = sum(policy.collections.map(({ share, day }) => f(share).mul(f(day))));
  const off = sum(policy.collections.map((each) => f(each.share).mul(f(each.discountRate))));
  const atRisk = policy.collections.filter(
    ({ discountRate }) => !policy.undiscounted || f(discountRate).n === 0n,
  );
  const exposed = sales.mul(sum(atRisk.map(({ share }) => f(share))));
  const lost =
    policy.badDebt === undefined ? exposed.mul(f(policy.badDebtRate ?? 0)) : f(policy.badDebt);
  const share = policy.onCost ? policy.variableCostRate : 1;
  const waiting = opportunity(sales, days, policy.annualRate, policy.yearDays, share);
  const other = f(policy.otherInvestment).mul(f(policy.annualRate));
  const contribution = sales.sub(sales.mul(f(policy.variableCostRate)));
  const spent = [sales.mul(off), waiting, other, lost, f(policy.collectionCost)];
  return contribution.sub(sum(spent)).sub(f(policy.managementCost));
}
