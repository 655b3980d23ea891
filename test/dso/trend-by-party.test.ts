/** DSO of every customer at a run of month ends: each is the table of one day, and so are columns. */
import { describe, expect, it, test } from "vitest";

import { dsoByParty, dsoTrendByParty, ledgerFromItems, toPlain } from "trade-credit";
import type { Column, DsoTrendByPartyInput, Ledger } from "trade-credit";

import { monthEndsOf } from "../support/month-ends.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers, widened } from "../support/random-ledgers.ts";
import { refusalOf } from "./refusals.ts";

const SOME = Math.min(LEDGERS, 400);

const sale = (id: string, party: string, documentDate: string, amount: number) => ({
  id,
  party,
  documentDate,
  dueDate: documentDate,
  amount,
});

/** One customer's columns at one month end, as the table of that day has them. */
function oneDay(ledger: Ledger, asOf: string, months: number, input: DsoTrendByPartyInput) {
  const { methods, countback } = input;
  const rows = dsoByParty(ledger, {
    asOf,
    months,
    ...(methods ? { methods } : {}),
    ...(countback ? { countback } : {}),
  });
  return { rows, columns: rows.columns() ?? {} };
}

const derived = (row: object) => toPlain(row, { derivation: true }) as object;

function cellOf(column: Column | undefined, row: number) {
  return [column?.valid[row], column?.values[row], column?.reasons?.[row] ?? null];
}

test(
  "rows and columns of every month end are those of the table of that day",
  () => {
    const seen = { compared: 0, absent: 0, nothing: 0 };
    onRandomLedgers(({ seed, random, ours: narrow }) => {
      const isWide = seed % 4 === 1;
      const ours = isWide ? ledgerFromItems(widened(random), random.options) : narrow;
      const monthEnds = monthEndsOf(random.items, seed);
      const months = 1 + (seed % 14);
      const input: DsoTrendByPartyInput = {
        monthEnds,
        months,
        countback: {
          whenExhausted: seed % 3 === 0 ? "lower-bound" : "refuse",
          ...(seed % 5 === 0 ? { zeroSales: "skip" as const } : {}),
        },
      };
      let trend;
      try {
        trend = dsoTrendByParty(ours, input);
      } catch (error) {
        expect((error as { code: string }).code).toBe("history_too_short");
        return;
      }
      const columns = trend.columns() ?? {};
      const rows = trend.toArray();
      const customers = rows.length / monthEnds.length;
      monthEnds.forEach((asOf, end) => {
        const day = oneDay(ours, asOf, months, input);
        const byName = new Map(day.rows.map(({ party }, index) => [party, index] as const));
        rows.slice(end * customers, (end + 1) * customers).forEach((row, place) => {
          const at = end * customers + place;
          const own = byName.get(row.party);
          expect(row.asOf).toBe(asOf);
          if (own === undefined) {
            // Nothing sold and nothing open: not in the table of the day.
            seen.nothing += 1;
            expect(row.receivables.value.isZero()).toBe(true);
            expect(cellOf(columns["receivables"], at)).toEqual([1, 0, null]);
            expect(cellOf(columns["countback"], at)).toEqual([1, 0, null]);
            expect(cellOf(columns["periodAverage"], at)).toEqual([0, 0, "not_defined"]);
            return;
          }
          const sameDay = derived(day.rows.at(own) as object);
          expect(derived(row)).toEqual({ ...sameDay, asOf });
          for (const [name, column] of Object.entries(columns)) {
            const cell = cellOf(column, at);
            expect(cell).toEqual(cellOf(day.columns[name], own));
            seen.compared += 1;
            if (cell[0] === 0) seen.absent += 1;
          }
        });
      });
    }, SOME);
    expectOften(seen.compared, SOME, 0.9);
    expectOften(seen.absent, SOME, 0.5);
    expectOften(seen.nothing, SOME, 0.5);
  },
  60_000 + SOME * 300,
);

describe("a trend by customer", () => {
  const items = [
    sale("1", "A", "2026-04-10", 300),
    sale("2", "B", "2026-05-10", 310),
    sale("3", "C", "2026-07-01", 100),
  ];
  const ledger = ledgerFromItems(items, { currency: "EUR" });
  const monthEnds = ["2026-04-30", "2026-06-30"];

  it("has month end by month end each customer there by the last", () => {
    const rows = dsoTrendByParty(ledger, { monthEnds }).toArray();
    expect(rows.map(({ party, asOf }) => `${party} ${asOf}`)).toEqual([
      "A 2026-04-30",
      "B 2026-04-30",
      "A 2026-06-30",
      "B 2026-06-30",
    ]);
  });

  it("counts back over months without sales", () => {
    // A: all of April's 300 is open at the end of June: 30 + 31 + 30 days. B: 31 + 30.
    const { countback } = dsoTrendByParty(ledger, { monthEnds, months: 3 }).columns() ?? {};
    expect(Array.from(countback?.values ?? [])).toEqual([30, 0, 91, 61]);
  });

  it("has the methods asked, and the columns named", () => {
    const trend = dsoTrendByParty(ledger, { monthEnds, methods: ["period-average", "countback"] });
    expect(Object.keys(trend.columns() ?? {})).toEqual([
      "receivables",
      "periodAverage",
      "countback",
    ]);
    expect(Object.keys(trend.columns(["countback"]) ?? {})).toEqual(["countback"]);
    expect(trend.at(0)?.agingBuckets).toBeUndefined();
  });

  it("is the same where amounts are beyond doubles", () => {
    const wide = items.map((item) => ({
      ...item,
      amount: `${String(item.amount)}000000000000000`,
    }));
    const ours = ledgerFromItems(wide, { currency: "EUR" });
    const trend = dsoTrendByParty(ours, { monthEnds, months: 3 });
    expect(Array.from(trend.columns()?.["countback"]?.values ?? [])).toEqual([30, 0, 91, 61]);
  });

  it("does not lose the last cent where only the sum is beyond doubles", () => {
    // In doubles, 2^53 − 1 and three times 1 come to 2^53.
    const amounts = [9_007_199_254_740_991, 1, 1, 1];
    const many = amounts.map((each, index) => sale(String(index), "A", "2026-04-10", each));
    const trend = dsoTrendByParty(ledgerFromItems(many, { currency: "JPY" }), { monthEnds });
    const { receivables } = trend.columns() ?? {};
    expect(receivables?.values).toEqual(
      Float64Array.of(9_007_199_254_740_994, 9_007_199_254_740_994),
    );
  });

  it("refuses what is no month end, and month ends out of order", () => {
    const faults = (ends: string[]) =>
      refusalOf(() => dsoTrendByParty(ledger, { monthEnds: ends })).faults;
    expect(faults(["2026-04-29"])).toEqual(["monthEnds[0] must be the last day of a month"]);
    expect(faults(["2026-04-30", "2026-04-30"])).toEqual([
      "monthEnds[1] must be after the one before",
    ]);
  });
});
