/**
 * The computed examples of the field's definitions at invoice level. Each expected value is written
 * as its formula, so that it can be checked with a pencil.
 */
import Fraction from "fraction.js";
import { expect, test } from "vitest";

import {
  concentration,
  daysBeyondTerms,
  dsoTrue,
  ledgerFromItems,
  overdueRate,
  weightedDaysToPay,
} from "trade-credit";
import type { Figure, LedgerItem } from "trade-credit";

import { exactOf } from "../support/exact.ts";

const expectExact = (figure: Figure, fraction: Fraction) => {
  expect(exactOf(figure).toFraction()).toBe(fraction.toFraction());
};

const invoice = (id: string, amount: number, documentDate: string): LedgerItem => ({
  id,
  party: "Factory",
  documentDate,
  terms: "net 30",
  amount,
});

const paid = (id: string, amount: number, documentDate: string, date: string): LedgerItem => ({
  ...invoice(id, amount, documentDate),
  applications: [{ date, amount, kind: "payment" }],
});

/** Open on 30 June 2001: 120 of 20 April, 310 of 16 May, 600 of 10 June. */
const open = [
  invoice("A", 120, "2001-04-20"),
  invoice("M", 310, "2001-05-16"),
  invoice("J", 600, "2001-06-10"),
];

/** With what was paid of the same months: sales of 600, 434 and 630. */
const halfYear = ledgerFromItems(
  [
    ...open,
    paid("A2", 480, "2001-04-02", "2001-05-02"),
    paid("M2", 124, "2001-05-02", "2001-06-01"),
    paid("J2", 30, "2001-06-01", "2001-06-20"),
  ],
  { currency: "CNY" },
);

const asOf = "2001-06-30";

test("true DSO weighs the age of each open invoice by the sales of its month: 65.39", () => {
  // 71 × 120/600 + 45 × 310/434 + 20 × 600/630
  const expected = new Fraction(71 * 120, 600)
    .add(new Fraction(45 * 310, 434))
    .add(new Fraction(20 * 600, 630));
  expectExact(dsoTrue(halfYear, { asOf }), expected);
  expect(dsoTrue(halfYear, { asOf }).value.toFixed(7)).toBe("65.3904762");
});

test("days beyond terms of open items, over all receivables: 9.29126214", () => {
  // 20 May and 15 June are 41 and 15 days past; 10 July is not due.
  const expected = new Fraction(120 * 41 + 310 * 15, 120 + 310 + 600);
  expectExact(daysBeyondTerms(halfYear, { variant: "open-over-all", asOf }), expected);
});

test("days beyond terms of open items, over what is past due: 22.2558140", () => {
  const expected = new Fraction(120 * 41 + 310 * 15, 120 + 310);
  expectExact(daysBeyondTerms(halfYear, { variant: "open-over-past-due", asOf }), expected);
});

/** 50 paid after 37 days, 80 after 27, 120 after 55. */
const payments = ledgerFromItems(
  [
    paid("1", 50, "2026-01-01", "2026-02-07"),
    paid("2", 80, "2026-01-01", "2026-01-28"),
    paid("3", 120, "2026-01-01", "2026-02-25"),
  ],
  { currency: "EUR" },
);
const window = { from: "2026-01-01", to: "2026-02-28" };

test("weighted average days to pay: 42.44, where the plain mean would say 39.67", () => {
  const expected = new Fraction(50 * 37 + 80 * 27 + 120 * 55, 250);
  expectExact(weightedDaysToPay(payments, window), expected);
  expect(weightedDaysToPay(payments, window).value.toString()).toBe("42.44");
});

test("days beyond terms of payments, early ones counting against late ones: 12.44", () => {
  const figure = daysBeyondTerms(payments, { variant: "paid-signed", ...window });
  expectExact(figure, new Fraction(50 * 7 - 80 * 3 + 120 * 25, 250));
});

test("days beyond terms of payments, early ones as 0: 13.40", () => {
  const figure = daysBeyondTerms(payments, { variant: "paid-late-only", ...window });
  expectExact(figure, new Fraction(50 * 7 + 120 * 25, 250));
});

test("the overdue rate is what is not current: 570 of 1,170", () => {
  // The share that is current is 600/1170 = 51.2820513 %.
  expectExact(overdueRate({ overdue: 570, receivables: 1170 }), new Fraction(570, 1170));
});

test("HHI, effective number and normalized HHI of 400, 250, 150, 120, 80", () => {
  const balances = [400, 250, 150, 120, 80].map((amount, index) => ({
    party: `C${String(index)}`,
    amount,
  }));
  const { hhi, effectiveNumber, normalizedHhi, topShares } = concentration({ balances, top: [2] });
  // 0.16 + 0.0625 + 0.0225 + 0.0144 + 0.0064
  expectExact(hhi, new Fraction("0.2658"));
  expectExact(effectiveNumber, new Fraction(1).div("0.2658"));
  expectExact(normalizedHhi, new Fraction("0.2658").sub("0.2").div("0.8"));
  expect(normalizedHhi.value.toString()).toBe("0.08225");
  expectExact(topShares[0]?.share as Figure, new Fraction(650, 1000));
});

test("balances of 0 and less are left out of the concentration and counted", () => {
  const amounts = [60, 40, 0, -25];
  const balances = amounts.map((amount, index) => ({ party: `C${String(index)}`, amount }));
  const { hhi, parties, leftOut } = concentration({ balances });
  expectExact(hhi, new Fraction("0.52"));
  expect([parties, leftOut]).toEqual([2, 2]);
});
