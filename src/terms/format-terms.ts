/**
 * @module terms/format-terms
 *
 * Payment terms as a text for people: the way back from `terms/parse-terms`.
 */
import { Fraction } from "../ground/fraction.ts";
import { toText } from "../ground/numeric.ts";
import type { InternalDue } from "./due-day.ts";
import { readTerms } from "./input.ts";
import { shiftPoint } from "./plain-rate.ts";
import type { Terms, TermsAnchor } from "./terms.ts";

/**
 * Payment terms (付款条件) as a text: `2/10, n/30`.
 *
 * {@link parseTerms} reads it back to the same structure: `net 2 months`, `EOM + 1 month + 10
 * days`, `day 10 of the month + 1, cut-off day 25`, `n/30 from delivery`. Rates and shares must be
 * plain decimals for that (a third is printed with 34 digits), and the text has at most 1,000
 * characters.
 *
 * @param terms - The structure, or a text to be put into its usual form.
 * @returns The text: rates as percentages without needless zeros.
 *
 * @throws {@link CreditError} `invalid_input`: the terms are not understood or contradict
 *   themselves; all faults are listed.
 *
 * @example
 * ```ts
 * formatTerms("2/10 NET 30 DAYS"); // => "2/10, n/30"
 * formatTerms({
 *   tiers: [{ discountRate: "0.025", days: 10 }],
 *   due: { kind: "end-of-month", daysAfter: 30 },
 * }); // => "2.5/10, EOM+30"
 * formatTerms({ tiers: [], due: { kind: "months", months: 2 } }); // => "net 2 months"
 * ```
 */
export function formatTerms(terms: string | Terms): string {
  const { tiers, due, anchor, installments } = readTerms("formatTerms", "", terms);
  const discounts = tiers.map(({ rate, days }) => `${percentText(rate)}/${days}`);
  const parts = installments
    ? installments.map(({ share, due }) => `${percentText(share)}% ${partText(due)}`)
    : [...discounts, netText(due, discounts.length > 0)];
  return parts.join(", ") + ANCHOR_TEXTS[anchor];
}

const ANCHOR_TEXTS: Readonly<Record<TermsAnchor, string>> = {
  document: "",
  delivery: " from delivery",
  invoiceReceived: " from receipt of invoice",
  accepted: " from acceptance",
};

/** The rule of a whole amount. */
function netText(due: InternalDue, hasDiscounts: boolean): string {
  if (due.kind === "days") return `n/${due.days}`;
  const text = partText(due);
  // A bare `EOM` might be meant for the discount days as well.
  return due.kind === "months" || (hasDiscounts && text === "EOM") ? `net ${text}` : text;
}

/** The rule of a part. */
function partText(due: InternalDue): string {
  switch (due.kind) {
    case "days":
      return String(due.days);
    case "end-of-month":
      return monthEndText(due);
    case "months":
      return counted(due.months, "month");
    case "day-of-month": {
      const day = due.day === 31 ? "last day" : `day ${due.day}`;
      const further = due.months > 0 ? ` + ${due.months}` : "";
      const cutoff = due.cutoffDay < 31 ? `, cut-off day ${due.cutoffDay}` : "";
      return `${day} of the month${further}${cutoff}`;
    }
  }
}

function monthEndText(due: InternalDue & { readonly kind: "end-of-month" }): string {
  const { months, daysBefore, daysAfter } = due;
  const start = daysBefore > 0 ? `${daysBefore} days end of month` : "EOM";
  if (months > 0) {
    const after = daysAfter > 0 ? ` + ${counted(daysAfter, "day")}` : "";
    return `${start} + ${counted(months, "month")}${after}`;
  }
  if (daysAfter === 0) return start;
  return daysBefore > 0 ? `${start} + ${daysAfter}` : `${start}+${daysAfter}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** A rate in per cent: every digit of a decimal, 34 significant ones of any other fraction. */
function percentText(rate: Fraction): string {
  const { numerator, denominator } = rate;
  const places = String(denominator).length - 1;
  const isDecimal = denominator === 10n ** BigInt(places);
  if (!isDecimal) return toText(rate.times(HUNDRED));
  return shiftPoint(`${numerator}00`, places);
}

const HUNDRED = /* @__PURE__ */ Fraction.of(100n);
