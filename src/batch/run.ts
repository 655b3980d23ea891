/**
 * @module batch/run
 *
 * Runs a plan over all rows: in doubles, and exactly where these cannot tell.
 */
import type { RoundedColumns } from "./column-types.ts";
import { exactScore, reachedBy, roundedDouble } from "./exact-row.ts";
import type { Line, Plan } from "./plan.ts";
import { BLOCK } from "./quotients.kernel.ts";
import { Reasons } from "./reasons.ts";
import type { MakeScorer, Reads } from "./reads.ts";

/** Rounded scores, and how many bounds each has reached. */
export interface Scored extends RoundedColumns {
  /** Bounds reached, and 1 more; 0 where there is no score. */
  readonly reached: Uint8Array | Uint16Array;
}

/** Runs a plan. */
export function run(plan: Plan, rows: number, reads: Reads, make: MakeScorer): Scored {
  const { places, transform, refused, bounds = [] } = reads;
  const values = new Float64Array(rows);
  const valid = new Uint8Array(rows).fill(1);
  const reached = bounds.length < 255 ? new Uint8Array(rows) : new Uint16Array(rows);
  const undecided = new Int32Array(BLOCK);
  const reasons = new Reasons();
  const score = make(plan, reads, { values, reached, undecided });
  if (!score) throw new RangeError("no scorer");
  const decide = (row: number): void => {
    const isInvalid = refused?.[row] === 1 || !isRow(plan.lines, row);
    const exact = isInvalid ? undefined : exactScore(plan, row);
    const answer = exact && transform ? transform.exact(exact) : exact;
    values[row] = answer ? roundedDouble(answer, places) : 0;
    reached[row] = exact && answer ? reachedBy(exact, bounds) + 1 : 0;
    if (answer) return;
    valid[row] = 0;
    reasons.add(row, rows, isInvalid);
  };
  const gaps = plan.lines.flatMap((line) => line.valid ?? []);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows);
    const open = score(from, to);
    for (let each = 0; each < open; each += 1) decide(undecided[each] as number);
    for (let row = from; row < to; row += 1) if (refused?.[row] === 1) decide(row);
    for (const marks of gaps) {
      for (let row = from; row < to; row += 1) if (marks[row] === 0) decide(row);
    }
  }
  return { values, valid, ...reasons.column(), places, reached };
}

/** Whether all lines of a row have numbers, each in its range. */
function isRow(lines: readonly Line[], row: number): boolean {
  return lines.every(({ values, valid, least, most }) => {
    const value = values[row] as number;
    return value >= least && value <= most && valid?.[row] !== 0;
  });
}
