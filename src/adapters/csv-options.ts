/**
 * @module adapters/csv-options
 *
 * How a CSV file is read: which column holds which field, and how dates and amounts are written.
 */
import type { Issue } from "../ground/errors.ts";
import { CreditError, issue, refuse } from "../ground/errors.ts";
import { lazily, read } from "../ground/input.ts";
import { atom, Fault, list, object, optional, withDefault, word } from "../ground/input-atoms.ts";
import type { DocumentKind } from "../ledger/items.ts";
import { DOCUMENT_KINDS } from "../ledger/items.ts";
import type { CsvDates, CsvDecimal, CsvGrouping } from "./csv-formats.ts";
import { CSV_DATES, CSV_DECIMALS, CSV_GROUPINGS } from "./csv-formats.ts";
import type { ColumnMap, CsvJournalMap, CsvListMap } from "./csv-map.ts";
import { columnMap } from "./csv-map.ts";

/** What both layouts state. */
export interface CsvFileOptions {
  /** How dates are written; never guessed. */
  readonly dates: CsvDates;
  /** What parts whole and fraction of an amount; `.` unless stated. */
  readonly decimal?: CsvDecimal;
  /** What parts the thousands; nothing unless stated. */
  readonly grouping?: CsvGrouping;
  /** The names of the columns, where rows are lists of texts and not records. */
  readonly header?: readonly string[];
  /** The line of each row; 2, 3, … unless stated: one line a row below a header. */
  readonly lines?: readonly number[] | Int32Array;
}

/** A file with one row a document. */
export interface CsvListOptions extends CsvFileOptions {
  /** One row a document (default). */
  readonly layout?: "list";
  /** Which column holds which field. */
  readonly map: CsvListMap;
  /**
   * What a negative amount is. `refuse` (default): a fault, the kind carries the sign.
   * `credit-note`: on a row without kind, a credit note. `credit-items`: the same, and all credit
   * notes, payments and bills of the file are written with a minus sign, and nothing else is.
   */
  readonly negative?: "refuse" | "credit-note" | "credit-items";
  /** Words of the file for our kinds: `{ "CM": "credit-note" }`. */
  readonly kinds?: Readonly<Record<string, DocumentKind>>;
  /** Words of the file for our statuses: `{ "Cancelled": "void" }`. */
  readonly statuses?: Readonly<Record<string, CsvStatus>>;
}

/** A file with documents, installments, applications and disputes in rows of their own. */
export interface CsvJournalOptions extends CsvFileOptions {
  /** A row is what its column `record` says. */
  readonly layout: "journal";
  /** Columns whose names are not those of our fields; dimensions. */
  readonly map?: CsvJournalMap;
}

/** How a file is read. */
export type CsvOptions = CsvListOptions | CsvJournalOptions;

/** Statuses of a document. */
export type CsvStatus = "posted" | "draft" | "void";

/** The statuses, in the order that messages name them. */
export const STATUSES: readonly CsvStatus[] = ["posted", "draft", "void"];

/** The options as the readers use them. */
export interface CsvSettings {
  readonly layout: "list" | "journal";
  readonly map: ColumnMap;
  readonly dates: CsvDates;
  readonly decimal: CsvDecimal;
  readonly grouping: CsvGrouping | undefined;
  readonly negative: "refuse" | "credit-note" | "credit-items";
  readonly kinds: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<string, string>;
  readonly header: readonly string[] | undefined;
  readonly lineOf: (index: number) => number;
}

const FN = "itemsFromCsvRows";

/** The schema of {@link CsvOptions}, but for `lines`, which may be as long as the file. */
export const csvOptionsSchema = lazily(() =>
  object({
    layout: withDefault(word("list", "journal"), "list"),
    map: optional(columnMap()),
    dates: word(...CSV_DATES),
    decimal: withDefault(word(...CSV_DECIMALS), "."),
    grouping: optional(word(...CSV_GROUPINGS)),
    negative: optional(word("refuse", "credit-note", "credit-items")),
    kinds: optional(wordMap(DOCUMENT_KINDS)),
    statuses: optional(wordMap(STATUSES)),
    header: optional(list(columnName())),
  }),
);

/** Reads the options for a file of so many rows. */
export function readCsvOptions(options: CsvOptions, rows: number): CsvSettings {
  const { lines, ...rest } = spread(options);
  const terms = read(FN, csvOptionsSchema, rest as never);
  const { layout, dates, decimal, grouping, header } = terms;
  const map = terms.map ?? { columns: new Map(), dimensions: new Map(), meta: new Map() };
  const issues: Issue[] = [];
  if (layout === "journal") {
    for (const key of ["negative", "kinds", "statuses"] as const) {
      if (terms[key] === undefined) continue;
      issues.push({ path: key, rule: "must be left out: it is an option of lists" });
    }
  }
  if (grouping === decimal) issues.push(issue("grouping", "must differ from `decimal`", grouping));
  if (issues.length > 0) throw new CreditError("invalid_input", FN, issues);
  return {
    ...{ layout, map, dates, decimal, grouping, header },
    negative: terms.negative ?? "refuse",
    kinds: terms.kinds ?? wordsAsTheyAre(DOCUMENT_KINDS),
    statuses: terms.statuses ?? wordsAsTheyAre(STATUSES),
    lineOf: linesOf(lines, rows),
  };
}

/** The options without what they inherit. */
function spread(options: unknown): { lines?: unknown } {
  if (typeof options !== "object" || options === null) {
    return refuse(FN, "options", "must be an object", options);
  }
  try {
    return { ...options };
  } catch {
    return refuse(FN, "", "must be readable; reading it threw");
  }
}

function linesOf(lines: unknown, rows: number): (index: number) => number {
  if (lines === undefined) return (index) => index + 2;
  if (!Array.isArray(lines) && !(lines instanceof Int32Array)) {
    return refuse(FN, "lines", "must be a list of line numbers", lines);
  }
  if (lines.length !== rows) {
    return refuse(FN, "lines", `must have one entry a row, ${String(rows)}`, lines.length);
  }
  const copy = Float64Array.from(lines as ArrayLike<number>);
  let before = 0;
  copy.forEach((line, index) => {
    if (!Number.isInteger(line) || line <= before) {
      const rule = "must be a whole number above the line before";
      refuse(FN, `lines[${String(index)}]`, rule, lines[index]);
    }
    before = line;
  });
  return (index) => copy[index] as number;
}

/** Words of a file to words of ours, ours included. A Map: a word may be `__proto__`. */
function wordMap<W extends string>(words: readonly W[]) {
  return atom<ReadonlyMap<string, string>, Readonly<Record<string, W>>>((value) => {
    if (typeof value !== "object" || value === null) return new Fault("must be an object");
    const map = wordsAsTheyAre(words);
    const known: readonly unknown[] = words;
    const rule = `must be ${words.map((each) => JSON.stringify(each)).join(" or ")}`;
    const parts = [];
    for (const [key, ours] of Object.entries(value)) {
      if (known.includes(ours)) map.set(key, ours as string);
      else parts.push({ path: [key], rule });
    }
    return parts.length > 0 ? new Fault(rule, parts) : map;
  });
}

function wordsAsTheyAre(words: readonly string[]): Map<string, string> {
  return new Map(words.map((each) => [each, each]));
}

/** The name of a column, which may be empty. */
const columnName = () =>
  atom<string, string>((value) =>
    typeof value === "string" ? value : new Fault("must be a text"),
  );
