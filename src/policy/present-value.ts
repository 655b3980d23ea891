/**
 * @module policy/present-value
 *
 * What a day of selling is worth today under two policies, and the difference.
 *
 * It counts all sales of the product, so it serves where a plan changes the price or the cost of
 * every unit: volume is raised through credit, and a larger volume makes the unit cheaper. Where
 * only some sales are won or given up see `policy/marginal`.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import type { Read } from "../ground/input.ts";
import { read } from "../ground/input.ts";
import { refuseHighRates } from "../ground/input-interest.ts";
import { dailyRate, discountFactor } from "./compounding.ts";
import type {
  PolicyPresentValueInput,
  PresentValueTerms,
  ReadDailySales,
} from "./present-value-terms.ts";
import { policyPresentValueSchema } from "./present-value-terms.ts";

/** What a day of selling is worth today. */
export type DailyPresentValue = Figure<
  "policy/daily-present-value" | "policy/daily-present-value-compound"
>;

/** Two policies by present value. */
export interface PolicyPresentValue {
  /** A day of selling as it is. */
  readonly base: DailyPresentValue;
  /** A day of selling under the plan. */
  readonly plan: DailyPresentValue;
  /** What the plan adds a day. */
  readonly gain: Figure<"policy/daily-gain">;
  /** What it adds in a year of `yearDays`. */
  readonly gainPerYear: Figure<"policy/yearly-gain">;
  /** What the gain of every day for ever is worth today; absent at a rate of 0. */
  readonly perpetuityValue: PerpetuityValue | Absent<PerpetuityValue["formula"]>;
}

/** What the gain of every day for ever is worth today. */
export type PerpetuityValue = Figure<
  "policy/perpetuity-value" | "policy/perpetuity-value-compound"
>;

/**
 * Policy by net present value (净现值流量法): what a day of selling under a plan is worth today, less
 * what it is worth now.
 *
 * Use it where a plan changes price, unit cost, volume, DSO and bad debts of all sales. Where some
 * sales are won or given up and the others stay as they are use {@link marginalAnalysis}.
 *
 * @formula value of a day = unitPrice × unitsPerDay × (1 − badDebtRate) ÷ (1 + annualRate × dso ÷
 *   yearDays) − unitCost × unitsPerDay; compound: ÷ (1 + annualRate)^(dso ÷ yearDays); gain = plan
 *   − base; per year × yearDays; for ever ÷ the rate of a day
 * @units money a unit, units a day, days in; money a day out, and money
 *
 * @param input - The rate, and how the product is sold now and under the plan. Costs are paid on
 *   the day of the sale, and bad debts never; management cost is not in it.
 * @returns Both values and the gain a day, the gain a year, and its value for ever, which is absent
 *   at a rate of 0.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal, or a rate above 1 without `allowHighRate`.
 * @throws {@link CreditError} `not_defined`: a compound discount factor below e^−1000.
 *
 * @source "3+1" deck, slides 60 and 61, of which the rate and the answers are lost; the form is
 *   that of Ross, Westerfield and Jaffe, *Corporate Finance*. What the example prints is ours.
 *
 * @example The food factory of slide 60 at 10 %
 * ```ts
 * const { gain, gainPerYear } = policyPresentValue({
 *   annualRate: "0.1",
 *   base: { unitPrice: 1000, unitCost: 500, unitsPerDay: 400, dso: 40, badDebtRate: "0.02" },
 *   plan: { unitPrice: 1000, unitCost: 440, unitsPerDay: 500, dso: 50, badDebtRate: "0.03" },
 * });
 * gain.value.toFixed(4); // => "70695.2684"
 * gainPerYear.value.toFixed(0); // => "25803773"
 * ```
 */
export function policyPresentValue(input: PolicyPresentValueInput): PolicyPresentValue {
  const terms = read("policyPresentValue", policyPresentValueSchema, input);
  refuseHighRates("policyPresentValue", { annualRate: terms.annualRate }, terms.allowHighRate);
  return presentValues("policyPresentValue", terms);
}

/** Both policies; `fn` is what a refusal names. */
export function presentValues(fn: string, terms: Read<PresentValueTerms>): PolicyPresentValue {
  const of = { currency: terms.currency };
  const base = present(fn, dailyValue(terms.base, terms));
  const plan = present(fn, dailyValue(terms.plan, terms));
  const [baseTerm, planTerm] = [asTerm(base), asTerm(plan)];
  const more = planTerm.minus(baseTerm);
  const gain: PolicyPresentValue["gain"] = figure(
    "policy/daily-gain",
    more,
    "money",
    { plan: planTerm, base: baseTerm },
    of,
  );
  const ofGain = asTerm(gain);
  const { yearDays } = terms;
  const yearly = ofGain.times(yearDays);
  const gainPerYear: PolicyPresentValue["gainPerYear"] = figure(
    "policy/yearly-gain",
    yearly,
    "money",
    { gain: ofGain, yearDays },
    of,
  );
  return { base, plan, gain, gainPerYear, perpetuityValue: perpetuityOf(ofGain, terms) };
}

/** What the rates of a present value are read from. */
export type PresentValueRates = Read<
  Pick<PresentValueTerms, "annualRate" | "yearDays" | "compounding">
>;

/** What a day of selling is worth today; absent where the discount factor has no value. */
export function dailyValue(
  sales: ReadDailySales,
  rates: PresentValueRates,
): DailyPresentValue | Absent<DailyPresentValue["formula"]> {
  const { unitPrice, unitCost, unitsPerDay, dso, badDebtRate } = sales;
  const { annualRate, yearDays, compounding, currency } = rates;
  const sold = { unitPrice, unitCost, unitsPerDay, dso, badDebtRate };
  const price = unitPrice.times(unitsPerDay);
  const paid = price.times(ONE.minus(badDebtRate));
  const costs = unitCost.times(unitsPerDay);
  if (compounding === "simple") {
    const growth = ONE.plus(annualRate.times(dso).over(yearDays));
    const value = paid.over(growth).minus(costs);
    const inputs = { ...sold, annualRate, yearDays };
    return figure("policy/daily-present-value", value, "money", inputs, { currency });
  }
  const id = "policy/daily-present-value-compound";
  const factor = discountFactor(dso, rates);
  if (!factor) {
    const reason = "the discount factor is below e^-1000";
    return absent(id, "money", { ...sold, annualRate, yearDays }, "not_defined", reason);
  }
  const value = paid.times(factor).minus(costs);
  const inputs = { unitPrice, unitCost, unitsPerDay, badDebtRate, discountFactor: factor };
  return figure(id, value, "money", inputs, { currency });
}

function perpetuityOf(
  gain: Fraction,
  rates: PresentValueRates,
): PolicyPresentValue["perpetuityValue"] {
  const { annualRate, yearDays, compounding, currency } = rates;
  const isSimple = compounding === "simple";
  const id = isSimple ? "policy/perpetuity-value" : "policy/perpetuity-value-compound";
  if (annualRate.isZero) {
    const inputs = { gain, annualRate, yearDays };
    return absent(id, "money", inputs, "not_defined", "at a rate of 0 it would have no end");
  }
  if (isSimple) {
    const value = gain.times(yearDays).over(annualRate);
    return figure(id, value, "money", { gain, annualRate, yearDays }, { currency });
  }
  const rateOfDay = dailyRate(rates);
  const value = gain.over(rateOfDay);
  return figure(id, value, "money", { gain, dailyRate: rateOfDay }, { currency });
}
