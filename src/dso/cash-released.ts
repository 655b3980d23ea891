/**
 * @module dso/cash-released
 *
 * What a change of the DSO is worth in cash.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { amount, days, object, withDefault, yearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link cashReleased} needs. */
export interface CashReleasedInput {
  /** Credit sales of a year. Money, at least 0. */
  readonly annualSales: Numeric;
  /** The DSO now: its figure, or days. */
  readonly fromDso: Numeric;
  /** The DSO aimed at or reached: its figure, or days. */
  readonly toDso: Numeric;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** Cash released, in money. */
export type CashReleased = Figure<"dso/cash-released">;

/** The schema of {@link CashReleasedInput}. */
export const cashReleasedSchema = lazily(() =>
  object({
    annualSales: amount(),
    fromDso: days(),
    toDso: days(),
    yearDays: withDefault(yearDays(), 365),
  }),
);

/**
 * Cash released (释放的现金): money that a shorter DSO sets free, once and for all.
 *
 * Use it to put a price on a target DSO. What that money then earns a year is the opportunity cost
 * of the receivables, a matter of `trade-credit/cost`.
 *
 * @formula cash released = annualSales × (fromDso − toDso) ÷ yearDays
 * @units money in, money out
 *
 * @param input - Credit sales of a year (≥ 0) and both DSOs, as figures or days (≥ 0).
 * @returns The money; negative where the DSO grows and cash is tied up.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative, no plain
 *   decimal or a figure of another unit; all faults are listed.
 *
 * @source "3+1" deck, slide 71 (its table is lost; this is the usual reading).
 *
 * @example Ten days less on 12,000 a year
 * ```ts
 * cashReleased({ annualSales: 12_000, fromDso: 50, toDso: 40 }).value.toFixed(2); // => "328.77"
 * ```
 */
export function cashReleased(input: CashReleasedInput): CashReleased {
  const terms = read("cashReleased", cashReleasedSchema, input);
  const { annualSales, fromDso, toDso, yearDays, currency } = terms;
  const salesPerDay = annualSales.over(yearDays);
  const released = salesPerDay.times(fromDso.minus(toDso));
  const inputs = { annualSales, fromDso, toDso, yearDays };
  return figure("dso/cash-released", released, "money", inputs, { currency });
}
