/**
 * @module dso/party-view
 *
 * Sales, outstanding and balances of every customer, one pass each, and rows made of them when they
 * are asked for.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, sumOf } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import { formatPeriod, monthNumber, monthSpan } from "../ground/months.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { amountAt, isWide } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { CountedCells, OutstandingCells, PeriodCells } from "../ledger/period-cells.ts";
import { outstandingByGroup, salesByGroup } from "../ledger/period-cells.ts";
import { monthsBetween, outstandingFigure, salesFigure } from "../ledger/sales.ts";
import { agingBuckets } from "./aging-buckets.ts";
import type { ByPartyTerms, DsoByPartyRow } from "./by-party.ts";
import { countback } from "./countback.ts";
import { periodAverage } from "./period-average.ts";

/** One customer's numbers in minor units, by month, newest last. */
export interface PartyMonths {
  readonly receivables: number;
  readonly sales: Float64Array;
  readonly outstanding: Float64Array | undefined;
  readonly days: readonly number[];
}

/** Sales, outstanding and balances by customer, and rows made of them. */
export class PartyView {
  /** Customers with receivables or sales. */
  readonly parties: readonly number[];
  readonly #data: LedgerData;
  readonly #terms: ByPartyTerms;
  readonly #months: readonly DaySpan[];
  /** Their names and lengths, written once. */
  readonly #spans: readonly { readonly period: string; readonly days: number }[];
  readonly #days: readonly number[];
  readonly #sales: CountedCells;
  readonly #open: OutstandingCells;
  /** By month, where the aging method is asked. */
  readonly #outstanding: PeriodCells | undefined;

  constructor(data: LedgerData, terms: ByPartyTerms) {
    const { asOf, months, methods } = terms;
    const { units, journal } = data;
    const groups = journal.party.categories.length;
    const first = monthSpan(monthNumber(asOf) - months + 1).from;
    this.#data = data;
    this.#terms = terms;
    this.#months = monthsBetween(first, asOf);
    this.#spans = this.#months.map((span) => ({
      period: formatPeriod(span),
      days: span.to - span.from + 1,
    }));
    this.#days = this.#spans.map(({ days }) => days);
    const byDocument = journal.party.codes;
    this.#sales = salesByGroup(data, this.#months, "of-credit-notes", byDocument, groups);
    const byMonth = methods.includes("aging-buckets");
    const spans = byMonth ? this.#months : [];
    this.#open = outstandingByGroup(data, spans, asOf, units.party, groups);
    this.#outstanding = byMonth ? this.#open : undefined;
    this.parties = Array.from({ length: groups }, (_, party) => party).filter((party) =>
      this.#isThere(party),
    );
  }

  /** The row of a customer; `bare` without the origins of its numbers, for columns. */
  row(party: number, origins: "origins" | "bare" = "origins"): DsoByPartyRow {
    const { methods, countback: rules } = this.#terms;
    const balance = this.#balance(party);
    const net = this.#net(party);
    const receivables = origins === "bare" ? net : net.from(balance);
    const periods = origins === "bare" ? this.#barePeriods(party) : this.#periods(party);
    const basis = { taxRate: undefined, sameTaxBasis: true, currency: this.#data.currency };
    const name = this.#data.journal.party.categories[party] as string;
    return {
      party: name,
      receivables: balance,
      ...(methods.includes("period-average")
        ? { periodAverage: this.#average(party, receivables, periods) }
        : {}),
      ...(methods.includes("countback")
        ? { countback: countback({ receivables, periods, ...rules, ...basis }) }
        : {}),
      ...(methods.includes("aging-buckets")
        ? { agingBuckets: agingBuckets({ periods, ...basis }) }
        : {}),
    };
  }

  /** A customer's numbers where doubles hold them. */
  months(party: number): PartyMonths | undefined {
    const { balance } = this.#open;
    const sales = this.#sales.sum;
    const outstanding = this.#outstanding?.sum;
    if (isWide(balance) || isWide(sales) || (outstanding && isWide(outstanding))) return undefined;
    const [from, to] = [party * this.#months.length, (party + 1) * this.#months.length];
    return {
      receivables: balance[party] as number,
      sales: sales.subarray(from, to),
      outstanding: outstanding?.subarray(from, to),
      days: this.#days,
    };
  }

  #isThere(party: number): boolean {
    if (this.#open.items[party] !== 0) return true;
    const { length } = this.#months;
    for (let cell = party * length; cell < (party + 1) * length; cell += 1) {
      if ((this.#sales.count[cell] as number) > 0) return true;
    }
    return false;
  }

  /** The customer's months, newest last, each number with its origin. */
  #periods(party: number): ReadPeriod[] {
    const scope = { party: this.#data.journal.party.categories[party] };
    const { asOf } = this.#terms;
    const { places } = this.#data;
    return this.#months.map((span, month) => {
      const cell = party * this.#months.length + month;
      const sales = salesFigure(this.#data, span, scope, "of-credit-notes", this.#sales, cell);
      const cells = this.#outstanding;
      const outstanding =
        cells &&
        minorFraction(cells.sum[cell] as number | bigint, places).from(
          outstandingFigure(this.#data, span, scope, asOf, cells, cell),
        );
      return {
        period: formatPeriod(span),
        ...span,
        days: span.to - span.from + 1,
        sales: minorFraction(this.#sales.sum[cell] as number | bigint, places).from(sales),
        outstanding,
      };
    });
  }

  /** The same months as numbers alone. */
  #barePeriods(party: number): ReadPeriod[] {
    const { places } = this.#data;
    const cells = this.#outstanding;
    return this.#months.map((span, month) => {
      const cell = party * this.#months.length + month;
      return {
        ...(this.#spans[month] as { period: string; days: number }),
        ...span,
        sales: minorFraction(this.#sales.sum[cell] as number | bigint, places),
        outstanding: cells && minorFraction(cells.sum[cell] as number | bigint, places),
      };
    });
  }

  #average(party: number, receivables: Fraction, periods: readonly ReadPeriod[]) {
    const { from } = this.#months[0] as DaySpan;
    const to = this.#terms.asOf;
    const sales = sumOf(periods.map((period) => period.sales));
    const cells = {
      sum: [sales.numerator],
      count: [totalCount(this.#sales, party, this.#months.length)],
    };
    const scope = { party: this.#data.journal.party.categories[party] };
    const total = salesFigure(this.#data, { from, to }, scope, "of-credit-notes", cells, 0);
    return periodAverage({
      receivables,
      sales: sales.from(total),
      days: Fraction.whole(to - from + 1),
      receivablesScope: "closing",
      taxRate: undefined,
      sameTaxBasis: true,
    });
  }

  #balance(party: number): Figure<"ledger/balance"> {
    const { currency, journal } = this.#data;
    const { asOf } = this.#terms;
    const inputs = {
      asOf: formatDay(asOf),
      party: journal.party.categories[party],
      credits: "net",
      items: this.#open.items[party],
      currency,
    };
    const caveats = snapshotCaveats(this.#data, asOf);
    return figure("ledger/balance", this.#net(party), "money", inputs, { currency, caveats });
  }

  /** What a customer owes, net of its credit items. */
  #net(party: number): Fraction {
    return minorFraction(amountAt(this.#open.balance, party), this.#data.places);
  }
}

function totalCount({ count }: CountedCells, party: number, months: number): number {
  let total = 0;
  for (let cell = party * months; cell < (party + 1) * months; cell += 1) {
    total += count[cell] as number;
  }
  return total;
}
