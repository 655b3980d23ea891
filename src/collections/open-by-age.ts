/**
 * @module collections/open-by-age
 *
 * What is open and what of it is disputed, by customer and days past due: one pass over the ledger,
 * from which every period of a plan and a forecast is read.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { amountAt } from "../ledger/columns.ts";
import { sumsOf } from "../ledger/exact-sums.ts";
import type { Groups } from "../ledger/groups.kernel.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { disputedUnits, isCredit } from "../ledger/open.ts";
import { openOfDays, openOfParties, openUnits } from "../ledger/open-units.ts";
import type { OpenList } from "../ledger/open-units.kernel.ts";
import { debitTotal, partiesIn } from "../ledger/open-units.kernel.ts";
import { itemOfUnit } from "../ledger/planes.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";

/** Open debit items, and the part of them that is disputed, in minor units. */
export interface OpenCell {
  readonly open: bigint;
  readonly disputed: bigint;
  readonly items: number;
}

/** The same of one number of days past due (negative: before). */
export interface OpenOfAge extends OpenCell {
  readonly age: number;
}

/** A cell while it is being added up. */
type OpenDraft = { -readonly [Field in keyof OpenOfAge]: OpenOfAge[Field] };

/** What one customer owes by days past due, ascending, and what it has to its credit. */
export interface OpenOfParty {
  readonly byAge: readonly OpenOfAge[];
  readonly credits: bigint;
  readonly creditItems: number;
}

/** Days past due, both ends inclusive; null is an open end. */
export interface AgeSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Money that can be asked for: what is open and not disputed. */
export type Collectable = Figure<"collections/collectable">;

/** What is open as of a date, of all and of each customer: one pass, and rows as they are read. */
export class OpenBook {
  /** Everything open in the scope. */
  readonly list: OpenList;
  /** The disputed part of its debit units, where there is one. */
  readonly disputed: ReadonlyMap<number, bigint>;
  /** Codes of the customers with anything open, in the order of the ledger. */
  readonly parties: readonly number[];
  /** Those of them with open debit items. */
  readonly debtors: readonly number[];
  readonly #data: LedgerData;
  readonly #asOf: number;
  #places: Groups | undefined;

  constructor(data: LedgerData, asOf: number, test: ((item: number) => boolean) | undefined) {
    const { units, journal } = data;
    this.#data = data;
    this.#asOf = asOf;
    this.list = openUnits(data, asOf, test);
    this.disputed = disputedDebits(data, asOf, test);
    const { codes, owes } = partiesIn(this.list, units, journal.party.categories.length);
    this.parties = codes;
    this.debtors = codes.filter((code) => owes[code] === 1);
  }

  /** The debit items of all customers together. */
  total(): OpenCell {
    const { charges, count } = debitTotal(this.list, this.#data.units.kind, sumsOf(this.list.open));
    let disputed = 0n;
    for (const share of this.disputed.values()) disputed += share;
    return { open: amountAt(charges, 0), disputed, items: count };
  }

  /** All customers together. */
  all(): OpenOfParty {
    const { units } = this.#data;
    const days = openOfDays(this.#data, this.list, "dueDate").reverse();
    const disputed = new Map<number, bigint>();
    for (const [unit, share] of this.disputed) {
      const due = units.dueDate[unit] as number;
      disputed.set(due, (disputed.get(due) ?? 0n) + share);
    }
    const byAge = days
      .filter(({ count }) => count > 0)
      .map(({ day, charges, count }) => ({
        ...{ age: this.#asOf - day, open: charges, items: count },
        disputed: disputed.get(day) ?? 0n,
      }));
    let [credits, creditItems] = [0n, 0];
    for (const day of days) {
      credits += day.credits;
      creditItems += day.creditCount;
    }
    return { byAge, credits, creditItems };
  }

  /** One customer. */
  of(code: number): OpenOfParty {
    const { kind, dueDate } = this.#data.units;
    const cells = new Map<number, OpenDraft>();
    let [credits, creditItems] = [0n, 0];
    for (const place of this.placesOf(code)) {
      const unit = this.list.unit[place] as number;
      const open = amountAt(this.list.open, place);
      if (isCredit(kind, unit)) {
        credits += open;
        creditItems += 1;
        continue;
      }
      const age = this.#asOf - (dueDate[unit] as number);
      const disputed = this.disputed.get(unit) ?? 0n;
      const cell = cells.get(age);
      if (cell) {
        cell.open += open;
        cell.disputed += disputed;
        cell.items += 1;
      } else {
        cells.set(age, { age, open, disputed, items: 1 });
      }
    }
    return { byAge: [...cells.values()].sort((a, b) => a.age - b.age), credits, creditItems };
  }

  /** The places of one customer in the list. */
  placesOf(code: number): Int32Array {
    const { start, order } = (this.#places ??= openOfParties(this.#data, this.list));
    return order.subarray(start[code], start[code + 1]);
  }
}

/** The disputed part of open debit units. */
function disputedDebits(
  { journal, units }: LedgerData,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): Map<number, bigint> {
  const disputed = disputedUnits(journal, units, asOf);
  for (const unit of disputed.keys()) {
    const isWanted = !test || test(itemOfUnit(units, unit));
    if (!isWanted || isCredit(units.kind, unit)) disputed.delete(unit);
  }
  return disputed;
}

/** Cells together. */
export function sumOfCells(cells: Iterable<OpenCell>): OpenCell {
  let [open, disputed, items] = [0n, 0n, 0];
  for (const cell of cells) {
    open += cell.open;
    disputed += cell.disputed;
    items += cell.items;
  }
  return { open, disputed, items };
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
