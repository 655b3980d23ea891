/**
 * @module dso/formulas-countback
 *
 * The catalogue records of countback: the DSO, its lower bound and its extrapolation.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SOURCE = '"3+1" deck, slide 67; months without sales, returns and a short history: ours';

/** The walk, newest period first: what a row leaves over goes on to the row below. */
const WALK = {
  net: "sales + previous(min(net, 0), 0)",
  remaining: "previous(remaining - consumed, receivables / (1 + taxRate))",
  consumed: "min(remaining, max(net, 0))",
};

const COUNTED = 'if(net > 0, days * consumed / net, if(zeroSales = "skip", 0, days))';

const TERMS = {
  receivables: { en: "closing receivables", zh: "期末应收账款余额" },
  taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" },
  zeroSales: { en: "periods without sales", zh: "无赊销期间" },
  "count-days": { en: "their days count", zh: "计入天数" },
  skip: { en: "are passed over", zh: "跳过" },
  stop: { en: "end the walk", zh: "终止倒推" },
  negativeSales: { en: "periods with negative sales", zh: "负销售期间" },
  refuse: { en: "refused", zh: "拒绝" },
  "net-into-previous": { en: "netted into the period before", zh: "冲减上一期间" },
  whenExhausted: { en: "receivables beyond the history", zh: "历史不足时" },
  "lower-bound": { en: "a lower bound", zh: "给出下限" },
  "oldest-rate": { en: "at the oldest daily sales", zh: "按最早日均销售外推" },
  "mean-rate": { en: "at the mean daily sales", zh: "按平均日均销售外推" },
  dayBasis: { en: "day basis", zh: "天数口径" },
  calendar: { en: "by the calendar", zh: "按日历" },
  walk: { en: "walk back, newest first", zh: "由近及远倒推" },
  sales: { en: "credit sales", zh: "赊销额" },
  days: { en: "days", zh: "天数" },
  net: { en: "net of later returns", zh: "冲减退货后销售" },
  remaining: { en: "still to be covered", zh: "待覆盖余额" },
  consumed: { en: "covered here", zh: "本期覆盖" },
  counted: { en: "days counted", zh: "计入天数" },
  beyond: { en: "days beyond the history", zh: "外推天数" },
  uncovered: { en: "receivables not covered", zh: "未覆盖余额" },
};

/** Records of `dso/countback…`. */
export const countbackFormulas: readonly FormulaRecord[] = [
  {
    id: "dso/countback",
    name: { en: "DSO, countback", zh: "销售未清账期（倒推法）" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "sum(walk.counted)",
    columns: { walk: { ...WALK, counted: COUNTED } },
    conditions: ["sum(walk.consumed) = receivables / (1 + taxRate)"],
    terms: TERMS,
  },
  {
    id: "dso/countback-at-least",
    name: { en: "DSO, countback, at least", zh: "销售未清账期（倒推法，下限）" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "sum(walk.counted)",
    columns: { walk: { ...WALK, counted: COUNTED } },
    conditions: ["uncovered > 0"],
    terms: TERMS,
  },
  {
    id: "dso/countback-extrapolated",
    name: { en: "DSO, countback, extrapolated", zh: "销售未清账期（倒推法，外推）" },
    unit: "days",
    direction: "lower-is-better",
    source: SOURCE,
    value: "sum(walk.counted) + sum(walk.beyond)",
    columns: {
      walk: {
        ...WALK,
        counted: COUNTED,
        // What a row leaves over is all that is uncovered only from the oldest sales on.
        beyond:
          'if(whenExhausted = "mean-rate", uncovered * counted / sum(walk.consumed), ' +
          "if(consumed = 0, 0, if(remaining - consumed = uncovered, uncovered * days / net, 0)))",
      },
    },
    conditions: ["uncovered > 0"],
    terms: TERMS,
  },
  {
    id: "dso/countback-uncovered",
    name: { en: "receivables beyond the history", zh: "历史销售未覆盖的应收账款" },
    unit: "money",
    direction: "neutral",
    source: SOURCE,
    value: "receivables / (1 + taxRate) - sum(walk.consumed)",
    columns: { walk: WALK },
    terms: TERMS,
  },
];
