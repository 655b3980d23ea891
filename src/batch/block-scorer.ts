/**
 * @module batch/block-scorer
 *
 * Any plan in doubles, one simple loop after the other over a block of rows.
 */
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import type { Block, Four } from "./quotients.kernel.ts";
import { addFour, addOne, blockOf, invert, invertSum, markOutside } from "./quotients.kernel.ts";
import { nearDouble } from "./rational.ts";
import { fiveScorer, quotientScorer } from "./fused-scorer.ts";
import type { Answers, Reads, Scorer } from "./reads.ts";
import { unitOf } from "./reads.ts";
import { countReached, roundAll } from "./rounding.kernel.ts";

/** The best scorer of any plan. */
export function anyScorer(plan: Plan, reads: Reads, answers: Answers): Scorer {
  return quotientScorer(plan, reads, answers) ?? blockScorer(plan, reads, answers, quotientSteps);
}

/** The best scorer of weighted lines that nothing divides. */
export function sumScorer(plan: Plan, reads: Reads, answers: Answers): Scorer {
  return fiveScorer(plan, reads, answers) ?? blockScorer(plan, reads, answers, sumSteps);
}

function blockScorer(plan: Plan, reads: Reads, answers: Answers, stepsOf: StepsOf): Scorer {
  const { places, transform } = reads;
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
    countReached(block, answers.reached, bounds, unit, from, count);
    transform?.block(block, unit, count);
    return roundAll(block, answers, 10 ** places, transform ? 1 : unit, from, count);
  };
}

type Step = (block: Block, from: number, count: number) => void;
type StepsOf = (plan: Plan, quotient: Quotient) => readonly Step[];

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

function quotientSteps(plan: Plan, quotient: Quotient): Step[] {
  const { lines } = plan;
  const { over, under } = quotient;
  const values = (line: number) => (lines[line] as Line).values;
  const [left, right] = under;
  if (!left) return sumSteps(plan, quotient);
  const spread = right ? "spread" : "inverse";
  const divisor = values(left.line);
  const both = right && ([divisor, values(right.line)] as const);
  const first: Step = both
    ? (block, from, count) => invertSum(block, both, right.sign, from, count)
    : (block, from, count) => invert(block, divisor, from, count);
  const [only, more] = over;
  if (!only || more) return [first, ...sumSteps(plan, quotient, "inverse", spread)];
  const [column, weight] = [values(only.line), weightOf(plan, only)];
  const last: Step = (block, from, count) =>
    addOne(block, column, weight, block.inverse, block[spread], from, count);
  return [first, last];
}

/** The weighted lines of a quotient, four at a time. */
function sumSteps(
  plan: Plan,
  { over }: Quotient,
  inverse: "ones" | "inverse" = "ones",
  spread: "ones" | "inverse" | "spread" = "ones",
): Step[] {
  return foursOf(over).map((four, part): Step => {
    const columns = four.map(({ line }) => (plan.lines[line] as Line).values);
    // What fills a four up weighs nothing.
    const weights = four.map((each, at) =>
      4 * part + at < over.length ? weightOf(plan, each) : 0,
    );
    const terms = { columns, weights } as unknown as Four;
    return (block, from, count) =>
      addFour(block, terms, block[inverse], block[spread], from, count);
  });
}

function weightOf({ scale }: Plan, { weight }: Weighted): number {
  return Number(weight) / Number(scale);
}
