/** The oracle of the DSO family, in exact fractions. */
import Fraction from "fraction.js";

import { dayNumber, fraction, monthEnd, monthOf, monthStart, periodEnds, sum } from "./calendar.ts";
import type { Numeric, Reason } from "./calendar.ts";
import type { Filter, OracleLedger } from "./ledger.ts";

export type { Numeric, Reason } from "./calendar.ts";

export type Answer = Fraction | Reason;

export interface Period {
  /** `2001-06`, `2001-Q2`, `2001`, or both ends. */
  period: string | { from: string; to: string };
  sales: Numeric;
  outstanding?: Numeric;
}

export type DayBasis = "calendar" | 30;

const zero = new Fraction(0);

/** By the calendar, or 30 a month, 90 a quarter, 360 a year; both ends given: by the calendar. */
export function daysOf(period: Period["period"], dayBasis: DayBasis = "calendar"): number {
  const [first, last] = periodEnds(period);
  if (dayBasis === "calendar" || typeof period !== "string") return last - first + 1;
  return (monthOf(last) - monthOf(first) + 1) * 30;
}

/** Receivables ÷ (1 + tax rate). */
function beforeTax(receivables: Numeric, taxRate: Numeric = 0): Fraction {
  return fraction(receivables).div(fraction(taxRate).add(1));
}

function ratio(numerator: Fraction, denominator: Fraction): Answer {
  return denominator.compare(0) <= 0 ? "not_defined" : numerator.div(denominator);
}

function times(answer: Answer, factor: Numeric): Answer {
  return typeof answer === "string" ? answer : answer.mul(fraction(factor));
}

// Period average and its companions

export interface PeriodAverage {
  receivables: Numeric;
  sales: Numeric;
  days: number;
  taxRate?: Numeric;
}

export function periodAverage({ receivables, sales, days, taxRate }: PeriodAverage): Answer {
  return times(ratio(beforeTax(receivables, taxRate), fraction(sales)), days);
}

export function bestPossible(input: {
  currentReceivables: Numeric;
  sales: Numeric;
  days: number;
  taxRate?: Numeric;
}): Answer {
  return periodAverage({ ...input, receivables: input.currentReceivables });
}

export function delinquent(input: PeriodAverage & { currentReceivables: Numeric }): Answer {
  const receivables = fraction(input.receivables).sub(fraction(input.currentReceivables));
  return periodAverage({ ...input, receivables });
}

export function averageDaysDelinquent(dso: Numeric, bestPossibleDso: Numeric): Fraction {
  return fraction(dso).sub(fraction(bestPossibleDso));
}

export function delayAgainstTerms(dso: Numeric, termDays: Numeric): Fraction {
  return fraction(dso).sub(fraction(termDays));
}

/** (opening + sales − closing) ÷ (opening + sales − closing current), a fraction. */
export function collectionEffectiveness(input: {
  openingReceivables: Numeric;
  sales: Numeric;
  closingReceivables: Numeric;
  closingCurrent: Numeric;
  salesBasis?: "period" | "monthly-average";
  months?: number;
}): Answer {
  const months = input.salesBasis === "monthly-average" ? (input.months ?? 1) : 1;
  const toCollect = fraction(input.openingReceivables).add(fraction(input.sales).div(months));
  return ratio(
    toCollect.sub(fraction(input.closingReceivables)),
    toCollect.sub(fraction(input.closingCurrent)),
  );
}

/** Annualised sales ÷ mean receivables; without `days` the sales are a year's. */
export function turnover(input: {
  sales: Numeric;
  openingReceivables: Numeric;
  closingReceivables: Numeric;
  days?: number;
  yearDays?: number;
}): Answer {
  const yearDays = input.yearDays ?? 365;
  const annual = fraction(input.sales)
    .mul(yearDays)
    .div(input.days ?? yearDays);
  const mean = fraction(input.openingReceivables).add(fraction(input.closingReceivables)).div(2);
  return ratio(annual, mean);
}

export function cashReleased(input: {
  annualSales: Numeric;
  fromDso: Numeric;
  toDso: Numeric;
  yearDays?: number;
}): Fraction {
  const days = fraction(input.fromDso).sub(fraction(input.toDso));
  return fraction(input.annualSales)
    .mul(days)
    .div(input.yearDays ?? 365);
}

// Countback

export interface CountbackOptions {
  zeroSales?: "count-days" | "skip" | "stop";
  negativeSales?: "refuse" | "net-into-previous" | "stop";
  whenExhausted?: "refuse" | "lower-bound" | "oldest-rate" | "mean-rate";
  dayBasis?: DayBasis;
  taxRate?: Numeric;
}

export interface Walk {
  /** One a period given, ascending; what the walk did not reach consumes and counts 0. */
  rows: { sales: Fraction; days: number; consumed: Fraction; counted: Fraction }[];
  /** What the history did not cover. */
  remainder: Fraction;
  /** The days walked. */
  walked: Fraction;
}

/** From the latest period backwards, until nothing remains or the history ends. */
export function countbackWalk(
  receivables: Fraction,
  periods: readonly Period[],
  options: CountbackOptions = {},
): Walk | Reason {
  const rows: Walk["rows"] = periods.map(({ period, sales }) => {
    const days = daysOf(period, options.dayBasis);
    return { sales: fraction(sales), days, consumed: zero, counted: zero };
  });
  let remainder = receivables;
  for (let k = periods.length - 1; k >= 0 && remainder.compare(0) > 0; k--) {
    const row = rows[k];
    if (row === undefined) break;
    if (row.sales.compare(0) < 0) {
      const previous = rows[k - 1];
      if (options.negativeSales === "stop") break;
      if (options.negativeSales !== "net-into-previous") return "not_defined";
      if (previous === undefined) return "not_defined";
      previous.sales = previous.sales.add(row.sales);
      row.sales = zero;
    }
    if (row.sales.equals(0)) {
      if (options.zeroSales === "stop") break;
      if (options.zeroSales !== "skip") row.counted = fraction(row.days);
      continue;
    }
    row.consumed = remainder.lt(row.sales) ? remainder : row.sales;
    row.counted = row.consumed.div(row.sales).mul(row.days);
    remainder = remainder.sub(row.consumed);
  }
  return { rows, remainder, walked: sum(rows.map(({ counted }) => counted)) };
}

export function countback(
  input: { receivables: Numeric; periods: readonly Period[] } & CountbackOptions,
): Answer {
  const receivables = beforeTax(input.receivables, input.taxRate);
  if (receivables.compare(0) < 0) return "credit_balance";
  const walk = countbackWalk(receivables, input.periods, input);
  if (typeof walk === "string") return walk;
  const extra = daysBeyond(walk, input.whenExhausted ?? "refuse");
  return typeof extra === "string" ? extra : walk.walked.add(extra);
}

/** The days of what the history did not cover. */
function daysBeyond(
  walk: Walk,
  whenExhausted: "refuse" | "lower-bound" | "oldest-rate" | "mean-rate",
): Answer {
  if (walk.remainder.equals(0) || whenExhausted === "lower-bound") return zero;
  if (whenExhausted === "refuse") return "history_too_short";
  let daily: Answer;
  if (whenExhausted === "oldest-rate") {
    const oldest = walk.rows.find(({ sales }) => sales.compare(0) > 0);
    daily = oldest === undefined ? "not_defined" : oldest.sales.div(oldest.days);
  } else {
    daily = ratio(
      sum(walk.rows.map(({ sales }) => sales)),
      sum(walk.rows.map(({ days }) => fraction(days))),
    );
  }
  return typeof daily === "string" ? daily : ratio(walk.remainder, daily);
}

// Aging buckets, the ledger, and the comparison

/** Σ outstanding ÷ (sales ÷ days) */
export function agingBuckets(input: {
  periods: readonly Period[];
  dayBasis?: DayBasis;
  taxRate?: Numeric;
}): Answer {
  let dso = zero;
  for (const { period, sales, outstanding } of input.periods) {
    if (outstanding === undefined) return "not_defined";
    const open = beforeTax(outstanding, input.taxRate);
    if (open.equals(0)) continue;
    const days = times(ratio(open, fraction(sales)), daysOf(period, input.dayBasis));
    if (typeof days === "string") return days;
    dso = dso.add(days);
  }
  return dso;
}

/**
 * Σ over open debit units of age × open ÷ the credit sales of the document's month, net of credit
 * notes; of the month of `asOf`, what is dated through `asOf`: nothing later counts.
 */
export function trueDso(
  ledger: OracleLedger,
  input: { asOf: string; party?: string; taxRate?: Numeric },
): Answer {
  const filter: Filter = input.party === undefined ? {} : { party: input.party };
  const units = ledger.openUnits(input.asOf, input.asOf, filter);
  if (typeof units === "string") return units;
  const asOf = dayNumber(input.asOf);
  let dso = zero;
  for (const unit of units) {
    if (!unit.isDebit) continue;
    const month = monthOf(dayNumber(unit.documentDate));
    const through = Math.min(monthEnd(month), asOf);
    const sales = ledger.sales(monthStart(month), through, "of-credit-notes", filter);
    const share = ratio(beforeTax(unit.open, input.taxRate), fraction(sales));
    const days = times(share, unit.daysSinceDocument);
    if (typeof days === "string") return days;
    dso = dso.add(days);
  }
  return dso;
}

export interface Difference {
  /** One a period given, ascending. */
  months: Fraction[];
  outsideTheHistory: Fraction;
  total: Fraction;
}

export interface Comparison {
  average: Answer;
  countback: Answer;
  aging: Answer;
  averageLessCountback: Difference | Reason;
  averageLessAging: Difference | Reason;
  countbackLessAging: Difference | Reason;
}

/** c consumed, o outstanding, s and d sales and days of a month; S, D and R of the whole. */
export function comparison(
  input: { receivables: Numeric; periods: readonly Period[] } & CountbackOptions,
): Comparison {
  const { periods, taxRate } = input;
  const basis = input.dayBasis ?? "calendar";
  const R = beforeTax(input.receivables, taxRate);
  const S = sum(periods.map(({ sales }) => fraction(sales)));
  const days = periods.map(({ period }) => daysOf(period, basis));
  const D = days.reduce((all, d) => all + d, 0);
  const average = periodAverage({ receivables: R, sales: S, days: D });
  const aging = agingBuckets({ periods, dayBasis: basis, taxRate: taxRate ?? 0 });
  const back = countback(input);
  const walk = countbackWalk(R, periods, input);

  const perDay = times(ratio(fraction(1), S), D); // D/S
  const outstanding = periods.map((period) => beforeTax(period.outstanding ?? 0, taxRate));
  const agingDays = periods.map(({ sales }, k) => {
    const o = outstanding[k] ?? zero;
    return o.equals(0) ? zero : o.mul(days[k] ?? 0).div(fraction(sales)); // o·d/s
  });

  const answer: Comparison = {
    average,
    countback: back,
    aging,
    averageLessCountback: firstReason(average, back),
    averageLessAging: firstReason(average, aging),
    countbackLessAging: firstReason(back, aging),
  };
  const isAverage = typeof average !== "string" && typeof perDay !== "string";
  const isCountback = typeof back !== "string" && typeof walk !== "string";
  const extrapolated = isCountback ? back.sub(walk.walked) : zero;
  if (isAverage && isCountback) {
    const consumed = sum(walk.rows.map((row) => row.consumed));
    answer.averageLessCountback = difference(
      walk.rows.map((row) => row.consumed.mul(perDay).sub(row.counted)),
      R.sub(consumed).mul(perDay).sub(extrapolated),
    );
  }
  if (isAverage && typeof aging !== "string") {
    answer.averageLessAging = difference(
      outstanding.map((o, k) => o.mul(perDay).sub(agingDays[k] ?? zero)),
      R.sub(sum(outstanding)).mul(perDay),
    );
  }
  if (isCountback && typeof aging !== "string") {
    answer.countbackLessAging = difference(
      walk.rows.map((row, k) => row.counted.sub(agingDays[k] ?? zero)),
      extrapolated,
    );
  }
  return answer;
}

function firstReason(a: Answer, b: Answer): Reason {
  if (typeof a === "string") return a;
  return typeof b === "string" ? b : "not_defined";
}

function difference(months: Fraction[], outsideTheHistory: Fraction): Difference {
  return { months, outsideTheHistory, total: sum(months).add(outsideTheHistory) };
}
