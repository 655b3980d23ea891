/**
 * @module collections/formulas
 *
 * The catalogue records of the collection figures.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { cashFormulas } from "./formulas-cash.ts";

/** Records of `collections/…`. */
export const collectionsFormulas: readonly FormulaRecord[] = [...cashFormulas];
