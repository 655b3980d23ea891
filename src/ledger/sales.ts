/**
 * @module ledger/sales
 *
 * Credit sales by month, with what is still open of each: the raw material of every DSO.
 */
import { formatDay, NO_DAY, parseDay } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { Fault } from "../ground/fault.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import { atom, isoDay, object, optional, text, withDefault, word } from "../ground/input-atoms.ts";
import type { DaySpan } from "../ground/months.ts";
import {
  formatMonth,
  monthNumber,
  monthsBetween,
  monthSpan,
  parsePeriod,
} from "../ground/months.ts";
import type { Schema } from "../ground/input.ts";
import type { SalesPeriodSpan } from "../ground/periods.ts";
import type { Ledger, LedgerData } from "./ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "./ledger.ts";
import { minorFraction } from "./minor.ts";
import type { PeriodCells } from "./period-cells.ts";
import { outstandingCells, salesCells } from "./period-cells.ts";
import type { ScopeTerms } from "./scope.ts";
import { scopeInputs, scopeTest } from "./scope.ts";

/** What {@link monthlySales} asks. */
export interface MonthlySalesInput {
  /** First month (`2026-01`) or first day (`2026-01-10`: its month then starts there). */
  readonly from: string;
  /** Last month (`2026-06`) or last day (`2026-06-17`: its month then ends there). */
  readonly through: string;
  /** One party; all unless stated. */
  readonly party?: string;
  /** `of-credit-notes` (default): less credit notes; `gross`: invoices and debit notes alone. */
  readonly net?: "of-credit-notes" | "gross";
  /** Also tell what is open of each month's documents at the end of this day. */
  readonly outstandingAsOf?: string;
}

/** Sales of one month, as every DSO function takes them. */
export interface MonthOfSales {
  /** `2026-05`, or the days of a part month. */
  readonly period: string | SalesPeriodSpan;
  /** Credit sales of the period. */
  readonly sales: Figure<"ledger/sales">;
  /** Days of the period. */
  readonly days: number;
  /** What is open of the period's documents: debit less credit items. */
  readonly outstanding?: Figure<"ledger/outstanding">;
}

/** A month, or a day: the first or last day of the span. */
export const monthOrDay = (end: "from" | "to"): Schema<number, string> =>
  atom<number, string>((value) => {
    if (typeof value !== "string") return new Fault(PERIOD_RULE);
    const month = value.length === 7 ? parsePeriod(value) : undefined;
    if (month && !value.includes("Q")) return month[end];
    const day = parseDay(value);
    return day === NO_DAY ? new Fault(PERIOD_RULE) : day;
  });

const PERIOD_RULE = "must be a month YYYY-MM or a date YYYY-MM-DD";
const MAX_MONTHS = 10_000;

/** The schema of {@link MonthlySalesInput}. */
export const monthlySalesSchema = lazily(() =>
  object({
    from: monthOrDay("from"),
    through: monthOrDay("to"),
    party: optional(text()),
    net: withDefault(word("of-credit-notes", "gross"), "of-credit-notes"),
    outstandingAsOf: optional(isoDay()),
  }),
);

/**
 * Credit sales by month (月赊销额), ascending, with no month left out: what the DSO functions take
 * as `periods`.
 *
 * Use it to go from a ledger to a DSO; with `outstandingAsOf` the months also carry what is still
 * open of them, which the aging-bucket method needs. Open credit items count in the month of their
 * own date, so that over the whole history the outstanding amounts sum to the balance.
 *
 * @formula sales = invoices + debit notes − credit notes (by document date) − source-less credit
 *   notes applied (by effective date)
 * @units money in the ledger's currency
 *
 * @param ledger - The ledger.
 * @param input - First and last month, party, and whether credit notes reduce sales.
 * @returns One row a month; part months at either end as `{ from, to }`.
 *
 * @throws {@link CreditError} `invalid_input`: not a month or date, or `through` before `from`.
 * @throws {@link CreditError} `history_too_short`: `outstandingAsOf` before the ledger's snapshots.
 *
 * @source ours: docs/ledger.md, "Sales and outstanding by month"
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [
 *     { id: "1", party: "A", documentDate: "2026-04-10", dueDate: "2026-05-10", amount: 500 },
 *     { id: "2", party: "A", documentDate: "2026-06-02", dueDate: "2026-07-02", amount: 900 },
 *     { id: "3", party: "A", kind: "credit-note", documentDate: "2026-06-05", amount: 100 },
 *   ],
 *   { currency: "EUR" },
 * );
 * const months = monthlySales(ledger, { from: "2026-04", through: "2026-06" });
 * months.map(({ sales }) => sales.value.toString()); // => ["500", "0", "800"]
 * ```
 */
export function monthlySales(ledger: Ledger, input: MonthlySalesInput): MonthOfSales[] {
  const data = insideOf("monthlySales", ledger);
  const terms = read("monthlySales", monthlySalesSchema, input);
  const { from, through, party, net, outstandingAsOf } = terms;
  if (through < from) refuse("monthlySales", "through", "must not be before `from`", input.through);
  if (outstandingAsOf !== undefined) {
    requireKnown("monthlySales", data, outstandingAsOf, "outstandingAsOf");
  }
  const periods = monthsBetween(from, through);
  if (periods.length > MAX_MONTHS) {
    refuse("monthlySales", "through", `must be within ${String(MAX_MONTHS)} months of \`from\``);
  }
  const test = scopeTest("monthlySales", data, { party });
  const sales = salesCells(data, periods, net, test);
  const outstanding =
    outstandingAsOf === undefined
      ? undefined
      : outstandingCells(data, periods, outstandingAsOf, test);
  return periods.map((span, index) => ({
    period: periodText(span),
    sales: salesFigure(data, span, { party }, net, sales, index),
    days: span.to - span.from + 1,
    ...(outstanding && outstandingAsOf !== undefined
      ? {
          outstanding: outstandingFigure(
            data,
            span,
            { party },
            outstandingAsOf,
            outstanding,
            index,
          ),
        }
      : {}),
  }));
}

/** A month as callers write it. */
export function periodText(span: DaySpan): string | { from: string; to: string } {
  const month = monthNumber(span.from);
  const whole = monthSpan(month);
  return span.from === whole.from && span.to === whole.to
    ? formatMonth(month)
    : { from: formatDay(span.from), to: formatDay(span.to) };
}

/** Sales of a period as a figure. */
export function salesFigure(
  { places, currency }: LedgerData,
  { from, to }: DaySpan,
  scope: ScopeTerms,
  net: "of-credit-notes" | "gross",
  cells: PeriodCells,
  cell: number,
): Figure<"ledger/sales"> {
  const items = cells.count?.[cell];
  const inputs = () => {
    const span = { from: formatDay(from), to: formatDay(to) };
    return { ...span, ...scopeInputs(scope), net, items, currency };
  };
  const sales = minorFraction(cells.sum[cell] as number | bigint, places);
  return figure("ledger/sales", sales, "money", inputs, { currency });
}

/** What is open of a period's documents as a figure. */
export function outstandingFigure(
  data: LedgerData,
  { from, to }: DaySpan,
  scope: ScopeTerms,
  asOf: number,
  cells: PeriodCells,
  cell: number,
): Figure<"ledger/outstanding"> {
  const { places, currency } = data;
  const items = cells.count?.[cell];
  const inputs = () => {
    const span = { from: formatDay(from), to: formatDay(to) };
    return { asOf: formatDay(asOf), ...span, ...scopeInputs(scope), items, currency };
  };
  const open = minorFraction(cells.sum[cell] as number | bigint, places);
  const caveats = snapshotCaveats(data, asOf);
  return figure("ledger/outstanding", open, "money", inputs, { currency, caveats });
}
