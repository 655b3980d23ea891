/**
 * @module policy/incremental-return
 *
 * What the money earns that a plan puts into receivables.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { read } from "../ground/input.ts";
import { analysisOf } from "./marginal.ts";
import type { MarginalAnalysisInput } from "./marginal-terms.ts";
import { marginalAnalysisSchema, settledInvestment } from "./marginal-terms.ts";

/** Incremental return a year, a fraction. */
export type IncrementalReturn = Figure<"policy/incremental-return">;

/**
 * Incremental return (增量投资收益率): what a plan earns a year on the money that it puts into
 * receivables.
 *
 * Use it to compare a plan with other uses of the money: it is worth while where the return is
 * above `annualRate`, which says the same as a net benefit above 0. In money it is
 * {@link marginalAnalysis}, whose input it takes.
 *
 * @formula return = (profit change − bad-debt change − management cost change) ÷ investment;
 *   investment = (Δ × incrementDso + base sales × existingDsoChange) ÷ yearDays × invested share
 * @units as the analysis; a fraction a year out
 *
 * @param input - That of the analysis.
 * @returns The return; gain and investment are nested in it.
 *
 * @throws {@link CreditError} `invalid_input`: as the analysis.
 * @throws {@link CreditError} `not_defined`: the plan puts no money into receivables, or sets some
 *   free.
 *
 * @source Ross, Westerfield and Jaffe, *Corporate Finance*, the accounts-receivable approach; the
 *   numbers are those of "3+1" deck, slide 59.
 *
 * @example Plan B of slide 59
 * ```ts
 * const planB = {
 *   annualRate: "0.12",
 *   base: { creditSales: 800, margin: "0.15" },
 *   plan: {
 *     creditSales: 1200,
 *     incrementDso: 90,
 *     incrementBadDebtRate: "0.05",
 *     managementCostChange: 8,
 *   },
 * };
 * incrementalReturn(planB).value.toFixed(6); // => "0.324444"
 * ```
 */
export function incrementalReturn(input: MarginalAnalysisInput): IncrementalReturn {
  const fn = "incrementalReturn";
  const terms = read(fn, marginalAnalysisSchema, input);
  const settled = settledInvestment(fn, terms);
  const { yearDays, base, plan, currency } = terms;
  const { incrementDso, existingDsoChange } = plan;
  const onIncrement = plan.creditSales.minus(base.creditSales).times(incrementDso);
  const onExisting = base.creditSales.times(existingDsoChange);
  const invested = onIncrement.plus(onExisting).over(yearDays).times(settled.investedShare);
  const investmentInputs = {
    base: { creditSales: base.creditSales },
    plan: { creditSales: plan.creditSales, incrementDso, existingDsoChange },
    yearDays,
    ...settled.stated,
  };
  const investmentId = "policy/incremental-investment";
  const of = { currency };
  const investment = asTerm(figure(investmentId, invested, "money", investmentInputs, of));

  const parts = analysisOf(terms, settled);
  const profitChange = asTerm(parts.profitChange);
  const badDebtChange = asTerm(parts.badDebtChange);
  const managementCostChange = asTerm(parts.managementCostChange);
  const earned = profitChange.minus(badDebtChange).minus(managementCostChange);
  const gainInputs = { profitChange, badDebtChange, managementCostChange };
  const gain = asTerm(figure("policy/incremental-gain", earned, "money", gainInputs, of));

  const id = "policy/incremental-return";
  const inputs = { gain, investment };
  if (investment.sign <= 0) {
    const reason = "the plan puts no money into receivables";
    return present<IncrementalReturn>(fn, absent(id, "fraction", inputs, "not_defined", reason));
  }
  return figure(id, gain.over(investment), "fraction", inputs);
}
