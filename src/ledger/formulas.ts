/**
 * @module ledger/formulas
 *
 * The catalogue records of figures read from a ledger. They have no expression: the number is given
 * with its origin, and `verify(figure, { ledger })` computes it again item by item.
 */
import type { FormulaRecord } from "../ground/formulas.ts";

const TERMS = {
  asOf: { en: "as of", zh: "统计日期" },
  agedTo: { en: "aged to", zh: "账龄计算日" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  party: { en: "customer", zh: "客户" },
  dimension: { en: "dimension", zh: "维度" },
  within: { en: "within", zh: "限于" },
  bucket: { en: "class", zh: "账龄段" },
  basis: { en: "aged from", zh: "账龄基准" },
  items: { en: "items", zh: "笔数" },
  item: { en: "item", zh: "单据号" },
  installment: { en: "installment", zh: "分期" },
  currency: { en: "currency", zh: "币种" },
  credits: { en: "credit items", zh: "贷项" },
  policy: { en: "credit policy", zh: "贷项处理" },
  dueDayIsOverdue: { en: "due day is overdue", zh: "到期日算逾期" },
  days: { en: "days", zh: "天数" },
  monthsPastDue: { en: "whole months past due", zh: "逾期整月数" },
  counted: { en: "days counted", zh: "天数口径" },
  documentDate: { en: "document date", zh: "单据日期" },
  net: { en: "net", zh: "净额口径" },
  line: { en: "line", zh: "行" },
  standingOn: { en: "standing on", zh: "截至仍有效" },
  withDiscount: { en: "with discount only", zh: "仅享折扣单据" },
} as const;

/** The lines of a roll-forward: terms of the closing balance, and words of a line's own figure. */
const ROLL_FORWARD_LINES = {
  opening: { en: "opening balance", zh: "期初余额" },
  sales: { en: "credit sales", zh: "赊销额" },
  payments: { en: "payments", zh: "收款" },
  creditNotes: { en: "credit notes", zh: "贷项通知" },
  discounts: { en: "cash discounts", zh: "现金折扣" },
  writeOffs: { en: "write-offs", zh: "坏账核销" },
  bills: { en: "bills of exchange", zh: "票据" },
  offsets: { en: "offsets", zh: "抵账" },
  exchange: { en: "exchange differences", zh: "汇兑差额" },
  transfers: { en: "settled across groups", zh: "跨组结算" },
} as const;

type Unit = FormulaRecord["unit"];
type Direction = FormulaRecord["direction"];

function given(id: string, en: string, zh: string, unit: Unit, direction: Direction) {
  const source = "ours: docs/ledger.md";
  return { id, name: { en, zh }, unit, direction, source, terms: TERMS };
}

/** Records of `ledger/…`. */
export const ledgerFormulas: readonly FormulaRecord[] = [
  given("ledger/balance", "receivables balance", "应收账款余额", "money", "neutral"),
  given("ledger/sales", "credit sales", "赊销额", "money", "higher-is-better"),
  given("ledger/outstanding", "outstanding of a period", "期间未收账款", "money", "neutral"),
  given("ledger/charges", "open debit items", "未清借项", "money", "neutral"),
  given("ledger/credits", "open credit items", "未清贷项", "money", "neutral"),
  given("ledger/disputed", "disputed receivables", "争议账款", "money", "lower-is-better"),
  given("ledger/overdue", "overdue receivables", "逾期账款", "money", "lower-is-better"),
  given("ledger/open-count", "number of open items", "未清笔数", "count", "neutral"),
  given("ledger/overdue-count", "number of overdue items", "逾期笔数", "count", "lower-is-better"),
  given("ledger/aged-net", "class net of credits", "账龄段净额", "money", "neutral"),
  given("ledger/unallocated-credits", "credits in no class", "未分配贷项", "money", "neutral"),
  given("ledger/open-items-total", "sum of open items", "未清项目合计", "money", "neutral"),
  given("ledger/documents-total", "documents less settlements", "单据净额合计", "money", "neutral"),
  given("ledger/item-amount", "amount of an item", "单据金额", "money", "neutral"),
  given("ledger/item-applied", "applied to an item", "已核销金额", "money", "neutral"),
  given("ledger/item-open", "open amount of an item", "单据未清金额", "money", "neutral"),
  given(
    "ledger/item-disputed",
    "disputed part of an item",
    "单据争议金额",
    "money",
    "lower-is-better",
  ),
  given("ledger/item-days-past-due", "days past due", "逾期天数", "days", "lower-is-better"),
  given("ledger/open-at-age", "open amount of an age", "某逾期天数的未收款", "money", "neutral"),
  given("ledger/open-of-day", "open invoices of a day", "某日发票的未收款", "money", "neutral"),
  given(
    "ledger/open-by-months",
    "open by months past due",
    "按逾期月数的未收款",
    "money",
    "neutral",
  ),
  given("ledger/still-open", "still open later", "其后仍未收款", "money", "lower-is-better"),
  given("ledger/sales-count", "number of invoices", "发票张数", "count", "neutral"),
  given("ledger/discounted-sales", "sales with a discount", "享受折扣的赊销额", "money", "neutral"),
  given(
    "ledger/discounted-count",
    "invoices with a discount",
    "享受折扣的发票数",
    "count",
    "neutral",
  ),
  given("ledger/discounts-taken", "discounts taken", "已享受折扣额", "money", "neutral"),
  given("ledger/payments", "payments received", "已收款额", "money", "neutral"),
  given("ledger/months-of-trading", "months of trading", "交易月数", "months", "neutral"),
  given("ledger/highest-balance", "highest balance", "最高余额", "money", "neutral"),
  given(
    "ledger/oldest-days-past-due",
    "days past due of the oldest item",
    "最长逾期天数",
    "days",
    "lower-is-better",
  ),
  given("ledger/sold-at-term", "sold at a term", "某信用期的赊销额", "money", "neutral"),
  given("ledger/statement-amount", "line of a statement", "对账单发生额", "money", "neutral"),
  given("ledger/statement-balance", "balance of a statement", "对账单余额", "money", "neutral"),
  given("ledger/payment-count", "number of payments", "收款笔数", "count", "neutral"),
  given(
    "ledger/settled",
    "settled by payment or discount",
    "以收款或折扣结清额",
    "money",
    "neutral",
  ),
  {
    ...given(
      "ledger/roll-forward-line",
      "line of the roll-forward",
      "变动表项目",
      "money",
      "neutral",
    ),
    terms: { ...TERMS, ...ROLL_FORWARD_LINES },
  },
  {
    id: "ledger/roll-forward",
    name: { en: "closing balance of the roll-forward", zh: "变动表期末余额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/ledger.md",
    value:
      "opening + sales + exchange + transfers - payments - creditNotes - discounts - writeOffs" +
      " - bills - offsets",
    terms: ROLL_FORWARD_LINES,
  },
  {
    id: "ledger/statement",
    name: { en: "closing balance of the statement", zh: "对账单期末余额" },
    unit: "money",
    direction: "neutral",
    source: "ours: docs/ledger.md, statements",
    value: "opening + sum(lines.amount)",
    columns: { lines: { balance: "previous(balance, opening) + amount" } },
    terms: {
      opening: { en: "opening balance", zh: "期初余额" },
      lines: { en: "lines", zh: "明细" },
      amount: { en: "amount", zh: "发生额" },
      balance: { en: "balance", zh: "余额" },
    },
  },
  {
    id: "ledger/average-credit-term",
    name: { en: "average credit term", zh: "平均信用期" },
    unit: "days",
    direction: "neutral",
    source: '"3+1" deck, slide 66 (as a given); the weighting is ours',
    value: "sum(sold.weighted) / sum(sold.amount)",
    columns: { sold: { weighted: "amount * days" } },
    terms: {
      sold: { en: "sold by term", zh: "按信用期的赊销额" },
      days: { en: "days from document to due date", zh: "单据至到期天数" },
      amount: { en: "amount", zh: "金额" },
      weighted: { en: "amount × days", zh: "金额 × 天数" },
      from: { en: "from", zh: "自" },
      to: { en: "to", zh: "至" },
      party: { en: "customer", zh: "客户" },
      dimension: { en: "dimension", zh: "维度" },
      within: { en: "within", zh: "限于" },
    },
  },
];
