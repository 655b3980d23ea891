/**
 * @module dso/day-basis
 *
 * How many days a period counts: those of the calendar, or 30 a month.
 */
import { partsOf } from "../ground/days.ts";
import type { Schema } from "../ground/input.ts";
import { atom, Fault } from "../ground/input-atoms.ts";
import { monthEnd, monthNumber } from "../ground/months.ts";
import type { ReadPeriod } from "../ground/periods.ts";

/**
 * Days by the calendar, or 30 for every month: 90 a quarter, 360 a year. A part of a month then
 * counts the days it has, the end of the month being its 30th.
 */
export type DayBasis = "calendar" | 30;

/** The field of a schema. */
export const dayBasisWord = (): Schema<DayBasis, DayBasis> =>
  atom<DayBasis, DayBasis>((value) =>
    value === "calendar" || value === 30 ? value : new Fault('must be "calendar" or 30'),
  );

/** Days of a period. At 30 a month, the parts of a month always add up to 30. */
export function daysOn(basis: DayBasis, { from, to, days }: ReadPeriod): number {
  return basis === 30 ? daysOf30(to) - daysOf30(from - 1) : days;
}

/** Days up to and including `day`, every month counted as 30. */
function daysOf30(day: number): number {
  const ofMonth = day === monthEnd(day) ? 30 : Math.min(partsOf(day).day, 30);
  return monthNumber(day) * 30 + ofMonth;
}
