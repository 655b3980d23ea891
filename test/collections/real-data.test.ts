/**
 * How near the forecast by own days late comes, on a file of real invoices (not part of the
 * repository; without it the test is skipped and says so), replayed: at each month end the ledger
 * knows only what was known that evening, and its forecast is compared with what came afterwards on
 * the same invoices. Beside it stands the plan without a guess: everything comes on its due date,
 * what is overdue at once.
 *
 * The measure is Σ |forecast − actual| over all periods and days of forecast ÷ Σ actual.
 * docs/collections.md has the table; this test recomputes it.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";

import { cashForecast, collectionPlan, ledgerFromItems, receipts } from "trade-credit";
import type { Figure, Ledger, LedgerItem, PlanBy } from "trade-credit";

import { isoText, monthEnd } from "../oracle/calendar.ts";
import { exactOf } from "../support/exact.ts";

const FILE = "ibm-accounts-receivable-2586.csv";
const folder =
  process.env["TRADE_CREDIT_DATA"] ??
  fileURLToPath(new URL("../../../shared/data", import.meta.url));
const path = `${folder}/${FILE}`;
const isThere = existsSync(path);
if (!isThere) console.info(`skipped: ${FILE} is not in the data folder (TRADE_CREDIT_DATA)`);

/** The evening of the last day of each month, from June 2012 to October 2013. */
const DAYS = Array.from({ length: 17 }, (_, index) => isoText(monthEnd(2012 * 12 + 5 + index)));

interface Invoice {
  readonly item: LedgerItem;
  readonly settled: string;
}

function invoices(): Invoice[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const names = head.trim().split(",");
  return lines.map((line) => {
    const cells = line.trim().split(",");
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const item = {
      id: cell("invoiceNumber"),
      party: cell("customerID"),
      documentDate: iso(cell("InvoiceDate")),
      dueDate: iso(cell("DueDate")),
      amount: cell("InvoiceAmount"),
    };
    return { item, settled: iso(cell("SettledDate")) };
  });
}

function iso(date: string): string {
  const [month = "", day = "", year = ""] = date.split("/");
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The invoices of a day, with the payments through another one. */
function ledgerOf(all: readonly Invoice[], issuedBy: string, paidBy: string): Ledger {
  const items = all
    .filter(({ item }) => item.documentDate <= issuedBy)
    .map(({ item, settled }): LedgerItem => {
      if (settled > paidBy) return item;
      const payment = { date: settled, amount: item.amount, kind: "payment" } as const;
      return { ...item, applications: [payment] };
    });
  return ledgerFromItems(items, { currency: "XXX", minorUnits: 2 });
}

interface Score {
  naive: Fraction;
  daysLate: Fraction;
  actual: Fraction;
}

function score(all: readonly Invoice[], by: PlanBy, periods: number, months: number): Score {
  const zero = new Fraction(0);
  let sums: Score = { naive: zero, daysLate: zero, actual: zero };
  for (const asOf of DAYS) {
    const known = ledgerOf(all, asOf, asOf);
    const plan = collectionPlan(known, { asOf, by, periods });
    const forecast = cashForecast(known, { method: "days-late", asOf, by, periods, months });
    const { from, to } = { from: plan.periods[0]?.from ?? "", to: plan.periods.at(-1)?.to ?? "" };
    const came = receipts(ledgerOf(all, asOf, "9999-12-31"), { from, to, by });
    came.forEach(({ amount }, index) => {
      const actual = exactOf(amount);
      const due = exactOf(plan.periods[index]?.amount as Figure);
      const naive = index === 0 ? due.add(exactOf(plan.overdue)) : due;
      const expected = exactOf(forecast.periods[index]?.amount as Figure);
      sums = {
        naive: sums.naive.add(naive.sub(actual).abs()),
        daysLate: sums.daysLate.add(expected.sub(actual).abs()),
        actual: sums.actual.add(actual),
      };
    });
  }
  return sums;
}

describe.skipIf(!isThere)("the forecast by own days late, replayed on real invoices", () => {
  const all = isThere ? invoices() : [];

  it.each([
    ["week", 8, 3],
    ["week", 8, 6],
    ["week", 8, 12],
    ["month", 3, 3],
    ["month", 3, 6],
    ["month", 3, 12],
  ] as const)(
    "by %s, %i ahead, measured on %i months, is nearer than the due dates",
    (by, periods, months) => {
      expect(all).toHaveLength(2586);
      const { naive, daysLate, actual } = score(all, by, periods, months);
      const share = (error: Fraction) => `${error.div(actual).mul(100).valueOf().toFixed(1)} %`;
      console.info(by, periods, months, share(naive), share(daysLate), actual.valueOf().toFixed(2));
      expect(daysLate.compare(naive)).toBeLessThan(0);
    },
  );
});
