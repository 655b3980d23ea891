/**
 * @module explain/table-text
 *
 * A table among the inputs of a figure: its rows in columns, and below it what the columns are.
 */
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Writing } from "./formula-text.ts";
import { formulaText } from "./formula-text.ts";
import type { Cell } from "./layout.ts";
import { wrapped } from "./layout.ts";
import type { Names } from "./names.ts";
import { placesOf, readable } from "./reading.ts";
import type { ColumnFormulas } from "./sheet.ts";
import { isObject, listOf, own } from "./tree.ts";
import { HEADINGS } from "./words.ts";

/** A table, ready to be laid out. */
export interface TableText {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly unknown[];
  readonly formulas: ColumnFormulas | undefined;
  /** The header, and the rows that are shown. */
  readonly cells: readonly (readonly Cell[])[];
}

/** Of a longer table the first and last rows are shown. */
const MAX_ROWS = 50;
const FIRST_ROWS = 40;
const LAST_ROWS = 5;

/** A list of rows, and not of bare numbers or figures. */
export function isTable(value: unknown): boolean {
  const first = listOf(value)?.[0];
  return isObject(first) && !isFigure(first) && !isAbsent(first);
}

/** The table with its cells written. */
export function tableOf(
  path: string,
  rows: readonly unknown[],
  formulas: ColumnFormulas | undefined,
  names: Names,
): TableText {
  const columns = [...new Set(rows.flatMap((row) => (isObject(row) ? Object.keys(row) : [])))];
  const cellsOf = (row: unknown): Cell[] =>
    columns.map((column) => {
      const value = own(row, column);
      if (value === undefined || value === null) return { text: "", isNumber: false };
      return names.cell(value, `${path}.${column}`);
    });
  const isLong = rows.length > MAX_ROWS;
  const shown = isLong ? rows.slice(0, FIRST_ROWS) : rows;
  const rest = isLong ? rows.slice(-LAST_ROWS) : [];
  const gap = isLong ? [columns.map((): Cell => ({ text: "…", isNumber: false }))] : [];
  const body = alike([...shown.map(cellsOf), ...gap, ...rest.map(cellsOf)]);
  const header = columns.map((column, place): Cell => {
    const isNumber = body.some((row) => row[place]?.isNumber);
    return { text: names.column(path, column), isNumber };
  });
  return { path, columns, rows, formulas, cells: [header, ...body] };
}

/**
 * The numbers of a column with as many decimal places as its largest has, where that shows them. A
 * column of nothing but numbers stands to the right, whatever they are.
 */
function alike(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const places: number[] = [];
  const hasWords: boolean[] = [];
  for (const row of rows) {
    for (const [column, { text, number }] of row.entries()) {
      if (number) places[column] = Math.min(places[column] ?? Infinity, placesOf(number));
      if (!/^(?:-?[0-9][0-9.,]*)?$/.test(text)) hasWords[column] = true;
    }
  }
  return rows.map((row) =>
    row.map((cell, column) => {
      const shown = cell.number ? readable(cell.number, places[column]) : cell.text;
      const text = shown === "0" || shown === "-0" ? cell.text : shown;
      return { ...cell, text, isNumber: cell.isNumber || !hasWords[column] };
    }),
  );
}

/** What the computed columns are, and what the figures in the others are. */
export function columnLines(
  { path, columns, rows, formulas }: TableText,
  figureWriting: Writing,
  names: Names,
  width: number,
): readonly string[] {
  const writing: Writing = {
    ...figureWriting,
    name: (name) =>
      columns.includes(name.text) ? names.column(path, name.text) : figureWriting.name(name),
  };
  return columns.flatMap((column) => {
    const formula = formulas?.get(column);
    const name = names.column(path, column);
    if (formula) return wrapped(`${name} = ${formulaText(formula, writing)}`, width);
    const figures = rows.map((row) => own(row, column)).filter((cell) => isFigure(cell));
    const [first] = figures;
    if (!first) return [];
    const count = `${figures.length} ${HEADINGS.figures[names.language]}`;
    // Figures of several formulas are no column of one thing: each says elsewhere what it is.
    const isOne = figures.every(({ formula: id }) => id === first.formula);
    return isOne ? [`${name}${names.colon}${count}, ${names.figure(first.formula)}`] : [];
  });
}
