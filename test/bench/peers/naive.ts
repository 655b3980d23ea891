/**
 * What a careful developer writes with the packages at hand: decimal.js for money, date-fns for
 * days, an object of Decimals for each customer.
 */
import { differenceInCalendarDays, parseISO } from "date-fns";
import { Decimal } from "decimal.js";

import type { ObjectRow } from "../data.ts";
import type { Scored } from "../exact-scores.ts";
import { BANDS, UNIT, WEIGHTS } from "../exact-scores.ts";
import type { Statements } from "../statements.ts";
import { JUDGED } from "../statements.ts";

/** Cents by customer and class: cell `customer × classes + class`. */
export function agingByHand(
  rows: readonly ObjectRow[],
  asOf: string,
  customers: number,
  classes: number,
): Float64Array {
  const byCustomer = new Map<string, Decimal[]>();
  const day = parseISO(asOf);
  for (const { party, dueDate, amount } of rows) {
    const age = differenceInCalendarDays(day, parseISO(dueDate));
    const bucket = age <= 0 ? 0 : age <= 30 ? 1 : age <= 60 ? 2 : age <= 90 ? 3 : 4;
    let sums = byCustomer.get(party);
    if (!sums) {
      sums = Array.from({ length: classes }, () => new Decimal(0));
      byCustomer.set(party, sums);
    }
    sums[bucket] = (sums[bucket] as Decimal).plus(new Decimal(amount));
  }
  const cells = new Float64Array(customers * classes);
  for (const [party, sums] of byCustomer) {
    for (const [bucket, sum] of sums.entries()) {
      cells[Number(party.slice(1)) * classes + bucket] = sum.times(100).toNumber();
    }
  }
  return cells;
}

/** Countback over months, newest last. */
export function countbackByHand(
  receivables: string,
  months: readonly { readonly sales: string; readonly days: number }[],
): Decimal {
  let rest = new Decimal(receivables);
  let days = new Decimal(0);
  for (const month of [...months].reverse()) {
    if (rest.isZero()) break;
    const sales = new Decimal(month.sales);
    const consumed = Decimal.min(rest, sales);
    days = days.plus(sales.isZero() ? month.days : consumed.div(sales).times(month.days));
    rest = rest.minus(consumed);
  }
  return days;
}

const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

/** Z'', five Cs, grade and limit of the first rows, as the formulas are printed. */
export function scoresByHand({ money, judged, policy }: Statements, count: number): Scored {
  const column = () => new Float64Array(count);
  const answer = { z: column(), score: column(), grade: column(), limit: column() };
  const of = (values: Float64Array, row: number) => new Precise(values[row] as number);
  for (let row = 0; row < count; row += 1) {
    const assets = of(money.totalAssets, row);
    const equity = of(money.equity, row);
    const working = of(money.currentAssets, row).minus(of(money.currentLiabilities, row));
    answer.z[row] = new Precise("6.56")
      .times(working.div(assets))
      .plus(new Precise("3.26").times(of(money.retainedEarnings, row).div(assets)))
      .plus(new Precise("6.72").times(of(money.ebit, row).div(assets)))
      .plus(new Precise("1.05").times(equity.div(of(money.totalLiabilities, row))))
      .toDecimalPlaces(4)
      .toNumber();
    let score = new Precise(0);
    for (const each of JUDGED) score = score.plus(of(judged[each], row).times(WEIGHTS[each]));
    score = score.div(100);
    answer.score[row] = score.toDecimalPlaces(4).toNumber();
    answer.grade[row] = BANDS.filter((least) => score.gte(least)).length;
    const share = Precise.max(equity, 0).times("0.1");
    const least = Precise.min(of(money.requested, row), share, policy);
    answer.limit[row] = least.div(UNIT).floor().times(UNIT).toNumber();
  }
  return answer;
}
