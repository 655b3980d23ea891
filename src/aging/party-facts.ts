/**
 * @module aging/party-facts
 *
 * What an aging table knows of its customers before a row is made: names, and amounts straight from
 * the planes.
 */
import type { Column, RowFacts } from "../ground/rows.ts";
import { isWide } from "../ledger/columns.ts";
import { keyOf } from "./group-planes.ts";
import type { CreditPolicy } from "./policies.ts";
import type { SumsData } from "./sums.ts";
import type { PartyAmounts } from "./comparison.kernel.ts";
import { amountsOf } from "./comparison.kernel.ts";
import type { AgingRow } from "./view.ts";

/** The measures of a row that are columns under the same name. */
const MEASURES = ["credits", "unallocated", "gross", "net", "current", "overdue", "disputed"];

/** What the facts are taken from. */
interface Source {
  readonly data: SumsData;
  readonly credits: CreditPolicy;
  /** Groups with anything open: one a row. */
  readonly open: Int32Array;
  readonly rowOf: (index: number) => AgingRow;
  readonly columns: (names: readonly string[]) => Readonly<Record<string, Column>>;
}

/** The facts of the customers of one table. */
export class PartyFacts implements RowFacts {
  readonly minorUnits: bigint;
  readonly #source: Source;

  constructor(source: Source) {
    this.minorUnits = 10n ** BigInt(source.data.places);
    this.#source = source;
  }

  nameOf(index: number): string {
    const { data, open } = this.#source;
    return keyOf(data.byParty, open[index] as number).party;
  }

  numbers(names: readonly string[]): Readonly<Record<string, Column>> {
    const own = [...MEASURES, "overdueCount"].filter((name) => names.includes(name));
    return this.#source.columns(own);
  }

  days(): undefined {
    return undefined;
  }

  fields(index: number): Readonly<Record<string, unknown>> {
    return { ...this.#source.rowOf(index) };
  }

  /**
   * The amounts of every customer, long overdue from the class of this label on; undefined where
   * classes are after credits, or amounts are bigints.
   */
  amounts(longOverdueFrom: string): PartyAmounts | undefined {
    const { credits, open } = this.#source;
    const { buckets, byParty } = this.#source.data;
    const { charges, disputed, overdue, stride } = byParty;
    if (credits !== "separate") return undefined;
    if (isWide(charges) || isWide(disputed) || isWide(overdue)) return undefined;
    const found = buckets.findIndex(({ label }) => label === longOverdueFrom);
    const planes = { charges, disputed, overdue, stride };
    return amountsOf(planes, open, found < 0 ? stride : found);
  }
}
