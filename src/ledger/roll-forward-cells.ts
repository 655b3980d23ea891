/**
 * @module ledger/roll-forward-cells
 *
 * The lines of a roll-forward by group, on doubles or (where these cannot be proved exact) bigints.
 */
import type { Amounts } from "./columns.ts";
import { amountAt, isWide } from "./columns.ts";
import { sumsOf } from "./exact-sums.ts";
import type { LedgerData } from "./ledger.ts";
import { isCredit } from "./open.ts";
import type { RollForwardQuestion } from "./roll-forward.kernel.ts";
import {
  addClosings,
  addGroups,
  addLines,
  APPLICATION_LINE,
  DOCUMENT_LINE,
  LINE_COUNT,
  LINES,
} from "./roll-forward.kernel.ts";

const OPENING = LINES.indexOf("opening");
const EXCHANGE = LINES.indexOf("exchange");
const TRANSFERS = LINES.indexOf("transfers");

/** Cells `group × LINE_COUNT + line`, in minor units. */
export function rollForwardCells(
  { journal }: LedgerData,
  question: RollForwardQuestion,
  groups: number,
): Amounts {
  const { amount } = journal;
  const applied = journal.applications.amount;
  if (!isWide(amount) && !isWide(applied)) {
    const cells = new Float64Array(groups * LINE_COUNT);
    const size = addLines({ ...journal, amount }, applied, question, cells);
    if (size <= Number.MAX_SAFE_INTEGER) return cells;
  }
  return wideCells(journal, question, groups);
}

/** The lines of all groups together: what one hands another cancels. */
export function totalCells(cells: Amounts): Amounts {
  const lines = cells as Float64Array;
  const total = sumsOf(lines)(LINE_COUNT);
  addGroups(lines, total);
  return total;
}

/** The closing balance of each group. */
export function closingCells(cells: Amounts): Amounts {
  const lines = cells as Float64Array;
  const closings = sumsOf(lines)(lines.length / LINE_COUNT);
  addClosings(lines, closings);
  return closings;
}

function wideCells(
  journal: LedgerData["journal"],
  { from, to, group }: RollForwardQuestion,
  groups: number,
): bigint[] {
  const cells = new Array<bigint>(groups * LINE_COUNT).fill(0n);
  const add = (own: number, line: number, change: bigint) => {
    const cell = own * LINE_COUNT + line;
    if (own >= 0) cells[cell] = (cells[cell] as bigint) + change;
  };
  const { applications, kind, documentDate } = journal;
  for (let item = 0; item < journal.count; item += 1) {
    const day = documentDate[item] as number;
    if (day > to) continue;
    const each = amountAt(journal.amount, item);
    const line = DOCUMENT_LINE[kind?.[item] ?? 0] as number;
    const own = group[item] as number;
    if (day >= from) add(own, line, each);
    else add(own, OPENING, isCredit(kind, item) ? -each : each);
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row] as number;
    if (day > to) continue;
    const each = amountAt(applications.amount, row);
    const item = applications.item[row] as number;
    const own = group[item] as number;
    const source = applications.source[row] as number;
    if (source >= 0) {
      const other = group[source] as number;
      if (own === other) continue;
      add(own, day >= from ? TRANSFERS : OPENING, -each);
      add(other, day >= from ? TRANSFERS : OPENING, each);
      continue;
    }
    const kindLine = APPLICATION_LINE[applications.kind[row] as number] as number;
    const line = day >= from ? kindLine : OPENING;
    const signed = line === OPENING || line === EXCHANGE ? -each : each;
    add(own, line, isCredit(kind, item) ? -signed : signed);
  }
  return cells;
}
