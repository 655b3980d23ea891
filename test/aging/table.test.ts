/** Aging tables by hand: small ledgers whose figures follow from docs/ledger.md on paper. */
import { describe, expect, it } from "vitest";

import {
  agedItems,
  agingSums,
  agingTable,
  agingView,
  daysBeyondTerms,
  isCreditError,
  ledgerFromItems,
  mergeAging,
  monthlySales,
  receivablesBalance,
  toRows,
  weightedDaysToPay,
} from "trade-credit";
import type {
  AgingMeasures,
  AgingTableInput,
  CreditPolicy,
  Figure,
  LedgerItem,
} from "trade-credit";

const EUR = { currency: "EUR" } as const;

const invoice = (id: string, amount: string | number, more: object = {}): LedgerItem => ({
  id,
  party: "A",
  documentDate: "2026-01-01",
  dueDate: "2026-01-31",
  amount,
  ...more,
});
const payment = (id: string, amount: string | number, more: object = {}): LedgerItem => ({
  id,
  party: "A",
  kind: "payment",
  documentDate: "2026-01-15",
  amount,
  ...more,
});

const number = ({ value }: Figure) => value.toNumber();
const amounts = (row: AgingMeasures | undefined) =>
  row?.buckets.map(({ amount }) => number(amount));
const counts = (row: AgingMeasures | undefined) => row?.buckets.map(({ count }) => number(count));

const tableOf = (items: readonly LedgerItem[], input: AgingTableInput, options: object = EUR) =>
  agingTable(ledgerFromItems(items, options as typeof EUR), input);

const totalOf = (items: readonly LedgerItem[], input: AgingTableInput) =>
  tableOf(items, input).total;

function refusal(call: () => unknown): { code: string; message: string } {
  try {
    call();
  } catch (error) {
    if (isCreditError(error)) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("it was accepted");
}

describe("the classes of an aging table", () => {
  /** One invoice of 1, 2, 4, 8 … for each due date. */
  const due = (...dates: string[]) =>
    dates.map((dueDate, at) => invoice(String(at), 2 ** at, { dueDate }));

  it("begin on the day after the due date and end on their edge: 30 days are 1-30, 31 are 31-60", () => {
    // As of 31 March: due that day, 1, 30, 31, 60, 61, 90 and 91 days before.
    const items = due(
      "2026-03-31",
      "2026-03-30",
      "2026-03-01",
      "2026-02-28",
      "2026-01-30",
      "2026-01-29",
      "2025-12-31",
      "2025-12-30",
    );
    const total = totalOf(items, { asOf: "2026-03-31" });
    expect(amounts(total)).toEqual([1, 2 + 4, 8 + 16, 32 + 64, 128]);
    expect(counts(total)).toEqual([1, 2, 2, 2, 1]);
    expect([number(total.overdue), number(total.overdueCount)]).toEqual([254, 7]);
    const labels = tableOf(items, { asOf: "2026-03-31" }).buckets;
    expect(labels).toEqual([
      { label: "not due", from: null, to: 0 },
      { label: "1-30", from: 1, to: 30 },
      { label: "31-60", from: 31, to: 60 },
      { label: "61-90", from: 61, to: 90 },
      { label: "91+", from: 91, to: null },
    ]);
  });

  it("count the due day as overdue only where that is asked; then the first is 0-30", () => {
    const items = due("2026-04-01", "2026-03-31", "2026-03-01", "2026-02-28");
    const total = totalOf(items, { asOf: "2026-03-31", dueDayIsOverdue: true });
    expect(amounts(total)).toEqual([1, 2 + 4, 8, 0, 0]);
    expect([number(total.overdue), number(total.overdueCount)]).toEqual([14, 3]);
    const { buckets, dueDayIsOverdue } = tableOf(items, {
      asOf: "2026-03-31",
      dueDayIsOverdue: true,
    });
    expect(dueDayIsOverdue).toBe(true);
    expect(buckets.slice(0, 2)).toEqual([
      { label: "not due", from: null, to: -1 },
      { label: "0-30", from: 0, to: 30 },
    ]);
  });

  it("go by the document date where that is the basis; overdue goes by the due date all the same", () => {
    const items = [
      invoice("1", 1, { documentDate: "2026-03-31", dueDate: "2026-03-31" }),
      invoice("2", 2, { documentDate: "2026-03-01", dueDate: "2026-03-30" }),
      invoice("3", 4, { documentDate: "2026-02-28", dueDate: "2026-05-31" }),
      invoice("4", 8, { documentDate: "2025-12-30", dueDate: "2026-01-29" }),
    ];
    const table = tableOf(items, { asOf: "2026-03-31", basis: "document-date" });
    expect(table.buckets.map(({ label }) => label)).toEqual(["0-30", "31-60", "61-90", "91+"]);
    expect(amounts(table.total)).toEqual([1 + 2, 4, 0, 8]);
    expect([number(table.total.overdue), number(table.total.overdueCount)]).toEqual([10, 2]);
  });

  it("age to another day than the one balances stand on, where that is stated", () => {
    const items = [
      invoice("1", 1, { documentDate: "2026-03-01", dueDate: "2026-03-31" }),
      // Issued after the day that ages count to.
      invoice("2", 2, { documentDate: "2026-03-20", dueDate: "2026-04-19" }),
      invoice("3", 4, { documentDate: "2026-04-01", dueDate: "2026-05-01" }),
    ];
    const later = { asOf: "2026-03-31", agedTo: "2026-04-30" };
    expect(amounts(totalOf(items, later))).toEqual([0, 1 + 2, 0, 0, 0]);
    const earlier = { asOf: "2026-03-31", agedTo: "2026-03-10", basis: "document-date" } as const;
    expect(amounts(totalOf(items, earlier))).toEqual([1 + 2, 0, 0, 0]);
    const table = tableOf(items, later);
    expect([table.asOf, table.agedTo]).toEqual(["2026-03-31", "2026-04-30"]);
  });

  it("have the edges that are asked, one class of one day and none but the last too", () => {
    const items = due("2026-03-30", "2026-03-24", "2026-03-23", "2026-03-22", "2026-04-30");
    const labelled = (edges: number[]) => {
      const { buckets, total } = tableOf(items, { asOf: "2026-03-31", edges });
      return buckets.map(({ label }, at) => [label, amounts(total)?.[at]]);
    };
    expect(labelled([7, 8])).toEqual([
      ["not due", 16],
      ["1-7", 1 + 2],
      ["8", 4],
      ["9+", 8],
    ]);
    expect(labelled([])).toEqual([
      ["not due", 16],
      ["1+", 15],
    ]);
  });

  it.each([
    [[60, 30], "edges[1] must be a whole number of days greater than 60, got 30"],
    [[30, 30], "edges[1] must be a whole number of days greater than 30, got 30"],
    [[0], "edges[0] must be a whole number of days greater than 0, got 0"],
    [[30.5], "edges[0] must be a whole number from 0 to 100000, got 30.5"],
  ])("refuse the edges %j", (edges, message) => {
    expect(refusal(() => totalOf([], { asOf: "2026-03-31", edges })).message).toBe(
      `agingTable: ${message}`,
    );
  });
});

describe("any past date", () => {
  const items = [
    invoice("1", 100, {
      applications: [
        { date: "2026-02-10", amount: 40, kind: "payment" },
        { date: "2026-03-10", amount: -15, kind: "payment" },
        // Dated before the document: counts from the document's own day.
        { date: "2025-12-20", amount: 5, kind: "discount" },
      ],
    }),
    invoice("2", 10, { documentDate: "2026-04-01", dueDate: "2026-05-01" }),
  ];

  it.each([
    ["2025-12-31", 0],
    ["2026-01-01", 95],
    ["2026-02-09", 95],
    ["2026-02-10", 55],
    ["2026-03-09", 55],
    ["2026-03-10", 70],
    ["2026-03-31", 70],
    ["2026-04-01", 80],
    ["2099-12-31", 80],
  ])(
    "as of %s the balance is %i: documents and applications of the day count, later ones never",
    (asOf, expected) => {
      const table = tableOf(items, { asOf });
      expect(number(table.total.net)).toBe(expected);
      expect(table.identity.holds).toBe(true);
      expect(number(receivablesBalance(ledgerFromItems(items, EUR), { asOf }))).toBe(expected);
    },
  );

  it("an application by a source counts from the latest of the three dates", () => {
    const rows = [
      invoice("1", 100, {
        documentDate: "2026-02-01",
        applications: [{ date: "2026-01-20", amount: 30, kind: "payment", source: "P" }],
      }),
      payment("P", 50, { documentDate: "2026-03-01" }),
    ];
    const open = (asOf: string) =>
      agedItems(ledgerFromItems(rows, EUR), { asOf })
        .toArray()
        .map(({ open: amount }) => number(amount));
    expect([open("2026-02-01"), open("2026-02-28"), open("2026-03-01")]).toEqual([
      [100],
      [100],
      [70, -20],
    ]);
  });
});

describe("installments", () => {
  // 100 + 200 + 300, given out of order; two due on one day keep their order.
  const parts = (more: object = {}) =>
    invoice("1", 600, {
      dueDate: undefined,
      installments: [
        { dueDate: "2026-03-01", amount: 300 },
        { dueDate: "2026-02-01", amount: 100 },
        { dueDate: "2026-02-01", amount: 200 },
      ],
      ...more,
    });
  const rows = (item: LedgerItem, asOf = "2026-06-30") =>
    agedItems(ledgerFromItems([item], EUR), { asOf })
      .toArray()
      .map(({ installment, dueDate, original, applied, open }) => [
        installment,
        dueDate,
        number(original),
        number(applied),
        number(open),
      ]);

  it("age one by one, in the order of their due dates", () => {
    expect(rows(parts())).toEqual([
      [1, "2026-02-01", 100, 0, 100],
      [2, "2026-02-01", 200, 0, 200],
      [3, "2026-03-01", 300, 0, 300],
    ]);
    expect(amounts(totalOf([parts()], { asOf: "2026-03-31" }))).toEqual([0, 300, 300, 0, 0]);
  });

  it("are filled oldest due date first; a reversal empties the latest first", () => {
    const paid = (amount: number, date = "2026-04-01") => ({ date, amount, kind: "payment" });
    expect(rows(parts({ applications: [paid(150)] }))).toEqual([
      [2, "2026-02-01", 200, 50, 150],
      [3, "2026-03-01", 300, 0, 300],
    ]);
    expect(rows(parts({ applications: [paid(350), paid(-100, "2026-05-01")] }))).toEqual([
      [2, "2026-02-01", 200, 150, 50],
      [3, "2026-03-01", 300, 0, 300],
    ]);
    expect(rows(parts({ applications: [paid(600)] }))).toEqual([]);
  });

  it("bear an exchange difference below zero on the first of them", () => {
    const exchange = { date: "2026-04-01", amount: -7, kind: "exchange" };
    expect(rows(parts({ applications: [exchange] }))[0]).toEqual([1, "2026-02-01", 100, -7, 107]);
  });

  it("come from terms, too, with every cent of the amount", () => {
    const item = invoice("1", "100.01", { dueDate: undefined, terms: "50% 30, 50% 60" });
    expect(rows(item)).toEqual([
      [1, "2026-01-31", 50.01, 0, 50.01],
      [2, "2026-03-02", 50, 0, 50],
    ]);
  });
});

describe("disputes", () => {
  const disputed = (more: object) => invoice("1", 100, more);
  const dispute = (more: object = {}) => ({ from: "2026-02-01", amount: 60, ...more });
  const at = (item: LedgerItem, asOf: string) => number(totalOf([item], { asOf }).disputed);

  it("are in force from their first day through their last", () => {
    const item = disputed({ disputes: [dispute({ to: "2026-02-28" })] });
    expect(
      ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map((day) => at(item, day)),
    ).toEqual([0, 60, 60, 0]);
    expect(at(disputed({ disputes: [dispute()] }), "2099-12-31")).toBe(60);
  });

  it("are no more than what is open, together", () => {
    const applications = [{ date: "2026-02-10", amount: 55, kind: "payment" }];
    const item = disputed({ applications, disputes: [dispute(), dispute({ amount: 30 })] });
    expect([at(item, "2026-02-09"), at(item, "2026-02-10")]).toEqual([90, 45]);
  });

  it("stand on the oldest due open installments", () => {
    const item = disputed({
      dueDate: undefined,
      installments: [
        { dueDate: "2026-02-28", amount: 50 },
        { dueDate: "2026-01-31", amount: 50 },
      ],
      applications: [{ date: "2026-01-31", amount: 20, kind: "payment" }],
      disputes: [dispute()],
    });
    const rows = agedItems(ledgerFromItems([item], EUR), { asOf: "2026-03-31" }).toArray();
    expect(rows.map((row) => [row.dueDate, number(row.open), number(row.disputed)])).toEqual([
      ["2026-01-31", 30, 30],
      ["2026-02-28", 50, 30],
    ]);
  });
});

describe("credit items", () => {
  // Charges of A: 50 not due, 30 at 1-30, 20 at 91+; a credit of 40 aged 31-60. B owes 10 and has
  // 25 to its credit.
  const items = [
    invoice("1", 50, { dueDate: "2026-04-30" }),
    invoice("2", 30, { dueDate: "2026-03-15" }),
    invoice("3", 20, { dueDate: "2025-12-01" }),
    payment("4", 40, { documentDate: "2026-02-20" }),
    invoice("5", 10, { party: "B", dueDate: "2026-03-01" }),
    payment("6", 25, { party: "B", documentDate: "2026-03-30" }),
  ];
  const asOf = "2026-03-31";

  it.each<[CreditPolicy, number[], number, number[]]>([
    ["separate", [50, 30 + 10, 0, 0, 20], 65, [50, 30, 0, 0, 20]],
    // B's payment of 30 March is 1 day old: in 1-30.
    ["own-date", [50, 30 + 10 - 25, -40, 0, 20], 0, [50, 30, -40, 0, 20]],
    ["current", [50 - 40 - 25, 40, 0, 0, 20], 0, [10, 30, 0, 0, 20]],
    ["oldest-first", [50, 10, 0, 0, 0], 15, [50, 10, 0, 0, 0]],
    ["newest-first", [10, 30, 0, 0, 20], 15, [10, 30, 0, 0, 20]],
  ])(
    "%s: within each party, and the total is the sum of the parties",
    (credits, total, unallocated, ofA) => {
      const table = tableOf(items, { asOf, credits });
      expect(amounts(table.total)).toEqual(total);
      expect(number(table.total.unallocated)).toBe(unallocated);
      expect(amounts(table.parties.at(0))).toEqual(ofA);
      // None of these depends on the policy.
      const { gross, credits: credited, net, overdue, overdueCount } = table.total;
      expect([gross, credited, net, overdue, overdueCount].map(number)).toEqual([
        110, 65, 45, 60, 3,
      ]);
      expect(counts(table.total)).toEqual([1, 2, 0, 0, 1]);
    },
  );

  it("age by their due date where they have one", () => {
    const later = items.map((item) =>
      item.id === "4" ? { ...item, dueDate: "2026-05-01" } : item,
    );
    expect(amounts(tableOf(later, { asOf, credits: "own-date" }).parties.at(0))).toEqual([
      10, 30, 0, 0, 20,
    ]);
  });

  it("of a party that owes nothing are a row all the same; a party without anything open is none", () => {
    const rows = [
      payment("1", 5),
      invoice("2", 7, {
        party: "B",
        applications: [{ date: "2026-02-01", amount: 7, kind: "payment" }],
      }),
    ];
    const { parties, total } = tableOf(rows, { asOf });
    expect(parties.toArray().map(({ party, net }) => [party, number(net)])).toEqual([["A", -5]]);
    expect(number(total.net)).toBe(-5);
  });

  it("with a source of another party take off that party's credits", () => {
    const rows = [
      invoice("1", 100, {
        applications: [
          { date: "2026-02-01", amount: 60, kind: "payment", source: "P", crossParty: true },
        ],
      }),
      payment("P", 80, { party: "B" }),
    ];
    const { parties, identity } = tableOf(rows, { asOf });
    expect(parties.toArray().map(({ party, net }) => [party, number(net)])).toEqual([
      ["A", 40],
      ["B", -20],
    ]);
    expect(identity.holds).toBe(true);
    const ofB = tableOf(rows, { asOf, scope: { party: "B" } });
    expect([number(ofB.total.net), ofB.identity.holds]).toEqual([-20, true]);
  });
});

describe("the identity", () => {
  const items = [
    invoice("1", 100),
    invoice("2", 50, { party: "B", dimensions: { region: "North" } }),
    payment("3", 30, { dimensions: { region: "North" } }),
  ];
  const asOf = "2026-03-31";
  const control = (controlBalance: AgingTableInput["controlBalance"], more: object = {}) => {
    const { identity } = tableOf(items, {
      asOf,
      ...(controlBalance === undefined ? {} : { controlBalance }),
      ...more,
    });
    if (identity.control === "not-given") return "not-given";
    const { difference, holds, differences } = identity.control;
    return {
      holds,
      difference: number(difference),
      parties: differences.toArray().map((each) => [each.party, number(each.difference)]),
    };
  };

  it("says that no control balance was given, where none was", () => {
    expect(control(undefined)).toBe("not-given");
  });

  it("compares with the general ledger in total", () => {
    expect(control("120.00")).toEqual({ holds: true, difference: 0, parties: [] });
    expect(control(119.99)).toEqual({ holds: false, difference: 0.01, parties: [] });
    expect(control("0")).toEqual({ holds: false, difference: 120, parties: [] });
  });

  it("compares by party, and names those that only one side knows", () => {
    expect(
      control([
        { party: "A", amount: 70 },
        { party: "B", amount: "50" },
      ]),
    ).toEqual({ holds: true, difference: 0, parties: [] });
    // Two errors that cancel out in total.
    expect(
      control([
        { party: "B", amount: 60 },
        { party: "A", amount: 60 },
      ]),
    ).toEqual({
      holds: false,
      difference: 0,
      parties: [
        ["A", 10],
        ["B", -10],
      ],
    });
    expect(
      control([
        { party: "A", amount: 70 },
        { party: "C", amount: 50 },
      ]),
    ).toEqual({
      holds: false,
      difference: 0,
      parties: [
        ["B", 50],
        ["C", -50],
      ],
    });
    expect(control([])).toEqual({
      holds: false,
      difference: 120,
      parties: [
        ["A", 70],
        ["B", 50],
      ],
    });
  });

  it("compares the part that is asked about", () => {
    const north = { scope: { dimension: { name: "region", value: "North" } } };
    expect(control(20, north)).toMatchObject({ holds: true });
    expect(
      control(
        [
          { party: "A", amount: -30 },
          { party: "B", amount: 50 },
        ],
        north,
      ),
    ).toMatchObject({
      holds: true,
    });
  });

  it.each([
    [[{ party: "A", amount: "x" }], "controlBalance[0].amount must be a plain decimal"],
    [[{ party: 5, amount: 1 }], "controlBalance[0].party must be a text"],
    [
      [
        { party: "A", amount: 1 },
        { party: "A", amount: 1 },
      ],
      "controlBalance[1].party must be given once",
    ],
    [[5], "controlBalance[0] must be an object"],
    [
      [{ party: "A", amount: 1, currency: "EUR" }],
      "controlBalance[0].currency is not a field of a control balance",
    ],
    ["1,0", "controlBalance must be a plain decimal"],
  ])("refuses the control balance %j", (controlBalance, message) => {
    const { message: found } = refusal(() => control(controlBalance as never));
    expect(found).toContain(`agingTable: ${message}`);
  });
});

describe("snapshots", () => {
  const snapshot = (id: string, amount: number, openAmount: number, openAsOf: string) =>
    invoice(id, amount, { openAmount, openAsOf });
  const ledger = ledgerFromItems(
    [snapshot("1", 100, 40, "2026-02-28"), snapshot("2", 50, 0, "2026-03-15"), invoice("3", 7)],
    EUR,
  );

  it("answer from the latest of their days on", () => {
    const { code, message } = refusal(() => agingTable(ledger, { asOf: "2026-03-14" }));
    expect([code, message]).toEqual([
      "history_too_short",
      "agingTable: asOf must be on or after 2026-03-15: the ledger holds snapshots of that day, got 2026-03-14",
    ]);
    for (const call of [
      () => receivablesBalance(ledger, { asOf: "2026-03-14" }),
      () => agedItems(ledger, { asOf: "2026-03-14" }),
      () => agingSums(ledger, { asOf: "2026-03-14" }),
      () =>
        monthlySales(ledger, {
          from: "2026-01",
          through: "2026-03",
          outstandingAsOf: "2026-03-14",
        }),
      () => weightedDaysToPay(ledger, { from: "2026-03-14", to: "2026-04-14" }),
      () => daysBeyondTerms(ledger, { variant: "open-over-all", asOf: "2026-03-14" }),
    ]) {
      expect(refusal(call).code).toBe("history_too_short");
    }
    const onTheDay = agingTable(ledger, { asOf: "2026-03-15" }).total.gross;
    expect([number(onTheDay), onTheDay.caveats]).toEqual([47, []]);
  });

  it("carry a caveat when they are asked about later days", () => {
    const caveats = [{ code: "no_movements_since", day: "2026-03-15" }];
    const asOf = "2026-03-31";
    const table = agingTable(ledger, { asOf });
    const [item] = agedItems(ledger, { asOf });
    const months = monthlySales(ledger, {
      from: "2026-01",
      through: "2026-01",
      outstandingAsOf: asOf,
    });
    for (const figure of [
      table.total.gross,
      table.total.buckets[2]?.amount,
      table.parties.at(0)?.overdue,
      table.identity.documents,
      receivablesBalance(ledger, { asOf }),
      item?.open,
      months[0]?.outstanding,
      daysBeyondTerms(ledger, { variant: "open-over-past-due", asOf }),
    ]) {
      expect(figure?.caveats).toEqual(caveats);
    }
  });

  it("of parts that are merged say what the whole would say", () => {
    const parts = [snapshot("1", 100, 40, "2026-02-28"), snapshot("2", 50, 20, "2026-03-15")];
    const sums = (items: readonly LedgerItem[], asOf: string) =>
      agingSums(ledgerFromItems(items, EUR), { asOf });
    for (const asOf of ["2026-03-15", "2026-03-31"]) {
      const [one, other] = parts.map((part) => sums([part], asOf));
      const merged = agingView(mergeAging(one as never, other as never)).total.gross;
      expect(merged.caveats).toEqual(agingView(sums(parts, asOf)).total.gross.caveats);
    }
  });
});

describe("currencies", () => {
  it("have their own smallest unit: none of the yen, a thousandth of the dinar", () => {
    const yen = tableOf(
      [invoice("1", 100), invoice("2", "50")],
      { asOf: "2026-03-31" },
      {
        currency: "JPY",
      },
    );
    expect([yen.total.net.value.toFixed(), yen.currency]).toEqual(["150", "JPY"]);
    const dinar = tableOf(
      [invoice("1", "0.001"), invoice("2", 0.025)],
      { asOf: "2026-03-31" },
      {
        currency: "KWD",
      },
    );
    expect(dinar.total.net.value.toFixed()).toBe("0.026");
    expect(
      refusal(() => tableOf([invoice("1", "0.5")], { asOf: "2026-03-31" }, { currency: "JPY" }))
        .message,
    ).toContain("items[0].amount must fit the currency's 0 decimal places");
    expect(dinar.parties.columns()?.["net"]?.values).toEqual(Float64Array.of(26));
  });
});

describe("rows", () => {
  const items = ["__proto__", "constructor", "雪松"].map((party, at) =>
    invoice(String(at), at + 1, { party, dueDate: "2026-03-01" }),
  );
  const { parties } = tableOf(items, { asOf: "2026-03-31" });

  it("are read by place, from either end, by iteration and in slices", () => {
    const names = (rows: Iterable<{ party: string }>) => [...rows].map(({ party }) => party);
    expect(parties.length).toBe(3);
    expect(names(parties)).toEqual(["__proto__", "constructor", "雪松"]);
    expect(names(parties.slice(1))).toEqual(["constructor", "雪松"]);
    expect(names(parties.slice(-2, -1))).toEqual(["constructor"]);
    expect(names(parties.slice(2, 1))).toEqual([]);
    expect(parties.at(-1)?.party).toBe("雪松");
    expect([parties.at(3), parties.at(-4), parties.at(0.5), parties.at(NaN)]).toEqual(
      new Array(4).fill(undefined),
    );
  });

  it("have their measures in the order of their description, as the columns of a report", () => {
    const { total } = tableOf(items, { asOf: "2026-03-31" });
    const names = ["buckets", "credits", "unallocated", "gross", "net", "current", "overdue"];
    const measures = [...names, "overdueCount", "disputed"];
    expect(Object.keys(total)).toEqual(measures);
    expect(Object.keys(parties.at(0) ?? {})).toEqual(["party", ...measures]);
    const ends = ["label", "from", "to"];
    expect(Object.keys(total.buckets[0] ?? {})).toEqual([...ends, "amount", "count"]);
  });

  it("hand out the same figure each time it is read", () => {
    const { total } = tableOf(items, { asOf: "2026-03-31" });
    for (const measures of [total, parties.at(0) as AgingMeasures]) {
      expect(measures.overdueCount).toBe(measures.overdueCount);
      expect(measures.net).toBe(measures.net);
      for (const bucket of measures.buckets) expect(bucket.count).toBe(bucket.count);
    }
  });

  it("keep a party called __proto__ in columns and flat rows, too", () => {
    expect(toRows(parties, { numbers: "number" }).map((row) => [row["party"], row["net"]])).toEqual(
      [
        ["__proto__", 1],
        ["constructor", 2],
        ["雪松", 3],
      ],
    );
    expect(parties.columns()?.["1-30"]?.values).toEqual(Float64Array.of(100, 200, 300));
  });
});
