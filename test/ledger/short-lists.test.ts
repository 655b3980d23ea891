/**
 * What is open and what was paid, as short lists: against the slow road item by item, and on
 * amounts that doubles cannot add.
 */
import { describe, expect, it } from "vitest";

import {
  badDebtByRule,
  cashForecast,
  collectionPlan,
  daysBeyondTerms,
  dsoTrue,
  dunningSchedule,
  ledgerFromItems,
  receipts,
  weightedDaysToPay,
} from "trade-credit";
import type { Ledger } from "trade-credit";

import { amountAt } from "../../src/ledger/columns.ts";
import { eachOpenUnit } from "../../src/ledger/item-by-item.ts";
import { insideOf } from "../../src/ledger/ledger.ts";
import { distinctOf, sumByPlace } from "../../src/ledger/lists.kernel.ts";
import { openOfDays, openUnits } from "../../src/ledger/open-units.ts";
import { paymentsOf } from "../../src/ledger/payment-list.ts";
import { eachPayment } from "../../src/ledger/payments.ts";
import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber } from "../oracle/calendar.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";

const LEDGERS = 200;

describe("the list of what is open", () => {
  it("is what is open item by item, of all and of one party", () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const data = insideOf("test", ours);
      const { journal, units } = data;
      const asOf = dayNumber(randomAsOf(seed, random));
      for (const test of [undefined, (item: number) => journal.party.codes[item] === 0]) {
        const list = openUnits(data, asOf, test);
        const listed = Array.from(list.unit, (unit, at) => {
          const item = units.item?.[unit] ?? unit;
          return [item, units.dueDate[unit], amountAt(list.open, at)];
        });
        const slow: unknown[] = [];
        let total = 0n;
        eachOpenUnit(journal, asOf, test, ({ item, dueDate, open, credit }) => {
          slow.push([item, dueDate, open]);
          total += credit ? -open : open;
        });
        expect(listed).toEqual(slow);
        for (const by of ["dueDate", "documentDate"] as const) {
          const days = openOfDays(data, list, by);
          expect(days.reduce((sum, each) => sum + each.charges - each.credits, 0n)).toBe(total);
          expect(days.reduce((sum, each) => sum + each.count + each.creditCount, 0)).toBe(
            slow.length,
          );
        }
      }
    }, LEDGERS);
  });
});

describe("the list of payments", () => {
  it("has the payments that stand, piece by piece", () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const data = insideOf("test", ours);
      const { journal } = data;
      const to = dayNumber(randomAsOf(seed, random));
      for (const from of [to - 60, to - 400]) {
        for (const test of [undefined, (item: number) => journal.party.codes[item] === 0]) {
          const list = paymentsOf(data, { from, to }, test);
          const listed = Array.from(list.item, (item, at) =>
            [
              ...[list.date[at], journal.documentDate[item], list.dueDate[at]],
              amountAt(list.amount, at),
            ].join(" "),
          );
          const slow: string[] = [];
          eachPayment(journal, from, to, test, ({ date, documentDate, dueDate, amount }) => {
            slow.push([date, documentDate, dueDate, amount].join(" "));
          });
          expect(listed.sort()).toEqual(slow.sort());
        }
      }
    }, LEDGERS);
  });
});

/** Each amount still a double and only their sums not; and amounts that are none themselves. */
describe.each([10_000_000_000_000n, 90_071_992_547_409n])("amounts times %d", (factor) => {
  const ledgerOf = (size: bigint): Ledger => {
    const money = (amount: bigint) => String(amount * size);
    const paid = (date: string, amount: bigint) => ({
      ...{ date, amount: money(amount), kind: "payment" as const },
    });
    const item = (id: string, party: string, documentDate: string, dueDate: string) => ({
      ...{ id, party, documentDate, dueDate, amount: money(700n) },
    });
    return ledgerFromItems(
      [
        {
          ...item("1", "A", "2026-01-10", "2026-02-09"),
          applications: [paid("2026-02-20", 300n), paid("2026-03-01", -100n)],
        },
        {
          ...item("2", "A", "2026-01-20", "2026-02-19"),
          disputes: [{ from: "2026-03-01", amount: money(50n), reason: "price" }],
          applications: [paid("2026-03-11", 211n)],
        },
        {
          ...{ id: "3", party: "B", documentDate: "2026-03-05", amount: money(700n) },
          installments: [
            { dueDate: "2026-03-20", amount: money(400n) },
            { dueDate: "2026-05-20", amount: money(300n) },
          ],
          applications: [paid("2026-03-25", 500n)],
        },
        { ...item("4", "C", "2026-03-06", "2026-04-05") },
        {
          ...{ id: "5", party: "C", kind: "payment", documentDate: "2026-03-07" },
          amount: money(90n),
        },
      ],
      { currency: "JPY" },
    );
  };

  const days = (ledger: Ledger) => [
    weightedDaysToPay(ledger, { from: "2026-01-01", to: "2026-03-31" }),
    daysBeyondTerms(ledger, { variant: "paid-signed", from: "2026-01-01", to: "2026-03-31" }),
    daysBeyondTerms(ledger, { variant: "paid-late-only", from: "2026-01-01", to: "2026-03-31" }),
    daysBeyondTerms(ledger, { variant: "open-over-all", asOf: "2026-03-31" }),
    daysBeyondTerms(ledger, { variant: "open-over-past-due", asOf: "2026-03-31" }),
    dsoTrue(ledger, { asOf: "2026-03-31" }),
    badDebtByRule(ledger, { asOf: "2026-03-31", after: { days: 40 } }).rate,
  ];

  const money = (ledger: Ledger) => {
    const plan = collectionPlan(ledger, { asOf: "2026-03-31", by: "month", periods: 2 });
    const asked = { method: "days-late", asOf: "2026-03-31", by: "week", periods: 9 } as const;
    const cash = cashForecast(ledger, asked);
    const came = receipts(ledger, { from: "2026-01-01", to: "2026-03-31", by: "month" });
    const ladder = [{ stage: "first", fromDay: 1 }];
    const dunned = dunningSchedule(ledger, { asOf: "2026-03-31", ladder });
    return [
      ...[plan.overdue, plan.later, plan.total, plan.disputed, plan.credits, cash.later],
      ...[...plan.periods, ...cash.periods, ...came].map(({ amount }) => amount),
      ...plan.parties.toArray().flatMap((row) => [row.overdue, row.total, row.credits]),
      ...cash.parties.toArray().flatMap((row) => row.periods.map(({ amount }) => amount)),
      ...dunned.toArray().map(({ amount }) => amount),
      badDebtByRule(ledger, { asOf: "2026-03-31", after: { days: 40 } }).amount,
    ];
  };

  it("give the days and shares of the same ledger in small amounts", () => {
    const [small, wide] = [days(ledgerOf(1n)), days(ledgerOf(factor))];
    expect(wide.map(({ value }) => String(value))).toEqual(small.map(({ value }) => String(value)));
  });

  it("give its amounts, times the factor, to the last digit", () => {
    const [small, wide] = [money(ledgerOf(1n)), money(ledgerOf(factor))];
    const times = small.map(({ value }) => String(BigInt(value.toFixed()) * factor));
    expect(wide.map(({ value }) => value.toFixed())).toEqual(times);
  });

  it("are added on bigints", () => {
    const data = insideOf("test", ledgerOf(factor));
    expect(openUnits(data, dayNumber("2026-03-31"), undefined).open).toBeInstanceOf(Array);
    const window = { from: dayNumber("2026-01-01"), to: dayNumber("2026-03-31") };
    expect(paymentsOf(data, window, undefined).amount).toBeInstanceOf(Array);
  });
});

describe("an empty ledger", () => {
  const empty = ledgerFromItems([], { currency: "EUR" });

  it("has nothing in any list, and plans and forecasts of 0", () => {
    const plan = collectionPlan(empty, { asOf: "2026-03-31", by: "month" });
    expect(plan.total.value.toNumber()).toBe(0);
    expect(plan.parties.length).toBe(0);
    const cash = cashForecast(empty, { method: "days-late", asOf: "2026-03-31", by: "month" });
    expect(cash.later.value.toNumber()).toBe(0);
    expect(dsoTrue(empty, { asOf: "2026-03-31" }).value.toNumber()).toBe(0);
    expect(badDebtByRule(empty, { asOf: "2026-03-31", after: { months: 3 } }).items.length).toBe(0);
  });
});

describe("sums by value", () => {
  it("need room for the values there are, not for those between", () => {
    const column = Int32Array.from([2_900_000, -25_000, 2_900_000, 0]);
    const { value, place } = distinctOf(column);
    expect([...value]).toEqual([-25_000, 0, 2_900_000]);
    expect([...place]).toEqual([2, 0, 2, 1]);
    const sum = sumByPlace(Float64Array.from([1, 2, 4, 8]), place, 3, (length) => {
      return new Float64Array(length);
    });
    expect([...sum]).toEqual([2, 8, 5]);
    expect(distinctOf(new Int32Array(0)).value.length).toBe(0);
  });
});
