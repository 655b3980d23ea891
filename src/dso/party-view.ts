/**
 * @module dso/party-view
 *
 * Sales, outstanding and balances of every customer, one pass each, and rows made of them when they
 * are asked for.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { DaySpan } from "../ground/months.ts";
import { once } from "../ground/once.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { amountAt } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { partyMonths } from "../ledger/party-months.ts";
import type { PartyMonthsCells } from "../ledger/party-months.kernel.ts";
import { outstandingFigure, salesFigure } from "../ledger/sales.ts";
import type { ByPartyTerms, DsoByPartyRow } from "./by-party.ts";
import type { CountedMonths } from "./counted-months.ts";
import { countedMonths, totalCount } from "./counted-months.ts";
import type { PartySums } from "./party-days.kernel.ts";
import type { MethodsQuestion, NamedMonth, PartyNumbers } from "./party-methods.ts";
import { addMethods, bareMethods, monthsBehind, periodOf, soldIn } from "./party-methods.ts";

/** Sales, outstanding and balances by customer, and rows made of them. */
export class PartyView {
  readonly #data: LedgerData;
  readonly #terms: ByPartyTerms;
  readonly #question: MethodsQuestion;
  readonly #months: readonly NamedMonth[];
  readonly #days: Float64Array;
  /** Sums alone, where doubles hold them: enough for columns. */
  readonly #sums: () => PartyMonthsCells | undefined;
  /** Sums with counts, made when a row is read. */
  readonly #counted: () => CountedMonths;

  constructor(data: LedgerData, terms: ByPartyTerms) {
    const { asOf, months } = terms;
    const { currency, places } = data;
    this.#data = data;
    this.#terms = terms;
    this.#months = monthsBehind(asOf, months);
    this.#question = { terms, months: this.#months, currency, places };
    this.#days = Float64Array.from(this.#months, ({ days }) => days);
    this.#sums = once(() => partyMonths(data, this.#months, asOf));
    this.#counted = once(() => countedMonths(data, terms, this.#months));
  }

  /** Customers with receivables or sales. */
  get parties(): number[] {
    const there = this.#sums()?.there;
    const isThere = (party: number) => (there ? there[party] === 1 : this.#isCounted(party));
    const all = Array.from(this.#data.journal.party.categories, (_, party) => party);
    return all.filter(isThere);
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
    return addMethods({ party: name, receivables }, this.#question, balance, periods, sales);
  }

  /** What a row's measures are, without the origins of its numbers: for columns. */
  bare(party: number) {
    return bareMethods(this.#question, this.#numbers(party));
  }

  /** All sums; undefined where doubles do not hold them. */
  get sums(): PartySums | undefined {
    const found = this.#sums();
    if (!found) return undefined;
    return { sums: found.sums, width: (this.#months.length + 1) * 2, days: this.#days };
  }

  #isCounted(party: number): boolean {
    const { sales, open } = this.#counted();
    return open.items[party] !== 0 || totalCount(sales, party, this.#months.length) > 0;
  }

  /** A customer's numbers in minor units. */
  #numbers(party: number): PartyNumbers {
    const { length } = this.#months;
    const byMonth = this.#terms.methods.includes("aging-buckets");
    const found = this.#sums();
    if (!found) {
      const { sales, open, outstanding } = this.#counted();
      const [from, to] = [party * length, (party + 1) * length];
      return {
        receivables: amountAt(open.balance, party),
        sales: sales.sum.slice(from, to),
        outstanding: outstanding?.sum.slice(from, to),
      };
    }
    const { sums } = found;
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
