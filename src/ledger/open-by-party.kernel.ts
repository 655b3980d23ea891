/**
 * @module ledger/open-by-party.kernel
 *
 * What each party owes, what of that is overdue and since when, and what it has to its credit. What
 * is open of a block of units is added where it belongs at once, without a list; how many units
 * these are is a pass of its own, for those who ask.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import type { Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";
import type { OpenList } from "./open-units.kernel.ts";
import { BLOCK, openOfBlock } from "./open-units.kernel.ts";

/** Open debit units are told in two cells a party: all of them, and behind them the overdue. */
export const PARTS = 2;
export const OVERDUE = 1;

/** What is open by party. */
export interface OpenByParty {
  /** Open debit units: cell `party × PARTS`, overdue ones at `+ OVERDUE`. */
  readonly sums: Float64Array;
  /** Open credit items, without sign. */
  readonly credits: Float64Array;
  /** The due date of the oldest overdue debit unit; the day itself where none is overdue. */
  readonly oldestDue: Int32Array;
}

/** How many open units there are by party, in the same cells. */
export interface OpenCounts {
  readonly counts: Int32Array;
  readonly creditCount: Int32Array;
}

/**
 * Adds what is open, with the sum of all sizes met: the proof. `sums` makes doubles, or bigints
 * where units and movements have them.
 */
export function openByParty(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  parties: number,
  asOf: number,
  sums: (length: number) => Float64Array,
): OpenByParty & { readonly size: number } {
  const { count, kind, party, dueDate } = units;
  const open: OpenByParty = {
    sums: sums(parties * PARTS),
    credits: sums(parties),
    oldestDue: new Int32Array(parties).fill(asOf),
  };
  const block = sums(BLOCK);
  const zero = sums(1)[0]!;
  let size = zero;
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(first + BLOCK, count);
    size += openOfBlock(units, movements, first, end, asOf, zero, block);
    if (kind !== undefined) addCredits(party, kind, first, end, zero, block, open.credits);
    addDebits(party, dueDate, first, end, asOf, zero, block, open.sums, open.oldestDue);
  }
  for (let own = 0; own < parties; own += 1) {
    open.sums[own * PARTS]! += open.sums[own * PARTS + OVERDUE]!;
  }
  return { ...open, size };
}

/** Adds what is open of credit items, which is then done with. */
function addCredits(
  party: Int32Array,
  kind: Uint8Array,
  first: number,
  end: number,
  zero: number,
  block: Float64Array,
  credits: Float64Array,
): void {
  for (let unit = first; unit < end; unit += 1) {
    if (kind[unit]! < FIRST_CREDIT_KIND) continue;
    credits[party[unit]!]! += block[unit - first]!;
    block[unit - first] = zero;
  }
}

/** Four are read before the first is added: see `party-blocks.kernel`. */
function addDebits(
  party: Int32Array,
  dueDate: Int32Array,
  first: number,
  end: number,
  asOf: number,
  zero: number,
  block: Float64Array,
  sums: Float64Array,
  oldestDue: Int32Array,
): void {
  const parts = PARTS;
  const even = end - ((end - first) % 4);
  const look = (own: number, due: number, open: number) => {
    if (open !== zero && due < oldestDue[own]!) oldestDue[own] = due;
  };
  for (let unit = first; unit < even; unit += 4) {
    const own0 = party[unit]!;
    const own1 = party[unit + 1]!;
    const own2 = party[unit + 2]!;
    const own3 = party[unit + 3]!;
    const due0 = dueDate[unit]!;
    const due1 = dueDate[unit + 1]!;
    const due2 = dueDate[unit + 2]!;
    const due3 = dueDate[unit + 3]!;
    const open0 = block[unit - first]!;
    const open1 = block[unit - first + 1]!;
    const open2 = block[unit - first + 2]!;
    const open3 = block[unit - first + 3]!;
    // Overdue ones are due before the day: the difference is below 0, and its sign bit is 1.
    sums[own0 * parts + ((due0 - asOf) >>> 31)]! += open0;
    sums[own1 * parts + ((due1 - asOf) >>> 31)]! += open1;
    sums[own2 * parts + ((due2 - asOf) >>> 31)]! += open2;
    sums[own3 * parts + ((due3 - asOf) >>> 31)]! += open3;
    look(own0, due0, open0);
    look(own1, due1, open1);
    look(own2, due2, open2);
    look(own3, due3, open3);
  }
  for (let unit = even; unit < end; unit += 1) {
    const own = party[unit]!;
    const due = dueDate[unit]!;
    const open = block[unit - first]!;
    sums[own * parts + ((due - asOf) >>> 31)]! += open;
    look(own, due, open);
  }
}

/** Counts a list by party. */
export function countByParty(
  { unit: units }: OpenList,
  { dueDate, kind, party }: Units,
  parties: number,
  asOf: number,
): OpenCounts {
  const [counts, creditCount] = [new Int32Array(parties * PARTS), new Int32Array(parties)];
  for (const unit of units) {
    const own = party[unit]!;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND) {
      creditCount[own]! += 1;
      continue;
    }
    counts[own * PARTS]! += 1;
    if (dueDate[unit]! < asOf) counts[own * PARTS + OVERDUE]! += 1;
  }
  return { counts, creditCount };
}
