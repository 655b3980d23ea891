/**
 * Printed cases of cash discounts. Where a source prints inputs only, the exact value is derived by
 * hand from the stated reading, and says so.
 */
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  breakEvenDiscount,
  buyerDiscountChoice,
  discountAnnualRate,
  discountCostGrid,
  discountEvaluation,
  discountOnPartPayment,
  tierAnnualRates,
} from "trade-credit/discount";
import type { DiscountEvaluationInput } from "trade-credit/discount";
import { verify } from "trade-credit/explain";
import type { Figure } from "trade-credit";

import { exactOf } from "../support/exact.ts";

const exact = (figure: Figure): string => exactOf(figure).toFraction();
const lowest = (text: string): string => new Fraction(text).toFraction();

describe("annual cost of forgoing a discount", () => {
  // Published tables: percent, eight decimals; 365 then 360 days, simple then effective.
  it.each([
    ["0.02", 10, 30, "37.24489796", "36.73469388", "44.5852927", "43.8568802"],
    ["0.02", 10, 60, "14.89795918", "14.69387755", "15.8909832", "15.6570884"],
    ["0.02", 20, 60, "18.62244898", "18.36734694", "20.2436247", "19.9403519"],
    ["0.03", 10, 60, "22.57731959", "22.26804124", "24.9011220", "24.5212619"],
    ["0.03", 10, 45, "32.25331370", "31.81148748", "37.3889847", "36.7924607"],
    ["0.02", 20, 45, "29.79591837", "29.38775510", "34.3071999", "33.7656210"],
    // Printed as 24.8299320: the buyer of 2/10, n/30 pays on day 40.
    ["0.02", 10, 40, "24.82993197", "24.48979592", "27.8643", "27.4345"],
  ])("%s up to day %i, whole on day %i", (discountRate, discountDay, paymentDay, ...printed) => {
    const of = (yearDays: 365 | 360) =>
      discountAnnualRate({ discountRate, discountDay, paymentDay, yearDays });
    const all = [of(365).simple, of(360).simple, of(365).effective, of(360).effective];
    all.forEach(({ value }, index) => {
      const places = (printed[index] as string).split(".")[1]?.length ?? 0;
      expect(value?.times(100).toFixed(places)).toBe(printed[index]);
    });
    expect(verify(of(365))).toMatchObject({ ok: true, unverified: 0 });
  });

  it("is the exact quotient where it is one: 2/49 × 365/20", () => {
    const { simple } = discountAnnualRate({
      discountRate: "0.02",
      discountDay: 10,
      paymentDay: 30,
    });
    expect(exact(simple)).toBe("73/196");
  });

  it("is an exact power where the exponent is whole: (50/49)^18 − 1 on 360 days", () => {
    const { effective } = discountAnnualRate({
      discountRate: "0.02",
      discountDay: 10,
      paymentDay: 30,
      yearDays: 360,
    });
    expect(exact(effective as Figure)).toBe(
      new Fraction(50n ** 18n, 49n ** 18n).sub(1).toFraction(),
    );
    // 50^18 ÷ 49^18 − 1 by long division, to 34 digits.
    expect(effective.value?.toFixed()).toBe("0.4385688018002179007498224807276687");
  });

  it("of the two discounts of slide 78, 3/10, 2/20, n/45", () => {
    const { tiers } = tierAnnualRates({ terms: "3/10, 2/20, n/45" });
    const [first, second] = tiers;
    expect(exact(first?.againstNet.simple as Figure)).toBe(lowest("219/679")); // 3/97 × 365/35
    expect(exact(second?.againstNet.simple as Figure)).toBe(lowest("73/245")); // 2/98 × 365/25
    expect(exact(first?.toNext?.simple as Figure)).toBe(lowest("73/194")); // 1/97 × 365/10
    expect(first?.toNext?.effective.value?.times(100).toFixed(7)).toBe("45.4063799");
    expect(second?.toNext).toBeUndefined();
  });

  it("of the grid of slide 79, of which the deck prints only the name", () => {
    const { rows } = discountCostGrid({
      discountRates: ["0.01", "0.02"],
      discountDay: 10,
      paymentDays: [30],
      yearDays: 365,
    });
    const cells = rows.map(({ cells: [cell] }) => cell?.simple.value.times(100).toFixed(4));
    expect(cells).toEqual(["18.4343", "37.2449"]);
  });
});

describe("the buyer's choice", () => {
  it("looks at all days at once: at 33 % day 45 beats day 10, and each step says otherwise", () => {
    const { options, best, saving } = buyerDiscountChoice({
      terms: "3/10, 2/20, n/45",
      amount: 100,
      annualRate: "0.33",
    });
    // 98 ÷ (1 + 0.33 × 10/365) and 100 ÷ (1 + 0.33 × 35/365).
    const values = ["97", "357700/3683", "146000/1506.2"];
    expect(options.map(({ presentValue }) => exact(presentValue))).toEqual(
      values.map((text) => {
        const [numerator = "", denominator = "1"] = text.split("/");
        return new Fraction(numerator).div(new Fraction(denominator)).toFraction();
      }),
    );
    expect(best.map(({ day }) => day)).toEqual(["45"]);
    expect(saving.value.isZero()).toBe(true);
    expect(options.map(({ presentValue }) => presentValue.value.toFixed(7))).toEqual([
      "97.0000000",
      "97.1219115",
      "96.9326783",
    ]);
  });
});

/** Slide 80, in 10,000 yuan: the inputs are printed, the slide breaks off at the answer. */
const slide80 = (yearDays: 365 | 360): DiscountEvaluationInput => ({
  creditSales: "8300",
  badDebtRate: "0.02",
  managementCost: "30",
  termDays: 60,
  annualRate: "0.06",
  yearDays,
  plans: {
    A: { terms: "2/10, n/60", takeUp: "0.8", badDebtRate: "0.01", managementCost: "18" },
    B: { terms: "2/20, n/60", takeUp: "0.9", badDebtRate: "0.015", managementCost: "21" },
    C: { terms: "3/10, n/60", takeUp: "0.95", badDebtRate: "0.005", managementCost: "15" },
  },
});

describe("slide 80", () => {
  const cases = {
    365: {
      base: ["0", "60", "5976/73", "166", "30", "20284/73"],
      A: ["132.8", "20", "1992/73", "83", "18", "95297/365", "6123/365"],
      B: ["149.4", "24", "11952/365", "124.5", "21", "239181/730", "-36341/730"],
      C: ["236.55", "12.5", "1245/73", "41.5", "15", "452753/1460", "-47073/1460"],
    },
    360: {
      base: ["0", "60", "83", "166", "30", "279"],
      A: ["132.8", "20", "83/3", "83", "18", "3922/15", "263/15"],
      B: ["149.4", "24", "33.2", "124.5", "21", "328.1", "-49.1"],
      C: ["236.55", "12.5", "415/24", "41.5", "15", "37241/120", "-3761/120"],
    },
  } as const;

  it.each([365, 360] as const)("on %i days: only plan A pays", (yearDays) => {
    const answer = discountEvaluation(slide80(yearDays));
    const { base, plans } = answer;
    for (const [name, expected] of Object.entries(cases[yearDays])) {
      const costs = name === "base" ? base : plans[name];
      const keys = ["discountCost", "averageCollectionDays", "opportunityCost", "badDebtCost"];
      const all = [...keys, "managementCost", "totalCost", "saving"].slice(0, expected.length);
      const found = all.map((key) => exact((costs as unknown as Record<string, Figure>)[key]!));
      expect(found, name).toEqual(expected.map(lowest));
    }
    expect(verify(answer)).toMatchObject({ ok: true, unverified: 0 });
  });

  /** Savings of A, B and C by the other readings of the slide. */
  const savings = (input: DiscountEvaluationInput, places: number): (string | undefined)[] => {
    const { plans } = discountEvaluation(input);
    return ["A", "B", "C"].map((name) => plans[name]?.saving.value.toFixed(places));
  };

  it.each([
    [360, ["17.754667", "-48.602000", "-30.947417"]],
    [365, ["16.993644", "-49.291014", "-31.852932"]],
  ] as const)("with interest on what is paid, on %i days", (yearDays, expected) => {
    expect(savings({ ...slide80(yearDays), financedAmount: "net-of-discount" }, 6)).toEqual(
      expected,
    );
  });

  it.each([
    [360, ["83.933333", "62.950000", "8.083333"]],
    [365, ["83.175342", "62.267808", "7.183219"]],
  ] as const)(
    "with bad debts on undiscounted sales only, which turns B and C round, on %i days",
    (yearDays, expected) => {
      const input = { ...slide80(yearDays), badDebtBase: "undiscounted-sales" } as const;
      expect(savings(input, 6)).toEqual(expected);
    },
  );

  it.each([
    [360, { A: "2.26405622", B: "1.34270415", C: "2.60251532" }],
    [365, { A: "2.25264070", B: "1.33357173", C: "2.59109980" }],
  ] as const)("breaks even, on %i days", (yearDays, expected) => {
    const { plans, ...today } = slide80(yearDays);
    for (const [name, percent] of Object.entries(expected)) {
      const rate = breakEvenDiscount({ ...today, plan: plans[name]! });
      expect(rate.value.times(100).toFixed(8), name).toBe(percent);
    }
  });
});

describe("a payment within the discount period", () => {
  it("of 485 on 1,000 earns 485 ÷ 0.98 × 0.02, or nothing", () => {
    const invoice = { amount: 1000, terms: "2/10, n/30", documentDate: "2026-03-02" };
    const paid = { paid: 485, paidDate: "2026-03-12" };
    const part = discountOnPartPayment({ ...invoice, ...paid, basis: "paid-part" });
    expect(exact(part.discount)).toBe(lowest("485/49"));
    expect(exact(part.balance)).toBe(lowest("24750/49"));
    const none = discountOnPartPayment({ ...invoice, ...paid, basis: "none" });
    expect(exact(none.balance)).toBe("515");
  });
});
