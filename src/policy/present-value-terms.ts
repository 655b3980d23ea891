/**
 * @module policy/present-value-terms
 *
 * What a comparison by present value is given: two ways to sell a product, and what money costs.
 */
import type { Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import { amount, days, numeric, object, rate, withDefault, word } from "../ground/input-atoms.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";
import { ZERO } from "../ground/fraction.ts";

/** How a product is sold. */
export interface DailySales {
  /** Price of a unit. Money, at least 0. */
  readonly unitPrice: Numeric;
  /** Cost of a unit, paid on the day of the sale. Money, at least 0. */
  readonly unitCost: Numeric;
  /** Units sold a day, at least 0. */
  readonly unitsPerDay: Numeric;
  /** Days until the price is paid: a DSO figure, or days. */
  readonly dso: Numeric;
  /** Share of the price that is never paid, from 0 to 1. */
  readonly badDebtRate: Numeric;
}

/** Interest that grows with the days, or is itself put on interest. */
export type Compounding = "simple" | "compound";

/** What {@link policyPresentValue} needs. One currency throughout. */
export interface PolicyPresentValueInput extends InterestOptions {
  /** The rate a year at which later money is discounted. */
  readonly annualRate: Numeric;
  /** Simple interest (default), or compound. */
  readonly compounding?: Compounding;
  /** How the product is sold now. */
  readonly base: DailySales;
  /** How it would be sold under the plan. */
  readonly plan: DailySales;
}

/** The fields of {@link DailySales}, for a schema. */
export const dailySalesShape = () => ({
  unitPrice: amount(),
  unitCost: amount(),
  unitsPerDay: numeric("count", { atLeast: ZERO }),
  dso: days(),
  badDebtRate: rate(),
});

/** The fields around base and plan, for a schema. */
export const presentValueRatesShape = () => ({
  annualRate: interestRate(),
  ...interestShape(),
  compounding: withDefault(word("simple", "compound"), "simple"),
});

/** The schema of {@link PolicyPresentValueInput}. */
export const policyPresentValueSchema = lazily(() =>
  object({
    ...presentValueRatesShape(),
    base: object(dailySalesShape()),
    plan: object(dailySalesShape()),
  }),
);

/** What a comparison by present value is computed from. */
export type PresentValueTerms = Terms<ReturnType<typeof policyPresentValueSchema>>;

/** How a product is sold, as it is read. */
export type ReadDailySales = PresentValueTerms["base"];
