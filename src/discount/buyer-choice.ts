/**
 * @module discount/buyer-choice
 *
 * When a buyer should pay: the day whose payment is worth least today, over all discounts at once.
 */
import { refuse } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { least, ONE } from "../ground/fraction.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, optional } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import { paymentTerms } from "../terms/input.ts";
import type { Terms } from "../terms/terms.ts";
import type { TermsInDays, TierInDays } from "./terms-in-days.ts";
import { termsInDays, waysOfPaying } from "./terms-in-days.ts";

/** What {@link buyerDiscountChoice} needs. */
export interface BuyerDiscountChoiceInput extends InterestOptions {
  /** Payment terms counted in days: a text, or the structure. */
  readonly terms: string | Terms;
  /** The amount of the invoice. Money, at least 0. */
  readonly amount: Numeric;
  /** What the buyer's money costs a year: the rate of its credit line, or of its deposits. */
  readonly annualRate: Numeric;
  /** The day on which the buyer would really pay the whole; the net day unless stated. */
  readonly paymentDay?: Numeric;
}

/** A payment, less the discount of its day. */
export type DiscountedPayment = Figure<"discount/payment">;

/** What a payment is worth on the first day on which one could be made. */
export type PaymentPresentValue = Figure<"discount/payment-present-value">;

/** One way of paying. */
export interface PaymentOption {
  /** The day of payment, counted from the invoice, a plain decimal. */
  readonly day: string;
  /** What is paid then. */
  readonly payment: DiscountedPayment;
  /** What that is worth on the first day. */
  readonly presentValue: PaymentPresentValue;
}

/** The best day, and what it is better by. */
export interface BuyerDiscountChoice {
  /** Every way of paying, by day: the discounts, then the whole. */
  readonly options: readonly PaymentOption[];
  /** Those of the least present value: one, or several that tie. */
  readonly best: readonly PaymentOption[];
  /** What the best is better by than paying the whole, on the first day. */
  readonly saving: Figure<"discount/buyer-saving">;
}

/** The schema of {@link BuyerDiscountChoiceInput}. */
export const buyerDiscountChoiceSchema = lazily(() =>
  object({
    terms: paymentTerms(),
    amount: amount(),
    annualRate: interestRate(),
    paymentDay: optional(days()),
    ...interestShape(),
  }),
);

/**
 * The buyer's choice among cash discounts (买方的现金折扣决策): the day whose payment has the lowest
 * present value at the buyer's own rate.
 *
 * Use it to decide when to pay, or to foresee which discount customers will take. The annual rates
 * of {@link tierAnnualRates} explain the choice and do not make it: where the steps get cheaper, a
 * first step that is not worth taking can lead to a last day that is.
 *
 * @formula payment = amount × (1 − discountRate); presentValue = payment ÷ (1 + annualRate × (day −
 *   firstDay) ÷ yearDays); saving = presentValue of the whole − least presentValue
 * @units money and days in; money out
 *
 * @param input - The terms, the amount (≥ 0) and the buyer's rate (≥ 0). A buyer who would pay late
 *   gives the day: it must be after the last discount.
 * @returns All options and the best. Values are those of the first day on which a payment could be
 *   made, at simple interest: the last day of the first discount.
 *
 * @throws {@link CreditError} `invalid_input`: the terms are not understood, a number is out of
 *   range, the payment day is not after the discounts, or the rate is above 1 without
 *   `allowHighRate`.
 * @throws {@link CreditError} `unsupported`: the terms are not counted in days, or are paid in
 *   parts.
 *
 * @source own derivation; terms of "3+1" deck, slide 78
 *
 * @example At 33 % nobody should leave the first discount for the second, and yet day 45 is best
 * ```ts
 * const { options, best } = buyerDiscountChoice({
 *   terms: "3/10, 2/20, n/45",
 *   amount: 100,
 *   annualRate: "0.33",
 * });
 * options.map(({ presentValue }) => presentValue.value.toFixed(4));
 * // => ["97.0000", "97.1219", "96.9327"]
 * best[0]?.day; // => "45"
 * ```
 */
export function buyerDiscountChoice(input: BuyerDiscountChoiceInput): BuyerDiscountChoice {
  const fn = "buyerDiscountChoice";
  const terms = read(fn, buyerDiscountChoiceSchema, input);
  const { annualRate, allowHighRate, currency } = terms;
  refuseHighRates(fn, { annualRate }, allowHighRate);
  const ways = waysOfPaying(withPaymentDay(fn, termsInDays(fn, "terms", terms.terms), terms));
  const firstDay = (ways[0] as TierInDays).day;
  const options = ways.map((way) => optionOf(way, { ...terms, firstDay }));
  const values = options.map(({ presentValue }) => asTerm(presentValue));
  const lowest = values.reduce(least);
  const whole = values[values.length - 1] as Fraction;
  const inputs = { wholePresentValue: whole, options: values.map((value) => ({ value })) };
  return {
    options,
    best: options.filter((_, index) => values[index]?.equals(lowest)),
    saving: figure("discount/buyer-saving", whole.minus(lowest), "money", inputs, { currency }),
  };
}

/** The terms as this buyer keeps them. */
function withPaymentDay(
  fn: string,
  terms: TermsInDays,
  { paymentDay }: { readonly paymentDay?: Fraction | undefined },
): TermsInDays {
  if (!paymentDay) return terms;
  const last = terms.tiers[terms.tiers.length - 1];
  if (last && paymentDay.compare(last.day) <= 0) {
    refuse(fn, "paymentDay", "must be after the last discount day", toText(paymentDay));
  }
  return { ...terms, netDay: paymentDay };
}

interface Valuation {
  readonly amount: Fraction;
  readonly annualRate: Fraction;
  readonly yearDays: Fraction;
  readonly firstDay: Fraction;
  readonly currency?: string | undefined;
}

function optionOf({ discountRate, day }: TierInDays, valuation: Valuation): PaymentOption {
  const { amount, annualRate, yearDays, firstDay, currency } = valuation;
  const paid = amount.times(ONE.minus(discountRate));
  const payment: DiscountedPayment = figure(
    "discount/payment",
    paid,
    "money",
    { amount, discountRate },
    { currency },
  );
  const interest = annualRate.times(day.minus(firstDay)).over(yearDays);
  const worth = paid.over(ONE.plus(interest));
  const inputs = { payment, annualRate, day, firstDay, yearDays };
  return {
    day: toText(day),
    payment,
    presentValue: figure("discount/payment-present-value", worth, "money", inputs, { currency }),
  };
}
