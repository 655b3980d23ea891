/**
 * @module ledger/month-moves
 *
 * Sales, balances and what is open of each month's documents, for every party at the end of every
 * month of a run: the moves are placed by blocks of parties in one pass, and block by block the
 * months go by.
 */
import type { DaySpan } from "../ground/months.ts";
import type { ApplicationColumns } from "./columns.ts";
import { isWide } from "./columns.ts";
import type { LedgerData } from "./ledger.ts";
import type { BlockMonths, MonthMoves, MonthMovesQuestion } from "./month-moves.kernel.ts";
import {
  addMonth,
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

/** Called at the end of each month, block by block: `firstParty` is the first of the block. */
type AtMonthEnd = (month: number, firstParty: number, block: BlockMonths) => void;

/** The moves of a run of months. */
export interface PlacedMonths {
  readonly moves: MonthMoves;
  readonly months: number;
}

/**
 * Places all moves of consecutive months. Undefined where doubles do not hold the sums, where
 * documents fall due in parts (their units are not what was sold), and for more months than fit.
 */
export function monthMoves(
  { units, journal }: LedgerData,
  spans: readonly DaySpan[],
): PlacedMonths | undefined {
  const { applications } = journal;
  const { movements } = units;
  const months = spans.length;
  if (months > MOST_MONTHS || units.item) return undefined;
  if (!isNarrow(units) || !isNarrowMovements(movements)) return undefined;
  if (isWide(applications.amount)) return undefined;
  const { document: documentSign, application: applicationSign } = SALES_SIGNS["of-credit-notes"];
  const lastDay = (spans[months - 1] as DaySpan).to;
  const table = monthsSince(spans, units.range.firstDocument);
  const question: MonthMovesQuestion = { table, lastDay, documentSign, applicationSign };
  const sales = appliedSales(applications, applicationSign);
  const others = sales.map((row) => units.party[applications.item[row] as number] as number);
  const moves = roomForMoves(units, movements, journal.party.categories.length, others);
  const narrow = { ...applications, amount: applications.amount };
  const size =
    placeUnits(units, movements, question, moves) +
    placeAppliedSales(narrow, sales, units.party, question, moves);
  return size <= Number.MAX_SAFE_INTEGER ? { moves, months } : undefined;
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

/** Lets the months go by, block by block. */
export function walkMonths({ moves, months }: PlacedMonths, atMonthEnd: AtMonthEnd): void {
  const ordered = roomForBlock(moves, months);
  const block = {
    sums: new Float64Array(BLOCK_PARTIES * (months + 1) * 2),
    owed: new Float64Array(BLOCK_PARTIES),
  };
  for (let own = 0; own < moves.start.length; own += 1) {
    const firstParty = own * BLOCK_PARTIES;
    block.sums.fill(0);
    block.owed.fill(0);
    block.owed.set(moves.before.subarray(firstParty, firstParty + BLOCK_PARTIES));
    orderBlock(moves, own, ordered);
    for (let month = 1; month <= months; month += 1) {
      addMonth(ordered, month, months, block);
      atMonthEnd(month, firstParty, block);
    }
  }
}
