/**
 * @module batch/score
 *
 * The solvency models over columns.
 */
import type { Zone } from "../scoring/score.ts";
import type { ColumnModel, ModelParts } from "./column-model.ts";
import { partsOf } from "./column-model.ts";
import type { CodedColumn } from "./column-types.ts";
import { quotientScorer } from "./quotient-scorer.ts";
import { Reading } from "./reading.ts";
import type { Scored } from "./run.ts";
import { run } from "./run.ts";
import type { ScorePlan } from "./score-plan.ts";
import { readScorePlan } from "./score-plan.ts";
import type { ScoreColumns } from "./score-types.ts";

/**
 * Scores of a solvency model for every row of columns (批量信用评分), rounded as the exact scores of
 * the function for one row would be.
 *
 * Use it for thousands of firms; for one firm, with its derivation, use `altmanZDoublePrime`
 * and its siblings. Each number stands for its shortest decimal: 0.1 is one tenth. A row is
 * computed in doubles with a bound of their error, and in whole numbers of any length where a tie
 * of the rounding or the bound of a zone is nearer than that: the answer is the exact one in every
 * row.
 *
 * @formula Σ coefficient × ratio, rounded half even to `places`
 * @units money or ratios in, a score out; flows are of a year
 *
 * @param model - One of {@link altmanZModel}, {@link altmanZPrimeModel}, {@link
 *   altmanZDoublePrimeModel}, {@link altmanZEmergingModel}, {@link bathoryModel}, {@link
 *   springateModel}, {@link zmijewskiModel}, {@link zhouFModel}, {@link ohlsonOModel}; a bundle
 *   holds those that are named.
 * @param columns - Columns of one length by the lines of a statement; `{ current, previous }` for
 *   two of the models (Ohlson's needs `size`, too); or `{ ratios }`.
 * @param options - Decimal places, and the choices of the function for one row.
 * @returns Scores, zones by code, and for rows without a score the reason. A row with a gap, with
 *   no number, or with one out of range is `invalid_input`; one whose divisor is not above 0 is
 *   `not_defined`. A zone is that of the exact score, not of the rounded one.
 *
 * @throws `CreditError` `invalid_input`: no model, an unknown column or option; a column that is
 *   missing, no typed array, or of another length; all faults are listed.
 *
 * @source as the function for one row
 *
 * @example
 * ```ts
 * const { values, zone } = scoreColumns(altmanZDoublePrimeModel, {
 *   currentAssets: new Float64Array([5200, 97_216_200]),
 *   currentLiabilities: new Float64Array([3000, 25_492_400]),
 *   totalAssets: new Float64Array([10_000, 3_000_000]),
 *   totalLiabilities: new Float64Array([4500, 500_000]),
 *   retainedEarnings: new Float64Array([2500, 37_778_300]),
 *   equity: new Float64Array([5500, 2_500_000]),
 *   ebit: new Float64Array([1000, 10_693_700]),
 * });
 * values[0]; // => 4.2135
 * zone?.categories[zone.codes[0] ?? 0]; // => "safe"
 * ```
 */
export function scoreColumns<Columns, Options>(
  model: ColumnModel<Columns, Options>,
  columns: Columns,
  options?: Options,
): ScoreColumns {
  const reading = new Reading("scoreColumns");
  const parts = requiredParts(reading, model);
  const read = readScorePlan(reading, parts, columns, options);
  const { codes, ...answer } = run(
    read.plan,
    reading.finish(),
    read,
    quotientScorer(read.plan, read),
  );
  return { ...answer, ...zoneOf(read, codes) };
}

/** The parts of a model; what is none is refused at once. */
export function requiredParts(reading: Reading, model: unknown): ModelParts {
  const parts = partsOf(model);
  if (parts) return parts;
  return reading.end("model", "must be a model of trade-credit/batch, such as altmanZModel", model);
}

/** Zones by code; none where the model has no bounds. */
export function zoneOf(
  { bounds, distress }: ScorePlan,
  codes: Scored["codes"],
): { readonly zone?: CodedColumn<Zone> } {
  if (bounds.length === 0) return {};
  const low = distress === "below" ? "distress" : "safe";
  const high = distress === "below" ? "safe" : "distress";
  return { zone: { codes, categories: ["", low, "grey", high] } };
}
