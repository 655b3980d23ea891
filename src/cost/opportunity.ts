/**
 * @module cost/opportunity
 *
 * What the money in receivables would have earned elsewhere: the cost of waiting.
 *
 * The deck has two variants. The first takes the return of a safe investment, which is what the
 * money could earn. The second adds the firm's profit rate to the loan rate; the profit is of a
 * sale and not of a year, and is lost a second time where shortage cost counts it, so the second
 * variant is a figure of its own and carries a caveat.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Caveat, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, optional, rate } from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { InvestmentBaseInput } from "./investment-base.ts";
import { investmentBaseOf, investmentBaseShape } from "./investment-base.ts";

/** What both variants need. */
interface OpportunityCostSales extends InterestOptions, InvestmentBaseInput {
  /** Credit sales of a year. Money, at least 0. */
  readonly creditSales: Numeric;
  /** How long they stay unpaid: a DSO figure, or days. */
  readonly dso: Numeric;
}

/** The first variant: one rate per year. */
export interface OpportunityCostAtRateInput extends OpportunityCostSales {
  /** What the money would earn a year, or what borrowing it costs. */
  readonly annualRate: Numeric;
}

/** The deck's second variant: profit rate and loan rate. */
export interface OpportunityCostOfProfitAndLoanInput extends OpportunityCostSales {
  /** Profit on sales, from 0 to 1. */
  readonly profitRate: Numeric;
  /** Interest on loans, a year. */
  readonly loanRate: Numeric;
}

/** What {@link opportunityCost} needs: one rate, or the two of the second variant. */
export type OpportunityCostInput = OpportunityCostAtRateInput | OpportunityCostOfProfitAndLoanInput;

/** Opportunity cost, in money; the second variant has an id of its own. */
export type OpportunityCost = Figure<"cost/opportunity" | "cost/opportunity-profit-and-loan">;

/** The schema of {@link OpportunityCostInput}, both variants. */
export const opportunityCostSchema = lazily(() =>
  object({
    creditSales: amount(),
    dso: days(),
    annualRate: optional(interestRate()),
    profitRate: optional(rate()),
    loanRate: optional(interestRate()),
    ...interestShape(),
    ...investmentBaseShape(),
  }),
);

type OpportunityTerms = Read<Terms<ReturnType<typeof opportunityCostSchema>>>;

/**
 * Opportunity cost (机会成本): what the money tied up in receivables would have earned.
 *
 * Use it for the receivables of a whole year; for what a shorter DSO sets free once see
 * {@link cashReleased}, for a change of policy {@link marginalAnalysis}. Bad debts are not in it:
 * see {@link badDebtCost}.
 *
 * @formula cost = creditSales × invested share × annualRate × dso ÷ yearDays; the invested share is
 *   1, or with `investmentBase: "cost"` the variable-cost rate; in the second variant the rate is
 *   profitRate + loanRate
 * @units money and days in, money a year out
 *
 * @param input - Credit sales of a year (≥ 0), the DSO (≥ 0 days), and `annualRate`, or
 *   `profitRate` and `loanRate`.
 * @returns The cost a year. The second variant answers as `cost/opportunity-profit-and-loan`, with
 *   the caveat `margin_counted_twice`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range; both or
 *   neither of the variants; an interest rate above 1 without `allowHighRate`; `variableCostRate`
 *   without `investmentBase: "cost"`, or the other way round.
 *
 * @source "3+1" deck, slides 10 and 59. Slide 10 states neither the rate nor the days of the year;
 *   its 600,000 fits 6 %, 37 days and 365.
 *
 * @example 100 million at 37 days (slide 10)
 * ```ts
 * const cost = opportunityCost({ creditSales: 100_000_000, annualRate: "0.06", dso: 37 });
 * cost.value.toFixed(0); // => "608219"
 * ```
 */
export function opportunityCost(input: OpportunityCostInput): OpportunityCost {
  const terms = read("opportunityCost", opportunityCostSchema, input);
  const { creditSales, dso, yearDays, allowHighRate, currency } = terms;
  const { id, rate, rates, caveats } = variantOf(terms);
  refuseHighRates("opportunityCost", rates, allowHighRate);
  const { stated, investedShare } = investmentBaseOf("opportunityCost", terms);
  const receivables = creditSales.times(dso).over(yearDays);
  const invested = receivables.times(investedShare);
  const cost = invested.times(rate);
  const inputs = { creditSales, dso, ...rates, yearDays, ...stated };
  return figure(id, cost, "money", inputs, { currency, caveats });
}

interface Variant {
  readonly id: OpportunityCost["formula"];
  readonly rate: Fraction;
  /** The rates as they were given. */
  readonly rates: Readonly<Record<string, Fraction>>;
  readonly caveats: readonly Caveat[];
}

/** `annualRate`, or `profitRate` and `loanRate`: not both, not neither, not half. */
function variantOf({ annualRate, profitRate, loanRate }: OpportunityTerms): Variant {
  const issues: Issue[] = [];
  if (!annualRate && !profitRate && !loanRate) {
    issues.push(issue("annualRate", "must be given, or `profitRate` and `loanRate`"));
  }
  if (annualRate && (profitRate || loanRate)) {
    issues.push(issue("annualRate", "must be left out beside `profitRate` and `loanRate`"));
  }
  if (!profitRate && loanRate) {
    issues.push(issue("profitRate", "must be given beside `loanRate`"));
  }
  if (profitRate && !loanRate) {
    issues.push(issue("loanRate", "must be given beside `profitRate`"));
  }
  if (issues.length > 0) throw new CreditError("invalid_input", "opportunityCost", issues);
  if (profitRate && loanRate) {
    const id = "cost/opportunity-profit-and-loan";
    const caveats = [{ code: "margin_counted_twice" }];
    return { id, rate: profitRate.plus(loanRate), rates: { profitRate, loanRate }, caveats };
  }
  const rate = annualRate as Fraction;
  return { id: "cost/opportunity", rate, rates: { annualRate: rate }, caveats: [] };
}
