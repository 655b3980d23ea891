/**
 * @module ledger/window-cells
 *
 * What the moves of a window come to for every party. The moves are brought together once, by
 * blocks of parties; each group of measures reads them when it is first asked.
 */
import { once } from "../ground/once.ts";
import { isWide } from "./columns.ts";
import type { Sums } from "./exact-sums.ts";
import { asBigints, bigints, doubles } from "./exact-sums.ts";
import { partyBlocksOf } from "./party-blocks.ts";
import type { Highest } from "./highest-balance.kernel.ts";
import { highestBalances } from "./highest-balance.kernel.ts";
import type { LedgerData } from "./ledger.ts";
import type { PartyBlocks } from "./party-blocks.kernel.ts";
import type { PunctualityCells } from "./punctuality.kernel.ts";
import { punctualityOf } from "./punctuality.kernel.ts";
import type { WindowSums } from "./window-sums.kernel.ts";
import { windowSums } from "./window-sums.kernel.ts";

/** The days of a window, and of its halves. */
export interface Halves {
  readonly from: number;
  readonly earlier: number;
  readonly later: number;
  readonly to: number;
}

/** What a window tells of every party; each is computed on first use. */
export interface WindowCells {
  readonly sums: () => WindowSums;
  readonly highest: () => Highest;
  readonly punctuality: () => PunctualityCells;
}

/** On doubles, and where their sums cannot be proved exact on bigints, by the same loops. */
export function windowCells(data: LedgerData, halves: Halves): WindowCells {
  const { from, to } = halves;
  const periodOf = periodsOf(halves);
  const listed = once(() => listedMoves(data, halves));
  return {
    sums: once(() => windowSums(listed().moves, periodOf, listed().sums)),
    highest: once(() => highestBalances(listed().moves, to - from + 1, listed().sums)),
    punctuality: once(() => punctualityOf(listed().moves, periodOf, listed().sums)),
  };
}

/** Before both halves, in the earlier, in the later: by day of the window. */
function periodsOf({ from, earlier, later, to }: Halves): Uint8Array {
  return new Uint8Array(to - from + 1).fill(1, earlier - from).fill(2, later - from);
}

/** Moves, and what their sums must be made of. */
interface ListedMoves {
  readonly moves: PartyBlocks;
  readonly sums: Sums;
}

function listedMoves({ journal }: LedgerData, { from, to }: Halves): ListedMoves {
  const { amount, applications } = journal;
  if (!isWide(amount) && !isWide(applications.amount)) {
    const blocks = partyBlocksOf(journal, from, to, amount, applications.amount, doubles);
    if (blocks.size <= Number.MAX_SAFE_INTEGER) {
      return { moves: blocks, sums: doubles };
    }
  }
  const applied = asBigints(applications.amount);
  const blocks = partyBlocksOf(journal, from, to, asBigints(amount), applied, bigints);
  return { moves: blocks, sums: bigints };
}
