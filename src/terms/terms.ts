/**
 * @module terms/terms
 *
 * Payment terms as data: what a text such as `2/10, n/30` means, writable by hand and plain JSON.
 */
import type { Numeric } from "../ground/numeric.ts";

/**
 * Payment terms (付款条件): when the amount is due, and what paying sooner earns.
 *
 * @example
 * ```ts
 * dueDate({
 *   documentDate: "2026-01-31",
 *   terms: { tiers: [], due: { kind: "months", months: 1 } },
 * }); // => "2026-02-28"
 * ```
 */
export interface Terms {
  /** Cash discounts (现金折扣): days rise and rates fall; empty for none. At most 1,000. */
  readonly tiers: readonly DiscountTier[];
  /** When the whole is due; with installments, the rule of the last of them. */
  readonly due: DueRule;
  /** The date that days and months count from; `document` unless stated. */
  readonly anchor?: TermsAnchor;
  /** Payment in parts (分期付款), whose shares sum to 1; `tiers` is then empty. At most 1,000. */
  readonly installments?: readonly TermsInstallment[];
}

/** A discount for paying within some days of the anchor date. */
export interface DiscountTier {
  /** The discount as a fraction of the amount: at least 0, less than 1. */
  readonly discountRate: Numeric;
  /** The last day on which it is earned, inclusive: whole days after the anchor date. */
  readonly days: number;
}

/** A part of the amount with a due date of its own. */
export interface TermsInstallment {
  /** The part as a fraction of the amount: above 0. */
  readonly share: Numeric;
  /** When it is due. */
  readonly due: DueRule;
}

/** How a due date follows from the anchor date. */
export type DueRule = DueAfterDays | DueAtMonthEnd | DueAfterMonths | DueOnDayOfMonth;

/** Some days after the anchor date. */
export interface DueAfterDays {
  /** Which rule. */
  readonly kind: "days";
  /** Whole days, at least 0. */
  readonly days: number;
}

/**
 * A month end: from the anchor date `daysBefore` days on, to the end of that month, `months` month
 * ends further, and `daysAfter` days on. `EOM+30` has `daysAfter: 30`; `30 days end of month` has
 * `daysBefore: 30`.
 */
export interface DueAtMonthEnd {
  /** Which rule. */
  readonly kind: "end-of-month";
  /** Further month ends after the first; 0 unless stated. */
  readonly months?: number;
  /** Days counted before going to the month end; 0 unless stated. */
  readonly daysBefore?: number;
  /** Days counted after the month end; 0 unless stated. */
  readonly daysAfter?: number;
}

/** The same day of a later month, or that month's end where it is shorter. */
export interface DueAfterMonths {
  /** Which rule. */
  readonly kind: "months";
  /** Whole months, at least 0. */
  readonly months: number;
}

/** A fixed day of the month, `months` months after that of the anchor date. */
export interface DueOnDayOfMonth {
  /** Which rule. */
  readonly kind: "day-of-month";
  /** 1 to 31, or the month's end where it is shorter: 31 is always the month end. */
  readonly day: number;
  /** Months after the anchor date's own; with 0 the due date may lie before the anchor date. */
  readonly months: number;
  /** Anchor dates after this day of their month count as the next month's. */
  readonly cutoffDay?: number;
}

/** Dates that terms may count from. */
export type TermsAnchor = "document" | "delivery" | "invoiceReceived" | "accepted";

/** The dates, besides the document's own, that terms may count from. `YYYY-MM-DD`. */
export interface AnchorDates {
  /** When the goods were delivered. */
  readonly delivery?: string;
  /** When the buyer received the invoice. */
  readonly invoiceReceived?: string;
  /** When the buyer accepted the goods or the work. */
  readonly accepted?: string;
}
