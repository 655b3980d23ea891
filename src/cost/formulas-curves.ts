/**
 * @module cost/formulas-curves
 *
 * The catalogue records of cost curves and of the level of receivables at which they are least.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const OURS = 'ours; the shapes: "3+1" deck, slides 8, 13 to 16';

const RECEIVABLES = { receivables: { en: "receivables held", zh: "应收账款持有量" } };
const COST = { cost: { en: "cost", zh: "成本" } };

/** Records of curves. */
export const curveFormulas: readonly FormulaRecord[] = [
  {
    id: "cost/curve-linear",
    name: { en: "cost on a straight line", zh: "直线成本" },
    unit: "money",
    direction: "lower-is-better",
    source: OURS,
    value: "intercept + slope * receivables",
    terms: {
      ...RECEIVABLES,
      intercept: { en: "cost at 0", zh: "截距" },
      slope: { en: "slope", zh: "斜率" },
    },
  },
  {
    id: "cost/curve-polynomial",
    name: { en: "cost on a polynomial", zh: "多项式成本" },
    unit: "money",
    direction: "lower-is-better",
    source: OURS,
    value: "sum(powers.amount)",
    columns: {
      powers: {
        power: "previous(power * receivables, 1)",
        amount: "coefficient * power",
      },
    },
    terms: {
      ...RECEIVABLES,
      powers: { en: "powers", zh: "各次项" },
      power: { en: "power of the receivables", zh: "持有量的幂" },
      coefficient: { en: "coefficient", zh: "系数" },
      amount: { en: "amount", zh: "金额" },
    },
  },
  {
    id: "cost/curve-steps",
    name: { en: "cost of a band", zh: "阶梯成本" },
    unit: "money",
    direction: "lower-is-better",
    source: OURS,
    value: "cost",
    conditions: ["receivables >= from"],
    terms: {
      ...RECEIVABLES,
      from: { en: "band from", zh: "区间起点" },
      to: { en: "up to, not including", zh: "区间终点（不含）" },
      ...COST,
    },
  },
  {
    id: "cost/curve-points",
    name: { en: "cost between two points", zh: "插值成本" },
    unit: "money",
    direction: "lower-is-better",
    source: OURS,
    value:
      "if(left.receivables = right.receivables, left.cost, left.cost + (right.cost - left.cost) " +
      "* (receivables - left.receivables) / (right.receivables - left.receivables))",
    conditions: ["receivables >= left.receivables", "receivables <= right.receivables"],
    terms: {
      ...RECEIVABLES,
      left: { en: "point at or below", zh: "左端点" },
      right: { en: "point at or above", zh: "右端点" },
      ...COST,
    },
  },
  {
    id: "cost/curve-function",
    name: { en: "cost sampled from a function", zh: "函数取样成本" },
    unit: "money",
    direction: "lower-is-better",
    source: "the caller's function",
    value: "cost",
    terms: { ...RECEIVABLES, ...COST },
  },
  {
    id: "cost/at-level",
    name: { en: "cost of credit at a level of receivables", zh: "某一持有量的信用成本" },
    unit: "money",
    direction: "lower-is-better",
    source: '"3+1" deck, slides 15 and 16',
    value: "sum(parts.cost)",
    terms: {
      ...RECEIVABLES,
      parts: { en: "parts", zh: "各项成本" },
      name: { en: "name", zh: "名称" },
      ...COST,
    },
  },
  {
    id: "cost/optimal-receivables",
    name: { en: "optimal receivables", zh: "应收账款最佳持有量" },
    unit: "money",
    direction: "neutral",
    source: '"3+1" deck, slides 15, 16 and 62; found by scanning',
    columns: {
      rows: {
        excess:
          "if(receivables < flatRegion.from, 0, if(receivables > flatRegion.to, 0, " +
          "max(total - lowestCost * (1 + flatWithin), 0)))",
      },
    },
    conditions: [
      "lookup(value, rows.receivables, rows.total) = lowestCost",
      "lowestCost = least(rows.total)",
      "bracket.from <= value",
      "value <= bracket.to",
      "bracket.to - bracket.from <= 2 * tolerance",
      "flatRegion.from <= value",
      "value <= flatRegion.to",
      "sum(rows.excess) = 0",
    ],
    terms: {
      ...RECEIVABLES,
      tolerance: { en: "tolerance", zh: "容差" },
      flatWithin: { en: "flat where it costs at most this much more", zh: "平坦区容许增幅" },
      lowestCost: { en: "lowest cost", zh: "最低信用成本" },
      bracket: { en: "bracket", zh: "夹逼区间" },
      flatRegion: { en: "flat region", zh: "平坦区" },
      from: { en: "from", zh: "起点" },
      to: { en: "to", zh: "终点" },
      rows: { en: "levels looked at", zh: "各持有量" },
      total: { en: "cost", zh: "成本" },
      excess: { en: "cost above the flat region's limit", zh: "平坦区内超限成本" },
    },
  },
];
