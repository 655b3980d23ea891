/**
 * @module scoring/formulas
 *
 * The catalogue records of scoring.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { validationFormulas } from "./formulas-validation.ts";
import { weightedFormulas } from "./formulas-weighted.ts";

/** All records of this domain. */
export const scoringFormulas: readonly FormulaRecord[] = [
  ...weightedFormulas,
  ...validationFormulas,
];
