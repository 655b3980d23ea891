/**
 * @module dso/day-basis
 *
 * Days at 30 a month.
 */
import { partsOf } from "../ground/days.ts";
import { monthEnd, monthNumber } from "../ground/months.ts";

/**
 * Days from `from` to `to`, both inclusive, at 30 a month. A part of a month counts the days it
 * has, the end of the month being its 30th; so the parts of a month always add up to 30.
 */
export function daysOf30(from: number, to: number): number {
  return count30(to) - count30(from - 1);
}

/** Days up to and including `day`, every month counted as 30. */
function count30(day: number): number {
  const ofMonth = day === monthEnd(day) ? 30 : Math.min(partsOf(day).day, 30);
  return monthNumber(day) * 30 + ofMonth;
}
