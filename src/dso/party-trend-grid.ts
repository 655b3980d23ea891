/**
 * @module dso/party-trend-grid
 *
 * The rows of a trend by customer: month end by month end, and in each the same customers.
 */
import { formatDay } from "../ground/days.ts";
import type { DaySpan } from "../ground/months.ts";
import { monthNumber, monthsBetween } from "../ground/months.ts";
import { lastOf } from "../ground/once.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { partiesUntil } from "../ledger/parties.kernel.ts";
import type { ByPartyTerms } from "./by-party.ts";
import type { MethodsQuestion } from "./party-methods.ts";
import { monthsBehind } from "./party-methods.ts";
import { PartyView } from "./party-view.ts";
import type { DsoTrendByPartyRow, TrendByPartyTerms } from "./trend-by-party.ts";

/** A month end, and what is asked there. */
interface GridPoint {
  readonly asOf: number;
  /** The number of its month, 1 for the first of all months behind the points. */
  readonly month: number;
  readonly question: MethodsQuestion;
}

/** Month ends and customers, and the row of each pair. */
export class PartyTrendGrid {
  readonly terms: TrendByPartyTerms;
  readonly ends: readonly GridPoint[];
  /** Customers with a document on or before the last month end. */
  readonly parties: Int32Array;
  /** The table of one month end: rows are read in order, so that one is kept. */
  readonly #viewOf: (point: GridPoint) => PartyView;

  constructor(data: LedgerData, terms: TrendByPartyTerms) {
    const { monthEnds, months, methods, countback } = terms;
    const { currency, places } = data;
    const before = monthNumber(monthEnds[0] as number) - months;
    this.terms = terms;
    this.ends = monthEnds.map((asOf) => {
      const asked: ByPartyTerms = { asOf, months, methods, countback };
      const question = { terms: asked, months: monthsBehind(asOf, months), currency, places };
      return { asOf, month: monthNumber(asOf) - before, question };
    });
    this.parties = partiesUntil(data.journal, data.units.range, monthEnds.at(-1) as number);
    this.#viewOf = lastOf(({ question }) => new PartyView(data, question.terms));
  }

  /** All months behind the points. */
  get months(): DaySpan[] {
    const [first, last] = [this.ends[0], this.ends.at(-1)] as [GridPoint, GridPoint];
    const { from } = first.question.months[0] as DaySpan;
    return monthsBetween(from, last.asOf);
  }

  /** How many rows there are. */
  get length(): number {
    return this.ends.length * this.parties.length;
  }

  /** One row, every number with its origin. */
  row(index: number): DsoTrendByPartyRow {
    const { length } = this.parties;
    const point = this.ends[Math.floor(index / length)] as GridPoint;
    const row = this.#viewOf(point).row(this.parties[index % length] as number);
    const { party, ...measures } = row;
    return { party, asOf: formatDay(point.asOf), ...measures };
  }
}
