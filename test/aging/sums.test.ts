/**
 * Laws of sums, views and tables: merging before any policy, columns, scaling, the wide path, and
 * the days on which a fault shows.
 */
import { describe, expect, it, test } from "vitest";

import {
  agingSums,
  agingTable,
  agingView,
  isCreditError,
  ledgerFromColumns,
  ledgerFromItems,
  mergeAging,
} from "trade-credit";
import type {
  AgingMeasures,
  AgingSums,
  AgingTable,
  Column,
  Figure,
  Ledger,
  LedgerItem,
} from "trade-credit";
import { agingAccumulator } from "trade-credit/batch";

import { formatDay } from "../../src/ground/days.ts";
import type { LedgerData } from "../../src/ledger/ledger.ts";
import { creditPolicies, Random, randomLedger, randomPolicy } from "../oracle/arbitraries.ts";
import type { LedgerItem as OracleItem } from "../oracle/items.ts";
import { exactOf, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";
import type { LedgerPair } from "../support/random-ledgers.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 250);
const TIMEOUT = 60_000 + COUNT * 100;

function questionOf({ seed, random, ours }: LedgerPair) {
  const question = randomPolicy(seed, random);
  if (!ours.dimensions.includes(question.by ?? "")) delete question.by;
  const { scope, ...rest } = question;
  delete rest.credits;
  const dimension = scope?.dimension;
  if (dimension && !ours.dimensions.includes(dimension.name)) return rest;
  const value = dimension?.value ?? undefined;
  const asked = dimension && {
    name: dimension.name,
    ...(value === undefined ? {} : { value }),
  };
  const party = scope?.party;
  return {
    ...rest,
    scope: {
      ...(party === undefined ? {} : { party }),
      ...(asked === undefined ? {} : { dimension: asked }),
    },
  };
}

function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    // Dates before a snapshot, and parts that have no document with the dimension.
    if (isCreditError(error)) return undefined;
    throw error;
  }
}

const minors = (row: AgingMeasures, places: number) => {
  const money = (figure: Figure) => minorOf(figure, places);
  return {
    buckets: row.buckets.map(({ amount, count }) => [money(amount), count.value.toNumber()]),
    measures: [row.credits, row.unallocated, row.gross, row.net, row.overdue, row.disputed].map(
      money,
    ),
    overdueCount: row.overdueCount.value.toNumber(),
  };
};

/** A table without the order of its rows. */
function plain(table: AgingTable, places: number) {
  const rows = table.parties.toArray().map((row) => [row.party, minors(row, places)] as const);
  const values = (table.byDimension?.toArray() ?? []).map(
    (row) => [JSON.stringify(row.value), minors(row, places)] as const,
  );
  const { buckets, openItems, documents, holds } = table.identity;
  return {
    classes: table.buckets,
    total: minors(table.total, places),
    rows: Object.fromEntries(rows.map(([party, row]) => [`party ${party}`, row])),
    values: Object.fromEntries(values),
    holds,
    sides: [buckets, openItems, documents].map((side) => minorOf(side, places)),
  };
}

/** Documents in parts that no application crosses; a party may be in several of them. */
function split(items: readonly OracleItem[], count: number, random: Random): OracleItem[][] {
  const group = items.map((_, at) => at);
  const find = (at: number): number => (group[at] === at ? at : find(group[at] as number));
  const rowOf = new Map(items.map(({ id }, at) => [id, at]));
  items.forEach(({ applications = [] }, at) => {
    for (const { source } of applications) {
      const other = source === undefined ? undefined : rowOf.get(source);
      if (other !== undefined) group[find(other)] = find(at);
    }
  });
  const part = new Map<number, number>();
  return items.reduce<OracleItem[][]>(
    (parts, item, at) => {
      const root = find(at);
      const own = part.get(root) ?? random.int(0, count - 1);
      part.set(root, own);
      parts[own]?.push(item);
      return parts;
    },
    Array.from({ length: count }, () => []),
  );
}

const read = (items: readonly OracleItem[], options: object) =>
  ledgerFromItems(items as readonly LedgerItem[], options as { currency: string });

test(
  "sums of 2 to 5 parts merge to those of the whole, for any question, and in any nesting",
  () => {
    const seen = { merged: 0, wide: 0, by: 0 };
    onRandomLedgers((pair) => {
      const { seed, random: ledger, ours } = pair;
      const random = new Random(seed ^ 0x3e6);
      const question = questionOf(pair);
      const places = ledger.options.minorUnits;
      const parts = split(ledger.items, random.int(2, 5), random);
      const sums = answered(() =>
        parts.map((items) => agingSums(read(items, ledger.options), question)),
      );
      const whole = answered(() => agingSums(ours, question));
      if (!sums || !whole) return;
      const [first, second, ...others] = sums as [AgingSums, AgingSums, ...AgingSums[]];
      const nested = mergeAging(mergeAging(first, second), ...others);
      const reversed = mergeAging(...([...sums].reverse() as [AgingSums, ...AgingSums[]]));
      for (const credits of creditPolicies) {
        const expected = plain(agingView(whole, { credits }), places);
        expect(expected.holds).toBe(true);
        expect(plain(agingView(mergeAging(first, second, ...others), { credits }), places)).toEqual(
          expected,
        );
        expect(plain(agingView(nested, { credits }), places)).toEqual(expected);
        expect(plain(agingView(reversed, { credits }), places)).toEqual(expected);
        expect(plain(agingTable(ours, { ...question, credits }), places)).toEqual(expected);
      }
      seen.merged += 1;
      if (question.by !== undefined) seen.by += 1;
      if (ledger.items.some(({ amount }) => Number(amount) > 1e14)) seen.wide += 1;
    }, COUNT);
    expectOften(seen.merged, COUNT, 0.5);
    expectOften(seen.by, COUNT, 0.05);
    expectOften(seen.wide, COUNT, 0.01);
  },
  TIMEOUT,
);

describe("sums that pass 2^53 − 1 together, and no cell does", () => {
  // 5,000,000,000,000,001 cents each: two of them are 10,000,000,000,000,002, three …003.
  const part = (party: string) => ({
    party: [party],
    documentDate: Int32Array.of(20_454),
    dueDate: Int32Array.of(20_484),
    amount: Float64Array.of(5_000_000_000_000_001),
  });
  const asked = { asOf: "2026-03-31" };
  const parties = ["A", "B", "C"];
  const merged = (): AgingSums => {
    const [first, second, ...others] = parties.map((party) =>
      agingSums(ledgerFromColumns(part(party), { currency: "EUR" }), asked),
    );
    return mergeAging(first as AgingSums, second as AgingSums, ...others);
  };
  const accumulated = (): AgingSums => {
    const sums = agingAccumulator({ ...asked, currency: "EUR" });
    for (const party of parties) sums.add(part(party));
    return sums;
  };

  it.each([
    ["merged", merged],
    ["accumulated", accumulated],
    ["merged of accumulated ones", () => mergeAging(accumulated(), accumulated())],
  ])("are exact when %s", (name, make) => {
    const times = name.startsWith("merged of") ? 2n : 1n;
    for (const credits of creditPolicies) {
      const { total, identity, parties: rows } = agingView(make(), { credits });
      const cents = (15_000_000_000_000_003n * times).toString();
      expect(total.gross.value.times(100).toFixed()).toBe(cents);
      expect(total.net.value.times(100).toFixed()).toBe(cents);
      expect(identity.holds).toBe(true);
      expect([...(rows.columns(["gross"])?.["gross"]?.values ?? [])]).toEqual(
        Array(3).fill(5_000_000_000_000_001 * Number(times)),
      );
    }
  });
});

describe("mergeAging", () => {
  const ledger = (options: object = {}) => ledgerFromItems([], { currency: "EUR", ...options });
  const asked = { asOf: "2026-03-31" };
  const sums = (more: object = {}, options: object = {}) =>
    agingSums(ledger(options), { ...asked, ...more });

  it.each<[string, object, object, string]>([
    ["dates", { asOf: "2026-03-30" }, {}, 'asOf must be "2026-03-31" in all, got "2026-03-30"'],
    ["ages", { agedTo: "2026-03-30" }, {}, 'agedTo must be "2026-03-31" in all, got "2026-03-30"'],
    ["classes", { edges: [30] }, {}, "edges must be [30,60,90] in all, got [30]"],
    [
      "basis",
      { basis: "document-date" },
      {},
      'basis must be "due-date" in all, got "document-date"',
    ],
    ["due day", { dueDayIsOverdue: true }, {}, "dueDayIsOverdue must be false in all, got true"],
    ["scope", { scope: { party: "A" } }, {}, 'scope must be {} in all, got {"party":"A"}'],
    ["minor units", {}, { minorUnits: 3 }, "minorUnits must be 2 in all, got 3"],
    ["currency", {}, { currency: "USD" }, "currency must be EUR in all, got USD"],
  ])("refuses sums of another %s", (_, more, options, message) => {
    const call = () => mergeAging(sums(), sums(more, options));
    expect(call).toThrow(`mergeAging: ${message}`);
  });

  it("refuses what are no sums", () => {
    expect(() => mergeAging(sums(), {} as AgingSums)).toThrow(
      "mergeAging: sums must be sums, made by agingSums or mergeAging, got an object",
    );
  });

  it("leaves its parts as they were", () => {
    const item = {
      id: "1",
      party: "A",
      documentDate: "2026-01-01",
      dueDate: "2026-01-31",
      amount: 5,
    };
    const part = agingSums(ledgerFromItems([item], { currency: "EUR" }), asked);
    mergeAging(part, part);
    expect(agingView(part).total.gross.value.toFixed()).toBe("5");
  });
});

test(
  "views under all policies share gross, credits, net and counts; classes less unallocated are net",
  () => {
    onRandomLedgers((pair) => {
      const { ours, random } = pair;
      const places = random.options.minorUnits;
      const sums = answered(() => agingSums(ours, questionOf(pair)));
      if (!sums) return;
      const views = creditPolicies.map((credits) => agingView(sums, { credits }));
      const shared = (row: AgingMeasures) => ({
        money: [row.gross, row.credits, row.net, row.overdue, row.disputed].map(String),
        counts: row.buckets.map(({ count }) => count.value.toNumber()),
      });
      const String = (figure: Figure) => minorOf(figure, places).toString();
      for (const { total, parties, byDimension } of views) {
        expect(shared(total)).toEqual(shared((views[0] as AgingTable).total));
        for (const row of [total, ...parties, ...(byDimension ?? [])]) {
          const { buckets, measures } = minors(row, places);
          const shown = buckets.reduce((sum, [amount]) => sum + (amount as bigint), 0n);
          const [credits, unallocated, gross, net] = measures as [bigint, bigint, bigint, bigint];
          expect(shown - unallocated).toBe(net);
          expect(gross - credits).toBe(net);
        }
      }
    }, COUNT);
  },
  TIMEOUT,
);

test(
  "columns hold what the figures of the rows say: money in minor units, counts as they are",
  () => {
    onRandomLedgers((pair) => {
      const { ours, random, seed } = pair;
      const places = random.options.minorUnits;
      const credits = creditPolicies[seed % 5] ?? "separate";
      const table = answered(() => agingTable(ours, { ...questionOf(pair), credits }));
      if (!table) return;
      const columns = table.parties.columns() as Readonly<Record<string, Column>>;
      const rows = table.parties.toArray();
      const compare = (name: string, unit: string, pick: (row: AgingMeasures) => Figure) => {
        const column = columns[name] as Column;
        const values = rows.map((row) => {
          const figure = pick(row);
          return unit === "money" ? Number(minorOf(figure, places)) : figure.value.toNumber();
        });
        expect([name, column.unit, [...column.values]]).toEqual([name, unit, values]);
        expect([...column.valid]).toEqual(rows.map(() => 1));
      };
      table.buckets.forEach(({ label }, at) => {
        compare(label, "money", (row) => row.buckets[at]?.amount as Figure);
        compare(`${label}.count`, "count", (row) => row.buckets[at]?.count as Figure);
      });
      for (const name of [
        "credits",
        "unallocated",
        "gross",
        "net",
        "overdue",
        "disputed",
      ] as const) {
        compare(name, "money", (row) => row[name]);
      }
      compare("overdueCount", "count", (row) => row.overdueCount);
    }, COUNT);
  },
  TIMEOUT,
);

test(
  "amounts a thousand times larger, narrow or wide, give tables a thousand times larger",
  () => {
    let widened = 0;
    onRandomLedgers((pair) => {
      const { seed, random } = pair;
      const { items, options } = randomLedger(seed);
      // By the last factor every ledger passes 2^53 minor units.
      for (const zeros of [3, 18]) {
        const scaled = scaledItems(items, zeros, options.minorUnits);
        const question = questionOf(pair);
        const [one, other] = [items, scaled].map((rows) =>
          answered(() => agingTable(read(rows, options), { ...question, credits: "newest-first" })),
        );
        if (!one || !other) continue;
        const factor = 10n ** BigInt(zeros);
        expect(plain(other, random.options.minorUnits)).toEqual(
          times(plain(one, random.options.minorUnits), factor),
        );
        if (zeros === 18 && other.total.gross.value.gt(2 ** 53)) widened += 1;
      }
    }, COUNT);
    expectOften(widened, COUNT, 0.5);
  },
  TIMEOUT,
);

/** Every amount with so many zeros more. */
function scaledItems(items: readonly OracleItem[], zeros: number, places: number): OracleItem[] {
  const grown = (amount: string | number): string => {
    const [whole = "", part = ""] = String(amount).split(".");
    const digits = whole + part.padEnd(places, "0") + "0".repeat(zeros);
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  };
  return structuredClone([...items]).map((item) => {
    item.amount = grown(item.amount);
    if (item.openAmount !== undefined) item.openAmount = grown(item.openAmount);
    for (const part of [item.installments, item.applications, item.disputes]) {
      for (const each of part ?? []) each.amount = grown(each.amount);
    }
    return item;
  });
}

/** The same with every bigint multiplied. */
function times(value: unknown, factor: bigint): unknown {
  if (typeof value === "bigint") return value * factor;
  if (Array.isArray(value)) return value.map((each) => times(each, factor));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, times(each, factor)]));
}

const INSIDE = Symbol.for("trade-credit/ledger");

test(
  "a misdated application breaks the identity on the days between its dates, and on no other",
  () => {
    let days = 0;
    onRandomLedgers(({ seed, ours }) => {
      const data = (ours as unknown as Record<symbol, LedgerData>)[INSIDE] as LedgerData;
      const { movements } = data.units;
      if (!movements || movements.date.length === 0 || data.journal.knownFrom !== undefined) return;
      const random = new Random(seed ^ 0xda7e);
      const row = movements.date.length - 1;
      const first = movements.date[row] as number;
      // The last movement of its unit stays the last one when it comes later.
      const last = first + random.int(1, 40);
      const date = movements.date.map((day, each) => (each === row ? last : day));
      const units = { ...data.units, movements: { ...movements, date } };
      const broken = { [INSIDE]: { ...data, units } } as unknown as Ledger;
      const unit = movements.start.findIndex(
        (start, at) => start <= row && row < (movements.start[at + 1] ?? 0),
      );
      const isThere = (day: number) => (data.units.documentDate[unit] as number) <= day;
      for (const day of [first - 1, first, last - 1, last, last + 100]) {
        const isBetween = day >= first && day < last && isThere(day);
        const { identity } = agingTable(broken, { asOf: formatDay(day) });
        expect([formatDay(day), identity.holds]).toEqual([formatDay(day), !isBetween]);
        expect(agingTable(ours, { asOf: formatDay(day) }).identity.holds).toBe(true);
        days += 1;
      }
    }, COUNT);
    expectOften(days, COUNT, 0.5);
  },
  TIMEOUT,
);

test("a share of the whole book is exact: net of each party over net of all sums to 1", () => {
  onRandomLedgers((pair) => {
    const table = answered(() => agingTable(pair.ours, questionOf(pair)));
    if (!table || table.total.net.value.isZero()) return;
    const whole = exactOf(table.total.net);
    const shares = table.parties.toArray().map(({ net }) => exactOf(net).div(whole));
    expect(shares.reduce((sum, share) => sum.add(share)).toFraction()).toBe("1");
  }, COUNT);
});
