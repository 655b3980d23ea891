/**
 * @module ledger/highest-balance.kernel
 *
 * The highest balance of every party at the end of a day of a window: all that moved is put in the
 * order of its days once, and the balances walk through them together.
 */
import type { Journal } from "./columns.ts";

/** From which kind code on a document takes off the balance. */
const FIRST_CREDIT = 2;

/** Balances by party. */
export interface Highest {
  /** At the end of the window. */
  readonly closing: Float64Array;
  readonly highest: Float64Array;
  /** The first day at whose end it stood. */
  readonly on: Int32Array;
  /** Sum of sizes: the proof that the sums are exact. */
  readonly size: number;
}

/** Which days are walked. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Movements by day of the window: those of day `d` are `start[d]` up to `start[d + 1]`. */
interface Moves {
  readonly start: Int32Array;
  readonly who: Int32Array;
  readonly amount: Float64Array;
  readonly size: number;
}

/** Walks the window day by day. `sums` makes doubles, or bigints where these are not exact. */
export function highestBalances(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  window: Window,
  sums: (length: number) => Float64Array,
): Highest {
  const parties = journal.party.categories.length;
  const { from, to } = window;
  const balance = sums(parties);
  const start = placesByDay(journal, window);
  const { who, amount, size } = movesByDay(journal, amounts, applied, window, start, balance, sums);
  const highest = sums(parties);
  const on = new Int32Array(parties).fill(from);
  const seen = new Int32Array(parties).fill(-1);
  const moved = new Int32Array(parties);
  for (let day = 0; day <= to - from; day += 1) {
    let count = 0;
    for (let at = start[day]!; at < start[day + 1]!; at += 1) {
      const own = who[at]!;
      balance[own]! += amount[at]!;
      if (seen[own] === day) continue;
      seen[own] = day;
      moved[count] = own;
      count += 1;
    }
    if (day === 0) {
      for (let own = 0; own < parties; own += 1) highest[own] = balance[own]!;
      continue;
    }
    for (let at = 0; at < count; at += 1) {
      const own = moved[at]!;
      if (balance[own]! <= highest[own]!) continue;
      highest[own] = balance[own]!;
      on[own] = from + day;
    }
  }
  return { closing: balance, highest, on, size };
}

/** Counts what moves on each day, and makes places of the counts. */
function placesByDay(journal: Journal, { from, to }: Window): Int32Array {
  const { count, documentDate, applications } = journal;
  const party = journal.party.codes;
  const start = new Int32Array(to - from + 2);
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day >= from && day <= to) start[day - from + 1]! += 1;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    if (day < from || day > to) continue;
    const source = applications.source[row]!;
    if (source < 0) start[day - from + 1]! += 1;
    else if (party[source] !== party[applications.item[row]!]) start[day - from + 1]! += 2;
  }
  for (let day = 1; day < start.length; day += 1) start[day]! += start[day - 1]!;
  return start;
}

/** Puts what moves into its places; what moved before the window goes to the balance at once. */
function movesByDay(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  { from, to }: Window,
  start: Int32Array,
  balance: Float64Array,
  sums: (length: number) => Float64Array,
): Moves {
  const { count, kind, documentDate, applications } = journal;
  const party = journal.party.codes;
  const next = start.slice();
  const who = new Int32Array(start[start.length - 1]!);
  const amount = sums(who.length);
  let size = sums(1)[0]!;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day > to) continue;
    const each = amounts[item]!;
    const signed = kind !== undefined && kind[item]! >= FIRST_CREDIT ? -each : each;
    size += each;
    if (day < from) {
      balance[party[item]!]! += signed;
      continue;
    }
    const place = next[day - from]!;
    next[day - from] = place + 1;
    who[place] = party[item]!;
    amount[place] = signed;
  }
  const move = (day: number, own: number, signed: number) => {
    if (day < from) {
      balance[own]! += signed;
      return;
    }
    const place = next[day - from]!;
    next[day - from] = place + 1;
    who[place] = own;
    amount[place] = signed;
  };
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    if (day > to) continue;
    const item = applications.item[row]!;
    const source = applications.source[row]!;
    const own = party[item]!;
    const each = applied[row]!;
    size += each < 0 ? -each : each;
    if (source < 0) {
      move(day, own, kind !== undefined && kind[item]! >= FIRST_CREDIT ? each : -each);
    } else if (party[source] !== own) {
      // Settled with another party's credit item: both balances move.
      move(day, own, -each);
      move(day, party[source]!, each);
    }
  }
  return { start, who, amount, size };
}
