/**
 * @module dso/formulas-comparison
 *
 * The catalogue records of the differences between DSO methods.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SOURCE = 'ours; the methods: "3+1" deck, slides 66 to 68';

/** Countback over every period, newest first; where nothing remains, nothing is counted. */
const WALK = {
  net: "sales + previous(min(net, 0), 0)",
  remaining: "previous(remaining - consumed, receivables / (1 + taxRate))",
  consumed: "min(remaining, max(net, 0))",
  counted:
    "if(remaining = 0, 0, if(net > 0, days * consumed / net, " +
    'if(zeroSales = "skip", 0, days)))',
};

const AGING = "if(outstanding = 0, 0, outstanding / (1 + taxRate) / sales * days)";

const TERMS = {
  receivables: { en: "closing receivables", zh: "期末应收账款余额" },
  taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" },
  zeroSales: { en: "periods without sales", zh: "无赊销期间" },
  "count-days": { en: "their days count", zh: "计入天数" },
  skip: { en: "are passed over", zh: "跳过" },
  negativeSales: { en: "periods with negative sales", zh: "负销售期间" },
  refuse: { en: "refused", zh: "拒绝" },
  "net-into-previous": { en: "netted into the period before", zh: "冲减上一期间" },
  historySales: { en: "credit sales of all periods", zh: "全部期间赊销额" },
  historyDays: { en: "days of all periods", zh: "全部期间天数" },
  periods: { en: "by period, newest first", zh: "分期间（由近及远）" },
  "outside the history": { en: "outside the history", zh: "历史之外" },
  sales: { en: "credit sales", zh: "赊销额" },
  days: { en: "days", zh: "天数" },
  outstanding: { en: "outstanding", zh: "未收账款" },
  net: { en: "net of later returns", zh: "冲减退货后销售" },
  remaining: { en: "still to be covered", zh: "待覆盖余额" },
  consumed: { en: "covered here", zh: "本期覆盖" },
  left: { en: "outstanding here and before", zh: "本期及以前未收" },
  counted: { en: "days by countback", zh: "倒推法天数" },
  average: { en: "days by the period average", zh: "期间平均法天数" },
  aging: { en: "days by the aging method", zh: "账龄分类法天数" },
  difference: { en: "difference", zh: "差额" },
};

/** Records of `dso/…-minus-…`. */
export const comparisonFormulas: readonly FormulaRecord[] = [
  {
    id: "dso/average-minus-countback",
    name: { en: "period average less countback", zh: "期间平均法与倒推法之差" },
    unit: "days",
    direction: "neutral",
    source: SOURCE,
    value: "sum(periods.difference)",
    columns: {
      periods: {
        ...WALK,
        average:
          'if(period = "outside the history", remaining, consumed) * historyDays / historySales',
        difference: "average - counted",
      },
    },
    terms: TERMS,
  },
  {
    id: "dso/average-minus-aging",
    name: { en: "period average less aging", zh: "期间平均法与账龄分类法之差" },
    unit: "days",
    direction: "neutral",
    source: SOURCE,
    value: "sum(periods.difference)",
    columns: {
      periods: {
        left: "previous(left - outstanding, receivables)",
        average:
          'if(period = "outside the history", left, outstanding) / (1 + taxRate) ' +
          "* historyDays / historySales",
        aging: AGING,
        difference: "average - aging",
      },
    },
    terms: TERMS,
  },
  {
    id: "dso/countback-minus-aging",
    name: { en: "countback less aging", zh: "倒推法与账龄分类法之差" },
    unit: "days",
    direction: "neutral",
    source: SOURCE,
    value: "sum(periods.difference)",
    columns: { periods: { ...WALK, aging: AGING, difference: "counted - aging" } },
    terms: TERMS,
  },
];
