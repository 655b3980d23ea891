/**
 * @module scoring/ratio-definitions-two-years
 *
 * The ratios that need the statement of the year before, too: over the mean of two balances, and
 * the comparisons of Ohlson's model.
 */
import { asTerm } from "../ground/exact.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { Accounts, Line } from "./accounts.ts";
import type { RatioDefinition } from "./measure.ts";
import { divided } from "./measure.ts";

/** The mean of the balances of two years, with its derivation. */
function mean(closing: Fraction, opening: Fraction, currency: string | undefined): Fraction {
  const average = opening.plus(closing).over(Fraction.of(2n));
  const inputs = { opening, closing };
  return asTerm(figure("scoring/average-balance", average, "money", inputs, { currency }));
}

const BALANCES = {
  averageAssets: { closing: "totalAssets", opening: "previousTotalAssets", name: "assets" },
  averageLiabilities: {
    closing: "totalLiabilities",
    opening: "previousTotalLiabilities",
    name: "liabilities",
  },
  averageEquity: { closing: "equity", opening: "previousEquity", name: "equity" },
} as const;

/** A sum of flows over the mean of a balance; the flows of `less` are taken off. */
function overMean(
  id: string,
  unit: RatioDefinition["unit"],
  flows: readonly Line[],
  by: keyof typeof BALANCES,
  less: readonly Line[] = [],
): RatioDefinition {
  const { closing, opening, name } = BALANCES[by];
  return {
    id,
    unit,
    lines: [...flows, closing, opening],
    answer(lines, { currency }: Accounts) {
      const average = mean(lines[closing], lines[opening], currency);
      const signed = flows.map((flow) =>
        less.includes(flow) ? lines[flow].negated() : lines[flow],
      );
      const inputs = Object.fromEntries(flows.map((flow) => [flow, lines[flow]]));
      return {
        inputs: { ...inputs, [by]: average },
        value: divided(sumOf(signed), average, `average ${name}`),
      };
    },
  };
}

/** Ratios over the mean of two balances. */
export const AVERAGE_RATIOS = {
  returnOnAverageAssets: /* @__PURE__ */ overMean(
    "scoring/return-on-average-assets",
    "fraction",
    ["netIncome"],
    "averageAssets",
  ),
  returnOnAverageEquity: /* @__PURE__ */ overMean(
    "scoring/return-on-average-equity",
    "fraction",
    ["netIncome"],
    "averageEquity",
  ),
} as const satisfies Readonly<Record<string, RatioDefinition>>;

/** Ratios of Zhou's model. */
export const ZHOU_RATIOS = {
  cashFlowToAverageLiabilities: /* @__PURE__ */ overMean(
    "scoring/cash-flow-to-average-liabilities",
    "times",
    ["netIncome", "depreciation"],
    "averageLiabilities",
  ),
  cashFlowToAverageAssets: /* @__PURE__ */ overMean(
    "scoring/cash-flow-to-average-assets",
    "times",
    ["netIncome", "interestExpense", "depreciation"],
    "averageAssets",
  ),
  cashFlowLessInterestToAverageAssets: /* @__PURE__ */ overMean(
    "scoring/cash-flow-less-interest-to-average-assets",
    "times",
    ["netIncome", "interestExpense", "depreciation"],
    "averageAssets",
    ["interestExpense"],
  ),
} as const satisfies Readonly<Record<string, RatioDefinition>>;

/** The comparisons of Ohlson's model: two that are 0 or 1, and one from −1 to 1. */
export const OHLSON_RATIOS = {
  liabilitiesExceedAssets: {
    id: "scoring/liabilities-exceed-assets",
    unit: "count",
    lines: ["totalLiabilities", "totalAssets"],
    answer({ totalLiabilities, totalAssets }) {
      const exceeds = totalLiabilities.compare(totalAssets) > 0;
      return { inputs: { totalLiabilities, totalAssets }, value: exceeds ? ONE : ZERO };
    },
  },
  lossInBothYears: {
    id: "scoring/loss-in-both-years",
    unit: "count",
    lines: ["netIncome", "previousNetIncome"],
    answer({ netIncome, previousNetIncome }) {
      const isLoss = netIncome.sign < 0 && previousNetIncome.sign < 0;
      return { inputs: { netIncome, previousNetIncome }, value: isLoss ? ONE : ZERO };
    },
  },
  netIncomeChange: {
    id: "scoring/net-income-change",
    unit: "fraction",
    lines: ["netIncome", "previousNetIncome"],
    answer({ netIncome, previousNetIncome }) {
      const size = netIncome.absolute().plus(previousNetIncome.absolute());
      const change = netIncome.minus(previousNetIncome);
      return {
        inputs: { netIncome, previousNetIncome },
        value: size.isZero ? ZERO : change.over(size),
      };
    },
  },
} as const satisfies Readonly<Record<string, RatioDefinition>>;
