/**
 * @module dso/countback-walk
 *
 * The walk of the countback: from the newest period backwards, receivables consume its sales until
 * nothing remains. One row a period; the columns are those of the catalogue's record.
 */
import { Fraction, least, ZERO } from "../ground/fraction.ts";
import type { ReadPeriod } from "../ground/periods.ts";
import type { CountbackRules } from "./countback-rules.ts";
import { daysOn } from "./day-basis.ts";

/** The rules of a walk, every one stated. */
export type WalkRules = Readonly<Required<CountbackRules>>;

/** One period of the walk. */
export interface WalkRow {
  readonly period: string;
  /** Sales as given. */
  readonly sales: Fraction;
  readonly days: number;
  /** Sales less the returns that the period after this one could not take. */
  readonly net: Fraction;
  /** Receivables still to be covered when the walk gets here. */
  readonly remaining: Fraction;
  /** What of them these sales cover. */
  readonly consumed: Fraction;
  /** Days this period counts. */
  readonly counted: Fraction;
}

/** How far the walk came. */
export interface Walk {
  /** The periods walked, newest first. */
  readonly rows: readonly WalkRow[];
  /** Receivables that no period covered; 0 where the walk ended as it should. */
  readonly uncovered: Fraction;
  /** The period at which a rule stopped the walk. */
  readonly stoppedAt?: string;
  /** True where returns of the oldest period are left and no period is before it. */
  readonly hasReturnsLeft: boolean;
}

/** Walks back until nothing remains, a rule stops it or the history ends. */
export function walkBack(
  receivables: Fraction,
  periods: readonly ReadPeriod[],
  rules: WalkRules,
): Walk {
  const rows: WalkRow[] = [];
  let remaining = withoutOrigin(receivables);
  let returns = ZERO;
  for (let index = periods.length - 1; index >= 0 && !remaining.isZero; index -= 1) {
    const row = walkInto(periods[index] as ReadPeriod, remaining, returns, rules);
    if (isStop(row, rules)) {
      return { rows, uncovered: remaining, stoppedAt: row.period, hasReturnsLeft: false };
    }
    rows.push(row);
    remaining = remaining.minus(row.consumed);
    returns = returnsLeft(row);
  }
  return { rows, uncovered: remaining, hasReturnsLeft: !remaining.isZero && !returns.isZero };
}

/** The row of a period; `returns` (0 or negative) are those that the period after it left. */
export function walkInto(
  period: ReadPeriod,
  remaining: Fraction,
  returns: Fraction,
  rules: WalkRules,
): WalkRow {
  const { sales } = period;
  const days = daysOn(rules.dayBasis, period);
  const net = returns.isZero ? withoutOrigin(sales) : sales.plus(returns);
  const consumed = net.sign > 0 ? least(remaining, net) : ZERO;
  const counted = countedDays(days, net, remaining, consumed, rules);
  return { period: period.period, sales, days, net, remaining, consumed, counted };
}

/** What returns a period leaves to the period before it: 0 or negative. */
export function returnsLeft({ net }: WalkRow): Fraction {
  return net.sign < 0 ? net : ZERO;
}

function countedDays(
  days: number,
  net: Fraction,
  remaining: Fraction,
  consumed: Fraction,
  { zeroSales }: WalkRules,
): Fraction {
  if (remaining.isZero) return ZERO;
  if (net.sign <= 0) return zeroSales === "skip" ? ZERO : Fraction.whole(days);
  if (consumed === net) return Fraction.whole(days);
  return Fraction.whole(days).times(consumed).over(net);
}

function isStop({ net, sales }: WalkRow, { zeroSales, negativeSales }: WalkRules): boolean {
  if (sales.sign < 0 && negativeSales === "stop") return true;
  return net.sign <= 0 && zeroSales === "stop";
}

/** A computed number: it must not be written as the figure that it was read from. */
export function withoutOrigin(value: Fraction): Fraction {
  return value.origin === undefined ? value : value.from(undefined);
}
