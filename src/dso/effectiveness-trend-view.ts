/**
 * @module dso/effectiveness-trend-view
 *
 * Collection effectiveness of each month, in total and by customer: rows from the table of one
 * month after the other.
 */
import { formatDay } from "../ground/days.ts";
import type { DaySpan } from "../ground/months.ts";
import { monthStart } from "../ground/months.ts";
import { lastOf } from "../ground/once.ts";
import { Rows } from "../ground/rows.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { MonthEndGrid } from "../ledger/month-end-grid.ts";
import type {
  CollectionEffectivenessOfMonth,
  CollectionEffectivenessOfPartyMonth,
  EffectivenessTrendTerms,
} from "./effectiveness-trend.ts";
import type { MonthsQuestion } from "./effectiveness-trend-columns.ts";
import { monthColumns, partyMonthColumns } from "./effectiveness-trend-columns.ts";
import { EffectivenessView } from "./effectiveness-view.ts";

/** The months asked, and rows and columns made of them. */
export class EffectivenessTrendView {
  readonly #question: MonthsQuestion;

  constructor(data: LedgerData, { monthEnds, dueDayIsOverdue }: EffectivenessTrendTerms) {
    const months = monthEnds.map((to) => ({ from: monthStart(to), to }));
    this.#question = {
      data,
      dueDayIsOverdue,
      rows: new MonthEndGrid(data, months, monthEnds.at(-1) as number),
      // Rows are read in order, so that one table is kept.
      viewOf: lastOf((month) => new EffectivenessView(data, { ...month, dueDayIsOverdue })),
    };
  }

  /** One row a month. */
  total(): Rows<CollectionEffectivenessOfMonth> {
    const { rows, viewOf } = this.#question;
    const rowOf = (index: number) => {
      const month = rows.ends[index] as DaySpan;
      return { ...daysOf(month), ...viewOf(month).total() };
    };
    return new Rows(rows.ends.length, rowOf, () => monthColumns(this.#question));
  }

  /** Month by month one row a customer. */
  parties(): Rows<CollectionEffectivenessOfPartyMonth> {
    const { rows, viewOf } = this.#question;
    const rowOf = (index: number) => {
      const { end, party: own } = rows.at(index);
      const { party, ...measures } = viewOf(end).row(own);
      return { party, ...daysOf(end), ...measures };
    };
    return new Rows(rows.length, rowOf, () => partyMonthColumns(this.#question));
  }
}

/** First and last day, as texts. */
function daysOf({ from, to }: DaySpan) {
  return { from: formatDay(from), to: formatDay(to) };
}
