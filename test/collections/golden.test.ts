/**
 * Printed and hand-computed cases: expected values come from the sources and from arithmetic
 * written out here, never from the code.
 */
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  cashForecast,
  cashReleased,
  collectionPlan,
  dsoPeriodAverage,
  ledgerFromItems,
  planAttainment,
} from "trade-credit";

import { exactOf } from "../support/exact.ts";
import { agree, cameTo, ORACLE_TIMEOUT, same } from "../support/oracle-runs.ts";

/** The half year of slides 66 to 68: 1,170,000 open, sales of 3,318,000 in 181 days. */
const halfYear = ledgerFromItems(
  [{ id: "1", party: "A", documentDate: "2001-06-30", terms: "net 30", amount: 1_170_000 }],
  { currency: "CNY" },
);

describe("cash and DSO, slides 70 and 71", () => {
  const asOf = "2001-06-30";
  // As much again in the second half of the year: 184 days.
  const sales = [{ period: { from: "2001-07-01", to: "2001-12-31" }, sales: 3_373_000 }];

  it("cash = opening + sales − DSO target × daily sales", () => {
    const forecast = cashForecast(halfYear, { method: "dso-target", asOf, dso: 46, sales });
    const [period] = forecast.periods;
    // 46 of 184 days are a quarter: 843,250 stay.
    expect(period?.closing.value.toNumber()).toBe(843_250);
    expect(period?.amount.value.toNumber()).toBe(1_170_000 + 3_373_000 - 843_250);
  });

  it("at constant daily sales, cash beyond the sales is the cash that the fall of DSO releases", () => {
    // Daily sales as before: 3,318,000 ÷ 181 × 362 days is twice as much.
    const twice = [{ period: { from: "2001-07-01", to: "2002-06-27" }, sales: 6_636_000 }];
    const forecast = cashForecast(halfYear, { method: "dso-target", asOf, dso: 50, sales: twice });
    const before = dsoPeriodAverage({ receivables: 1_170_000, sales: 3_318_000, days: 181 });
    const daily = { annualSales: 3_318_000, yearDays: 365 as const };
    const released = cashReleased({ ...daily, fromDso: before, toDso: 50 });
    // cashReleased counts annual sales ÷ 365 a day; the half year has 3,318,000 ÷ 181 a day.
    const perDay = released.value.times(365).div(181);
    const beyond = forecast.periods[0]?.amount.value.minus(6_636_000);
    expect(beyond?.minus(perDay).abs().lt("1e-20")).toBe(true);
  });

  it("a target above all there is needs no cash, and says so", () => {
    const forecast = cashForecast(halfYear, { method: "dso-target", asOf, dso: 9_999, sales });
    const [period] = forecast.periods;
    expect(period?.amount.value.toNumber()).toBe(0);
    expect(period?.closing.caveats).toEqual([{ code: "target_above_receivables" }]);
  });
});

describe("roll rates, by hand", () => {
  it("100 not due and 40 overdue, 20 % and 50 % unpaid a month later", () => {
    const items = [
      { id: "1", party: "A", documentDate: "2026-06-10", terms: "net 30", amount: 100 },
      { id: "2", party: "A", documentDate: "2026-03-10", terms: "net 30", amount: 40 },
    ];
    const ledger = ledgerFromItems(items, { currency: "EUR" });
    const forecast = cashForecast(ledger, {
      method: "roll-rates",
      asOf: "2026-06-30",
      by: "month",
      periods: 2,
      edges: [],
      rates: ["0.2", "0.5"],
    });
    // July: 100 × 0.8 + 40 × 0.5 = 100. Then 0 not due, 20 + 20 = 40 overdue. August: 20. Left: 20.
    expect(forecast.periods.map(({ amount }) => amount.value.toNumber())).toEqual([100, 20]);
    expect(forecast.later.value.toNumber()).toBe(20);
  });

  it("are of whole periods, one a class, and no field of another method comes with them", () => {
    const ask = (more: object) => () =>
      cashForecast(halfYear, {
        method: "roll-rates",
        asOf: "2001-06-30",
        by: "month",
        edges: [],
        rates: [1, 1],
        ...more,
      });
    expect(ask({})().later.value.toNumber()).toBe(1_170_000);
    expect(ask({ asOf: "2001-06-29" })).toThrow("asOf must be the last day of a month");
    expect(ask({ rates: [1] })).toThrow("rates must be 2 rates, one a class: not due, 1+");
    expect(ask({ dso: 5 })).toThrow("dso must be left out for the method roll-rates");
    expect(ask({ by: undefined })).toThrow("by must be given for the method roll-rates");
    expect(ask({ periods: 61 })).toThrow("periods must be at most 60");
  });
});

describe("a plan", () => {
  it("beyond the last date there is, is refused", () => {
    const asOf = "9999-12-31";
    expect(() => collectionPlan(halfYear, { asOf, by: "week" })).toThrow("9999-12-31");
  });
});

describe("planAttainment", () => {
  const week = { from: "2026-07-01", to: "2026-07-05" };
  const plan = [{ ...week, amount: 0 }];

  it("of nothing is absent, and only that", () => {
    const { total } = planAttainment({ plan, actual: [{ ...week, amount: 70 }] });
    expect(total.attainment).toMatchObject({ value: null, reason: { code: "not_defined" } });
    expect(total.difference.value.toNumber()).toBe(70);
  });

  it("is the oracle's: what came over what was planned", { timeout: ORACLE_TIMEOUT }, () => {
    const cents = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 ** 9 }));
    agree("plan attainment", fc.tuple(cents, cents), ([planned, came]) => {
      const money = (amount: number) => (amount / 100).toFixed(2);
      const answer = planAttainment({
        plan: [{ ...week, amount: money(planned) }],
        actual: [{ ...week, amount: money(came) }],
      });
      expect(exactOf(answer.total.difference).toFraction()).toBe(
        new Fraction(came - planned, 100).toFraction(),
      );
      return same(
        cameTo(() => answer.total.attainment),
        planned === 0 ? "not_defined" : new Fraction(came, planned).toFraction(),
      );
    });
  });

  it("compares the same periods only", () => {
    const other = [{ ...week, to: "2026-07-06", amount: 1 }];
    expect(() => planAttainment({ plan, actual: other })).toThrow(
      "actual[0] must be the period of the plan, 2026-07-01 to 2026-07-05",
    );
    expect(() => planAttainment({ plan, actual: [...plan, ...plan] })).toThrow(
      "actual must have the 1 periods of the plan",
    );
  });
});
