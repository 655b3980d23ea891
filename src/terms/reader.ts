/**
 * @module terms/reader
 *
 * Payment terms for whoever reads row by row: from a text or a structure to checked terms, and from
 * an anchor day to due days. No schema and no decimal library behind it; keep what a text gave, the
 * same text means the same.
 */
import { Fault } from "../ground/fault.ts";
import type { RateReader } from "./check.ts";
import { checkTerms } from "./check.ts";
import type { InternalTerms } from "./due-day.ts";
import { readText } from "./grammar.ts";
import { plainRate } from "./plain-rate.ts";

export type { InstallmentDue, InternalTerms } from "./due-day.ts";
export { dueDayOf, installmentsOf } from "./due-day.ts";

/**
 * The checked terms of a text or structure, or the rules it breaks.
 *
 * Rates of a structure are read by `rateOf`: plain decimals unless stated; `exactTermsOf` of
 * `terms/input` takes every kind of number.
 */
export function termsOf(value: unknown, rateOf: RateReader = plainRate): InternalTerms | Fault {
  if (typeof value === "string") return termsOfText(value);
  if (typeof value === "object" && value !== null) return checkTerms(value, rateOf);
  return new Fault('must be a text such as "2/10, n/30", or Terms');
}

function termsOfText(text: string): InternalTerms | Fault {
  const terms = readText(text);
  if (terms instanceof Fault) return terms;
  const checked = checkTerms(terms, plainRate);
  // The places are those of a structure that the caller never wrote: they are part of the rule.
  return checked instanceof Fault ? new Fault(`must agree: ${checked.rule}`) : checked;
}
