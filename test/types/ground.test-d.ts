/** Checked by the compiler alone: options are what their schemas take, and misuse does not compile. */
import {
  concentration,
  isAbsent,
  isCreditError,
  isFigure,
  isoDate,
  overdueRate,
  tabulate,
  toPlain,
  toRows,
} from "trade-credit";
import type {
  Absent,
  Column,
  CreditErrorCode,
  Decimal,
  Figure,
  FlatRow,
  FlatRowsOptions,
  List,
  Numeric,
  PlainOptions,
  Rows,
  Tabulated,
} from "trade-credit";

import type { flatRowsOptionsSchema } from "../../src/ground/flat-rows.ts";
import type { plainOptionsSchema } from "../../src/ground/plain.ts";
import { same } from "./same.ts";

same<typeof plainOptionsSchema, PlainOptions>(true);
same<typeof flatRowsOptionsSchema, FlatRowsOptions>(true);
same<typeof plainOptionsSchema, FlatRowsOptions>(false);

const rate = overdueRate({ overdue: 1, receivables: "4" });

// What may be given as a number.
const numbers: Numeric[] = [5, "5", 5n, rate.value, rate];
// @ts-expect-error a boolean is no number
const flag: Numeric = true;
// @ts-expect-error null is no number
const nothing: Numeric = null;

// A figure's value is a Decimal, an absent answer's null: one asks before one computes.
const value: Decimal = rate.value;
const either = rate as Figure | Absent;
const known: Decimal | undefined = isFigure(either) ? either.value : undefined;
const reason: string | undefined = isAbsent(either) ? either.reason.code : undefined;
// @ts-expect-error it may be absent
either.value.toFixed();
// @ts-expect-error figures are not written to
rate.value = value;

const caught: unknown = new Error("five");
const code: CreditErrorCode | undefined = isCreditError(caught) ? caught.code : undefined;

// Tables.
const rows = [{ month: "May", overdue: 1, receivables: 2 }];
const table: Tabulated = tabulate(overdueRate, rows, { id: "month" });
const rates = tabulate(overdueRate, rows, { id: "month" }).rows;
const ofMay: Decimal | null | undefined = rates.at(0)?.value?.value;
const formula: "aging/overdue-rate" | undefined = rates.at(0)?.value?.formula;
// @ts-expect-error a rate has no share
const noShare: "aging/top-share" | undefined = rates.at(0)?.value?.formula;
const books = tabulate(concentration, [{ id: "x", balances: [{ party: "A", amount: 1 }] }], {
  id: "id",
}).rows;
const index: Decimal | null | undefined = books.at(0)?.hhi?.value;
tabulate(overdueRate, rows, { id: ({ month }, position) => `${month} ${String(position)}` });
// @ts-expect-error no field of the rows
tabulate(overdueRate, rows, { id: "year" });
const flat: FlatRow[] = toRows(table.rows, { scale: 10_000, percent: true });
const list: List<number> = [1, 2] as const;
const columns: Readonly<Record<string, Column>> | undefined = table.rows.columns();
const part: Rows<unknown> = table.rows.slice(1, 2);
// @ts-expect-error rows are made by the library and read-only
table.rows.length = 5;

toPlain(rate, { numbers: "number", places: 2, rounding: "half-even" });
// @ts-expect-error toRows scales, toPlain does not
toPlain(rate, { scale: 1000 });
// @ts-expect-error no way of rounding
toPlain(rate, { rounding: "down" });
// @ts-expect-error a text is no Date
isoDate("2026-01-31", "UTC");
// @ts-expect-error a Date has no day without a time zone
isoDate(new Date(0));

export { code, columns, flag, flat, formula, index, known, list, noShare, nothing, numbers };
export { ofMay, part, reason };
