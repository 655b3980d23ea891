/**
 * @module ledger/open-units.kernel
 *
 * What is open as of a date as a short list, which every further question walks instead of the
 * whole ledger. The pass over all units is that of `aging.kernel`, with its proof of exactness:
 * while the sum of all sizes stays within 2^53 − 1, every sum over the list is exact too.
 */
import type { NarrowMovements, NarrowUnits } from "./aging.kernel.ts";
import type { Units } from "./columns.ts";
import { FIRST_CREDIT_KIND } from "./items.ts";

/** Units with something open, ascending, and what is open of each, without sign. */
export interface OpenList {
  readonly unit: Int32Array;
  readonly open: Float64Array;
}

/** Sums over a list by class. */
export interface OpenSums {
  /** Open debit units. */
  readonly charges: Float64Array;
  readonly count: Float64Array;
  /** Open credit items, without sign. */
  readonly credits: Float64Array;
  readonly creditCount: Float64Array;
}

/** Units looked at together: what is open of them stays near. */
export const BLOCK = 1024;

/**
 * Lists every open unit whose document passes the test. `size` is the sum of all sizes met: above
 * 2^53 − 1 the amounts prove nothing and the wide path must be taken.
 */
export function listOpen(
  units: NarrowUnits,
  movements: NarrowMovements | undefined,
  asOf: number,
  test: ((item: number) => boolean) | undefined,
): OpenList & { readonly size: number } {
  const { count, item } = units;
  const found = new Int32Array(count + 1);
  const opens = new Float64Array(count + 1);
  const block = new Float64Array(BLOCK);
  let length = 0;
  let size = 0;
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(first + BLOCK, count);
    size += openOfBlock(units, movements, first, end, asOf, 0, block);
    if (test) leaveOut(test, item, first, end, block);
    length = keepOpen(block, first, end, found, opens, length);
  }
  return { unit: found.slice(0, length), open: opens.slice(0, length), size };
}

/**
 * What is open of each of a block of units, 0 where the document is not there; answers the sum of
 * all sizes met. `zero` is one of their numbers: bigints serve as well as doubles.
 */
export function openOfBlock(
  { documentDate, amount }: NarrowUnits,
  movements: NarrowMovements | undefined,
  first: number,
  end: number,
  asOf: number,
  zero: number,
  block: Float64Array,
): number {
  const size = amountsThere(documentDate, amount, first, end, asOf, zero, block);
  if (movements === undefined) return size;
  const { start, date, amount: moves } = movements;
  return size + takeOff(start, date, moves, first, end, asOf, zero, block);
}

/** Amounts of units whose document is there; answers their sum. */
function amountsThere(
  documentDate: Int32Array,
  amount: Float64Array,
  first: number,
  end: number,
  asOf: number,
  zero: number,
  block: Float64Array,
): number {
  let size = zero;
  for (let unit = first; unit < end; unit += 1) {
    const there = documentDate[unit]! > asOf ? zero : amount[unit]!;
    block[unit - first] = there;
    size += there;
  }
  return size;
}

/** Takes off what was moved by then; answers the sum of sizes. */
function takeOff(
  start: Int32Array,
  date: Int32Array,
  moves: Float64Array,
  first: number,
  end: number,
  asOf: number,
  zero: number,
  block: Float64Array,
): number {
  let size = zero;
  let row = start[first]!;
  for (let unit = first; unit < end; unit += 1) {
    const last = start[unit + 1]!;
    let open = block[unit - first]!;
    for (; row < last; row += 1) {
      const moved = date[row]! > asOf ? zero : moves[row]!;
      open -= moved;
      size += moved < 0 ? -moved : moved;
    }
    block[unit - first] = open;
  }
  return size;
}

function leaveOut(
  test: (item: number) => boolean,
  item: Int32Array | undefined,
  first: number,
  end: number,
  block: Float64Array,
): void {
  for (let unit = first; unit < end; unit += 1) {
    if (!test(item === undefined ? unit : item[unit]!)) block[unit - first] = 0;
  }
}

/**
 * Appends what is open, and answers the new length. Open units follow no pattern, and a loop that
 * guesses wrong waits: so each is written to the end, which moves on past those that are open.
 */
function keepOpen(
  block: Float64Array,
  first: number,
  end: number,
  found: Int32Array,
  opens: Float64Array,
  from: number,
): number {
  let length = from;
  for (let unit = first; unit < end; unit += 1) {
    const open = block[unit - first]!;
    found[length] = unit;
    opens[length] = open;
    length += Number(open !== 0);
  }
  return length;
}

/** Adds a list by class. `sums` makes doubles, or bigints where the list has them. */
export function sumOpen(
  { unit, open }: OpenList,
  kind: Uint8Array | undefined,
  place: Int32Array,
  classes: number,
  sums: (length: number) => Float64Array,
): OpenSums {
  const [charges, credits] = [sums(classes), sums(classes)];
  const [count, creditCount] = [new Float64Array(classes), new Float64Array(classes)];
  for (let at = 0; at < unit.length; at += 1) {
    const cell = place[at]!;
    if (kind !== undefined && kind[unit[at]!]! >= FIRST_CREDIT_KIND) {
      credits[cell]! += open[at]!;
      creditCount[cell]! += 1;
    } else {
      charges[cell]! += open[at]!;
      count[cell]! += 1;
    }
  }
  return { charges, count, credits, creditCount };
}

/** The debit units of a list together. */
export function debitTotal(
  { unit, open }: OpenList,
  kind: Uint8Array | undefined,
  sums: (length: number) => Float64Array,
): { readonly charges: Float64Array; readonly count: number } {
  const charges = sums(1);
  let sum = charges[0]!;
  let count = 0;
  for (let at = 0; at < unit.length; at += 1) {
    if (kind !== undefined && kind[unit[at]!]! >= FIRST_CREDIT_KIND) continue;
    sum += open[at]!;
    count += 1;
  }
  charges[0] = sum;
  return { charges, count };
}

/** The debit units of a list due on or after a day and before another. */
export function debitsDue(
  { unit }: OpenList,
  { dueDate, kind }: Units,
  from: number,
  before: number,
): Int32Array {
  const found = new Int32Array(unit.length);
  let length = 0;
  for (let at = 0; at < unit.length; at += 1) {
    const own = unit[at]!;
    const due = dueDate[own]!;
    const isDue = Number(due >= from) & Number(due < before);
    found[length] = own;
    length += kind !== undefined && kind[own]! >= FIRST_CREDIT_KIND ? 0 : isDue;
  }
  return found.slice(0, length);
}

/** Party codes in the order in which a list has them; `owes` is 1 for those with debit units. */
export function partiesIn(
  { unit }: OpenList,
  { party, kind }: Units,
  parties: number,
): { readonly codes: readonly number[]; readonly owes: Uint8Array } {
  const codes: number[] = [];
  const seen = new Uint8Array(parties);
  const owes = new Uint8Array(parties);
  for (let at = 0; at < unit.length; at += 1) {
    const own = unit[at]!;
    const code = party[own]!;
    if (seen[code] === 0) codes.push(code);
    seen[code] = 1;
    if (kind === undefined || kind[own]! < FIRST_CREDIT_KIND) owes[code] = 1;
  }
  return { codes, owes };
}
