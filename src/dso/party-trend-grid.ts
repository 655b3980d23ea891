/**
 * @module dso/party-trend-grid
 *
 * What DSO by customer is asked at each of a run of month ends, and the rows of its answers.
 */
import { formatDay } from "../ground/days.ts";
import type { DaySpan } from "../ground/months.ts";
import { monthNumber, monthsBetween } from "../ground/months.ts";
import { lastOf } from "../ground/once.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { MonthEndGrid } from "../ledger/month-end-grid.ts";
import type { MethodsQuestion } from "./party-methods.ts";
import { monthsBehind } from "./party-methods.ts";
import { PartyView } from "./party-view.ts";
import type { DsoTrendByPartyRow, TrendByPartyTerms } from "./trend-by-party.ts";

/** A month end, and what is asked there. */
interface TrendPoint {
  /** The number of its month, 1 for the first of all months behind the points. */
  readonly month: number;
  readonly question: MethodsQuestion;
}

/** Month ends and customers, and the row of each pair. */
export class PartyTrendGrid {
  readonly terms: TrendByPartyTerms;
  readonly rows: MonthEndGrid<TrendPoint>;
  /** The table of one month end: rows are read in order, so that one is kept. */
  readonly #viewOf: (point: TrendPoint) => PartyView;

  constructor(data: LedgerData, terms: TrendByPartyTerms) {
    const { monthEnds, months, methods, countback } = terms;
    const { currency, places } = data;
    const before = monthNumber(monthEnds[0] as number) - months;
    const points = monthEnds.map((asOf) => {
      const asked = { asOf, months, methods, countback };
      const question = { terms: asked, months: monthsBehind(asOf, months), currency, places };
      return { month: monthNumber(asOf) - before, question };
    });
    this.terms = terms;
    this.rows = new MonthEndGrid(data, points, monthEnds.at(-1) as number);
    this.#viewOf = lastOf(({ question }) => new PartyView(data, question.terms));
  }

  /** All months behind the points. */
  get months(): DaySpan[] {
    const { ends } = this.rows;
    const [first, last] = [ends[0], ends.at(-1)] as [TrendPoint, TrendPoint];
    const { from } = first.question.months[0] as DaySpan;
    return monthsBetween(from, last.question.terms.asOf);
  }

  /** One row, every number with its origin. */
  row(index: number): DsoTrendByPartyRow {
    const { end, party: own } = this.rows.at(index);
    const { party, ...measures } = this.#viewOf(end).row(own);
    return { party, asOf: formatDay(end.question.terms.asOf), ...measures };
  }

  /** What a row's measures are, without the origins of its numbers. */
  bare(index: number): ReturnType<PartyView["bare"]> {
    const { end, party } = this.rows.at(index);
    return this.#viewOf(end).bare(party);
  }
}
