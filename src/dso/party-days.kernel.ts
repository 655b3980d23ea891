/**
 * @module dso/party-days.kernel
 *
 * The methods of DSO for one party after the other, on whole numbers: each answer is the double
 * nearest to the exact one. A quotient of two safe integers is that by itself; a sum of quotients
 * is carried in two doubles with a bound of what they may be off, and where the bound does not
 * settle the last bit, an exact quotient of bigints does.
 */
import { nearestDouble } from "../ground/figure-columns.ts";

/** Months of one party: sales and what is open, side by side, from `from` on, newest last. */
export interface PartySums {
  readonly sums: Float64Array;
  readonly from: number;
  /** Days of each month. */
  readonly days: Float64Array;
}

/** What a party owes, and what it was sold, in all. */
export interface PartyTotals {
  readonly receivables: number;
  readonly sales: number;
}

/**
 * The totals of an ordinary party: sales of no month below 0 and none of 0 with something open,
 * receivables not below 0 and within the sales. Undefined for any other: the formulas decide.
 */
export function ordinaryTotals({ sums, from, days }: PartySums): PartyTotals | undefined {
  let sales = 0;
  let outstanding = 0;
  let end = from;
  for (let month = 0; month < days.length; month += 1, end += 2) {
    const sold = sums[end]!;
    const open = sums[end + 1]!;
    if (sold < 0 || (sold === 0 && open !== 0)) return undefined;
    sales += sold;
    outstanding += open;
  }
  const receivables = outstanding + sums[end + 1]!;
  const isWithin = receivables >= 0 && receivables <= sales && outstanding >= 0;
  return isWithin && sales > 0 ? { receivables, sales } : undefined;
}

/** Receivables over all sales, times all days. */
export function averageDays({ days }: PartySums, { receivables, sales }: PartyTotals): number {
  let all = 0;
  for (let month = 0; month < days.length; month += 1) all += days[month]!;
  return quotient(receivables, all, 0, sales);
}

/** Whole months back while they last, then the part of one. */
export function countbackDays({ sums, from, days }: PartySums, { receivables }: PartyTotals) {
  let rest = receivables;
  let whole = 0;
  for (let month = days.length - 1; rest > 0; month -= 1) {
    const sold = sums[from + month * 2]!;
    if (rest < sold) return quotient(rest, days[month]!, whole, sold);
    whole += days[month]!;
    rest -= sold;
  }
  return whole;
}

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
export function agingDays(party: PartySums): number {
  const { sums, from, days } = party;
  let high = 0;
  let low = 0;
  let size = 0;
  for (let month = 0; month < days.length; month += 1) {
    const open = sums[from + month * 2 + 1]!;
    if (open === 0) continue;
    const sold = sums[from + month * 2]!;
    const weighted = open * days[month]!;
    if (weighted > Number.MAX_SAFE_INTEGER || weighted < -Number.MAX_SAFE_INTEGER) {
      return exactAgingDays(party);
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
    : exactAgingDays(party);
}

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

function exactAgingDays({ sums, from, days }: PartySums): number {
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
