/**
 * @module discount/break-even
 *
 * The discount at which a plan costs just what today costs.
 */
import type { Issue } from "../ground/errors.ts";
import { issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import { refuseHighRates } from "../ground/input-interest.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { object, optional, wholeNumber, withDefault, word } from "../ground/input-atoms.ts";
import type { BadDebtBase, DiscountPlanCosts } from "./plan-costs.ts";
import { discountCostOf, planCosts } from "./plan-costs.ts";
import type { DiscountBase, DiscountPlan, PlanTier, SellingPlan } from "./plan.ts";
import { discountBaseShape, discountPlanSchema, planOf, requireFitting } from "./plan.ts";

/** What {@link breakEvenDiscount} needs. One currency throughout. */
export interface BreakEvenDiscountInput extends DiscountBase {
  /** The plan; the rate of the discount sought is ignored. */
  readonly plan: DiscountPlan;
  /** Which discount of the terms is sought, from 1; may be left out where there is only one. */
  readonly tier?: number;
  /** Bad debts fall on `all-sales` (default), or only on `undiscounted-sales`. */
  readonly badDebtBase?: BadDebtBase;
}

/** The discount that just pays, as a fraction. */
export type BreakEvenDiscount = Figure<"discount/break-even-rate">;

/** The schema of {@link BreakEvenDiscountInput}. */
export const breakEvenDiscountSchema = lazily(() =>
  object({
    ...discountBaseShape(),
    plan: discountPlanSchema(),
    tier: optional(wholeNumber(1, 1_000)),
    badDebtBase: withDefault(word("all-sales", "undiscounted-sales"), "all-sales"),
  }),
);

type BreakEvenTerms = Read<Terms<ReturnType<typeof breakEvenDiscountSchema>>>;

/**
 * Break-even discount (盈亏平衡折扣率): the highest cash discount that a plan can bear before it costs
 * more than today.
 *
 * Use it to know how far a negotiation can go. {@link discountEvaluation} has the costs behind it,
 * and given this discount it answers a saving of exactly 0; {@link optimalDiscount} is the best
 * discount where the take-up follows it.
 *
 * @formula discount = (today's totalCost − the plan's opportunityCost − badDebtCost −
 *   managementCost − cost of its other discounts) ÷ (creditSales × takeUp)
 * @units money of a year in; a fraction out
 *
 * @param input - Today and one plan, as in {@link discountEvaluation}; the take-up is that of the
 *   discount sought.
 * @returns The discount, with today's and the plan's costs in its derivation.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, the
 *   shares do not fit the terms, or `tier` names no discount of them; all faults are listed.
 * @throws {@link CreditError} `not_defined`: there are no sales, or nobody takes the discount.
 * @throws {@link CreditError} `no_solution`: the plan costs more than today even without the
 *   discount, or no discount that keeps the order of the terms costs enough.
 * @throws {@link CreditError} `unsupported`: the terms are not counted in days, or are paid in
 *   parts.
 *
 * @source own derivation, on the case of "3+1" deck, slide 80
 *
 * @example Plan A of slide 80 can bear 2.26 %
 * ```ts
 * const rate = breakEvenDiscount({
 *   creditSales: 8300,
 *   badDebtRate: "0.02",
 *   managementCost: 30,
 *   termDays: 60,
 *   annualRate: "0.06",
 *   yearDays: 360,
 *   plan: { terms: "2/10, n/60", takeUp: "0.8", badDebtRate: "0.01", managementCost: 18 },
 * });
 * rate.value.toFixed(6); // => "0.022641"
 * ```
 */
export function breakEvenDiscount(input: BreakEvenDiscountInput): BreakEvenDiscount {
  const fn = "breakEvenDiscount";
  const terms = read(fn, breakEvenDiscountSchema, input);
  const { annualRate, allowHighRate } = terms;
  refuseHighRates(fn, { annualRate }, allowHighRate);
  const issues: Issue[] = [];
  const plan = planOf(fn, "plan", terms.plan, issues);
  const sought = soughtTier(plan.tiers, terms.tier, issues);
  requireFitting(fn, issues);
  return present(fn, breakEven(terms, plan, sought));
}

/** Where the discount sought stands among the plan's. */
function soughtTier(tiers: readonly PlanTier[], tier: number | undefined, issues: Issue[]): number {
  const place = tier ?? (tiers.length === 1 ? 1 : 0);
  if (place >= 1 && place <= tiers.length) return place - 1;
  const rule =
    tiers.length === 0
      ? "must have a discount to seek"
      : `must say which discount is sought, from 1 to ${tiers.length}`;
  issues.push(issue(tiers.length === 0 ? "plan.terms" : "tier", rule, tier));
  return 0;
}

function breakEven(
  terms: BreakEvenTerms,
  plan: SellingPlan,
  sought: number,
): BreakEvenDiscount | Absent<"discount/break-even-rate"> {
  const { creditSales, termDays, badDebtRate, managementCost, currency } = terms;
  const basis = { ...terms, financedAmount: "gross" } as const;
  const today = { tiers: [], netDay: termDays, badDebtRate, managementCost };
  const { totalCost: baseTotalCost } = planCosts(today, basis);
  const { opportunityCost, badDebtCost, managementCost: management } = planCosts(plan, basis);
  const { takeUp } = plan.tiers[sought] as PlanTier;
  const others = plan.tiers.filter((_, place) => place !== sought);
  const otherDiscountCost = discountCostOf(others, creditSales, currency);
  const costs = { baseTotalCost, opportunityCost, badDebtCost, otherDiscountCost };
  const inputs = { ...costs, managementCost: management, creditSales, takeUp };
  const id = "discount/break-even-rate";
  const granted = creditSales.times(takeUp);
  if (granted.isZero) {
    const reason = "there are no sales, or nobody takes the discount";
    return absent(id, "fraction", inputs, "not_defined", reason);
  }
  const room = roomFor({ ...costs, managementCost: management });
  const rate = room.over(granted);
  const fault = rangeFault(rate, plan.tiers, sought);
  if (fault) return absent(id, "fraction", inputs, "no_solution", fault);
  return figure(id, rate, "fraction", inputs);
}

type Costs = Pick<DiscountPlanCosts, "opportunityCost" | "badDebtCost" | "managementCost"> & {
  readonly baseTotalCost: Figure;
  readonly otherDiscountCost: Figure;
};

/** What the discount may cost. */
function roomFor(costs: Costs): Fraction {
  const { baseTotalCost, opportunityCost, badDebtCost, managementCost, otherDiscountCost } = costs;
  return asTerm(baseTotalCost)
    .minus(asTerm(opportunityCost))
    .minus(asTerm(badDebtCost))
    .minus(asTerm(managementCost))
    .minus(asTerm(otherDiscountCost));
}

/** Why a rate cannot be that of the discount sought: rates fall from one discount to the next. */
function rangeFault(
  rate: Fraction,
  tiers: readonly PlanTier[],
  sought: number,
): string | undefined {
  const above = tiers[sought - 1]?.discountRate ?? ONE;
  const below = tiers[sought + 1]?.discountRate;
  if (rate.compare(ZERO) < 0) return "the plan costs more than today even without the discount";
  if (rate.compare(above) >= 0) {
    return "the discount would have to be that of the one before it, or more";
  }
  if (below && rate.compare(below) <= 0) {
    return "the discount would have to be that of the one after it, or less";
  }
  return undefined;
}
