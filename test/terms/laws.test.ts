import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { DueRule, Terms } from "trade-credit/terms";
import { dueDate, paymentSchedule } from "trade-credit/terms";

import {
  allAnchors,
  anyTerms,
  dates,
  dayOfText,
  dueRules,
  monthEnds,
  textOfDay,
} from "./arbitraries.ts";

const due = (documentDate: string, terms: Terms): string =>
  dueDate({ documentDate, terms, anchors: allAnchors(documentDate) });
const dueByRule = (date: string, rule: DueRule): string => due(date, { tiers: [], due: rule });

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
);
const cents = (text: string): bigint => {
  const [whole, decimals = ""] = text.split(".");
  return BigInt(`${whole}${decimals.padEnd(2, "0")}`);
};

/** The rule by the clock's own calendar: `Date.UTC` clamps nothing and normalises everything. */
function slowDue(text: string, rule: DueRule): string {
  const shifted = (days: number): Date => new Date((dayOfText(text) + days) * 86_400_000);
  const at = (year: number, month: number, day: number): number =>
    Date.UTC(year, month, day) / 86_400_000;
  const clamped = (date: Date, months: number, day: number): number => {
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return at(year, month, Math.min(day, length));
  };
  const date = shifted(0);
  switch (rule.kind) {
    case "days":
      return textOfDay(dayOfText(text) + rule.days);
    case "months":
      return textOfDay(clamped(date, rule.months, date.getUTCDate()));
    case "end-of-month": {
      const { months = 0, daysBefore = 0, daysAfter = 0 } = rule;
      return textOfDay(clamped(shifted(daysBefore), months, 31) + daysAfter);
    }
    case "day-of-month": {
      const late = date.getUTCDate() > (rule.cutoffDay ?? 31) ? 1 : 0;
      return textOfDay(clamped(date, rule.months + late, rule.day));
    }
  }
}

describe("a due date", () => {
  it("is the one that the clock's calendar gives", () => {
    fc.assert(
      fc.property(dates, dueRules, (date, rule) => {
        expect(dueByRule(date, rule)).toBe(slowDue(date, rule));
      }),
      { numRuns: 5_000 },
    );
  });

  it("never moves back when the document date moves on", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 70 }), anyTerms, (date, days, terms) => {
        const later = textOfDay(dayOfText(date) + days);
        expect(due(later, terms) >= due(date, terms)).toBe(true);
      }),
    );
  });

  it("moves by 400 years when the document date does: 146,097 days", () => {
    fc.assert(
      fc.property(dates, anyTerms, (date, terms) => {
        const later = textOfDay(dayOfText(date) + 146_097);
        expect(dayOfText(due(later, terms)) - dayOfText(due(date, terms))).toBe(146_097);
      }),
    );
  });

  it("at the month end is one, on or after the document date", () => {
    fc.assert(
      fc.property(dates, monthEnds, (date, rule) => {
        const end = dueByRule(date, { ...rule, daysAfter: 0 } as DueRule);
        expect(textOfDay(dayOfText(end) + 1)).toMatch(/-01$/);
        expect(end >= date).toBe(true);
      }),
    );
  });

  it("by terms from another date is that of a document of that date", () => {
    fc.assert(
      fc.property(dates, dates, anyTerms, (date, anchor, terms) => {
        if (terms.anchor === undefined || terms.anchor === "document") return;
        const byAnchor = dueDate({ documentDate: date, terms, anchors: allAnchors(anchor) });
        expect(byAnchor).toBe(due(anchor, { ...terms, anchor: "document" }));
      }),
    );
  });
});

describe("a payment schedule", () => {
  const cases = fc.record({ date: dates, terms: anyTerms, amount: amounts });
  const scheduleOf = ({ date, terms, amount }: { date: string; terms: Terms; amount: number }) =>
    paymentSchedule({
      documentDate: date,
      terms,
      amount: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`,
      anchors: allAnchors(date),
    });

  it("has installments that sum to the amount, in the order of their dates", () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { installments } = scheduleOf(input);
        const total = installments.reduce((sum, part) => sum + cents(part.amount), 0n);
        expect(total).toBe(BigInt(input.amount));
        const due = installments.map(({ dueDate }) => dueDate);
        expect(due).toEqual([...due].sort());
      }),
    );
  });

  it("has installments less than a minor unit from their exact shares", () => {
    fc.assert(
      fc.property(cases, (input) => {
        const shares = input.terms.installments;
        if (!shares) return;
        // Without ties of dates the parts cannot be told apart by date: compare them as sorted.
        const exact = shares.map(({ share }) => Number(share) * input.amount);
        const given = scheduleOf(input).installments.map(({ amount }) => Number(cents(amount)));
        const [low, high] = [exact.sort((a, b) => a - b), given.sort((a, b) => a - b)];
        low.forEach((value, index) => {
          // The product of two doubles: 10^9 cents carry an error far below 10^-6.
          expect(Math.abs(value - high[index]!)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it("has discounts that rise in day and amount, below the net amount, which is last", () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { tiers, installments } = scheduleOf(input);
        expect(tiers).toHaveLength(input.terms.tiers.length + 1);
        const discounts = tiers.slice(0, -1);
        discounts.slice(1).forEach(({ payBy, amount }, index) => {
          expect(payBy > discounts[index]!.payBy).toBe(true);
          expect(cents(amount) >= cents(discounts[index]!.amount)).toBe(true);
        });
        const net = tiers.at(-1)!;
        expect(cents(net.amount)).toBe(BigInt(input.amount));
        expect(net.payBy).toBe(due(input.date, input.terms));
        expect(net.payBy).toBe(installments.at(-1)!.dueDate);
        for (const { amount } of discounts) expect(cents(amount) <= cents(net.amount)).toBe(true);
        if (input.terms.due.kind === "days" && discounts.length > 0) {
          expect(discounts.at(-1)!.payBy < net.payBy).toBe(true);
        }
      }),
    );
  });

  it("has discounts within half a minor unit of their exact amount", () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { tiers } = scheduleOf(input);
        input.terms.tiers.forEach(({ discountRate }, index) => {
          const exact = input.amount * (1 - Number(discountRate));
          expect(Math.abs(Number(cents(tiers[index]!.amount)) - exact)).toBeLessThan(0.5 + 1e-6);
        });
      }),
    );
  });

  it("leaves its input alone and gives the same answer again", () => {
    fc.assert(
      fc.property(cases, (input) => {
        const before = JSON.stringify(input);
        const first = scheduleOf(deepFrozen(input));
        expect(scheduleOf(input)).toEqual(first);
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) deepFrozen(each);
    Object.freeze(value);
  }
  return value;
}
