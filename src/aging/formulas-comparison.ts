/**
 * @module aging/formulas-comparison
 *
 * The catalogue records of a comparison of aging tables.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const COMPARED = {
  classes: { en: "classes", zh: "账龄段" },
  label: { en: "class", zh: "账龄段" },
  amount: { en: "amount", zh: "金额" },
  receivables: { en: "open debit items", zh: "未清借项" },
  current: { en: "this month", zh: "本月" },
  previous: { en: "last month", zh: "上月" },
  share: { en: "share", zh: "占比" },
  plan: { en: "plan", zh: "计划" },
};

const DECK = '"3+1" deck, slide 74';

const RATE = { unit: "fraction", direction: "lower-is-better" } as const;

/** Records of `aging/…` that compare. */
export const comparisonFormulas: readonly FormulaRecord[] = [
  {
    id: "aging/long-overdue",
    name: { en: "long overdue receivables", zh: "长期逾期账款" },
    unit: "money",
    direction: "lower-is-better",
    source: DECK,
    value: "sum(classes.amount)",
    terms: COMPARED,
  },
  {
    id: "aging/share-of-receivables",
    name: { en: "share of receivables", zh: "占应收账款比例" },
    ...RATE,
    source: DECK,
    value: "amount / receivables",
    terms: COMPARED,
  },
  {
    id: "aging/share-change",
    name: { en: "change of the share", zh: "占比较上月变动" },
    ...RATE,
    source: DECK,
    value: "current - previous",
    terms: COMPARED,
  },
  {
    id: "aging/amount-change",
    name: { en: "change of the amount", zh: "金额较上月变动" },
    unit: "money",
    direction: "lower-is-better",
    source: DECK,
    value: "current - previous",
    terms: COMPARED,
  },
  {
    id: "aging/share-against-plan",
    name: { en: "share against plan", zh: "占比与计划之差" },
    ...RATE,
    source: DECK,
    value: "share - plan",
    terms: COMPARED,
  },
];
