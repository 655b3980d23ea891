/**
 * @module ground/flat-rows
 *
 * Answers as flat rows: for CSV, spreadsheets, Arrow and `console.table`.
 */
import type { Terms } from "./input.ts";
import { lazily, read } from "./input.ts";
import { flag, object, optional, text, wholeNumber, withDefault } from "./input-atoms.ts";
import { numberStyleShape } from "./plain.ts";
import { guarded, partOf } from "./results.ts";
import type { NumberStyle } from "./written-number.ts";
import { writtenNumber } from "./written-number.ts";

/** How {@link toRows} writes an answer. */
export interface FlatRowsOptions extends NumberStyle {
  /** Prefixes of column names are joined by this; `.` unless stated. */
  readonly separator?: string;
}

/** The schema of {@link FlatRowsOptions}. */
export const flatRowsOptionsSchema = lazily(() =>
  object({
    ...numberStyleShape(),
    scale: optional(wholeNumber(1, 1_000_000_000_000)),
    percent: optional(flag()),
    separator: withDefault(text(), "."),
  }),
);

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
 * @throws {@link CreditError} `invalid_input`: an unknown option, `places` or `scale` out of range,
 *   or a result that cannot be read.
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
  const style = read("toRows", flatRowsOptionsSchema, options);
  return guarded("toRows", () => {
    const part = partOf(result);
    if (part.kind === "list") return Array.from(part.list, (row) => flatRow(row, style));
    return [flatRow(result, style)];
  });
}

type RowStyle = Terms<ReturnType<typeof flatRowsOptionsSchema>>;

type Cells = [string, string | number | boolean | null][];

function flatRow(value: unknown, options: RowStyle): FlatRow {
  const cells: Cells = [];
  addCells(cells, "", value, options);
  return Object.fromEntries(cells);
}

function addCells(cells: Cells, name: string, value: unknown, options: RowStyle): void {
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
        const label = labelOf(each);
        const entry = label === undefined ? each : measuresOf(each as object);
        addCells(cells, joined(name, label ?? String(position), options), entry, options);
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

function joined(name: string, key: string, { separator }: RowStyle): string {
  return name === "" ? key : `${name}${separator}${key}`;
}

function labelOf(value: unknown): string | undefined {
  const label =
    typeof value === "object" && value !== null && Object.hasOwn(value, "label")
      ? (value as { label: unknown }).label
      : undefined;
  return typeof label === "string" ? label : undefined;
}

/** Of an entry with a label, the label is the name; its other plain fields repeat it. */
function measuresOf(entry: object): object {
  const measures = Object.entries(entry).filter(([, value]) => partOf(value).kind !== "plain");
  return Object.fromEntries(measures);
}

function plainCell(value: unknown): string | number | boolean | null {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "string") return value;
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}
