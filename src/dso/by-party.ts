/**
 * @module dso/by-party
 *
 * DSO of every customer, by as many methods as asked, in one pass each over the ledger.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction, sumOf } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { isoDay, list, object, wholeNumber, withDefault, word } from "../ground/input-atoms.ts";
import type { DaySpan } from "../ground/months.ts";
import { formatPeriod, monthNumber, monthSpan } from "../ground/months.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import type { List } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import { amountAt } from "../ledger/columns.ts";
import type { Ledger, LedgerData } from "../ledger/ledger.ts";
import { insideOf, requireKnown, snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { PeriodCells } from "../ledger/period-cells.ts";
import { outstandingByGroup, salesByGroup } from "../ledger/period-cells.ts";
import { openPlanes } from "../ledger/planes.ts";
import { monthsBetween, outstandingFigure, salesFigure } from "../ledger/sales.ts";
import type { DsoAgingBuckets } from "./aging-buckets.ts";
import { agingBuckets } from "./aging-buckets.ts";
import type { CountbackId, DsoCountback, WhenExhausted } from "./countback.ts";
import { countback } from "./countback.ts";
import type { CountbackRules } from "./countback-rules.ts";
import { countbackRulesShape } from "./countback-rules.ts";
import type { DsoPeriodAverage } from "./period-average.ts";
import { periodAverage } from "./period-average.ts";

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

/** The schema of {@link DsoByPartyInput}. */
export const dsoByPartySchema = lazily(() =>
  object({
    asOf: isoDay(),
    months: wholeNumber(1, 1200),
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
  }),
);

type ByPartyTerms = Terms<ReturnType<typeof dsoByPartySchema>>;

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
  return new Rows(parties.length, (index) => view.row(parties[index] as number));
}

/** Sales, outstanding and balances by customer, and rows made of them. */
class PartyView {
  /** Customers with receivables or sales. */
  readonly parties: readonly number[];
  readonly #data: LedgerData;
  readonly #terms: ByPartyTerms;
  readonly #months: readonly DaySpan[];
  readonly #sales: PeriodCells;
  readonly #outstanding: PeriodCells | undefined;
  readonly #balances: ReturnType<typeof balancesOf>;

  constructor(data: LedgerData, terms: ByPartyTerms) {
    const { asOf, months, methods } = terms;
    const { units, journal } = data;
    const groups = journal.party.categories.length;
    const first = monthSpan(monthNumber(asOf) - months + 1).from;
    this.#data = data;
    this.#terms = terms;
    this.#months = monthsBetween(first, asOf);
    const byDocument = journal.party.codes;
    this.#sales = salesByGroup(data, this.#months, "of-credit-notes", byDocument, groups);
    this.#outstanding = methods.includes("aging-buckets")
      ? outstandingByGroup(data, this.#months, asOf, units.party, groups)
      : undefined;
    this.#balances = balancesOf(data, asOf, groups);
    this.parties = Array.from({ length: groups }, (_, party) => party).filter((party) =>
      this.#isThere(party),
    );
  }

  row(party: number): DsoByPartyRow {
    const { methods, countback: rules } = this.#terms;
    const balance = this.#balance(party);
    const receivables = this.#balances.net(party).from(balance);
    const periods = this.#periods(party);
    const basis = { sameTaxBasis: true, currency: this.#data.currency };
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

  #isThere(party: number): boolean {
    if (!this.#balances.isEmpty(party)) return true;
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
      const open =
        this.#outstanding &&
        outstandingFigure(this.#data, span, scope, asOf, this.#outstanding, cell);
      return {
        period: formatPeriod(span),
        ...span,
        days: span.to - span.from + 1,
        sales: minorFraction(this.#sales.sum[cell] as number | bigint, places).from(sales),
        outstanding:
          open && minorFraction(this.#outstanding?.sum[cell] as number | bigint, places).from(open),
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
      items: this.#balances.items(party),
      currency,
    };
    const caveats = snapshotCaveats(this.#data, asOf);
    return figure("ledger/balance", this.#balances.net(party), "money", inputs, {
      currency,
      caveats,
    });
  }
}

/** Net balances of all customers in one pass. */
function balancesOf(data: LedgerData, asOf: number, groups: number) {
  const { units, places } = data;
  const { firstDue, lastDue } = units.range;
  const planes = openPlanes(data, {
    asOf,
    ageFrom: units.dueDate,
    table: { firstDay: firstDue, bucket: new Uint8Array(lastDue - firstDue + 1) },
    stride: 1,
    groups,
    group: units.party,
    lastOverdueDay: asOf - 1,
  });
  const items = (party: number) =>
    (planes.count[party] as number) + (planes.creditCount[party] as number);
  return {
    net: (party: number) =>
      minorFraction(amountAt(planes.charges, party) - amountAt(planes.credits, party), places),
    items,
    isEmpty: (party: number) => items(party) === 0,
  };
}

function totalCount({ count }: PeriodCells, party: number, months: number): number {
  let total = 0;
  for (let cell = party * months; cell < (party + 1) * months; cell += 1) {
    total += count[cell] as number;
  }
  return total;
}
