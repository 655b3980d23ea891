/**
 * @module dso/turnover
 *
 * Receivables turnover: how many times a year receivables are collected and made anew.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import type { YearDays } from "../ground/input-atoms.ts";
import { amount, days, object, optional, withDefault, yearDays } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** What {@link receivablesTurnover} needs. One currency throughout. */
export interface ReceivablesTurnoverInput extends TaxBasisInput {
  /** Credit sales of a year, or of `days` days. Money, at least 0. */
  readonly sales: Numeric;
  /** Open receivables at the beginning of the period. Money, at least 0. */
  readonly openingReceivables: Numeric;
  /** Open receivables at its end. Money, at least 0. */
  readonly closingReceivables: Numeric;
  /** Days that the sales are of, more than 0: they are then brought to a year. Default: a year. */
  readonly days?: Numeric;
  /** Days of the year: 365 (default), 360 or 366. */
  readonly yearDays?: YearDays;
}

/** Turnover in times a year. */
export type ReceivablesTurnover = Figure<"dso/receivables-turnover">;

/** The schema of {@link ReceivablesTurnoverInput}. */
export const receivablesTurnoverSchema = lazily(() =>
  object({
    sales: amount(),
    openingReceivables: amount(),
    closingReceivables: amount(),
    days: optional(days({ above: ZERO })),
    yearDays: withDefault(yearDays(), 365),
    ...taxBasisShape(),
  }),
);

/**
 * Receivables turnover (应收账款周转率): credit sales of a year over average receivables.
 *
 * Use it to compare with published accounts. Credit managers read the same in days:
 * {@link dsoPeriodAverage}. For the turnover on closing receivables alone give them as
 * `openingReceivables`, too.
 *
 * @formula turnover = sales × yearDays ÷ days ÷ ((openingReceivables + closingReceivables) ÷ 2 ÷
 *   (1 + taxRate))
 * @units money in one currency in; times a year out
 *
 * @param input - Credit sales (≥ 0) of a year, or of `days` days (> 0), and receivables at both
 *   ends (≥ 0).
 * @returns The turnover; `days` stands in the inputs as `yearDays` where it was left out.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: receivables are 0 at both ends.
 *
 * @source The accounting ratio. A quarter counts four times with `days: 90` and `yearDays: 360`;
 *   with its own 91 days of 365 it counts 4.011 times.
 *
 * @example A quarter, counted four times
 * ```ts
 * const turnover = receivablesTurnover({
 *   sales: 1664,
 *   openingReceivables: 980,
 *   closingReceivables: 1170,
 *   days: 90,
 *   yearDays: 360,
 *   sameTaxBasis: true,
 * });
 * turnover.value.toFixed(8); // => "6.19162791"
 * ```
 */
export function receivablesTurnover(input: ReceivablesTurnoverInput): ReceivablesTurnover {
  const terms = read("receivablesTurnover", receivablesTurnoverSchema, input);
  return present("receivablesTurnover", turnover(terms));
}

const TWO = /* @__PURE__ */ Fraction.of(2n);

function turnover(
  terms: Terms<ReturnType<typeof receivablesTurnoverSchema>>,
): ReceivablesTurnover | Absent<"dso/receivables-turnover"> {
  const { sales, openingReceivables, closingReceivables, yearDays } = terms;
  const days = terms.days ?? yearDays;
  const basis = taxBasisOf("receivablesTurnover", terms);
  const inputs = { sales, openingReceivables, closingReceivables, days, yearDays, ...basis };
  const average = openingReceivables.plus(closingReceivables).over(TWO);
  if (average.isZero) {
    const reason = "receivables are 0 at both ends";
    return absent("dso/receivables-turnover", "times", inputs, "not_defined", reason);
  }
  const annualSales = sales.times(yearDays).over(days);
  const times = annualSales.over(withoutTax(average, basis));
  const caveats = taxCaveats(basis);
  return figure("dso/receivables-turnover", times, "times", inputs, { caveats });
}
