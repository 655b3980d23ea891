/**
 * @module terms/due-date
 *
 * The due date of a document by its payment terms. For the amounts of discounts and installments,
 * with their dates, see `terms/payment-schedule`.
 */
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, optional } from "../ground/input-atoms.ts";
import { dueDayOf } from "./due-day.ts";
import { anchorDates, anchorDayOf, dueText, paymentTerms } from "./input.ts";
import type { AnchorDates, Terms } from "./terms.ts";

/** What {@link dueDate} needs. */
export interface DueDateInput {
  /** When the document was issued. `YYYY-MM-DD`. */
  readonly documentDate: string;
  /** Its payment terms: a text that {@link parseTerms} reads, or the structure. */
  readonly terms: string | Terms;
  /** The date that the terms count from, where that is not the document's. */
  readonly anchors?: AnchorDates;
}

/** The schema of {@link DueDateInput}. */
export const dueDateSchema = lazily(() =>
  object({
    documentDate: isoDay(),
    terms: paymentTerms(),
    anchors: optional(anchorDates()),
  }),
);

/**
 * The due date (到期日) of a document: the last day on which it can be paid without being overdue.
 *
 * Use it where only the date matters; {@link paymentSchedule} also gives discounts and
 * installments with their amounts. With installments it is the date of the last one.
 *
 * @formula days: anchor + days. end-of-month: the end of the month of (anchor + daysBefore),
 *   `months` month ends further, + daysAfter. months: the same day `months` later, at most the
 *   month's end. day-of-month: `day`, at most the month's end, of the anchor's month (the next one
 *   after `cutoffDay`) + `months`
 * @units dates as `YYYY-MM-DD` text, in and out
 *
 * @param input - The document's date, its terms, and the anchor date that the terms name, if any.
 *   Months are taken from the anchor date and never chained.
 * @returns The date as text: a date is no figure and has no derivation.
 *
 * @throws {@link CreditError} `invalid_input`: a date is none, the terms are not understood or
 *   contradict themselves, the anchor date they name is missing, or the due date is beyond
 *   9999-12-31; all faults are listed.
 *
 * @source Rules and their order are ours. `n/30 EOM` and `EOM+30` are the month end and then 30
 *   days, `30 days end of month` is 30 days and then the month end.
 *
 * @example
 * ```ts
 * dueDate({ documentDate: "2026-01-15", terms: "2/10, n/30" }); // => "2026-02-14"
 * dueDate({ documentDate: "2026-01-15", terms: "EOM+30" }); // => "2026-03-02"
 * dueDate({ documentDate: "2026-01-15", terms: "30 days end of month" }); // => "2026-02-28"
 * ```
 */
export function dueDate(input: DueDateInput): string {
  const { documentDate, terms, anchors } = read("dueDate", dueDateSchema, input);
  const anchorDay = anchorDayOf("dueDate", terms, documentDate, anchors);
  return dueText("dueDate", dueDayOf(terms, anchorDay));
}
