/**
 * @module dso/period-average
 *
 * Period-average DSO: closing receivables over the credit sales of a period, times its days.
 *
 * The form most people mean by DSO, and the least accurate: it moves when old sales rise or fall.
 * To judge recent collections see `dso/countback`; to see which months the open amounts come from
 * see `dso/aging-buckets`.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** Which receivables the numerator holds; a label in the result, it changes no arithmetic. */
export type ReceivablesScope = "closing" | "originated-in-period";

/** What {@link dsoPeriodAverage} needs. One currency throughout. */
export interface DsoPeriodAverageInput extends TaxBasisInput {
  /** Open receivables at the end of the period. Money, at least 0. */
  readonly receivables: Numeric;
  /** Credit sales of the period. Money, at least 0; 0 has no DSO. */
  readonly sales: Numeric;
  /** Days of the period, more than 0. */
  readonly days: Numeric;
  /** Whether `receivables` are all that is open (`closing`, default) or the period's own. */
  readonly receivablesScope?: ReceivablesScope;
}

/** Period-average DSO in days. */
export type DsoPeriodAverage = Figure<"dso/period-average">;

/** The schema of {@link DsoPeriodAverageInput}. */
export const dsoPeriodAverageSchema = lazily(() =>
  object({
    receivables: amount(),
    sales: amount(),
    days: days({ above: ZERO }),
    receivablesScope: withDefault(word("closing", "originated-in-period"), "closing"),
    ...taxBasisShape(),
  }),
);

/**
 * Days sales outstanding by the period average (期间平均法): how many days of the period's average
 * credit sales are still unpaid.
 *
 * Use it to compare with published figures and where only totals are known. To judge recent
 * collections use {@link dsoCountback}, which does not move with the sales of months long paid.
 *
 * @formula DSO = receivables ÷ (1 + taxRate) ÷ sales × days
 * @units money in one currency in; days out
 *
 * @param input - Closing receivables (≥ 0), credit sales of the period (> 0) and its days, and how
 *   the two stand to sales tax.
 * @returns The DSO; without `taxRate` or `sameTaxBasis` it carries `tax_basis_not_stated`.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; all faults are listed.
 * @throws {@link CreditError} `not_defined`: credit sales are 0.
 *
 * @source "3+1" deck, slide 66. The slide defines the numerator as the closing balance, yet for
 *   April to June divides only what those months originated (56 days, printed as 8 days better);
 *   with the closing balance it is 63.98. We follow the definition and offer the other reading as
 *   `receivablesScope: "originated-in-period"`.
 *
 * @example The half year of slide 66
 * ```ts
 * const dso = dsoPeriodAverage({
 *   receivables: 1_170_000,
 *   sales: 3_318_000,
 *   days: 181,
 *   sameTaxBasis: true,
 * });
 * dso.value.toFixed(4); // => "63.8246"
 * ```
 */
export function dsoPeriodAverage(input: DsoPeriodAverageInput): DsoPeriodAverage {
  const terms = read("dsoPeriodAverage", dsoPeriodAverageSchema, input);
  return present("dsoPeriodAverage", periodAverage(terms));
}

/** The figure, or why there is none: for tables, which do not throw. */
export function periodAverage(
  terms: Terms<ReturnType<typeof dsoPeriodAverageSchema>>,
): DsoPeriodAverage | Absent<"dso/period-average"> {
  const { receivables, sales, days, receivablesScope } = terms;
  const basis = taxBasisOf("dsoPeriodAverage", terms);
  const inputs = { receivables, sales, days, receivablesScope, ...basis };
  if (receivables.sign < 0) {
    const reason = "receivables are a credit balance";
    return absent("dso/period-average", "days", inputs, "credit_balance", reason);
  }
  if (sales.sign <= 0) {
    const reason = "credit sales are not above 0";
    return absent("dso/period-average", "days", inputs, "not_defined", reason);
  }
  const dso = withoutTax(receivables, basis).over(sales).times(days);
  return figure("dso/period-average", dso, "days", inputs, { caveats: taxCaveats(basis) });
}
