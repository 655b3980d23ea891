/**
 * @module ledger/open-at-ends.kernel
 *
 * What each party owes at many month ends, in one pass over units and their movements: each is
 * noted at the first end that sees it, and the ends are added up afterwards.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import { NO_MOVEMENTS } from "./aging.kernel.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Month ends by the days that they are the first to see. */
export interface FirstEnds {
  readonly firstDay: number;
  /** By day from there on; days before belong to the first end. */
  readonly since: Uint16Array;
  /** How many ends there are: the place behind them is that of days after the last. */
  readonly ends: number;
}

/** Changes noted before they are added. */
const NOTES = 1024;

/** What is open in cells `party × stride + end`, ends not yet added up. */
export function noteOpen(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  { firstDay, since, ends }: FirstEnds,
  part: { readonly credits: number; readonly overdueOnly: boolean },
  stride: number,
  cells: Float64Array,
): void {
  const { count, kind, party, documentDate, dueDate, amount } = units;
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const last = start.length - 1;
  const days = since.length;
  const { credits, overdueOnly } = part;
  const [places, changes] = [new Int32Array(NOTES + 1), new Float64Array(NOTES + 1)];
  let noted = 0;
  let row = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const stop = unit < last ? start[unit + 1]! : 0;
    const sign = kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND ? credits : 1;
    const issued = documentDate[unit]!;
    const overdue = dueDate[unit]! + 1;
    const counted = overdueOnly && overdue > issued ? overdue : issued;
    const day = counted - firstDay;
    const from = day < 0 ? 0 : day < days ? since[day]! : ends;
    if (sign === 0 || from === ends) {
      row = stop;
      continue;
    }
    const first = party[unit]! * stride;
    places[noted] = first + from;
    changes[noted] = sign * amount[unit]!;
    noted += 1;
    for (; row < stop; row += 1) {
      const moved = date[row]! - firstDay;
      const seen = moved < 0 ? 0 : moved < days ? since[moved]! : ends;
      places[noted] = first + (seen > from ? seen : from);
      changes[noted] = -sign * moves[row]!;
      noted += 1;
      if (noted >= NOTES) noted = addNotes(places, changes, noted, cells);
    }
    if (noted >= NOTES) noted = addNotes(places, changes, noted, cells);
  }
  addNotes(places, changes, noted, cells);
}

/**
 * Adds what was noted, and begins anew. Cells lie anywhere: where four are known before the first
 * is added, a processor fetches them together.
 */
function addNotes(
  places: Int32Array,
  changes: Float64Array,
  noted: number,
  cells: Float64Array,
): number {
  const even = noted - (noted % 4);
  for (let at = 0; at < even; at += 4) {
    const place0 = places[at]!;
    const place1 = places[at + 1]!;
    const place2 = places[at + 2]!;
    const place3 = places[at + 3]!;
    const change0 = changes[at]!;
    const change1 = changes[at + 1]!;
    const change2 = changes[at + 2]!;
    const change3 = changes[at + 3]!;
    cells[place0]! += change0;
    cells[place1]! += change1;
    cells[place2]! += change2;
    cells[place3]! += change3;
  }
  for (let at = even; at < noted; at += 1) cells[places[at]!]! += changes[at]!;
  return 0;
}

/** No unit is overdue. */
export const NONE_DUE = 2147483647;

/**
 * The due date of the oldest overdue unit at each end, `NONE_DUE` without one. What stays open to
 * the last end is noted where that begins and handed on; the rest is written where it stands.
 */
export function oldestOverdue(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  { firstDay, since, ends }: FirstEnds,
  parties: number,
  stride: number,
): Int32Array {
  const { count, kind, party, documentDate, dueDate, amount } = units;
  const { start, date, amount: moves } = movements ?? NO_MOVEMENTS;
  const last = start.length - 1;
  const days = since.length;
  const oldest = new Int32Array(parties * stride).fill(NONE_DUE);
  const lasting = new Int32Array(parties * stride).fill(NONE_DUE);
  let row = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const stop = unit < last ? start[unit + 1]! : 0;
    const due = dueDate[unit]!;
    const day = Math.max(due + 1, documentDate[unit]!) - firstDay;
    let from = day < 0 ? 0 : day < days ? since[day]! : ends;
    if (from === ends || (kind !== undefined && kind[unit]! >= FIRST_CREDIT_KIND)) {
      row = stop;
      continue;
    }
    const first = party[unit]! * stride;
    let open = amount[unit]!;
    for (; row < stop; row += 1) {
      const moved = date[row]! - firstDay;
      const seen = moved < 0 ? 0 : moved < days ? since[moved]! : ends;
      // Between movements it stood as it was.
      for (; from < seen; from += 1) {
        if (open !== 0 && due < oldest[first + from]!) oldest[first + from] = due;
      }
      open -= moves[row]!;
    }
    if (from < ends && open !== 0 && due < lasting[first + from]!) lasting[first + from] = due;
  }
  for (let first = 0; first < oldest.length; first += stride) {
    let least = NONE_DUE;
    for (let end = 0; end < ends; end += 1) {
      least = Math.min(least, lasting[first + end]!);
      oldest[first + end] = Math.min(oldest[first + end]!, least);
    }
  }
  return oldest;
}
