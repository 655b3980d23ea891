/**
 * @module cost/levels
 *
 * Levels of receivables and what each costs: the grid that curves are scanned on.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, refuse } from "../ground/errors.ts";
import { asTerm, exactNumber } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import { orFunction } from "../ground/input-function.ts";
import { amount, money, object } from "../ground/input-atoms.ts";
import type { Named } from "../ground/input-variants.ts";
import { byName } from "../ground/input-variants.ts";
import type { Decimal, Numeric } from "../ground/numeric.ts";
import { parsePlainDecimal, toDecimal, toText } from "../ground/numeric.ts";
import type { CostCurve, CurveCost, ReadCurve } from "./curves.ts";
import { costAt, curveSchema } from "./curves.ts";

/** A cost at any level of receivables, as a function: it is asked on the grid stated, only. */
export type CostFunction = (receivables: Decimal) => Numeric;

/** A cost that depends on the receivables held: data, or a function. */
export type ReceivablesCost = CostCurve | CostFunction;

/** The levels of receivables looked at: from, from + step, … and at last `to` itself. */
export interface LevelGrid {
  /** The lowest level. Money, at least 0. */
  readonly from: Numeric;
  /** The highest level. */
  readonly to: Numeric;
  /** From one level to the next, more than 0; at most 10,000 levels. */
  readonly step: Numeric;
}

/** The schema of a {@link LevelGrid}. */
export const gridSchema = () =>
  object({ from: amount(), to: amount(), step: money({ above: ZERO }) });

/** The schema of costs by name. */
export const costsSchema = () =>
  byName(orFunction<CostFunction, ReadCurve, CostCurve>(curveSchema()), { atMost: 20 });

/** Costs by name, as they are read. */
export type ReadCosts = Named<ReadCurve | CostFunction>;

/** What one part costs at one level. */
export type PartCost = CurveCost | Figure<"cost/curve-function">;

/** What all parts together cost at one level, in money. */
export type CostAtLevel = Figure<"cost/at-level">;

/** A level, each part of its cost, and their sum. */
export interface Level {
  readonly receivables: Fraction;
  readonly parts: Named<PartCost | Absent<PartCost["formula"]>>;
  readonly total: CostAtLevel | Absent<"cost/at-level">;
}

const MAX_LEVELS = 10_000n;

interface ReadGrid {
  readonly from: Fraction;
  readonly to: Fraction;
  readonly step: Fraction;
}

/** The levels of a grid, ascending. */
export function levelsOf(fn: string, { from, to, step }: ReadGrid): Fraction[] {
  const width = to.minus(from);
  const issues: Issue[] = [];
  if (width.sign < 0) issues.push(issue("grid.to", "must be at least `grid.from`"));
  const steps = width.over(step);
  if (steps.numerator / steps.denominator >= MAX_LEVELS) {
    issues.push(issue("grid.step", "must leave at most 10,000 levels"));
  }
  if (issues.length > 0) throw new CreditError("invalid_input", fn, issues);
  const levels: Fraction[] = [];
  for (let at = from; at.compare(to) < 0; at = at.plus(step)) levels.push(at);
  // Not the figures that the ends may have been given as: a level is a number of its own.
  return [...levels, to].map((level) => requirePrintable(fn, level.plus(ZERO)));
}

/** A level must print in full: it is looked up by what is printed. */
export function requirePrintable(fn: string, level: Fraction): Fraction {
  if (parsePlainDecimal(toText(level), 200)?.equals(level)) return level;
  return refuse(fn, "grid", "must have levels that are plain decimals of at most 34 digits");
}

/** What the costs come to at a level. */
export function levelAt(
  fn: string,
  costs: ReadCosts,
  receivables: Fraction,
  currency: string | undefined,
): Level {
  const parts = costs.map(([name, cost]) => [name, partAt(fn, name, cost, receivables)] as const);
  const lacking = parts.find(([, part]) => isAbsent(part));
  if (lacking) {
    const [name, part] = lacking as readonly [string, Absent];
    const reason = `${name} at ${toText(receivables)}: ${part.reason.message}`;
    const total = absent("cost/at-level", "money", { receivables }, part.reason.code, reason);
    return { receivables, parts, total };
  }
  const terms = parts.map(([name, part]) => ({ name, cost: asTerm(part as PartCost) }));
  const sum = sumOf(terms.map(({ cost }) => cost));
  const total: CostAtLevel = figure(
    "cost/at-level",
    sum,
    "money",
    { receivables, parts: terms },
    { currency },
  );
  return { receivables, parts, total };
}

function partAt(
  fn: string,
  name: string,
  cost: ReadCurve | CostFunction,
  receivables: Fraction,
): PartCost | Absent<PartCost["formula"]> {
  if (typeof cost !== "function") return costAt(cost, receivables);
  const sampled = exactNumber(cost(toDecimal(receivables)), "money");
  if (sampled instanceof Fault) {
    return refuse(
      fn,
      `costs.${name}`,
      `must give money at ${toText(receivables)}: ${sampled.rule}`,
    );
  }
  const id = "cost/curve-function";
  const inputs = { receivables, cost: sampled };
  if (sampled.sign >= 0) return figure(id, sampled, "money", inputs);
  return absent(id, "money", inputs, "not_defined", "the function is below 0 at these receivables");
}
