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
export type Walk = WalkRows & (WalkToTheEnd | WalkCutShort);

interface WalkRows {
  /** The periods walked, newest first. */
  readonly rows: readonly WalkRow[];
  /** Receivables that no period walked covers. */
  readonly uncovered: Fraction;
}

interface WalkToTheEnd {
  /** Of receivables, or of the history. */
  readonly end: "covered" | "exhausted";
}

interface WalkCutShort {
  /** By a rule; or by returns that cannot be netted, no period being before them. */
  readonly end: "stopped" | "returns-left";
  /** The period where. */
  readonly at: string;
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
    const end = endAt(row, index === 0, rules);
    if (end) return { rows, uncovered: remaining, end, at: row.period };
    rows.push(row);
    remaining = remaining.minus(row.consumed);
    returns = returnsLeft(row);
  }
  return { rows, uncovered: remaining, end: remaining.isZero ? "covered" : "exhausted" };
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

/** Whether the walk ends at a period instead of passing it. */
function endAt(
  { net, sales }: WalkRow,
  isOldest: boolean,
  { zeroSales, negativeSales }: WalkRules,
): "stopped" | "returns-left" | undefined {
  if (sales.sign < 0 && negativeSales === "stop") return "stopped";
  // Only once its returns have moved on is a period an empty one.
  if (net.sign < 0 && isOldest) return "returns-left";
  return net.sign <= 0 && zeroSales === "stop" ? "stopped" : undefined;
}

/** A computed number: it must not be written as the figure that it was read from. */
export function withoutOrigin(value: Fraction): Fraction {
  return value.hasOrigin ? value.from(undefined) : value;
}
