import { describe, expect, it } from "vitest";

import { isCreditError } from "../../src/ground/errors.ts";
import type { DueRule } from "trade-credit/terms";
import { dueDate } from "trade-credit/terms";

// Derived by hand on a calendar. 2023, 2025 and 2026 are common years, 2024 and 2000 leap years,
// 1900 and 2100 are not.
const due = (documentDate: string, rule: DueRule): string =>
  dueDate({ documentDate, terms: { tiers: [], due: rule } });

describe("dueDate", () => {
  it("adds days over month, year and leap-day boundaries", () => {
    const after = (days: number): DueRule => ({ kind: "days", days });
    expect(due("2026-01-31", after(0))).toBe("2026-01-31");
    expect(due("2026-01-15", after(30))).toBe("2026-02-14"); // 16 to the 31st, 14 more
    expect(due("2024-02-28", after(1))).toBe("2024-02-29");
    expect(due("2023-02-28", after(1))).toBe("2023-03-01");
    expect(due("2100-02-28", after(1))).toBe("2100-03-01");
    expect(due("2025-12-15", after(30))).toBe("2026-01-14");
    expect(due("2023-12-31", after(366))).toBe("2024-12-31");
  });

  it("takes the same day of a later month, at most the month's end", () => {
    const after = (months: number): DueRule => ({ kind: "months", months });
    expect(due("2026-01-31", after(1))).toBe("2026-02-28");
    expect(due("2024-01-31", after(1))).toBe("2024-02-29");
    expect(due("2026-01-31", after(2))).toBe("2026-03-31"); // from January, not from 28 February
    expect(due("2026-01-30", after(1))).toBe("2026-02-28");
    expect(due("2026-03-31", after(1))).toBe("2026-04-30");
    expect(due("2024-02-29", after(12))).toBe("2025-02-28");
    expect(due("2024-02-29", after(48))).toBe("2028-02-29");
    expect(due("2024-02-29", after(1))).toBe("2024-03-29"); // the same day, not the month's end
    expect(due("2025-12-31", after(2))).toBe("2026-02-28");
    expect(due("2026-05-31", after(0))).toBe("2026-05-31");
  });

  it("goes to the month end, further month ends, and days after it", () => {
    const end = (rule: Partial<DueRule> = {}): DueRule =>
      ({ kind: "end-of-month", ...rule }) as DueRule;
    expect(due("2026-01-15", end())).toBe("2026-01-31");
    expect(due("2026-01-31", end())).toBe("2026-01-31");
    expect(due("2024-02-01", end())).toBe("2024-02-29");
    expect(due("2026-01-15", end({ daysAfter: 30 }))).toBe("2026-03-02"); // 28 in February, 2 more
    expect(due("2024-01-15", end({ daysAfter: 30 }))).toBe("2024-03-01");
    expect(due("2026-01-15", end({ daysBefore: 30 }))).toBe("2026-02-28"); // 14 February
    expect(due("2026-01-31", end({ daysBefore: 30 }))).toBe("2026-03-31"); // 2 March
    expect(due("2026-01-30", end({ months: 1 }))).toBe("2026-02-28");
    expect(due("2026-01-31", end({ months: 2 }))).toBe("2026-03-31");
    expect(due("2025-12-31", end({ months: 1, daysAfter: 10 }))).toBe("2026-02-10");
    // 15 January and 45 days is 1 March; April's end is one further; 5 days on.
    expect(due("2026-01-15", end({ daysBefore: 45, months: 1, daysAfter: 5 }))).toBe("2026-05-05");
  });

  it("finds a day of the month, after the cut-off that of the next month", () => {
    const on = (day: number, months: number, cutoffDay?: number): DueRule => ({
      kind: "day-of-month",
      day,
      months,
      ...(cutoffDay === undefined ? {} : { cutoffDay }),
    });
    expect(due("2026-01-15", on(10, 1))).toBe("2026-02-10");
    expect(due("2026-01-15", on(10, 0))).toBe("2026-01-10"); // before the document date
    expect(due("2026-01-15", on(31, 1))).toBe("2026-02-28");
    expect(due("2024-01-15", on(30, 1))).toBe("2024-02-29");
    expect(due("2026-01-25", on(10, 1, 25))).toBe("2026-02-10"); // on the cut-off day still in time
    expect(due("2026-01-26", on(10, 1, 25))).toBe("2026-03-10");
    expect(due("2026-12-26", on(31, 1, 25))).toBe("2027-02-28");
    expect(due("2026-01-31", on(5, 1, 31))).toBe("2026-02-05");
  });

  it("counts from the anchor date that the terms name", () => {
    const terms = { tiers: [], due: { kind: "days", days: 30 }, anchor: "delivery" } as const;
    const documentDate = "2026-01-01";
    expect(dueDate({ documentDate, terms, anchors: { delivery: "2026-01-15" } })).toBe(
      "2026-02-14",
    );
    expect(dueDate({ documentDate, terms: "n/30", anchors: { delivery: "2026-01-15" } })).toBe(
      "2026-01-31",
    );
  });

  it.each(["delivery", "invoiceReceived", "accepted"] as const)(
    "names the %s date where it is missing",
    (anchor) => {
      const terms = { tiers: [], due: { kind: "days", days: 30 }, anchor } as const;
      expect(() => dueDate({ documentDate: "2026-01-01", terms, anchors: {} })).toThrow(
        `dueDate: anchors.${anchor} must be given: the terms count from it`,
      );
      expect(() => dueDate({ documentDate: "2026-01-01", terms })).toThrow(`anchors.${anchor}`);
    },
  );

  it("answers installments with the date of the latest, whatever the order they are listed in", () => {
    expect(dueDate({ documentDate: "2026-01-15", terms: "50% 30, 50% 60" })).toBe("2026-03-16");
    // 40 days from 15 January is 24 February; the month end comes first.
    const terms = "50% 40, 50% EOM";
    expect(dueDate({ documentDate: "2026-01-15", terms })).toBe("2026-02-24");
  });

  it("refuses a date beyond the last one there is", () => {
    expect(dueDate({ documentDate: "9999-12-01", terms: "n/30" })).toBe("9999-12-31");
    expect(() => dueDate({ documentDate: "9999-12-02", terms: "n/30" })).toThrow(
      "dueDate: terms must give dates up to 9999-12-31",
    );
  });

  it("lists every fault of an input at once", () => {
    const input = {
      documentDate: "2026-02-30",
      terms: { tiers: [{ discountRate: "1", days: -1 }], due: { kind: "days", days: 1.5 } },
      anchors: { delivery: "soon", invoice: "2026-01-01" },
    };
    let caught: unknown;
    try {
      dueDate(input as never);
    } catch (error) {
      caught = error;
    }
    if (!isCreditError(caught)) throw new Error("no CreditError");
    expect(caught.code).toBe("invalid_input");
    expect(caught.issues.map(({ path, received }) => [path, received])).toEqual([
      ["documentDate", '"2026-02-30"'],
      ["terms.tiers[0].days", "-1"],
      ["terms.tiers[0].discountRate", '"1"'],
      ["terms.due.days", "1.5"],
      ["anchors.delivery", '"soon"'],
      ["anchors.invoice", undefined],
    ]);
  });

  it.each([undefined, null, 30, true, [], ["n/30"], new Date(0), () => "n/30"])(
    "refuses %s as terms",
    (terms) => {
      expect(() => dueDate({ documentDate: "2026-01-01", terms } as never)).toThrow(
        /^dueDate: terms/,
      );
    },
  );
});
