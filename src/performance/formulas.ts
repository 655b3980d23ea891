/**
 * @module performance/formulas
 *
 * The catalogue records of performance.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { indicatorFormulas } from "./formulas-indicators.ts";

const SLIDE_76 = '"3+1" deck, slide 76; slide 103 misplaces its brackets';
const BRIDGE = 'own derivation, on "3+1" deck, slide 76';

const YEAR = {
  creditSales: { en: "credit sales", zh: "赊销额" },
  margin: { en: "margin", zh: "销售利润率" },
  badDebtRate: { en: "bad-debt rate", zh: "坏账率" },
  dso: { en: "DSO", zh: "销售未清账期" },
  annualRate: { en: "interest rate a year", zh: "资金年利率" },
  managementCost: { en: "management cost", zh: "管理成本" },
  previousCreditSales: { en: "credit sales before", zh: "上期赊销额" },
  previousBadDebtRate: { en: "bad-debt rate before", zh: "上期坏账率" },
  previousDso: { en: "DSO before", zh: "上期销售未清账期" },
  previousManagementCost: { en: "management cost before", zh: "上期管理成本" },
};
const PARTS = {
  volume: { en: "volume", zh: "规模影响" },
  badDebt: { en: "bad debts", zh: "坏账影响" },
  time: { en: "collection time", zh: "账期影响" },
  management: { en: "management", zh: "管理成本影响" },
};
type Name = FormulaRecord["name"];

function change(id: string, name: Name, value: string): FormulaRecord {
  const direction = "higher-is-better";
  return { id, name, unit: "money", direction, source: BRIDGE, value, terms: YEAR };
}

/** Records of `performance/…`. */
export const performanceFormulas: readonly FormulaRecord[] = [
  {
    id: "performance/credit-profit",
    name: { en: "profit of credit sales", zh: "信用销售利润" },
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE_76,
    value:
      "creditSales * (margin - badDebtRate) - dso / yearDays * creditSales * annualRate" +
      " - managementCost",
    terms: YEAR,
  },
  {
    id: "performance/ratio",
    name: { en: "performance ratio", zh: "信用销售利润比" },
    unit: "fraction",
    direction: "higher-is-better",
    source: SLIDE_76,
    value: "current / previous",
    terms: {
      current: { en: "this year", zh: "本期" },
      previous: { en: "last year", zh: "上期" },
    },
  },
  {
    id: "performance/growth",
    name: { en: "growth of profit of credit sales", zh: "信用销售利润增长率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: SLIDE_76,
    value: "ratio - 1",
    terms: { ratio: { en: "performance ratio", zh: "信用销售利润比" } },
  },
  change(
    "performance/bridge-volume",
    { en: "change of profit by volume", zh: "规模影响额" },
    "(creditSales - previousCreditSales)" +
      " * (margin - previousBadDebtRate - previousDso * annualRate / yearDays)",
  ),
  change(
    "performance/bridge-bad-debt",
    { en: "change of profit by bad debts", zh: "坏账影响额" },
    "creditSales * (previousBadDebtRate - badDebtRate)",
  ),
  change(
    "performance/bridge-time",
    { en: "change of profit by collection time", zh: "账期影响额" },
    "creditSales * annualRate / yearDays * (previousDso - dso)",
  ),
  change(
    "performance/bridge-management",
    { en: "change of profit by management", zh: "管理成本影响额" },
    "previousManagementCost - managementCost",
  ),
  {
    id: "performance/bridge-total",
    name: { en: "change of profit", zh: "利润变动额" },
    unit: "money",
    direction: "higher-is-better",
    source: BRIDGE,
    value: "volume + badDebt + time + management",
    terms: PARTS,
  },
  ...indicatorFormulas,
  {
    id: "performance/responsibility",
    name: { en: "part of a loss", zh: "坏账责任额" },
    unit: "money",
    direction: "lower-is-better",
    source: '"3+1" deck, slide 86',
    value: "loss * share",
    terms: { loss: { en: "loss", zh: "坏账损失" }, share: { en: "share", zh: "责任比例" } },
  },
  {
    id: "performance/pay",
    name: { en: "pay by result", zh: "绩效工资" },
    unit: "money",
    direction: "neutral",
    source: '"3+1" deck, slides 102 and 103',
    value: "sum(bands.reached)",
    columns: {
      bands: {
        step: "pay - previous(pay, 0)",
        reached: "if(result >= from, step, 0)",
      },
    },
    terms: {
      result: { en: "result", zh: "业绩" },
      bands: { en: "bands", zh: "档次" },
      from: { en: "from", zh: "起点" },
      pay: { en: "pay", zh: "工资" },
      step: { en: "more than the band before", zh: "较上档增加" },
      reached: { en: "reached", zh: "计入" },
    },
  },
];
