/**
 * @module collections/forecast-dso-target
 *
 * Cash by a DSO target: what must come in for receivables to stand at so many days of sales.
 */
import { formatDay } from "../ground/days.ts";
import type { Figure } from "../ground/figure.ts";
import { figure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { Fraction as Exact, least } from "../ground/fraction.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import { exactly } from "./forecast-later.ts";
import type { TargetPeriod } from "./forecast-types.ts";

/** Period by period; each opens with what the one before left. */
export function forecastByTarget(
  balance: Figure,
  dso: Fraction,
  sales: readonly ReadPeriod[],
  currency: string,
): TargetPeriod[] {
  let opening = balance;
  return sales.map((period) => {
    const row = targetPeriod(opening, dso, period, currency);
    opening = row.closing;
    return row;
  });
}

function targetPeriod(
  opening: Figure,
  dso: Fraction,
  { from, to, days, sales }: ReadPeriod,
  currency: string,
): TargetPeriod {
  const before = exactly(opening);
  const owed = before.plus(sales);
  const target = dso.times(sales).over(Exact.whole(days));
  const left = least(target, owed);
  const inputs = { opening: before, sales, days, dso };
  const isBeyond = target.compare(owed) > 0;
  const caveats = isBeyond ? [{ code: "target_above_receivables" }] : [];
  const closing: TargetPeriod["closing"] = figure(
    "collections/receivables-at-target",
    left,
    "money",
    inputs,
    { currency, caveats },
  );
  const cash = owed.minus(left);
  const amount: TargetPeriod["amount"] = figure(
    "collections/cash-at-target",
    cash,
    "money",
    { opening: before, sales, closing },
    { currency },
  );
  return { from: formatDay(from), to: formatDay(to), opening, closing, amount };
}
