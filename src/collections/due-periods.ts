/**
 * @module collections/due-periods
 *
 * The weeks and months that money is planned by: whole ones of the calendar, the first and last cut
 * to the span asked.
 */
import { formatDay, LAST_DAY } from "../ground/days.ts";
import { refuse } from "../ground/errors.ts";
import { word } from "../ground/input-atoms.ts";
import type { DaySpan } from "../ground/months.ts";
import { monthEnd } from "../ground/months.ts";

/** Calendar weeks from Monday to Sunday, or calendar months. */
export type PlanBy = "week" | "month";

/** Periods that one plan may have. */
export const MAX_PLAN_PERIODS = 600;

/** The schema of {@link PlanBy}. */
export const planBy = () => word("week", "month");

/**
 * So many weeks or months from a first day on; the first begins there, however late in its week.
 */
export function periodsFrom(fn: string, first: number, by: PlanBy, count: number): DaySpan[] {
  const spans: DaySpan[] = [];
  let from = first;
  while (spans.length < count) {
    const to = endOf(from, by);
    spans.push({ from, to });
    from = to + 1;
  }
  if (from - 1 > LAST_DAY) {
    refuse(fn, "periods", `must end on ${formatDay(LAST_DAY)} or before: that is the last date`);
  }
  return spans;
}

/** The weeks or months between two days, both inclusive; undefined where they are too many. */
export function periodsBetween(from: number, to: number, by: PlanBy): DaySpan[] | undefined {
  const spans: DaySpan[] = [];
  for (let day = from; day <= to;) {
    if (spans.length === MAX_PLAN_PERIODS) return undefined;
    const end = Math.min(endOf(day, by), to);
    spans.push({ from: day, to: end });
    day = end + 1;
  }
  return spans;
}

/** The number of the period of every day, from the first day of the first one on. */
export function periodByDay(spans: readonly DaySpan[]): Uint16Array {
  const first = (spans[0] as DaySpan).from;
  const period = new Uint16Array((spans[spans.length - 1] as DaySpan).to - first + 1);
  spans.forEach(({ from, to }, index) => period.fill(index, from - first, to - first + 1));
  return period;
}

/** The last day of the week or month that a day lies in. */
function endOf(day: number, by: PlanBy): number {
  return by === "month" ? monthEnd(day) : day + 6 - daysSinceMonday(day);
}

/** Day 0 (1970-01-01) was a Thursday. */
function daysSinceMonday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
