/**
 * @module performance/ratio
 *
 * This year's profit of credit sales over last year's, and what the change is made of.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { ONE } from "../ground/fraction.ts";
import type { InterestOptions } from "../ground/input-interest.ts";
import { interestRate, interestShape, refuseHighRates } from "../ground/input-interest.ts";
import { lazily, read } from "../ground/input.ts";
import { object, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { PerformanceBridge } from "./bridge.ts";
import { bridgeOf } from "./bridge.ts";
import type { CreditProfit, CreditYear } from "./credit-profit.ts";
import { creditYearShape, profitOf } from "./credit-profit.ts";

/** What {@link performanceRatio} needs. One currency throughout. */
export interface PerformanceRatioInput extends InterestOptions {
  /** Margin on sales, the same in both years, from 0 to 1. */
  readonly margin: Numeric;
  /** What money costs a year, the same in both years. */
  readonly annualRate: Numeric;
  /** This year. */
  readonly current: CreditYear;
  /** Last year. */
  readonly previous: CreditYear;
}

/** Two years compared. */
export interface PerformanceRatio {
  /** This year's profit. */
  readonly current: CreditProfit;
  /** Last year's. */
  readonly previous: CreditProfit;
  /** This year's over last year's; absent where last year's is not above 0. */
  readonly ratio: Figure<"performance/ratio"> | Absent<"performance/ratio">;
  /** The ratio less 1; absent with it. */
  readonly growth: Figure<"performance/growth"> | Absent<"performance/growth">;
  /** What the change is made of: always there. */
  readonly bridge: PerformanceBridge;
}

/** The schema of {@link PerformanceRatioInput}. */
export const performanceRatioSchema = lazily(() =>
  object({
    margin: rate(),
    annualRate: interestRate(),
    current: object(creditYearShape()),
    previous: object(creditYearShape()),
    ...interestShape(),
  }),
);

/**
 * Performance of credit management (企业信用销售利润增长率): this year's profit of credit sales over
 * last year's, as ratio and as growth, with a bridge from one to the other.
 *
 * Use it to judge a credit department by what it earned. Where last year's profit is not above 0 a
 * ratio says nothing (two losses have a fine one): look at the bridge.
 *
 * @formula ratio = current ÷ previous, each as {@link creditProfit}; growth = ratio − 1. With A
 *   sales, B bad-debt rate, D days, M management, R the interest rate of a day: volume = (A1 − A0)
 *   × (margin − B0 − D0 × R); badDebt = A1 × (B0 − B1); time = A1 × R × (D0 − D1); management =
 *   M0 − M1
 * @units money and days in; money, and fractions for ratio and growth, out
 *
 * @param input - Both years, with one margin and one interest rate: only what credit management can
 *   move is let move.
 * @returns The profits, the ratio, and the bridge whose parts sum to the change exactly.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, or the
 *   interest rate is above 1 without `allowHighRate`; all faults are listed.
 *
 * @source "3+1" deck, slides 76 and 103. Both call the ratio a growth rate; slide 103 has brackets
 *   that leave the management cost outside. We follow the fraction of slide 76. The bridge is ours.
 *
 * @example
 * ```ts
 * const { ratio, bridge } = performanceRatio({
 *   margin: "0.15",
 *   annualRate: "0.06",
 *   current: { creditSales: 9800, badDebtRate: "0.02", dso: 50, managementCost: 120 },
 *   previous: { creditSales: 8400, badDebtRate: "0.03", dso: 65, managementCost: 100 },
 * });
 * ratio.value?.toFixed(4); // => "1.3119"
 * bridge.volume.value.toFixed(2); // => "153.04"
 * bridge.total.value.toFixed(2); // => "255.21"
 * ```
 */
export function performanceRatio(input: PerformanceRatioInput): PerformanceRatio {
  const terms = read("performanceRatio", performanceRatioSchema, input);
  const { annualRate, allowHighRate } = terms;
  refuseHighRates("performanceRatio", { annualRate }, allowHighRate);
  const current = profitOf(terms.current, terms);
  const previous = profitOf(terms.previous, terms);
  const bridge = bridgeOf(terms.current, terms.previous, terms);
  return { current, previous, ...ratioOf(current, previous), bridge };
}

function ratioOf(
  current: CreditProfit,
  previous: CreditProfit,
): Pick<PerformanceRatio, "ratio" | "growth"> {
  const inputs = { current, previous };
  if (asTerm(previous).sign <= 0) {
    const reason = "last year's profit is not above 0";
    const none = absent("performance/ratio", "fraction", inputs, "not_defined", reason);
    const ratio = { ratio: none };
    return {
      ratio: none,
      growth: absent("performance/growth", "fraction", ratio, "not_defined", reason),
    };
  }
  const quotient = asTerm(current).over(asTerm(previous));
  const ratio: Figure<"performance/ratio"> = figure(
    "performance/ratio",
    quotient,
    "fraction",
    inputs,
  );
  const grown = asTerm(ratio).minus(ONE);
  return { ratio, growth: figure("performance/growth", grown, "fraction", { ratio }) };
}
