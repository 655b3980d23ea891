/** Z'', five Cs, grade and limit of every firm: columns, DuckDB on doubles, decimal.js by hand. */
import {
  altmanZDoublePrimeModel,
  creditLimitColumns,
  fiveCScoreColumns,
  scoreColumns,
} from "trade-credit/batch";

import type { Scored } from "../exact-scores.ts";
import { BANDS, UNIT, WEIGHTS } from "../exact-scores.ts";
import { DuckDbPeer } from "../peers/duckdb.ts";
import { scoresByHand } from "../peers/naive.ts";
import type { Statements } from "../statements.ts";
import { byName, JUDGED } from "../statements.ts";
import type { Candidate } from "../timing.ts";

/** Of the rows, what decimal.js is given. */
export const BY_HAND = 200;

/** Sums of the answers, asked for after the clock has stopped. */
export type Checksums = () => readonly number[];

/** Our columns of all rows. */
export function scored({ money, judged, policy }: Statements): Required<Scored> {
  const statement = scoreColumns(altmanZDoublePrimeModel, statementOf(money));
  const fiveCs = fiveCScoreColumns({
    ...byName(JUDGED, (each) => ({ weight: WEIGHTS[each], score: judged[each] })),
    scale: { from: 0, to: 100 },
    bands: BANDS.map((minScore) => ({ minScore, grade: `from ${String(minScore)}` })),
  });
  const limits = creditLimitColumns({
    requested: money.requested,
    bounds: [
      { name: "net-worth", base: money.equity, share: "0.1" },
      { name: "policy", amount: policy },
    ],
    unit: UNIT,
  });
  return {
    z: statement.values,
    zone: statement.zone?.codes ?? [],
    score: fiveCs.values,
    grade: fiveCs.grade?.codes ?? [],
    limit: limits.values,
  };
}

/** The lines that Z'' takes: what was asked for is none. */
function statementOf({ requested: _, ...lines }: Statements["money"]) {
  return lines;
}

export function ours(statements: Statements): Candidate<Checksums> {
  const run = () => {
    const { z, score, grade, limit } = scored(statements);
    return () => [z, score, grade, limit].map(sumOf);
  };
  return { name: "trade-credit, exact", run };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row] as number;
  return sum;
}

/** A table of scores in DuckDB, made of columns of doubles. */
export class DuckDbScores {
  readonly #database: DuckDbPeer;
  readonly #statements: Statements;

  private constructor(database: DuckDbPeer, statements: Statements) {
    this.#database = database;
    this.#statements = statements;
  }

  static async open(statements: Statements): Promise<DuckDbScores | undefined> {
    const database = await DuckDbPeer.open(2);
    if (!database) return undefined;
    const columns = Object.entries({ ...statements.money, ...statements.judged });
    await database.load(
      "statements",
      columns.map(([name, values]) => ({ name, type: "DOUBLE" as const, values })),
    );
    return new DuckDbScores(database, statements);
  }

  /** The table made anew and its sums read back, by either way of rounding. */
  candidates(): Candidate<Checksums>[] {
    return (["round_even", "round"] as const).map((round) => ({
      name: `DuckDB, 2 threads, DOUBLE, ${round}`,
      run: async () => {
        await this.#database.run(this.#sql(round));
        const sums: number[] = [];
        await this.#database.each(SUMS, (values) => sums.push(...values));
        return () => sums;
      },
      rounds: 5,
      warmUps: 1,
    }));
  }

  /** All rows as they were made last; the table keeps the order of the statements. */
  async rows(round: "round_even" | "round"): Promise<Scored> {
    await this.#database.run(this.#sql(round));
    const { count } = this.#statements;
    const column = () => new Float64Array(count);
    const answer = { z: column(), score: column(), grade: column(), limit: column() };
    let row = 0;
    await this.#database.each("SELECT z, score, grade, credit FROM scored", (values) => {
      [answer.z[row], answer.score[row], answer.grade[row], answer.limit[row]] = values as [
        number,
        number,
        number,
        number,
      ];
      row += 1;
    });
    return answer;
  }

  #sql(round: string): string {
    const weighed = JUDGED.map((each) => `${String(WEIGHTS[each])}.0 * ${each}`).join(" + ");
    const grades = BANDS.map((least, at) => `WHEN s >= ${String(least)} THEN ${String(at + 1)}`);
    const [unit, policy] = [UNIT, this.#statements.policy].map((each) => `${String(each)}::DOUBLE`);
    return `CREATE OR REPLACE TABLE scored AS
      SELECT ${round}(raw, 4) AS z, ${round}(s, 4) AS score,
        (CASE ${grades.reverse().join(" ")} ELSE 0 END)::INTEGER AS grade,
        floor(least(requested, greatest(equity, 0) * 0.1::DOUBLE, ${policy as string})
          / ${unit as string}) * ${unit as string} AS credit
      FROM (SELECT requested, equity, (${weighed}) / 100::DOUBLE AS s,
        (6.56::DOUBLE * (currentAssets - currentLiabilities) + 3.26::DOUBLE * retainedEarnings
          + 6.72::DOUBLE * ebit) / totalAssets + 1.05::DOUBLE * equity / totalLiabilities AS raw
        FROM statements)`;
  }
}

const SUMS = "SELECT sum(z), sum(score), sum(grade)::DOUBLE, sum(credit) FROM scored";

/** decimal.js on a part of the rows; `rows` are those of the last round. */
export function byHand(statements: Statements): Candidate<Checksums> & { rows: () => Scored } {
  let last: Scored | undefined;
  const run = () => {
    const scored = scoresByHand(statements, Math.ceil(statements.count / BY_HAND));
    last = scored;
    return () => [sumOf(scored.z)];
  };
  const rows = () => {
    if (!last) throw new Error("nobody was asked yet");
    return last;
  };
  const name = `decimal.js, precision 40 (1 of ${String(BY_HAND)} rows, times ${String(BY_HAND)})`;
  return { name, run, rows, rounds: 3, warmUps: 0 };
}

/** Sums agree within what doubles can do; of a part of the rows there is nothing to compare. */
export function sameSums(exact: Checksums, other: Checksums): boolean {
  const [ownSums, sums] = [exact(), other()];
  if (sums.length !== ownSums.length) return true;
  return ownSums.every((sum, at) => {
    const theirs = sums[at] as number;
    return Math.abs(theirs - sum) <= 1e-6 * Math.max(1, Math.abs(sum));
  });
}
