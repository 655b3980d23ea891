/**
 * @module ledger/month-end-grid
 *
 * The rows of a table by customer and month end: month end by month end, and at each the same
 * customers.
 */
import type { LedgerData } from "./ledger.ts";
import { partiesUntil } from "./parties.kernel.ts";

/** Month ends, as what is asked of each, and customers. */
export class MonthEndGrid<End> {
  readonly ends: readonly End[];
  /** Customers with a document on or before the last month end, in the order of the ledger. */
  readonly parties: Int32Array;
  readonly #categories: number;

  constructor({ journal, units }: LedgerData, ends: readonly End[], lastDay: number) {
    this.ends = ends;
    this.parties = partiesUntil(journal, units.range, lastDay);
    this.#categories = journal.party.categories.length;
  }

  /** How many rows there are. */
  get length(): number {
    return this.ends.length * this.parties.length;
  }

  /** The month end and the customer of a row. */
  at(row: number): { readonly end: End; readonly party: number } {
    const { length } = this.parties;
    const end = this.ends[Math.floor(row / length)] as End;
    return { end, party: this.parties[row % length] as number };
  }

  /** The first row of a month end, the first one being 0. */
  firstRow(end: number): number {
    return end * this.parties.length;
  }

  /** By customer: its place among the rows of a month end, −1 for those that have none. */
  placesOfParties(): Int32Array {
    const places = new Int32Array(this.#categories).fill(-1);
    this.parties.forEach((party, place) => (places[party] = place));
    return places;
  }
}
