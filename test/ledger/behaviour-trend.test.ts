/** The behaviour of all customers at many month ends against that of each month end by itself. */
import { describe, expect, test } from "vitest";

import { ledgerFromItems, paymentBehaviour, paymentBehaviourTrend } from "trade-credit";
import type { Column, Ledger, LedgerItem, PaymentBehaviour } from "trade-credit";

import { randomAsOf } from "../oracle/arbitraries.ts";
import type { RandomLedger } from "../oracle/arbitraries.ts";
import { dayNumber, isoText, monthOf, monthStart } from "../oracle/calendar.ts";
import { expectOften } from "../support/often.ts";
import { copies, LEDGERS, onRandomLedgers, widened } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;
const SOME = Math.min(LEDGERS, 400);

/** Month ends with gaps, the last of them about a random day. */
function someMonthEnds(seed: number, random: RandomLedger): string[] {
  const last = monthOf(dayNumber(randomAsOf(seed, random))) + 2;
  const [ends, gap] = [1 + (seed % 7), 1 + (seed % 3)];
  const back = Array.from({ length: ends }, (_, place) => place * gap + ((place * seed) % 2));
  const months = [...new Set(back)].sort((a, b) => b - a).map((each) => last - each);
  return months.map((month) => isoText(monthStart(month + 1) - 1));
}

/** A trend and what it was asked; undefined where the ledger's snapshots hide its beginning. */
function trendOf(ledger: Ledger, monthEnds: readonly string[], months: number) {
  try {
    return paymentBehaviourTrend(ledger, { monthEnds, months });
  } catch (error) {
    expect((error as { code: string }).code).toBe("history_too_short");
    const first = () => paymentBehaviour(ledger, { asOf: monthEnds[0] as string, months });
    expect(first).toThrow(/snapshots/);
    return undefined;
  }
}

/** What the columns say of a customer that has no document yet. */
const NOTHING_YET = new Set([
  "sales",
  "highestBalance",
  "balance",
  "overdue",
  "oldestDaysPastDue",
  "writtenOff",
]);

/** Compares every cell of the columns with the columns of each month end; answers how many. */
function compareColumns(
  ledger: Ledger,
  monthEnds: readonly string[],
  months: number,
  names?: readonly string[],
): number {
  const trend = trendOf(ledger, monthEnds, months);
  if (!trend) return 0;
  const columns = trend.columns(names) ?? {};
  const behaviours = monthEnds.map((asOf) => paymentBehaviour(ledger, { asOf, months }));
  const parties = behaviours.at(-1)?.map(({ party }) => party) ?? [];
  expect(trend.length).toBe(parties.length * monthEnds.length);
  behaviours.forEach((behaviour, end) => {
    const own = behaviour.columns(names) ?? {};
    const placeOf = new Map(behaviour.map(({ party }, place) => [party, place] as const));
    expect(Object.keys(columns)).toEqual(Object.keys(own));
    for (const [name, column] of Object.entries(columns)) {
      expect(column.unit).toBe(own[name]?.unit);
      const found = parties.map((_, customer) => cellOf(column, end * parties.length + customer));
      const expected = parties.map((party) => {
        const place = placeOf.get(party);
        if (place !== undefined) return cellOf(own[name] as Column, place);
        return NOTHING_YET.has(name) ? [0, 1, null] : [0, 0, "not_defined"];
      });
      expect([name, end, found]).toEqual([name, end, expected]);
    }
  });
  return parties.length;
}

function cellOf({ values, valid, reasons }: Column, cell: number) {
  return [values[cell], valid[cell], reasons?.[cell] ?? null];
}

test(
  "columns are those of paymentBehaviour, month end by month end",
  () => {
    let compared = 0;
    onRandomLedgers(({ seed, random, ours }) => {
      compared += compareColumns(ours, someMonthEnds(seed, random), 1 + (seed % 14));
    });
    expectOften(compared, LEDGERS, 0.5);
  },
  TIMEOUT,
);

test(
  "columns of amounts past 2^53 are those of paymentBehaviour, too",
  () => {
    onRandomLedgers(({ seed, random }) => {
      const wide = ledgerFromItems(widened(random), random.options);
      compareColumns(wide, someMonthEnds(seed, random), 1 + (seed % 14));
    }, SOME / 2);
  },
  TIMEOUT,
);

test("columns of hundreds of customers are those of paymentBehaviour", () => {
  onRandomLedgers(({ seed, random }) => {
    const many = ledgerFromItems(copies(random.items, 70), random.options);
    compareColumns(many, someMonthEnds(seed, random), 1 + (seed % 25));
  }, SOME / 20);
});

test("one measure asked alone is what it is among all of them", () => {
  onRandomLedgers(({ seed, random, ours }) => {
    const monthEnds = someMonthEnds(seed, random);
    const trend = trendOf(ours, monthEnds, 1 + (seed % 14));
    const all = trend?.columns() ?? {};
    for (const [name, column] of Object.entries(all)) {
      expect(trend?.columns([name])).toEqual({ [name]: column });
    }
  }, SOME / 4);
});

test(
  "rows are those of paymentBehaviour, month end by month end and in ledger order",
  () => {
    let compared = 0;
    onRandomLedgers(({ seed, random, ours }) => {
      const months = 1 + (seed % 14);
      const monthEnds = someMonthEnds(seed, random);
      const trend = trendOf(ours, monthEnds, months);
      if (!trend) return;
      const behaviours = monthEnds.map((asOf) => paymentBehaviour(ours, { asOf, months }));
      const parties = behaviours.at(-1)?.map(({ party }) => party) ?? [];
      trend.toArray().forEach(({ asOf, ...row }, index) => {
        const end = Math.floor(index / parties.length);
        expect(row.party).toBe(parties[index % parties.length]);
        expect(asOf).toBe(monthEnds[end]);
        const own = behaviours[end]?.toArray().find(({ party }) => party === row.party);
        if (own) expect(JSON.stringify(row)).toBe(JSON.stringify(own));
        else expectNothing(row, monthEnds[end] as string);
        compared += own ? 1 : 0;
      });
    }, SOME);
    expectOften(compared, SOME, 0.5);
  },
  TIMEOUT,
);

/** Of a customer without a document yet there are zeros and absent ratios. */
function expectNothing(row: PaymentBehaviour, asOf: string): void {
  expect(row.lastSaleOn).toBeNull();
  expect(row.lastReceiptOn).toBeNull();
  expect(row.highestBalanceOn <= asOf).toBe(true);
  for (const name of ["sales", "highestBalance", "balance", "overdue", "writtenOff"] as const) {
    expect(row[name].value.toFixed()).toBe("0");
  }
  expect(row.oldestDaysPastDue.value.toFixed()).toBe("0");
  for (const name of ["monthsOfTrading", "salesTrend", "meanDaysLate", "dilution"] as const) {
    expect(row[name].value).toBeNull();
  }
}

// Reversed payments, installments, a credit note used by another customer, an application dated
// before its document, a discount in another month than the rest, a customer that comes late.
const hard: readonly LedgerItem[] = [
  {
    id: "1",
    party: "Ahorn",
    documentDate: "2026-01-10",
    terms: "net 30", // due 02-09
    amount: 300,
    applications: [
      { date: "2026-02-20", amount: 200, kind: "payment" }, // 11 days late
      { date: "2026-03-15", amount: -150, kind: "payment" }, // 50 of it stand from now on
      { date: "2026-04-20", amount: 250, kind: "payment" }, // 70 days late
    ],
  },
  {
    id: "2",
    party: "Birke",
    documentDate: "2026-02-01",
    installments: [
      { dueDate: "2026-02-28", amount: 100 },
      { dueDate: "2026-04-30", amount: 100 },
    ],
    amount: 200,
    applications: [
      { date: "2026-03-10", amount: 150, kind: "payment" }, // 10 days late, 51 early
      { date: "2026-04-10", amount: 30, kind: "credit-note", source: "3", crossParty: true },
    ],
  },
  { id: "3", party: "Ahorn", kind: "credit-note", documentDate: "2026-03-20", amount: 40 },
  {
    id: "4",
    party: "Cedar",
    documentDate: "2026-04-12",
    terms: "net 10", // due 04-22
    amount: 500,
    applications: [
      { date: "2026-03-01", amount: 100, kind: "payment" }, // counts from 04-12: 10 days early
      { date: "2026-04-30", amount: 20, kind: "discount" },
      { date: "2026-05-02", amount: 380, kind: "payment" }, // 10 days late
    ],
  },
];

describe("hard cases by hand", () => {
  const ledger = ledgerFromItems(hard, { currency: "EUR" });
  const monthEnds = ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
  const trend = paymentBehaviourTrend(ledger, { monthEnds, months: 2 });
  /** Ahorn's at each month end, then Birke's, then Cedar's. */
  const values = (name: string) => {
    const { values: rows } = trend.columns([name])?.[name] as Column;
    return [0, 1, 2].flatMap((party) => monthEnds.map((_, end) => rows[end * 3 + party] as number));
  };

  test("a reversed payment counts as it stood at each month end", () => {
    // Ahorn: 200 in full, then 50 of it, then 50 at 11 days and 250 at 70. Of May's window only
    // the April payment is left.
    expect(values("meanDaysLate").slice(0, 4)).toEqual([11, 11, 70, 70]);
    expect(values("worstDaysLate").slice(0, 4)).toEqual([11, 11, 70, 70]);
  });

  test("a payment that fills two installments counts for both", () => {
    // Birke: 10 late and 51 early in the windows of March and April.
    expect(values("meanDaysLate").slice(4, 8)).toEqual([0, -20.5, -20.5, 0]);
    expect(values("onTimeShareByAmount").slice(4, 8)).toEqual([0, 1 / 3, 1 / 3, 0]);
  });

  test("balances stand as they were, also where a note of another customer is used", () => {
    // Ahorn: 300 − 200; + 150 − 40 of the note; − 250 + 30, of which Birke's document takes 30.
    expect(values("balance").slice(0, 4)).toEqual([10000, 21000, -1000, -1000]);
    // Birke: 200; 150 paid; the note takes 30.
    expect(values("balance").slice(4, 8)).toEqual([20000, 5000, 2000, 2000]);
    // In windows of two months; Birke's 200 stand until 9 March, its 50 until 9 April. Cedar's are
    // 400 at the end of 12 April, since what came before counts from then.
    expect(values("highestBalance").slice(4)).toEqual([
      20000, 20000, 20000, 5000, 0, 0, 40000, 40000,
    ]);
    expect(values("overdue").slice(4)).toEqual([0, 0, 0, 2000, 0, 0, 38000, 0]);
    expect(values("oldestDaysPastDue").slice(4)).toEqual([0, 0, 0, 31, 0, 0, 8, 0]);
  });

  test("a discount counts for what was settled in the same window", () => {
    // Cedar: all of 120 in Mar–Apr; all of 500 in Apr–May.
    expect(values("discountTakeUp").slice(8)).toEqual([0, 0, 1, 1]);
    expect(values("sales").slice(8)).toEqual([0, 0, 50000, 50000]);
    expect(values("monthsOfTrading").slice(8)).toEqual([0, 0, 0, 1]);
  });

  test("every column is that of paymentBehaviour", () => {
    for (let months = 1; months <= 5; months += 1) compareColumns(ledger, monthEnds, months);
  });
});

test("month ends may be centuries apart", () => {
  const ledger = ledgerFromItems(hard, { currency: "EUR" });
  compareColumns(ledger, ["1930-04-30", "2026-03-31", "2026-04-30", "2400-12-31"], 24);
  // So far apart that no pass serves all of them.
  compareColumns(ledger, ["2026-03-31", "2026-04-30", "4000-01-31"], 2);
});

test("month ends are last days of months, one after the other", () => {
  const ledger = ledgerFromItems(hard, { currency: "EUR" });
  const ask = (...monthEnds: string[]) => paymentBehaviourTrend(ledger, { monthEnds, months: 2 });
  expect(() => ask("2026-02-27")).toThrow(/monthEnds\[0\] must be the last day of a month/);
  expect(() => ask("2026-03-31", "2026-02-28")).toThrow(
    /monthEnds\[1\] must be after the one before/,
  );
  expect(() => ask("1900-01-31")).toThrow(/months must begin in 1900 or later/);
});
