/**
 * @module ledger/end-sums.kernel
 *
 * Sums over windows behind many month ends, in one pass over documents and one over applications:
 * an amount is noted at the first window that counts it, taken off at the first that no longer
 * does, and the ends are added up afterwards.
 */
import type { Journal } from "./columns.ts";
import type { EndSpans } from "./end-spans.ts";
import { WITH_SOURCE } from "./moves.kernel.ts";

/** Adds documents to cells `party × stride + end`; weights are by code, 0 for none. */
export function addDocuments(
  { count, kind, documentDate, party: { codes } }: Journal,
  amounts: Float64Array,
  { firstDay, since, until }: EndSpans,
  weights: Float64Array,
  stride: number,
  cells: Float64Array,
): void {
  const days = since.length;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]! - firstDay;
    if (day < 0 || day >= days) continue;
    const weight = weights[kind === undefined ? 0 : kind[item]!]!;
    if (weight === 0) continue;
    const each = weight * amounts[item]!;
    const first = codes[item]! * stride;
    cells[first + since[day]!]! += each;
    cells[first + until[day]!]! -= each;
  }
}

/** Adds applications; weights are by code, with a source `WITH_SOURCE` further. */
export function addApplications(
  { party: { codes }, applications }: Journal,
  applied: Float64Array,
  { firstDay, since, until }: EndSpans,
  weights: Float64Array,
  stride: number,
  cells: Float64Array,
): void {
  const { count, item: items, date, kind, source } = applications;
  const days = since.length;
  for (let row = 0; row < count; row += 1) {
    const weight = weights[source[row]! < 0 ? kind[row]! : kind[row]! + WITH_SOURCE]!;
    const day = date[row]! - firstDay;
    if (weight === 0 || day < 0 || day >= days) continue;
    const each = weight * applied[row]!;
    const first = codes[items[row]!]! * stride;
    cells[first + since[day]!]! += each;
    cells[first + until[day]!]! -= each;
  }
}

/** What was noted at an end holds at the later ones, too. */
export function addUpEnds(cells: Float64Array, stride: number): void {
  for (let first = 0; first < cells.length; first += stride) {
    let sum = 0;
    for (let end = 0; end < stride; end += 1) {
      sum += cells[first + end]!;
      cells[first + end] = sum;
    }
  }
}

/** The sum of sizes: while it stays within 2^53 − 1, every sum of some of them is exact. */
export function sumOfSizes(amounts: Float64Array): number {
  let size = 0;
  for (let row = 0; row < amounts.length; row += 1) {
    const each = amounts[row]!;
    size += each < 0 ? -each : each;
  }
  return size;
}
