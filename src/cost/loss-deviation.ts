/**
 * @module cost/loss-deviation
 *
 * How far the loss on one debtor lies from the expected one.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, ONE } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import { asPrinted, power } from "../ground/transcendental.ts";
import type { ExpectedLossInput } from "./expected-loss.ts";
import { expectedLossSchema, probabilityOf } from "./expected-loss.ts";

/** Standard deviation of loss, in money. */
export type LossDeviation = Figure<"cost/loss-deviation">;

const HALF = /* @__PURE__ */ Fraction.of(1n, 2n);

/**
 * The standard deviation of loss (损失标准差) on one debtor, who pays in full or defaults.
 *
 * Use it beside {@link expectedLoss} to see what a concentration costs: the expected loss of one
 * large debtor is that of many small ones, the deviation is not.
 *
 * @formula deviation = exposureAtDefault × lossGivenDefault × √(defaultProbability × (1 −
 *   defaultProbability)); with `horizonDays` the probability is that of the horizon
 * @units fractions, money and days in; money out
 *
 * @param input - The same as of {@link expectedLoss}.
 * @returns The deviation, rounded to 34 digits.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: the probability of survival is below e^−1000.
 *
 * @source the standard deviation of a loss with two outcomes (Bernoulli)
 *
 * @example 2 % on 1.5 million, of which 60 % is lost: 18,000 expected
 * ```ts
 * const deviation = lossDeviation({
 *   defaultProbability: "0.02",
 *   lossGivenDefault: "0.6",
 *   exposureAtDefault: 1_500_000,
 * });
 * deviation.value.toString(); // => "126000"
 * ```
 */
export function lossDeviation(input: ExpectedLossInput): LossDeviation {
  const fn = "lossDeviation";
  const terms = read(fn, expectedLossSchema, input);
  const { lossGivenDefault, exposureAtDefault, currency } = terms;
  const defaultProbability = probabilityOf(fn, terms);
  const variance = defaultProbability.times(ONE.minus(defaultProbability));
  const root = power(variance, HALF);
  if (!root) throw new RangeError("a variance has a root");
  const deviation = exposureAtDefault.times(lossGivenDefault).times(root.value);
  const inputs = { defaultProbability, lossGivenDefault, exposureAtDefault };
  const value = root.isRounded ? asPrinted(deviation) : deviation;
  return figure("cost/loss-deviation", value, "money", inputs, { currency });
}
