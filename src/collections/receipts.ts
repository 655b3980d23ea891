/**
 * @module collections/receipts
 *
 * What came in, by week or month: the other side of a collection plan.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, optional, text } from "../ground/input-atoms.ts";
import type { DaySpan } from "../ground/months.ts";
import { amountAt, isWide } from "../ledger/columns.ts";
import { asBigints, bigints, doubles } from "../ledger/exact-sums.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { RollForwardLine } from "../ledger/roll-forward.ts";
import { scopeTest } from "../ledger/scope.ts";
import type { PlanBy } from "./due-periods.ts";
import { MAX_PLAN_PERIODS, periodByDay, periodsBetween, planBy } from "./due-periods.ts";
import { addReceipts } from "./receipts.kernel.ts";

/** What {@link receipts} asks. */
export interface ReceiptsInput {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** By calendar weeks (Monday to Sunday) or calendar months. */
  readonly by: PlanBy;
  /** One party; all unless stated. */
  readonly party?: string;
}

/** What came in during one week or month. */
export interface ReceiptsPeriod {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Payments received, less those reversed. */
  readonly amount: RollForwardLine;
}

/** The schema of {@link ReceiptsInput}. */
export const receiptsSchema = lazily(() =>
  object({ from: isoDay(), to: isoDay(), by: planBy(), party: optional(text()) }),
);

/**
 * Receipts by week or month (回款额): the payments line of the roll-forward, period by period.
 *
 * Use it as `actual` of {@link planAttainment}; for all that changed the balance of one span use
 * {@link receivablesRollForward}. Bills, credit notes, discounts and write-offs are no receipts.
 *
 * @formula payments by document date + source-less payments applied, by effective date
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - First and last day, weeks or months, party.
 * @returns One row a week or month, cut to the days asked; empty ones kept. Negative where more was
 *   reversed than came.
 *
 * @throws {@link CreditError} `invalid_input`: `to` before `from`, or too many periods.
 * @throws {@link CreditError} `history_too_short`: the day before `from` is before the ledger's
 *   snapshots.
 *
 * @source ours: docs/ledger.md, "Roll-forward"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     {
 *       id: "1",
 *       party: "A",
 *       documentDate: "2026-05-04",
 *       terms: "net 30",
 *       amount: 500,
 *       applications: [
 *         { date: "2026-06-02", amount: 200, kind: "payment" },
 *         { date: "2026-07-09", amount: 250, kind: "payment" },
 *       ],
 *     },
 *   ],
 *   { currency: "EUR" },
 * );
 * const came = receipts(ledger, { from: "2026-06-01", to: "2026-07-31", by: "month" });
 * came.map(({ amount }) => amount.value.toNumber()); // => [200, 250]
 * ```
 */
export function receipts(ledger: Ledger, input: ReceiptsInput): ReceiptsPeriod[] {
  const data = insideOf("receipts", ledger);
  const { from, to, by, party } = read("receipts", receiptsSchema, input);
  if (to < from) refuse("receipts", "to", "must not be before `from`", input.to);
  requireKnown("receipts", data, from - 1, "from");
  const spans = periodsBetween(from, to, by);
  if (!spans) refuse("receipts", "to", `must be within ${String(MAX_PLAN_PERIODS)} periods`);
  const received = receivedIn(data, spans, scopeTest("receipts", data, { party }));
  const { currency, places } = data;
  return spans.map((span, index) => {
    const sum = received[index] as bigint;
    const dates = { from: formatDay(span.from), to: formatDay(span.to) };
    const inputs = { line: "payments", ...dates, party, currency };
    const came = minorFraction(sum, places);
    const amount = figure("ledger/roll-forward-line", came, "money", inputs, { currency });
    return { ...dates, amount: amount as RollForwardLine };
  });
}

/** Money that came from outside, by period, in minor units. */
function receivedIn(
  { journal }: LedgerData,
  spans: readonly DaySpan[],
  test: ((item: number) => boolean) | undefined,
): bigint[] {
  const { amount, applications } = journal;
  const question = { firstDay: (spans[0] as DaySpan).from, period: periodByDay(spans), test };
  const received = (sum: Float64Array) => spans.map((_, index) => amountAt(sum, index));
  if (!isWide(amount) && !isWide(applications.amount)) {
    const sum = doubles(spans.length);
    const size = addReceipts(journal, amount, applications.amount, question, sum, 0);
    if (size <= Number.MAX_SAFE_INTEGER) return received(sum);
  }
  const sum = bigints(spans.length);
  const [zero] = bigints(1) as unknown as [number];
  const wide = [asBigints(amount), asBigints(applications.amount)] as const;
  addReceipts(journal, ...wide, question, sum, zero);
  return received(sum);
}
