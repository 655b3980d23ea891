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
import { formatPeriod, monthNumber, monthsBetween, monthSpan } from "../ground/months.ts";
import { once } from "../ground/once.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { amountAt } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { partyMonths } from "../ledger/party-months.ts";
import type { PartyMonthsCells } from "../ledger/party-months.kernel.ts";
import { outstandingFigure, salesFigure } from "../ledger/sales.ts";
import { agingBuckets } from "./aging-buckets.ts";
import type { ByPartyTerms, DsoByPartyRow } from "./by-party.ts";
import { countback } from "./countback.ts";
import type { CountedMonths } from "./counted-months.ts";
import { countedMonths, totalCount } from "./counted-months.ts";
import type { PartySums } from "./party-days.kernel.ts";
import { periodAverage } from "./period-average.ts";

/** A month by its name, with its days. */
interface NamedMonth extends DaySpan {
  readonly period: string;
  readonly days: number;
}

/** The methods of a row that were asked. */
type MethodCells = Omit<DsoByPartyRow, "party" | "receivables">;

/** Sales, outstanding and balances by customer, and rows made of them. */
export class PartyView {
  /** Customers with receivables or sales. */
  readonly parties: readonly number[];
  readonly #data: LedgerData;
  readonly #terms: ByPartyTerms;
  /** The months, their names and lengths written once. */
  readonly #months: readonly NamedMonth[];
  readonly #days: Float64Array;
  /** Sums alone, where doubles hold them: enough for columns. */
  readonly #sums: PartyMonthsCells | undefined;
  /** Sums with counts, made when a row is read. */
  readonly #counted: () => CountedMonths;

  constructor(data: LedgerData, terms: ByPartyTerms) {
    const { asOf, months } = terms;
    const first = monthSpan(monthNumber(asOf) - months + 1).from;
    this.#data = data;
    this.#terms = terms;
    this.#months = monthsBetween(first, asOf).map((span) => ({
      period: formatPeriod(span),
      ...span,
      days: span.to - span.from + 1,
    }));
    this.#days = Float64Array.from(this.#months, ({ days }) => days);
    this.#sums = partyMonths(data, this.#months, asOf);
    this.#counted = once(() => countedMonths(data, terms, this.#months));
    const there = this.#sums?.there;
    const isThere = (party: number) => (there ? there[party] === 1 : this.#isCounted(party));
    const all = Array.from(data.journal.party.categories, (_, party) => party);
    this.parties = all.filter(isThere);
  }

  /** The row of a customer, every number with its origin. */
  row(party: number): DsoByPartyRow {
    const receivables = this.#balance(party);
    const periods = this.#periods(party);
    const sales = () => {
      const sum = soldIn(periods);
      return sum.from(() => this.#totalSales(party, sum));
    };
    const balance = this.#net(party).from(receivables);
    const name = this.#data.journal.party.categories[party] as string;
    return this.#addMethods({ party: name, receivables }, balance, periods, sales);
  }

  /** What a row's measures are, without the origins of its numbers: for columns. */
  bare(party: number): MethodCells & { readonly receivables: Fraction } {
    const { places } = this.#data;
    const { receivables, sales, outstanding } = this.#numbers(party);
    const owed = minorFraction(receivables, places);
    const periods = this.#months.map((span, month) =>
      periodOf(
        span,
        minorFraction(sales[month] as number | bigint, places),
        outstanding && minorFraction(outstanding[month] as number | bigint, places),
      ),
    );
    return this.#addMethods({ receivables: owed }, owed, periods, () => soldIn(periods));
  }

  /** All sums; undefined where doubles do not hold them. */
  get sums(): PartySums | undefined {
    if (!this.#sums) return undefined;
    return { sums: this.#sums.sums, width: (this.#months.length + 1) * 2, days: this.#days };
  }

  /** Puts the methods asked into a row, one by one: spreading them costs more than the sums. */
  #addMethods<Row extends object>(
    row: Row,
    receivables: Fraction,
    periods: ReadPeriod[],
    sales: () => Fraction,
  ): Row & MethodCells {
    const { methods, countback: rules } = this.#terms;
    const basis = { taxRate: undefined, sameTaxBasis: true, currency: this.#data.currency };
    const cells: Row & { -readonly [Name in keyof MethodCells]: MethodCells[Name] } = row;
    if (methods.includes("period-average")) {
      cells.periodAverage = this.#periodAverage(receivables, sales());
    }
    if (methods.includes("countback")) {
      cells.countback = countback({ receivables, periods, ...rules, ...basis });
    }
    if (methods.includes("aging-buckets")) {
      cells.agingBuckets = agingBuckets({ periods, ...basis });
    }
    return cells;
  }

  #periodAverage(receivables: Fraction, sales: Fraction) {
    const { from } = this.#months[0] as DaySpan;
    const days = Fraction.whole(this.#terms.asOf - from + 1);
    const basis = { receivablesScope: "closing", taxRate: undefined, sameTaxBasis: true } as const;
    return periodAverage({ receivables, sales, days, ...basis });
  }

  #isCounted(party: number): boolean {
    const { sales, open } = this.#counted();
    return open.items[party] !== 0 || totalCount(sales, party, this.#months.length) > 0;
  }

  /** A customer's numbers in minor units. */
  #numbers(party: number) {
    const { length } = this.#months;
    const byMonth = this.#terms.methods.includes("aging-buckets");
    if (!this.#sums) {
      const { sales, open, outstanding } = this.#counted();
      const [from, to] = [party * length, (party + 1) * length];
      return {
        receivables: amountAt(open.balance, party),
        sales: sales.sum.slice(from, to),
        outstanding: outstanding?.sum.slice(from, to),
      };
    }
    const { sums } = this.#sums;
    const from = party * (length + 1) * 2;
    const every = (offset: number, count: number) =>
      Array.from({ length: count }, (_, month) => sums[from + month * 2 + offset] as number);
    const open = every(1, length + 1);
    return {
      receivables: open.reduce((sum, each) => sum + each, 0),
      sales: every(0, length),
      outstanding: byMonth ? open.slice(0, length) : undefined,
    };
  }

  /** The customer's months, newest last, each number with its origin. */
  #periods(party: number): ReadPeriod[] {
    const scope = { party: this.#data.journal.party.categories[party] };
    const { asOf } = this.#terms;
    const { places } = this.#data;
    const { sales: sold, outstanding: cells } = this.#counted();
    return this.#months.map((span, month) => {
      const cell = party * this.#months.length + month;
      const sales = () => salesFigure(this.#data, span, scope, "of-credit-notes", sold, cell);
      const open =
        cells &&
        minorFraction(cells.sum[cell] as number | bigint, places, () =>
          outstandingFigure(this.#data, span, scope, asOf, cells, cell),
        );
      const sum = minorFraction(sold.sum[cell] as number | bigint, places, sales);
      return periodOf(span, sum, open);
    });
  }

  #totalSales(party: number, sum: Fraction): Figure<"ledger/sales"> {
    const { from } = this.#months[0] as DaySpan;
    const span = { from, to: this.#terms.asOf };
    const scope = { party: this.#data.journal.party.categories[party] };
    const count = [totalCount(this.#counted().sales, party, this.#months.length)];
    const cells = { sum: [sum.numerator], count };
    return salesFigure(this.#data, span, scope, "of-credit-notes", cells, 0);
  }

  #balance(party: number): Figure<"ledger/balance"> {
    const { currency, journal } = this.#data;
    const { asOf } = this.#terms;
    const inputs = () => ({
      asOf: formatDay(asOf),
      party: journal.party.categories[party],
      credits: "net",
      items: this.#counted().open.items[party],
      currency,
    });
    const caveats = snapshotCaveats(this.#data, asOf);
    return figure("ledger/balance", this.#net(party), "money", inputs, { currency, caveats });
  }

  /** What a customer owes, net of its credit items. */
  #net(party: number): Fraction {
    return minorFraction(amountAt(this.#counted().open.balance, party), this.#data.places);
  }
}

function soldIn(periods: readonly ReadPeriod[]): Fraction {
  return sumOf(periods.map(({ sales }) => sales));
}

/** A month as the methods read one. Field by field: this is made twelve times a row. */
function periodOf(
  { period, from, to, days }: NamedMonth,
  sales: Fraction,
  outstanding: Fraction | undefined,
): ReadPeriod {
  return { period, from, to, days, sales, outstanding };
}
