/**
 * Late-payment interest: printed and hand-computed cases, laws, and the oracle, which walks day by
 * day.
 *
 * Random debts: a part payment before, on or after the due date, often several a day and often more
 * than is owed; amounts of 0 and of a cent; rates of 0 and 1, per day and per year, changing up to
 * three times; both orders; half of them capped.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { latePaymentInterest } from "trade-credit";
import type { LatePaymentInterest, LatePaymentInterestInput, Numeric } from "trade-credit";

import { isFigure } from "../../src/ground/figure.ts";
import * as oracle from "../oracle/collections.ts";
import { exactOf } from "../support/exact.ts";
import { agree, oracleRuns } from "../support/oracle-runs.ts";
import { interests } from "../support/producers/collections.ts";

const RUNS = oracleRuns(400);

/** 45 days late. */
const base = { principal: 100_000, dueDate: "2026-03-01", paidDate: "2026-04-15" };
const from = "2026-01-01";

const ask = (more: Partial<LatePaymentInterestInput>) =>
  latePaymentInterest({ ...base, rates: [{ from, perDay: "0.0005" }], ...more });

const numbers = (answer: LatePaymentInterest) =>
  Object.fromEntries(
    Object.entries(answer).map(([key, figure]) => [key, exactOf(figure as never).toFraction()]),
  );

describe("printed cases: 100,000 for 45 days", () => {
  it.each([
    ["5 in 10,000 a day (the collection guide)", { perDay: "0.0005" }, 365, "2250"],
    // 100000 × 0.08 × 45 ÷ 365 = 360000/365 = 72000/73 = 986.301370
    ["8 % on 365 days", { perYear: "0.08" }, 365, "72000/73"],
    ["8 % on 360 days", { perYear: "0.08" }, 360, "1000"],
    // 3 % × 1.5: 100000 × 0.045 × 45 ÷ 365 = 202500/365 = 40500/73 = 554.794521
    ["4.5 % on 365 days", { perYear: "0.045" }, 365, "40500/73"],
  ] as const)("%s", (_, rate, yearDays, exact) => {
    const { interest } = ask({ rates: [{ from, ...rate }], yearDays });
    expect(exactOf(interest).toFraction()).toBe(exact);
  });

  it("the daily rate of the guide is 18.25 % a year on 365 days and 18 % on 360", () => {
    const year = { dueDate: "2025-01-01", paidDate: "2026-01-01", principal: 100 };
    expect(
      ask({ ...year, rates: [{ from: "2025-01-01", perDay: "0.0005" }] }).interest.value,
    ).toEqual(ask({ ...year, rates: [{ from: "2025-01-01", perYear: "0.1825" }] }).interest.value);
  });
});

describe("by hand", () => {
  it("a rate counts from its own day on", () => {
    // 2 to 31 March: 30 days at 0.0005 = 1,500; 1 to 15 April: 15 days at 0.001 = 1,500.
    const rates = [
      { from, perDay: "0.0005" },
      { from: "2026-04-01", perDay: "0.001" },
    ];
    expect(ask({ rates }).interest.value.toNumber()).toBe(3000);
  });

  it("a part payment counts from the day after; interest first leaves more principal", () => {
    // 20 days at 50 a day: 1,000 of interest are owed when 40,000 come on 21 March.
    const payments = [{ date: "2026-03-21", amount: 40_000 }];
    // Principal first: 60,000 left, 25 days at 30: 750 more. 1,750 interest, none of it paid.
    expect(numbers(ask({ payments, order: "principal-first" }))).toMatchObject({
      interest: "1750",
      principalLeft: "60000",
      interestLeft: "1750",
    });
    // Interest first: 61,000 left, 25 days at 30.50: 762.50 more.
    expect(numbers(ask({ payments, order: "interest-first" }))).toMatchObject({
      interest: "3525/2",
      principalLeft: "61000",
      interestLeft: "1525/2",
    });
  });

  it("a cap ends it, a fixed sum comes on top where payment was late at all", () => {
    expect(numbers(ask({ cap: 2000, fixed: 40 }))).toMatchObject({
      interest: "2000",
      charge: "2040",
    });
    const onTime = { paidDate: base.dueDate, fixed: 40 };
    expect(numbers(ask(onTime))).toMatchObject({ interest: "0", charge: "0" });
    const paidBefore = [{ date: "2026-02-20", amount: 100_000 }];
    expect(numbers(ask({ payments: paidBefore, fixed: 40 }))).toMatchObject({
      charge: "0",
      principalLeft: "0",
    });
  });

  it("payments beyond what is owed are said to be", () => {
    const payments = [{ date: "2026-03-21", amount: 101_234 }];
    expect(numbers(ask({ payments }))).toMatchObject({ principalLeft: "0", overpaid: "234" });
  });

  it("refuses rates that begin too late, do not ascend, or are of nothing", () => {
    const rates =
      (...list: LatePaymentInterestInput["rates"][]) =>
      () =>
        ask({ rates: list.flatMap((each) => [...each]) });
    expect(rates([{ from: "2026-03-03", perDay: 0 }])).toThrow("must be 2026-03-02 or before");
    expect(rates([{ from: "2026-03-02", perDay: 0 }])).not.toThrow();
    expect(
      rates([
        { from, perDay: 0 },
        { from, perDay: 0 },
      ]),
    ).toThrow("must be after 2026-01-01");
    expect(rates([{ from }])).toThrow("must have one of perDay and perYear");
    expect(rates([{ from, perDay: 0, perYear: 0 }])).toThrow("must have one of");
    expect(rates([{ from, perYear: 8 }])).toThrow("write 5 % as 0.05");
    const late = [{ date: "2026-04-16", amount: 1 }];
    expect(() => ask({ payments: late })).toThrow("payments[0].date must not be after `paidDate`");
  });
});

describe("laws", () => {
  const plain = (value: Numeric) => (isFigure(value) ? exactOf(value) : (value as string));

  it("every figure is the oracle's, which goes day by day", () => {
    agree(
      "interest on a late debt",
      interests,
      (input) => {
        const { payments = [], principal, ...rest } = input;
        const theirs = oracle.lateInterest({
          ...rest,
          principal: plain(principal),
          payments: [...payments],
          rates: [...rest.rates],
        } as oracle.Interest);
        const { isLate, ...expected } = theirs;
        const found = latePaymentInterest({ ...input, fixed: 40 });
        const texts = Object.entries(expected).map(([key, value]) => [key, value.toFraction()]);
        expect(numbers(found)).toMatchObject(Object.fromEntries(texts) as object);
        const charge = expected.interest.add(isLate ? 40 : 0).toFraction();
        expect(exactOf(found.charge).toFraction()).toBe(charge);
        if (!isLate) return "in time";
        return expected.overpaid.compare(0) > 0 ? "late and overpaid" : "late";
      },
      400,
    );
  });

  it("interest over a span is the sum over its parts, at any rates", () => {
    fc.assert(
      fc.property(interests, fc.integer({ min: 0, max: 400 }), (input, cut) => {
        const { principal, dueDate, paidDate, rates, yearDays } = input;
        const whole = { principal, dueDate, paidDate, rates, yearDays: yearDays ?? 365 };
        const dates = [dueDate, paidDate];
        const middle = [...dates, new Date((20_000 + cut) * 86_400_000).toISOString().slice(0, 10)]
          .sort()
          .at(1) as string;
        const all = exactOf(latePaymentInterest(whole).interest);
        const first = exactOf(latePaymentInterest({ ...whole, paidDate: middle }).interest);
        const second = exactOf(latePaymentInterest({ ...whole, dueDate: middle }).interest);
        expect(first.add(second).toFraction()).toBe(all.toFraction());
      }),
      RUNS,
    );
  });

  it("what is paid goes to interest, to principal or beyond, to the last digit", () => {
    fc.assert(
      fc.property(interests, (input) => {
        const answer = latePaymentInterest(input);
        const paid = (input.payments ? [...input.payments] : [])
          .map(({ amount }) => plain(amount))
          .reduce(
            (sum: ReturnType<typeof exactOf>, each) => sum.add(each),
            exactOf(answer.overpaid).mul(0),
          );
        const settled = exactOf(answer.interest)
          .sub(exactOf(answer.interestLeft))
          .add(plain(input.principal))
          .sub(exactOf(answer.principalLeft))
          .add(exactOf(answer.overpaid));
        expect(settled.toFraction()).toBe(paid.toFraction());
      }),
      RUNS,
    );
  });
});
