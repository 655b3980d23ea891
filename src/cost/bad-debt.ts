/**
 * @module cost/bad-debt
 *
 * The part of credit sales that is never paid.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link badDebtCost} needs. */
export interface BadDebtCostInput {
  /** Credit sales of the period. Money, at least 0. */
  readonly creditSales: Numeric;
  /** Bad debts as a share of credit sales, from 0 to 1. */
  readonly badDebtRate: Numeric;
}

/** Bad-debt cost, in money. */
export type BadDebtCost = Figure<"cost/bad-debt">;

/** The schema of {@link BadDebtCostInput}. */
export const badDebtCostSchema = lazily(() =>
  object({ creditSales: amount(), badDebtRate: rate() }),
);

/**
 * Bad-debt cost (坏账成本): what of the credit sales is never paid.
 *
 * Use it for a past or planned rate of bad debts. For one exposure with a probability of default
 * see {@link expectedLoss}; the interest on what is paid late is {@link opportunityCost}.
 *
 * @formula bad-debt cost = creditSales × badDebtRate
 * @units money in, money out
 *
 * @param input - Credit sales (≥ 0) and the bad-debt rate (0 to 1).
 * @returns The cost for the period of the sales.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; all faults are listed.
 *
 * @source "3+1" deck, slides 8 and 9.
 *
 * @example The 5 % of slide 9 on 100 million
 * ```ts
 * badDebtCost({ creditSales: 100_000_000, badDebtRate: "0.05" }).value.toString(); // => "5000000"
 * ```
 */
export function badDebtCost(input: BadDebtCostInput): BadDebtCost {
  const terms = read("badDebtCost", badDebtCostSchema, input);
  const { creditSales, badDebtRate, currency } = terms;
  const cost = creditSales.times(badDebtRate);
  return figure("cost/bad-debt", cost, "money", { creditSales, badDebtRate }, { currency });
}
