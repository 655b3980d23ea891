/**
 * Collecting: what is rejected takes nothing with it that could have stood, and the ledger is that
 * of the rows that were taken.
 */
import { describe, expect, it, test } from "vitest";

import { agedItems, agingTable, isCreditError, ledgerFromItems, monthlySales } from "trade-credit";
import type { Ledger, LedgerItem } from "trade-credit";

import { Random, randomAsOf, randomLedger } from "../oracle/arbitraries.ts";
import type { LedgerItem as OracleItem } from "../oracle/items.ts";
import { expectOften } from "../support/often.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 600);

const EUR = { currency: "EUR" } as const;
const collect = { ...EUR, onBadRow: "collect" } as const;

const invoice = (id: string, amount: string | number, more: object = {}): LedgerItem => ({
  id,
  party: "A",
  documentDate: "2026-01-01",
  dueDate: "2026-01-31",
  amount,
  ...more,
});
const payment = (id: string, amount: string | number): LedgerItem => ({
  id,
  party: "A",
  kind: "payment",
  documentDate: "2026-01-15",
  amount,
});
const uses = (source: string, amount: string | number, date = "2026-02-01") => ({
  date,
  amount,
  kind: "payment" as const,
  source,
});

const rejectedIds = ({ report }: Ledger) => report.rejected.map(({ id }) => id);

describe("a rejected row", () => {
  it("says its position, its id, and every rule it breaks at which path", () => {
    const { report } = ledgerFromItems(
      [
        invoice("1", 100),
        invoice("2", "1,0", { documentDate: "2026-02-30", colour: "red" }),
        null as unknown as LedgerItem,
        invoice("4", 50, { applications: [{ ...uses("P", 60), kind: "cash" as "payment" }] }),
      ],
      collect,
    );
    expect(report).toEqual({
      rows: 4,
      accepted: 1,
      leftOut: { draft: 0, void: 0 },
      rejected: [
        {
          row: 1,
          id: "2",
          issues: [
            { path: "colour", rule: "is not a field of a ledger item; `meta` takes anything" },
            {
              path: "documentDate",
              rule: "must be a date YYYY-MM-DD from 1900 on",
              received: '"2026-02-30"',
            },
            { path: "amount", rule: "must be a plain decimal", received: '"1,0"' },
          ],
        },
        { row: 2, issues: [{ path: "", rule: "must be an object", received: "null" }] },
        {
          row: 3,
          id: "4",
          issues: [
            {
              path: "applications[0].kind",
              rule:
                'must be "payment" or "credit-note" or "discount" or "write-off" or "bill" or ' +
                '"offset" or "exchange"',
              received: '"cash"',
            },
          ],
        },
      ],
    });
  });

  it("takes with it the rows whose applications name it, and those only", () => {
    const ledger = ledgerFromItems(
      [
        payment("P", "-5"),
        payment("Q", 100),
        invoice("1", 100, { applications: [uses("P", 5)] }),
        invoice("2", 100, { applications: [uses("Q", 5)] }),
        invoice("3", 100),
      ],
      collect,
    );
    expect(rejectedIds(ledger)).toEqual(["P", "1"]);
    expect(ledger.report.rejected[1]?.issues).toEqual([
      {
        path: "applications[0].source",
        rule: "must name an item that was accepted; this one was rejected",
        received: '"P"',
      },
    ]);
  });

  it("frees the source that it used for the others", () => {
    // The first claims all of P and is over-applied itself: the second could always have had it.
    const ledger = ledgerFromItems(
      [
        payment("P", 100),
        invoice("1", 10, { applications: [uses("P", 100, "2026-02-01")] }),
        invoice("2", 100, { applications: [uses("P", 100, "2026-02-02")] }),
      ],
      collect,
    );
    expect(rejectedIds(ledger)).toEqual(["1"]);
  });

  it("frees it too where it was rejected for another source", () => {
    const ledger = ledgerFromItems(
      [
        payment("P", 100),
        payment("Q", 10),
        // Fits P, and is too much for Q.
        invoice("1", 200, {
          applications: [uses("P", 100, "2026-02-01"), uses("Q", 50, "2026-02-01")],
        }),
        invoice("2", 100, { applications: [uses("P", 100, "2026-02-02")] }),
      ],
      collect,
    );
    expect(rejectedIds(ledger)).toEqual(["1"]);
  });

  it("of one day is the one that is too much, not the one that fits beside it", () => {
    const ledger = ledgerFromItems(
      [
        payment("P", 10),
        invoice("1", 100, { applications: [uses("P", 90)] }),
        invoice("2", 100, { applications: [uses("P", 10)] }),
      ],
      collect,
    );
    expect(rejectedIds(ledger)).toEqual(["1"]);
  });

  it("by its id is the later one; what names the id finds the one that stayed", () => {
    const ledger = ledgerFromItems(
      [
        payment("P", 100),
        payment("P", 50),
        invoice("1", 100, { applications: [uses("P", 80)] }),
        invoice("1", 100),
      ],
      collect,
    );
    expect(ledger.report.rejected.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe("drafts and voids", () => {
  it("are left out and counted, and are no source", () => {
    const ledger = ledgerFromItems(
      [
        { ...payment("P", 100), status: "void" },
        invoice("1", 100, { applications: [uses("P", 80)] }),
        invoice("2", 100, { status: "draft", applications: [uses("nobody", 5)] }),
        invoice("3", 100, { status: "posted" }),
        invoice("4", 100, { status: "open" as "posted" }),
      ],
      collect,
    );
    const { rows, accepted, leftOut, rejected } = ledger.report;
    expect([rows, accepted, leftOut]).toEqual([5, 1, { draft: 1, void: 1 }]);
    expect(rejected.map(({ id, issues }) => [id, issues[0]?.rule])).toEqual([
      ["1", "must name a posted item, not a draft or void"],
      ["4", 'must be "posted" or "draft" or "void"'],
    ]);
  });
});

describe("rounding", () => {
  it("is counted of the rows taken only, with the sum of what it changed", () => {
    const { report } = ledgerFromItems(
      [
        invoice("1", "10.005"),
        invoice("2", "10.015", { party: "" }),
        invoice("3", "0.125", { applications: [{ ...uses("P", "0.035") }] }),
        payment("P", 5),
      ],
      { ...collect, amounts: { round: "half-even" } },
    );
    // 10.005 to 10.00, 0.125 to 0.12, 0.035 to 0.04.
    expect(report.rounded).toEqual({ count: 3, by: "-0.005" });
    expect(report.rejected.map(({ id }) => id)).toEqual(["2"]);
  });
});

/** Ledgers with applications that are too much, doubled, or of somebody else's source. */
function overdone(seed: number) {
  const { items, options } = randomLedger(seed);
  const random = new Random(seed ^ 0x9e3779);
  const broken = structuredClone(items);
  for (let time = 0; time < 2 && broken.length > 0; time += 1) {
    const item = random.pick(broken);
    const applications = item.applications ?? [];
    const change = random.pick<() => void>([
      () => applications.forEach((each) => (each.amount = String(Number(each.amount) * 3))),
      () => applications.length > 0 && applications.push({ ...random.pick(applications) }),
      () => applications.forEach((each) => (each.source = random.pick(broken).id)),
      () => (item.party = "somebody else"),
      () => (item.amount = "1"),
    ]);
    change();
  }
  return { items: broken, options, asOf: randomAsOf(seed, { seed, items: broken, options }) };
}

const rowsOf = (items: readonly OracleItem[]) => items as readonly LedgerItem[];

/** Everything that a ledger says of a day. */
function said(ledger: Ledger, asOf: string): string {
  const answers = [
    () => agingTable(ledger, { asOf, credits: "oldest-first" }),
    () => agedItems(ledger, { asOf }),
    () => monthlySales(ledger, { from: "2023-11", through: "2024-12", outstandingAsOf: asOf }),
  ];
  return JSON.stringify(
    answers.map((answer) => {
      try {
        return answer();
      } catch (error) {
        if (isCreditError(error)) return error.code;
        throw error;
      }
    }),
  );
}

test(
  "the ledger collected says what the ledger of its good rows alone says",
  () => {
    let rejected = 0;
    let needless = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const { items, options, asOf } = overdone(seed);
      const ledger = ledgerFromItems(rowsOf(items), { ...options, onBadRow: "collect" });
      const bad = new Set(ledger.report.rejected.map(({ row }) => row));
      const good = items.filter((_, row) => !bad.has(row));
      const alone = ledgerFromItems(rowsOf(good), options);
      expect([seed, said(ledger, asOf)]).toEqual([seed, said(alone, asOf)]);
      for (const row of bad) {
        rejected += 1;
        const back = items.filter((_, each) => !bad.has(each) || each === row);
        if (isTaken(rowsOf(back), options)) needless += 1;
      }
    }
    expectOften(rejected, COUNT, 0.2);
    // Of rows that shut each other out, which ones stay is a matter of order.
    expectOften(rejected - needless, rejected, 0.99);
  },
  60_000 + COUNT * 60,
);

function isTaken(items: readonly LedgerItem[], options: Parameters<typeof ledgerFromItems>[1]) {
  try {
    ledgerFromItems(items, options);
    return true;
  } catch {
    return false;
  }
}
