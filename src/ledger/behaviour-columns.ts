/**
 * @module ledger/behaviour-columns
 *
 * The same measures of every customer as typed columns, straight from the sums: no figure is made.
 */
import type { Unit } from "../ground/figure.ts";
import { nearestDouble } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import { FLOW } from "./behaviour.kernel.ts";
import { sumAt } from "./behaviour-cells.ts";
import type { BehaviourView } from "./behaviour-view.ts";
import { amountAt } from "./columns.ts";
import type { HalfStats, PaymentStats } from "./payment-stats.ts";
import { paymentStats } from "./payment-stats.ts";

/** A value as numerator and denominator; undefined where there is none. */
type Parts = readonly [bigint, bigint] | undefined;

/** How a measure is read of a party and its payments. */
interface Measure {
  readonly unit: Unit;
  parts(party: number, paid: PaymentStats | undefined): Parts;
}

/** Every measure of a {@link PaymentBehaviour} row, by its name. */
export function behaviourColumns(view: BehaviourView): Readonly<Record<string, Column>> {
  const measures = Object.entries(measuresOf(view));
  const { parties } = view;
  const columns = measures.map(([name, { unit }]) => ({
    name,
    values: new Float64Array(parties.length),
    valid: new Uint8Array(parties.length),
    unit,
    reasons: undefined as (string | null)[] | undefined,
  }));
  parties.forEach((party, row) => {
    const paid = paymentStats(view.cells.payments, party, view.halves);
    measures.forEach(([, measure], index) => {
      const column = columns[index] as (typeof columns)[number];
      const parts = measure.parts(party, paid);
      if (parts) {
        column.values[row] = nearestDouble(...parts);
        column.valid[row] = 1;
        return;
      }
      column.reasons ??= new Array<string | null>(parties.length).fill(null);
      column.reasons[row] = "not_defined";
    });
  });
  return Object.fromEntries(
    columns.map(({ name, reasons, ...column }) => [
      name,
      reasons ? { ...column, reasons } : column,
    ]),
  );
}

function measuresOf(view: BehaviourView): Readonly<Record<string, Measure>> {
  const { cells, halves } = view;
  const { open, payments, highest } = cells;
  const { earlier, later, to } = halves;
  const daysOf = { earlier: BigInt(later - earlier), later: BigInt(to - later + 1) };
  return {
    monthsOfTrading: number("months", (party) => view.monthsOfTrading(party)),
    sales: money((party) => view.sales(party)),
    salesTrend: ratio((party) => {
      const before = view.flow(party, FLOW.salesEarlier) * daysOf.later;
      const after = view.flow(party, FLOW.salesLater) * daysOf.earlier;
      return [after - before, later > to ? 0n : before];
    }),
    highestBalance: money((party) => sumAt(highest.highest, party)),
    balance: money((party) => amountAt(open.charges, party) - amountAt(open.credits, party)),
    overdue: money((party) => amountAt(open.overdue, party)),
    oldestDaysPastDue: number("days", (party) => to - (cells.oldestDue[party] as number)),
    onTimeShareByCount: ofPayments("fraction", ({ onTime, count }) => [
      BigInt(onTime),
      BigInt(count),
    ]),
    onTimeShareByAmount: ofPayments("fraction", (paid) => [paid.onTimeAmount, paid.amount]),
    meanDaysLate: ofPayments("days", meanParts),
    medianDaysLate: ofPayments("days", ({ twiceMedian }) => [BigInt(twiceMedian), 2n]),
    worstDaysLate: ofPayments("days", ({ worst }) => [BigInt(worst), 1n]),
    daysLateTrend: ofPayments("days", (paid) => {
      if (paid.earlier.count === 0 || paid.later.count === 0) return undefined;
      const [before, earlierCount] = meanParts(paid.earlier);
      const [after, laterCount] = meanParts(paid.later);
      return [after * earlierCount - before * laterCount, earlierCount * laterCount];
    }),
    disputedShare: ratio((party) => [
      cells.disputed[party] as bigint,
      amountAt(open.charges, party),
    ]),
    dilution: ratio((party) => [
      view.flow(party, FLOW.creditNotes) + view.flow(party, FLOW.discounts),
      view.flow(party, FLOW.grossSales),
    ]),
    discountTakeUp: ratio((party) => [
      sumAt(payments.withDiscount, party),
      sumAt(payments.settled, party),
    ]),
    writtenOff: money((party) => view.flow(party, FLOW.writeOffs)),
  };
}

function money(minor: (party: number) => bigint): Measure {
  return { unit: "money", parts: (party) => [minor(party), 1n] };
}

function number(unit: Unit, value: (party: number) => number | undefined): Measure {
  const parts = (party: number): Parts => {
    const found = value(party);
    return found === undefined ? undefined : [BigInt(found), 1n];
  };
  return { unit, parts };
}

/** Not defined where the denominator is 0 or less. */
function ratio(value: (party: number) => readonly [bigint, bigint]): Measure {
  const parts = (party: number): Parts => {
    const [part, whole] = value(party);
    return whole > 0n ? [part, whole] : undefined;
  };
  return { unit: "fraction", parts };
}

function ofPayments(unit: Unit, value: (paid: PaymentStats) => Parts): Measure {
  return { unit, parts: (_, paid) => paid && value(paid) };
}

function meanParts({ totalDays, count }: HalfStats): readonly [bigint, bigint] {
  return [BigInt(totalDays), BigInt(count)];
}
