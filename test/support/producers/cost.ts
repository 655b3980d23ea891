/**
 * Random figures of the cost of credit on hard inputs: zeros, ties, volumes on the boundary of a
 * band, receivables on a point of a curve, both investment bases, and figures where numbers may be
 * given.
 */
import fc from "fast-check";

import * as cost from "../../../src/cost/index.ts";
import type { CostBand, CostCurve } from "../../../src/cost/index.ts";
import type { Figure } from "../../../src/ground/figure.ts";
import { moneyFigure } from "./dso.ts";
import { amount, answers, decimal, merged, rate, someDays, yearDays } from "./atoms.ts";

/** An interest rate a year; some are above 1, which is allowed by `interest`. */
export const interestRate = fc.oneof(rate, fc.constantFrom("0", "0.06", "1", "1.5"));

export const interest = fc.record({ yearDays, allowHighRate: fc.constant(true) });

/** Both bases of an investment. */
export const investmentBase = fc.oneof(
  fc.constant({}),
  fc.constant({ investmentBase: "sales" } as const),
  rate.map((variableCostRate) => ({ investmentBase: "cost", variableCostRate }) as const),
);

/** Whole volumes from 0, few enough that they often meet. */
export const level = fc.integer({ min: 0, max: 12 }).map((value) => value * 50);

/** Ascending bands that begin at 0 or above. */
export const bands: fc.Arbitrary<CostBand[]> = fc
  .uniqueArray(fc.record({ from: level, cost: amount }), {
    selector: ({ from }) => from,
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => rows.sort((a, b) => a.from - b.from));

/** A curve of one kind; a falling one may end below 0. */
export const curves = {
  linear: fc.record({
    kind: fc.constant("linear" as const),
    intercept: amount,
    slope: fc.oneof(decimal, fc.constantFrom("-0.1", "-3", "0")),
  }),
  polynomial: fc.record({
    kind: fc.constant("polynomial" as const),
    coefficients: fc.array(fc.oneof(amount, fc.constantFrom("-0.5", "0", "0.0005")), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  steps: fc.record({ kind: fc.constant("steps" as const), bands }),
  points: fc.record({
    kind: fc.constant("points" as const),
    points: bands.map((rows) => rows.map(({ from, cost }) => ({ receivables: from, cost }))),
  }),
};

function onCurve(curve: fc.Arbitrary<CostCurve>, id: string): fc.Arbitrary<Figure> {
  return answers(
    id,
    fc.record({ receivables: fc.oneof(level, amount), curve }),
    (input) => (cost.shortageCost(input).inputs as { curve: Figure }).curve,
  );
}

/** Costs that are never below 0, on grids that may or may not hold the optimum. */
export const optimumInput: fc.Arbitrary<cost.OptimalReceivablesInput> = fc
  .record({
    slope: fc.integer({ min: 0, max: 30 }),
    fixed: amount,
    steps: bands,
    width: fc.integer({ min: 0, max: 400 }),
    step: fc.constantFrom(7, 30, "12.5", 100),
    tolerance: fc.option(fc.constantFrom("0.5", "3", 0.01), { nil: undefined }),
    flatWithin: rate,
    lost: fc.integer({ min: 0, max: 50_000 }),
    written: fc.constantFrom<(value: string) => string | Figure>(String, moneyFigure),
  })
  .map(({ slope, fixed, steps, width, step, tolerance, flatWithin, lost, written }) => ({
    costs: {
      holding: { kind: "linear", intercept: fixed, slope: String(slope / 100) },
      management: { kind: "steps", bands: [{ from: 0, cost: 5 }, ...steps.filter(above0)] },
      f: (receivables) => written(receivables.plus(1).pow(-1).times(lost).toFixed(4)),
    },
    grid: { from: 10, to: 10 + width, step },
    flatWithin,
    ...(tolerance === undefined ? {} : { tolerance }),
  }));

const above0 = ({ from }: CostBand): boolean => Number(from) > 0;

/** A figure of a row of the optimum. */
function sampled(path: "total" | "costs.f"): fc.Arbitrary<Figure> {
  const id = path === "total" ? "cost/at-level" : "cost/curve-function";
  return answers(id, optimumInput, (input) => {
    const row = cost.optimalReceivables(input).rows.at(-1);
    return path === "total" ? row?.total : row?.costs["f"];
  });
}

export const parts = fc.record({
  badDebtCost: amount,
  opportunityCost: amount,
  managementCost: amount,
});

export const risk = merged(
  fc.record({ defaultProbability: rate, lossGivenDefault: rate, exposureAtDefault: amount }),
  fc.oneof(fc.constant({}), fc.record({ horizonDays: someDays, yearDays })),
);

/** A margin and a rate, every way of counting. */
export const monthsInput = fc.record(
  {
    netMargin: rate,
    annualRate: interestRate,
    allowHighRate: fc.constant(true),
    investmentBase: fc.constantFrom("sales" as const, "cost" as const),
    compounding: fc.constantFrom("simple" as const, "compound" as const),
  },
  { requiredKeys: ["netMargin", "annualRate", "allowHighRate"] },
);

const months = (id: string): fc.Arbitrary<Figure> =>
  answers(id, monthsInput, (input) => cost.monthsOfMargin(input));

/** One arbitrary for each formula of this domain. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "cost/bad-debt": answers(
    "cost/bad-debt",
    fc.record({ creditSales: amount, badDebtRate: rate }),
    cost.badDebtCost,
  ),
  "cost/opportunity": answers(
    "cost/opportunity",
    merged(
      fc.record({ creditSales: amount, dso: someDays, annualRate: interestRate }),
      merged(interest, investmentBase),
    ),
    cost.opportunityCost,
  ),
  "cost/opportunity-profit-and-loan": answers(
    "cost/opportunity-profit-and-loan",
    merged(
      fc.record({
        creditSales: amount,
        dso: someDays,
        profitRate: rate,
        loanRate: interestRate,
      }),
      merged(interest, investmentBase),
    ),
    cost.opportunityCost,
  ),
  "cost/management": answers(
    "cost/management",
    fc.record({ volume: fc.oneof(level, amount), bands }),
    cost.managementCost,
  ),
  "cost/shortage": answers(
    "cost/shortage",
    fc.record({
      receivables: fc.oneof(level, amount),
      curve: fc.oneof(curves.linear, curves.polynomial, curves.steps, curves.points),
    }),
    cost.shortageCost,
  ),
  "cost/curve-linear": onCurve(curves.linear, "cost/curve-linear"),
  "cost/curve-polynomial": onCurve(curves.polynomial, "cost/curve-polynomial"),
  "cost/curve-steps": onCurve(curves.steps, "cost/curve-steps"),
  "cost/curve-points": onCurve(curves.points, "cost/curve-points"),
  "cost/curve-function": sampled("costs.f"),
  "cost/at-level": sampled("total"),
  "cost/optimal-receivables": answers(
    "cost/optimal-receivables",
    optimumInput,
    (input) => cost.optimalReceivables(input).optimum,
  ),
  "cost/credit-cost": answers(
    "cost/credit-cost",
    merged(parts, fc.oneof(fc.constant({}), fc.record({ shortageCost: amount }))),
    cost.creditCost,
  ),
  "cost/months-of-margin": months("cost/months-of-margin"),
  "cost/months-of-margin-on-cost": months("cost/months-of-margin-on-cost"),
  "cost/months-of-margin-compound": months("cost/months-of-margin-compound"),
  "cost/months-of-margin-compound-on-cost": months("cost/months-of-margin-compound-on-cost"),
  "cost/opportunity-to-bad-debt": answers(
    "cost/opportunity-to-bad-debt",
    fc.record({ opportunityCost: amount, badDebtCost: amount }),
    cost.opportunityToBadDebtRatio,
  ),
  "cost/unproductive-cost-ratio": answers(
    "cost/unproductive-cost-ratio",
    merged(parts, fc.record({ sales: amount })),
    cost.unproductiveCostRatio,
  ),
  "cost/expected-loss": answers("cost/expected-loss", risk, cost.expectedLoss),
  "cost/loss-deviation": answers("cost/loss-deviation", risk, cost.lossDeviation),
  "cost/default-probability-over-horizon": answers(
    "cost/default-probability-over-horizon",
    merged(risk, fc.record({ horizonDays: someDays })),
    (input) =>
      (cost.expectedLoss(input).inputs as { defaultProbability: Figure }).defaultProbability,
  ),
  "cost/break-even-default-probability": breakEvenDefault("one-order"),
  "cost/break-even-default-probability-repeat": breakEvenDefault("repeat"),
};

function breakEvenDefault(customer: "one-order" | "repeat"): fc.Arbitrary<Figure> {
  const id = "cost/break-even-default-probability";
  const order = fc.record({
    price: amount,
    variableCost: amount,
    annualRate: interestRate,
    days: someDays,
    customer: fc.constant(customer),
  });
  return answers(
    customer === "repeat" ? `${id}-repeat` : id,
    merged(order, interest),
    cost.breakEvenDefaultProbability,
  );
}
