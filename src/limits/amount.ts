/**
 * @module limits/amount
 *
 * Amounts of money as figures, in the currency of the call.
 */
import type { Figure, InputSource } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";

/** An amount of money with its derivation. */
export function amountOf<F extends Figure>(
  formula: F["formula"],
  exact: Fraction,
  inputs: InputSource,
  currency: string | undefined,
): F {
  return figure<F>(formula, exact, "money", inputs, { currency });
}
