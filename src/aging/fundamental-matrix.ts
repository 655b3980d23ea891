/**
 * @module aging/fundamental-matrix
 *
 * N = (I − Q)⁻¹ of an absorbing Markov chain, exactly: elimination on fractions in lowest terms.
 */
import type { Fraction } from "../ground/fraction.ts";
import { ONE, sumOf, ZERO } from "../ground/fraction.ts";

/** How often each class is passed through (columns) from each class (rows). */
export type FundamentalMatrix = readonly (readonly Fraction[])[];

/** N of the shares between classes; every class must lead out of them in the end. */
export function fundamentalMatrix(shares: readonly (readonly Fraction[])[]): FundamentalMatrix {
  const size = shares.length;
  const identity = (row: number, column: number) => (row === column ? ONE : ZERO);
  const rows = shares.map((own, row) => [
    ...own.map((share, column) => identity(row, column).minus(share).reduced()),
    ...own.map((_, column) => identity(row, column)),
  ]);
  for (let pivot = 0; pivot < size; pivot += 1) eliminate(rows, pivot);
  return rows.map((row) => row.slice(size));
}

/** Makes the pivot 1 and everything else in its column 0. */
function eliminate(rows: Fraction[][], pivot: number): void {
  // I − Q of a chain that ends is an M-matrix: its pivots are above 0 in any order.
  const own = rows[pivot] as Fraction[];
  const divisor = own[pivot] as Fraction;
  const scaled = own.map((cell) => cell.over(divisor).reduced());
  rows[pivot] = scaled;
  rows.forEach((row, at) => {
    const factor = row[pivot] as Fraction;
    if (at === pivot || factor.isZero) return;
    rows[at] = row.map((cell, column) =>
      cell.minus(factor.times(scaled[column] as Fraction)).reduced(),
    );
  });
}

/** What passes through each class in all, from what starts in each. */
export function visitsOf(starts: readonly Fraction[], matrix: FundamentalMatrix): Fraction[] {
  return starts.map((_, column) =>
    sumOf(
      starts.map((start, row) =>
        start.times((matrix[row] as readonly Fraction[])[column] as Fraction),
      ),
    ).reduced(),
  );
}
