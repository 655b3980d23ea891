/**
 * @module batch/days-late-accumulator
 *
 * How late customers paid, chunk by chunk: sums from which any average of days late follows. Use
 * `daysBeyondTerms` or `paymentBehaviour` where the whole ledger is at hand.
 */
import { formatDay } from "../ground/days.ts";
import type { DaySpan } from "../ground/months.ts";
import type { Amounts } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { MinorAmount } from "../ledger/minor-units.ts";
import { daysLate } from "../ledger/payment-list.kernel.ts";
import { paymentsOf } from "../ledger/payment-list.ts";
import { times } from "../ledger/whole-numbers.ts";
import type { Accumulator, AccumulatorData } from "./accumulator.ts";
import { ChunkSums, questionOf } from "./accumulator.ts";
import type { CellsByName, Measure } from "./party-sums.ts";
import { Plane } from "./plane.ts";
import type { AccumulatorMoney } from "./question.ts";
import { Question, windowOf } from "./question.ts";

/** What {@link daysLateAccumulator} adds up. */
export interface DaysLateAccumulatorInput extends AccumulatorMoney {
  /** First day of the payments. */
  readonly from: string;
  /** Last day of the payments. */
  readonly to: string;
}

/** The same with defaults filled in. */
export type DaysLateAccumulatorQuestion = Required<DaysLateAccumulatorInput>;

/** What a days-late accumulator writes. */
export type DaysLateAccumulatorData = AccumulatorData<"days-late", DaysLateAccumulatorQuestion>;

/** Sums by party, parties by name. Days are from due date to payment, negative when early. */
export interface DaysLateAccumulatorColumns {
  /** Customers who paid. */
  readonly party: readonly string[];
  /** Number of payments. */
  readonly count: Float64Array;
  /** Of these after the due date. */
  readonly lateCount: Float64Array;
  /** What was paid, in minor units. */
  readonly paid: Amounts;
  /** Σ days; over `count` it is the plain average. */
  readonly days: Amounts;
  /** Σ amount × days; over `paid` it is the average weighted by money. */
  readonly weightedDays: Amounts;
  /** The same with early payments at 0 days. */
  readonly weightedLateDays: Amounts;
}

/** Days late of chunks. */
export type DaysLateAccumulator = Accumulator<
  "days-late",
  DaysLateAccumulatorQuestion,
  DaysLateAccumulatorColumns
>;

/**
 * Adds up by customer what was paid and how late, chunk by chunk (分块付款逾期天数汇总).
 *
 * Use it for the paying habit in rows that come in parts: `weightedDays` over `paid` is the
 * `paid-signed` reading of `daysBeyondTerms`, `weightedLateDays` over `paid` its
 * `paid-late-only`.
 *
 * @units counts; days; whole minor units of the currency, times days
 *
 * @param input - First and last day of the payments, and currency; or what `toJSON` gave.
 * @returns An empty accumulator, or the one that was written out.
 *
 * @throws CreditError `invalid_input`: a field at fault, or `to` before `from`.
 *
 * @source ours: docs/ledger.md, "Payments"
 *
 * @example
 * ```ts
 * const sums = daysLateAccumulator({ from: "2026-01-01", to: "2026-12-31", currency: "EUR" });
 * sums.add({
 *   party: ["Ahorn", "Ahorn"],
 *   documentDate: ["2026-01-10", "2026-02-10"],
 *   dueDate: ["2026-02-09", "2026-03-12"],
 *   amount: Float64Array.of(50_000, 30_000),
 *   applications: {
 *     item: [0, 1],
 *     date: ["2026-02-19", "2026-03-08"],
 *     amount: Float64Array.of(50_000, 30_000),
 *     kind: ["payment", "payment"],
 *   },
 * });
 * const { days, paid, weightedDays } = sums.columns();
 * [days, paid, weightedDays].map(([each]) => Number(each)); // => [6, 80000, 380000]
 * ```
 */
export function daysLateAccumulator(
  input: DaysLateAccumulatorInput | DaysLateAccumulatorData,
): DaysLateAccumulator {
  const { question, stored } = questionOf<DaysLateAccumulatorData>(input);
  const given = new Question(FN, question, ["from", "to", "currency", "minorUnits"]);
  const window = windowOf(given);
  const money = given.money();
  given.end();
  const asked = { from: formatDay(window.from), to: formatDay(window.to), ...money };
  const sums = new DaysLateChunks(asked, window);
  return stored ? sums.merge(stored) : sums;
}

const FN = "daysLateAccumulator";

const MEASURES: readonly Measure[] = [
  { name: "count", width: 1, kind: "count" },
  { name: "lateCount", width: 1, kind: "count" },
  { name: "paid", width: 1, kind: "size" },
  { name: "days", width: 1, kind: "signed" },
  { name: "weightedDays", width: 1, kind: "signed" },
  { name: "weightedLateDays", width: 1, kind: "size" },
];

class DaysLateChunks extends ChunkSums<
  "days-late",
  DaysLateAccumulatorQuestion,
  DaysLateAccumulatorColumns
> {
  readonly #window: DaySpan;

  constructor(question: DaysLateAccumulatorQuestion, window: DaySpan) {
    super("days-late", FN, question, MEASURES);
    this.#window = window;
  }

  columns(): DaysLateAccumulatorColumns {
    const chosen = this.sums.parties();
    const column = (name: string) => this.sums.column(chosen, name);
    return {
      party: chosen.names,
      count: column("count") as Float64Array,
      lateCount: column("lateCount") as Float64Array,
      paid: column("paid"),
      days: column("days"),
      weightedDays: column("weightedDays"),
      weightedLateDays: column("weightedLateDays"),
    };
  }

  protected cellsOf(data: LedgerData, groups: number): CellsByName {
    const payments = paymentsOf(data, this.#window, undefined);
    const late = daysLate(payments);
    const { codes } = data.journal.party;
    const planes = MEASURES.map(() => new Plane(1));
    for (const plane of planes) plane.reserve(groups);
    const [count, lateCount, paid, days, weighted, weightedLate] = planes as SixPlanes;
    for (let row = 0; row < late.length; row += 1) {
      const party = codes[payments.item[row] as number] as number;
      const own = late[row] as number;
      const amount = payments.amount[row] as MinorAmount;
      const product = times(amount, own);
      count.add(party, 1);
      paid.add(party, amount);
      days.add(party, own);
      weighted.add(party, product);
      if (own <= 0) continue;
      lateCount.add(party, 1);
      weightedLate.add(party, product);
    }
    const cells = (plane: Plane) => Array.from({ length: groups }, (_, party) => plane.at(party));
    return Object.fromEntries(
      MEASURES.map(({ name }, at) => [name, cells(planes[at] as Plane)] as const),
    );
  }
}

type SixPlanes = [Plane, Plane, Plane, Plane, Plane, Plane];
