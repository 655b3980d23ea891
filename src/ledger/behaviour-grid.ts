/**
 * @module ledger/behaviour-grid
 *
 * Sums of every customer at every month end, all ends from the same passes over the ledger. They
 * are on doubles: a ledger whose sums these cannot be proved to hold has no grid.
 */
import { once } from "../ground/once.ts";
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { isWide } from "./columns.ts";
import { discountedAtEnds } from "./discounted-at-ends.kernel.ts";
import { byDaysLate, endPayments } from "./end-payments.ts";
import type { EndPayments } from "./end-payments.kernel.ts";
import { addPayments, keepMedians, keepWorst } from "./end-payments.kernel.ts";
import type { EndSpans, WindowSpans } from "./end-spans.ts";
import { windowSpans } from "./end-spans.ts";
import { addMoves, addUpEnds, sumOfSizes } from "./end-sums.kernel.ts";
import { doubles } from "./exact-sums.ts";
import { highestAtEnds } from "./highest-at-ends.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import type { MoveWeights } from "./moves.kernel.ts";
import { MOST_DAYS, weightsByClass } from "./moves.kernel.ts";
import type { FirstEnds } from "./open-at-ends.kernel.ts";
import { NONE_DUE, noteOpen, oldestOverdue } from "./open-at-ends.kernel.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import { partyBlocksOf } from "./party-blocks.ts";
import { isNarrow, isNarrowMovements } from "./planes.ts";
import type { Halves } from "./window-cells.ts";

/** The columns of a ledger whose sums doubles hold. */
interface NarrowLedger {
  readonly amounts: Float64Array;
  readonly applied: Float64Array;
  readonly units: NarrowUnits & { readonly movements: NarrowMovements | undefined };
}

/** What the passes find, in cells `party × stride + end`; each is made when it is first read. */
export class BehaviourGrid {
  readonly data: LedgerData;
  readonly ends: readonly Halves[];
  /** Cells of a party: one for each end, and a last one behind them for what no end sees. */
  readonly stride: number;
  readonly spans: WindowSpans;
  /** The payments of all windows. */
  readonly listed = once(() => this.#listPayments());
  /** How many of them each window counts. */
  readonly payments = once(() => this.paid(new Uint8Array(this.listed().party.length).fill(1)));
  /** What is owed at each end, net of credit items. */
  readonly balance = once(() => this.#open({ credits: -1, overdueOnly: false }));
  readonly #narrow: NarrowLedger;
  readonly #moves = once(() => this.#placeMoves());

  constructor(data: LedgerData, ends: readonly Halves[], narrow: NarrowLedger) {
    this.data = data;
    this.ends = ends;
    this.stride = ends.length + 1;
    this.spans = windowSpans(ends);
    this.#narrow = narrow;
  }

  /** Room for a number of every party at every end. */
  cells(): Float64Array {
    return new Float64Array(this.#parties * this.stride);
  }

  /** The cells of a table's rows: end by end, and at each the same parties. */
  places(parties: Int32Array): Int32Array {
    const places = new Int32Array(parties.length * this.ends.length);
    this.ends.forEach((_, end) => {
      const first = end * parties.length;
      for (let row = 0; row < parties.length; row += 1) {
        places[first + row] = (parties[row] as number) * this.stride + end;
      }
    });
    return places;
  }

  /** What moved in each window, weighed by class. */
  sums(weights: MoveWeights, spans: EndSpans = this.spans.whole): Float64Array {
    const cells = this.cells();
    addMoves(this.#moves(), weightsByClass(weights), spans, this.stride, cells);
    addUpEnds(cells, this.stride);
    return cells;
  }

  /** Settled in each window on documents that took a discount in it. */
  withDiscount(): Float64Array {
    const { data, ends, spans, stride } = this;
    const cells = this.cells();
    discountedAtEnds(data.journal, this.#narrow.applied, ends, spans.whole, stride, cells);
    return cells;
  }

  /** The highest balance at the end of a day of each window. */
  highestBalance(): Float64Array {
    const { stride } = this;
    const above = highestAtEnds(this.#moves(), this.spans.whole, stride);
    const balance = this.balance();
    const last = this.ends.length - 1;
    return balance.map((_, cell) => {
      const lastBalance = balance[cell - (cell % stride) + last] as number;
      return lastBalance + (above[cell] as number);
    });
  }

  /** Open debit units at each end. */
  charges(): Float64Array {
    return this.#open({ credits: 0, overdueOnly: false });
  }

  /** The overdue ones. */
  overdue(): Float64Array {
    return this.#open({ credits: 0, overdueOnly: true });
  }

  /** Days past due of the oldest of them; 0 without one. */
  oldestDaysPastDue(): Int32Array {
    const { ends, stride } = this;
    const { units } = this.#narrow;
    const firstEnds = this.#firstEnds();
    const oldest = oldestOverdue(units, units.movements, firstEnds, this.#parties, stride);
    return oldest.map((due, cell) =>
      due === NONE_DUE ? 0 : (ends[cell % stride] as Halves).to - due,
    );
  }

  /** Something of the payments of each window, added up. */
  paid(weight: ArrayLike<number>, spans: EndSpans = this.spans.whole): Float64Array {
    const cells = this.cells();
    addPayments(this.listed(), weight, spans, this.stride, cells);
    addUpEnds(cells, this.stride);
    return cells;
  }

  /** The most days late of each window that counts a payment. */
  worst(): Float64Array {
    const cells = this.cells().fill(-Infinity);
    keepWorst(this.listed(), this.spans.whole, this.stride, cells);
    return cells;
  }

  /** Twice the middle of the days late of each window that counts a payment. */
  twiceMedian(): Float64Array {
    const { spans, stride } = this;
    const cells = this.cells();
    const listed = this.listed();
    const { start, order } = byDaysLate(listed, this.#parties);
    keepMedians(listed, spans.whole, start, order, stride, this.payments(), cells);
    return cells;
  }

  get #parties(): number {
    return this.data.journal.party.categories.length;
  }

  /** From the first day of the first window to the last month end. */
  #placeMoves(): PartyBlocks {
    const { amounts, applied } = this.#narrow;
    const { firstDay, since } = this.spans.whole;
    const lastDay = firstDay + since.length - 1;
    return partyBlocksOf(this.data.journal, firstDay, lastDay, amounts, applied, doubles);
  }

  #listPayments(): EndPayments {
    const { applied } = this.#narrow;
    const { firstDay } = this.spans.whole;
    const lastDays = this.ends.map(({ to }) => to);
    return endPayments(this.data.journal, applied, this.#moves(), firstDay, lastDays);
  }

  #open(part: { readonly credits: number; readonly overdueOnly: boolean }): Float64Array {
    const { units } = this.#narrow;
    const cells = this.cells();
    noteOpen(units, units.movements, this.#firstEnds(), part, this.stride, cells);
    addUpEnds(cells, this.stride);
    return cells;
  }

  #firstEnds(): FirstEnds {
    const { firstDay, since } = this.spans.whole;
    return { firstDay, since, ends: this.ends.length };
  }
}

/**
 * The grid of a ledger; undefined where doubles cannot be proved to hold every sum, or days are too
 * many.
 */
export function behaviourGrid(
  data: LedgerData,
  ends: readonly Halves[],
): BehaviourGrid | undefined {
  const { units } = data;
  const { amount: amounts, applications } = data.journal;
  const { amount: applied } = applications;
  if (isWide(amounts) || isWide(applied)) return undefined;
  const { movements } = units;
  if (!isNarrow(units) || !isNarrowMovements(movements)) return undefined;
  // An application counts twice: it takes off a document and, where it has one, off its source.
  const size = sumOfSizes(amounts) + 2 * sumOfSizes(applied);
  if (size > Number.MAX_SAFE_INTEGER) return undefined;
  const days = (ends[ends.length - 1] as Halves).to - (ends[0] as Halves).from + 1;
  if (days > MOST_DAYS) return undefined;
  return new BehaviourGrid(data, ends, { amounts, applied, units: { ...units, movements } });
}
