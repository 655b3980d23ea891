/**
 * @module batch/grade
 *
 * Grades over columns.
 */
import type { CodedColumn, NumberColumn, PlainNumber, RowReason } from "./column-types.ts";
import { leastDouble } from "./comparing.ts";
import type { Bound } from "./exact-row.ts";
import { MOST } from "./plan.ts";
import type { Rational } from "./rational.ts";
import { compare } from "./rational.ts";
import { Reading } from "./reading.ts";
import { readList, readNumber, readText } from "./reading-values.ts";
import { Reasons } from "./reasons.ts";

/** One band of scores, as `gradeFor` has it. */
export interface ColumnGradeBand {
  /** The least score of the band; it belongs to it. */
  readonly minScore: PlainNumber;
  /** Its grade. */
  readonly grade: string;
}

/** Grades by code. */
export interface GradeColumns {
  /** The grade of each row; the grades in ascending order of their bands. */
  readonly grade: CodedColumn;
  /** One byte a row: 1 where there is a grade. */
  readonly valid: Uint8Array;
  /** Why rows have no grade; undefined where all have one. */
  readonly reasons?: CodedColumn<RowReason>;
}

/** Bands in ascending order. */
export interface ReadBands {
  readonly bounds: readonly Bound[];
  readonly categories: readonly string[];
  /** The place in the list as given, of each. */
  readonly places: readonly number[];
}

/** Reads bands; two with the same least score are refused. */
export function readBands(
  reading: Reading,
  given: unknown,
  fields: readonly string[] = [],
): ReadBands & { readonly rows: readonly Readonly<Record<string, unknown>>[] } {
  const rows = readList(reading, "bands", given, 1_000).map((row, at) =>
    reading.record(`bands[${at}]`, row, ["minScore", "grade", ...fields]),
  );
  const bands = rows.flatMap((row, place) => {
    const minScore = readNumber(reading, `bands[${place}].minScore`, row["minScore"]);
    const grade = readText(reading, `bands[${place}].grade`, row["grade"]);
    return minScore ? [{ minScore, grade, place }] : [];
  });
  bands.sort((a, b) => compare(a.minScore, b.minScore));
  bands.forEach(({ minScore, place }, at) => {
    const before: Rational | undefined = bands[at - 1]?.minScore;
    if (before && compare(before, minScore) === 0) {
      reading.refuse(
        `bands[${place}].minScore`,
        "must be another one than that of the other bands",
      );
    }
  });
  return {
    rows,
    bounds: bands.map(({ minScore }) => ({ at: minScore, isReachedOnIt: true })),
    categories: ["", ...bands.map(({ grade }) => grade)],
    places: bands.map(({ place }) => place),
  };
}

/**
 * The grade of every score of a column (批量信用等级): that of the highest band that it reaches.
 *
 * Use it behind scores that are what they are. Where the scores are rounded answers of {@link
 * weightedScoreColumns} or {@link fiveCScoreColumns}, give `bands` to these instead: they decide by
 * the exact score, as `gradeFor` behind the function for one row does.
 *
 * @formula the grade of the greatest minScore ≤ score
 * @units any, the same for scores and bands
 *
 * @param bands - The bands, in any order; at most 1,000.
 * @param scores - A column of numbers, or the answer of a column function.
 * @returns Grades by code. A score below all bands is `not_defined`, a gap or no number
 *   `invalid_input`.
 *
 * @throws `CreditError` `invalid_input`: two bands with the same `minScore`, no column; all
 *   faults are listed.
 *
 * @source as `gradeFor`
 *
 * @example
 * ```ts
 * const bands = [{ minScore: 80, grade: "A" }, { minScore: 0, grade: "B" }];
 * const { grade } = gradeColumns(bands, new Float64Array([79.9, 80]));
 * Array.from(grade.codes, (code) => grade.categories[code]); // => ["B", "A"]
 * ```
 */
export function gradeColumns(
  bands: readonly ColumnGradeBand[],
  scores: NumberColumn,
): GradeColumns {
  const reading = new Reading("gradeColumns");
  const { bounds, categories } = readBands(reading, bands);
  const column = reading.column("scores", scores);
  const rows = reading.finish();
  const codes = codesOf(column.values, bounds);
  const valid = new Uint8Array(rows).fill(1);
  const reasons = new Reasons();
  for (let row = 0; row < rows; row += 1) {
    const isNumber = Math.abs(column.values[row] as number) <= MOST && column.valid?.[row] !== 0;
    if (isNumber && codes[row] !== 0) continue;
    codes[row] = 0;
    valid[row] = 0;
    reasons.add(row, rows, !isNumber);
  }
  return { grade: { codes, categories }, valid, ...reasons.column() };
}

/** How many ascending bounds each number has reached. */
export function codesOf(values: Float64Array, bounds: readonly Bound[]): Uint8Array | Uint16Array {
  const doubles = Float64Array.from(bounds, ({ at }) => leastDouble(at));
  const codes =
    bounds.length < 255 ? new Uint8Array(values.length) : new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    let [low, high] = [0, doubles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value >= (doubles[middle] as number)) low = middle + 1;
      else high = middle;
    }
    codes[row] = low;
  }
  return codes;
}
