/**
 * @module dso/trend-view
 *
 * Sales, outstanding and terms of a run of months, one pass each, and the points made of them.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import { formatPeriod, monthNumber, monthsBetween, monthSpan } from "../ground/months.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { termOfSums } from "../ledger/average-credit-term.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { CountedCells } from "../ledger/period-cells.ts";
import { salesCells } from "../ledger/period-cells.ts";
import { outstandingFigure, salesFigure } from "../ledger/sales.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs, scopeTest } from "../ledger/scope.ts";
import type { TrendCells } from "../ledger/trend-cells.ts";
import { trendCells } from "../ledger/trend-cells.ts";
import { agingBuckets } from "./aging-buckets.ts";
import { countback } from "./countback.ts";
import { periodAverage } from "./period-average.ts";
import type { DsoTrendRow, TrendTerms } from "./trend.ts";

/** Sums of a run of months, and rows made of them. */
export class TrendView {
  readonly #data: LedgerData;
  readonly #terms: TrendTerms;
  readonly #scope: ScopeTerms;
  readonly #first: number;
  readonly #months: readonly DaySpan[];
  readonly #sales: CountedCells;
  readonly #cells: TrendCells;

  constructor(data: LedgerData, terms: TrendTerms) {
    const { monthEnds, months, party, dimension } = terms;
    const test = scopeTest("dsoTrend", data, { party, dimension });
    const last = monthEnds[monthEnds.length - 1] as number;
    this.#data = data;
    this.#terms = terms;
    this.#scope = { party, dimension };
    this.#first = monthNumber(monthEnds[0] as number) - months + 1;
    this.#months = monthsBetween(monthSpan(this.#first).from, last);
    this.#sales = salesCells(data, this.#months, "of-credit-notes", test);
    this.#cells = trendCells(data, this.#months, test);
  }

  row(index: number): DsoTrendRow {
    const { monthEnds, months, methods, countback: rules } = this.#terms;
    const asOf = monthEnds[index] as number;
    const end = monthNumber(asOf) - this.#first;
    const start = end - months + 1;
    const periods = this.#periods(start, end, asOf);
    const owed = this.#balance(end, asOf);
    const receivables = minorFraction(this.#cells.balance(end), this.#data.places).from(owed);
    const sales = this.#totalSales(start, end);
    const basis = { taxRate: undefined, sameTaxBasis: true, currency: this.#data.currency };
    return {
      asOf: formatDay(asOf),
      receivables: owed,
      sales: sales.figure,
      ...(methods.includes("period-average")
        ? {
            periodAverage: periodAverage({
              receivables,
              sales: sales.exact.from(sales.figure),
              days: Fraction.whole(asOf - sales.span.from + 1),
              receivablesScope: "closing",
              taxRate: undefined,
              sameTaxBasis: true,
            }),
          }
        : {}),
      ...(methods.includes("countback")
        ? { countback: countback({ receivables, periods, ...rules, ...basis }) }
        : {}),
      ...(methods.includes("aging-buckets")
        ? { agingBuckets: agingBuckets({ periods, ...basis }) }
        : {}),
      averageTerm: termOfSums(
        this.#data,
        sales.span.from,
        asOf,
        this.#scope,
        this.#cells.terms(start, end),
      ),
    };
  }

  /** The months behind a point, newest last, each number with its origin. */
  #periods(start: number, end: number, asOf: number): ReadPeriod[] {
    const { places } = this.#data;
    return this.#months.slice(start, end + 1).map((span, offset) => {
      const month = start + offset;
      const sold = salesFigure(
        this.#data,
        span,
        this.#scope,
        "of-credit-notes",
        this.#sales,
        month,
      );
      const open = this.#cells.outstanding(month, end);
      const given = outstandingFigure(
        this.#data,
        span,
        this.#scope,
        asOf,
        { sum: [open], count: undefined },
        0,
      );
      return {
        period: formatPeriod(span),
        ...span,
        days: span.to - span.from + 1,
        sales: minorFraction(this.#sales.sum[month] as number | bigint, places).from(sold),
        outstanding: minorFraction(open, places).from(given),
      };
    });
  }

  #totalSales(start: number, end: number) {
    const { sum, count } = this.#sales;
    let minor = 0n;
    let items = 0;
    for (let month = start; month <= end; month += 1) {
      minor += BigInt(sum[month] as number | bigint);
      items += count[month] as number;
    }
    const { from } = this.#months[start] as DaySpan;
    const span = { from, to: (this.#months[end] as DaySpan).to };
    const one = { sum: [minor], count: [items] };
    return {
      span,
      exact: minorFraction(minor, this.#data.places),
      figure: salesFigure(this.#data, span, this.#scope, "of-credit-notes", one, 0),
    };
  }

  #balance(end: number, asOf: number): Figure<"ledger/balance"> {
    const { currency, places } = this.#data;
    const asked = { asOf: formatDay(asOf), ...scopeInputs(this.#scope), credits: "net", currency };
    const caveats = snapshotCaveats(this.#data, asOf);
    const balance = minorFraction(this.#cells.balance(end), places);
    return figure("ledger/balance", balance, "money", asked, { currency, caveats });
  }
}
