/**
 * The scores, grades and limits of one row in whole numbers of any length, written for this
 * comparison alone: nothing of the library is in it.
 */
import type { Judged, Money, Statements } from "./statements.ts";
import { byName, JUDGED, MONEY } from "./statements.ts";

/** Answers of all rows. */
export interface Scored {
  /** Z'', rounded half even to 4 decimals. */
  readonly z: Float64Array;
  /** 1 below 1.1, 3 above 2.6, 2 between; not everybody answers it. */
  readonly zone?: ArrayLike<number>;
  /** The five Cs weighed, rounded as Z'' is. */
  readonly score: Float64Array;
  /** Bands reached. */
  readonly grade: ArrayLike<number>;
  /** In euros, a multiple of {@link UNIT}. */
  readonly limit: Float64Array;
}

/** Weights of the five Cs; they add up to 100. */
export const WEIGHTS: Readonly<Record<Judged, number>> = {
  character: 30,
  capacity: 25,
  capital: 20,
  collateral: 15,
  conditions: 10,
};

/** The least scores of the bands, ascending. */
export const BANDS = [0, 50, 65, 80] as const;

/** Limits are whole multiples of this, and at most a tenth of equity. */
export const UNIT = 1_000;

/** Makes rows one by one: z, zone, score, grade, limit. */
function exactRows(statements: Statements): (row: number) => readonly number[] {
  const { money, judged, perEuro, perPoint, policy } = statements;
  const most = BigInt(policy * perEuro);
  const unit = BigInt(UNIT * perEuro);
  const wholes = (column: Float64Array, per: number) => (row: number) =>
    BigInt(Math.round((column[row] as number) * per));
  const read = byName<Money, (row: number) => bigint>(MONEY, (line) =>
    wholes(money[line], perEuro),
  );
  const points = JUDGED.map((each) => ({
    weight: BigInt(WEIGHTS[each]),
    at: wholes(judged[each], perPoint),
  }));
  const all = 100n * BigInt(perPoint);
  return (row) => {
    const [assets, debt] = [read.totalAssets(row), read.totalLiabilities(row)];
    const working = read.currentAssets(row) - read.currentLiabilities(row);
    const byAssets = 656n * working + 326n * read.retainedEarnings(row) + 672n * read.ebit(row);
    const equity = read.equity(row);
    const over = byAssets * debt + 105n * equity * assets;
    const under = 100n * assets * debt;
    const zone = 10n * over < 11n * under ? 1 : 10n * over > 26n * under ? 3 : 2;
    const score = points.reduce((sum, { weight, at }) => sum + weight * at(row), 0n);
    const grade = BANDS.filter((least) => score >= BigInt(least) * all).length;
    // In tenths, for a tenth of equity is one of the bounds.
    const bounds = [10n * read.requested(row), equity > 0n ? equity : 0n, 10n * most];
    const least = bounds.reduce((low, each) => (each < low ? each : low));
    const limit = Number(least / (10n * unit)) * UNIT;
    return [fourPlaces(over, under), zone, fourPlaces(score, all), grade, limit];
  };
}

/** The double nearest to a quotient rounded half even to 4 places. */
function fourPlaces(over: bigint, under: bigint): number {
  const scaled = 20_000n * over + under;
  let whole = scaled / (2n * under);
  const rest = scaled - whole * 2n * under;
  // Division goes towards 0: down it must go.
  if (rest < 0n) whole -= 1n;
  if (rest === 0n && whole % 2n !== 0n) whole -= 1n;
  if (whole > 9_007_199_254_740_991n || whole < -9_007_199_254_740_991n)
    throw new RangeError("a score beyond whole doubles");
  return Number(whole) / 10_000;
}

/** The exact answers of all rows. */
export function exactScores(statements: Statements): Required<Scored> {
  const exact = exactRows(statements);
  const { count } = statements;
  const column = () => new Float64Array(count);
  const answers = {
    z: column(),
    zone: column(),
    score: column(),
    grade: column(),
    limit: column(),
  };
  for (let row = 0; row < count; row += 1) {
    const [z, zone, score, grade, limit] = exact(row) as [number, number, number, number, number];
    answers.z[row] = z;
    answers.zone[row] = zone;
    answers.score[row] = score;
    answers.grade[row] = grade;
    answers.limit[row] = limit;
  }
  return answers;
}

/** How many of the first rows differ from the exact ones in anything that was answered. */
export function differingRows(exact: Required<Scored>, given: Scored): number {
  const { z, zone, score, grade, limit } = given;
  let differing = 0;
  for (let row = 0; row < z.length; row += 1) {
    const isEqual =
      z[row] === exact.z[row] &&
      (zone === undefined || zone[row] === exact.zone[row]) &&
      score[row] === exact.score[row] &&
      grade[row] === exact.grade[row] &&
      limit[row] === exact.limit[row];
    if (!isEqual) differing += 1;
  }
  return differing;
}
