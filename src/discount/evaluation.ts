/**
 * @module discount/evaluation
 *
 * Whether a cash discount pays for the seller: the costs of a year under each plan, beside today's.
 */
import type { Issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { refuseHighRates } from "../ground/input-interest.ts";
import { byName } from "../ground/input-variants.ts";
import { lazily, read } from "../ground/input.ts";
import { object, withDefault, word } from "../ground/input-atoms.ts";
import type { BadDebtBase, CostBasis, DiscountPlanCosts, FinancedAmount } from "./plan-costs.ts";
import { planCosts } from "./plan-costs.ts";
import type { DiscountBase, DiscountPlan } from "./plan.ts";
import { discountBaseShape, discountPlanSchema, planOf, requireFitting } from "./plan.ts";

/** What {@link discountEvaluation} needs. One currency throughout. */
export interface DiscountEvaluationInput extends DiscountBase {
  /** The plans by your own names, at least one. */
  readonly plans: Readonly<Record<string, DiscountPlan>>;
  /** Bad debts fall on `all-sales` (default), or only on `undiscounted-sales`. */
  readonly badDebtBase?: BadDebtBase;
  /** Interest is counted on what was sold (`gross`, default), or on what is paid of it. */
  readonly financedAmount?: FinancedAmount;
}

/** A plan's costs, and what it saves. */
export interface EvaluatedDiscountPlan extends DiscountPlanCosts {
  /** Today's total less the plan's: above 0 the plan pays. */
  readonly saving: Figure<"discount/saving">;
}

/** Today's costs, and every plan's. */
export interface DiscountEvaluation {
  /** Without a discount. */
  readonly base: DiscountPlanCosts;
  /** By your names, in your order. */
  readonly plans: Readonly<Record<string, EvaluatedDiscountPlan>>;
}

/** The schema of {@link DiscountEvaluationInput}. */
export const discountEvaluationSchema = lazily(() =>
  object({
    ...discountBaseShape(),
    plans: byName(discountPlanSchema()),
    badDebtBase: withDefault(word("all-sales", "undiscounted-sales"), "all-sales"),
    financedAmount: withDefault(word("gross", "net-of-discount"), "gross"),
  }),
);

/**
 * A cash discount from the seller's side (现金折扣方案评价): what discounts, interest, bad debts and
 * management cost a year under each plan, and what it saves against today.
 *
 * Use it to choose among plans that leave sales as they are. For the discount at which a plan just
 * pays use {@link breakEvenDiscount}; for what customers really took {@link discountTakeUp}.
 *
 * @formula discountCost = creditSales × Σ takeUp × discountRate; averageCollectionDays = Σ takeUp ×
 *   day + (1 − Σ takeUp) × net day; opportunityCost = creditSales × averageCollectionDays ÷
 *   yearDays × annualRate; badDebtCost = creditSales × badDebtRate; totalCost = the four costs;
 *   saving = today's totalCost − the plan's
 * @units money of a year, in one currency
 *
 * @param input - Today: credit sales, bad-debt rate, management cost, the day on which customers
 *   pay, and the seller's interest rate. Each plan: terms, who takes the discounts, bad-debt rate
 *   and management cost. Who takes none pays on the plan's own net day.
 * @returns Every cost as a figure. With `badDebtBase: "undiscounted-sales"` bad debts count only on
 *   the share that takes no discount: state it only where the rates were measured so, since it can
 *   turn the decision round. With `financedAmount: "net-of-discount"` interest counts on what is
 *   paid.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range; the
 *   shares do not fit the discounts of the terms or exceed 1; a rate above 1 without
 *   `allowHighRate`.
 * @throws {@link CreditError} `unsupported`: terms are not counted in days, or are paid in parts.
 *
 * @source "3+1" deck, slide 80, which prints the inputs and breaks off at the answer. The reading
 *   (the others pay on the net day, bad debts and interest on all sales) is ours.
 *
 * @example Plan A of slide 80
 * ```ts
 * const { base, plans } = discountEvaluation({
 *   creditSales: 8300,
 *   badDebtRate: "0.02",
 *   managementCost: 30,
 *   termDays: 60,
 *   annualRate: "0.06",
 *   yearDays: 360,
 *   plans: {
 *     A: { terms: "2/10, n/60", takeUp: "0.8", badDebtRate: "0.01", managementCost: 18 },
 *   },
 * });
 * base.totalCost.value.toFixed(2); // => "279.00"
 * plans["A"]?.totalCost.value.toFixed(2); // => "261.47"
 * plans["A"]?.saving.value.toFixed(2); // => "17.53"
 * ```
 */
export function discountEvaluation(input: DiscountEvaluationInput): DiscountEvaluation {
  const fn = "discountEvaluation";
  const terms = read(fn, discountEvaluationSchema, input);
  const { annualRate, allowHighRate, termDays, badDebtRate, managementCost } = terms;
  refuseHighRates(fn, { annualRate }, allowHighRate);
  const today = { tiers: [], netDay: termDays, badDebtRate, managementCost };
  const base = planCosts(today, terms);
  const issues: Issue[] = [];
  const given = terms.plans.map(
    ([name, plan]) => [name, planOf(fn, `plans.${name}`, plan, issues)] as const,
  );
  requireFitting(fn, issues);
  const plans = given.map(
    ([name, plan]) => [name, evaluated(base, planCosts(plan, terms), terms)] as const,
  );
  return { base, plans: Object.fromEntries(plans) };
}

function evaluated(
  base: DiscountPlanCosts,
  costs: DiscountPlanCosts,
  { currency }: Pick<CostBasis, "currency">,
): EvaluatedDiscountPlan {
  const { totalCost } = costs;
  const saving = asTerm(base.totalCost).minus(asTerm(totalCost));
  const inputs = { baseTotalCost: base.totalCost, totalCost };
  return { ...costs, saving: figure("discount/saving", saving, "money", inputs, { currency }) };
}
