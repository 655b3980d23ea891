/** From a CSV file to a ledger, with every row accounted for. */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import type { Ledger, LedgerItem } from "trade-credit";
import { ledgerFromItems } from "trade-credit";
import type { CsvItems, CsvOptions, CsvReport } from "trade-credit/adapters";
import { itemsFromCsvRows, reportByLine } from "trade-credit/adapters";

/** A ledger and what its file says besides. */
export interface ReadLedger {
  readonly ledger: Ledger;
  readonly file: CsvReport;
  /** Names of customers by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Date of the first document; undefined where there is none. */
  readonly firstDay: string | undefined;
}

/** The rows of a file, and the line of each. */
export interface CsvFileRows {
  readonly header: string[];
  readonly rows: string[][];
  readonly lines: number[];
}

const REPORT_EVERY = 50_000;

/** Reads a file row by row; `progress` hears how many there are so far. */
export async function readRows(
  path: string,
  delimiter: string,
  progress: (rows: number) => void,
): Promise<CsvFileRows> {
  const rows: string[][] = [];
  const lines: number[] = [];
  let header: string[] | undefined;
  // Rows of another length than the header come through: they are rejected by their line.
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  await pipeline(createReadStream(path), parser, async (parsed: AsyncIterable<ParsedRow>) => {
    for await (const { record, info } of parsed) {
      if (!header) {
        header = record;
        continue;
      }
      rows.push(record);
      lines.push(info.lines);
      if (rows.length % REPORT_EVERY === 0) progress(rows.length);
    }
  });
  return { header: header ?? [], rows, lines };
}

/** What csv-parse gives with `info`. */
interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Makes a ledger of rows; bad ones are kept out and reported by line. */
export function ledgerOf(
  { header, rows, lines }: CsvFileRows,
  options: CsvOptions,
  currency: string,
): ReadLedger {
  const read = itemsFromCsvRows(rows, { ...options, header, lines });
  const ledger = ledgerFromItems(read.items, { currency, onBadRow: "collect" });
  return {
    ledger,
    file: reportByLine(read, ledger.report),
    names: namesOf(read),
    firstDay: firstDayOf(read.items),
  };
}

/** The map keeps the column of names, where there is one, as `meta: { name }`. */
function namesOf({ items }: CsvItems): Map<string, string> {
  const names = new Map<string, string>();
  for (const { party, meta } of items) {
    const { name } = (meta ?? {}) as { name?: string };
    if (name !== undefined) names.set(party, name);
  }
  return names;
}

/** Dates of the form YYYY-MM-DD are in order as texts. */
function firstDayOf(items: readonly LedgerItem[]): string | undefined {
  let first: string | undefined;
  for (const { documentDate } of items) {
    if (first === undefined || documentDate < first) first = documentDate;
  }
  return first;
}
