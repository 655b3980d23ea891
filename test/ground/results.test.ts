/** Results as tables, plain data and flat rows. */
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";

import {
  agingTable,
  averageDaysDelinquent,
  cashReleased,
  concentration,
  CreditError,
  dsoByParty,
  dsoPeriodAverage,
  isAbsent,
  isCreditError,
  isFigure,
  ledgerFromItems,
  overdueRate,
  tabulate,
  toPlain,
  toRows,
} from "trade-credit";
import type { Figure, LedgerItem } from "trade-credit";

import { figure } from "../../src/ground/figure.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { Rows } from "../../src/ground/rows.ts";

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (isCreditError(error)) return error.message;
    throw error;
  }
  return "no refusal";
}

const months = [
  { month: "April", receivables: 900, sales: 600 },
  { month: "May", receivables: 800, sales: 0 },
  { month: "June", receivables: -1, sales: 700 },
  { month: "July", receivables: 350, sales: 700 },
];
const common = { days: 30, sameTaxBasis: true };

const invoice = (id: string, amount: number, more: object = {}): LedgerItem => ({
  id,
  party: "A",
  documentDate: "2026-01-01",
  dueDate: "2026-01-31",
  amount,
  ...more,
});

/** A customer in credit: its DSO has no value. */
const inCredit = () =>
  dsoByParty(ledgerFromItems([invoice("1", 5, { kind: "payment" })], { currency: "EUR" }), {
    asOf: "2026-03-31",
    months: 3,
  }).toArray();

describe("tabulate", () => {
  const table = tabulate(dsoPeriodAverage, months, { id: "month", with: common });

  it("keeps the order, and every row: with figures, an absent answer or an error", () => {
    expect([table.ok, table.absent, table.failed]).toEqual([2, 1, 1]);
    expect(table.rows.toArray().map(({ id }) => id)).toEqual(["April", "May", "June", "July"]);
    const [april, may, june, july] = table.rows.toArray();
    expect((april?.["value"] as Figure).value.toFixed()).toBe("45");
    expect(isAbsent(may?.["value"]) && may["value"].reason.code).toBe("not_defined");
    expect(june?.error?.message).toBe("dsoPeriodAverage: receivables must be at least 0, got -1");
    expect((july?.["value"] as Figure).value.toFixed()).toBe("15");
  });

  it("gives a composite one column a figure, nested ones joined by dots", () => {
    const book = { balances: [{ party: "A", amount: 5 }], top: [1] };
    const { rows, ok } = tabulate(concentration, [{ id: "x", ...book }], { id: "id" });
    expect(ok).toBe(1);
    expect(Object.keys(rows.at(0) ?? {})).toEqual([
      "id",
      "hhi",
      "effectiveNumber",
      "normalizedHhi",
    ]);
  });

  it("takes the name by a function, too, and then leaves the row as it is", () => {
    const rows = [
      { overdue: 1, receivables: 4 },
      { overdue: 1, receivables: 5 },
    ];
    const { rows: made } = tabulate(overdueRate, rows, { id: (_, position) => `row ${position}` });
    expect(made.toArray().map(({ id }) => id)).toEqual(["row 0", "row 1"]);
  });

  it("lets a row's own field win over the common one, and takes Rows for a list", () => {
    const rows = new Rows(2, (index) => ({ id: String(index), overdue: index, receivables: 2 }));
    const { rows: made } = tabulate(overdueRate, rows, { id: "id", with: { overdue: 9 } });
    expect(made.toArray().map((row) => (row["value"] as Figure).value.toFixed())).toEqual([
      "0",
      "0.5",
    ]);
  });

  it("throws on what a function of somebody else throws", () => {
    const broken = () => {
      throw new TypeError("not ours");
    };
    expect(() => tabulate(broken, months, { id: "month" })).toThrow("not ours");
  });

  it.each<[string, () => unknown, string]>([
    [
      "rows that are no list",
      () => tabulate(overdueRate, 5 as never, { id: "id" }),
      "rows must be a list, got 5",
    ],
    [
      "a row that is none",
      () => tabulate(overdueRate, [null as never], { id: "id" }),
      "rows[0] must be an object, got null",
    ],
    [
      "a row without its name",
      () => tabulate(overdueRate, [{ overdue: 1 }] as never, { id: "month" as never }),
      "rows[0].month must be a text or number: it names the row, got nothing",
    ],
    [
      "no options",
      () => tabulate(overdueRate, [], undefined as never),
      "options must be an object, got nothing",
    ],
    [
      "an id that is neither",
      () => tabulate(overdueRate, [], { id: 5 as never }),
      "id must be the name of a field, or a function of the row, got 5",
    ],
    [
      "no function",
      () => tabulate("dso" as never, [], { id: "x" }),
      'fn must be a function, got "dso"',
    ],
    [
      "common fields that are a list",
      () => tabulate(overdueRate, [], { id: "x", with: [5] }),
      "with must be an object, got a list of 1",
    ],
  ])("refuses %s", (_, call, message) => {
    expect(refusal(call)).toBe(`tabulate: ${message}`);
  });
});

describe("toPlain", () => {
  const third = overdueRate({ overdue: 1, receivables: 3 });

  it("gives bare values under the same names: texts, or numbers where these are asked", () => {
    const answer = { rate: third, note: "May", list: [third, 5], nothing: null, none: undefined };
    expect(toPlain(answer)).toEqual({
      rate: `0.${"3".repeat(34)}`,
      note: "May",
      list: [`0.${"3".repeat(34)}`, 5],
      nothing: null,
      none: undefined,
    });
    expect(toPlain(answer, { numbers: "number", places: 4 })).toMatchObject({ rate: 0.3333 });
  });

  it("rounds once, from the exact value, ties as on invoices unless half even is asked", () => {
    const half = overdueRate({ overdue: "0.125", receivables: 1 });
    expect(toPlain(half, { places: 2 })).toBe("0.13");
    expect(toPlain(half, { places: 2, rounding: "half-even" })).toBe("0.12");
    expect(toPlain(half, { places: 0 })).toBe("0");
    expect(toPlain(third, { places: 40 })).toBe(`0.${"3".repeat(40)}`);
  });

  it("gives null for an absent answer, with the code of its reason beside it", () => {
    const [row] = inCredit();
    expect(toPlain(row)).toMatchObject({
      party: "A",
      receivables: "-5",
      periodAverage: null,
      periodAverageReason: "credit_balance",
    });
    expect(toPlain(row?.periodAverage)).toBeNull();
  });

  it("gives the whole derivation where that is asked: what JSON.stringify writes", () => {
    const days = averageDaysDelinquent({
      dso: dsoPeriodAverage({ receivables: 10, sales: 30, days: 30 }),
      bestPossibleDso: 5,
    });
    for (const answer of [days, { days }, inCredit()]) {
      expect(toPlain(answer, { derivation: true })).toEqual(JSON.parse(JSON.stringify(answer)));
    }
  });

  it("is data: it can be cloned and written as JSON", () => {
    const table = agingTable(ledgerFromItems([invoice("1", 5)], { currency: "EUR" }), {
      asOf: "2026-03-31",
    });
    for (const options of [{}, { derivation: true }, { numbers: "number" }] as const) {
      const plain = toPlain(table, options);
      expect(structuredClone(plain)).toEqual(plain);
      // What is undefined is left out by JSON.
      expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    }
    expect(toPlain({ count: 5n, when: new Date(0), dec: new Decimal("1.50") })).toEqual({
      count: "5",
      when: "1970-01-01T00:00:00.000Z",
      dec: "1.5",
    });
  });

  it("gives a text where no double holds the number", () => {
    const large = figure("x/large", Fraction.of(10n ** 400n), "money", {});
    expect(toPlain(large, { numbers: "number" })).toBe(`1${"0".repeat(400)}`);
  });

  it.each([
    [{ places: -1 }, "places must be a whole number from 0 to 100, got -1"],
    [{ places: 1.5 }, "places must be a whole number from 0 to 100, got 1.5"],
    [{ numbers: "float" }, 'numbers must be "string" or "number", got "float"'],
    [{ rounding: "down" }, 'rounding must be "half-up" or "half-even", got "down"'],
    [
      { digits: 2 },
      "digits is not a field of this input; `pick` of trade-credit/adapters takes a selection",
    ],
    [5, "must be an object, got 5"],
  ])("refuses the options %j", (options, message) => {
    expect(refusal(() => toPlain(third, options as never))).toBe(`toPlain: ${message}`);
  });

  it("refuses what is no result: a loop, a list without end", () => {
    const loop: Record<string, unknown> = {};
    loop["loop"] = loop;
    for (const result of [loop, new Array(2 ** 32 - 1)]) {
      expect(refusal(() => toPlain(result))).toBe(
        "toPlain: result must be a result of the library, which can be read",
      );
    }
  });
});

describe("toRows", () => {
  const table = agingTable(
    ledgerFromItems([invoice("1", 12_500), invoice("2", 5, { party: "B" })], { currency: "CNY" }),
    { asOf: "2026-03-31" },
  );

  it("gives one row for each row of a table, and one for anything else", () => {
    expect(toRows(table.parties).map((row) => [row["party"], row["net"]])).toEqual([
      ["A", "12500"],
      ["B", "5"],
    ]);
    expect(toRows(table.total)).toHaveLength(1);
    expect(toRows(overdueRate({ overdue: 1, receivables: 4 }))).toEqual([{ value: "0.25" }]);
    expect(toRows([])).toEqual([]);
  });

  it("joins names, takes the label of a class for its place, and scales money for 万元", () => {
    const [row] = toRows(table.parties, { scale: 10_000, places: 2, separator: "_" });
    expect(row?.["buckets_31-60_amount"]).toBe("1.25");
    // A count is not money.
    expect(row?.["buckets_31-60_count"]).toBe("1");
    expect(toRows({ a: [{ b: 1 }, 2] })).toEqual([{ "a.0.b": 1, "a.1": 2 }]);
  });

  it("shows fractions in percent where that is asked, and nothing else", () => {
    const answer = {
      rate: overdueRate({ overdue: 1, receivables: 8 }),
      cash: cashReleased({ annualSales: 365, fromDso: 2, toDso: 1 }),
    };
    expect(toRows(answer, { percent: true, numbers: "number" })).toEqual([{ rate: 12.5, cash: 1 }]);
  });

  it("gives null for an absent answer, with its reason in a column beside it", () => {
    const [row] = toRows(inCredit());
    expect([row?.["countback"], row?.["countbackReason"]]).toEqual([null, "credit_balance"]);
  });

  it("gives cells only: texts, numbers, booleans and null", () => {
    const cells = toRows({
      a: 5n,
      b: true,
      c: null,
      d: undefined,
      e: new Date(0),
      f: new Decimal(5),
    });
    expect(cells).toEqual([{ a: "5", b: true, c: null, e: "1970-01-01T00:00:00.000Z", f: "5" }]);
  });

  it.each([
    [{ scale: 0 }, "scale must be a whole number from 1 to 1000000000000, got 0"],
    [{ scale: 0.5 }, "scale must be a whole number from 1 to 1000000000000, got 0.5"],
    [{ percent: "yes" }, 'percent must be true or false, got "yes"'],
    [{ separator: "" }, 'separator must be a text of 1 to 1,000 characters, got ""'],
  ])("refuses the options %j", (options, message) => {
    expect(refusal(() => toRows([], options as never))).toBe(`toRows: ${message}`);
  });
});

describe("figures and errors", () => {
  const live = overdueRate({ overdue: 1, receivables: 4 });
  const stored: unknown = JSON.parse(JSON.stringify(live));

  it("are known by their keys, live and stored", () => {
    const [row] = inCredit();
    const absent = row?.periodAverage;
    const absentStored: unknown = JSON.parse(JSON.stringify(absent));
    expect([live, stored, absent, absentStored, "5", null, {}].map(isFigure)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([live, stored, absent, absentStored, "5", null, {}].map(isAbsent)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("of another copy of the library are known, too", () => {
    const error = new CreditError("not_defined", "someFunction", [{ path: "", rule: "must be" }]);
    expect(isCreditError(error)).toBe(true);
    const other = Object.assign(new Error("theirs"), { [Symbol.for("trade-credit/error")]: true });
    expect(isCreditError(other)).toBe(true);
    expect([new Error("five"), null, "error", {}].map(isCreditError)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("never throw by being asked about", () => {
    const hostile = new Proxy(
      {},
      {
        has: () => {
          throw new Error("no");
        },
        getOwnPropertyDescriptor: () => {
          throw new Error("no");
        },
      },
    );
    expect([isFigure(hostile), isAbsent(hostile), isCreditError(hostile)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("an error is plain data in JSON", () => {
    const error = new CreditError("invalid_input", "fn", [
      { path: "a", rule: "must be b", received: "5" },
      { path: "", rule: "must be whole" },
    ]);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: "invalid_input",
      function: "fn",
      message: "fn: a must be b, got 5; must be whole",
      issues: [
        { path: "a", rule: "must be b", received: "5" },
        { path: "", rule: "must be whole" },
      ],
    });
    expect(error.name).toBe("CreditError");
    expect(error instanceof Error).toBe(true);
  });

  it("an error keeps 100 issues, and cuts what is long", () => {
    const issues = Array.from({ length: 500 }, () => ({
      path: "p".repeat(5000),
      rule: "r".repeat(5000),
      received: "g".repeat(5000),
    }));
    const error = new CreditError("invalid_input", "fn", issues);
    expect(error.issues).toHaveLength(100);
    expect(error.message.length).toBeLessThan(80_000);
    expect(error.issues[0]?.path.endsWith("p…")).toBe(true);
  });
});

describe("Rows", () => {
  const made: number[] = [];
  const rows = new Rows(5, (index) => {
    made.push(index);
    return index * index;
  });

  it("make a row when it is asked for, and not before", () => {
    made.length = 0;
    expect(rows.slice(1, 4).slice(1).at(0)).toBe(4);
    expect(made).toEqual([2]);
    const [first] = rows;
    expect([first, made]).toEqual([0, [2, 0]]);
  });

  it("slice as arrays do, whatever the places", () => {
    const array = [0, 1, 4, 9, 16];
    const places = [undefined, 0, 1, 4, 5, 9, -1, -5, -9, 1.9, -1.9, NaN, Infinity, -Infinity];
    for (const start of places) {
      for (const end of places) {
        expect([start, end, rows.slice(start, end).toArray()]).toEqual([
          start,
          end,
          array.slice(start, end),
        ]);
      }
    }
  });

  it("are an array in JSON", () => {
    expect(JSON.stringify({ rows })).toBe('{"rows":[0,1,4,9,16]}');
    expect([...rows]).toEqual(rows.toArray());
  });
});
