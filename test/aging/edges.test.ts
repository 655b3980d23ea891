/** Classes of aging tables: edges in days, in calendar months and years, before the due date. */
import { describe, expect, it } from "vitest";

import {
  agedItems,
  agingSums,
  agingTable,
  EDGE_PRESETS,
  ledgerFromItems,
  partyStatement,
} from "trade-credit";
import type { AgedItemsInput, LedgerItem } from "trade-credit";
import { verify } from "trade-credit/explain";

import { dayNumber, formatDay } from "../../src/ground/days.ts";
import { bucketIndex, bucketsOf, dayTable, oldestDays } from "../../src/ledger/buckets.ts";
import { dayInMonth, dayOfMonth, monthOf } from "../oracle/calendar.ts";

const EUR = { currency: "EUR" };

/** Items of 1, 2, 4, … due on these days, so that any sum says which items are in it. */
const due = (...dates: readonly string[]): LedgerItem[] =>
  dates.map((dueDate, index) => ({
    id: String(index + 1),
    party: "Ahorn",
    documentDate: "2019-06-01",
    dueDate,
    amount: 2 ** index,
  }));

/** Class by class, label and sum. */
function classes(items: readonly LedgerItem[], input: AgedItemsInput): Record<string, number> {
  const ledger = ledgerFromItems(items, EUR);
  const table = agingTable(ledger, input);
  expect(table.identity.holds).toBe(true);
  expect(verify(table, { ledger }).failures).toEqual([]);
  // The open items are in the classes that the table has them in.
  for (const { label, amount } of table.total.buckets) {
    const rows = agedItems(ledger, { ...input, bucket: label }).toArray();
    const sum = rows.reduce((total, { open }) => total + open.value.toNumber(), 0);
    expect([label, sum]).toEqual([label, amount.value.toNumber()]);
  }
  return Object.fromEntries(
    table.total.buckets.map(({ label, amount }) => [label, amount.value.toNumber()]),
  );
}

const months = [{ months: 1 }, { months: 2 }, { months: 3 }];

describe("edges by the calendar", () => {
  it("count from the item's own due date: a month after the 31st is the end of the next", () => {
    const items = due("2026-01-31", "2026-01-28", "2026-01-27", "2025-12-31", "2026-02-28");
    const on = (asOf: string) => classes(items, { asOf, edges: months });
    // 28 February is a month after 28, 29, 30 and 31 January, and two after 31 December.
    expect(on("2026-02-28")).toEqual({
      "not due": 16,
      "0-1 months": 1 + 2,
      "1-2 months": 4 + 8,
      "2-3 months": 0,
      "over 3 months": 0,
    });
    // On 1 March the month is over, and two from 31 December are.
    expect(on("2026-03-01")).toEqual({
      "not due": 0,
      "0-1 months": 16,
      "1-2 months": 1 + 2 + 4,
      "2-3 months": 8,
      "over 3 months": 0,
    });
  });

  it("from 29 February: a year after is 28 February, four years after the 29th", () => {
    const items = due("2020-02-29");
    const on = (asOf: string) => classes(items, { asOf, edges: [{ years: 1 }, { years: 4 }] });
    expect(on("2021-02-28")).toEqual({
      "not due": 0,
      "0-1 years": 1,
      "1-4 years": 0,
      "over 4 years": 0,
    });
    expect(on("2021-03-01")["1-4 years"]).toBe(1);
    expect(on("2024-02-29")["1-4 years"]).toBe(1);
    expect(on("2024-03-01")["over 4 years"]).toBe(1);
  });

  it("take the due day with them where that is overdue, and the document date on its basis", () => {
    const items = due("2026-03-31", "2026-04-01");
    const asked = { asOf: "2026-03-31", edges: [{ months: 1 }] };
    expect(classes(items, { ...asked, dueDayIsOverdue: true })).toEqual({
      "not due": 2,
      "0-1 months": 1,
      "over 1 month": 0,
    });
    expect(classes(items, { ...asked, basis: "document-date" })).toEqual({
      "0-1 months": 0,
      "over 1 month": 3,
    });
    const years = [{ years: 6 }, { months: 84 }, { years: 8 }];
    expect(classes(items, { ...asked, basis: "document-date", edges: years })).toEqual({
      "0-6 years": 0,
      "6-7 years": 3,
      "7-8 years": 0,
      "over 8 years": 0,
    });
  });

  it("make the same table by day as counting months forward from every date", () => {
    const edges = { unit: "months", ends: [1, 2, 3, 6, 12, 13, 24, 48] } as const;
    const rule = { basis: "due-date", edges, dueDayIsOverdue: false } as const;
    const buckets = bucketsOf(rule);
    const [first, last] = [dayNumber(2019, 1, 1), dayNumber(2025, 6, 30)];
    for (let agedTo = dayNumber(2024, 1, 1); agedTo <= dayNumber(2025, 3, 31); agedTo += 1) {
      const { bucket } = dayTable(buckets, agedTo, first, last);
      const oldest = oldestDays(buckets, agedTo);
      for (let date = first; date <= last; date += 1) {
        const passed = edges.ends.filter(
          (end) => dayInMonth(monthOf(date) + end, dayOfMonth(date)) < agedTo,
        );
        const expected = date >= agedTo ? 0 : passed.length + 1;
        if (bucket[date - first] === expected && bucketIndex(oldest, date) === expected) continue;
        throw new Error(`${formatDay(date)} on ${formatDay(agedTo)}`);
      }
    }
  });

  it("are the classes of a statement's footer, too", () => {
    const ledger = ledgerFromItems(due("2026-01-31", "2025-12-31", "2026-04-30"), EUR);
    const asked = { edges: months, notDueEdges: [30] };
    const statement = { party: "Ahorn", from: "2026-02-01", to: "2026-02-28" };
    const { aging } = partyStatement(ledger, { ...statement, ...asked });
    const { total } = agingTable(ledger, { asOf: "2026-02-28", ...asked });
    const plain = ({ label, amount }: (typeof aging.buckets)[number]) => [label, amount.value];
    expect(aging.buckets.map(plain)).toEqual(
      total.buckets.map((row) => [row.label, row.amount.value]),
    );
    expect(verify(aging, { ledger }).failures).toEqual([]);
  });

  it("are named in months, or in years where both ends are whole years", () => {
    const edges = [{ months: 3 }, { months: 6 }, { years: 1 }, { months: 18 }, { years: 2 }];
    const { buckets } = agingSums(ledgerFromItems([], EUR), { asOf: "2026-03-31", edges });
    expect(buckets.map(({ label }) => label)).toEqual([
      "not due",
      "0-3 months",
      "3-6 months",
      "6-12 months",
      "12-18 months",
      "18-24 months",
      "over 2 years",
    ]);
    expect(buckets[2]).toEqual({ label: "3-6 months", from: 3, to: 6, unit: "months" });
  });
});

describe("edges before the due date", () => {
  it("split what is not due, and leave every age in one class", () => {
    const items = due("2026-05-01", "2026-04-30", "2026-04-11", "2026-04-10", "2026-03-31");
    const asked = { asOf: "2026-03-31", notDueEdges: [10, 30], edges: [30] };
    expect(classes(items, asked)).toEqual({
      "due in 31+": 1,
      "due in 11-30": 2 + 4,
      "due in 0-10": 8 + 16,
      "1-30": 0,
      "31+": 0,
    });
    expect(classes(items, { ...asked, dueDayIsOverdue: true })).toEqual({
      "due in 31+": 1,
      "due in 11-30": 2 + 4,
      "due in 1-10": 8,
      "0-30": 16,
      "31+": 0,
    });
    const { buckets } = agingTable(ledgerFromItems(items, EUR), asked);
    expect(buckets.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([
      [null, -31],
      [-30, -11],
      [-10, 0],
    ]);
  });

  it("can make a class of what is due on the day itself", () => {
    const items = due("2026-04-01", "2026-03-31", "2026-03-30");
    expect(classes(items, { asOf: "2026-03-31", notDueEdges: [0], edges: [] })).toEqual({
      "due in 1+": 1,
      "due in 0": 2,
      "1+": 4,
    });
  });

  it("leave the policy `current` its class: the last that is not overdue", () => {
    const items: LedgerItem[] = [
      ...due("2026-04-20", "2026-04-05"),
      { id: "P", party: "Ahorn", kind: "payment", documentDate: "2026-03-01", amount: 10 },
    ];
    const asked = { asOf: "2026-03-31", notDueEdges: [10], edges: [30] };
    const ledger = ledgerFromItems(items, EUR);
    const { total } = agingTable(ledger, { ...asked, credits: "current" });
    expect(total.buckets.map(({ amount }) => amount.value.toNumber())).toEqual([1, 2 - 10, 0, 0]);
    expect(verify(total, { ledger }).failures).toEqual([]);
  });
});

describe("presets", () => {
  it("are edges by name, each with its source", () => {
    for (const [name, { edges, source }] of Object.entries(EDGE_PRESETS)) {
      const ledger = ledgerFromItems(due("2026-01-01", "2023-01-01"), EUR);
      const asOf = "2026-03-31";
      const named = agingTable(ledger, { asOf, edges: name as keyof typeof EDGE_PRESETS });
      expect(JSON.stringify(named)).toBe(JSON.stringify(agingTable(ledger, { asOf, edges })));
      expect(source).not.toBe("");
    }
  });

  it("cn-years: within a year, 1 to 2, 2 to 3, and over", () => {
    const items = due("2026-03-31", "2025-03-31", "2025-03-30", "2024-03-31", "2023-03-30");
    expect(classes(items, { asOf: "2026-03-31", edges: "cn-years" })).toEqual({
      "not due": 1,
      "0-1 years": 2,
      "1-2 years": 4 + 8,
      "2-3 years": 0,
      "over 3 years": 16,
    });
  });
});

describe("edges that are refused", () => {
  const refusal = (edges: unknown, more: object = {}): string => {
    try {
      agingTable(ledgerFromItems([], EUR), { asOf: "2026-03-31", edges, ...more } as never);
    } catch (error) {
      return (error as Error).message;
    }
    return "accepted";
  };

  it.each([
    ["cn-year", /^agingTable: edges must be a list of edges, or "days-30" or "cn-years"/],
    [[{ months: 3 }, { months: 3 }], /edges\[1\] must be a whole number of months greater than 3/],
    [[{ months: 12 }, { years: 1 }], /edges\[1\] must be a whole number of months greater than 12/],
    [[30, { months: 2 }], /edges\[1\] must be in days, as the first edge is/],
    [[{ months: 1 }, 60], /edges\[1\] must be { months } or { years }, as the first edge is/],
    [[{ months: 0 }], /edges\[0\] must be a whole number of months from 1 to 1200/],
    [[{ years: 1.5 }], /edges\[0\] must be a whole number of years from 1 to 100/],
    [[{ months: 1, years: 1 }], /edges\[0\] must be { months } or { years }/],
    [[null], /edges\[0\] must be/],
    [90, /edges must be a list, or the name of a preset/],
  ])("%j", (edges, message) => {
    expect(refusal(edges)).toMatch(message);
  });

  it("before the due date: not ascending, the due day twice, or without a due date", () => {
    const asked = (more: object) => refusal([30], more);
    expect(asked({ notDueEdges: [30, 10] })).toMatch(/notDueEdges\[1\] must be .* greater than 30/);
    expect(asked({ notDueEdges: [0], dueDayIsOverdue: true })).toMatch(/greater than 0, got 0/);
    expect(asked({ notDueEdges: [10], basis: "document-date" })).toMatch(
      /notDueEdges must be left out on the document-date basis/,
    );
    expect(asked({ notDueEdges: [10] })).toBe("accepted");
  });
});
