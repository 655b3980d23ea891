/**
 * @module cost/formulas
 *
 * The catalogue records of what selling on credit costs. Only `explain` reads them.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { curveFormulas } from "./formulas-curves.ts";
import { riskFormulas } from "./formulas-risk.ts";

const DECK = '"3+1" deck';

const CREDIT_SALES = { creditSales: { en: "credit sales", zh: "赊销额" } };
const DSO = { dso: { en: "DSO", zh: "销售未清账期" } };
const YEAR = { yearDays: { en: "days of the year", zh: "年天数" } };
const ANNUAL_RATE = { annualRate: { en: "interest rate a year", zh: "年利率" } };
const INVESTMENT = {
  investmentBase: { en: "counted as invested", zh: "投资额口径" },
  sales: { en: "the price", zh: "售价" },
  cost: { en: "the variable cost", zh: "变动成本" },
  variableCostRate: { en: "variable-cost rate", zh: "变动成本率" },
};
const PARTS = {
  badDebtCost: { en: "bad-debt cost", zh: "坏账成本" },
  opportunityCost: { en: "opportunity cost", zh: "机会成本" },
  managementCost: { en: "management cost", zh: "管理成本" },
};

const INVESTED = 'creditSales * dso / yearDays * if(investmentBase = "cost", variableCostRate, 1)';

function months(
  id: string,
  name: FormulaRecord["name"],
  value: string,
  source = "ours",
): FormulaRecord {
  const terms = { netMargin: { en: "net margin", zh: "净利润率" }, ...ANNUAL_RATE };
  return { id, name, unit: "months", direction: "higher-is-better", source, value, terms };
}

/** Every formula of the domain. */
export const costFormulas: readonly FormulaRecord[] = [
  {
    id: "cost/bad-debt",
    name: { en: "bad-debt cost", zh: "坏账成本" },
    unit: "money",
    direction: "lower-is-better",
    source: `${DECK}, slides 8 and 9`,
    value: "creditSales * badDebtRate",
    terms: { ...CREDIT_SALES, badDebtRate: { en: "bad-debt rate", zh: "坏账率" } },
  },
  {
    id: "cost/opportunity",
    name: { en: "opportunity cost", zh: "机会成本" },
    unit: "money",
    direction: "lower-is-better",
    source: `${DECK}, slide 10, first variant`,
    value: `${INVESTED} * annualRate`,
    terms: { ...CREDIT_SALES, ...DSO, ...ANNUAL_RATE, ...YEAR, ...INVESTMENT },
  },
  {
    id: "cost/opportunity-profit-and-loan",
    name: { en: "opportunity cost, profit and loan rate", zh: "机会成本（利润率加贷款利率）" },
    unit: "money",
    direction: "lower-is-better",
    source: `${DECK}, slide 10, second variant`,
    value: `${INVESTED} * (profitRate + loanRate)`,
    terms: {
      ...CREDIT_SALES,
      ...DSO,
      profitRate: { en: "profit rate", zh: "利润率" },
      loanRate: { en: "loan rate a year", zh: "年贷款利率" },
      ...YEAR,
      ...INVESTMENT,
    },
  },
  {
    id: "cost/management",
    name: { en: "management cost", zh: "管理成本" },
    unit: "money",
    direction: "lower-is-better",
    source: `${DECK}, slide 13`,
    value: "sum(bands.step)",
    columns: { bands: { step: "if(volume >= from, cost - previous(cost, 0), 0)" } },
    terms: {
      volume: { en: "volume", zh: "业务量" },
      bands: { en: "bands", zh: "业务量区间" },
      from: { en: "from", zh: "起点" },
      cost: { en: "cost", zh: "成本" },
      step: { en: "step reached", zh: "已达台阶" },
      boundary: { en: "a boundary belongs to", zh: "边界归属" },
      "next-band": { en: "the band that begins there", zh: "由此开始的区间" },
    },
  },
  {
    id: "cost/shortage",
    name: { en: "shortage cost", zh: "短缺成本" },
    unit: "money",
    direction: "lower-is-better",
    source: `${DECK}, slide 14`,
    value: "curve",
    terms: { curve: { en: "the curve at the receivables held", zh: "曲线在该持有量上的值" } },
  },
  {
    id: "cost/credit-cost",
    name: { en: "cost of credit", zh: "信用成本" },
    unit: "money",
    direction: "lower-is-better",
    source: `${DECK}, slides 8, 15 and 16`,
    value: "badDebtCost + opportunityCost + managementCost + shortageCost",
    terms: { ...PARTS, shortageCost: { en: "shortage cost", zh: "短缺成本" } },
  },
  months(
    "cost/months-of-margin",
    { en: "months of margin", zh: "利润被拖欠侵蚀的月数" },
    "netMargin / annualRate * 12",
    `${DECK}, slide 12`,
  ),
  months(
    "cost/months-of-margin-on-cost",
    { en: "months of margin, on cost", zh: "利润被拖欠侵蚀的月数（按成本）" },
    "netMargin / (1 - netMargin) / annualRate * 12",
  ),
  months(
    "cost/months-of-margin-compound",
    { en: "months of margin, compound", zh: "利润被拖欠侵蚀的月数（复利）" },
    "ln(1 + netMargin) / ln(1 + annualRate) * 12",
  ),
  months(
    "cost/months-of-margin-compound-on-cost",
    { en: "months of margin, compound on cost", zh: "利润被拖欠侵蚀的月数（复利、按成本）" },
    "ln(1 + netMargin / (1 - netMargin)) / ln(1 + annualRate) * 12",
  ),
  {
    id: "cost/opportunity-to-bad-debt",
    name: { en: "opportunity cost to bad-debt cost", zh: "机会成本与坏账成本之比" },
    unit: "times",
    direction: "neutral",
    source: `${DECK}, slide 11`,
    value: "opportunityCost / badDebtCost",
    terms: PARTS,
  },
  {
    id: "cost/unproductive-cost-ratio",
    name: { en: "unproductive cost ratio", zh: "无效成本率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: `${DECK}, slide 17`,
    value: "(badDebtCost + opportunityCost + managementCost) / sales",
    terms: { ...PARTS, sales: { en: "sales", zh: "销售额" } },
  },
  ...curveFormulas,
  ...riskFormulas,
];
