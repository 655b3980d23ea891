import { describe, expect, it } from "vitest";

import {
  breakEvenDiscount,
  buyerDiscountChoice,
  discountAnnualRate,
  discountCostGrid,
  discountEvaluation,
  discountOnPartPayment,
  discountTakeUp,
  optimalDiscount,
  tierAnnualRates,
} from "trade-credit/discount";
import { verify } from "trade-credit/explain";
import { ledgerFromItems } from "trade-credit";
import type { LedgerItem } from "trade-credit";

import { exactOf } from "../support/exact.ts";

const forgone = { discountRate: "0.02", discountDay: 10, paymentDay: 30 };
const today = {
  creditSales: 8300,
  badDebtRate: "0.02",
  managementCost: 30,
  termDays: 60,
  annualRate: "0.06",
};
const plan = { terms: "2/10, n/60", takeUp: "0.8", badDebtRate: "0.01", managementCost: 18 };
const tiered = { terms: "3/10, 2/20, n/45", badDebtRate: "0.01", managementCost: 18 };

describe("discountAnnualRate", () => {
  it("is 0 for no discount, both ways", () => {
    const { simple, effective } = discountAnnualRate({ ...forgone, discountRate: 0 });
    expect(simple.value.isZero() && effective.value?.isZero()).toBe(true);
  });

  it("keeps 34 digits of the smallest discount", () => {
    const rate = "0.0000000000000000000000000001";
    const { simple, effective } = discountAnnualRate({ ...forgone, discountRate: rate });
    // (1 − d)^(−n) − 1 = n d + …: the first digits are those of the simple rate.
    expect(effective.value?.div(simple.value).minus(1).abs().lt("1e-26")).toBe(true);
    expect(effective.value?.precision()).toBeGreaterThan(30);
  });

  it("has no effective rate that could not be printed", () => {
    const { simple, effective } = discountAnnualRate({
      discountRate: "0.99",
      discountDay: 0,
      paymentDay: 0.5,
    });
    expect(simple.value.toFixed()).toBe("72270");
    expect(effective).toMatchObject({ value: null, reason: { code: "not_defined" } });
  });

  it("goes on as printed, live and stored alike", () => {
    const { effective } = discountAnnualRate(forgone);
    const choose = (annualRate: unknown) =>
      buyerDiscountChoice({ terms: "2/10, n/30", amount: 100, annualRate: annualRate as string });
    const live = choose(effective);
    const stored = choose(JSON.parse(JSON.stringify(effective)));
    expect(exactOf(live.saving).equals(exactOf(stored.saving))).toBe(true);
    expect(verify(JSON.parse(JSON.stringify(live)))).toMatchObject({ ok: true, unverified: 0 });
  });

  it("refuses a discount of 1, a payment that is not later, and percentages", () => {
    const refusing = (fields: object) => () => discountAnnualRate({ ...forgone, ...fields });
    expect(refusing({ discountRate: 1 })).toThrow("discountRate must be less than 1");
    expect(refusing({ paymentDay: 10 })).toThrow("paymentDay must be after `discountDay`");
    expect(refusing({ discountRate: 2 })).toThrow("write 5 % as 0.05");
    expect(refusing({ yearDays: 252 })).toThrow("yearDays must be 365, 360 or 366");
  });
});

describe("tierAnnualRates and discountCostGrid", () => {
  it("have no row without a discount", () => {
    expect(tierAnnualRates({ terms: "n/30" }).tiers).toEqual([]);
  });

  it("do not serve terms that are not counted in days", () => {
    for (const terms of ["2/10, EOM+30", "50% 30, 50% 60"]) {
      expect(() => tierAnnualRates({ terms })).toThrow("must be due as a whole, after a number");
    }
  });

  it("refuse tiers out of order, overlapping ones, and days at or beyond the net day", () => {
    for (const terms of ["2/10, 3/20, n/30", "3/10, 2/10, n/30", "2/30, n/30"]) {
      expect(() => tierAnnualRates({ terms })).toThrow("must agree");
    }
  });

  it("names every cell of the grid that cannot be", () => {
    const refusing = () =>
      discountCostGrid({ discountRates: [0, 1], discountDay: 10, paymentDays: [30, 10] });
    expect(refusing).toThrow(
      /discountRates\[1\] must be less than 1.*paymentDays\[1\] must be after/,
    );
  });
});

describe("buyerDiscountChoice", () => {
  it("takes the first discount with dear money, and pays the whole with cheap credit", () => {
    const at = (annualRate: string) =>
      buyerDiscountChoice({ terms: "2/10, n/30", amount: 1000, annualRate });
    expect(at("0.1").best.map(({ day }) => day)).toEqual(["10"]);
    expect(at("0.4").best.map(({ day }) => day)).toEqual(["30"]);
  });

  it("names all days that tie: at the simple annual rate itself", () => {
    const { simple } = discountAnnualRate(forgone);
    const { best, saving } = buyerDiscountChoice({
      terms: "2/10, n/30",
      amount: 1000,
      annualRate: simple,
    });
    expect(best.map(({ day }) => day)).toEqual(["10", "30"]);
    expect(saving.value.isZero()).toBe(true);
  });

  it("counts a late payment by the day it is made", () => {
    const late = { terms: "2/10, n/30", amount: 1000, annualRate: "0.3", paymentDay: 40 };
    expect(buyerDiscountChoice(late).best[0]?.day).toBe("40");
    expect(() => buyerDiscountChoice({ ...late, paymentDay: 10 })).toThrow(
      "paymentDay must be after the last discount day",
    );
  });

  it("refuses rates above 1 unless they are meant", () => {
    const high = { terms: "n/30", amount: 1, annualRate: 6 };
    expect(() => buyerDiscountChoice(high)).toThrow("allowHighRate");
    expect(buyerDiscountChoice({ ...high, allowHighRate: true }).best).toHaveLength(1);
  });
});

describe("discountEvaluation", () => {
  it("serves several discounts, each with its share", () => {
    const { plans } = discountEvaluation({
      ...today,
      plans: { two: { ...tiered, takeUps: ["0.6", "0.18"] } },
    });
    // 0.6 × 0.03 + 0.18 × 0.02 = 0.0216; 0.6 × 10 + 0.18 × 20 + 0.22 × 45 = 19.5.
    expect(exactOf(plans["two"]!.discountCost).toFraction()).toBe("4482/25");
    expect(exactOf(plans["two"]!.averageCollectionDays).toFraction()).toBe("39/2");
  });

  it("compares shorter terms without any discount, too", () => {
    const net = { terms: "n/30", badDebtRate: "0.02", managementCost: 30 };
    const { plans } = discountEvaluation({ ...today, yearDays: 360, plans: { net } });
    expect(plans["net"]?.saving.value.toFixed(1)).toBe("41.5");
  });

  it("says every fault of the shares of all plans", () => {
    const refusing = () =>
      discountEvaluation({
        ...today,
        plans: {
          A: { ...plan, takeUps: ["0.8"] },
          B: { ...tiered, takeUp: "0.5" },
          C: { ...tiered, takeUps: ["0.6", "0.5"] },
        },
      });
    expect(refusing).toThrow("plans.A.takeUps must be left out beside `takeUp`");
    expect(refusing).toThrow("plans.B.takeUp must have one share for each discount");
    expect(refusing).toThrow('plans.C.takeUps must sum to at most 1, got "1.1"');
  });

  it("keeps the names of the plans, whatever they are", () => {
    const { plans } = discountEvaluation({
      ...today,
      plans: JSON.parse(`{"__proto__": ${JSON.stringify(plan)}}`) as Record<string, typeof plan>,
    });
    expect(Object.keys(plans)).toEqual(["__proto__"]);
  });

  it("does not serve terms that are not counted in days", () => {
    expect(() =>
      discountEvaluation({ ...today, plans: { A: { ...plan, terms: "2/10, net EOM" } } }),
    ).toThrow("plans.A.terms must be due as a whole, after a number of days");
  });
});

describe("breakEvenDiscount", () => {
  it("ignores the rate of the discount sought", () => {
    const other = breakEvenDiscount({ ...today, plan: { ...plan, terms: "0.5/10, n/60" } });
    expect(exactOf(other).equals(exactOf(breakEvenDiscount({ ...today, plan })))).toBe(true);
  });

  it("asks which discount is sought where there are several", () => {
    const several = { ...today, plan: { ...tiered, takeUps: ["0.6", "0.18"] } };
    expect(() => breakEvenDiscount(several)).toThrow("tier must say which discount is sought");
    expect(() => breakEvenDiscount({ ...several, tier: 3 })).toThrow("from 1 to 2");
    expect(() =>
      breakEvenDiscount({ ...today, plan: { ...plan, terms: "n/60", takeUp: undefined as never } }),
    ).toThrow();
  });

  it("has no answer where the plan never pays, or nobody takes it", () => {
    const costly = { ...plan, managementCost: 400 };
    expect(() => breakEvenDiscount({ ...today, plan: costly })).toThrow(
      "even without the discount",
    );
    expect(() => breakEvenDiscount({ ...today, plan: { ...plan, takeUp: 0 } })).toThrow(
      "nobody takes the discount",
    );
    const unordered = { ...today, plan: { ...tiered, takeUps: ["0.01", "0.5"] }, tier: 2 };
    expect(() => breakEvenDiscount({ ...unordered, managementCost: 3000 })).toThrow(
      "that of the one before it",
    );
  });
});

describe("optimalDiscount", () => {
  const given = {
    creditSales: 1000,
    termDays: 60,
    discountDay: 10,
    annualRate: "0.072",
    yearDays: 360 as const,
    badDebtRate: "0.02",
    takerBadDebtRate: "0.01",
    takeUpSlope: 40,
  };

  it("is half of what taking it is worth", () => {
    // 0.072 × 50/360 + 0.01 = 0.02.
    const { worth, discountRate, gain } = optimalDiscount(given);
    expect(worth.value.toFixed()).toBe("0.02");
    expect(discountRate.value.toFixed()).toBe("0.01");
    expect(gain.value.toFixed()).toBe("4"); // 1000 × 0.4 × 0.01
  });

  it("stops where everybody takes it, and is 0 where it is worth nothing", () => {
    const all = optimalDiscount({ ...given, takeUpSlope: 1000 });
    expect(all.takeUp.value.toFixed()).toBe("1");
    const none = optimalDiscount({ ...given, takerBadDebtRate: "0.5" });
    expect(none.discountRate.value.isZero() && none.gain.value.isZero()).toBe(true);
  });

  it("refuses a discount day after the term", () => {
    expect(() => optimalDiscount({ ...given, discountDay: 61 })).toThrow("at most `termDays`");
  });
});

describe("discountOnPartPayment", () => {
  const invoice = { amount: "1000.50", terms: "3/10, 2/20, n/45", documentDate: "2026-03-01" };
  const on = (paid: string, paidDate: string, basis: "paid-part" | "none" = "none") =>
    discountOnPartPayment({ ...invoice, paid, paidDate, basis });

  it("settles the whole for what the payment schedule says, on the last day inclusive", () => {
    // paymentSchedule: 970.48 by 11 March, 980.49 by 21 March.
    expect(on("970.48", "2026-03-11").balance.value.isZero()).toBe(true);
    expect(on("970.47", "2026-03-11").balance.value.toFixed()).toBe("30.03");
    expect(on("970.48", "2026-03-12").balance.value.toFixed()).toBe("30.02");
    expect(on("980.49", "2026-03-21").balance.value.isZero()).toBe(true);
    expect(on("980.49", "2026-03-22").earnedRate.value.isZero()).toBe(true);
  });

  it("never makes a credit of a discount", () => {
    expect(on("990", "2026-03-02").discount.value.toFixed()).toBe("10.5");
    expect(on("1000.50", "2026-03-02").discount.value.isZero()).toBe(true);
    expect(on("1010.50", "2026-03-02").balance.value.toFixed()).toBe("-10");
  });

  it("grants nothing after the last discount, on either basis", () => {
    expect(on("500", "2026-04-01", "paid-part").discount.value.isZero()).toBe(true);
  });

  it("counts from the date that the terms name", () => {
    const terms = { tiers: [{ discountRate: "0.02", days: 10 }], due: { kind: "days", days: 30 } };
    const late = {
      ...invoice,
      terms: { ...terms, anchor: "delivery" } as const,
      paid: 900,
      paidDate: "2026-03-25",
      basis: "paid-part",
    } as never;
    expect(() => discountOnPartPayment(late)).toThrow("anchors.delivery");
    const anchors = { delivery: "2026-03-20" };
    const { earnedRate } = discountOnPartPayment({ ...(late as object), anchors } as never);
    expect(earnedRate.value.toFixed()).toBe("0.02");
  });

  it("asks for the basis: suppliers differ", () => {
    expect(() =>
      discountOnPartPayment({ ...invoice, paid: 1, paidDate: "2026-03-02" } as never),
    ).toThrow('basis must be "paid-part" or "none"');
  });
});

describe("discountTakeUp", () => {
  const sale = (
    id: string,
    documentDate: string,
    amount: number,
    discounts: [string, number][],
  ) => ({
    id,
    party: id.startsWith("A") ? "Ahorn" : "Birke",
    documentDate,
    terms: "2/10, n/30",
    amount,
    applications: discounts.map(([date, each]) => ({
      date,
      amount: each,
      kind: "discount" as const,
    })),
  });
  const items: LedgerItem[] = [
    sale("A1", "2026-03-02", 600, [["2026-03-12", 12]]),
    sale("A2", "2026-03-31", 200, [["2026-04-10", 4]]),
    sale("B1", "2026-03-15", 200, []),
    // Granted and taken back.
    sale("B2", "2026-03-20", 1000, [
      ["2026-03-30", 20],
      ["2026-04-05", -20],
    ]),
    sale("A3", "2026-04-01", 500, [["2026-04-02", 10]]),
    { id: "C1", party: "Ahorn", kind: "credit-note", documentDate: "2026-03-10", amount: 50 },
  ];
  const ledger = ledgerFromItems(items, { currency: "EUR" });
  const march = { from: "2026-03-01", to: "2026-03-31" };

  it("counts the invoices of the span, and what stands on the day of reading", () => {
    const { takeUp, takeUpByCount, averageRate, sales } = discountTakeUp(ledger, {
      ...march,
      asOf: "2026-04-30",
    });
    expect(takeUp.value?.toFixed()).toBe("0.4"); // 800 of 2,000
    expect(takeUpByCount.value?.toFixed()).toBe("0.5"); // 2 of 4
    expect(averageRate.value?.toFixed()).toBe("0.02"); // 16 of 800
    expect(sales.currency).toBe("EUR");
  });

  it("sees on the last day of the span what was granted by then", () => {
    const { takeUp, averageRate } = discountTakeUp(ledger, { ...march, asOf: "2026-03-31" });
    expect(takeUp.value?.toFixed()).toBe("0.8"); // 600 + 1,000: the reversal comes later
    expect(averageRate.value?.toFixed()).toBe("0.02");
  });

  it("is computed again from the ledger, by customer as well", () => {
    for (const scope of [{}, { party: "Ahorn" }]) {
      const answer = discountTakeUp(ledger, { ...march, asOf: "2026-04-30", ...scope });
      const stored: unknown = JSON.parse(JSON.stringify(answer));
      expect(verify(stored, { ledger })).toMatchObject({ ok: true, given: 0, unverified: 0 });
      const tampered = JSON.stringify(answer).replace('"value":"16"', '"value":"17"');
      expect(verify(JSON.parse(tampered), { ledger }).ok).toBe(false);
    }
  });

  it("is absent without sales, and the average where nobody took one", () => {
    const none = discountTakeUp(ledger, {
      from: "2025-01-01",
      to: "2025-01-31",
      asOf: "2025-02-28",
    });
    expect(none.takeUp.value).toBeNull();
    const birke = discountTakeUp(ledger, { ...march, asOf: "2026-04-30", party: "Birke" });
    expect(birke.takeUp.value?.isZero()).toBe(true);
    expect(birke.averageRate).toMatchObject({ value: null, reason: { code: "not_defined" } });
  });

  it("refuses spans that end before they begin, and days of reading before their end", () => {
    const asked = { from: "2026-03-31", to: "2026-03-01", asOf: "2026-04-30" };
    expect(() => discountTakeUp(ledger, asked)).toThrow("to must not be before `from`");
    expect(() => discountTakeUp(ledger, { ...march, asOf: "2026-03-30" })).toThrow(
      "asOf must not be before `to`",
    );
  });

  it("knows nothing of what snapshots have behind them", () => {
    const snapshot = ledgerFromItems(
      [{ ...sale("A9", "2026-03-02", 600, []), openAmount: 100, openAsOf: "2026-03-31" }],
      { currency: "EUR" },
    );
    expect(() => discountTakeUp(snapshot, { ...march, asOf: "2026-04-30" })).toThrow(
      "must be on or after 2026-03-31",
    );
  });
});
