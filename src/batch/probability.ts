/**
 * @module batch/probability
 *
 * The probabilities of Ohlson's and Zmijewski's models over columns.
 */
import { Fraction, ONE } from "../ground/fraction.ts";
import { asPrinted, exp, normalCdf } from "../ground/transcendental.ts";
import type { ColumnModel } from "./column-model.ts";
import type { RoundedColumns } from "./column-types.ts";
import { ELEMENTARY_ERROR, expOf } from "./elementary.kernel.ts";
import { NORMAL_ERROR, normalOf } from "./normal.kernel.ts";
import { quotientScorer } from "./quotient-scorer.ts";
import type { Rational } from "./rational.ts";
import { Reading } from "./reading.ts";
import type { Transform } from "./reads.ts";
import { run } from "./run.ts";
import { requiredParts } from "./score.ts";
import { readScorePlan } from "./score-plan.ts";

/**
 * Probabilities of failure for every row of columns (批量违约概率), by Ohlson's or Zmijewski's model.
 *
 * Use it to rank many firms; for one firm, with its derivation, use `ohlsonProbability` or
 * `zmijewskiProbability`. Nothing of Math.exp is used, whose last digit differs between
 * runtimes: the answers are the same bytes everywhere.
 *
 * @formula 1 ÷ (1 + e^(−O)), or Φ(X); rounded half even to `places`
 * @units money or ratios in, a fraction out
 *
 * @param model - {@link ohlsonOModel} or {@link zmijewskiModel}.
 * @param columns - As for {@link scoreColumns}.
 * @param options - As for {@link scoreColumns}; `places` are those of the probability.
 * @returns Probabilities, and for rows without one the reason. A score so far out that the function
 *   for one row has no probability is `not_defined`.
 *
 * @throws `CreditError` `invalid_input`: another model, and as {@link scoreColumns}.
 *
 * @source as the functions for one row
 *
 * @example
 * ```ts
 * const { values } = probabilityColumns(zmijewskiModel, {
 *   ratios: {
 *     returnOnAssets: new Float64Array([0.06]),
 *     debtRatio: new Float64Array([0.45]),
 *     currentRatio: new Float64Array([2]),
 *   },
 * }, { places: 6 });
 * values[0]; // => 0.020515
 * ```
 */
export function probabilityColumns<Columns, Options>(
  model: ColumnModel<Columns, Options>,
  columns: Columns,
  options?: Options,
): RoundedColumns {
  const reading = new Reading("probabilityColumns");
  const parts = requiredParts(reading, model);
  const { name } = model;
  if (name !== "ohlsonO" && name !== "zmijewski") {
    reading.end("model", "must be ohlsonOModel or zmijewskiModel", name);
  }
  const { plan, places, refused } = readScorePlan(reading, parts, columns, options);
  const transform = name === "ohlsonO" ? LOGISTIC : NORMAL;
  const rows = reading.finish();
  const reads = { places, refused, transform };
  const { values, valid, reasons } = run(plan, rows, reads, quotientScorer(plan, reads));
  return { values, valid, ...(reasons && { reasons }), places };
}

/**
 * 1 ÷ (1 + e^−s): an error of s becomes at most a quarter of it. The exponential is within 8u of
 * itself, of which the quotient keeps a quarter; the sum and the quotient add 2u of 1.
 */
const LOGISTIC: Transform = {
  block: (score, count) => {
    for (let at = 0; at < count; at += 1) {
      const s = score[at] as number;
      // Beyond ±700 the exponential leaves the range of its bound.
      score[at] = s > -700 && s < 700 ? 1 / (1 + expOf(-s)) : Number.NaN;
    }
  },
  error: (error) => error / 4 + ELEMENTARY_ERROR,
  exact: (score) => {
    const odds = exp(fractionOf(score).negated());
    if (!odds) return undefined;
    const share = ONE.over(ONE.plus(odds.value));
    return odds.isRounded ? asPrinted(share) : share;
  },
};

/** Φ(s): an error of s becomes at most 0.4 of it. */
const NORMAL: Transform = {
  block: (score, count) => {
    for (let at = 0; at < count; at += 1) {
      const s = score[at] as number;
      // Below −37 there may be no probability: the exact path knows.
      score[at] = s > -37 && s < 1e15 ? normalOf(s) : Number.NaN;
    }
  },
  error: (error) => error * 0.4 + 2 * NORMAL_ERROR,
  exact: (score) => {
    const share = normalCdf(fractionOf(score));
    return share && (share.isRounded ? asPrinted(share.value) : share.value);
  },
};

function fractionOf({ numerator, denominator }: Rational): Fraction {
  return Fraction.of(numerator, denominator);
}
