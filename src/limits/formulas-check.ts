/**
 * @module limits/formulas-check
 *
 * The catalogue records of the check of an order.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  party: { en: "level", zh: "层级" },
  limit: { en: "limit", zh: "额度" },
  exposure: { en: "exposure", zh: "敞口" },
  available: { en: "available", zh: "可用额度" },
  order: { en: "order", zh: "订单" },
  levels: { en: "levels", zh: "各层级" },
  bounded: { en: "there is a limit", zh: "设有额度" },
  blocked: { en: "a rule stops every order", zh: "规则禁止放单" },
  room: { en: "room", zh: "余地" },
  bound: { en: "by", zh: "限制" },
  amount: { en: "amount", zh: "金额" },
  releaseAmount: { en: "may go", zh: "可放行金额" },
  items: { en: "items", zh: "明细" },
  id: { en: "number", zh: "编号" },
  open: { en: "open", zh: "未清金额" },
} as const;

type Parts = Pick<FormulaRecord, "id" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  const common = { unit: "money", direction: "neutral", source: "ours: docs/exposure.md" } as const;
  return { name: { en, zh }, ...common, terms: TERMS, ...parts };
}

const LEVELS = { levels: { available: "limit - exposure" } };

/** Records of the check. */
export const checkFormulas: readonly FormulaRecord[] = [
  record("available of a limit", "可用额度", {
    id: "limits/available",
    direction: "higher-is-better",
    value: "limit - exposure",
  }),
  record("utilisation of a limit", "额度使用率", {
    id: "limits/utilisation",
    unit: "fraction",
    direction: "lower-is-better",
    value: "(exposure + order) / limit",
  }),
  record("available credit", "可用额度（各层级最小）", {
    id: "limits/credit-available",
    direction: "higher-is-better",
    value: "least(levels.available)",
    columns: LEVELS,
  }),
  record("available credit after the order", "放单后可用额度", {
    id: "limits/credit-available-after",
    direction: "higher-is-better",
    value: "available - order",
  }),
  record("effective limit", "有效额度", {
    id: "limits/effective-limit",
    value: "lookup(least(levels.available), levels.available, levels.limit)",
    columns: LEVELS,
  }),
  record("above the limit", "超额", {
    id: "limits/credit-excess",
    direction: "lower-is-better",
    value: "if(bounded, max(order - available, 0), 0)",
  }),
  record("amount that may go", "可放行金额", {
    id: "limits/release-amount",
    value: "if(blocked, 0, max(least(room.amount), 0))",
  }),
  record("prepayment needed", "需预付金额", {
    id: "limits/prepayment-needed",
    direction: "lower-is-better",
    source: "the credit texts: part prepayment of an order above the limit; docs/exposure.md",
    value: "order - releaseAmount",
  }),
  record("payment that lifts the hold", "解除冻结所需付款", {
    id: "limits/clearing-payment",
    value: "sum(items.open)",
  }),
];
