/**
 * @module dso/countback-rules
 *
 * How a countback treats the periods that are no plain sales, and how it counts days.
 */
import { CreditError, issue } from "../ground/errors.ts";
import { optional, withDefault, word } from "../ground/input-atoms.ts";
import { toText } from "../ground/numeric.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import type { DayBasis } from "./day-basis.ts";
import { dayBasisWord } from "./day-basis.ts";

/** What a period without sales does to the walk. */
export type ZeroSales = "count-days" | "skip" | "stop";

/** What a period with negative sales (more returns than sales) does to the walk. */
export type NegativeSales = "refuse" | "net-into-previous" | "stop";

/** How the walk is to treat periods that are no plain sales, and count days. */
export interface CountbackRules {
  /**
   * A period without sales: its days count (`count-days`, default), it is passed over (`skip`), or
   * the walk ends there (`stop`) and the rest is treated as exhausted.
   */
  readonly zeroSales?: ZeroSales;
  /**
   * A period with negative sales: it is refused (`refuse`, default); the negative amount moves to
   * the period before, repeatedly, and the period counts as one without sales
   * (`net-into-previous`); or the walk ends there (`stop`) and the rest is treated as exhausted.
   */
  readonly negativeSales?: NegativeSales;
  /** Days by the `calendar` (default), or 30 a month and 90 a quarter. */
  readonly dayBasis?: DayBasis;
}

const zeroSales = () => word("count-days", "skip", "stop");
const negativeSales = () => word("refuse", "net-into-previous", "stop");

/** The rules with their defaults, for a schema. */
export const countbackRulesShape = () => ({
  zeroSales: withDefault(zeroSales(), "count-days"),
  negativeSales: withDefault(negativeSales(), "refuse"),
  dayBasis: withDefault(dayBasisWord(), "calendar"),
});

/** The rules for a schema in which a countback is but one of the ways. */
export const optionalRulesShape = () => ({
  zeroSales: optional(zeroSales()),
  negativeSales: optional(negativeSales()),
  dayBasis: optional(dayBasisWord()),
});

/** Refuses every period with negative sales, unless the rules say what becomes of them. */
export function refuseNegativeSales(
  fn: string,
  periods: readonly ReadPeriod[],
  rule: NegativeSales,
): void {
  if (rule !== "refuse" || !periods.some(hasNegativeSales)) return;
  const text = 'must be at least 0 unless `negativeSales` is "net-into-previous" or "stop"';
  const issues = periods.flatMap(({ sales }, index) =>
    sales.sign < 0 ? [issue(`periods[${index}].sales`, text, toText(sales))] : [],
  );
  throw new CreditError("invalid_input", fn, issues);
}

/** True where returns exceed sales. */
export function hasNegativeSales({ sales }: ReadPeriod): boolean {
  return sales.sign < 0;
}
