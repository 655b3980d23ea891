/**
 * @module scoring/statement
 *
 * A financial statement: the lines of a balance sheet and of an income statement that ratios and
 * solvency models read. What a ratio does not need may be left out; what it needs and does not find
 * is named, and is never 0.
 */
import { issue } from "../ground/errors.ts";
import type { Issue } from "../ground/errors.ts";
import type { Terms } from "../ground/input.ts";
import { lazily } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import {
  amount,
  isoDay,
  money,
  object,
  optional,
  wholeNumber,
  withDefault,
  word,
  yearDays,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { AMOUNTS, FLOW_AMOUNTS, SIGNED, SIGNED_FLOWS } from "./lines.ts";

/** What the flows of a statement cover: months or days, one of the two. */
export interface StatementPeriod {
  /** Whole months, from 1 to 36. */
  readonly months?: number;
  /** Days, from 1 to 1,100. */
  readonly days?: number;
}

/**
 * A financial statement in one currency and one unit of money. Balances are those of its last day;
 * flows (from `sales` on) are of the year that ends there, unless `period` says otherwise.
 */
export interface FinancialStatement {
  /** Last day of the period, `YYYY-MM-DD`: asked for where statements are put in a row. */
  readonly periodEnd?: string;
  /** What the flows cover, where that is not a year. */
  readonly period?: StatementPeriod;
  /**
   * What is done with flows that are not of a year, and then asked for: `scale` multiplies them to
   * a year, `as-stated` takes them as they are, with the caveat `flows_not_of_a_year`.
   */
  readonly annualise?: "scale" | "as-stated";
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
  /** Current assets, all of them. Money, at least 0. */
  readonly currentAssets?: Numeric;
  /** Cash and what is as good as cash. Money, at least 0. */
  readonly cash?: Numeric;
  /** Inventory. Money, at least 0. */
  readonly inventory?: Numeric;
  /** Trade receivables. Money, at least 0. */
  readonly receivables?: Numeric;
  /** Trade payables. Money, at least 0. */
  readonly payables?: Numeric;
  /** Total assets. Money, at least 0. */
  readonly totalAssets?: Numeric;
  /** Fixed assets. Money, at least 0. */
  readonly fixedAssets?: Numeric;
  /** Intangible assets, with goodwill if you will. Money, at least 0. */
  readonly intangibleAssets?: Numeric;
  /** Current liabilities. Money, at least 0. */
  readonly currentLiabilities?: Numeric;
  /** All liabilities, current and not. Money, at least 0. */
  readonly totalLiabilities?: Numeric;
  /** Debt that bears interest. Money, at least 0. */
  readonly interestBearingDebt?: Numeric;
  /** Equity by the books. Money, of either sign. */
  readonly equity?: Numeric;
  /** Retained earnings, surplus reserves included. Money, of either sign. */
  readonly retainedEarnings?: Numeric;
  /** Shares times their price on the last day. Money, at least 0. */
  readonly marketEquity?: Numeric;
  /** Sales. Money, of either sign. */
  readonly sales?: Numeric;
  /** Cost of sales. Money, of either sign. */
  readonly costOfSales?: Numeric;
  /** Earnings before interest and tax. Money, of either sign. */
  readonly ebit?: Numeric;
  /** Interest expense, not net of interest income. Money, at least 0. */
  readonly interestExpense?: Numeric;
  /** Profit before tax. Money, of either sign. */
  readonly profitBeforeTax?: Numeric;
  /** Tax on profit. Money, of either sign. */
  readonly tax?: Numeric;
  /** Net income. Money, of either sign. */
  readonly netIncome?: Numeric;
  /** Depreciation. Money, at least 0. */
  readonly depreciation?: Numeric;
  /** Amortisation. Money, at least 0. */
  readonly amortisation?: Numeric;
  /** Deferred tax, as charged to profit. Money, of either sign. */
  readonly deferredTax?: Numeric;
  /** Cash flow from operations. Money, of either sign. */
  readonly operatingCashFlow?: Numeric;
  /** Funds from operations; unless given, net income + depreciation + amortisation. Money. */
  readonly fundsFromOperations?: Numeric;
}

/** The fields of a statement, for schemas. */
export const statementShape = () => ({
  periodEnd: optional(isoDay()),
  period: optional(
    object({
      months: optional(wholeNumber(1, 36)),
      days: optional(wholeNumber(1, 1_100)),
    }),
  ),
  annualise: optional(word("scale", "as-stated")),
  yearDays: withDefault(yearDays(), 365),
  ...fieldsOf(AMOUNTS, () => optional(amount())),
  ...fieldsOf(SIGNED, () => optional(money())),
  ...fieldsOf(FLOW_AMOUNTS, () => optional(amount())),
  ...fieldsOf(SIGNED_FLOWS, () => optional(money())),
});

/** The same schema under each of the names. */
function fieldsOf<K extends string, S>(names: readonly K[], schema: () => S): Record<K, S> {
  return Object.fromEntries(names.map((name) => [name, schema()])) as Record<K, S>;
}

/** The schema of {@link FinancialStatement}. */
export const statementSchema = lazily(() => object(statementShape()));

/** A statement as it was read. */
export type StatementTerms = Terms<ReturnType<typeof statementSchema>>;

/** Whether the flows are of a year. */
export function isYear({ period }: StatementTerms): boolean {
  const { months, days } = period ?? { months: 12 };
  return months === 12 || days === 365 || days === 366;
}

/** What is wrong with the period of a statement that stands at `place`. */
export function periodFaults(statement: StatementTerms, place: string): Issue[] {
  const { period, annualise } = statement;
  const at = (field: string): string => (place === "" ? field : `${place}.${field}`);
  if (period && (period.months === undefined) === (period.days === undefined)) {
    return [issue(at("period"), "must have `months` or `days`, one of the two")];
  }
  const isWhole = isYear(statement);
  if (!isWhole && !annualise) {
    const rule = 'must be stated where the period is not a year: "scale" or "as-stated"';
    return [issue(at("annualise"), rule)];
  }
  const isIdle = isWhole && annualise !== undefined;
  return isIdle ? [issue(at("annualise"), "must be left out where the period is a year")] : [];
}
