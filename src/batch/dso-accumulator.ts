/**
 * @module batch/dso-accumulator
 *
 * Balances, sales and what is outstanding by customer and month, chunk by chunk: all that the three
 * methods of DSO take. Use `dsoByParty` where the whole ledger is at hand.
 */
import { formatDay } from "../ground/days.ts";
import type { DaySpan } from "../ground/months.ts";
import { monthNumber, monthsBetween, monthSpan } from "../ground/months.ts";
import type { SalesPeriodSpan } from "../ground/periods.ts";
import type { Amounts } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { outstandingByGroup, salesByGroup } from "../ledger/period-cells.ts";
import type { Accumulator, AccumulatorData } from "./accumulator.ts";
import { ChunkSums, questionOf } from "./accumulator.ts";
import type { CellsByName, Measure } from "./party-sums.ts";
import type { AccumulatorMoney } from "./question.ts";
import { Question } from "./question.ts";

/** What {@link dsoAccumulator} adds up. */
export interface DsoAccumulatorInput extends AccumulatorMoney {
  /** The day at whose end receivables stand. */
  readonly asOf: string;
  /** Months of sales up to and with the month of `asOf`: a whole number from 1 to 1,200. */
  readonly months: number;
}

/** The same with defaults filled in. */
export type DsoAccumulatorQuestion = Required<DsoAccumulatorInput>;

/** What a DSO accumulator writes. */
export type DsoAccumulatorData = AccumulatorData<"dso", DsoAccumulatorQuestion>;

/** Sums by party, parties by name; lists have one entry a month. Money in minor units. */
export interface DsoAccumulatorColumns {
  /** Customers with receivables or sales. */
  readonly party: readonly string[];
  /** The months, ascending; the last ends with `asOf`. */
  readonly periods: readonly SalesPeriodSpan[];
  /** What each owes at the end of `asOf`, net of its credit items. */
  readonly receivables: Amounts;
  /** Number of open items, debit and credit. */
  readonly items: Float64Array;
  /** Credit sales less credit notes, by month. */
  readonly sales: readonly Amounts[];
  /** Number of documents behind these sales, by month. */
  readonly salesCount: readonly Float64Array[];
  /** What is open at the end of `asOf` of each month's documents. */
  readonly outstanding: readonly Amounts[];
}

/** Balances and sales of chunks. */
export type DsoAccumulator = Accumulator<"dso", DsoAccumulatorQuestion, DsoAccumulatorColumns>;

/**
 * Adds up receivables, sales and outstanding amounts by customer and month, chunk by chunk
 * (分块销售与应收汇总).
 *
 * Use it for the DSO of rows that come in parts; give a customer's months, or those of all
 * together, to `dsoCountback`, `dsoAgingBuckets` or `dsoPeriodAverage`. For a ledger that is
 * at hand as a whole use `dsoByParty`.
 *
 * @units whole minor units of the currency; counts
 *
 * @param input - Date, months and currency; or what `toJSON` gave.
 * @returns An empty accumulator, or the one that was written out.
 *
 * @throws CreditError `invalid_input`: a field at fault.
 *
 * @source ours: docs/ledger.md, "Sales and outstanding by month"
 *
 * @example
 * ```ts
 * const sums = dsoAccumulator({ asOf: "2026-06-30", months: 2, currency: "EUR" });
 * sums.add({
 *   party: ["Ahorn", "Ahorn"],
 *   documentDate: ["2026-05-10", "2026-06-20"],
 *   dueDate: ["2026-06-09", "2026-07-20"],
 *   amount: Float64Array.of(50_000, 30_000),
 *   applications: {
 *     item: [0],
 *     date: ["2026-06-12"],
 *     amount: Float64Array.of(20_000),
 *     kind: ["payment"],
 *   },
 * });
 * const { receivables, sales } = sums.columns();
 * Array.from(receivables, Number); // => [60000]
 * sales.map((month) => Array.from(month, Number)); // => [[50000], [30000]]
 * ```
 */
export function dsoAccumulator(input: DsoAccumulatorInput | DsoAccumulatorData): DsoAccumulator {
  const { question, stored } = questionOf<DsoAccumulatorData>(input);
  const given = new Question(FN, question, ["asOf", "months", "currency", "minorUnits"]);
  const asOf = given.day("asOf");
  const months = given.whole("months", 1, 1200);
  const money = given.money();
  given.end();
  const sums = new DsoChunks({ asOf: formatDay(asOf), months, ...money }, asOf);
  return stored ? sums.merge(stored) : sums;
}

const FN = "dsoAccumulator";

function measuresOf(months: number): Measure[] {
  return [
    { name: "receivables", width: 1, kind: "signed" },
    { name: "items", width: 1, kind: "count" },
    { name: "sales", width: months, kind: "signed" },
    { name: "salesCount", width: months, kind: "count" },
    { name: "outstanding", width: months, kind: "signed" },
  ];
}

class DsoChunks extends ChunkSums<"dso", DsoAccumulatorQuestion, DsoAccumulatorColumns> {
  readonly #asOf: number;
  readonly #months: readonly DaySpan[];

  constructor(question: DsoAccumulatorQuestion, asOf: number) {
    super("dso", FN, question, measuresOf(question.months));
    const first = monthSpan(monthNumber(asOf) - question.months + 1).from;
    this.#asOf = asOf;
    this.#months = monthsBetween(first, asOf);
  }

  columns(): DsoAccumulatorColumns {
    const chosen = this.sums.parties();
    const byMonth = (name: string) =>
      this.#months.map((_, month) => this.sums.column(chosen, name, month));
    return {
      party: chosen.names,
      periods: this.#months.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) })),
      receivables: this.sums.column(chosen, "receivables"),
      items: this.sums.column(chosen, "items") as Float64Array,
      sales: byMonth("sales"),
      salesCount: byMonth("salesCount") as Float64Array[],
      outstanding: byMonth("outstanding"),
    };
  }

  protected cellsOf(data: LedgerData, groups: number): CellsByName {
    const { journal, units } = data;
    const { codes } = journal.party;
    const sales = salesByGroup(data, this.#months, "of-credit-notes", codes, groups);
    const open = outstandingByGroup(data, this.#months, this.#asOf, units.party, groups);
    return {
      receivables: open.balance,
      items: open.items,
      sales: sales.sum,
      salesCount: sales.count,
      outstanding: open.sum,
    };
  }
}
