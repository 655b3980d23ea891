/** Ratios of statements: missing lines, divisors, interim statements, years in a row. */
import { describe, expect, it } from "vitest";

import * as scoring from "../../src/scoring/index.ts";
import { toPlain } from "../../src/ground/plain.ts";
import { explain } from "../../src/explain/text.ts";
import { verify } from "../../src/explain/verify.ts";
import { refusalOf } from "../support/refusals.ts";
import { CURRENT, PREVIOUS } from "./acme.ts";

const { financialRatios } = scoring;
const why = (ratio: scoring.Ratio): string =>
  ratio.value === null ? `${ratio.reason.code}: ${ratio.reason.message}` : String(ratio.value);

describe("financial ratios", () => {
  it("are those of the textbooks", () => {
    const statement = {
      ...CURRENT,
      cash: 900,
      receivables: 1500,
      payables: 1000,
      costOfSales: 9000,
      yearDays: 360,
    } as const;
    const found = toPlain(financialRatios(statement), { places: 4 });
    expect(found).toMatchObject({
      currentRatio: "1.7333", // 5200 / 3000
      quickRatio: "0.9667", // 2900 / 3000
      cashRatio: "0.3000", // 900 / 3000
      debtRatio: "0.4500",
      liabilitiesToEquity: "0.8182", // 4500 / 5500
      interestCover: "5.0000", // 1000 / 200
      grossMargin: "0.2500", // 3000 / 12000
      netMargin: "0.0500",
      returnOnAssets: "0.0600",
      returnOnEquity: "0.1091", // 600 / 5500
      receivableDays: "45.0000", // 1500 / 12000 × 360
      inventoryDays: "92.0000", // 2300 / 9000 × 360
      payableDays: "40.0000", // 1000 / 9000 × 360
      cashCycle: "97.0000", // 45 + 92 − 40
    });
  });

  it("a missing line is named, and is never 0", () => {
    const ratios = financialRatios({ currentAssets: 5200, currentLiabilities: 3000 });
    expect(why(ratios.quickRatio)).toBe("not_defined: needs inventory");
    expect(why(ratios.cashCycle)).toBe(
      "not_defined: needs receivables, sales; needs inventory, costOfSales; " +
        "needs payables, costOfSales",
    );
    expect(ratios.quickRatio.inputs).toMatchObject({ missing: ["inventory"] });
    expect(why(ratios.returnOnAverageAssets)).toContain("not_defined: needs netIncome");
    const withoutLast = financialRatios({ netIncome: 1, totalAssets: 2 }).returnOnAverageAssets;
    expect(why(withoutLast)).toBe("history_too_short: needs the statement of the year before");
  });

  it("a divisor of 0 or below gives no ratio, and not a flattering one", () => {
    const loss = financialRatios({
      ...CURRENT,
      netIncome: -300,
      equity: -1000,
      interestExpense: 0,
      sales: -5,
      costOfSales: 0,
      receivables: 1,
    });
    expect(why(loss.returnOnEquity)).toBe("not_defined: equity must be above 0");
    expect(why(loss.liabilitiesToEquity)).toBe("not_defined: equity must be above 0");
    expect(why(loss.interestCover)).toBe("not_defined: interest expense must be above 0");
    expect(why(loss.netMargin)).toBe("not_defined: sales must be above 0");
    expect(why(loss.receivableDays)).toBe("not_defined: sales must be above 0");
    expect(why(loss.inventoryDays)).toBe("not_defined: cost of sales must be above 0");
  });

  it("nothing given is nothing known", () => {
    expect(Object.values(financialRatios({})).every(({ value }) => value === null)).toBe(true);
  });
});

describe("an interim statement", () => {
  const half = { sales: 6000, receivables: 1500, netIncome: 250, totalAssets: 10_000 };

  it("must say how its flows become those of a year", () => {
    expect(refusalOf(() => financialRatios({ ...half, period: { months: 6 } }))).toEqual({
      code: "invalid_input",
      faults: ['annualise must be stated where the period is not a year: "scale" or "as-stated"'],
    });
    const both = { ...half, period: { months: 6, days: 181 }, annualise: "scale" } as const;
    expect(refusalOf(() => financialRatios(both)).faults).toEqual([
      "period must have `months` or `days`, one of the two",
    ]);
    const year = { ...half, period: { months: 12 }, annualise: "scale" } as const;
    expect(refusalOf(() => financialRatios(year)).faults).toEqual([
      "annualise must be left out where the period is a year",
    ]);
  });

  it("is scaled by months or days, and the scaled flow is a figure of its own", () => {
    const scaled = { ...half, period: { months: 6 }, annualise: "scale" } as const;
    const { receivableDays, returnOnAssets } = financialRatios(scaled);
    // 1500 ÷ 12,000 × 365 and 500 ÷ 10,000.
    expect(why(receivableDays)).toBe("45.625");
    expect(why(returnOnAssets)).toBe("0.05");
    expect(explain(receivableDays)).toContain("flow of a year = 12,000");
    const days = { ...half, period: { days: 73 }, annualise: "scale" } as const;
    expect(why(financialRatios(days).returnOnAssets)).toBe("0.125"); // 250 × 5 ÷ 10,000
    expect(verify(financialRatios(days)).ok).toBe(true);
  });

  it("as stated carries a caveat where flows are used, and nowhere else", () => {
    const stated = { ...half, equity: 5000, period: { days: 90 }, annualise: "as-stated" } as const;
    const ratios = financialRatios({ ...stated, currentAssets: 2, currentLiabilities: 1 });
    const caveats = (ratio: scoring.Ratio) => (ratio.value === null ? [] : ratio.caveats);
    const expected = [{ code: "flows_not_of_a_year", covered: "90 days" }];
    expect(caveats(ratios.returnOnAssets)).toEqual(expected);
    expect(caveats(ratios.currentRatio)).toEqual([]);
    const score = scoring.altmanZ({ ...CURRENT, period: { months: 6 }, annualise: "as-stated" });
    expect(score.caveats).toEqual([{ code: "flows_not_of_a_year", covered: "6 months" }]);
  });

  it("a model of two years annualises each by its own period", () => {
    const current = {
      ...CURRENT,
      sales: 6000,
      netIncome: 300,
      interestExpense: 100,
      depreciation: 175,
      period: { months: 6 },
      annualise: "scale",
    } as const;
    const score = scoring.zhouF({ current, previous: PREVIOUS });
    expect(toPlain(score, { places: 9 })).toBe("0.634141565");
  });
});

describe("years in a row", () => {
  const year = (end: string, currentAssets: number, extra: object = {}) => ({
    periodEnd: end,
    currentAssets,
    currentLiabilities: 1000,
    ...extra,
  });

  it("have their ratios and the trend between them", () => {
    const { years, trend } = financialRatios([
      year("2023-12-31", 2000),
      year("2024-12-31", 1800),
      year("2025-12-31", 1500),
    ]);
    expect(years.map(({ currentRatio }) => why(currentRatio))).toEqual(["2", "1.8", "1.5"]);
    expect(trend.currentRatio.changes.map(why)).toEqual(["-0.2", "-0.3"]);
    expect(trend.currentRatio.direction).toBe("falling");
    expect(trend.quickRatio.direction).toBe("unknown");
    expect(verify({ years, trend }).ok).toBe(true);
  });

  it("rise, stay, or do both", () => {
    const directions = (...assets: readonly number[]) =>
      financialRatios(assets.map((each, index) => year(`${String(2023 + index)}-12-31`, each)))
        .trend.currentRatio.direction;
    expect(directions(1, 2, 3)).toBe("rising");
    expect(directions(2, 2, 2)).toBe("level");
    expect(directions(1, 2, 2)).toBe("mixed");
    expect(directions(5)).toBe("unknown");
  });

  it("give means of opening and closing balances", () => {
    const { years } = financialRatios([
      year("2024-12-31", 1, { totalAssets: 800, equity: 300, netIncome: 9 }),
      year("2025-12-31", 1, { totalAssets: 1200, equity: 500, netIncome: 50 }),
    ]);
    expect(why(years[1]!.returnOnAverageAssets)).toBe("0.05"); // 50 ÷ 1000
    expect(why(years[1]!.returnOnAverageEquity)).toBe("0.125"); // 50 ÷ 400
    expect(years[0]!.returnOnAverageAssets.value).toBeNull();
  });

  it("must be dated, in order, and at most three", () => {
    expect(refusalOf(() => financialRatios([year("2025-12-31", 1), { cash: 1 }])).faults).toEqual([
      "statements[1].periodEnd must be given in a list: the oldest comes first",
    ]);
    const newestFirst = [year("2025-12-31", 1), year("2024-12-31", 1)];
    expect(refusalOf(() => financialRatios(newestFirst)).faults).toEqual([
      "statements[1].periodEnd must be later than that of the statement before",
    ]);
    const four = [1, 2, 3, 4].map((each) => year(`202${String(each)}-12-31`, 1));
    expect(refusalOf(() => financialRatios(four)).faults).toEqual([
      "statements must have at most 3 entries",
    ]);
  });
});
