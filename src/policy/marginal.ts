/**
 * @module policy/marginal
 *
 * Marginal analysis: what a change of credit policy adds to profit, in a year, part by part.
 *
 * It looks at the sales that are won or given up, and leaves alone what stays as it is. Where a
 * plan changes price, unit cost or the time of payment of all sales see `policy/present-value`;
 * where all is known of every policy see `policy/profit`.
 */
import type { StatedInvestmentBase } from "../cost/investment-base.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Read } from "../ground/input.ts";
import { read } from "../ground/input.ts";
import type { MarginalAnalysisInput, MarginalTerms } from "./marginal-terms.ts";
import { marginalAnalysisSchema, settledInvestment } from "./marginal-terms.ts";

/** What a plan changes in a year; {@link netBenefit} is the answer. */
export interface MarginalAnalysis {
  /** Margin of the sales won; negative where sales are given up. */
  readonly profitChange: Figure<"policy/profit-change">;
  /** What more receivables cost. */
  readonly opportunityCostChange: Figure<"policy/opportunity-cost-change">;
  /** What more is never paid. */
  readonly badDebtChange: Figure<"policy/bad-debt-change">;
  /** What management costs more. */
  readonly managementCostChange: Figure<"policy/management-cost-change">;
  /** Profit change less the three changes of cost. */
  readonly netBenefit: Figure<"policy/net-benefit">;
}

/**
 * Marginal analysis (边际分析法): what a change of credit policy adds to profit in a year.
 *
 * Use it where a plan wins or gives up sales and its effect on these is known. The plan is worth
 * while where the net benefit is above 0; of several take the greatest. Where unit cost or price
 * change for all sales use {@link policyPresentValue}; for plans under constraints
 * {@link policyComparison}; for the value of one field at which nothing is gained
 * {@link breakEvenBadDebtRate} and its siblings.
 *
 * @formula net benefit = Δ × margin − (Δ × incrementDso + base sales × existingDsoChange) ÷
 *   yearDays × annualRate × invested share − Δ × incrementBadDebtRate − managementCostChange, with
 *   Δ = plan sales − base sales; the invested share is 1, or with `investmentBase: "cost"` the
 *   variable-cost rate
 * @units money of a year and days in, money of a year out
 *
 * @param input - The base, the plan and the interest rate. DSO and bad-debt rate are those of the
 *   sales won or given up, not of all sales. `existingDsoChange` counts on all sales of the base.
 * @returns The four changes and the net benefit, which has them among its inputs.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; an interest rate above 1 without `allowHighRate`; `variableCostRate` without
 *   `investmentBase: "cost"`, or the other way round.
 *
 * @source "3+1" deck, slides 57 to 59. Slide 59 calls the sales "receivables", and takes 1 % of the
 *   base as the change of management cost though it says "of the increased part": here the amount
 *   is given, so nothing is hidden. It counts the price as invested; textbooks count the cost.
 *
 * @example Plan B of slide 59, in 10,000 RMB
 * ```ts
 * const { netBenefit } = marginalAnalysis({
 *   annualRate: "0.12",
 *   base: { creditSales: 800, margin: "0.15" },
 *   plan: {
 *     creditSales: 1200,
 *     incrementDso: 90,
 *     incrementBadDebtRate: "0.05",
 *     managementCostChange: 8,
 *   },
 * });
 * netBenefit.value.toFixed(1); // => "20.2"
 * ```
 */
export function marginalAnalysis(input: MarginalAnalysisInput): MarginalAnalysis {
  const terms = read("marginalAnalysis", marginalAnalysisSchema, input);
  return analysisOf(terms, settledInvestment("marginalAnalysis", terms));
}

/** The analysis of one plan. */
export function analysisOf(
  terms: Read<MarginalTerms>,
  { stated, investedShare }: StatedInvestmentBase,
): MarginalAnalysis {
  const { annualRate, yearDays, base, plan, currency } = terms;
  const of = { currency };
  const increment = plan.creditSales.minus(base.creditSales);
  const sales = {
    base: { creditSales: base.creditSales },
    plan: { creditSales: plan.creditSales },
  };

  const profit = increment.times(base.margin);
  const profitInputs = { base, plan: sales.plan };
  const profitChange = figure("policy/profit-change", profit, "money", profitInputs, of);

  const { incrementDso, existingDsoChange } = plan;
  const onIncrement = increment.times(incrementDso);
  const onExisting = base.creditSales.times(existingDsoChange);
  const receivables = onIncrement.plus(onExisting).over(yearDays);
  const waiting = receivables.times(investedShare).times(annualRate);
  const waitingPlan = { ...sales.plan, incrementDso, existingDsoChange };
  const waitingInputs = { base: sales.base, plan: waitingPlan, annualRate, yearDays, ...stated };
  const id = "policy/opportunity-cost-change";
  const opportunityCostChange = figure(id, waiting, "money", waitingInputs, of);

  const { incrementBadDebtRate, managementCostChange: management } = plan;
  const unpaid = increment.times(incrementBadDebtRate);
  const unpaidInputs = { base: sales.base, plan: { ...sales.plan, incrementBadDebtRate } };
  const badDebtChange = figure("policy/bad-debt-change", unpaid, "money", unpaidInputs, of);

  const managementInputs = { managementCostChange: management };
  const managementId = "policy/management-cost-change";
  const managementCostChange = figure(managementId, management, "money", managementInputs, of);

  const parts = { profitChange, opportunityCostChange, badDebtChange, managementCostChange };
  return { ...parts, netBenefit: netBenefitOf(parts, currency) } as MarginalAnalysis;
}

function netBenefitOf(
  parts: Readonly<Record<Exclude<keyof MarginalAnalysis, "netBenefit">, Figure>>,
  currency: string | undefined,
): Figure {
  const profitChange = asTerm(parts.profitChange);
  const opportunityCostChange = asTerm(parts.opportunityCostChange);
  const badDebtChange = asTerm(parts.badDebtChange);
  const managementCostChange = asTerm(parts.managementCostChange);
  const costChange = opportunityCostChange.plus(badDebtChange).plus(managementCostChange);
  const net = profitChange.minus(costChange);
  const inputs = { profitChange, opportunityCostChange, badDebtChange, managementCostChange };
  return figure("policy/net-benefit", net, "money", inputs, { currency });
}
