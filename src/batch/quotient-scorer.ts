/**
 * @module batch/quotient-scorer
 *
 * A plan of quotients as simple loops over a block of rows, one after the other.
 */
import type { Line, Plan, Quotient, Weighted } from "./plan.ts";
import { MOST } from "./plan.ts";
import type { Pair } from "./quotients.kernel.ts";
import { addPair, BLOCK, leaveOutside, makeDivisors, MOST_LOSS } from "./quotients.kernel.ts";
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
  const loss = parts.some(({ make }) => make) ? MOST_LOSS : 1;
  const most = Math.max(2 ** -14 / (unit * power * loss), 64);
  const size = Math.abs(constant) + plan.extraSize + 2 * pairs.length * most * loss;
  const scoreError = size * unit + UNDERFLOW;
  const error = transform ? transform.error(scoreError) : scoreError;
  const steps = [
    ...checksOf(plan, parts),
    ...new Set(parts.flatMap(({ make }) => make ?? [])),
    ...pairs.map((pair) => stepOf(plan, pair, most)),
  ];
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
  /** A column, or the divisors of a block, which the step makes. */
  readonly divisor: Float64Array;
  readonly isColumn: boolean;
  readonly make: Step | undefined;
}

function partsOf({ lines }: Plan, { over, under }: Quotient): Part[] {
  const [left, right] = under.map(({ line }) => (lines[line] as Line).values);
  const isColumn = left !== undefined && right === undefined;
  const divisor = isColumn ? left : new Float64Array(BLOCK).fill(1);
  const sign = under[1]?.sign ?? 1;
  const make: Step | undefined =
    left && right && ((_, from, count) => makeDivisors(divisor, left, right, sign, from, count));
  // Lines that have a least come first: there it is checked.
  const isFirst = ({ line }: Weighted) => isBounded(lines[line] as Line);
  const terms = [...over.filter(isFirst), ...over.filter((term) => !isFirst(term))];
  return Array.from({ length: Math.ceil(terms.length / 4) }, (_, part) => ({
    terms: terms.slice(4 * part, 4 * part + 4),
    divisor,
    isColumn,
    make,
  }));
}

/** Whether a line's least is more than what the sizes of numbers say. */
function isBounded({ least }: Line): boolean {
  return least > -MOST;
}

/** Parts in twos, of which the second has one line or none. */
function pairsOf(parts: readonly Part[]): (readonly [Part, Part])[] {
  const singles = parts.filter(({ terms }) => terms.length === 1);
  const firsts = parts.filter(({ terms }) => terms.length > 1);
  const pairs: (readonly [Part, Part])[] = [];
  for (;;) {
    const first = firsts.shift() ?? singles.shift();
    if (!first) return pairs;
    pairs.push([first, singles.shift() ?? { ...first, terms: [] }]);
  }
}

function stepOf(
  { lines, scale }: Plan,
  [first, second]: readonly [Part, Part],
  most: number,
): Step {
  const [some] = first.terms as readonly [Weighted];
  const terms = [0, 1, 2, 3, 4].map((place) => {
    // What fills up weighs nothing.
    const term = place < 4 ? first.terms[place] : second.terms[0];
    const { line, weight } = term ?? { line: some.line, weight: 0n };
    const { values, least } = lines[line] as Line;
    return { values, least, weight: Number(weight) / Number(scale) };
  });
  const leasts = [0, 1, 4].map((place) => terms[place]?.least ?? 0);
  const sizes = terms.flatMap(({ weight }) => Math.abs(weight) || []);
  const lightest = sizes.reduce((low, each) => Math.min(low, each), 1);
  const pair: Pair = [
    terms.map(({ values }) => values),
    Float64Array.from(terms, ({ weight }) => weight),
    [first.divisor, second.divisor],
    [first.isColumn, second.isColumn],
    // While the sum is at most this, so is every line; half of it, as products are rounded.
    Float64Array.of(...leasts, (lightest * MOST) / 2, most),
  ];
  return (score, from, count) => addPair(score, pair, from, count);
}

/** The checks of lines that are not checked where they are weighed or divide. */
function checksOf({ lines, quotients }: Plan, parts: readonly Part[]): Step[] {
  const weighed = parts.flatMap(({ terms }) =>
    terms.filter(({ line }, at) => at < 2 || !isBounded(lines[line] as Line)),
  );
  const dividing = quotients.flatMap(({ under }) => (under.length === 1 ? under : []));
  const checked = new Set([...weighed, ...dividing].map(({ line }) => line));
  return lines
    .filter((_, line) => !checked.has(line))
    .map(
      ({ values, least, most }): Step =>
        (score, from, count) =>
          leaveOutside(score, values, least, most, from, count),
    );
}
