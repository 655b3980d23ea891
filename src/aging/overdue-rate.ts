/**
 * @module aging/overdue-rate
 *
 * The share of receivables that is overdue.
 */
import type { Figure } from "../ground/figure.ts";
import { absent, figure, throwAbsent } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link overdueRate} needs. */
export interface OverdueRateInput {
  /** Overdue receivables. Money, at least 0. */
  readonly overdue: Numeric;
  /** Total receivables. Money, at least 0; 0 has no rate. */
  readonly receivables: Numeric;
}

/** A share of receivables. */
export type OverdueRate = Figure<"aging/overdue-rate">;

/** The schema of {@link OverdueRateInput}. */
export const overdueRateSchema = lazily(() => object({ overdue: amount(), receivables: amount() }));

/**
 * The overdue rate (逾期账款率): overdue receivables as a share of total receivables.
 *
 * Use it as the plainest measure of how terms are kept; it may pass 1 where `receivables` are net
 * of credits. For how long items are overdue use {@link daysBeyondTerms}.
 *
 * @formula overdue rate = overdue ÷ receivables
 * @units money in; a fraction out
 *
 * @param input - Overdue and total receivables, of the same scope and day.
 * @returns The rate.
 *
 * @throws {@link CreditError} `invalid_input`: a negative or unreadable amount.
 * @throws {@link CreditError} `not_defined`: receivables are 0.
 *
 * @source "3+1" deck, slides 53, 63-64 (the definitions of slide 64 are lost); usual definition
 *
 * @example
 * ```ts
 * overdueRate({ overdue: 430, receivables: 1030 }).value.toFixed(4); // => "0.4175"
 * ```
 */
export function overdueRate(input: OverdueRateInput): OverdueRate {
  const { overdue, receivables } = read("overdueRate", overdueRateSchema, input);
  const inputs = { overdue, receivables };
  if (receivables.isZero) {
    throwAbsent(
      "overdueRate",
      absent(
        "aging/overdue-rate",
        "fraction",
        inputs,
        "not_defined",
        "receivables are 0, so no share of them is overdue",
      ),
    );
  }
  return figure("aging/overdue-rate", overdue.over(receivables), "fraction", inputs);
}
