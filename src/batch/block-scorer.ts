/**
 * @module batch/block-scorer
 *
 * Any plan in doubles, one simple loop after the other over a block of rows.
 */
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import type { Block, Four } from "./quotients.kernel.ts";
import { addFour, addOne, blockOf, invert, invertSum, markOutside } from "./quotients.kernel.ts";
import { nearDouble } from "./rational.ts";
import { fusedScorer } from "./fused-scorer.ts";
import type { Answers, Reads, Scorer } from "./reads.ts";
import { unitOf } from "./reads.ts";
import { countReached, roundAll } from "./rounding.kernel.ts";

/** The best scorer of any plan. */
export function anyScorer(plan: Plan, reads: Reads, answers: Answers): Scorer {
  return fusedScorer(plan, reads, answers) ?? blockScorer(plan, reads, answers);
}

/** A scorer of any plan. */
function blockScorer(plan: Plan, reads: Reads, answers: Answers): Scorer {
  const { places, transform, find = countReached } = reads;
  const block = blockOf();
  const quotients = plan.quotients.flatMap((each) => stepsOf(plan, each));
  const steps = [...checksOf(plan.lines), ...quotients];
  const bounds = Float64Array.from(reads.bounds ?? [], ({ at }) => nearDouble(at));
  const constant = Number(plan.constant) / Number(plan.scale);
  const unit = unitOf(steps.length);
  return (from, to) => {
    const count = to - from;
    block.score.fill(constant);
    block.size.fill(Math.abs(constant) + plan.extraSize);
    block.marks.fill(0);
    for (const step of steps) step(block, from, count);
    answers.reached.fill(1, from, to);
    find(block, answers.reached, bounds, unit, from, count);
    transform?.block(block, unit, count);
    return roundAll(block, answers, 10 ** places, transform ? 1 : unit, from, count);
  };
}

type Step = (block: Block, from: number, count: number) => void;

/** The checks of all lines, four at a time. */
function checksOf(lines: readonly Line[]): Step[] {
  return foursOf(lines).map(
    (four): Step =>
      ({ marks }, from, count) =>
        markOutside(marks, four, from, count),
  );
}

/** Lists of four; the last one is filled up with its last entry. */
function foursOf<T>(entries: readonly T[]): (readonly [T, T, T, T])[] {
  return Array.from({ length: Math.ceil(entries.length / 4) }, (_, four) => {
    const at = (place: number) => entries[Math.min(4 * four + place, entries.length - 1)] as T;
    return [at(0), at(1), at(2), at(3)] as const;
  });
}

function stepsOf({ lines, scale }: Plan, { over, under }: Quotient): Step[] {
  const values = (line: number) => (lines[line] as Line).values;
  const [left, right] = under;
  const first: Step[] = [];
  if (left && right) {
    const both = [values(left.line), values(right.line)] as const;
    first.push((block, from, count) => invertSum(block, both, right.sign, from, count));
  } else if (left) {
    const line = values(left.line);
    first.push((block, from, count) => invert(block, line, from, count));
  }
  const inverse = left ? "inverse" : "ones";
  const spread = right ? "spread" : inverse;
  const weightOf = ({ weight }: Weighted) => Number(weight) / Number(scale);
  if (over.length === 1) {
    const [only] = over as [Weighted];
    const [column, weight] = [values(only.line), weightOf(only)];
    first.push((block, from, count) =>
      addOne(block, column, weight, block[inverse], block[spread], from, count),
    );
    return first;
  }
  const parts = foursOf(over).map((four, part): Step => {
    const columns = four.map(({ line }) => values(line)) as unknown as Four["columns"];
    // What fills a four up weighs nothing.
    const weights = four.map((each, at) => (4 * part + at < over.length ? weightOf(each) : 0));
    const terms: Four = { columns, weights: weights as unknown as Four["weights"] };
    return (block, from, count) =>
      addFour(block, terms, block[inverse], block[spread], from, count);
  });
  return [...first, ...parts];
}
