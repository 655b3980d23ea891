/**
 * @module dso/tax-basis
 *
 * Receivables usually include sales tax and sales usually do not; a DSO that mixes the two is too
 * high by the tax rate. Every DSO function asks which it is, and says so in the result.
 */
import { refuse } from "../ground/errors.ts";
import type { Caveat } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import { flag, optional, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** How receivables and sales stand to sales tax; state one of the two. */
export interface TaxBasisInput {
  /** Receivables include tax at this rate and sales do not: they are divided by 1 + rate. */
  readonly taxRate?: Numeric;
  /** Receivables and sales are on the same basis, both with tax or both without. */
  readonly sameTaxBasis?: boolean;
}

/** The two fields, for a schema. */
export const taxBasisShape = () => ({ taxRate: optional(rate()), sameTaxBasis: optional(flag()) });

/** The basis as a result states it. */
export interface TaxBasis {
  /** The tax rate taken out of receivables; 0 when none was. */
  readonly taxRate: Fraction;
  /** `receivables-with-tax`, `same` or `not-stated`. */
  readonly taxBasis: "receivables-with-tax" | "same" | "not-stated";
}

interface TaxBasisTerms {
  readonly taxRate?: Fraction | undefined;
  readonly sameTaxBasis?: boolean | undefined;
}

/** Settles the basis; both fields at once contradict each other. */
export function taxBasisOf(fn: string, { taxRate, sameTaxBasis }: TaxBasisTerms): TaxBasis {
  if (taxRate && sameTaxBasis) {
    refuse(fn, "sameTaxBasis", "must be left out where `taxRate` is given", true);
  }
  if (taxRate) return { taxRate, taxBasis: "receivables-with-tax" };
  return { taxRate: ZERO, taxBasis: sameTaxBasis ? "same" : "not-stated" };
}

/** Receivables on the basis of sales. */
export function withoutTax(receivables: Fraction, { taxRate }: TaxBasis): Fraction {
  return taxRate.isZero ? receivables : receivables.over(ONE.plus(taxRate));
}

/** The caveat owed when the caller did not say. */
export function taxCaveats({ taxBasis }: TaxBasis): readonly Caveat[] {
  return taxBasis === "not-stated" ? [{ code: "tax_basis_not_stated" }] : [];
}
