/**
 * @module dso/by-party
 *
 * DSO of every customer, by as many methods as asked, in one pass each over the ledger.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, list, object, wholeNumber, withDefault, word } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import type { DsoAgingBuckets } from "./aging-buckets.ts";
import type { CountbackId, DsoCountback, WhenExhausted } from "./countback.ts";
import type { CountbackRules } from "./countback-rules.ts";
import { countbackRulesShape } from "./countback-rules.ts";
import { partyColumns } from "./party-columns.ts";
import { PartyView } from "./party-view.ts";
import type { DsoPeriodAverage } from "./period-average.ts";

/** The methods of a DSO that a table can hold. */
export type DsoMethod = "period-average" | "countback" | "aging-buckets";

/** What {@link dsoByParty} asks. */
export interface DsoByPartyInput {
  /** The day at whose end receivables stand. */
  readonly asOf: string;
  /** Months of sales up to and with the month of `asOf`, of which only the days up to it count. */
  readonly months: number;
  /** Which methods; all three unless stated. */
  readonly methods?: List<DsoMethod>;
  /** How countback treats odd months; returns are netted into the month before unless stated. */
  readonly countback?: DsoByPartyCountback;
}

/** Countback's rules in a table. */
export interface DsoByPartyCountback extends CountbackRules {
  /** Receivables beyond the months given; refused (then absent) unless stated. */
  readonly whenExhausted?: WhenExhausted;
}

/** One customer's DSO. */
export interface DsoByPartyRow {
  /** The customer. */
  readonly party: string;
  /** What it owes, net of its credit items. */
  readonly receivables: Figure<"ledger/balance">;
  /** By the period average of all months asked. */
  readonly periodAverage?: DsoPeriodAverage | Absent<"dso/period-average">;
  /** By countback over the months asked. */
  readonly countback?: DsoCountback | Absent<CountbackId>;
  /** By the aging method over the months asked. */
  readonly agingBuckets?: DsoAgingBuckets | Absent<"dso/aging-buckets">;
}

/** The fields that say which methods a table holds, and how countback walks. */
export function methodsShape() {
  return {
    methods: withDefault(list(word("period-average", "countback", "aging-buckets")), [
      "period-average",
      "countback",
      "aging-buckets",
    ]),
    countback: withDefault(
      object({
        ...countbackRulesShape(),
        negativeSales: withDefault(
          word("refuse", "net-into-previous", "stop"),
          "net-into-previous",
        ),
        whenExhausted: withDefault(
          word("refuse", "lower-bound", "oldest-rate", "mean-rate"),
          "refuse",
        ),
      }),
      {},
    ),
  };
}

/** The schema of {@link DsoByPartyInput}. */
export const dsoByPartySchema = lazily(() =>
  object({
    asOf: isoDay(),
    months: wholeNumber(1, 1200),
    ...methodsShape(),
  }),
);

/** The question as read. */
export type ByPartyTerms = Terms<ReturnType<typeof dsoByPartySchema>>;

/**
 * DSO of every customer (客户销售未清账期), by the methods asked.
 *
 * Use it to rank customers by how long their money is out; for one figure of the whole book use
 * {@link monthlySales} and the methods themselves. Receivables are net of the customer's credit
 * items; receivables and sales come from the same documents, so their tax basis is the same.
 *
 * @formula each method's own; see {@link dsoPeriodAverage}, {@link dsoCountback},
 *   {@link dsoAgingBuckets}
 * @units days
 *
 * @param ledger - The ledger.
 * @param input - Date, months of sales, methods, and countback's rules.
 * @returns One row for each customer with receivables or sales in the months. A figure that has no
 *   value for a customer is absent and says why: `credit_balance`, `not_defined`,
 *   `history_too_short`.
 *
 * @throws {@link CreditError} `history_too_short`: before the ledger's snapshots.
 *
 * @source the methods' own
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [{ id: "1", party: "A", documentDate: "2026-06-10", terms: "net 30", amount: 300 }],
 *   { currency: "EUR" },
 * );
 * const [row] = dsoByParty(ledger, { asOf: "2026-06-30", months: 3, methods: ["countback"] });
 * row?.countback?.value?.toString(); // => "30"
 * ```
 */
export function dsoByParty(ledger: Ledger, input: DsoByPartyInput): Rows<DsoByPartyRow> {
  const data = insideOf("dsoByParty", ledger);
  const terms = read("dsoByParty", dsoByPartySchema, input);
  requireKnown("dsoByParty", data, terms.asOf);
  const view = new PartyView(data, terms);
  const { parties } = view;
  const rowOf = (index: number) => view.row(parties[index] as number);
  const columns = (names?: readonly string[]) => partyColumns(view, terms, data.places, names);
  return new Rows(parties.length, rowOf, columns);
}
