/**
 * @module ledger/behaviour-columns
 *
 * The same measures of every customer as typed columns, straight from the sums: no figure is made.
 */
import type { Unit } from "../ground/figure.ts";
import { nearestDouble } from "../ground/figure-columns.ts";
import { wholeMonths } from "../ground/months.ts";
import type { Column } from "../ground/rows.ts";
import type { BehaviourView } from "./behaviour-view.ts";
import type { Amounts } from "./columns.ts";
import type { OpenByParty } from "./open-by-party.kernel.ts";
import { OVERDUE, PARTS } from "./open-by-party.kernel.ts";
import { NEVER_SOLD } from "./trading-dates.kernel.ts";
import type { Whole } from "./whole-numbers.ts";
import { minus, plus, times } from "./whole-numbers.ts";
import { PERIODS } from "./window-sums.kernel.ts";

/** A whole number of every party. */
type ByParty = Amounts | Int32Array | readonly Whole[];

/** How a measure is read: a quotient, not defined where the divisor is not positive. */
export interface Measure {
  readonly unit: Unit;
  readonly part: ByParty;
  /** Undefined where the part is the measure, of every party. */
  readonly whole: ByParty | undefined;
}

/** Makes a measure, and the sums that it needs. */
type Maker = (view: BehaviourView) => Measure;

/** Measures of a {@link PaymentBehaviour} row by their names: those asked, or all. */
export function behaviourColumns(
  view: BehaviourView,
  names?: readonly string[],
  parties: Int32Array = view.parties,
): Readonly<Record<string, Column>> {
  const asked = measureNames(names);
  return Object.fromEntries(
    asked.map((name) => [name, columnOf(parties, (MEASURES[name] as Maker)(view))]),
  );
}

/** The measures among some names, or all, in the order of a row. */
export function measureNames(names?: readonly string[]): string[] {
  return Object.keys(MEASURES).filter((name) => names?.includes(name) ?? true);
}

/** A measure of the parties in rows. */
export function columnOf(parties: Int32Array, { unit, part, whole }: Measure): Column {
  const { length } = parties;
  const values = new Float64Array(length);
  const valid = new Uint8Array(length);
  let reasons: (string | null)[] | undefined;
  for (let row = 0; row < length; row += 1) {
    const party = parties[row] as number;
    const divisor = whole === undefined ? 1 : (whole[party] as Whole);
    if (divisor > 0) {
      values[row] = nearest(part[party] as Whole, divisor);
      valid[row] = 1;
    } else {
      reasons ??= new Array<string | null>(length).fill(null);
      reasons[row] = "not_defined";
    }
  }
  return reasons ? { values, valid, unit, reasons } : { values, valid, unit };
}

/** Whole numbers that doubles hold give the nearest double in one division. */
function nearest(part: Whole, whole: Whole): number {
  if (typeof part === "number" && typeof whole === "number") return part / whole;
  return nearestDouble(BigInt(part), BigInt(whole));
}

const MEASURES: Readonly<Record<string, Maker>> = {
  monthsOfTrading: ({ cells, halves }) => {
    const { firstSale } = cells.saleDates();
    const monthsSince = new Map<number, number>();
    const months = firstSale.map((day) => {
      if (day === NEVER_SOLD) return 0;
      const known = monthsSince.get(day) ?? wholeMonths(day, halves.to);
      monthsSince.set(day, known);
      return known;
    });
    return { unit: "months", part: months, whole: firstSale.map(isDay) };
  },
  sales: ({ cells }) => plain("money", cells.window.sums().netSales),
  salesTrend: ({ cells, halves: { earlier, later, to } }) => {
    const { sales, netSales } = cells.window.sums();
    const [earlierDays, laterDays] = [later - earlier, to - later + 1];
    const before = byParty(netSales, (party) => times(at(sales, party * PERIODS + 1), laterDays));
    const change = byParty(netSales, (party) => {
      const after = times(at(sales, party * PERIODS + 2), earlierDays);
      return minus(after, before[party] as Whole);
    });
    return share(change, laterDays > 0 ? before : byParty(netSales, () => 0));
  },
  highestBalance: ({ cells }) => {
    const { above } = cells.window.highest();
    const balance = balances(cells.open());
    return plain(
      "money",
      byParty(balance, (party) => plus(balance[party] as Whole, at(above, party))),
    );
  },
  balance: ({ cells }) => plain("money", balances(cells.open())),
  overdue: ({ cells }) => {
    const { sums, credits } = cells.open();
    return plain(
      "money",
      byParty(credits, (party) => at(sums, party * PARTS + OVERDUE)),
    );
  },
  oldestDaysPastDue: ({ cells, halves }) => {
    const { oldestDue } = cells.open();
    return plain(
      "days",
      oldestDue.map((day) => halves.to - day),
    );
  },
  onTimeShareByCount: ({ cells }) => {
    const { onTime, payments } = cells.window.punctuality();
    return share(onTime, payments);
  },
  onTimeShareByAmount: ({ cells }) => {
    const { paidOnTime, paid } = cells.window.punctuality();
    return share(paidOnTime, paid);
  },
  meanDaysLate: ({ cells }) => {
    const { days, payments } = cells.window.punctuality();
    return { unit: "days", part: days, whole: payments };
  },
  medianDaysLate: ({ cells }) => {
    const { twiceMedian, payments } = cells.window.punctuality();
    return { unit: "days", part: twiceMedian, whole: payments.map((count) => (count > 0 ? 2 : 0)) };
  },
  worstDaysLate: ({ cells }) => {
    const { worst, payments } = cells.window.punctuality();
    return { unit: "days", part: worst, whole: payments.map((count) => (count > 0 ? 1 : 0)) };
  },
  daysLateTrend: ({ cells }) => {
    const { payments, paymentsOf, daysOf } = cells.window.punctuality();
    const cross = (later: Float64Array, earlier: Float64Array, party: number) =>
      times(at(later, party * PERIODS + 2), at(earlier, party * PERIODS + 1));
    const change = byParty(payments, (party) =>
      minus(cross(daysOf, paymentsOf, party), cross(paymentsOf, daysOf, party)),
    );
    const whole = byParty(payments, (party) => cross(paymentsOf, paymentsOf, party));
    return { unit: "days", part: change, whole };
  },
  disputedShare: ({ cells }) => {
    const disputed = cells.disputed();
    const { sums, credits } = cells.open();
    const part = byParty(credits, (party) => disputed.get(party) ?? 0);
    return share(
      part,
      byParty(credits, (party) => at(sums, party * PARTS)),
    );
  },
  dilution: ({ cells }) => {
    const { creditNotes, discounts, grossSales } = cells.window.sums();
    const part = byParty(creditNotes, (party) =>
      plus(at(creditNotes, party), at(discounts, party)),
    );
    return share(part, grossSales);
  },
  discountTakeUp: ({ cells }) => share(cells.withDiscount(), cells.window.sums().settled),
  writtenOff: ({ cells }) => plain("money", cells.window.sums().writeOffs),
};

/** A number that every party has. */
export function plain(unit: Unit, part: ByParty): Measure {
  return { unit, part, whole: undefined };
}

/** One sum over another. */
export function share(part: ByParty, whole: ByParty): Measure {
  return { unit: "fraction", part, whole };
}

/** What is owed, net of credit items. */
function balances({ sums, credits }: OpenByParty): Float64Array | Whole[] {
  return byParty(credits, (party) => minus(at(sums, party * PARTS), at(credits, party)));
}

/** Something of as many parties as another list is of: doubles while they hold all of it. */
export function byParty(
  { length }: ByParty,
  make: (party: number) => Whole,
): Float64Array | Whole[] {
  const made = new Float64Array(length);
  for (let party = 0; party < length; party += 1) {
    const own = make(party);
    if (typeof own === "bigint") return Array.from({ length }, (_, each) => make(each));
    made[party] = own;
  }
  return made;
}

function at(sums: Amounts, cell: number): Whole {
  return sums[cell] as Whole;
}

function isDay(day: number): number {
  return day === NEVER_SOLD ? 0 : 1;
}
