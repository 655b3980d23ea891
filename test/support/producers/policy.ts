/**
 * Random credit policies on hard inputs: plans that win, give up or leave sales as they are, rates
 * of 0, margins of 0 and 1, both investment bases, simple and compound interest, and figures where
 * numbers may be given.
 */
import fc from "fast-check";

import { isFigure } from "../../../src/ground/figure.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import * as policy from "../../../src/policy/index.ts";
import { amount, answers, decimal, merged, rate, signedAmount, someDays } from "./atoms.ts";
import { interest, interestRate, investmentBase } from "./cost.ts";

const marginalRates = merged(
  fc.record({ annualRate: interestRate }),
  merged(interest, investmentBase),
);

const signedDays = fc.oneof(
  someDays,
  fc.integer({ min: -90, max: 90 }),
  decimal.map((text) => (text === "0" ? text : `-${text}`)),
);

/** A marginal analysis; a quarter of the plans sells what the base does. */
export const marginalInput = fc
  .tuple(
    marginalRates,
    fc.record({ creditSales: amount, margin: rate }),
    fc.record(
      {
        creditSales: amount,
        incrementDso: someDays,
        incrementBadDebtRate: rate,
        managementCostChange: signedAmount,
        existingDsoChange: signedDays,
      },
      {
        requiredKeys: [
          "creditSales",
          "incrementDso",
          "incrementBadDebtRate",
          "managementCostChange",
        ],
      },
    ),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([rates, base, plan, same]) => ({
    ...rates,
    base,
    plan: same === 0 ? { ...plan, creditSales: base.creditSales } : plan,
  }));

const unitCount = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 9999 }),
  decimal,
);

const dailySales = fc.record({
  unitPrice: amount,
  unitCost: amount,
  unitsPerDay: unitCount,
  dso: someDays,
  badDebtRate: rate,
});

export const presentValueInput = (compounding: "simple" | "compound") =>
  merged(
    fc.record({
      annualRate: interestRate,
      compounding: fc.constant(compounding),
      base: dailySales,
      plan: dailySales,
    }),
    interest,
  );

function marginal(part: keyof policy.MarginalAnalysis, id: string): fc.Arbitrary<Figure> {
  return answers(id, marginalInput, (input) => policy.marginalAnalysis(input)[part]);
}

function presentValue(
  compounding: "simple" | "compound",
  part: keyof policy.PolicyPresentValue,
  id: string,
): fc.Arbitrary<Figure> {
  return answers(
    id,
    presentValueInput(compounding),
    (input) => policy.policyPresentValue(input)[part],
  );
}

/** A figure among the inputs of a figure. */
function inside(outer: fc.Arbitrary<Figure>, name: string): fc.Arbitrary<Figure> {
  return outer
    .map(({ inputs }) => (inputs as Readonly<Record<string, unknown>>)[name])
    .filter(isFigure);
}

const incremental = answers("policy/incremental-return", marginalInput, policy.incrementalReturn);

/** Shares that sum to 1, some of them 0. */
const collections = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 0, max: 9 }),
      day: someDays,
      discountRate: fc.oneof(fc.constant(0), rate),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows): policy.Collection[] => {
    const left = rows.slice(1).map(({ weight, ...row }) => ({ ...row, share: weight / 50 }));
    const rest = rows.slice(1).reduce((total, { weight }) => total - weight, 50) / 50;
    return [{ ...rows[0]!, share: rest }, ...left].map(({ day, discountRate, share }) => ({
      day,
      discountRate,
      share,
    }));
  });

const badDebts = fc.oneof(
  fc.record({ badDebtRate: rate }),
  fc.record({ badDebtRate: rate, badDebtBase: fc.constant("undiscounted-sales" as const) }),
  fc.record({ badDebt: amount }),
);

const policyTerms = merged(
  fc.record(
    {
      creditSales: amount,
      variableCostRate: rate,
      collections,
      collectionCost: amount,
      managementCost: amount,
      otherInvestment: amount,
    },
    { requiredKeys: ["creditSales", "variableCostRate", "collections"] },
  ),
  badDebts,
);

/** A credit policy with everything that its profit needs. */
export const profitInput: fc.Arbitrary<policy.PolicyProfitInput> = merged(
  policyTerms,
  merged(
    fc.record({
      annualRate: interestRate,
      investmentBase: fc.constantFrom("sales" as const, "cost" as const),
    }),
    interest,
  ),
);

/** A base and two plans, one of which changes nothing or little. */
export const comparisonInput: fc.Arbitrary<policy.PolicyComparisonInput> = fc.record({
  base: profitInput,
  plans: fc.record({
    A: policyTerms,
    B: fc.oneof(fc.constant({}), fc.record({ creditSales: amount }), badDebts),
  }),
  constraints: fc.record(
    { maxDso: someDays, maxBadDebtRate: rate, pool: amount },
    { requiredKeys: [] },
  ),
});

const profitParts = {
  contribution: "contribution",
  averageCollectionDays: "average-collection-days",
  receivables: "receivables",
  investment: "investment",
  discountCost: "discount-cost",
  opportunityCost: "opportunity-cost",
  otherInvestmentCost: "other-investment-cost",
  profitBeforeCreditCost: "profit-before-credit-cost",
  profitAfterCreditCost: "profit-after-credit-cost",
} as const;

function profit(part: keyof policy.PolicyProfit, name: string): [string, fc.Arbitrary<Figure>] {
  const id = `policy/${name}`;
  return [id, answers(id, profitInput, (input) => policy.policyProfit(input)[part])];
}

const profitProducers = Object.fromEntries([
  ...Object.entries(profitParts).map(([part, name]) =>
    profit(part as keyof policy.PolicyProfit, name),
  ),
  ...["bad-debt-cost", "bad-debt-cost-undiscounted", "bad-debt-cost-given"].map((name) =>
    profit("badDebtCost", name),
  ),
]);

/** One arbitrary for each formula of this domain. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "policy/profit-change": marginal("profitChange", "policy/profit-change"),
  "policy/opportunity-cost-change": marginal(
    "opportunityCostChange",
    "policy/opportunity-cost-change",
  ),
  "policy/bad-debt-change": marginal("badDebtChange", "policy/bad-debt-change"),
  "policy/management-cost-change": marginal(
    "managementCostChange",
    "policy/management-cost-change",
  ),
  "policy/net-benefit": marginal("netBenefit", "policy/net-benefit"),
  "policy/daily-present-value": presentValue("simple", "plan", "policy/daily-present-value"),
  "policy/daily-present-value-compound": presentValue(
    "compound",
    "plan",
    "policy/daily-present-value-compound",
  ),
  "policy/discount-factor": inside(
    presentValue("compound", "base", "policy/daily-present-value-compound"),
    "discountFactor",
  ),
  "policy/daily-rate": inside(
    presentValue("compound", "perpetuityValue", "policy/perpetuity-value-compound"),
    "dailyRate",
  ),
  "policy/daily-gain": presentValue("simple", "gain", "policy/daily-gain"),
  "policy/yearly-gain": presentValue("compound", "gainPerYear", "policy/yearly-gain"),
  "policy/perpetuity-value": presentValue("simple", "perpetuityValue", "policy/perpetuity-value"),
  "policy/perpetuity-value-compound": presentValue(
    "compound",
    "perpetuityValue",
    "policy/perpetuity-value-compound",
  ),
  ...profitProducers,
  "policy/bad-debt-share": answers(
    "policy/bad-debt-share",
    comparisonInput,
    (input) => policy.policyComparison(input).plans["A"]?.badDebtShare,
  ),
  "policy/profit-gain": answers(
    "policy/profit-gain",
    comparisonInput,
    (input) => policy.policyComparison(input).plans["A"]?.gain,
  ),
  "policy/incremental-return": incremental,
  "policy/incremental-gain": inside(incremental, "gain"),
  "policy/incremental-investment": inside(incremental, "investment"),
  "policy/break-even-bad-debt-rate": marginalBreakEven(
    policy.breakEvenBadDebtRate,
    "bad-debt-rate",
  ),
  "policy/break-even-dso": marginalBreakEven(policy.breakEvenDso, "dso"),
  "policy/break-even-margin": marginalBreakEven(policy.breakEvenMargin, "margin"),
  "policy/break-even-sales": marginalBreakEven(policy.breakEvenSales, "sales"),
  "policy/break-even-increment": inside(
    marginalBreakEven(policy.breakEvenSales, "sales"),
    "increment",
  ),
  "policy/break-even-bad-debt-rate-present-value": presentBreakEven(
    policy.breakEvenBadDebtRate,
    "bad-debt-rate-present-value",
  ),
  "policy/break-even-dso-present-value": presentBreakEven(policy.breakEvenDso, "dso-present-value"),
  "policy/break-even-margin-present-value": presentBreakEven(
    policy.breakEvenMargin,
    "margin-present-value",
  ),
  "policy/break-even-unit-cost": inside(
    presentBreakEven(policy.breakEvenMargin, "margin-present-value"),
    "unitCost",
  ),
  "policy/break-even-units": presentBreakEven(policy.breakEvenSales, "units"),
  "policy/break-even-units-increment": inside(
    presentBreakEven(policy.breakEvenSales, "units"),
    "increment",
  ),
  "policy/discount-factor-simple": inside(
    presentBreakEven(policy.breakEvenBadDebtRate, "bad-debt-rate-present-value"),
    "discountFactor",
  ).filter(({ formula }) => formula === "policy/discount-factor-simple"),
};

/** The whole input of a model: every break-even takes it. */
type WholeInput =
  | ({ readonly model: "marginal" } & policy.MarginalAnalysisInput)
  | ({ readonly model: "present-value" } & policy.PolicyPresentValueInput);

/** A break-even of the marginal analysis; the field sought is given, and ignored. */
function marginalBreakEven(fn: (input: WholeInput) => Figure, name: string): fc.Arbitrary<Figure> {
  return answers(`policy/break-even-${name}`, marginalInput, (input) =>
    fn({ model: "marginal", ...input }),
  );
}

function presentBreakEven(fn: (input: WholeInput) => Figure, name: string): fc.Arbitrary<Figure> {
  const inputs = fc.oneof(presentValueInput("simple"), presentValueInput("compound"));
  return answers(`policy/break-even-${name}`, inputs, (input) =>
    fn({ model: "present-value", ...input }),
  );
}
