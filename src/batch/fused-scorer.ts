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

/** A scorer of one or two quotients over single lines, or of up to five weighted lines. */
export function fusedScorer(plan: Plan, reads: Reads, answers: Answers): Scorer | undefined {
  const { bounds = [], transform, places } = reads;
  const { lines, quotients, scale } = plan;
  const [first, second] = [...quotients].sort((a, b) => b.over.length - a.over.length);
  if (!first || transform || bounds.length > 2 || quotients.length > 2) return undefined;
  const constant = Number(plan.constant) / Number(scale);
  const [low = BEYOND, high = BEYOND] = bounds.map(({ at }) => nearDouble(at));
  const size = Math.abs(constant) + plan.extraSize;
  const readings = { constant, size, power: 10 ** places, unit: unitOf(8), low, high };
  return (
    twoScorer(plan, [first, second], readings, answers) ??
    (second ? undefined : fiveScorer(lines, scale, first, readings, answers))
  );
}

function twoScorer(
  { lines, scale }: Plan,
  [first, second]: readonly [Quotient, Quotient | undefined],
  readings: Readings,
  answers: Answers,
): Scorer | undefined {
  const [by, more] = first.under;
  const [other, others] = second?.under ?? [by];
  const isShaped = by && !more && other && !others;
  if (!isShaped || first.over.length > 5 || (second?.over.length ?? 0) > 2) return undefined;
  // Every line is checked as one that is weighed: divisors are checked to be above 0 besides.
  const weighed = new Set(
    [first, second].flatMap((each) => each?.over.map(({ line }) => line) ?? []),
  );
  weighed.add(by.line).add(other.line);
  if (weighed.size < lines.length) return undefined;
  const weights = weightsOf(lines, scale, first);
  const rest = second ? weightsOf(lines, scale, second) : [];
  const two = {
    first: filled(weights, lines[by.line] as Line, 5) as unknown as Five,
    by: (lines[by.line] as Line).values,
    second: filled(rest, lines[other.line] as Line, 2) as unknown as Two,
    other: (lines[other.line] as Line).values,
    most: [mostOf(weights), mostOf(rest)] as const,
  };
  return (from, to) => scoreTwo(two, readings, answers, from, to);
}

function fiveScorer(
  lines: readonly Line[],
  scale: bigint,
  only: Quotient,
  readings: Readings,
  answers: Answers,
): Scorer | undefined {
  const isShaped = only.under.length === 0 && only.over.length <= 5;
  const [first] = lines;
  if (!isShaped || !first || only.over.length < lines.length) return undefined;
  const most = lines.reduce((low, line) => Math.min(low, line.most), Infinity);
  const weights = weightsOf(lines, scale, only);
  const five = { lines: filled(weights, first, 5) as unknown as Five, most };
  return (from, to) => scoreFive(five, readings, answers, from, to);
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
