/**
 * @module dso/effectiveness-by-party
 *
 * Collection effectiveness of a ledger: of all customers together and of each.
 */
import { formatDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { flag, isoDay, object, withDefault } from "../ground/input-atoms.ts";
import type { Rows } from "../ground/rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import type { RollForwardLine } from "../ledger/roll-forward.ts";
import type { CollectionEffectivenessIndex } from "./collection-effectiveness.ts";
import { EffectivenessView } from "./effectiveness-view.ts";

/** What {@link collectionEffectiveness} asks. */
export interface CollectionEffectivenessInput {
  /** First day; opening receivables are those of the evening before. */
  readonly from: string;
  /** Last day; closing receivables are those of its evening. */
  readonly to: string;
  /** Whether an item due on `to` counts as past due; false unless stated. */
  readonly dueDayIsOverdue?: boolean;
}

/** How well receivables were collected, and from what that follows. */
export interface CollectionEffectiveness {
  /** Receivables of the evening before `from`, net of credit items. */
  readonly opening: RollForwardLine;
  /** Invoices and debit notes of the window. */
  readonly sales: RollForwardLine;
  /** Receivables of the evening of `to`, net of credit items. */
  readonly closing: Figure<"ledger/roll-forward">;
  /** Of these what is not past due: credit items are set against what is past due first. */
  readonly current: Figure<"dso/closing-current">;
  /** What was collected over what could have been. */
  readonly index: CollectionEffectivenessIndex | Absent<"dso/collection-effectiveness-index">;
}

/** One customer's. */
export interface CollectionEffectivenessOfParty extends CollectionEffectiveness {
  /** The customer. */
  readonly party: string;
}

/** All customers together, and each. */
export interface CollectionEffectivenessTable {
  /** First day. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Currency of the amounts. */
  readonly currency: string;
  /** All customers together. */
  readonly total: CollectionEffectiveness;
  /** One row a customer that owed, bought or settled anything. */
  readonly parties: Rows<CollectionEffectivenessOfParty>;
}

/** The schema of {@link CollectionEffectivenessInput}. */
export const collectionEffectivenessSchema = lazily(() =>
  object({ from: isoDay(), to: isoDay(), dueDayIsOverdue: withDefault(flag(), false) }),
);

/**
 * Collection effectiveness of a ledger and of every customer (客户收款效率): what was collected over
 * what could have been, in one pass for the movements and one for what is open at the end.
 *
 * Use it to see whose money came although sales moved the DSO; with numbers of your own use
 * {@link collectionEffectivenessIndex}, for the movements behind it {@link receivablesRollForward}.
 * Whatever lowers receivables counts as collected: credit notes and write-offs, too.
 *
 * @formula CEI = (opening + sales − closing) ÷ (opening + sales − current); current = the lesser of
 *   closing and open items not past due, at least 0
 * @units money in the ledger's currency; the index is a fraction, at most 1
 *
 * @param ledger - The ledger.
 * @param input - First and last day; whether an item due on the last day is past due.
 * @returns The index of all together and of each customer. Where it has no value it is absent and
 *   says why: `credit_balance` (opening or closing receivables below 0), `not_defined` (nothing
 *   could have been collected).
 *
 * @throws {@link CreditError} `invalid_input`: a date at fault, or `to` before `from`.
 * @throws {@link CreditError} `history_too_short`: the day before `from` is before the ledger's
 *   snapshots.
 *
 * @source Credit Research Foundation; that credit items are set against what is past due first is
 *   ours
 *
 * @example
 * ```ts
 * const sale = (id: string, documentDate: string, amount: number) => ({
 *   id,
 *   party: "A",
 *   documentDate,
 *   terms: "net 30",
 *   amount,
 * });
 * const paid = { applications: [{ date: "2026-06-20", amount: 300, kind: "payment" as const }] };
 * const items = [{ ...sale("1", "2026-05-04", 500), ...paid }, sale("2", "2026-06-10", 400)];
 * const ledger = ledgerFromItems(items, { currency: "EUR" });
 * const { total } = collectionEffectiveness(ledger, { from: "2026-06-01", to: "2026-06-30" });
 * // 500 + 400 − 600 of 500 + 400 − 400.
 * total.index.value?.toString(); // => "0.6"
 * ```
 */
export function collectionEffectiveness(
  ledger: Ledger,
  input: CollectionEffectivenessInput,
): CollectionEffectivenessTable {
  const fn = "collectionEffectiveness";
  const data = insideOf(fn, ledger);
  const { from, to, dueDayIsOverdue } = read(fn, collectionEffectivenessSchema, input);
  if (to < from) refuse(fn, "to", "must not be before `from`", input.to);
  requireKnown(fn, data, from - 1, "from");
  const view = new EffectivenessView(data, { from, to, dueDayIsOverdue });
  return {
    from: formatDay(from),
    to: formatDay(to),
    currency: data.currency,
    total: view.total(),
    parties: view.rows(),
  };
}
