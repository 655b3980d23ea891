/** The oracle itself, against figures worked out by hand and printed in the sources. */
import type Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import {
  concentration,
  currentShare,
  daysBeyondTermsFromBuckets,
  overdueRate,
} from "./aging-ratios.ts";
import { aging, bucketsOf } from "./aging.ts";
import type { Aging, AgingQuestion, AgingRow } from "./aging.ts";
import type { creditPolicies } from "./arbitraries.ts";
import { fraction } from "./calendar.ts";
import {
  agingBuckets,
  averageDaysDelinquent,
  bestPossible,
  cashReleased,
  collectionEffectiveness,
  comparison,
  countback,
  delayAgainstTerms,
  delinquent,
  periodAverage,
  trueDso,
  turnover,
} from "./dso.ts";
import type { Answer, Numeric } from "./dso.ts";
import { OracleLedger, isValid, problems } from "./ledger.ts";
import type { LedgerItem } from "./ledger.ts";
import { dueDate, installments, splitByLargestRemainder, tiers } from "./terms.ts";

/** Lowest terms, or the reason. */
function exact(answer: Answer): string {
  return typeof answer === "string" ? answer : answer.toFraction();
}

/** Digits after the point as the source prints them, or the reason. */
function printed(answer: Answer, places: number): string {
  return typeof answer === "string" ? answer : answer.round(places).toString();
}

function quotient(text: string): string {
  return fraction(text).toFraction();
}

function known<T>(answer: T | string): T {
  if (typeof answer === "string") throw new Error(answer);
  return answer;
}

const deckMonths: { period: string; sales: Numeric; outstanding: Numeric }[] = [
  { period: "2001-01", sales: "620000", outstanding: "25000" },
  { period: "2001-02", sales: "476000", outstanding: "30000" },
  { period: "2001-03", sales: "558000", outstanding: "85000" },
  { period: "2001-04", sales: "600000", outstanding: "120000" },
  { period: "2001-05", sales: "434000", outstanding: "310000" },
  { period: "2001-06", sales: "630000", outstanding: "600000" },
];
const deckReceivables = "1170000";

describe("the deck", () => {
  it("slide 65/66: period average", () => {
    const halfYear = periodAverage({ receivables: 1170000, sales: 3318000, days: 181 });
    const originated = periodAverage({ receivables: 1030000, sales: 1664000, days: 91 });
    const closing = periodAverage({ receivables: 1170000, sales: 1664000, days: 91 });
    expect(exact(halfYear)).toBe("35295/553");
    expect(printed(halfYear, 7)).toBe("63.8245931");
    expect(exact(originated)).toBe(quotient("56.328125"));
    expect(exact(closing)).toBe(quotient("63.984375"));
    expect(exact(delayAgainstTerms(known(halfYear), 30))).toBe("18705/553");
    expect(exact(delayAgainstTerms(known(originated), 30))).toBe(quotient("26.328125"));
  });

  it("slide 67: countback", () => {
    const input = { receivables: deckReceivables, periods: deckMonths };
    expect(exact(countback(input))).toBe(quotient("66.3"));
    expect(exact(countback({ ...input, dayBasis: 30 }))).toBe(quotient("65.3"));
  });

  it("slide 68: aging buckets", () => {
    const dso = agingBuckets({ periods: deckMonths });
    expect(exact(dso)).toBe("276109/4284");
    expect(printed(dso, 7)).toBe("64.4512138");
    expect(printed(agingBuckets({ periods: deckMonths, dayBasis: 30 }), 7)).toBe("63.6703262");
    const rows = deckMonths.map((month) => printed(agingBuckets({ periods: [month] }), 7));
    expect(rows).toEqual(["1.25", "1.7647059", "4.7222222", "6", "22.1428571", "28.5714286"]);
  });
});

describe("the DSO family", () => {
  const exhausted = { receivables: "4000000", periods: deckMonths };

  it("answers an exhausted history only in the way asked for", () => {
    expect(exact(countback(exhausted))).toBe("history_too_short");
    expect(exact(countback({ ...exhausted, whenExhausted: "lower-bound" }))).toBe("181");
    const oldest = countback({ ...exhausted, whenExhausted: "oldest-rate" });
    expect(exact(oldest)).toBe(quotient("215.1"));
    const mean = countback({ ...exhausted, whenExhausted: "mean-rate" });
    expect(printed(mean, 6)).toBe("218.203737");
  });

  it("counts, skips or stops at an empty month", () => {
    const periods = [
      { period: "2024-01", sales: 100 },
      { period: "2024-02", sales: 0 },
      { period: "2024-03", sales: 100 },
    ];
    const input = { receivables: 150, periods };
    expect(exact(countback(input))).toBe(quotient("75.5")); // 31 + 29 + 15.5
    expect(exact(countback({ ...input, zeroSales: "skip" }))).toBe(quotient("46.5"));
    const stop = { ...input, zeroSales: "stop" } as const;
    expect(exact(countback(stop))).toBe("history_too_short");
    expect(exact(countback({ ...stop, whenExhausted: "lower-bound" }))).toBe("31");
    const oldest = countback({ ...stop, whenExhausted: "oldest-rate" });
    expect(exact(oldest)).toBe(quotient("46.5")); // 31 + 50 ÷ (100 ÷ 31)
    const mean = countback({ ...stop, whenExhausted: "mean-rate" });
    expect(exact(mean)).toBe(quotient("53.75")); // 31 + 50 ÷ (200 ÷ 91)
    expect(exact(countback({ receivables: 100, periods }))).toBe("31");
    expect(exact(countback({ receivables: 0, periods }))).toBe("0");
    expect(exact(countback({ receivables: -1, periods }))).toBe("credit_balance");
  });

  it("nets a negative month into the one before, repeatedly", () => {
    const periods = [
      { period: "2024-01", sales: 200 },
      { period: "2024-02", sales: 50 },
      { period: "2024-03", sales: -80 },
      { period: "2024-04", sales: 100 },
    ];
    const input = { receivables: 185, periods };
    expect(exact(countback(input))).toBe("not_defined");
    const netted = countback({ ...input, negativeSales: "net-into-previous" });
    expect(exact(netted)).toBe(quotient("105.5")); // 30 + 31 + 29 + 31 × 85/170
    const skipped = countback({
      ...input,
      negativeSales: "net-into-previous",
      zeroSales: "skip",
    });
    expect(exact(skipped)).toBe(quotient("45.5"));
    const stopped = countback({
      ...input,
      negativeSales: "stop",
      whenExhausted: "lower-bound",
    });
    expect(exact(stopped)).toBe("30");
    const none = { receivables: 5, periods: [{ period: "2024-01", sales: -1 }] };
    expect(exact(countback({ ...none, negativeSales: "net-into-previous" }))).toBe("not_defined");
    expect(exact(countback({ receivables: 60, periods }))).toBe("18");
  });

  it("counts 30 days a month, 90 a quarter, 360 a year", () => {
    const of = (period: string): string => {
      return exact(countback({ receivables: 2, periods: [{ period, sales: 2 }], dayBasis: 30 }));
    };
    expect([of("2024-02"), of("2024-Q1"), of("2024")]).toEqual(["30", "90", "360"]);
    const calendar = (period: string): string => {
      return exact(countback({ receivables: 2, periods: [{ period, sales: 2 }] }));
    };
    expect([calendar("2024-02"), calendar("2024-Q1"), calendar("2023")]).toEqual([
      "29",
      "91",
      "365",
    ]);
  });

  it("the second quarter: best possible, delinquent, CEI, turnover", () => {
    const quarter = { sales: 1664, days: 91 };
    const dso = periodAverage({ receivables: 1170, ...quarter });
    const best = bestPossible({ currentReceivables: 600, ...quarter });
    expect(exact(best)).toBe(quotient("32.8125"));
    const late = averageDaysDelinquent(known(dso), known(best));
    expect(exact(late)).toBe(quotient("31.171875"));
    const direct = delinquent({ receivables: 1170, currentReceivables: 600, ...quarter });
    expect(exact(direct)).toBe(quotient("31.171875"));
    const input = {
      openingReceivables: 980,
      sales: 1664,
      closingReceivables: 1170,
      closingCurrent: 600,
    };
    expect(printed(collectionEffectiveness(input), 9)).toBe("0.721135029");
    const monthly = { ...input, salesBasis: "monthly-average", months: 3 } as const;
    expect(printed(collectionEffectiveness(monthly), 4)).toBe("0.3902");
    expect(printed(currentShare(600, 1170), 9)).toBe("0.512820513");
    const annualised = { sales: 1664, days: 90, yearDays: 360, closingReceivables: 1170 };
    expect(printed(turnover({ ...annualised, openingReceivables: 1170 }), 8)).toBe("5.68888889");
    expect(printed(turnover({ ...annualised, openingReceivables: 980 }), 8)).toBe("6.19162791");
    const released = cashReleased({ annualSales: 12000, fromDso: 10, toDso: 0 });
    expect(printed(released, 6)).toBe("328.767123");
  });

  it("refuses a denominator of 0", () => {
    expect(exact(periodAverage({ receivables: 1, sales: 0, days: 30 }))).toBe("not_defined");
    const empty = [{ period: "2024-01", sales: 0, outstanding: 1 }];
    expect(exact(agingBuckets({ periods: empty }))).toBe("not_defined");
    const quiet = [{ period: "2024-01", sales: 0, outstanding: 0 }];
    expect(exact(agingBuckets({ periods: quiet }))).toBe("0");
  });

  it("takes the tax off the receivables", () => {
    const taxed = { receivables: "113", taxRate: "0.13" };
    expect(exact(periodAverage({ ...taxed, sales: 100, days: 30 }))).toBe("30");
    const periods = [{ period: "2024-04", sales: 200 }];
    expect(exact(countback({ ...taxed, periods }))).toBe("15");
  });

  it("explains the differences between the methods month by month, without a rest", () => {
    const cases = [
      { receivables: deckReceivables, periods: deckMonths },
      { receivables: "1300000", periods: deckMonths },
      { ...exhausted, whenExhausted: "lower-bound" as const },
      { ...exhausted, whenExhausted: "oldest-rate" as const },
      {
        receivables: "1170000",
        periods: deckMonths.map((month, k) => {
          return k === 4 ? { ...month, sales: 0, outstanding: 0 } : month;
        }),
      },
    ];
    for (const input of cases) {
      const answer = comparison(input);
      const [average, back, buckets] = [
        known<Fraction>(answer.average),
        known<Fraction>(answer.countback),
        known<Fraction>(answer.aging),
      ];
      const totals = [
        answer.averageLessCountback,
        answer.averageLessAging,
        answer.countbackLessAging,
      ].map((one) => known(one).total.toFraction());
      expect(totals).toEqual([
        average.sub(back).toFraction(),
        average.sub(buckets).toFraction(),
        back.sub(buckets).toFraction(),
      ]);
    }
    const [first] = cases;
    if (first === undefined) throw new Error("no case");
    const months = known(comparison(first).averageLessCountback).months;
    expect(months.slice(0, 3).map((row) => row.toFraction())).toEqual(["0", "0", "0"]);
    // April: 106 of 600 consumed in 5.3 days.
    expect(months[3]?.toFraction()).toBe(
      fraction(106000).mul(181).div(3318000).sub("5.3").toFraction(),
    );
  });
});

describe("the invoice level of the formula page", () => {
  const invoice = (
    id: string,
    documentDate: string,
    due: string,
    amount: number,
    paid?: string,
  ): LedgerItem => ({
    id,
    party: "A",
    kind: "invoice",
    documentDate,
    dueDate: due,
    amount,
    ...(paid === undefined ? {} : { applications: [{ date: paid, amount, kind: "payment" }] }),
  });
  const open = [
    invoice("a", "2001-04-20", "2001-05-20", 120),
    invoice("b", "2001-05-16", "2001-06-15", 310),
    invoice("c", "2001-06-10", "2001-07-10", 600),
  ];

  it("true DSO", () => {
    const ledger = new OracleLedger([
      ...open,
      invoice("d", "2001-04-05", "2001-05-05", 480, "2001-05-05"),
      invoice("e", "2001-05-02", "2001-06-01", 124, "2001-06-30"),
      invoice("f", "2001-06-03", "2001-07-03", 30, "2001-06-04"),
    ]);
    const dso = trueDso(ledger, { asOf: "2001-06-30" });
    expect(exact(dso)).toBe(fraction("14.2").add("225/7").add("400/21").toFraction());
    expect(printed(dso, 7)).toBe("65.3904762");
  });

  it("true DSO knows nothing that is later", () => {
    const day = "2001-06-12";
    const early = trueDso(new OracleLedger(open.slice(2)), { asOf: day });
    const later = invoice("g", "2001-06-13", "2001-07-13", 600);
    expect(exact(early)).toBe("2");
    expect(exact(trueDso(new OracleLedger([...open.slice(2), later]), { asOf: day }))).toBe("2");
  });

  it("weighted days to pay, and days beyond terms of what was paid", () => {
    const ledger = new OracleLedger([
      invoice("a", "2024-01-01", "2024-01-31", 50, "2024-02-07"), // 37 days
      invoice("b", "2024-01-01", "2024-01-31", 80, "2024-01-28"), // 27
      invoice("c", "2024-01-01", "2024-01-31", 120, "2024-02-25"), // 55
    ]);
    const window = { from: "2024-01-01", to: "2024-12-31" };
    const days = ledger.weightedDaysToPay(window.from, window.to);
    expect(printed(days, 2)).toBe("42.44");
    const signed = ledger.daysBeyondTerms({ variant: "paid-signed", ...window });
    const lateOnly = ledger.daysBeyondTerms({ variant: "paid-late-only", ...window });
    expect(exact(signed)).toBe(quotient("12.44"));
    expect(exact(lateOnly)).toBe(quotient("13.4"));
    expect(ledger.weightedDaysToPay("2025-01-01", "2025-01-31")).toBe("not_defined");
  });

  it("days beyond terms of what is open", () => {
    const ledger = new OracleLedger(open);
    const asOf = "2001-06-30";
    const overAll = ledger.daysBeyondTerms({ variant: "open-over-all", asOf });
    const overPastDue = ledger.daysBeyondTerms({ variant: "open-over-past-due", asOf });
    expect(printed(overAll, 8)).toBe("9.29126214");
    expect(printed(overPastDue, 7)).toBe("22.255814");
    const early = ledger.daysBeyondTerms({ variant: "open-over-past-due", asOf: "2001-05-20" });
    expect(early).toBe("not_defined");
  });

  it("days beyond terms from the middles of buckets", () => {
    const buckets = [
      { amount: 100, days: 15 },
      { amount: 60, days: 45 },
      { amount: 30, days: 75 },
      { amount: 10, days: 105 },
    ];
    expect(exact(daysBeyondTermsFromBuckets(buckets, 500))).toBe("15");
  });

  it("gives the months of the deck from its documents", () => {
    const items: LedgerItem[] = deckMonths.flatMap(({ period, sales, outstanding }) => {
      const paid = fraction(sales).sub(fraction(outstanding)).toString();
      const documentDate = `${period}-15`;
      const item: LedgerItem = {
        ...invoice(period, documentDate, documentDate, 0),
        amount: String(sales),
        applications: [{ date: "2001-06-30", amount: paid, kind: "payment" }],
      };
      return [item];
    });
    const ledger = new OracleLedger(items);
    const months = known(
      ledger.monthlySales("2001-01", "2001-06", "of-credit-notes", undefined, "2001-06-30"),
    );
    const cents = (units: Numeric): bigint => BigInt(fraction(units).mul(100).toString());
    expect(months.map(({ sales, outstanding }) => [sales, outstanding])).toEqual(
      deckMonths.map(({ sales, outstanding }) => [cents(sales), cents(outstanding)]),
    );
    expect(months.map(({ days }) => days)).toEqual([31, 28, 31, 30, 31, 30]);
    expect(ledger.balance("2001-06-30")).toBe(cents(deckReceivables));
  });
});

describe("ratios of balances", () => {
  const balances = [400, 250, 150, 120, 80].map((amount, k) => ({ party: `p${k}`, amount }));

  it("concentration", () => {
    const answer = known(concentration(balances, [1, 2, 10]));
    expect(exact(answer.hhi)).toBe(quotient("0.2658"));
    expect(printed(answer.effectiveNumber, 8)).toBe("3.76222724");
    expect(exact(answer.normalised)).toBe(quotient("0.08225"));
    const shares = answer.topShares.map(({ share }) => exact(share));
    expect(shares).toEqual(["2/5", "13/20", "1"]);
  });

  it("leaves balances of 0 and below out, and counts them", () => {
    const more = [...balances, { party: "x", amount: 0 }, { party: "y", amount: "-70" }];
    const answer = known(concentration(more));
    expect(exact(answer.hhi)).toBe(quotient("0.2658"));
    expect([answer.counted, answer.leftOut]).toEqual([5, 2]);
    expect(concentration([{ party: "x", amount: 0 }])).toBe("not_defined");
  });

  it("overdue rate", () => {
    expect(exact(overdueRate(570, 1170))).toBe("19/39");
    expect(exact(overdueRate(0, 0))).toBe("not_defined");
  });
});

describe("payment terms", () => {
  it("days, months, ends of months, days of months", () => {
    expect(dueDate("2024-01-15", { kind: "days", days: 30 })).toBe("2024-02-14");
    expect(dueDate("2024-01-31", { kind: "months", months: 1 })).toBe("2024-02-29");
    expect(dueDate("2024-01-31", { kind: "months", months: 2 })).toBe("2024-03-31");
    expect(dueDate("2023-11-30", { kind: "months", months: 3 })).toBe("2024-02-29");
    expect(dueDate("2024-01-15", { kind: "end-of-month" })).toBe("2024-01-31");
    expect(dueDate("2024-01-31", { kind: "end-of-month", months: 1 })).toBe("2024-02-29");
    // Month end, then 30 days; and 30 days, then month end.
    expect(dueDate("2024-01-15", { kind: "end-of-month", daysAfter: 30 })).toBe("2024-03-01");
    expect(dueDate("2024-01-15", { kind: "end-of-month", daysBefore: 30 })).toBe("2024-02-29");
    const tenth = { kind: "day-of-month", day: 10, months: 1 } as const;
    expect(dueDate("2024-12-25", tenth)).toBe("2025-01-10");
    expect(dueDate("2024-12-25", { ...tenth, cutoffDay: 20 })).toBe("2025-02-10");
    expect(dueDate("2024-12-20", { ...tenth, cutoffDay: 20 })).toBe("2025-01-10");
    const last = { kind: "day-of-month", day: 31, months: 1 } as const;
    expect(dueDate("2024-01-31", last)).toBe("2024-02-29");
  });

  it("splits an amount by largest remainder, equal ones to the earlier", () => {
    expect(splitByLargestRemainder(100n, ["1/3", "1/3", "1/3"])).toEqual([34n, 33n, 33n]);
    expect(splitByLargestRemainder(101n, ["0.5", "0.25", "0.25"])).toEqual([51n, 25n, 25n]);
    expect(splitByLargestRemainder(103n, ["0.5", "0.25", "0.25"])).toEqual([51n, 26n, 26n]);
    expect(splitByLargestRemainder(1n, ["0.2", "0.8"])).toEqual([0n, 1n]);
    const terms = {
      tiers: [{ discountRate: "0.02", days: 10 }],
      due: { kind: "days", days: 60 } as const,
      installments: [
        { share: "0.3", due: { kind: "days", days: 30 } as const },
        { share: "0.7", due: { kind: "end-of-month", months: 1 } as const },
      ],
    };
    expect(installments("2024-01-15", terms, 1001n)).toEqual([
      { dueDate: "2024-02-14", amount: 300n },
      { dueDate: "2024-02-29", amount: 701n },
    ]);
    const payable = tiers("2024-01-15", terms, 1000n);
    expect(payable.map(({ payBy, amount }) => [payBy, amount.toFraction()])).toEqual([
      ["2024-01-25", "980"],
      ["2024-02-29", "1000"],
    ]);
  });
});

describe("the ledger, by hand", () => {
  /** 100.00 in two installments, 40 due on 31 January and 60 on 1 March. */
  const plan: LedgerItem = {
    id: "plan",
    party: "A",
    kind: "invoice",
    documentDate: "2024-01-01",
    installments: [
      { dueDate: "2024-03-01", amount: 60 },
      { dueDate: "2024-01-31", amount: 40 },
    ],
    amount: 100,
  };
  const opens = (ledger: OracleLedger, asOf: string): bigint[] => {
    return known(ledger.openUnits(asOf)).map(({ open }) => open);
  };

  it("counts a document from its day on, and an application from the latest of its dates", () => {
    const items: LedgerItem[] = [
      {
        ...plan,
        applications: [{ date: "2023-12-01", amount: 30, kind: "payment", source: "cash" }],
      },
      { id: "cash", party: "A", kind: "payment", documentDate: "2024-01-05", amount: 50 },
    ];
    const ledger = new OracleLedger(items);
    expect(ledger.balance("2023-12-31")).toBe(0n);
    expect(opens(ledger, "2024-01-01")).toEqual([4000n, 6000n]);
    expect(opens(ledger, "2024-01-04")).toEqual([4000n, 6000n]);
    expect(opens(ledger, "2024-01-05")).toEqual([1000n, 6000n, -2000n]);
    expect(ledger.balance("2024-01-05")).toBe(5000n);
  });

  it("fills the oldest installment first, and lets a negative T stand on it", () => {
    const items: LedgerItem[] = [
      {
        ...plan,
        applications: [
          { date: "2024-01-10", amount: "55.00", kind: "payment" },
          { date: "2024-01-20", amount: "-55.00", kind: "payment" },
          { date: "2024-01-20", amount: "-0.70", kind: "exchange" },
        ],
      },
    ];
    const ledger = new OracleLedger(items);
    const rows = known(ledger.openUnits("2024-01-10", "2024-03-11"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ dueDate: "2024-03-01", original: 6000n, applied: 1500n });
    expect(rows[0]).toMatchObject({ open: 4500n, daysPastDue: 10, daysSinceDocument: 70 });
    expect(opens(ledger, "2024-01-20")).toEqual([4070n, 6000n]);
    expect(ledger.balance("2024-01-20")).toBe(10070n);
    expect(isValid(items)).toBe(true);
  });

  it("places what is disputed on the open units, oldest due date first", () => {
    const items: LedgerItem[] = [
      {
        ...plan,
        applications: [{ date: "2024-01-10", amount: 15, kind: "payment" }],
        disputes: [
          { from: "2024-01-05", to: "2024-01-12", amount: 20 },
          { from: "2024-01-12", amount: 30 },
          { from: "2024-02-01", amount: 500 },
        ],
      },
    ];
    const ledger = new OracleLedger(items);
    const disputed = (asOf: string): bigint[] => {
      return known(ledger.openUnits(asOf)).map((unit) => unit.disputed);
    };
    expect(disputed("2024-01-04")).toEqual([0n, 0n]);
    expect(disputed("2024-01-05")).toEqual([2000n, 0n]);
    expect(disputed("2024-01-12")).toEqual([2500n, 2500n]);
    expect(disputed("2024-01-13")).toEqual([2500n, 500n]);
    expect(disputed("2024-02-01")).toEqual([2500n, 6000n]);
  });

  it("knows nothing from before a snapshot", () => {
    const items: LedgerItem[] = [
      { ...plan, openAmount: 70 },
      {
        id: "credit",
        party: "A",
        kind: "credit-note",
        documentDate: "2024-01-10",
        amount: 20,
        openAmount: 5,
      },
    ];
    const ledger = new OracleLedger(items, { openAsOf: "2024-01-31" });
    expect(ledger.balance("2024-01-30")).toBe("history_too_short");
    expect(aging(ledger, { asOf: "2024-01-30" })).toBe("history_too_short");
    expect(opens(ledger, "2024-01-31")).toEqual([1000n, 6000n, -500n]);
    expect(ledger.balance("2024-01-31")).toBe(6500n);
  });

  it("leaves drafts and voids out, with what they say was applied", () => {
    const items: LedgerItem[] = [
      {
        ...plan,
        status: "void",
        applications: [{ date: "2024-01-10", amount: 15, kind: "payment", source: "cash" }],
      },
      { id: "cash", party: "A", kind: "payment", documentDate: "2024-01-05", amount: 50 },
    ];
    const ledger = new OracleLedger(items);
    expect(opens(ledger, "2024-02-01")).toEqual([-5000n]);
    expect(isValid(items)).toBe(true);
  });

  it("moves the balance of both parties where a source is of another", () => {
    const applied = {
      date: "2024-01-10",
      amount: 15,
      kind: "offset",
      source: "cash",
      crossParty: true,
    } as const;
    const ledger = new OracleLedger([
      { ...plan, applications: [applied] },
      { id: "cash", party: "B", kind: "payment", documentDate: "2024-01-05", amount: 50 },
    ]);
    expect(ledger.balance("2024-01-09", { party: "A" })).toBe(10000n);
    expect(ledger.balance("2024-01-10", { party: "A" })).toBe(8500n);
    expect(ledger.balance("2024-01-10", { party: "B" })).toBe(-3500n);
    expect(ledger.balance("2024-01-10")).toBe(5000n);
  });

  it("takes credit notes off the sales, in their document or as they are applied", () => {
    const ledger = new OracleLedger([
      {
        ...plan,
        applications: [
          { date: "2024-02-10", amount: 15, kind: "credit-note" },
          { date: "2024-02-20", amount: -5, kind: "credit-note" },
          { date: "2024-02-11", amount: 7, kind: "credit-note", source: "credit" },
          { date: "2024-02-12", amount: 9, kind: "discount" },
        ],
      },
      { id: "credit", party: "A", kind: "credit-note", documentDate: "2024-01-20", amount: 8 },
      { ...plan, id: "later", documentDate: "2024-04-15", kind: "debit-note" },
    ]);
    const sales = (net: "of-credit-notes" | "gross"): [unknown, number, bigint][] => {
      const months = known(ledger.monthlySales("2024-01-02", "2024-04-30", net));
      return months.map((month) => [month.period, month.days, month.sales]);
    };
    expect(sales("of-credit-notes")).toEqual([
      [{ from: "2024-01-02", to: "2024-01-31" }, 30, -800n],
      ["2024-02", 29, -1000n],
      ["2024-03", 31, 0n],
      ["2024-04", 30, 10000n],
    ]);
    expect(sales("gross").map(([, , amount]) => amount)).toEqual([0n, 0n, 0n, 10000n]);
    const all = known(ledger.monthlySales("2024-01", "2024-01"));
    expect(all).toEqual([{ period: "2024-01", days: 31, sales: 9200n }]);
  });

  it("undoes the latest payments first, and dates late days by the unit filled", () => {
    const items: LedgerItem[] = [
      {
        ...plan,
        applications: [
          { date: "2024-01-10", amount: 10, kind: "discount" },
          { date: "2024-02-10", amount: 50, kind: "payment" },
          { date: "2024-02-20", amount: 30, kind: "bill" },
          { date: "2024-03-05", amount: -40, kind: "payment" },
        ],
      },
    ];
    const ledger = new OracleLedger(items);
    const pieces = (from: string, to: string): unknown[] => {
      return known(ledger.payments(from, to)).map((piece) => {
        return [piece.date, piece.dueDate, piece.amount];
      });
    };
    expect(pieces("2024-01-01", "2024-03-04")).toEqual([
      ["2024-02-10", "2024-01-31", 3000n],
      ["2024-02-10", "2024-03-01", 2000n],
      ["2024-02-20", "2024-03-01", 3000n],
    ]);
    expect(pieces("2024-01-01", "2024-03-05")).toEqual([
      ["2024-02-10", "2024-01-31", 3000n],
      ["2024-02-10", "2024-03-01", 1000n],
    ]);
    expect(pieces("2024-02-11", "2024-03-05")).toEqual([]);
    const window = { from: "2024-01-01", to: "2024-03-05" };
    const signed = ledger.daysBeyondTerms({ variant: "paid-signed", ...window });
    expect(exact(signed)).toBe("5/2"); // (30 × 10 − 10 × 20) ÷ 40
    const lateOnly = ledger.daysBeyondTerms({ variant: "paid-late-only", ...window });
    expect(exact(lateOnly)).toBe("15/2");
    expect(exact(ledger.weightedDaysToPay(window.from, window.to))).toBe("40");
  });

  it("fills again what a reversal has opened again", () => {
    const payment = (date: string, amount: number): { date: string; amount: number } => ({
      date,
      amount,
    });
    const ledger = new OracleLedger([
      {
        ...plan,
        applications: [
          { ...payment("2024-01-10", 50), kind: "payment" },
          { ...payment("2024-01-12", -50), kind: "payment" },
          { ...payment("2024-01-14", -7), kind: "exchange" },
          { ...payment("2024-01-16", 60), kind: "payment" },
        ],
      },
    ]);
    const pieces = known(ledger.payments("2024-01-01", "2024-12-31"));
    expect(pieces.map(({ date, dueDate: due, amount }) => [date, due, amount])).toEqual([
      ["2024-01-16", "2024-01-31", 4700n],
      ["2024-01-16", "2024-03-01", 1300n],
    ]);
  });

  it("refuses what the rules refuse", () => {
    const cash: LedgerItem = {
      id: "cash",
      party: "A",
      kind: "payment",
      documentDate: "2024-01-05",
      amount: 50,
    };
    const paid = (amount: number, more: object = {}): LedgerItem => ({
      ...plan,
      applications: [{ date: "2024-01-10", amount, kind: "payment", ...more }],
    });
    const rule = (...items: LedgerItem[]): string[] => {
      return problems(items).map((problem) => problem.split(":")[0] ?? "");
    };
    expect(rule(paid(100))).toEqual([]);
    expect(rule(paid(101))).toEqual(["over-applied"]);
    expect(rule(paid(-1))).toEqual(["over-reversed"]);
    expect(rule(paid(-1, { kind: "exchange" }))).toEqual([]);
    expect(rule(paid(60, { source: "cash" }), cash)).toEqual(["source over-used"]);
    expect(rule(paid(60, { source: "none" }))).toEqual(["unknown source"]);
    expect(rule(paid(6, { source: "plan" }))).toEqual(["source not a credit item"]);
    const another = { ...cash, party: "B" };
    expect(rule(paid(6, { source: "cash" }), another)).toEqual(["source of another party"]);
    expect(rule(paid(6, { source: "cash", crossParty: true }), another)).toEqual([]);
    const draft = { ...cash, status: "draft" };
    expect(rule(paid(6, { source: "cash" }), draft)).toEqual(["source left out"]);
    expect(rule(paid(1), paid(1))).toEqual(["duplicate id"]);
    expect(rule({ ...plan, amount: 99 })).toEqual(["installments not the amount"]);
    const onCredit = { ...cash, applications: paid(1).applications ?? [] };
    expect(rule(onCredit)).toEqual(["application on a credit item"]);
    const snapshot = { openAmount: 60, openAsOf: "2024-01-09" };
    expect(rule({ ...paid(60), ...snapshot })).toEqual([]);
    expect(rule({ ...paid(61), ...snapshot })).toEqual(["over-applied"]);
    expect(rule({ ...paid(60), ...snapshot, openAsOf: "2024-01-10" })).toEqual([
      "application not after the snapshot",
    ]);
    expect(rule({ ...plan, openAmount: 60 })).toEqual(["open amount without a date"]);
    expect(rule({ ...plan, ...snapshot, openAmount: 101 })).toContain(
      "open amount not from 0 to the amount",
    );
    expect(rule({ ...plan, ...snapshot, openAsOf: "2023-12-31" })).toEqual([
      "dated after its snapshot",
    ]);
    const reversed = [
      { date: "2024-01-10", amount: 6, kind: "payment" },
      { date: "2024-01-11", amount: -0.01, kind: "payment", source: "cash" },
    ] as const;
    expect(rule({ ...plan, applications: [...reversed] }, cash)).toEqual(["source used below 0"]);
    // Over the amount in the middle of a day, but not at its end.
    const within: LedgerItem = {
      ...plan,
      applications: [
        { date: "2024-01-10", amount: 100, kind: "payment" },
        { date: "2024-01-12", amount: 5, kind: "payment" },
        { date: "2024-01-12", amount: -5, kind: "payment" },
      ],
    };
    expect(rule(within)).toEqual([]);
  });
});

describe("the aging table, by hand", () => {
  const debit = (id: string, dueDay: string, amount: number): LedgerItem => ({
    id,
    party: "A",
    kind: "invoice",
    documentDate: "2024-01-01",
    dueDate: dueDay,
    amount,
  });
  const asOf = "2024-06-30";
  /** 500 not due, 0 days; 100 and 200 at 1 and 30; 400 at 31; 700 at 91. */
  const items: LedgerItem[] = [
    debit("due", "2024-06-30", 5),
    debit("one", "2024-06-29", 1),
    debit("thirty", "2024-05-31", 2),
    debit("thirty-one", "2024-05-30", 4),
    debit("ninety-one", "2024-03-31", 7),
    {
      id: "credit",
      party: "A",
      kind: "credit-note",
      documentDate: "2024-01-01",
      dueDate: "2024-05-30",
      amount: 8,
    },
    { id: "cash", party: "B", kind: "payment", documentDate: "2024-06-30", amount: 3 },
  ];
  const ledger = new OracleLedger(items);
  const table = (question: Partial<AgingQuestion>): Aging => {
    return known(aging(ledger, { asOf, ...question }));
  };
  const amounts = (row: AgingRow | undefined): bigint[] => {
    return (row?.buckets ?? []).map(({ amount }) => amount);
  };

  it("puts day 0 with what is not due, day 1 into 1–30, day 31 into 31–60", () => {
    expect(bucketsOf({ asOf })).toEqual([
      { from: null, to: 0 },
      { from: 1, to: 30 },
      { from: 31, to: 60 },
      { from: 61, to: 90 },
      { from: 91, to: null },
    ]);
    const row = table({}).parties.get("A");
    expect(amounts(row)).toEqual([500n, 300n, 400n, 0n, 700n]);
    expect(row).toMatchObject({ gross: 1900n, credits: 800n, net: 1100n, unallocated: 800n });
    expect(row).toMatchObject({ overdue: 1400n, overdueCount: 4 });
  });

  it("puts day 0 into 0–30 where the due day is overdue", () => {
    const row = table({ dueDayIsOverdue: true }).parties.get("A");
    expect(amounts(row)).toEqual([0n, 800n, 400n, 0n, 700n]);
    expect(row).toMatchObject({ overdue: 1900n, overdueCount: 5 });
  });

  it("classes by document date have no not-due class; overdue still goes by due date", () => {
    const question = { basis: "document-date", edges: [30, 60, 180, 181] } as const;
    expect(bucketsOf({ asOf, ...question }).map(({ from }) => from)).toEqual([0, 31, 61, 181, 182]);
    const row = table(question).parties.get("A");
    expect(amounts(row)).toEqual([0n, 0n, 0n, 1900n, 0n]);
    expect(row?.overdue).toBe(1400n);
    const early = table({ ...question, agedTo: "2023-12-01" }).parties.get("A");
    expect(amounts(early)).toEqual([1900n, 0n, 0n, 0n, 0n]);
  });

  it("splits what is not due by the days to the due date", () => {
    const buckets = bucketsOf({ asOf, notDueEdges: [10, 30], edges: [30] });
    expect(buckets).toEqual([
      { from: null, to: -31 },
      { from: -30, to: -11 },
      { from: -10, to: 0 },
      { from: 1, to: 30 },
      { from: 31, to: null },
    ]);
  });

  it("puts the credits where the policy says", () => {
    const under = (credits: (typeof creditPolicies)[number]): [bigint[], unknown] => {
      const row = table({ credits }).parties.get("A");
      return [amounts(row), row?.unallocated];
    };
    expect(under("separate")).toEqual([[500n, 300n, 400n, 0n, 700n], 800n]);
    expect(under("own-date")).toEqual([[500n, 300n, -400n, 0n, 700n], 0n]);
    expect(under("current")).toEqual([[-300n, 300n, 400n, 0n, 700n], 0n]);
    expect(under("oldest-first")).toEqual([[500n, 300n, 300n, 0n, 0n], 0n]);
    expect(under("newest-first")).toEqual([[0n, 0n, 400n, 0n, 700n], 0n]);
  });

  it("allocates within a party, and leaves what exceeds its charges unallocated", () => {
    const { total, parties } = table({ credits: "oldest-first" });
    expect(parties.get("B")).toMatchObject({ unallocated: 300n, net: -300n });
    expect(amounts(total)).toEqual([500n, 300n, 300n, 0n, 0n]);
    expect(total).toMatchObject({ unallocated: 300n, net: 800n, gross: 1900n, credits: 1100n });
  });
});
