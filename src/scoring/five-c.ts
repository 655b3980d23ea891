/**
 * @module scoring/five-c
 *
 * The five Cs of credit: character, capacity, capital, collateral, conditions.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError } from "../ground/errors.ts";
import type { Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import type { Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { list, numeric, object, optional, text } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { ScorecardAttribute } from "./attributes.ts";
import { attributesSchema } from "./attributes.ts";
import type { ScorecardValue } from "./facts.ts";
import { factSchema, MISSING } from "./facts.ts";
import { earnedBy } from "./points.ts";
import { repeatsOf } from "./repeats.ts";
import type { ReadScale, ScoreScale } from "./weighted.ts";
import { offScale, scaleIssues, scaleSchema, weighted } from "./weighted.ts";

/** An element of a C that somebody has judged. */
export interface JudgedElement {
  /** What it is called; each once within its C. */
  readonly id: string;
  /** Its score, on the scale. */
  readonly score: Numeric;
}

/** An element of a C whose score follows from a fact. */
export interface FactElement {
  /** What it is called; each once within its C. */
  readonly id: string;
  /** The fact; null or left out is missing. */
  readonly fact?: ScorecardValue;
  /** What each value earns, on the scale. */
  readonly attributes: List<ScorecardAttribute>;
}

/** One of the Cs with a score of its own. */
export interface ScoredC {
  /** How much it counts, at least 0. */
  readonly weight: Numeric;
  /** Its score, on the scale. */
  readonly score: Numeric;
}

/** One of the Cs by its elements: their mean counts, however many there are. */
export interface ElementsOfC {
  /** How much it counts, at least 0. */
  readonly weight: Numeric;
  /** Its elements, at most 1,000. */
  readonly elements: List<JudgedElement | FactElement>;
}

/** What {@link fiveCScore} needs. */
export interface FiveCScoreInput {
  /** Willingness to pay: record, references, conduct. */
  readonly character: ScoredC | ElementsOfC;
  /** Ability to pay: earnings, cash flow, liquidity. */
  readonly capacity: ScoredC | ElementsOfC;
  /** Own funds. */
  readonly capital: ScoredC | ElementsOfC;
  /** Security offered. */
  readonly collateral: ScoredC | ElementsOfC;
  /** Trade, region, economy. */
  readonly conditions: ScoredC | ElementsOfC;
  /** The range that every score and all points lie in. */
  readonly scale: ScoreScale;
}

/** The five-C score. */
export type FiveCScore = Figure<"scoring/five-c-score">;

const CS = ["character", "capacity", "capital", "collateral", "conditions"] as const;

const partSchema = () =>
  object({
    weight: numeric("any", { atLeast: ZERO }),
    score: optional(numeric("any")),
    elements: optional(
      list(
        object({
          id: text(),
          score: optional(numeric("any")),
          fact: optional(factSchema()),
          attributes: optional(attributesSchema()),
        }),
        { atLeast: 1, atMost: 1_000 },
      ),
    ),
  });

/** The schema of {@link FiveCScoreInput}. */
export const fiveCScoreSchema = lazily(() =>
  object({
    character: partSchema(),
    capacity: partSchema(),
    capital: partSchema(),
    collateral: partSchema(),
    conditions: partSchema(),
    scale: scaleSchema(),
  }),
);

type Part = Terms<ReturnType<typeof partSchema>>;
type Element = NonNullable<Part["elements"]>[number];

/**
 * The five-C score (5C 评分): character, capacity, capital, collateral and conditions, by weights.
 *
 * Use it for the classic assessment of a customer. Each C has a score, or elements whose **mean**
 * counts: adding them up would give more weight to a C with more elements. An element is judged, or
 * follows from a fact by the attributes of a scorecard. For other lists of criteria use {@link
 * weightedScore}.
 *
 * @formula score = Σ weight × score of the C ÷ Σ weight; score of a C = mean of its elements
 * @units weights in any unit, at least 0; scores, points and answer on the scale
 *
 * @param input - The five Cs, each with a weight and either a score or elements; and the scale.
 * @returns The score; the Cs with shares and points stand in `inputs.criteria`, means and points of
 *   facts are nested in them.
 *
 * @throws {@link CreditError} `invalid_input`: a C with both score and elements, or neither; a
 *   score or points off the scale; all faults are listed.
 * @throws {@link CreditError} `not_defined`: all weights are 0, a fact that no attribute holds, or
 *   a missing one without an attribute for it.
 *
 * @source "3+1" deck, slide 77 (score with weights); a Taiwanese banking text has the sum of
 *   elements of each C, which are its mean here. No standard weights exist: {@link fiveCWeights} is
 *   an example
 *
 * @example
 * ```ts
 * const score = fiveCScore({
 *   character: {
 *     weight: 30,
 *     elements: [{ id: "record", score: 90 }, { id: "references", score: 80 }],
 *   },
 *   capacity: { weight: 25, score: 78 },
 *   capital: { weight: 20, score: 70 },
 *   collateral: { weight: 15, score: 60 },
 *   conditions: { weight: 10, score: 75 },
 *   scale: { from: 0, to: 100 },
 * });
 * score.value.toString(); // => "75.5"
 * ```
 */
export function fiveCScore(input: FiveCScoreInput): FiveCScore {
  const terms = read("fiveCScore", fiveCScoreSchema, input);
  const { scale } = terms;
  const issues = [...scaleIssues(scale), ...CS.flatMap((name) => shapeIssues(terms[name], name))];
  if (issues.length > 0) throw new CreditError("invalid_input", "fiveCScore", issues);
  const criteria = CS.map((id) => {
    const { weight } = terms[id];
    return { id, weight, score: scoreOf(terms[id], id, scale) };
  });
  return present("fiveCScore", weighted("scoring/five-c-score", criteria, scale));
}

/** What makes a part unreadable before anything is looked up. */
function shapeIssues({ score, elements }: Part, path: string): Issue[] {
  if ((score === undefined) === (elements === undefined)) {
    return [{ path, rule: "must have a score or elements, one of the two" }];
  }
  const ids = (elements ?? []).map(({ id }) => id);
  const repeats = repeatsOf(ids, (at) => `${path}.elements[${at}].id`);
  const unclear = (elements ?? []).flatMap((element, at) => {
    const isJudged = element.score !== undefined;
    const isLookedUp = element.attributes !== undefined;
    const rule = "must have a score, or attributes with a fact, one of the two";
    const isOne = isJudged ? !isLookedUp && element.fact === undefined : isLookedUp;
    return isOne ? [] : [{ path: `${path}.elements[${at}]`, rule }];
  });
  return [...repeats, ...unclear];
}

function scoreOf({ score, elements = [] }: Part, path: string, scale: ReadScale): Fraction {
  if (score) return onScale(score, scale, `${path}.score`);
  const rows = elements.map((element, at) => {
    const own = elementScore(element, `${path}.elements[${at}]`, scale);
    return { id: element.id, score: own, each: ONE };
  });
  const mean = sumOf(rows.map((row) => row.score)).over(Exact.whole(rows.length));
  return mean.from(figure("scoring/element-mean", mean, "score", { elements: rows }));
}

/** The score of an element, or the points of its fact, which remember their figure. */
function elementScore(element: Element, path: string, scale: ReadScale): Fraction {
  const { score, attributes, fact } = element;
  if (score) return onScale(score, scale, `${path}.score`);
  if (!attributes) throw new RangeError("an element has a score or attributes");
  const earned = earnedBy(attributes, fact ?? MISSING);
  if (typeof earned === "string") {
    const none = absent("scoring/five-c-score", "score", {}, "not_defined", `${path} ${earned}`);
    const issues = [{ path: `${path}.fact`, rule: earned }];
    throw new CreditError("not_defined", "fiveCScore", issues, none);
  }
  return onScale(earned.exact, scale, `${path}.attributes`).from(earned.figure);
}

function onScale(score: Fraction, scale: ReadScale, path: string): Fraction {
  const issues = offScale(score, scale, path);
  if (issues.length > 0) throw new CreditError("invalid_input", "fiveCScore", issues);
  return score;
}
