/**
 * @module policy/payment-in-kind
 *
 * Goods taken instead of money: what they are worth today, and what is lost on the claim.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, money, object, rate, withDefault } from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link paymentInKindValue} needs. One currency throughout. */
export interface PaymentInKindValueInput extends InterestOptions {
  /** What the goods would settle of the debt. Money, above 0. */
  readonly claim: Numeric;
  /** What the goods are expected to sell for. Money, at least 0. */
  readonly salePrice: Numeric;
  /** Cost of selling as a share of the price, from 0 to 1; 0 by default. */
  readonly sellingCostRate?: Numeric;
  /** Tax that cannot be recovered as a share of the price, from 0 to 1; 0 by default. */
  readonly taxRate?: Numeric;
  /** Storage, insurance and decay a day. Money, at least 0; 0 by default. */
  readonly holdingCostPerDay?: Numeric;
  /** Costs of taking the goods over, today. Money, at least 0; 0 by default. */
  readonly takeoverCost?: Numeric;
  /** Days until they are sold. */
  readonly days: Numeric;
  /** What waiting for money costs a year. */
  readonly annualRate: Numeric;
}

/** What goods taken instead of money are worth. */
export interface PaymentInKindValue {
  /** What is left of the price on the day of the sale; below 0 where they cost more than that. */
  readonly proceeds: Figure<"policy/in-kind-proceeds">;
  /** That today, less the costs of taking over: the answer. */
  readonly value: Figure<"policy/in-kind-value">;
  /** The claim less the value; below 0 where the goods are worth more. */
  readonly loss: Figure<"policy/in-kind-loss">;
  /** The value as a share of the claim. */
  readonly recoveryRate: Figure<"policy/in-kind-recovery-rate">;
}

/** The schema of {@link PaymentInKindValueInput}. */
export const paymentInKindValueSchema = lazily(() =>
  object({
    claim: money({ above: ZERO }),
    salePrice: amount(),
    sellingCostRate: withDefault(rate(), 0),
    taxRate: withDefault(rate(), 0),
    holdingCostPerDay: withDefault(amount(), 0),
    takeoverCost: withDefault(amount(), 0),
    days: days(),
    annualRate: interestRate(),
    ...interestShape(),
  }),
);

/**
 * Payment in goods (以物抵债): what goods taken instead of money are worth today, and what is lost
 * on the claim.
 *
 * Use it when a debtor offers goods. Compare the value with what collection is expected to bring:
 * {@link recoveryExpectation}.
 *
 * The reading: the goods are sold for cash on day `days`; selling, tax and holding are paid then,
 * and all of it is brought to today by simple interest. An asset of use to yourself is worth what
 * buying it would cost you: give that as `salePrice`.
 *
 * @formula proceeds = salePrice × (1 − sellingCostRate − taxRate) − holdingCostPerDay × days; value
 *   = proceeds ÷ (1 + annualRate × days ÷ yearDays) − takeoverCost; loss = claim − value;
 *   recoveryRate = value ÷ claim
 * @units money, days and fractions in; money and a fraction out
 *
 * @param input - The claim (above 0), the price, its costs, the days until the sale, and your rate.
 * @returns Proceeds, value, loss and recovery rate.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range; an
 *   interest rate above 1 without `allowHighRate`; all faults are listed.
 *
 * @source ours: realisable value less the costs of the sale, with time value
 *
 * @example Goods for 700,000 in half a year, for a claim of a million
 * ```ts
 * const { value, loss } = paymentInKindValue({
 *   claim: 1_000_000,
 *   salePrice: 700_000,
 *   sellingCostRate: "0.05",
 *   taxRate: "0.03",
 *   holdingCostPerDay: 100,
 *   days: 180,
 *   annualRate: "0.08",
 *   yearDays: 360,
 * });
 * value.value.toFixed(2); // => "601923.08"
 * loss.value.toFixed(2); // => "398076.92"
 * ```
 */
export function paymentInKindValue(input: PaymentInKindValueInput): PaymentInKindValue {
  const fn = "paymentInKindValue";
  const terms = read(fn, paymentInKindValueSchema, input);
  const { claim, salePrice, sellingCostRate, taxRate, holdingCostPerDay, takeoverCost } = terms;
  const { days, annualRate, yearDays, currency } = terms;
  refuseHighRates(fn, { annualRate }, terms.allowHighRate);
  const money = { currency };
  const kept = salePrice.times(ONE.minus(sellingCostRate).minus(taxRate));
  const left = kept.minus(holdingCostPerDay.times(days));
  const sale = { salePrice, sellingCostRate, taxRate, holdingCostPerDay, days };
  const sold = figure<PaymentInKindValue["proceeds"]>(
    "policy/in-kind-proceeds",
    left,
    "money",
    sale,
    money,
  );
  const proceeds = asTerm(sold);
  const growth = ONE.plus(annualRate.times(days).over(yearDays));
  const today = proceeds.over(growth).minus(takeoverCost);
  const waiting = { proceeds, annualRate, days, yearDays, takeoverCost };
  const worth = figure<PaymentInKindValue["value"]>(
    "policy/in-kind-value",
    today,
    "money",
    waiting,
    money,
  );
  const value = asTerm(worth);
  const inputs = { claim, goodsValue: value };
  return {
    proceeds: sold,
    value: worth,
    loss: figure("policy/in-kind-loss", claim.minus(value), "money", inputs, money),
    recoveryRate: figure("policy/in-kind-recovery-rate", value.over(claim), "fraction", inputs),
  };
}
