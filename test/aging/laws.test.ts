/** Laws of ledgers and aging tables, on random ledgers with every kind of settlement. */
import { expect, test } from "vitest";

import {
  agingSums,
  agingTable,
  agingView,
  dsoTrue,
  extendLedger,
  ledgerFromColumns,
  ledgerFromItems,
  mergeAging,
  monthlySales,
  partitionByCurrency,
  receivablesBalance,
  toPlain,
  weightedDaysToPay,
} from "trade-credit";
import type { AddedApplication, AgingTable, Ledger, LedgerItem } from "trade-credit";

import { parseDay } from "../../src/ground/days.ts";
import { creditPolicies, Random, randomAsOf, randomLedger } from "../oracle/arbitraries.ts";
import { answerOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 400);
const TIMEOUT = 60_000 + COUNT * 60;

type Options = { currency: string; minorUnits?: number; openAsOf?: string };

interface Case {
  readonly seed: number;
  readonly random: Random;
  readonly items: LedgerItem[];
  readonly options: Options;
  readonly asOf: string;
}

function onCases(check: (each: Case) => void): void {
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const { items, options } = randomLedger(seed);
    // Dates after every snapshot: the laws are about what is known.
    const asOf = [randomAsOf(seed), options.openAsOf ?? ""].sort()[1] as string;
    const late = items.map(({ openAsOf }) => openAsOf ?? "").sort();
    const day = [asOf, late[late.length - 1] ?? ""].sort()[1] as string;
    const random = new Random(seed ^ 0x3c6ef3);
    try {
      check({ seed, random, items: items as LedgerItem[], options, asOf: day });
    } catch (error) {
      throw new Error(`random ledger ${String(seed)}`, { cause: error });
    }
  }
}

const read = (items: readonly LedgerItem[], options: Options) => ledgerFromItems(items, options);

/** A table as plain data, its rows by party so that their order does not matter. */
function plain(table: AgingTable) {
  const { total, parties, identity } = toPlain(table) as Record<string, unknown>;
  const rows = (parties as { party: string }[]).sort((a, b) => (a.party < b.party ? -1 : 1));
  return { total, rows, identity };
}

const tables = (ledger: Ledger, asOf: string) =>
  creditPolicies.map((credits) => plain(agingTable(ledger, { asOf, credits })));

const DATES = new Set(["documentDate", "dueDate", "date", "from", "to", "openAsOf"]);

/** The same data with every date so many days later. */
function shifted<T>(value: T, days: number): T {
  const text = JSON.stringify(value, (key, each: unknown) =>
    DATES.has(key) && typeof each === "string" ? later(each, days) : each,
  );
  return JSON.parse(text) as T;
}

function later(date: string, days: number): string {
  return new Date((parseDay(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = random.int(0, index);
    [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  }
  return copy;
}

test(
  "shifting all dates shifts nothing else",
  () => {
    onCases(({ items, options, asOf, random }) => {
      const days = random.int(-900, 900);
      const before = read(items, options);
      const after = read(shifted(items, days), shifted(options, days));
      expect(tables(after, later(asOf, days))).toEqual(tables(before, asOf));
      const window = { from: later(asOf, -90), to: asOf };
      expect(answerOf(() => weightedDaysToPay(after, shifted(window, days)))).toBe(
        answerOf(() => weightedDaysToPay(before, window)),
      );
    });
  },
  TIMEOUT,
);

test(
  "the order of the documents is irrelevant",
  () => {
    onCases(({ items, options, asOf, random }) => {
      const [one, other] = [read(items, options), read(shuffled(items, random), options)];
      expect(tables(other, asOf)).toEqual(tables(one, asOf));
      expect(answerOf(() => dsoTrue(other, { asOf }))).toBe(answerOf(() => dsoTrue(one, { asOf })));
    });
  },
  TIMEOUT,
);

/** Documents that an application ties together must stay in one part. */
function parts(items: readonly LedgerItem[], count: number, random: Random): LedgerItem[][] {
  const partOf = new Map<string, number>();
  for (const { id, applications = [] } of items) {
    const tied = [id, ...applications.flatMap(({ source }) => source ?? [])];
    const known = tied.flatMap((each) => partOf.get(each) ?? []);
    const part = known[0] ?? random.int(0, count - 1);
    for (const each of tied) partOf.set(each, part);
    // Two groups that meet become one.
    for (const [each, own] of partOf) if (known.includes(own)) partOf.set(each, part);
  }
  return Array.from({ length: count }, (_, part) =>
    items.filter(({ id }) => partOf.get(id) === part),
  );
}

test(
  "sums of any split merge to the sums of the whole, before any policy is applied",
  () => {
    onCases(({ items, options, asOf, random }) => {
      const [first, ...others] = parts(items, random.int(2, 4), random).map((part) =>
        agingSums(read(part, options), { asOf }),
      );
      const merged = mergeAging(first as NonNullable<typeof first>, ...others);
      const whole = agingSums(read(items, options), { asOf });
      for (const credits of creditPolicies) {
        const view = agingView(merged, { credits });
        expect(view.identity.holds).toBe(true);
        expect(plain(view)).toEqual(plain(agingView(whole, { credits })));
      }
    });
  },
  TIMEOUT,
);

test(
  "a ledger extended step by step is the ledger read at once, and the old one stays as it was",
  () => {
    onCases(({ items, options, asOf, random }) => {
      if (items.some(({ openAmount }) => openAmount !== undefined)) return;
      // Sources first, so that no step names what is not there yet; reversals with what they undo.
      const credits = items.filter(({ kind }) => kind !== "invoice" && kind !== "debit-note");
      const debits = items.filter((item) => !credits.includes(item));
      const cut = random.int(0, debits.length);
      const base = read([...credits, ...debits.slice(0, cut)], options);
      const untouched = tables(base, asOf);
      const posted = debits.slice(cut);
      const added = posted.map((item) => ({ ...item, applications: [] }));
      const applications = posted.flatMap(({ id, status, applications: own = [] }) =>
        status === "draft" || status === "void"
          ? []
          : own.map((each): AddedApplication => ({ item: id, ...each })),
      );
      const extended = extendLedger(extendLedger(base, added), [], applications);
      expect(tables(extended, asOf)).toEqual(tables(read(items, options), asOf));
      expect(tables(base, asOf)).toEqual(untouched);
    });
  },
  TIMEOUT,
);

/** The columns of documents, as lists of texts or as typed arrays. */
function columnsOf(items: readonly LedgerItem[], typed: boolean) {
  const rows = new Map(items.map(({ id }, row) => [id, row]));
  const applied = items.flatMap(({ applications = [] }, item) =>
    applications.map((each) => ({ ...each, item, row: each.source })),
  );
  const days = (dates: readonly string[]) => (typed ? Int32Array.from(dates, parseDay) : dates);
  const disputes = items.flatMap(({ disputes: own = [] }, item) =>
    own.map((each) => ({ ...each, item })),
  );
  return {
    id: items.map(({ id }) => id),
    party: items.map(({ party }) => party),
    kind: items.map(({ kind = "invoice" }) => kind),
    documentDate: days(items.map(({ documentDate }) => documentDate)),
    dueDate: days(items.map(({ dueDate, documentDate }) => dueDate ?? documentDate)),
    amount: items.map(({ amount }) => amount as string),
    applications: {
      item: applied.map(({ item }) => item),
      date: days(applied.map(({ date }) => date)),
      amount: applied.map(({ amount }) => amount as string),
      kind: applied.map(({ kind }) => kind),
      source: applied.map(({ source }) => (source === undefined ? -1 : (rows.get(source) ?? -1))),
    },
    disputes: {
      item: disputes.map(({ item }) => item),
      from: days(disputes.map(({ from }) => from)),
      to: days(disputes.map(({ to = "9999-12-31" }) => to)),
      amount: disputes.map(({ amount }) => amount as string),
    },
  };
}

test(
  "a ledger from columns, typed or not, is the ledger from the same documents",
  () => {
    let compared = 0;
    onCases(({ items, options, asOf }) => {
      const posted = items.filter(({ status }) => status === undefined || status === "posted");
      // Columns have no installments, no snapshots and no leave for other parties' sources.
      const fits = posted.every(
        ({ installments, openAmount, applications = [] }) =>
          !installments && openAmount === undefined && applications.every((a) => !a.crossParty),
      );
      if (!fits) return;
      compared += 1;
      const { currency, minorUnits = 2 } = options;
      const rest = { currency, minorUnits };
      for (const typed of [false, true]) {
        const ledger = ledgerFromColumns(columnsOf(posted, typed), rest);
        expect(tables(ledger, asOf)).toEqual(tables(read(posted, rest), asOf));
      }
    });
    expectOften(compared, COUNT, 0.1);
  },
  TIMEOUT,
);

test(
  "amounts past 2^53 take the wide path to the same tables",
  () => {
    // Times 10^17, on the text.
    const scaled = (items: readonly LedgerItem[]) =>
      JSON.parse(
        JSON.stringify(items, (key, each: unknown) =>
          key === "amount" || key === "openAmount" ? String(each) : each,
        ).replaceAll(
          /("(?:amount|openAmount)":")(-?)(\d+)(?:\.(\d+))?"/g,
          (_, head: string, sign: string, whole: string, part = "") =>
            `${head}${sign}${whole}${part}${"0".repeat(17 - part.length)}"`,
        ),
      ) as LedgerItem[];
    onCases(({ items, options, asOf }) => {
      const narrow = read(items, options);
      const wide = read(scaled(items), options);
      const at = { asOf };
      const [small, large] = [agingTable(narrow, at), agingTable(wide, at)];
      const times = (value: { toFixed(): string }) => {
        const [whole = "", part = ""] = value.toFixed().split(".");
        return BigInt(whole + part.padEnd(17, "0"));
      };
      expect(large.identity.holds).toBe(true);
      expect(BigInt(large.total.gross.value.toFixed())).toBe(times(small.total.gross.value));
      expect(BigInt(large.total.overdue.value.toFixed())).toBe(times(small.total.overdue.value));
      expect(large.total.overdueCount.value.toFixed()).toBe(
        small.total.overdueCount.value.toFixed(),
      );
      const months = { from: "2023-01", through: asOf, outstandingAsOf: asOf };
      const [slow, fast] = [monthlySales(wide, months), monthlySales(narrow, months)];
      slow.forEach(({ sales }, month) => {
        const other = fast[month]?.sales.value ?? sales.value;
        expect(BigInt(sales.value.toFixed())).toBe(times(other));
      });
    });
  },
  TIMEOUT,
);

test("a mixed list is split by currency, and nothing is lost", () => {
  const items = ["EUR", "USD", "EUR", "JPY"].map((currency, index) => ({
    id: String(index),
    party: "A",
    documentDate: "2026-01-01",
    dueDate: "2026-01-31",
    amount: index + 1,
    currency,
  }));
  const balances = [...partitionByCurrency(items)].map(([currency, own]) => [
    currency,
    receivablesBalance(ledgerFromItems(own, { currency }), { asOf: "2026-06-30" }).value.toNumber(),
  ]);
  expect(balances).toEqual([
    ["EUR", 4],
    ["USD", 2],
    ["JPY", 4],
  ]);
});
