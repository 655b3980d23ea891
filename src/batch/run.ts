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
import { answersOf } from "./rounding.kernel.ts";

/** Rounded scores, and how many bounds each has reached. */
export interface Scored extends RoundedColumns {
  /** The code of a score below all bounds, and 1 more for each one reached; 0 without a score. */
  readonly codes: Uint8Array | Uint16Array;
}

/** Runs a plan by its scorer. */
export function run(plan: Plan, rows: number, reads: Reads, make: MakeScorer): Scored {
  const { places, refused, bounds = [], first = 1 } = reads;
  const answers = answersOf(rows, bounds.length);
  const [values, codes, undecided] = answers;
  const valid = new Uint8Array(rows).fill(1);
  const reasons = new Reasons();
  const score = make(answers);
  const decide = (row: number): void => {
    const isInvalid = refused?.[row] === 1 || !isRow(plan.lines, row);
    const exact = isInvalid ? undefined : exactScore(plan, row);
    const answer = exact && reads.transform ? reads.transform.exact(exact) : exact;
    values[row] = answer ? roundedDouble(answer, places) : 0;
    codes[row] = exact && answer ? first + reachedBy(exact, bounds) : 0;
    if (answer) return;
    valid[row] = 0;
    reasons.add(row, rows, isInvalid);
  };
  for (let from = 0; from < rows; from += BLOCK) {
    const open = score(from, Math.min(BLOCK, rows - from));
    for (let each = 0; each < open; each += 1) decide(undecided[each] as number);
  }
  for (const { valid: marks } of plan.lines) decideWhere(marks, 0, rows, decide);
  decideWhere(refused, 1, rows, decide);
  return { values, valid, ...reasons.column(), places, codes };
}

function decideWhere(
  marks: Uint8Array | undefined,
  mark: 0 | 1,
  rows: number,
  decide: (row: number) => void,
): void {
  if (!marks) return;
  for (let row = 0; row < rows; row += 1) if (marks[row] === mark) decide(row);
}

/** Whether all lines of a row have numbers, each in its range. */
function isRow(lines: readonly Line[], row: number): boolean {
  return lines.every(({ values, valid, least, most }) => {
    const value = values[row] as number;
    return value >= least && value <= most && valid?.[row] !== 0;
  });
}
