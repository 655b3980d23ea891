/**
 * @module ledger/window-cells
 *
 * What the moves of a window come to for every party, in one pass: the moves are brought together
 * by flocks of parties, each flock is put in the order of its parties, and each party's moves are
 * walked by what was asked while they are near.
 */
import { isWide } from "./columns.ts";
import type { Sums } from "./exact-sums.ts";
import { asBigints, bigints, doubles } from "./exact-sums.ts";
import type { Flocks } from "./flocks.kernel.ts";
import { flocksOf } from "./flocks.ts";
import type { Highest } from "./highest-balance.kernel.ts";
import { BalanceWalker } from "./highest-balance.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import { FLOCK } from "./moves.kernel.ts";
import type { PartyMoves } from "./party-order.kernel.ts";
import { orderFlock, roomForFlock } from "./party-order.kernel.ts";
import type { PunctualityCells } from "./punctuality.kernel.ts";
import { PunctualityWalker } from "./punctuality.kernel.ts";
import type { WindowSums } from "./window-sums.kernel.ts";
import { WindowSummer } from "./window-sums.kernel.ts";

/** The days of a window, and of its halves. */
export interface Halves {
  readonly from: number;
  readonly earlier: number;
  readonly later: number;
  readonly to: number;
}

/** What a window tells of every party, by party. */
export interface WindowCells {
  readonly sums: WindowSums;
  readonly highest: Highest;
  readonly punctuality: PunctualityCells;
}

/** On doubles, and where their sums cannot be proved exact on bigints. */
export function windowCells(data: LedgerData, halves: Halves): WindowCells {
  const { amount, applications } = data.journal;
  if (!isWide(amount) && !isWide(applications.amount)) {
    const cells = cellsOf(data, halves, amount, applications.amount, doubles);
    if (cells) return cells;
  }
  const wide = [asBigints(amount), asBigints(applications.amount)] as const;
  return cellsOf(data, halves, ...wide, bigints) as WindowCells;
}

/** Undefined where doubles do not hold the sums. */
function cellsOf(
  data: LedgerData,
  halves: Halves,
  amounts: Float64Array,
  applied: Float64Array,
  sums: Sums,
): WindowCells | undefined {
  const { from, to } = halves;
  const { size, ...flocks } = flocksOf(data.journal, from, to, amounts, applied, sums);
  if (sums === doubles && size > Number.MAX_SAFE_INTEGER) return undefined;
  const parties = data.journal.party.categories.length;
  const { firstDue, lastDue } = data.units.range;
  const periodOf = periodsOf(halves);
  const summer = new WindowSummer(parties, periodOf, sums);
  const balances = new BalanceWalker(parties, to - from + 1, sums);
  const punctuality = new PunctualityWalker(
    parties,
    periodOf,
    from - lastDue,
    Math.max(to - firstDue, from - lastDue),
    sums,
  );
  eachParty(flocks, sums, (party, moves, first, end) => {
    summer.walk(party, moves, first, end);
    balances.walk(party, moves, first, end);
    punctuality.walk(party, moves, first, end);
  });
  return { sums: summer.sums, highest: balances.highest, punctuality: punctuality.cells };
}

/** Before both halves, in the earlier, in the later: by day of the window. */
function periodsOf({ from, earlier, later, to }: Halves): Uint8Array {
  return new Uint8Array(to - from + 1)
    .fill(1, Math.max(earlier - from, 0))
    .fill(2, Math.max(later - from, 0));
}

/** Visits every party that moved. */
function eachParty(
  flocks: Flocks,
  sums: Sums,
  visit: (party: number, moves: PartyMoves, first: number, end: number) => void,
): void {
  const { start, end } = flocks;
  let most = 0;
  for (let flock = 0; flock < end.length; flock += 1) {
    most = Math.max(most, (end[flock] as number) - (start[flock] as number));
  }
  const moves = roomForFlock(most, sums);
  for (let flock = 0; flock < end.length; flock += 1) {
    orderFlock(flocks, flock, moves);
    for (let place = 0; place < FLOCK; place += 1) {
      const first = moves.start[place] as number;
      const last = moves.start[place + 1] as number;
      if (first < last) visit(flock * FLOCK + place, moves, first, last);
    }
  }
}
