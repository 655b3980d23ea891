/**
 * @module dso/trend
 *
 * DSO month by month: whether collections get better or worse, with the term beside it.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { figureColumns } from "../ground/figure-columns.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, list, object, wholeNumber, withDefault } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { AverageCreditTerm } from "../ledger/average-credit-term.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { insideOf, requireKnown } from "../ledger/ledger.ts";
import { MOST_MONTH_ENDS, requireMonthEnds } from "../ledger/month-ends.ts";
import type { LedgerScope } from "../ledger/scope.ts";
import { scopeShape } from "../ledger/scope.ts";
import type { DsoAgingBuckets } from "./aging-buckets.ts";
import type { DsoByPartyCountback, DsoMethod } from "./by-party.ts";
import { methodsShape } from "./by-party.ts";
import type { CountbackId, DsoCountback } from "./countback.ts";
import type { DsoPeriodAverage } from "./period-average.ts";
import { TrendView } from "./trend-view.ts";

/** What {@link dsoTrend} asks. */
export interface DsoTrendInput extends LedgerScope {
  /** Last days of months, ascending: the points of the trend. */
  readonly monthEnds: List<string>;
  /** Months of sales behind every point, up to and with its own; 12 unless stated. */
  readonly months?: number;
  /** Which methods; all three unless stated. */
  readonly methods?: List<DsoMethod>;
  /** How countback treats odd months; returns are netted into the month before unless stated. */
  readonly countback?: DsoByPartyCountback;
}

/** One point of the trend. */
export interface DsoTrendRow {
  /** The month end. */
  readonly asOf: string;
  /** What is owed then, net of credit items. */
  readonly receivables: Figure<"ledger/balance">;
  /** Credit sales of the months behind the point. */
  readonly sales: Figure<"ledger/sales">;
  /** By the period average of these months. */
  readonly periodAverage?: DsoPeriodAverage | Absent<"dso/period-average">;
  /** By countback over these months. */
  readonly countback?: DsoCountback | Absent<CountbackId>;
  /** By the aging method over these months. */
  readonly agingBuckets?: DsoAgingBuckets | Absent<"dso/aging-buckets">;
  /** The terms line: the average credit term of these months' sales. */
  readonly averageTerm: AverageCreditTerm | Absent<"ledger/average-credit-term">;
}

/** The schema of {@link DsoTrendInput}. */
export const dsoTrendSchema = lazily(() =>
  object({
    monthEnds: list(isoDay(), { atLeast: 1, atMost: MOST_MONTH_ENDS }),
    months: withDefault(wholeNumber(1, 1200), 12),
    ...methodsShape(),
    ...scopeShape(),
  }),
);

/** The question as read. */
export type TrendTerms = Terms<ReturnType<typeof dsoTrendSchema>>;

/**
 * DSO at a run of month ends (销售未清账期趋势), by the methods asked, beside the average term.
 *
 * Use it to see whether collections improve, and against what was agreed; for every customer at one
 * day use {@link dsoByParty}, to learn why two methods differ {@link dsoComparison}. Every point
 * is what the ledger knew at the end of that month: later payments do not count.
 *
 * @formula each method's own; see {@link dsoPeriodAverage}, {@link dsoCountback},
 *   {@link dsoAgingBuckets}
 * @units days; money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - Month ends, months of sales behind each, methods, countback's rules, scope.
 * @returns One row a month end. A figure without a value there is absent and says why.
 *
 * @throws {@link CreditError} `invalid_input`: a date that is no month end, or out of order.
 * @throws {@link CreditError} `history_too_short`: a month end before the ledger's snapshots.
 *
 * @source the methods' own; "3+1" deck, slide 65, for the comparison with the term
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
 * const items = [sale("1", "2026-04-10", 300), sale("2", "2026-05-10", 310)];
 * const trend = dsoTrend(ledgerFromItems(items, { currency: "EUR" }), {
 *   monthEnds: ["2026-04-30", "2026-05-31"],
 *   months: 2,
 * });
 * trend.toArray().map((row) => row.countback?.value?.toString()); // => ["30", "61"]
 * trend.at(1)?.averageTerm.value?.toString(); // => "30"
 * ```
 */
export function dsoTrend(ledger: Ledger, input: DsoTrendInput): Rows<DsoTrendRow> {
  const fn = "dsoTrend";
  const data = insideOf(fn, ledger);
  const terms = read(fn, dsoTrendSchema, input);
  requireMonthEnds(fn, terms.monthEnds);
  requireKnown(fn, data, terms.monthEnds[0] as number, "monthEnds[0]");
  const view = new TrendView(data, terms);
  const rows: Rows<DsoTrendRow> = new Rows(
    terms.monthEnds.length,
    (index) => view.row(index),
    () => figureColumns(rows, data.places),
  );
  return rows;
}
