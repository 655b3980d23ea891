/**
 * @module ledger/behaviour-columns
 *
 * The same measures of every customer as typed columns, straight from the sums: no figure is made.
 */
import type { Unit } from "../ground/figure.ts";
import { nearestDouble } from "../ground/figure-columns.ts";
import type { Column } from "../ground/rows.ts";
import { FLOW, FLOWS } from "./behaviour.kernel.ts";
import type { BehaviourView } from "./behaviour-view.ts";
import type { Amounts } from "./columns.ts";
import { amountAt } from "./columns.ts";
import type { HalfStats, PaymentStats } from "./payment-stats.ts";
import { PAID, PAID_SUMS } from "./payment-totals.kernel.ts";

/** A whole number of minor units, days or documents: a bigint where no double holds it. */
type Whole = number | bigint;

/** A value as numerator and denominator; undefined where there is none. */
type Parts = readonly [Whole, Whole] | undefined;

/** How a measure is read of a party and its payments. */
interface Measure {
  readonly unit: Unit;
  /** Whether it needs what the party paid. */
  readonly ofPayments: boolean;
  parts(party: number, paid: PaymentStats | undefined): Parts;
}

/** Measures of a {@link PaymentBehaviour} row by their names: those asked, or all. */
export function behaviourColumns(
  view: BehaviourView,
  names?: readonly string[],
): Readonly<Record<string, Column>> {
  const measures = Object.entries(measuresOf(view));
  const asked = measures.filter(([name]) => names?.includes(name) ?? true);
  const { parties, cells } = view;
  const needsPayments = asked.some(([, { ofPayments }]) => ofPayments);
  const columns = asked.map(([name, measure]) => ({ name, measure, draft: new Draft(parties) }));
  parties.forEach((party, row) => {
    const paid = needsPayments ? cells.punctuality(party) : undefined;
    for (const { measure, draft } of columns) draft.put(row, measure.parts(party, paid));
  });
  return Object.fromEntries(
    columns.map(({ name, measure, draft }) => [name, draft.done(measure.unit)]),
  );
}

/** One column while its rows are put in. */
class Draft {
  readonly #values: Float64Array;
  readonly #valid: Uint8Array;
  #reasons: (string | null)[] | undefined;

  constructor({ length }: readonly number[]) {
    this.#values = new Float64Array(length);
    this.#valid = new Uint8Array(length);
  }

  put(row: number, parts: Parts): void {
    if (parts) {
      this.#values[row] = nearest(parts);
      this.#valid[row] = 1;
      return;
    }
    this.#reasons ??= new Array<string | null>(this.#values.length).fill(null);
    this.#reasons[row] = "not_defined";
  }

  done(unit: Unit): Column {
    const column = { values: this.#values, valid: this.#valid, unit };
    return this.#reasons ? { ...column, reasons: this.#reasons } : column;
  }
}

function nearest([part, whole]: readonly [Whole, Whole]): number {
  if (typeof part === "number" && typeof whole === "number") {
    // Exact ones give the nearest double in one division.
    if (Number.isSafeInteger(part) && Number.isSafeInteger(whole)) return part / whole;
  }
  return nearestDouble(BigInt(part), BigInt(whole));
}

function measuresOf(view: BehaviourView): Readonly<Record<string, Measure>> {
  const { cells, halves } = view;
  const { earlier, later, to } = halves;
  const daysOf = { earlier: BigInt(later - earlier), later: BigInt(to - later + 1) };
  const flow = (party: number, at: number) => cells.flows.sum[party * FLOWS + at] as number;
  const at = (sums: Amounts, party: number) => sums[party] as number;
  return {
    monthsOfTrading: number("months", (party) => view.monthsOfTrading(party)),
    sales: money(
      (party) =>
        flow(party, FLOW.salesBefore) +
        flow(party, FLOW.salesEarlier) +
        flow(party, FLOW.salesLater),
    ),
    salesTrend: ratio((party) => {
      const before = view.flow(party, FLOW.salesEarlier) * daysOf.later;
      const after = view.flow(party, FLOW.salesLater) * daysOf.earlier;
      return [after - before, later > to ? 0n : before];
    }),
    highestBalance: money((party) => at(cells.highest.highest, party)),
    balance: money((party) => at(cells.open.charges, party) - at(cells.open.credits, party)),
    overdue: money((party) => at(cells.open.overdue, party)),
    oldestDaysPastDue: number("days", (party) => to - (cells.oldestDue[party] as number)),
    onTimeShareByCount: ofPayments("fraction", ({ onTime, count }) => [onTime, count]),
    onTimeShareByAmount: ofPayments("fraction", (paid) => [paid.onTimeAmount, paid.amount]),
    meanDaysLate: ofPayments("days", meanParts),
    medianDaysLate: ofPayments("days", ({ twiceMedian }) => [twiceMedian, 2]),
    worstDaysLate: ofPayments("days", ({ worst }) => [worst, 1]),
    daysLateTrend: ofPayments("days", (paid) => {
      const [before, after] = [paid.earlier, paid.later];
      if (before.count === 0 || after.count === 0) return undefined;
      const change = after.totalDays * before.count - before.totalDays * after.count;
      return [change, before.count * after.count];
    }),
    disputedShare: ratio((party) => [
      cells.disputed[party] as bigint,
      amountAt(cells.open.charges, party),
    ]),
    dilution: ratio((party) => [
      flow(party, FLOW.creditNotes) + flow(party, FLOW.discounts),
      flow(party, FLOW.grossSales),
    ]),
    discountTakeUp: ratio((party) => [
      at(cells.payments.sums, party * PAID_SUMS + PAID.withDiscount),
      at(cells.payments.sums, party * PAID_SUMS + PAID.settled),
    ]),
    writtenOff: money((party) => flow(party, FLOW.writeOffs)),
  };
}

function money(minor: (party: number) => Whole): Measure {
  // A bigint over a number is a bigint over 1, whichever way the sums were made.
  return { unit: "money", ofPayments: false, parts: (party) => [minor(party), 1] };
}

function number(unit: Unit, value: (party: number) => number | undefined): Measure {
  const parts = (party: number): Parts => {
    const found = value(party);
    return found === undefined ? undefined : [found, 1];
  };
  return { unit, ofPayments: false, parts };
}

/** Not defined where the denominator is 0 or less. */
function ratio(value: (party: number) => readonly [Whole, Whole]): Measure {
  const parts = (party: number): Parts => {
    const [part, whole] = value(party);
    return whole > 0 ? [part, whole] : undefined;
  };
  return { unit: "fraction", ofPayments: false, parts };
}

function ofPayments(unit: Unit, value: (paid: PaymentStats) => Parts): Measure {
  return { unit, ofPayments: true, parts: (_, paid) => paid && value(paid) };
}

function meanParts({ totalDays, count }: HalfStats): readonly [number, number] {
  return [totalDays, count];
}
