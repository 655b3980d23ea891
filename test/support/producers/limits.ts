/**
 * Random limits and lines on hard inputs: scores on the edge of a grade, equal bounds, equity of 0
 * and below, levels that just pay, empty histories, lines cut below their use.
 */
import fc from "fast-check";

import type { Figure } from "../../../src/ground/figure.ts";
import * as limits from "../../../src/limits/index.ts";
import type {
  CreditLineEvent,
  CreditLineInput,
  DynamicLimitInput,
  ExposureInput,
  RiskReturnLimitInput,
  SteppedLimitInput,
  WorkingAssetsLimitInput,
} from "../../../src/limits/index.ts";
import {
  amount,
  answers,
  decimal,
  merged,
  rate,
  signedAmount,
  someDays,
  yearDays,
} from "./atoms.ts";
import { interest, interestRate } from "./cost.ts";

/** Small whole money, so that amounts are often equal. */
export const small = fc.integer({ min: 0, max: 12 }).map((value) => value * 50);

/** Lines of a balance sheet that hold together; a third without equity or liabilities. */
export const workingAssetsInput: fc.Arbitrary<WorkingAssetsLimitInput> = fc
  .record({
    inventory: small,
    otherCurrent: small,
    currentLiabilities: small,
    otherLiabilities: small,
    equity: fc.integer({ min: -4, max: 12 }).map((value) => value * 100),
    more: fc.oneof(
      fc.constant({}),
      fc.record({ classFactor: rate }),
      fc.constant({
        bands: [
          { share: 0, zone: "poor" },
          { above: "-0.5", share: "0.1", zone: "fair" },
          { above: 0, share: "0.3", zone: "good" },
        ],
      }),
    ),
  })
  .map(({ inventory, otherCurrent, currentLiabilities, otherLiabilities, equity, more }) => ({
    currentAssets: inventory + otherCurrent,
    inventory,
    currentLiabilities,
    totalLiabilities: currentLiabilities + otherLiabilities,
    equity,
    ...more,
  }));

const STEPS = [
  { outcome: "on-time", change: "0.25" },
  { outcome: "late", change: "-0.5", amount: "-10" },
  { outcome: "lost", change: -1 },
  { outcome: "bonus", amount: 40 },
];

export const steppedInput: fc.Arbitrary<SteppedLimitInput> = fc
  .record({
    initial: fc.integer({ min: 50, max: 300 }),
    outcomes: fc.array(fc.constantFrom("on-time", "on-time", "late", "lost", "bonus"), {
      maxLength: 12,
    }),
    maximum: fc.option(fc.integer({ min: 300, max: 600 }), { nil: undefined }),
    minimum: fc.constantFrom(0, 20, "50"),
  })
  .map(({ initial, outcomes, maximum, minimum }) => ({
    initial,
    steps: STEPS,
    history: outcomes.map((outcome, index) => ({ outcome, period: String(index) })),
    minimum,
    ...(maximum === undefined ? {} : { maximum }),
  }));

/** A score often on the edge of a grade. */
export const score = fc.oneof(
  fc.constantFrom("0", "40", "60", "79.99", "80"),
  fc.integer({ min: -10, max: 110 }),
);

export const ratingInput = fc.record({
  score,
  base: signedAmount,
  bands: fc.constant([
    { minScore: 80, grade: "A", share: "0.2" },
    { minScore: 40, grade: "C", share: "0.05" },
    { minScore: 60, grade: "B", share: "1.1" },
  ]),
});

export const dynamicInput: fc.Arbitrary<DynamicLimitInput> = merged(
  fc.record({
    current: amount,
    bands: fc.constant([
      { minScore: 80, grade: "A", change: "0.2" },
      { minScore: 60, grade: "B", change: 0 },
      { minScore: 40, grade: "C", change: "-0.5" },
    ]),
  }),
  merged(
    fc.oneof(
      score.map((value) => ({ score: value })),
      fc
        .array(fc.record({ weight: fc.integer({ min: 0, max: 5 }), score }), {
          minLength: 1,
          maxLength: 5,
        })
        .map((rows) => ({ criteria: rows.map((row, i) => ({ name: `c${String(i)}`, ...row })) })),
    ),
    fc.oneof(fc.constant({}), fc.record({ maximum: amount })),
  ),
);

/** A curve that often passes the margin exactly. */
export const riskInput = (rule: "per-unit" | "marginal"): fc.Arbitrary<RiskReturnLimitInput> =>
  merged(
    fc.record({
      levels: fc
        .uniqueArray(
          fc.record({
            limit: fc.integer({ min: 1, max: 40 }).map((value) => value * 25),
            defaultProbability: fc.integer({ min: 0, max: 10 }).map((value) => value / 100),
          }),
          { selector: ({ limit }) => limit, minLength: 1, maxLength: 8 },
        )
        .map((rows) => rows.sort((a, b) => a.limit - b.limit)),
      margin: fc.constantFrom("0.02", "0.04", "0.05", "1", 0),
      lossGivenDefault: fc.constantFrom("0.5", "1", 0, "0.6"),
      annualRate: fc.oneof(fc.constant("0"), interestRate),
      days: someDays,
      rule: fc.constant(rule),
    }),
    interest,
  );

/** Bounds of small amounts and shares, a unit now and then. */
export const creditLimitInput = fc
  .record({
    requested: fc.option(small, { nil: undefined }),
    bounds: fc.array(
      fc.oneof(
        fc.record({ amount: fc.oneof(small, amount) }),
        fc.record({ base: signedAmount, share: rate }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    unit: fc.option(fc.constantFrom(50, "0.01", 1000, "7.5"), { nil: undefined }),
  })
  .map(({ requested, bounds, unit }) => ({
    bounds: bounds.map((bound, index) => ({ name: `b${String(index)}`, ...bound })),
    ...(requested === undefined ? {} : { requested }),
    ...(unit === undefined ? {} : { unit }),
  }));

/** One step of a line as a wish: what the line does not allow is left out by {@link lineInput}. */
export const wish = fc.record({
  kind: fc.constantFrom("use", "use", "pay", "change", "suspend", "resume"),
  amount: fc.integer({ min: 1, max: 12 }).map((value) => value * 10),
});

/** A line with all of the wished steps that it allows. */
export function allowedLine(
  kind: CreditLineInput["kind"],
  line: number,
  wishes: readonly { kind: string; amount: number }[],
): CreditLineInput {
  let events: CreditLineEvent[] = [];
  for (const { kind: step, amount: moved } of wishes) {
    const stops = step === "suspend" || step === "resume";
    const event = (stops ? { kind: step } : { kind: step, amount: moved }) as CreditLineEvent;
    try {
      limits.creditLine({ kind, line, limit: 200, events: [...events, event] });
      events = [...events, event];
    } catch {
      continue;
    }
  }
  return { kind, line, limit: 200, events };
}

export const lineInput: fc.Arbitrary<CreditLineInput> = fc
  .tuple(
    fc.constantFrom<CreditLineInput["kind"]>("single-use", "revolving"),
    fc.integer({ min: 0, max: 20 }).map((value) => value * 10),
    fc.array(wish, { maxLength: 12 }),
  )
  .map(([kind, line, wishes]) => allowedLine(kind, line, wishes));

const day = fc.constantFrom("2026-05-31", "2026-06-30", "2026-07-01", "2026-12-31");
const maybe = <T extends object>(part: fc.Arbitrary<T>) => fc.oneof(fc.constant({}), part);

const order = merged(
  fc.record({ amount: small, delivered: small, billed: small }),
  maybe(fc.record({ date: day })),
);

const cover = merged(
  fc.record({ name: fc.constantFrom("insurer", "bank"), coverage: rate }),
  merged(
    maybe(fc.record({ limit: fc.oneof(small, amount) })),
    merged(maybe(fc.record({ deductible: small })), maybe(fc.record({ expires: day }))),
  ),
);

/** Exposure of every shape; children are numbers, parts, or exposures of their own. */
export const exposureInput: fc.Arbitrary<ExposureInput> = merged(
  fc.record({
    asOf: fc.constant("2026-06-30"),
    openItems: fc.oneof(
      signedAmount,
      fc.array(fc.record({ open: signedAmount }), { maxLength: 4 }),
    ),
  }),
  merged(
    maybe(
      fc.record({
        deliveredNotBilled: fc.oneof(
          amount,
          fc.array(fc.record({ amount: small }), { maxLength: 3 }),
        ),
      }),
    ),
    merged(
      fc.oneof(
        fc.constant({}),
        fc.record({ openOrders: amount }),
        fc.record({ openOrders: fc.array(order, { maxLength: 4 }), horizon: day }),
      ),
      merged(
        maybe(fc.record({ insured: fc.array(cover, { maxLength: 3 }) })),
        merged(
          maybe(
            fc.record({
              offsets: fc.array(fc.record({ name: fc.constant("vendor"), amount: small }), {
                maxLength: 2,
              }),
            }),
          ),
          maybe(fc.record({ children: childrenOf() })),
        ),
      ),
    ),
  ),
);

function childrenOf() {
  const below = fc.oneof(
    signedAmount,
    fc.record({ gross: small, net: small }),
    fc.record({ openItems: small, coverage: rate }).map(({ openItems, coverage }) =>
      limits.exposure({
        asOf: "2026-06-30",
        openItems,
        insured: [{ name: "insurer", coverage, expires: "2026-08-31" }],
      }),
    ),
  );
  return fc
    .array(below, { maxLength: 3 })
    .map((rows) => rows.map((exposure, index) => ({ id: `c${String(index)}`, exposure })));
}

const assets = (id: string, path: readonly string[]) =>
  answers(id, workingAssetsInput, (input) => {
    let found: unknown = limits.workingAssetsLimit(input);
    for (const key of path) found = (found as Record<string, unknown> | undefined)?.[key];
    return found;
  });

const ratioOf = (id: string, key: string) => assets(id, ["evaluation", "inputs", key]);

const line = (key: "line" | "used" | "outstanding" | "available" | "excess", id: string) =>
  answers(id, lineInput, (input) => limits.creditLine(input)[key]);

const exposed = (id: string, find: (found: limits.Exposure) => unknown) =>
  answers(id, exposureInput, (input) => find(limits.exposure(input)));

/** One arbitrary for each formula of methods, lines and exposure. */
export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  "limits/current-ratio": ratioOf("limits/current-ratio", "currentRatio"),
  "limits/quick-ratio": ratioOf("limits/quick-ratio", "quickRatio"),
  "limits/current-liabilities-to-equity": ratioOf(
    "limits/current-liabilities-to-equity",
    "currentLiabilitiesToEquity",
  ),
  "limits/liabilities-to-equity": ratioOf("limits/liabilities-to-equity", "liabilitiesToEquity"),
  "limits/working-worth": assets("limits/working-worth", ["workingWorth"]),
  "limits/working-assets-evaluation": assets("limits/working-assets-evaluation", ["evaluation"]),
  "limits/working-assets-share": assets("limits/working-assets-share", ["share"]),
  "limits/working-assets": assets("limits/working-assets", ["limit"]),
  "limits/stepped": answers("limits/stepped", steppedInput, limits.steppedLimit),
  "limits/rating": answers("limits/rating", ratingInput, limits.ratingLimit),
  "limits/dynamic": answers("limits/dynamic", dynamicInput, limits.dynamicLimit),
  "limits/dynamic-score": answers("limits/dynamic-score", dynamicInput, (input) => {
    return (limits.dynamicLimit(input).inputs as { score?: unknown }).score;
  }),
  "limits/sales-forecast": answers(
    "limits/sales-forecast",
    merged(
      fc.record({ annualPurchases: amount, termDays: someDays, yearDays }),
      maybe(fc.record({ toleratedDelayDays: someDays, peak: fc.oneof(rate, decimal) })),
    ),
    limits.salesForecastLimit,
  ),
  "limits/risk-return": answers(
    "limits/risk-return",
    riskInput("per-unit"),
    (input) => limits.riskReturnLimit(input).limit,
  ),
  "limits/risk-return-marginal": answers(
    "limits/risk-return-marginal",
    riskInput("marginal"),
    (input) => limits.riskReturnLimit(input).limit,
  ),
  "limits/risk-return-refused": answers(
    "limits/risk-return-refused",
    riskInput("per-unit"),
    (input) => limits.riskReturnLimit(input).firstRefused,
  ),
  "limits/risk-return-marginal-refused": answers(
    "limits/risk-return-marginal-refused",
    riskInput("marginal"),
    (input) => limits.riskReturnLimit(input).firstRefused,
  ),
  "limits/bound-by-share": answers(
    "limits/bound-by-share",
    fc.record({ base: signedAmount, share: rate }),
    ({ base, share }) => {
      const { limit } = limits.creditLimit({ bounds: [{ name: "b", base, share }] });
      return (limit.inputs as { bounds: { amount: unknown }[] }).bounds[0]?.amount;
    },
  ),
  "limits/credit-limit": answers(
    "limits/credit-limit",
    creditLimitInput,
    (input) => limits.creditLimit(input).limit,
  ),
  "limits/credit-limit-in-units": answers(
    "limits/credit-limit-in-units",
    creditLimitInput,
    (input) => limits.creditLimit(input).limit,
  ),
  "limits/receivables-target": answers(
    "limits/receivables-target",
    fc.record({ annualCreditSales: amount, dso: someDays, yearDays }),
    limits.receivablesTarget,
  ),
  "limits/credit-sales": answers(
    "limits/credit-sales",
    fc.record({ totalSales: amount, shares: fc.array(rate, { minLength: 1, maxLength: 3 }) }),
    (input) => limits.creditSalesRange(input).at(-1),
  ),
  "limits/line-amount": line("line", "limits/line-amount"),
  "limits/line-used": line("used", "limits/line-used"),
  "limits/line-outstanding": line("outstanding", "limits/line-outstanding"),
  "limits/line-available": line("available", "limits/line-available"),
  "limits/line-excess": line("excess", "limits/line-excess"),
  "limits/exposure-open-items": exposed(
    "limits/exposure-open-items",
    ({ bySlice }) => bySlice.openItems,
  ),
  "limits/exposure-delivered": exposed(
    "limits/exposure-delivered",
    ({ bySlice }) => bySlice.deliveredNotBilled,
  ),
  "limits/exposure-orders": exposed("limits/exposure-orders", ({ bySlice }) => bySlice.openOrders),
  "limits/exposure-children": exposed(
    "limits/exposure-children",
    ({ bySlice }) => bySlice.children,
  ),
  "limits/exposure-own": exposed("limits/exposure-own", ({ gross }) => {
    return (gross.inputs as { own: unknown }).own;
  }),
  "limits/exposure-gross": exposed("limits/exposure-gross", ({ gross }) => gross),
  "limits/exposure-offset": exposed("limits/exposure-offset", ({ offset }) => offset),
  "limits/exposure-insured": exposed("limits/exposure-insured", ({ insured }) => insured),
  "limits/exposure-retained": exposed("limits/exposure-retained", ({ retained }) => retained),
  "limits/exposure-net": exposed("limits/exposure-net", ({ net }) => net),
};
