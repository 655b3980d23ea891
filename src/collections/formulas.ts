/**
 * @module collections/formulas
 *
 * The catalogue records of the collection figures.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { cashFormulas } from "./formulas-cash.ts";
import { dunningFormulas } from "./formulas-dunning.ts";

/** Records of `collections/…`. */
export const collectionsFormulas: readonly FormulaRecord[] = [...cashFormulas, ...dunningFormulas];
