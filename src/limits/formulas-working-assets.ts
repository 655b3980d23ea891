/**
 * @module limits/formulas-working-assets
 *
 * The catalogue records of the limit that a balance sheet gives.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const WORKING = "two Chinese pages on the model; the guards are ours";

const TERMS = {
  currentAssets: { en: "current assets", zh: "流动资产" },
  inventory: { en: "inventory", zh: "存货" },
  currentLiabilities: { en: "current liabilities", zh: "流动负债" },
  totalLiabilities: { en: "total liabilities", zh: "负债总额" },
  equity: { en: "equity", zh: "所有者权益" },
  workingWorth: { en: "working worth", zh: "营运资产" },
  currentRatio: { en: "current ratio", zh: "流动比率" },
  quickRatio: { en: "quick ratio", zh: "速动比率" },
  currentLiabilitiesToEquity: { en: "current liabilities to equity", zh: "流动负债净资产比率" },
  liabilitiesToEquity: { en: "liabilities to equity", zh: "债务净资产比率" },
  evaluation: { en: "evaluation value", zh: "评估值" },
  share: { en: "share", zh: "比例" },
  classFactor: { en: "factor of the class", zh: "等级系数" },
  bands: { en: "bands", zh: "档次" },
  place: { en: "place", zh: "序号" },
  above: { en: "above", zh: "高于" },
  zone: { en: "risk", zh: "风险程度" },
  reached: { en: "reached", zh: "达到" },
} as const;

type Parts = Pick<FormulaRecord, "id" | "source" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  return { name: { en, zh }, unit: "money", direction: "neutral", terms: TERMS, ...parts };
}

/** A ratio of two lines of the balance sheet. */
function ratio(id: string, en: string, zh: string, value: string, isGood: boolean): FormulaRecord {
  const direction = isGood ? "higher-is-better" : "lower-is-better";
  return record(en, zh, { id, unit: "times", direction, source: WORKING, value });
}

/** Records of the limit by working assets. */
export const workingAssetsFormulas: readonly FormulaRecord[] = [
  ratio(
    "limits/current-ratio",
    "current ratio",
    "流动比率",
    "currentAssets / currentLiabilities",
    true,
  ),
  ratio(
    "limits/quick-ratio",
    "quick ratio",
    "速动比率",
    "(currentAssets - inventory) / currentLiabilities",
    true,
  ),
  ratio(
    "limits/current-liabilities-to-equity",
    "current liabilities to equity",
    "流动负债净资产比率",
    "currentLiabilities / equity",
    false,
  ),
  ratio(
    "limits/liabilities-to-equity",
    "liabilities to equity",
    "债务净资产比率",
    "totalLiabilities / equity",
    false,
  ),
  record("working worth", "营运资产", {
    id: "limits/working-worth",
    direction: "higher-is-better",
    source: WORKING,
    value: "(currentAssets - currentLiabilities + equity) / 2",
  }),
  record("evaluation of working assets", "营运资产评估值", {
    id: "limits/working-assets-evaluation",
    unit: "score",
    direction: "higher-is-better",
    source: WORKING,
    value: "currentRatio + quickRatio - currentLiabilitiesToEquity - liabilitiesToEquity",
  }),
  record("share of working worth", "营运资产百分比", {
    id: "limits/working-assets-share",
    unit: "fraction",
    direction: "higher-is-better",
    source: WORKING,
    value: "if(equity <= 0, 0, lookup(greatest(bands.reached), bands.place, bands.share))",
    columns: {
      bands: {
        place: "previous(place, 0) + 1",
        reached: "if(equity <= 0, 1, if(place = 1, 1, if(evaluation > above, place, 1)))",
      },
    },
    label: { key: "zone", rule: "lookup(greatest(bands.reached), bands.place, bands.zone)" },
  }),
  record("limit by working assets", "营运资产分析法额度", {
    id: "limits/working-assets",
    source: WORKING,
    value: "max(workingWorth, 0) * share * classFactor",
  }),
];
