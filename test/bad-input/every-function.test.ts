/**
 * Every exported function × every field of a valid input × every value of the corpus: a legal
 * answer, or one CreditError with code, function and issues. `BAD_INPUT=all` tries all of it;
 * without it the first two entries stand for a list, and each place is tried with a fifth of the
 * corpus, the next one with another fifth.
 */
import { describe, expect, it } from "vitest";

import { entryPoints } from "../../.config/entry-points.ts";
import type { Place } from "./calls.ts";
import { deepFrozen, outcomeOf, placesOf, placeText, replaced, valueAt } from "./calls.ts";
import type { BadValue } from "./corpus.ts";
import { CORPUS } from "./corpus.ts";
import type { ValidCall } from "./valid-calls.ts";
import { NOT_CALLED, VALID_CALLS } from "./valid-calls.ts";

describe("the table of valid calls", () => {
  it("has every function that the package exports", async () => {
    const called = new Set(VALID_CALLS.map(({ name }) => name));
    const missing: string[] = [];
    for (const { specifier, source } of entryPoints()) {
      const exports = (await import(/* @vite-ignore */ `../../${source}`)) as Record<
        string,
        unknown
      >;
      for (const [name, value] of Object.entries(exports)) {
        if (typeof value !== "function" || called.has(name) || NOT_CALLED.has(name)) continue;
        missing.push(`${specifier}: ${name}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it.each(VALID_CALLS.map((call) => [`${call.name} ${call.variant}`, call] as const))(
    "%s: is valid, on frozen input, and leaves it as it was",
    (_, call) => {
      const args = deepFrozen(call.args());
      expect(outcomeOf(call, args).kind).toBe("answer");
    },
  );
});

const named = VALID_CALLS.map((call) => [`${call.name} ${call.variant}`, call] as const);

describe("every field × the corpus", () => {
  it.each(named)(
    "%s: answers legally or refuses with one CreditError",
    (_, call) => {
      const faults: string[] = [];
      placesOf(call.args())
        .filter(isTried)
        .forEach((place, nth) => {
          CORPUS.forEach((bad, index) => {
            if (isSampled(index, nth)) faults.push(...faultOf(call, place, bad));
          });
        });
      expect(faults.slice(0, 30)).toEqual([]);
    },
    600_000,
  );
});

const ALL = process.env["BAD_INPUT"] === "all";

/** The first two entries of a list stand for the others. */
function isTried(place: Place): boolean {
  return ALL || place.every((key) => typeof key !== "number" || key < 2);
}

/** A fifth of the corpus at each place, another one at the next. */
function isSampled(bad: number, place: number): boolean {
  return ALL || (bad + place) % 5 === 0;
}

function faultOf(call: ValidCall, place: Place, bad: BadValue): string[] {
  const at = `${call.name}(${placeText(place)} = ${bad.name})`;
  const reported = REPORTED.find((each) => each.at.test(at));
  if (reported?.hang) return [];
  const faults = faultsOfCall(call, place, bad, at);
  return reported || LEGAL.some((legal) => legal.test(at)) ? [] : faults;
}

function faultsOfCall(call: ValidCall, place: Place, bad: BadValue, at: string): string[] {
  const args = deepFrozen(call.args());
  const before = valueAt(args, place);
  try {
    const outcome = outcomeOf(call, replaced(args, place, bad.make()));
    if (outcome.kind === "refused" || call.anything.test(placeText(place))) return [];
    return isIllegal(bad, before) ? [`${at} was accepted`] : [];
  } catch (error) {
    if (call.callbacks.test(placeText(place)) && !String(error).includes("CreditError")) return [];
    const { stack = "" } = error as Error;
    const where = /src\/[a-z-]+\/[a-z.-]+:[0-9]+/.exec(stack)?.[0] ?? "";
    return [`${at} threw ${String(error).slice(0, 200)} ${where}`];
  }
}

/** Legal although the table would not know it. */
const LEGAL: readonly RegExp[] = [
  /^isoDate\(0 = a Date\)/,
  /^tabulate\((?:0|2\.id) = a (?:function|class)\)/,
  // A field without a value leaves the rule open.
  /^earlyWarnings\(0\[[01]\]\.overdue = an absent answer(?: with a reason of 1 MB)?\)/,
  // A table that does not know what is overdue or disputed is compared without it.
  /^agingComparison\(0\.(?:current|previous)\..*(?:overdue|disputed) = an absent answer/,
  // No value for any row.
  /^ledgerFromColumns\(0\.dimensions\.region = a list of nothing but holes\)/,
];

/**
 * Faults that were reported and are not mended yet; a line goes when its fault does. What is marked
 * `hang` would not end, or take all memory, and is not even tried.
 */
const REPORTED: readonly { readonly at: RegExp; readonly hang?: true }[] = [
  {
    at: /^(?:verify|fingerprint|itemsFromCsvRows|reportByLine|pick)\(.* = a list of 4,294,967,295/,
    hang: true,
  },
  { at: /^reportByLine\(.* = an iterator that never ends/, hang: true },
  { at: /^reportByLine\(/ },
  // Options that are no record, and unknown ones, are not refused.
  { at: /^(?:explain|verify)\(1/ },
  { at: /^explain\(0 = a figure that is a loop/ },
  { at: /^itemsFromCsvRows\((?:0|1\.lines)/ },
  { at: /tiers = a list proxy of length NaN/ },
  { at: /^pick\(/ },
];

/** Whether the value must be refused where the valid input has `before`. */
function isIllegal({ illegal }: BadValue, before: unknown): boolean {
  switch (illegal) {
    case "anywhere":
      return true;
    case "as-number":
      return isNumber(before);
    case "as-date":
      return typeof before === "string" && /^\d{4}-\d\d(?:-\d\d)?$/.test(before);
    case "depends":
      return false;
  }
}

function isNumber(value: unknown): boolean {
  return (
    typeof value === "number" ||
    typeof value === "bigint" ||
    (typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) && value.length !== 4) ||
    (typeof value === "object" && value !== null && "toFixed" in value)
  );
}
