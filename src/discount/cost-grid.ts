/**
 * @module discount/cost-grid
 *
 * The comparison of discounts and net days that a sales office keeps on the wall.
 */
import { CreditError, issue } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { days, list, object, rate, withDefault, yearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { DiscountAnnualRate } from "./annual-rate.ts";
import { annualRates } from "./annual-rate.ts";

/** What {@link discountCostGrid} needs. */
export interface DiscountCostGridInput {
  /** The discounts, one row each: from 0, below 1. At most 100. */
  readonly discountRates: List<Numeric>;
  /** The last day on which any of them is earned. Days, at least 0. */
  readonly discountDay: Numeric;
  /** The net days, one column each, all after `discountDay`. At most 100. */
  readonly paymentDays: List<Numeric>;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** One discount against every net day. */
export interface DiscountCostRow {
  /** The discount, a plain decimal. */
  readonly discountRate: string;
  /** One cell a net day, in their order. */
  readonly cells: readonly DiscountCostCell[];
}

/** One discount against one net day. */
export interface DiscountCostCell extends DiscountAnnualRate {
  /** The net day, a plain decimal. */
  readonly paymentDay: string;
}

/** The grid, row by row. */
export interface DiscountCostGrid {
  /** One row a discount, in their order. */
  readonly rows: readonly DiscountCostRow[];
}

const MOST = { atLeast: 1, atMost: 100 };

/** The schema of {@link DiscountCostGridInput}. */
export const discountCostGridSchema = lazily(() =>
  object({
    discountRates: list(rate(), MOST),
    discountDay: days(),
    paymentDays: list(days({ above: ZERO }), MOST),
    yearDays: withDefault(yearDays(), 365),
  }),
);

/**
 * Credit terms against discounts (赊销期与折扣对比表): the annual cost of forgoing every discount of a
 * list, for every net day of another.
 *
 * Use it to set a house table of discounts; for one pair use {@link discountAnnualRate}.
 *
 * @formula every cell as {@link discountAnnualRate}
 * @units days in; fractions a year out
 *
 * @param input - Discounts, net days, and the day up to which the discounts are earned.
 * @returns Rows in the order of the discounts, cells in the order of the net days.
 *
 * @throws {@link CreditError} `invalid_input`: a discount is 1, a net day is not after the discount
 *   day, a list is empty or has more than 100 entries; all faults are listed.
 *
 * @source "3+1" deck, slide 79, which only names the table; its numbers are lost, these are ours.
 *
 * @example
 * ```ts
 * const { rows } = discountCostGrid({
 *   discountRates: ["0.01", "0.02"],
 *   discountDay: 10,
 *   paymentDays: [30, 60],
 *   yearDays: 360,
 * });
 * const text = rows.map(({ cells }) => cells.map(({ simple }) => simple.value.toFixed(4)));
 * text[0]; // => ["0.1818", "0.0727"]
 * text[1]; // => ["0.3673", "0.1469"]
 * ```
 */
export function discountCostGrid(input: DiscountCostGridInput): DiscountCostGrid {
  const terms = read("discountCostGrid", discountCostGridSchema, input);
  const { discountRates, discountDay, paymentDays, yearDays } = terms;
  requireInTime(discountRates, discountDay, paymentDays);
  return {
    rows: discountRates.map((discountRate) => ({
      discountRate: toText(discountRate),
      cells: paymentDays.map((paymentDay) => ({
        paymentDay: toText(paymentDay),
        ...annualRates({ discountRate, discountDay, paymentDay, yearDays }),
      })),
    })),
  };
}

function requireInTime(rates: Fraction[], discountDay: Fraction, paymentDays: Fraction[]): void {
  const whole = rates.flatMap((each, index) =>
    each.equals(ONE) ? [issue(`discountRates[${index}]`, "must be less than 1", "1")] : [],
  );
  const late = paymentDays.flatMap((day, index) => {
    if (day.compare(discountDay) > 0) return [];
    return [issue(`paymentDays[${index}]`, "must be after `discountDay`", toText(day))];
  });
  const issues = [...whole, ...late];
  if (issues.length > 0) throw new CreditError("invalid_input", "discountCostGrid", issues);
}
