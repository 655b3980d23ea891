/**
 * @module dso/effectiveness-trend
 *
 * Collection effectiveness month by month: of all customers together and of each.
 */
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { flag, isoDay, list, object, withDefault } from "../ground/input-atoms.ts";
import { monthStart } from "../ground/months.ts";
import type { List, Rows } from "../ground/rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { MOST_MONTH_ENDS, requireMonthEnds } from "../ledger/month-ends.ts";
import type { CollectionEffectiveness } from "./effectiveness-by-party.ts";
import { EffectivenessTrendView } from "./effectiveness-trend-view.ts";

/** What {@link collectionEffectivenessTrend} asks. */
export interface CollectionEffectivenessTrendInput {
  /** Last days of months, ascending; each month is measured from its first day. */
  readonly monthEnds: List<string>;
  /** Whether an item due on a month end counts as past due then; false unless stated. */
  readonly dueDayIsOverdue?: boolean;
}

/** All customers together in one month. */
export interface CollectionEffectivenessOfMonth extends CollectionEffectiveness {
  /** First day of the month. */
  readonly from: string;
  /** Its last day. */
  readonly to: string;
}

/** One customer in one month. */
export interface CollectionEffectivenessOfPartyMonth extends CollectionEffectivenessOfMonth {
  /** The customer. */
  readonly party: string;
}

/** Collection effectiveness of months. */
export interface CollectionEffectivenessTrend {
  /** Currency of the amounts. */
  readonly currency: string;
  /** All customers together: one row a month. */
  readonly total: Rows<CollectionEffectivenessOfMonth>;
  /** Month by month one row a customer with a document on or before the last month end. */
  readonly parties: Rows<CollectionEffectivenessOfPartyMonth>;
}

/** The schema of {@link CollectionEffectivenessTrendInput}. */
export const collectionEffectivenessTrendSchema = lazily(() =>
  object({
    monthEnds: list(isoDay(), { atLeast: 1, atMost: MOST_MONTH_ENDS }),
    dueDayIsOverdue: withDefault(flag(), false),
  }),
);

/** The question as read. */
export type EffectivenessTrendTerms = Terms<ReturnType<typeof collectionEffectivenessTrendSchema>>;

/**
 * Collection effectiveness of every month and customer (客户收款效率趋势): what was collected in the
 * month over what could have been.
 *
 * Use it to see whose money came later month after month, although sales moved the DSO; for any
 * other window use {@link collectionEffectiveness}. As typed columns all months and customers come
 * from one pass over the ledger; rows take passes of their own for every month: read them in order.
 *
 * @formula CEI = (opening + sales − closing) ÷ (opening + sales − current); current = the lesser of
 *   closing and open items not past due, at least 0
 * @units money in the ledger's currency; the index is a fraction, at most 1
 *
 * @param ledger - The ledger.
 * @param input - Month ends; whether an item due on a month end is past due then.
 * @returns One row a month in total, and month by month one row a customer, row `m × customers +
 *   c`. Where an index has no value it is absent and says why: `credit_balance` (opening or closing
 *   receivables below 0), `not_defined` (nothing could have been collected).
 *
 * @throws {@link CreditError} `invalid_input`: a date that is no month end, or out of order.
 * @throws {@link CreditError} `history_too_short`: the day before the first month is before the
 *   ledger's snapshots.
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
 * const items = [{ ...sale("1", "2026-04-04", 500), ...paid }, sale("2", "2026-06-10", 400)];
 * const ledger = ledgerFromItems(items, { currency: "EUR" });
 * const trend = collectionEffectivenessTrend(ledger, { monthEnds: ["2026-05-31", "2026-06-30"] });
 * // May: nothing of 500. June: 500 + 400 − 600 of 500 + 400 − 400.
 * trend.total.toArray().map(({ index }) => index.value?.toString()); // => ["0", "0.6"]
 * ```
 */
export function collectionEffectivenessTrend(
  ledger: Ledger,
  input: CollectionEffectivenessTrendInput,
): CollectionEffectivenessTrend {
  const fn = "collectionEffectivenessTrend";
  const data = insideOf(fn, ledger);
  const terms = read(fn, collectionEffectivenessTrendSchema, input);
  requireMonthEnds(fn, terms.monthEnds);
  const firstDay = monthStart(terms.monthEnds[0] as number);
  requireKnown(fn, data, firstDay - 1, "monthEnds[0]");
  const view = new EffectivenessTrendView(data, terms);
  return { currency: data.currency, total: view.total(), parties: view.parties() };
}
