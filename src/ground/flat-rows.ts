/**
 * @module ground/flat-rows
 *
 * Answers as flat rows: for CSV, spreadsheets, Arrow and `console.table`.
 */
import { refuse } from "./errors.ts";
import { checkPlaces } from "./plain.ts";
import { partOf } from "./results.ts";
import type { NumberStyle } from "./written-number.ts";
import { writtenNumber } from "./written-number.ts";

/** How {@link toRows} writes an answer. */
export interface FlatRowsOptions extends NumberStyle {
  /** Prefixes of column names are joined by this; `.` unless stated. */
  readonly separator?: string;
}

/** A row of plain cells. */
export type FlatRow = Record<string, string | number | boolean | null>;

/**
 * An answer as flat plain rows: one row for each row of a table or entry of a list, one row for a
 * single figure or composite.
 *
 * Use it for CSV files, spreadsheets, data frames and `console.table`; for nested plain data use
 * {@link toPlain}.
 *
 * @param result - A table, a list, a figure or a composite.
 * @param options - Texts or numbers, decimal places, a scale for money (10000 for 万元), percent.
 * @returns Rows; names are joined by dots, list entries stand under their `label`, else their
 *   position. A figure without a value is null, with its reason's code in `<field>Reason`.
 *
 * @throws {@link CreditError} `invalid_input`: `places` or `scale` out of range.
 *
 * @example
 * ```ts
 * const ledger = ledgerFromItems(
 *   [{ id: "1", party: "A", documentDate: "2026-01-10", dueDate: "2026-02-09", amount: 500 }],
 *   { currency: "EUR" },
 * );
 * const { parties } = agingTable(ledger, { asOf: "2026-03-31", edges: [60] });
 * const [row] = toRows(parties, { places: 0 });
 * row?.["buckets.1-60.amount"]; // => "500"
 * ```
 */
export function toRows(result: unknown, options: FlatRowsOptions = {}): FlatRow[] {
  checkPlaces("toRows", options.places);
  if (options.scale !== undefined && !(Number.isInteger(options.scale) && options.scale > 0)) {
    refuse("toRows", "scale", "must be a whole number above 0", options.scale);
  }
  const part = partOf(result);
  if (part.kind === "list") return Array.from(part.list, (row) => flatRow(row, options));
  return [flatRow(result, options)];
}

type Cells = [string, string | number | boolean | null][];

function flatRow(value: unknown, options: FlatRowsOptions): FlatRow {
  const cells: Cells = [];
  addCells(cells, "", value, options);
  return Object.fromEntries(cells);
}

function addCells(cells: Cells, name: string, value: unknown, options: FlatRowsOptions): void {
  const part = partOf(value);
  const own = name === "" ? "value" : name;
  switch (part.kind) {
    case "figure":
      cells.push([own, writtenNumber(part.figure, options)]);
      return;
    case "absent":
      cells.push([own, null], [`${own}Reason`, part.absent.reason.code]);
      return;
    case "list": {
      let position = 0;
      for (const each of part.list) {
        addCells(cells, joined(name, labelOf(each) ?? String(position), options), each, options);
        position += 1;
      }
      return;
    }
    case "record":
      for (const [key, each] of part.entries) {
        addCells(cells, joined(name, key, options), each, options);
      }
      return;
    case "plain":
      if (part.value !== undefined) cells.push([own, plainCell(part.value)]);
  }
}

function joined(name: string, key: string, { separator = "." }: FlatRowsOptions): string {
  return name === "" ? key : `${name}${separator}${key}`;
}

function labelOf(value: unknown): string | undefined {
  const label =
    typeof value === "object" && value !== null && Object.hasOwn(value, "label")
      ? (value as { label: unknown }).label
      : undefined;
  return typeof label === "string" ? label : undefined;
}

function plainCell(value: unknown): string | number | boolean | null {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return typeof value === "string" ? value : JSON.stringify(value);
}
