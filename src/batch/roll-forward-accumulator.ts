/**
 * @module batch/roll-forward-accumulator
 *
 * From the opening to the closing balance by customer, chunk by chunk: what the collection
 * effectiveness index takes. Use `receivablesRollForward` where the whole ledger is at hand.
 */
import { formatDay } from "../ground/days.ts";
import type { Amounts } from "../ledger/columns.ts";
import { amountAt, amountColumn } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { narrow } from "../ledger/minor-units.ts";
import { openPlanes } from "../ledger/planes.ts";
import type { Line } from "../ledger/roll-forward.kernel.ts";
import { LINE_COUNT, LINES } from "../ledger/roll-forward.kernel.ts";
import { rollForwardCells } from "../ledger/roll-forward-cells.ts";
import type { Accumulator, AccumulatorData } from "./accumulator.ts";
import { ChunkSums, questionOf } from "./accumulator.ts";
import type { CellsByName, Measure } from "./party-sums.ts";
import type { AccumulatorMoney } from "./question.ts";
import { Question, windowOf } from "./question.ts";

/** What {@link rollForwardAccumulator} adds up. */
export interface RollForwardAccumulatorInput extends AccumulatorMoney {
  /** First day; the opening balance is that of the evening before. */
  readonly from: string;
  /** Last day; the closing balance is that of its evening. */
  readonly to: string;
}

/** The same with defaults filled in. */
export type RollForwardAccumulatorQuestion = Required<RollForwardAccumulatorInput>;

/** What a roll-forward accumulator writes. */
export type RollForwardAccumulatorData = AccumulatorData<
  "roll-forward",
  RollForwardAccumulatorQuestion
>;

/** The lines of a roll-forward and the state at its end, in minor units. */
export interface RollForwardSums<Amount> {
  /** Balance of the evening before `from`. */
  readonly opening: Amount;
  /** Invoices and debit notes by document date. */
  readonly sales: Amount;
  /** Payments by document date, and source-less payments applied. */
  readonly payments: Amount;
  /** Credit notes by document date, and source-less ones applied. */
  readonly creditNotes: Amount;
  /** Source-less discounts applied. */
  readonly discounts: Amount;
  /** Source-less write-offs applied. */
  readonly writeOffs: Amount;
  /** Bills of exchange received by document date, and source-less ones applied. */
  readonly bills: Amount;
  /** Source-less offsets applied. */
  readonly offsets: Amount;
  /** Exchange differences, as they change the balance. */
  readonly exchange: Amount;
  /** Balance of the evening of `to`, net of credit items. */
  readonly closing: Amount;
  /** Of it the open debit items. */
  readonly closingGross: Amount;
  /** Of these what is not overdue. */
  readonly closingCurrent: Amount;
}

/** The same by party, parties by name. */
export interface RollForwardAccumulatorColumns extends RollForwardSums<Amounts> {
  /** Customers that any line touches. */
  readonly party: readonly string[];
}

/** Roll-forward sums of chunks. */
export interface RollForwardAccumulator extends Accumulator<
  "roll-forward",
  RollForwardAccumulatorQuestion,
  RollForwardAccumulatorColumns
> {
  /** All parties together. */
  totals(): RollForwardSums<bigint>;
}

/**
 * Adds up the roll-forward of receivables by customer, chunk by chunk (分块应收账款变动表).
 *
 * Use it for rows that come in parts: its opening balance, sales, closing balance and what of it is
 * current are what `collectionEffectivenessIndex` takes. For a ledger that is at hand as a
 * whole use `receivablesRollForward`.
 *
 * @formula closing = opening + sales − payments − credit notes − discounts − write-offs − bills −
 *   offsets + exchange
 * @units whole minor units of the currency
 *
 * @param input - First and last day, and currency; or what `toJSON` gave.
 * @returns An empty accumulator, or the one that was written out.
 *
 * @throws CreditError `invalid_input`: a field at fault, or `to` before `from`.
 *
 * @source ours: docs/ledger.md
 *
 * @example
 * ```ts
 * const sums = rollForwardAccumulator({ from: "2026-06-01", to: "2026-06-30", currency: "EUR" });
 * sums.add({
 *   party: ["Ahorn", "Ahorn"],
 *   documentDate: ["2026-05-04", "2026-06-10"],
 *   dueDate: ["2026-06-03", "2026-07-10"],
 *   amount: Float64Array.of(50_000, 30_000),
 *   applications: {
 *     item: [0],
 *     date: ["2026-06-02"],
 *     amount: Float64Array.of(20_000),
 *     kind: ["payment"],
 *   },
 * });
 * const { opening, sales, payments, closing, closingCurrent } = sums.totals();
 * [opening, sales, payments, closing]; // => [50000n, 30000n, 20000n, 60000n]
 * closingCurrent; // => 30000n
 * ```
 */
export function rollForwardAccumulator(
  input: RollForwardAccumulatorInput | RollForwardAccumulatorData,
): RollForwardAccumulator {
  const { question, stored } = questionOf<RollForwardAccumulatorData>(input);
  const given = new Question(FN, question, ["from", "to", "currency", "minorUnits"]);
  const window = windowOf(given);
  const money = given.money();
  given.end();
  const asked = { from: formatDay(window.from), to: formatDay(window.to), ...money };
  const sums = new RollForwardChunks(asked, window);
  return stored ? sums.merge(stored) : sums;
}

const FN = "rollForwardAccumulator";

/** Chunks settle within a party: nothing passes from one to another. */
const OWN_LINES = LINES.filter((line): line is Exclude<Line, "transfers"> => line !== "transfers");

/** Lines that are added; the others are taken off. */
const ADDED: readonly Line[] = ["opening", "sales", "exchange"];

const MEASURES: readonly Measure[] = [
  { name: "lines", width: LINE_COUNT, kind: "signed" },
  { name: "gross", width: 1, kind: "size" },
  { name: "overdue", width: 1, kind: "size" },
];

class RollForwardChunks
  extends ChunkSums<"roll-forward", RollForwardAccumulatorQuestion, RollForwardAccumulatorColumns>
  implements RollForwardAccumulator
{
  readonly #window: { readonly from: number; readonly to: number };

  constructor(
    question: RollForwardAccumulatorQuestion,
    window: { readonly from: number; readonly to: number },
  ) {
    super("roll-forward", FN, question, MEASURES);
    this.#window = window;
  }

  columns(): RollForwardAccumulatorColumns {
    const chosen = this.sums.parties();
    const column = (name: string, at = 0) => this.sums.column(chosen, name, at);
    const combine = (first: Amounts, sign: 1n | -1n, second: Amounts) =>
      amountColumn(
        chosen.names.map((_, row) => narrow(amountAt(first, row) + sign * amountAt(second, row))),
      );
    return { party: chosen.names, ...sumsOf(column, combine) };
  }

  totals(): RollForwardSums<bigint> {
    return sumsOf(
      (name, at) => this.sums.total(name, at),
      (first, sign, second) => first + sign * second,
    );
  }

  protected cellsOf(data: LedgerData, groups: number): CellsByName {
    const { journal, units } = data;
    const { from, to } = this.#window;
    const { firstDue, lastDue } = units.range;
    const open = openPlanes(data, {
      asOf: to,
      ageFrom: units.dueDate,
      table: { firstDay: firstDue, bucket: new Uint8Array(lastDue - firstDue + 1) },
      stride: 1,
      groups,
      group: units.party,
      lastOverdueDay: to - 1,
    });
    const lines = rollForwardCells(data, { from, to, group: journal.party.codes }, groups);
    return { lines, gross: open.charges, overdue: open.overdue };
  }
}

/** The lines by name, and what follows from them. */
function sumsOf<Amount>(
  column: (name: string, at?: number) => Amount,
  combine: (first: Amount, sign: 1n | -1n, second: Amount) => Amount,
): RollForwardSums<Amount> {
  const line = (name: Line) => column("lines", LINES.indexOf(name));
  const lines = Object.fromEntries(OWN_LINES.map((name) => [name, line(name)])) as Record<
    (typeof OWN_LINES)[number],
    Amount
  >;
  let closing = lines.opening;
  for (const name of OWN_LINES) {
    if (name !== "opening")
      closing = combine(closing, ADDED.includes(name) ? 1n : -1n, lines[name]);
  }
  const closingGross = column("gross");
  const closingCurrent = combine(closingGross, -1n, column("overdue"));
  return { ...lines, closing, closingGross, closingCurrent };
}
