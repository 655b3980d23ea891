import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { verify } from "trade-credit/explain";
import {
  approvalRate,
  badDebtRate,
  collectionRate,
  creditProfit,
  creditSalesShare,
  creditStaffing,
  industryComparison,
  lossResponsibility,
  payBand,
  performanceRatio,
  targetAttainment,
} from "trade-credit/performance";
import { isFigure } from "trade-credit";
import type { Figure, Numeric } from "trade-credit";

import { exactOf } from "../support/exact.ts";
import { payBands, twoYears } from "../support/producers/performance.ts";

const text = (figure: Figure): string => exactOf(figure).toFraction();
const lowest = (fraction: string): string => new Fraction(fraction).toFraction();
const plain = (value: Numeric): Fraction =>
  isFigure(value) ? exactOf(value) : new Fraction(value as string);
const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !isFigure(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

/** Slide 76 prints the formula only; the numbers are chosen, the fractions computed by hand. */
const slide76 = {
  margin: "0.15",
  annualRate: "0.06",
  current: { creditSales: "9800", badDebtRate: "0.02", dso: "50", managementCost: "120" },
  previous: { creditSales: "8400", badDebtRate: "0.03", dso: "65", managementCost: "100" },
};

describe("slide 76", () => {
  it("as ratio, growth and bridge", () => {
    const answer = performanceRatio(slide76);
    const { current, previous, ratio, growth, bridge } = answer;
    expect(text(current)).toBe(lowest("78362/73"));
    expect(text(previous)).toBe(lowest("59732/73"));
    expect(text(ratio as Figure)).toBe(lowest("39181/29866"));
    expect(text(growth as Figure)).toBe(lowest("9315/29866"));
    expect(Object.values(bridge).map((each: Figure) => text(each))).toEqual(
      ["11172/73", "98", "1764/73", "-20", "18630/73"].map(lowest),
    );
    expect(verify(answer)).toMatchObject({ ok: true, unverified: 0 });
  });

  it("with management of 50 and 60: 1.30544950, growth 30.5449497 %", () => {
    const { ratio, growth } = performanceRatio({
      ...slide76,
      current: { ...slide76.current, managementCost: 60 },
      previous: { ...slide76.previous, managementCost: 50 },
    });
    expect(ratio.value?.toFixed(8)).toBe("1.30544950");
    expect(growth.value?.times(100).toFixed(7)).toBe("30.5449497");
  });

  it("has no ratio of two losses, which would be 0.628 although 83.2 was gained", () => {
    const { ratio, growth, bridge } = performanceRatio({
      ...slide76,
      margin: "0.02",
      current: { ...slide76.current, managementCost: 60 },
      previous: { ...slide76.previous, managementCost: 50 },
    });
    expect(ratio).toMatchObject({ value: null, reason: { code: "not_defined" } });
    expect(growth).toMatchObject({ value: null, reason: { code: "not_defined" } });
    expect(bridge.total.value.toFixed(1)).toBe("83.2");
  });

  it("is the profit of each year by itself", () => {
    const { margin, annualRate, current } = slide76;
    expect(text(creditProfit({ ...current, margin, annualRate }))).toBe(lowest("78362/73"));
  });
});

describe("the bridge", () => {
  it("sums to the change exactly, against plain fractions", () => {
    fc.assert(
      fc.property(twoYears, (input) => {
        const { current, previous, ratio, bridge } = performanceRatio(frozen(input));
        const { margin, annualRate, yearDays } = input;
        const profit = ({
          creditSales,
          badDebtRate,
          dso,
          managementCost,
        }: typeof input.current) => {
          const sales = plain(creditSales);
          const rate = new Fraction(annualRate).mul(plain(dso)).div(yearDays);
          const share = new Fraction(margin).sub(new Fraction(badDebtRate)).sub(rate);
          return sales.mul(share).sub(plain(managementCost));
        };
        const [now, then] = [profit(input.current), profit(input.previous)];
        expect(text(current)).toBe(now.toFraction());
        expect(text(previous)).toBe(then.toFraction());
        expect(text(bridge.total)).toBe(now.sub(then).toFraction());
        const parts = [bridge.volume, bridge.badDebt, bridge.time, bridge.management];
        const sum = parts.reduce((all, each) => all.add(exactOf(each)), new Fraction(0));
        expect(sum.toFraction()).toBe(now.sub(then).toFraction());
        expect(ratio.value !== null).toBe(then.compare(0) > 0);
        if (ratio.value !== null) expect(text(ratio)).toBe(now.div(then).toFraction());
      }),
    );
  });

  it("of the same year twice is 0 throughout", () => {
    fc.assert(
      fc.property(twoYears, (input) => {
        const { bridge } = performanceRatio({ ...input, previous: input.current });
        for (const { value } of Object.values(bridge) as Figure[])
          expect(value.isZero()).toBe(true);
      }),
    );
  });
});

describe("indicators", () => {
  it("name their denominator in the result", () => {
    const rate = badDebtRate({ badDebts: 166, base: 8300, of: "credit-sales" });
    expect(rate.inputs).toMatchObject({ of: "credit-sales" });
    expect(() => badDebtRate({ badDebts: 1, base: 2, of: "sales" } as never)).toThrow(
      'of must be "credit-sales"',
    );
  });

  it("are not defined over 0, and may pass 1 where that happens", () => {
    expect(() => collectionRate({ collected: 1, base: 0, of: "credit-sales" })).toThrow("is 0");
    expect(collectionRate({ collected: 3, base: 2, of: "credit-sales" }).value.toFixed()).toBe(
      "1.5",
    );
  });

  it("refuse a part that exceeds its whole", () => {
    expect(() => approvalRate({ approved: 3, applications: 2 })).toThrow(
      "approved must be at most 2",
    );
    expect(() => creditSalesShare({ creditSales: 3, totalSales: 2 })).toThrow("must be at most 2");
  });
});

describe("targetAttainment", () => {
  const action = (actual: Numeric, more: object = {}) =>
    targetAttainment({
      indicators: [
        {
          name: "DSO",
          actual,
          target: 50,
          direction: "lower-is-better",
          loosenAt: 40,
          escalateAt: 60,
          ...more,
        },
      ],
    }).action;

  it("tells the bands apart, bounds included", () => {
    expect([39, 40, 41, 50, 51, 59, 60, 61].map((actual) => action(actual))).toEqual([
      "loosen",
      "loosen",
      "hold",
      "hold",
      "tighten",
      "tighten",
      "escalate",
      "escalate",
    ]);
  });

  it("is mirrored where higher is better", () => {
    const mirrored = { direction: "higher-is-better", loosenAt: 60, escalateAt: 40 };
    expect([61, 60, 50, 49, 40].map((actual) => action(actual, mirrored))).toEqual([
      "loosen",
      "loosen",
      "hold",
      "tighten",
      "escalate",
    ]);
  });

  it("refuses bands on the wrong side of the target", () => {
    expect(() => action(1, { loosenAt: 50 })).toThrow("loosenAt must be better than the target");
    expect(() => action(1, { escalateAt: 49 })).toThrow("escalateAt must be worse than the target");
  });

  it("has no deviation from a target of 0, and still an action", () => {
    const { rows } = targetAttainment({
      indicators: [{ name: "losses", actual: 1, target: 0, direction: "lower-is-better" }],
    });
    expect(rows[0]).toMatchObject({ action: "tighten", deviation: { value: null } });
  });
});

describe("industryComparison", () => {
  it("says which is better, by the direction of the indicator", () => {
    const row = (own: number, direction: "lower-is-better" | "higher-is-better") =>
      industryComparison({ indicators: [{ name: "x", own, industry: 40, direction }] }).rows[0];
    expect(row(50, "lower-is-better")?.position).toBe("worse");
    expect(row(50, "higher-is-better")?.position).toBe("better");
    expect(row(40, "higher-is-better")?.position).toBe("equal");
    expect(text(row(50, "lower-is-better")?.deviation as Figure)).toBe("1/4");
  });
});

describe("people", () => {
  it("divide a loss exactly, whatever the shares", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 9999 }),
        (a, loss) => {
          const { parts } = lossResponsibility({
            loss,
            shares: [
              { name: "a", share: String(a / 1000) },
              { name: "b", share: String((1000 - a) / 1000) },
            ],
          });
          const sum = parts.reduce((all, { amount }) => all.add(exactOf(amount)), new Fraction(0));
          expect(sum.equals(loss)).toBe(true);
        },
      ),
    );
    expect(() => lossResponsibility({ loss: 1, shares: [{ name: "a", share: "0.9" }] })).toThrow(
      'shares must sum to 1, got "0.9"',
    );
  });

  it("are paid by the last band reached", () => {
    fc.assert(
      fc.property(payBands, ({ result, bands }) => {
        const reached = bands.filter(({ from }) => Number(from) <= Number(result)).at(-1);
        const found = () => payBand(frozen({ result, bands }));
        if (!reached) expect(found).toThrow("below all bands");
        else expect(text(found())).toBe(plain(reached.pay).toFraction());
      }),
    );
    const falling = [
      { from: 2, pay: 1 },
      { from: 1, pay: 2 },
    ];
    expect(() => payBand({ result: 1, bands: falling })).toThrow("bands[1].from must be above");
  });

  it("are counted by customers where sales say otherwise", () => {
    const bounds = { largeFromSales: 80_000_000, largeFromCustomers: 200 };
    const of = (creditSales: number, customers: number) => {
      const { size, decidedBy } = creditStaffing({ creditSales, customers, ...bounds });
      return [size, decidedBy];
    };
    expect(of(79_999_999, 199)).toEqual(["small", "both"]);
    expect(of(80_000_000, 200)).toEqual(["large", "both"]);
    expect(of(95_000_000, 60)).toEqual(["small", "customers"]);
    expect(of(10_000_000, 900)).toEqual(["large", "customers"]);
  });
});
