/**
 * @module limits/targets
 *
 * From a sales target to what may be sold on credit, and to the receivables that this means.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { amount, days, list, object, rate, withDefault, yearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";

/** What {@link receivablesTarget} needs. */
export interface ReceivablesTargetInput {
  /** Credit sales of a year. Money, at least 0. */
  readonly annualCreditSales: Numeric;
  /** The days sales outstanding aimed at, at least 0. */
  readonly dso: Numeric;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** Target for receivables, in money. */
export type ReceivablesTarget = Figure<"limits/receivables-target">;

/** The schema of {@link ReceivablesTargetInput}. */
export const receivablesTargetSchema = lazily(() =>
  object({
    annualCreditSales: amount(),
    dso: days(),
    yearDays: withDefault(yearDays(), 365),
  }),
);

/**
 * Target for receivables (应收账款目标): how much may be outstanding at a DSO.
 *
 * Use it to turn a DSO target into money: the sum of all credit limits in use should not be above
 * it. What a lower DSO sets free is {@link cashReleased}.
 *
 * @formula receivables = annualCreditSales × dso ÷ yearDays
 * @units money and days in, money out
 *
 * @param input - Credit sales of a year (≥ 0) and the DSO (≥ 0).
 * @returns The receivables that the DSO means.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 *
 * @source "3+1" deck, slide 86 (DSO of at most 50 days; the amount itself is not printed).
 *
 * @example The upper end of slide 86
 * ```ts
 * receivablesTarget({ annualCreditSales: 9800, dso: 50 }).value.toFixed(2); // => "1342.47"
 * ```
 */
export function receivablesTarget(input: ReceivablesTargetInput): ReceivablesTarget {
  const terms = read("receivablesTarget", receivablesTargetSchema, input);
  const { annualCreditSales, dso, yearDays: year, currency } = terms;
  const receivables = annualCreditSales.times(dso).over(year);
  const inputs = { annualCreditSales, dso, yearDays: year };
  return figure("limits/receivables-target", receivables, "money", inputs, { currency });
}

/** What {@link creditSalesRange} needs. */
export interface CreditSalesRangeInput {
  /** Sales of the period, cash sales included. Money, at least 0. */
  readonly totalSales: Numeric;
  /** Shares that may be sold on credit, from 0 to 1; at most 1,000. */
  readonly shares: List<Numeric>;
}

/** Credit sales at one share, in money. */
export type CreditSalesAtShare = Figure<"limits/credit-sales">;

/** The schema of {@link CreditSalesRangeInput}. */
export const creditSalesRangeSchema = lazily(() =>
  object({ totalSales: amount(), shares: list(rate(), { atLeast: 1, atMost: 1_000 }) }),
);

/**
 * Range of credit sales (赊销规模): what of the sales target may be sold on credit, at each share.
 *
 * Use it with the lowest and the highest share that the policy allows. What share it was in a past
 * period is {@link creditSalesShare}.
 *
 * @formula creditSales = totalSales × share
 * @units money and fractions in, money out
 *
 * @param input - Sales of the period (≥ 0), and shares (0 to 1).
 * @returns One figure a share, in the order given.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; all faults are listed.
 *
 * @source "3+1" deck, slide 86.
 *
 * @example Slide 86: 60 to 70 % of 14,000
 * ```ts
 * const range = creditSalesRange({ totalSales: 14_000, shares: ["0.6", "0.7"] });
 * range.map((sales) => sales.value.toString()); // => ["8400", "9800"]
 * ```
 */
export function creditSalesRange(input: CreditSalesRangeInput): readonly CreditSalesAtShare[] {
  const { totalSales, shares, currency } = read("creditSalesRange", creditSalesRangeSchema, input);
  return shares.map((share) => {
    const creditSales = totalSales.times(share);
    const inputs = { totalSales, share };
    return figure("limits/credit-sales", creditSales, "money", inputs, { currency });
  });
}
