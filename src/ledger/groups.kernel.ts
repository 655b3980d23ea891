/**
 * @module ledger/groups
 *
 * Rows sorted by a whole-number key and, within a key, by date: a counting sort, since keys are
 * dense codes. Stable: rows of one key and date keep their order.
 */

/** The rows of key `k` are `order[start[k]]` up to `order[start[k + 1]]`, in date order. */
export interface Groups {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** Groups rows `0 … keys.length` by key and date; rows with a negative key are left out. */
export function groupByKeyAndDate(keys: Int32Array, groups: number, date: Int32Array): Groups {
  const { start, order } = groupByKey(keys, groups);
  for (let key = 0; key < groups; key += 1) {
    sortByDate(order, start[key] as number, start[key + 1] as number, date);
  }
  return { start, order };
}

/** Where the rows of each key begin among rows sorted by key; the last entry counts them all. */
export function groupStarts(keys: Int32Array, rows: number, groups: number): Int32Array {
  const start = new Int32Array(groups + 1);
  for (let row = 0; row < rows; row += 1) {
    const key = keys[row] as number;
    if (key >= 0) start[key + 1] = (start[key + 1] as number) + 1;
  }
  for (let key = 0; key < groups; key += 1) {
    start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  }
  return start;
}

/** Groups rows by key alone, each group's in their order. */
export function groupByKey(keys: Int32Array, groups: number): Groups {
  const rows = keys.length;
  const start = groupStarts(keys, rows, groups);
  const order = new Int32Array(start[groups] as number);
  const next = start.slice(0, groups);
  for (let row = 0; row < rows; row += 1) {
    const key = keys[row] as number;
    if (key < 0) continue;
    const place = next[key] as number;
    order[place] = row;
    next[key] = place + 1;
  }
  return { start, order };
}

/** Sorts `order[from … to)` by date, keeping equal dates in order. */
function sortByDate(order: Int32Array, from: number, to: number, date: Int32Array): void {
  if (isSorted(order, from, to, date)) return;
  const rows = Array.from(order.subarray(from, to));
  // Array sort is stable by the language; a group is rarely longer than a few rows.
  rows.sort((a, b) => (date[a] as number) - (date[b] as number));
  order.set(rows, from);
}

function isSorted(order: Int32Array, from: number, to: number, date: Int32Array): boolean {
  for (let place = from + 1; place < to; place += 1) {
    if ((date[order[place] as number] as number) < (date[order[place - 1] as number] as number)) {
      return false;
    }
  }
  return true;
}
