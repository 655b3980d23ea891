/**
 * @module discount/formulas-seller
 *
 * The catalogue records of the seller's side: the costs of a plan, break-even and optimum.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const SLIDE = '"3+1" deck, slide 80; the reading is ours';
const OWN = "own derivation";

const SALES = { en: "credit sales of a year", zh: "年赊销额" };
const INTEREST = { en: "interest rate a year", zh: "资金年利率" };
const TIERS = {
  tiers: { en: "discounts", zh: "折扣档" },
  discountRate: { en: "discount", zh: "折扣率" },
  takeUp: { en: "take-up", zh: "享用率" },
  day: { en: "day", zh: "折扣期限" },
  weighted: { en: "share × days", zh: "加权天数" },
  granted: { en: "granted", zh: "折扣占比" },
  netDay: { en: "net day", zh: "净付款日" },
};
const COSTS = {
  discountCost: { en: "discounts", zh: "折扣成本" },
  opportunityCost: { en: "opportunity cost", zh: "机会成本" },
  badDebtCost: { en: "bad debts", zh: "坏账成本" },
  managementCost: { en: "management cost", zh: "管理成本" },
  baseTotalCost: { en: "total cost today", zh: "现行总成本" },
  totalCost: { en: "total cost", zh: "总成本" },
  otherDiscountCost: { en: "the other discounts", zh: "其他折扣成本" },
};
const WORTH = { en: "what taking it is worth", zh: "享用折扣的价值" };
const BEST = { en: "optimal discount", zh: "最优折扣率" };
const SLOPE = { en: "take-up a unit of discount", zh: "享用率对折扣率的斜率" };

/** Records of `discount/…`, the seller's side. */
export const sellerFormulas: readonly FormulaRecord[] = [
  {
    id: "discount/cost",
    name: { en: "cost of discounts", zh: "折扣成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE,
    value: "creditSales * sum(tiers.granted)",
    columns: { tiers: { granted: "takeUp * discountRate" } },
    terms: { creditSales: SALES, ...TIERS },
  },
  {
    id: "discount/average-collection-days",
    name: { en: "average collection time", zh: "平均收款期" },
    unit: "days",
    direction: "lower-is-better",
    source: SLIDE,
    value: "sum(tiers.weighted) + (1 - sum(tiers.takeUp)) * netDay",
    columns: { tiers: { weighted: "takeUp * day" } },
    terms: TIERS,
  },
  {
    id: "discount/financed-days-net",
    name: { en: "average collection time of what is paid", zh: "平均收款期（按折后金额）" },
    unit: "days",
    direction: "lower-is-better",
    source: OWN,
    value: "sum(tiers.weighted) + (1 - sum(tiers.takeUp)) * netDay",
    columns: { tiers: { weighted: "takeUp * (1 - discountRate) * day" } },
    terms: TIERS,
  },
  {
    id: "discount/opportunity-cost",
    name: { en: "opportunity cost of a plan", zh: "方案机会成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE,
    value: "creditSales * financedDays / yearDays * annualRate",
    terms: {
      creditSales: SALES,
      financedDays: { en: "days financed", zh: "资金占用天数" },
      annualRate: INTEREST,
    },
  },
  {
    id: "discount/bad-debt-cost",
    name: { en: "bad-debt cost of a plan", zh: "方案坏账成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE,
    value: 'creditSales * if(badDebtBase = "all-sales", 1, 1 - sum(tiers.takeUp)) * badDebtRate',
    terms: {
      creditSales: SALES,
      ...TIERS,
      badDebtRate: { en: "bad-debt rate", zh: "坏账率" },
      badDebtBase: { en: "bad debts fall on", zh: "坏账口径" },
      "all-sales": { en: "all sales", zh: "全部赊销" },
      "undiscounted-sales": { en: "sales without a discount", zh: "未享受折扣的赊销" },
    },
  },
  {
    id: "discount/management-cost",
    name: { en: "management cost of a plan", zh: "方案管理成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE,
    value: "managementCost",
    terms: COSTS,
  },
  {
    id: "discount/total-cost",
    name: { en: "total cost of a plan", zh: "方案总成本" },
    unit: "money",
    direction: "lower-is-better",
    source: SLIDE,
    value: "discountCost + opportunityCost + badDebtCost + managementCost",
    terms: COSTS,
  },
  {
    id: "discount/saving",
    name: { en: "saving of a plan", zh: "方案节约额" },
    unit: "money",
    direction: "higher-is-better",
    source: SLIDE,
    value: "baseTotalCost - totalCost",
    terms: COSTS,
  },
  {
    id: "discount/break-even-rate",
    name: { en: "break-even discount", zh: "盈亏平衡折扣率" },
    unit: "fraction",
    direction: "higher-is-better",
    source: OWN,
    value:
      "(baseTotalCost - opportunityCost - badDebtCost - managementCost - otherDiscountCost)" +
      " / (creditSales * takeUp)",
    terms: { ...COSTS, creditSales: SALES, takeUp: TIERS.takeUp },
  },
  {
    id: "discount/break-even-loan-rate",
    name: { en: "break-even loan rate", zh: "盈亏平衡贷款利率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: OWN,
    value:
      "(discountCost + badDebtCost + managementCost - baseBadDebtCost - baseManagementCost)" +
      " / (creditSales * (baseDays - planDays) / yearDays)",
    terms: {
      ...COSTS,
      baseBadDebtCost: { en: "bad-debt cost today", zh: "现行坏账成本" },
      baseManagementCost: { en: "management cost today", zh: "现行管理成本" },
      creditSales: SALES,
      baseDays: { en: "days to payment today", zh: "现行平均收款天数" },
      planDays: { en: "days to payment of the plan", zh: "方案平均收款天数" },
      yearDays: { en: "days of the year", zh: "年天数" },
    },
  },
  {
    id: "discount/worth-of-taking",
    name: { en: "worth of a sale that takes the discount", zh: "享用折扣的单位价值" },
    unit: "fraction",
    direction: "higher-is-better",
    source: OWN,
    value: "annualRate * (termDays - discountDay) / yearDays + badDebtRate - takerBadDebtRate",
    terms: {
      annualRate: INTEREST,
      termDays: { en: "day of payment without it", zh: "原付款日" },
      discountDay: { en: "day of payment with it", zh: "折扣付款日" },
      badDebtRate: { en: "bad debts without it", zh: "未享用者坏账率" },
      takerBadDebtRate: { en: "bad debts with it", zh: "享用者坏账率" },
    },
  },
  {
    id: "discount/optimal-rate",
    name: BEST,
    unit: "fraction",
    direction: "neutral",
    source: OWN,
    value: "max(min(worth / 2, 1 / takeUpSlope, 1), 0)",
    terms: { worth: WORTH, takeUpSlope: SLOPE },
  },
  {
    id: "discount/optimal-take-up",
    name: { en: "take-up at the optimal discount", zh: "最优折扣下的享用率" },
    unit: "fraction",
    direction: "neutral",
    source: OWN,
    value: "takeUpSlope * discountRate",
    terms: { takeUpSlope: SLOPE, discountRate: BEST },
  },
  {
    id: "discount/optimal-gain",
    name: { en: "gain at the optimal discount", zh: "最优折扣收益" },
    unit: "money",
    direction: "higher-is-better",
    source: OWN,
    value: "creditSales * takeUp * (worth - discountRate)",
    terms: { creditSales: SALES, takeUp: TIERS.takeUp, worth: WORTH, discountRate: BEST },
  },
];
