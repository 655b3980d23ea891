/**
 * @module ledger/behaviour-trend-view
 *
 * Rows of the behaviour at many month ends: each of them is a row of the view of its own month end.
 */
import { formatDay } from "../ground/days.ts";
import { lastOf } from "../ground/once.ts";
import type { PaymentBehaviourAt } from "./behaviour-trend.ts";
import { BehaviourView } from "./behaviour-view.ts";
import type { LedgerData } from "./ledger.ts";
import { partiesUntil } from "./parties.kernel.ts";
import type { Halves } from "./window-cells.ts";

/** Customers, month ends, and what stands where they meet. */
export class BehaviourTrendView {
  readonly data: LedgerData;
  /** The windows that end on the month ends, ascending. */
  readonly ends: readonly Halves[];
  /** Parties with a document on or before the last month end. */
  readonly parties: Int32Array;
  /** A view holds every move of its window: rows are read in order, so that one is kept. */
  readonly #viewOf: (end: Halves) => BehaviourView;

  constructor(data: LedgerData, ends: readonly Halves[]) {
    this.data = data;
    this.ends = ends;
    this.parties = partiesUntil(data.journal, data.units.range, this.lastDay);
    this.#viewOf = lastOf((end) => new BehaviourView(data, end));
  }

  /** The last month end. */
  get lastDay(): number {
    return (this.ends[this.ends.length - 1] as Halves).to;
  }

  /** A customer's behaviour at a month end: customers go round within a month end. */
  row(index: number): PaymentBehaviourAt {
    const { length } = this.parties;
    const end = this.ends[Math.floor(index / length)] as Halves;
    const row = this.#viewOf(end).row(this.parties[index % length] as number);
    const { party, ...measures } = row;
    return { party, asOf: formatDay(end.to), ...measures };
  }
}
