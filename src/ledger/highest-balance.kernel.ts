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

/** What moves balances: amounts of the documents, and of the applications. */
interface Moving {
  readonly journal: Journal;
  readonly amounts: Float64Array;
  readonly applied: Float64Array;
}

/** What moved in the window, by day: that of day `d` is at `start[d]` up to `start[d + 1]`. */
interface Moves {
  readonly start: Int32Array;
  readonly who: Int32Array;
  readonly amount: Float64Array;
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
  const start = placesOfDays(journal, window);
  const length = start[to - from + 1]!;
  const moves = { start, who: new Int32Array(length), amount: sums(length) };
  // Of each party its balance, and behind it the highest one: one place in memory to go to.
  const cells = sums(2 * parties);
  const next = start.slice();
  const moving = { journal, amounts, applied };
  const ofDocuments = placeDocuments(moving, window, moves, next, cells, sums(1)[0]!);
  const size = placeApplications(moving, window, moves, next, cells, ofDocuments);
  const on = walk(moves, window, cells);
  const highest = sums(parties);
  for (let own = 0; own < parties; own += 1) highest[own] = cells[2 * own + 1]!;
  return { highest, on, size };
}

/** Counts what moves on each day, so that every move has its place before it is looked at. */
function placesOfDays(
  { count, documentDate, party: { codes }, applications }: Journal,
  { from, to }: Window,
): Int32Array {
  const start = new Int32Array(to - from + 2);
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day >= from && day <= to) start[day - from + 1]! += 1;
  }
  const { count: rows, date, item: items, source } = applications;
  for (let row = 0; row < rows; row += 1) {
    const day = date[row]!;
    if (day < from || day > to) continue;
    const used = source[row]!;
    if (used < 0) start[day - from + 1]! += 1;
    // An application that uses another party's credit item moves two balances.
    else if (codes[used] !== codes[items[row]!]) start[day - from + 1]! += 2;
  }
  for (let day = 1; day < start.length; day += 1) start[day]! += start[day - 1]!;
  return start;
}

/** Puts documents in their places; what moved before the window goes to the balance at once. */
function placeDocuments(
  { journal, amounts }: Moving,
  { from, to }: Window,
  { who, amount }: Moves,
  next: Int32Array,
  cells: Float64Array,
  zero: number,
): number {
  const { count, kind, documentDate, party } = journal;
  const { codes } = party;
  let size = zero;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day > to) continue;
    const own = codes[item]!;
    const each = amounts[item]!;
    const signed = kind !== undefined && kind[item]! >= FIRST_CREDIT ? -each : each;
    size += each;
    if (day < from) {
      cells[2 * own]! += signed;
      continue;
    }
    const place = next[day - from]!;
    next[day - from] = place + 1;
    who[place] = own;
    amount[place] = signed;
  }
  return size;
}

/** The same for applications; answers the sum of sizes of both. */
function placeApplications(
  { journal, applied }: Moving,
  { from, to }: Window,
  { who, amount }: Moves,
  next: Int32Array,
  cells: Float64Array,
  sizeBefore: number,
): number {
  const { kind, party, applications } = journal;
  const { codes } = party;
  const { count, item: items, date, source } = applications;
  let size = sizeBefore;
  for (let row = 0; row < count; row += 1) {
    const day = date[row]!;
    if (day > to) continue;
    const item = items[row]!;
    const used = source[row]!;
    const own = codes[item]!;
    const each = applied[row]!;
    size += each < 0 ? -each : each;
    // Settled with a credit item of its own: the balance does not move.
    if (used >= 0 && codes[used] === own) continue;
    const credit = used < 0 && kind !== undefined && kind[item]! >= FIRST_CREDIT;
    const signed = credit ? each : -each;
    if (day < from) {
      cells[2 * own]! += signed;
      if (used >= 0) cells[2 * codes[used]!]! += each;
      continue;
    }
    let place = next[day - from]!;
    who[place] = own;
    amount[place] = signed;
    place += 1;
    if (used >= 0) {
      who[place] = codes[used]!;
      amount[place] = each;
      place += 1;
    }
    next[day - from] = place;
  }
  return size;
}

/** Walks through the days; answers the first day of each party's highest balance. */
function walk(
  { start, who, amount }: Moves,
  { from, to }: Window,
  cells: Float64Array,
): Int32Array {
  const on = new Int32Array(cells.length / 2).fill(from);
  for (let day = 0; day <= to - from; day += 1) {
    const first = start[day]!;
    const end = start[day + 1]!;
    for (let at = first; at < end; at += 1) cells[2 * who[at]!]! += amount[at]!;
    if (day === 0) {
      for (let cell = 0; cell < cells.length; cell += 2) cells[cell + 1] = cells[cell]!;
      continue;
    }
    // Balances at the end of the day: whoever moved twice is looked at twice.
    for (let at = first; at < end; at += 1) {
      const cell = 2 * who[at]!;
      if (cells[cell]! <= cells[cell + 1]!) continue;
      cells[cell + 1] = cells[cell]!;
      on[who[at]!] = from + day;
    }
  }
  return on;
}
