/**
 * @module discount/break-even-loan-rate
 *
 * The interest rate at which a plan with discounts costs just what today costs.
 */
import type { Issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Caveat, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { object, optional, withDefault, word } from "../ground/input-atoms.ts";
import { interestRate } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { BadDebtBase, FinancedAmount } from "./plan-costs.ts";
import { financedDaysOf, planCosts } from "./plan-costs.ts";
import type { DiscountBase, DiscountPlan, SellingPlan } from "./plan.ts";
import { discountBaseShape, discountPlanSchema, planOf, requireFitting } from "./plan.ts";

/** What {@link breakEvenLoanRate} needs. One currency throughout. */
export interface BreakEvenLoanRateInput extends Omit<DiscountBase, "annualRate"> {
  /** The field sought: ignored where it is given, and named in a caveat. */
  readonly annualRate?: Numeric;
  /** The plan. */
  readonly plan: DiscountPlan;
  /** Bad debts fall on `all-sales` (default), or only on `undiscounted-sales`. */
  readonly badDebtBase?: BadDebtBase;
  /** Interest counts on the `gross` amount (default), or on what is paid: `net-of-discount`. */
  readonly financedAmount?: FinancedAmount;
}

/** The interest rate a year at which a plan just pays. */
export type BreakEvenLoanRate = Figure<"discount/break-even-loan-rate">;

/** The schema of {@link BreakEvenLoanRateInput}. */
export const breakEvenLoanRateSchema = lazily(() =>
  object({
    ...discountBaseShape(),
    annualRate: optional(interestRate()),
    plan: discountPlanSchema(),
    badDebtBase: withDefault(word("all-sales", "undiscounted-sales"), "all-sales"),
    financedAmount: withDefault(word("gross", "net-of-discount"), "gross"),
  }),
);

type LoanRateTerms = Read<Terms<ReturnType<typeof breakEvenLoanRateSchema>>>;

/**
 * Break-even loan rate (盈亏平衡贷款利率): the interest rate above which a plan with discounts costs
 * less than today.
 *
 * Use it where nobody is sure what money costs: the plan pays for whoever pays more for it than
 * this. {@link breakEvenDiscount} asks for the discount instead; {@link discountEvaluation} has the
 * costs, and given this rate it answers a saving of exactly 0.
 *
 * @formula annualRate = (the plan's discountCost + badDebtCost + managementCost − today's
 *   badDebtCost − today's managementCost) ÷ (creditSales × (today's days − the plan's days) ÷
 *   yearDays)
 * @units money of a year and days in; a fraction out
 *
 * @param input - As for {@link discountEvaluation}, with one plan and without the rate.
 * @returns The rate, with the costs in its derivation. Below 0 the plan pays at any rate, and above
 *   1 hardly at any: both carry the caveat `outside_range`. A plan that collects later than today
 *   pays below the rate, not above: `pays_below`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, or the
 *   shares do not fit the terms; all faults are listed.
 * @throws {@link CreditError} `no_solution`: the plan is paid as late as today, or there are no
 *   sales: interest makes no difference.
 * @throws {@link CreditError} `unsupported`: the terms are not counted in days, or are paid in
 *   parts.
 *
 * @source own derivation, on the case of "3+1" deck, slide 80
 *
 * @example Plan A of slide 80 pays above 4.1 %
 * ```ts
 * const rate = breakEvenLoanRate({
 *   creditSales: 8300,
 *   badDebtRate: "0.02",
 *   managementCost: 30,
 *   termDays: 60,
 *   yearDays: 360,
 *   plan: { terms: "2/10, n/60", takeUp: "0.8", badDebtRate: "0.01", managementCost: 18 },
 * });
 * rate.value.toFixed(6); // => "0.040988"
 * ```
 */
export function breakEvenLoanRate(input: BreakEvenLoanRateInput): BreakEvenLoanRate {
  const fn = "breakEvenLoanRate";
  const terms = read(fn, breakEvenLoanRateSchema, input);
  const issues: Issue[] = [];
  const plan = planOf(fn, "plan", terms.plan, issues);
  requireFitting(fn, issues);
  return present(fn, loanRate(terms, plan));
}

function loanRate(
  terms: LoanRateTerms,
  plan: SellingPlan,
): BreakEvenLoanRate | Absent<"discount/break-even-loan-rate"> {
  const { creditSales, termDays, badDebtRate, managementCost, yearDays } = terms;
  // At a rate of 0: the costs that are no interest, and the days that interest counts on.
  const basis = { ...terms, annualRate: ZERO };
  const today = planCosts({ tiers: [], netDay: termDays, badDebtRate, managementCost }, basis);
  const costs = planCosts(plan, basis);
  const inputs = {
    discountCost: asTerm(costs.discountCost),
    badDebtCost: asTerm(costs.badDebtCost),
    managementCost: asTerm(costs.managementCost),
    baseBadDebtCost: asTerm(today.badDebtCost),
    baseManagementCost: asTerm(today.managementCost),
    creditSales,
    baseDays: asTerm(today.averageCollectionDays),
    planDays: asTerm(financedDaysOf(plan, terms.financedAmount)),
    yearDays,
  };
  const now = inputs.baseBadDebtCost.plus(inputs.baseManagementCost);
  const then = inputs.discountCost.plus(inputs.badDebtCost).plus(inputs.managementCost);
  const daysSaved = inputs.baseDays.minus(inputs.planDays);
  const financedLess = creditSales.times(daysSaved).over(yearDays);
  const id = "discount/break-even-loan-rate";
  if (financedLess.isZero) {
    const reason =
      "interest makes no difference: the plan is paid as late as today, or nothing is sold";
    return absent(id, "fraction", inputs, "no_solution", reason);
  }
  const rate = then.minus(now).over(financedLess);
  const caveats: Caveat[] = [];
  if (terms.annualRate) caveats.push({ code: "field_ignored", field: "annualRate" });
  if (daysSaved.sign < 0) caveats.push({ code: "pays_below" });
  const isOutside = rate.sign < 0 || rate.compare(ONE) > 0;
  if (isOutside) caveats.push({ code: "outside_range" });
  return figure(id, rate, "fraction", inputs, { caveats });
}
