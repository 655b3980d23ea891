/**
 * @module ledger/period-cells
 *
 * Sums by group and period: sales and what is outstanding, in one pass each, on doubles or (where
 * these cannot be proved exact) on bigints.
 */
import type { DaySpan } from "../ground/months.ts";
import type { Amounts, Journal } from "./columns.ts";
import { amountAt, isWide } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import type { OpenPlanes } from "./planes.ts";
import { periodTable } from "./period-table.ts";
import { oneGroup, openPlanes } from "./planes.ts";
import type { SalesQuestion } from "./sales.kernel.ts";
import { addSales } from "./sales.kernel.ts";

/** Sums in minor units and counts: cell `group × periods + period`. */
export interface PeriodCells {
  readonly sum: Amounts;
  /** Left out where nobody counts. */
  readonly count: Float64Array | readonly number[] | undefined;
}

/** What is outstanding by group and period, and of each group in all. */
export interface OutstandingCells extends CountedCells {
  /** Open debit less credit items of every date, by group. */
  readonly balance: Amounts;
  /** Open items, debit and credit, by group. */
  readonly items: Float64Array;
}

/** The same where documents are counted. */
export interface CountedCells extends PeriodCells {
  readonly count: Float64Array | readonly number[];
}

type Test = ((item: number) => boolean) | undefined;

/** How sales count: by kind of document and of source-less application. */
export const SALES_SIGNS = {
  "of-credit-notes": { document: [1, 1, -1, 0, 0], application: [0, -1, 0, 0, 0, 0, 0, 0] },
  gross: { document: [1, 1, 0, 0, 0], application: [0, 0, 0, 0, 0, 0, 0, 0] },
};

/** Credit sales by period, of one group. */
export function salesCells(
  data: LedgerData,
  periods: readonly DaySpan[],
  net: "of-credit-notes" | "gross",
  test: Test,
): CountedCells {
  const group = new Int32Array(data.journal.count);
  if (test) group.forEach((_, item) => (group[item] = test(item) ? 0 : -1));
  return salesByGroup(data, periods, net, group, 1);
}

/** Credit sales by group and period. `group` is by document. */
export function salesByGroup(
  { journal }: LedgerData,
  periods: readonly DaySpan[],
  net: "of-credit-notes" | "gross",
  group: Int32Array,
  groups: number,
): CountedCells {
  const signs = SALES_SIGNS[net];
  const question: SalesQuestion = {
    table: periodTable(periods, firstOf(periods), lastOf(periods)),
    lastDay: lastOf(periods),
    periods: periods.length,
    group,
    documentSign: signs.document,
    applicationSign: signs.application,
  };
  const cells = groups * periods.length;
  const applied = journal.applications.amount;
  if (isNarrow(journal) && !isWide(applied)) {
    const found = { sum: new Float64Array(cells), count: new Float64Array(cells) };
    if (addSales(journal, applied, question, found) <= Number.MAX_SAFE_INTEGER) return found;
  }
  return wideSales(journal, question, cells);
}

/** Open debit less credit items by the period of their documents, of one group. */
export function outstandingCells(
  data: LedgerData,
  periods: readonly DaySpan[],
  asOf: number,
  test: Test,
): CountedCells {
  return outstandingByGroup(data, periods, asOf, oneGroup(data, test), 1);
}

/** Open amounts by group and period. `group` is by unit. */
export function outstandingByGroup(
  data: LedgerData,
  periods: readonly DaySpan[],
  asOf: number,
  group: Int32Array,
  groups: number,
): OutstandingCells {
  const { units } = data;
  const { firstDocument, lastDocument } = units.range;
  const stride = periods.length + 1;
  const planes = openPlanes(data, {
    asOf,
    ageFrom: units.documentDate,
    // Documents of other days fall in one more cell: the balance needs them.
    table: periodTable(periods, firstDocument, lastDocument),
    stride,
    groups,
    group,
    lastOverdueDay: asOf - 1,
  });
  const { count, creditCount } = planes.counts();
  const net = netOf(planes);
  const isPeriod = (cell: number): boolean => cell % stride < periods.length;
  return {
    sum: net.filter((_: unknown, cell: number) => isPeriod(cell)),
    count: count.filter((_, cell) => isPeriod(cell)),
    balance: totalsOf(net, stride),
    items: creditCount.map((credits, group) => {
      const from = group * stride;
      return count.subarray(from, from + stride).reduce((sum, each) => sum + each, credits);
    }),
  };
}

/** Debit less credit, cell by cell: sizes were proved, so differences of doubles are exact. */
function netOf({ charges, credits }: OpenPlanes): Amounts {
  if (!isWide(charges) && !isWide(credits)) {
    return charges.map((each, cell) => each - (credits[cell] as number));
  }
  const { length } = charges;
  return Array.from({ length }, (_, cell) => amountAt(charges, cell) - amountAt(credits, cell));
}

/** Sums of so many cells each. */
function totalsOf(cells: Amounts, stride: number): Amounts {
  const groups = cells.length / stride;
  if (isWide(cells)) {
    return Array.from({ length: groups }, (_, group) =>
      cells.slice(group * stride, (group + 1) * stride).reduce((sum, each) => sum + each, 0n),
    );
  }
  const totals = new Float64Array(groups);
  for (let cell = 0; cell < cells.length; cell += 1) {
    const group = Math.floor(cell / stride);
    totals[group] = (totals[group] as number) + (cells[cell] as number);
  }
  return totals;
}

function wideSales(journal: Journal, question: SalesQuestion, cells: number): CountedCells {
  const sum = new Array<bigint>(cells).fill(0n);
  const count = new Float64Array(cells);
  const { table, lastDay, periods, group, documentSign, applicationSign } = question;
  const add = (item: number, day: number, sign: number, amounts: Amounts, row: number) => {
    const to = group[item] as number;
    if (sign === 0 || to < 0 || day < table.firstDay || day > lastDay) return;
    const cell = to * periods + (table.bucket[day - table.firstDay] as number);
    sum[cell] = (sum[cell] as bigint) + BigInt(sign) * amountAt(amounts, row);
    count[cell] = (count[cell] as number) + 1;
  };
  const { applications, documentDate, kind } = journal;
  for (let item = 0; item < journal.count; item += 1) {
    const sign = documentSign[kind === undefined ? 0 : (kind[item] as number)] as number;
    add(item, documentDate[item] as number, sign, journal.amount, item);
  }
  for (let row = 0; row < applications.count; row += 1) {
    if ((applications.source[row] as number) >= 0) continue;
    const sign = applicationSign[applications.kind[row] as number] as number;
    const item = applications.item[row] as number;
    add(item, applications.date[row] as number, sign, applications.amount, row);
  }
  return { sum, count };
}

function isNarrow(journal: Journal): journal is Journal & { readonly amount: Float64Array } {
  return !isWide(journal.amount);
}

function firstOf(periods: readonly DaySpan[]): number {
  return (periods[0] as DaySpan).from;
}

function lastOf(periods: readonly DaySpan[]): number {
  return (periods[periods.length - 1] as DaySpan).to;
}
