/**
 * @module ledger/payment-behaviour
 *
 * How every customer buys and pays: what a credit manager looks at before a limit is set or raised.
 */
import { FIRST_DAY } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, wholeNumber } from "../ground/input-atoms.ts";
import { monthNumber, monthSpan } from "../ground/months.ts";
import { Rows } from "../ground/rows.ts";
import { behaviourColumns } from "./behaviour-columns.ts";
import { BehaviourView } from "./behaviour-view.ts";
import type { Ledger } from "./ledger.ts";
import { insideOf, requireKnown } from "./ledger.ts";
import type { Halves } from "./window-cells.ts";

/** What {@link paymentBehaviour} asks. */
export interface PaymentBehaviourInput {
  /** The last day of the window, at whose end balances stand. */
  readonly asOf: string;
  /** Months of the window, up to and with the month of `asOf`. */
  readonly months: number;
}

/** One customer's behaviour. Dates are texts; everything else is a figure. */
export interface PaymentBehaviour {
  /** The customer. */
  readonly party: string;
  /** Whole months since the first sale. */
  readonly monthsOfTrading: BehaviourFigure<"ledger/months-of-trading">;
  /** Credit sales of the window, net of credit notes. */
  readonly sales: Figure<"ledger/sales">;
  /** Sales a day of the later half of the window over the earlier half, less 1. */
  readonly salesTrend: BehaviourFigure<"ledger/sales-trend">;
  /** The highest balance at the end of a day of the window. */
  readonly highestBalance: Figure<"ledger/highest-balance">;
  /** The first day at whose end it stood. */
  readonly highestBalanceOn: string;
  /** What is owed, net of credit items. */
  readonly balance: Figure<"ledger/balance">;
  /** The overdue part of the open debit items. */
  readonly overdue: Figure<"ledger/overdue">;
  /** Days past due of the oldest overdue debit item; 0 where none is overdue. */
  readonly oldestDaysPastDue: Figure<"ledger/oldest-days-past-due">;
  /** Payments on or before the due date, by their number. */
  readonly onTimeShareByCount: BehaviourFigure<"ledger/on-time-share-by-count">;
  /** Payments on or before the due date, by amount. */
  readonly onTimeShareByAmount: BehaviourFigure<"ledger/on-time-share-by-amount">;
  /** Mean of the days from due date to payment, each payment once; early payment is negative. */
  readonly meanDaysLate: BehaviourFigure<"ledger/mean-days-late">;
  /** The middle of them: the mean of the two middle ones where their number is even. */
  readonly medianDaysLate: BehaviourFigure<"ledger/median-days-late">;
  /** The largest of them. */
  readonly worstDaysLate: BehaviourFigure<"ledger/worst-days-late">;
  /** Mean days late of the later half of the window less that of the earlier half. */
  readonly daysLateTrend: BehaviourFigure<"ledger/days-late-trend">;
  /** The disputed part of the open debit items. */
  readonly disputedShare: BehaviourFigure<"ledger/disputed-share">;
  /** Credit notes and discounts over the sales that they reduced. */
  readonly dilution: BehaviourFigure<"ledger/dilution">;
  /** Of what was settled in the window, the part on documents that took a discount in it. */
  readonly discountTakeUp: BehaviourFigure<"ledger/discount-take-up">;
  /** Written off in the window. */
  readonly writtenOff: Figure<"ledger/roll-forward-line">;
  /** Date of the last invoice or debit note; null where there is none. */
  readonly lastSaleOn: string | null;
  /** Date of the last payment or bill received; null where there is none. */
  readonly lastReceiptOn: string | null;
}

/** A figure that not every customer has. */
export type BehaviourFigure<Id extends string> = Figure<Id> | Absent<Id>;

/** The schema of {@link PaymentBehaviourInput}. */
export const paymentBehaviourSchema = lazily(() =>
  object({ asOf: isoDay(), months: wholeNumber(1, 1200) }),
);

/** The question as read. */
export type BehaviourTerms = Terms<ReturnType<typeof paymentBehaviourSchema>>;

/**
 * How every customer buys and pays (客户付款行为): sales, balances, lateness, disputes, dilution, one
 * row a customer.
 *
 * Use it to review accounts, to feed `earlyWarnings`, and as facts of a score. For the average of
 * the whole book use `weightedDaysToPay` and `daysBeyondTerms`, which weigh by amount; here the
 * mean and the median count each payment once.
 *
 * @formula on-time share = payments on or before the due date ÷ payments; trend of sales = (later ÷
 *   its days) ÷ (earlier ÷ its days) − 1; dilution = (credit notes + discounts) ÷ gross sales
 * @units money in the ledger's currency; days; months; fractions
 *
 * @param ledger - The ledger.
 * @param input - The last day and the number of months of the window. Trends compare its later with
 *   its earlier half; of an odd number the first month is in neither.
 * @returns One row for each customer with a document on or before `asOf`, in the order of the
 *   ledger; `columns()` has every measure of all of them as typed columns.
 *
 * @throws {@link CreditError} `invalid_input`: not a date, or no whole number of months.
 * @throws {@link CreditError} `history_too_short`: the window begins before the ledger's snapshots.
 *
 * @source ours: docs/ledger.md, "Payment behaviour"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     {
 *       id: "1",
 *       party: "Ahorn",
 *       documentDate: "2026-03-02",
 *       terms: "net 30",
 *       amount: 900,
 *       applications: [{ date: "2026-04-11", amount: 900, kind: "payment" }],
 *     },
 *     { id: "2", party: "Ahorn", documentDate: "2026-05-20", terms: "net 30", amount: 600 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const [row] = paymentBehaviour(ledger, { asOf: "2026-06-30", months: 4 });
 * row?.meanDaysLate.value?.toString(); // => "10"
 * row?.highestBalance.value.toString(); // => "900"
 * row?.oldestDaysPastDue.value.toString(); // => "11"
 * ```
 */
export function paymentBehaviour(
  ledger: Ledger,
  input: PaymentBehaviourInput,
): Rows<PaymentBehaviour> {
  const fn = "paymentBehaviour";
  const data = insideOf(fn, ledger);
  const { asOf, months } = read(fn, paymentBehaviourSchema, input);
  const halves = halvesOf(asOf, months);
  if (halves.from < FIRST_DAY) refuse(fn, "months", "must begin in 1900 or later", months);
  requireKnown(fn, data, halves.from, "months");
  const view = new BehaviourView(data, halves);
  const { parties } = view;
  const columns = (names?: readonly string[]) => behaviourColumns(view, names);
  return new Rows(parties.length, (index) => view.row(parties[index] as number), columns, {
    minorUnits: 10n ** BigInt(data.places),
    nameOf: (index) => view.nameOf(parties[index] as number),
    numbers: columns,
    days: (name) => view.days(name),
    fields: (index, names) => view.fields(parties[index] as number, names),
  });
}

/** Whole months up to the one of `asOf`, and their halves. */
export function halvesOf(asOf: number, months: number): Halves {
  const last = monthNumber(asOf);
  const half = Math.floor(months / 2);
  const startOf = (monthsBack: number) => monthSpan(last - monthsBack + 1).from;
  // Of a single month there are no halves: both are empty.
  const later = half === 0 ? asOf + 1 : startOf(half);
  const earlier = half === 0 ? asOf + 1 : startOf(2 * half);
  return { from: startOf(months), earlier, later, to: asOf };
}
