/**
 * Random receivables and ways to secure them on hard inputs: nothing advanced and all, no risk and
 * certain loss, first losses above the loss, fees above the receivable, and figures where numbers
 * may be given.
 */
import fc from "fast-check";

import { isFigure } from "../../../src/ground/figure.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import * as policy from "../../../src/policy/index.ts";
import { amount, answers, decimal, merged, rate, someDays } from "./atoms.ts";
import { interest, interestRate } from "./cost.ts";
import { moneyFigure } from "./dso.ts";

const positive = decimal.map((text) => (text === "0" ? "0.01" : text));
const positiveMoney = fc.oneof(positive, positive.map(moneyFigure));
const wait = fc.oneof(fc.integer({ min: 1, max: 400 }), positive);

/** Shares of fiftieths that sum to 1, some of today. */
const instalments = fc
  .array(
    fc.record({ weight: fc.integer({ min: 0, max: 9 }), day: fc.oneof(fc.constant(0), someDays) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((rows) => {
    const rest = rows.slice(1).reduce((left, { weight }) => left - weight, 50);
    return rows.map(({ weight, day }, at) => ({ share: (at === 0 ? rest : weight) / 50, day }));
  });

/** One way of each kind. */
export const ways = {
  factoring: fc.record({
    kind: fc.constant("factoring" as const),
    advanceShare: rate,
    feeRate: rate,
    annualRate: interestRate,
    recourse: fc.boolean(),
  }),
  bill: fc.record(
    {
      kind: fc.constant("bill-discounting" as const),
      annualRate: interestRate,
      days: someDays,
      feeRate: rate,
      recourse: fc.boolean(),
    },
    { requiredKeys: ["kind", "annualRate", "recourse"] },
  ),
  insurance: fc.record(
    {
      kind: fc.constant("insurance" as const),
      premiumRate: rate,
      coverageShare: rate,
      firstLoss: amount,
      waitingDays: someDays,
    },
    { requiredKeys: ["kind", "premiumRate", "coverageShare"] },
  ),
  guarantee: fc.record(
    {
      kind: fc.constant("guarantee" as const),
      annualFeeRate: interestRate,
      coverageShare: rate,
      waitingDays: someDays,
    },
    { requiredKeys: ["kind", "annualFeeRate", "coverageShare"] },
  ),
  instalments: fc.record(
    {
      kind: fc.constant("instalments" as const),
      instalments,
      annualRate: interestRate,
      defaultProbability: rate,
    },
    { requiredKeys: ["kind", "instalments"] },
  ),
};

const debt = merged(
  fc.record(
    {
      receivable: positiveMoney,
      days: wait,
      annualRate: interestRate,
      defaultProbability: rate,
      lossGivenDefault: rate,
    },
    { requiredKeys: ["receivable", "days", "annualRate", "defaultProbability"] },
  ),
  interest,
);

/** A receivable, and one way of each kind. */
export const securityInput: fc.Arbitrary<policy.SecurityComparisonInput> = merged(
  debt,
  fc.record({ options: fc.record(ways) }),
);

/** Goods for a claim; some cost more than they bring. */
export const inKindInput: fc.Arbitrary<policy.PaymentInKindValueInput> = merged(
  fc.record(
    {
      claim: positiveMoney,
      salePrice: amount,
      sellingCostRate: rate,
      taxRate: rate,
      holdingCostPerDay: amount,
      takeoverCost: amount,
      days: someDays,
      annualRate: interestRate,
    },
    { requiredKeys: ["claim", "salePrice", "days", "annualRate"] },
  ),
  interest,
);

type Way = keyof typeof ways;
type Part = Exclude<keyof policy.ComparedSecurity, "rank">;

const of = (way: Way, part: Part, name: string): fc.Arbitrary<Figure> =>
  answers(
    `policy/${name}`,
    securityInput,
    (input) => policy.securityComparison(input).options[way]?.[part],
  );

function inside(outer: fc.Arbitrary<Figure>, name: string): fc.Arbitrary<Figure> {
  return outer
    .map(({ inputs }) => (inputs as Readonly<Record<string, unknown>>)[name])
    .filter(isFigure);
}

const goods = (part: keyof policy.PaymentInKindValue, name: string): fc.Arbitrary<Figure> =>
  answers(`policy/${name}`, inKindInput, (input) => policy.paymentInKindValue(input)[part]);

const keptBesideCover = of("insurance", "lossKept", "security-loss-kept-covered");
const cashOfInstalments = of("instalments", "cashToday", "security-cash-today-instalments");
const earned = of("instalments", "interest", "security-interest-earned");

/** One arbitrary for each formula. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "policy/security-fee": of("factoring", "fee", "security-fee"),
  "policy/security-guarantee-fee": of("guarantee", "fee", "security-guarantee-fee"),
  "policy/security-interest": of("bill", "interest", "security-interest"),
  "policy/security-interest-earned": earned,
  "policy/security-waiting-cost": of("factoring", "waitingCost", "security-waiting-cost"),
  "policy/security-waiting-cost-covered": of(
    "insurance",
    "waitingCost",
    "security-waiting-cost-covered",
  ),
  "policy/security-indemnity": inside(keptBesideCover, "indemnity"),
  "policy/security-loss-kept": of("instalments", "lossKept", "security-loss-kept"),
  "policy/security-loss-kept-covered": keptBesideCover,
  "policy/security-average-days": inside(earned, "averageDays"),
  "policy/security-share-later": inside(cashOfInstalments, "shareLater"),
  "policy/security-cash-today": of("factoring", "cashToday", "security-cash-today"),
  "policy/security-cash-today-instalments": cashOfInstalments,
  "policy/security-total-cost": of("bill", "totalCost", "security-total-cost"),
  "policy/security-simple-rate": of("instalments", "simpleRate", "security-simple-rate"),
  "policy/security-effective-rate": of("instalments", "effectiveRate", "security-effective-rate"),
  "policy/in-kind-proceeds": goods("proceeds", "in-kind-proceeds"),
  "policy/in-kind-value": goods("value", "in-kind-value"),
  "policy/in-kind-loss": goods("loss", "in-kind-loss"),
  "policy/in-kind-recovery-rate": goods("recoveryRate", "in-kind-recovery-rate"),
};
