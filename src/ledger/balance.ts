/**
 * @module ledger/balance
 *
 * The receivables balance as of any past date.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, object, withDefault, word } from "../ground/input-atoms.ts";
import type { Ledger } from "./ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import type { LedgerScope } from "./scope.ts";
import { scopeInputs, scopeShape, scopeTest } from "./scope.ts";
import { openTotals } from "./totals.ts";

/** What {@link receivablesBalance} asks. */
export interface ReceivablesBalanceInput extends LedgerScope {
  /** The day at whose end the balance stands. */
  readonly asOf: string;
  /** `net` (default): debit less credit items; `gross`: debit items only. */
  readonly credits?: "net" | "gross";
}

/** A balance in the ledger's currency. */
export type ReceivablesBalance = Figure<"ledger/balance">;

/** The schema of {@link ReceivablesBalanceInput}. */
export const receivablesBalanceSchema = lazily(() =>
  object({ asOf: isoDay(), credits: withDefault(word("net", "gross"), "net"), ...scopeShape() }),
);

/**
 * Receivables as of a date (应收账款余额): everything open, of the whole ledger, one party or one
 * dimension value.
 *
 * Use it as the numerator of a DSO and to reconcile with the general ledger; for the balance by age
 * use {@link agingTable}, for the items behind it {@link agedItems}.
 *
 * @formula balance = Σ open debit items − Σ open credit items
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - The date, the scope, and whether credit items count.
 * @returns The balance; its inputs say how many items it sums. A party that has no documents has a
 *   balance of 0 from 0 items.
 *
 * @throws {@link CreditError} `invalid_input`: not a date, or an unknown dimension.
 * @throws {@link CreditError} `history_too_short`: before the day of the ledger's snapshots.
 *
 * @source ours: docs/ledger.md, "Open amounts"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 },
 *     { id: "2", party: "A", kind: "payment", documentDate: "2026-01-20", amount: 120 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const asOf = "2026-01-31";
 * receivablesBalance(ledger, { asOf }).value.toString(); // => "380"
 * receivablesBalance(ledger, { asOf, credits: "gross" }).value.toString(); // => "500"
 * ```
 */
export function receivablesBalance(
  ledger: Ledger,
  input: ReceivablesBalanceInput,
): ReceivablesBalance {
  const data = insideOf("receivablesBalance", ledger);
  const { asOf, credits, ...scope } = read("receivablesBalance", receivablesBalanceSchema, input);
  requireKnown("receivablesBalance", data, asOf);
  const totals = openTotals(data, asOf, scopeTest("receivablesBalance", data, scope));
  const net = credits === "net";
  const balance = net ? totals.gross - totals.credits : totals.gross;
  const items = net ? totals.count + totals.creditCount : totals.count;
  const inputs = { asOf: formatDay(asOf), ...scopeInputs(scope), credits, items };
  return figure(
    "ledger/balance",
    minorFraction(balance, data.places),
    "money",
    { ...inputs, currency: data.currency },
    { currency: data.currency, caveats: snapshotCaveats(data, asOf) },
  );
}
