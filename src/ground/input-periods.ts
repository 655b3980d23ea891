/**
 * @module ground/input-periods
 *
 * Reads a list of {@link SalesPeriod} by hand, in one pass: faster than a schema of records, and a
 * row is seen beside its neighbour. Every broken rule is still reported, with its path.
 */
import { formatDay, NO_DAY, parseDay } from "./days.ts";
import { MAX_ISSUES } from "./errors.ts";
import { exactNumber } from "./exact.ts";
import type { FaultPart } from "./fault.ts";
import { Fault } from "./fault.ts";
import type { Fraction } from "./fraction.ts";
import { atom } from "./input-atoms.ts";
import type { Schema } from "./input.ts";
import type { DaySpan } from "./months.ts";
import { formatPeriod, parsePeriod } from "./months.ts";
import type { ReadPeriod, SalesPeriod } from "./periods.ts";
import { MAX_PERIODS } from "./periods.ts";
import type { List } from "./rows.ts";

/** Sales by period: at least one; ascending, each beginning the day after the one before ends. */
export function salesPeriods(): Schema<ReadPeriod[], List<SalesPeriod>> {
  return atom<ReadPeriod[], List<SalesPeriod>>((value) => {
    if (!Array.isArray(value)) return new Fault("must be a list");
    if (value.length === 0) return new Fault("must have at least 1 entry");
    if (value.length > MAX_PERIODS) return new Fault(`must have at most ${MAX_PERIODS} entries`);
    const faults: FaultPart[] = [];
    const periods = readRows(value, faults);
    const [first] = faults;
    return first ? new Fault(first.rule, faults) : periods;
  });
}

const FIELDS = ["period", "sales", "days", "outstanding"];
const SPAN_FIELDS = ["from", "to"];

const PERIOD_RULE = "must be a month 2001-06, a quarter 2001-Q2, a year 2001 or { from, to }";
const DATE_RULE = "must be a date YYYY-MM-DD from 1900 on";

type Given = Readonly<Record<string, unknown>>;

function readRows(rows: readonly unknown[], faults: FaultPart[]): ReadPeriod[] {
  const periods: ReadPeriod[] = [];
  // The day that the next period must begin on; unknown after a row whose period is no period.
  let begin: number | undefined;
  for (let index = 0; index < rows.length && faults.length < MAX_ISSUES; index += 1) {
    const row = rows[index];
    if (!isRecord(row)) {
      begin = undefined;
      faults.push({ path: [index], rule: "must be an object" });
      continue;
    }
    const span = readSpan(row["period"], index, faults);
    if (span && begin !== undefined && span.from !== begin) {
      const rule = `must begin on ${formatDay(begin)}, the day after the period before it ends`;
      faults.push({ path: [index, "period"], rule });
    }
    begin = span && span.to + 1;
    const period = readRow(row, span, index, faults);
    if (period) periods.push(period);
  }
  return periods;
}

function readRow(
  row: Given,
  span: DaySpan | undefined,
  index: number,
  faults: FaultPart[],
): ReadPeriod | undefined {
  refuseUnknown(row, FIELDS, [index], "a sales period", faults);
  const sales = readMoney(row, "sales", index, faults);
  const outstanding =
    row["outstanding"] === undefined ? undefined : readMoney(row, "outstanding", index, faults);
  if (!span) return undefined;
  const days = span.to - span.from + 1;
  const period = typeof row["period"] === "string" ? row["period"] : formatPeriod(span);
  checkDays(row["days"], days, period, index, faults);
  return sales && { period, from: span.from, to: span.to, days, sales, outstanding };
}

function readSpan(value: unknown, index: number, faults: FaultPart[]): DaySpan | undefined {
  if (typeof value === "string") {
    const span = parsePeriod(value);
    if (!span) faults.push({ path: [index, "period"], rule: PERIOD_RULE });
    return span;
  }
  if (!isRecord(value)) {
    faults.push({ path: [index, "period"], rule: PERIOD_RULE });
    return undefined;
  }
  refuseUnknown(value, SPAN_FIELDS, [index, "period"], "a period", faults);
  const from = readDay(value, "from", index, faults);
  const to = readDay(value, "to", index, faults);
  if (from === NO_DAY || to === NO_DAY) return undefined;
  if (to >= from) return { from, to };
  faults.push({ path: [index, "period", "to"], rule: "must be on or after `from`" });
  return undefined;
}

function readDay(span: Given, key: "from" | "to", index: number, faults: FaultPart[]): number {
  const value = span[key];
  const day = typeof value === "string" ? parseDay(value) : NO_DAY;
  if (day === NO_DAY) faults.push({ path: [index, "period", key], rule: DATE_RULE });
  return day;
}

function readMoney(
  row: Given,
  key: "sales" | "outstanding",
  index: number,
  faults: FaultPart[],
): Fraction | undefined {
  const money = exactNumber(row[key], "money");
  if (!(money instanceof Fault)) return money;
  faults.push({ path: [index, key], rule: money.rule });
  return undefined;
}

function checkDays(
  value: unknown,
  days: number,
  period: string,
  index: number,
  faults: FaultPart[],
): void {
  // The plain number that nearly everybody passes needs no fraction.
  if (value === undefined || value === days) return;
  const given = exactNumber(value, "days");
  if (given instanceof Fault) faults.push({ path: [index, "days"], rule: given.rule });
  else if (given.numerator !== given.denominator * BigInt(days)) {
    faults.push({ path: [index, "days"], rule: `must be ${days}, the days of ${period}` });
  }
}

function refuseUnknown(
  record: Given,
  known: readonly string[],
  path: FaultPart["path"],
  what: string,
  faults: FaultPart[],
): void {
  // The record is a copy that inherits nothing: what is listed is its own.
  for (const key in record) {
    if (known.includes(key)) continue;
    faults.push({ path: [...path, key], rule: `is not a field of ${what}` });
  }
}

function isRecord(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
