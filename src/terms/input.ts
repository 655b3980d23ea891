/**
 * @module terms/input
 *
 * Payment terms and anchor dates as pieces of a schema, and for functions that read by hand.
 */
import { formatDay, LAST_DAY } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { exactNumber } from "../ground/exact.ts";
import type { Fault } from "../ground/fault.ts";
import type { Schema } from "../ground/input.ts";
import { atom, isoDay, object, optional } from "../ground/input-atoms.ts";
import type { InternalTerms } from "./due-day.ts";
import { termsOf } from "./reader.ts";
import { requireTerms } from "./require-terms.ts";
import type { Terms, TermsAnchor } from "./terms.ts";

/** Payment terms: a text or a structure, whose rates may be any kind of number. */
export const paymentTerms = (): Schema<InternalTerms, string | Terms> =>
  atom<InternalTerms, string | Terms>(exactTermsOf);

/** The dates that terms may count from besides the document's. */
export const anchorDates = () =>
  object({
    delivery: optional(isoDay()),
    invoiceReceived: optional(isoDay()),
    accepted: optional(isoDay()),
  });

/** {@link termsOf} for every kind of number: also Decimals and figures. */
export function exactTermsOf(value: unknown): InternalTerms | Fault {
  return termsOf(value, (rate) => exactNumber(rate, "fraction"));
}

/** Reads terms by hand, at `path` of an input; throws a CreditError that lists every fault. */
export function readTerms(fn: string, path: string, value: unknown): InternalTerms {
  return requireTerms(fn, path, value, exactTermsOf(value));
}

/** Anchor dates as read. */
export type AnchorDays = Readonly<
  Partial<Record<Exclude<TermsAnchor, "document">, number | undefined>>
>;

/** The day that terms count from; refused with its name where it is not given. */
export function anchorDayOf(
  fn: string,
  { anchor }: InternalTerms,
  documentDay: number,
  anchors: AnchorDays = {},
): number {
  const day = anchor === "document" ? documentDay : anchors[anchor];
  return day ?? refuse(fn, `anchors.${anchor}`, "must be given: the terms count from it");
}

/** The text of a due day; refused beyond the last date there is. */
export function dueText(fn: string, day: number): string {
  return day <= LAST_DAY
    ? formatDay(day)
    : refuse(fn, "terms", `must give dates up to ${formatDay(LAST_DAY)}`);
}
