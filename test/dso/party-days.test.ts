/**
 * Days in columns are the doubles nearest to the exact ones. Judged by exact cross products of
 * bigints alone: no double may lie nearer.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { PartyMethod, PartySums } from "../../src/dso/party-days.kernel.ts";
import {
  agingDays,
  averageDays,
  countbackDays,
  ordinaryTotals,
} from "../../src/dso/party-days.kernel.ts";

interface Month {
  readonly sales: number;
  readonly open: number;
  readonly days: number;
}

/** Months as the columns keep them, what is open of other dates last. */
function sumsOf(months: readonly Month[], older = 0): PartySums {
  const sums = Float64Array.from([...months.flatMap(({ sales, open }) => [sales, open]), 0, older]);
  return { sums, width: sums.length, days: Float64Array.from(months, ({ days }) => days) };
}

/** The days of one party. */
function daysOf(method: PartyMethod, { sums, days }: PartySums, receivables = 0, sales = 0) {
  return method(sums, 0, days, receivables, sales);
}

/** The totals of one party; undefined where the formulas decide. */
function totalsOf(party: PartySums) {
  const { receivables, sales } = ordinaryTotals(party, [0]);
  return sales[0] === 0 ? undefined : { receivables: receivables[0], sales: sales[0] };
}

/** A double as a fraction of bigints. */
function exactly(value: number): [bigint, bigint] {
  let denominator = 1n;
  let scaled = value;
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return [BigInt(scaled), denominator];
}

/** |value − numerator ÷ denominator| as a fraction. */
function distance(value: number, numerator: bigint, denominator: bigint): [bigint, bigint] {
  const [top, bottom] = exactly(value);
  const gap = top * denominator - numerator * bottom;
  return [gap < 0n ? -gap : gap, bottom * denominator];
}

function neighbours(value: number): number[] {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  const at = (offset: bigint) => {
    const moved = BigInt64Array.of((bits[0] as bigint) + offset);
    return new Float64Array(moved.buffer)[0] as number;
  };
  return value === 0 ? [Number.MIN_VALUE] : [at(1n), at(-1n)];
}

function expectNearest(found: number, numerator: bigint, denominator: bigint): void {
  const [own, ownScale] = distance(found, numerator, denominator);
  for (const other of neighbours(found)) {
    const [gap, scale] = distance(other, numerator, denominator);
    expect(own * scale <= gap * ownScale).toBe(true);
  }
}

function exactAging(months: readonly Month[]): [bigint, bigint] {
  let [numerator, denominator] = [0n, 1n];
  for (const { sales, open, days } of months) {
    if (sales === 0) continue;
    numerator = numerator * BigInt(sales) + BigInt(open) * BigInt(days) * denominator;
    denominator *= BigInt(sales);
  }
  return [numerator, denominator];
}

/** Sales of every size, some of powers of two: their quotients meet halfway between doubles. */
const month = fc
  .record({
    sales: fc.oneof(
      fc.integer({ min: 1, max: 2 ** 30 }),
      fc.maxSafeInteger().map(Math.abs),
      fc.integer({ min: 0, max: 50 }).map((power) => 2 ** power),
      fc.constant(3),
    ),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    days: fc.integer({ min: 28, max: 31 }),
  })
  .map(({ sales, share, days }): Month => {
    const sold = Math.max(1, Math.min(sales, 2 ** 47));
    return { sales: sold, open: Math.floor(sold * share), days };
  });

describe("days of an ordinary customer", () => {
  test("by the aging-bucket method are the nearest double, at ties as well", () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 24 }), (months) => {
        expectNearest(daysOf(agingDays, sumsOf(months)), ...exactAging(months));
      }),
    );
    // 1 + 2^-53 lies halfway between 1 and the next double: to even, so 1.
    const tie = [
      { sales: 28, open: 1, days: 28 },
      { sales: 2 ** 53, open: 1, days: 1 },
      { sales: 2 ** 53, open: 1, days: 1 },
    ];
    expect(daysOf(agingDays, sumsOf(tie.slice(0, 1)))).toBe(1);
    expect(daysOf(agingDays, sumsOf(tie.slice(0, 2)))).toBe(1);
    expect(daysOf(agingDays, sumsOf(tie))).toBe(1 + 2 ** -52);
    // 1 ÷ (2^53 − 1) is more than that: up.
    const above = { sales: 2 ** 53 - 1, open: 1, days: 1 };
    expect(daysOf(agingDays, sumsOf([tie[0] as Month, above]))).toBe(1 + 2 ** -52);
  });

  test("by countback and on average are the nearest double", () => {
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (months, share) => {
          const sold = months.reduce((sum, { sales }) => sum + sales, 0);
          const owed = Math.floor(sold * share);
          const party = sumsOf(
            months.map((each) => ({ ...each, open: 0 })),
            owed,
          );
          const totals = totalsOf(party);
          expect(totals).toEqual({ receivables: owed, sales: sold });
          const span = months.reduce((sum, { days }) => sum + days, 0);
          expectNearest(
            daysOf(averageDays, party, owed, sold),
            BigInt(owed) * BigInt(span),
            BigInt(sold),
          );
          expectNearest(
            daysOf(countbackDays, party, owed, sold),
            ...exactCountback(months, BigInt(owed)),
          );
        },
      ),
    );
  });

  test("are left to the formulas where a month sold less than nothing, or owes without sales", () => {
    const one = { sales: 100, open: 10, days: 30 };
    expect(totalsOf(sumsOf([one]))).toEqual({ receivables: 10, sales: 100 });
    expect(totalsOf(sumsOf([one, { sales: -1, open: 0, days: 30 }]))).toBeUndefined();
    expect(totalsOf(sumsOf([one, { sales: 0, open: 5, days: 30 }]))).toBeUndefined();
    expect(totalsOf(sumsOf([one], 91))).toBeUndefined();
    expect(totalsOf(sumsOf([one], -11))).toBeUndefined();
    expect(totalsOf(sumsOf([{ ...one, sales: 0, open: 0 }]))).toBeUndefined();
  });
});

function exactCountback(months: readonly Month[], owed: bigint): [bigint, bigint] {
  let rest = owed;
  let whole = 0n;
  for (const { sales, days } of [...months].reverse()) {
    if (rest < BigInt(sales)) return [whole * BigInt(sales) + rest * BigInt(days), BigInt(sales)];
    whole += BigInt(days);
    rest -= BigInt(sales);
    if (rest === 0n) break;
  }
  return [whole, 1n];
}
