/** Collection effectiveness month by month: each month is the table of that month. */
import { describe, expect, it, test } from "vitest";

import {
  collectionEffectiveness,
  collectionEffectivenessTrend,
  ledgerFromItems,
  toPlain,
} from "trade-credit";
import type { Column, LedgerItem } from "trade-credit";

import { exactOrReason } from "../support/exact.ts";
import { monthEndsOf } from "../support/month-ends.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers, widened } from "../support/random-ledgers.ts";
import { refusalOf } from "./refusals.ts";

const SOME = Math.min(LEDGERS, 400);

function cellOf(column: Column | undefined, row: number) {
  return [column?.valid[row], column?.values[row], column?.reasons?.[row] ?? null];
}

const derived = (row: object) => toPlain(row, { derivation: true }) as object;

test(
  "rows and columns of every month are those of its own table",
  () => {
    const seen = { compared: 0, absent: 0, untouched: 0 };
    onRandomLedgers(({ seed, random, ours: narrow }) => {
      const isWide = seed % 4 === 1;
      const ours = isWide ? ledgerFromItems(widened(random), random.options) : narrow;
      const monthEnds = monthEndsOf(random.items, seed);
      const dueDayIsOverdue = seed % 2 === 0;
      let trend;
      try {
        trend = collectionEffectivenessTrend(ours, { monthEnds, dueDayIsOverdue });
      } catch (error) {
        expect((error as { code: string }).code).toBe("history_too_short");
        return;
      }
      const [total, parties] = [trend.total.columns() ?? {}, trend.parties.columns() ?? {}];
      const rows = trend.parties.toArray();
      const customers = rows.length / monthEnds.length;
      trend.total.toArray().forEach((row, month) => {
        const { from, to, ...measures } = row;
        expect(to).toBe(monthEnds[month]);
        expect(from).toBe(`${to.slice(0, 7)}-01`);
        const table = collectionEffectiveness(ours, { from, to, dueDayIsOverdue });
        expect(derived(measures)).toEqual(derived(table.total));
        for (const [name, column] of Object.entries(total)) {
          const { value } = row[name as "index"];
          const scale = name === "index" ? 1 : 10 ** random.options.minorUnits;
          expect(column.valid[month]).toBe(value === null ? 0 : 1);
          expect(column.values[month]).toBe(value === null ? 0 : value.times(scale).toNumber());
        }
        const ofMonth = table.parties.columns() ?? {};
        const byName = new Map(table.parties.map(({ party }, index) => [party, index] as const));
        rows.slice(month * customers, (month + 1) * customers).forEach((each, place) => {
          const at = month * customers + place;
          const own = byName.get(each.party);
          expect(each.to).toBe(to);
          if (own === undefined) {
            // No line touches the customer in this month.
            seen.untouched += 1;
            expect(exactOrReason(each.index)).toBe("not_defined");
            expect(cellOf(parties["index"], at)).toEqual([0, 0, "not_defined"]);
            expect(cellOf(parties["closing"], at)).toEqual([1, 0, null]);
            return;
          }
          const sameMonth = table.parties.at(own) as object;
          expect(derived(each)).toEqual({ ...derived(sameMonth), from, to });
          for (const [name, column] of Object.entries(parties)) {
            const cell = cellOf(column, at);
            expect(cell).toEqual(cellOf(ofMonth[name], own));
            seen.compared += 1;
            if (cell[0] === 0) seen.absent += 1;
          }
        });
      });
    }, SOME);
    expectOften(seen.compared, SOME, 0.9);
    expectOften(seen.absent, SOME, 0.5);
    expectOften(seen.untouched, SOME, 0.5);
  },
  60_000 + SOME * 300,
);

describe("collection effectiveness month by month", () => {
  const invoice = (id: string, party: string, documentDate: string, dueDate: string) => ({
    id,
    party,
    documentDate,
    dueDate,
    amount: 100,
  });
  const paid = { applications: [{ date: "2026-06-10", amount: 40, kind: "payment" as const }] };
  const items: readonly LedgerItem[] = [
    { ...invoice("1", "A", "2026-04-10", "2026-05-31"), ...paid },
    invoice("2", "B", "2026-06-02", "2026-07-02"),
  ];
  const monthEnds = ["2026-05-31", "2026-06-30"];
  const indices = (more: object, ledgerItems = items) =>
    collectionEffectivenessTrend(ledgerFromItems(ledgerItems, { currency: "EUR" }), {
      monthEnds,
      ...more,
    }).parties.map(({ index }) => exactOrReason(index));

  it("has month by month each customer there by the last", () => {
    // A in May: 100, due on the last day, is not past due: nothing could have been collected.
    // A in June: 40 of 100. B: nothing was due.
    expect(indices({})).toEqual(["not_defined", "not_defined", "2/5", "not_defined"]);
    expect(indices({ dueDayIsOverdue: true })).toEqual(["0", "not_defined", "2/5", "not_defined"]);
  });

  it("is the same in columns where amounts are beyond doubles", () => {
    const wide = items.map((item) => {
      const [payment] = item.applications ?? [];
      const applications = payment ? [{ ...payment, amount: "40000000000000000" }] : [];
      return { ...item, amount: "100000000000000000", applications };
    });
    const ledger = ledgerFromItems(wide, { currency: "EUR" });
    const { parties, total } = collectionEffectivenessTrend(ledger, { monthEnds });
    expect(Array.from(parties.columns()?.["index"]?.values ?? [])).toEqual([0, 0, 0.4, 0]);
    expect(Array.from(total.columns()?.["index"]?.values ?? [])).toEqual([0, 0.4]);
  });

  it("does not lose the last cent where only the sum is beyond doubles", () => {
    // In doubles, 2^53 − 1 and three times 1 come to 2^53.
    const many = [9_007_199_254_740_991, 1, 1, 1].map((amount, index) => {
      return { ...invoice(String(index), "A", "2026-04-10", "2026-05-10"), amount };
    });
    const ledger = ledgerFromItems(many, { currency: "JPY" });
    const { parties, total } = collectionEffectivenessTrend(ledger, { monthEnds });
    const owed = Float64Array.of(9_007_199_254_740_994, 9_007_199_254_740_994);
    expect(parties.columns()?.["closing"]?.values).toEqual(owed);
    expect(total.columns()?.["closing"]?.values).toEqual(owed);
  });

  it("refuses what is no month end, and month ends out of order", () => {
    const faults = (ends: string[]) => refusalOf(() => indices({ monthEnds: ends })).faults;
    expect(faults(["2026-05-30"])).toEqual(["monthEnds[0] must be the last day of a month"]);
    expect(faults(["2026-05-31", "2026-04-30"])).toEqual([
      "monthEnds[1] must be after the one before",
    ]);
  });
});
