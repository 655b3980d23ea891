/**
 * @module limits/formulas-methods
 *
 * The catalogue records of the methods by which limits are set.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const DECK_77 = '"3+1" deck, slide 77 (words only); the formula is our reading';
const FLOW = "the flow guide (names only); the formula is our reading";

const TERMS = {
  share: { en: "share", zh: "比例" },
  bands: { en: "bands", zh: "档次" },
  place: { en: "place", zh: "序号" },
  reached: { en: "reached", zh: "达到" },
  initial: { en: "first limit", zh: "初始额度" },
  minimum: { en: "minimum", zh: "最低额度" },
  maximum: { en: "maximum", zh: "最高额度" },
  capped: { en: "there is a maximum", zh: "设有上限" },
  walk: { en: "cycles", zh: "各周期" },
  outcome: { en: "outcome", zh: "结果" },
  change: { en: "change", zh: "调整幅度" },
  amount: { en: "amount", zh: "金额" },
  limit: { en: "limit", zh: "额度" },
  increase: { en: "increase", zh: "增加额" },
  score: { en: "score", zh: "评分" },
  base: { en: "base", zh: "基数" },
  minScore: { en: "least score", zh: "最低分" },
  grade: { en: "grade", zh: "等级" },
  below: { en: "below all grades", zh: "低于各等级" },
  current: { en: "present limit", zh: "现行额度" },
  criteria: { en: "criteria", zh: "评估项目" },
  weight: { en: "weight", zh: "权重" },
  weighted: { en: "weighted score", zh: "加权得分" },
  annualPurchases: { en: "purchases of a year", zh: "年采购额" },
  termDays: { en: "days of credit", zh: "信用期限" },
  toleratedDelayDays: { en: "tolerated delay", zh: "容许拖延天数" },
  peak: { en: "peak of the season", zh: "旺季上浮" },
  margin: { en: "margin", zh: "利润率" },
  lossGivenDefault: { en: "loss given default", zh: "违约损失率" },
  annualRate: { en: "interest rate a year", zh: "年利率" },
  days: { en: "days until payment", zh: "收款天数" },
  levels: { en: "levels", zh: "各档额度" },
  defaultProbability: { en: "probability of default", zh: "违约概率" },
  required: { en: "margin required", zh: "所需利润率" },
  profit: { en: "expected profit", zh: "预期利润" },
  taken: { en: "taken", zh: "可取" },
  bounds: { en: "bounds", zh: "各项限制" },
  name: { en: "name", zh: "名称" },
  unit: { en: "unit", zh: "单位" },
  annualCreditSales: { en: "credit sales of a year", zh: "年赊销额" },
  dso: { en: "DSO", zh: "销售未清账期" },
  totalSales: { en: "total sales", zh: "销售总额" },
} as const;

type Parts = Pick<FormulaRecord, "id" | "source" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  return { name: { en, zh }, unit: "money", direction: "neutral", terms: TERMS, ...parts };
}

const PLACE = "previous(place, 0) + 1";
const GRADED = { place: PLACE, reached: "if(score >= minScore, place, 0)" };
const GRADE = {
  key: "grade",
  rule:
    "if(greatest(bands.reached) = 0, below, " +
    "lookup(greatest(bands.reached), bands.place, bands.grade))",
};

const histories: readonly FormulaRecord[] = [
  record("stepped limit", "递增法额度", {
    id: "limits/stepped",
    source: DECK_77,
    value: "initial + sum(walk.increase)",
    columns: {
      walk: {
        limit:
          "if(capped, min(maximum, max(previous(limit, initial) * (1 + change) + amount, " +
          "minimum)), max(previous(limit, initial) * (1 + change) + amount, minimum))",
        increase: "limit - previous(limit, initial)",
      },
    },
  }),
  record("limit by rating", "信用评级法额度", {
    id: "limits/rating",
    source: DECK_77,
    value:
      "if(greatest(bands.reached) = 0, 0, " +
      "max(base, 0) * lookup(greatest(bands.reached), bands.place, bands.share))",
    columns: { bands: GRADED },
    label: GRADE,
  }),
  record("score of the review", "动态评估得分", {
    id: "limits/dynamic-score",
    unit: "score",
    direction: "higher-is-better",
    source: DECK_77,
    value: "sum(criteria.weighted) / sum(criteria.weight)",
    columns: { criteria: { weighted: "weight * score" } },
  }),
  record("dynamic limit", "动态评估法额度", {
    id: "limits/dynamic",
    source: '"3+1" deck, slides 77, 91 and 92 (words only); the formula is our reading',
    value:
      "if(greatest(bands.reached) = 0, 0, if(capped, min(maximum, " +
      "current * (1 + lookup(greatest(bands.reached), bands.place, bands.change))), " +
      "current * (1 + lookup(greatest(bands.reached), bands.place, bands.change))))",
    columns: { bands: GRADED },
    label: GRADE,
  }),
  record("limit by forecast sales", "销售预测法额度", {
    id: "limits/sales-forecast",
    source: FLOW,
    value: "annualPurchases * (termDays + toleratedDelayDays) / yearDays * (1 + peak)",
  }),
];

const LEVELS = {
  required: "defaultProbability * lossGivenDefault + annualRate * days / yearDays",
  profit: "limit * (margin - required)",
  reached: "limit * taken",
};
const PER_UNIT = {
  levels: { ...LEVELS, taken: "if(margin >= required, previous(taken, 1), 0)" },
};
const MARGINAL = {
  levels: { ...LEVELS, taken: "if(profit >= previous(profit, 0), previous(taken, 1), 0)" },
};
const LAST_TAKEN = "greatest(levels.reached)";
const FIRST_REFUSED = "lookup(0, levels.taken, levels.limit)";

const risk: readonly FormulaRecord[] = [
  record("limit by risk and return", "风险收益比较法额度", {
    id: "limits/risk-return",
    source: FLOW,
    value: LAST_TAKEN,
    columns: PER_UNIT,
  }),
  record("limit by risk and return, marginal", "风险收益比较法额度（边际）", {
    id: "limits/risk-return-marginal",
    source: FLOW,
    value: LAST_TAKEN,
    columns: MARGINAL,
  }),
  record("first level refused", "首个不可取额度", {
    id: "limits/risk-return-refused",
    source: FLOW,
    value: FIRST_REFUSED,
    columns: PER_UNIT,
  }),
  record("first level refused, marginal", "首个不可取额度（边际）", {
    id: "limits/risk-return-marginal-refused",
    source: FLOW,
    value: FIRST_REFUSED,
    columns: MARGINAL,
  }),
];

const results: readonly FormulaRecord[] = [
  record("bound by a share", "按比例限制", {
    id: "limits/bound-by-share",
    source: "ours",
    value: "max(base, 0) * share",
  }),
  record("credit limit", "信用限额", {
    id: "limits/credit-limit",
    source: "ours: the least of all bounds",
    value: "least(bounds.amount)",
  }),
  record("credit limit in whole units", "信用限额（取整）", {
    id: "limits/credit-limit-in-units",
    source: "ours: the least of all bounds, rounded down",
    value: "whole(least(bounds.amount) / unit) * unit",
  }),
  record("target for receivables", "应收账款目标", {
    id: "limits/receivables-target",
    source: '"3+1" deck, slide 86',
    value: "annualCreditSales * dso / yearDays",
  }),
  record("credit sales at a share", "赊销规模", {
    id: "limits/credit-sales",
    source: '"3+1" deck, slide 86',
    value: "totalSales * share",
  }),
];

/** Records of the methods. */
export const methodFormulas: readonly FormulaRecord[] = [...histories, ...risk, ...results];
