/**
 * @module discount/tier-rates
 *
 * What it costs a year to let each of several discounts pass: against paying the whole, and against
 * taking the next one.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { object, withDefault, yearDays } from "../ground/input-atoms.ts";
import { paymentTerms } from "../terms/input.ts";
import type { Terms } from "../terms/terms.ts";
import type { DiscountAnnualRate } from "./annual-rate.ts";
import { annualRates, effectiveRate } from "./annual-rate.ts";
import type { TierInDays } from "./terms-in-days.ts";
import { termsInDays } from "./terms-in-days.ts";

/** What {@link tierAnnualRates} needs. */
export interface TierAnnualRatesInput {
  /** Payment terms counted in days: a text, or the structure. */
  readonly terms: string | Terms;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** The cost of waiting from one discount to the next, a year. */
export interface DiscountStepRate {
  /** By the rule of three. */
  readonly simple: Figure<"discount/step-simple-annual-rate">;
  /** With interest on interest; absent beyond 10^434. */
  readonly effective:
    Figure<"discount/step-effective-annual-rate"> | Absent<"discount/step-effective-annual-rate">;
}

/** One discount of the terms. */
export interface TierAnnualRate {
  /** Its last day. */
  readonly day: number;
  /** The cost of forgoing it and paying the whole on the net day. */
  readonly againstNet: DiscountAnnualRate;
  /** The cost of letting it pass and taking the next one; the last discount has none. */
  readonly toNext?: DiscountStepRate;
}

/** The discounts of the terms, in order. */
export interface TierAnnualRates {
  /** One entry a discount; none where the terms have none. */
  readonly tiers: readonly TierAnnualRate[];
}

/** The schema of {@link TierAnnualRatesInput}. */
export const tierAnnualRatesSchema = lazily(() =>
  object({ terms: paymentTerms(), yearDays: withDefault(yearDays(), 365) }),
);

/**
 * Annual cost of each discount of some terms (多档现金折扣的年成本): against the net day, and against
 * the next discount.
 *
 * Use it to read `3/10, 2/20, n/45` as a price list of time. To decide when to pay use
 * {@link buyerDiscountChoice}: the steps get cheaper, so a step that is too dear alone can lead to
 * the best day.
 *
 * @formula againstNet: as {@link discountAnnualRate}. toNext: simple = (discountRate −
 *   nextDiscountRate) ÷ (1 − discountRate) × yearDays ÷ (nextDiscountDay − discountDay); effective
 *   = ((1 − nextDiscountRate) ÷ (1 − discountRate)) ^ (yearDays ÷ (nextDiscountDay − discountDay))
 *   − 1
 * @units days in; fractions a year out
 *
 * @param input - The terms.
 * @returns One entry a discount, in the order of the terms.
 *
 * @throws {@link CreditError} `invalid_input`: the terms are not understood or contradict
 *   themselves.
 * @throws {@link CreditError} `unsupported`: the terms are not counted in days, or are paid in
 *   parts.
 *
 * @source "3+1" deck, slide 78, for the two discounts; the rates are ours.
 *
 * @example The two discounts of slide 78
 * ```ts
 * const { tiers } = tierAnnualRates({ terms: "3/10, 2/20, n/45" });
 * tiers[0]?.againstNet.simple.value.toFixed(4); // => "0.3225"
 * tiers[0]?.toNext?.simple.value.toFixed(4); // => "0.3763"
 * tiers[1]?.againstNet.simple.value.toFixed(4); // => "0.2980"
 * ```
 */
export function tierAnnualRates(input: TierAnnualRatesInput): TierAnnualRates {
  const { terms, yearDays } = read("tierAnnualRates", tierAnnualRatesSchema, input);
  const { tiers, netDay } = termsInDays("tierAnnualRates", "terms", terms);
  return {
    tiers: tiers.map((tier, index) => {
      const { discountRate, day: discountDay } = tier;
      const next = tiers[index + 1];
      return {
        day: terms.tiers[index]?.days ?? 0,
        againstNet: annualRates({ discountRate, discountDay, paymentDay: netDay, yearDays }),
        ...(next ? { toNext: stepRates(tier, next, yearDays) } : {}),
      };
    }),
  };
}

function stepRates(tier: TierInDays, next: TierInDays, yearDays: Fraction): DiscountStepRate {
  const inputs = {
    discountRate: tier.discountRate,
    discountDay: tier.day,
    nextDiscountRate: next.discountRate,
    nextDiscountDay: next.day,
    yearDays,
  };
  const extraDays = next.day.minus(tier.day);
  const paidSooner = ONE.minus(tier.discountRate);
  const paidLater = ONE.minus(next.discountRate);
  const cost = tier.discountRate.minus(next.discountRate).over(paidSooner);
  const simple = cost.times(yearDays).over(extraDays);
  return {
    simple: figure("discount/step-simple-annual-rate", simple, "fraction", inputs),
    effective: effectiveRate(
      "discount/step-effective-annual-rate",
      paidLater.over(paidSooner),
      yearDays.over(extraDays),
      inputs,
    ),
  };
}
