/**
 * @module scoring/formulas-models
 *
 * The catalogue records of the solvency models. Their coefficients stand here a second time, and
 * not by reference to the models' data: what is verified must not be computed from the same
 * numbers.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { bathoryFormulas } from "./formulas-bathory.ts";
import { modelRatioFormulas } from "./formulas-model-ratios.ts";
import { contributions, ratios, zones } from "./formulas-model-terms.ts";
import { probabilityFormulas } from "./formulas-probability.ts";
import { twoYearsFormulas } from "./formulas-two-years.ts";

const altmanFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/altman-z",
    name: { en: "Altman Z", zh: "Altman Z 值" },
    unit: "score",
    direction: "higher-is-better",
    source: "Altman 1968",
    value:
      "1.2 * workingCapitalToAssets + 1.4 * retainedEarningsToAssets + 3.3 * ebitToAssets " +
      "+ 0.6 * equityToLiabilities + salesCoefficient * salesToAssets",
    ...contributions,
    ...zones("1.81", "2.99"),
    terms: ratios(
      "workingCapitalToAssets",
      "retainedEarningsToAssets",
      "ebitToAssets",
      "equityToLiabilities",
      "salesToAssets",
      "salesCoefficient",
    ),
  },
  {
    id: "scoring/altman-z-prime",
    name: { en: "Altman Z'", zh: "Altman Z' 值" },
    unit: "score",
    direction: "higher-is-better",
    source: "Altman 1983",
    value:
      "0.717 * workingCapitalToAssets + 0.847 * retainedEarningsToAssets + 3.107 * ebitToAssets " +
      "+ 0.42 * equityToLiabilities + 0.998 * salesToAssets",
    ...contributions,
    ...zones("1.23", "2.9"),
    terms: ratios(
      "workingCapitalToAssets",
      "retainedEarningsToAssets",
      "ebitToAssets",
      "equityToLiabilities",
      "salesToAssets",
    ),
  },
  {
    id: "scoring/altman-z-double-prime",
    name: { en: "Altman Z''", zh: "Altman Z'' 值" },
    unit: "score",
    direction: "higher-is-better",
    source: "Altman 1995",
    value:
      "6.56 * workingCapitalToAssets + 3.26 * retainedEarningsToAssets + 6.72 * ebitToAssets " +
      "+ 1.05 * equityToLiabilities",
    ...contributions,
    ...zones("1.1", "2.6"),
    terms: ratios(
      "workingCapitalToAssets",
      "retainedEarningsToAssets",
      "ebitToAssets",
      "equityToLiabilities",
    ),
  },
  {
    id: "scoring/altman-z-emerging",
    name: { en: "Altman Z'' for emerging markets", zh: "Altman Z'' 值（新兴市场）" },
    unit: "score",
    direction: "higher-is-better",
    source: "Altman, Hartzell and Peck 1995",
    value:
      "3.25 + 6.56 * workingCapitalToAssets + 3.26 * retainedEarningsToAssets " +
      "+ 6.72 * ebitToAssets + 1.05 * equityToLiabilities",
    ...contributions,
    ...zones("4.35", "5.85"),
    terms: ratios(
      "workingCapitalToAssets",
      "retainedEarningsToAssets",
      "ebitToAssets",
      "equityToLiabilities",
    ),
  },
];

const otherFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/springate",
    name: { en: "Springate S", zh: "Springate S 值" },
    unit: "score",
    direction: "higher-is-better",
    source: "Springate 1978",
    value:
      "1.03 * workingCapitalToAssets + 3.07 * ebitToAssets " +
      "+ 0.66 * profitBeforeTaxToCurrentLiabilities + 0.4 * salesToAssets",
    ...contributions,
    ...zones("0.862", "0.862"),
    terms: ratios(
      "workingCapitalToAssets",
      "ebitToAssets",
      "profitBeforeTaxToCurrentLiabilities",
      "salesToAssets",
    ),
  },
  {
    id: "scoring/zhou-f",
    name: { en: "Zhou F", zh: "F 分数" },
    unit: "score",
    direction: "higher-is-better",
    source: "Zhou, Yang and Wang 1996",
    value:
      "0 - 0.1774 + 1.1091 * workingCapitalToAssets + 0.1074 * retainedEarningsToAssets " +
      "+ 1.9271 * cashFlowToAverageLiabilities + 0.0302 * equityToLiabilities " +
      "+ 0.4961 * cashFlowToAverageAssets",
    ...contributions,
    ...zones("0.0274", "0.0274"),
    terms: ratios(
      "workingCapitalToAssets",
      "retainedEarningsToAssets",
      "cashFlowToAverageLiabilities",
      "equityToLiabilities",
      "cashFlowToAverageAssets",
    ),
  },
  {
    id: "scoring/rating-equivalent",
    name: { en: "rating equivalent", zh: "等效评级" },
    unit: "score",
    direction: "higher-is-better",
    source: "Altman's averages by rating",
    value: "score",
    columns: {
      table: {
        reached: "if(average <= score, average, least(table.average))",
        distance: "abs(average - score)",
      },
    },
    label: {
      key: "grade",
      rule:
        'if(mapping = "floor", lookup(greatest(table.reached), table.average, table.grade), ' +
        "lookup(least(table.distance), table.distance, table.grade))",
    },
    terms: {
      score: { en: "score Z''-EM", zh: "Z''-EM 值" },
      vintage: { en: "table of", zh: "表的年份" },
      mapping: { en: "read by", zh: "对应方法" },
      floor: { en: "the average reached", zh: "达到的均值" },
      nearest: { en: "the nearest average", zh: "最接近的均值" },
      table: { en: "averages", zh: "均值表" },
      average: { en: "average", zh: "均值" },
      reached: { en: "reached", zh: "已达到" },
      distance: { en: "distance", zh: "距离" },
    },
  },
];

/** Records of the solvency models and of their ratios. */
export const modelFormulas: readonly FormulaRecord[] = [
  ...modelRatioFormulas,
  ...twoYearsFormulas,
  ...altmanFormulas,
  ...bathoryFormulas,
  ...otherFormulas,
  ...probabilityFormulas,
];
