/**
 * @module terms/require-terms
 *
 * Terms that were read, or the throw that lists what is wrong with them. Apart from `terms/input`:
 * who reads texts alone needs neither a schema nor decimals.
 */
import { CreditError, issue } from "../ground/errors.ts";
import { Fault } from "../ground/fault.ts";
import type { InternalTerms } from "./due-day.ts";
import { placeOf } from "./record-check.ts";

/** The terms that were read of a value at `path` of an input; throws where they are a fault. */
export function requireTerms(
  fn: string,
  path: string,
  value: unknown,
  terms: InternalTerms | Fault,
): InternalTerms {
  if (!(terms instanceof Fault)) return terms;
  const isText = typeof value === "string";
  const issues = terms.parts.map((part) => {
    const place = [path, placeOf(part.path)].filter((each) => each !== "").join(".");
    // What stands at a place inside a structure is not looked up again: it may have changed.
    return isText ? issue(place, part.rule, value) : { path: place, rule: part.rule };
  });
  throw new CreditError("invalid_input", fn, issues);
}
