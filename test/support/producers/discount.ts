/**
 * Random discount figures on hard inputs: no discount, one and several, ties, zero days to the next,
 * nobody and everybody taking them, and figures where numbers may be given.
 */
import fc from "fast-check";

import {
  breakEvenDiscount,
  breakEvenLoanRate,
  buyerDiscountChoice,
  discountAnnualRate,
  discountEvaluation,
  discountOnPartPayment,
  discountTakeUp,
  optimalDiscount,
  tierAnnualRates,
} from "../../../src/discount/index.ts";
import type { DiscountEvaluationInput, DiscountPlan } from "../../../src/discount/index.ts";
import { isCreditError } from "../../../src/ground/errors.ts";
import type { Absent, Figure } from "../../../src/ground/figure.ts";
import type { Numeric } from "../../../src/ground/numeric.ts";
import type { Terms } from "../../../src/terms/terms.ts";
import { fromLedgers } from "./aging.ts";
import { moneyFigure } from "./dso.ts";
import type { Producers } from "./index.ts";

const cents = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }));

/** Money of at least 0: text, number, or a figure. */
export const money: fc.Arbitrary<Numeric> = fc.oneof(
  { weight: 3, arbitrary: cents.map((value) => String(value / 100)) },
  { weight: 1, arbitrary: cents.map((value) => value / 100) },
  { weight: 1, arbitrary: cents.map((value) => moneyFigure(String(value / 100))) },
);

/** A share from 0 to 1, the ends often. */
export const share: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("0", "1", "0.5"),
  fc.integer({ min: 0, max: 10_000 }).map((value) => String(value / 10_000)),
);

const yearDays = fc.constantFrom<365 | 360 | 366>(365, 360, 366);

/** Falling discounts on rising days, none up to four, and a net day; as a structure. */
export const termsInDays: fc.Arbitrary<Terms> = fc
  .record({
    rates: fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 4 }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 89 }), { minLength: 4, maxLength: 4 }),
    more: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ rates, days, more }) => {
    const falling = rates.sort((a, b) => b - a);
    const rising = days.sort((a, b) => a - b).slice(0, falling.length);
    const tiers = falling.map((rate, index) => ({
      discountRate: String(rate / 1_000),
      days: rising[index] ?? 0,
    }));
    return { tiers, due: { kind: "days", days: (rising[rising.length - 1] ?? 0) + more } };
  });

const withDiscount = termsInDays.filter(({ tiers }) => tiers.length > 0);

/** Shares of which each takes a discount, together at most 1. */
function sharesOf(count: number): fc.Arbitrary<string[]> {
  const weights = fc.array(fc.integer({ min: 0, max: 100 }), {
    minLength: count,
    maxLength: count,
  });
  return fc.tuple(weights, fc.integer({ min: 0, max: 100 })).map(([each, rest]) => {
    const total = each.reduce((sum, weight) => sum + weight, rest);
    return each.map((weight) =>
      String(total === 0 ? 0 : Math.floor((weight * 1_000) / total) / 1_000),
    );
  });
}

/** A plan with its take-ups. */
export const discountPlan = (terms: fc.Arbitrary<Terms>): fc.Arbitrary<DiscountPlan> =>
  terms.chain((each) =>
    fc
      .record({ takeUps: sharesOf(each.tiers.length), badDebtRate: share, managementCost: money })
      .map((rest) => ({ terms: each, ...rest })),
  );

/** Today, and how costs are counted. */
export const discountBase = fc.record({
  creditSales: money,
  badDebtRate: share,
  managementCost: money,
  termDays: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constant("45.5")),
  annualRate: share,
  yearDays,
});

/** Today and two plans, on every basis. */
export const evaluations: fc.Arbitrary<DiscountEvaluationInput> = fc
  .record({
    base: discountBase,
    A: discountPlan(termsInDays),
    B: discountPlan(withDiscount),
    badDebtBase: fc.constantFrom("all-sales" as const, "undiscounted-sales" as const),
    financedAmount: fc.constantFrom("gross" as const, "net-of-discount" as const),
  })
  .map(({ base, A, B, ...bases }) => ({ ...base, plans: { A, B }, ...bases }));

/** A figure of an answer; what has none is passed over. */
function some<T>(
  inputs: fc.Arbitrary<T>,
  ask: (input: T) => Figure | Absent | undefined,
): fc.Arbitrary<Figure> {
  return inputs
    .map((input) => {
      try {
        return ask(input);
      } catch (error) {
        if (isCreditError(error)) return undefined;
        throw error;
      }
    })
    .filter((answer): answer is Figure => answer !== undefined && answer.value !== null);
}

const forgone = fc
  .record({
    rate: fc.oneof(share, fc.constantFrom("0.0000000000000000001", "0.02", "0.98")),
    discountDay: fc.integer({ min: 0, max: 60 }),
    extra: fc.constantFrom(0.5, 1, 5, 20, 35, 365, 730),
    yearDays,
  })
  .map(({ rate, discountDay, extra, yearDays }) => {
    return { discountRate: rate, discountDay, paymentDay: discountDay + extra, yearDays };
  });

const stepped = fc.record({ terms: termsInDays, yearDays });
const choices = fc.record({ terms: termsInDays, amount: money, annualRate: share, yearDays });
const choice = (of: (answer: ReturnType<typeof buyerDiscountChoice>) => Figure) =>
  some(choices, (input) => of(buyerDiscountChoice(input)));

const planB = (
  key: Exclude<keyof ReturnType<typeof discountEvaluation>["base"], never> | "saving",
) => some(evaluations, (input) => discountEvaluation(input).plans["B"]?.[key]);

/** Inputs of a break-even, any of the discounts sought. */
export const breakEvens = fc
  .record({
    base: discountBase,
    plan: discountPlan(withDiscount),
    place: fc.integer({ min: 0, max: 3 }),
    badDebtBase: fc.constantFrom("all-sales" as const, "undiscounted-sales" as const),
  })
  .map(({ base, plan, place, badDebtBase }) => {
    const count = (plan.terms as Terms).tiers.length;
    return { ...base, plan, tier: (place % count) + 1, badDebtBase };
  });

/** Inputs of a break-even loan rate; on some of them the rate is given, and ignored. */
export const loanRates = fc
  .record({
    base: discountBase,
    plan: discountPlan(termsInDays),
    badDebtBase: fc.constantFrom("all-sales" as const, "undiscounted-sales" as const),
    financedAmount: fc.constantFrom("gross" as const, "net-of-discount" as const),
    given: fc.boolean(),
  })
  .map(({ base, given, ...rest }) => {
    const { annualRate, ...today } = base;
    return { ...today, ...rest, ...(given ? { annualRate } : {}) };
  });

/** Inputs of an optimum. */
export const optima = fc
  .record({
    creditSales: money,
    discountDay: fc.integer({ min: 0, max: 60 }),
    more: fc.integer({ min: 0, max: 120 }),
    annualRate: share,
    badDebtRate: share,
    takerBadDebtRate: share,
    takeUpSlope: fc.constantFrom("0.1", "1", "12.5", "40", "1000"),
    yearDays,
  })
  .map(({ more, discountDay, ...rest }) => ({
    ...rest,
    discountDay,
    termDays: discountDay + more,
  }));

const optimum = (key: keyof ReturnType<typeof optimalDiscount>) =>
  some(optima, (input) => optimalDiscount(input)[key]);

/** Payments around the amounts that settle. */
export const payments = fc
  .record({
    terms: termsInDays,
    cents,
    part: fc.integer({ min: 0, max: 1_100 }),
    after: fc.integer({ min: 0, max: 27 }),
    basis: fc.constantFrom("paid-part" as const, "none" as const),
  })
  .map(({ terms, cents: amount, part, after, basis }) => ({
    amount: String(amount / 100),
    paid: String(Math.round((amount * part) / 1_000) / 100),
    terms,
    documentDate: "2026-03-01",
    paidDate: `2026-03-${String(after + 1).padStart(2, "0")}`,
    basis,
  }));

const payment = (key: keyof ReturnType<typeof discountOnPartPayment>) =>
  some(payments, (input) => discountOnPartPayment(input)[key]);

const taken = (key: "takeUp" | "takeUpByCount" | "averageRate") =>
  fromLedgers(({ ours }, from, to) => {
    const answer = discountTakeUp(ours, { from, to, asOf: to })[key];
    return answer.value === null ? undefined : answer;
  });

export const producers: Producers = {
  "discount/simple-annual-rate": some(forgone, (input) => discountAnnualRate(input).simple),
  "discount/effective-annual-rate": some(forgone, (input) => discountAnnualRate(input).effective),
  "discount/step-simple-annual-rate": some(
    stepped,
    (input) => tierAnnualRates(input).tiers[0]?.toNext?.simple,
  ),
  "discount/step-effective-annual-rate": some(
    stepped,
    (input) => tierAnnualRates(input).tiers[0]?.toNext?.effective,
  ),
  "discount/payment": choice(({ options }) => options[0]?.payment as Figure),
  "discount/payment-present-value": choice(({ options }) => options.at(-1)?.presentValue as Figure),
  "discount/buyer-saving": choice(({ saving }) => saving),
  "discount/cost": planB("discountCost"),
  "discount/average-collection-days": planB("averageCollectionDays"),
  "discount/financed-days-net": some(
    evaluations,
    (input) =>
      (
        discountEvaluation({ ...input, financedAmount: "net-of-discount" }).plans["B"]
          ?.opportunityCost.inputs as { financedDays: Figure }
      ).financedDays,
  ),
  "discount/opportunity-cost": planB("opportunityCost"),
  "discount/bad-debt-cost": planB("badDebtCost"),
  "discount/management-cost": planB("managementCost"),
  "discount/total-cost": planB("totalCost"),
  "discount/saving": planB("saving"),
  "discount/break-even-rate": some(breakEvens, (input) => breakEvenDiscount(input)),
  "discount/break-even-loan-rate": some(loanRates, (input) => breakEvenLoanRate(input)),
  "discount/worth-of-taking": optimum("worth"),
  "discount/optimal-rate": optimum("discountRate"),
  "discount/optimal-take-up": optimum("takeUp"),
  "discount/optimal-gain": optimum("gain"),
  "discount/earned-rate": payment("earnedRate"),
  "discount/on-payment": payment("discount"),
  "discount/credited": payment("credited"),
  "discount/balance": payment("balance"),
  "discount/take-up": taken("takeUp"),
  "discount/take-up-by-count": taken("takeUpByCount"),
  "discount/average-rate-taken": taken("averageRate"),
};
