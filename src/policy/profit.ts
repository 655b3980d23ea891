/**
 * @module policy/profit
 *
 * The profit of one credit policy in a year: contribution, discounts, waiting, bad debts, costs.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import type { PolicyProfitInput, PolicyTerms } from "./profit-terms.ts";
import { policyProfitSchema, requirePolicy } from "./profit-terms.ts";

/** What a credit policy brings in a year. */
export interface PolicyProfit {
  /** Credit sales less their variable cost. */
  readonly contribution: Figure<"policy/contribution">;
  /** Days until the average sale is paid. */
  readonly averageCollectionDays: Figure<"policy/average-collection-days">;
  /** Receivables held on the average. */
  readonly receivables: Figure<"policy/receivables">;
  /** What of them counts as invested. */
  readonly investment: Figure<"policy/investment">;
  /** Discounts taken. */
  readonly discountCost: Figure<"policy/discount-cost">;
  /** What the money in receivables would earn. */
  readonly opportunityCost: Figure<"policy/opportunity-cost">;
  /** What the money tied up besides would earn. */
  readonly otherInvestmentCost: Figure<"policy/other-investment-cost">;
  /** What is never paid. */
  readonly badDebtCost: Figure<BadDebtCostId>;
  /** Contribution less discounts. */
  readonly profitBeforeCreditCost: Figure<"policy/profit-before-credit-cost">;
  /** That less every other cost: the answer. */
  readonly profitAfterCreditCost: Figure<"policy/profit-after-credit-cost">;
}

/** By a rate on all sales, by one on those without discount, or as an amount. */
export type BadDebtCostId =
  "policy/bad-debt-cost" | "policy/bad-debt-cost-undiscounted" | "policy/bad-debt-cost-given";

/**
 * Profit of a credit policy (利润对比法): what is left of the contribution after discounts, waiting,
 * bad debts and the costs of credit.
 *
 * Use it where all is known of a policy, and {@link policyComparison} for several. Where only a
 * change is known use {@link marginalAnalysis}.
 *
 * @formula before = creditSales × (1 − variableCostRate) − Σ creditSales × share × discountRate;
 *   after = before − investment × annualRate − otherInvestment × annualRate − bad debts −
 *   collectionCost − managementCost; investment = creditSales × Σ share × day ÷ yearDays, with
 *   `investmentBase: "cost"` × variableCostRate
 * @units money of a year and days in; money of a year and days out
 *
 * @param input - The policy and the interest rate.
 * @returns Every part, and the profit before and after the cost of credit.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; shares that do not sum to 1; both or neither of `badDebtRate` and `badDebt`; an
 *   interest rate above 1 without `allowHighRate`.
 *
 * @source The seller's side of the terms of "3+1" deck, slide 78, as examinations of Chinese
 *   accountants ask it; slide 53 names the approach.
 *
 * @example 3/10, 2/20, n/45 on sales of 5,000
 * ```ts
 * const { averageCollectionDays, profitAfterCreditCost } = policyProfit({
 *   creditSales: 5000,
 *   variableCostRate: "0.4",
 *   collections: [
 *     { share: "0.6", day: 10, discountRate: "0.03" },
 *     { share: "0.18", day: 20, discountRate: "0.02" },
 *     { share: "0.22", day: 45 },
 *   ],
 *   badDebtRate: "0.025",
 *   collectionCost: 120,
 *   annualRate: "0.1",
 *   yearDays: 360,
 *   investmentBase: "cost",
 * });
 * averageCollectionDays.value.toString(); // => "19.5"
 * profitAfterCreditCost.value.toFixed(4); // => "2636.1667"
 * ```
 */
export function policyProfit(input: PolicyProfitInput): PolicyProfit {
  const terms = read("policyProfit", policyProfitSchema, input);
  requirePolicy("policyProfit", terms);
  return profitOf(terms);
}

/** The profit of one policy. */
export function profitOf(terms: PolicyTerms): PolicyProfit {
  const contribution = contributionOf(terms);
  const averageCollectionDays = averageDaysOf(terms);
  const receivables = receivablesOf(averageCollectionDays, terms);
  const investment = investmentOf(receivables, terms);
  const discountCost = discountsOf(terms);
  const opportunityCost = opportunityOf(investment, terms);
  const otherInvestmentCost = otherInvestmentOf(terms);
  const badDebtCost = badDebtOf(terms);
  const costs = { discountCost, opportunityCost, otherInvestmentCost, badDebtCost };
  const held = { averageCollectionDays, receivables, investment };
  return { contribution, ...held, ...costs, ...profitsOf(contribution, costs, terms) };
}

function contributionOf(terms: PolicyTerms): PolicyProfit["contribution"] {
  const { creditSales, variableCostRate, currency } = terms;
  const contribution = creditSales.times(ONE.minus(variableCostRate));
  const inputs = { creditSales, variableCostRate };
  return figure("policy/contribution", contribution, "money", inputs, { currency });
}

function averageDaysOf({ collections }: PolicyTerms): PolicyProfit["averageCollectionDays"] {
  const rows = collections.map(({ share, day }) => ({ share, day, weighted: share.times(day) }));
  const days = sumOf(rows.map(({ weighted }) => weighted));
  return figure("policy/average-collection-days", days, "days", { collections: rows });
}

function receivablesOf(
  days: PolicyProfit["averageCollectionDays"],
  { creditSales, yearDays, currency }: PolicyTerms,
): PolicyProfit["receivables"] {
  const averageCollectionDays = asTerm(days);
  const receivables = creditSales.times(averageCollectionDays).over(yearDays);
  const inputs = { creditSales, averageCollectionDays, yearDays };
  return figure("policy/receivables", receivables, "money", inputs, { currency });
}

function investmentOf(
  held: PolicyProfit["receivables"],
  { investmentBase, variableCostRate, currency }: PolicyTerms,
): PolicyProfit["investment"] {
  const receivables = asTerm(held);
  const isCost = investmentBase === "cost";
  const investment = isCost ? receivables.times(variableCostRate) : receivables;
  const costRate = isCost ? { variableCostRate } : {};
  const inputs = { receivables, investmentBase, ...costRate };
  return figure("policy/investment", investment, "money", inputs, { currency });
}

function discountsOf({ creditSales, collections, currency }: PolicyTerms) {
  const rows = collections.map(({ share, discountRate }) => {
    return { share, discountRate, discount: share.times(discountRate) };
  });
  const cost = creditSales.times(sumOf(rows.map(({ discount }) => discount)));
  const inputs = { creditSales, collections: rows };
  const id = "policy/discount-cost";
  return figure<PolicyProfit["discountCost"]>(id, cost, "money", inputs, { currency });
}

function opportunityOf(
  invested: PolicyProfit["investment"],
  { annualRate, currency }: PolicyTerms,
): PolicyProfit["opportunityCost"] {
  const investment = asTerm(invested);
  const cost = investment.times(annualRate);
  const inputs = { investment, annualRate };
  return figure("policy/opportunity-cost", cost, "money", inputs, { currency });
}

function otherInvestmentOf({ otherInvestment, annualRate, currency }: PolicyTerms) {
  const cost = otherInvestment.times(annualRate);
  const inputs = { otherInvestment, annualRate };
  const id = "policy/other-investment-cost";
  return figure<PolicyProfit["otherInvestmentCost"]>(id, cost, "money", inputs, { currency });
}

function badDebtOf(terms: PolicyTerms): PolicyProfit["badDebtCost"] {
  const { creditSales, badDebtRate, badDebt, badDebtBase, collections, currency } = terms;
  if (!badDebtRate) {
    const given = badDebt ?? ZERO;
    return figure("policy/bad-debt-cost-given", given, "money", { badDebt: given }, { currency });
  }
  if (badDebtBase === "all-sales") {
    const cost = creditSales.times(badDebtRate);
    const inputs = { creditSales, badDebtRate };
    return figure("policy/bad-debt-cost", cost, "money", inputs, { currency });
  }
  const rows = collections.map(({ share, discountRate }) => {
    return { share, discountRate, exposed: discountRate.isZero ? share.plus(ZERO) : ZERO };
  });
  const exposed = creditSales.times(sumOf(rows.map((row) => row.exposed)));
  const inputs = { creditSales, badDebtRate, collections: rows };
  const cost = exposed.times(badDebtRate);
  return figure("policy/bad-debt-cost-undiscounted", cost, "money", inputs, { currency });
}

type Costs = Pick<
  PolicyProfit,
  "discountCost" | "opportunityCost" | "otherInvestmentCost" | "badDebtCost"
>;

function profitsOf(
  contribution: Figure,
  costs: Costs,
  { collectionCost, managementCost, currency }: PolicyTerms,
): Pick<PolicyProfit, "profitBeforeCreditCost" | "profitAfterCreditCost"> {
  const contributed = asTerm(contribution);
  const discountCost = asTerm(costs.discountCost);
  const before: PolicyProfit["profitBeforeCreditCost"] = figure(
    "policy/profit-before-credit-cost",
    contributed.minus(discountCost),
    "money",
    { contribution: contributed, discountCost },
    { currency },
  );
  const inputs = {
    profitBeforeCreditCost: asTerm(before),
    opportunityCost: asTerm(costs.opportunityCost),
    otherInvestmentCost: asTerm(costs.otherInvestmentCost),
    badDebtCost: asTerm(costs.badDebtCost),
    collectionCost,
    managementCost,
  };
  const { profitBeforeCreditCost, ...spent } = inputs;
  const after = profitBeforeCreditCost.minus(sumOf(Object.values(spent)));
  const id = "policy/profit-after-credit-cost";
  return {
    profitBeforeCreditCost: before,
    profitAfterCreditCost: figure(id, after, "money", inputs, { currency }),
  };
}
