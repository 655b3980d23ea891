/** Payment behaviour against a slow, independent computation from the documents themselves. */
import Fraction from "fraction.js";
import { expect, test } from "vitest";

import { isAbsent, isFigure, ledgerFromItems, paymentBehaviour } from "trade-credit";
import type { LedgerItem, PaymentBehaviour } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber, isoText, monthOf, monthStart } from "../oracle/calendar.ts";
import type { OracleLedger } from "../oracle/ledger.ts";
import { exactOrReason, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { copies, LEDGERS, onRandomLedgers, widened } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;
const SOME = Math.min(LEDGERS, 400);

/** The rows of a random window, or undefined where the ledger's snapshots hide its beginning. */
function rowsOf(ours: Parameters<typeof paymentBehaviour>[0], asOf: string, months: number) {
  try {
    return paymentBehaviour(ours, { asOf, months });
  } catch (error) {
    expect((error as { code: string }).code).toBe("history_too_short");
    return undefined;
  }
}

/** First days of the window and of its halves, by the calendar alone. */
function windowOf(asOf: string, months: number) {
  const last = monthOf(dayNumber(asOf));
  const half = Math.floor(months / 2);
  return {
    from: isoText(monthStart(last - months + 1)),
    earlier: isoText(monthStart(last - 2 * half + 1)),
    later: half === 0 ? undefined : isoText(monthStart(last - half + 1)),
  };
}

function late(oracle: OracleLedger, party: string, from: string, to: string): number[] {
  const pieces = oracle.payments(from, to, party);
  if (typeof pieces === "string") throw new Error(pieces);
  return pieces
    .map(({ date, dueDate }) => dayNumber(date) - dayNumber(dueDate))
    .sort((a, b) => a - b);
}

function meanText(days: readonly number[]): string {
  if (days.length === 0) return "not_defined";
  return new Fraction(
    days.reduce((a, b) => a + b, 0),
    days.length,
  ).toFraction();
}

function medianText(days: readonly number[]): string {
  if (days.length === 0) return "not_defined";
  const { length } = days;
  const [low, high] = [days[(length - 1) >> 1] as number, days[length >> 1] as number];
  return new Fraction(low + high, 2).toFraction();
}

test(
  "punctuality is that of the payments, one by one, by means and medians of an oracle",
  () => {
    let compared = 0;
    onRandomLedgers(({ seed, random, ours, oracle }) => {
      const asOf = randomAsOf(seed, random);
      const months = 1 + (seed % 13);
      const rows = rowsOf(ours, asOf, months);
      if (!rows) return;
      const { from, earlier, later } = windowOf(asOf, months);
      for (const row of rows) {
        const days = late(oracle, row.party, from, asOf);
        const onTime = days.filter((each) => each <= 0).length;
        const share = days.length === 0 ? "not_defined" : new Fraction(onTime, days.length);
        expect(exactOrReason(row.onTimeShareByCount)).toBe(
          typeof share === "string" ? share : share.toFraction(),
        );
        expect(exactOrReason(row.meanDaysLate)).toBe(meanText(days));
        expect(exactOrReason(row.medianDaysLate)).toBe(medianText(days));
        expect(exactOrReason(row.worstDaysLate)).toBe(
          days.length === 0 ? "not_defined" : String(days[days.length - 1]),
        );
        const before = later ? late(oracle, row.party, earlier, dayBefore(later)) : [];
        const after = later ? late(oracle, row.party, later, asOf) : [];
        // The earlier half is asked of the payments that stand at its own end in the oracle; a
        // reversal in the later half makes a difference, and such parties are left to `verify`.
        const whole = before.length + after.length;
        const inHalves = later ? late(oracle, row.party, earlier, asOf).length : 0;
        if (whole === inHalves && before.length > 0 && after.length > 0) {
          const trend = new Fraction(meanText(after)).sub(meanText(before));
          expect(exactOrReason(row.daysLateTrend)).toBe(trend.toFraction());
        }
        compared += days.length > 0 ? 1 : 0;
      }
    });
    expectOften(compared, LEDGERS, 0.1);
  },
  TIMEOUT,
);

const dayBefore = (date: string) => isoText(dayNumber(date) - 1);

test(
  "balances, highest balances and sales are those of the oracle, day by day",
  () => {
    onRandomLedgers(({ seed, random, ours, oracle }) => {
      const asOf = randomAsOf(seed, random);
      const months = 1 + (seed % 4);
      const rows = rowsOf(ours, asOf, months);
      if (!rows) return;
      const { from } = windowOf(asOf, months);
      const { minorUnits } = random.options;
      for (const row of rows.slice(0, 3)) {
        let highest: { amount: bigint; on: string } | undefined;
        for (let day = dayNumber(from); day <= dayNumber(asOf); day += 1) {
          const amount = oracle.balance(isoText(day), { party: row.party });
          if (typeof amount === "string") return;
          if (!highest || amount > highest.amount) highest = { amount, on: isoText(day) };
        }
        expect(minorOf(row.highestBalance, minorUnits)).toBe(highest?.amount);
        expect(row.highestBalanceOn).toBe(highest?.on);
        expect(minorOf(row.balance, minorUnits)).toBe(oracle.balance(asOf, { party: row.party }));
        const sales = oracle.sales(dayNumber(from), dayNumber(asOf), "of-credit-notes", {
          party: row.party,
        });
        expect(minorOf(row.sales, minorUnits)).toBe(sales);
      }
    }, SOME);
  },
  TIMEOUT,
);

test(
  "every figure of every row verifies, item by item",
  () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const rows = rowsOf(ours, randomAsOf(seed, random), 1 + (seed % 9));
      for (const { party, ...row } of rows ?? []) {
        const { failures } = verify({ ...row }, { ledger: ours });
        expect([party, failures]).toEqual([party, []]);
      }
    }, SOME / 2);
  },
  TIMEOUT,
);

test(
  "columns hold what the rows hold, on doubles and on bigints",
  () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const wide = seed % 4 === 0 ? ledgerFromItems(widened(random), random.options) : ours;
      const rows = rowsOf(wide, asOf, 1 + (seed % 9));
      const columns = rows?.columns() ?? {};
      const { minorUnits } = random.options;
      rows?.toArray().forEach((row, index) => {
        const figures = Object.entries(row).filter(([, cell]) => isFigure(cell) || isAbsent(cell));
        expect(Object.keys(columns)).toEqual(figures.map(([name]) => name));
        for (const [name, cell] of figures as [string, PaymentBehaviour["salesTrend"]][]) {
          const column = columns[name];
          expect(column?.unit).toBe(cell.unit);
          expect(column?.valid[index]).toBe(cell.value === null ? 0 : 1);
          if (cell.value === null) expect(column?.reasons?.[index]).toBe(cell.reason.code);
          const scale = cell.unit === "money" ? 10 ** minorUnits : 1;
          const value = cell.value === null ? 0 : cell.value.times(scale).toNumber();
          expect(column?.values[index]).toBe(value);
        }
      });
    }, SOME);
  },
  TIMEOUT,
);

test(
  "amounts past 2^53 give the same behaviour, times the same factor",
  () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const rows = rowsOf(ours, asOf, 6);
      if (!rows) return;
      const wide = ledgerFromItems(widened(random), random.options);
      const large = paymentBehaviour(wide, { asOf, months: 6 });
      rows.toArray().forEach((row, index) => {
        const other = large.at(index) as PaymentBehaviour;
        expect(other.sales.value.toFixed()).toBe(row.sales.value.times(1e14).toFixed());
        expect(other.highestBalance.value.toFixed()).toBe(
          row.highestBalance.value.times(1e14).toFixed(),
        );
        expect(other.highestBalanceOn).toBe(row.highestBalanceOn);
        for (const name of ["onTimeShareByAmount", "salesTrend", "dilution"] as const) {
          expect(exactOrReason(other[name])).toBe(exactOrReason(row[name]));
        }
      });
    }, SOME / 2);
  },
  TIMEOUT,
);

test("a party's behaviour is the same however many others there are", () => {
  let compared = 0;
  onRandomLedgers(({ seed, random, ours }) => {
    const asOf = randomAsOf(seed, random);
    const alone = rowsOf(ours, asOf, 1 + (seed % 25));
    if (!alone) return;
    const many = ledgerFromItems(copies(random.items, 70), random.options);
    const names = Object.keys(alone.columns() ?? {});
    const own = alone.columns(names) ?? {};
    const all = paymentBehaviour(many, { asOf, months: 1 + (seed % 25) }).columns(names) ?? {};
    for (const name of names) {
      const values = own[name]?.values ?? new Float64Array();
      const repeated = Array.from({ length: 70 }, () => Array.from(values)).flat();
      expect([name, Array.from(all[name]?.values ?? [])]).toEqual([name, repeated]);
      compared += values.length;
    }
  }, SOME / 20);
  expectOften(compared, SOME / 20, 0.5);
});

const example: readonly LedgerItem[] = [
  {
    id: "1",
    party: "Ahorn",
    documentDate: "2026-01-05",
    terms: "net 30", // due 02-04, paid 02-01: 3 days early
    amount: 1000,
    applications: [
      { date: "2026-02-01", amount: 980, kind: "payment" },
      { date: "2026-02-01", amount: 20, kind: "discount" },
    ],
  },
  {
    id: "2",
    party: "Ahorn",
    documentDate: "2026-02-10",
    terms: "net 30", // due 03-12, paid in two parts: 8 and 39 days late
    amount: 500,
    applications: [
      { date: "2026-03-20", amount: 200, kind: "payment" },
      { date: "2026-04-20", amount: 300, kind: "payment" },
    ],
  },
  {
    id: "3",
    party: "Ahorn",
    documentDate: "2026-04-15",
    terms: "net 30", // due 05-15: 46 days past due at the end of June
    amount: 800,
    disputes: [{ from: "2026-06-01", amount: 200 }],
    applications: [{ date: "2026-05-31", amount: 100, kind: "write-off" }],
  },
  { id: "4", party: "Ahorn", kind: "credit-note", documentDate: "2026-06-03", amount: 50 },
];

test("the example of the guide, by hand", () => {
  const ledger = ledgerFromItems(example, { currency: "EUR" });
  const [row] = paymentBehaviour(ledger, { asOf: "2026-06-30", months: 6 });
  const text = Object.fromEntries(
    Object.entries(row ?? {}).map(([name, cell]: [string, unknown]) => [
      name,
      isFigure(cell) ? cell.value.toFixed(4) : cell,
    ]),
  );
  expect(text).toEqual({
    party: "Ahorn",
    monthsOfTrading: "5.0000", // 5 January to 5 June
    sales: "2250.0000", // 1000 + 500 + 800 − 50
    salesTrend: "-0.5055", // (750 ÷ 91) ÷ (1500 ÷ 90) − 1
    highestBalance: "1100.0000", // 15 April: 300 of the second and 800
    highestBalanceOn: "2026-04-15",
    balance: "650.0000", // 700 − 50
    overdue: "700.0000",
    oldestDaysPastDue: "46.0000",
    onTimeShareByCount: "0.3333", // 1 of 3
    onTimeShareByAmount: "0.6622", // 980 ÷ 1480
    meanDaysLate: "14.6667", // (−3 + 8 + 39) ÷ 3
    medianDaysLate: "8.0000",
    worstDaysLate: "39.0000",
    daysLateTrend: "36.5000", // 39 − (−3 + 8) ÷ 2
    disputedShare: "0.2857", // 200 ÷ 700
    dilution: "0.0304", // (50 + 20) ÷ 2300
    discountTakeUp: "0.6667", // 1000 ÷ 1500
    writtenOff: "100.0000",
    lastSaleOn: "2026-04-15",
    lastReceiptOn: "2026-04-20",
  });
});

test("a party that never paid, or never bought, has no punctuality and no trend", () => {
  const ledger = ledgerFromItems(
    [
      { id: "1", party: "new", documentDate: "2026-06-20", terms: "net 30", amount: 100 },
      { id: "2", party: "prepaid", kind: "payment", documentDate: "2026-06-21", amount: 40 },
    ],
    { currency: "EUR" },
  );
  const [bought, prepaid] = paymentBehaviour(ledger, { asOf: "2026-06-30", months: 1 });
  expect(bought?.meanDaysLate.value).toBeNull();
  expect(bought?.salesTrend.value).toBeNull();
  expect(bought?.oldestDaysPastDue.value.toFixed()).toBe("0");
  expect(bought?.lastReceiptOn).toBeNull();
  expect(prepaid?.monthsOfTrading.value).toBeNull();
  expect(prepaid?.highestBalance.value.toFixed()).toBe("0"); // before the payment of the 21st
  expect(prepaid?.lastReceiptOn).toBe("2026-06-21");
});
