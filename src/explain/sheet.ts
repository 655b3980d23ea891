/**
 * @module explain/sheet
 *
 * The inputs of one figure as a small spreadsheet: names lead to given numbers and nested figures,
 * and the computed columns of its tables are filled in cell by cell, each once.
 *
 * What a result prints in a computed column is never read here: other cells and the formula itself
 * use the exact value of the column's expression, as the pass that made the figure did.
 */
import { isAbsent, isFigure } from "../ground/figure.ts";
import type { Fraction } from "../ground/fraction.ts";
import { isDecimal, parseDecimal, parseNumber } from "../ground/numeric.ts";
import type { Aggregate, Scope, Value } from "./evaluate.ts";
import { aggregateOf, evaluate, Problem } from "./evaluate.ts";
import type { Expression, Name } from "./expression.ts";
import { listOf, own } from "./tree.ts";

/** The expressions of one table's computed columns, by column. */
export type ColumnFormulas = ReadonlyMap<string, Expression>;

/** The exact value with which a nested figure enters; `path` is where it stands in the inputs. */
export type Enter = (figure: object, path: string) => Fraction;

/** The inputs of one figure. */
export class Sheet implements Scope {
  readonly #inputs: object;
  readonly #formulas: ReadonlyMap<string, ColumnFormulas>;
  readonly #enter: Enter;
  readonly #tables = new Map<string, Table>();
  readonly #values = new Map<string, Value>();
  readonly #aggregates = new Map<string, Fraction>();
  #isRounded = false;

  constructor(inputs: object, formulas: ReadonlyMap<string, ColumnFormulas>, enter: Enter) {
    this.#inputs = inputs;
    this.#formulas = formulas;
    this.#enter = enter;
  }

  value(name: Name): Value {
    let value = this.#values.get(name.text);
    if (value === undefined) {
      value = this.follow(this.#inputs, name, 0, "");
      this.#values.set(name.text, value);
    }
    return value;
  }

  aggregate(fn: Aggregate, column: Name): Fraction {
    const key = `${fn} ${column.text}`;
    let answer = this.#aggregates.get(key);
    if (answer === undefined) {
      answer = aggregateOf(fn, column, this.value(column));
      this.#aggregates.set(key, answer);
    }
    return answer;
  }

  previous(): never {
    throw new Problem("only a column has a row above");
  }

  rounded(): void {
    this.#isRounded = true;
  }

  /** True when something that was computed here has no exact value. */
  get isRounded(): boolean {
    return this.#isRounded;
  }

  /** The table with computed columns at a path, or undefined where no column is computed. */
  table(path: string): Table | undefined {
    const formulas = this.#formulas.get(path);
    if (!formulas) return undefined;
    let table = this.#tables.get(path);
    if (!table) {
      const rows = listOf(follow(this.#inputs, path.split(".")));
      if (!rows) throw new Problem(`${path} must be a list of rows`);
      table = new Table(this, path, rows, formulas);
      this.#tables.set(path, table);
    }
    return table;
  }

  /** Where the rest of a name leads from a node that stands at `at`. */
  follow(node: unknown, name: Name, from: number, at: string): Value {
    const key = name.path[from];
    if (key === undefined) return this.#leaf(node, name.text, at);
    const rows = listOf(node);
    if (rows) {
      const table = from === name.path.length - 1 ? this.table(at) : undefined;
      if (table?.computes(key)) return rows.map((_, row) => table.cell(row, key));
      return rows.map((row, index) => this.follow(row, name, from, `${at}[${index}]`));
    }
    // A name leads to a figure, never into it: what a figure rests on is its own matter.
    if (isFigure(node) || isAbsent(node)) return missing(name.text);
    return this.follow(own(node, key), name, from + 1, at === "" ? key : `${at}.${key}`);
  }

  #leaf(node: unknown, name: string, at: string): Value {
    if (typeof node === "string" || typeof node === "boolean") return node;
    if (typeof node === "number") return parseNumber(node) ?? missing(name);
    if (isDecimal(node)) return parseDecimal(node) ?? missing(name);
    if (isFigure(node)) return this.#enter(node, at);
    if (isAbsent(node)) throw new Problem(`${name} is absent`);
    const list = listOf(node);
    return list ? list.map((each, i) => this.#leaf(each, name, `${at}[${i}]`)) : missing(name);
  }
}

const BUSY = Symbol("busy");

/** A table of the inputs and its computed columns. */
export class Table {
  readonly #sheet: Sheet;
  readonly #path: string;
  readonly #rows: readonly unknown[];
  readonly #formulas: ColumnFormulas;
  readonly #cells = new Map<string, (Value | typeof BUSY)[]>();

  constructor(sheet: Sheet, path: string, rows: readonly unknown[], formulas: ColumnFormulas) {
    this.#sheet = sheet;
    this.#path = path;
    this.#rows = rows;
    this.#formulas = formulas;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** What the result prints in a cell. */
  printed(row: number, column: string): unknown {
    return own(this.#rows[row], column);
  }

  computes(column: string): boolean {
    return this.#formulas.has(column);
  }

  /** The value of a computed cell; rows are asked for from the first on, so `previous` is known. */
  cell(row: number, column: string): Value {
    let cells = this.#cells.get(column);
    if (!cells) this.#cells.set(column, (cells = []));
    const known = cells[row];
    if (known === BUSY) throw new Problem(`${this.#path}.${column} must not rest on itself`);
    if (known !== undefined) return known;
    cells[row] = BUSY;
    const value = evaluate(this.#formulas.get(column) as Expression, new Row(this, row));
    cells[row] = value;
    return value;
  }

  /** What a name stands for in a row: its own columns come first, then the figure's inputs. */
  value(row: number, name: Name): Value {
    const [head] = name.path as readonly [string];
    if (name.path.length === 1 && this.computes(head)) return this.cell(row, head);
    if (!this.holds(row, head)) return this.#sheet.value(name);
    return this.#sheet.follow(this.#rows[row], name, 0, `${this.#path}[${row}]`);
  }

  holds(row: number, key: string): boolean {
    return own(this.#rows[row], key) !== undefined;
  }

  aggregate(row: number, fn: Aggregate, column: Name): Fraction {
    return this.holds(row, column.path[0] as string)
      ? aggregateOf(fn, column, this.value(row, column))
      : this.#sheet.aggregate(fn, column);
  }

  rounded(): void {
    this.#sheet.rounded();
  }
}

/** One row, as the expressions of its columns see it. */
class Row implements Scope {
  readonly #table: Table;
  readonly #index: number;

  constructor(table: Table, index: number) {
    this.#table = table;
    this.#index = index;
  }

  value(name: Name): Value {
    return this.#table.value(this.#index, name);
  }

  aggregate(fn: Aggregate, column: Name): Fraction {
    return this.#table.aggregate(this.#index, fn, column);
  }

  previous(expression: Expression, initial: Expression): Value {
    return this.#index === 0
      ? evaluate(initial, this)
      : evaluate(expression, new Row(this.#table, this.#index - 1));
  }

  rounded(): void {
    this.#table.rounded();
  }
}

function follow(node: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(own, node);
}

function missing(name: string): never {
  throw new Problem(`${name} must be given as a plain decimal`);
}
