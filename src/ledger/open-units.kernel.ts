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
  const { count, documentDate, amount, item } = units;
  const { start, date, amount: moves } = movements ?? noMovements();
  const lastStart = start.length - 1;
  let found = new Int32Array(FIRST_ROOM);
  let opens = new Float64Array(FIRST_ROOM);
  let length = 0;
  let size = 0;
  let row = 0;
  for (let unit = 0; unit < count; unit += 1) {
    // Rows of movements follow units: they are read on and on, never looked up.
    const end = unit < lastStart ? start[unit + 1]! : 0;
    if (documentDate[unit]! > asOf || (test && !test(item === undefined ? unit : item[unit]!))) {
      row = end;
      continue;
    }
    let open = amount[unit]!;
    size += open;
    for (; row < end; row += 1) {
      const moved = date[row]! > asOf ? 0 : moves[row]!;
      open -= moved;
      size += moved < 0 ? -moved : moved;
    }
    if (open === 0) continue;
    if (length === found.length) {
      // Room for as much again: most ledgers have little open, and unused room is not free.
      found = grown(found, new Int32Array(2 * length));
      opens = grown(opens, new Float64Array(2 * length));
    }
    found[length] = unit;
    opens[length] = open;
    length += 1;
  }
  return { unit: found.slice(0, length), open: opens.slice(0, length), size };
}

/** Where nothing was ever taken off. */
function noMovements(): NarrowMovements {
  return { start: new Int32Array(1), date: new Int32Array(0), amount: new Float64Array(0) };
}

/** Entries that a list has room for at first. */
const FIRST_ROOM = 4096;

function grown<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
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
