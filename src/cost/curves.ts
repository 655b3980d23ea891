/**
 * @module cost/curves
 *
 * A cost that depends on the receivables held, as data: a line, a polynomial, steps, points with
 * straight lines between them. What a curve costs at one level is a figure of its own.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf } from "../ground/fraction.ts";
import type { Schema, Terms } from "../ground/input.ts";
import { amount, list, money, numeric, object, word } from "../ground/input-atoms.ts";
import { ascending, variants } from "../ground/input-variants.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { List } from "../ground/rows.ts";
import type { CostBand } from "./bands.ts";
import { bandAt, bandsSchema } from "./bands.ts";

/** A straight line: `intercept + slope × receivables`. */
export interface LinearCurve {
  /** A straight line. */
  readonly kind: "linear";
  /** The cost at receivables of 0. Money. */
  readonly intercept: Numeric;
  /** What one more unit of receivables costs; negative where the curve falls. */
  readonly slope: Numeric;
}

/** A polynomial: `Σ coefficient × receivables^power`, powers from 0 up. */
export interface PolynomialCurve {
  /** A polynomial. */
  readonly kind: "polynomial";
  /** The coefficients of the powers 0, 1, 2, …; at most 20. */
  readonly coefficients: List<Numeric>;
}

/** Steps: constant within a band, which owns its lower boundary. */
export interface StepsCurve {
  /** Steps. */
  readonly kind: "steps";
  /** The bands, ascending. */
  readonly bands: List<CostBand>;
}

/** A point of a curve. */
export interface CurvePoint {
  /** The receivables held. Money, at least 0. */
  readonly receivables: Numeric;
  /** What they cost. Money, at least 0. */
  readonly cost: Numeric;
}

/** Points, with straight lines between them; there is no curve outside them. */
export interface PointsCurve {
  /** Points. */
  readonly kind: "points";
  /** The points, ascending by receivables. */
  readonly points: List<CurvePoint>;
}

/** A cost that depends on the receivables held. */
export type CostCurve = LinearCurve | PolynomialCurve | StepsCurve | PointsCurve;

/** What a curve costs at one level, in money. */
export type CurveCost = Figure<
  "cost/curve-linear" | "cost/curve-polynomial" | "cost/curve-steps" | "cost/curve-points"
>;

/** The schema of a {@link CostCurve}. */
export function curveSchema() {
  const points = list(object({ receivables: amount(), cost: amount() }), {
    atLeast: 1,
    atMost: 1_000,
  });
  return variants("kind", {
    linear: object({ kind: word("linear"), intercept: money(), slope: factor() }),
    polynomial: object({
      kind: word("polynomial"),
      coefficients: list(factor(), { atLeast: 1, atMost: 20 }),
    }),
    steps: object({ kind: word("steps"), bands: bandsSchema() }),
    points: object({ kind: word("points"), points: ascending(points, "receivables") }),
  });
}

/** Money per unit of receivables, or per unit squared…: a figure of any unit serves. */
const factor = (): Schema<Fraction, Numeric> => numeric("any");

/** A curve as it is read. */
export type ReadCurve = Terms<ReturnType<typeof curveSchema>>;

type Answer = CurveCost | Absent<CurveCost["formula"]>;

/** What the curve costs at a level; absent where it has no value there, or one below 0. */
export function costAt(curve: ReadCurve, receivables: Fraction): Answer {
  switch (curve.kind) {
    case "linear":
      return onLine(curve, receivables);
    case "polynomial":
      return onPolynomial(curve, receivables);
    case "steps":
      return onSteps(curve, receivables);
    case "points":
      return onPoints(curve, receivables);
  }
}

type Kind<K extends ReadCurve["kind"]> = Extract<ReadCurve, { kind: K }>;

function onLine({ intercept, slope }: Kind<"linear">, receivables: Fraction): Answer {
  const cost = intercept.plus(slope.times(receivables));
  return costOf("cost/curve-linear", cost, { receivables, intercept, slope });
}

function onPolynomial({ coefficients }: Kind<"polynomial">, receivables: Fraction): Answer {
  let power = ONE;
  const powers = coefficients.map((coefficient) => {
    const row = { coefficient, power, amount: coefficient.times(power) };
    power = power.times(receivables);
    return row;
  });
  const cost = sumOf(powers.map(({ amount }) => amount));
  return costOf("cost/curve-polynomial", cost, { receivables, powers });
}

function onSteps({ bands }: Kind<"steps">, receivables: Fraction): Answer {
  const at = bandAt(bands, receivables);
  const band = bands[at];
  if (!band) return nowhere("cost/curve-steps", { receivables }, "below the first band");
  const { from, cost } = band;
  const to = bands[at + 1]?.from;
  return costOf("cost/curve-steps", cost, { receivables, from, to, cost });
}

function onPoints({ points }: Kind<"points">, receivables: Fraction): Answer {
  const after = points.findIndex((point) => receivables.compare(point.receivables) <= 0);
  const right = points[after];
  if (!right) return nowhere("cost/curve-points", { receivables }, "above the last point");
  const left = points[after - 1] ?? right;
  if (receivables.compare(left.receivables) < 0) {
    return nowhere("cost/curve-points", { receivables }, "below the first point");
  }
  const width = right.receivables.minus(left.receivables);
  const rise = right.cost.minus(left.cost);
  const share = width.isZero ? width : receivables.minus(left.receivables).over(width);
  const cost = left.cost.plus(rise.times(share));
  return costOf("cost/curve-points", cost, { receivables, left, right });
}

function costOf(id: CurveCost["formula"], cost: Fraction, inputs: object): Answer {
  if (cost.sign >= 0) return figure(id, cost, "money", inputs);
  return absent(id, "money", inputs, "not_defined", "the curve is below 0 at these receivables");
}

function nowhere(id: CurveCost["formula"], inputs: object, where: string): Answer {
  const reason = `the receivables lie ${where} of the curve`;
  return absent(id, "money", inputs, "not_defined", reason);
}
