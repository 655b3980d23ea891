/**
 * @module policy/formulas-security
 *
 * The catalogue records of securing one receivable, and of goods taken for it.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const OURS = "ours, by the customs of each trade";

const RECEIVABLE = { receivable: { en: "receivable", zh: "应收账款" } };
const DAYS = { days: { en: "days", zh: "天数" } };
const RATE = { annualRate: { en: "interest rate a year", zh: "年利率" } };
const YEAR = { yearDays: { en: "days of the year", zh: "年天数" } };
const RISK = {
  defaultProbability: { en: "default probability", zh: "违约概率" },
  lossGivenDefault: { en: "loss given default", zh: "违约损失率" },
};
const SHARE_TODAY = { shareToday: { en: "share that comes today", zh: "当日收款比例" } };
const SHARE_LATER = { en: "share that comes later", zh: "延后收款比例" };
const AVERAGE_DAYS = { en: "average days of the instalments", zh: "分期平均天数" };
const COVERAGE = { coverageShare: { en: "share covered", zh: "保障比例" } };
const INDEMNITY = { en: "indemnity", zh: "赔付额" };
const FEE = { en: "fee", zh: "费用" };
const INTEREST = { en: "interest", zh: "利息" };
const WAITING_COST = { en: "cost of waiting", zh: "等待成本" };
const LOSS_KEPT = { en: "expected loss kept", zh: "自留预期损失" };
const CASH_TODAY = { en: "cash today", zh: "当日到账" };
const TOTAL_COST = { en: "total cost", zh: "总成本" };
const INSTALMENTS = {
  instalments: { en: "instalments", zh: "分期" },
  share: { en: "share", zh: "比例" },
  day: { en: "day", zh: "天" },
};

type Given = Pick<FormulaRecord, "id" | "name" | "value" | "terms"> & Partial<FormulaRecord>;

const cost = (given: Given): FormulaRecord => ({
  unit: "money",
  direction: "lower-is-better",
  source: OURS,
  ...given,
});

const costFormulas: readonly FormulaRecord[] = [
  cost({
    id: "policy/security-fee",
    name: FEE,
    value: "receivable * feeRate",
    terms: { ...RECEIVABLE, feeRate: { en: "fee rate", zh: "费率" } },
  }),
  cost({
    id: "policy/security-guarantee-fee",
    name: { en: "commission of a guarantee", zh: "担保费" },
    value: "receivable * coverageShare * annualFeeRate * days / yearDays",
    terms: {
      ...RECEIVABLE,
      ...COVERAGE,
      annualFeeRate: { en: "commission a year", zh: "年担保费率" },
      ...DAYS,
      ...YEAR,
    },
  }),
  cost({
    id: "policy/security-interest",
    name: { en: "interest of the financier", zh: "融资利息" },
    value: "receivable * shareToday * annualRate * days / yearDays",
    terms: { ...RECEIVABLE, ...SHARE_TODAY, ...RATE, ...DAYS, ...YEAR },
  }),
  cost({
    id: "policy/security-interest-earned",
    name: { en: "interest of the instalments, as a cost", zh: "分期利息收入（负成本）" },
    value: "0 - receivable * annualRate * averageDays / yearDays",
    terms: { ...RECEIVABLE, ...RATE, averageDays: AVERAGE_DAYS, ...YEAR },
  }),
  cost({
    id: "policy/security-waiting-cost",
    name: WAITING_COST,
    value: "receivable * (1 - shareToday) * days * annualRate / yearDays",
    terms: { ...RECEIVABLE, ...SHARE_TODAY, ...DAYS, ...RATE, ...YEAR },
  }),
  cost({
    id: "policy/security-waiting-cost-covered",
    name: { en: "cost of waiting, for the indemnity too", zh: "等待成本（含赔付等待）" },
    value:
      "(receivable * days + defaultProbability * indemnity * waitingDays) * annualRate / yearDays",
    terms: {
      ...RECEIVABLE,
      ...DAYS,
      defaultProbability: RISK.defaultProbability,
      indemnity: INDEMNITY,
      waitingDays: { en: "days until the indemnity is paid", zh: "赔付等待天数" },
      ...RATE,
      ...YEAR,
    },
  }),
  cost({
    id: "policy/security-loss-kept",
    name: LOSS_KEPT,
    value: "defaultProbability * lossGivenDefault * receivable * shareExposed",
    terms: { ...RISK, ...RECEIVABLE, shareExposed: { en: "share exposed", zh: "风险敞口比例" } },
  }),
  cost({
    id: "policy/security-loss-kept-covered",
    name: { en: "expected loss kept beside a cover", zh: "有保障时的自留预期损失" },
    value: "defaultProbability * (receivable * lossGivenDefault - indemnity)",
    terms: { ...RISK, ...RECEIVABLE, indemnity: INDEMNITY },
  }),
  cost({
    id: "policy/security-total-cost",
    name: TOTAL_COST,
    value: "fee + interest + waitingCost + lossKept",
    terms: { fee: FEE, interest: INTEREST, waitingCost: WAITING_COST, lossKept: LOSS_KEPT },
  }),
  cost({
    id: "policy/security-simple-rate",
    name: { en: "cost a year, simple", zh: "单利年化成本" },
    unit: "fraction",
    value: "totalCost / (receivable - totalCost) * yearDays / days",
    terms: { totalCost: TOTAL_COST, ...RECEIVABLE, ...DAYS, ...YEAR },
  }),
  cost({
    id: "policy/security-effective-rate",
    name: { en: "cost a year, effective", zh: "复利年化成本" },
    unit: "fraction",
    value: "(receivable / (receivable - totalCost)) ^ (yearDays / days) - 1",
    terms: { totalCost: TOTAL_COST, ...RECEIVABLE, ...DAYS, ...YEAR },
  }),
];

const partFormulas: readonly FormulaRecord[] = [
  {
    id: "policy/security-indemnity",
    name: INDEMNITY,
    unit: "money",
    direction: "higher-is-better",
    source: OURS,
    value: "coverageShare * max(0, receivable * lossGivenDefault - firstLoss)",
    terms: {
      ...COVERAGE,
      ...RECEIVABLE,
      lossGivenDefault: RISK.lossGivenDefault,
      firstLoss: { en: "first loss", zh: "免赔额" },
    },
  },
  {
    id: "policy/security-average-days",
    name: AVERAGE_DAYS,
    unit: "days",
    direction: "lower-is-better",
    source: OURS,
    value: "sum(instalments.weighted)",
    columns: { instalments: { weighted: "share * day" } },
    terms: { ...INSTALMENTS, weighted: { en: "share × day", zh: "加权天数" } },
  },
  {
    id: "policy/security-share-later",
    name: SHARE_LATER,
    unit: "fraction",
    direction: "lower-is-better",
    source: OURS,
    value: "sum(instalments.later)",
    columns: { instalments: { later: "if(day = 0, 0, share)" } },
    terms: { ...INSTALMENTS, later: SHARE_LATER },
  },
  {
    id: "policy/security-cash-today",
    name: CASH_TODAY,
    unit: "money",
    direction: "higher-is-better",
    source: OURS,
    value: "receivable * shareToday - fee - interest",
    terms: { ...RECEIVABLE, ...SHARE_TODAY, fee: FEE, interest: INTEREST },
  },
  {
    id: "policy/security-cash-today-instalments",
    name: { en: "instalment of today", zh: "当日分期款" },
    unit: "money",
    direction: "higher-is-better",
    source: OURS,
    value: "receivable * (1 - shareLater)",
    terms: { ...RECEIVABLE, shareLater: SHARE_LATER },
  },
];

/** Records of securing a receivable. */
export const securityFormulas: readonly FormulaRecord[] = [...costFormulas, ...partFormulas];
