/**
 * @module collections/interest
 *
 * Interest on what is paid late: simple, day by day, on what is left of the principal.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import {
  amount,
  isoDay,
  list,
  object,
  optional,
  withDefault,
  word,
  yearDays,
} from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import { exactly } from "./forecast-later.ts";
import type { InterestRate } from "./interest-rates.ts";
import { interestRates, readRates } from "./interest-rates.ts";
import type { InterestRow, InterestTerms } from "./interest-walk.ts";
import { interestWalk } from "./interest-walk.ts";

/** A payment on a debt. */
export interface LatePayment {
  /** When. */
  readonly date: string;
  /** How much. Money, at least 0. */
  readonly amount: Numeric;
}

/** What {@link latePaymentInterest} needs. One currency throughout. */
export interface LatePaymentInterestInput {
  /** What was owed on the due date. Money, at least 0. */
  readonly principal: Numeric;
  /** The last day on which payment was not late. */
  readonly dueDate: string;
  /** When all of it was paid, or the day to which interest is asked. */
  readonly paidDate: string;
  /** What was paid before, up to `paidDate`; in any order. */
  readonly payments?: List<LatePayment>;
  /** Rates, ascending, each from its day on; the first from the first late day or before. */
  readonly rates: List<InterestRate>;
  /** What a payment settles first: `interest-first` (default) or `principal-first`. */
  readonly order?: "interest-first" | "principal-first";
  /** Most interest there can be. Money; without one there is no end to it. */
  readonly cap?: Numeric;
  /** A fixed sum for the trouble, owed where payment is late at all. Money; 0 unless stated. */
  readonly fixed?: Numeric;
  /** Days of a year for rates per year; 365 unless stated. */
  readonly yearDays?: YearDays;
}

/** Interest, and what stands open at the end of `paidDate`. */
export interface LatePaymentInterest {
  /** Interest of all days. */
  readonly interest: Figure<"collections/late-interest">;
  /** Interest and the fixed sum. */
  readonly charge: Figure<"collections/late-charge">;
  /** What no payment has settled of the principal. */
  readonly principalLeft: Figure<"collections/late-principal-left">;
  /** What no payment has settled of the interest. */
  readonly interestLeft: Figure<"collections/late-interest-left">;
  /** Payments beyond principal and interest. */
  readonly overpaid: Figure<"collections/late-overpaid">;
}

/** The schema of {@link LatePaymentInterestInput}. */
export const latePaymentInterestSchema = lazily(() =>
  object({
    principal: amount(),
    dueDate: isoDay(),
    paidDate: isoDay(),
    payments: withDefault(list(object({ date: isoDay(), amount: amount() }), { atMost: 1000 }), []),
    rates: interestRates(),
    order: withDefault(word("interest-first", "principal-first"), "interest-first"),
    cap: optional(amount()),
    fixed: withDefault(amount(), 0),
    yearDays: withDefault(yearDays(), 365),
  }),
);

const FN = "latePaymentInterest";

/**
 * Late-payment interest (逾期利息、滞纳金): simple interest for every day after the due date, on what is
 * left of the principal.
 *
 * Use it to charge a late customer, or to say what lateness would cost; what the seller's own money
 * costs meanwhile is an opportunity cost and another matter. No rate is built in: rates are law or
 * contract.
 *
 * @formula Σ principal left × rate × days (÷ yearDays for a rate per year); days from the day after
 *   the due date through the day of payment
 * @units money in one currency; rates are fractions
 *
 * @param input - Principal, due date, the day paid, part payments before it, and rates by date.
 *   Unpaid interest bears none.
 * @returns The interest, with one row for every span of days at one rate and principal; the charge
 *   with the fixed sum; what is left of principal and interest after the part payments.
 *
 * @throws {@link CreditError} `invalid_input`: rates that do not ascend or begin too late, a rate
 *   that is neither per day nor per year, a payment after `paidDate`.
 *
 * @source the collection guide: 0.05 % a day; formulas.md 8.3 has no other rate, and the order of
 *   part payments, which it asks to be stated, is an input
 *
 * @example The penalty of the collection guide
 * ```ts
 * const { interest } = latePaymentInterest({
 *   principal: 100_000,
 *   dueDate: "2026-03-01",
 *   paidDate: "2026-04-15",
 *   rates: [{ from: "2026-01-01", perDay: "0.0005" }],
 * });
 * interest.value.toNumber(); // => 2250
 * ```
 */
export function latePaymentInterest(input: LatePaymentInterestInput): LatePaymentInterest {
  const terms = read(FN, latePaymentInterestSchema, input);
  const { principal, dueDate, paidDate, payments, fixed, currency } = terms;
  payments.forEach(({ date }, index) => {
    if (date <= paidDate) return;
    refuse(FN, `payments[${String(index)}].date`, "must not be after `paidDate`", formatDay(date));
  });
  const rates = readRates(FN, terms.rates, dueDate + 1);
  const { order, cap } = terms;
  const walk = { principal, dueDate, until: paidDate, payments, rates, order, cap };
  const inputs = interestInputs(walk, terms);
  const interest = interestFigure(inputs, currency);
  const accrued = exactly(interest);
  const isLate = inputs.rows.some(({ days, left }) => days > 0 && left.sign > 0);
  const owedFixed = isLate ? fixed : ZERO;
  return {
    interest,
    charge: figure(
      "collections/late-charge",
      accrued.plus(owedFixed),
      "money",
      { interest, fixed, late: isLate },
      { currency },
    ),
    ...restFigures(inputs, currency),
  };
}

/** A walk with its statement: what all five figures show. */
interface InterestInputs {
  readonly rows: readonly InterestRow[];
  readonly principal: Fraction;
  readonly stated: () => object;
}

function interestInputs(
  walk: InterestTerms,
  { yearDays: basis }: Pick<Terms<ReturnType<typeof latePaymentInterestSchema>>, "yearDays">,
): InterestInputs {
  const { principal, dueDate, until, order, cap } = walk;
  const rows = interestWalk(walk, basis);
  const stated = () => ({
    principal,
    dueDate: formatDay(dueDate),
    paidDate: formatDay(until),
    order,
    capped: cap !== undefined,
    cap,
    rows,
  });
  return { rows, principal, stated };
}

/** Interest of one debt from its due date to a day, at rates read before. */
export function interestOf(
  walk: InterestTerms,
  basis: Fraction,
  currency: string,
): Figure<"collections/late-interest"> {
  return interestFigure(interestInputs(walk, { yearDays: basis }), currency);
}

function interestFigure(
  { rows, stated }: InterestInputs,
  currency: string | undefined,
): Figure<"collections/late-interest"> {
  const interest = sumOf(rows.map((row) => row.interest));
  return figure("collections/late-interest", interest, "money", stated, { currency });
}

function restFigures(
  { rows, principal, stated }: InterestInputs,
  currency: string | undefined,
): Pick<LatePaymentInterest, "principalLeft" | "interestLeft" | "overpaid"> {
  const sum = (key: "interest" | "paid" | "toInterest" | "toPrincipal") =>
    sumOf(rows.map((row) => row[key]));
  const principalLeft = principal.minus(sum("toPrincipal"));
  const interestLeft = sum("interest").minus(sum("toInterest"));
  const overpaid = sum("paid").minus(sum("toInterest")).minus(sum("toPrincipal"));
  const left = { currency };
  return {
    principalLeft: figure("collections/late-principal-left", principalLeft, "money", stated, left),
    interestLeft: figure("collections/late-interest-left", interestLeft, "money", stated, left),
    overpaid: figure("collections/late-overpaid", overpaid, "money", stated, left),
  };
}
