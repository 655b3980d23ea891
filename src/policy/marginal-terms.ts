/**
 * @module policy/marginal-terms
 *
 * What a marginal analysis is given: the policy as it is, the plan, and what money costs.
 */
import { investmentBaseOf, investmentBaseShape } from "../cost/investment-base.ts";
import type { InvestmentBaseInput, StatedInvestmentBase } from "../cost/investment-base.ts";
import type { Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import { amount, days, money, numeric, object, rate, withDefault } from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";

/** The policy as it is. */
export interface MarginalBase {
  /** Credit sales of a year. Money, at least 0. */
  readonly creditSales: Numeric;
  /** Margin on sales, from 0 to 1. */
  readonly margin: Numeric;
}

/** What a plan changes. */
export interface MarginalPlan {
  /** Credit sales of a year under the plan. Money, at least 0; less than now where it tightens. */
  readonly creditSales: Numeric;
  /** DSO of the sales that are won or given up: a figure, or days. */
  readonly incrementDso: Numeric;
  /** Bad-debt rate of the sales that are won or given up, from 0 to 1. */
  readonly incrementBadDebtRate: Numeric;
  /** What management costs more a year; negative where it costs less. Money. */
  readonly managementCostChange: Numeric;
  /** Days by which the sales of the base are paid later (default 0); negative where earlier. */
  readonly existingDsoChange?: Numeric;
}

/** What {@link marginalAnalysis} needs. One currency throughout. */
export interface MarginalAnalysisInput extends InterestOptions, InvestmentBaseInput {
  /** What the money in receivables would earn a year. */
  readonly annualRate: Numeric;
  /** The policy as it is. */
  readonly base: MarginalBase;
  /** The plan. */
  readonly plan: MarginalPlan;
}

/** The fields of a plan, for a schema. */
export const marginalPlanShape = () => ({
  creditSales: amount(),
  incrementDso: days(),
  incrementBadDebtRate: rate(),
  managementCostChange: money(),
  existingDsoChange: withDefault(numeric("days"), 0),
});

/** The fields of a base, for a schema. */
export const marginalBaseShape = () => ({ creditSales: amount(), margin: rate() });

/** The fields around base and plan, for a schema. */
export const marginalRatesShape = () => ({
  annualRate: interestRate(),
  ...interestShape(),
  ...investmentBaseShape(),
});

/** The schema of {@link MarginalAnalysisInput}. */
export const marginalAnalysisSchema = lazily(() =>
  object({
    ...marginalRatesShape(),
    base: object(marginalBaseShape()),
    plan: object(marginalPlanShape()),
  }),
);

/** What a marginal analysis is computed from. */
export type MarginalTerms = Terms<ReturnType<typeof marginalAnalysisSchema>>;

/** Checks what one field alone does not show, and settles what counts as invested. */
export function settledInvestment(
  fn: string,
  terms: Pick<MarginalTerms, "annualRate" | "allowHighRate" | keyof InvestmentBaseInput>,
): StatedInvestmentBase {
  refuseHighRates(fn, { annualRate: terms.annualRate }, terms.allowHighRate);
  return investmentBaseOf(fn, terms);
}
