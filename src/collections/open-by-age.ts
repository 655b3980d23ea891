/**
 * @module collections/open-by-age
 *
 * What is open and what of it is disputed, by customer and days past due: one pass over the ledger,
 * from which every period of a plan and a forecast is read.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { disputedUnits, isCredit, openOfUnit } from "../ledger/open.ts";
import { itemOfUnit } from "../ledger/planes.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";

/** Open debit items, and the part of them that is disputed, in minor units. */
export interface OpenCell {
  open: bigint;
  disputed: bigint;
  items: number;
}

/** What one customer owes by days past due (negative: before), and what it has to its credit. */
export interface OpenOfParty {
  readonly byAge: Map<number, OpenCell>;
  credits: bigint;
  creditItems: number;
}

/** Days past due, both ends inclusive; null is an open end. */
export interface AgeSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Money that can be asked for: what is open and not disputed. */
export type Collectable = Figure<"collections/collectable">;

/** By party code, in the order of the ledger; parties with nothing open are left out. */
export function openByAge(
  { journal, units }: LedgerData,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): Map<number, OpenOfParty> {
  const parties = new Map<number, OpenOfParty>();
  const disputed = disputedUnits(journal, units, asOf);
  for (let unit = 0; unit < units.count; unit += 1) {
    if (test && !test(itemOfUnit(units, unit))) continue;
    const open = openOfUnit(units, unit, asOf);
    if (open === 0n) continue;
    const code = units.party[unit] as number;
    const party = parties.get(code) ?? { byAge: new Map(), credits: 0n, creditItems: 0 };
    parties.set(code, party);
    if (isCredit(units.kind, unit)) {
      party.credits += open;
      party.creditItems += 1;
    } else {
      const age = asOf - (units.dueDate[unit] as number);
      addTo(party.byAge, age, { open, disputed: disputed.get(unit) ?? 0n, items: 1 });
    }
  }
  return parties;
}

/** Adds a cell to the one that stands under the key. */
export function addTo(cells: Map<number, OpenCell>, key: number, more: OpenCell): void {
  const cell = cells.get(key) ?? { open: 0n, disputed: 0n, items: 0 };
  cell.open += more.open;
  cell.disputed += more.disputed;
  cell.items += more.items;
  cells.set(key, cell);
}

/** All customers together. */
export function openOfAll(parties: Iterable<OpenOfParty>): OpenOfParty {
  const all: OpenOfParty = { byAge: new Map(), credits: 0n, creditItems: 0 };
  for (const { byAge, credits, creditItems } of parties) {
    for (const [age, cell] of byAge) addTo(all.byAge, age, cell);
    all.credits += credits;
    all.creditItems += creditItems;
  }
  return all;
}

/** All ages together. */
export function openOfAllAges({ byAge }: OpenOfParty): OpenCell {
  const all = new Map<number, OpenCell>();
  for (const cell of byAge.values()) addTo(all, 0, cell);
  return all.get(0) ?? { open: 0n, disputed: 0n, items: 0 };
}

/** Open − disputed in minor units. */
export function collectableMinor({ open, disputed }: OpenCell): bigint {
  return open - disputed;
}

/** Figures of one question to the ledger: the same day, the same scope. */
export class OpenFigures {
  readonly #data: LedgerData;
  readonly #asOf: number;
  readonly #scope: ScopeTerms;

  constructor(data: LedgerData, asOf: number, scope: ScopeTerms) {
    this.#data = data;
    this.#asOf = asOf;
    this.#scope = scope;
  }

  /** Open − disputed of the items of these ages. */
  collectable(ages: AgeSpan, cell: OpenCell): Collectable {
    const { places, currency } = this.#data;
    const amount = minorFraction(collectableMinor(cell), places);
    const inputs = () => {
      const bucket = ages.from === null && ages.to === null ? {} : { bucket: ages };
      return {
        open: this.#given("ledger/charges", cell.open, { ...bucket, items: cell.items }),
        disputed: this.disputed(cell, bucket),
      };
    };
    return figure("collections/collectable", amount, "money", inputs, { currency });
  }

  /** The disputed part of open items. */
  disputed(cell: OpenCell, bucket: object = {}): Figure<"ledger/disputed"> {
    return this.#given("ledger/disputed", cell.disputed, bucket) as Figure<"ledger/disputed">;
  }

  /** Open credit items. */
  credits({ credits, creditItems }: OpenOfParty): Figure<"ledger/credits"> {
    const inputs = { items: creditItems };
    return this.#given("ledger/credits", credits, inputs) as Figure<"ledger/credits">;
  }

  #given(id: string, minor: bigint, inputs: object): Figure {
    const { places, currency } = this.#data;
    const asked = () => ({
      asOf: formatDay(this.#asOf),
      basis: "due-date",
      dueDayIsOverdue: false,
      ...scopeInputs(this.#scope),
      ...inputs,
      currency,
    });
    const caveats = snapshotCaveats(this.#data, this.#asOf);
    return figure(id, minorFraction(minor, places), "money", asked, { currency, caveats });
  }
}
