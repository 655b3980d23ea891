/**
 * @module batch/run
 *
 * Runs a plan over all rows: in doubles, and exactly where these cannot tell.
 */
import type { RoundedColumns } from "./column-types.ts";
import type { Bound } from "./exact-row.ts";
import { exactScore, reachedBy, roundedDouble } from "./exact-row.ts";
import type { Line, Plan } from "./plan.ts";
import { BLOCK } from "./quotients.kernel.ts";
import { Reasons } from "./reasons.ts";
import type { MakeScorer, Reads, Scorer } from "./reads.ts";

/** Rounded scores, and how many bounds each has reached. */
export interface Scored extends RoundedColumns {
  /** Bounds reached, and 1 more; 0 where there is no score. */
  readonly reached: Uint8Array | Uint16Array;
}

/** Runs a plan. */
export function run(plan: Plan, rows: number, reads: Reads, make: MakeScorer): Scored {
  const work = new Work(plan, rows, reads, make);
  for (let from = 0; from < rows; from += BLOCK) {
    work.block(from, Math.min(from + BLOCK, rows));
  }
  return work.answer();
}

class Work {
  readonly #plan: Plan;
  readonly #reads: Reads;
  readonly #bounds: readonly Bound[];
  readonly #undecided = new Int32Array(BLOCK);
  readonly #scorer: Scorer;
  readonly #values: Float64Array;
  readonly #valid: Uint8Array;
  readonly #reached: Uint8Array | Uint16Array;
  readonly #reasons = new Reasons();

  constructor(plan: Plan, rows: number, reads: Reads, make: MakeScorer) {
    this.#plan = plan;
    this.#reads = reads;
    this.#bounds = reads.bounds ?? [];
    this.#values = new Float64Array(rows);
    this.#valid = new Uint8Array(rows).fill(1);
    this.#reached = this.#bounds.length < 255 ? new Uint8Array(rows) : new Uint16Array(rows);
    const answers = {
      values: this.#values,
      reached: this.#reached,
      undecided: this.#undecided,
    };
    const scorer = make(plan, reads, answers);
    if (!scorer) throw new RangeError("a model of another shape needs a scorer of any plan");
    this.#scorer = scorer;
  }

  block(from: number, to: number): void {
    const open = this.#scorer(from, to);
    for (let each = 0; each < open; each += 1) this.#decide(this.#undecided[each] as number);
    const { refused } = this.#reads;
    for (const valid of [...this.#plan.lines.map((line) => line.valid), refused]) {
      if (valid) this.#refuse(valid, valid === refused ? 1 : 0, from, to);
    }
  }

  #refuse(marks: Uint8Array, refused: number, from: number, to: number): void {
    for (let row = from; row < to; row += 1) {
      if ((marks[row] === 0 ? 0 : 1) === refused) this.#decide(row);
    }
  }

  #decide(row: number): void {
    const { places, transform, refused } = this.#reads;
    const isInvalid = refused?.[row] === 1 || !isRow(this.#plan.lines, row);
    const score = isInvalid ? undefined : exactScore(this.#plan, row);
    const answer = score && transform ? transform.exact(score) : score;
    this.#values[row] = answer ? roundedDouble(answer, places) : 0;
    this.#reached[row] = score && answer ? reachedBy(score, this.#bounds) + 1 : 0;
    if (answer) return;
    this.#valid[row] = 0;
    this.#reasons.add(row, this.#valid.length, isInvalid);
  }

  answer(): Scored {
    return {
      values: this.#values,
      valid: this.#valid,
      ...this.#reasons.column(),
      places: this.#reads.places,
      reached: this.#reached,
    };
  }
}

/** Whether all lines of a row have numbers, each in its range. */
function isRow(lines: readonly Line[], row: number): boolean {
  return lines.every(({ values, valid, least, most }) => {
    const value = values[row] as number;
    return value >= least && value <= most && valid?.[row] !== 0;
  });
}
