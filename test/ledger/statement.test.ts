/** Statements of account: lines, running balances and the footer by age. */
import { expect, test } from "vitest";

import { agingTable, ledgerFromItems, partyStatement, receivablesBalance } from "trade-credit";
import type { LedgerItem } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { minorOf } from "../support/exact.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

test(
  "closing balances equal the balance and the aging table, for every party",
  () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const dates = [randomAsOf(seed, random), randomAsOf(seed + 7_000_000, random)].sort();
      const [from, to] = dates as [string, string];
      const dueDayIsOverdue = seed % 2 === 0;
      const minor = (figure: Parameters<typeof minorOf>[0]) =>
        minorOf(figure, random.options.minorUnits);
      let aging;
      try {
        partyStatement(ours, { party: "nobody", from, to });
        aging = agingTable(ours, { asOf: to, dueDayIsOverdue });
      } catch (error) {
        expect((error as { code: string }).code).toBe("history_too_short");
        return;
      }
      const rows = new Map(aging.parties.toArray().map((row) => [row.party, row]));
      for (const party of ours.parties) {
        const statement = partyStatement(ours, { party, from, to, dueDayIsOverdue });
        const closing = minor(statement.closing);
        expect(closing).toBe(minor(receivablesBalance(ours, { asOf: to, party })));
        const row = rows.get(party);
        const { buckets, credits } = statement.aging;
        const classes = buckets.map(({ amount }) => minor(amount));
        const none = buckets.map(() => 0n);
        expect(classes).toEqual(row?.buckets.map(({ amount }) => minor(amount)) ?? none);
        expect(classes.reduce((a, b) => a + b, 0n) - minor(credits)).toBe(closing);
        const last = statement.lines.at(-1);
        if (last) expect(minor(last.balance)).toBe(closing);
      }
    });
  },
  TIMEOUT,
);

test(
  "every line and every balance verifies against the documents",
  () => {
    onRandomLedgers(
      ({ seed, random, ours }) => {
        if (random.items.some((item) => item.openAmount !== undefined)) return;
        const dates = [randomAsOf(seed, random), randomAsOf(seed + 7_000_000, random)].sort();
        const [from, to] = dates as [string, string];
        for (const party of ours.parties) {
          const statement = partyStatement(ours, { party, from, to });
          const { opening, lines, closing, aging } = statement;
          const { failures } = verify({ opening, lines, closing, aging }, { ledger: ours });
          expect([party, failures]).toEqual([party, []]);
        }
      },
      Math.min(LEDGERS, 200),
    );
  },
  TIMEOUT,
);

const items: LedgerItem[] = [
  { id: "I-1", party: "A", documentDate: "2026-04-20", terms: "net 30", amount: 1000 },
  {
    id: "I-2",
    party: "A",
    documentDate: "2026-05-15",
    terms: "net 30",
    amount: 400,
    applications: [
      { date: "2026-06-05", amount: 100, kind: "payment" },
      { date: "2026-06-20", amount: 50, kind: "credit-note", source: "C-1" },
    ],
  },
  { id: "C-1", party: "A", kind: "credit-note", documentDate: "2026-06-05", amount: 80 },
  { id: "B-1", party: "B", documentDate: "2026-06-10", terms: "net 30", amount: 999 },
];

test("lines stand by day, documents before what was applied; own credits applied are no line", () => {
  const ledger = ledgerFromItems(items, { currency: "EUR" });
  const statement = partyStatement(ledger, { party: "A", from: "2026-05-01", to: "2026-06-30" });
  expect(statement.opening.value.toFixed()).toBe("1000");
  const lines = statement.lines
    .toArray()
    .map(({ date, kind, id, dueDate, amount, balance }) =>
      [date, kind, id, dueDate ?? "-", amount.value.toFixed(), balance.value.toFixed()].join(" "),
    );
  expect(lines).toEqual([
    "2026-05-15 invoice I-2 2026-06-14 400 1400",
    "2026-06-05 credit-note C-1 - -80 1320",
    "2026-06-05 payment I-2 - -100 1220",
  ]);
  expect(statement.closing.value.toFixed()).toBe("1220");
  // I-1 is 41 days past due; I-2 has 250 open and is 16 days past due; 30 of C-1 are unused.
  expect(statement.aging.buckets.map(({ amount }) => amount.value.toFixed())).toEqual([
    "0",
    "250",
    "1000",
    "0",
    "0",
  ]);
  expect(statement.aging.credits.value.toFixed()).toBe("30");
});

test("a settlement with another customer's document moves both balances", () => {
  const crossed: LedgerItem[] = [
    {
      id: "I",
      party: "A",
      documentDate: "2026-05-01",
      terms: "net 30",
      amount: 100,
      applications: [
        { date: "2026-06-01", amount: 60, kind: "payment", source: "P", crossParty: true },
      ],
    },
    { id: "P", party: "B", kind: "payment", documentDate: "2026-05-20", amount: 60 },
  ];
  const ledger = ledgerFromItems(crossed, { currency: "EUR" });
  const june = { from: "2026-06-01", to: "2026-06-30" };
  const [ofA] = partyStatement(ledger, { party: "A", ...june }).lines;
  const [ofB] = partyStatement(ledger, { party: "B", ...june }).lines;
  expect([ofA?.kind, ofA?.id, ofA?.amount.value.toFixed()]).toEqual(["transfer", "I", "-60"]);
  expect([ofB?.kind, ofB?.id, ofB?.amount.value.toFixed()]).toEqual(["transfer", "P", "60"]);
});

test("columns hold the amounts and balances of the lines in minor units", () => {
  const ledger = ledgerFromItems(items, { currency: "EUR" });
  const { lines } = partyStatement(ledger, { party: "A", from: "2026-05-01", to: "2026-06-30" });
  expect([...(lines.columns()?.["balance"]?.values ?? [])]).toEqual([140000, 132000, 122000]);
});
