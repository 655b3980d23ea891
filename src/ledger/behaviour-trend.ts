/**
 * @module ledger/behaviour-trend
 *
 * How every customer bought and paid, month after month: what a score of behaviour is trained on,
 * and charts of a customer are drawn from.
 */
import { FIRST_DAY } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, list, object, wholeNumber } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import { trendColumns } from "./behaviour-trend-columns.ts";
import { BehaviourTrendView } from "./behaviour-trend-view.ts";
import type { Ledger } from "./ledger.ts";
import { insideOf, requireKnown } from "./ledger.ts";
import { MOST_MONTH_ENDS, requireMonthEnds } from "./month-ends.ts";
import type { PaymentBehaviour } from "./payment-behaviour.ts";
import { halvesOf } from "./payment-behaviour.ts";
import type { Halves } from "./window-cells.ts";

/** What {@link paymentBehaviourTrend} asks. */
export interface PaymentBehaviourTrendInput {
  /** Last days of months, ascending: the points of the trend. */
  readonly monthEnds: List<string>;
  /** Months of the window behind every point, up to and with its own. */
  readonly months: number;
}

/** One customer's behaviour at one month end. */
export interface PaymentBehaviourAt extends PaymentBehaviour {
  /** The month end. */
  readonly asOf: string;
}

/** The schema of {@link PaymentBehaviourTrendInput}. */
export const paymentBehaviourTrendSchema = lazily(() =>
  object({
    monthEnds: list(isoDay(), { atLeast: 1, atMost: MOST_MONTH_ENDS }),
    months: wholeNumber(1, 1200),
  }),
);

/** The question as read. */
export type BehaviourTrendTerms = Terms<ReturnType<typeof paymentBehaviourTrendSchema>>;

/**
 * How every customer buys and pays at every one of a run of month ends (客户付款行为趋势): a regular
 * grid, each row what {@link paymentBehaviour} answers for that customer and day.
 *
 * Use it for the training data of a behavioural score and for charts of a customer; for one day,
 * and for `earlyWarnings`, use {@link paymentBehaviour}. Of a large book read `columns()`: there a
 * measure of all customers at all month ends comes from few passes over the ledger, however many
 * ends there are. Rows take passes of their own for every month end: read them in order.
 *
 * @formula those of {@link paymentBehaviour}, of the window behind each month end
 * @units money in the ledger's currency; days; months; fractions
 *
 * @param ledger - The ledger.
 * @param input - Month ends, and the number of months of the window behind each.
 * @returns Month end by month end one row for each customer with a document on or before the last,
 *   in the order of the ledger: row `m × customers + c`. A customer without a document yet has
 *   zeros there, and absent ratios. `columns()` has every measure of all rows as typed columns.
 *
 * @throws {@link CreditError} `invalid_input`: a date that is no month end, or out of order; no
 *   whole number of months.
 * @throws {@link CreditError} `history_too_short`: the first window begins before the ledger's
 *   snapshots.
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
 * const monthEnds = ["2026-04-30", "2026-05-31", "2026-06-30"];
 * const rows = paymentBehaviourTrend(ledger, { monthEnds, months: 2 });
 * // Paid 10 days late in April; that is behind the first two month ends.
 * rows.map((row) => row.meanDaysLate.value?.toString() ?? null); // => ["10", "10", null]
 * // The second invoice is due on 19 June.
 * const { oldestDaysPastDue } = rows.columns(["oldestDaysPastDue"]) ?? {};
 * Array.from(oldestDaysPastDue?.values ?? []); // => [0, 0, 11]
 * ```
 */
export function paymentBehaviourTrend(
  ledger: Ledger,
  input: PaymentBehaviourTrendInput,
): Rows<PaymentBehaviourAt> {
  const fn = "paymentBehaviourTrend";
  const data = insideOf(fn, ledger);
  const { monthEnds, months } = read(fn, paymentBehaviourTrendSchema, input);
  requireMonthEnds(fn, monthEnds);
  const ends = monthEnds.map((end) => halvesOf(end, months));
  const { from } = ends[0] as Halves;
  if (from < FIRST_DAY) refuse(fn, "months", "must begin in 1900 or later", months);
  requireKnown(fn, data, from, "months");
  const view = new BehaviourTrendView(data, ends);
  const rowOf = (index: number) => view.row(index);
  return new Rows(view.rows.length, rowOf, (names) => trendColumns(view, names));
}
