/**
 * @module scoring/formulas-weighted
 *
 * The catalogue records of weighted scores, scorecards, grades and classes.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  criteria: { en: "criteria", zh: "评分项" },
  id: { en: "criterion", zh: "评分项" },
  weight: { en: "weight", zh: "权重" },
  weights: { en: "weights", zh: "权重" },
  totalWeight: { en: "sum of weights", zh: "权重合计" },
  score: { en: "score", zh: "评分" },
  share: { en: "share of the weights", zh: "权重占比" },
  points: { en: "points", zh: "得分" },
  scale: { en: "scale", zh: "分值范围" },
  elements: { en: "elements", zh: "要素" },
  each: { en: "counted", zh: "计数" },
  fact: { en: "fact", zh: "实际值" },
  values: { en: "values", zh: "取值" },
  category: { en: "value", zh: "取值" },
  ranges: { en: "ranges", zh: "区间" },
  from: { en: "from", zh: "起" },
  to: { en: "to below", zh: "止（不含）" },
  single: { en: "one number alone", zh: "单一数值" },
  openBelow: { en: "open below", zh: "下不封口" },
  openAbove: { en: "open above", zh: "上不封口" },
  holds: { en: "holds the value", zh: "命中" },
  earned: { en: "points earned", zh: "所得分" },
  initialScore: { en: "initial score", zh: "初始分" },
  characteristics: { en: "characteristics", zh: "特征" },
  name: { en: "characteristic", zh: "特征" },
  attribute: { en: "attribute", zh: "属性" },
  baseline: { en: "baseline", zh: "基准分" },
  reasonMethod: { en: "a reason is", zh: "原因判定" },
  pointsBelow: { en: "points below the baseline", zh: "低于基准分" },
  pointsAbove: { en: "points above the baseline", zh: "高于基准分" },
  features: { en: "features", zh: "特征项" },
  feature: { en: "feature", zh: "特征项" },
  most: { en: "most points", zh: "最高得分" },
  rated: { en: "rated", zh: "已评" },
  counted: { en: "weight rated", zh: "已评权重" },
  bands: { en: "bands", zh: "分段" },
  minScore: { en: "from score", zh: "最低分" },
  grade: { en: "grade", zh: "等级" },
  reached: { en: "reached", zh: "已达到" },
  kept: { en: "kept", zh: "可保持" },
  current: { en: "class until now", zh: "当前等级" },
  upScores: { en: "scores that must reach a better class", zh: "升级考察评分" },
  downScores: { en: "scores that must have left the class", zh: "降级考察评分" },
  upMargin: { en: "margin up", zh: "升级裕度" },
  downMargin: { en: "margin down", zh: "降级裕度" },
  canRise: { en: "enough scores to rise", zh: "评分足以升级" },
  canFall: { en: "enough scores to fall", zh: "评分足以降级" },
  pointsToDoubleOdds: { en: "points that double the odds", zh: "优比翻倍分值" },
  baseScore: { en: "base score", zh: "基准分值" },
  baseOdds: { en: "odds at the base score", zh: "基准优比" },
  factor: { en: "factor", zh: "刻度因子" },
  offset: { en: "offset", zh: "偏移量" },
  defaultProbability: { en: "probability of default", zh: "违约概率" },
} as const;

type Parts = Pick<FormulaRecord, "id" | "source" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  const given = { unit: "score", direction: "higher-is-better", terms: TERMS } as const;
  return { name: { en, zh }, ...given, ...parts };
}

const SHARES = {
  criteria: { share: "weight / totalWeight", points: "share * score" },
} as const;

const MOST = {
  value: "100 * sum(features.points) / sum(features.most)",
  columns: { features: { points: "weight * score", most: "10 * weight" } },
  source: "Chinese credit-management texts: the characteristics analysis model",
} as const;

const CARD = "PMML 4 Scorecard";
const SCALING = "the usual scaling of scorecards, by points to double the odds";
const OURS = "ours: docs/scorecards.md";

/** Records of weighted scores, scorecards, grades and classes. */
export const weightedFormulas: readonly FormulaRecord[] = [
  record("weighted score", "加权评分", {
    id: "scoring/weighted-score",
    source: "weighted mean; weights are the caller's",
    value: "sum(criteria.points)",
    columns: SHARES,
  }),
  record("sum of weights", "权重合计", {
    id: "scoring/total-weight",
    direction: "neutral",
    source: OURS,
    value: "sum(weights)",
  }),
  record("five-C score", "5C 评分", {
    id: "scoring/five-c-score",
    source: '"3+1" deck, slide 77; weights are the caller\'s',
    value: "sum(criteria.points)",
    columns: SHARES,
  }),
  record("mean of the elements", "要素平均分", {
    id: "scoring/element-mean",
    source: OURS,
    value: "sum(elements.score) / sum(elements.each)",
    columns: { elements: { each: "1" } },
  }),
  record("points of a value", "取值得分", {
    id: "scoring/points-of-value",
    source: CARD,
    value: "lookup(fact, values.category, values.points)",
  }),
  record("points of a number", "数值得分", {
    id: "scoring/points-of-number",
    source: CARD,
    value: "sum(ranges.earned)",
    columns: {
      ranges: {
        holds:
          "if(openBelow, 1, if(fact >= from, 1, 0)) * if(openAbove, 1, " +
          "if(single, if(fact <= to, 1, 0), if(fact < to, 1, 0)))",
        earned: "holds * points",
      },
    },
    conditions: ["sum(ranges.holds) = 1"],
  }),
  record("points of a missing value", "缺失值得分", {
    id: "scoring/points-of-missing",
    source: CARD,
    value: "points",
  }),
  record("score of a card", "评分卡得分", {
    id: "scoring/scorecard",
    direction: "neutral",
    source: CARD,
    value: "initialScore + sum(characteristics.points)",
  }),
  record("shortfall against the baseline", "与基准分的差距", {
    id: "scoring/shortfall",
    direction: "lower-is-better",
    source: CARD,
    value: 'if(reasonMethod = "pointsBelow", baseline - points, points - baseline)',
  }),
  record("characteristics score", "特征分析评分", { id: "scoring/characteristics-score", ...MOST }),
  record("characteristics score of a group", "分组特征评分", {
    id: "scoring/characteristics-group",
    ...MOST,
  }),
  record("coverage of the features", "特征覆盖率", {
    id: "scoring/characteristics-coverage",
    unit: "fraction",
    source: OURS,
    value: "sum(features.counted) / sum(features.weight)",
    columns: { features: { counted: "if(rated, weight, 0)" } },
  }),
  record("score with its grade", "评分等级", {
    id: "scoring/grade",
    source: "bands are the caller's, or a preset",
    value: "score",
    columns: { bands: { reached: "if(minScore <= score, minScore, least(bands.minScore))" } },
    conditions: ["score >= least(bands.minScore)"],
    label: { key: "grade", rule: "lookup(greatest(bands.reached), bands.minScore, bands.grade)" },
  }),
  record("score with its class", "评分与客户等级", {
    id: "scoring/class-migration",
    source: '"3+1" deck, slide 53; margins are ours',
    value: "score",
    columns: {
      bands: {
        reached:
          "if(canRise, if(least(upScores) >= minScore + upMargin, minScore, " +
          "least(bands.minScore)), least(bands.minScore))",
        kept:
          "if(canFall, if(greatest(downScores) >= minScore - downMargin, minScore, " +
          "least(bands.minScore)), minScore)",
      },
    },
    label: {
      key: "grade",
      rule:
        "lookup(max(greatest(bands.reached), min(lookup(current, bands.grade, bands.minScore), " +
        "greatest(bands.kept))), bands.minScore, bands.grade)",
    },
  }),
  record("points for a unit of ln odds", "刻度因子", {
    id: "scoring/points-factor",
    direction: "neutral",
    source: SCALING,
    value: "pointsToDoubleOdds / ln(2)",
  }),
  record("score at odds of 1:1", "偏移量", {
    id: "scoring/points-offset",
    direction: "neutral",
    source: SCALING,
    value: "baseScore - factor * ln(baseOdds)",
  }),
  record("score of a probability of default", "违约概率对应评分", {
    id: "scoring/score-of-default-probability",
    source: SCALING,
    value: "offset + factor * ln((1 - defaultProbability) / defaultProbability)",
  }),
  record("probability of default of a score", "评分对应违约概率", {
    id: "scoring/default-probability-of-score",
    unit: "fraction",
    direction: "lower-is-better",
    source: SCALING,
    value: "1 / (1 + exp((score - offset) / factor))",
  }),
];
