/**
 * @module scoring/bin-counts
 *
 * Goods and bads by bin, counted from the rows themselves.
 */
import { CreditError, issue, MAX_ISSUES } from "../ground/errors.ts";
import type { Issue } from "../ground/errors.ts";
import { Fault } from "../ground/fault.ts";
import type { Schema } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { atom, object } from "../ground/input-atoms.ts";
import type { List } from "../ground/rows.ts";
import type { ReadAttributes, ScorecardAttribute } from "./attributes.ts";
import { attributeOf, attributesSchema } from "./attributes.ts";
import type { Fact, ScorecardValue } from "./facts.ts";
import { factOf } from "./facts.ts";
import type { BadColumn } from "./outcomes.ts";
import { badSchema } from "./outcomes.ts";

/** What {@link binCounts} needs. */
export interface BinCountsInput {
  /** One value of the characteristic a row; null is missing. At most 1,000,000. */
  readonly values: List<ScorecardValue>;
  /** In the same order: whether the row turned out bad (true or 1) or good (false or 0). */
  readonly bad: BadColumn;
  /** The attributes of the card, one bin each: their points are not used. */
  readonly attributes: List<ScorecardAttribute>;
}

/** A bin with what is in it. */
export interface CountedBin {
  /** The attribute: `missing`, `own, for free`, `[0, 12)`. */
  readonly id: string;
  /** Goods in it. */
  readonly goods: number;
  /** Bads in it. */
  readonly bads: number;
}

const valuesSchema = (): Schema<readonly Fact[], List<ScorecardValue>> =>
  atom<readonly Fact[], List<ScorecardValue>>((value) => {
    if (!Array.isArray(value)) return new Fault("must be a list");
    if (value.length === 0) return new Fault("must have at least 1 entry");
    const facts: Fact[] = [];
    const parts: Fault["parts"][number][] = [];
    for (let row = 0; row < value.length && parts.length < MAX_ISSUES; row += 1) {
      const fact = factOf(value[row]);
      if (fact instanceof Fault) parts.push({ path: [row], rule: fact.rule });
      else facts.push(fact);
    }
    const [first] = parts;
    return first ? new Fault(first.rule, parts) : facts;
  });

/** The schema of {@link BinCountsInput}. */
export const binCountsSchema = lazily(() =>
  object({ values: valuesSchema(), bad: badSchema(), attributes: attributesSchema() }),
);

/**
 * Goods and bads by the attributes of a characteristic (分箱统计): what {@link informationValue} and
 * {@link weightOfEvidence} take as `bins`.
 *
 * Use it on the rows that a card was made on, or is checked with. Values are looked up as {@link
 * scorecard} does it, so that what is counted is what is scored.
 *
 * @formula goods and bads of each attribute; together they are all rows
 * @units rows
 *
 * @param input - Values, outcomes in the same order, and the attributes.
 * @returns One bin an attribute, in the order declared; empty ones, too.
 *
 * @throws {@link CreditError} `invalid_input`: lists of different lengths; attributes that overlap
 *   or leave a hole.
 * @throws {@link CreditError} `not_defined`: a value that no attribute holds, or a missing one
 *   without an attribute for it; each is named.
 *
 * @source counting
 *
 * @example
 * ```ts
 * const attributes = [
 *   { missing: true, points: 0 },
 *   { to: 3, points: 10 },
 *   { from: 3, points: 30 },
 * ] as const;
 * binCounts({ values: [1, 2, 5, null, 3], bad: [1, 0, 0, 1, 0], attributes });
 * // => [
 * //   { id: "missing", goods: 0, bads: 1 },
 * //   { id: "(−∞, 3)", goods: 1, bads: 1 },
 * //   { id: "[3, ∞)", goods: 2, bads: 0 },
 * //   ]
 * ```
 */
export function binCounts(input: BinCountsInput): readonly CountedBin[] {
  const { values, bad, attributes } = read("binCounts", binCountsSchema, input);
  if (bad.length !== values.length) {
    const rule = `must have as many entries as values: ${values.length}`;
    throw new CreditError("invalid_input", "binCounts", [{ path: "bad", rule }]);
  }
  const places = placesOf(values, attributes);
  const bins = attributes.names.map((id) => ({ id, goods: 0, bads: 0 }));
  places.forEach((place, row) => {
    const bin = bins[place];
    if (!bin) return;
    if (bad[row] === true) bin.bads += 1;
    else bin.goods += 1;
  });
  return bins;
}

function placesOf(values: readonly Fact[], attributes: ReadAttributes): number[] {
  const places: number[] = [];
  const issues: Issue[] = [];
  for (const [row, fact] of values.entries()) {
    const place = attributeOf(attributes, fact)?.place;
    if (place !== undefined) places.push(place);
    else {
      const rule = "must be a value that an attribute holds; missing ones need an attribute, too";
      issues.push(issue(`values[${row}]`, rule, fact.isMissing ? null : (fact.text ?? "a figure")));
      if (issues.length >= MAX_ISSUES) break;
    }
  }
  if (issues.length > 0) throw new CreditError("not_defined", "binCounts", issues);
  return places;
}
