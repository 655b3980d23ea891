/**
 * @module cost/investment-base
 *
 * What a receivable ties up: its price, or only what the goods in it cost. The deck counts the
 * price; Western textbooks count the variable cost, since the margin was never spent.
 */
import { refuse } from "../ground/errors.ts";
import type { Fraction } from "../ground/fraction.ts";
import { ONE } from "../ground/fraction.ts";
import { optional, rate, withDefault, word } from "../ground/input-atoms.ts";
import type { Numeric } from "../ground/numeric.ts";

/** What of a receivable counts as invested. */
export type InvestmentBase = "sales" | "cost";

/** What of the receivables counts as invested. */
export interface InvestmentBaseInput {
  /** The whole price (`sales`, default), or its variable cost (`cost`). */
  readonly investmentBase?: InvestmentBase;
  /** Variable cost as a share of the price, from 0 to 1; asked for by `investmentBase: "cost"`. */
  readonly variableCostRate?: Numeric;
}

/** The two fields, for a schema. */
export const investmentBaseShape = () => ({
  investmentBase: withDefault(word("sales", "cost"), "sales"),
  variableCostRate: optional(rate()),
});

/** The base as a result states it, and what it makes of a price. */
export interface StatedInvestmentBase {
  /** For the inputs of a figure; the rate is there only where it counts. */
  readonly stated: {
    readonly investmentBase: InvestmentBase;
    readonly variableCostRate?: Fraction;
  };
  /** The share of the price that is invested. */
  readonly investedShare: Fraction;
}

interface BaseTerms {
  readonly investmentBase: InvestmentBase;
  readonly variableCostRate?: Fraction | undefined;
}

/** Settles the base: `cost` needs the variable-cost rate, `sales` has no use for one. */
export function investmentBaseOf(fn: string, terms: BaseTerms): StatedInvestmentBase {
  const { investmentBase, variableCostRate } = terms;
  if (investmentBase === "sales") {
    if (!variableCostRate) return { stated: { investmentBase }, investedShare: ONE };
    return refuse(fn, "variableCostRate", 'must be left out unless `investmentBase` is "cost"');
  }
  if (!variableCostRate) {
    return refuse(fn, "variableCostRate", 'must be given where `investmentBase` is "cost"');
  }
  return { stated: { investmentBase, variableCostRate }, investedShare: variableCostRate };
}
