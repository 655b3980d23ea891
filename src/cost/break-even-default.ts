/**
 * @module cost/break-even-default
 *
 * The probability of default at which an order on credit earns nothing.
 */
import type { Caveat, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { ONE } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, withDefault, word } from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link breakEvenDefaultProbability} needs. */
export interface BreakEvenDefaultProbabilityInput extends InterestOptions {
  /** The price of the order. Money, at least 0. */
  readonly price: Numeric;
  /** What the order costs the seller. Money, at least 0. */
  readonly variableCost: Numeric;
  /** What money costs a year. */
  readonly annualRate: Numeric;
  /** Days until the customer pays, at least 0. */
  readonly days: Numeric;
  /** One order (default), or a customer who keeps ordering unless he defaults. */
  readonly customer?: "one-order" | "repeat";
}

/** Break-even probability of default, a fraction. */
export type BreakEvenDefaultProbability = Figure<
  "cost/break-even-default-probability" | "cost/break-even-default-probability-repeat"
>;

/** The schema of {@link BreakEvenDefaultProbabilityInput}. */
export const breakEvenDefaultProbabilitySchema = lazily(() =>
  object({
    price: amount(),
    variableCost: amount(),
    annualRate: interestRate(),
    days: days(),
    customer: withDefault(word("one-order", "repeat"), "one-order"),
    ...interestShape(),
  }),
);

/**
 * Break-even probability of default (盈亏平衡违约概率): up to which probability of default an order
 * on credit still pays.
 *
 * Use it to decide on one order, and with `customer: "repeat"` on a new customer: who pays once is
 * taken to order for ever and never to default, so that a far higher probability is bearable. For
 * the loss that a probability means see {@link expectedLoss}.
 *
 * @formula one order: p = 1 − v (1 + R) ÷ P; repeat: p = 1 − v R ÷ (P − v); with R = annualRate ×
 *   days ÷ yearDays, P price, v variable cost
 * @units money and days in, a fraction out
 *
 * @param input - Price and variable cost of an order (≥ 0), the interest rate, and the days until
 *   payment.
 * @returns The probability; below 0 no probability is low enough, and the figure carries
 *   `outside_range`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal, or a rate above 1 without `allowHighRate`; all faults are listed.
 * @throws {@link CreditError} `not_defined`: the price is 0; for `repeat`, not above the cost.
 *
 * @source Ross, Westerfield and Jaffe, *Corporate Finance* (one order); the repeat form is the
 *   usual one of textbooks. The deck has neither.
 *
 * @example An order of 1,000 that costs 850, 60 days, 10 %
 * ```ts
 * const order = { price: 1000, variableCost: 850, annualRate: "0.1", days: 60 };
 * breakEvenDefaultProbability(order).value.toFixed(6); // => "0.136027"
 * breakEvenDefaultProbability({ ...order, customer: "repeat" }).value.toFixed(6); // => "0.906849"
 * ```
 */
export function breakEvenDefaultProbability(
  input: BreakEvenDefaultProbabilityInput,
): BreakEvenDefaultProbability {
  const fn = "breakEvenDefaultProbability";
  const terms = read(fn, breakEvenDefaultProbabilitySchema, input);
  const { price, variableCost, annualRate, days, customer, yearDays } = terms;
  refuseHighRates(fn, { annualRate }, terms.allowHighRate);
  const isRepeat = customer === "repeat";
  const id = `cost/break-even-default-probability${isRepeat ? "-repeat" : ""}` as const;
  const inputs = { price, variableCost, annualRate, days, yearDays };
  const atStake = isRepeat ? price.minus(variableCost) : price;
  if (atStake.sign <= 0) {
    const reason = isRepeat ? "the price is not above the variable cost" : "the price is 0";
    const none = absent(id, "fraction", inputs, "not_defined", reason);
    return present<BreakEvenDefaultProbability>(fn, none);
  }
  const interest = annualRate.times(days).over(yearDays);
  const spent = variableCost.times(isRepeat ? interest : ONE.plus(interest));
  const probability = ONE.minus(spent.over(atStake));
  const caveats: Caveat[] = probability.sign < 0 ? [{ code: "outside_range" }] : [];
  return figure(id, probability, "fraction", inputs, { caveats });
}
