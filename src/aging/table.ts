/**
 * @module aging/table
 *
 * The aging table: receivables by how long they are overdue, per customer and in total.
 */
import { lazily, read } from "../ground/input.ts";
import { object } from "../ground/input-atoms.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf } from "../ledger/ledger.ts";
import { requireCurrency } from "./control.ts";
import type { AgingSumsInput } from "./question.ts";
import { agingSumsShape } from "./question.ts";
import { insideOfSums, sumsOf } from "./sums.ts";
import type { AgingTable, AgingViewInput } from "./view.ts";
import { agingViewShape, viewOf } from "./view.ts";

/** What {@link agingTable} asks. */
export interface AgingTableInput extends AgingSumsInput, AgingViewInput {}

/** The schema of {@link AgingTableInput}. */
export const agingTableSchema = lazily(() => object({ ...agingSumsShape(), ...agingViewShape() }));

/**
 * The aging of receivables (账龄分析表) as of any past date, with its proof.
 *
 * Use it every month end, and for any earlier one: later documents and payments never count. Not
 * due is a class of its own; an item due on the day is not overdue unless you say so. For the same
 * pass under several credit policies use {@link agingSums} and {@link agingView}; for the items
 * behind a class {@link agedItems}.
 *
 * @formula Σ buckets − unallocated = gross − credits = net
 * @units money in the ledger's currency; counts of units
 *
 * @param ledger - The ledger.
 * @param input - Dates, classes, scope, dimension, credit policy, control balance.
 * @returns Classes, total, one row a customer, rows by dimension, and the identity.
 *
 * @throws {@link CreditError} `invalid_input`: edges that do not ascend, an unknown dimension or
 *   policy.
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source ours: docs/ledger.md, "Aging"; "3+1" deck, slides 72-74, whose tables are lost
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 },
 *     { id: "2", party: "B", documentDate: "2026-03-10", dueDate: "2026-04-09", amount: 300 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const table = agingTable(ledger, { asOf: "2026-03-31", controlBalance: 800 });
 * table.buckets.map(({ label }) => label); // => ["not due", "1-30", "31-60", "61-90", "91+"]
 * table.total.buckets.map(({ amount }) => amount.value.toNumber()); // => [300, 0, 500, 0, 0]
 * table.identity.holds; // => true
 * ```
 */
export function agingTable(ledger: Ledger, input: AgingTableInput): AgingTable {
  const data = insideOf("agingTable", ledger);
  const terms = read("agingTable", agingTableSchema, input);
  const { credits, controlBalance, currency, ...asked } = terms;
  requireCurrency("agingTable", currency, data.currency);
  const sums = insideOfSums("agingTable", sumsOf("agingTable", data, asked));
  return viewOf(sums, { credits, controlBalance });
}
