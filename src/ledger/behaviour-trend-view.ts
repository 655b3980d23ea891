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
import { MonthEndGrid } from "./month-end-grid.ts";
import type { Halves } from "./window-cells.ts";

/** Customers, month ends, and what stands where they meet. */
export class BehaviourTrendView {
  readonly data: LedgerData;
  /** The windows that end on the month ends, ascending. */
  readonly rows: MonthEndGrid<Halves>;
  /** A view holds every move of its window: rows are read in order, so that one is kept. */
  readonly #viewOf: (end: Halves) => BehaviourView;

  constructor(data: LedgerData, ends: readonly Halves[]) {
    this.data = data;
    this.rows = new MonthEndGrid(data, ends, (ends.at(-1) as Halves).to);
    this.#viewOf = lastOf((end) => new BehaviourView(data, end));
  }

  /** A customer's behaviour at a month end. */
  row(index: number): PaymentBehaviourAt {
    const { end, party: own } = this.rows.at(index);
    const { party, ...measures } = this.#viewOf(end).row(own);
    return { party, asOf: formatDay(end.to), ...measures };
  }
}
