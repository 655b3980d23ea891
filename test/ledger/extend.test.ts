/** Extending a ledger: in however many steps, it is the ledger read at once. */
import { describe, expect, it, test } from "vitest";

import {
  agedItems,
  agingTable,
  extendLedger,
  isCreditError,
  ledgerFromColumns,
  ledgerFromItems,
  monthlySales,
  receivablesBalance,
} from "trade-credit";
import type { AddedApplication, Ledger, LedgerItem } from "trade-credit";

import { Random, randomAsOf, randomLedger } from "../oracle/arbitraries.ts";
import { expectOften } from "../support/often.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 250);

const EUR = { currency: "EUR" } as const;

const invoice = (id: string, more: object = {}): LedgerItem => ({
  id,
  party: "A",
  documentDate: "2026-01-01",
  dueDate: "2026-01-31",
  amount: "100.00",
  ...more,
});
const payment = (id: string, more: object = {}): LedgerItem => ({
  id,
  party: "A",
  kind: "payment",
  documentDate: "2026-01-15",
  amount: "50.00",
  ...more,
});
const paid = (item: string, amount: string, more: object = {}): AddedApplication => ({
  item,
  date: "2026-02-01",
  amount,
  kind: "payment",
  ...more,
});

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (isCreditError(error)) return error.message;
    throw error;
  }
  return "no refusal";
}

/** Everything that a ledger says of a day, whatever the order of its documents. */
function said(ledger: Ledger, asOf: string) {
  const table = agingTable(ledger, { asOf, credits: "oldest-first" });
  const rows = table.parties.toArray().map((row) => JSON.stringify(row));
  const items = agedItems(ledger, { asOf })
    .toArray()
    .map((row) => JSON.stringify(row));
  const months = { from: "2023-11", through: "2024-12", outstandingAsOf: asOf };
  return {
    holds: table.identity.holds,
    total: JSON.stringify(table.total),
    rows: rows.sort(),
    items: items.sort(),
    months: JSON.stringify(monthlySales(ledger, months)),
    count: ledger.items,
    report: ledger.report,
  };
}

test(
  "in random steps it says what the ledger read at once says, and every step stays as it was",
  () => {
    let steps = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const { items, options } = randomLedger(seed);
      // Snapshots name a default day in the options of a first reading only.
      if (options.openAsOf !== undefined) continue;
      const random = new Random(seed ^ 0xe47e);
      const asOf = randomAsOf(seed, { seed, items, options });
      const rows = items as readonly LedgerItem[];
      const isCredit = ({ kind }: LedgerItem) => kind !== "invoice" && kind !== "debit-note";
      // Credit items come first: an application names what is there.
      const order = [...rows.filter(isCredit), ...rows.filter((row) => !isCredit(row))];
      const kept: { ledger: Ledger; said: unknown }[] = [];
      let ledger = ledgerFromItems([], options);
      for (let from = 0; from < order.length;) {
        const to = from + random.int(1, 4);
        const step = order.slice(from, to);
        kept.push({ ledger, said: trySaid(ledger, asOf) });
        ledger = extendedBy(ledger, step, random);
        from = to;
        steps += 1;
      }
      const whole = ledgerFromItems(order, options);
      expect([seed, trySaid(ledger, asOf)]).toEqual([seed, trySaid(whole, asOf)]);
      for (const step of kept)
        expect([seed, trySaid(step.ledger, asOf)]).toEqual([seed, step.said]);
    }
    expectOften(steps, COUNT, 0.5);
  },
  60_000 + COUNT * 60,
);

/** Documents with their applications on them, or the two in one call, or in two. */
function extendedBy(ledger: Ledger, step: readonly LedgerItem[], random: Random): Ledger {
  const way = random.int(0, 2);
  if (way === 0) return extendLedger(ledger, step);
  const bare = step.map((item) => {
    const { applications, ...rest } = item;
    return applications === undefined ? item : rest;
  });
  const applications = step.flatMap(({ id, status, applications: own = [] }) =>
    status === "draft" || status === "void" ? [] : own.map((each) => ({ item: id, ...each })),
  );
  if (way === 1) return extendLedger(ledger, bare, applications);
  return extendLedger(extendLedger(ledger, bare), [], applications);
}

function trySaid(ledger: Ledger, asOf: string): unknown {
  try {
    return said(ledger, asOf);
  } catch (error) {
    if (isCreditError(error)) return error.code;
    throw error;
  }
}

describe("extendLedger", () => {
  const may = ledgerFromItems([invoice("I"), payment("P")], EUR);

  it("settles old items from outside and by a source, new ones too", () => {
    const june = extendLedger(
      may,
      [invoice("J", { documentDate: "2026-01-20" })],
      [
        paid("I", "30.00"),
        paid("I", "20.00", { source: "P" }),
        paid("J", "30.00", { source: "P" }),
      ],
    );
    const open = (ledger: Ledger) =>
      agedItems(ledger, { asOf: "2026-06-30" })
        .toArray()
        .map((row) => [row.id, row.open.value.toFixed(2)]);
    expect(open(june)).toEqual([
      ["I", "50.00"],
      ["J", "70.00"],
    ]);
    expect(open(may)).toEqual([
      ["I", "100.00"],
      ["P", "-50.00"],
    ]);
    expect([june.items, june.report.rows, june.report.accepted]).toEqual([3, 3, 3]);
  });

  it("goes on from a ledger of columns, whose documents are known by their rows", () => {
    const columns = ledgerFromColumns(
      {
        party: ["A", "A"],
        documentDate: ["2026-01-01", "2026-01-02"],
        dueDate: ["2026-01-31", "2026-01-31"],
        amount: Float64Array.of(10_000, 5_000),
        dimensions: { region: ["North", null] },
      },
      EUR,
    );
    const more = extendLedger(
      columns,
      [invoice("K", { dimensions: { region: "North" } })],
      [paid("0", "40.00")],
    );
    const balance = (value?: string) =>
      receivablesBalance(more, {
        asOf: "2026-06-30",
        dimension: { name: "region", ...(value === undefined ? {} : { value }) },
      }).value.toFixed();
    expect([balance("North"), balance()]).toEqual(["160", "50"]);
  });

  it("adds to the report: rows, documents taken, and those left out", () => {
    const start = ledgerFromItems([invoice("1"), invoice("2", { status: "draft" })], EUR);
    const more = extendLedger(start, [invoice("3"), invoice("4", { status: "void" })]);
    expect(more.report).toEqual({
      rows: 4,
      accepted: 2,
      rejected: [],
      leftOut: { draft: 1, void: 1 },
    });
  });

  it.each<[string, () => unknown, string]>([
    [
      "an id that exists",
      () => extendLedger(may, [invoice("I")]),
      'items[0].id must be unique in the ledger, got "I"',
    ],
    [
      "a bad row, with its path",
      () => extendLedger(may, [invoice("J", { amount: "1,0" })]),
      'items[0].amount must be a plain decimal, got "1,0"',
    ],
    [
      "an application on nothing",
      () => extendLedger(may, [], [paid("X", "1")]),
      'applications[0].item must name an item of the ledger, got "X"',
    ],
    [
      "an application on a credit item",
      () => extendLedger(may, [], [paid("P", "1")]),
      "applications[0].item must stand on a debit item",
    ],
    [
      "a misspelt field of an application",
      () => extendLedger(may, [], [paid("I", "1", { sourse: "P" })]),
      "applications[0].sourse is not a field of this input",
    ],
    [
      "more applied than is there, in two applications of this call",
      () => extendLedger(may, [], [paid("I", "60"), paid("I", "60")]),
      "applications[1].amount must leave what is applied to the item at most 100 on 2026-02-01, not 120",
    ],
    [
      "more used than the source holds, by a new item",
      () =>
        extendLedger(may, [
          invoice("J", {
            applications: [{ date: "2026-02-01", amount: "60", kind: "payment", source: "P" }],
          }),
        ]),
      "items[0].applications[0].amount must leave what is used of the source at most 50 on 2026-02-01, not 60",
    ],
    [
      "an earlier payment that leaves too little for an old one, which it names",
      () =>
        extendLedger(
          extendLedger(may, [], [paid("I", "80")]),
          [],
          [paid("I", "50", { date: "2026-01-20" })],
        ),
      'item "I" must leave what is applied to the item at most 100 on 2026-02-01, not 130',
    ],
    [
      "applications that are no list",
      () => extendLedger(may, [], 5 as never),
      "applications must be a list, got 5",
    ],
    [
      "what is no ledger",
      () => extendLedger({} as Ledger, []),
      "ledger must be a ledger, made by ledgerFromItems or ledgerFromColumns",
    ],
  ])("refuses %s", (_, call, message) => {
    expect(refusal(call)).toBe(`extendLedger: ${message}`);
  });

  it("refuses what settles a snapshot before its day, as a first reading does", () => {
    const snapshot = invoice("S", { openAmount: "70.00", openAsOf: "2026-03-31" });
    const start = ledgerFromItems([snapshot], EUR);
    expect(refusal(() => extendLedger(start, [], [paid("S", "10")]))).toBe(
      "extendLedger: applications[0].date must be after 2026-03-31: what came before is in openAmount",
    );
    const later = extendLedger(start, [], [paid("S", "10", { date: "2026-04-01" })]);
    expect(receivablesBalance(later, { asOf: "2026-04-01" }).value.toFixed()).toBe("60");
  });

  it("takes nothing where anything is refused", () => {
    const before = JSON.stringify(agedItems(may, { asOf: "2026-06-30" }));
    refusal(() => extendLedger(may, [invoice("J"), invoice("J")], [paid("I", "1")]));
    expect(JSON.stringify(agedItems(may, { asOf: "2026-06-30" }))).toBe(before);
    expect(may.items).toBe(2);
  });
});
