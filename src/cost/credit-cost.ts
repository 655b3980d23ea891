/**
 * @module cost/credit-cost
 *
 * What selling on credit costs, all together.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { sumOf } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link creditCost} needs: the parts, as figures or amounts of one period. */
export interface CreditCostInput {
  /** Bad-debt cost. Money, at least 0. */
  readonly badDebtCost: Numeric;
  /** Opportunity cost. Money, at least 0. */
  readonly opportunityCost: Numeric;
  /** Management cost. Money, at least 0. */
  readonly managementCost: Numeric;
  /** Shortage cost. Money, at least 0; 0 (default) gives the three costs of slide 17. */
  readonly shortageCost?: Numeric;
}

/** Cost of credit, in money. */
export type CreditCost = Figure<"cost/credit-cost">;

/** The schema of {@link CreditCostInput}. */
export const creditCostSchema = lazily(() =>
  object({
    badDebtCost: amount(),
    opportunityCost: amount(),
    managementCost: amount(),
    shortageCost: withDefault(amount(), 0),
  }),
);

/**
 * Cost of credit (信用成本): bad debts, waiting, management, and the profit lost by refusing credit.
 *
 * Use it to add up one policy; give it the figures of {@link badDebtCost}, {@link opportunityCost},
 * {@link managementCost} and {@link shortageCost}, and the sum keeps their derivations. For the
 * least cost over levels of receivables use {@link optimalReceivables}.
 *
 * @formula cost = badDebtCost + opportunityCost + managementCost + shortageCost
 * @units money in, money out
 *
 * @param input - The parts (each ≥ 0), of one and the same period.
 * @returns The sum.
 *
 * @throws {@link CreditError} `invalid_input`: a part is missing, unknown, negative, no plain
 *   decimal or a figure of another unit; all faults are listed.
 * @throws {@link CreditError} `currency_mismatch`: the parts are figures in two currencies.
 *
 * @source "3+1" deck, slides 8, 15 and 16.
 *
 * @example A year of 10,000 at 2 % bad debts and 60 days
 * ```ts
 * const parts = {
 *   badDebtCost: badDebtCost({ creditSales: 10_000, badDebtRate: "0.02" }),
 *   opportunityCost: opportunityCost({ creditSales: 10_000, annualRate: "0.073", dso: 60 }),
 *   managementCost: 60,
 * };
 * creditCost(parts).value.toString(); // => "380"
 * ```
 */
export function creditCost(input: CreditCostInput): CreditCost {
  const terms = read("creditCost", creditCostSchema, input);
  const { badDebtCost, opportunityCost, managementCost, shortageCost, currency } = terms;
  const cost = sumOf([badDebtCost, opportunityCost, managementCost, shortageCost]);
  const inputs = { badDebtCost, opportunityCost, managementCost, shortageCost };
  return figure("cost/credit-cost", cost, "money", inputs, { currency });
}
