import { describe, expect, it } from "vitest";

import {
  averageDaysDelinquent,
  cashReleased,
  collectionEffectivenessIndex,
  delayAgainstTerms,
  dsoBestPossible,
  dsoCountback,
  dsoDelinquent,
  dsoPeriodAverage,
  receivablesTurnover,
} from "../../src/dso/index.ts";
import { periodAverage } from "../../src/dso/period-average.ts";
import { verify } from "../../src/explain/verify.ts";
import { Fraction } from "../../src/ground/fraction.ts";
import { exactOf } from "../support/exact.ts";
import { moneyFigure } from "../support/producers/dso.ts";
import { refusalOf } from "./refusals.ts";

const quarter = { sales: 1664, days: 91, sameTaxBasis: true };
const periods = [
  { period: "2001-05", sales: 434 },
  { period: "2001-06", sales: 630 },
];

describe("period-average DSO", () => {
  it("is not defined without sales, nor for a period without days", () => {
    const without = { receivables: 1, sales: 0, days: 30 };
    expect(refusalOf(() => dsoPeriodAverage(without)).code).toBe("not_defined");
    expect(refusalOf(() => dsoPeriodAverage({ ...without, sales: 1, days: 0 }))).toEqual({
      code: "invalid_input",
      faults: ["days must be greater than 0"],
    });
  });

  it("is absent in tables for a credit balance and for sales not above 0", () => {
    const terms = (receivables: bigint, sales: bigint) => ({
      receivables: Fraction.of(receivables),
      sales: Fraction.of(sales),
      days: Fraction.of(30n),
      receivablesScope: "closing" as const,
    });
    expect(periodAverage(terms(-1n, 5n))).toMatchObject({ reason: { code: "credit_balance" } });
    expect(periodAverage(terms(1n, 0n))).toMatchObject({ reason: { code: "not_defined" } });
    expect(periodAverage(terms(1n, -5n))).toMatchObject({ reason: { code: "not_defined" } });
  });
});

describe("best possible DSO", () => {
  it("is a countback of what is not past due where sales come by period", () => {
    const best = dsoBestPossible({ currentReceivables: 847, periods, sameTaxBasis: true });
    expect(best.formula).toBe("dso/best-possible-countback");
    expect(exactOf(best).toFraction()).toBe("91/2"); // 30 + 217 ÷ 434 × 31
    expect(verify(JSON.parse(JSON.stringify(best))).ok).toBe(true);
  });

  it("takes the rules of the countback it is compared with", () => {
    const empty = [...periods, { period: "2001-07", sales: 0 }];
    const best = (zeroSales: "count-days" | "skip" | "stop") => () =>
      dsoBestPossible({ currentReceivables: 630, periods: empty, zeroSales, dayBasis: 30 });
    expect(best("count-days")().value.toNumber()).toBe(60);
    expect(best("skip")().value.toNumber()).toBe(30);
    expect(refusalOf(best("stop")).code).toBe("history_too_short");
  });

  it("is refused where the periods do not cover it", () => {
    const short = { currentReceivables: 2000, periods };
    expect(refusalOf(() => dsoBestPossible(short)).code).toBe("history_too_short");
    const returns = [{ period: "2001-05", sales: -1 }];
    expect(refusalOf(() => dsoBestPossible({ currentReceivables: 0, periods: returns }))).toEqual({
      code: "invalid_input",
      faults: [
        'periods[0].sales must be at least 0 unless `negativeSales` is "net-into-previous" or "stop"',
      ],
    });
  });

  it("takes one way or the other", () => {
    const both = { currentReceivables: 1, periods, sales: 1, days: 30 } as never;
    expect(refusalOf(() => dsoBestPossible(both)).faults).toEqual([
      "sales must be left out beside `periods`",
      "days must be left out beside `periods`",
    ]);
    const neither = { currentReceivables: 1, zeroSales: "skip", dayBasis: 30 } as never;
    expect(refusalOf(() => dsoBestPossible(neither)).faults).toEqual([
      "sales must be given, or `periods`",
      "days must be given, or `periods`",
      "zeroSales must be left out without `periods`",
      "dayBasis must be left out without `periods`",
    ]);
  });

  it("is not defined without sales", () => {
    const without = { currentReceivables: 0, sales: 0, days: 30 };
    expect(refusalOf(() => dsoBestPossible(without)).code).toBe("not_defined");
  });
});

describe("delinquent DSO and average days delinquent", () => {
  it("are equal where sales and days are the same", () => {
    const dso = dsoPeriodAverage({ receivables: 1170, ...quarter });
    const bestPossibleDso = dsoBestPossible({ currentReceivables: 600, ...quarter });
    const delinquent = dsoDelinquent({ receivables: 1170, currentReceivables: 600, ...quarter });
    const difference = averageDaysDelinquent({ dso, bestPossibleDso });
    expect(exactOf(difference).equals(exactOf(delinquent))).toBe(true);
    expect(difference.inputs).toEqual({ dso, bestPossibleDso });
  });

  it("are 0 where nothing is past due", () => {
    const delinquent = dsoDelinquent({ receivables: 5, currentReceivables: "5.0", ...quarter });
    expect(delinquent.value.toNumber()).toBe(0);
  });

  it("refuse more current than open receivables", () => {
    const input = { receivables: 5, currentReceivables: "5.01", ...quarter };
    expect(refusalOf(() => dsoDelinquent(input))).toEqual({
      code: "invalid_input",
      faults: ["currentReceivables must be at most `receivables`"],
    });
  });

  it("say when the best possible DSO lies above the DSO", () => {
    const delay = averageDaysDelinquent({ dso: 30, bestPossibleDso: 31 });
    expect(delay.value.toNumber()).toBe(-1);
    expect(delay.caveats).toEqual([{ code: "best_possible_above_dso" }]);
    expect(averageDaysDelinquent({ dso: 30, bestPossibleDso: 30 }).caveats).toEqual([]);
  });

  it("take days, and no other figures", () => {
    const money = moneyFigure("30");
    expect(
      refusalOf(() => averageDaysDelinquent({ dso: money, bestPossibleDso: 1 })).faults,
    ).toEqual(["dso must be a figure in days, not in money"]);
  });
});

describe("delay against terms", () => {
  it("is negative where customers pay early", () => {
    expect(delayAgainstTerms({ dso: "28.5", termDays: 30 }).value.toNumber()).toBe(-1.5);
  });

  it("nests the DSO it was given", () => {
    const dso = dsoCountback({ receivables: 630, periods, sameTaxBasis: true });
    const delay = delayAgainstTerms({ dso, termDays: 30 });
    expect(delay.value.toNumber()).toBe(0);
    expect(delay.inputs).toEqual({ dso, termDays: "30" });
  });

  it("refuses an absent DSO as not defined", () => {
    const absent = { formula: "dso/countback", value: null, unit: "days", inputs: {}, reason: {} };
    expect(refusalOf(() => delayAgainstTerms({ dso: absent as never, termDays: 30 })).code).toBe(
      "not_defined",
    );
  });
});

describe("collection effectiveness", () => {
  const base = {
    openingReceivables: 980,
    sales: 1664,
    closingReceivables: 1170,
    closingCurrent: 600,
    sameTaxBasis: true,
  };

  it("is 1 where nothing past due is left", () => {
    expect(collectionEffectivenessIndex({ ...base, closingCurrent: 1170 }).value.toNumber()).toBe(
      1,
    );
  });

  it("is not defined where nothing could have been collected", () => {
    const nothing = { openingReceivables: 0, sales: 100, closingReceivables: 100 };
    const input = { ...nothing, closingCurrent: 100 };
    expect(refusalOf(() => collectionEffectivenessIndex(input)).code).toBe("not_defined");
    // Two negative sides would make a healthy 1.5.
    const trap = {
      openingReceivables: 0,
      sales: 300,
      closingReceivables: 250,
      closingCurrent: 200,
      salesBasis: "monthly-average",
      months: 3,
    } as const;
    expect(refusalOf(() => collectionEffectivenessIndex(trap)).code).toBe("not_defined");
  });

  it("is below 0 where receivables grew by more than the sales counted", () => {
    const grown = {
      openingReceivables: 0,
      sales: 100,
      closingReceivables: 150,
      closingCurrent: 50,
    };
    expect(collectionEffectivenessIndex(grown).value.toNumber()).toBe(-1);
  });

  it("takes tax out of receivables alone", () => {
    const index = collectionEffectivenessIndex({
      openingReceivables: "1107.4",
      sales: 1664,
      closingReceivables: "1322.1",
      closingCurrent: 678,
      taxRate: "0.13",
    });
    expect(exactOf(index).toFraction()).toBe("737/1022");
    expect(verify(index).ok).toBe(true);
  });

  it("asks for months with the monthly average only, and reports all faults", () => {
    const faultsOf = (more: object) =>
      refusalOf(() => collectionEffectivenessIndex({ ...base, ...more })).faults;
    expect(faultsOf({ salesBasis: "monthly-average", closingCurrent: 2000 })).toEqual([
      "closingCurrent must be at most `closingReceivables`",
      'months must be given with `salesBasis: "monthly-average"`',
    ]);
    expect(faultsOf({ months: 3 })).toEqual([
      'months must be left out unless `salesBasis` is "monthly-average"',
    ]);
    expect(faultsOf({ salesBasis: "monthly-average", months: 0 })).toEqual([
      "months must be a whole number from 1 to 1200",
    ]);
  });
});

describe("receivables turnover", () => {
  it("takes sales as those of a year unless their days are given", () => {
    const year = { sales: 3650, openingReceivables: 300, closingReceivables: 430 };
    expect(receivablesTurnover(year).value.toNumber()).toBe(10);
    expect(receivablesTurnover({ ...year, days: 73 }).value.toNumber()).toBe(50);
    expect(receivablesTurnover(year).inputs).toMatchObject({ days: "365", yearDays: "365" });
    expect(receivablesTurnover({ ...year, yearDays: 360 }).value.toNumber()).toBe(10);
  });

  it("is in times, and not defined without receivables", () => {
    const none = { sales: 1, openingReceivables: 0, closingReceivables: 0 };
    expect(refusalOf(() => receivablesTurnover(none)).code).toBe("not_defined");
    expect(receivablesTurnover({ ...none, openingReceivables: 1 }).unit).toBe("times");
    expect(refusalOf(() => receivablesTurnover({ ...none, days: 0 })).faults).toEqual([
      "days must be greater than 0",
    ]);
    const odd = { ...none, yearDays: 364 } as never;
    expect(refusalOf(() => receivablesTurnover(odd)).faults).toEqual([
      "yearDays must be 365, 360 or 366",
    ]);
  });
});

describe("cash released", () => {
  it("is negative where the DSO grows", () => {
    expect(cashReleased({ annualSales: 365, fromDso: 30, toDso: 45 }).value.toNumber()).toBe(-15);
  });

  it("counts the year that is asked for", () => {
    const input = { annualSales: 36_000, fromDso: 50, toDso: 40, yearDays: 360 } as const;
    expect(cashReleased(input).value.toNumber()).toBe(1000);
  });

  it("inherits the currency of the sales", () => {
    const annualSales = { ...(JSON.parse(JSON.stringify(moneyFigure("365"))) as object) };
    const sales = { ...annualSales, currency: "CNY" } as never;
    const cash = cashReleased({ annualSales: sales, fromDso: 2, toDso: 1 });
    expect([cash.value.toNumber(), cash.currency]).toEqual([1, "CNY"]);
  });
});
