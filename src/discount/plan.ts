/**
 * @module discount/plan
 *
 * What a seller states of a discount plan, and how it is read: terms, who takes the discounts, bad
 * debts and management cost.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape } from "../ground/input-interest.ts";
import type { Terms as TermsOf } from "../ground/input.ts";
import { amount, days, list, object, optional, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { paymentTerms } from "../terms/input.ts";
import type { Terms } from "../terms/terms.ts";
import { termsInDays } from "./terms-in-days.ts";

/** A plan with discounts, as a seller states it. */
export interface DiscountPlan {
  /** Payment terms counted in days: a text, or the structure. */
  readonly terms: string | Terms;
  /** With one discount: the share of sales that takes it, from 0 to 1. */
  readonly takeUp?: Numeric;
  /** With several: one share a discount, in their order, together at most 1. */
  readonly takeUps?: List<Numeric>;
  /** Bad debts under the plan, from 0 to 1. */
  readonly badDebtRate: Numeric;
  /** Management cost of a year under the plan. Money, at least 0. */
  readonly managementCost: Numeric;
}

/** What is so today, without a discount. */
export interface DiscountBase extends InterestOptions {
  /** Credit sales of a year; the same under every plan. Money, at least 0. */
  readonly creditSales: Numeric;
  /** Bad debts today, from 0 to 1. */
  readonly badDebtRate: Numeric;
  /** Management cost of a year today. Money, at least 0. */
  readonly managementCost: Numeric;
  /** The day on which customers pay today, counted from the invoice. */
  readonly termDays: Numeric;
  /** What the seller's money costs a year. */
  readonly annualRate: Numeric;
}

/** The schema of {@link DiscountPlan}. */
export const discountPlanSchema = () =>
  object({
    terms: paymentTerms(),
    takeUp: optional(rate()),
    takeUps: optional(list(rate(), { atMost: 1_000 })),
    badDebtRate: rate(),
    managementCost: amount(),
  });

/** The fields of {@link DiscountBase}, for a schema. */
export const discountBaseShape = () => ({
  creditSales: amount(),
  badDebtRate: rate(),
  managementCost: amount(),
  termDays: days(),
  annualRate: interestRate(),
  ...interestShape(),
});

/** A discount of a plan and who takes it. */
export interface PlanTier {
  readonly discountRate: Fraction;
  readonly day: Fraction;
  readonly takeUp: Fraction;
}

/** A way of selling, as costs are counted on it: today's is one without discounts. */
export interface SellingPlan {
  readonly tiers: readonly PlanTier[];
  /** When those pay who take no discount. */
  readonly netDay: Fraction;
  readonly badDebtRate: Fraction;
  readonly managementCost: Fraction;
}

type PlanTerms = TermsOf<ReturnType<typeof discountPlanSchema>>;

/** A plan as read; what does not fit in it is added to the issues. */
export function planOf(fn: string, path: string, plan: PlanTerms, issues: Issue[]): SellingPlan {
  const { tiers, netDay } = termsInDays(fn, `${path}.terms`, plan.terms);
  const { takeUp, takeUps, badDebtRate, managementCost } = plan;
  const shares = takeUps ?? (takeUp ? [takeUp] : []);
  if (takeUp && takeUps) issues.push(issue(`${path}.takeUps`, "must be left out beside `takeUp`"));
  if (shares.length !== tiers.length) {
    const field = takeUp && !takeUps ? "takeUp" : "takeUps";
    const rule = `must have one share for each discount of the terms (${tiers.length})`;
    issues.push({ path: `${path}.${field}`, rule, received: `${shares.length}` });
  }
  const all = sumOf(shares);
  if (all.compare(ONE) > 0) {
    issues.push(issue(`${path}.takeUps`, "must sum to at most 1", toText(all)));
  }
  return {
    tiers: tiers.map((tier, index) => ({ ...tier, takeUp: shares[index] ?? ZERO })),
    netDay,
    badDebtRate,
    managementCost,
  };
}

/** Throws the faults of all plans at once, if there are any. */
export function requireFitting(fn: string, issues: readonly Issue[]): void {
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
