/**
 * @module discount/formulas-buyer
 *
 * The catalogue records of the buyer's side: annual rates and present values.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TEXTBOOK = 'usual textbook formula; terms of "3+1" deck, slide 78';

const FORGONE = {
  discountRate: { en: "discount", zh: "折扣率" },
  discountDay: { en: "last day of the discount", zh: "折扣期限" },
  paymentDay: { en: "day of payment", zh: "付款日" },
};

const STEP = {
  discountRate: { en: "discount", zh: "折扣率" },
  discountDay: { en: "its last day", zh: "折扣期限" },
  nextDiscountRate: { en: "next discount", zh: "下一档折扣率" },
  nextDiscountDay: { en: "last day of the next", zh: "下一档折扣期限" },
};

/** Records of `discount/…`, the buyer's side. */
export const buyerFormulas: readonly FormulaRecord[] = [
  {
    id: "discount/simple-annual-rate",
    name: { en: "annual cost of forgoing a discount, simple", zh: "放弃现金折扣的年成本（单利）" },
    unit: "fraction",
    direction: "neutral",
    source: TEXTBOOK,
    value: "discountRate / (1 - discountRate) * yearDays / (paymentDay - discountDay)",
    terms: FORGONE,
  },
  {
    id: "discount/effective-annual-rate",
    name: {
      en: "annual cost of forgoing a discount, effective",
      zh: "放弃现金折扣的年成本（复利）",
    },
    unit: "fraction",
    direction: "neutral",
    source: TEXTBOOK,
    value: "(1 / (1 - discountRate)) ^ (yearDays / (paymentDay - discountDay)) - 1",
    terms: FORGONE,
  },
  {
    id: "discount/step-simple-annual-rate",
    name: { en: "annual cost of waiting for the next discount, simple", zh: "档间年成本（单利）" },
    unit: "fraction",
    direction: "neutral",
    source: TEXTBOOK,
    value:
      "(discountRate - nextDiscountRate) / (1 - discountRate) * yearDays" +
      " / (nextDiscountDay - discountDay)",
    terms: STEP,
  },
  {
    id: "discount/step-effective-annual-rate",
    name: {
      en: "annual cost of waiting for the next discount, effective",
      zh: "档间年成本（复利）",
    },
    unit: "fraction",
    direction: "neutral",
    source: TEXTBOOK,
    value:
      "((1 - nextDiscountRate) / (1 - discountRate))" +
      " ^ (yearDays / (nextDiscountDay - discountDay)) - 1",
    terms: STEP,
  },
  {
    id: "discount/payment",
    name: { en: "payment less the discount", zh: "折后付款额" },
    unit: "money",
    direction: "neutral",
    source: 'terms of "3+1" deck, slide 78',
    value: "amount * (1 - discountRate)",
    terms: {
      amount: { en: "amount of the invoice", zh: "发票金额" },
      discountRate: { en: "discount", zh: "折扣率" },
    },
  },
  {
    id: "discount/payment-present-value",
    name: { en: "present value of a payment", zh: "付款现值" },
    unit: "money",
    direction: "lower-is-better",
    source: "own derivation",
    value: "payment / (1 + annualRate * (day - firstDay) / yearDays)",
    terms: {
      payment: { en: "payment", zh: "付款额" },
      annualRate: { en: "the buyer's rate", zh: "买方资金年利率" },
      day: { en: "day of payment", zh: "付款日" },
      firstDay: { en: "day of the value", zh: "折现基准日" },
    },
  },
  {
    id: "discount/buyer-saving",
    name: { en: "saved by the best day of payment", zh: "最优付款日节约额" },
    unit: "money",
    direction: "higher-is-better",
    source: "own derivation",
    value: "wholePresentValue - least(options.value)",
    terms: {
      wholePresentValue: { en: "present value of the whole", zh: "全额付款现值" },
      options: { en: "ways of paying", zh: "付款方案" },
      "options.value": { en: "present value", zh: "付款现值" },
    },
  },
];
