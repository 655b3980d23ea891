/**
 * @module cost/optimum
 *
 * The receivables at which credit costs least.
 *
 * The total need not have one valley: management cost jumps, and behind a jump a second valley may
 * be the lower one. So the whole grid is scanned, and only the neighbourhood of its best level is
 * looked at more closely, ten times finer in each round, by scanning again.
 */
import { asTerm } from "../ground/exact.ts";
import type { Figure } from "../ground/figure.ts";
import { figure, isAbsent, throwAbsent } from "../ground/figure.ts";
import { Fraction, ONE, ZERO } from "../ground/fraction.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { money, object, optional, rate, withDefault } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import { toText } from "../ground/numeric.ts";
import { Rows } from "../ground/rows.ts";
import type { CostAtLevel, Level, LevelGrid, PartCost, ReceivablesCost } from "./levels.ts";
import { costsSchema, gridSchema, levelAt, levelsOf, requirePrintable } from "./levels.ts";

/** What {@link optimalReceivables} needs. */
export interface OptimalReceivablesInput {
  /** The parts of the cost by names of your own: curves as data, or functions. At most 20. */
  readonly costs: Readonly<Record<string, ReceivablesCost>>;
  /** The levels of receivables that are scanned. */
  readonly grid: LevelGrid;
  /** How close the answer is to be: the grid's step (default), or less. Money, more than 0. */
  readonly tolerance?: Numeric;
  /** How much more than the least a level of the flat region may cost: 0.01 (default) is 1 %. */
  readonly flatWithin?: Numeric;
}

/** A range of receivables, as plain decimals. */
export interface ReceivablesRange {
  /** Its lowest level. */
  readonly from: string;
  /** Its highest level. */
  readonly to: string;
}

/** One level that was looked at. */
export interface OptimumRow {
  /** The receivables held. */
  readonly receivables: string;
  /** What each part costs there. */
  readonly costs: Readonly<Record<string, PartCost>>;
  /** What they cost together. */
  readonly total: CostAtLevel;
}

/** The receivables at which credit costs least. */
export interface OptimalReceivables {
  /** The level; of equal ones the lowest. */
  readonly optimum: Figure<"cost/optimal-receivables">;
  /** What credit costs there. */
  readonly lowestCost: CostAtLevel;
  /** The levels next to the optimum that were looked at; `inputs.bracket` of the optimum. */
  readonly bracket: ReceivablesRange;
  /** Levels around the optimum that cost hardly more; `inputs.flatRegion` of the optimum. */
  readonly flatRegion: ReceivablesRange;
  /** Every level that was looked at, ascending. */
  readonly rows: Rows<OptimumRow>;
}

/** The schema of {@link OptimalReceivablesInput}. */
export const optimalReceivablesSchema = lazily(() =>
  object({
    costs: costsSchema(),
    grid: gridSchema(),
    tolerance: optional(money({ above: ZERO })),
    flatWithin: withDefault(rate(), 0.01),
  }),
);

type OptimumTerms = Read<Terms<ReturnType<typeof optimalReceivablesSchema>>>;

const FN = "optimalReceivables";

/**
 * Optimal receivables (应收账款最佳持有量): the level of receivables at which the cost of credit is
 * least.
 *
 * Use it with rising costs (bad debts, waiting, management) and the falling cost of refusing
 * credit. Read the flat region before the point: where the cost hardly changes over a wide range,
 * so may the policy. Several levels of management side by side are {@link creditCostCurve}.
 *
 * @formula the level with the least Σ costs among those looked at: the grid, then the neighbourhood
 *   of its best level ten times finer in each round, until the step is at most `tolerance`
 * @units money in, money out
 *
 * @param input - Costs by name, the grid, and how close the answer is to be. A function is asked on
 *   the levels looked at and nowhere else; it is given a Decimal.
 * @returns The optimum with its certificate: all rows, the bracket, the flat region. A lower valley
 *   that lies between two levels of the grid is not seen: make the step less than the narrowest
 *   band.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; more than 10,000 levels; levels of more than 34 digits; a function that gives no
 *   money.
 * @throws {@link CreditError} `not_defined`: a cost has no value at a level, or one below 0.
 *
 * @source "3+1" deck, slides 15, 16 and 62 (the shapes; there are no numbers).
 *
 * @example 10 % of the receivables a year against sales that are lost: 0.0005 (1000 − x)²
 * ```ts
 * const { optimum, lowestCost, flatRegion } = optimalReceivables({
 *   costs: {
 *     holding: { kind: "linear", intercept: 20, slope: "0.1" },
 *     shortage: { kind: "polynomial", coefficients: [500, -1, "0.0005"] },
 *   },
 *   grid: { from: 0, to: 960, step: 80 },
 *   tolerance: "0.01",
 * });
 * optimum.value.toString(); // => "900"
 * lowestCost.value.toString(); // => "115"
 * flatRegion; // => { from: "856", to: "944" }
 * ```
 */
export function optimalReceivables(input: OptimalReceivablesInput): OptimalReceivables {
  const terms = read(FN, optimalReceivablesSchema, input);
  const levels = scan(terms);
  const at = cheapest(levels);
  const best = levels[at] as FoundLevel;
  const { flatWithin, currency } = terms;
  const limit = best.cost.times(ONE.plus(flatWithin));
  const bracket = rangeOf(levels, Math.max(at - 1, 0), Math.min(at + 1, levels.length - 1));
  const flatRegion = flatAround(levels, at, limit);
  const inputs = () => ({
    tolerance: toleranceOf(terms),
    flatWithin,
    lowestCost: best.cost,
    bracket,
    flatRegion,
    rows: levels.map(({ receivables, cost }) => ({ receivables, total: cost, excess: ZERO })),
  });
  const id = "cost/optimal-receivables";
  return {
    optimum: figure(id, best.receivables, "money", inputs, { currency }),
    lowestCost: best.total,
    bracket: textsOf(bracket),
    flatRegion: textsOf(flatRegion),
    rows: new Rows(levels.length, (index) => rowOf(levels[index] as FoundLevel)),
  };
}

/** A level that has a cost. */
interface FoundLevel extends Level {
  readonly total: CostAtLevel;
  readonly cost: Fraction;
}

/** The grid, and then finer levels on both sides of the best, until they are close enough. */
function scan(terms: OptimumTerms): FoundLevel[] {
  const { costs, grid, currency } = terms;
  const found = (receivables: Fraction): FoundLevel => {
    const level = levelAt(FN, costs, receivables, currency);
    if (isAbsent(level.total)) return throwAbsent(FN, level.total);
    return { ...level, total: level.total, cost: asTerm(level.total) };
  };
  let levels = levelsOf(FN, grid).map(found);
  const tolerance = toleranceOf(terms);
  for (let step = grid.step; step.compare(tolerance) > 0 && levels.length > 1;) {
    step = step.over(TEN);
    const at = cheapest(levels);
    const first = Math.max(at - 1, 0);
    const last = Math.min(at + 1, levels.length - 1);
    const finer: FoundLevel[] = [];
    for (let index = first; index < last; index += 1) {
      const [left, right] = [levels[index], levels[index + 1]] as [FoundLevel, FoundLevel];
      finer.push(left);
      let next = left.receivables.plus(step);
      for (; next.compare(right.receivables) < 0; next = next.plus(step)) {
        finer.push(found(requirePrintable(FN, next)));
      }
    }
    levels = [...levels.slice(0, first), ...finer, ...levels.slice(last)];
  }
  return levels;
}

const TEN = /* @__PURE__ */ Fraction.of(10n);

function toleranceOf({ tolerance, grid }: OptimumTerms): Fraction {
  return tolerance ?? grid.step;
}

/** The place of the level that costs least; of equal ones the first. */
function cheapest(levels: readonly FoundLevel[]): number {
  let best = 0;
  levels.forEach(({ cost }, index) => {
    if (cost.compare((levels[best] as FoundLevel).cost) < 0) best = index;
  });
  return best;
}

interface Range {
  readonly from: Fraction;
  readonly to: Fraction;
}

function rangeOf(levels: readonly FoundLevel[], first: number, last: number): Range {
  const [from, to] = [levels[first], levels[last]] as [FoundLevel, FoundLevel];
  return { from: from.receivables, to: to.receivables };
}

/** The unbroken run of levels around the best that cost no more than the limit. */
function flatAround(levels: readonly FoundLevel[], at: number, limit: Fraction): Range {
  const isFlat = (index: number): boolean =>
    levels[index] !== undefined && levels[index].cost.compare(limit) <= 0;
  let [first, last] = [at, at];
  while (isFlat(first - 1)) first -= 1;
  while (isFlat(last + 1)) last += 1;
  return rangeOf(levels, first, last);
}

function textsOf({ from, to }: Range): ReceivablesRange {
  return { from: toText(from), to: toText(to) };
}

function rowOf({ receivables, parts, total }: FoundLevel): OptimumRow {
  return {
    receivables: toText(receivables),
    costs: Object.fromEntries(parts) as Record<string, PartCost>,
    total,
  };
}
