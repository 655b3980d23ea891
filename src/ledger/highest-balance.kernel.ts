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

/** Walks the window day by day. `sums` makes doubles, or bigints where these are not exact. */
export function highestBalances(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  window: { readonly from: number; readonly to: number },
  sums: (length: number) => Float64Array,
): Highest {
  const { codes: party, categories } = journal.party;
  const { from, to } = window;
  const parties = categories.length;
  const changes = new Changes(journal, window, sums);
  const balance = sums(parties);
  changes.addDocuments(amounts, party, balance);
  changes.addApplications(applied, party, balance);
  const { start, who, amount, size } = changes.inOrder();
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

/** What moves balances inside the window, gathered and then sorted by day. */
class Changes {
  readonly #journal: Journal;
  readonly #from: number;
  readonly #to: number;
  readonly #sums: (length: number) => Float64Array;
  readonly #day: Int32Array;
  readonly #party: Int32Array;
  readonly #amount: Float64Array;
  #count = 0;
  #size: number;

  constructor(
    journal: Journal,
    { from, to }: { readonly from: number; readonly to: number },
    sums: (length: number) => Float64Array,
  ) {
    // An application may move two parties.
    const most = journal.count + 2 * journal.applications.count;
    this.#journal = journal;
    this.#from = from;
    this.#to = to;
    this.#sums = sums;
    this.#day = new Int32Array(most);
    this.#party = new Int32Array(most);
    this.#amount = sums(most);
    this.#size = sums(1)[0]!;
  }

  /** Documents before the window go to the balance at once. */
  addDocuments(amounts: Float64Array, party: Int32Array, opening: Float64Array): void {
    const { count, kind, documentDate } = this.#journal;
    for (let item = 0; item < count; item += 1) {
      const day = documentDate[item]!;
      if (day > this.#to) continue;
      const each = amounts[item]!;
      const signed = kind !== undefined && kind[item]! >= FIRST_CREDIT ? -each : each;
      this.#add(day, party[item]!, signed, opening);
    }
  }

  /** An application from outside moves its item's party; one of another party's source both. */
  addApplications(applied: Float64Array, party: Int32Array, opening: Float64Array): void {
    const { kind, applications } = this.#journal;
    for (let row = 0; row < applications.count; row += 1) {
      const day = applications.date[row]!;
      if (day > this.#to) continue;
      const item = applications.item[row]!;
      const source = applications.source[row]!;
      const own = party[item]!;
      const each = applied[row]!;
      if (source < 0) {
        const credit = kind !== undefined && kind[item]! >= FIRST_CREDIT;
        this.#add(day, own, credit ? each : -each, opening);
      } else if (party[source] !== own) {
        this.#add(day, own, -each, opening);
        this.#add(day, party[source]!, each, opening);
      }
    }
  }

  /** The changes of day `d` of the window: places `start[d]` up to `start[d + 1]`. */
  inOrder(): { start: Int32Array; who: Int32Array; amount: Float64Array; size: number } {
    const start = new Int32Array(this.#to - this.#from + 2);
    for (let at = 0; at < this.#count; at += 1) start[this.#day[at]! + 1]! += 1;
    for (let day = 1; day < start.length; day += 1) start[day]! += start[day - 1]!;
    const next = start.slice();
    const who = new Int32Array(this.#count);
    const amount = this.#sums(this.#count);
    for (let at = 0; at < this.#count; at += 1) {
      const place = next[this.#day[at]!]!;
      next[this.#day[at]!] = place + 1;
      who[place] = this.#party[at]!;
      amount[place] = this.#amount[at]!;
    }
    return { start, who, amount, size: this.#size };
  }

  #add(day: number, own: number, signed: number, opening: Float64Array): void {
    this.#size += signed < 0 ? -signed : signed;
    if (day < this.#from) {
      opening[own]! += signed;
      return;
    }
    this.#day[this.#count] = day - this.#from;
    this.#party[this.#count] = own;
    this.#amount[this.#count] = signed;
    this.#count += 1;
  }
}
