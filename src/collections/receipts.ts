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
import { amountAt } from "../ledger/columns.ts";
import { APPLICATION_KINDS, DOCUMENT_KINDS } from "../ledger/items.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { isCredit } from "../ledger/open.ts";
import type { RollForwardLine } from "../ledger/roll-forward.ts";
import { scopeTest } from "../ledger/scope.ts";
import type { PlanBy } from "./due-periods.ts";
import { MAX_PLAN_PERIODS, periodsBetween, planBy } from "./due-periods.ts";

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
  const byDay = receivedByDay(data, from, to, scopeTest("receipts", data, { party }));
  const { currency, places } = data;
  return spans.map((span) => {
    let sum = 0n;
    for (let day = span.from; day <= span.to; day += 1) sum += byDay.get(day) ?? 0n;
    const dates = { from: formatDay(span.from), to: formatDay(span.to) };
    const inputs = { line: "payments", ...dates, party, currency };
    const came = minorFraction(sum, places);
    const amount = figure("ledger/roll-forward-line", came, "money", inputs, { currency });
    return { ...dates, amount: amount as RollForwardLine };
  });
}

const PAYMENT = DOCUMENT_KINDS.indexOf("payment");
const PAYMENT_APPLIED = APPLICATION_KINDS.indexOf("payment");

/** Money that came from outside, by day, in minor units. */
function receivedByDay(
  { journal }: LedgerData,
  from: number,
  to: number,
  test: ((item: number) => boolean) | undefined,
): Map<number, bigint> {
  const { kind, documentDate, amount, applications } = journal;
  const received = new Map<number, bigint>();
  const add = (item: number, day: number, size: bigint) => {
    if (day < from || day > to || (test && !test(item))) return;
    received.set(day, (received.get(day) ?? 0n) + size);
  };
  for (let item = 0; kind && item < journal.count; item += 1) {
    if (kind[item] !== PAYMENT) continue;
    add(item, documentDate[item] as number, amountAt(amount, item));
  }
  for (let row = 0; row < applications.count; row += 1) {
    const outside = (applications.source[row] as number) < 0;
    if (applications.kind[row] !== PAYMENT_APPLIED || !outside) continue;
    const item = applications.item[row] as number;
    if (isCredit(kind, item)) continue;
    add(item, applications.date[row] as number, amountAt(applications.amount, row));
  }
  return received;
}
