import { describe, expect, it } from "vitest";

import { Fraction } from "../../src/ground/fraction.ts";
import { figure } from "../../src/ground/figure.ts";
import type { PaymentScheduleInput, Terms } from "trade-credit/terms";
import { paymentSchedule } from "trade-credit/terms";

const schedule = (
  terms: string | Terms,
  amount: PaymentScheduleInput["amount"],
  rest: Partial<PaymentScheduleInput> = {},
) => paymentSchedule({ documentDate: "2026-01-15", terms, amount, ...rest });

describe("paymentSchedule", () => {
  it("gives each discount's last day and amount, the net last", () => {
    // 3 % of 1,000 is 30, 2 % is 20; 10, 20 and 45 days after 15 January.
    expect(schedule("3/10, 2/20, n/45", 1_000)).toEqual({
      installments: [{ dueDate: "2026-03-01", amount: "1000" }],
      tiers: [
        { payBy: "2026-01-25", amount: "970" },
        { payBy: "2026-02-04", amount: "980" },
        { payBy: "2026-03-01", amount: "1000" },
      ],
    });
  });

  it("has one installment and one tier where there is no discount", () => {
    expect(schedule("EOM+30", "12.34")).toEqual({
      installments: [{ dueDate: "2026-03-02", amount: "12.34" }],
      tiers: [{ payBy: "2026-03-02", amount: "12.34" }],
    });
  });

  it("rounds a discount half up to the minor unit", () => {
    const discounted = (terms: string, amount: string, minorUnits = 2) =>
      schedule(terms, amount, { minorUnits }).tiers[0]?.amount;
    expect(discounted("2/10, n/30", "0.25")).toBe("0.24"); // 0.005 becomes 0.01
    expect(discounted("2/10, n/30", "0.24")).toBe("0.24"); // 0.0048 becomes 0
    expect(discounted("2.5/10, n/30", "1.00")).toBe("0.97"); // 0.025 becomes 0.03
    expect(discounted("2.5/10, n/30", "1.000", 3)).toBe("0.975");
    expect(discounted("2/10, n/30", "25", 0)).toBe("24"); // 0.5 becomes 1
    expect(discounted("0/10, n/30", "25")).toBe("25");
  });

  it("lists installments by due date, and the whole by the last of them", () => {
    expect(schedule("30% immediate, 70% 60", "99.99")).toEqual({
      installments: [
        { dueDate: "2026-01-15", amount: "30" }, // 29.997: loses more than 69.993
        { dueDate: "2026-03-16", amount: "69.99" },
      ],
      tiers: [{ payBy: "2026-03-16", amount: "99.99" }],
    });
    expect(schedule("50% 40, 50% EOM", 10).installments).toEqual([
      { dueDate: "2026-01-31", amount: "5" },
      { dueDate: "2026-02-24", amount: "5" },
    ]);
  });

  it("gives the units left over to the parts that lost most, the earlier of two alike", () => {
    const amounts = (terms: string, amount: string) =>
      schedule(terms, amount).installments.map((part) => part.amount);
    expect(amounts("50% 30, 50% 60", "0.05")).toEqual(["0.03", "0.02"]);
    expect(amounts("25% 1, 25% 2, 25% 3, 25% 4", "0.06")).toEqual(["0.02", "0.02", "0.01", "0.01"]);
    // 33.3333, 33.3333 and 33.3434 of 100.01: the last lost most.
    expect(amounts("33.33% 30, 33.33% 60, 33.34% 90", "100.01")).toEqual([
      "33.33",
      "33.33",
      "33.35",
    ]);
    // 0.001 and 0.009: the first may be nothing.
    expect(amounts("10% 30, 90% 60", "0.01")).toEqual(["0", "0.01"]);
    expect(amounts("50% 30, 50% 60", "0")).toEqual(["0", "0"]);
  });

  it("takes shares that no decimal expresses from figures", () => {
    const third = figure("test/third", Fraction.of(1n, 3n), "fraction", {});
    const part = (days: number) => ({ share: third, due: { kind: "days", days } }) as const;
    const terms = { tiers: [], due: part(90).due, installments: [part(30), part(60), part(90)] };
    expect(schedule(terms, "100").installments.map(({ amount }) => amount)).toEqual([
      "33.34",
      "33.33",
      "33.33",
    ]);
  });

  it("stays exact beyond the whole numbers of a double", () => {
    const { installments, tiers } = schedule("2/10, n/30", "90071992547409930.01");
    expect(installments[0]?.amount).toBe("90071992547409930.01");
    expect(tiers[0]?.amount).toBe("88270552696461731.41"); // less 1801439850948198.6002
  });

  it("counts discounts and net from the anchor date that the terms name", () => {
    const terms = {
      tiers: [{ discountRate: "0.02", days: 10 }],
      due: { kind: "days", days: 30 },
      anchor: "accepted",
    } as const;
    const { tiers } = schedule(terms, 100, { anchors: { accepted: "2026-02-01" } });
    expect(tiers.map(({ payBy }) => payBy)).toEqual(["2026-02-11", "2026-03-03"]);
    expect(() => schedule(terms, 100)).toThrow("anchors.accepted must be given");
  });

  it("states a discount day as the terms do, even where the month ends before it", () => {
    const { tiers } = schedule("2/10, net EOM", 100, { documentDate: "2026-01-25" });
    expect(tiers).toEqual([
      { payBy: "2026-02-04", amount: "98" },
      { payBy: "2026-01-31", amount: "100" },
    ]);
  });

  it.each<[object, string]>([
    [{ amount: "100.005" }, 'amount must have at most 2 decimal places, got "100.005"'],
    [{ amount: 100.5, minorUnits: 0 }, "amount must have at most 0 decimal places"],
    [{ amount: -1 }, "amount must be at least 0"],
    [{ amount: "1,000" }, "amount must be a plain decimal"],
    [{ amount: Number.NaN }, "amount must be finite"],
    [{ minorUnits: 2.5 }, "minorUnits must be a whole number from 0 to 8"],
    [{ minorUnits: 9 }, "minorUnits must be a whole number from 0 to 8"],
    [{ documentDate: "2026-02-29" }, "documentDate must be a date"],
    [{ terms: "later" }, "terms must be terms of a known form"],
    [{ currency: "EUR" }, "currency is not a field of this input"],
    [{ documentDate: "9999-12-20" }, "terms must give dates up to 9999-12-31"],
  ])("refuses %j", (change, message) => {
    const input = { documentDate: "2026-01-15", terms: "2/10, n/30", amount: 100, ...change };
    expect(() => paymentSchedule(input as never)).toThrow(`paymentSchedule: ${message}`);
  });
});

describe("a schedule of Chinese terms", () => {
  it("has the prepayment, the rest and the retention, which sum to the amount", () => {
    const { installments } = paymentSchedule({
      documentDate: "2026-01-15",
      terms: "预付30%，余款60天，质保金5%一年",
      amount: "1000.01",
    });
    expect(installments).toEqual([
      { dueDate: "2026-01-15", amount: "300" },
      { dueDate: "2026-03-16", amount: "650.01" },
      { dueDate: "2027-01-15", amount: "50" },
    ]);
  });

  it("counts from the date that the words name, and asks for it", () => {
    const invoice = { documentDate: "2026-01-15", terms: "货到付95%，质保金5%一年", amount: 100 };
    expect(() => paymentSchedule(invoice)).toThrow("anchors.delivery");
    const { installments } = paymentSchedule({ ...invoice, anchors: { delivery: "2026-02-01" } });
    expect(installments.map(({ dueDate }) => dueDate)).toEqual(["2026-02-01", "2027-02-01"]);
  });

  it("puts invoices after the cut-off day into the next month", () => {
    const last = (documentDate: string) =>
      paymentSchedule({ documentDate, terms: "次月结，25日截止", amount: 1 }).installments[0]
        ?.dueDate;
    expect(last("2026-01-25")).toBe("2026-02-28");
    expect(last("2026-01-26")).toBe("2026-03-31");
  });
});
