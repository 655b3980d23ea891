/**
 * @module aging/weighted-days-to-pay
 *
 * How long customers took to pay what they paid.
 */
import { refuse } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { present } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object } from "../ground/input-atoms.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "../ledger/ledger.ts";
import { paidByDays, paymentsOf } from "../ledger/payment-list.ts";
import { daysToPay } from "../ledger/payment-list.kernel.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "../ledger/scope.ts";
import {
  amountOf,
  rowsWithOrigin,
  weightedAverage,
  weightedRows,
  windowInputs,
} from "./late-figures.ts";

/** What {@link weightedDaysToPay} asks. */
export interface WeightedDaysToPayInput extends LedgerScope {
  /** First day of the payments. */
  readonly from: string;
  /** Last day of the payments. */
  readonly to: string;
}

/** Average days from document to payment. */
export type WeightedDaysToPay = Figure<"aging/weighted-days-to-pay">;

/** The schema of {@link WeightedDaysToPayInput}. */
export const weightedDaysToPaySchema = lazily(() =>
  object({ from: isoDay(), to: isoDay(), ...scopeShape() }),
);

/**
 * Weighted average days to pay (加权平均付款天数): from the invoice date to the payment, weighted by
 * what was paid.
 *
 * Use it for the paying habit of a customer or a market. It knows only what was paid in the window:
 * customers who do not pay at all do not lengthen it; see {@link daysBeyondTerms} for open items.
 *
 * @formula Σ amount × (payment date − document date) ÷ Σ amount
 * @units days
 *
 * @param ledger - The ledger.
 * @param input - The window of the payments, and the scope.
 * @returns The average; reversed payments do not count. Its rows give the amount paid by number of
 *   days.
 *
 * @throws {@link CreditError} `not_defined`: nothing was paid in the window.
 * @throws {@link CreditError} `history_too_short`: the window begins before the ledger's snapshots.
 *
 * @source usual definition of credit associations (WADP); docs/ledger.md, "Payments"
 *
 * @example
 * ```ts
 * const paid = (id: string, amount: number, date: string) => ({
 *   id,
 *   party: "A",
 *   documentDate: "2026-01-01",
 *   terms: "net 30",
 *   amount,
 *   applications: [{ date, amount, kind: "payment" as const }],
 * });
 * const items = [paid("1", 50, "2026-02-07"), paid("2", 80, "2026-01-28")];
 * const ledger = ledgerFromItems(items, { currency: "EUR" });
 * const days = weightedDaysToPay(ledger, { from: "2026-01-01", to: "2026-02-28" });
 * days.value.toFixed(4); // => "30.8462"
 * ```
 */
export function weightedDaysToPay(
  ledger: Ledger,
  input: WeightedDaysToPayInput,
): WeightedDaysToPay {
  const fn = "weightedDaysToPay";
  const data = insideOf(fn, ledger);
  const { from, to, ...scope } = read(fn, weightedDaysToPaySchema, input);
  if (to < from) refuse(fn, "to", "must not be before `from`", input.to);
  requireKnown(fn, data, from, "from");
  const paid = paymentsOf(data, { from, to }, scopeTest(fn, data, scope));
  const days = daysToPay(paid, data.journal.documentDate);
  const rows = weightedRows(data, paidByDays(paid.amount, days));
  const asked = { ...windowInputs(from, to), ...scopeInputs(scope), counted: "days-to-pay" };
  const inputs = () => ({
    ...asked,
    payments: rowsWithOrigin(data, rows, "ledger/payments", asked),
  });
  const reason = "nothing was paid in the window";
  return present(
    fn,
    weightedAverage(
      "aging/weighted-days-to-pay",
      rows,
      amountOf(rows),
      inputs,
      reason,
      snapshotCaveats(data, to),
    ),
  );
}
