/**
 * @module terms/payment-schedule
 *
 * What is to be paid by when: the installments of an amount, and the ways of paying it all with
 * each discount. For the due date alone see `terms/due-date`.
 */
import { refuse } from "../ground/errors.ts";
import { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  isoDay,
  object,
  optional,
  wholeNumber,
  withDefault,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import { discounted } from "./allocation.ts";
import { dueDayOf, installmentsOf } from "./due-day.ts";
import { anchorDates, anchorDayOf, dueText, paymentTerms } from "./input.ts";
import type { AnchorDates, Terms } from "./terms.ts";

/** What {@link paymentSchedule} needs. */
export interface PaymentScheduleInput {
  /** When the document was issued. `YYYY-MM-DD`. */
  readonly documentDate: string;
  /** Its payment terms: a text that {@link parseTerms} reads, or the structure. */
  readonly terms: string | Terms;
  /** Its amount. Money, at least 0, with no more decimal places than `minorUnits`. */
  readonly amount: Numeric;
  /** The date that the terms count from, where that is not the document's. */
  readonly anchors?: AnchorDates;
  /** Decimal places of the currency's smallest unit, 0 to 8; 2 unless stated. */
  readonly minorUnits?: number;
}

/** What is to be paid by when. Amounts are plain decimal texts. */
export interface PaymentSchedule {
  /** By due date; they sum to the amount. One entry where the terms know no installments. */
  readonly installments: readonly ScheduledInstallment[];
  /** Each way of paying the whole: the discounts by day, then the net amount, always last. */
  readonly tiers: readonly ScheduledTier[];
}

/** A part of the amount and its due date. */
export interface ScheduledInstallment {
  /** The last day on which it is not overdue. */
  readonly dueDate: string;
  /** A whole number of minor units. */
  readonly amount: string;
}

/** The whole, paid by a day. */
export interface ScheduledTier {
  /** The last day on which the amount suffices, inclusive. */
  readonly payBy: string;
  /** A whole number of minor units. */
  readonly amount: string;
}

/** The schema of {@link PaymentScheduleInput}. */
export const paymentScheduleSchema = lazily(() =>
  object({
    documentDate: isoDay(),
    terms: paymentTerms(),
    amount: amount(),
    anchors: optional(anchorDates()),
    minorUnits: withDefault(wholeNumber(0, 8), 2),
  }),
);

/**
 * The payments that settle a document: its installments (分期付款), and what suffices by the last
 * day of each cash discount (现金折扣).
 *
 * Use it to print an invoice or to plan receipts; {@link dueDate} gives the due date alone.
 *
 * @formula tier amount = amount − round(amount × discountRate), the discount rounded half up to
 *   minor units. Installments by the largest remainder: amount × share rounded down, then a unit
 *   each to those that lost most, the earlier first
 * @units money in one currency; dates as `YYYY-MM-DD` text
 *
 * @param input - The document's date, its terms and amount, the anchor date that the terms name, if
 *   any, and the currency's decimal places.
 * @returns Plain texts and not figures: dates are no numbers, and an amount is rounded together
 *   with the other parts, which no formula of one part expresses. Installments sum to the amount
 *   exactly and each is less than a minor unit from its exact share, so one may be 0. The last tier
 *   is the whole amount by the due date. Where the due date is a day of the calendar, a discount
 *   day may come after it: on 25 January with `2/10, net EOM` both stand as the terms say.
 *
 * @throws {@link CreditError} `invalid_input`: a date is none, the amount has more decimal places
 *   than the currency, the terms are not understood or contradict themselves, the anchor date they
 *   name is missing, or a date is beyond 9999-12-31.
 *
 * @source "3+1" deck, slide 78, for the notation `3/10, 2/20, n/45`; the rounding is ours.
 *
 * @example The two discounts of slide 78
 * ```ts
 * const { tiers } = paymentSchedule({
 *   documentDate: "2026-03-01",
 *   terms: "3/10, 2/20, n/45",
 *   amount: "1000.50",
 * });
 * tiers[0]; // => { payBy: "2026-03-11", amount: "970.48" }
 * tiers[1]; // => { payBy: "2026-03-21", amount: "980.49" }
 * tiers[2]; // => { payBy: "2026-04-15", amount: "1000.5" }
 * ```
 * @example Two parts of an odd amount
 * ```ts
 * const { installments } = paymentSchedule({
 *   documentDate: "2026-03-01",
 *   terms: "50% 30, 50% 60",
 *   amount: "0.05",
 * });
 * installments[0]; // => { dueDate: "2026-03-31", amount: "0.03" }
 * installments[1]; // => { dueDate: "2026-04-30", amount: "0.02" }
 * ```
 */
export function paymentSchedule(input: PaymentScheduleInput): PaymentSchedule {
  const fn = "paymentSchedule";
  const { documentDate, terms, amount, anchors, minorUnits } = read(
    fn,
    paymentScheduleSchema,
    input,
  );
  const anchorDay = anchorDayOf(fn, terms, documentDate, anchors);
  const whole = minorAmount(fn, amount, minorUnits);
  const lastDay = dueDayOf(terms, anchorDay);
  const parts = installmentsOf(terms, anchorDay, whole) ?? [{ dueDay: lastDay, amount: whole }];
  const text = (minor: bigint) => toText(Fraction.of(minor, 10n ** BigInt(minorUnits)));
  const discounts = terms.tiers.map(({ rate, days }) => ({
    payBy: dueText(fn, anchorDay + days),
    amount: text(discounted(whole, rate)),
  }));
  const net = { payBy: dueText(fn, lastDay), amount: text(whole) };
  const installments = parts.map((part) => ({
    dueDate: dueText(fn, part.dueDay),
    amount: text(part.amount),
  }));
  return { installments, tiers: [...discounts, net] };
}

/** The amount as a whole number of minor units. */
function minorAmount(fn: string, amount: Fraction, minorUnits: number): bigint {
  const scaled = amount.numerator * 10n ** BigInt(minorUnits);
  if (scaled % amount.denominator === 0n) return scaled / amount.denominator;
  return refuse(fn, "amount", `must have at most ${minorUnits} decimal places`, toText(amount));
}
