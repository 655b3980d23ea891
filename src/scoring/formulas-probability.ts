/**
 * @module scoring/formulas-probability
 *
 * The catalogue records of the models whose scores have a probability: Zmijewski's and Ohlson's.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { contributions, ratios, zonesReversed } from "./formulas-model-terms.ts";

const probitTerms = ratios("returnOnAssets", "debtRatio", "currentRatio");

const zmijewskiFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/zmijewski",
    name: { en: "Zmijewski X", zh: "Zmijewski X 值" },
    unit: "score",
    direction: "lower-is-better",
    source: "Zmijewski 1984",
    value: "0 - 4.336 - 4.513 * returnOnAssets + 5.679 * debtRatio + 0.004 * currentRatio",
    ...contributions,
    ...zonesReversed("0"),
    terms: probitTerms,
  },
  {
    id: "scoring/zmijewski-liquidity-minus",
    name: { en: "Zmijewski X, minus liquidity", zh: "Zmijewski X 值（流动比率取负）" },
    unit: "score",
    direction: "lower-is-better",
    source: "teaching texts",
    value: "0 - 4.336 - 4.513 * returnOnAssets + 5.679 * debtRatio - 0.004 * currentRatio",
    ...contributions,
    ...zonesReversed("0"),
    terms: probitTerms,
  },
  {
    id: "scoring/zmijewski-rounded",
    name: { en: "Zmijewski X, rounded", zh: "Zmijewski X 值（简化系数）" },
    unit: "score",
    direction: "lower-is-better",
    source: "teaching texts",
    value: "0 - 4.3 - 4.5 * returnOnAssets + 5.7 * debtRatio - 0.004 * currentRatio",
    ...contributions,
    ...zonesReversed("0"),
    terms: probitTerms,
  },
  {
    id: "scoring/zmijewski-weighted",
    name: { en: "Zmijewski X, weighted probit", zh: "Zmijewski X 值（加权）" },
    unit: "score",
    direction: "lower-is-better",
    source: "Zmijewski 1984, remembered",
    value: "0 - 4.803 - 3.599 * returnOnAssets + 5.406 * debtRatio - 0.1 * currentRatio",
    ...contributions,
    ...zonesReversed("0"),
    terms: probitTerms,
  },
  {
    id: "scoring/zmijewski-probability",
    name: { en: "probability of distress by Zmijewski", zh: "Zmijewski 违约概率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "Zmijewski 1984",
    value: "normalCdf(score)",
    terms: { score: { en: "score X", zh: "X 值" } },
  },
];

const ohlsonFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/ohlson-o",
    name: { en: "Ohlson O", zh: "Ohlson O 值" },
    unit: "score",
    direction: "lower-is-better",
    source: "Ohlson 1980, model 1",
    value:
      "0 - 1.32 - 0.407 * size + 6.03 * debtRatio - 1.43 * workingCapitalToAssets " +
      "+ 0.0757 * currentLiabilitiesToCurrentAssets - 1.72 * liabilitiesExceedAssets " +
      "- 2.37 * returnOnAssets - 1.83 * fundsFromOperationsToLiabilities " +
      "+ 0.285 * lossInBothYears - 0.521 * netIncomeChange",
    ...contributions,
    ...zonesReversed("ln(cutOff / (1 - cutOff))"),
    terms: {
      ...ratios(
        "size",
        "debtRatio",
        "workingCapitalToAssets",
        "currentLiabilitiesToCurrentAssets",
        "liabilitiesExceedAssets",
        "returnOnAssets",
        "fundsFromOperationsToLiabilities",
        "lossInBothYears",
        "netIncomeChange",
      ),
      cutOff: { en: "cut-off of the probability", zh: "概率临界值" },
    },
  },
  {
    id: "scoring/ohlson-size",
    name: { en: "size by Ohlson", zh: "Ohlson 规模项" },
    unit: "score",
    direction: "higher-is-better",
    source: "Ohlson 1980",
    value: "ln(totalAssetsInDollars / priceIndex)",
    terms: {
      totalAssetsInDollars: { en: "total assets in dollars", zh: "资产总计（美元）" },
      priceIndex: { en: "price index, 1968 = 100", zh: "物价指数（1968=100）" },
    },
  },
  {
    id: "scoring/ohlson-probability",
    name: { en: "probability of bankruptcy by Ohlson", zh: "Ohlson 破产概率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "Ohlson 1980",
    value: "1 / (1 + exp(0 - score))",
    terms: { score: { en: "score O", zh: "O 值" } },
  },
];

/** Records of Zmijewski's and Ohlson's models. */
export const probabilityFormulas: readonly FormulaRecord[] = [
  ...zmijewskiFormulas,
  ...ohlsonFormulas,
];
