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

/** The columns of a file as the readers use them. */
export interface CsvFile {
  /** Column by field; fields that the file does not have are missing. */
  readonly columns: ReadonlyMap<CsvField, string>;
  /** Place of each column in a row, where rows are lists of texts. */
  readonly places: ReadonlyMap<string, number> | undefined;
  /** Texts in a row, where rows are lists of texts. */
  readonly width: number;
}

/** Finds the columns of a file; throws one error that names every column it lacks. */
export function csvFile(rows: readonly unknown[], settings: CsvSettings): CsvFile {
  const { header } = settings;
  const names = new ColumnNames(rows, header);
  const issues: Issue[] = [];
  const columns = columnsOf(names, settings, issues);
  for (const group of ["dimensions", "meta"] as const) {
    for (const [name, column] of settings.map[group]) {
      names.check(`map.${group}.${name}`, column, issues);
    }
  }
  if (issues.length > 0) throw new CreditError("invalid_input", "itemsFromCsvRows", issues);
  const places = header && new Map(header.map((name, place) => [name, place]));
  return { columns, places, width: header?.length ?? 0 };
}

function columnsOf(names: ColumnNames, { layout, map }: CsvSettings, issues: Issue[]) {
  const journal = layout === "journal";
  const fields = journal ? JOURNAL_FIELDS : LIST_FIELDS;
  const needs = journal ? JOURNAL_NEEDS : LIST_NEEDS;
  const columns = new Map<CsvField, string>();
  for (const key of map.columns.keys()) {
    if ((fields as readonly string[]).includes(key)) continue;
    issues.push({ path: `map.${key}`, rule: `must be one of ${fields.join(", ")}` });
  }
  fields.forEach((field, place) => {
    const column = map.columns.get(field) ?? (journal ? field : undefined);
    const mapped = map.columns.has(field);
    if (column !== undefined && (mapped || names.has(column))) {
      columns.set(field, column);
      names.check(`map.${field}`, column, issues);
    } else if (place < needs) {
      const rule = journal
        ? `must be given: the file has no column "${field}"${names.list()}`
        : "must be given: the name of its column";
      issues.push({ path: `map.${field}`, rule });
    }
  });
  return columns;
}

const MAX_LISTED = 60;

/** The names of a file's columns. */
class ColumnNames {
  readonly #rows: readonly unknown[];
  readonly #header: readonly string[] | undefined;
  readonly #names: readonly string[];

  constructor(rows: readonly unknown[], header: readonly string[] | undefined) {
    this.#rows = rows;
    this.#header = header;
    this.#names = header ?? keysOf(rows[0]);
  }

  has(column: string): boolean {
    // Without header and rows nothing is known of the columns, and nothing is asked of them.
    if (this.#rows.length === 0 && !this.#header) return true;
    if (this.#names.includes(column)) return true;
    // Some CSV libraries leave trailing empty cells out of a row.
    return !this.#header && this.#rows.some((row) => keysOf(row).includes(column));
  }

  check(path: string, column: string, issues: Issue[]): void {
    if (!this.has(column)) {
      issues.push(issue(path, `must be a column of the file${this.list()}`, column));
    } else if (this.#header && this.#header.filter((name) => name === column).length > 1) {
      issues.push(issue(path, "must be the name of one column only", column));
    }
  }

  /** ` ("a", "b")`, for messages; a byte order mark is made visible. */
  list(): string {
    if (this.#names.length === 0) return "";
    const shown = this.#names.slice(0, MAX_LISTED).map((name) => JSON.stringify(name));
    if (this.#names.length > MAX_LISTED) shown.push("…");
    return ` (${shown.join(", ").replaceAll("\ufeff", "\\ufeff")})`;
  }
}

function keysOf(row: unknown): readonly string[] {
  try {
    return typeof row === "object" && row !== null && !Array.isArray(row) ? Object.keys(row) : [];
  } catch {
    return [];
  }
}
