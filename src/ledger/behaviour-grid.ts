/**
 * @module ledger/behaviour-grid
 *
 * Sums of every customer at every month end, each from one pass or two over the ledger. All are on
 * doubles: a ledger whose sums these cannot be proved to hold has no grid.
 */
import { isWide } from "./columns.ts";
import { addMoves, addUpEnds, sumOfSizes } from "./end-sums.kernel.ts";
import { byDaysLate, endPayments } from "./end-payments.ts";
import type { EndPayments } from "./end-payments.kernel.ts";
import { addPayments, keepMedians, keepWorst } from "./end-payments.kernel.ts";
import { doubles } from "./exact-sums.ts";
import { discountedAtEnds } from "./discounted-at-ends.kernel.ts";
import { highestAtEnds } from "./highest-at-ends.kernel.ts";
import { partyBlocksOf } from "./party-blocks.ts";
import { once } from "../ground/once.ts";
import type { EndSpans, WindowSpans } from "./end-spans.ts";
import { windowSpans } from "./end-spans.ts";
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { isNarrow, isNarrowMovements } from "./planes.ts";
import type { FirstEnds } from "./open-at-ends.kernel.ts";
import { NONE_DUE, noteOpen, oldestOverdue } from "./open-at-ends.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { MOST_DAYS, weightsByClass } from "./moves.kernel.ts";
import type { MoveWeights } from "./moves.kernel.ts";
import type { Halves } from "./window-cells.ts";

/** The columns of a ledger whose sums doubles hold. */
interface NarrowLedger {
  readonly amounts: Float64Array;
  readonly applied: Float64Array;
  readonly units: NarrowUnits & { readonly movements: NarrowMovements | undefined };
}

/** What the passes find, in cells `party × stride + end`. */
export class BehaviourGrid {
  readonly data: LedgerData;
  readonly ends: readonly Halves[];
  /** Cells of a party: one for each end, and a last one behind them for what no end sees. */
  readonly stride: number;
  readonly spans: WindowSpans;
  /** The payments of all windows. */
  readonly listed = once(() => {
    const { data, spans, ends } = this;
    const lastDays = ends.map(({ to }) => to);
    const { firstDay } = spans.whole;
    return endPayments(data.journal, this.#narrow.applied, this.#moves(), firstDay, lastDays);
  });
  readonly #narrow: NarrowLedger;
  /** What moved from the first day of the first window to the last month end. */
  readonly #moves = once(() => {
    const { firstDay, since } = this.spans.whole;
    const { amounts, applied } = this.#narrow;
    const lastDay = firstDay + since.length - 1;
    return partyBlocksOf(this.data.journal, firstDay, lastDay, amounts, applied, doubles);
  });

  constructor(data: LedgerData, ends: readonly Halves[], narrow: NarrowLedger) {
    this.data = data;
    this.ends = ends;
    this.stride = ends.length + 1;
    this.spans = windowSpans(ends);
    this.#narrow = narrow;
  }

  /** Room for a number of every party at every end. */
  cells(): Float64Array {
    return new Float64Array(this.data.journal.party.categories.length * this.stride);
  }

  /** Amounts of moves in the windows, weighed by their classes. */
  sums(weights: MoveWeights, spans: EndSpans = this.spans.whole): Float64Array {
    const cells = this.cells();
    addMoves(this.#moves(), weightsByClass(weights), spans, this.stride, cells);
    addUpEnds(cells, this.stride);
    return cells;
  }

  /** What is owed at each end, net of credit items. */
  readonly balance = once(() => this.#open({ credits: -1, overdueOnly: false }));
  /** Open debit units at each end. */
  readonly charges = () => this.#open({ credits: 0, overdueOnly: false });
  /** The overdue ones. */
  readonly overdue = () => this.#open({ credits: 0, overdueOnly: true });

  #open(part: { readonly credits: number; readonly overdueOnly: boolean }): Float64Array {
    const { units } = this.#narrow;
    const cells = this.cells();
    noteOpen(units, units.movements, this.#firstEnds(), part, this.stride, cells);
    addUpEnds(cells, this.stride);
    return cells;
  }

  /** The highest balance of each window. */
  highestBalance(): Float64Array {
    const above = highestAtEnds(this.#moves(), this.spans.whole, this.stride);
    const balance = this.balance();
    const last = this.ends.length - 1;
    return balance.map((_, cell) => {
      const end = cell % this.stride;
      return (balance[cell - end + last] as number) + (above[cell] as number);
    });
  }

  /** Settled in each window on documents that took a discount in it. */
  withDiscount(): Float64Array {
    const { data, ends, spans, stride } = this;
    const cells = this.cells();
    discountedAtEnds(data.journal, this.#narrow.applied, ends, spans.whole, stride, cells);
    return cells;
  }

  /** Days past due of the oldest overdue unit at each end; 0 without one. */
  oldestDaysPastDue(): Int32Array {
    const { units } = this.#narrow;
    const { ends, stride } = this;
    const parties = this.data.journal.party.categories.length;
    const oldest = oldestOverdue(units, units.movements, this.#firstEnds(), parties, stride);
    return oldest.map((due, cell) => {
      return due === NONE_DUE ? 0 : (ends[cell % stride] as Halves).to - due;
    });
  }

  #firstEnds(): FirstEnds {
    const { firstDay, since } = this.spans.whole;
    return { firstDay, since, ends: this.ends.length };
  }

  /** How many payments each window counts. */
  readonly payments = once(() => this.paid(ones(this.listed())));

  /** Something of the payments of each window, added up. */
  paid(weight: ArrayLike<number>, spans: EndSpans = this.spans.whole): Float64Array {
    const cells = this.cells();
    addPayments(this.listed(), weight, spans, this.stride, cells);
    addUpEnds(cells, this.stride);
    return cells;
  }

  /** The most days late of each window. */
  worst(): Float64Array {
    const cells = this.cells().fill(-Infinity);
    keepWorst(this.listed(), this.spans.whole, this.stride, cells);
    return cells;
  }

  /** Twice the middle of the days late of each window. */
  twiceMedian(): Float64Array {
    const cells = this.cells();
    const listed = this.listed();
    const { start, order } = byDaysLate(listed, this.data.journal.party.categories.length);
    keepMedians(listed, this.spans.whole, start, order, this.stride, this.payments(), cells);
    return cells;
  }

  /** Something of every cell, made of its party and its end. */
  places(parties: Int32Array): Int32Array {
    const ends = this.ends.length;
    const places = new Int32Array(parties.length * ends);
    for (let row = 0; row < parties.length; row += 1) {
      const first = (parties[row] as number) * this.stride;
      for (let end = 0; end < ends; end += 1) places[row * ends + end] = first + end;
    }
    return places;
  }
}

/** The grid of a ledger; undefined where doubles cannot be proved to hold every sum, or days are too many. */
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

function ones({ party }: EndPayments): Uint8Array {
  return new Uint8Array(party.length).fill(1);
}
