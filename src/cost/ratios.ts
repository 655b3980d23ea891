/**
 * @module cost/ratios
 *
 * Two ratios that put the cost of credit in proportion: to bad debts, to sales.
 */
import type { Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { sumOf } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link opportunityToBadDebtRatio} needs: both costs of one period. */
export interface OpportunityToBadDebtRatioInput {
  /** Opportunity cost. Money, at least 0. */
  readonly opportunityCost: Numeric;
  /** Bad-debt cost. Money, at least 0; 0 has no ratio. */
  readonly badDebtCost: Numeric;
}

/** Opportunity cost as a multiple of bad-debt cost. */
export type OpportunityToBadDebtRatio = Figure<"cost/opportunity-to-bad-debt">;

/** The schema of {@link OpportunityToBadDebtRatioInput}. */
export const opportunityToBadDebtRatioSchema = lazily(() =>
  object({ opportunityCost: amount(), badDebtCost: amount() }),
);

/**
 * Opportunity cost to bad-debt cost: how many times the cost of waiting is that of not being paid.
 *
 * Use it as a plain measure. The "10:1 rule" (10:1 规律) that it is quoted for does not hold on the
 * deck's own figures, so no judgement is attached.
 *
 * @formula ratio = opportunityCost ÷ badDebtCost
 * @units money in, times out
 *
 * @param input - Both costs (≥ 0) of one period.
 * @returns The ratio.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: bad-debt cost is 0.
 *
 * @source "3+1" deck, slide 11, which claims more than 10:1 in the West; slides 9 and 10 give 1.2
 *   to 2.4 for the United States and 0.2 to 0.4 for China.
 *
 * @example The United States of slides 9 and 10, per 10,000 of sales
 * ```ts
 * const ratio = opportunityToBadDebtRatio({ opportunityCost: 60, badDebtCost: 25 });
 * ratio.value.toString(); // => "2.4"
 * ```
 */
export function opportunityToBadDebtRatio(
  input: OpportunityToBadDebtRatioInput,
): OpportunityToBadDebtRatio {
  const terms = read("opportunityToBadDebtRatio", opportunityToBadDebtRatioSchema, input);
  const { opportunityCost, badDebtCost } = terms;
  const inputs = { opportunityCost, badDebtCost };
  const id = "cost/opportunity-to-bad-debt";
  if (badDebtCost.isZero) {
    const none = absent(id, "times", inputs, "not_defined", "bad-debt cost is 0");
    return present<OpportunityToBadDebtRatio>("opportunityToBadDebtRatio", none);
  }
  return figure(id, opportunityCost.over(badDebtCost), "times", inputs);
}

/** What {@link unproductiveCostRatio} needs: three costs and the sales of one period. */
export interface UnproductiveCostRatioInput {
  /** Bad-debt cost. Money, at least 0. */
  readonly badDebtCost: Numeric;
  /** Opportunity cost. Money, at least 0. */
  readonly opportunityCost: Numeric;
  /** Management cost. Money, at least 0. */
  readonly managementCost: Numeric;
  /** Sales. Money, at least 0; 0 has no ratio. */
  readonly sales: Numeric;
}

/** Unproductive cost as a share of sales. */
export type UnproductiveCostRatio = Figure<"cost/unproductive-cost-ratio">;

/** The schema of {@link UnproductiveCostRatioInput}. */
export const unproductiveCostRatioSchema = lazily(() =>
  object({
    badDebtCost: amount(),
    opportunityCost: amount(),
    managementCost: amount(),
    sales: amount(),
  }),
);

/**
 * Unproductive cost ratio (无效成本率): bad debts, waiting and management as a share of sales.
 *
 * Use it to compare firms or years; the deck quotes 14 % for China in 1999 and 4 % for the United
 * States. The cost itself is {@link creditCost}.
 *
 * @formula ratio = (badDebtCost + opportunityCost + managementCost) ÷ sales
 * @units money in, a fraction out
 *
 * @param input - The three costs (≥ 0) and the sales (above 0) of one period.
 * @returns The ratio; above 1 where the costs exceed the sales.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: sales are 0.
 *
 * @source "3+1" deck, slide 17; a handbook of the same author prints 3 % for the United States.
 *
 * @example 14 % of sales
 * ```ts
 * const costs = { badDebtCost: 500, opportunityCost: 700, managementCost: 200 };
 * unproductiveCostRatio({ ...costs, sales: 10_000 }).value.toString(); // => "0.14"
 * ```
 */
export function unproductiveCostRatio(input: UnproductiveCostRatioInput): UnproductiveCostRatio {
  const terms = read("unproductiveCostRatio", unproductiveCostRatioSchema, input);
  const { badDebtCost, opportunityCost, managementCost, sales } = terms;
  const inputs = { badDebtCost, opportunityCost, managementCost, sales };
  const id = "cost/unproductive-cost-ratio";
  if (sales.isZero) {
    const none = absent(id, "fraction", inputs, "not_defined", "sales are 0");
    return present<UnproductiveCostRatio>("unproductiveCostRatio", none);
  }
  const costs = sumOf([badDebtCost, opportunityCost, managementCost]);
  return figure(id, costs.over(sales), "fraction", inputs);
}
