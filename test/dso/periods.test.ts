/** Reading sales by period, seen through the functions that take them. */
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";

import { dsoAgingBuckets, dsoCountback } from "../../src/dso/index.ts";
import type { SalesPeriod } from "../../src/dso/index.ts";
import { Rows } from "../../src/ground/rows.ts";
import { moneyFigure } from "../support/producers/dso.ts";
import { refusalOf } from "./refusals.ts";

const countback = (periods: unknown, receivables: unknown = 1) =>
  dsoCountback({ receivables, periods, sameTaxBasis: true } as never);

const faultsOf = (periods: unknown): string[] => refusalOf(() => countback(periods)).faults;

describe("sales by period", () => {
  it("are months, quarters, years or spans of days", () => {
    const days = (period: unknown) =>
      Number(countback([{ period, sales: 1 }]).inputs.walk[0]?.days);
    expect(days("2001-02")).toBe(28);
    expect(days("2000-02")).toBe(29);
    expect(days("1900-02")).toBe(28);
    expect(days("2001-Q1")).toBe(90);
    expect(days("2000-Q1")).toBe(91);
    expect(days("2001")).toBe(365);
    expect(days({ from: "2001-02-15", to: "2001-03-14" })).toBe(28);
    expect(days({ from: "2001-02-15", to: "2001-02-15" })).toBe(1);
  });

  it("keep the name of their period, a span that is a whole one its short name", () => {
    const name = (period: unknown) => countback([{ period, sales: 1 }]).inputs.walk[0]?.period;
    expect(name("2001-Q4")).toBe("2001-Q4");
    expect(name({ from: "2001-02-01", to: "2001-02-28" })).toBe("2001-02");
    expect(name({ from: "2001-02-01", to: "2001-02-27" })).toBe("2001-02-01..2001-02-27");
  });

  it("may mix kinds, as long as each begins the day after the one before ends", () => {
    const periods = [
      { period: "2000", sales: 10 },
      { period: "2001-Q1", sales: 10 },
      { period: "2001-04", sales: 10 },
      { period: { from: "2001-05-01", to: "2001-05-10" }, sales: 10 },
    ];
    expect(countback(periods, 40).value.toNumber()).toBe(366 + 90 + 30 + 10);
  });

  it("take numbers in every form, and lists as arrays or rows", () => {
    const list: SalesPeriod[] = [
      { period: "2001-01", sales: "10.5", days: "31" },
      { period: "2001-02", sales: 10.5, days: 28 },
      { period: "2001-03", sales: 21n, days: new Decimal(31) },
      { period: "2001-04", sales: new Decimal("10.5") },
      { period: "2001-05", sales: moneyFigure("10.5") },
    ];
    expect(countback(list, 63).value.toNumber()).toBe(151);
    const rows = new Rows(list.length, (index) => list[index]);
    expect(countback(rows, 63).value.toNumber()).toBe(151);
  });

  it("need at least one, at most 10,000, in a list", () => {
    expect(faultsOf([])).toEqual(["periods must have at least 1 entry"]);
    expect(faultsOf("2001")).toEqual(["periods must be a list"]);
    const many = Array.from({ length: 10_001 }, () => ({}));
    expect(faultsOf(many)).toEqual(["periods must have at most 10000 entries"]);
  });

  it("are refused out of order, with a gap, repeated or overlapping", () => {
    const order = (...periods: unknown[]) =>
      faultsOf(periods.map((period) => ({ period, sales: 1 })));
    const after = (day: string, index = 1) =>
      `periods[${index}].period must begin on ${day}, the day after the period before it ends`;
    expect(order("2001-02", "2001-01")).toEqual([after("2001-03-01")]);
    expect(order("2001-01", "2001-03")).toEqual([after("2001-02-01")]);
    expect(order("2001-01", "2001-01")).toEqual([after("2001-02-01")]);
    expect(order("2001-01", "2001-Q1")).toEqual([after("2001-02-01")]);
    expect(order("2001-03", "2001-02", "2001-01")).toEqual([
      after("2001-04-01"),
      after("2001-03-01", 2),
    ]);
  });

  it("are not compared with a neighbour whose period is none", () => {
    const faults = faultsOf([
      { period: "2001-01", sales: 1 },
      { period: "June", sales: 1 },
      { period: "2001-03", sales: 1 },
    ]);
    expect(faults).toEqual([
      "periods[1].period must be a month 2001-06, a quarter 2001-Q2, a year 2001 or { from, to }",
    ]);
  });

  it.each([
    "2001-13",
    "2001-00",
    "2001-Q5",
    "2001-Q0",
    "1899",
    "01-2001",
    "2001-6",
    "2001-06 ",
    "",
  ])("refuse %j as a period", (period) => {
    expect(faultsOf([{ period, sales: 1 }])[0]).toMatch(/^periods\[0\]\.period must be a month/);
  });

  it("need days equal to those of the calendar", () => {
    expect(faultsOf([{ period: "2001-02", sales: 1, days: 29 }])).toEqual([
      "periods[0].days must be 28, the days of 2001-02",
    ]);
    expect(faultsOf([{ period: "2001-02", sales: 1, days: "28.5" }])).toHaveLength(1);
    expect(faultsOf([{ period: "2001-02", sales: 1, days: "many" }])).toEqual([
      "periods[0].days must be a plain decimal",
    ]);
  });

  it("report every fault at once, each with its path", () => {
    const faults = faultsOf([
      { period: "2001-01", sales: "1,0", days: 30, note: "x" },
      { period: { from: "2001-02-30", to: "later", by: 1 } },
      7,
      { period: { from: "2001-03-02", to: "2001-03-01" }, sales: null, outstanding: true },
      { period: 200103, sales: 1 },
    ]);
    expect(faults).toEqual([
      "periods[0].note is not a field of a sales period",
      "periods[0].sales must be a plain decimal",
      "periods[0].days must be 31, the days of 2001-01",
      "periods[1].period.by is not a field of a period",
      "periods[1].period.from must be a date YYYY-MM-DD from 1900 on",
      "periods[1].period.to must be a date YYYY-MM-DD from 1900 on",
      "periods[1].sales must be a plain decimal",
      "periods[2] must be an object",
      "periods[3].period.to must be on or after `from`",
      "periods[3].sales must be a plain decimal",
      "periods[3].outstanding must be a plain decimal",
      "periods[4].period must be a month 2001-06, a quarter 2001-Q2, a year 2001 or { from, to }",
    ]);
  });

  it("stop reporting at 100 faults", () => {
    const periods = Array.from({ length: 5000 }, () => ({ period: "x", sales: "y" }));
    expect(faultsOf(periods)).toHaveLength(100);
  });

  it("report faults of other fields beside their own", () => {
    const { faults } = refusalOf(() => countback([{ period: "x", sales: 1 }], "-5"));
    expect(faults).toEqual([
      "receivables must be at least 0",
      "periods[0].period must be a month 2001-06, a quarter 2001-Q2, a year 2001 or { from, to }",
    ]);
  });

  it("refuse a figure of another unit, and figures of two currencies", () => {
    const days = countback([{ period: "2001-01", sales: 1 }]);
    expect(faultsOf([{ period: "2001-01", sales: days }])).toEqual([
      "periods[0].sales must be a figure in money, not in days",
    ]);
    const inCurrency = (currency: string) => ({ ...stored(moneyFigure("5")), currency });
    const { code } = refusalOf(() =>
      countback([
        { period: "2001-01", sales: inCurrency("EUR") },
        { period: "2001-02", sales: inCurrency("CNY") },
      ]),
    );
    expect(code).toBe("currency_mismatch");
  });

  it("do not read inherited properties", () => {
    const row = Object.create({ sales: 1 }) as object;
    expect(faultsOf([Object.assign(row, { period: "2001-01" })])).toEqual([
      "periods[0].sales must be a plain decimal",
    ]);
  });

  it("wrap what a getter throws", () => {
    const row = {
      period: "2001-01",
      get sales(): number {
        throw new Error("no");
      },
    };
    expect(refusalOf(() => countback([row])).code).toBe("invalid_input");
  });

  it("say what is outstanding where the aging method is asked", () => {
    const periods = [
      { period: "2001-01", sales: 1 },
      { period: "2001-02", sales: 1, outstanding: 0 },
      { period: "2001-03", sales: 1 },
    ];
    expect(refusalOf(() => dsoAgingBuckets({ periods })).faults).toEqual([
      "periods[0].outstanding must be given",
      "periods[2].outstanding must be given",
    ]);
  });
});

function stored(figure: object): object {
  return JSON.parse(JSON.stringify(figure)) as object;
}
