/**
 * @module cost/months-of-margin
 *
 * How long a delay may be before it has eaten the margin of a sale.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, ONE } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { flag, object, optional, rate, withDefault, word } from "../ground/input-atoms.ts";
import { interestRate, refuseHighRates } from "../ground/input-interest.ts";
import type { Numeric } from "../ground/numeric.ts";
import { asPrinted, ln } from "../ground/transcendental.ts";
import type { InvestmentBase } from "./investment-base.ts";

/** What {@link monthsOfMargin} needs. */
export interface MonthsOfMarginInput {
  /** Net margin on sales, from 0 to 1. */
  readonly netMargin: Numeric;
  /** What waiting costs a year; 0 never consumes the margin. */
  readonly annualRate: Numeric;
  /** Lets the rate be above 1. */
  readonly allowHighRate?: boolean;
  /** What waits: the price (`sales`, default), or the price less the margin (`cost`). */
  readonly investmentBase?: InvestmentBase;
  /** `simple` interest (default), or interest on interest once a year: `compound`. */
  readonly compounding?: "simple" | "compound";
}

/** Months of delay that consume the margin. */
export type MonthsOfMargin = Figure<
  | "cost/months-of-margin"
  | "cost/months-of-margin-on-cost"
  | "cost/months-of-margin-compound"
  | "cost/months-of-margin-compound-on-cost"
>;

/** The schema of {@link MonthsOfMarginInput}. */
export const monthsOfMarginSchema = lazily(() =>
  object({
    netMargin: rate(),
    annualRate: interestRate(),
    allowHighRate: optional(flag()),
    investmentBase: withDefault(word("sales", "cost"), "sales"),
    compounding: withDefault(word("simple", "compound"), "simple"),
  }),
);

/**
 * Months of margin (利润被拖欠侵蚀的月数): how many months of late payment consume the net margin of
 * a sale.
 *
 * Use it to show a salesperson what a delay costs. For the cost of the delay in money use
 * {@link opportunityCost}.
 *
 * @formula months = 12 × netMargin ÷ annualRate; on cost netMargin ÷ (1 − netMargin) takes the
 *   place of netMargin; compound: 12 × ln(1 + that) ÷ ln(1 + annualRate)
 * @units fractions in, months out
 *
 * @param input - The net margin (0 to 1) and the interest rate a year (above 0). The deck counts
 *   simple interest on the price; `investmentBase: "cost"` counts it on what was spent, and
 *   `compounding: "compound"` with interest on interest.
 * @returns The months.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: the rate is 0; on cost, the margin is the whole price.
 *
 * @source "3+1" deck, slide 12: its 30 cells are exact. The variants are ours.
 *
 * @example 10 % margin at 5 % a year
 * ```ts
 * const sale = { netMargin: "0.1", annualRate: "0.05" };
 * monthsOfMargin(sale).value.toString(); // => "24"
 * monthsOfMargin({ ...sale, investmentBase: "cost" }).value.toFixed(4); // => "26.6667"
 * ```
 */
export function monthsOfMargin(input: MonthsOfMarginInput): MonthsOfMargin {
  const fn = "monthsOfMargin";
  const terms = read(fn, monthsOfMarginSchema, input);
  const { annualRate, allowHighRate } = terms;
  refuseHighRates(fn, { annualRate }, allowHighRate);
  return present(fn, monthsOf(terms));
}

type MonthsTerms = Terms<ReturnType<typeof monthsOfMarginSchema>>;

function monthsOf(terms: MonthsTerms): MonthsOfMargin | Absent {
  const { netMargin, annualRate, investmentBase, compounding } = terms;
  const inputs = { netMargin, annualRate };
  const onCost = investmentBase === "cost";
  const id = IDS[compounding][investmentBase];
  const none = (reason: string) => absent(id, "months", inputs, "not_defined", reason);
  if (annualRate.isZero) return none("at a rate of 0 no delay has a cost");
  if (onCost && netMargin.equals(ONE)) return none("nothing was spent: the margin is the price");
  const earned = onCost ? netMargin.over(ONE.minus(netMargin)) : netMargin;
  const months = compounding === "simple" ? earned.over(annualRate) : years(earned, annualRate);
  const exact = months.times(Fraction.whole(12));
  const isRounded = compounding === "compound" && !earned.isZero;
  return figure(id, isRounded ? asPrinted(exact) : exact, "months", inputs);
}

/** Years in which 1 at compound interest earns so much. */
function years(earned: Fraction, annualRate: Fraction): Fraction {
  // Both are logarithms of more than 0.
  const [reached, yearly] = [earned, annualRate].map((each) => ln(ONE.plus(each))?.value ?? ONE);
  return (reached as Fraction).over(yearly as Fraction);
}

const IDS = {
  simple: { sales: "cost/months-of-margin", cost: "cost/months-of-margin-on-cost" },
  compound: {
    sales: "cost/months-of-margin-compound",
    cost: "cost/months-of-margin-compound-on-cost",
  },
} as const;
