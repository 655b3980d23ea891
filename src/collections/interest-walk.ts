/**
 * @module collections/interest-walk
 *
 * The walk from the due date to the end: one row for every span of days at one rate and one
 * principal. The columns are those of the catalogue's record.
 */
import { formatDay } from "../ground/days.ts";
import { Fraction, greatest, least, ONE, ZERO } from "../ground/fraction.ts";
import type { ReadRate } from "./interest-rates.ts";

/** What a walk needs. */
export interface InterestTerms {
  readonly principal: Fraction;
  readonly dueDate: number;
  /** Last day of interest. */
  readonly until: number;
  readonly payments: readonly { readonly date: number; readonly amount: Fraction }[];
  readonly rates: readonly ReadRate[];
  readonly order: "interest-first" | "principal-first";
  readonly cap: Fraction | undefined;
}

/** One span of days, and the payment at its end. */
export interface InterestRow {
  /** First day of it, and last; a payment that is not late stands on the due date with 0 days. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly rate: Fraction;
  /** Days that the rate is of: 1, or those of a year. */
  readonly basis: Fraction;
  /** What is left of the principal. */
  readonly left: Fraction;
  readonly interest: Fraction;
  /** Interest of all days so far. */
  readonly accrued: Fraction;
  /** Interest that is owed before the payment. */
  readonly owed: Fraction;
  readonly paid: Fraction;
  readonly toInterest: Fraction;
  readonly toPrincipal: Fraction;
}

/** The rows; a row ends where a payment comes, a rate ends, or the walk does. */
export function interestWalk(terms: InterestTerms, yearDays: Fraction): InterestRow[] {
  const { dueDate, rates, principal } = terms;
  const payments = [...terms.payments].sort((a, b) => a.date - b.date);
  const until = Math.max(terms.until, dueDate);
  const rows: InterestRow[] = [];
  // A computed cell, not the figure that the principal was read from.
  let left = bare(principal);
  let accrued = ZERO;
  let unpaid = ZERO;
  let day = dueDate;
  let next = 0;
  while (next < payments.length || day < until) {
    const rate = rateOn(day + 1, rates);
    const payment = payments[next];
    const stop = payment ? Math.max(payment.date, day) : until;
    const to = Math.min(stop, rateEnd(rate, rates));
    const isPaid = payment !== undefined && to === stop;
    if (isPaid) next += 1;
    const paid = isPaid ? payment.amount : ZERO;
    const row = spanOf(terms, yearDays, rate, { day, to, left, accrued, unpaid, paid });
    rows.push(row);
    left = left.minus(row.toPrincipal);
    unpaid = row.owed.minus(row.toInterest);
    accrued = row.accrued;
    day = to;
  }
  return rows;
}

interface Span {
  readonly day: number;
  readonly to: number;
  readonly left: Fraction;
  readonly accrued: Fraction;
  readonly unpaid: Fraction;
  readonly paid: Fraction;
}

function spanOf(
  { order, cap }: InterestTerms,
  yearDays: Fraction,
  { rate, per }: ReadRate,
  { day, to, left, accrued, unpaid, paid }: Span,
): InterestRow {
  const days = to - day;
  const basis = per === "day" ? ONE : yearDays;
  const uncapped = left.times(rate).times(Fraction.whole(days)).over(basis);
  const interest = cap ? least(uncapped, greatest(cap.minus(accrued), ZERO)) : uncapped;
  const owed = unpaid.plus(interest);
  const interestFirst = order === "interest-first";
  const available = interestFirst ? paid : paid.minus(least(paid, left));
  const toInterest = least(available, owed);
  const toPrincipal = least(interestFirst ? paid.minus(toInterest) : paid, left);
  return {
    from: formatDay(Math.min(day + 1, to)),
    to: formatDay(to),
    days,
    rate,
    basis,
    left,
    interest,
    accrued: accrued.plus(interest),
    owed,
    paid,
    toInterest: bare(toInterest),
    toPrincipal: bare(toPrincipal),
  };
}

/** A computed number: it must not be written as the figure that it was read from. */
function bare(value: Fraction): Fraction {
  return value.hasOrigin ? value.from(undefined) : value;
}

/** The rate in force on a day. */
function rateOn(day: number, rates: readonly ReadRate[]): ReadRate {
  let found = rates[0] as ReadRate;
  for (const rate of rates) if (rate.from <= day) found = rate;
  return found;
}

/** The last day of a rate. */
function rateEnd(rate: ReadRate, rates: readonly ReadRate[]): number {
  const next = rates[rates.indexOf(rate) + 1];
  return next ? next.from - 1 : Infinity;
}
