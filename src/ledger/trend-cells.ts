/**
 * @module ledger/trend-cells
 *
 * Sales, what is outstanding of them, and their terms, for a run of months and at each of their
 * ends: one pass each, on doubles or (where these cannot be proved exact) on bigints.
 */
import type { DaySpan } from "../ground/months.ts";
import { amountAt, isWide } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import { isCredit } from "./open.ts";
import { itemOfUnit } from "./planes.ts";
import type { TrendQuestion } from "./trend.kernel.ts";
import { addOutstanding, addTerms } from "./trend.kernel.ts";

type Test = ((item: number) => boolean) | undefined;

/** Sums over a run of months, in minor units. */
export interface TrendCells {
  /** Outstanding of a month's documents at the end of a month. */
  outstanding(month: number, end: number): bigint;
  /** Outstanding of all documents at the end of a month. */
  balance(end: number): bigint;
  /** Debit units issued in the months, and these times their days of credit. */
  terms(from: number, to: number): { readonly sold: bigint; readonly weighted: bigint };
}

/** Asks the kernels; the months follow one another without a gap. */
export function trendCells(data: LedgerData, months: readonly DaySpan[], test: Test): TrendCells {
  const question = questionOf(months, test);
  const outstanding = outstandingCells(data, question);
  const { sold, weighted } = termCells(data, question);
  const count = months.length;
  const total = (sums: readonly bigint[], from: number, to: number) =>
    sums.slice(from, to + 1).reduce((sum, each) => sum + each, 0n);
  return {
    outstanding: (month, end) => amountAt(outstanding, month * count + end),
    balance: (end) => {
      let balance = 0n;
      for (let own = 0; own <= count; own += 1) balance += amountAt(outstanding, own * count + end);
      return balance;
    },
    terms: (from, to) => ({ sold: total(sold, from, to), weighted: total(weighted, from, to) }),
  };
}

function questionOf(months: readonly DaySpan[], test: Test): TrendQuestion {
  const firstDay = (months[0] as DaySpan).from;
  const lastDay = (months[months.length - 1] as DaySpan).to;
  const month = new Uint16Array(lastDay - firstDay + 1);
  months.forEach(({ from, to }, index) => month.fill(index, from - firstDay, to - firstDay + 1));
  return { firstDay, month, months: months.length, test };
}

function outstandingCells({ journal }: LedgerData, question: TrendQuestion): Float64Array {
  const { amount, applications } = journal;
  const size = question.months * (question.months + 1);
  if (!isWide(amount) && !isWide(applications.amount)) {
    const cells = new Float64Array(size);
    const proof = addOutstanding(journal, amount, applications.amount, question, cells, 0);
    if (proof <= Number.MAX_SAFE_INTEGER) return cells;
  }
  const wide = (values: Iterable<number | bigint>) =>
    Array.from(values, BigInt) as unknown as Float64Array;
  const cells = wide(new Float64Array(size));
  const zero = 0n as unknown as number;
  addOutstanding(journal, wide(amount), wide(applications.amount), question, cells, zero);
  return cells;
}

function termCells({ units }: LedgerData, question: TrendQuestion) {
  const { amount } = units;
  if (!isWide(amount)) {
    const sold = new Float64Array(question.months);
    const weighted = new Float64Array(question.months);
    const proof = addTerms(units, amount, question, sold, weighted);
    if (proof <= Number.MAX_SAFE_INTEGER) {
      return { sold: Array.from(sold, BigInt), weighted: Array.from(weighted, BigInt) };
    }
  }
  return wideTerms(units, question);
}

function wideTerms(units: LedgerData["units"], { firstDay, month, months, test }: TrendQuestion) {
  const sold = new Array<bigint>(months).fill(0n);
  const weighted = new Array<bigint>(months).fill(0n);
  for (let unit = 0; unit < units.count; unit += 1) {
    const day = units.documentDate[unit] as number;
    const own = month[day - firstDay];
    if (own === undefined || isCredit(units.kind, unit)) continue;
    if (test && !test(itemOfUnit(units, unit))) continue;
    const amount = amountAt(units.amount, unit);
    const days = BigInt((units.dueDate[unit] as number) - day);
    sold[own] = (sold[own] as bigint) + amount;
    weighted[own] = (weighted[own] as bigint) + amount * days;
  }
  return { sold, weighted };
}
