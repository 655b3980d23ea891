/**
 * @module aging/roll-rates-view
 *
 * The figures of roll rates, and the rows and columns by customer, made of sums when they are read.
 */
import { formatDay } from "../ground/days.ts";
import type { Caveat } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { FigureColumn, nearestDouble } from "../ground/figure-columns.ts";
import { once } from "../ground/once.ts";
import type { Column } from "../ground/rows.ts";
import { Rows } from "../ground/rows.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { snapshotCaveats } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";
import type { MonthRoll, Roll, RollsByParty } from "../ledger/rolls.ts";
import { FIRST_MONTHS } from "../ledger/rolls.kernel.ts";
import type { ScopeTerms } from "../ledger/scope.ts";
import { scopeInputs } from "../ledger/scope.ts";
import type {
  ClassRoll,
  MonthOfRolls,
  MonthRollRow,
  RollRate,
  RollRatesOfParty,
} from "./roll-rates.ts";

/** A question as read. */
export interface RollView {
  readonly data: LedgerData;
  readonly scope: ScopeTerms;
  readonly classes: number;
  /** The last month end. */
  readonly last: number;
}

/** What rolls on, over all months. */
export function pooledRolls(view: RollView, months: readonly MonthRoll[]): ClassRoll[] {
  const maker = new RollMaker(view);
  return classesOf(view).map((own) => maker.classRoll(own, pool(own, months), () => months));
}

/** Month by month. */
export function monthRows(view: RollView, months: readonly MonthRoll[]): Rows<MonthOfRolls> {
  const maker = new RollMaker(view);
  return new Rows(months.length, (index) => {
    const month = months[index] as MonthRoll;
    const rolls = classesOf(view).map((own) => ({
      ...maker.classRoll(own, month.classes[own] as Roll, () => [month]),
      ...maker.amounts(own, month),
    }));
    return { from: formatDay(month.from), to: formatDay(month.to), rolls };
  });
}

/** Customer by customer; the months of one are added up when they are read. */
export function partyRows(view: RollView, rolled: RollsByParty): Rows<RollRatesOfParty> {
  const { categories } = view.data.journal.party;
  const { parties, pooled, monthsOf } = rolled;
  const makerOf = (party: string) => new RollMaker({ ...view, scope: { ...view.scope, party } });
  const rowOf = (index: number) => {
    const own = parties[index] as number;
    const party = categories[own] as string;
    const maker = makerOf(party);
    const months = once(() => monthsOf(own));
    const rolls = classesOf(view).map((each) => maker.classRoll(each, pooled(own, each), months));
    return { party, rolls };
  };
  return new Rows(parties.length, rowOf, (names) => columnsOf(view, rolled, names));
}

/** The rates as columns, each under the name of its class. */
function columnsOf(
  view: RollView,
  { parties, pooled }: RollsByParty,
  names: readonly string[] | undefined,
): Readonly<Record<string, Column>> {
  const columns = classesOf(view).flatMap((own): [string, Column][] => {
    const name = labelOf(own + FIRST_MONTHS);
    if (names && !names.includes(name)) return [];
    const column = new FigureColumn(parties.length, "fraction", view.data.places);
    parties.forEach((party, row) => {
      const { opening, stillOpen } = pooled(party, own);
      if (opening === 0n) column.omit(row, "not_defined");
      else column.put(row, nearestDouble(stillOpen, opening));
    });
    return [[name, column.done()]];
  });
  return Object.fromEntries(columns);
}

function classesOf({ classes }: RollView): number[] {
  return Array.from({ length: classes }, (_, own) => own);
}

/** One class over some months. */
function pool(own: number, months: readonly MonthRoll[]): Roll {
  let [opening, stillOpen] = [0n, 0n];
  for (const { classes } of months) {
    const each = classes[own] as Roll;
    opening += each.opening;
    stillOpen += each.stillOpen;
  }
  return { opening, stillOpen };
}

/** Makes the figures of one scope. */
class RollMaker {
  readonly #data: LedgerData;
  readonly #asked: object;
  readonly #caveats: readonly Caveat[];

  constructor({ data, scope, last }: RollView) {
    this.#data = data;
    this.#asked = scopeInputs(scope);
    this.#caveats = snapshotCaveats(data, last);
  }

  /** A class, pooled over months that are told when its inputs are read. */
  classRoll(own: number, pooled: Roll, monthsOf: () => readonly MonthRoll[]): ClassRoll {
    const months = own + FIRST_MONTHS;
    const inputs = () => ({
      monthsPastDue: months,
      ...this.#asked,
      months: monthsOf().map((month) => this.amounts(own, month)),
    });
    const bucket = labelOf(months);
    if (pooled.opening === 0n) {
      const message = "nothing was open in the class at any of the month ends";
      const rate = absent("aging/roll-rate", "fraction", inputs, "not_defined", message);
      return { bucket, months, rate };
    }
    const { places } = this.#data;
    const stillOpen = minorFraction(pooled.stillOpen, places);
    const share = stillOpen.over(minorFraction(pooled.opening, places));
    const rate = figure<RollRate>("aging/roll-rate", share, "fraction", inputs, {
      caveats: this.#caveats,
    });
    return { bucket, months, rate };
  }

  /** What is open of a class at a month end, and what of that at the next. */
  amounts(own: number, month: MonthRoll): Pick<MonthRollRow, "opening" | "stillOpen"> {
    const { currency, places } = this.#data;
    const [from, asOf] = [formatDay(month.from), formatDay(month.to)];
    const common = { monthsPastDue: own + FIRST_MONTHS, ...this.#asked, currency };
    const minor = month.classes[own] as Roll;
    const opening = minorFraction(minor.opening, places);
    const stillOpen = minorFraction(minor.stillOpen, places);
    const caveats = this.#caveats;
    return {
      opening: figure(
        "ledger/open-by-months",
        opening,
        "money",
        { asOf: from, ...common },
        { currency },
      ),
      stillOpen: figure(
        "ledger/still-open",
        stillOpen,
        "money",
        { from, asOf, ...common },
        { currency, caveats },
      ),
    };
  }
}

function labelOf(months: number): string {
  if (months < 0) return "due next month";
  return months === 1 ? "1 month" : `${String(months)} months`;
}
