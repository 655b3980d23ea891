/**
 * @module dso/formulas
 *
 * The catalogue records of the DSO figures.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { companionFormulas } from "./formulas-companions.ts";
import { comparisonFormulas } from "./formulas-comparison.ts";
import { countbackFormulas } from "./formulas-countback.ts";

/** Records of `dso/…`. */
export const dsoFormulas: readonly FormulaRecord[] = [
  {
    id: "dso/period-average",
    name: { en: "DSO, period average", zh: "销售未清账期（期间平均法）" },
    unit: "days",
    direction: "lower-is-better",
    source: '"3+1" deck, slide 66',
    value: "receivables / (1 + taxRate) / sales * days",
    terms: {
      receivables: { en: "closing receivables", zh: "期末应收账款余额" },
      sales: { en: "credit sales of the period", zh: "期间赊销额" },
      days: { en: "days of the period", zh: "期间天数" },
      taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" },
    },
  },
  ...countbackFormulas,
  {
    id: "dso/aging-buckets",
    name: { en: "DSO, aging", zh: "销售未清账期（账龄分类法）" },
    unit: "days",
    direction: "lower-is-better",
    source: '"3+1" deck, slide 68',
    value: "sum(periods.counted)",
    columns: {
      periods: { counted: "if(outstanding = 0, 0, outstanding / (1 + taxRate) / sales * days)" },
    },
    terms: {
      taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" },
      dayBasis: { en: "day basis", zh: "天数口径" },
      calendar: { en: "by the calendar", zh: "按日历" },
      periods: { en: "by period", zh: "分期间" },
      sales: { en: "credit sales", zh: "赊销额" },
      days: { en: "days", zh: "天数" },
      outstanding: { en: "outstanding of these sales", zh: "未收账款" },
      counted: { en: "days outstanding", zh: "未清天数" },
    },
  },
  {
    id: "dso/true",
    name: { en: "true DSO", zh: "逐笔销售未清账期" },
    unit: "days",
    direction: "lower-is-better",
    source: "usual definition of collection packages",
    value: "sum(invoices.counted)",
    columns: { invoices: { counted: "open * age / sales" } },
    terms: {
      asOf: { en: "as of", zh: "统计日期" },
      invoices: { en: "open invoices by date", zh: "按日期的未收发票" },
      documentDate: { en: "invoice date", zh: "发票日期" },
      age: { en: "age in days", zh: "账龄天数" },
      open: { en: "open", zh: "未收金额" },
      period: { en: "month", zh: "月份" },
      sales: { en: "net credit sales of the month", zh: "当月赊销净额" },
      counted: { en: "days counted", zh: "计入天数" },
    },
  },
  ...companionFormulas,
  ...comparisonFormulas,
  {
    id: "dso/sales-of-periods",
    name: { en: "credit sales of all periods", zh: "全部期间赊销额" },
    unit: "money",
    direction: "neutral",
    source: "a sum",
    value: "sum(periods.sales)",
    terms: {
      periods: { en: "by period", zh: "分期间" },
      sales: { en: "credit sales", zh: "赊销额" },
    },
  },
  {
    id: "dso/days-of-periods",
    name: { en: "days of all periods", zh: "全部期间天数" },
    unit: "days",
    direction: "neutral",
    source: "a sum",
    value: "sum(periods.days)",
    terms: {
      periods: { en: "by period", zh: "分期间" },
      days: { en: "days", zh: "天数" },
    },
  },
];
