/**
 * @module ledger/lists.kernel
 *
 * What short lists of rows, the open units or the payments of a window, are asked: columns of
 * their rows, the different values of these, and sums by value.
 */

/** A column of a ledger, of the rows in a list. */
export function valuesAt(column: Int32Array, rows: Int32Array): Int32Array {
  const values = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = column[rows[at]!]!;
  return values;
}

/** Values ascending, and of each row the place of its own among them. */
export interface Distinct {
  readonly value: Int32Array;
  readonly place: Int32Array;
}

/**
 * The different values of a column of dates or numbers of days: sums by them need no more room than
 * there are values, however far apart the first and the last.
 */
export function distinctOf(column: Int32Array): Distinct {
  const rows = column.length;
  if (rows === 0) return { value: new Int32Array(0), place: new Int32Array(0) };
  let first = column[0]!;
  let last = first;
  for (let row = 1; row < rows; row += 1) {
    const own = column[row]!;
    if (own < first) first = own;
    else if (own > last) last = own;
  }
  // Untouched parts of it cost nothing: it is the values met that are written and read.
  const placeOf = new Int32Array(last - first + 1);
  const met: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const own = column[row]!;
    if (placeOf[own - first] !== 0) continue;
    placeOf[own - first] = 1;
    met.push(own);
  }
  const value = Int32Array.from(met).sort();
  for (let place = 0; place < value.length; place += 1) placeOf[value[place]! - first] = place;
  const place = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) place[row] = placeOf[column[row]! - first]!;
  return { value, place };
}

/** Adds amounts by place. `sums` makes doubles, or bigints where the amounts are. */
export function sumByPlace(
  amounts: Float64Array,
  place: Int32Array,
  places: number,
  sums: (length: number) => Float64Array,
): Float64Array {
  const sum = sums(places);
  for (let row = 0; row < place.length; row += 1) sum[place[row]!]! += amounts[row]!;
  return sum;
}
