/**
 * @module aging/late-figures
 *
 * Averages over days, weighted by money: the derivation is a table with one row a number of days,
 * however many items there are.
 */
import { formatDay } from "../ground/days.ts";
import type { Absent, Caveat, Figure } from "../ground/figure.ts";
import { absent, figure } from "../ground/figure.ts";
import { Fraction, sumOf } from "../ground/fraction.ts";
import type { LedgerData } from "../ledger/ledger.ts";
import { minorFraction } from "../ledger/minor.ts";

/** Minor units of one number of days. */
export interface AmountOfDays {
  readonly days: number;
  readonly amount: bigint;
}

/** One row of a weighted average. */
export interface WeightedRow {
  readonly days: Fraction;
  readonly amount: Fraction;
  readonly weighted: Fraction;
}

/** A row for each number of days; `counted` says how many of them the row counts for. */
export function weightedRows(
  { places }: LedgerData,
  amounts: readonly AmountOfDays[],
  counted: (days: number) => number = (days) => days,
): WeightedRow[] {
  return amounts.map((each) => {
    const amount = minorFraction(each.amount, places);
    const weighted = amount.times(Fraction.whole(counted(each.days)));
    return { days: Fraction.whole(each.days), amount, weighted };
  });
}

/** Rows with each amount as the ledger figure it was read from. */
export function rowsWithOrigin(
  { currency }: LedgerData,
  rows: readonly WeightedRow[],
  id: string,
  asked: object,
): object[] {
  return rows.map(({ days, amount, weighted }) => ({
    days,
    amount: figure(id, amount, "money", { ...asked, days, currency }, { currency }),
    weighted,
  }));
}

/** Σ weighted ÷ a denominator, in days; absent where that is not above 0. */
export function weightedAverage<Id extends string>(
  id: Id,
  rows: readonly WeightedRow[],
  over: Fraction,
  inputs: () => object,
  reason: string,
  caveats: readonly Caveat[],
): Figure<Id> | Absent<Id> {
  if (over.sign <= 0) return absent(id, "days", inputs, "not_defined", reason);
  const weighted = sumOf(rows.map((row) => row.weighted));
  return figure<Figure<Id>>(id, weighted.over(over), "days", inputs, { caveats });
}

/** Σ amounts of rows. */
export function amountOf(rows: readonly WeightedRow[]): Fraction {
  return sumOf(rows.map(({ amount }) => amount));
}

/** The window of a question about payments, as inputs state it. */
export function windowInputs(from: number, to: number): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}
