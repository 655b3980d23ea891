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

/** What moved in the window, in the order in which it was found. */
interface Moves {
  readonly count: number;
  /** Days since the first day of the window. */
  readonly day: Int32Array;
  readonly who: Int32Array;
  readonly amount: Float64Array;
  readonly size: number;
}

type Sums = (length: number) => Float64Array;

/** Walks the window day by day. `sums` makes doubles, or bigints where these are not exact. */
export function highestBalances(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  window: Window,
  sums: Sums,
): Highest {
  const parties = journal.party.categories.length;
  const { from, to } = window;
  const balance = sums(parties);
  const moves = movesOf(journal, amounts, applied, window, balance, sums);
  const { start, who, amount } = byDay(moves, to - from + 1, sums);
  const highest = sums(parties);
  const on = new Int32Array(parties).fill(from);
  for (let day = 0; day <= to - from; day += 1) {
    const end = start[day + 1]!;
    for (let at = start[day]!; at < end; at += 1) balance[who[at]!]! += amount[at]!;
    if (day === 0) {
      for (let own = 0; own < parties; own += 1) highest[own] = balance[own]!;
      continue;
    }
    // Balances at the end of the day: whoever moved twice is looked at twice.
    for (let at = start[day]!; at < end; at += 1) {
      const own = who[at]!;
      if (balance[own]! <= highest[own]!) continue;
      highest[own] = balance[own]!;
      on[own] = from + day;
    }
  }
  return { closing: balance, highest, on, size: moves.size };
}

/** Lists what moved in the window; what moved before it goes to the balance at once. */
function movesOf(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  { from, to }: Window,
  balance: Float64Array,
  sums: Sums,
): Moves {
  const { count: items, kind, documentDate, applications } = journal;
  const party = journal.party.codes;
  // An application that uses another party's credit item moves two balances.
  const most = items + 2 * applications.count;
  const moved = { day: new Int32Array(most), who: new Int32Array(most), amount: sums(most) };
  const { day: days, who, amount } = moved;
  let count = 0;
  let size = sums(1)[0]!;
  for (let item = 0; item < items; item += 1) {
    const day = documentDate[item]!;
    if (day > to) continue;
    const each = amounts[item]!;
    const signed = kind !== undefined && kind[item]! >= FIRST_CREDIT ? -each : each;
    size += each;
    if (day < from) {
      balance[party[item]!]! += signed;
      continue;
    }
    days[count] = day - from;
    who[count] = party[item]!;
    amount[count] = signed;
    count += 1;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    if (day > to) continue;
    const item = applications.item[row]!;
    const source = applications.source[row]!;
    const own = party[item]!;
    const each = applied[row]!;
    size += each < 0 ? -each : each;
    // Settled with a credit item of its own: the balance does not move.
    if (source >= 0 && party[source] === own) continue;
    const credit = source < 0 && kind !== undefined && kind[item]! >= FIRST_CREDIT;
    const signed = credit ? each : -each;
    if (day < from) {
      balance[own]! += signed;
      if (source >= 0) balance[party[source]!]! += each;
      continue;
    }
    days[count] = day - from;
    who[count] = own;
    amount[count] = signed;
    count += 1;
    if (source < 0) continue;
    days[count] = day - from;
    who[count] = party[source]!;
    amount[count] = each;
    count += 1;
  }
  return { ...moved, count, size };
}

/** The same by day: those of day `d` are `start[d]` up to `start[d + 1]`. */
function byDay({ count, day, who, amount }: Moves, days: number, sums: Sums) {
  const start = new Int32Array(days + 1);
  for (let at = 0; at < count; at += 1) start[day[at]! + 1]! += 1;
  for (let each = 0; each < days; each += 1) start[each + 1]! += start[each]!;
  const next = start.slice();
  const sorted = { who: new Int32Array(count), amount: sums(count) };
  for (let at = 0; at < count; at += 1) {
    const place = next[day[at]!]!;
    next[day[at]!] = place + 1;
    sorted.who[place] = who[at]!;
    sorted.amount[place] = amount[at]!;
  }
  return { start, ...sorted };
}
