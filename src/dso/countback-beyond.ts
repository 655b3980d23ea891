/**
 * @module dso/countback-beyond
 *
 * What a countback says of receivables that its history does not cover: how much they are, and on
 * request how many days they would be at the daily sales of the history.
 */
import type { Absent, Caveat, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { sumOf, ZERO } from "../ground/fraction.ts";
import type { DsoCountback } from "./countback.ts";
import type { Walk, WalkRow } from "./countback-walk.ts";
import type { TaxBasis } from "./tax-basis.ts";

/** The receivables beyond the history, net of tax, as a figure of their own. */
export function uncoveredReceivables(
  walk: Walk,
  receivables: Fraction,
  basis: TaxBasis,
  currency: string | undefined,
): Figure<"dso/countback-uncovered"> {
  const inputs = () => ({ receivables, ...basis, walk: walk.rows.map(withoutDays) });
  return figure("dso/countback-uncovered", walk.uncovered, "money", inputs, { currency });
}

function withoutDays({ period, sales, net, remaining, consumed }: WalkRow) {
  return { period, sales, net, remaining, consumed };
}

/** The days of the history, and those beyond it at the daily sales of its oldest period or all. */
export function extrapolated(
  walk: Walk,
  rate: "oldest-rate" | "mean-rate",
  inputs: () => object,
  caveats: readonly Caveat[],
): DsoCountback | Absent<"dso/countback-extrapolated"> {
  const { rows, uncovered } = walk;
  const oldest = oldestWithSales(rows);
  if (!oldest) {
    const reason = "no period walked has sales to extrapolate from";
    return absent("dso/countback-extrapolated", "days", inputs, "not_defined", reason);
  }
  const counted = sumOf(rows.map((row) => row.counted));
  const consumed = sumOf(rows.map((row) => row.consumed));
  const daysPerUnit =
    rate === "mean-rate" ? counted.over(consumed) : oldest.counted.over(oldest.consumed);
  const dso = counted.plus(uncovered.times(daysPerUnit));
  const beyondOf = (row: WalkRow): Fraction => {
    if (rate === "mean-rate") return uncovered.times(row.counted).over(consumed);
    return row === oldest ? uncovered.times(daysPerUnit) : ZERO;
  };
  const written = () => ({
    ...inputs(),
    walk: rows.map((row) => ({ ...row, beyond: beyondOf(row) })),
  });
  return figure("dso/countback-extrapolated", dso, "days", written, { caveats });
}

function oldestWithSales(rows: readonly WalkRow[]): WalkRow | undefined {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    if (rows[index]?.consumed.sign === 1) return rows[index];
  }
  return undefined;
}
