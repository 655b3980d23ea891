/**
 * @module cost/curve-table
 *
 * The cost of credit by receivables, for several levels of management: better management costs more
 * and lowers the slope of bad debts.
 */
import { asTerm } from "../ground/exact.ts";
import type { Absent } from "../ground/figure.ts";
import { isAbsent } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { lazily, read } from "../ground/input.ts";
import { object } from "../ground/input-atoms.ts";
import { byName } from "../ground/input-variants.ts";
import { toText } from "../ground/numeric.ts";
import { Rows } from "../ground/rows.ts";
import type { CostAtLevel, Level, LevelGrid, PartCost, ReceivablesCost } from "./levels.ts";
import { costsSchema, gridSchema, levelAt, levelsOf } from "./levels.ts";

/** What {@link creditCostCurve} needs. */
export interface CreditCostCurveInput {
  /** The levels of receivables. */
  readonly grid: LevelGrid;
  /** The costs of each level of management, by names of your own; at most 20 levels. */
  readonly managementLevels: Readonly<Record<string, Readonly<Record<string, ReceivablesCost>>>>;
}

/** What credit costs under one level of management. */
export interface ManagedCost {
  /** What each part costs; absent where its curve has no value there. */
  readonly costs: Readonly<Record<string, PartCost | Absent<PartCost["formula"]>>>;
  /** What they cost together; absent where one of them is. */
  readonly total: CostAtLevel | Absent<"cost/at-level">;
}

/** One level of receivables. */
export interface CreditCostCurveRow {
  /** The receivables held. */
  readonly receivables: string;
  /** By level of management. */
  readonly managementLevels: Readonly<Record<string, ManagedCost>>;
  /** The levels of management that cost least here: more than one where they are equal. */
  readonly cheapest: readonly string[];
}

/** The schema of {@link CreditCostCurveInput}. */
export const creditCostCurveSchema = lazily(() =>
  object({ grid: gridSchema(), managementLevels: byName(costsSchema(), { atMost: 20 }) }),
);

/**
 * Cost of credit by receivables (信用成本曲线): each part and the total on a grid, for one level of
 * management or several.
 *
 * Use it to draw the curves of slides 8 to 16, and to see from which receivables on better
 * management pays. The one best level is {@link optimalReceivables}.
 *
 * @formula total = Σ costs at the receivables
 * @units money in, money out
 *
 * @param input - The grid, and by level of management the costs by name.
 * @returns One row a level of receivables, with every part, the total, and which management is the
 *   cheapest.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; more than 10,000 levels; a function that gives no money.
 *
 * @source "3+1" deck, slides 8 and 13 to 16 (the shapes; there are no numbers).
 *
 * @example From 400 on the better management pays
 * ```ts
 * const rows = creditCostCurve({
 *   grid: { from: 0, to: 800, step: 200 },
 *   managementLevels: {
 *     plain: {
 *       badDebt: { kind: "linear", intercept: 0, slope: "0.05" },
 *       management: { kind: "steps", bands: [{ from: 0, cost: 10 }] },
 *     },
 *     strict: {
 *       badDebt: { kind: "linear", intercept: 0, slope: "0.025" },
 *       management: { kind: "steps", bands: [{ from: 0, cost: 20 }] },
 *     },
 *   },
 * });
 * rows.toArray().map(({ cheapest }) => cheapest.join(" or "));
 * // => ["plain", "plain", "plain or strict", "strict", "strict"]
 * ```
 */
export function creditCostCurve(input: CreditCostCurveInput): Rows<CreditCostCurveRow> {
  const fn = "creditCostCurve";
  const { grid, managementLevels, currency } = read(fn, creditCostCurveSchema, input);
  const rows = levelsOf(fn, grid).map((receivables) => {
    const managed = managementLevels.map(
      ([name, costs]) => [name, levelAt(fn, costs, receivables, currency)] as const,
    );
    return {
      receivables: toText(receivables),
      managementLevels: Object.fromEntries(
        managed.map(([name, level]) => [name, managedCost(level)]),
      ),
      cheapest: cheapestOf(managed),
    };
  });
  return new Rows(rows.length, (index) => rows[index] as CreditCostCurveRow);
}

function managedCost({ parts, total }: Level): ManagedCost {
  return { costs: Object.fromEntries(parts), total };
}

function cheapestOf(managed: readonly (readonly [string, Level])[]): string[] {
  let least: Fraction | undefined;
  let names: string[] = [];
  for (const [name, { total }] of managed) {
    if (isAbsent(total)) continue;
    const cost = asTerm(total);
    const order = least ? cost.compare(least) : -1;
    if (order < 0) names = [name];
    if (order === 0) names.push(name);
    if (order < 0) least = cost;
  }
  return names;
}
