/**
 * @module ledger/month-ends
 *
 * Month ends as the points of a trend.
 */
import { CreditError } from "../ground/errors.ts";
import { monthEnd } from "../ground/months.ts";

/** Month ends that a trend may have: beyond that its cells no longer fit a cache. */
export const MOST_MONTH_ENDS = 600;

/** Refuses days that are no month ends, or not one after the other. */
export function requireMonthEnds(fn: string, days: readonly number[]): void {
  const issues = days.flatMap((day, index) => {
    const path = `monthEnds[${String(index)}]`;
    if (day !== monthEnd(day)) return [{ path, rule: "must be the last day of a month" }];
    if (index > 0 && day <= (days[index - 1] as number)) {
      return [{ path, rule: "must be after the one before" }];
    }
    return [];
  });
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
}
