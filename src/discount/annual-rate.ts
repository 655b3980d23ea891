/**
 * @module discount/annual-rate
 *
 * What it costs a year not to take a cash discount. For terms with several discounts see
 * `discount/tier-rates`; for the choice of a buyer who knows its borrowing rate see
 * `discount/buyer-choice`.
 */
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction, ONE } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { days, object, rate, withDefault, yearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import { asPrinted, power } from "../ground/transcendental.ts";

/** What {@link discountAnnualRate} needs. */
export interface DiscountAnnualRateInput {
  /** The discount, as a fraction of the amount: at least 0, less than 1. */
  readonly discountRate: Numeric;
  /** The last day on which it is earned, counted from the invoice. Days, at least 0. */
  readonly discountDay: Numeric;
  /** The day on which the whole is really paid: the net day, or a later one. */
  readonly paymentDay: Numeric;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** The annual cost of forgoing a discount, by the rule of three. */
export type SimpleAnnualRate = Figure<"discount/simple-annual-rate">;

/** The same with interest on interest; rounded once, as every irrational number is. */
export type EffectiveAnnualRate = Figure<"discount/effective-annual-rate">;

/** The annual cost of forgoing a discount, both ways. */
export interface DiscountAnnualRate {
  /** By the rule of three; Chinese examinations take this one, on 360 days. */
  readonly simple: SimpleAnnualRate;
  /** With interest on interest; absent beyond 10^434. */
  readonly effective: EffectiveAnnualRate | Absent<"discount/effective-annual-rate">;
}

/** The schema of {@link DiscountAnnualRateInput}. */
export const discountAnnualRateSchema = lazily(() =>
  object({
    discountRate: rate(),
    discountDay: days(),
    paymentDay: days(),
    yearDays: withDefault(yearDays(), 365),
  }),
);

/**
 * Annual cost of forgoing a cash discount (放弃现金折扣的年成本): who does not take 2 % for paying 20
 * days sooner borrows at this rate.
 *
 * Use it to compare a discount with a loan. With several discounts use {@link tierAnnualRates} to
 * see each step, and {@link buyerDiscountChoice} to decide: the steps alone can mislead.
 *
 * @formula simple = discountRate ÷ (1 − discountRate) × yearDays ÷ (paymentDay − discountDay);
 *   effective = (1 ÷ (1 − discountRate)) ^ (yearDays ÷ (paymentDay − discountDay)) − 1
 * @units days in; fractions a year out
 *
 * @param input - The discount (from 0, below 1), its last day, and the day of payment, which must
 *   be later. A buyer who pays late stretches the terms: give the day really paid.
 * @returns Both rates. The effective one is computed at 50 digits and rounded once; a whole
 *   exponent is an exact power.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; the payment day is not after the discount day.
 *
 * @source usual textbook formula; `2/10, N/30` is the example of "3+1" deck, slide 78. Spreadsheet
 *   functions that count whole periods only give 0.44578 for it.
 *
 * @example 2/10, n/30
 * ```ts
 * const { simple, effective } = discountAnnualRate({
 *   discountRate: "0.02",
 *   discountDay: 10,
 *   paymentDay: 30,
 * });
 * simple.value.toFixed(6); // => "0.372449"
 * effective.value?.toFixed(6); // => "0.445853"
 * ```
 */
export function discountAnnualRate(input: DiscountAnnualRateInput): DiscountAnnualRate {
  const terms = read("discountAnnualRate", discountAnnualRateSchema, input);
  const { discountRate, discountDay, paymentDay } = terms;
  if (discountRate.equals(ONE)) {
    refuse("discountAnnualRate", "discountRate", "must be less than 1", toText(discountRate));
  }
  if (paymentDay.compare(discountDay) <= 0) {
    const rule = "must be after `discountDay`";
    refuse("discountAnnualRate", "paymentDay", rule, toText(paymentDay));
  }
  return annualRates(terms);
}

interface ForgoneDiscount {
  readonly discountRate: Fraction;
  readonly discountDay: Fraction;
  readonly paymentDay: Fraction;
  readonly yearDays: Fraction;
}

/** Both rates of a discount that is forgone until a later day. */
export function annualRates(terms: ForgoneDiscount): DiscountAnnualRate {
  const { discountRate, discountDay, paymentDay, yearDays } = terms;
  const inputs = { discountRate, discountDay, paymentDay, yearDays };
  const extraDays = paymentDay.minus(discountDay);
  const cost = discountRate.over(ONE.minus(discountRate));
  const simple = cost.times(yearDays).over(extraDays);
  return {
    simple: figure("discount/simple-annual-rate", simple, "fraction", inputs),
    effective: effectiveRate(
      "discount/effective-annual-rate",
      ONE.over(ONE.minus(discountRate)),
      yearDays.over(extraDays),
      inputs,
    ),
  };
}

/** About e^1000, where rounded powers end; exact ones end there, too. */
const LARGEST = /* @__PURE__ */ Fraction.of(10n ** 434n);

/** growth ^ exponent − 1, rounded once; absent where it could not be printed. */
export function effectiveRate<Id extends string>(
  id: Id,
  growth: Fraction,
  exponent: Fraction,
  inputs: object,
): Figure<Id> | Absent<Id> {
  const grown = power(growth, exponent);
  if (!grown || grown.value.compare(LARGEST) > 0) {
    const isGreat = growth.compare(ONE) > 0;
    const reason = `the effective rate is ${isGreat ? "beyond 10^434" : "too near to -1"}`;
    return absent(id, "fraction", inputs, "not_defined", reason);
  }
  const rate = grown.value.minus(ONE);
  return figure<Figure<Id>>(id, grown.isRounded ? asPrinted(rate) : rate, "fraction", inputs);
}
