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
import { OVERDUE, PARTS } from "./open-by-party.kernel.ts";
import { NEVER_SOLD } from "./trading-dates.kernel.ts";
import type { Whole } from "./whole-numbers.ts";
import { minus, plus, times } from "./whole-numbers.ts";
import { PERIODS } from "./window-sums.kernel.ts";

/** Something of every party. */
type ByParty = (party: number) => Whole;

/** How a measure is read off the sums: a quotient, not defined where the divisor is not positive. */
interface Measure {
  readonly unit: Unit;
  readonly part: ByParty;
  readonly whole: ByParty;
}

/** Makes a measure, and the sums that it needs. */
type Maker = (view: BehaviourView) => Measure;

/** Measures of a {@link PaymentBehaviour} row by their names: those asked, or all. */
export function behaviourColumns(
  view: BehaviourView,
  names?: readonly string[],
): Readonly<Record<string, Column>> {
  const asked = Object.entries(MEASURES).filter(([name]) => names?.includes(name) ?? true);
  return Object.fromEntries(
    asked.map(([name, maker]) => [name, columnOf(view.parties, maker(view))]),
  );
}

function columnOf(parties: Int32Array, { unit, part, whole }: Measure): Column {
  const { length } = parties;
  const values = new Float64Array(length);
  const valid = new Uint8Array(length);
  let reasons: (string | null)[] | undefined;
  for (let row = 0; row < length; row += 1) {
    const party = parties[row] as number;
    const divisor = whole(party);
    if (divisor > 0) {
      values[row] = nearest(part(party), divisor);
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
    const { firstSale } = cells.dates();
    const monthsSince = new Map<number, number>();
    const part = (party: number) => {
      const day = firstSale[party] as number;
      const months = monthsSince.get(day) ?? wholeMonths(day, halves.to);
      monthsSince.set(day, months);
      return months;
    };
    return { unit: "months", part, whole: (party) => (firstSale[party] === NEVER_SOLD ? 0 : 1) };
  },
  sales: ({ cells }) => {
    const { sales } = cells.window.sums();
    return plain("money", (party) => overPeriods(sales, party));
  },
  salesTrend: ({ cells, halves: { earlier, later, to } }) => {
    const { sales } = cells.window.sums();
    const [earlierDays, laterDays] = [later - earlier, to - later + 1];
    const before = (party: number) => times(sales[party * PERIODS + 1] as Whole, laterDays);
    const after = (party: number) => times(sales[party * PERIODS + 2] as Whole, earlierDays);
    return share(
      (party) => minus(after(party), before(party)),
      (party) => (later > to ? 0 : before(party)),
    );
  },
  highestBalance: ({ cells }) => {
    const { above } = cells.window.highest();
    const { sums, credits } = cells.open();
    return plain("money", (party) => plus(net(sums, credits, party), at(above, party)));
  },
  balance: ({ cells }) => {
    const { sums, credits } = cells.open();
    return plain("money", (party) => net(sums, credits, party));
  },
  overdue: ({ cells }) => {
    const { sums } = cells.open();
    return plain("money", (party) => at(sums, party * PARTS + OVERDUE));
  },
  oldestDaysPastDue: ({ cells, halves }) => {
    const { oldestDue } = cells.open();
    return plain("days", (party) => halves.to - (oldestDue[party] as number));
  },
  onTimeShareByCount: ({ cells }) => {
    const { onTime, payments } = cells.window.punctuality();
    return share(
      (party) => at(onTime, party),
      (party) => overPeriods(payments, party),
    );
  },
  onTimeShareByAmount: ({ cells }) => {
    const { paidOnTime, paid } = cells.window.punctuality();
    return share(
      (party) => at(paidOnTime, party),
      (party) => at(paid, party),
    );
  },
  meanDaysLate: ({ cells }) => {
    const { days, payments } = cells.window.punctuality();
    const part = (party: number) => overPeriods(days, party);
    return { unit: "days", part, whole: (party) => overPeriods(payments, party) };
  },
  medianDaysLate: ({ cells }) => {
    const { twiceMedian, payments } = cells.window.punctuality();
    const part = (party: number) => at(twiceMedian, party);
    return { unit: "days", part, whole: (party) => (overPeriods(payments, party) > 0 ? 2 : 0) };
  },
  worstDaysLate: ({ cells }) => {
    const { worst, payments } = cells.window.punctuality();
    const part = (party: number) => at(worst, party);
    return { unit: "days", part, whole: (party) => (overPeriods(payments, party) > 0 ? 1 : 0) };
  },
  daysLateTrend: ({ cells }) => {
    const { days, payments } = cells.window.punctuality();
    const cross = (later: Float64Array, earlier: Float64Array, party: number) =>
      times(later[party * PERIODS + 2] as Whole, earlier[party * PERIODS + 1] as Whole);
    const part = (party: number) =>
      minus(cross(days, payments, party), cross(payments, days, party));
    return { unit: "days", part, whole: (party) => cross(payments, payments, party) };
  },
  disputedShare: ({ cells }) => {
    const disputed = cells.disputed();
    const { sums } = cells.open();
    return share(
      (party) => disputed.get(party) ?? 0,
      (party) => at(sums, party * PARTS),
    );
  },
  dilution: ({ cells }) => {
    const { creditNotes, discounts, grossSales } = cells.window.sums();
    const part = (party: number) => plus(at(creditNotes, party), at(discounts, party));
    return share(part, (party) => at(grossSales, party));
  },
  discountTakeUp: ({ cells }) => {
    const { settled } = cells.window.sums();
    const taken = cells.withDiscount();
    return share(
      (party) => at(taken, party),
      (party) => at(settled, party),
    );
  },
  writtenOff: ({ cells }) => {
    const { writeOffs } = cells.window.sums();
    return plain("money", (party) => at(writeOffs, party));
  },
};

function plain(unit: Unit, part: ByParty): Measure {
  return { unit, part, whole: () => 1 };
}

function share(part: ByParty, whole: ByParty): Measure {
  return { unit: "fraction", part, whole };
}

function at(sums: Amounts, party: number): Whole {
  return sums[party] as Whole;
}

function net(open: Amounts, credits: Amounts, party: number): Whole {
  return minus(at(open, party * PARTS), at(credits, party));
}

/** Of the whole window; a sum of what is proved to be exact, bigints or doubles. */
function overPeriods(sums: Float64Array, party: number): Whole {
  const first = party * PERIODS;
  return (sums[first] as number) + (sums[first + 1] as number) + (sums[first + 2] as number);
}
