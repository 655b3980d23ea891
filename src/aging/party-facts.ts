/**
 * @module aging/party-facts
 *
 * What an aging table knows of its customers before a row is made: names, and amounts straight from
 * the planes.
 */
import type { Column, RowFacts } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import { isWide } from "../ledger/columns.ts";
import { openGroups } from "./group-planes.ts";
import type { SumsData } from "./sums.ts";
import type { PartyAmounts } from "./comparison.kernel.ts";
import { amountsOf } from "./comparison.kernel.ts";
import type { AgingRow, AgingTable } from "./view.ts";

/** The measures of a row that are columns under the same name. */
const MEASURES = ["credits", "unallocated", "gross", "net", "current", "overdue", "disputed"];

/** The facts of the customers of one table. */
export class PartyFacts implements RowFacts {
  readonly minorUnits: bigint;
  readonly #table: AgingTable;
  readonly #data: SumsData;
  /** Groups with anything open: one a row. */
  readonly #open: Int32Array;

  constructor(table: AgingTable, data: SumsData) {
    const { byParty, places } = data;
    this.minorUnits = 10n ** BigInt(places);
    this.#table = table;
    this.#data = data;
    this.#open = openGroups(byParty);
  }

  nameOf(index: number): string {
    return this.#data.byParty.keys.at(this.#open[index] as number)?.party as string;
  }

  numbers(names: readonly string[]): Readonly<Record<string, Column>> {
    const own = [...MEASURES, "overdueCount"].filter((name) => names.includes(name));
    return this.#table.parties.columns(own) ?? {};
  }

  days(): undefined {
    return undefined;
  }

  fields(index: number): Readonly<Record<string, unknown>> {
    return { ...this.#table.parties.at(index) };
  }

  /**
   * The amounts of every customer, long overdue from the class of this label on; undefined where
   * classes are after credits, or doubles do not hold every amount.
   */
  amounts(longOverdueFrom: string): PartyAmounts | undefined {
    const { buckets, byParty } = this.#data;
    const { charges, disputed, overdue, stride } = byParty;
    if (this.#table.credits !== "separate") return undefined;
    if (isWide(charges) || isWide(disputed) || isWide(overdue)) return undefined;
    const found = buckets.findIndex(({ label }) => label === longOverdueFrom);
    const planes = { charges, disputed, overdue, stride };
    return amountsOf(planes, this.#open, found < 0 ? stride : found);
  }
}

/** The table with facts of its customers. */
export function withFacts(table: AgingTable, data: SumsData): AgingTable {
  const { parties } = table;
  const rowOf = (index: number) => parties.at(index) as AgingRow;
  const columns = (names?: readonly string[]) => parties.columns(names) ?? {};
  return {
    ...table,
    parties: new Rows(parties.length, rowOf, columns, new PartyFacts(table, data)),
  };
}
