/**
 * @module limits/formulas
 *
 * The catalogue records of limits, lines, exposure and allocation.
 */
import type { FormulaRecord } from "../ground/formulas.ts";
import { allocationFormulas } from "./formulas-allocation.ts";
import { checkFormulas } from "./formulas-check.ts";
import { exposureFormulas } from "./formulas-exposure.ts";
import { methodFormulas } from "./formulas-methods.ts";
import { workingAssetsFormulas } from "./formulas-working-assets.ts";

/** Records of `limits/…`. */
export const limitsFormulas: readonly FormulaRecord[] = [
  ...workingAssetsFormulas,
  ...methodFormulas,
  ...exposureFormulas,
  ...checkFormulas,
  ...allocationFormulas,
];
