/**
 * @module scoring/formulas-bathory
 *
 * The catalogue records of Bathory's model.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { contributions, ratios, zones } from "./formulas-model-terms.ts";

const BATHORY_VALUE =
  'if(aggregate = "mean", 0.2, 1) * (cashProfitToCurrentLiabilities + profitBeforeTaxToCapital ' +
  "+ equityToCurrentLiabilities + tangibleNetWorthToLiabilities + workingCapitalToAssets)";

const BATHORY_TERMS = {
  ...ratios(
    "cashProfitToCurrentLiabilities",
    "profitBeforeTaxToCapital",
    "equityToCurrentLiabilities",
    "tangibleNetWorthToLiabilities",
    "workingCapitalToAssets",
  ),
  aggregate: { en: "sum or mean", zh: "合计或平均" },
  sum: { en: "sum", zh: "合计" },
  mean: { en: "mean", zh: "平均" },
  bands: { en: "bands", zh: "区间" },
  "bands.distressBelow": { en: "distress below", zh: "危机上限" },
  "bands.safeAbove": { en: "safe above", zh: "安全下限" },
};

/** Records of Bathory's model, without bands and with them. */
export const bathoryFormulas: readonly FormulaRecord[] = [
  {
    id: "scoring/bathory",
    name: { en: "Bathory score", zh: "巴萨利模型值" },
    unit: "score",
    direction: "higher-is-better",
    source: '"3+1" deck, slide 77; Bathory 1984',
    value: BATHORY_VALUE,
    ...contributions,
    terms: BATHORY_TERMS,
  },
  {
    id: "scoring/bathory-in-bands",
    name: { en: "Bathory score in bands", zh: "巴萨利模型值（自定区间）" },
    unit: "score",
    direction: "higher-is-better",
    source: '"3+1" deck, slide 77; Bathory 1984; bands of the caller',
    value: BATHORY_VALUE,
    ...contributions,
    ...zones("bands.distressBelow", "bands.safeAbove"),
    terms: BATHORY_TERMS,
  },
];
