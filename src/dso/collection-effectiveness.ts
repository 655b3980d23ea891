/**
 * @module dso/collection-effectiveness
 *
 * Collection effectiveness index: of all that could have been collected, the share that was.
 *
 * A DSO moves with sales as well as with collections; this index looks at collections alone.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object, optional, wholeNumber, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import type { TaxBasisInput } from "./tax-basis.ts";
import { taxBasisOf, taxBasisShape, taxCaveats, withoutTax } from "./tax-basis.ts";

/** Which sales the index counts: those of the whole period, or of an average month of it. */
export type SalesBasis = "period" | "monthly-average";

/** What {@link collectionEffectivenessIndex} needs. One currency throughout. */
export interface CollectionEffectivenessIndexInput extends TaxBasisInput {
  /** Open receivables at the beginning of the period. Money, at least 0. */
  readonly openingReceivables: Numeric;
  /** Credit sales of the period. Money, at least 0. */
  readonly sales: Numeric;
  /** Open receivables at the end of the period. Money, at least 0. */
  readonly closingReceivables: Numeric;
  /** Of these, what is not yet past due. Money, from 0 to `closingReceivables`. */
  readonly closingCurrent: Numeric;
  /** Sales of the whole `period` (default), or of an average month of it. */
  readonly salesBasis?: SalesBasis;
  /** With `monthly-average`: months of the period. A whole number from 1 to 1,200. */
  readonly months?: number;
}

/** Collection effectiveness as a fraction. */
export type CollectionEffectivenessIndex = Figure<"dso/collection-effectiveness-index">;

/** The schema of {@link CollectionEffectivenessIndexInput}. */
export const collectionEffectivenessIndexSchema = lazily(() =>
  object({
    openingReceivables: amount(),
    sales: amount(),
    closingReceivables: amount(),
    closingCurrent: amount(),
    salesBasis: withDefault(word("period", "monthly-average"), "period"),
    months: optional(wholeNumber(1, 1200)),
    ...taxBasisShape(),
  }),
);

type IndexTerms = Read<Terms<ReturnType<typeof collectionEffectivenessIndexSchema>>>;

/**
 * Collection effectiveness index (收款效率指数): what was collected over what could have been.
 *
 * Use it beside a DSO to tell collections from sales; of a ledger, in total and by customer, with
 * {@link collectionEffectiveness}. 1 says that nothing past due is left open.
 *
 * @formula CEI = (openingReceivables + sales − closingReceivables) ÷ (openingReceivables + sales −
 *   closingCurrent); with `monthly-average`, sales ÷ months in place of sales; receivables ÷ (1 +
 *   taxRate)
 * @units money in one currency in; a fraction out, at most 1
 *
 * @param input - Opening and closing receivables (≥ 0), what of the closing ones is not past due
 *   (at most all), and the credit sales between (≥ 0).
 * @returns The index; below 0 where receivables grew by more than the sales counted.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, negative or no plain
 *   decimal; more is current than open; `months` is given without `monthly-average`, or missing
 *   with it. All faults are listed.
 * @throws {@link CreditError} `not_defined`: nothing could have been collected (opening receivables
 *   and sales do not exceed what is current at the end).
 *
 * @source Credit Research Foundation, in percent. Oracle's form takes sales of an average month,
 *   which is right for one-month periods only: for the quarter below it answers 0.3902.
 *
 * @example A quarter
 * ```ts
 * const index = collectionEffectivenessIndex({
 *   openingReceivables: 980,
 *   sales: 1664,
 *   closingReceivables: 1170,
 *   closingCurrent: 600,
 *   sameTaxBasis: true,
 * });
 * index.value.toFixed(6); // => "0.721135"
 * ```
 */
export function collectionEffectivenessIndex(
  input: CollectionEffectivenessIndexInput,
): CollectionEffectivenessIndex {
  const schema = collectionEffectivenessIndexSchema;
  const terms = read("collectionEffectivenessIndex", schema, input);
  requireConsistent(terms);
  return present("collectionEffectivenessIndex", effectiveness(terms));
}

/** The figure, or why there is none: for tables, which do not throw. */
export function effectiveness(
  terms: IndexTerms,
): CollectionEffectivenessIndex | Absent<"dso/collection-effectiveness-index"> {
  const { openingReceivables, sales, closingReceivables, closingCurrent, salesBasis } = terms;
  const basis = taxBasisOf("collectionEffectivenessIndex", terms);
  // Sales of the whole period are those of its one part.
  const months = Fraction.whole(terms.months ?? 1);
  const receivables = { openingReceivables, sales, closingReceivables, closingCurrent };
  const inputs = { ...receivables, salesBasis, months, ...basis };
  const id = "dso/collection-effectiveness-index";
  if (openingReceivables.sign < 0 || closingReceivables.sign < 0) {
    const reason = "opening or closing receivables are a credit balance";
    return absent(id, "fraction", inputs, "credit_balance", reason);
  }
  const opening = withoutTax(openingReceivables, basis);
  const collectable = opening.plus(sales.over(months));
  const collected = collectable.minus(withoutTax(closingReceivables, basis));
  const mostCollected = collectable.minus(withoutTax(closingCurrent, basis));
  if (mostCollected.sign <= 0) {
    const reason = "opening receivables and sales do not exceed what is current at the end";
    return absent(id, "fraction", inputs, "not_defined", reason);
  }
  const index = collected.over(mostCollected);
  return figure(id, index, "fraction", inputs, { caveats: taxCaveats(basis) });
}

function requireConsistent(terms: IndexTerms): void {
  const { closingReceivables, closingCurrent, salesBasis, months } = terms;
  const issues: Issue[] = [];
  if (closingCurrent.compare(closingReceivables) > 0) {
    const rule = "must be at most `closingReceivables`";
    issues.push(issue("closingCurrent", rule, toText(closingCurrent)));
  }
  if (salesBasis === "monthly-average" && months === undefined) {
    issues.push(issue("months", 'must be given with `salesBasis: "monthly-average"`'));
  }
  if (salesBasis === "period" && months !== undefined) {
    issues.push(
      issue("months", 'must be left out unless `salesBasis` is "monthly-average"', months),
    );
  }
  if (issues.length === 0) return;
  throw new CreditError("invalid_input", "collectionEffectivenessIndex", issues);
}
