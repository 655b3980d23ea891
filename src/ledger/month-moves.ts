/**
 * @module ledger/month-moves
 *
 * The moves of a run of months, placed by blocks of parties in one pass: block by block the months
 * then go by, and at the end of each all parties are known.
 */
import type { DaySpan } from "../ground/months.ts";
import type { DayTable } from "./buckets.ts";
import type { ApplicationColumns } from "./columns.ts";
import { isWide } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import type { MonthAdder, MonthMoves, MonthMovesQuestion } from "./month-moves.kernel.ts";
import {
  BLOCK_PARTIES,
  MOST_MONTHS,
  orderBlock,
  placeAppliedSales,
  placeUnits,
  roomForBlock,
  roomForMoves,
} from "./month-moves.kernel.ts";
import { SALES_SIGNS } from "./period-cells.ts";
import { monthsSince } from "./period-table.ts";
import { isNarrow, isNarrowMovements } from "./planes.ts";

/** The moves of a run of months. */
export interface PlacedMonths {
  readonly moves: MonthMoves;
  readonly months: number;
}

/** Moves that tell the month of their document, with sales net of credit notes. */
export function movesByOrigin(
  data: LedgerData,
  spans: readonly DaySpan[],
): PlacedMonths | undefined {
  const { documentDate, range } = data.units;
  const table = monthsSince(spans, range.firstDocument);
  const signs = SALES_SIGNS["of-credit-notes"];
  return placed(data, spans, {
    unitDate: documentDate,
    unitTable: table,
    isOfCredits: true,
    documentSign: signs.document,
    applicationSign: signs.application,
  });
}

/** Moves that tell the first month at whose end their unit is past due, with gross sales. */
export function movesByPastDue(
  data: LedgerData,
  spans: readonly DaySpan[],
  dueDayIsOverdue: boolean,
): PlacedMonths | undefined {
  const { dueDate, range } = data.units;
  const signs = SALES_SIGNS.gross;
  return placed(data, spans, {
    unitDate: dueDate,
    unitTable: firstPastDue(spans, range.firstDue, range.lastDue, dueDayIsOverdue),
    isOfCredits: false,
    documentSign: signs.document,
    applicationSign: signs.application,
  });
}

/**
 * By due date the first month at whose end it is past due, one more than all where none is; 0 for
 * the first month, too: whatever was due before its end is never seen before.
 */
function firstPastDue(
  spans: readonly DaySpan[],
  firstDue: number,
  lastDue: number,
  dueDayIsOverdue: boolean,
): DayTable {
  const bucket = new Uint16Array(lastDue - firstDue + 1).fill(spans.length + 1);
  let from = 0;
  spans.forEach(({ to }, index) => {
    const next = Math.max((dueDayIsOverdue ? to : to - 1) - firstDue + 1, 0);
    bucket.fill(index === 0 ? 0 : index + 1, from, next);
    from = next;
  });
  return { firstDay: firstDue, bucket };
}

/** Undefined where doubles do not hold the sums, and for more months than a move can tell. */
function placed(
  { units, journal }: LedgerData,
  spans: readonly DaySpan[],
  asked: Omit<MonthMovesQuestion, "table" | "lastDay">,
): PlacedMonths | undefined {
  const { applications } = journal;
  const { movements, range } = units;
  const months = spans.length;
  if (months > MOST_MONTHS || isWide(applications.amount)) return undefined;
  if (!isNarrow(units) || !isNarrowMovements(movements)) return undefined;
  const lastDay = (spans[months - 1] as DaySpan).to;
  const question = { ...asked, table: monthsSince(spans, range.firstDocument), lastDay };
  const sales = appliedSales(applications, asked.applicationSign);
  const others = sales.map(
    (row) => journal.party.codes[applications.item[row] as number] as number,
  );
  const moves = roomForMoves(units, movements, journal.party.categories.length, others);
  const narrow = { ...applications, amount: applications.amount };
  const size =
    placeUnits(units, movements, question, moves) +
    placeAppliedSales(narrow, sales, journal.party.codes, question, moves);
  // What falls due is added once more.
  return 2 * size <= Number.MAX_SAFE_INTEGER ? { moves, months } : undefined;
}

/** Rows of source-less applications that count as sales: most ledgers have none. */
function appliedSales(
  { count, kind, source }: ApplicationColumns,
  sign: readonly number[],
): Int32Array {
  if (!sign.some((each, code) => each !== 0 && kind.includes(code))) return new Int32Array(0);
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (sign[kind[row] as number] !== 0 && (source[row] as number) < 0) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Lets the months go by, block by block; `firstParty` is the first of the block. */
export function walkMonths(
  { moves, months }: PlacedMonths,
  adder: MonthAdder,
  atMonthEnd: (month: number, firstParty: number) => void,
): void {
  const ordered = roomForBlock(moves, months);
  for (let block = 0; block < moves.start.length; block += 1) {
    const firstParty = block * BLOCK_PARTIES;
    adder.begin();
    orderBlock(moves, block, ordered);
    for (let month = 0; month <= months; month += 1) {
      adder.add(ordered, month);
      atMonthEnd(month, firstParty);
    }
  }
}
