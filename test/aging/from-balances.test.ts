/** Aging tables of balances that were aged elsewhere. */
import { expect, test } from "vitest";

import { agingFromBalances, agingTable, isAbsent, toRows } from "trade-credit";
import type { AgingFromBalancesOptions } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { exactOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 300);
const asked = { asOf: "2026-06-30", currency: "EUR" } as const;

test(
  "a table made from the classes of a table has its classes, gross, net and overdue",
  () => {
    let tables = 0;
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const own = answered(() => agingTable(ours, { asOf }));
      if (!own) return;
      const rows = own.parties
        .toArray()
        .flatMap(({ party, buckets }) =>
          buckets.map(({ label, amount }) => ({ party, bucket: label, amount })),
        );
      const made = agingFromBalances(rows, { asOf, currency: ours.currency });
      const { total } = made;
      const pairs = [
        [total.gross, own.total.gross],
        [total.net, own.total.gross],
        [total.overdue, own.total.overdue],
        [total.current, own.total.current],
        ...total.buckets.map(({ amount }, at) => [amount, own.total.buckets[at]?.amount] as const),
      ] as const;
      for (const [ours_, theirs] of pairs) {
        if (!theirs || isAbsent(ours_)) throw new Error("absent");
        expect(exactOf(ours_).equals(exactOf(theirs))).toBe(true);
      }
      expect(made.parties.length).toBe(own.parties.length);
      expect(verify(made).failures).toEqual([]);
      tables += 1;
    }, COUNT);
    expectOften(tables, COUNT, 0.7);
  },
  60_000 + COUNT * 100,
);

function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

const rows = [
  { party: "Ahorn", bucket: "not due", amount: 1200 },
  { party: "Ahorn", bucket: "31-60", amount: "-50" },
  { party: "Birke", bucket: "91+", amount: 300 },
  { party: "Birke", bucket: "1-30", amount: 0 },
];

test("credit balances stand apart, or in their class", () => {
  const amounts = (credits: "separate" | "own-date") => {
    const { total } = agingFromBalances(rows, { ...asked, credits });
    expect([total.gross, total.credits, total.net].map(({ value }) => value.toNumber())).toEqual([
      1500, 50, 1450,
    ]);
    return [...total.buckets.map(({ amount }) => amount), total.unallocated].map(({ value }) =>
      value.toNumber(),
    );
  };
  expect(amounts("separate")).toEqual([1200, 0, 0, 0, 300, 50]);
  expect(amounts("own-date")).toEqual([1200, 0, -50, 0, 300, 0]);
});

test("what balances do not say is absent, and the identity says so", () => {
  const table = agingFromBalances(rows, asked);
  const document = () => agingFromBalances([], { ...asked, basis: "document-date" }).total;
  expect(isAbsent(document().overdue) && isAbsent(document().current)).toBe(true);
  expect(table.total.buckets.every(({ count }) => isAbsent(count))).toBe(true);
  expect([table.total.disputed, table.total.overdueCount].every(isAbsent)).toBe(true);
  const { openItems, documents, holds, control } = table.identity;
  expect([isAbsent(openItems), isAbsent(documents), holds, control]).toEqual([
    true,
    true,
    "not-computable",
    "not-given",
  ]);
});

test("the general ledger contradicts it, in total and by customer", () => {
  const controlled = (controlBalance: AgingFromBalancesOptions["controlBalance"]) => {
    const options = { ...asked, ...(controlBalance === undefined ? {} : { controlBalance }) };
    const { control } = agingFromBalances(rows, options).identity;
    if (control === "not-given") throw new Error("it was given");
    const differences = control.differences.toArray();
    return [
      control.holds,
      control.difference.value.toNumber(),
      ...differences.map(({ party, difference }) => `${party} ${difference.value.toFixed()}`),
    ];
  };
  expect(controlled("1450")).toEqual([true, 0]);
  expect(controlled(1400)).toEqual([false, 50]);
  const byParty = [
    { party: "Ahorn", amount: 1100 },
    { party: "Birke", amount: 300 },
    { party: "Eiche", amount: 50 },
  ];
  expect(controlled(byParty)).toEqual([false, 0, "Ahorn 50", "Eiche -50"]);
});

test("rows are one a customer, in the order given, and go into spreadsheets", () => {
  const { parties } = agingFromBalances(rows, asked);
  expect(parties.toArray().map(({ party }) => party)).toEqual(["Ahorn", "Birke"]);
  expect(toRows(parties)[1]?.["buckets.91+.amount"]).toBe("300");
  expect(Array.from(parties.columns()?.["net"]?.values ?? [])).toEqual([115_000, 30_000]);
});

test.each([
  [[{ party: "A", bucket: "61+", amount: 1 }], /rows\[0\]\.bucket must be "not due" or "1-30"/],
  [[rows[0], rows[0]], /rows\[1\]\.bucket must be given once for a customer, got "not due"/],
  [[{ party: "A", bucket: "1-30", amount: "1,0" }], /rows\[0\]\.amount must be a plain decimal/],
  [[{ party: "A", amount: 1 }], /rows\[0\]\.bucket must be a text/],
])("refuses %j", (given, message) => {
  expect(() => agingFromBalances(given as never, asked)).toThrow(message);
});

test("figures of another currency are refused, among the rows and as control balance", () => {
  const usd = agingFromBalances(rows, { ...asked, currency: "USD" }).total.net;
  const row = { party: "A", bucket: "1-30", amount: usd };
  expect(() => agingFromBalances([row], asked)).toThrow(/must hold figures in EUR/);
  expect(() => agingFromBalances(rows, { ...asked, controlBalance: usd })).toThrow(
    /must hold figures in EUR/,
  );
});
