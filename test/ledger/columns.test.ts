/** Ledgers from columns: every form a column may have, and every rule that a row can break. */
import { describe, expect, it, test } from "vitest";

import {
  agedItems,
  agingTable,
  isCreditError,
  ledgerFromColumns,
  ledgerFromItems,
  monthlySales,
  receivablesBalance,
} from "trade-credit";
import type { Ledger, LedgerColumns, LedgerItem } from "trade-credit";

import { parseDay } from "../../src/ground/days.ts";
import { Random, randomAsOf, randomLedger } from "../oracle/arbitraries.ts";
import { toMinor } from "../oracle/items.ts";
import type { LedgerItem as OracleItem } from "../oracle/items.ts";
import { isValid } from "../oracle/validity.ts";
import { expectOften } from "../support/often.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 400);

const EUR = { currency: "EUR" } as const;

const given = () => ({
  party: ["Ahorn", "Birke", "Ahorn"] as unknown,
  kind: ["invoice", "debit-note", "payment"] as unknown,
  documentDate: ["2026-01-10", "2026-01-11", "2026-02-01"] as unknown,
  dueDate: ["2026-02-09", "2026-02-10", "2026-02-01"] as unknown,
  amount: ["500.00", "300.00", "200.00"] as unknown,
});

const read = (columns: object, options: object = EUR) =>
  ledgerFromColumns(columns as LedgerColumns, options as typeof EUR);

const balance = (ledger: Ledger, party?: string) =>
  receivablesBalance(ledger, {
    asOf: "2026-12-31",
    ...(party === undefined ? {} : { party }),
  }).value.toFixed();

function refusal(columns: object, options: object = EUR): string[] {
  try {
    read(columns, options);
  } catch (error) {
    if (!isCreditError(error)) throw error;
    return error.issues.map(({ path, rule, received }) =>
      [path, rule, ...(received === undefined ? [] : [`got ${received}`])].join(" "),
    );
  }
  return [];
}

/** What Arrow's vectors look like. */
const arrow = (values: unknown) => ({ toArray: () => values });

const days = (...dates: string[]) => dates.map(parseDay);

describe("a column", () => {
  it.each<[string, object]>([
    ["of texts", {}],
    [
      "of dates as whole days, in a list",
      { documentDate: days("2026-01-10", "2026-01-11", "2026-02-01") },
    ],
    [
      "of dates as whole days, typed",
      { documentDate: Int32Array.from(days("2026-01-10", "2026-01-11", "2026-02-01")) },
    ],
    [
      "of dates as doubles",
      { dueDate: Float64Array.from(days("2026-02-09", "2026-02-10", "2026-02-01")) },
    ],
    ["of amounts as major units in numbers", { amount: [500, 300, 200] }],
    ["of amounts as minor units in doubles", { amount: Float64Array.of(50_000, 30_000, 20_000) }],
    ["of amounts as minor units in 32 bits", { amount: Uint32Array.of(50_000, 30_000, 20_000) }],
    [
      "of amounts as minor units in 64 bits",
      { amount: BigInt64Array.of(50_000n, 30_000n, 20_000n) },
    ],
    [
      "of parties as codes with their texts",
      { party: { codes: Uint8Array.of(1, 0, 1), categories: ["Birke", "Ahorn"] } },
    ],
    [
      "of parties as codes in a list",
      { party: { codes: [1, 0, 1], categories: ["Birke", "Ahorn"] } },
    ],
    [
      "of parties with texts that nobody has",
      { party: { codes: Int8Array.of(2, 1, 2), categories: ["Nobody", "Birke", "Ahorn"] } },
    ],
    [
      "of kinds as codes",
      { kind: { codes: Uint8Array.of(1, 1, 0), categories: ["payment", "invoice", "who knows"] } },
    ],
    [
      "that is an Arrow vector",
      {
        amount: arrow(BigInt64Array.of(50_000n, 30_000n, 20_000n)),
        documentDate: arrow(Int32Array.from(days("2026-01-10", "2026-01-11", "2026-02-01"))),
        party: { codes: arrow(Int32Array.of(0, 1, 0)), categories: arrow(["Ahorn", "Birke"]) },
      },
    ],
  ])("%s is read", (_, columns) => {
    const ledger = read({ ...given(), ...columns });
    expect([balance(ledger), balance(ledger, "Ahorn"), balance(ledger, "Birke")]).toEqual([
      "600",
      "300",
      "300",
    ]);
    expect(ledger.parties).toEqual(["Ahorn", "Birke"]);
    expect(balance(ledger, "Nobody")).toBe("0");
  });

  it("of typed indices names the parties by their numbers, far ones too", () => {
    const near = read({ ...given(), party: Uint16Array.of(7, 3, 7) });
    expect([near.parties, balance(near, "7"), balance(near, "3")]).toEqual([
      ["7", "3"],
      "300",
      "300",
    ]);
    const far = read({ ...given(), party: Int32Array.of(2_000_000_000, 3, 2_000_000_000) });
    expect([far.parties, balance(far, "2000000000")]).toEqual([["2000000000", "3"], "300"]);
  });

  it("of dimension values may leave some out: null, undefined or −1", () => {
    for (const region of [
      ["North", null, "South"],
      ["North", undefined, "South"],
      { codes: Int8Array.of(0, -1, 1), categories: ["North", "South"] },
    ]) {
      const ledger = read({ ...given(), dimensions: { region } });
      const { byDimension } = agingTable(ledger, { asOf: "2026-12-31", by: "region" });
      expect(byDimension?.toArray().map(({ value, net }) => [value, net.value.toFixed()])).toEqual([
        ["North", "500"],
        [null, "300"],
        ["South", "-200"],
      ]);
    }
  });

  it("of ids is texts, or whole numbers in a typed array; without it rows are numbered", () => {
    const ids = (id?: unknown) =>
      agedItems(read({ ...given(), ...(id === undefined ? {} : { id }) }), { asOf: "2026-12-31" })
        .toArray()
        .map((row) => row.id);
    expect(ids(["a", "b", "c"])).toEqual(["a", "b", "c"]);
    expect(ids(Int32Array.of(11, 12, 13))).toEqual(["11", "12", "13"]);
    expect(ids(BigUint64Array.of(11n, 12n, 2n ** 63n))).toEqual([
      "11",
      "12",
      "9223372036854775808",
    ]);
    expect(ids()).toEqual(["0", "1", "2"]);
  });

  it("is adopted where it is typed as the ledger holds it, and copied where it is a list", () => {
    const list = ["500.00", "300.00", "200.00"];
    const copied = read({ ...given(), amount: list });
    list[0] = "1.00";
    expect(balance(copied)).toBe("600");
  });

  it("of applications may be in any order, and is left as it was given", () => {
    // A payment dated before its invoice counts from the invoice's date on.
    const inOrder = {
      item: Int32Array.of(0, 0, 1),
      date: Int32Array.from(days("2026-01-05", "2026-03-01", "2026-02-15")),
      amount: Float64Array.of(10_000, 20_000, 30_000),
      kind: ["payment", "discount", "payment"],
    };
    const turned = {
      item: inOrder.item.slice().reverse(),
      date: inOrder.date.slice().reverse(),
      amount: inOrder.amount.slice().reverse(),
      kind: inOrder.kind.slice().reverse(),
    };
    const before = JSON.stringify([inOrder, turned]);
    const ledgers = [inOrder, turned].map((applications) => read({ ...given(), applications }));
    const opens = ["2026-01-10", "2026-02-14", "2026-02-15", "2026-03-01"].map((asOf) =>
      ledgers.map((ledger) => receivablesBalance(ledger, { asOf }).value.toFixed()),
    );
    // 500 − 100; + 300 − 200 of the payment on account; − 300; − 200.
    expect(opens).toEqual([
      ["400", "400"],
      ["500", "500"],
      ["200", "200"],
      ["0", "0"],
    ]);
    expect(JSON.stringify([inOrder, turned])).toBe(before);
  });

  it("of no rows is a ledger of nothing", () => {
    const none = { party: [], documentDate: [], dueDate: [], amount: new Float64Array(0) };
    const ledger = read(none);
    expect([ledger.items, ledger.parties, balance(ledger)]).toEqual([0, [], "0"]);
    expect(agingTable(ledger, { asOf: "2026-12-31" }).identity.holds).toBe(true);
  });
});

describe("amounts beyond 2^53 − 1 minor units", () => {
  it("are exact as bigints and as texts", () => {
    const large = 9_007_199_254_740_993n;
    for (const amount of [
      BigInt64Array.of(large, large, 1n),
      ["90071992547409.93", "90071992547409.93", "0.01"],
    ]) {
      const ledger = read({ ...given(), amount });
      expect(balance(ledger)).toBe("180143985094819.85");
      expect(agingTable(ledger, { asOf: "2026-12-31" }).identity.holds).toBe(true);
    }
  });

  it("are refused as doubles, which have lost their cents", () => {
    expect(refusal({ ...given(), amount: Float64Array.of(2 ** 53, 1, 0.5) })).toEqual([
      "amount[0] must be whole minor units within ±(2^53 − 1); larger ones as bigint got 9007199254740992",
      "amount[2] must be whole minor units within ±(2^53 − 1); larger ones as bigint got 0.5",
    ]);
  });
});

describe("rounding", () => {
  it("is for lists of major units, stated, and reported", () => {
    const amount = ["500.005", "300.00", "200.001"];
    expect(refusal({ ...given(), amount })).toHaveLength(2);
    const ledger = read({ ...given(), amount }, { ...EUR, amounts: { round: "half-up" } });
    expect(ledger.report.rounded).toEqual({ count: 2, by: "0.004" });
    expect(balance(ledger)).toBe("600.01");
  });
});

describe("what is refused", () => {
  it.each<[string, object, string[]]>([
    [
      "a column that is none",
      { party: 5 },
      ["party must be a list, a typed array or a vector got 5"],
    ],
    [
      "a column that is missing",
      { dueDate: undefined },
      ["dueDate must be a list, a typed array or a vector got nothing"],
    ],
    [
      "a column of another length",
      { documentDate: ["2026-01-10"] },
      ["documentDate must have 3 rows as `amount` has got 1"],
    ],
    ["a column of another name", { duedate: [] }, ["duedate is not a column of a ledger"]],
    [
      "dates that are none, with their rows",
      { documentDate: ["2026-02-30", "2026-01-11", 1.5] },
      [
        'documentDate[0] must be a date YYYY-MM-DD from 1900 on, or whole days since 1970-01-01 got "2026-02-30"',
        "documentDate[2] must be a date YYYY-MM-DD from 1900 on, or whole days since 1970-01-01 got 1.5",
      ],
    ],
    [
      "days out of range",
      { dueDate: Int32Array.of(20_000, -30_000, 3_000_000) },
      [
        "dueDate[1] must be a date YYYY-MM-DD from 1900 on, or whole days since 1970-01-01 got -30000",
        "dueDate[2] must be a date YYYY-MM-DD from 1900 on, or whole days since 1970-01-01 got 3000000",
      ],
    ],
    [
      "days as 64 bits",
      { dueDate: BigInt64Array.of(20_000n, 20_001n, 20_002n) },
      [0, 1, 2].map(
        (row) =>
          `dueDate[${row}] must be a date YYYY-MM-DD from 1900 on, or whole days since 1970-01-01 got a bigint`,
      ),
    ],
    [
      "amounts of 0 and less",
      { amount: Float64Array.of(0, -1, 5) },
      [
        "amount[0] must be greater than 0 (the kind carries the sign) got 0",
        "amount[1] must be greater than 0 (the kind carries the sign) got -1",
      ],
    ],
    [
      "a kind that is none",
      { kind: ["invoice", "refund", "payment"] },
      [
        'kind[1] must be "invoice" or "debit-note" or "credit-note" or "payment" or "bill" got "refund"',
      ],
    ],
    [
      "a party without a name",
      { party: ["A", "", null] },
      [
        'party[1] must be a text of 1 to 1,000 characters got ""',
        "party[2] must be a text of 1 to 1,000 characters got null",
      ],
    ],
    [
      "codes without texts",
      { party: { codes: [0, 1, 0] } },
      ["party.categories must be a list, a typed array or a vector got nothing"],
    ],
    [
      "codes beyond their texts",
      { party: { codes: [0, 2, -1], categories: ["A", "B"] } },
      [
        "party[1] must be an index from 0 to the last category got 2",
        "party[2] must be an index from 0 to the last category got -1",
      ],
    ],
    [
      "codes that are no indices",
      { party: { codes: ["0", true, null], categories: ["A"] } },
      [
        'party[0] must be an index from 0 to the last category got "0"',
        "party[1] must be an index from 0 to the last category got true",
        "party[2] must be an index from 0 to the last category got null",
      ],
    ],
    [
      "one party under two codes",
      { party: { codes: [0, 1, 2], categories: ["A", "B", "A"] } },
      ['party.categories[2] must be unique got "A"'],
    ],
    ["an id twice", { id: ["1", "2", "1"] }, ['id[2] must be unique in the ledger got "1"']],
    [
      "ids that are no texts",
      { id: [1, "", "3"] },
      [
        "id[0] must be a text of 1 to 1,000 characters got 1",
        'id[1] must be a text of 1 to 1,000 characters got ""',
      ],
    ],
    [
      "dimensions that are no record",
      { dimensions: [["North"]] },
      ["dimensions must be an object of at most 100 columns got a list of 1"],
    ],
  ])("%s", (_, columns, expected) => {
    expect(refusal({ ...given(), ...columns })).toEqual(expected);
  });

  const settlements = (more: object = {}) => ({
    item: [0],
    date: ["2026-03-01"],
    amount: ["100.00"],
    kind: ["payment"],
    ...more,
  });
  const disputes = (more: object = {}) => ({
    item: [1],
    from: ["2026-02-01"],
    to: ["2026-03-01"],
    amount: ["60"],
    ...more,
  });

  it.each<[string, object, string[]]>([
    [
      "applications that are no record",
      { applications: null },
      ["applications must be an object of columns got null"],
    ],
    [
      "a misspelt column of applications",
      { applications: settlements({ sourse: [2] }) },
      ["applications.sourse is not a column of a ledger"],
    ],
    [
      "an item that is no row",
      { applications: settlements({ item: [3] }) },
      ["applications.item[0] must be a row number from 0 to 2 got 3"],
    ],
    [
      "a source that is no row",
      { applications: settlements({ source: [-2] }) },
      ["applications.source[0] must be a row number from -1 to 2 got -2"],
    ],
    [
      "an application on a credit item",
      { applications: settlements({ item: [2] }) },
      ["applications.item[0] must stand on a debit item"],
    ],
    [
      "a source that is a debit item",
      { applications: settlements({ source: [1] }) },
      ["applications.source[0] must name a credit item"],
    ],
    [
      "another party's source",
      { applications: settlements({ item: [1], source: [2] }) },
      ["applications.source[0] must name an item of the same party (or set crossParty)"],
    ],
    [
      "an application of 0",
      { applications: settlements({ amount: ["0"] }) },
      ['applications.amount[0] must not be 0 got "0"'],
    ],
    [
      "more applied than the item holds",
      { applications: settlements({ amount: ["500.01"] }) },
      [
        "applications.amount[0] must leave what is applied to the item at most 500 on 2026-03-01, not 500.01",
      ],
    ],
    [
      "more used than the source holds",
      { applications: settlements({ amount: ["201"], source: [2] }) },
      [
        "applications.amount[0] must leave what is used of the source at most 200 on 2026-03-01, not 201",
      ],
    ],
    [
      "a kind of application that is none",
      { applications: settlements({ kind: ["cash"] }) },
      [
        'applications.kind[0] must be "payment" or "credit-note" or "discount" or "write-off" or "bill" or "offset" or "exchange" got "cash"',
      ],
    ],
    [
      "disputes that are a list",
      { disputes: [disputes()] },
      ["disputes must be an object of columns got a list of 1"],
    ],
    [
      "a dispute on a credit item",
      { disputes: disputes({ item: [2] }) },
      ["disputes.item[0] must stand on a debit item"],
    ],
    [
      "a dispute that ends before it begins",
      { disputes: disputes({ to: ["2026-01-31"] }) },
      ["disputes.to[0] must not be before `from`"],
    ],
    [
      "a dispute of 0",
      { disputes: disputes({ amount: [0] }) },
      ["disputes.amount[0] must be greater than 0 (the kind carries the sign) got 0"],
    ],
  ])("%s", (_, columns, expected) => {
    expect(refusal({ ...given(), ...columns })).toEqual(expected);
  });

  it("options that columns have no use for", () => {
    expect(refusal(given(), { ...EUR, onBadRow: "collect" })).toEqual([
      'onBadRow must be "refuse": columns are adopted',
    ]);
    expect(refusal(given(), { ...EUR, openAsOf: "2026-01-01" })).toEqual([
      "openAsOf must be left out: columns have no open amounts",
    ]);
  });
});

// ------------------------------------------------------------------------------- as from documents

/** Columns of documents in a random form; applications and disputes in random order. */
function columnsOf(items: readonly OracleItem[], places: number, random: Random): LedgerColumns {
  const rowOf = new Map(items.map(({ id }, row) => [id, row]));
  const applied = items.flatMap((item, row) =>
    (item.applications ?? []).map((each) => ({ ...each, item: row })),
  );
  const disputed = items.flatMap((item, row) =>
    (item.disputes ?? []).map((each) => ({ ...each, item: row })),
  );
  // Of one document and day the order matters to nothing but what a reversal undoes.
  if (!applied.some(({ amount }) => Number(amount) < 0)) random.shuffle(applied);
  random.shuffle(disputed);
  const dates = (texts: readonly string[]) =>
    random.pick<() => unknown>([
      () => texts,
      () => texts.map(parseDay),
      () => Int32Array.from(texts, parseDay),
      () => arrow(Int32Array.from(texts, parseDay)),
    ])();
  const amounts = (values: readonly (string | number)[]) => {
    const minor = values.map((value) => toMinor(value, places));
    const isSafe = minor.every((each) => each <= 2n ** 53n - 1n && each >= -(2n ** 53n - 1n));
    return random.pick<() => unknown>([
      () => values,
      () => BigInt64Array.from(minor),
      () => arrow(BigInt64Array.from(minor)),
      () => (isSafe ? Float64Array.from(minor, Number) : BigInt64Array.from(minor)),
    ])();
  };
  const texts = (values: readonly string[]) => {
    const categories = [...new Set(["nobody", ...values])];
    const codes = values.map((value) => categories.indexOf(value));
    return random.pick<() => unknown>([
      () => values,
      () => ({ codes: Int32Array.from(codes), categories }),
      () => ({ codes: Uint8Array.from(codes), categories: arrow(categories) }),
    ])();
  };
  const names = [...new Set(items.flatMap(({ dimensions = {} }) => Object.keys(dimensions)))];
  const valueOf = (item: OracleItem, name: string) =>
    new Map(Object.entries(item.dimensions ?? {})).get(name);
  return {
    id: items.map(({ id }) => id),
    party: texts(items.map(({ party }) => party)),
    kind: texts(items.map(({ kind }) => kind)),
    documentDate: dates(items.map(({ documentDate }) => documentDate)),
    dueDate: dates(items.map(({ dueDate, documentDate }) => dueDate ?? documentDate)),
    amount: amounts(items.map(({ amount }) => amount)),
    dimensions: Object.fromEntries(
      names.map((name) => [name, items.map((item) => valueOf(item, name))]),
    ),
    applications: {
      item: applied.map(({ item }) => item),
      date: dates(applied.map(({ date }) => date)),
      amount: amounts(applied.map(({ amount }) => amount)),
      kind: texts(applied.map(({ kind }) => kind)),
      source: applied.map(({ source }) => (source === undefined ? -1 : rowOf.get(source))),
    },
    disputes: {
      item: disputed.map(({ item }) => item),
      from: dates(disputed.map(({ from }) => from)),
      to: dates(disputed.map(({ to = "9999-12-31" }) => to)),
      amount: amounts(disputed.map(({ amount }) => amount)),
    },
  } as unknown as LedgerColumns;
}

test(
  "a ledger from columns of any form says what the ledger of the same documents says",
  () => {
    let compared = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const { items, options } = randomLedger(seed);
      const posted = items.filter(
        ({ status, installments, openAmount }) =>
          status === undefined && !installments && openAmount === undefined,
      );
      const ids = new Map(posted.map(({ id, party }) => [id, party]));
      const fits = posted.every(({ applications = [], party }) =>
        applications.every(({ source }) => source === undefined || ids.get(source) === party),
      );
      // Without the documents left out here, a reversal may have nothing to undo.
      if (!fits || posted.length === 0 || !isValid(posted, options)) continue;
      compared += 1;
      const { currency, minorUnits } = options;
      const settings = { currency, minorUnits };
      const random = new Random(seed ^ 0xc01);
      const asOf = randomAsOf(seed);
      const ledgers = [
        ledgerFromItems(posted as readonly LedgerItem[], settings),
        ledgerFromColumns(columnsOf(posted, minorUnits, random), settings),
      ];
      const [one, other] = ledgers.map((ledger) => ({
        parties: ledger.parties,
        dimensions: ledger.dimensions,
        table: JSON.stringify(agingTable(ledger, { asOf, credits: "newest-first" }).total),
        items: JSON.stringify(agedItems(ledger, { asOf })),
        months: JSON.stringify(
          monthlySales(ledger, { from: "2023-11", through: "2024-12", outstandingAsOf: asOf }),
        ),
      }));
      expect([seed, other]).toEqual([seed, one]);
    }
    expectOften(compared, COUNT, 0.16);
  },
  60_000 + COUNT * 60,
);
