/**
 * @module collections/forecast-later
 *
 * What a forecast leaves for after its last period.
 */
import { entered } from "../ground/exact.ts";
import { Fault } from "../ground/fault.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf } from "../ground/fraction.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import type { CashPeriod } from "./forecast-types.ts";
import type { Collectable } from "./open-by-age.ts";

/** Total − Σ periods. */
export function laterFigure(
  { currency }: LedgerData,
  total: Collectable,
  periods: readonly CashPeriod[],
): Figure<"collections/cash-later"> {
  const expected = sumOf(periods.map(({ amount }) => exactly(amount)));
  const later = exactly(total).minus(expected);
  return figure("collections/cash-later", later, "money", { total, periods }, { currency });
}

/** The exact value of a figure of our own, remembering it. */
export function exactly(own: Figure): Fraction {
  const exact = entered(own);
  if (exact instanceof Fault) throw new RangeError(exact.rule);
  return exact;
}
