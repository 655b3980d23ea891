/**
 * @module batch/fused-scorer
 *
 * Plans of the shapes that have a loop of their own; undefined for all others.
 */
import type { FusedTerm, Readings } from "./fused.kernel.ts";
import { BEYOND, scoreFive, scoreTwo } from "./fused.kernel.ts";
import type { Line, Plan, Quotient } from "./plan.ts";
import { MOST } from "./plan.ts";
import { nearDouble } from "./rational.ts";
import type { Answers, Reads, Scorer } from "./reads.ts";
import { unitOf } from "./reads.ts";

type Five = readonly [FusedTerm, FusedTerm, FusedTerm, FusedTerm, FusedTerm];
type Two = readonly [FusedTerm, FusedTerm];

/** A scorer of one or two quotients over single lines, or of ratios: lines over 1. */
export function quotientScorer(plan: Plan, reads: Reads, answers: Answers): Scorer | undefined {
  const { lines, scale } = plan;
  const [first, second, third] = [...plan.quotients].sort((a, b) => b.over.length - a.over.length);
  const readings = readingsOf(plan, reads);
  const [only] = lines;
  if (!first || third || !readings || !only) return undefined;
  const [by, more] = first.under;
  const [other, others] = second?.under ?? [by];
  // Two quotients have a divisor each; one may have none.
  const isShaped = !more && !others && (!second || (by && other));
  if (!isShaped) return undefined;
  if (first.over.length > 5 || (second?.over.length ?? 0) > 2) return undefined;
  // Every line is checked as one that is weighed: divisors are checked to be above 0 besides.
  const weighed = new Set(
    [first, second].flatMap((each) => each?.over.map(({ line }) => line) ?? []),
  );
  if (by) weighed.add(by.line);
  if (other) weighed.add(other.line);
  if (weighed.size < lines.length) return undefined;
  const weights = weightsOf(lines, scale, first);
  const rest = second ? weightsOf(lines, scale, second) : [];
  const divisor = by ? (lines[by.line] as Line).values : only.values.map(() => 1);
  const two = {
    first: filled(weights, only, 5) as unknown as Five,
    by: divisor,
    second: filled(rest, only, 2) as unknown as Two,
    other: other ? (lines[other.line] as Line).values : divisor,
    most: [mostOf(weights), mostOf(rest)] as const,
  };
  return (from, to) => scoreTwo(two, readings, answers, from, to);
}

/** A scorer of up to five weighted lines. */
export function fiveScorer(plan: Plan, reads: Reads, answers: Answers): Scorer | undefined {
  const { lines, scale, quotients } = plan;
  const [only, more] = quotients;
  const [first] = lines;
  const readings = readingsOf(plan, reads);
  if (!only || more || !first || !readings) return undefined;
  const isShaped = only.under.length === 0 && only.over.length <= 5;
  if (!isShaped || only.over.length < lines.length) return undefined;
  const most = lines.reduce((low, line) => Math.min(low, line.most), Infinity);
  const weights = weightsOf(lines, scale, only);
  const five = { lines: filled(weights, first, 5) as unknown as Five, most };
  return (from, to) => scoreFive(five, readings, answers, from, to);
}

/** How a loop reads its scores off; undefined for what it cannot. */
function readingsOf(plan: Plan, { bounds = [], transform, places }: Reads): Readings | undefined {
  if (transform || bounds.length > 2) return undefined;
  const constant = Number(plan.constant) / Number(plan.scale);
  const [low = BEYOND, high = BEYOND] = bounds.map(({ at }) => nearDouble(at));
  const size = Math.abs(constant) + plan.extraSize;
  return { constant, size, power: 10 ** places, unit: unitOf(8), low, high };
}

function weightsOf(lines: readonly Line[], scale: bigint, { over }: Quotient): FusedTerm[] {
  return over.map(({ line, weight }) => {
    const { values, least } = lines[line] as Line;
    return { values, least, weight: Number(weight) / Number(scale) };
  });
}

/** As many terms as a loop has; those that fill up weigh nothing. */
function filled(terms: readonly FusedTerm[], { values, least }: Line, count: number): FusedTerm[] {
  return Array.from({ length: count }, (_, at) => terms[at] ?? { values, least, weight: 0 });
}

/** What terms may add up to while every line is at most the greatest number. */
function mostOf(terms: readonly FusedTerm[]): number {
  const least = terms.reduce((low, { weight }) => Math.min(low, Math.abs(weight)), Infinity);
  // Half of it: the products and sums are rounded. No terms, no limit.
  return (least * MOST) / 2;
}
