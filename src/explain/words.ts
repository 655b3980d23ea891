/**
 * @module explain/words
 *
 * What `explain` says besides the catalogue's names, in English and Chinese.
 */
import type { Unit } from "../ground/figure.ts";

/** The languages of explanations. */
export type Language = "en" | "zh";

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Headings of an explanation. */
export const HEADINGS = {
  full: { en: "in full", zh: "全值" },
  formula: { en: "formula", zh: "公式" },
  numbers: { en: "numbers", zh: "代入" },
  holds: { en: "holds", zh: "成立" },
  label: { en: "class", zh: "分级" },
  given: { en: "given", zh: "已知" },
  table: { en: "table", zh: "表" },
  from: { en: "from", zh: "来自" },
  caveat: { en: "caveat", zh: "注意" },
  reason: { en: "reason", zh: "原因" },
  source: { en: "source", zh: "出处" },
  noValue: { en: "no value", zh: "无值" },
  above: { en: "as above", zh: "同上" },
  figures: { en: "figures", zh: "个数值" },
  more: { en: "more", zh: "更多" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Units as they stand behind a number. */
export const UNITS: Readonly<Record<Unit, Bilingual>> = {
  days: { en: "days", zh: "天" },
  months: { en: "months", zh: "个月" },
  times: { en: "times", zh: "倍" },
  money: { en: "", zh: "" },
  fraction: { en: "", zh: "" },
  score: { en: "", zh: "" },
  count: { en: "", zh: "" },
};

/**
 * Names of inputs that mean the same in every formula, and the words that some of them take. A
 * record's own terms come first.
 */
const COMMON: Readonly<Record<string, Bilingual>> = {
  value: { en: "the value", zh: "本值" },
  zone: { en: "zone", zh: "区间" },
  distress: { en: "distress", zh: "危机" },
  grey: { en: "grey", zh: "灰色" },
  safe: { en: "safe", zh: "安全" },
  grade: { en: "grade", zh: "等级" },
  stage: { en: "stage", zh: "阶段" },
  asOf: { en: "as of", zh: "截至" },
  agedTo: { en: "aged to", zh: "账龄计至" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  party: { en: "customer", zh: "客户" },
  dimension: { en: "dimension", zh: "维度" },
  bucket: { en: "bucket", zh: "账龄段" },
  items: { en: "documents", zh: "单据数" },
  currency: { en: "currency", zh: "币种" },
  period: { en: "period", zh: "期间" },
  days: { en: "days", zh: "天数" },
  sales: { en: "credit sales", zh: "赊销额" },
  receivables: { en: "receivables", zh: "应收账款" },
  outstanding: { en: "outstanding", zh: "未收账款" },
  yearDays: { en: "days of the year", zh: "计息基准（年天数）" },
  taxRate: { en: "sales tax in receivables", zh: "应收账款所含税率" },
  taxBasis: { en: "tax basis", zh: "含税口径" },
  same: { en: "the same for both", zh: "一致" },
  "not-stated": { en: "not stated", zh: "未说明" },
  "receivables-with-tax": { en: "receivables with tax, sales without", zh: "应收含税、销售不含税" },
  true: { en: "yes", zh: "是" },
  false: { en: "no", zh: "否" },
  "due-date": { en: "the due date", zh: "到期日" },
  "document-date": { en: "the document date", zh: "单据日期" },
  separate: { en: "apart", zh: "单列" },
  "own-date": { en: "by their own date", zh: "按自身日期" },
  "oldest-first": { en: "off the oldest first", zh: "先冲最早账龄" },
  "newest-first": { en: "off the newest first", zh: "先冲最近账龄" },
  receivablesScope: { en: "scope of receivables", zh: "应收账款范围" },
  closing: { en: "all that is open at the end", zh: "期末全部未收" },
  "originated-in-period": { en: "of the period's own sales", zh: "仅本期赊销形成" },
};

/** What a caveat says. */
const CAVEATS: Readonly<Record<string, Bilingual>> = {
  tax_basis_not_stated: {
    en: "it was not stated whether receivables and sales both include sales tax",
    zh: "未说明应收账款与赊销额的含税口径是否一致",
  },
  entered_as_printed: {
    en: "entered with its printed value, rounded to 34 digits",
    zh: "以打印值（34 位有效数字）计入",
  },
  next_class_taken_as_rolled: {
    en: "all that stands in the next class is taken to have come from this one, a month before",
    zh: "假定下一账龄段的余额全部由本段在一个月前转入",
  },
  capped_at_one: {
    en: "the rate would pass 100 % and counts as 100 %",
    zh: "比率超过 100 %，按 100 % 计",
  },
  forward_factor_not_stated: {
    en: "loss rates of the past were used as they are: no factor says what is expected",
    zh: "直接使用历史损失率，未说明前瞻性调整",
  },
  no_movements_since: {
    en: "the balances are of an earlier day; nothing that happened since is in them",
    zh: "余额为较早日期的快照，其后的变动未计入",
  },
  target_above_receivables: {
    en: "the target is above all the receivables there are; nothing need come",
    zh: "目标高于全部应收账款，无需回款",
  },
  countback_is_lower_bound: {
    en: "the history does not cover the receivables: countback is at least this",
    zh: "历史数据不足以覆盖应收账款，倒推法结果为下限",
  },
  best_possible_above_dso: {
    en: "the best possible DSO is above the DSO: the two do not describe the same receivables",
    zh: "最佳可能 DSO 高于 DSO，两者口径不一致",
  },
  margin_counted_twice: {
    en: "the profit rate is of a sale, not of a year, and shortage cost counts it too",
    zh: "利润率属于单次销售而非年率，且与短缺成本重复计算",
  },
  flows_not_of_a_year: {
    en: "the flows are not of a year, and were taken as they are",
    zh: "流量数据不足或超过一年，未经年化直接采用",
  },
  book_equity: {
    en: "equity by the books stands where the model was estimated with its market price",
    zh: "模型以权益市值估计，此处以账面权益代替",
  },
  field_ignored: {
    en: "the field sought was given, and ignored",
    zh: "所求字段已给出，未予采用",
  },
  counts_smoothed: {
    en: "a smoothing was added to both counts of every bin",
    zh: "各箱两侧计数均已加平滑值",
  },
  pays_below: {
    en: "the plan collects later than today: it pays below this rate, not above",
    zh: "该方案收款晚于现行：低于此利率（而非高于）时划算",
  },
  outside_range: {
    en: "the answer lies outside the range that the number can have",
    zh: "结果超出该数值的合理范围",
  },
};

/** Why there is no value. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  not_defined: { en: "not defined", zh: "无定义" },
  history_too_short: { en: "the history is too short", zh: "历史数据不足" },
  no_solution: { en: "no solution", zh: "无解" },
  infeasible: { en: "the constraints leave no answer", zh: "约束条件下无可行解" },
  credit_balance: { en: "a credit balance", zh: "贷方余额" },
  unlimited: { en: "unlimited", zh: "不设上限" },
};

/** The name of an input, or of a word that an input takes, where it has one here. */
export function commonName(key: string, language: Language): string | undefined {
  return entry(COMMON, key)?.[language];
}

/** What a caveat says; its code in words where it is not known here. */
export function caveatText(code: string, language: Language): string {
  return entry(CAVEATS, code)?.[language] ?? spaced(code);
}

/** Why there is no value; the code in words where it is not known here. */
export function reasonText(code: string, language: Language): string {
  return entry(REASONS, code)?.[language] ?? spaced(code);
}

/** `termDays` as `term days`, `not_stated` as `not stated`. */
export function spaced(key: string): string {
  const apart = key.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return apart.replace(/[-_]/g, " ");
}

function entry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
