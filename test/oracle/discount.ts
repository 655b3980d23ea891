/** The oracle of cash discounts, in exact fractions: each figure by its formula, plainly. */
import Fraction from "fraction.js";

import { dayNumber, fraction, sum } from "./calendar.ts";
import type { Numeric } from "./calendar.ts";
import type { OracleLedger } from "./ledger.ts";

export interface OracleTier {
  discountRate: Numeric;
  days: number;
}

export interface OraclePlan {
  tiers: readonly OracleTier[];
  netDays: number;
  takeUps: readonly Numeric[];
  badDebtRate: Numeric;
  managementCost: Numeric;
}

export interface OracleToday {
  creditSales: Numeric;
  badDebtRate: Numeric;
  managementCost: Numeric;
  termDays: Numeric;
  annualRate: Numeric;
  yearDays: number;
}

const one = new Fraction(1);

/** d ÷ (1 − d) × Y ÷ (T − t). */
export function simpleRate(d: Numeric, t: Numeric, T: Numeric, yearDays: number): Fraction {
  const rate = fraction(d);
  return rate
    .div(one.sub(rate))
    .mul(yearDays)
    .div(fraction(T).sub(fraction(t)));
}

/** (d_i − d_j) ÷ (1 − d_i) × Y ÷ (t_j − t_i). */
export function stepRate(a: OracleTier, b: OracleTier, yearDays: number): Fraction {
  const [early, late] = [fraction(a.discountRate), fraction(b.discountRate)];
  return early
    .sub(late)
    .div(one.sub(early))
    .mul(yearDays)
    .div(b.days - a.days);
}

/** The payment of each day on the first day, at simple interest. */
export function presentValues(
  tiers: readonly OracleTier[],
  netDays: number,
  amount: Numeric,
  annualRate: Numeric,
  yearDays: number,
): Fraction[] {
  const all = [...tiers, { discountRate: 0, days: netDays }];
  return all.map(({ discountRate, days }) => {
    const interest = fraction(annualRate)
      .mul(days - all[0]!.days)
      .div(yearDays);
    const paid = fraction(amount).mul(one.sub(fraction(discountRate)));
    return paid.div(interest.add(1));
  });
}

/** C = S a d + S × ACP/Y × r + S b + M. */
export function totalCost(
  today: OracleToday,
  plan: OraclePlan | undefined,
  { onUndiscounted = false, onNet = false } = {},
): Fraction {
  const sales = fraction(today.creditSales);
  const perDay = fraction(today.annualRate).div(today.yearDays);
  if (!plan) {
    const interest = fraction(today.termDays).mul(perDay);
    return sales.mul(interest.add(fraction(today.badDebtRate))).add(fraction(today.managementCost));
  }
  const rows = plan.tiers.map(({ discountRate, days }, index) => {
    return { d: fraction(discountRate), days, a: fraction(plan.takeUps[index]!) };
  });
  const rest = one.sub(sum(rows.map(({ a }) => a)));
  const discounts = sum(rows.map(({ a, d }) => a.mul(d)));
  const taken = sum(rows.map(({ a, d, days }) => a.mul(days).mul(onNet ? one.sub(d) : one)));
  const interest = taken.add(rest.mul(plan.netDays)).mul(perDay);
  const badDebts = fraction(plan.badDebtRate).mul(onUndiscounted ? rest : one);
  const shares = discounts.add(interest).add(badDebts);
  return sales.mul(shares).add(fraction(plan.managementCost));
}

/** What a payment settles: the discount granted, in whole cents of the invoice. */
export function discountOnPayment(
  amount: Numeric,
  paid: Numeric,
  rate: Numeric,
  basis: "paid-part" | "none",
): Fraction {
  const [whole, part, d] = [fraction(amount), fraction(paid), fraction(rate)];
  if (d.equals(0)) return new Fraction(0);
  // The scheduled amount: the discount rounded half up to cents.
  const discount = whole.mul(d).mul(100).add(new Fraction(1, 2)).floor().div(100);
  if (part.compare(whole.sub(discount)) >= 0) {
    return part.compare(whole) > 0 ? new Fraction(0) : whole.sub(part);
  }
  return basis === "none" ? new Fraction(0) : part.mul(d).div(one.sub(d));
}

/** Minor units: all debit documents of a span, those with a discount standing, and the discounts. */
export function takeUp(
  ledger: OracleLedger,
  { from, to, asOf, party }: { from: string; to: string; asOf: string; party?: string },
): { sales: bigint; discountedSales: bigint; discounts: bigint } | "history_too_short" {
  if (!ledger.answersFor(from)) return "history_too_short";
  const answer = { sales: 0n, discountedSales: 0n, discounts: 0n };
  for (const document of ledger.selected(party === undefined ? {} : { party })) {
    const isOfSpan = document.date >= dayNumber(from) && document.date <= dayNumber(to);
    if (!document.isDebit || !isOfSpan) continue;
    const discount = document.settlements
      .filter(({ kind, effective }) => kind === "discount" && effective <= dayNumber(asOf))
      .reduce((all, { amount }) => all + amount, 0n);
    answer.sales += document.amount;
    if (discount > 0n) answer.discountedSales += document.amount;
    if (discount > 0n) answer.discounts += discount;
  }
  return answer;
}
