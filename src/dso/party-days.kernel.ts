/**
 * @module dso/party-days.kernel
 *
 * The methods of DSO for one party after the other, on whole numbers: each answer is the double
 * nearest to the exact one. A quotient of two safe integers is that by itself; a sum of quotients
 * is carried in two doubles with a bound of what they may be off, and where the bound does not
 * settle the last bit, an exact quotient of bigints does.
 */
import { nearestDouble } from "../ground/figure-columns.ts";

/** Sales and what is open, side by side, party after party; see `party-months.kernel`. */
export interface PartySums {
  readonly sums: Float64Array;
  /** Numbers of one party. */
  readonly width: number;
  /** Days of each month, newest last. */
  readonly days: Float64Array;
}

/** What parties owe and were sold, in all; 0 sales for those left to the formulas. */
export interface PartyTotals {
  readonly receivables: Float64Array;
  readonly sales: Float64Array;
}

/** The totals of parties; of those that are not ordinary the sales are 0: the formulas decide. */
export function ordinaryTotals(
  { sums, width, days }: PartySums,
  parties: ArrayLike<number>,
): PartyTotals {
  const months = days.length;
  const totals = {
    receivables: new Float64Array(parties.length),
    sales: new Float64Array(parties.length),
  };
  for (let row = 0; row < parties.length; row += 1) {
    const from = parties[row]! * width;
    let receivables = 0;
    for (let month = 0; month <= months; month += 1) receivables += sums[from + month * 2 + 1]!;
    totals.receivables[row] = receivables;
    totals.sales[row] = ordinarySales(sums, from, months, receivables);
  }
  return totals;
}

/**
 * The sales of an ordinary party: of no month below 0 and of none 0 with something open, and its
 * receivables not below 0 and within them. Of any other 0.
 */
export function ordinarySales(
  sums: Float64Array,
  from: number,
  months: number,
  receivables: number,
): number {
  let [sales, outstanding] = [0, 0];
  for (let month = 0; month < months; month += 1) {
    const sold = sums[from + month * 2]!;
    const open = sums[from + month * 2 + 1]!;
    if (sold < 0 || (sold === 0 && open !== 0)) return 0;
    sales += sold;
    outstanding += open;
  }
  return receivables >= 0 && receivables <= sales && outstanding >= 0 ? sales : 0;
}

/** One method for one party: its months begin at `from`. */
export type PartyMethod = (
  sums: Float64Array,
  from: number,
  days: Float64Array,
  receivables: number,
  sales: number,
) => number;

/** Receivables over all sales, times all days. */
export const averageDays: PartyMethod = (_sums, _from, days, receivables, sales) => {
  let all = 0;
  for (let month = 0; month < days.length; month += 1) all += days[month]!;
  return quotient(receivables, all, 0, sales);
};

/** Whole months back while they last, then the part of one. */
export const countbackDays: PartyMethod = (sums, from, days, receivables) => {
  let rest = receivables;
  let whole = 0;
  for (let month = days.length - 1; rest > 0; month -= 1) {
    const sold = sums[from + month * 2]!;
    if (rest < sold) return quotient(rest, days[month]!, whole, sold);
    whole += days[month]!;
    rest -= sold;
  }
  return whole;
};

/** The nearest double of `whole + part × days ÷ sold`. */
function quotient(part: number, days: number, whole: number, sold: number): number {
  const numerator = whole * sold + part * days;
  if (numerator <= Number.MAX_SAFE_INTEGER) return numerator / sold;
  return nearestDouble(BigInt(whole) * BigInt(sold) + BigInt(part) * BigInt(days), BigInt(sold));
}

/** Splits a double into halves of 26 bits (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

/** What two doubles may be off, in each of the roughly 3 n steps of a sum of n quotients. */
const STEP = 2 ** -104;

/** Σ open ÷ sales × days of the months, the aging-bucket method. */
export const agingDays: PartyMethod = (sums, from, days) => {
  let high = 0;
  let low = 0;
  let size = 0;
  for (let month = 0; month < days.length; month += 1) {
    const open = sums[from + month * 2 + 1]!;
    if (open === 0) continue;
    const sold = sums[from + month * 2]!;
    const weighted = open * days[month]!;
    if (weighted > Number.MAX_SAFE_INTEGER || weighted < -Number.MAX_SAFE_INTEGER) {
      return exactAgingDays(sums, from, days);
    }
    // The quotient as high + low: what the rounded one leaves is a double (Dekker).
    const first = weighted / sold;
    const second = remainder(weighted, first, sold) / sold;
    // Two doubles added: what their rounded sum leaves is a double (Knuth).
    const total = high + first;
    const kept = total - high;
    low += high - (total - kept) + (first - kept) + second;
    high = total;
    size += Math.abs(first);
  }
  const off = size * STEP * (days.length + 1) * (days.length + 1);
  const nearest = high + low;
  return high + (low - off) === nearest && high + (low + off) === nearest
    ? nearest
    : exactAgingDays(sums, from, days);
};

/** `dividend − quotient × divisor`, exactly. */
function remainder(dividend: number, quotient: number, divisor: number): number {
  const product = quotient * divisor;
  const wide = SPLITTER * quotient;
  const quotientHigh = wide - (wide - quotient);
  const quotientLow = quotient - quotientHigh;
  const broad = SPLITTER * divisor;
  const divisorHigh = broad - (broad - divisor);
  const divisorLow = divisor - divisorHigh;
  const first = quotientHigh * divisorHigh - product;
  const middle = first + quotientHigh * divisorLow + quotientLow * divisorHigh;
  return dividend - product - (middle + quotientLow * divisorLow);
}

function exactAgingDays(sums: Float64Array, from: number, days: Float64Array): number {
  let numerator = 0n;
  let denominator = 1n;
  for (let month = 0; month < days.length; month += 1) {
    const open = sums[from + month * 2 + 1]!;
    if (open === 0) continue;
    const sold = BigInt(sums[from + month * 2]!);
    numerator = numerator * sold + BigInt(open) * BigInt(days[month]!) * denominator;
    denominator *= sold;
  }
  return nearestDouble(numerator, denominator);
}
