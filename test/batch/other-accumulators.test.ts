/**
 * Sales and balances by month, roll-forward and days late of chunks: what the functions of the one
 * ledger say, whatever the split.
 */
import { describe, expect, it, test } from "vitest";

import {
  agingTable,
  collectionEffectivenessIndex,
  daysBeyondTerms,
  dsoAgingBuckets,
  dsoByParty,
  dsoCountback,
  dsoPeriodAverage,
  monthlySales,
  receivablesRollForward,
} from "trade-credit";
import type { Absent, AgingMeasures, Figure, RollForward } from "trade-credit";
import {
  agingAccumulator,
  daysLateAccumulator,
  dsoAccumulator,
  rollForwardAccumulator,
} from "trade-credit/batch";
import type {
  AccumulatorMoney,
  ChunkColumns,
  DaysLateAccumulatorInput,
  DsoAccumulatorInput,
  RollForwardAccumulatorInput,
} from "trade-credit/batch";

import { formatDay, parseDay } from "../../src/ground/days.ts";
import { randomAsOf } from "../oracle/arbitraries.ts";
import { answerOf, exactOf, exactOrReason, minorOf } from "../support/exact.ts";
import { expectOften } from "../support/often.ts";
import { inParts, onChunkable } from "./chunks.ts";

const COUNT = Number(process.env["LEDGERS"] ?? 250);
const TIMEOUT = 60_000 + COUNT * 150;

const whole = (column: ArrayLike<number | bigint>, row: number) => BigInt(column[row] ?? 0);

test(
  "sales, outstanding and receivables by month are those of the one ledger, and so is every DSO",
  () => {
    let compared = 0;
    onChunkable(COUNT, (given, random, seed) => {
      const { ledger, money } = given;
      const asOf = randomAsOf(seed);
      const months = random.int(1, 6);
      const make = (stored?: unknown) =>
        dsoAccumulator((stored ?? { asOf, months, ...money }) as DsoAccumulatorInput);
      const sums = inParts(make, given, random);
      expect(JSON.stringify(inParts(make, given, random))).toBe(JSON.stringify(sums));
      const columns = sums.columns();
      const rows = dsoByParty(ledger, { asOf, months }).toArray();
      expect(columns.party).toEqual(rows.map(({ party }) => party).sort());
      const minor = (figure: Figure | undefined) => figure && minorOf(figure, money.minorUnits);
      for (const row of rows) {
        const { party } = row;
        const at = columns.party.indexOf(party);
        const from = columns.periods[0]?.from as string;
        const sold = monthlySales(ledger, { from, through: asOf, party, outstandingAsOf: asOf });
        expect(columns.sales.map((month) => whole(month, at))).toEqual(
          sold.map(({ sales }) => minor(sales)),
        );
        expect(columns.outstanding.map((month) => whole(month, at))).toEqual(
          sold.map(({ outstanding }) => minor(outstanding)),
        );
        const receivables = whole(columns.receivables, at);
        expect(receivables).toBe(minor(row.receivables));
        const periods = columns.periods.map((period, month) => ({
          period,
          sales: whole(columns.sales[month] ?? [], at),
          outstanding: whole(columns.outstanding[month] ?? [], at),
        }));
        const basis = { sameTaxBasis: true } as const;
        const same = (answer: string, cell: Figure | Absent | undefined) => {
          const expected = exactOrReason(cell as Figure | Absent);
          // Alone, what is owed to the customer is refused as an input.
          if (expected !== "credit_balance") expect(answer).toBe(expected);
          compared += 1;
        };
        const total = periods.reduce((sum, { sales }) => sum + sales, 0n);
        const days = parseDay(asOf) - parseDay(from) + 1;
        if (receivables >= 0n && total >= 0n) {
          same(
            answerOf(() => dsoPeriodAverage({ receivables, sales: total, days, ...basis })),
            row.periodAverage,
          );
          const negativeSales = "net-into-previous";
          const countback = () => dsoCountback({ receivables, periods, negativeSales, ...basis });
          same(answerOf(countback), row.countback);
        }
        if (periods.every(({ sales, outstanding }) => sales >= 0n && outstanding >= 0n)) {
          same(
            answerOf(() => dsoAgingBuckets({ periods, ...basis })),
            row.agingBuckets,
          );
        }
      }
    });
    expectOften(compared, COUNT, 0.3);
  },
  TIMEOUT,
);

const LINES = [
  "opening",
  "sales",
  "payments",
  "creditNotes",
  "discounts",
  "writeOffs",
  "bills",
  "offsets",
  "exchange",
  "closing",
] as const;

test(
  "the roll-forward of chunks is that of the one ledger, and its closing is the aging table's",
  () => {
    const touched = onChunkable(COUNT, (given, random, seed) => {
      const { ledger, money } = given;
      const to = randomAsOf(seed);
      const from = formatDay(parseDay(to) - random.int(0, 90));
      const make = (stored?: unknown) =>
        rollForwardAccumulator((stored ?? { from, to, ...money }) as RollForwardAccumulatorInput);
      const sums = inParts(make, given, random);
      expect(JSON.stringify(inParts(make, given, random))).toBe(JSON.stringify(sums));
      const columns = sums.columns();
      const minor = (figure: Figure) => minorOf(figure, money.minorUnits);
      const expected = receivablesRollForward(ledger, { from, to, by: "party" });
      const lines = (row: RollForward) => LINES.map((line) => minor(row[line]));
      const totals = sums.totals();
      expect(LINES.map((line) => totals[line])).toEqual(lines(expected.total));
      for (const row of expected.parties ?? []) {
        const at = columns.party.indexOf(row.party);
        expect(LINES.map((line) => whole(columns[line], at))).toEqual(lines(row));
      }
      const table = agingTable(ledger, { asOf: to });
      const state = ({ gross, current }: AgingMeasures) => [gross, current].map(minor);
      expect([totals.closingGross, totals.closingCurrent]).toEqual(state(table.total));
      for (const row of table.parties) {
        const at = columns.party.indexOf(row.party);
        const { closingGross, closingCurrent } = columns;
        expect([whole(closingGross, at), whole(closingCurrent, at)]).toEqual(state(row));
      }
    });
    expectOften(touched, COUNT, 0.2);
  },
  TIMEOUT,
);

test(
  "days late of chunks give the averages of the one ledger",
  () => {
    let paying = 0;
    onChunkable(COUNT, (given, random, seed) => {
      const { ledger, money } = given;
      const to = randomAsOf(seed);
      const from = formatDay(parseDay(to) - random.int(0, 120));
      const make = (stored?: unknown) =>
        daysLateAccumulator((stored ?? { from, to, ...money }) as DaysLateAccumulatorInput);
      const sums = inParts(make, given, random);
      expect(JSON.stringify(inParts(make, given, random))).toBe(JSON.stringify(sums));
      const columns = sums.columns();
      for (const party of ledger.parties) {
        const at = columns.party.indexOf(party);
        const average = (variant: "paid-signed" | "paid-late-only") =>
          answerOf(() => daysBeyondTerms(ledger, { variant, from, to, party }));
        if (at < 0) {
          expect(average("paid-signed")).toBe("not_defined");
          continue;
        }
        paying += 1;
        const { paid, weightedDays, weightedLateDays, count, lateCount } = columns;
        // Of whole numbers the library's own division.
        const ratio = (sum: ArrayLike<number | bigint>) =>
          exactOf(
            dsoPeriodAverage({
              receivables: whole(sum, at) < 0n ? -whole(sum, at) : whole(sum, at),
              sales: whole(paid, at),
              days: 1,
              sameTaxBasis: true,
            }),
          ).toFraction();
        const signed = whole(weightedDays, at) < 0n ? "-" : "";
        expect(average("paid-signed")).toBe(signed + ratio(weightedDays));
        expect(average("paid-late-only")).toBe(ratio(weightedLateDays));
        expect(Number(lateCount[at])).toBeLessThanOrEqual(Number(count[at]));
      }
    });
    expectOften(paying, COUNT, 0.15);
  },
  TIMEOUT,
);

const money: AccumulatorMoney = { currency: "EUR" };

const chunk = (more: object = {}): ChunkColumns => ({
  party: ["Ahorn", "Ahorn", "Birke"],
  documentDate: ["2026-05-04", "2026-06-10", "2026-06-12"],
  dueDate: ["2026-06-03", "2026-07-10", "2026-06-20"],
  amount: Float64Array.of(50_000, 30_000, 7_000),
  applications: {
    item: [0, 2, 2],
    date: ["2026-06-02", "2026-06-22", "2026-06-25"],
    amount: Float64Array.of(20_000, 3_000, 4_000),
    kind: ["payment", "payment", "payment"],
  },
  ...more,
});

const accumulators = {
  agingAccumulator: () => agingAccumulator({ asOf: "2026-06-30", ...money }),
  dsoAccumulator: () => dsoAccumulator({ asOf: "2026-06-30", months: 2, ...money }),
  rollForwardAccumulator: () =>
    rollForwardAccumulator({ from: "2026-06-01", to: "2026-06-30", ...money }),
  daysLateAccumulator: () =>
    daysLateAccumulator({ from: "2026-06-01", to: "2026-06-30", ...money }),
};

describe("by hand", () => {
  it("the roll-forward feeds the collection effectiveness index in minor units", () => {
    const totals = accumulators.rollForwardAccumulator().add(chunk()).totals();
    const { opening, sales, closing, closingCurrent } = totals;
    // 500 open on 31 May; 300 + 70 sold; 200 + 70 paid; 300 of 600 is not due.
    expect([opening, sales, closing, closingCurrent]).toEqual([50_000n, 37_000n, 60_000n, 30_000n]);
    const index = collectionEffectivenessIndex({
      openingReceivables: opening,
      sales,
      closingReceivables: closing,
      closingCurrent,
      sameTaxBasis: true,
    });
    // (500 + 370 − 600) ÷ (500 + 370 − 300)
    expect(exactOf(index).toFraction()).toBe("9/19");
  });

  it("days late are counted from the due date, early ones negative", () => {
    const columns = accumulators.daysLateAccumulator().add(chunk()).columns();
    // Ahorn a day early; Birke 2 and 5 days late, 30 and 40 euros.
    expect(columns).toEqual({
      party: ["Ahorn", "Birke"],
      count: Float64Array.of(1, 2),
      lateCount: Float64Array.of(0, 2),
      paid: Float64Array.of(20_000, 7_000),
      days: Float64Array.of(-1, 7),
      weightedDays: Float64Array.of(-20_000, 26_000),
      weightedLateDays: Float64Array.of(0, 26_000),
    });
  });

  it("money times days beyond 2^53 − 1 is exact", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const large = chunk({
      amount: Float64Array.of(most, most, most),
      applications: {
        item: [0, 1],
        date: ["2026-06-06", "2026-06-12"],
        amount: Float64Array.of(most, most),
        kind: ["payment", "payment"],
      },
    });
    const { weightedDays, paid } = accumulators.daysLateAccumulator().add(large).columns();
    // 3 days late and 28 early.
    expect([paid[0], weightedDays[0]]).toEqual([2n * BigInt(most), -25n * BigInt(most)]);
  });
});

describe.each(Object.entries(accumulators))("%s", (name, make) => {
  it("refuses a bad chunk by row, in its own name, and stays as it was", () => {
    const sums = make();
    sums.add(chunk());
    const before = JSON.stringify(sums);
    const bad = chunk({ amount: Float64Array.of(1, 2.5, 3) });
    expect(() => sums.add(bad)).toThrow(
      `${name}: amount[1] must be whole minor units within ±(2^53 − 1)`,
    );
    expect(() => sums.add(null as unknown as ChunkColumns)).toThrow(
      `${name}: must be an object of columns, got null`,
    );
    expect(JSON.stringify(sums)).toBe(before);
  });

  it("is written out as plain data, and read back", () => {
    const sums = make();
    sums.add(chunk());
    const data = JSON.parse(JSON.stringify(sums)) as never;
    expect(structuredClone(data)).toEqual(sums.toJSON());
    const again = make();
    again.merge(data);
    expect(again.toJSON()).toEqual(sums.toJSON());
    expect(again.columns()).toEqual(sums.columns());
  });

  it("refuses sums of another kind", () => {
    const other = name === "dsoAccumulator" ? "daysLateAccumulator" : "dsoAccumulator";
    expect(() => make().merge(accumulators[other]() as never)).toThrow(`${name}: other must be "`);
  });
});

describe("questions at fault", () => {
  it.each<[string, () => unknown, string]>([
    [
      "months",
      () => dsoAccumulator({ asOf: "2026-06-30", months: 0, ...money }),
      "dsoAccumulator: months must be a whole number from 1 to 1200, got 0",
    ],
    [
      "window",
      () => rollForwardAccumulator({ from: "2026-06-30", to: "2026-06-01", ...money }),
      'rollForwardAccumulator: to must not be before `from`, got "2026-06-01"',
    ],
    [
      "window",
      () => daysLateAccumulator({ from: "2026-06-30", to: "2026-06-01", ...money }),
      'daysLateAccumulator: to must not be before `from`, got "2026-06-01"',
    ],
    ["all", () => dsoAccumulator(7 as never), "dsoAccumulator: must be an object, got 7"],
  ])("of the %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
