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

/** Minor units by number of days. */
export type AmountsByDays = ReadonlyMap<number, bigint>;

/** Adds an amount to its number of days. */
export function addDays(amounts: Map<number, bigint>, days: number, amount: bigint): void {
  amounts.set(days, (amounts.get(days) ?? 0n) + amount);
}

/** One row of a weighted average. */
export interface WeightedRow {
  readonly days: Fraction;
  readonly amount: Fraction;
  readonly weighted: Fraction;
}

/** Rows in the order of their days; `counted` says how many days each row counts for. */
export function weightedRows(
  { places }: LedgerData,
  amounts: AmountsByDays,
  counted: (days: number) => number = (days) => days,
): WeightedRow[] {
  return [...amounts]
    .sort(([a], [b]) => a - b)
    .map(([days, minor]) => {
      const amount = minorFraction(minor, places);
      const weighted = amount.times(Fraction.whole(counted(days)));
      return { days: Fraction.whole(days), amount, weighted };
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
