/** DSO at a run of month ends: each point is what the single questions answer at that day. */
import { expect, test } from "vitest";

import {
  averageCreditTerm,
  dsoAgingBuckets,
  dsoCountback,
  dsoPeriodAverage,
  dsoTrend,
  ledgerFromItems,
  monthlySales,
  receivablesBalance,
} from "trade-credit";
import type { Figure, LedgerItem } from "trade-credit";
import { verify } from "trade-credit/explain";

import { randomAsOf } from "../oracle/arbitraries.ts";
import { dayNumber, isoText, monthEnd, monthOf, monthStart } from "../oracle/calendar.ts";
import { answerOf, exactOf, exactOrReason } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { LEDGERS, onRandomLedgers } from "../support/random-ledgers.ts";

const TIMEOUT = 60_000 + LEDGERS * 60;

/** A few month ends up to that of a random day, not always in a row. */
function monthEndsOf(seed: number, asOf: string): string[] {
  const last = monthOf(dayNumber(asOf));
  const gaps = [5, 4, 2, 1, 0].filter((_, index) => (seed >> index) % 2 === 0);
  return [...gaps, -1].map((back) => isoText(monthEnd(last - back)));
}

test(
  "every point equals the single functions at that day, in total and for a customer",
  () => {
    let points = 0;
    onRandomLedgers(
      ({ seed, random, ours }) => {
        const monthEnds = monthEndsOf(seed, randomAsOf(seed, random));
        const months = 1 + (seed % 6);
        const party = seed % 3 === 0 ? ours.parties[seed % ours.parties.length] : undefined;
        const scope = party === undefined ? {} : { party };
        let rows;
        try {
          rows = dsoTrend(ours, { monthEnds, months, ...scope });
        } catch (error) {
          expect((error as { code: string }).code).toBe("history_too_short");
          return;
        }
        for (const row of rows) {
          const { asOf } = row;
          points += 1;
          const from = isoText(monthStart(monthOf(dayNumber(asOf)) - months + 1));
          const window = { from, through: asOf, outstandingAsOf: asOf };
          const periods = monthlySales(ours, { ...window, ...scope });
          const receivables = receivablesBalance(ours, { asOf, ...scope });
          expect(exactOf(row.receivables)).toEqual(exactOf(receivables));
          const credit = receivables.value.isNegative() && !receivables.value.isZero();
          const days = dayNumber(asOf) - dayNumber(from) + 1;
          const expected = {
            periodAverage: () =>
              dsoPeriodAverage({ receivables, sales: row.sales, days, sameTaxBasis: true }),
            countback: () =>
              dsoCountback({
                receivables,
                periods,
                negativeSales: "net-into-previous",
                sameTaxBasis: true,
              }),
            agingBuckets: () => dsoAgingBuckets({ periods, sameTaxBasis: true }),
          };
          for (const name of ["periodAverage", "countback", "agingBuckets"] as const) {
            const cell = row[name];
            if (!cell) throw new Error(`${name} was asked`);
            // A single function refuses a credit balance as bad input; a table says so in its place.
            if (credit && name !== "agingBuckets") {
              expect(exactOrReason(cell)).toBe("credit_balance");
            } else if (name === "periodAverage" && row.sales.value.isNegative()) {
              expect(exactOrReason(cell)).toBe("not_defined");
            } else {
              const found = exactOrReason(cell).replace("credit_balance", "not_defined");
              expect([name, found]).toEqual([name, answerOf(expected[name] as () => Figure)]);
            }
          }
          const term = () => averageCreditTerm(ours, { from, to: asOf, ...scope });
          expect(exactOrReason(row.averageTerm)).toBe(answerOf(term as () => Figure));
        }
      },
      Math.min(LEDGERS, 600),
    );
    expectOften(points, Math.min(LEDGERS, 600), 0.5);
  },
  TIMEOUT,
);

test(
  "every figure of the trend verifies, item by item",
  () => {
    onRandomLedgers(
      ({ seed, random, ours }) => {
        const monthEnds = monthEndsOf(seed, randomAsOf(seed, random)).slice(-2);
        try {
          const rows = dsoTrend(ours, { monthEnds, months: 3 });
          expect(verify(rows, { ledger: ours }).failures).toEqual([]);
        } catch (error) {
          expect((error as { code?: string }).code).toBe("history_too_short");
        }
      },
      Math.min(LEDGERS, 150),
    );
  },
  TIMEOUT,
);

test(
  "amounts past 2^53 give the same days",
  () => {
    const zeros = "0".repeat(15);
    onRandomLedgers(
      ({ seed, random, ours }) => {
        const monthEnds = monthEndsOf(seed, randomAsOf(seed, random));
        const text = JSON.stringify(random.items, (key, each: unknown) => {
          if (key !== "amount" && key !== "openAmount") return each;
          const [whole = "", part = ""] = String(each).split(".");
          return `${whole}${part}${zeros.slice(part.length)}`;
        });
        const wide = ledgerFromItems(JSON.parse(text) as LedgerItem[], random.options);
        try {
          const small = dsoTrend(ours, { monthEnds, months: 4 }).toArray();
          const large = dsoTrend(wide, { monthEnds, months: 4 }).toArray();
          small.forEach((row, index) => {
            const other = large[index] as typeof row;
            for (const name of ["countback", "agingBuckets", "averageTerm"] as const) {
              const [cell, scaled] = [row[name], other[name]];
              if (!cell || !scaled) throw new Error(`${name} was asked`);
              expect(exactOrReason(scaled)).toBe(exactOrReason(cell));
            }
          });
        } catch (error) {
          expect((error as { code?: string }).code).toBe("history_too_short");
        }
      },
      Math.min(LEDGERS, 150),
    );
  },
  TIMEOUT,
);

test("a point is what was known then: a later payment does not move it", () => {
  const ledger = ledgerFromItems(
    [
      {
        id: "1",
        party: "A",
        documentDate: "2026-04-10",
        terms: "net 30",
        amount: 300,
        applications: [{ date: "2026-05-20", amount: 300, kind: "payment" }],
      },
      { id: "2", party: "A", documentDate: "2026-05-15", terms: "net 60", amount: 310 },
    ],
    { currency: "EUR" },
  );
  const trend = dsoTrend(ledger, {
    monthEnds: ["2026-04-30", "2026-05-31"],
    months: 2,
    methods: ["aging-buckets", "period-average"],
  });
  expect(trend.toArray().map((row) => row.agingBuckets?.value?.toFixed())).toEqual(["30", "31"]);
  // 300 at 30 days and 310 at 60.
  expect(trend.at(1)?.averageTerm.value?.toFixed(4)).toBe("45.2459");
  expect(trend.at(1)?.periodAverage?.value?.toFixed(4)).toBe("31.0000"); // 310 ÷ 610 × 61
  expect(trend.at(0)).not.toHaveProperty("countback");
});

test("dates that are no month ends, or out of order, are refused with their place", () => {
  const ledger = ledgerFromItems([], { currency: "EUR" });
  const issues = (monthEnds: string[]) => {
    try {
      dsoTrend(ledger, { monthEnds });
      return [];
    } catch (error) {
      return (error as { issues: { path: string }[] }).issues.map(({ path }) => path);
    }
  };
  expect(issues(["2026-05-30", "2026-06-30"])).toEqual(["monthEnds[0]"]);
  expect(issues(["2026-06-30", "2026-05-31"])).toEqual(["monthEnds[1]"]);
  expect(issues([])).toEqual(["monthEnds"]);
});
