/**
 * The scores, grades and limits of every row in whole numbers, of any length where products of them
 * need it, written for this comparison alone: nothing of the library is in it.
 */
import type { Judged, Statements } from "./statements.ts";
import { JUDGED } from "./statements.ts";

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

/** The exact answers of all rows. */
export function exactScores(statements: Statements): Required<Scored> {
  const { money, judged, perEuro, perPoint, policy, count } = statements;
  const column = () => new Float64Array(count);
  const [z, zone, score, grade, limit] = [column(), column(), column(), column(), column()];
  const points = JUDGED.map((each) => ({ weight: WEIGHTS[each], of: judged[each] }));
  const all = 100 * perPoint;
  if (10_000 % all !== 0) throw new RangeError("a score of more than four places");
  for (let row = 0; row < count; row += 1) {
    const assets = whole(money.totalAssets, row, perEuro);
    const debt = whole(money.totalLiabilities, row, perEuro);
    const equity = whole(money.equity, row, perEuro);
    const retained = whole(money.retainedEarnings, row, perEuro);
    const working =
      whole(money.currentAssets, row, perEuro) - whole(money.currentLiabilities, row, perEuro);
    const byAssets = 656 * working + 326 * retained + 672 * whole(money.ebit, row, perEuro);
    const owed = BigInt(debt);
    const over = BigInt(byAssets) * owed + BigInt(105 * equity) * BigInt(assets);
    const under = BigInt(100 * assets) * owed;
    z[row] = fourPlaces(over, under);
    zone[row] = 10n * over < 11n * under ? 1 : 10n * over > 26n * under ? 3 : 2;
    let weighed = 0;
    for (const { weight, of } of points) weighed += weight * whole(of, row, perPoint);
    score[row] = (weighed * (10_000 / all)) / 10_000;
    let reached = 0;
    for (const least of BANDS) reached += weighed >= least * all ? 1 : 0;
    grade[row] = reached;
    // In tenths, for a tenth of equity is one of the bounds.
    const asked = 10 * whole(money.requested, row, perEuro);
    const least = Math.min(asked, Math.max(equity, 0), 10 * policy * perEuro);
    limit[row] = Math.floor(least / (10 * UNIT * perEuro)) * UNIT;
  }
  return { z, zone, score, grade, limit };
}

/** What a column is made of: whole numbers below 2^32, a few thousand of which doubles hold. */
function whole(column: Float64Array, row: number, per: number): number {
  return Math.round((column[row] as number) * per);
}

/** The double nearest to a quotient rounded half even to 4 places. */
function fourPlaces(over: bigint, under: bigint): number {
  const twice = 2n * under;
  const scaled = 20_000n * over + under;
  const quotient = scaled / twice;
  const rest = scaled - quotient * twice;
  let whole = Number(quotient);
  if (!Number.isSafeInteger(whole)) throw new RangeError("a score beyond whole doubles");
  // Division goes towards 0: down it must go, and from a tie to what is even.
  if (rest < 0n || (rest === 0n && whole % 2 !== 0)) whole -= 1;
  return whole / 10_000;
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
