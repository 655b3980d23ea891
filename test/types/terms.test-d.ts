/**
 * Checked by the compiler alone: the schemas accept what the interfaces say, and misuse of the
 * terms does not compile.
 */
import type { Accepts } from "../../src/ground/input.ts";
import type { dueDateSchema } from "../../src/terms/due-date.ts";
import type { paymentScheduleSchema } from "../../src/terms/payment-schedule.ts";
import type { DueDateInput, PaymentScheduleInput, Terms } from "trade-credit/terms";
import { dueDate, formatTerms, parseTerms, paymentSchedule } from "trade-credit/terms";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fields without `readonly`, and optional ones without the `undefined` that zod adds. */
type Fields<T> = {
  -readonly [K in keyof T]-?: K extends "anchors"
    ? Plain<Exclude<T[K], undefined>>
    : Exclude<T[K], undefined>;
};
type Plain<T> = { -readonly [K in keyof T]-?: Exclude<T[K], undefined> };

function same<A, B>(equal: Equal<A, B>): boolean {
  return equal;
}

type DueDateAccepts = Accepts<ReturnType<typeof dueDateSchema>>;
type PaymentScheduleAccepts = Accepts<ReturnType<typeof paymentScheduleSchema>>;

same<Fields<DueDateAccepts>, Fields<DueDateInput>>(true);
same<Fields<PaymentScheduleAccepts>, Fields<PaymentScheduleInput>>(true);

// The same fields may be left out.
type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type AnchorsOf<T extends { anchors?: unknown }> = Exclude<T["anchors"], undefined>;
same<Optional<DueDateAccepts>, Optional<DueDateInput>>(true);
same<Optional<PaymentScheduleAccepts>, Optional<PaymentScheduleInput>>(true);
same<Optional<AnchorsOf<DueDateAccepts>>, Optional<AnchorsOf<DueDateInput>>>(true);

// What parsing gives is taken everywhere, and may be written by hand.
const terms: Terms = parseTerms("2/10, n/30");
dueDate({ documentDate: "2026-01-01", terms }) satisfies string;
formatTerms(terms) satisfies string;
paymentSchedule({ documentDate: "2026-01-01", terms, amount: 1n }).tiers[0] satisfies
  { payBy: string; amount: string } | undefined;
({
  tiers: [{ discountRate: "0.02", days: 10 }],
  due: { kind: "day-of-month", day: 31, months: 1, cutoffDay: 25 },
  anchor: "delivery",
}) satisfies Terms;

// @ts-expect-error - the net day is missing
({ tiers: [] }) satisfies Terms;
// @ts-expect-error - a rule of days has no months
({ tiers: [], due: { kind: "days", days: 30, months: 1 } }) satisfies Terms;
// @ts-expect-error - days are numbers
({ tiers: [], due: { kind: "days", days: "30" } }) satisfies Terms;
// @ts-expect-error - no such kind
({ tiers: [], due: { kind: "weeks", weeks: 2 } }) satisfies Terms;
// @ts-expect-error - no such anchor
({ tiers: [], due: { kind: "days", days: 30 }, anchor: "shipment" }) satisfies Terms;
// @ts-expect-error - dates are texts
dueDate({ documentDate: new Date(0), terms: "n/30" });
// @ts-expect-error - the document's own date is no anchor date
dueDate({ documentDate: "2026-01-01", terms: "n/30", anchors: { document: "2026-01-01" } });
// @ts-expect-error - an amount is needed
paymentSchedule({ documentDate: "2026-01-01", terms: "n/30" });
// @ts-expect-error - only texts are parsed
parseTerms(terms);
