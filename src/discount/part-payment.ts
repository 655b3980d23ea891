/**
 * @module discount/part-payment
 *
 * What a payment within a discount period settles, where it is not the whole.
 */
import { asTerm } from "../ground/exact.ts";
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, greatest, ONE, ZERO } from "../ground/fraction.ts";
import type { Read, Terms as TermsOf } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import {
  amount,
  isoDay,
  object,
  optional,
  wholeNumber,
  withDefault,
  word,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { anchorDates, anchorDayOf, paymentTerms } from "../terms/input.ts";
import type { AnchorDates, Terms } from "../terms/terms.ts";

/** Whether a part payment earns a part of the discount. */
export type PartPaymentBasis = "paid-part" | "none";

/** What {@link discountOnPartPayment} needs. */
export interface DiscountOnPartPaymentInput {
  /** The amount of the invoice. Money, at least 0. */
  readonly amount: Numeric;
  /** What was paid. Money, at least 0. */
  readonly paid: Numeric;
  /** Payment terms: a text, or the structure. */
  readonly terms: string | Terms;
  /** When the invoice was issued. `YYYY-MM-DD`. */
  readonly documentDate: string;
  /** When the payment was made. `YYYY-MM-DD`. */
  readonly paidDate: string;
  /** A part payment earns the discount on what it paid (`paid-part`), or none of it (`none`). */
  readonly basis: PartPaymentBasis;
  /** The date that the terms count from, where that is not the invoice's. */
  readonly anchors?: AnchorDates;
  /** Decimal places of the currency's smallest unit, 0 to 8; 2 unless stated. */
  readonly minorUnits?: number;
}

/** What the payment settles. */
export interface DiscountOnPartPayment {
  /** The discount that the day of payment earns. */
  readonly earnedRate: Figure<"discount/earned-rate">;
  /** What is granted. */
  readonly discount: Figure<"discount/on-payment">;
  /** Payment and discount. */
  readonly credited: Figure<"discount/credited">;
  /** What is left to pay; below 0 where too much was paid. */
  readonly balance: Figure<"discount/balance">;
}

/** The schema of {@link DiscountOnPartPaymentInput}. */
export const discountOnPartPaymentSchema = lazily(() =>
  object({
    amount: amount(),
    paid: amount(),
    terms: paymentTerms(),
    documentDate: isoDay(),
    paidDate: isoDay(),
    basis: word("paid-part", "none"),
    anchors: optional(anchorDates()),
    minorUnits: withDefault(wholeNumber(0, 8), 2),
  }),
);

/**
 * The discount on a payment (部分付款的现金折扣): what a payment within the discount period settles, in
 * full or in part.
 *
 * Use it when a payment comes in. {@link paymentSchedule} says beforehand what would settle the
 * whole; a payment of that amount settles it here.
 *
 * @formula earnedRate = the discount of the first last-day not before the payment, else 0. A
 *   payment of at least amount × (1 − earnedRate), to half a minor unit, settles the whole:
 *   discount = amount − paid. A lesser one: discount = paid × earnedRate ÷ (1 − earnedRate), or 0
 *   with `basis: "none"`. credited = paid + discount; balance = amount − credited
 * @units money in one currency; dates as text
 *
 * @param input - The invoice, the payment, and whether parts earn discount: suppliers differ, so it
 *   is asked.
 * @returns Figures. The last day of a discount is inclusive. A discount never makes a credit: who
 *   pays more than he had to gets the rest. The discount on a part is not rounded; round it for the
 *   books with `toPlain`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range, the
 *   terms are not understood, or the anchor date they name is missing; all faults are listed.
 *
 * @source terms of "3+1" deck, slide 78. Both readings of a part payment are in use: some suppliers
 *   grant the discount on what was paid (485 ÷ 0.98 × 0.02), others only on the whole.
 *
 * @example 485 of 1,000 within ten days
 * ```ts
 * const invoice = { amount: 1000, terms: "2/10, n/30", documentDate: "2026-03-02" };
 * const payment = { paid: 485, paidDate: "2026-03-12" };
 * const part = discountOnPartPayment({ ...invoice, ...payment, basis: "paid-part" });
 * part.discount.value.toFixed(2); // => "9.90"
 * part.balance.value.toFixed(2); // => "505.10"
 * discountOnPartPayment({ ...invoice, ...payment, basis: "none" }).balance.value.toFixed(2);
 * // => "515.00"
 * ```
 */
export function discountOnPartPayment(input: DiscountOnPartPaymentInput): DiscountOnPartPayment {
  const fn = "discountOnPartPayment";
  const terms = read(fn, discountOnPartPaymentSchema, input);
  const { amount, paid, documentDate, anchors, currency } = terms;
  const anchorDay = anchorDayOf(fn, terms.terms, documentDate, anchors);
  const earnedRate = earnedRateOf(terms, anchorDay);
  const discount = discountOf(terms, earnedRate);
  const money = { currency };
  const credited: DiscountOnPartPayment["credited"] = figure(
    "discount/credited",
    paid.plus(asTerm(discount)),
    "money",
    { paid, discount },
    money,
  );
  const left = amount.minus(asTerm(credited));
  const balance: DiscountOnPartPayment["balance"] = figure(
    "discount/balance",
    left,
    "money",
    { amount, credited },
    money,
  );
  return { earnedRate, discount, credited, balance };
}

type PaymentTerms = Read<TermsOf<ReturnType<typeof discountOnPartPaymentSchema>>>;

/** Rates fall as days pass, so the greatest of those still open is the one earned. */
function earnedRateOf(
  { terms, paidDate }: PaymentTerms,
  anchorDay: number,
): DiscountOnPartPayment["earnedRate"] {
  const daysTaken = Fraction.whole(paidDate - anchorDay);
  const rows = terms.tiers.map(({ rate, days }) => {
    const lastDay = Fraction.whole(days);
    const earned = daysTaken.compare(lastDay) <= 0 ? rate : ZERO;
    return { discountRate: rate, lastDay, earned };
  });
  // The whole, without a discount, is there whenever it is paid.
  const none = { discountRate: ZERO, lastDay: daysTaken, earned: ZERO };
  const best = rows.reduce((rate, { earned }) => greatest(rate, earned), ZERO);
  const dates = { countedFrom: formatDay(anchorDay), paidDate: formatDay(paidDate) };
  const inputs = { tiers: [...rows, none], daysTaken, ...dates };
  return figure("discount/earned-rate", best, "fraction", inputs);
}

function discountOf(
  { amount, paid, basis, minorUnits, currency }: PaymentTerms,
  earnedRate: DiscountOnPartPayment["earnedRate"],
): DiscountOnPartPayment["discount"] {
  const rate = asTerm(earnedRate);
  const smallestUnit = Fraction.of(1n, 10n ** BigInt(minorUnits));
  const inputs = { amount, paid, earnedRate, smallestUnit, basis };
  const answer = (granted: Fraction): DiscountOnPartPayment["discount"] =>
    figure("discount/on-payment", granted, "money", inputs, { currency });
  if (rate.isZero) return answer(ZERO);
  const enough = amount.minus(amount.times(rate)).minus(smallestUnit.over(TWO));
  if (paid.compare(enough) >= 0) return answer(greatest(amount.minus(paid), ZERO));
  if (basis === "none") return answer(ZERO);
  return answer(paid.times(rate).over(ONE.minus(rate)));
}

const TWO = /* @__PURE__ */ Fraction.of(2n);
