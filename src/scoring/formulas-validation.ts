/**
 * @module scoring/formulas-validation
 *
 * The catalogue records of how well scores have told goods from bads.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  goods: { en: "goods", zh: "好客户数" },
  bads: { en: "bads", zh: "坏客户数" },
  concordant: { en: "pairs with the good above", zh: "一致对数" },
  tied: { en: "pairs tied", zh: "同分对数" },
  discordant: { en: "pairs with the bad above", zh: "不一致对数" },
  auc: { en: "area under the ROC curve", zh: "ROC 曲线下面积" },
  at: { en: "reached at score", zh: "所在评分" },
  steps: { en: "by score", zh: "按评分" },
  score: { en: "score", zh: "评分" },
  goodsUpTo: { en: "goods up to it", zh: "累计好客户" },
  badsUpTo: { en: "bads up to it", zh: "累计坏客户" },
  distance: { en: "distance", zh: "差距" },
  rows: { en: "by probability", zh: "按违约概率" },
  defaultProbability: { en: "probability of default", zh: "违约概率" },
  squared: { en: "squared distances", zh: "平方差" },
  loss: { en: "loss", zh: "损失" },
  brier: { en: "Brier score", zh: "布里尔分数" },
  reference: { en: "Brier score of the base rate", zh: "基准布里尔分数" },
  bin: { en: "bin", zh: "分箱" },
  id: { en: "bin", zh: "分箱" },
  bins: { en: "bins", zh: "分箱" },
  smoothing: { en: "smoothing", zh: "平滑值" },
  counts: { en: "counts", zh: "计数" },
  count: { en: "count", zh: "数量" },
  counted: { en: "count, smoothed", zh: "平滑后数量" },
  totalGoods: { en: "goods of all bins", zh: "好客户合计" },
  totalBads: { en: "bads of all bins", zh: "坏客户合计" },
  goodsCounted: { en: "goods, smoothed", zh: "平滑后好客户" },
  badsCounted: { en: "bads, smoothed", zh: "平滑后坏客户" },
  goodShare: { en: "share of goods", zh: "好客户占比" },
  badShare: { en: "share of bads", zh: "坏客户占比" },
  woe: { en: "weight of evidence", zh: "证据权重" },
  added: { en: "added", zh: "贡献" },
  actual: { en: "now", zh: "当前" },
  expected: { en: "then", zh: "基期" },
  actualCounted: { en: "now, smoothed", zh: "平滑后当前" },
  expectedCounted: { en: "then, smoothed", zh: "平滑后基期" },
  actualShare: { en: "share now", zh: "当前占比" },
  expectedShare: { en: "share then", zh: "基期占比" },
} as const;

const STANDARD = "standard measure of validation";

type Parts = Pick<FormulaRecord, "id" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  const given = { unit: "fraction", direction: "higher-is-better", source: STANDARD } as const;
  return { name: { en, zh }, ...given, terms: TERMS, ...parts };
}

const GOOD_SHARE = "(goods + smoothing) / totalGoods";
const BAD_SHARE = "((bads + smoothing) / totalBads)";

/** Records of validation. */
export const validationFormulas: readonly FormulaRecord[] = [
  record("area under the ROC curve", "ROC 曲线下面积", {
    id: "scoring/roc-auc",
    value: "(concordant + tied / 2) / (goods * bads)",
    conditions: [
      "concordant + tied + discordant = goods * bads",
      "min(concordant, tied, discordant) >= 0",
    ],
  }),
  record("Gini coefficient", "基尼系数", { id: "scoring/gini", value: "2 * auc - 1" }),
  record("Kolmogorov–Smirnov statistic", "KS 统计量", {
    id: "scoring/ks-statistic",
    value: "greatest(steps.distance)",
    columns: {
      steps: {
        goodsUpTo: "previous(goodsUpTo, 0) + goods",
        badsUpTo: "previous(badsUpTo, 0) + bads",
        distance: "abs(badsUpTo / sum(steps.bads) - goodsUpTo / sum(steps.goods))",
      },
    },
    conditions: ["lookup(at, steps.score, steps.distance) = value"],
  }),
  record("Brier score", "布里尔分数", {
    id: "scoring/brier-score",
    direction: "lower-is-better",
    value: "sum(rows.squared) / (sum(rows.goods) + sum(rows.bads))",
    columns: {
      rows: {
        squared: "goods * defaultProbability ^ 2 + bads * (1 - defaultProbability) ^ 2",
      },
    },
  }),
  record("Brier score of the base rate", "基准布里尔分数", {
    id: "scoring/brier-reference",
    direction: "neutral",
    value: "goods * bads / (goods + bads) ^ 2",
  }),
  record("Brier skill score", "布里尔技巧评分", {
    id: "scoring/brier-skill-score",
    value: "1 - brier / reference",
  }),
  record("log loss", "对数损失", {
    id: "scoring/log-loss",
    unit: "score",
    direction: "lower-is-better",
    value: "sum(rows.loss) / (sum(rows.goods) + sum(rows.bads))",
    columns: {
      rows: {
        loss:
          "if(goods > 0, -goods * ln(1 - defaultProbability), 0) + " +
          "if(bads > 0, -bads * ln(defaultProbability), 0)",
      },
    },
  }),
  record("counted in all bins", "各箱合计", {
    id: "scoring/counted-in-all",
    unit: "count",
    direction: "neutral",
    value: "sum(counts.counted)",
    columns: { counts: { counted: "count + smoothing" } },
  }),
  record("weight of evidence", "证据权重", {
    id: "scoring/weight-of-evidence",
    unit: "score",
    value: `ln(${GOOD_SHARE} / ${BAD_SHARE})`,
  }),
  record("information value of a bin", "分箱信息值", {
    id: "scoring/information-value-of-bin",
    unit: "score",
    value: `(${GOOD_SHARE} - ${BAD_SHARE}) * ln(${GOOD_SHARE} / ${BAD_SHARE})`,
  }),
  record("information value", "信息值", {
    id: "scoring/information-value",
    unit: "score",
    value: "sum(bins.added)",
    columns: {
      bins: {
        goodsCounted: "goods + smoothing",
        badsCounted: "bads + smoothing",
        goodShare: "goodsCounted / sum(bins.goodsCounted)",
        badShare: "badsCounted / sum(bins.badsCounted)",
        woe: "ln(goodShare / badShare)",
        added: "(goodShare - badShare) * woe",
      },
    },
  }),
  record("population stability index", "群体稳定性指标", {
    id: "scoring/population-stability-index",
    unit: "score",
    direction: "lower-is-better",
    value: "sum(bins.added)",
    columns: {
      bins: {
        actualCounted: "actual + smoothing",
        expectedCounted: "expected + smoothing",
        actualShare: "actualCounted / sum(bins.actualCounted)",
        expectedShare: "expectedCounted / sum(bins.expectedCounted)",
        added: "(actualShare - expectedShare) * ln(actualShare / expectedShare)",
      },
    },
  }),
];
