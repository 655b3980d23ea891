/**
 * What the ledger refuses is what breaks a rule of docs/ledger.md, and nothing else: compared with
 * the oracle's own check on thousands of broken ledgers.
 */
import { expect, test } from "vitest";

import { agingTable, ledgerFromItems, receivablesBalance } from "trade-credit";
import type { LedgerItem } from "trade-credit";

import { mutate, Random, randomLedger } from "../oracle/arbitraries.ts";
import type { LedgerItem as OracleItem } from "../oracle/items.ts";
import { problems } from "../oracle/validity.ts";
import { LEDGERS } from "../support/random-ledgers.ts";

type Options = ReturnType<typeof randomLedger>["options"];

type Breakage = (items: OracleItem[], random: Random) => void;

/** Ways to break a ledger; some leave it whole, which is as well. */
const BREAKAGES: readonly Breakage[] = [
  (items, random) => {
    const item = random.pick(items);
    for (const application of item.applications ?? []) application.amount = "999999999999";
  },
  (items, random) => {
    for (const application of random.pick(items).applications ?? []) {
      application.amount = `-${String(application.amount).replace("-", "")}`;
    }
  },
  (items, random) => {
    for (const application of random.pick(items).applications ?? []) {
      application.source = random.chance(0.5) ? "nobody" : random.pick(items).id;
    }
  },
  (items, random) => {
    random.pick(items).id = random.pick(items).id;
  },
  (items, random) => {
    const [part] = random.pick(items).installments ?? [];
    if (part) part.amount = "12345678";
  },
  (items, random) => {
    random.pick(items).status = random.chance(0.5) ? "void" : "draft";
  },
  (items, random) => {
    random.pick(items).party = "somebody else";
  },
  (items, random) => {
    items.splice(random.int(0, items.length - 1), 1);
  },
  (items, random) => {
    random.pick(items).documentDate = "2025-06-30";
  },
];

function brokenItems(seed: number): { items: OracleItem[]; options: Options } {
  const { items, options } = randomLedger(seed);
  const random = new Random(seed ^ 0x51ed27);
  const mutated = random.chance(0.3) ? mutate(seed, items)?.items : undefined;
  const broken = structuredClone(mutated ?? items);
  const times = mutated || broken.length === 0 ? 0 : random.int(1, 2);
  for (let time = 0; time < times && broken.length > 0; time += 1) {
    random.pick(BREAKAGES)(broken, random);
  }
  return { items: broken, options };
}

function isTaken(items: readonly OracleItem[], options: Options): boolean {
  try {
    ledgerFromItems(items as readonly LedgerItem[], options);
    return true;
  } catch (error) {
    expect((error as { code: string }).code).toBe("invalid_input");
    expect((error as { issues: unknown[] }).issues.length).toBeGreaterThan(0);
    return false;
  }
}

/** Two drafts of one number are in nobody's ledger. */
function matters(problem: string, items: readonly OracleItem[]): boolean {
  if (!problem.startsWith("duplicate id: ")) return true;
  const id = problem.slice("duplicate id: ".length);
  return items.some((item) => item.id === id && (item.status ?? "posted") === "posted");
}

test(
  "a ledger is refused exactly when it breaks a rule",
  () => {
    let refused = 0;
    const count = Math.max(LEDGERS, 2000);
    for (let seed = 1; seed <= count; seed += 1) {
      const { items, options } = brokenItems(seed);
      const valid = problems(items, options).filter((each) => matters(each, items)).length === 0;
      expect([seed, isTaken(items, options)]).toEqual([seed, valid]);
      if (!valid) refused += 1;
    }
    // Enough of both kinds to mean something.
    expect(refused / count).toBeGreaterThan(0.25);
    expect(refused / count).toBeLessThan(0.85);
  },
  60_000 + LEDGERS * 20,
);

test("collecting keeps the good rows, says what became of the others, and loses none", () => {
  let rejected = 0;
  for (let seed = 1; seed <= 1500; seed += 1) {
    const { items, options } = brokenItems(seed);
    const rows = items as readonly LedgerItem[];
    const { report, ...ledger } = collected(rows, options);
    const { draft, void: voided } = report.leftOut;
    expect(report.accepted + report.rejected.length + draft + voided).toBe(items.length);
    rejected += report.rejected.length;
    for (const { issues } of report.rejected) expect(issues.length).toBeGreaterThan(0);
    // The good rows alone are the same ledger.
    const bad = new Set(report.rejected.map(({ row }) => row));
    const good = rows.filter((_, row) => !bad.has(row));
    const alone = collected(good, options);
    expect([seed, alone.report.rejected]).toEqual([seed, []]);
    expect(ledger.balance).toBe(alone.balance);
  }
  expect(rejected).toBeGreaterThan(500);
}, 60_000);

function collected(items: readonly LedgerItem[], options: Options) {
  const ledger = ledgerFromItems(items, { ...options, onBadRow: "collect" });
  const asOf = "2030-12-31";
  const balance = receivablesBalance(ledger, { asOf }).value.toFixed();
  expect(agingTable(ledger, { asOf }).identity.holds).toBe(true);
  return { report: ledger.report, balance };
}

test("a source used up by thousands of invoices keeps as many as it covers, quickly", () => {
  const invoices = Array.from({ length: 5000 }, (_, index): LedgerItem => ({
    id: `I${String(index)}`,
    party: "A",
    documentDate: "2026-01-01",
    dueDate: "2026-01-31",
    amount: 10,
    applications: [{ date: "2026-02-01", amount: 10, kind: "payment", source: "P" }],
  }));
  const payment: LedgerItem = {
    id: "P",
    party: "A",
    kind: "payment",
    documentDate: "2026-01-15",
    amount: 1000,
  };
  const { report } = ledgerFromItems([...invoices, payment], {
    currency: "EUR",
    onBadRow: "collect",
  });
  expect([report.accepted, report.rejected.length]).toEqual([101, 4900]);
}, 20_000);

const base: LedgerItem = {
  id: "I",
  party: "A",
  documentDate: "2026-01-01",
  dueDate: "2026-01-31",
  amount: "100.00",
};
const payment = { date: "2026-02-01", amount: "60.00", kind: "payment" } as const;
const credit: LedgerItem = {
  id: "P",
  party: "A",
  kind: "payment",
  documentDate: "2026-01-15",
  amount: "50.00",
};

const one = (...items: unknown[]) => items as LedgerItem[];

test.each<[string, LedgerItem[], string]>([
  [
    "more applied than the item holds",
    one({ ...base, applications: [payment, payment] }),
    "items[0].applications[1].amount must leave what is applied to the item at most 100 on 2026-02-01, not 120",
  ],
  [
    "more reversed than was applied",
    one({ ...base, applications: [{ ...payment, amount: "-1.00" }] }),
    "items[0].applications[0].amount must leave what is applied to the item at least 0 on 2026-02-01, not -1",
  ],
  [
    "more used than the source holds",
    one({ ...base, applications: [{ ...payment, source: "P" }] }, credit),
    "items[0].applications[0].amount must leave what is used of the source at most 50 on 2026-02-01, not 60",
  ],
  [
    "an unknown source",
    one({ ...base, applications: [{ ...payment, source: "X" }] }),
    'items[0].applications[0].source must name an item of the ledger, got "X"',
  ],
  [
    "another party's source",
    one({ ...base, applications: [{ ...payment, source: "P" }] }, { ...credit, party: "B" }),
    'items[0].applications[0].source must name an item of the same party (or set crossParty), got "P"',
  ],
  [
    "installments that do not sum to the amount",
    one({ ...base, dueDate: undefined, installments: [{ dueDate: "2026-02-01", amount: 99 }] }),
    "items[0].installments must sum to the amount 100, got 99",
  ],
  [
    "an id given twice",
    one(base, { ...base }),
    'items[1].id must be unique in the ledger, got "I"',
  ],
  [
    "an amount below the smallest unit",
    one({ ...base, amount: 0.30000000000000004 }),
    "items[0].amount must fit the currency's 2 decimal places (or state amounts: { round }), got 0.30000000000000004",
  ],
  [
    "a date that does not exist",
    one({ ...base, documentDate: "2026-02-30" }),
    'items[0].documentDate must be a date YYYY-MM-DD from 1900 on, got "2026-02-30"',
  ],
  [
    "a negative amount",
    one({ ...base, amount: -5 }),
    "items[0].amount must be greater than 0 (the kind carries the sign), got -5",
  ],
  [
    "an invoice without a due date",
    one({ ...base, dueDate: undefined }),
    "items[0].dueDate must be given, or terms, or installments",
  ],
  [
    "an application on a credit item",
    one({ ...credit, applications: [payment] }),
    "items[0].applications must stand on a debit item",
  ],
])("%s is refused, with the path and the rule", (_, items, message) => {
  expect(() => ledgerFromItems(items, { currency: "EUR" })).toThrow(
    expect.objectContaining({ message: `ledgerFromItems: ${message}` }),
  );
});

test("another currency is a mismatch, and names the way out", () => {
  expect(() => ledgerFromItems([{ ...base, currency: "USD" }], { currency: "EUR" })).toThrow(
    /must be EUR, the ledger's currency; partitionByCurrency splits a list, got "USD"/,
  );
});

test("customers called __proto__ and constructor lose nothing", () => {
  const items = ["__proto__", "constructor", "toString"].map((party, index) => ({
    ...base,
    id: party,
    party,
    amount: index + 1,
    dimensions: Object.fromEntries([["__proto__", party]]),
  }));
  const ledger = ledgerFromItems(items, { currency: "EUR" });
  const table = agingTable(ledger, { asOf: "2026-06-30", by: "__proto__" });
  expect(table.parties.toArray().map(({ party, net }) => [party, net.value.toNumber()])).toEqual([
    ["__proto__", 1],
    ["constructor", 2],
    ["toString", 3],
  ]);
  expect(table.byDimension?.length).toBe(3);
});
