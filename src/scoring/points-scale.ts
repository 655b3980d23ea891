/**
 * @module scoring/points-scale
 *
 * A scale of points that double the odds: between a probability of default and a score.
 */
import { refuse } from "../ground/errors.ts";
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, ONE, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { numeric, object, optional, rate } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { Answer } from "../ground/transcendental.ts";
import { asPrinted, exp, ln } from "../ground/transcendental.ts";

/** What {@link pointsScale} needs. */
export interface PointsScaleInput {
  /** The score at which the odds are `baseOdds`. */
  readonly baseScore: Numeric;
  /** Goods to one bad at the base score, above 0: 50 for 50:1. */
  readonly baseOdds: Numeric;
  /** How many points double the odds; above 0. */
  readonly pointsToDoubleOdds: Numeric;
  /** A probability of default whose score is asked. */
  readonly defaultProbability?: Numeric;
  /** A score whose probability of default is asked. */
  readonly score?: Numeric;
}

/** A scale of points, and what was asked of it. */
export interface PointsScale {
  /** Points for a unit of ln odds. */
  readonly factor: Figure<"scoring/points-factor">;
  /** The score at odds of 1:1. */
  readonly offset: Figure<"scoring/points-offset">;
  /** The score of the probability of default given. */
  readonly score?: Figure<"scoring/score-of-default-probability">;
  /** The probability of default of the score given. */
  readonly defaultProbability?: Figure<"scoring/default-probability-of-score">;
}

/** The schema of {@link PointsScaleInput}. */
export const pointsScaleSchema = lazily(() =>
  object({
    baseScore: numeric("any"),
    baseOdds: numeric("any", { above: ZERO }),
    pointsToDoubleOdds: numeric("any", { above: ZERO }),
    defaultProbability: optional(rate()),
    score: optional(numeric("any")),
  }),
);

/**
 * A scale of points (评分刻度): factor and offset from a base score, its odds, and the points that
 * double them; with the score of a probability of default, or the probability of a score.
 *
 * Use it to print probabilities as scores, or to compare two cards on one scale. For a table of
 * points use {@link scorecard}.
 *
 * @formula factor = pointsToDoubleOdds ÷ ln 2; offset = baseScore − factor × ln(baseOdds); score =
 *   offset + factor × ln((1 − p) ÷ p); p = 1 ÷ (1 + e^((score − offset) ÷ factor))
 * @units points; odds as goods to one bad; a probability as a fraction
 *
 * @param input - The base, and at most one of `defaultProbability` and `score`.
 * @returns Factor and offset, and the other of the two; each rounded once to 34 digits.
 *
 * @throws {@link CreditError} `invalid_input`: both a probability and a score, odds or points not
 *   above 0; all faults are listed.
 * @throws {@link CreditError} `not_defined`: a probability of 0 or 1 has no score; the odds of the
 *   score lie beyond e^1000.
 *
 * @source the usual scaling of scorecards, by points to double the odds
 *
 * @example
 * ```ts
 * const base = { baseScore: 600, baseOdds: 50, pointsToDoubleOdds: 20 };
 * const { factor, offset, score } = pointsScale({ ...base, defaultProbability: "0.02" });
 * factor.value.toFixed(7); // => "28.8539008"
 * offset.value.toFixed(6); // => "487.122876"
 * score?.value.toFixed(6); // => "599.417073"
 * pointsScale({ ...base, score: 600 }).defaultProbability?.value.toFixed(6); // => "0.019608"
 * ```
 */
export function pointsScale(input: PointsScaleInput): PointsScale {
  const fn = "pointsScale";
  const terms = read(fn, pointsScaleSchema, input);
  const { baseScore, baseOdds, pointsToDoubleOdds, defaultProbability, score } = terms;
  if (defaultProbability && score) {
    refuse(fn, "score", "must be left out where defaultProbability is given");
  }
  const factorOf = asPrinted(pointsToDoubleOdds.over(logarithm(TWO).value));
  const factor = figure<PointsScale["factor"]>("scoring/points-factor", factorOf, "score", {
    pointsToDoubleOdds,
  });
  const logOdds = logarithm(baseOdds);
  const offset = figure<PointsScale["offset"]>(
    "scoring/points-offset",
    rounded(baseScore.minus(factorOf.times(logOdds.value)), logOdds),
    "score",
    { baseScore, baseOdds, factor },
  );
  if (score)
    return { factor, offset, defaultProbability: present(fn, oddsOf(score, factor, offset)) };
  if (!defaultProbability) return { factor, offset };
  return { factor, offset, score: present(fn, scoreOf(defaultProbability, factor, offset)) };
}

const TWO = /* @__PURE__ */ Fraction.of(2n);

function scoreOf(
  defaultProbability: Fraction,
  factor: PointsScale["factor"],
  offset: PointsScale["offset"],
) {
  const id = "scoring/score-of-default-probability";
  const inputs = { defaultProbability, factor, offset };
  const goods = ONE.minus(defaultProbability);
  if (goods.isZero || defaultProbability.isZero) {
    const reason = "a probability of 0 or 1 has no odds, and so no score";
    return absent(id, "score", inputs, "not_defined", reason);
  }
  const odds = logarithm(goods.over(defaultProbability));
  const exact = asTerm(offset).plus(asTerm(factor).times(odds.value));
  return figure<NonNullable<PointsScale["score"]>>(id, rounded(exact, odds), "score", inputs);
}

function oddsOf(
  score: Fraction,
  factor: PointsScale["factor"],
  offset: PointsScale["offset"],
): NonNullable<PointsScale["defaultProbability"]> | Absent {
  const id = "scoring/default-probability-of-score";
  const inputs = { score, factor, offset };
  const odds = exp(score.minus(asTerm(offset)).over(asTerm(factor)));
  if (!odds) {
    const reason = "the odds of the score lie beyond e^1000";
    return absent(id, "fraction", inputs, "not_defined", reason);
  }
  const probability = ONE.over(ONE.plus(odds.value));
  return figure(id, rounded(probability, odds), "fraction", inputs);
}

/** The logarithm of a number above 0. */
function logarithm(value: Fraction): Answer {
  const answer = ln(value);
  if (!answer) throw new RangeError("a logarithm needs a number above 0");
  return answer;
}

/** As printed where something irrational is in it. */
function rounded(value: Fraction, { isRounded }: Answer): Fraction {
  return isRounded ? asPrinted(value) : value;
}
