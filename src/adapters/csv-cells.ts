/**
 * @module adapters/csv-cells
 *
 * Reads the cells of one row after the other: texts, dates, amounts, words. What does not fit is
 * noted under the name of its column.
 */
import type { Issue } from "../ground/errors.ts";
import { issue } from "../ground/errors.ts";
import type { CsvColumn, CsvFile, NamedColumns } from "./csv-file.ts";
import { amountReader, amountSample, dateReader } from "./csv-formats.ts";
import type { CsvField } from "./csv-map.ts";
import type { CsvSettings } from "./csv-options.ts";

const YES: ReadonlySet<string> = new Set(["true", "yes", "y", "1"]);
const NO: ReadonlySet<string> = new Set(["false", "no", "n", "0"]);
const FLAG_RULE = "must be true, yes, y or 1, or false, no, n, 0 or empty";
const MAX_WORD_LENGTH = 1000;

/** The cells of the row at hand. */
export class CsvCells {
  /** What is wrong with the row at hand. */
  issues: Issue[] = [];
  readonly #file: CsvFile;
  readonly #dates: string;
  readonly #dateOf: (text: string) => string | undefined;
  readonly #amountOf: (text: string) => string | undefined;
  readonly #amountRule: string;
  #row: object = {};

  constructor(file: CsvFile, { dates, decimal, grouping }: CsvSettings) {
    this.#file = file;
    this.#dates = dates;
    this.#dateOf = dateReader(dates);
    this.#amountOf = amountReader(decimal, grouping);
    this.#amountRule = `must be an amount like ${amountSample(decimal, grouping)}`;
  }

  /** Goes to a row; false, with an issue, where it is none. */
  goTo(row: unknown): boolean {
    const { width } = this.#file;
    const isList = Array.isArray(row);
    this.issues = [];
    this.#row = {};
    if (typeof row !== "object" || row === null || isList !== (width !== undefined)) {
      this.#note("", `must be a ${width === undefined ? "record" : "list"} of texts`, row);
      return false;
    }
    if (isList && row.length !== width) {
      const rule = `must have as many cells as the header, ${String(width)}`;
      this.issues.push({ path: "", rule, received: String(row.length) });
      return false;
    }
    this.#row = row;
    return true;
  }

  /** The column of a field, for messages: the field where the file has none. */
  columnOf(field: CsvField): string {
    return this.#file.columns[field]?.name ?? field;
  }

  /** Notes a fault of a field. */
  refuse(field: CsvField, rule: string): void {
    const column = this.#file.columns[field];
    this.#note(this.columnOf(field), rule, column && this.#valueIn(column));
  }

  /** The text of a field; undefined where the cell is empty. */
  text(field: CsvField): string | undefined {
    const column = this.#file.columns[field];
    return column && this.#textIn(column);
  }

  /** The text of a field that must have one. */
  requiredText(field: CsvField): string | undefined {
    const before = this.issues.length;
    const text = this.text(field);
    if (text !== undefined || this.issues.length > before) return text;
    this.issues.push({ path: this.columnOf(field), rule: "must not be empty" });
    return undefined;
  }

  /** A date as `YYYY-MM-DD`. */
  date(field: CsvField): string | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : this.#dateIn(field, text);
  }

  /** A date that must be there. */
  requiredDate(field: CsvField): string | undefined {
    const text = this.requiredText(field);
    return text === undefined ? undefined : this.#dateIn(field, text);
  }

  /** An amount as plain decimal text. */
  amount(field: CsvField): string | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : this.#amountIn(field, text);
  }

  /** An amount that must be there. */
  requiredAmount(field: CsvField): string | undefined {
    const text = this.requiredText(field);
    return text === undefined ? undefined : this.#amountIn(field, text);
  }

  /** One of our words, by the words of the file. */
  word(field: CsvField, words: ReadonlyMap<string, string>): string | undefined {
    const text = this.text(field);
    const word = text === undefined ? undefined : words.get(text);
    if (text !== undefined && word === undefined) {
      const known = [...words.keys()].map((each) => JSON.stringify(each)).join(" or ");
      this.#note(this.columnOf(field), `must be ${known}`, text);
    }
    return word;
  }

  /** Yes or no; an empty cell is no. */
  flag(field: CsvField): boolean {
    const text = this.text(field)?.slice(0, MAX_WORD_LENGTH).toLowerCase();
    if (text === undefined || NO.has(text)) return false;
    if (YES.has(text)) return true;
    this.refuse(field, FLAG_RULE);
    return false;
  }

  /** Dimensions of the row at hand; undefined where none is filled. */
  dimensions(): Record<string, string> | undefined {
    return this.#named(this.#file.dimensions);
  }

  /** What else is kept of the row at hand; undefined where none is filled. */
  meta(): Record<string, string> | undefined {
    return this.#named(this.#file.meta);
  }

  #named(columns: NamedColumns): Record<string, string> | undefined {
    let found: [string, string][] | undefined;
    for (const [name, column] of columns) {
      const text = this.#textIn(column);
      if (text !== undefined) (found ??= []).push([name, text]);
    }
    // `fromEntries` makes own properties of all names, also of `__proto__`.
    return found && Object.fromEntries(found);
  }

  #textIn(column: CsvColumn): string | undefined {
    const value = this.#valueIn(column);
    if (typeof value === "string") return value === "" ? undefined : value;
    if (value !== undefined && value !== null) {
      this.#note(column.name, "must be a text: read the file without converting values", value);
    }
    return undefined;
  }

  #valueIn({ name, key }: CsvColumn): unknown {
    const row = this.#row;
    try {
      // A place in a list needs no question whose it is; a name may be that of an inherited one.
      if (typeof key === "number") return (row as readonly unknown[])[key];
      return Object.hasOwn(row, key) ? (row as Record<string, unknown>)[key] : undefined;
    } catch {
      this.issues.push({ path: name, rule: "must be readable; reading it threw" });
      return undefined;
    }
  }

  #dateIn(field: CsvField, text: string): string | undefined {
    const date = this.#dateOf(text);
    if (date !== undefined) return date;
    this.#note(this.columnOf(field), `must be a date ${this.#dates}`, text);
    return undefined;
  }

  #amountIn(field: CsvField, text: string): string | undefined {
    const amount = this.#amountOf(text);
    if (amount === undefined) this.#note(this.columnOf(field), this.#amountRule, text);
    return amount;
  }

  #note(column: string, rule: string, received: unknown): void {
    this.issues.push(issue(column, rule, received));
  }
}
