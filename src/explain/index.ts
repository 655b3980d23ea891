/**
 * Where a number comes from, and whether it follows: results in words, results computed again, and
 * the catalogue of every formula.
 *
 * @module explain
 */
export type { FormulaRecord } from "../ground/formulas.ts";
export { formulaCatalogue, formulaRecord } from "./catalogue.ts";
export { fingerprint } from "./fingerprint.ts";
export type { ExplainOptions } from "./text.ts";
export { explain } from "./text.ts";
export type {
  Verification,
  VerificationFailure,
  VerificationReason,
  VerifiedFigure,
  VerifiedStatus,
  VerifyOptions,
} from "./verification.ts";
export { verify } from "./verify.ts";
export type { Language } from "./words.ts";
