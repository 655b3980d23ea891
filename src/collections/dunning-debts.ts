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
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import { disputedUnits, isCredit, openOfUnit } from "../ledger/open.ts";
import { itemOfUnit } from "../ledger/planes.ts";
import { itemId } from "../ledger/recompute.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { exactly } from "./forecast-later.ts";
import type { AgeSpan, Collectable, OpenCell } from "./open-by-age.ts";
import { addTo, OpenFigures, openOfAllAges } from "./open-by-age.ts";

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

/** Open debit units from an age on, by customer or one by one, in the order of the ledger. */
export function debtGroups(
  data: LedgerData,
  asOf: number,
  fromAge: number,
  by: "party" | "item",
  excluded: ReadonlySet<string>,
  test: ((item: number) => boolean) | undefined,
): DebtGroup[] {
  const { journal, units } = data;
  const disputed = disputedUnits(journal, units, asOf);
  const groups = new Map<number, DebtGroup>();
  for (let unit = 0; unit < units.count; unit += 1) {
    const item = itemOfUnit(units, unit);
    const age = asOf - (units.dueDate[unit] as number);
    if (age < fromAge || isCredit(units.kind, unit) || (test && !test(item))) continue;
    const open = openOfUnit(units, unit, asOf);
    if (open === 0n) continue;
    const party = units.party[unit] as number;
    const key = by === "party" ? party : unit;
    const group = groups.get(key) ?? { party, units: [] };
    const isExcluded = excluded.size > 0 && excluded.has(itemId(data, item));
    const share = disputed.get(unit) ?? 0n;
    group.units.push({ unit, item, age, open, disputed: share, isExcluded });
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => oldestOf(group) !== undefined);
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
    const cells = new Map<number, OpenCell>();
    for (const { open, disputed } of units) addTo(cells, 0, { open, disputed, items: 1 });
    const all = openOfAllAges({ byAge: cells, credits: 0n, creditItems: 0 });
    return this.#open.collectable(ages, all);
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
