/**
 * @module batch/weighted
 *
 * Weighted scores over columns, and the five Cs.
 */
import { greatestCommonDivisor } from "../ground/common-divisor.ts";
import type { CodedColumn, NumberColumn, PlainNumber, RoundedColumns } from "./column-types.ts";
import { greatestDouble, leastDouble } from "./comparing.ts";
import type { ColumnGradeBand } from "./grade.ts";
import { readBands } from "./grade.ts";
import type { Line } from "./plan.ts";
import { MOST, wholesOf } from "./plan.ts";
import type { Rational } from "./rational.ts";
import { compare } from "./rational.ts";
import { Reading } from "./reading.ts";
import { readList, readNumber, readPlaces, readText } from "./reading-values.ts";
import { weighed } from "./weighing.ts";

/** The range of scores. */
export interface ColumnScale {
  /** The least score. */
  readonly from: PlainNumber;
  /** The greatest. */
  readonly to: PlainNumber;
}

/** One criterion with the scores of all rows. */
export interface CriterionColumn {
  /** What it is called; each once. */
  readonly id: string;
  /** How much it counts, at least 0. */
  readonly weight: PlainNumber;
  /** The scores, on the scale. */
  readonly score: NumberColumn;
}

/** What weighted scores have besides their columns. */
export interface WeightedOptions {
  /** The range that every score lies in. */
  readonly scale: ColumnScale;
  /** Decimal places to round to, half even; 4 unless stated. */
  readonly places?: number;
  /** Bands, by which the exact score is graded; in any order. */
  readonly bands?: readonly ColumnGradeBand[];
}

/** What {@link weightedScoreColumns} needs. */
export interface WeightedScoreColumnsInput extends WeightedOptions {
  /** The criteria, at most 1,000. */
  readonly criteria: readonly CriterionColumn[];
}

/** One of the Cs: a column of scores, or elements whose mean counts. */
export type ColumnOfC =
  | {
      /** How much it counts, at least 0. */
      readonly weight: PlainNumber;
      /** The scores, on the scale. */
      readonly score: NumberColumn;
    }
  | {
      /** How much it counts, at least 0. */
      readonly weight: PlainNumber;
      /** Columns of its elements; each counts alike. */
      readonly elements: readonly NumberColumn[];
    };

/** What {@link fiveCScoreColumns} needs. */
export interface FiveCScoreColumnsInput extends WeightedOptions {
  /** Willingness to pay. */
  readonly character: ColumnOfC;
  /** Ability to pay. */
  readonly capacity: ColumnOfC;
  /** Own funds. */
  readonly capital: ColumnOfC;
  /** Security offered. */
  readonly collateral: ColumnOfC;
  /** Trade, region, economy. */
  readonly conditions: ColumnOfC;
}

/** Weighted scores, and their grades. */
export interface WeightedColumns extends RoundedColumns {
  /**
   * The grade of the exact score, where bands were given; a score below all bands has none, and is
   * a score nonetheless.
   */
  readonly grade?: CodedColumn;
}

const OPTIONS = ["scale", "places", "bands"];

/**
 * Weighted scores of every row (批量加权评分), as `weightedScore` gives them.
 *
 * Use it for criteria with a column each; for the five Cs with elements {@link fiveCScoreColumns}.
 *
 * @formula Σ weight × score ÷ Σ weight, rounded half even to `places`
 * @units weights in any unit, at least 0; scores and answer on the scale
 *
 * @param input - Criteria, the scale, and bands for grades if you will.
 * @returns Scores, and grades by code. A row with a gap or a score off the scale is
 *   `invalid_input`.
 *
 * @throws `CreditError` `invalid_input`: a weight below 0, all weights 0, an id that is there
 *   twice, a column that is none; all faults are listed.
 *
 * @source as `weightedScore`
 *
 * @example
 * ```ts
 * const { values } = weightedScoreColumns({
 *   criteria: [
 *     { id: "record", weight: 2, score: new Float64Array([90, 60]) },
 *     { id: "capital", weight: 1, score: new Float64Array([70, 80]) },
 *   ],
 *   scale: { from: 0, to: 100 },
 * });
 * Array.from(values); // => [83.3333, 66.6667]
 * ```
 */
export function weightedScoreColumns(input: WeightedScoreColumnsInput): WeightedColumns {
  const reading = new Reading("weightedScoreColumns");
  const fields = reading.record("", input, ["criteria", ...OPTIONS]);
  const seen = new Set<string>();
  const parts = readList(reading, "criteria", fields["criteria"], 1_000).map((given, at): Part => {
    const path = `criteria[${at}]`;
    const { id, weight, score } = reading.record(path, given, ["id", "weight", "score"]);
    const name = readText(reading, `${path}.id`, id);
    if (seen.has(name)) reading.refuse(`${path}.id`, "must be there once", name);
    seen.add(name);
    return { path, weight: weightOf(reading, path, weight), columns: [[`${path}.score`, score]] };
  });
  return weigh(reading, fields, parts);
}

/**
 * Five-C scores of every row (批量 5C 评分), as `fiveCScore` gives them.
 *
 * Use it where each C has a column, or columns of elements whose mean counts; for elements that
 * follow from facts use {@link scorecardColumns}.
 *
 * @formula Σ weight × score of the C ÷ Σ weight; score of a C = mean of its elements
 * @units weights in any unit, at least 0; scores and answer on the scale
 *
 * @param input - The five Cs, the scale, and bands for grades if you will.
 * @returns Scores, and grades by code, as {@link weightedScoreColumns}.
 *
 * @throws `CreditError` `invalid_input`: a C with both score and elements, or neither; as
 *   {@link weightedScoreColumns}.
 *
 * @source as `fiveCScore`
 *
 * @example
 * ```ts
 * const score = new Float64Array([80, 55]);
 * const { values, grade } = fiveCScoreColumns({
 *   character: { weight: 30, elements: [score, new Float64Array([90, 60])] },
 *   capacity: { weight: 25, score },
 *   capital: { weight: 20, score },
 *   collateral: { weight: 15, score },
 *   conditions: { weight: 10, score },
 *   scale: { from: 0, to: 100 },
 *   bands: [{ minScore: 80, grade: "A" }, { minScore: 0, grade: "B" }],
 * });
 * Array.from(values); // => [81.5, 55.75]
 * Array.from(grade?.codes ?? []); // => [2, 1]
 * ```
 */
export function fiveCScoreColumns(input: FiveCScoreColumnsInput): WeightedColumns {
  const reading = new Reading("fiveCScoreColumns");
  const names = ["character", "capacity", "capital", "collateral", "conditions"];
  const fields = reading.record("", input, [...names, ...OPTIONS]);
  const parts = names.map((path): Part => {
    const part = reading.record(path, fields[path], ["weight", "score", "elements"]);
    const { score, elements } = part;
    if ((score === undefined) === (elements === undefined)) {
      reading.refuse(path, "must have a score or elements, one of the two");
    }
    const columns =
      elements === undefined
        ? [[`${path}.score`, score] as const]
        : readList(reading, `${path}.elements`, elements, 1_000).map(
            (each, at) => [`${path}.elements[${at}]`, each] as const,
          );
    return { path, weight: weightOf(reading, path, part["weight"]), columns };
  });
  return weigh(reading, fields, parts);
}

interface Part {
  readonly path: string;
  readonly weight: Rational;
  /** Columns that count alike, each with its path. */
  readonly columns: readonly (readonly [path: string, given: unknown])[];
}

function weightOf(reading: Reading, path: string, given: unknown): Rational {
  const weight = readNumber(reading, `${path}.weight`, given);
  if (weight && weight.numerator < 0n) reading.refuse(`${path}.weight`, "must be at least 0");
  return weight ?? { numerator: 0n, denominator: 1n };
}

function weigh(
  reading: Reading,
  fields: Readonly<Record<string, unknown>>,
  parts: readonly Part[],
): WeightedColumns {
  const range = readScale(reading, fields["scale"]);
  const { wholes } = wholesOf(parts.map(({ weight }) => weight));
  const total = wholes.reduce((sum, each) => sum + each, 0n);
  if (total === 0n) reading.refuse("", "must have a weight above 0");
  const counts = parts.map(({ columns }) => BigInt(Math.max(columns.length, 1)));
  const shared = counts.reduce((sum, each) => (sum / greatestCommonDivisor(sum, each)) * each, 1n);
  const each = parts.flatMap(({ columns }, place) =>
    columns.map(([path, given]) => ({
      column: reading.column(path, given),
      weight: ((wholes[place] as bigint) * shared) / (counts[place] as bigint),
    })),
  );
  const bands = fields["bands"] === undefined ? undefined : readBands(reading, fields["bands"]);
  const places = readPlaces(reading, fields["places"], 4);
  const rows = reading.finish();
  const weighing = {
    columns: each.map(({ column }) => column),
    weights: each.map(({ weight }) => weight),
    scale: total * shared,
    ...range,
  };
  const { codes, ...answer } = weighed(weighing, rows, places, bands?.bounds ?? []);
  return bands ? { ...answer, grade: { codes, categories: bands.categories } } : answer;
}

function readScale(reading: Reading, given: unknown): Pick<Line, "least" | "most"> {
  const { from, to } = reading.record("scale", given, ["from", "to"]);
  const least = readNumber(reading, "scale.from", from);
  const most = readNumber(reading, "scale.to", to);
  if (!least || !most) return { least: 0, most: 0 };
  if (compare(most, least) <= 0) reading.refuse("scale.to", "must be greater than scale.from");
  // Numbers of a column are within the whole numbers that doubles hold.
  return {
    least: Math.max(leastDouble(least), -MOST),
    most: Math.min(greatestDouble(most), MOST),
  };
}
