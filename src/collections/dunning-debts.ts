/**
 * @module collections/dunning-debts
 *
 * The open items that a round of letters is about, grouped as it asks.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import { amountAt } from "../ledger/columns.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { itemOfUnit } from "../ledger/planes.ts";
import { itemId } from "../ledger/recompute.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { exactly } from "./forecast-later.ts";
import { askedParties, standings, STANDING } from "./dunning.kernel.ts";
import type { AgeSpan, Collectable } from "./open-by-age.ts";
import { OpenBook, OpenFigures, sumOfCells } from "./open-by-age.ts";

/** One open debit unit on the ladder. */
export interface DebtUnit {
  readonly unit: number;
  readonly item: number;
  readonly age: number;
  readonly open: bigint;
  readonly disputed: bigint;
  /** Left out of what is asked for, by the caller. */
  readonly isExcluded: boolean;
}

/** What one row of the schedule is about. */
export interface DebtGroup {
  readonly party: number;
  readonly units: DebtUnit[];
}

/** What a round is about. */
export interface DebtQuestion {
  readonly asOf: number;
  /** The least days past due that are on the ladder. */
  readonly fromAge: number;
  readonly by: "party" | "item";
  /** Documents that are not asked for. */
  readonly excluded: ReadonlySet<number>;
}

/** The groups of a round, by customer or one by one, in the order of the ledger. */
export class Debts {
  /** How many there are. */
  readonly count: number;
  readonly #data: LedgerData;
  readonly #question: DebtQuestion;
  readonly #open: OpenBook;
  readonly #standing: Uint8Array;
  /** Party codes, or places in the list of what is open. */
  readonly #keys: readonly number[];

  constructor(
    data: LedgerData,
    question: DebtQuestion,
    test: ((item: number) => boolean) | undefined,
  ) {
    const { asOf, fromAge, by, excluded } = question;
    const { units, journal } = data;
    this.#data = data;
    this.#question = question;
    this.#open = new OpenBook(data, asOf, test);
    const { list, disputed } = this.#open;
    this.#standing = standings(list, units, { lastDue: asOf - fromAge, excluded, disputed });
    this.#keys =
      by === "party"
        ? askedParties(list, this.#standing, units.party, journal.party.categories.length)
        : askedPlaces(this.#standing);
    this.count = this.#keys.length;
  }

  /** One group. */
  at(index: number): DebtGroup {
    const key = this.#keys[index] as number;
    const places = this.#question.by === "party" ? [...this.#open.placesOf(key)] : [key];
    const onLadder = places.filter((place) => this.#standing[place] !== STANDING.elsewhere);
    const units = onLadder.map((place) => this.#unit(place));
    return { party: this.#data.units.party[(units[0] as DebtUnit).unit] as number, units };
  }

  /** The most days past due of what is not excluded; 0 where nothing is late. */
  oldest(): number {
    const { asOf, by } = this.#question;
    const { party, dueDate } = this.#data.units;
    const { unit } = this.#open.list;
    const asked = new Set(by === "party" ? this.#keys : []);
    let due = asOf;
    for (let place = 0; place < unit.length; place += 1) {
      const standing = this.#standing[place] as number;
      const own = unit[place] as number;
      if (standing <= STANDING.excluded || (dueDate[own] as number) >= due) continue;
      const isIn = by === "party" ? asked.has(party[own] as number) : standing === STANDING.asked;
      if (isIn) due = dueDate[own] as number;
    }
    return asOf - due;
  }

  #unit(place: number): DebtUnit {
    const { units } = this.#data;
    const { list, disputed } = this.#open;
    const unit = list.unit[place] as number;
    return {
      unit,
      item: itemOfUnit(units, unit),
      age: this.#question.asOf - (units.dueDate[unit] as number),
      open: amountAt(list.open, place),
      disputed: disputed.get(unit) ?? 0n,
      isExcluded: this.#standing[place] === STANDING.excluded,
    };
  }
}

function askedPlaces(standing: Uint8Array): number[] {
  const places: number[] = [];
  standing.forEach((own, place) => {
    if (own === STANDING.asked) places.push(place);
  });
  return places;
}

/** The oldest unit of which anything is asked for; undefined where nothing is. */
export function oldestOf({ units }: DebtGroup): DebtUnit | undefined {
  let oldest: DebtUnit | undefined;
  for (const each of units) {
    if (each.isExcluded || each.open === each.disputed) continue;
    if (!oldest || each.age > oldest.age) oldest = each;
  }
  return oldest;
}

/** The figures of one group. */
export class DebtFigures {
  readonly #data: LedgerData;
  readonly #asOf: number;
  readonly #by: "party" | "item";
  readonly #open: OpenFigures;

  constructor(data: LedgerData, asOf: number, by: "party" | "item", scope: ScopeTerms) {
    this.#data = data;
    this.#asOf = asOf;
    this.#by = by;
    this.#open = new OpenFigures(data, asOf, scope);
  }

  /** What is asked for of these units, which are all there are of these ages. */
  amount(units: readonly DebtUnit[], ages: AgeSpan): Figure<"collections/dunned-amount"> {
    const [first] = units;
    const collectable =
      this.#by === "item" && first ? this.#ofItem(first) : this.#ofAges(units, ages);
    const left = units.filter((each) => each.isExcluded);
    const excluded = left.map((each) => {
      return { item: itemId(this.#data, each.item), amount: exactly(this.#ofItem(each)) };
    });
    const asked = exactly(collectable).minus(sumOf(excluded.map(({ amount }) => amount)));
    const { currency } = this.#data;
    const inputs = { collectable, excluded };
    return figure("collections/dunned-amount", asked, "money", inputs, { currency });
  }

  /** Days past due of one unit. */
  days({ unit, item, age }: DebtUnit): Figure<"ledger/item-days-past-due"> {
    const inputs = this.#itemInputs(unit, item);
    const caveats = snapshotCaveats(this.#data, this.#asOf);
    return figure("ledger/item-days-past-due", Fraction.whole(age), "days", inputs, { caveats });
  }

  #ofAges(units: readonly DebtUnit[], ages: AgeSpan): Collectable {
    const cells = units.map(({ open, disputed }) => ({ open, disputed, items: 1 }));
    return this.#open.collectable(ages, sumOfCells(cells));
  }

  #ofItem({ unit, item, open, disputed }: DebtUnit): Collectable {
    const { places, currency } = this.#data;
    const inputs = this.#itemInputs(unit, item);
    const caveats = snapshotCaveats(this.#data, this.#asOf);
    const given = (id: string, minor: bigint) =>
      figure(id, minorFraction(minor, places), "money", inputs, { currency, caveats });
    const parts = () => ({
      open: given("ledger/item-open", open),
      disputed: given("ledger/item-disputed", disputed),
    });
    const amount = minorFraction(open - disputed, places);
    return figure("collections/collectable", amount, "money", parts, { currency });
  }

  #itemInputs(unit: number, item: number): object {
    return {
      asOf: formatDay(this.#asOf),
      item: itemId(this.#data, item),
      installment: installmentOf(this.#data, unit, item),
      currency: this.#data.currency,
    };
  }
}

/** Which installment a unit is, from 1; undefined where its document has none. */
export function installmentOf(
  { journal, units }: LedgerData,
  unit: number,
  item: number,
): number | undefined {
  if (!journal.installments.has(item)) return undefined;
  return unit - (units.first?.[item] as number) + 1;
}
