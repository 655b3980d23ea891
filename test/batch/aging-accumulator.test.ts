/** Aging of chunks: any split, any order and any tree of merges say what the one ledger says. */
import { describe, expect, it, test } from "vitest";

import {
  agingSums,
  agingTable,
  agingView,
  ledgerFromColumns,
  mergeAging,
  receivablesBalance,
} from "trade-credit";
import type { AgingEdges, AgingMeasures, AgingTable, Figure } from "trade-credit";
import { agingAccumulator } from "trade-credit/batch";
import type { AgingAccumulator, AgingAccumulatorInput, ChunkColumns } from "trade-credit/batch";

import { creditPolicies, randomPolicy } from "../oracle/arbitraries.ts";
import { minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { chunkOf, inParts, onChunkable, partsOf } from "./chunks.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 400);
const TIMEOUT = 60_000 + COUNT * 100;

/** A question of a whole ledger, without what is decided by the view. */
function questionOf(seed: number) {
  const { asOf, agedTo, basis, edges, notDueEdges, dueDayIsOverdue } = randomPolicy(seed);
  return {
    asOf,
    ...(agedTo === undefined ? {} : { agedTo }),
    basis: basis ?? "due-date",
    edges: edges as AgingEdges,
    ...(notDueEdges === undefined ? {} : { notDueEdges }),
    dueDayIsOverdue: dueDayIsOverdue ?? false,
  };
}

/** Empty ones of a question, or those that were written out. */
const making = (question: AgingAccumulatorInput) => (stored?: unknown) =>
  agingAccumulator((stored ?? question) as AgingAccumulatorInput);

/** Everything a table says, its rows by party. */
function plain(table: AgingTable, places: number) {
  const money = (figure: Figure) => minorOf(figure, places);
  const measures = (row: AgingMeasures) => ({
    buckets: row.buckets.map(({ amount, count }) => [money(amount), count.value.toNumber()]),
    money: [row.credits, row.unallocated, row.gross, row.net, row.current, row.overdue].map(money),
    disputed: money(row.disputed),
    overdueCount: row.overdueCount.value.toNumber(),
  });
  const { buckets, openItems, documents, holds } = table.identity;
  return {
    asked: [table.asOf, table.agedTo, table.basis, table.currency, table.buckets],
    total: measures(table.total),
    rows: new Map(table.parties.toArray().map((row) => [row.party, measures(row)])),
    identity: [holds, ...[buckets, openItems, documents].map(money)],
  };
}

test(
  "any split into chunks, in any order and any tree of merges, is the table of the whole ledger",
  () => {
    let wide = 0;
    const checked = onChunkable(COUNT, (given, random, seed) => {
      const { ledger, money, items } = given;
      const question = questionOf(seed);
      const make = making({ ...question, ...money });
      const sums = inParts(make, given, random);
      const other = inParts(make, given, random);
      expect(sums.rows).toBe(items.length);
      expect(JSON.stringify(sums)).toBe(JSON.stringify(other));
      expect(sums.columns()).toEqual(other.columns());
      for (const credits of creditPolicies) {
        const expected = plain(agingTable(ledger, { ...question, credits }), money.minorUnits);
        expect(plain(agingView(sums, { credits }), money.minorUnits)).toEqual(expected);
      }
      if (items.some(({ amount }) => Number(amount) > 1e14)) wide += 1;
    });
    expectOften(checked, COUNT, 0.2);
    expectOften(wide, COUNT, 0.005);
  },
  TIMEOUT,
);

test(
  "columns hold what the rows of the table say",
  () => {
    onChunkable(COUNT, (given, random, seed) => {
      const { ledger, money } = given;
      const question = questionOf(seed);
      const sums = inParts(making({ ...question, ...money }), given, random);
      const columns = sums.columns();
      const rows = new Map(
        agingTable(ledger, question)
          .parties.toArray()
          .map((row) => [row.party, row]),
      );
      expect(columns.party).toEqual([...rows.keys()].sort());
      columns.party.forEach((party, index) => {
        const row = rows.get(party) as AgingMeasures;
        const minor = (figure: Figure) => minorOf(figure, money.minorUnits);
        const at = (column: ArrayLike<number | bigint>) => BigInt(column[index] as number | bigint);
        const sum = (list: readonly ArrayLike<number | bigint>[]) =>
          list.reduce((total, column) => total + at(column), 0n);
        expect(columns.charges.map(at)).toEqual(row.buckets.map(({ amount }) => minor(amount)));
        expect(columns.counts.map(at)).toEqual(
          row.buckets.map(({ count }) => BigInt(count.value.toNumber())),
        );
        expect([sum(columns.credits), sum(columns.disputed), at(columns.overdue)]).toEqual(
          [row.credits, row.disputed, row.overdue].map(minor),
        );
        expect(at(columns.overdueCount)).toBe(BigInt(row.overdueCount.value.toNumber()));
      });
    });
  },
  TIMEOUT,
);

test(
  "amounts times 10^9, far beyond doubles, are exactly 10^9 times the sums",
  () => {
    const factor = 10n ** 9n;
    let wide = 0;
    onChunkable(COUNT, (given, random, seed) => {
      const { items, money } = given;
      // What 64 bits hold.
      if (items.some(({ amount }) => Number(amount) * 10 ** money.minorUnits > 9e9)) return;
      const question = { ...questionOf(seed), ...money };
      const sums = (times: bigint) => inParts(making(question), given, random, times).toJSON().sums;
      const [one, other] = [sums(1n), sums(factor)];
      for (const [name, list] of Object.entries(one)) {
        const scale = /count/i.test(name) ? 1n : factor;
        expect(other[name]?.map(BigInt)).toEqual(list.map((each) => BigInt(each) * scale));
      }
      if (other["charges"]?.some((each) => typeof each === "string")) wide += 1;
    });
    expectOften(wide, COUNT, 0.02);
  },
  TIMEOUT,
);

test("a sum of many chunks passes 2^53 − 1 without losing a unit", () => {
  const sums = agingAccumulator({ asOf: "2026-03-31", edges: [], currency: "EUR" });
  const most = Number.MAX_SAFE_INTEGER;
  for (let chunk = 0; chunk < 5; chunk += 1) {
    sums.add({
      party: ["A", "B"],
      documentDate: ["2026-01-01", "2026-01-01"],
      dueDate: ["2026-01-31", "2026-01-31"],
      amount: Float64Array.of(most, chunk + 1),
    });
  }
  const [, overdue] = sums.columns().charges;
  expect(overdue).toEqual([5n * BigInt(most), 15n]);
  expect(agingView(sums).total.gross.value.toFixed()).toBe("450359962737049.7");
  expect(agingView(sums).identity.holds).toBe(true);
  expect(sums.toJSON().sums["overdue"]).toEqual(["45035996273704955", 15]);
});

const asked: AgingAccumulatorInput = { asOf: "2026-03-31", currency: "EUR" };

const chunk = (more: object = {}): ChunkColumns => ({
  party: ["Ahorn", "Birke", "Ahorn"],
  kind: ["invoice", "invoice", "payment"],
  documentDate: ["2026-01-10", "2026-03-10", "2026-02-01"],
  dueDate: ["2026-02-09", "2026-04-09", "2026-02-01"],
  amount: Float64Array.of(50_000, 30_000, 20_000),
  applications: {
    item: [0],
    date: ["2026-02-02"],
    amount: BigInt64Array.of(15_000n),
    kind: ["payment"],
    source: [2],
  },
  ...more,
});

const filled = () => agingAccumulator(asked).add(chunk());

describe("an aging accumulator", () => {
  it("is taken as sums wherever sums are taken", () => {
    const rest = ledgerFromColumns(
      {
        party: ["Eibe"],
        documentDate: ["2026-01-01"],
        dueDate: ["2026-01-31"],
        amount: Float64Array.of(100),
      },
      { currency: "EUR" },
    );
    const merged = mergeAging(filled(), agingSums(rest, { asOf: "2026-03-31" }));
    // 350 − 50 of Ahorn, 300 of Birke, 1 of Eibe.
    expect(agingView(merged, { controlBalance: 601 }).identity.holds).toBe(true);
    expect(agingView(merged).parties.length).toBe(3);
  });

  it("shows what it was asked, with its defaults", () => {
    const { question, asOf, agedTo, currency, buckets } = filled();
    expect(question).toEqual({
      asOf: "2026-03-31",
      agedTo: "2026-03-31",
      basis: "due-date",
      edges: [30, 60, 90],
      dueDayIsOverdue: false,
      currency: "EUR",
      minorUnits: 2,
    });
    expect([asOf, agedTo, currency]).toEqual(["2026-03-31", "2026-03-31", "EUR"]);
    expect(buckets).toEqual(agingView(filled()).buckets);
  });

  it("does not change a view that was made before", () => {
    const sums = filled();
    const view = agingView(sums);
    sums.add(chunk());
    expect(view.total.net.value.toFixed()).toBe("600");
    expect(agingView(sums).total.net.value.toFixed()).toBe("1200");
  });

  it("merges with itself, and with nothing", () => {
    const sums = filled();
    sums.merge(sums).merge(agingAccumulator(asked));
    expect([sums.rows, agingView(sums).total.net.value.toFixed()]).toEqual([6, "1200"]);
  });

  it("takes chunks without rows", () => {
    const none = { party: [], documentDate: [], dueDate: [], amount: new Float64Array(0) };
    const sums = agingAccumulator(asked).add(none);
    expect(sums.columns().party).toEqual([]);
    expect(agingView(sums).identity.holds).toBe(true);
  });

  it("leaves the columns of a chunk as they were", () => {
    const columns = chunk();
    const before = structuredClone(columns);
    filled().add(columns);
    expect(columns).toEqual(before);
  });
});

describe("a chunk with rows at fault", () => {
  it.each<[string, object, string[]]>([
    [
      "amounts that are no whole minor units",
      { amount: Float64Array.of(1.5, NaN, -3) },
      [
        "amount[0] must be whole minor units within ±(2^53 − 1); larger ones as bigint, got 1.5",
        "amount[1] must be whole minor units within ±(2^53 − 1); larger ones as bigint, got NaN",
        "amount[2] must be greater than 0 (the kind carries the sign), got -3",
      ],
    ],
    [
      "amounts in a list, which might be major units",
      { amount: ["500.00", 300, 200] },
      ['"500.00"', "300", "200"].map(
        (given, row) =>
          `amount[${String(row)}] must be whole minor units, in a typed array, got ${given}`,
      ),
    ],
    [
      "dates",
      { dueDate: Float64Array.of(20_000, 20_000.5, 3e9) },
      [1, 2].map(
        (row) =>
          `dueDate[${String(row)}] must be a date YYYY-MM-DD from 1900 on, or whole days since ` +
          `1970-01-01, got ${row === 1 ? "20000.5" : "3000000000"}`,
      ),
    ],
    [
      "parties",
      { party: { codes: Int32Array.of(0, 2, -1), categories: ["Ahorn", "Birke"] } },
      [
        "party[1] must be an index from 0 to the last category, got 2",
        "party[2] must be an index from 0 to the last category, got -1",
      ],
    ],
    ["kinds", { kind: ["invoice", "bonus", "payment"] }, [/kind\[1\] must be "invoice" or/.source]],
    ["columns of another length", { party: ["Ahorn"] }, ["party must have 3 rows"]],
    ["columns that are none", { dimensions: {} }, ["dimensions is not a column of a ledger"]],
    [
      "more applied than there is",
      {
        applications: {
          item: [1, 1],
          date: ["2026-03-20", "2026-03-21"],
          amount: Float64Array.of(20_000, 10_001),
          kind: ["payment", "payment"],
        },
      },
      ["applications.amount[1] must leave what is applied to the item at most 300 on 2026-03-21"],
    ],
    [
      "rows that are not in the chunk",
      {
        applications: {
          item: [3],
          date: ["2026-03-20"],
          amount: Float64Array.of(1),
          kind: ["payment"],
        },
      },
      ["applications.item[0] must be a row number from 0 to 2, got 3"],
    ],
  ])("of %s is refused, and the sums stay as they were", (_, more, messages) => {
    const sums = filled();
    const before = JSON.stringify(sums);
    for (const message of messages) {
      expect(() => sums.add(chunk(more))).toThrow(
        message.startsWith("kind") ? new RegExp(message) : message,
      );
    }
    expect(JSON.stringify(sums)).toBe(before);
  });
});

describe("a part that does not fit", () => {
  const other = (more: object) => agingAccumulator({ ...asked, ...more });

  it.each<[string, object, string]>([
    ["date", { asOf: "2026-03-30" }, 'asOf must be "2026-03-31" in all, got "2026-03-30"'],
    ["classes", { edges: [30] }, "edges must be [30,60,90] in all, got [30]"],
    ["currency", { currency: "USD" }, 'currency must be "EUR" in all, got "USD"'],
    ["minor unit", { minorUnits: 3 }, "minorUnits must be 2 in all, got 3"],
  ])("has another %s", (_, more, message) => {
    const sums = filled();
    expect(() => sums.merge(other(more))).toThrow(`agingAccumulator: ${message}`);
    expect(sums.rows).toBe(3);
  });

  it.each<[string, (data: Record<string, unknown>) => unknown, string]>([
    ["no sums", () => ({ rows: 1 }), 'other must be "aging" sums, or what their toJSON gave'],
    ["of another form", (data) => ({ ...data, version: 2 }), 'other must be "aging" sums'],
    ["short", (data) => ({ ...data, parties: ["A"] }), "sums.charges must be a list of 5 entries"],
    ["without rows", (data) => ({ ...data, rows: -1 }), "rows must be a whole number, got -1"],
    [
      "of fractions",
      (data) => ({ ...data, sums: { ...(data["sums"] as object), overdue: [0.5, 1] } }),
      "sums.overdue[0] must be whole minor units, got 0.5",
    ],
    [
      "below zero",
      (data) => ({ ...data, sums: { ...(data["sums"] as object), overdueCount: ["1", -1] } }),
      "sums.overdueCount[1] must be a count, got -1",
    ],
  ])("is %s", (_, change, message) => {
    const sums = filled();
    const data = JSON.parse(JSON.stringify(filled())) as Record<string, unknown>;
    const part = change(data) as ReturnType<AgingAccumulator["toJSON"]>;
    expect(() => sums.merge(part)).toThrow(message);
    expect(sums.rows).toBe(3);
  });
});

describe("the question", () => {
  it("is refused with every fault at once", () => {
    const bad = {
      asOf: "2026-02-30",
      basis: "age",
      edges: [30, "x"],
      notDueEdges: [-1],
      dueDayIsOverdue: 1,
      currency: "",
      minorUnits: 10,
      by: "region",
    };
    expect(() => agingAccumulator(bad as unknown as AgingAccumulatorInput)).toThrow(
      "agingAccumulator: by is not a field of this input; " +
        'asOf must be a date YYYY-MM-DD from 1900 on, got "2026-02-30"; ' +
        'basis must be "due-date" or "document-date", got "age"; ' +
        "edges[1] must be a whole number from 0 to 100000; " +
        "notDueEdges must be a list of at most 100 whole numbers from 0 to 100000, " +
        "got a list of 1; dueDayIsOverdue must be true or false, got 1; " +
        'currency must be a text of 1 to 1,000 characters, got ""; ' +
        "minorUnits must be a whole number from 0 to 9, got 10",
    );
    const descending = { ...asked, edges: [60, 30] };
    expect(() => agingAccumulator(descending)).toThrow("edges[1] must be a whole number of days");
  });

  it("may name a preset", () => {
    const { question } = agingAccumulator({ ...asked, edges: "cn-years" });
    expect(question.edges).toEqual([{ months: 12 }, { months: 24 }, { months: 36 }]);
    expect(agingAccumulator({ ...asked, ...question }).question).toEqual(question);
  });
});

test("what is open of a chunk is what its ledger says is open", () => {
  onChunkable(60, ({ items, money }, random) => {
    const [part = []] = partsOf(items, 2, random);
    const columns = chunkOf(part, money.minorUnits, random);
    const sums = agingAccumulator({ asOf: "2024-12-31", ...money }).add(columns);
    const ledger = ledgerFromColumns(columns, money);
    expect(agingView(sums).total.net.value.toFixed()).toBe(
      receivablesBalance(ledger, { asOf: "2024-12-31" }).value.toFixed(),
    );
  });
});
