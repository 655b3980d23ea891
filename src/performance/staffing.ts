/**
 * @module performance/staffing
 *
 * How many people a credit department needs.
 */
import { lazily, read } from "../ground/input.ts";
import { amount, object, wholeNumber } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What {@link creditStaffing} needs. */
export interface CreditStaffingInput {
  /** Credit sales of a year. Money, at least 0. */
  readonly creditSales: Numeric;
  /** Customers who buy on credit. A whole number up to 10^9. */
  readonly customers: number;
  /** Credit sales from which a department is large: 80 million yuan in the source. Money. */
  readonly largeFromSales: Numeric;
  /** Customers from which it is large: 200 in the source. A whole number up to 10^9. */
  readonly largeFromCustomers: number;
}

/** A number of people. */
export interface Headcount {
  /** At least so many. */
  readonly from: number;
  /** At most so many; null where the source sets no end. */
  readonly to: number | null;
}

/** A department's size. */
export interface CreditStaffing {
  /** Whether it is large. */
  readonly size: "small" | "large";
  /** Credit managers. */
  readonly managers: Headcount;
  /** Staff besides them. */
  readonly staff: Headcount;
  /** Sales and customers agreed, or the number of customers decided. */
  readonly decidedBy: "both" | "customers";
}

/** The schema of {@link CreditStaffingInput}. */
export const creditStaffingSchema = lazily(() =>
  object({
    creditSales: amount(),
    customers: wholeNumber(0, 1_000_000_000),
    largeFromSales: amount(),
    largeFromCustomers: wholeNumber(0, 1_000_000_000),
  }),
);

/**
 * Staffing of a credit department (信用部门人员配置): managers and staff by credit sales and number of
 * customers.
 *
 * Use it for a first plan. Where sales and customers point to different sizes the customers decide:
 * each is a file to keep, whatever it buys.
 *
 * @formula large where customers ≥ largeFromCustomers, else small. Small: 1 manager and 1 of staff;
 *   large: 1 to 2 managers and at least 2 of staff
 * @units money and people in, people out
 *
 * @param input - Sales, customers, and from where on each is large: the source's bounds are of its
 *   country and year, so they are asked for.
 * @returns Numbers of people and what decided: a line of a table and no figure.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown or out of range.
 *
 * @source credit handbook, chapter 1.2 (80 million yuan, 200 customers), and "3+1" deck, slides 45
 *   to 47: the customers decide. The source leaves the bounds themselves open; here they are large.
 *
 * @example
 * ```ts
 * const bounds = { largeFromSales: 80_000_000, largeFromCustomers: 200 };
 * const staffing = creditStaffing({ creditSales: 95_000_000, customers: 60, ...bounds });
 * staffing.size; // => "small"
 * staffing.decidedBy; // => "customers"
 * ```
 */
export function creditStaffing(input: CreditStaffingInput): CreditStaffing {
  const terms = read("creditStaffing", creditStaffingSchema, input);
  const manyCustomers = terms.customers >= terms.largeFromCustomers;
  const muchSold = terms.creditSales.compare(terms.largeFromSales) >= 0;
  const decidedBy = manyCustomers === muchSold ? "both" : "customers";
  return manyCustomers
    ? { size: "large", managers: { from: 1, to: 2 }, staff: { from: 2, to: null }, decidedBy }
    : { size: "small", managers: { from: 1, to: 1 }, staff: { from: 1, to: 1 }, decidedBy };
}
