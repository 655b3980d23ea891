/**
 * @module batch/quotient-scorer
 *
 * A plan of quotients as simple loops over a block of rows, one after the other.
 */
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import { MOST } from "./plan.ts";
import type { Block, Dividend } from "./quotients.kernel.ts";
import {
  addFive,
  addOne,
  BLOCK,
  makeDivisors,
  markOutside,
  MOST_LOSS,
} from "./quotients.kernel.ts";
import { nearDouble } from "./rational.ts";
import type { MakeScorer, Reads } from "./reads.ts";
import { UNDERFLOW } from "./reads.ts";
import { BEYOND, readZones } from "./rounding.kernel.ts";

/** The scorer of a plan; the bounds are two or none. */
export function quotientScorer(plan: Plan, { places, transform, bounds = [] }: Reads): MakeScorer {
  const parts = plan.quotients.flatMap(fivesOf);
  const power = 10 ** places;
  const constant = Number(plan.constant) / Number(plan.scale);
  // The bound is (16 + parts) u × size to first order; the rest is more than the second.
  const unit = (64 + parts.length) * 2 ** -53;
  const mosts = parts.map(({ under }) => mostOver(2 ** -14 / (unit * power), under.length));
  const sizes = parts.map(({ under }, part) => (mosts[part] as number) * lossOf(under.length));
  const size = sizes.reduce((sum, each) => sum + each, Math.abs(constant) + plan.extraSize);
  const error = size * unit + UNDERFLOW;
  const readError = transform ? transform.error(error) : error;
  const steps = [
    ...checksOf(plan, parts),
    ...parts.flatMap((part, at) => stepsOf(plan, part, mosts[at] as number)),
  ];
  const [low = BEYOND, high = BEYOND] = bounds.map(({ at }) => nearDouble(at));
  const block: Block = [new Float64Array(BLOCK), new Uint8Array(BLOCK)];
  const [score, marks] = block;
  return (answers) => (from, count) => {
    score.fill(constant);
    marks.fill(0);
    for (const step of steps) step(block, from, count);
    transform?.block(block, count);
    return readZones(block, answers, power, readError, low, high, from, count);
  };
}

/** Adds to the scores of a block, which begins with the row `from`. */
type Step = (block: Block, from: number, count: number) => void;

/** Five lines of a quotient at a time; those that are checked where they are weighed come first. */
function fivesOf({ over, under }: Quotient): Quotient[] {
  return Array.from({ length: Math.ceil(over.length / 5) }, (_, five) => ({
    over: over.slice(5 * five, 5 * five + 5),
    under,
  }));
}

/**
 * The greatest Σ |weight × line| ÷ divisor of a row that is not left to the exact path: so that few
 * rows are beyond it, and few nearer to a tie than the error that it makes.
 */
function mostOver(most: number, lines: number): number {
  return Math.max(most / lossOf(lines), 64);
}

function lossOf(lines: number): number {
  return lines < 2 ? 1 : MOST_LOSS;
}

function stepsOf(plan: Plan, { over, under }: Quotient, most: number): Step[] {
  const dividend = dividendOf(plan, over, most);
  const add = over.length === 1 ? addOne : addFive;
  const [left, right] = under.map(({ line }) => (plan.lines[line] as Line).values);
  if (left && !right) {
    return [(block, from, count) => add(block, dividend, left, from, from, count)];
  }
  const divisors = new Float64Array(BLOCK).fill(1);
  const sign = under[1]?.sign ?? 1;
  const steps: Step[] = [(block, from, count) => add(block, dividend, divisors, 0, from, count)];
  if (!left || !right) return steps;
  return [
    (block, from, count) => makeDivisors(block, divisors, left, right, sign, from, count),
    ...steps,
  ];
}

function dividendOf(
  { lines, scale }: Plan,
  terms: readonly Weighted[],
  mostOver: number,
): Dividend {
  const given = boundedFirst(lines, terms);
  const five = Array.from({ length: 5 }, (_, at) => {
    // What fills up weighs nothing.
    const { line, weight } = given[at] ?? { line: (given[0] as Weighted).line, weight: 0n };
    const { values, least } = lines[line] as Line;
    return { values, least, weight: Number(weight) / Number(scale) };
  });
  const sizes = five.flatMap(({ weight }) => Math.abs(weight) || []);
  const least = sizes.reduce((low, each) => Math.min(low, each), 1);
  const leasts = five.map((each) => each.least);
  return [
    five.map(({ values }) => values),
    Float64Array.from(five, ({ weight }) => weight),
    // While the sum is at most this, so is each of them; half of it, as products are rounded.
    Float64Array.of(leasts[0] as number, leasts[1] as number, (least * MOST) / 2, mostOver),
  ];
}

/** Whether a line's least is more than what the sizes say. */
function isBounded({ least }: Line): boolean {
  return least > -MOST;
}

/** Lines that have a least come first: that of two is checked where they are weighed. */
function boundedFirst(lines: readonly Line[], terms: readonly Weighted[]): Weighted[] {
  const isFirst = ({ line }: Weighted) => isBounded(lines[line] as Line);
  return [...terms.filter(isFirst), ...terms.filter((term) => !isFirst(term))];
}

/** The checks of lines that are not checked where they are weighed or divide. */
function checksOf({ lines }: Plan, parts: readonly Quotient[]): Step[] {
  const checked = new Set(
    parts.flatMap(({ over, under }) => {
      const weighed = boundedFirst(lines, over).filter(
        ({ line }, at) => at < 2 || !isBounded(lines[line] as Line),
      );
      return [...weighed, ...(under.length === 1 ? under : [])].map(({ line }) => line);
    }),
  );
  const others = lines.filter((_, line) => !checked.has(line));
  return others.map(
    ({ values, least, most }): Step =>
      (block, from, count) =>
        markOutside(block, values, least, most, from, count),
  );
}
