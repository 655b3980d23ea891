/**
 * @module ledger/trend.kernel
 *
 * What is outstanding of every month's documents at the end of every month, in one pass over
 * documents and one over applications: a movement is noted at the first end that sees it, and the
 * ends are added up afterwards. The same loops run on bigints where doubles cannot be proved exact.
 */
import type { Journal, Units } from "./columns.ts";

/** Which documents count, and where they go. */
export interface TrendQuestion {
  /** First day of the first month. */
  readonly firstDay: number;
  /** By day from there: the month, which is also the first end that sees what happens on it. */
  readonly month: Uint16Array;
  readonly months: number;
  /** Which documents count; undefined for all. */
  readonly test: ((item: number) => boolean) | undefined;
}

/** From which kind code on a document takes off the balance. */
const FIRST_CREDIT = 2;

/**
 * Cells `month × months + end`, ends before the month 0; one more row of cells, the last, for the
 * documents of earlier days. Answers the sum of sizes.
 */
export function addOutstanding(
  journal: Journal,
  amounts: Float64Array,
  applied: Float64Array,
  { firstDay, month, months, test }: TrendQuestion,
  cells: Float64Array,
  zero: number,
): number {
  const { count, kind, documentDate, applications } = journal;
  const lastDay = firstDay + month.length - 1;
  let size = zero;
  for (let item = 0; item < count; item += 1) {
    const day = documentDate[item]!;
    if (day > lastDay || (test && !test(item))) continue;
    const each = amounts[item]!;
    const credit = kind !== undefined && kind[item]! >= FIRST_CREDIT;
    const own = day < firstDay ? months : month[day - firstDay]!;
    cells[own * months + (day < firstDay ? 0 : own)]! += credit ? -each : each;
    size += each;
  }
  for (let row = 0; row < applications.count; row += 1) {
    const day = applications.date[row]!;
    if (day > lastDay) continue;
    const end = day < firstDay ? 0 : month[day - firstDay]!;
    const each = applied[row]!;
    size += each < 0 ? -each : each;
    const item = applications.item[row]!;
    if (!test || test(item)) {
      const issued = documentDate[item]!;
      const own = issued < firstDay ? months : month[issued - firstDay]!;
      const credit = kind !== undefined && kind[item]! >= FIRST_CREDIT;
      cells[own * months + end]! += credit ? each : -each;
    }
    const source = applications.source[row]!;
    if (source < 0 || (test && !test(source))) continue;
    const issued = documentDate[source]!;
    const own = issued < firstDay ? months : month[issued - firstDay]!;
    cells[own * months + end]! += each;
  }
  for (let own = 0; own <= months; own += 1) {
    const first = own === months ? 0 : own;
    for (let end = first + 1; end < months; end += 1) {
      cells[own * months + end]! += cells[own * months + end - 1]!;
    }
  }
  return size;
}

/** Amounts sold and amounts times days of credit, by month; answers the sum of sizes. */
export function addTerms(
  units: Units,
  amounts: Float64Array,
  { firstDay, month, test }: TrendQuestion,
  sold: Float64Array,
  weighted: Float64Array,
): number {
  const { count, kind, documentDate, dueDate, item } = units;
  const lastDay = firstDay + month.length - 1;
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const day = documentDate[unit]!;
    if (day < firstDay || day > lastDay) continue;
    if (kind !== undefined && kind[unit]! >= FIRST_CREDIT) continue;
    if (test && !test(item === undefined ? unit : item[unit]!)) continue;
    const each = amounts[unit]!;
    const days = dueDate[unit]! - day;
    const own = month[day - firstDay]!;
    sold[own]! += each;
    weighted[own]! += each * days;
    size += each * (days < 0 ? 1 - days : 1 + days);
  }
  return size;
}
