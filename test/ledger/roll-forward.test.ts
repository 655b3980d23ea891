import { expect, test } from "vitest";

import { ledgerFromItems, receivablesBalance, receivablesRollForward } from "trade-credit";
import type { LedgerItem } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { minorOf } from "../support/exact.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

const dayBefore = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

test(
  "the roll-forward closes to the last cent, for every party and any pair of dates",
  () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const dates = [randomAsOf(seed, random), randomAsOf(seed + 9_000_000, random)].sort();
      const [from, to] = dates as [string, string];
      const minor = (figure: Parameters<typeof minorOf>[0]) =>
        minorOf(figure, random.options.minorUnits);
      let rolled;
      try {
        rolled = receivablesRollForward(ours, { from, to, by: "party" });
      } catch (error) {
        expect((error as { code: string }).code).toBe("history_too_short");
        return;
      }
      const opening = receivablesBalance(ours, { asOf: dayBefore(from) });
      expect(minor(rolled.total.opening)).toBe(minor(opening));
      expect(minor(rolled.total.closing)).toBe(minor(receivablesBalance(ours, { asOf: to })));
      expect(minor(rolled.total.transfers)).toBe(0n);
      for (const row of rolled.parties ?? []) {
        const balance = receivablesBalance(ours, { asOf: to, party: row.party });
        expect(minor(row.closing)).toBe(minor(balance));
      }
      const [dimension] = ours.dimensions;
      if (dimension === undefined) return;
      const byValue = receivablesRollForward(ours, { from, to, by: dimension }).byDimension;
      for (const { value, closing } of byValue ?? []) {
        const scope = { name: dimension, ...(value === null ? {} : { value }) };
        expect(minor(closing)).toBe(
          minor(receivablesBalance(ours, { asOf: to, dimension: scope })),
        );
      }
    });
  },
  TIMEOUT,
);

test(
  "every line is what the documents and applications of the window add up to, one by one",
  () => {
    onRandomLedgers(
      ({ seed, random, ours }) => {
        const dates = [randomAsOf(seed, random), randomAsOf(seed + 9_000_000, random)].sort();
        const [from, to] = dates as [string, string];
        if (random.items.some((item) => item.openAmount !== undefined)) return;
        const rolled = receivablesRollForward(ours, { from, to, by: "party" });
        const { failures } = verify({ ...rolled.total }, { ledger: ours });
        expect(failures).toEqual([]);
        for (const { party, ...row } of rolled.parties ?? []) {
          expect([party, verify(row, { ledger: ours }).failures]).toEqual([party, []]);
        }
      },
      Math.min(LEDGERS, 300),
    );
  },
  TIMEOUT,
);

const ledger = (items: readonly LedgerItem[]) => ledgerFromItems(items, { currency: "EUR" });

test("a credit document counts once, on its own date, and a sourced application moves nothing", () => {
  const items: LedgerItem[] = [
    {
      id: "I",
      party: "A",
      documentDate: "2026-05-04",
      terms: "net 30",
      amount: 500,
      applications: [{ date: "2026-07-15", amount: 200, kind: "payment", source: "P" }],
    },
    { id: "P", party: "A", kind: "payment", documentDate: "2026-06-20", amount: 200 },
  ];
  const june = receivablesRollForward(ledger(items), {
    from: "2026-06-01",
    to: "2026-06-30",
  }).total;
  expect(june.payments.value.toNumber()).toBe(200);
  expect(june.closing.value.toNumber()).toBe(300);
  const july = receivablesRollForward(ledger(items), {
    from: "2026-07-01",
    to: "2026-07-31",
  }).total;
  expect(july.payments.value.toNumber()).toBe(0);
  expect(july.closing.value.toNumber()).toBe(300);
});

test("each kind of settlement from outside has its own line, exchange differences with their sign", () => {
  const settled = (
    kind: "discount" | "write-off" | "bill" | "offset" | "exchange",
    amount: number,
  ) => ({
    date: "2026-06-10",
    amount,
    kind,
  });
  const { total } = receivablesRollForward(
    ledger([
      {
        id: "I",
        party: "A",
        documentDate: "2026-06-01",
        terms: "net 30",
        amount: 1000,
        applications: [
          settled("discount", 20),
          settled("write-off", 30),
          settled("bill", 100),
          settled("offset", 50),
          settled("exchange", -7),
        ],
      },
    ]),
    { from: "2026-06-01", to: "2026-06-30" },
  );
  const { sales, discounts, writeOffs, bills, offsets, exchange, closing } = total;
  const lines = [sales, discounts, writeOffs, bills, offsets, exchange, closing];
  // 1000 − 20 − 30 − 100 − 50 + 7
  expect(lines.map(({ value }) => value.toNumber())).toEqual([1000, 20, 30, 100, 50, 7, 807]);
});

test("what one party's credit settled of another's invoice stands in both their transfers", () => {
  const items: LedgerItem[] = [
    {
      id: "I",
      party: "A",
      documentDate: "2026-06-01",
      terms: "net 30",
      amount: 500,
      applications: [
        { date: "2026-06-10", amount: 80, kind: "payment", source: "P", crossParty: true },
      ],
    },
    { id: "P", party: "B", kind: "payment", documentDate: "2026-06-05", amount: 100 },
  ];
  const window = { from: "2026-06-01", to: "2026-06-30", by: "party" };
  const rows = receivablesRollForward(ledger(items), window).parties?.toArray() ?? [];
  expect(
    rows.map(({ party, transfers, closing }) => [
      party,
      transfers.value.toNumber(),
      closing.value.toNumber(),
    ]),
  ).toEqual([
    ["A", -80, 420],
    ["B", 80, -20],
  ]);
});

test("columns hold what the rows hold, in minor units", () => {
  onRandomLedgers(
    ({ seed, random, ours }) => {
      const dates = [randomAsOf(seed, random), randomAsOf(seed + 9_000_000, random)].sort();
      const [from, to] = dates as [string, string];
      if (random.items.some((item) => item.openAmount !== undefined)) return;
      const { parties } = receivablesRollForward(ours, { from, to, by: "party" });
      const columns = parties?.columns() ?? {};
      parties?.toArray().forEach(({ party, ...lines }, index) => {
        expect([party, Object.keys(columns)]).toEqual([party, Object.keys(lines)]);
        for (const [name, figure] of Object.entries(lines)) {
          const minor = Number(minorOf(figure, random.options.minorUnits));
          expect(columns[name]?.values[index]).toBe(minor);
        }
      });
    },
    Math.min(LEDGERS, 200),
  );
});
