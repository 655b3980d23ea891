/**
 * @module scoring/points
 *
 * The points that a value earns, as figures: with the attributes of the card beside the value, so
 * that it can be checked that this is the one which holds it.
 */
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, ZERO } from "../ground/fraction.ts";
import type { ReadAttributes } from "./attributes.ts";
import { attributeOf, byValue } from "./attributes.ts";
import type { Fact } from "./facts.ts";
import { spanOf } from "./lookup.ts";

/** Points of a value, by what it was looked up as. */
export type AttributePoints = Figure<
  "scoring/points-of-value" | "scoring/points-of-number" | "scoring/points-of-missing"
>;

/** The points of a value, exact and as a figure, with the name of the attribute. */
export interface Earned {
  readonly exact: Fraction;
  readonly figure: AttributePoints;
  readonly attribute: string;
}

/** What a value earns; a sentence where no attribute holds it. */
export function earnedBy(attributes: ReadAttributes, fact: Fact): Earned | string {
  const found = attributeOf(attributes, fact);
  if (!found) return reasonOf(fact);
  const { place, as } = found;
  const exact = attributes.points[place] as Fraction;
  const attribute = attributes.names[place] ?? "";
  if (as === "missing") {
    const inputs = { points: exact };
    return {
      exact,
      attribute,
      figure: figure("scoring/points-of-missing", exact, "score", inputs),
    };
  }
  const inputs = () => (as === "text" ? byText(attributes, fact) : byNumber(attributes, fact));
  const id = as === "text" ? "scoring/points-of-value" : "scoring/points-of-number";
  return { exact, attribute, figure: figure(id, exact, "score", inputs) };
}

function reasonOf({ isMissing }: Fact): string {
  return isMissing
    ? "must be given: the card declares no attribute for a missing value"
    : "must be a value that an attribute of the card holds";
}

function byText({ points, index }: ReadAttributes, { text }: Fact): object {
  const values = [...index.texts].map(([category, place]) => ({ category, points: points[place] }));
  return { fact: text, values };
}

function byNumber({ points, index }: ReadAttributes, { number }: Fact): object {
  const fact = number as Fraction;
  const held = spanOf(index.spans, fact, byValue);
  const ranges = index.spans.map((span) => {
    const { from, to, single, place } = span;
    const own = points[place] as Fraction;
    const holds = span === held ? ONE : ZERO;
    const open = { openBelow: from === undefined, openAbove: to === undefined };
    return { from, to, single, ...open, points: own, holds, earned: span === held ? own : ZERO };
  });
  return { fact, ranges };
}
