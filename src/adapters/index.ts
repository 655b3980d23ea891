/**
 * @module adapters
 *
 * From what other programs export to what this library takes.
 */
export { itemsFromCsvRows } from "./csv-rows.ts";
export { reportByLine } from "./csv-report.ts";
export { pick } from "./pick.ts";

export type { CsvDates, CsvDecimal, CsvGrouping } from "./csv-formats.ts";
export type { CsvExtraColumns, CsvJournalMap, CsvListMap } from "./csv-map.ts";
export type {
  CsvFileOptions,
  CsvJournalOptions,
  CsvListOptions,
  CsvOptions,
  CsvStatus,
} from "./csv-options.ts";
export type { RejectedLine } from "./csv-rejects.ts";
export type { CsvReport } from "./csv-report.ts";
export type { CsvItemLines, CsvItems, CsvRow } from "./csv-rows.ts";
