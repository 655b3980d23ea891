/**
 * @module adapters/csv-cells
 *
 * Reads the cells of one row after the other: texts, dates, amounts, words. What does not fit is
 * noted under the name of its column.
 */
import type { Issue } from "../ground/errors.ts";
import { issue } from "../ground/errors.ts";
import type { CsvFile } from "./csv-file.ts";
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
  readonly #settings: CsvSettings;
  readonly #dateOf: (text: string) => string | undefined;
  readonly #amountOf: (text: string) => string | undefined;
  readonly #amountRule: string;
  #row: object = {};

  constructor(file: CsvFile, settings: CsvSettings) {
    const { dates, decimal, grouping } = settings;
    this.#file = file;
    this.#settings = settings;
    this.#dateOf = dateReader(dates);
    this.#amountOf = amountReader(decimal, grouping);
    this.#amountRule = `must be an amount like ${amountSample(decimal, grouping)}`;
  }

  /** Goes to a row; false, with an issue, where it is none. */
  goTo(row: unknown): boolean {
    this.issues = [];
    this.#row = {};
    const lists = this.#file.places !== undefined;
    if (typeof row !== "object" || row === null || Array.isArray(row) !== lists) {
      this.#note("", lists ? "must be a list of texts" : "must be a record of texts", row);
      return false;
    }
    const { width } = this.#file;
    if (lists && (row as unknown[]).length !== width) {
      const { length } = row as unknown[];
      const rule = `must have as many cells as the header, ${String(width)}`;
      this.issues.push({ path: "", rule, received: String(length) });
      return false;
    }
    this.#row = row;
    return true;
  }

  /** The column of a field, for messages: the field where the file has none. */
  columnOf(field: CsvField): string {
    return this.#file.columns.get(field) ?? field;
  }

  /** Notes a fault of a field. */
  refuse(field: CsvField, rule: string): void {
    this.#note(this.columnOf(field), rule, this.#peek(field));
  }

  /** The text of a field; undefined where the cell is empty. */
  text(field: CsvField): string | undefined {
    const column = this.#file.columns.get(field);
    return column === undefined ? undefined : this.textIn(column);
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

  /** The texts of further columns by name; undefined where none is filled. */
  extras(columns: ReadonlyMap<string, string>): Record<string, string> | undefined {
    let found: [string, string][] | undefined;
    for (const [name, column] of columns) {
      const text = this.textIn(column);
      if (text !== undefined) (found ??= []).push([name, text]);
    }
    // `fromEntries` makes own properties of all names, also of `__proto__`.
    return found && Object.fromEntries(found);
  }

  /** Dimensions of the row at hand. */
  dimensions(): Record<string, string> | undefined {
    return this.extras(this.#settings.map.dimensions);
  }

  /** What else is kept of the row at hand. */
  meta(): Record<string, string> | undefined {
    return this.extras(this.#settings.map.meta);
  }

  /** The text in a column; undefined where it is empty, or not there. */
  textIn(column: string): string | undefined {
    const value = this.#valueIn(column);
    if (typeof value === "string") return value === "" ? undefined : value;
    if (value !== undefined && value !== null) {
      this.#note(column, "must be a text: read the file without converting values", value);
    }
    return undefined;
  }

  #valueIn(column: string): unknown {
    const { places } = this.#file;
    try {
      const key = places ? places.get(column) : column;
      if (key === undefined || !Object.hasOwn(this.#row, key)) return undefined;
      return (this.#row as Record<PropertyKey, unknown>)[key];
    } catch {
      this.issues.push({ path: column, rule: "must be readable; reading it threw" });
      return undefined;
    }
  }

  #peek(field: CsvField): unknown {
    const column = this.#file.columns.get(field);
    return column === undefined ? undefined : this.#valueIn(column);
  }

  #dateIn(field: CsvField, text: string): string | undefined {
    const date = this.#dateOf(text);
    if (date !== undefined) return date;
    this.#note(this.columnOf(field), `must be a date ${this.#settings.dates}`, text);
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
