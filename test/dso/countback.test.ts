import { describe, expect, it } from "vitest";

import { dsoCountback } from "../../src/dso/index.ts";
import type { DsoCountbackInput } from "../../src/dso/index.ts";
import { countback } from "../../src/dso/countback.ts";
import type { CountbackTerms } from "../../src/dso/countback.ts";
import { verify } from "../../src/explain/verify.ts";
import { present } from "../../src/ground/figure.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { exactOf } from "../support/exact.ts";
import { moneyFigure } from "../support/producers/dso.ts";
import { refusalOf } from "./refusals.ts";

/** Months of 2001 from January on, by their sales. */
const months = (...sales: number[]) =>
  sales.map((each, index) => ({ period: `2001-0${index + 1}`, sales: each }));

type Options = Partial<DsoCountbackInput>;

const walkOf = (receivables: number, sales: number[], options: Options = {}) =>
  dsoCountback({ receivables, periods: months(...sales), sameTaxBasis: true, ...options });

const days = (receivables: number, sales: number[], options: Options = {}): string =>
  exactOf(walkOf(receivables, sales, options)).toFraction();

describe("the walk", () => {
  it("covers receivables with the newest sales first", () => {
    // June is not there: March 31 days, then half of February's 28.
    expect(days(150, [100, 100, 100])).toBe("45");
  });

  it("ends when nothing remains, so that an empty month beyond it never counts", () => {
    expect(days(100, [100, 0, 100])).toBe("31");
    expect(walkOf(100, [100, 0, 100]).inputs.walk).toHaveLength(1);
  });

  it("is 0 for receivables of 0, with no period walked", () => {
    const dso = walkOf(0, [100, 100]);
    expect(dso.value.toNumber()).toBe(0);
    expect(dso.inputs.walk).toEqual([]);
    expect(days(0, [0, 0], { zeroSales: "stop" })).toBe("0");
  });

  it("covers the history to the last cent", () => {
    expect(days(300, [100, 100, 100])).toBe("90");
    expect(refusalOf(() => walkOf(300.01, [100, 100, 100])).code).toBe("history_too_short");
  });

  it("works with what JSON and notebooks bring: texts, big and small numbers", () => {
    const dso = dsoCountback({
      receivables: "0.30000000000000000000000000000000000000000000000000000000000001",
      periods: [{ period: "2001-01", sales: "1" }],
      sameTaxBasis: true,
    });
    expect(dso.value.toFixed()).toBe("9.3"); // rounded once, at the door
    expect(verify(JSON.parse(JSON.stringify(dso))).ok).toBe(true);
  });

  it("reads as a table in which every number is given or computed", () => {
    const { inputs } = walkOf(150, [100, 100, 100]);
    expect(inputs).toEqual({
      receivables: "150",
      taxRate: "0",
      taxBasis: "same",
      zeroSales: "count-days",
      negativeSales: "refuse",
      whenExhausted: "refuse",
      dayBasis: "calendar",
      walk: [
        {
          period: "2001-03",
          sales: "100",
          days: "31",
          net: "100",
          remaining: "150",
          consumed: "100",
          counted: "31",
        },
        {
          period: "2001-02",
          sales: "100",
          days: "28",
          net: "100",
          remaining: "50",
          consumed: "50",
          counted: "14",
        },
      ],
    });
  });

  it("takes figures for numbers, and keeps them in their place only", () => {
    const receivables = moneyFigure("150");
    const sales = moneyFigure("100");
    const dso = dsoCountback({
      receivables,
      periods: months(100, 100).map((each) => ({ ...each, sales })),
      sameTaxBasis: true,
    });
    expect(exactOf(dso).toFraction()).toBe("87/2"); // 28 + 15.5
    expect(dso.inputs.receivables).toBe(receivables);
    const [first] = dso.inputs.walk;
    expect(first?.sales).toBe(sales);
    expect([first?.net, first?.remaining, first?.consumed]).toEqual(["100", "150", "100"]);
  });
});

describe("a month without sales", () => {
  it("counts its days by default", () => {
    // March 31, all of February 28, half of January 15.5.
    expect(days(150, [100, 0, 100])).toBe("149/2");
  });

  it("is passed over with `skip`", () => {
    expect(days(150, [100, 0, 100], { zeroSales: "skip" })).toBe("93/2");
  });

  it("ends the walk with `stop`, and the rest is treated as exhausted", () => {
    const stop = { zeroSales: "stop" } as const;
    const { code, faults } = refusalOf(() => walkOf(150, [100, 0, 100], stop));
    expect(code).toBe("history_too_short");
    expect(faults).toEqual(["the walk stops at 2001-02 with receivables of 50 still to cover"]);
    expect(days(150, [100, 0, 100], { ...stop, whenExhausted: "lower-bound" })).toBe("31");
    expect(days(100, [100, 0, 100], stop)).toBe("31");
  });
});

describe("a month with negative sales", () => {
  it("is refused by default, wherever it stands, with its path", () => {
    const { code, faults } = refusalOf(() => walkOf(10, [-5, 100, -1, 100]));
    const rule = 'must be at least 0 unless `negativeSales` is "net-into-previous" or "stop"';
    expect(code).toBe("invalid_input");
    expect(faults).toEqual([`periods[0].sales ${rule}`, `periods[2].sales ${rule}`]);
  });

  it("is netted into the month before, and keeps its days as an empty one", () => {
    const net = { negativeSales: "net-into-previous" } as const;
    // March 100 covers 31 days; February −50 counts 28; January 100 − 50 covers the rest: 31.
    expect(days(150, [100, -50, 100], net)).toBe("90");
    expect(days(125, [100, -50, 100], net)).toBe("149/2");
    expect(days(125, [100, -50, 100], { ...net, zeroSales: "skip" })).toBe("93/2");
  });

  it("is netted repeatedly", () => {
    const net = { negativeSales: "net-into-previous" } as const;
    // April 30; March −80 counts 31; February 30 − 80 counts 28; January 100 − 50: 31.
    const dso = walkOf(150, [100, 30, -80, 100], net);
    expect(exactOf(dso).toFraction()).toBe("120");
    expect(dso.inputs.walk.map((row) => row.net)).toEqual(["100", "-80", "-50", "50"]);
    expect(verify(dso).ok).toBe(true);
  });

  it("that no month is left to be netted into is refused, if the walk gets there", () => {
    const net = { negativeSales: "net-into-previous" } as const;
    const { code, faults } = refusalOf(() => walkOf(150, [-50, 100], net));
    expect(code).toBe("not_defined");
    expect(faults).toEqual(["returns of 2001-01 exceed its sales, and no period is before it"]);
    const bound = { ...net, whenExhausted: "lower-bound" } as const;
    expect(refusalOf(() => walkOf(150, [-50, 100], bound)).code).toBe("not_defined");
    expect(days(100, [-50, 100], net)).toBe("28");
  });

  it("ends the walk with `stop`", () => {
    const stop = { negativeSales: "stop" } as const;
    expect(refusalOf(() => walkOf(150, [100, -50, 100], stop)).code).toBe("history_too_short");
    expect(days(150, [100, -50, 100], { ...stop, whenExhausted: "lower-bound" })).toBe("31");
    expect(days(90, [100, -50, 100], stop)).toBe("279/10");
  });
});

describe("receivables beyond the history", () => {
  const sales = [620, 476, 558, 600, 434, 630];

  it("are refused by default, saying by how much", () => {
    expect(refusalOf(() => walkOf(4000, sales))).toEqual({
      code: "history_too_short",
      faults: ["the history ends with receivables of 682 still to cover"],
    });
  });

  it("give a lower bound under an id of its own", () => {
    const dso = walkOf(4000, sales, { whenExhausted: "lower-bound" });
    expect(dso.formula).toBe("dso/countback-at-least");
    expect(dso.inputs.uncovered?.formula).toBe("dso/countback-uncovered");
    expect(exactOf(dso.inputs.uncovered!).toFraction()).toBe("682");
  });

  it("are extrapolated at the daily sales of the oldest period with sales", () => {
    // 90 days cover 300; the oldest sales are February's 200 in 28 days, January has none.
    const dso = walkOf(400, [0, 200, 100], { whenExhausted: "oldest-rate" });
    expect(dso.formula).toBe("dso/countback-extrapolated");
    expect(exactOf(dso).toFraction()).toBe("104"); // 90 + 100 ÷ 200 × 28
    expect(dso.inputs.walk.map((row) => row.beyond)).toEqual(["0", "14", "0"]);
  });

  it("are extrapolated at the mean daily sales of the periods walked", () => {
    const mean = { whenExhausted: "mean-rate" } as const;
    expect(days(400, [0, 200, 100], mean)).toBe("120"); // 90 + 100 ÷ 300 × 90
    expect(days(400, [0, 200, 100], { ...mean, zeroSales: "skip" })).toBe("236/3"); // 59 × 4/3
  });

  it("cannot be extrapolated where no period walked has sales", () => {
    for (const whenExhausted of ["oldest-rate", "mean-rate"] as const) {
      expect(refusalOf(() => walkOf(1, [0, 0], { whenExhausted })).code).toBe("not_defined");
      const stop = { whenExhausted, zeroSales: "stop" } as const;
      expect(refusalOf(() => walkOf(1, [5, 0], stop)).code).toBe("not_defined");
    }
    expect(days(1, [0, 0], { whenExhausted: "lower-bound" })).toBe("59");
  });
});

describe("days of 30 a month", () => {
  const thirty = { dayBasis: 30, sameTaxBasis: true } as const;

  it("are 30 a month, 90 a quarter and 360 a year", () => {
    const of = (period: string) =>
      dsoCountback({ receivables: 1, periods: [{ period, sales: 1 }], ...thirty }).value.toNumber();
    expect([of("2001-01"), of("2001-02"), of("2001-Q1"), of("2001")]).toEqual([30, 30, 90, 360]);
  });

  it("add up to 30 over the parts of a month, whatever its length", () => {
    const of = (from: string, to: string) =>
      dsoCountback({
        receivables: 1,
        periods: [{ period: { from, to }, sales: 1 }],
        ...thirty,
      }).value.toNumber();
    expect(of("2001-06-01", "2001-06-15")).toBe(15);
    expect(of("2001-02-01", "2001-02-10") + of("2001-02-11", "2001-02-28")).toBe(30);
    expect(of("2001-01-01", "2001-01-10") + of("2001-01-11", "2001-01-31")).toBe(30);
    expect(of("2001-01-16", "2001-03-15")).toBe(60);
  });
});

describe("the tax basis", () => {
  it("takes tax out of receivables", () => {
    const periods = months(100, 100);
    const dso = dsoCountback({ receivables: 113, periods, taxRate: "0.13" });
    expect(exactOf(dso).toFraction()).toBe("28");
    expect(dso.caveats).toEqual([]);
  });

  it("carries a caveat where it was not stated, and refuses both answers at once", () => {
    const periods = months(100, 100);
    expect(dsoCountback({ receivables: 1, periods }).caveats).toEqual([
      { code: "tax_basis_not_stated" },
    ]);
    const both = { receivables: 1, periods, taxRate: 0.13, sameTaxBasis: true };
    expect(refusalOf(() => dsoCountback(both)).code).toBe("invalid_input");
  });
});

describe("for tables", () => {
  const terms = (receivables: bigint, sales: bigint): CountbackTerms => ({
    receivables: Fraction.of(receivables),
    periods: [{ period: "2001-01", from: 11323, to: 11353, days: 31, sales: Fraction.of(sales) }],
    zeroSales: "count-days",
    negativeSales: "refuse",
    whenExhausted: "refuse",
    dayBasis: "calendar",
    sameTaxBasis: true,
  });

  it("a credit balance is absent, and says so", () => {
    const answer = countback(terms(-1n, 10n));
    expect(answer.value).toBeNull();
    expect(answer).toMatchObject({ formula: "dso/countback", reason: { code: "credit_balance" } });
  });

  it("negative sales are absent as not defined", () => {
    expect(countback(terms(1n, -10n))).toMatchObject({ reason: { code: "not_defined" } });
  });

  it("a short history is absent with its walk", () => {
    const answer = countback(terms(11n, 10n));
    expect(answer).toMatchObject({ reason: { code: "history_too_short" } });
    expect(JSON.parse(JSON.stringify(answer))).toMatchObject({
      inputs: { walk: [{ counted: "31" }], uncovered: { value: "1" } },
    });
  });

  it("a figure is the one that the public function gives", () => {
    const answer = countback(terms(5n, 10n));
    const periods = [{ period: "2001-01", sales: 10 }];
    const direct = dsoCountback({ receivables: 5, periods, sameTaxBasis: true });
    expect(JSON.stringify(answer)).toBe(JSON.stringify(direct));
  });
});

describe("a figure that nobody reads", () => {
  it("is handed on without writing its number out", () => {
    const unread = {
      formula: "dso/countback",
      unit: "days" as const,
      inputs: {},
      caveats: [],
      get value(): never {
        throw new Error("the value was read");
      },
    };
    expect(present("dsoCountback", unread)).toBe(unread);
  });
});

describe("a long history", () => {
  it("of 10,000 periods with mixed decimal places is written out", () => {
    const periods = Array.from({ length: 10_000 }, (_, index) => ({
      period: `${String(1900 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`,
      sales: index % 3 === 0 ? "3.25" : "100.5",
    }));
    const dso = dsoCountback({ receivables: "500000", periods, taxRate: "0.13" });
    // Denominators that multiply would take minutes: more than a test is given.
    expect(JSON.stringify(dso).length).toBeGreaterThan(100_000);
  });
});
