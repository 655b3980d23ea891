/**
 * @module ledger/behaviour-trend-view
 *
 * Rows of the behaviour at many month ends: each of them is a row of the view of its own month end,
 * made when one of its rows is first read.
 */
import { formatDay } from "../ground/days.ts";
import { once } from "../ground/once.ts";
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
  readonly #views: readonly (() => BehaviourView)[];

  constructor(data: LedgerData, ends: readonly Halves[]) {
    this.data = data;
    this.ends = ends;
    this.parties = partiesUntil(data.journal, data.units.range, this.lastDay);
    this.#views = ends.map((end) => once(() => new BehaviourView(data, end)));
  }

  /** The last month end. */
  get lastDay(): number {
    return (this.ends[this.ends.length - 1] as Halves).to;
  }

  /** A customer's behaviour at a month end: month ends go round within a customer. */
  row(index: number): PaymentBehaviourAt {
    const end = index % this.ends.length;
    const view = (this.#views[end] as () => BehaviourView)();
    const { party, ...measures } = view.row(
      this.parties[(index - end) / this.ends.length] as number,
    );
    return { party, asOf: formatDay(view.halves.to), ...measures };
  }
}
