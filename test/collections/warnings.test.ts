/** Warnings judged on the columns of a table: the same as of its rows, one by one. */
import { describe, expect, it } from "vitest";

import { agingTable, earlyWarnings, ledgerFromItems, paymentBehaviour } from "trade-credit";
import type { LedgerItem, Numeric, PaymentBehaviour, WarningRule } from "trade-credit";
import { isAbsent, isFigure } from "trade-credit";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { expectOften } from "../support/often.ts";
import { onRandomLedgers } from "../support/random-ledgers.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 300);
const DATES = ["lastSaleOn", "lastReceiptOn", "highestBalanceOn"];
const TESTS = ["at-least", "at-most", "above", "below"] as const;
const SEVERITIES = ["low", "medium", "high"] as const;

/** One rule a field and comparison, each with a number that stands in a row: ties everywhere. */
function rulesOf(rows: readonly PaymentBehaviour[], seed: number): WarningRule[] {
  const rules: WarningRule[] = DATES.map((field, at) => ({
    code: field,
    severity: SEVERITIES[at] as "low",
    when: [{ field, is: "older-than", months: 1 + (seed % 4) }],
  }));
  const [first] = rows;
  Object.keys(first ?? {}).forEach((field, at) => {
    const found = rows.map((row): unknown => row[field as keyof PaymentBehaviour]);
    if (!found.some((each) => isFigure(each) || isAbsent(each))) return;
    const own = found.find((each) => isFigure(each)) as Numeric | undefined;
    const value = (seed + at) % 3 === 0 ? 0 : (own ?? 1);
    const when = { field, is: TESTS[(seed + at) % 4] as "above", value };
    // Every second rule has a condition more, so that one may fail where another is open.
    const more = { field: "balance", is: "above", value: 0 } as const;
    const severity = SEVERITIES[at % 3] as "low";
    rules.push({ code: field, severity, when: at % 2 === 0 ? [when] : [when, more] });
  });
  return rules;
}

describe("warnings of a table", () => {
  it("are those of its rows: ties, absent fields and dates that are null included", () => {
    const seen = { warnings: 0, notJudged: 0, never: 0 };
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const table = () => paymentBehaviour(ours, { asOf, months: 1 + (seed % 6) });
      const rows = answered(() => table().toArray());
      if (!rows) return;
      const question = { asOf, rules: rulesOf(rows, seed) };
      const byRows = earlyWarnings(rows, question);
      const byColumns = earlyWarnings(table(), question);
      expect(JSON.stringify(byColumns)).toBe(JSON.stringify(byRows));
      seen.warnings += byRows.warnings.length;
      seen.notJudged += byRows.notJudged.length;
      seen.never += rows.filter(({ lastReceiptOn }) => lastReceiptOn === null).length;
    }, COUNT);
    expectOften(seen.warnings, COUNT, 1);
    expectOften(seen.notJudged, COUNT, 0.5);
    expectOften(seen.never, COUNT, 0.1);
  }, 60_000);

  it("of an aging table, too", () => {
    onRandomLedgers(({ seed, random, ours }) => {
      const asOf = randomAsOf(seed, random);
      const table = answered(() => agingTable(ours, { asOf }).parties);
      if (!table) return;
      const rule = (field: string, value: Numeric): WarningRule => ({
        ...{ code: field, severity: "low", when: [{ field, is: "above", value }] },
      });
      const fields = ["gross", "net", "overdue", "overdueCount", "disputed", "credits", "current"];
      const value = table.at(0)?.gross ?? 1;
      const rules = fields.map((field, at) => rule(field, at % 2 === seed % 2 ? value : 0));
      expect(JSON.stringify(earlyWarnings(table, { asOf, rules }))).toBe(
        JSON.stringify(earlyWarnings(table.toArray(), { asOf, rules })),
      );
    }, COUNT);
  }, 60_000);

  const paid = (id: string, party: string, amount: string, late: string): LedgerItem => ({
    ...{ id, party, documentDate: "2026-04-01", dueDate: "2026-05-01", amount },
    applications: [{ date: late, amount, kind: "payment" }],
  });
  const asOf = "2026-06-30";
  const codesOf = (items: readonly LedgerItem[], rules: readonly WarningRule[]) => {
    const ledger = ledgerFromItems(items, { currency: "EUR" });
    const { warnings } = earlyWarnings(paymentBehaviour(ledger, { asOf, months: 3 }), {
      ...{ asOf, rules },
    });
    return warnings.toArray().map(({ party, code }) => `${party}: ${code}`);
  };
  const rule = (field: string, is: "above" | "below" | "at-least", value: Numeric) => ({
    ...{ code: `${field} ${is}`, severity: "low" as const },
    when: [{ field, is, value }],
  });

  it("tell a third from a number nearer to it than any double", () => {
    // Days late 0, 0 and 1: the mean is 1/3, whose nearest double is that of both numbers, too.
    const items = [
      paid("1", "A", "10", "2026-05-01"),
      paid("2", "A", "10", "2026-05-01"),
      paid("3", "A", "10", "2026-05-02"),
    ];
    const below = "0.33333333333333333333333333";
    const above = "0.33333333333333333333333334";
    expect(Number(below)).toBe(Number(above));
    expect(codesOf(items, [rule("meanDaysLate", "above", below)])).toEqual([
      "A: meanDaysLate above",
    ]);
    expect(codesOf(items, [rule("meanDaysLate", "above", above)])).toEqual([]);
    expect(codesOf(items, [rule("meanDaysLate", "below", above)])).toEqual([
      "A: meanDaysLate below",
    ]);
  });

  it("compare money in units, where columns are in minor units; beyond 2^53, too", () => {
    const items = (amount: string) => [paid("1", "A", amount, "2026-05-01")];
    expect(codesOf(items("99.99"), [rule("highestBalance", "at-least", 100)])).toEqual([]);
    expect(codesOf(items("100.00"), [rule("highestBalance", "at-least", 100)])).toHaveLength(1);
    const large = "90071992547409931.01";
    expect(codesOf(items(large), [rule("highestBalance", "at-least", large)])).toHaveLength(1);
    expect(
      codesOf(items(large), [rule("highestBalance", "above", "90071992547409931.00")]),
    ).toHaveLength(1);
    expect(codesOf(items(large), [rule("highestBalance", "above", large)])).toEqual([]);
  });

  it("are refused like those of rows: a field that is none, a text, a date as a number", () => {
    const items = [paid("1", "A", "10", "2026-05-01")];
    expect(() => codesOf(items, [rule("lateness", "above", 1)])).toThrow(
      "behaviour[0].lateness must be given: a rule asks for it",
    );
    expect(() => codesOf(items, [rule("party", "above", 1)])).toThrow("behaviour[0].party must be");
    expect(() => codesOf(items, [rule("lastSaleOn", "above", 1)])).toThrow(
      "behaviour[0].lastSaleOn must be",
    );
  });
});

function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
