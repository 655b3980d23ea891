/** The oracle of the parts of the cost of credit, of curves and their optimum; exact fractions. */
import { Decimal } from "decimal.js";
import Fraction from "fraction.js";

import type { Numeric } from "./calendar.ts";
import { fraction as f, sum } from "./calendar.ts";

/** 80 digits: decimal.js computes its logarithms and powers its own way. */
const Wide = Decimal.clone({ defaults: true, precision: 80, toExpNeg: -9e15, toExpPos: 9e15 });

/** An exact number, or why there is none. */
export type Answer = Fraction | "not_defined";

export const wide = (value: Fraction): Decimal =>
  new Wide((value.s * value.n).toString()).div(value.d.toString());

/** base ^ exponent, of a base above 0. */
export function wideRoot(base: Fraction, exponent: Fraction): Decimal {
  return wide(base).ln().times(wide(exponent)).exp();
}

/** Months in which interest on interest, once a year, earns so much of 1. */
export function compoundMonths(earned: Fraction, annualRate: Fraction): Decimal {
  return wide(earned.add(1))
    .ln()
    .div(wide(annualRate.add(1)).ln())
    .times(12);
}

/** Whether a printed number is another, rounded to 34 digits. */
export function isPrinted(printed: string, expected: Decimal): boolean {
  const off = new Wide(printed).minus(expected).abs();
  return off.lte(expected.abs().times("1e-33"));
}

export interface Band {
  from: Numeric;
  cost: Numeric;
}

/** The last band that begins at the volume or below. */
export function band(bands: readonly Band[], volume: Fraction): Answer {
  const reached = bands.filter(({ from }) => f(from).compare(volume) <= 0);
  const last = reached[reached.length - 1];
  return last ? f(last.cost) : "not_defined";
}

export type Curve =
  | { kind: "linear"; intercept: Numeric; slope: Numeric }
  | { kind: "polynomial"; coefficients: readonly Numeric[] }
  | { kind: "steps"; bands: readonly Band[] }
  | { kind: "points"; points: readonly { receivables: Numeric; cost: Numeric }[] };

/** A curve at a level; none outside it, and none below 0. */
export function onCurve(curve: Curve, level: Fraction): Answer {
  const value = valueOf(curve, level);
  return value === "not_defined" || value.compare(0) < 0 ? "not_defined" : value;
}

function valueOf(curve: Curve, level: Fraction): Answer {
  switch (curve.kind) {
    case "linear":
      return f(curve.slope).mul(level).add(f(curve.intercept));
    case "polynomial":
      // Horner's way, from the highest power down.
      return [...curve.coefficients]
        .reverse()
        .reduce<Fraction>((value, each) => value.mul(level).add(f(each)), new Fraction(0));
    case "steps":
      return band(curve.bands, level);
    case "points":
      return between(curve.points, level);
  }
}

/** The weighted mean of the two points around; a point itself is its own. */
function between(points: readonly { receivables: Numeric; cost: Numeric }[], x: Fraction): Answer {
  const on = points.find(({ receivables }) => f(receivables).equals(x));
  if (on) return f(on.cost);
  const above = points.findIndex(({ receivables }) => f(receivables).compare(x) > 0);
  const [left, right] = [points[above - 1], points[above]];
  if (!left || !right) return "not_defined";
  const [a, b] = [f(left.receivables), f(right.receivables)];
  const weighted = f(left.cost)
    .mul(b.sub(x))
    .add(f(right.cost).mul(x.sub(a)));
  return weighted.div(b.sub(a));
}

export interface Optimum {
  at: Fraction;
  lowest: Fraction;
  flat: [Fraction, Fraction];
  bracket: [Fraction, Fraction];
}

/**
 * The cheapest level by the rule of the docs: the whole grid, then the neighbourhood of its best
 * level ten times finer in each round, until the step is within the tolerance; of equal levels the
 * lowest. The levels are kept in a map, and sorted when asked.
 */
export function optimum(
  costAt: (level: Fraction) => Fraction,
  grid: { from: Numeric; to: Numeric; step: Numeric },
  tolerance: Numeric,
  flatWithin: Numeric,
): Optimum {
  const known = new Map<string, { level: Fraction; cost: Fraction }>();
  const look = (level: Fraction): void => {
    const key = level.toFraction();
    if (!known.has(key)) known.set(key, { level, cost: costAt(level) });
  };
  const [from, to] = [f(grid.from), f(grid.to)];
  const walk = (first: Fraction, last: Fraction, step: Fraction): void => {
    for (let at = first; at.compare(last) < 0; at = at.add(step)) look(at);
    look(last);
  };
  const sorted = () => [...known.values()].sort((a, b) => a.level.compare(b.level));
  const cheapest = (rows: ReturnType<typeof sorted>): number => {
    const costs = rows.map(({ cost }) => cost);
    const least = costs.reduce((a, b) => (b.compare(a) < 0 ? b : a));
    return costs.findIndex((cost) => cost.equals(least));
  };
  let step = f(grid.step);
  walk(from, to, step);
  while (step.compare(f(tolerance)) > 0 && known.size > 1) {
    step = step.div(10);
    const rows = sorted();
    const best = cheapest(rows);
    const around = rows.slice(Math.max(best - 1, 0), best + 2);
    around.slice(1).forEach(({ level }, at) => walk(around[at]!.level, level, step));
  }
  const rows = sorted();
  const best = cheapest(rows);
  const lowest = rows[best]!.cost;
  const limit = lowest.mul(f(flatWithin).add(1));
  const isFlat = (at: number): boolean =>
    rows[at] !== undefined && rows[at].cost.compare(limit) <= 0;
  let [low, high] = [best, best];
  while (isFlat(low - 1)) low -= 1;
  while (isFlat(high + 1)) high += 1;
  const levelOf = (at: number) => rows[Math.min(Math.max(at, 0), rows.length - 1)]!.level;
  return {
    at: rows[best]!.level,
    lowest,
    flat: [levelOf(low), levelOf(high)],
    bracket: [levelOf(best - 1), levelOf(best + 1)],
  };
}

/** The sum, or none where one has none. */
export function total(costs: readonly Answer[]): Answer {
  const numbers = costs.filter((cost): cost is Fraction => cost !== "not_defined");
  return numbers.length === costs.length ? sum(numbers) : "not_defined";
}
