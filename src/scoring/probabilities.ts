/**
 * @module scoring/probabilities
 *
 * How good predicted probabilities of default are: the Brier score, its skill, and the log loss.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, present } from "../ground/figure.ts";
import { Fraction, ONE, sumOf, ZERO } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { object } from "../ground/input-atoms.ts";
import { asPrinted, ln } from "../ground/transcendental.ts";
import type { BadColumn, NumberColumn, OutcomeGroup } from "./outcomes.ts";
import { badSchema, groupsOf, numbersSchema, oneClassReason, totalsOf } from "./outcomes.ts";

/** What the measures of probabilities need: at most 1,000,000 rows. */
export interface ProbabilitiesInput {
  /** One predicted probability of default a row, from 0 to 1. */
  readonly defaultProbabilities: NumberColumn;
  /** In the same order: whether it turned out bad (true or 1) or good (false or 0). */
  readonly bad: BadColumn;
}

/** Brier score, from 0 (best) to 1. */
export type BrierScore = Figure<"scoring/brier-score">;

/** Brier skill score: at most 1; 0 is no better than the base rate. */
export type BrierSkillScore = Figure<"scoring/brier-skill-score">;

/** Log loss, at least 0. */
export type LogLoss = Figure<"scoring/log-loss">;

/** The schema of {@link ProbabilitiesInput}. */
export const probabilitiesSchema = lazily(() =>
  object({ defaultProbabilities: numbersSchema("probability"), bad: badSchema() }),
);

/**
 * The Brier score (布里尔分数): the mean squared distance between the probability predicted and what
 * happened.
 *
 * Use it where probabilities are used as such, for prices or provisions; {@link rocAuc} sees the
 * ranking alone. Against what the base rate would have: {@link brierSkillScore}.
 *
 * @formula Brier = Σ (p − y)² ÷ n, with y = 1 for a bad
 * @units fractions
 *
 * @param input - Probabilities of default, and in the same order whether each turned out bad. Rows
 *   with the same probability are counted together.
 * @returns The score; lower is better.
 *
 * @throws {@link CreditError} `invalid_input`: lists of different lengths, a probability outside 0
 *   to 1.
 *
 * @source Brier 1950; the example is computed by hand
 *
 * @example
 * ```ts
 * const defaultProbabilities = ["0.1", "0.4", "0.8"];
 * brierScore({ defaultProbabilities, bad: [0, 0, 1] }).value.toString(); // => "0.07"
 * ```
 */
export function brierScore(input: ProbabilitiesInput): BrierScore {
  return brierOf(groupsFor("brierScore", input));
}

/**
 * The Brier skill score: what the predictions gain over giving everybody the base rate of bads.
 *
 * Use it beside {@link brierScore}, which is small wherever bads are rare. Below 0 the base rate
 * alone would have been better.
 *
 * @formula skill = 1 − Brier ÷ reference; reference = base rate × (1 − base rate)
 * @units fractions
 *
 * @param input - As in {@link brierScore}.
 * @returns The skill, with both scores nested in it.
 *
 * @throws {@link CreditError} `invalid_input`: as in {@link brierScore}.
 * @throws {@link CreditError} `not_defined`: there are only goods, or only bads, so that the
 *   reference is 0.
 *
 * @source standard; the example is computed by hand
 *
 * @example
 * ```ts
 * const defaultProbabilities = ["0.1", "0.4", "0.8"];
 * brierSkillScore({ defaultProbabilities, bad: [0, 0, 1] }).value.toString(); // => "0.685"
 * ```
 */
export function brierSkillScore(input: ProbabilitiesInput): BrierSkillScore {
  return present("brierSkillScore", skillOf(groupsFor("brierSkillScore", input)));
}

/**
 * The log loss (对数损失), or cross entropy: the mean of −ln of the probability that was given to what
 * happened.
 *
 * Use it where an overconfident prediction is to cost much: a bad that was given 1 in 1,000 costs
 * 6.9, where {@link brierScore} sees hardly 1.
 *
 * @formula log loss = −Σ (y × ln p + (1 − y) × ln(1 − p)) ÷ n, with y = 1 for a bad
 * @units fractions in, a number of natural units out
 *
 * @param input - As in {@link brierScore}. A logarithm or two are taken of every distinct
 *   probability, at 50 digits: ten thousand of them take about a second.
 * @returns The loss, rounded once to 34 digits; lower is better.
 *
 * @throws {@link CreditError} `invalid_input`: as in {@link brierScore}.
 * @throws {@link CreditError} `not_defined`: a bad was given 0, or a good 1: the loss is infinite.
 *
 * @source standard; the example is computed by hand: −(ln 0.9 + ln 0.6 + ln 0.8) ÷ 3
 *
 * @example
 * ```ts
 * const defaultProbabilities = ["0.1", "0.4", "0.8"];
 * logLoss({ defaultProbabilities, bad: [0, 0, 1] }).value.toFixed(6); // => "0.279777"
 * ```
 */
export function logLoss(input: ProbabilitiesInput): LogLoss {
  return present("logLoss", lossOf(groupsFor("logLoss", input)));
}

function groupsFor(fn: string, input: ProbabilitiesInput): OutcomeGroup[] {
  const { defaultProbabilities, bad } = read(fn, probabilitiesSchema, input);
  return groupsOf(fn, "defaultProbabilities", defaultProbabilities, bad);
}

function brierOf(groups: readonly OutcomeGroup[]): BrierScore {
  const squares = groups.map((group) => squaredOf(group, group.value()));
  const { goods, bads } = totalsOf(groups);
  const mean = sumOf(squares).over(Fraction.whole(goods + bads));
  return figure("scoring/brier-score", mean, "fraction", () => ({
    rows: groups.map((group) => {
      const defaultProbability = group.value();
      const squared = squaredOf(group, defaultProbability);
      return { defaultProbability, goods: group.goods, bads: group.bads, squared };
    }),
  }));
}

/** Squared distances of the rows with one probability, added up. */
function squaredOf({ goods, bads }: OutcomeGroup, probability: Fraction): Fraction {
  const ofGoods = Fraction.whole(goods).times(probability.times(probability));
  const short = ONE.minus(probability);
  return ofGoods.plus(Fraction.whole(bads).times(short.times(short)));
}

function skillOf(
  groups: readonly OutcomeGroup[],
): BrierSkillScore | Absent<"scoring/brier-skill-score"> {
  const { goods, bads } = totalsOf(groups);
  const brier = brierOf(groups);
  const all = Fraction.whole(goods + bads);
  const rate = Fraction.whole(bads).over(all);
  const base = rate.times(ONE.minus(rate));
  const reference = figure("scoring/brier-reference", base, "fraction", { goods, bads });
  const id = "scoring/brier-skill-score";
  const reason = oneClassReason(goods, bads);
  if (reason !== undefined) {
    return absent(
      id,
      "fraction",
      { brier, reference },
      "not_defined",
      `${reason}: the reference is 0`,
    );
  }
  const skill = ONE.minus(asTerm(brier).over(asTerm(reference)));
  return figure<BrierSkillScore>(id, skill, "fraction", { brier, reference });
}

function lossOf(groups: readonly OutcomeGroup[]): LogLoss | Absent<"scoring/log-loss"> {
  const losses: Fraction[] = [];
  for (const group of groups) {
    const loss = lossOfGroup(group, group.value());
    if (!loss) {
      const { goods, bads } = totalsOf(groups);
      const reason = "a bad was given probability 0, or a good 1: the loss is infinite";
      return absent("scoring/log-loss", "score", { goods, bads }, "not_defined", reason);
    }
    losses.push(loss);
  }
  const { goods, bads } = totalsOf(groups);
  const mean = asPrinted(sumOf(losses).over(Fraction.whole(goods + bads)));
  return figure<LogLoss>("scoring/log-loss", mean, "score", () => ({
    rows: groups.map((group, row) => ({
      defaultProbability: group.value(),
      goods: group.goods,
      bads: group.bads,
      loss: losses[row],
    })),
  }));
}

/** What the rows with one probability lose; undefined where that has no end. */
function lossOfGroup({ goods, bads }: OutcomeGroup, probability: Fraction): Fraction | undefined {
  const ofGoods = lossOfShare(goods, ONE.minus(probability));
  const ofBads = lossOfShare(bads, probability);
  return ofGoods && ofBads && ofGoods.plus(ofBads);
}

function lossOfShare(count: number, probability: Fraction): Fraction | undefined {
  if (count === 0) return ZERO;
  return ln(probability)?.value.times(Fraction.whole(count)).negated();
}
