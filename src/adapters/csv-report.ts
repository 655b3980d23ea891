/**
 * @module adapters/csv-report
 *
 * What became of every row of a file, once its ledger is made: the ledger knows its rejected
 * documents by their place in a list, people know them by the lines of their file.
 */
import type { Issue } from "../ground/errors.ts";
import { isCreditError, refuse } from "../ground/errors.ts";
import type { LedgerReport, RejectedRow } from "../ledger/items.ts";
import type { RejectedLine } from "./csv-rejects.ts";
import { rejectedLine, wasRejected } from "./csv-rejects.ts";
import type { CsvItemLines, CsvItems } from "./csv-rows.ts";

/** What became of the rows of a file: accepted + rejected + left out = rows. */
export interface CsvReport {
  /** Rows of the file. */
  readonly rows: number;
  /** Rows that are in the ledger. */
  readonly accepted: number;
  /** Rows that are not, by line, with their faults: those of the file and those of the ledger. */
  readonly rejected: readonly RejectedLine[];
  /** Rows of documents left out by their status. */
  readonly leftOut: {
    /** Of drafts. */
    readonly draft: number;
    /** Of voided documents. */
    readonly void: number;
  };
}

const FN = "reportByLine";

/**
 * What became of every row of a CSV file, by its lines: those that the adapter rejected and those
 * that the ledger did.
 *
 * Use it after {@link itemsFromCsvRows} and `ledgerFromItems` with `onBadRow: "collect"`;
 * without a ledger the adapter's own `rejected` is all there is to say. A document that the ledger
 * rejects takes all its rows with it.
 *
 * @param read - What {@link itemsFromCsvRows} answered.
 * @param report - The `report` of the ledger made of exactly these items.
 * @returns Counts of rows, and the rejected ones with their lines.
 *
 * @throws `CreditError` `invalid_input`: the report is not of a ledger of these items.
 *
 * @example
 * ```ts
 * const row = { no: "1", customer: "Ahorn", date: "2026-05-04", due: "2026-06-03", paid: "" };
 * const read = itemsFromCsvRows(
 *   [
 *     { ...row, total: "100.00" },
 *     { ...row, no: "2", total: "99.999" },
 *   ],
 *   {
 *     map: {
 *       id: "no",
 *       party: "customer",
 *       documentDate: "date",
 *       dueDate: "due",
 *       amount: "total",
 *       settledDate: "paid",
 *     },
 *     dates: "YYYY-MM-DD",
 *   },
 * );
 * const ledger = ledgerFromItems(read.items, { currency: "EUR", onBadRow: "collect" });
 * const report = reportByLine(read, ledger.report);
 * report.accepted; // => 1
 * report.rejected[0]?.line; // => 3
 * ```
 */
export function reportByLine(read: CsvItems, report: LedgerReport): CsvReport {
  try {
    return byLine(read, report);
  } catch (error) {
    if (isCreditError(error)) throw error;
    return refuse(FN, "", "must be an answer of itemsFromCsvRows and the report of its ledger");
  }
}

function byLine(read: CsvItems, report: LedgerReport): CsvReport {
  const { items, lines, rows } = read;
  if (report.rows !== items.length) {
    const rule = `must be of a ledger of these ${String(items.length)} items`;
    refuse(FN, "report.rows", rule, report.rows);
  }
  const rejectedItems = new Set(report.rejected.map(({ row }) => row));
  const leftOut = { draft: 0, void: 0 };
  items.forEach(({ status }, index) => {
    if (status === undefined || status === "posted" || rejectedItems.has(index)) return;
    leftOut[status] += linesOf(lines[index] as CsvItemLines).size;
  });
  const found = report.rejected.flatMap((row) => rowsOf(row, lines[row.row] as CsvItemLines, read));
  const rejected = [...read.rejected, ...found].sort((a, b) => a.line - b.line);
  const accepted = rows - rejected.length - leftOut.draft - leftOut.void;
  return { rows, accepted, rejected, leftOut };
}

/** Every line that a document stands on; in a list its parts stand on the same one. */
function linesOf({ line, installments, applications, disputes }: CsvItemLines): Set<number> {
  const lines = new Set([line]);
  for (const part of [installments, applications, disputes]) {
    for (const each of part ?? []) lines.add(each);
  }
  return lines;
}

/** The rows of a document that the ledger rejected, each with what is wrong with it. */
function rowsOf({ id, issues }: RejectedRow, lines: CsvItemLines, read: CsvItems): RejectedLine[] {
  const found = new Map<number, Issue[]>();
  for (const fault of issues) {
    const { line, path } = placeOf(fault.path, lines, read.columns);
    const own = found.get(line) ?? [];
    // In a list the parts were made of the same cells as the document: one fault is enough.
    if (own.some((other) => other.path === path && other.rule === fault.rule)) continue;
    found.set(line, [...own, { ...fault, path }]);
  }
  const [culprit] = found.keys();
  return [...linesOf(lines)].map((line) => {
    const own = found.get(line);
    if (own) return rejectedLine(line, id, own);
    const rule = `must stand with all its rows; line ${String(culprit)} cannot`;
    const because = { path: "", rule };
    const along = { path: read.columns["item"] ?? "item", rule: wasRejected(lines.line) };
    return rejectedLine(line, id, [line === lines.line ? because : along]);
  });
}

const PART = /^(installments|applications|disputes)\[(\d+)\]\.?(.*)$/;

/** Of which fields a list made the parts of a document. */
const MADE_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ["applications.date", ["settledDate"]],
  ["applications.amount", ["settledAmount", "amount"]],
  ["disputes.from", ["documentDate"]],
  ["disputes.to", ["settledDate"]],
  ["disputes.amount", ["amount"]],
  ["disputes.reason", ["disputeReason"]],
]);

/** The line of a fault, and the column in it. */
function placeOf(
  path: string,
  lines: CsvItemLines,
  columns: CsvItems["columns"],
): { line: number; path: string } {
  const columnOf = (field: string): string | undefined =>
    Object.hasOwn(columns, field) ? columns[field] : undefined;
  const [, part, place, rest = ""] = PART.exec(path) ?? [];
  if (part === undefined) return { line: lines.line, path: columnOf(path) ?? path };
  const line = lines[part as "installments" | "applications" | "disputes"]?.[Number(place)];
  if (line !== undefined && line !== lines.line) return { line, path: columnOf(rest) ?? rest };
  const fields = MADE_OF.get(`${part}.${rest}`) ?? [];
  const column = fields.map(columnOf).find((name) => name !== undefined);
  return { line: lines.line, path: column ?? path };
}
