/**
 * @module ledger/behaviour-trend-measures
 *
 * The measures of the behaviour, read off sums of every customer at every month end.
 */
import { monthNumber } from "../ground/months.ts";
import type { Measure } from "./behaviour-columns.ts";
import { byParty, plain, share } from "./behaviour-columns.ts";
import { disputedByParty } from "./behaviour-cells.ts";
import type { BehaviourGrid } from "./behaviour-grid.ts";
import { NEVER_SOLD, saleDates } from "./trading-dates.kernel.ts";
import type { Whole } from "./whole-numbers.ts";
import { minus, times } from "./whole-numbers.ts";
import type { Halves } from "./window-cells.ts";

/** Makes a measure, in the cells of the grid. */
type Maker = (grid: BehaviourGrid) => Measure;

const NET_SALES = { sale: 1, creditNote: -1 };

/** Measures that come from passes over the ledger as a whole. */
export const TREND_MEASURES: Readonly<Record<string, Maker>> = {
  monthsOfTrading: (grid) => {
    const { data, ends, stride } = grid;
    const { firstSale } = saleDates(data.journal, lastOf(ends).to);
    const [months, traded] = [grid.cells(), grid.cells()];
    const monthOfEnd = ends.map(({ to }) => monthNumber(to));
    firstSale.forEach((day, party) => {
      if (day === NEVER_SOLD) return;
      // Counted to the last day of a month, no day of a month is missing to a whole one.
      const first = monthNumber(day);
      monthOfEnd.forEach((month, end) => {
        if (month < first) return;
        months[party * stride + end] = month - first;
        traded[party * stride + end] = 1;
      });
    });
    return { unit: "months", part: months, whole: traded };
  },
  sales: (grid) => plain("money", grid.sums(NET_SALES)),
  salesTrend: (grid) => {
    const { ends, stride, spans } = grid;
    const later = grid.sums(NET_SALES, spans.later);
    const earlier = grid.sums(NET_SALES, spans.earlier);
    const earlierDays = ends.map((end) => end.later - end.earlier);
    const laterDays = ends.map((end) => end.to - end.later + 1);
    const daysOf = (days: readonly number[], cell: number) => days[cell % stride] ?? 0;
    const before = byParty(earlier, (cell) => times(at(earlier, cell), daysOf(laterDays, cell)));
    const change = byParty(later, (cell) => {
      const after = times(at(later, cell), daysOf(earlierDays, cell));
      return minus(after, before[cell] as Whole);
    });
    return share(change, before);
  },
  highestBalance: (grid) => plain("money", grid.highestBalance()),
  balance: (grid) => plain("money", grid.balance()),
  overdue: (grid) => plain("money", grid.overdue()),
  oldestDaysPastDue: (grid) => plain("days", grid.oldestDaysPastDue()),
  onTimeShareByCount: (grid) => {
    const onTime = grid.listed().late.map(isOnTime);
    return share(grid.paid(onTime), grid.payments());
  },
  onTimeShareByAmount: (grid) => {
    const { late, amount } = grid.listed();
    const onTime = amount.map((each, at) => (isOnTime(late[at] as number) ? each : 0));
    return share(grid.paid(onTime), grid.paid(amount));
  },
  meanDaysLate: (grid) => ({
    unit: "days",
    part: grid.paid(grid.listed().late),
    whole: grid.payments(),
  }),
  medianDaysLate: (grid) => {
    const halves = grid.payments().map((count) => (count > 0 ? 2 : 0));
    return { unit: "days", part: grid.twiceMedian(), whole: halves };
  },
  worstDaysLate: (grid) => {
    const paid = grid.payments().map((count) => (count > 0 ? 1 : 0));
    return { unit: "days", part: grid.worst(), whole: paid };
  },
  daysLateTrend: (grid) => {
    const { late } = grid.listed();
    const { earlier, later } = grid.spans;
    const one = new Uint8Array(late.length).fill(1);
    const [countBefore, countAfter] = [grid.paid(one, earlier), grid.paid(one, later)];
    const [daysBefore, daysAfter] = [grid.paid(late, earlier), grid.paid(late, later)];
    const change = byParty(countAfter, (cell) =>
      minus(
        times(at(daysAfter, cell), at(countBefore, cell)),
        times(at(countAfter, cell), at(daysBefore, cell)),
      ),
    );
    const whole = byParty(countAfter, (cell) => times(at(countAfter, cell), at(countBefore, cell)));
    return { unit: "days", part: change, whole };
  },
  disputedShare: (grid) => {
    const { data, ends, stride } = grid;
    const disputed = grid.cells();
    // Only what has a dispute is looked at, end by end.
    ends.forEach(({ to }, end) => {
      for (const [party, share] of disputedByParty(data, to)) {
        disputed[party * stride + end] = Number(share);
      }
    });
    return share(disputed, grid.charges());
  },
  dilution: (grid) => share(grid.sums({ creditNote: 1, discount: 1 }), grid.sums({ sale: 1 })),
  discountTakeUp: (grid) =>
    share(grid.withDiscount(), grid.sums({ payment: 1, discount: 1, settlement: 1 })),
  writtenOff: (grid) => plain("money", grid.sums({ writeOff: 1 })),
};

function isOnTime(late: number): number {
  return late <= 0 ? 1 : 0;
}

function at(cells: Float64Array, cell: number): number {
  return cells[cell] as number;
}

function lastOf(ends: readonly Halves[]): Halves {
  return ends[ends.length - 1] as Halves;
}
