/**
 * @module dso/trend-by-party
 *
 * DSO of every customer, month by month.
 */
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, list, object, wholeNumber, withDefault } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { MOST_MONTH_ENDS, requireMonthEnds } from "../ledger/month-ends.ts";
import type { DsoByPartyCountback, DsoByPartyRow, DsoMethod } from "./by-party.ts";
import { methodsShape } from "./by-party.ts";
import { partyTrendColumns } from "./party-trend-columns.ts";
import { PartyTrendGrid } from "./party-trend-grid.ts";

/** What {@link dsoTrendByParty} asks. */
export interface DsoTrendByPartyInput {
  /** Last days of months, ascending: the points of the trend. */
  readonly monthEnds: List<string>;
  /** Months of sales behind every point, up to and with its own; 12 unless stated. */
  readonly months?: number;
  /** Which methods; all three unless stated. */
  readonly methods?: List<DsoMethod>;
  /** How countback treats odd months; returns are netted into the month before unless stated. */
  readonly countback?: DsoByPartyCountback;
}

/** One customer's DSO at one month end. */
export interface DsoTrendByPartyRow extends DsoByPartyRow {
  /** The month end. */
  readonly asOf: string;
}

/** The schema of {@link DsoTrendByPartyInput}. */
export const dsoTrendByPartySchema = lazily(() =>
  object({
    monthEnds: list(isoDay(), { atLeast: 1, atMost: MOST_MONTH_ENDS }),
    months: withDefault(wholeNumber(1, 1200), 12),
    ...methodsShape(),
  }),
);

/** The question as read. */
export type TrendByPartyTerms = Terms<ReturnType<typeof dsoTrendByPartySchema>>;

/**
 * DSO of every customer at a run of month ends (客户销售未清账期趋势), by the methods asked.
 *
 * Use it to see whose payments slow down before the whole book shows it, and for tables of
 * customers by month; for one day use {@link dsoByParty}, for the whole book or one scope
 * {@link dsoTrend}. As typed columns all customers and month ends come from one pass; rows take
 * passes of their own for every month end: read them in order.
 *
 * @formula each method's own; see {@link dsoPeriodAverage}, {@link dsoCountback},
 *   {@link dsoAgingBuckets}
 * @units days; money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - Month ends, months of sales behind each, methods, countback's rules.
 * @returns Month end by month end one row for each customer with a document on or before the last:
 *   row `m × customers + c`. A row is what {@link dsoByParty} says of the customer then, and a
 *   figure without a value is absent and says why: `credit_balance`, `not_defined`,
 *   `history_too_short`.
 *
 * @throws {@link CreditError} `invalid_input`: a date that is no month end, or out of order.
 * @throws {@link CreditError} `history_too_short`: a month end before the ledger's snapshots.
 *
 * @source the methods' own
 *
 * @example
 * ```ts
 * const sale = (id: string, documentDate: string, paidOn: string) => ({
 *   id,
 *   party: "A",
 *   documentDate,
 *   terms: "net 30",
 *   amount: 300,
 *   applications: [{ date: paidOn, amount: 300, kind: "payment" as const }],
 * });
 * const items = [sale("1", "2026-04-10", "2026-05-08"), sale("2", "2026-05-10", "2026-06-30")];
 * const trend = dsoTrendByParty(ledgerFromItems(items, { currency: "EUR" }), {
 *   monthEnds: ["2026-04-30", "2026-05-31", "2026-06-30"],
 *   methods: ["countback"],
 * });
 * trend.toArray().map((row) => row.countback?.value?.toString()); // => ["30", "31", "0"]
 * trend.columns()?.["countback"]?.values; // => Float64Array.of(30, 31, 0)
 * ```
 */
export function dsoTrendByParty(
  ledger: Ledger,
  input: DsoTrendByPartyInput,
): Rows<DsoTrendByPartyRow> {
  const fn = "dsoTrendByParty";
  const data = insideOf(fn, ledger);
  const terms = read(fn, dsoTrendByPartySchema, input);
  const { monthEnds } = terms;
  requireMonthEnds(fn, monthEnds);
  requireKnown(fn, data, monthEnds[0] as number, "monthEnds[0]");
  const grid = new PartyTrendGrid(data, terms);
  const rowOf = (index: number) => grid.row(index);
  return new Rows(grid.rows.length, rowOf, (names) => partyTrendColumns(data, grid, names));
}
