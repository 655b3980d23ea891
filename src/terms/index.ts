/**
 * @module terms
 *
 * Payment terms: read, print, due date, schedule.
 */
export { parseTerms } from "./parse-terms.ts";
export { formatTerms } from "./format-terms.ts";
export { dueDate } from "./due-date.ts";
export { paymentSchedule } from "./payment-schedule.ts";

export type {
  AnchorDates,
  DiscountTier,
  DueAfterDays,
  DueAfterMonths,
  DueAtMonthEnd,
  DueOnDayOfMonth,
  DueRule,
  Terms,
  TermsAnchor,
  TermsInstallment,
} from "./terms.ts";
export type { DueDateInput } from "./due-date.ts";
export type {
  PaymentSchedule,
  PaymentScheduleInput,
  ScheduledInstallment,
  ScheduledTier,
} from "./payment-schedule.ts";
