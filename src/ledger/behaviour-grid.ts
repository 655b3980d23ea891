/**
 * @module ledger/behaviour-grid
 *
 * Sums of every customer at every month end, each from one pass or two over the ledger. All are on
 * doubles: a ledger whose sums these cannot be proved to hold has no grid.
 */
import { isWide } from "./columns.ts";
import { addApplications, addDocuments, addUpEnds, sumOfSizes } from "./end-sums.kernel.ts";
import { byDaysLate, endPayments } from "./end-payments.ts";
import type { EndPayments } from "./end-payments.kernel.ts";
import { addPayments, keepMedians, keepWorst } from "./end-payments.kernel.ts";
import { once } from "../ground/once.ts";
import type { EndSpans, WindowSpans } from "./end-spans.ts";
import { windowSpans } from "./end-spans.ts";
import type { LedgerData } from "./ledger.ts";
import { applicationWeights, documentWeights } from "./moves.kernel.ts";
import type { MoveWeights } from "./moves.kernel.ts";
import type { Halves } from "./window-cells.ts";

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
    return endPayments(data.journal, this.#applied, spans.whole, lastDays);
  });
  readonly #amounts: Float64Array;
  readonly #applied: Float64Array;

  constructor(
    data: LedgerData,
    ends: readonly Halves[],
    amounts: Float64Array,
    applied: Float64Array,
  ) {
    this.data = data;
    this.ends = ends;
    this.stride = ends.length + 1;
    this.spans = windowSpans(ends);
    this.#amounts = amounts;
    this.#applied = applied;
  }

  /** Room for a number of every party at every end. */
  cells(): Float64Array {
    return new Float64Array(this.data.journal.party.categories.length * this.stride);
  }

  /** Amounts of moves in the windows, weighed by their classes. */
  sums(weights: MoveWeights, spans: EndSpans = this.spans.whole): Float64Array {
    const { journal } = this.data;
    const { stride } = this;
    const cells = this.cells();
    const documents = documentWeights(weights);
    const applications = applicationWeights(weights);
    if (documents.some(Boolean)) {
      addDocuments(journal, this.#amounts, spans, documents, stride, cells);
    }
    if (applications.some(Boolean)) {
      addApplications(journal, this.#applied, spans, applications, stride, cells);
    }
    addUpEnds(cells, stride);
    return cells;
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

/** The grid of a ledger; undefined where doubles cannot be proved to hold every sum. */
export function behaviourGrid(
  data: LedgerData,
  ends: readonly Halves[],
): BehaviourGrid | undefined {
  const { amount, applications } = data.journal;
  const applied = applications.amount;
  if (isWide(amount) || isWide(applied)) return undefined;
  if (sumOfSizes(amount) + sumOfSizes(applied) > Number.MAX_SAFE_INTEGER) return undefined;
  return new BehaviourGrid(data, ends, amount, applied);
}

function ones({ party }: EndPayments): Uint8Array {
  return new Uint8Array(party.length).fill(1);
}
