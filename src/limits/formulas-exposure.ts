/**
 * @module limits/formulas-exposure
 *
 * The catalogue records of credit lines and of exposure.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const DECK_94 = '"3+1" deck, slide 94';
const OURS = "ours: docs/exposure.md";

const TERMS = {
  opening: { en: "line when opened", zh: "初始额度" },
  line: { en: "line", zh: "信用额度" },
  events: { en: "steps", zh: "各步骤" },
  kind: { en: "what happened", zh: "事项" },
  type: { en: "kind of line", zh: "额度类型" },
  use: { en: "use", zh: "使用" },
  pay: { en: "payment", zh: "还款" },
  change: { en: "change", zh: "调整" },
  suspend: { en: "suspension", zh: "暂停" },
  resume: { en: "resumption", zh: "恢复" },
  revolving: { en: "revolving", zh: "循环额度" },
  "single-use": { en: "single-use", zh: "单项额度" },
  amount: { en: "amount", zh: "金额" },
  changed: { en: "changed", zh: "变动额" },
  drawn: { en: "drawn", zh: "占用" },
  borrowed: { en: "borrowed", zh: "借还" },
  used: { en: "used", zh: "占用额度" },
  items: { en: "items", zh: "明细" },
  id: { en: "number", zh: "编号" },
  open: { en: "open", zh: "未清金额" },
  orders: { en: "orders", zh: "订单" },
  delivered: { en: "delivered", zh: "已发货" },
  billed: { en: "billed", zh: "已开票" },
  unbilled: { en: "delivered, not billed", zh: "已发货未开票" },
  undelivered: { en: "not delivered", zh: "未发货" },
  counts: { en: "within the horizon", zh: "在计算期内" },
  horizon: { en: "horizon", zh: "计算期" },
  date: { en: "delivery date", zh: "交货日期" },
  children: { en: "customers below", zh: "下属客户" },
  gross: { en: "gross exposure", zh: "总敞口" },
  own: { en: "own exposure", zh: "自身敞口" },
  openItems: { en: "open items", zh: "未清应收" },
  deliveredNotBilled: { en: "delivered, not billed", zh: "已发货未开票" },
  openOrders: { en: "open orders", zh: "未交订单" },
  offset: { en: "set off", zh: "抵销额" },
  offsets: { en: "claims against us", zh: "对方债权" },
  covers: { en: "covers", zh: "保障" },
  name: { en: "name", zh: "名称" },
  coverage: { en: "coverage", zh: "赔付比例" },
  limit: { en: "limit", zh: "限额" },
  limited: { en: "has a limit", zh: "设有限额" },
  deductible: { en: "deductible", zh: "免赔额" },
  expires: { en: "last day", zh: "到期日" },
  holds: { en: "holds", zh: "有效" },
  covered: { en: "covered", zh: "承保额" },
  insured: { en: "insured", zh: "保障额" },
  retained: { en: "retained", zh: "自留额" },
  net: { en: "net exposure", zh: "净敞口" },
} as const;

type Parts = Pick<FormulaRecord, "id" | "value"> & Partial<FormulaRecord>;

function record(en: string, zh: string, parts: Parts): FormulaRecord {
  const name = { en, zh };
  const common = { unit: "money", direction: "neutral", source: OURS, terms: TERMS } as const;
  return { name, ...common, ...parts };
}

const lines: readonly FormulaRecord[] = [
  record("credit line", "信用额度", {
    id: "limits/line-amount",
    source: DECK_94,
    value: "opening + sum(events.changed)",
    columns: {
      events: {
        line: 'if(kind = "change", amount, previous(line, opening))',
        changed: "line - previous(line, opening)",
      },
    },
  }),
  record("used of the line", "占用额度", {
    id: "limits/line-used",
    source: DECK_94,
    value: "sum(events.drawn)",
    columns: {
      events: {
        drawn:
          'if(kind = "use", amount, ' + 'if(kind = "pay", if(type = "revolving", -amount, 0), 0))',
      },
    },
  }),
  record("owed under the line", "额度项下欠款", {
    id: "limits/line-outstanding",
    source: DECK_94,
    value: "sum(events.borrowed)",
    columns: {
      events: { borrowed: 'if(kind = "use", amount, if(kind = "pay", -amount, 0))' },
    },
  }),
  record("available of the line", "可用额度", {
    id: "limits/line-available",
    direction: "higher-is-better",
    source: DECK_94,
    value: "line - used",
  }),
  record("used above the line", "超额占用", {
    id: "limits/line-excess",
    direction: "lower-is-better",
    source: DECK_94,
    value: "max(used - line, 0)",
  }),
];

const SPLIT = {
  unbilled: "max(delivered - billed, 0)",
  undelivered: "if(counts, max(amount - max(delivered, billed), 0), 0)",
};

const COVERS = {
  open: "max(previous(open - covered, own - offset), 0)",
  covered: "if(holds, if(limited, min(limit, open), open), 0)",
  insured: "max(covered * coverage - deductible, 0)",
  retained: "covered - insured",
};

const exposures: readonly FormulaRecord[] = [
  record("open items", "未清应收", {
    id: "limits/exposure-open-items",
    value: "amount + sum(items.open)",
  }),
  record("delivered, not billed", "已发货未开票", {
    id: "limits/exposure-delivered",
    value: "amount + sum(items.amount) + sum(orders.unbilled)",
    columns: { orders: { unbilled: SPLIT.unbilled } },
  }),
  record("open orders", "未交订单", {
    id: "limits/exposure-orders",
    value: "amount + sum(orders.undelivered)",
    columns: { orders: { undelivered: SPLIT.undelivered } },
  }),
  record("exposure to customers below", "下属客户敞口", {
    id: "limits/exposure-children",
    value: "sum(children.gross)",
  }),
  record("own exposure", "自身敞口", {
    id: "limits/exposure-own",
    value: "openItems + deliveredNotBilled + openOrders",
  }),
  record("gross exposure", "总敞口", {
    id: "limits/exposure-gross",
    value: "own + children",
  }),
  record("set off", "抵销额", {
    id: "limits/exposure-offset",
    value: "max(min(sum(offsets.amount), own), 0)",
  }),
  record("insured exposure", "保障额", {
    id: "limits/exposure-insured",
    value: "sum(covers.insured) + sum(children.insured)",
    columns: { covers: COVERS },
  }),
  record("retained of the covered exposure", "自留额", {
    id: "limits/exposure-retained",
    value: "sum(covers.retained) + sum(children.retained)",
    columns: { covers: COVERS },
  }),
  record("net exposure", "净敞口", {
    id: "limits/exposure-net",
    value: "own - offset - (insured - sum(children.insured)) + sum(children.net)",
  }),
];

/** Records of lines and exposure. */
export const exposureFormulas: readonly FormulaRecord[] = [...lines, ...exposures];
