/**
 * @module batch/quotient-scorer
 *
 * A plan of quotients as simple loops over a block of rows, one after the other.
 */
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import { MOST } from "./plan.ts";
import type { Pair } from "./quotients.kernel.ts";
import { addPair, BLOCK, LEAST_DIVISOR, MOST_LOSS, sumOfTwo } from "./quotients.kernel.ts";
import { nearDouble } from "./rational.ts";
import type { MakeScorer, Reads } from "./reads.ts";
import { UNDERFLOW } from "./reads.ts";
import { BEYOND, readZones } from "./rounding.kernel.ts";

/** The scorer of a plan; the bounds are two or none. */
export function quotientScorer(plan: Plan, { places, transform, bounds = [] }: Reads): MakeScorer {
  const parts = plan.quotients.flatMap((quotient) => partsOf(plan, quotient));
  const pairs = pairsOf(parts);
  const power = 10 ** places;
  const constant = Number(plan.constant) / Number(plan.scale);
  // The bound is (15 + pairs) u to first order; what is more has room for u of the product with the
  // power, 3u of a bound, and all of the second order.
  const unit = (64 + pairs.length) * 2 ** -53;
  // The greatest quotient: few rows are beyond it, and few nearer to a tie than the error it makes.
  const loss = plan.quotients.some(({ under }) => under.length > 1) ? MOST_LOSS : 1;
  const most = Math.max(2 ** -14 / (unit * power * loss), 64);
  const size = Math.abs(constant) + plan.extraSize + 2 * pairs.length * most * loss;
  const scoreError = size * unit + UNDERFLOW;
  const error = transform ? transform.error(scoreError) : scoreError;
  const steps = pairs.map((pair) => stepOf(plan, pair, most));
  const [low = BEYOND, high = BEYOND] = bounds.map(({ at }) => nearDouble(at));
  const score = new Float64Array(BLOCK);
  return (answers) => (from, count) => {
    score.fill(constant);
    for (const step of steps) step(score, from, count);
    transform?.block(score, count);
    return readZones(score, answers, power, error, low, high, from, count);
  };
}

/** Adds to the scores of a block, which begins with the row `from`. */
type Step = (score: Float64Array, from: number, count: number) => void;

/** One to four weighted lines over a divisor. */
interface Part {
  readonly terms: readonly Weighted[];
  readonly divisor: Float64Array;
}

/** Lines that have a least come first, at most two of a part: there it is checked. */
function partsOf({ lines }: Plan, { over, under }: Quotient): Part[] {
  const divisor = divisorOf(lines, under);
  const isBounded = ({ line }: Weighted) => (lines[line] as Line).least > -MOST;
  const bounded = over.filter(isBounded);
  const others = over.filter((term) => !isBounded(term));
  const parts: Part[] = [];
  while (bounded.length + others.length > 0) {
    const two = bounded.splice(0, 2);
    parts.push({ terms: [...two, ...others.splice(0, 4 - two.length)], divisor });
  }
  return parts;
}

/** A column to divide by; of ones where nothing divides. */
function divisorOf(lines: readonly Line[], under: Quotient["under"]): Float64Array {
  const [left, right] = under.map(({ line }) => lines[line] as Line);
  if (!left) return new Float64Array((lines[0] as Line).values.length).fill(1);
  return right ? sumOfTwo(left, right, under[1]?.sign ?? 1) : left.values;
}

/** Parts in twos, the greatest first, of which the second has one line or is not there. */
function pairsOf(parts: readonly Part[]): Part[][] {
  const left = [...parts].sort((a, b) => b.terms.length - a.terms.length);
  const pairs: Part[][] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const isSingle = left.at(-1)?.terms.length === 1;
    pairs.push([first, ...(isSingle ? left.splice(-1) : [])]);
  }
  return pairs;
}

function stepOf({ lines, scale }: Plan, pair: readonly Part[], most: number): Step {
  const [first, second] = pair as readonly [Part, Part?];
  const terms = [0, 1, 2, 3, 4].map((place) => {
    const term = place < 4 ? first.terms[place] : second?.terms[0];
    // What fills up weighs nothing.
    const { line, weight } = term ?? { ...(first.terms[0] as Weighted), weight: 0n };
    const { values, least } = lines[line] as Line;
    return { values, least, weight: Number(weight) / Number(scale) };
  });
  const lightest = terms.reduce((low, { weight }) => Math.min(low, Math.abs(weight) || 1), 1);
  const numbers: Pair = [
    terms.map(({ values }) => values),
    Float64Array.from(terms, ({ weight }) => weight),
    first.divisor,
    (second ?? first).divisor,
    Float64Array.from(terms, ({ least }) => least),
    // While the sum is at most this, so is every line; half of it, as products are rounded.
    Float64Array.of((lightest * MOST) / 2, most, Number.NaN, LEAST_DIVISOR),
  ];
  return (score, from, count) => addPair(score, numbers, from, count);
}
