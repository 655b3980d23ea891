/**
 * @module discount/formulas
 *
 * The catalogue records of cash discounts.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { buyerFormulas } from "./formulas-buyer.ts";
import { sellerFormulas } from "./formulas-seller.ts";

const RATE = { en: "discount", zh: "折扣率" };

/** Records of `discount/…`. */
export const discountFormulas: readonly FormulaRecord[] = [
  ...buyerFormulas,
  ...sellerFormulas,
  {
    id: "discount/earned-rate",
    name: { en: "discount earned by the day of payment", zh: "付款日可享折扣率" },
    unit: "fraction",
    direction: "neutral",
    source: 'terms of "3+1" deck, slide 78',
    value: "greatest(tiers.earned)",
    columns: { tiers: { earned: "if(daysTaken <= lastDay, discountRate, 0)" } },
    terms: {
      tiers: { en: "discounts of the terms", zh: "折扣档" },
      discountRate: RATE,
      lastDay: { en: "last day", zh: "折扣期限" },
      earned: { en: "earned", zh: "可享折扣" },
      daysTaken: { en: "days taken to pay", zh: "付款天数" },
      countedFrom: { en: "counted from", zh: "起算日" },
      paidDate: { en: "paid on", zh: "付款日" },
    },
  },
  {
    id: "discount/on-payment",
    name: { en: "discount on a payment", zh: "付款折扣额" },
    unit: "money",
    direction: "neutral",
    source: "ours; both readings of a part payment are in use",
    value:
      "if(earnedRate = 0, 0, if(paid >= amount - amount * earnedRate - smallestUnit / 2," +
      ' max(amount - paid, 0), if(basis = "none", 0, paid * earnedRate / (1 - earnedRate))))',
    terms: {
      amount: { en: "amount of the invoice", zh: "发票金额" },
      paid: { en: "paid", zh: "已付金额" },
      earnedRate: { en: "discount earned", zh: "可享折扣率" },
      smallestUnit: { en: "smallest unit of the currency", zh: "最小货币单位" },
      basis: { en: "discount on a part payment", zh: "部分付款折扣口径" },
      none: { en: "none", zh: "不给予" },
      "paid-part": { en: "on what was paid", zh: "按已付部分" },
    },
  },
  {
    id: "discount/credited",
    name: { en: "credited for a payment", zh: "付款核销额" },
    unit: "money",
    direction: "neutral",
    source: "a sum",
    value: "paid + discount",
    terms: { paid: { en: "paid", zh: "已付金额" }, discount: { en: "discount", zh: "折扣额" } },
  },
  {
    id: "discount/balance",
    name: { en: "left to pay", zh: "尚欠余额" },
    unit: "money",
    direction: "lower-is-better",
    source: "a difference",
    value: "amount - credited",
    terms: {
      amount: { en: "amount of the invoice", zh: "发票金额" },
      credited: { en: "credited", zh: "核销额" },
    },
  },
  {
    id: "discount/take-up",
    name: { en: "discount take-up", zh: "现金折扣享用率" },
    unit: "fraction",
    direction: "neutral",
    source: "ours: docs/discount.md",
    value: "discountedSales / sales",
    terms: {
      discountedSales: { en: "sales with a discount", zh: "享受折扣的赊销额" },
      sales: { en: "credit sales", zh: "赊销额" },
    },
  },
  {
    id: "discount/take-up-by-count",
    name: { en: "discount take-up, by count", zh: "现金折扣享用率（按张数）" },
    unit: "fraction",
    direction: "neutral",
    source: "ours: docs/discount.md",
    value: "discountedCount / count",
    terms: {
      discountedCount: { en: "invoices with a discount", zh: "享受折扣的发票数" },
      count: { en: "invoices", zh: "发票张数" },
    },
  },
  {
    id: "discount/average-rate-taken",
    name: { en: "average discount taken", zh: "平均享受折扣率" },
    unit: "fraction",
    direction: "lower-is-better",
    source: "ours: docs/discount.md",
    value: "discounts / discountedSales",
    terms: {
      discounts: { en: "discounts taken", zh: "已享受折扣额" },
      discountedSales: { en: "sales with a discount", zh: "享受折扣的赊销额" },
    },
  },
];
