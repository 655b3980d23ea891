/**
 * @module cost/shortage
 *
 * The profit that is lost where no credit is given.
 */
import type { Absent, Figure } from "../ground/figure.ts";
import { absent, figure, isAbsent, present } from "../ground/figure.ts";
import { asTerm } from "../ground/exact.ts";
import type { Read, Terms } from "../ground/input.ts";
import { lazily, read } from "../ground/input.ts";
import { amount, object } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";
import type { CostCurve } from "./curves.ts";
import { costAt, curveSchema } from "./curves.ts";

/** What {@link shortageCost} needs. */
export interface ShortageCostInput {
  /** The receivables held. Money, at least 0. */
  readonly receivables: Numeric;
  /** The profit lost, by receivables: it falls as more credit is given. */
  readonly curve: CostCurve;
}

/** Shortage cost, in money. */
export type ShortageCost = Figure<"cost/shortage">;

/** The schema of {@link ShortageCostInput}. */
export const shortageCostSchema = lazily(() =>
  object({ receivables: amount(), curve: curveSchema() }),
);

/**
 * Shortage cost (短缺成本): the profit lost because too little is sold on credit.
 *
 * Use it with a curve of your own market: the stiffer the competition, the more is lost for every
 * receivable not held. `shortageSlopes` has three slopes of ours to begin with. To weigh it against
 * the costs of holding receivables use {@link optimalReceivables}.
 *
 * @formula cost = the curve at the receivables held
 * @units money in, money out
 *
 * @param input - The receivables held (≥ 0), and the curve as data.
 * @returns The cost; the curve's own figure is nested in it.
 *
 * @throws {@link CreditError} `invalid_input`: a field is missing, unknown, out of range or no
 *   plain decimal; bands or points do not ascend. All faults are listed.
 * @throws {@link CreditError} `not_defined`: the curve has no value at these receivables, or one
 *   below 0.
 *
 * @source "3+1" deck, slide 14: the shape and the order of the slopes (L1 < L2 < L3). The slide has
 *   no numbers.
 *
 * @example 90 lost without any credit, a tenth less for every unit of receivables
 * ```ts
 * const curve = { kind: "linear", intercept: 90, slope: "-0.1" } as const;
 * shortageCost({ receivables: 600, curve }).value.toString(); // => "30"
 * shortageCost({ receivables: 1000, curve }); // throws not_defined
 * ```
 */
export function shortageCost(input: ShortageCostInput): ShortageCost {
  const terms = read("shortageCost", shortageCostSchema, input);
  return present("shortageCost", shortage(terms));
}

function shortage(
  terms: Read<Terms<ReturnType<typeof shortageCostSchema>>>,
): ShortageCost | Absent<"cost/shortage"> {
  const curve = costAt(terms.curve, terms.receivables);
  if (isAbsent(curve)) {
    const { code, message } = curve.reason;
    return absent("cost/shortage", "money", { curve }, code, message);
  }
  const cost = asTerm(curve);
  return figure("cost/shortage", cost, "money", { curve: cost }, { currency: terms.currency });
}
