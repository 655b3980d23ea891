/**
 * @module aging/formulas-provisions
 *
 * The catalogue records of roll rates, loss rates, provisions, bad debt by rule.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const ROLLS = {
  months: { en: "months", zh: "各月" },
  monthsPastDue: { en: "whole months past due", zh: "逾期整月数" },
  opening: { en: "open at the month end", zh: "月末未收款" },
  stillOpen: { en: "still open a month later", zh: "次月末仍未收款" },
  bucket: { en: "class", zh: "账龄段" },
  nextBucket: { en: "next class", zh: "下一账龄段" },
  balance: { en: "balance", zh: "余额" },
  next: { en: "balance of the next class a month later", zh: "次月末下一账龄段余额" },
  rolls: { en: "rolls", zh: "各段滚动率" },
  rate: { en: "rate", zh: "比率" },
  reached: { en: "reached the class unpaid", zh: "进入该账龄段的金额" },
  loss: { en: "lost in the end", zh: "最终损失" },
};

const PROVISION = {
  bucket: { en: "class", zh: "账龄段" },
  lossRate: { en: "loss rate", zh: "损失率" },
  forwardFactor: { en: "forward factor", zh: "前瞻性调整系数" },
  balance: { en: "balance", zh: "余额" },
  specific: { en: "specific items", zh: "单项计提" },
  id: { en: "item", zh: "项目" },
  amount: { en: "amount", zh: "金额" },
  provision: { en: "allowance", zh: "坏账准备" },
  rate: { en: "rate applied", zh: "适用计提比例" },
  rows: { en: "classes", zh: "各账龄段" },
  total: { en: "allowance of the matrix", zh: "组合计提坏账准备" },
  allowance: { en: "loss allowance", zh: "坏账准备合计" },
  existingAllowance: { en: "allowance in the books", zh: "账面坏账准备" },
};

const BAD_DEBT = {
  badDebt: { en: "bad debt by the rule", zh: "按口径认定的坏账" },
  otherBadDebt: { en: "bad debt by the other rule", zh: "按另一口径认定的坏账" },
  receivables: { en: "open debit items", zh: "未清借项" },
};

const USUAL = "usual definition";
const IFRS = "IFRS 9, 5.5.15 and B5.5.35";

const MONEY = { unit: "money", terms: PROVISION, source: IFRS } as const;
const RATE = { unit: "fraction", direction: "lower-is-better" } as const;

/** Records of `aging/…`, the second half. */
export const provisionFormulas: readonly FormulaRecord[] = [
  {
    id: "aging/roll-rate",
    name: { en: "roll rate", zh: "滚动率" },
    ...RATE,
    source: "usual definition, pooled; by item is ours",
    value: "sum(months.stillOpen) / sum(months.opening)",
    terms: ROLLS,
  },
  {
    id: "aging/roll-rate-from-balances",
    name: { en: "roll rate, from balances", zh: "滚动率（按余额）" },
    ...RATE,
    source: "usual definition, pooled",
    value: "sum(months.next) / sum(months.balance)",
    terms: ROLLS,
  },
  {
    id: "aging/loss-rate",
    name: { en: "loss rate, by rolls", zh: "损失率（滚动率法）" },
    ...RATE,
    source: USUAL,
    value: "min(1, product(rolls.rate))",
    terms: ROLLS,
  },
  {
    id: "aging/loss-rate-of-reached",
    name: { en: "loss rate, of what reached the class", zh: "损失率（到达金额法）" },
    ...RATE,
    source: IFRS,
    value: "min(1, loss / reached)",
    terms: ROLLS,
  },
  {
    id: "aging/provision-rate",
    name: { en: "provision rate", zh: "计提比例" },
    ...RATE,
    source: IFRS,
    value: "min(1, lossRate * forwardFactor)",
    terms: PROVISION,
  },
  {
    id: "aging/provision",
    name: { en: "provision of a class", zh: "账龄段坏账准备" },
    ...MONEY,
    direction: "lower-is-better",
    value: "(balance - sum(specific.amount)) * rate",
  },
  {
    id: "aging/provision-total",
    name: { en: "provision of the matrix", zh: "组合计提坏账准备" },
    ...MONEY,
    direction: "lower-is-better",
    value: "sum(rows.provision)",
  },
  {
    id: "aging/specific-amount",
    name: { en: "items assessed by themselves", zh: "单项计提的应收账款" },
    ...MONEY,
    direction: "neutral",
    value: "sum(specific.amount)",
  },
  {
    id: "aging/specific-provision",
    name: { en: "specific provisions", zh: "单项计提坏账准备" },
    ...MONEY,
    direction: "lower-is-better",
    value: "sum(specific.provision)",
  },
  {
    id: "aging/allowance",
    name: { en: "loss allowance", zh: "坏账准备合计" },
    ...MONEY,
    direction: "lower-is-better",
    value: "total + specific",
  },
  {
    id: "aging/allowance-charge",
    name: { en: "charge to the allowance", zh: "本期应计提坏账准备" },
    ...MONEY,
    direction: "lower-is-better",
    value: "allowance - existingAllowance",
  },
  {
    id: "aging/bad-debt-rate-by-rule",
    name: { en: "bad debt rate by rule", zh: "坏账率（按逾期期限认定）" },
    ...RATE,
    source: '"3+1" deck, slides 86, 99; over open debit items is ours',
    value: "badDebt / receivables",
    terms: BAD_DEBT,
  },
  {
    id: "aging/bad-debt-rule-difference",
    name: { en: "difference between two rules of bad debt", zh: "两种坏账认定口径的差额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/provisions.md",
    value: "badDebt - otherBadDebt",
    terms: BAD_DEBT,
  },
];
