/**
 * @module adapters/csv-file
 *
 * The columns of a file, and which of them holds which field. A column that the file does not have
 * is refused at once, with the columns that it has: not row by row.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue } from "../ground/errors.ts";
import type { CsvField } from "./csv-map.ts";
import { JOURNAL_FIELDS, JOURNAL_NEEDS, LIST_FIELDS, LIST_NEEDS } from "./csv-map.ts";
import type { CsvSettings } from "./csv-options.ts";

/** A column of a file. */
export interface CsvColumn {
  readonly name: string;
  /** Under what its cell stands in a row: its name, or its place where rows are lists. */
  readonly key: string | number;
}

/** Columns that go along with a document under names of the caller. */
export type NamedColumns = readonly (readonly [name: string, column: CsvColumn])[];

/** The columns of a file as the readers use them. */
export interface CsvFile {
  /** Column by field; fields that the file does not have are missing. */
  readonly columns: Partial<Readonly<Record<CsvField, CsvColumn>>>;
  readonly dimensions: NamedColumns;
  readonly meta: NamedColumns;
  /** Cells that a row must have, where rows are lists. */
  readonly width: number | undefined;
}

/** Finds the columns of a file; throws one error that names every column it lacks. */
export function csvFile(rows: readonly unknown[], settings: CsvSettings): CsvFile {
  const { map, header } = settings;
  const names = new ColumnNames(rows, header);
  const columns = columnsOf(names, settings);
  const named = (group: "dimensions" | "meta"): NamedColumns =>
    Array.from(map[group], ([name, column]) => [
      name,
      names.column(`map.${group}.${name}`, column),
    ]);
  const file = { columns, dimensions: named("dimensions"), meta: named("meta") };
  const { issues } = names;
  if (issues.length > 0) throw new CreditError("invalid_input", "itemsFromCsvRows", issues);
  return { ...file, width: header?.length };
}

function columnsOf(names: ColumnNames, { layout, map }: CsvSettings): CsvFile["columns"] {
  const journal = layout === "journal";
  const fields = journal ? JOURNAL_FIELDS : LIST_FIELDS;
  const needs = journal ? JOURNAL_NEEDS : LIST_NEEDS;
  const columns: Partial<Record<CsvField, CsvColumn>> = {};
  for (const key of map.columns.keys()) {
    if ((fields as readonly string[]).includes(key)) continue;
    names.issues.push({ path: `map.${key}`, rule: `must be one of ${fields.join(", ")}` });
  }
  fields.forEach((field, place) => {
    const path = `map.${field}`;
    const mapped = map.columns.get(field);
    if (mapped !== undefined) columns[field] = names.column(path, mapped);
    else if (journal && names.has(field)) columns[field] = names.column(path, field);
    else if (place < needs) names.lacks(path, journal ? field : undefined);
  });
  return columns;
}

const MAX_LISTED = 60;

/** The names of a file's columns, and what is wrong with those asked for. */
class ColumnNames {
  readonly issues: Issue[] = [];
  readonly #rows: readonly unknown[];
  readonly #header: readonly string[] | undefined;
  readonly #names: readonly string[];
  #isListed = false;

  constructor(rows: readonly unknown[], header: readonly string[] | undefined) {
    this.#rows = rows;
    this.#header = header;
    this.#names = header ?? keysOf(rows[0]);
  }

  has(name: string): boolean {
    // Without header and rows nothing is known of the columns, and nothing is asked of them.
    if (this.#rows.length === 0 && !this.#header) return true;
    if (this.#names.includes(name)) return true;
    // Some CSV libraries leave trailing empty cells out of a row.
    return !this.#header && this.#rows.some((row) => keysOf(row).includes(name));
  }

  /** The column of a name; with an issue where there is none, or more than one. */
  column(path: string, name: string): CsvColumn {
    const header = this.#header;
    if (!this.has(name)) {
      this.issues.push(issue(path, `must be a column of the file${this.#list()}`, name));
    } else if (header && header.indexOf(name) !== header.lastIndexOf(name)) {
      this.issues.push(issue(path, "must be the name of one column only", name));
    }
    return { name, key: header ? header.indexOf(name) : name };
  }

  /** Notes that a field has no column. */
  lacks(path: string, name: string | undefined): void {
    const what = name === undefined ? "the name of its column" : `there is no column "${name}"`;
    this.issues.push({ path, rule: `must be given: ${what}${this.#list()}` });
  }

  /** ` (the file has "a", "b")`, once an error; a byte order mark is made visible. */
  #list(): string {
    if (this.#isListed || this.#names.length === 0) return "";
    this.#isListed = true;
    const shown = this.#names.slice(0, MAX_LISTED).map((name) => JSON.stringify(name));
    if (this.#names.length > MAX_LISTED) shown.push("…");
    return ` (the file has ${shown.join(", ").replaceAll("\ufeff", "\\ufeff")})`;
  }
}

function keysOf(row: unknown): readonly string[] {
  try {
    return typeof row === "object" && row !== null && !Array.isArray(row) ? Object.keys(row) : [];
  } catch {
    return [];
  }
}
