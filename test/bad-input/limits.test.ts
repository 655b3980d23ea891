/**
 * Bombs, long lists and long texts: refused soon, with messages that can be read. No clock is read:
 * each is so large that work which grows faster than its size would outlast the time of a test.
 */
import { describe, expect, it } from "vitest";

import * as credit from "trade-credit";

import { MAX_MESSAGE, requireWellFormed } from "./calls.ts";
import { bombs, recordOf, sharedLists } from "./corpus.ts";

function refusal(call: () => unknown): credit.CreditError {
  try {
    call();
  } catch (error) {
    if (!credit.isCreditError(error)) throw error;
    requireWellFormed(error, error.function);
    return error;
  }
  throw new Error("it was accepted");
}

const options = { currency: "EUR" };
const invoice = (id: string, more: object = {}) => ({
  id,
  party: "A",
  documentDate: "2026-01-10",
  dueDate: "2026-02-09",
  amount: "5.00",
  ...more,
});
const anything = (value: unknown) => value as never;

describe("a thousand bombs", () => {
  const loaded = bombs();

  it.each<[string, (bomb: unknown) => unknown]>([
    ["overdueRate", (bomb) => credit.overdueRate(anything({ overdue: 1, receivables: bomb }))],
    [
      "dsoCountback",
      (bomb) =>
        credit.dsoCountback({
          receivables: 1,
          periods: [{ period: "2026-01", sales: anything(bomb) }],
        }),
    ],
    [
      "ledgerFromItems",
      (bomb) => credit.ledgerFromItems([invoice("1", { amount: bomb })], options),
    ],
    ["dueDate", (bomb) => credit.dueDate(anything({ documentDate: bomb, terms: bomb }))],
    ["parseTerms", (bomb) => credit.parseTerms(anything(bomb))],
  ])("%s refuses them, each soon", (_, call) => {
    for (const bomb of loaded) refusal(() => call(bomb));
  });
});

describe("a list", () => {
  it("of 200,000 bad entries gives 100 issues, and soon", () => {
    const balances = Array.from({ length: 200_000 }, () => ({ party: 5, amount: "five" }));
    const items = Array.from({ length: 200_000 }, () => ({ id: 5, colour: "red" }));
    const column = Array.from({ length: 200_000 }, () => "five");
    const calls: (() => unknown)[] = [
      () => credit.concentration(anything({ balances })),
      () => credit.ledgerFromItems(anything(items), options),
      () => credit.extendLedger(credit.ledgerFromItems([], options), anything(items)),
      () => credit.extendLedger(credit.ledgerFromItems([], options), [], anything(items)),
      () =>
        credit.ledgerFromColumns(
          { party: column, documentDate: column, dueDate: column, amount: column },
          options,
        ),
      () => credit.partitionByCurrency(anything(items)),
    ];
    for (const call of calls) {
      const error = refusal(call);
      expect(error.issues.length).toBeLessThanOrEqual(100);
      expect(error.message.length).toBeLessThan(MAX_MESSAGE);
    }
  });

  it("of more than a million entries is refused where a million is the cap", () => {
    const balances = new Array(1_000_001).fill({ party: "A", amount: 5 });
    const error = refusal(() => credit.concentration({ balances }));
    expect(error.message).toBe("concentration: balances must be a list of at most 1000000 entries");
  });

  it.each([
    [
      "edges of agingTable",
      101,
      (edges: number[]) =>
        credit.agingTable(credit.ledgerFromItems([], options), { asOf: "2026-01-31", edges }),
    ],
    [
      "top of concentration",
      1001,
      (top: number[]) => credit.concentration({ balances: [{ party: "A", amount: 5 }], top }),
    ],
    [
      "periods of dsoCountback",
      10_001,
      (numbers: number[]) =>
        credit.dsoCountback({
          receivables: 1,
          periods: numbers.map(() => ({ period: "2026-01", sales: 1 })),
        }),
    ],
  ])("of more %s than there may be is refused", (_, length, call) => {
    const error = refusal(() => call(Array.from({ length }, (__, index) => index + 1)));
    expect(error.issues[0]?.rule).toMatch(/^must have at most [0-9]+ entries$/);
  });

  it("with a hole is refused with its place, and a hole is never a row", () => {
    const holed = [{ party: "A", amount: 5 }, , { party: "B", amount: 5 }];
    expect(refusal(() => credit.concentration(anything({ balances: holed }))).message).toBe(
      "concentration: balances[1] must be given: the list has a hole here",
    );

    const items = [invoice("1"), , invoice("2")] as never[];
    const ledger = credit.ledgerFromItems([], options);
    for (const [call, path] of [
      [() => credit.ledgerFromItems(items, options), "items[1]"],
      [() => credit.extendLedger(ledger, items), "items[1]"],
      [() => credit.extendLedger(ledger, [], new Array<never>(1)), "applications[0]"],
      [() => credit.partitionByCurrency(items), "items[0].currency"],
      [() => credit.tabulate(credit.overdueRate, items, { id: "id" }), "rows[1]"],
    ] as const) {
      expect(refusal(call).issues[0]?.path).toBe(path);
    }
  });

  it("that goes on for 100^8 entries by sharing its memory is refused", () => {
    const deep = refusal(() => credit.overdueRate(anything({ overdue: sharedLists(8) })));
    expect(deep.issues[0]?.rule).toBe("must be nested at most 8 deep");
    const wide = refusal(() => credit.overdueRate(anything({ overdue: sharedLists(6) })));
    expect(wide.issues[0]?.rule).toBe("must hold at most 16000000 values in all");
  });
});

describe("a record", () => {
  it("of 200,000 fields that are none is refused soon", () => {
    const wide = recordOf(200_000);
    for (const call of [
      () => credit.overdueRate(anything({ ...wide, overdue: 1, receivables: 1 })),
      () => credit.ledgerFromItems([anything({ ...invoice("1"), ...wide })], options),
      () => credit.ledgerFromColumns(anything(wide), options),
      () => credit.ledgerFromItems([invoice("1", { dimensions: wide })], options),
      () =>
        credit.extendLedger(
          credit.ledgerFromItems([], options),
          [],
          [anything({ ...wide, item: "1" })],
        ),
    ]) {
      expect(refusal(call).issues.length).toBeLessThanOrEqual(100);
    }
  });
});

describe("a long text", () => {
  const long = "x".repeat(1_000_000);

  it("is cut where a message names it", () => {
    const ledger = credit.ledgerFromItems([invoice("1", { dimensions: { region: "N" } })], options);
    for (const call of [
      () => credit.overdueRate(anything({ overdue: 1, receivables: 1, [long]: 5 })),
      () => credit.ledgerFromItems([invoice(long)], options),
      () => credit.ledgerFromItems([anything({ ...invoice("1"), [long]: 5 })], options),
      () => credit.ledgerFromItems([invoice("1", { currency: long })], options),
      () => credit.receivablesBalance(ledger, { asOf: "2026-01-31", party: long }),
      () => credit.agingTable(ledger, { asOf: "2026-01-31", by: long }),
      () => credit.isoDate(new Date(0), long),
    ]) {
      expect(refusal(call).message.length).toBeLessThan(2000);
    }
  });

  it("in rejected rows is cut as well", () => {
    const { report } = credit.ledgerFromItems(
      [invoice(long), anything({ ...invoice("1"), [long]: 5 })],
      { ...options, onBadRow: "collect" },
    );
    expect(JSON.stringify(report).length).toBeLessThan(1500);
  });

  it("of 64 characters is a number; of 65 it is none", () => {
    const rate = (receivables: string) => credit.overdueRate({ overdue: 1, receivables });
    expect(rate("1".repeat(64)).value.isZero()).toBe(false);
    refusal(() => rate("1".repeat(65)));
    expect(rate(`0.${"0".repeat(61)}1`).value.toFixed()).toBe(`1${"0".repeat(62)}`);
    refusal(() => rate(`0.${"0".repeat(62)}1`));
  });
});

describe("numbers", () => {
  const amountOf = (amount: unknown) =>
    credit
      .receivablesBalance(credit.ledgerFromItems([invoice("1", { amount })], options), {
        asOf: "2026-12-31",
      })
      .value.toFixed();

  it("stand for their shortest decimal, and money must fit the minor unit", () => {
    expect(amountOf(0.07)).toBe("0.07");
    expect(amountOf(1.005e2)).toBe("100.5");
    expect(amountOf(35.41)).toBe("35.41");
    refusal(() => amountOf(0.1 + 0.2));
    refusal(() => amountOf(1.005));
    refusal(() => amountOf(5e-324));
  });

  it("beyond 2^53 − 1 must be text or bigint, which are exact", () => {
    expect(amountOf("9007199254740993")).toBe("9007199254740993");
    expect(amountOf(9007199254740993n)).toBe("9007199254740993");
    expect(amountOf(9007199254740991)).toBe("9007199254740991");
    const error = refusal(() => amountOf(9007199254740992));
    expect(error.message).toBe(
      "ledgerFromItems: items[0].amount must be finite, and text or bigint when a whole number " +
        "beyond 2^53 − 1, got 9007199254740992",
    );
  });

  it("that are −0 are 0, in and out", () => {
    const zero = credit.overdueRate({ overdue: -0, receivables: 5 });
    expect(Object.is(zero.value.toNumber(), 0)).toBe(true);
    expect(JSON.stringify(zero)).not.toContain("-0");
    expect(JSON.stringify(credit.overdueRate({ overdue: "-0.00", receivables: 5 }))).not.toContain(
      "-0",
    );
    const columns = {
      party: ["A"],
      documentDate: Int32Array.of(-0),
      dueDate: ["1970-01-31"],
      amount: Float64Array.of(100),
    };
    const ledger = credit.ledgerFromColumns(columns, { currency: "EUR", minorUnits: -0 });
    expect(Object.is(ledger.minorUnits, 0)).toBe(true);
  });
});

describe("figures as amounts", () => {
  const figure = (currency: string) => {
    const ledger = credit.ledgerFromItems([invoice("1")], { currency });
    return credit.receivablesBalance(ledger, { asOf: "2026-12-31" });
  };

  it("must be money, of the ledger's currency", () => {
    const amount = (value: unknown) =>
      credit.ledgerFromItems([invoice("1", { amount: value })], options);
    expect(amount(figure("EUR")).items).toBe(1);
    expect(refusal(() => amount(figure("USD"))).message).toContain(
      'items[0].amount must be a figure in EUR, not in "USD"',
    );
    const days = credit.delayAgainstTerms({ dso: 5, termDays: 3 });
    expect(refusal(() => amount(days)).message).toContain(
      "items[0].amount must be a figure in money, not in days",
    );
  });

  it("of two currencies in one call are a mismatch", () => {
    const two = { overdue: figure("EUR"), receivables: figure("USD") };
    const error = refusal(() => credit.overdueRate(two));
    expect([error.code, error.message]).toEqual([
      "currency_mismatch",
      "overdueRate: must be of one currency, got EUR, USD",
    ]);
    const ledger = credit.ledgerFromItems([invoice("1")], options);
    const control = { asOf: "2026-12-31", controlBalance: figure("USD") };
    expect(refusal(() => credit.agingTable(ledger, control)).code).toBe("currency_mismatch");
    expect(
      refusal(() =>
        credit.agingView(credit.agingSums(ledger, { asOf: "2026-12-31" }), {
          controlBalance: figure("USD"),
        }),
      ).code,
    ).toBe("currency_mismatch");
  });

  it("that are stored are copied: the caller may change them afterwards", () => {
    const stored = JSON.parse(JSON.stringify(figure("EUR"))) as { value: string; inputs: object };
    const rate = credit.overdueRate({ overdue: 1, receivables: anything(stored) });
    stored.value = "7";
    stored.inputs = {};
    expect(JSON.stringify(rate)).toContain('"value":"5"');
    expect(JSON.stringify(rate)).toContain("2026-12-31");
  });

  it("that are absent are not defined", () => {
    const [row] = credit.dsoByParty(
      credit.ledgerFromItems([invoice("1", { kind: "payment" })], options),
      { asOf: "2026-12-31", months: 3 },
    );
    const dso = anything(row?.periodAverage);
    const error = refusal(() => credit.delayAgainstTerms({ dso, termDays: 3 }));
    expect(error.code).toBe("not_defined");
    expect(error.issues[0]?.path).toBe("dso");
  });
});
