/**
 * @module dso/formulas-companions
 *
 * The catalogue records of what stands beside a DSO: best possible, delay, effectiveness, turnover.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const CRF = "Credit Research Foundation";

const TAX = { taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" } };
const SALES = { sales: { en: "credit sales of the period", zh: "期间赊销额" } };
const DAYS = { days: { en: "days of the period", zh: "期间天数" } };
const DSO = { dso: { en: "DSO", zh: "销售未清账期" } };
const YEAR = { yearDays: { en: "days of the year", zh: "年天数" } };
const CURRENT = { en: "receivables not past due", zh: "未到期应收账款" };
const OPENING = { en: "opening receivables", zh: "期初应收账款" };
const CLOSING = { en: "closing receivables", zh: "期末应收账款" };

/** Records of the DSO's companions. */
export const companionFormulas: readonly FormulaRecord[] = [
  {
    id: "dso/best-possible",
    name: { en: "best possible DSO", zh: "最佳可能 DSO" },
    unit: "days",
    direction: "lower-is-better",
    source: CRF,
    value: "currentReceivables / (1 + taxRate) / sales * days",
    terms: { currentReceivables: CURRENT, ...SALES, ...DAYS, ...TAX },
  },
  {
    id: "dso/best-possible-countback",
    name: { en: "best possible DSO, countback", zh: "最佳可能 DSO（倒推法）" },
    unit: "days",
    direction: "lower-is-better",
    source: "ours",
    value: "countback",
    terms: { countback: { en: "countback of what is not past due", zh: "未到期账款的倒推法" } },
  },
  {
    id: "dso/delinquent",
    name: { en: "delinquent DSO", zh: "逾期账款周转天数" },
    unit: "days",
    direction: "lower-is-better",
    source: CRF,
    value: "(receivables - currentReceivables) / (1 + taxRate) / sales * days",
    terms: { receivables: CLOSING, currentReceivables: CURRENT, ...SALES, ...DAYS, ...TAX },
  },
  {
    id: "dso/average-days-delinquent",
    name: { en: "average days delinquent", zh: "拖延天数" },
    unit: "days",
    direction: "lower-is-better",
    source: CRF,
    value: "dso - bestPossibleDso",
    terms: { ...DSO, bestPossibleDso: { en: "best possible DSO", zh: "最佳可能 DSO" } },
  },
  {
    id: "dso/delay-against-terms",
    name: { en: "delay against terms", zh: "超账期天数" },
    unit: "days",
    direction: "lower-is-better",
    source: '"3+1" deck, slides 65 and 66',
    value: "dso - termDays",
    terms: { ...DSO, termDays: { en: "average credit term", zh: "平均信用期限" } },
  },
  {
    id: "dso/collection-effectiveness-index",
    name: { en: "collection effectiveness index", zh: "收款效率指数" },
    unit: "fraction",
    direction: "higher-is-better",
    source: CRF,
    value:
      "((openingReceivables - closingReceivables) / (1 + taxRate) + sales / months) " +
      "/ ((openingReceivables - closingCurrent) / (1 + taxRate) + sales / months)",
    terms: {
      openingReceivables: OPENING,
      ...SALES,
      closingReceivables: CLOSING,
      closingCurrent: { en: "closing receivables not past due", zh: "期末未到期应收账款" },
      salesBasis: { en: "sales counted", zh: "销售口径" },
      period: { en: "of the whole period", zh: "整个期间" },
      "monthly-average": { en: "of an average month", zh: "月均" },
      months: { en: "parts of the period", zh: "期间月数" },
      ...TAX,
    },
  },
  {
    id: "dso/closing-current",
    name: { en: "closing receivables not past due", zh: "期末未到期应收账款" },
    unit: "money",
    direction: "neutral",
    source: "ours: credit items are set against what is past due first",
    value: "max(0, min(closing, notDue))",
    terms: {
      closing: CLOSING,
      notDue: { en: "open debit items not past due", zh: "未到期借项" },
    },
  },
  {
    id: "dso/receivables-turnover",
    name: { en: "receivables turnover", zh: "应收账款周转率" },
    unit: "times",
    direction: "higher-is-better",
    source: "accounting ratio",
    value:
      "sales * yearDays / days / ((openingReceivables + closingReceivables) / 2 / (1 + taxRate))",
    terms: {
      ...SALES,
      openingReceivables: OPENING,
      closingReceivables: CLOSING,
      ...DAYS,
      ...YEAR,
      ...TAX,
    },
  },
  {
    id: "dso/cash-released",
    name: { en: "cash released", zh: "释放的现金" },
    unit: "money",
    direction: "higher-is-better",
    source: '"3+1" deck, slide 71',
    value: "annualSales * (fromDso - toDso) / yearDays",
    terms: {
      annualSales: { en: "credit sales of a year", zh: "年赊销额" },
      fromDso: { en: "DSO before", zh: "原销售未清账期" },
      toDso: { en: "DSO after", zh: "新销售未清账期" },
      ...YEAR,
    },
  },
];
