/**
 * @module scoring/scorecard
 *
 * A score from a card of points, with the reasons for what it lacks.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import { read } from "../ground/input.ts";
import type { ReasonMethod, ScorecardInput, ScorecardTerms } from "./card.ts";
import { scorecardSchema } from "./card.ts";
import { MISSING } from "./facts.ts";
import type { AttributePoints, Earned } from "./points.ts";
import { earnedBy } from "./points.ts";
import { repeatsOf } from "./repeats.ts";

/** What one characteristic adds to the score. */
export interface ScorecardContribution {
  /** The characteristic. */
  readonly name: string;
  /** Which of its attributes holds the value: `missing`, `own, for free`, `[0, 12)`. */
  readonly attribute: string;
  /** Its points. */
  readonly points: AttributePoints;
  /** How far they are on the wrong side of the baseline; negative on the right side. */
  readonly shortfall: Figure<"scoring/shortfall">;
  /** The code of the reason that it gives where it falls short. */
  readonly reasonCode: string;
}

/** A score, what it is made of, and why it is no better. */
export interface Scorecard {
  /** The initial score and all points. */
  readonly score: Figure<"scoring/scorecard">;
  /** One a characteristic, in the order of the card. */
  readonly contributions: readonly ScorecardContribution[];
  /** Codes of reasons, the greatest shortfall first; none where nothing falls short. */
  readonly reasons: readonly string[];
}

/**
 * A score by a card of points (评分卡): the initial score and what each value earns, with the reasons
 * for what is lacking.
 *
 * Use it for a card that a model or a committee has made; for judged sub-scores with weights use
 * {@link weightedScore}, and for the grade {@link gradeFor}. A missing value is an attribute like
 * any other, and has to be declared: it is never 0 points by itself.
 *
 * A range holds its lower end and not its upper one. Two attributes that hold the same value, and
 * ranges that leave a hole between them, are refused; a number beyond all ranges, and a category
 * that no attribute lists, have no points and the score does not exist.
 *
 * @formula score = initialScore + Σ points; shortfall = baseline − points (`pointsBelow`) or points
 *   − baseline (`pointsAbove`)
 * @units points
 *
 * @param input - The card, and the applicant's values by the names of its characteristics.
 * @returns The score, one contribution a characteristic, and the codes of reasons: those whose
 *   shortfalls add up to more than 0, greatest first, ties in the order of the card.
 *
 * @throws {@link CreditError} `invalid_input`: a card with attributes that overlap or leave a hole,
 *   a value that is no characteristic's; all faults are listed.
 * @throws {@link CreditError} `not_defined`: a missing value without an attribute for it, or one
 *   that no attribute holds; each is named.
 *
 * @source PMML 4 Scorecard (initial score, baseline, points below and above). Where characteristics
 *   share a code their differences are added, as JPMML does; unlike there, a difference of 0 is no
 *   reason.
 *
 * @example
 * ```ts
 * const age = {
 *   name: "yearsTrading",
 *   reasonCode: "R1",
 *   baseline: 30,
 *   attributes: [
 *     { missing: true, points: 5 },
 *     { to: 3, points: 10 },
 *     { from: 3, points: 30 },
 *   ],
 * } as const;
 * const card = { initialScore: 500, reasonMethod: "pointsBelow", characteristics: [age] } as const;
 * const { score, reasons } = scorecard({ card, values: { yearsTrading: "2.5" } });
 * score.value.toString(); // => "510"
 * reasons; // => ["R1"]
 * scorecard({ card, values: {} }).score.value.toString(); // => "505"
 * ```
 */
export function scorecard(input: ScorecardInput): Scorecard {
  const terms = read("scorecard", scorecardSchema, input);
  requireOwnNames(terms);
  const earned = earnedAll(terms);
  const { initialScore, reasonMethod, characteristics } = terms.card;
  const contributions = characteristics.map(({ name, reasonCode, baseline }, place) => {
    const { attribute, exact, figure: points } = earned[place] as Earned;
    const shortfall = shortfallOf(reasonMethod, baseline, exact, points);
    return { name, attribute, points, shortfall, reasonCode };
  });
  const score = initialScore.plus(sumOf(earned.map(({ exact }) => exact)));
  const rows = contributions.map(({ name, attribute, points }) => ({ name, attribute, points }));
  const inputs = { initialScore, characteristics: rows };
  return {
    score: figure("scoring/scorecard", score, "score", inputs),
    contributions,
    reasons: reasonsOf(contributions),
  };
}

/** Every name once, and every value one of them. */
function requireOwnNames({ card, values }: ScorecardTerms): void {
  const names = card.characteristics.map(({ name }) => name);
  const issues: Issue[] = repeatsOf(names, (at) => `card.characteristics[${at}].name`);
  const known = new Set(names);
  for (const name of values.keys()) {
    const rule = "is not a characteristic of the card; `pick` of trade-credit/adapters takes some";
    if (!known.has(name)) issues.push({ path: `values.${name}`, rule });
  }
  if (issues.length > 0) throw new CreditError("invalid_input", "scorecard", issues);
}

/** The points of every characteristic, or a refusal that names all values without. */
function earnedAll({ card, values }: ScorecardTerms): Earned[] {
  const earned: Earned[] = [];
  const issues: Issue[] = [];
  for (const { name, attributes } of card.characteristics) {
    const fact = values.get(name) ?? MISSING;
    const found = earnedBy(attributes, fact);
    if (typeof found !== "string") earned.push(found);
    else if (fact.isMissing) issues.push({ path: `values.${name}`, rule: found });
    else issues.push(issue(`values.${name}`, found, fact.text ?? "a figure"));
  }
  const [first] = issues;
  if (!first) return earned;
  const reason = `${first.path} ${first.rule}`;
  const none = absent("scoring/scorecard", "score", {}, "not_defined", reason);
  throw new CreditError("not_defined", "scorecard", issues, none);
}

function shortfallOf(
  reasonMethod: ReasonMethod,
  baseline: Fraction,
  points: Fraction,
  from: AttributePoints,
): ScorecardContribution["shortfall"] {
  const below = baseline.minus(points);
  const shortfall = reasonMethod === "pointsBelow" ? below : below.negated();
  const inputs = { reasonMethod, baseline, points: from };
  return figure("scoring/shortfall", shortfall, "score", inputs);
}

/** Codes by the sum of their shortfalls; sorting keeps ties in the order of the card. */
function reasonsOf(contributions: readonly ScorecardContribution[]): string[] {
  const byCode = new Map<string, Fraction[]>();
  for (const { reasonCode, shortfall } of contributions) {
    const known = byCode.get(reasonCode);
    if (known) known.push(asTerm(shortfall));
    else byCode.set(reasonCode, [asTerm(shortfall)]);
  }
  return [...byCode]
    .map(([code, shortfalls]) => ({ code, total: sumOf(shortfalls) }))
    .filter(({ total }) => total.sign > 0)
    .sort((a, b) => b.total.compare(a.total))
    .map(({ code }) => code);
}
