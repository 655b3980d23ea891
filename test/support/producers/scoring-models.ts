/**
 * Random figures of statements, ratios and solvency models. Amounts are small and often equal, so
 * that divisors of 0 and below, losses in both years and scores near a bound are met; a line is left
 * out now and then.
 */
import fc from "fast-check";

import type { Absent, Figure } from "../../../src/ground/figure.ts";
import { isFigure } from "../../../src/ground/figure.ts";
import type { FinancialStatement, SolvencyPanelYears } from "../../../src/scoring/index.ts";
import * as scoring from "../../../src/scoring/index.ts";
import { amount, answers, decimal, merged, signedAmount } from "./atoms.ts";

/** Small whole amounts, which are often equal. */
const few = fc.integer({ min: 0, max: 6 }).map((value) => value * 500);
const positive = fc.oneof({ weight: 8, arbitrary: few }, { weight: 1, arbitrary: amount });
const signed = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -4, max: 6 }).map((value) => value * 250) },
  { weight: 1, arbitrary: signedAmount },
);

const lines = {
  currentAssets: positive,
  cash: positive,
  inventory: positive,
  receivables: positive,
  payables: positive,
  totalAssets: positive,
  intangibleAssets: positive,
  currentLiabilities: positive,
  totalLiabilities: positive,
  marketEquity: positive,
  equity: signed,
  retainedEarnings: signed,
  sales: signed,
  costOfSales: signed,
  ebit: signed,
  interestExpense: positive,
  profitBeforeTax: signed,
  netIncome: signed,
  depreciation: positive,
  amortisation: positive,
  deferredTax: signed,
};

const periods = fc.oneof(
  fc.constant({}),
  fc.constant({ period: { months: 12 } }),
  fc
    .tuple(
      fc.oneof(
        fc.integer({ min: 1, max: 11 }).map((months) => ({ months })),
        fc.integer({ min: 1, max: 364 }).map((days) => ({ days })),
      ),
      fc.constantFrom("scale" as const, "as-stated" as const),
      fc.constantFrom<360 | 365 | 366>(360, 365, 366),
    )
    .map(([period, annualise, yearDays]) => ({ period, annualise, yearDays })),
);

/** A statement with every line that a ratio needs. */
export const fullStatement: fc.Arbitrary<FinancialStatement> = merged(
  fc.record(lines),
  fc.oneof(periods, fc.record({ fundsFromOperations: signed })),
);

/** The same, lines missing now and then. */
export const statement: fc.Arbitrary<FinancialStatement> = fc.oneof(
  { weight: 3, arbitrary: fullStatement },
  {
    weight: 1,
    arbitrary: merged(
      fc.record(lines, { requiredKeys: ["totalAssets", "currentLiabilities"] }),
      periods,
    ),
  },
);

const size = fc.record({
  totalAssetsInDollars: fc.integer({ min: 1, max: 10 ** 9 }),
  priceIndex: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant("123.45")),
});

const years = fc.record({ current: fullStatement, previous: fullStatement });
export const panelInput: fc.Arbitrary<SolvencyPanelYears> = merged(
  fc.record({ current: statement }),
  fc.record({ previous: statement, size }, { requiredKeys: [] }),
);

/** Two years in a row. */
const twoYears = fc.tuple(fullStatement, fullStatement).map(([before, after]) => [
  { ...before, periodEnd: "2024-12-31" },
  { ...after, periodEnd: "2025-12-31" },
]);

/** A ratio of one year, or over the mean of two. */
function ratio(id: string, name: scoring.RatioName): fc.Arbitrary<Figure> {
  return name.includes("Average")
    ? answers(id, twoYears, (list) => scoring.financialRatios(list).years[1]?.[name])
    : answers(id, fullStatement, (each) => scoring.financialRatios(each)[name]);
}

const RATIOS = {
  "scoring/current-ratio": "currentRatio",
  "scoring/quick-ratio": "quickRatio",
  "scoring/cash-ratio": "cashRatio",
  "scoring/debt-ratio": "debtRatio",
  "scoring/liabilities-to-equity": "liabilitiesToEquity",
  "scoring/current-liabilities-to-equity": "currentLiabilitiesToEquity",
  "scoring/interest-cover": "interestCover",
  "scoring/gross-margin": "grossMargin",
  "scoring/net-margin": "netMargin",
  "scoring/return-on-assets": "returnOnAssets",
  "scoring/return-on-equity": "returnOnEquity",
  "scoring/receivable-days": "receivableDays",
  "scoring/inventory-days": "inventoryDays",
  "scoring/payable-days": "payableDays",
  "scoring/cash-cycle": "cashCycle",
  "scoring/working-capital-to-assets": "workingCapitalToAssets",
  "scoring/retained-earnings-to-assets": "retainedEarningsToAssets",
  "scoring/ebit-to-assets": "ebitToAssets",
  "scoring/equity-to-liabilities": "equityToLiabilities",
  "scoring/market-equity-to-liabilities": "marketEquityToLiabilities",
  "scoring/sales-to-assets": "salesToAssets",
  "scoring/profit-before-tax-to-current-liabilities": "profitBeforeTaxToCurrentLiabilities",
  "scoring/current-liabilities-to-current-assets": "currentLiabilitiesToCurrentAssets",
  "scoring/funds-from-operations-to-liabilities": "fundsFromOperationsToLiabilities",
  "scoring/return-on-average-assets": "returnOnAverageAssets",
  "scoring/return-on-average-equity": "returnOnAverageEquity",
} as const;

function change(id: string, name: scoring.RatioName): fc.Arbitrary<Figure> {
  return answers(id, twoYears, (list) => scoring.financialRatios(list).trend[name].changes[0]);
}

/** A figure that stands among the inputs of another. */
const inside = (figure: Figure | Absent, name: string): unknown =>
  (figure.inputs as Readonly<Record<string, unknown>>)[name];

const bathoryChoices = fc.record(
  {
    variant: fc.constantFrom("deferred-tax" as const, "cn-interest" as const),
    x2Denominator: fc.constantFrom("working-capital" as const, "capital-employed" as const),
    aggregate: fc.constantFrom("sum" as const, "mean" as const),
  },
  { requiredKeys: [] },
);
const bands = fc
  .tuple(decimal, decimal)
  .map((ends) => ends.sort((a, b) => Number(a) - Number(b)))
  .map(([low, high]) => ({ bands: { distressBelow: low, safeAbove: high } }));

function bathoryPart(
  id: string,
  name: string,
  choices: scoring.BathoryVariant,
): fc.Arbitrary<Figure> {
  const input = fullStatement.map((each) => ({ ...each, ...choices }));
  return answers(id, input, (each) => inside(scoring.bathory(each), name));
}

const zhouChoices = fc.record(
  {
    equityBasis: fc.constantFrom("market" as const, "book" as const),
    interest: fc.constantFrom("added" as const, "deducted" as const),
  },
  { requiredKeys: [] },
);

function zhouPart(id: string, name: string, choices: scoring.ZhouFChoices): fc.Arbitrary<Figure> {
  const input = years.map((each) => ({ ...each, ...choices }));
  return answers(id, input, (each) => inside(scoring.zhouF(each), name));
}

const ohlsonInput = merged(
  merged(years, fc.record({ size })),
  fc.oneof(fc.constant({}), fc.constantFrom({ cutOff: "0.038" }, { cutOff: "0.9" })),
);

function ohlsonPart(id: string, name: string): fc.Arbitrary<Figure> {
  return answers(id, ohlsonInput, (input) => inside(scoring.ohlsonO(input), name));
}

function zmijewski(coefficients: scoring.ZmijewskiInput["coefficients"]): fc.Arbitrary<Figure> {
  const word = coefficients === undefined ? {} : { coefficients };
  const id = coefficients === undefined ? "" : `-${coefficients}`;
  const input = fullStatement.map((each) => ({ ...each, ...word }));
  return answers(`scoring/zmijewski${id}`, input, scoring.zmijewski);
}

/** Shares of which few are extreme: a normal distribution at X = −300 has no value. */
const probitRatios = fc.record({
  returnOnAssets: fc.integer({ min: -300, max: 300 }).map((value) => value / 100),
  debtRatio: fc.integer({ min: 0, max: 300 }).map((value) => value / 100),
  currentRatio: decimal,
});

const scores = fc.oneof(
  fc.integer({ min: -100, max: 1000 }).map((value) => String(value / 100)),
  fc.constantFrom("4.15", "3.95", "6.525", "0", "0.05", "8.15"),
  answers("scoring/altman-z-emerging", fullStatement, scoring.altmanZEmerging),
);

export const producers: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  ...Object.fromEntries(Object.entries(RATIOS).map(([id, name]) => [id, ratio(id, name)])),
  "scoring/share-change": change("scoring/share-change", "debtRatio"),
  "scoring/multiple-change": change("scoring/multiple-change", "currentRatio"),
  "scoring/days-change": change("scoring/days-change", "inventoryDays"),
  "scoring/annualised": answers("scoring/annualised", fullStatement, (each) =>
    inside(scoring.financialRatios(each).netMargin, "netIncome"),
  ),
  "scoring/funds-from-operations": answers("scoring/funds-from-operations", fullStatement, (each) =>
    inside(scoring.financialRatios(each).fundsFromOperationsToLiabilities, "fundsFromOperations"),
  ),
  "scoring/average-balance": answers("scoring/average-balance", years, (each) =>
    inside(scoring.zhouF(each).inputs["cashFlowToAverageAssets"] as Figure, "averageAssets"),
  ),
  "scoring/altman-z": answers(
    "scoring/altman-z",
    merged(
      fullStatement,
      fc.constantFrom(
        {},
        { salesCoefficient: "1" } as const,
        {
          salesCoefficient: "0.999",
        } as const,
      ),
    ),
    scoring.altmanZ,
  ),
  "scoring/altman-z-prime": answers("scoring/altman-z-prime", fullStatement, scoring.altmanZPrime),
  "scoring/altman-z-double-prime": answers(
    "scoring/altman-z-double-prime",
    fullStatement,
    scoring.altmanZDoublePrime,
  ),
  "scoring/altman-z-emerging": answers(
    "scoring/altman-z-emerging",
    fullStatement,
    scoring.altmanZEmerging,
  ),
  "scoring/bathory": answers(
    "scoring/bathory",
    merged(fullStatement, bathoryChoices),
    scoring.bathory,
  ),
  "scoring/bathory-in-bands": answers(
    "scoring/bathory-in-bands",
    merged(merged(fullStatement, bathoryChoices), bands),
    scoring.bathory,
  ),
  "scoring/cash-profit-to-current-liabilities": bathoryPart(
    "scoring/cash-profit-to-current-liabilities",
    "cashProfitToCurrentLiabilities",
    {},
  ),
  "scoring/cash-profit-before-interest-to-current-liabilities": bathoryPart(
    "scoring/cash-profit-before-interest-to-current-liabilities",
    "cashProfitToCurrentLiabilities",
    { variant: "cn-interest" },
  ),
  "scoring/profit-before-tax-to-working-capital": bathoryPart(
    "scoring/profit-before-tax-to-working-capital",
    "profitBeforeTaxToCapital",
    {},
  ),
  "scoring/profit-before-tax-to-capital-employed": bathoryPart(
    "scoring/profit-before-tax-to-capital-employed",
    "profitBeforeTaxToCapital",
    { x2Denominator: "capital-employed" },
  ),
  "scoring/equity-to-current-liabilities": bathoryPart(
    "scoring/equity-to-current-liabilities",
    "equityToCurrentLiabilities",
    {},
  ),
  "scoring/tangible-net-worth-to-liabilities": bathoryPart(
    "scoring/tangible-net-worth-to-liabilities",
    "tangibleNetWorthToLiabilities",
    {},
  ),
  "scoring/springate": answers("scoring/springate", fullStatement, scoring.springate),
  "scoring/zmijewski": zmijewski(undefined),
  "scoring/zmijewski-liquidity-minus": zmijewski("liquidity-minus"),
  "scoring/zmijewski-rounded": zmijewski("rounded"),
  "scoring/zmijewski-weighted": zmijewski("weighted"),
  "scoring/zmijewski-probability": answers(
    "scoring/zmijewski-probability",
    fc.record({ ratios: probitRatios }),
    scoring.zmijewskiProbability,
  ),
  "scoring/zhou-f": answers("scoring/zhou-f", merged(years, zhouChoices), scoring.zhouF),
  "scoring/cash-flow-to-average-liabilities": zhouPart(
    "scoring/cash-flow-to-average-liabilities",
    "cashFlowToAverageLiabilities",
    {},
  ),
  "scoring/cash-flow-to-average-assets": zhouPart(
    "scoring/cash-flow-to-average-assets",
    "cashFlowToAverageAssets",
    {},
  ),
  "scoring/cash-flow-less-interest-to-average-assets": zhouPart(
    "scoring/cash-flow-less-interest-to-average-assets",
    "cashFlowToAverageAssets",
    { interest: "deducted" },
  ),
  "scoring/ohlson-o": answers("scoring/ohlson-o", ohlsonInput, scoring.ohlsonO),
  "scoring/ohlson-size": ohlsonPart("scoring/ohlson-size", "size"),
  "scoring/liabilities-exceed-assets": ohlsonPart(
    "scoring/liabilities-exceed-assets",
    "liabilitiesExceedAssets",
  ),
  "scoring/loss-in-both-years": ohlsonPart("scoring/loss-in-both-years", "lossInBothYears"),
  "scoring/net-income-change": ohlsonPart("scoring/net-income-change", "netIncomeChange"),
  "scoring/ohlson-probability": answers(
    "scoring/ohlson-probability",
    ohlsonInput,
    scoring.ohlsonProbability,
  ),
  "scoring/rating-equivalent": answers(
    "scoring/rating-equivalent",
    merged(
      fc.record({ score: scores }),
      fc.record(
        {
          vintage: fc.constantFrom("1995" as const, "2013" as const),
          mapping: fc.constantFrom("floor" as const, "nearest" as const),
        },
        { requiredKeys: [] },
      ),
    ),
    scoring.ratingEquivalent,
  ),
};

/** The figures of a panel, for tests that look at them all. */
export const figuresOf = (panel: scoring.SolvencyPanel): Figure[] =>
  Object.values(panel.scores).filter((each): each is never => isFigure(each));
