/**
 * @module dso/delay-against-terms
 *
 * How far the DSO exceeds the credit term agreed.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { days, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link delayAgainstTerms} needs. */
export interface DelayAgainstTermsInput {
  /** A DSO: its figure, or days. */
  readonly dso: Numeric;
  /** The average credit term agreed with customers: its figure, or days. */
  readonly termDays: Numeric;
}

/** Days by which the DSO exceeds the terms. */
export type DelayAgainstTerms = Figure<"dso/delay-against-terms">;

/** The schema of {@link DelayAgainstTermsInput}. */
export const delayAgainstTermsSchema = lazily(() => object({ dso: days(), termDays: days() }));

/**
 * Delay against terms (超账期天数): days by which the DSO exceeds the average credit term.
 *
 * Use it where terms are known and amounts past due are not; with those,
 * {@link averageDaysDelinquent} is the sharper measure. Negative where customers pay early.
 *
 * @formula delay = dso − termDays
 * @units days
 *
 * @param input - The DSO and the average term, as figures or days (≥ 0).
 * @returns The difference in days.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative, no plain
 *   decimal or a figure that is not in days; all faults are listed.
 *
 * @source "3+1" deck, slides 65 and 66. The slide takes 34 − 26 = 8 days of improvement from
 *   rounded delays; exactly it is 7.50.
 *
 * @example The half year of slide 66
 * ```ts
 * const dso = dsoPeriodAverage({
 *   receivables: 1_170_000,
 *   sales: 3_318_000,
 *   days: 181,
 *   sameTaxBasis: true,
 * });
 * delayAgainstTerms({ dso, termDays: 30 }).value.toFixed(2); // => "33.82"
 * ```
 */
export function delayAgainstTerms(input: DelayAgainstTermsInput): DelayAgainstTerms {
  const { dso, termDays } = read("delayAgainstTerms", delayAgainstTermsSchema, input);
  const delay = dso.minus(termDays);
  return figure("dso/delay-against-terms", delay, "days", { dso, termDays });
}
