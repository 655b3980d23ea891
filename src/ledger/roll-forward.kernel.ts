/**
 * @module ledger/roll-forward.kernel
 *
 * Sorts every document and application into the line of the roll-forward that it moves, by group:
 * on doubles with the proof of exactness in the loop.
 */
import type { Journal } from "./columns.ts";

/** Lines of a roll-forward, as columns of a group's row. */
export const LINES = [
  "opening",
  "sales",
  "payments",
  "creditNotes",
  "discounts",
  "writeOffs",
  "bills",
  "offsets",
  "exchange",
  "transfers",
] as const;

/** One of them. */
export type Line = (typeof LINES)[number];

/** Number of lines: the stride of the cells. */
export const LINE_COUNT = LINES.length;

/** By line: 1 for those that raise the closing balance; the others are taken off. */
export const ADDED = /* @__PURE__ */ Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 1, 1);

const OPENING = 0;
const TRANSFERS = 9;

/** The line that a document of each kind moves in its own window. */
export const DOCUMENT_LINE: readonly number[] = [1, 1, 3, 2, 6];

/** The line that a source-less application of each kind moves; a snapshot is before any window. */
export const APPLICATION_LINE: readonly number[] = [2, 3, 4, 5, 6, 7, 8, OPENING];

/** From which kind code on a document takes off the balance. */
const FIRST_CREDIT = 2;

const EXCHANGE_LINE = 8;

/** A window and its groups. */
export interface RollForwardQuestion {
  readonly from: number;
  readonly to: number;
  /** The group of each document, −1 for none. */
  readonly group: Int32Array;
}

/**
 * Adds to cells `group × LINE_COUNT + line`: opening, exchange and transfers with the sign they
 * have in the balance, the other lines with the sign of their name. Answers the sum of sizes.
 */
export function addLines(
  journal: Journal & { readonly amount: Float64Array },
  applied: Float64Array,
  { from, to, group }: RollForwardQuestion,
  cells: Float64Array,
): number {
  const { count, kind, documentDate, amount, applications } = journal;
  let size = 0;
  for (let item = 0; item < count; item += 1) {
    const own = group[item]!;
    const day = documentDate[item]!;
    if (own < 0 || day > to) continue;
    const each = amount[item]!;
    const code = kind === undefined ? 0 : kind[item]!;
    size += each;
    if (day >= from) cells[own * LINE_COUNT + DOCUMENT_LINE[code]!]! += each;
    else cells[own * LINE_COUNT + OPENING]! += code >= FIRST_CREDIT ? -each : each;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    if (day > to) continue;
    const each = applied[row]!;
    const item = applications.item[row]!;
    const own = group[item]!;
    const source = applications.source[row]!;
    size += each < 0 ? -each : each;
    if (source >= 0) {
      const other = group[source]!;
      if (own === other) continue;
      const line = day >= from ? TRANSFERS : OPENING;
      if (own >= 0) cells[own * LINE_COUNT + line]! -= each;
      if (other >= 0) cells[other * LINE_COUNT + line]! += each;
    } else if (own >= 0) {
      const credit = kind !== undefined && kind[item]! >= FIRST_CREDIT;
      const line = day >= from ? APPLICATION_LINE[applications.kind[row]!]! : OPENING;
      const signed = line === OPENING || line === EXCHANGE_LINE ? -each : each;
      cells[own * LINE_COUNT + line]! += credit ? -signed : signed;
    }
  }
  return size;
}

/**
 * Adds the lines of every group: each row is in no more than one cell of a line with a sign of its
 * own, so that the proof holds of these sums, too. Bigints serve as well as doubles.
 */
export function addGroups(cells: Float64Array, total: Float64Array): void {
  for (let first = 0; first < cells.length; first += LINE_COUNT) {
    for (let line = 0; line < LINE_COUNT; line += 1) total[line]! += cells[first + line]!;
  }
}

/** Adds what the lines of each group come to. */
export function addClosings(cells: Float64Array, closings: Float64Array): void {
  for (let group = 0; group < closings.length; group += 1) {
    let closing = closings[group]!;
    for (let line = 0; line < LINE_COUNT; line += 1) {
      const each = cells[group * LINE_COUNT + line]!;
      closing = ADDED[line] === 1 ? closing + each : closing - each;
    }
    closings[group] = closing;
  }
}
