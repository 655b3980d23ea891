/**
 * @module batch/weighing
 *
 * Weighted scores of one scale: a plan without divisors, by loops of its own.
 */
import { greatestCommonDivisor } from "../ground/common-divisor.ts";
import type { Bound } from "./exact-row.ts";
import type { Line } from "./plan.ts";
import { MOST } from "./plan.ts";
import { BLOCK } from "./quotients.kernel.ts";
import { nearDouble } from "./rational.ts";
import type { ReadColumn } from "./reading.ts";
import type { MakeScorer } from "./reads.ts";
import { UNDERFLOW } from "./reads.ts";
import type { Scored } from "./run.ts";
import { run } from "./run.ts";
import type { Grades, Wholes } from "./weighing.kernel.ts";
import { addScores, openIn, readGrades, settleWholes, STEPS } from "./weighing.kernel.ts";
import { MOST_STEPS } from "./wholes.kernel.ts";

/** Weighted columns. */
export interface Weighing {
  readonly columns: readonly ReadColumn[];
  /** At least 0; they add up to the scale. */
  readonly weights: readonly bigint[];
  readonly scale: bigint;
  /** The least and greatest of all scores. */
  readonly least: number;
  readonly most: number;
}

/** Weighs all rows; codes are the bounds reached. */
export function weighed(
  weighing: Weighing,
  rows: number,
  places: number,
  bounds: readonly Bound[],
): Scored {
  const { columns, weights, scale, least, most } = weighing;
  const plan = {
    lines: columns.map((column): Line => ({ ...column, least, most })),
    quotients: [{ over: weights.map((weight, line) => ({ line, weight })), under: [] }],
    scale,
    constant: 0n,
    extraSize: 0,
  };
  const reads = { places, bounds, first: 0 };
  return run(plan, rows, reads, scorerOf(weighing, places, bounds));
}

function scorerOf(weighing: Weighing, places: number, bounds: readonly Bound[]): MakeScorer {
  const { least, most } = weighing;
  const fives = fivesOf(weighing);
  const error = greatestOf(weighing) * (64 + fives.length) * 2 ** -53 + UNDERFLOW;
  const power = 10 ** places;
  const grades = gradesOf(weighing, bounds, error);
  const wholes = wholesOf(weighing, places, bounds);
  const score = new Float64Array(BLOCK);
  return (answers) => (from, count) => {
    score.fill(0);
    for (const { columns, weights } of fives) {
      addScores(score, columns, weights, from, count);
    }
    const open = readGrades(score, answers, grades, power, error, from, count);
    return wholes ? settleWholes(answers, open, wholes, least, most) : open;
  };
}

/** The greatest score without sign. */
function greatestOf({ least, most }: Weighing): number {
  return Math.max(Math.abs(least), Math.abs(most));
}

/** Five columns at a time; those that fill up weigh nothing. */
function fivesOf({ columns, weights, scale, least, most }: Weighing) {
  return Array.from({ length: Math.ceil(columns.length / 5) }, (_, five) => {
    const places = [0, 1, 2, 3, 4].map((place) => 5 * five + place);
    return {
      columns: places.map((place) => (columns[place] ?? (columns[0] as ReadColumn)).values),
      weights: Float64Array.of(
        ...places.map((place) => Number(weights[place] ?? 0n) / Number(scale)),
        ...[least, most, Number.NaN],
      ),
    };
  });
}

/**
 * The grades of 4,096 cells of the scale, or more where there are many bounds. The place of a score
 * among the cells is within its error and a millionth of a cell: a difference and a product are
 * rounded, of numbers below 2^18 cells. Cells that a bound is so near to do not know their grade.
 */
function gradesOf({ least, most }: Weighing, bounds: readonly Bound[], error: number): Grades {
  let cells = 4_096;
  while (cells < 128 * bounds.length) cells *= 2;
  const table = bounds.length < 255 ? new Uint8Array(cells) : new Uint16Array(cells);
  // The greatest score has the last cell.
  const perPoint = (cells - 1) / (most - least);
  const near = error * perPoint + 1e-6;
  // A scale so narrow that scores are not told apart has no cells that know.
  if (!(near < 1)) return [table.fill(openIn(table)), Float64Array.of(least, perPoint)];
  bounds.forEach(({ at }, bound) => {
    const place = (nearDouble(at) - least) * perPoint;
    const first = Math.max(Math.floor(place - near), 0);
    const next = Math.max(Math.floor(place + near) + 1, 0);
    table.fill(openIn(table), first, next);
    // Up to the next bound, which then writes over it.
    table.fill(bound + 1, next);
  });
  return [table, Float64Array.of(least, perPoint)];
}

/** How to weigh in whole steps; undefined where these would not fit. */
function wholesOf(
  weighing: Weighing,
  places: number,
  bounds: readonly Bound[],
): Wholes | undefined {
  const { columns, weights, scale } = weighing;
  const power = 10n ** BigInt(places);
  // A sum of weighted steps is so many of these in the last place of the score.
  const perScore = scale * BigInt(STEPS);
  const shared = greatestCommonDivisor(power, perScore);
  const [times, over] = [Number(power / shared), Number(perScore / shared)];
  const greatest = greatestOf(weighing) * STEPS;
  // Half of what doubles hold: what is left over is doubled, and this product is rounded itself.
  const isHeld =
    greatest <= MOST_STEPS && greatest * Number(scale) * times <= MOST / 2 && over <= MOST / 2;
  if (!isHeld) return undefined;
  return [
    columns.map(({ values }) => values),
    Float64Array.from(weights, Number),
    times,
    over,
    Number(power),
    Float64Array.from(bounds, ({ at }) =>
      Number(-floorOver(-at.numerator * perScore, at.denominator)),
    ),
  ];
}

/** A quotient rounded down; the divisor is above 0. */
function floorOver(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return quotient * divisor > dividend ? quotient - 1n : quotient;
}
