/**
 * @module batch/ratio-formulas
 *
 * The ratios of the solvency models as texts: lines of a statement over lines of it. `previous.`
 * marks those of the year before, a 2 twice the line; what has no `/` is a column by itself.
 */

const WORKING_CAPITAL = "currentAssets-currentLiabilities/totalAssets";
const RETAINED_EARNINGS = "retainedEarnings/totalAssets";
const DEBT_RATIO = "totalLiabilities/totalAssets";
const RETURN_ON_ASSETS = "netIncome/totalAssets";

/** The ratios of Altman's models that need no market price. */
export const BOOK_RATIOS = {
  workingCapitalToAssets: WORKING_CAPITAL,
  retainedEarningsToAssets: RETAINED_EARNINGS,
  ebitToAssets: "ebit/totalAssets",
  equityToLiabilities: "equity/totalLiabilities",
  salesToAssets: "sales/totalAssets",
} as const;

/** Equity at its market price. */
export const MARKET_EQUITY = "marketEquity/totalLiabilities";

/** The ratios of Bathory's model. */
export const BATHORY_RATIOS = {
  cashProfitToCurrentLiabilities: "profitBeforeTax+depreciation+deferredTax/currentLiabilities",
  profitBeforeTaxToCapital: "profitBeforeTax/currentAssets-currentLiabilities",
  equityToCurrentLiabilities: "equity/currentLiabilities",
  tangibleNetWorthToLiabilities: "equity-intangibleAssets/totalLiabilities",
  workingCapitalToAssets: WORKING_CAPITAL,
} as const;

/** The first ratio with interest. */
export const CASH_PROFIT_WITH_INTEREST =
  "profitBeforeTax+depreciation+amortisation+interestExpense/currentLiabilities";

/** The second ratio over capital employed. */
export const PROFIT_TO_CAPITAL_EMPLOYED = "profitBeforeTax/totalAssets-currentLiabilities";

/** The ratios of Zmijewski's model. */
export const ZMIJEWSKI_RATIOS = {
  returnOnAssets: RETURN_ON_ASSETS,
  debtRatio: DEBT_RATIO,
  currentRatio: "currentAssets/currentLiabilities",
} as const;

/** The ratios of Zhou's model; over the mean of two balances is twice over their sum. */
export const ZHOU_RATIOS = {
  workingCapitalToAssets: WORKING_CAPITAL,
  retainedEarningsToAssets: RETAINED_EARNINGS,
  cashFlowToAverageLiabilities:
    "2netIncome+2depreciation/totalLiabilities+previous.totalLiabilities",
  equityToLiabilities: MARKET_EQUITY,
  cashFlowToAverageAssets:
    "2netIncome+2interestExpense+2depreciation/totalAssets+previous.totalAssets",
} as const;

/** The last ratio of Zhou's model with interest deducted. */
export const CASH_FLOW_LESS_INTEREST =
  "2netIncome-2interestExpense+2depreciation/totalAssets+previous.totalAssets";

/** The ratios of Ohlson's model; some of its lines are made of others. */
export const OHLSON_RATIOS = {
  size: "size",
  debtRatio: DEBT_RATIO,
  workingCapitalToAssets: WORKING_CAPITAL,
  currentLiabilitiesToCurrentAssets: "currentLiabilities/currentAssets",
  liabilitiesExceedAssets: "liabilitiesExceedAssets",
  returnOnAssets: RETURN_ON_ASSETS,
  fundsFromOperationsToLiabilities: "fundsFromOperations/totalLiabilities",
  lossInBothYears: "lossInBothYears",
  netIncomeChange: "netIncome-previous.netIncome/lossOrGain+previous.lossOrGain",
} as const;

/** Funds from operations made up of what they are without a line of their own. */
export const FUNDS_MADE_UP = "netIncome+depreciation+amortisation/totalLiabilities";

/** A line in a formula, with its multiple and sign. */
export interface Term {
  readonly name: string;
  readonly times: bigint;
}

/** The dividend and the divisor of a formula. */
export function termsOf(formula: string): readonly [over: readonly Term[], under: readonly Term[]] {
  const [over = "", under = ""] = formula.split("/");
  return [sideOf(over), sideOf(under)];
}

function sideOf(text: string): readonly Term[] {
  return [...text.matchAll(/([+-]?)(2?)([A-Za-z.]+)/g)].map(([, sign, twice, name = ""]) => ({
    name,
    times: (sign === "-" ? -1n : 1n) * (twice === "2" ? 2n : 1n),
  }));
}
