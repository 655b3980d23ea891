/**
 * @module dso/delinquent
 *
 * The part of the DSO that is delay: delinquent DSO from the amounts past due, average days
 * delinquent as a difference of two DSOs, and the delay against the terms agreed.
 */
import { refuse } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, days, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** What {@link dsoDelinquent} needs. One currency throughout. */
export interface DsoDelinquentInput extends TaxBasisInput {
  /** Open receivables at the end of the period. Money, at least 0. */
  readonly receivables: Numeric;
  /** Of these, what is not yet past due. Money, from 0 to `receivables`. */
  readonly currentReceivables: Numeric;
  /** Credit sales of the period. Money, at least 0; 0 has no DSO. */
  readonly sales: Numeric;
  /** Days of the period, more than 0. */
  readonly days: Numeric;
}

/** Delinquent DSO in days. */
export type DsoDelinquent = Figure<"dso/delinquent">;

/** The schema of {@link DsoDelinquentInput}. */
export const dsoDelinquentSchema = lazily(() =>
  object({
    receivables: amount(),
    currentReceivables: amount(),
    sales: amount(),
    days: days({ above: ZERO }),
    ...taxBasisShape(),
  }),
);

/**
 * Delinquent DSO (逾期账款周转天数): days of sales in receivables that are past due.
 *
 * Use it where the amounts past due are known. It is the period-average DSO less
 * {@link dsoBestPossible}; with two DSOs at hand take {@link averageDaysDelinquent}.
 *
 * @formula delinquent DSO = (receivables − currentReceivables) ÷ (1 + taxRate) ÷ sales × days
 * @units money in one currency in; days out
 *
 * @param input - Receivables (≥ 0), what of them is not past due (at most all), credit sales of the
 *   period (> 0) and its days.
 * @returns The delinquent DSO; 0 where nothing is past due.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal, or more is current than open; all faults are listed.
 * @throws {@link CreditError} `not_defined`: credit sales are 0.
 *
 * @source Credit Research Foundation, "delinquent DSO".
 *
 * @example A quarter with 600 of 1,170 not past due
 * ```ts
 * const delinquent = dsoDelinquent({
 *   receivables: 1170,
 *   currentReceivables: 600,
 *   sales: 1664,
 *   days: 91,
 *   sameTaxBasis: true,
 * });
 * delinquent.value.toString(); // => "31.171875"
 * ```
 */
export function dsoDelinquent(input: DsoDelinquentInput): DsoDelinquent {
  const terms = read("dsoDelinquent", dsoDelinquentSchema, input);
  const { receivables, currentReceivables } = terms;
  if (currentReceivables.compare(receivables) > 0) {
    const rule = "must be at most `receivables`";
    refuse("dsoDelinquent", "currentReceivables", rule, toText(currentReceivables));
  }
  return present("dsoDelinquent", delinquent(terms));
}

function delinquent(
  terms: Terms<ReturnType<typeof dsoDelinquentSchema>>,
): DsoDelinquent | Absent<"dso/delinquent"> {
  const { receivables, currentReceivables, sales, days } = terms;
  const basis = taxBasisOf("dsoDelinquent", terms);
  const inputs = { receivables, currentReceivables, sales, days, ...basis };
  if (sales.isZero) {
    return absent("dso/delinquent", "days", inputs, "not_defined", "credit sales are 0");
  }
  const pastDue = receivables.minus(currentReceivables);
  const dso = withoutTax(pastDue, basis).over(sales).times(days);
  return figure("dso/delinquent", dso, "days", inputs, { caveats: taxCaveats(basis) });
}

/** What {@link averageDaysDelinquent} needs. */
export interface AverageDaysDelinquentInput {
  /** A DSO: its figure, or days. */
  readonly dso: Numeric;
  /** The best possible DSO by the same method: its figure, or days. */
  readonly bestPossibleDso: Numeric;
}

/** Average days delinquent. */
export type AverageDaysDelinquent = Figure<"dso/average-days-delinquent">;

/** The schema of {@link AverageDaysDelinquentInput}. */
export const averageDaysDelinquentSchema = lazily(() =>
  object({ dso: days(), bestPossibleDso: days() }),
);

/**
 * Average days delinquent (拖延天数): how much longer customers take than if all paid when due.
 *
 * Use it with two DSOs of the same method, period and receivables. To compare a DSO with the terms
 * agreed instead, use {@link delayAgainstTerms}.
 *
 * @formula ADD = dso − bestPossibleDso
 * @units days
 *
 * @param input - The DSO and the best possible DSO, as figures or days (≥ 0).
 * @returns The difference. Below 0 it carries the caveat `best_possible_above_dso`: the two were
 *   not taken of the same receivables.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative, no plain
 *   decimal or a figure that is not in days; all faults are listed.
 *
 * @source Credit Research Foundation, "average days delinquent". Its published medians (DSO 39.25,
 *   best possible 32.23, ADD 4.12) are medians of each, not differences: take them of one company.
 *
 * @example
 * ```ts
 * const delay = averageDaysDelinquent({ dso: "63.984375", bestPossibleDso: "32.8125" });
 * delay.value.toString(); // => "31.171875"
 * ```
 */
export function averageDaysDelinquent(input: AverageDaysDelinquentInput): AverageDaysDelinquent {
  const terms = read("averageDaysDelinquent", averageDaysDelinquentSchema, input);
  const { dso, bestPossibleDso } = terms;
  const delay = dso.minus(bestPossibleDso);
  const caveats = delay.sign < 0 ? [{ code: "best_possible_above_dso" }] : [];
  const inputs = { dso, bestPossibleDso };
  return figure("dso/average-days-delinquent", delay, "days", inputs, { caveats });
}
