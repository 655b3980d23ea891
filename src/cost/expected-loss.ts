/**
 * @module cost/expected-loss
 *
 * What a probability of default costs on the average.
 */
import type { Figure } from "../ground/figure.ts";
import { absent, figure, throwAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import {
  amount,
  days,
  object,
  optional,
  rate,
  withDefault,
  yearDays,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { asPrinted, power } from "../ground/transcendental.ts";

/** What {@link expectedLoss} needs. */
export interface ExpectedLossInput {
  /** Probability of default, from 0 to 1: of the exposure's own time, or a year's. */
  readonly defaultProbability: Numeric;
  /** Share of the exposure that is lost in a default, from 0 to 1. */
  readonly lossGivenDefault: Numeric;
  /** What is owed when the default comes. Money, at least 0. */
  readonly exposureAtDefault: Numeric;
  /** Days that the exposure lasts: the probability is then a year's, and brought down to them. */
  readonly horizonDays?: Numeric;
  /** Days of the year: 365 (default), 360 or 366; asked for with `horizonDays` only. */
  readonly yearDays?: YearDays;
}

/** Expected loss, in money. */
export type ExpectedLoss = Figure<"cost/expected-loss">;

/** The schema of {@link ExpectedLossInput}. */
export const expectedLossSchema = lazily(() =>
  object({
    defaultProbability: rate(),
    lossGivenDefault: rate(),
    exposureAtDefault: amount(),
    horizonDays: optional(days()),
    yearDays: withDefault(yearDays(), 365),
  }),
);

/**
 * Expected loss (预期损失): what an exposure costs through default, on the average.
 *
 * Use it for one customer or order with a probability of default. An annual probability on an
 * exposure of 60 days is six times too much: state `horizonDays`. For a rate of bad debts on sales
 * use {@link badDebtCost}; for the probability that an order bears {@link
 * breakEvenDefaultProbability}; for how far the loss may lie from it {@link lossDeviation}.
 *
 * @formula loss = defaultProbability × lossGivenDefault × exposureAtDefault; with `horizonDays` the
 *   probability is 1 − (1 − defaultProbability)^(horizonDays ÷ yearDays)
 * @units fractions, money and days in; money out
 *
 * @param input - The probability (0 to 1), the loss given default (0 to 1), the exposure (≥ 0), and
 *   how long it lasts.
 * @returns The loss; with `horizonDays` the probability of that time is nested in it, rounded to 34
 *   digits.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: the probability of survival is below e^−1000.
 *
 * @source Basel Committee on Banking Supervision (PD × LGD × EAD).
 *
 * @example 2 % on 1.5 million, of which 60 % is lost
 * ```ts
 * const risk = {
 *   defaultProbability: "0.02",
 *   lossGivenDefault: "0.6",
 *   exposureAtDefault: 1_500_000,
 * };
 * expectedLoss(risk).value.toString(); // => "18000"
 * expectedLoss({ ...risk, horizonDays: 60 }).value.toFixed(2); // => "2983.94"
 * ```
 */
export function expectedLoss(input: ExpectedLossInput): ExpectedLoss {
  const terms = read("expectedLoss", expectedLossSchema, input);
  const { lossGivenDefault, exposureAtDefault, currency } = terms;
  const defaultProbability = probabilityOf("expectedLoss", terms);
  const loss = defaultProbability.times(lossGivenDefault).times(exposureAtDefault);
  const inputs = { defaultProbability, lossGivenDefault, exposureAtDefault };
  return figure("cost/expected-loss", loss, "money", inputs, { currency });
}

/** The probability given, or that of the horizon, which remembers its figure. */
export function probabilityOf(
  fn: string,
  terms: Terms<ReturnType<typeof expectedLossSchema>>,
): Fraction {
  const { defaultProbability, horizonDays, yearDays } = terms;
  if (!horizonDays) return defaultProbability;
  const id = "cost/default-probability-over-horizon";
  const inputs = { defaultProbability, horizonDays, yearDays };
  const survival = power(ONE.minus(defaultProbability), horizonDays.over(yearDays));
  if (!survival) {
    const reason = "the probability of survival is below e^-1000";
    const none = absent(id, "fraction", inputs, "not_defined", reason);
    return throwAbsent(fn, none);
  }
  const exact = ONE.minus(survival.value);
  const probability = survival.isRounded ? asPrinted(exact) : exact;
  return probability.from(figure(id, probability, "fraction", inputs));
}
