/**
 * @module scoring/facts
 *
 * What is known of an applicant, as a card looks it up: a category, a number, or nothing.
 */
import { exactNumber } from "../ground/exact.ts";
import type { FaultPart } from "../ground/fault.ts";
import { Fault } from "../ground/fault.ts";
import type { Fraction } from "../ground/fraction.ts";
import type { Schema } from "../ground/input.ts";
import { atom } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { parsePlainDecimal, toText } from "../ground/numeric.ts";

/** A value of an applicant: a category, a number, yes or no; null or left out is missing. */
export type ScorecardValue = Numeric | boolean | null;

/** Values of an applicant, by the names of the characteristics. */
export type ScorecardValues = Readonly<Record<string, ScorecardValue>>;

/** A value as it is looked up: missing, a category, a number, or what may be either. */
export interface Fact {
  readonly isMissing: boolean;
  readonly text: string | undefined;
  readonly number: Fraction | undefined;
}

const LONGEST = 1_000;
const RULE = "must be a text of 1 to 1,000 characters, a number, true or false";
/** A value that is not there. */
export const MISSING: Fact = { isMissing: true, text: undefined, number: undefined };

/** The schema of one value. */
export const factSchema = (): Schema<Fact, ScorecardValue> =>
  atom<Fact, ScorecardValue>((value) => factOf(value));

/** The schema of an applicant's values. */
export const factsSchema = (): Schema<ReadonlyMap<string, Fact>, ScorecardValues> =>
  atom<ReadonlyMap<string, Fact>, ScorecardValues>((value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return new Fault("must be an object");
    }
    const facts = new Map<string, Fact>();
    const faults: FaultPart[] = [];
    for (const [name, each] of Object.entries(value)) {
      const fact = factOf(each);
      if (fact instanceof Fault) faults.push({ path: [name], rule: fact.rule });
      else facts.set(name, fact);
    }
    const [first] = faults;
    return first ? new Fault(first.rule, faults) : facts;
  });

/** A value as it is looked up. */
export function factOf(value: unknown): Fact | Fault {
  if (value === undefined || value === null) return MISSING;
  if (typeof value === "string" || typeof value === "boolean") {
    const text = categoryText(value);
    if (text instanceof Fault) return text;
    return { isMissing: false, text, number: parsePlainDecimal(text) };
  }
  const number = exactNumber(value, "any");
  if (number instanceof Fault) return number;
  // A figure is a number with a derivation, never the name of a category.
  const text = number.hasOrigin ? undefined : toText(number);
  return { isMissing: false, text, number };
}

/** The text of a category: `true` for yes, the plain decimal for a number. */
export function categoryText(value: unknown): string | Fault {
  if (typeof value === "string") {
    return value.length >= 1 && value.length <= LONGEST ? value : new Fault(RULE);
  }
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number" && typeof value !== "bigint") return new Fault(RULE);
  const number = exactNumber(value, "any");
  return number instanceof Fault ? number : toText(number);
}
